//! Chores of the project: `cargo xtask NAME`.

mod command;
mod gazetteer;
mod readme;
mod schema;
mod tidy;

use std::env;
use std::error::Error;
use std::io::{self, Write as _};
use std::path::Path;

const USAGE: &str = "usage: cargo xtask NAME, where NAME is one of
  gazetteer [FOLDER]  build the embedded gazetteer from the GeoNames files in FOLDER
  readme              write the output of the demo into README.md
  schema              write docs/record.schema.json
  tidy                check the flow of the stages, the lexicons, the docs and the size of files";

/// Where the data for the gazetteer lies unless somebody says otherwise.
const GAZETTEER_DATA: &str = "../shared/data/gazetteer";

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<_> = env::args().skip(1).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let message = match words[..] {
        ["gazetteer"] => gazetteer::build(Path::new(GAZETTEER_DATA))?,
        ["gazetteer", folder] => gazetteer::build(Path::new(folder))?,
        ["readme"] => readme::update()?,
        ["schema"] => schema::update()?,
        ["tidy"] => tidy::check()?,
        _ => return Err(USAGE.into()),
    };
    Ok(writeln!(io::stdout(), "{message}")?)
}
