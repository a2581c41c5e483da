//! Chores of the project: `cargo xtask NAME`.
#![allow(clippy::print_stdout, clippy::print_stderr)] // a chore talks to the one who runs it

mod bootstrap;
mod casing;
mod check_exports;
mod command;
mod eval_attribution;
mod eval_copies;
mod eval_gva;
mod eval_muc4;
mod eval_nlp;
mod eval_places;
mod eval_read;
mod eval_reconcile;
mod eval_stories;
mod eval_times;
mod gazetteer;
mod readme;
mod rows;
mod schema;
mod shares;
mod source;
mod spent;
mod tidy;
mod word_counts;

use std::env;
use std::error::Error;
use std::path::Path;

const USAGE: &str = "usage: cargo xtask NAME [--data DIR], where NAME is one of
  eval attribution|copies|gva|muc4|places|read|stories|times
                            score a stage on the data sets in DIR
  check exports             hold the exports of the demo against validators of others
  eval reconcile            time made-up stories of ten to ten thousand articles; --svg draws it
  eval nlp                  compare recount-nlp with spaCy and with gold
  casing                    build the table of how words are written in a sentence
  gazetteer                 build the embedded gazetteer from the GeoNames files of DIR
  learn stories             learn the weights of grouping on stories/gva train
  readme                    write the output of the demo into README.md
  sweep copies|stories      try other values for the numbers that are set and not learnt
  schema                    write docs/record.schema.json
  tidy                      check the flow of the stages, the lexicons, the docs, the size of files
  words                     build the table of word counts";

/// Where the data sets lie unless somebody says otherwise.
const DATA: &str = "../shared/data";

/// Articles that `eval stories` replays to measure how time grows.
const REPLAY: usize = 300_000;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<_> = env::args().skip(1).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let given = words.windows(2).find(|it| it[0] == "--data").map(|it| it[1]);
    let data = Path::new(given.unwrap_or(DATA));
    match words[..] {
        ["eval", "attribution", ..] => eval_attribution::run(data, &words),
        ["eval", "copies", ..] => eval_copies::run(data, &words)?,
        ["eval", "gva", ..] => eval_gva::run(data, &words),
        ["eval", "muc4", ..] => eval_muc4::run(data, &words),
        ["eval", "stories", "--list", set, ..] => eval_stories::list(data, set),
        ["eval", "stories", ..] => {
            let most = words.windows(2).find(|it| it[0] == "--replay").map(|it| it[1].parse());
            eval_stories::run(data, most.transpose()?.unwrap_or(REPLAY))
        }
        ["sweep", "copies", ..] => eval_copies::sweep(data),
        ["sweep", "stories", ..] => eval_stories::sweep(data),
        ["learn", "stories", ..] => println!("{}", eval_stories::learn(data)?),
        ["eval", "nlp", ..] => eval_nlp::run(data, &words)?,
        ["eval", "nlp-time", ..] => eval_nlp::time_ours(&words)?,
        ["eval", "places", ..] => {
            println!("{}", eval_places::eval(data, words.contains(&"--misses"))?)
        }
        ["eval", "read", ..] => eval_read::run(data, words.contains(&"--misses")),
        ["eval", "times", ..] => eval_times::run(data, words.contains(&"--misses")),
        ["eval", "reconcile", ..] => eval_reconcile::run(&words)?,
        ["check", "exports", ..] => println!("{}", check_exports::run()?),
        ["gazetteer", ..] => println!("{}", gazetteer::build(&data.join("gazetteer"))?),
        ["readme"] => println!("{}", readme::update()?),
        ["schema"] => println!("{}", schema::update()?),
        ["tidy"] => println!("{}", tidy::check()?),
        ["words", ..] => word_counts::run(data),
        ["casing", ..] => casing::run(data),
        _ => return Err(USAGE.into()),
    }
    Ok(())
}
