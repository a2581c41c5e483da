//! Chores of the project: `cargo xtask NAME`.

mod command;
mod readme;
mod schema;
mod tidy;

use std::env;
use std::process::ExitCode;

const USAGE: &str = "cargo xtask NAME, where NAME is one of
  readme   write the output of the demo into README.md
  schema   write docs/record.schema.json
  tidy     check the flow of the stages, the lexicons, the docs and the length of files";

fn main() -> ExitCode {
    let name = env::args().nth(1).unwrap_or_default();
    let done = match name.as_str() {
        "readme" => readme::update(),
        "schema" => schema::update(),
        "tidy" => tidy::check(),
        _ => Err(USAGE.to_owned()),
    };
    done.map_or_else(|message| fail(&message), |()| ExitCode::SUCCESS)
}

#[expect(clippy::print_stderr, reason = "a chore tells its maintainer what went wrong")]
fn fail(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::FAILURE
}
