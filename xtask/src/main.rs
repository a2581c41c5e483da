//! Chores of the project: `cargo xtask NAME`.
#![allow(clippy::print_stdout, clippy::print_stderr)] // a chore talks to the one who runs it

mod command;
mod eval_copies;
mod eval_group;
mod gazetteer;
mod readme;
mod rows;
mod schema;
mod tidy;
mod word_counts;

use std::env;
use std::error::Error;
use std::path::Path;

const USAGE: &str = "usage: cargo xtask NAME, where NAME is one of
  eval copies|group --data DIR  score a stage on the data sets in DIR
  gazetteer [FOLDER]            build the embedded gazetteer from the GeoNames files in FOLDER
  readme                        write the output of the demo into README.md
  schema                        write docs/record.schema.json
  tidy                          check the flow of the stages, the lexicons, the docs, the size of files
  words --data DIR              build the table of word counts";

/// Where the data for the gazetteer lies unless somebody says otherwise.
const GAZETTEER_DATA: &str = "../shared/data/gazetteer";

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<_> = env::args().skip(1).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["gazetteer"] => println!("{}", gazetteer::build(Path::new(GAZETTEER_DATA))?),
        ["gazetteer", folder] => println!("{}", gazetteer::build(Path::new(folder))?),
        ["readme"] => println!("{}", readme::update()?),
        ["schema"] => println!("{}", schema::update()?),
        ["tidy"] => println!("{}", tidy::check()?),
        ["words", "--data", data] => word_counts::run(Path::new(data)),
        ["eval", "copies", "--data", data] => eval_copies::run(Path::new(data)),
        ["eval", "group", "--data", data] => eval_group::run(Path::new(data)),
        ["eval", "likeness", set, "--data", data] => eval_group::features(Path::new(data), set),
        _ => return Err(USAGE.into()),
    }
    Ok(())
}
