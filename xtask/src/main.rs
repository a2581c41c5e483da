//! Chores of the project: `cargo xtask NAME`.
#![allow(clippy::print_stdout, clippy::print_stderr)] // a chore talks to the one who runs it

mod eval_copies;
mod eval_group;
mod gazetteer;
mod rows;
mod word_counts;

use std::error::Error;
use std::path::Path;

const USAGE: &str = "usage: cargo xtask NAME, where NAME is one of
  gazetteer [FOLDER]            build the embedded gazetteer from the GeoNames files in FOLDER
  words --data DIR              build the table of word counts
  eval copies|group --data DIR  score a stage on the data sets in DIR";

/// Where the data for the gazetteer lies unless somebody says otherwise.
const GAZETTEER_DATA: &str = "../shared/data/gazetteer";

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["gazetteer"] => println!("{}", gazetteer::build(Path::new(GAZETTEER_DATA))?),
        ["gazetteer", folder] => println!("{}", gazetteer::build(Path::new(folder))?),
        ["words", "--data", data] => word_counts::run(Path::new(data)),
        ["eval", "copies", "--data", data] => eval_copies::run(Path::new(data)),
        ["eval", "group", "--data", data] => eval_group::run(Path::new(data)),
        ["eval", "likeness", set, "--data", data] => eval_group::features(Path::new(data), set),
        _ => return Err(USAGE.into()),
    }
    Ok(())
}
