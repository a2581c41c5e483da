//! Chores of the project: `cargo xtask NAME`.
#![allow(clippy::print_stdout, clippy::print_stderr)] // a chore talks to the one who runs it

mod eval_copies;
mod eval_group;
mod rows;
mod word_counts;

use std::path::Path;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["eval", "copies", "--data", data] => eval_copies::run(Path::new(data)),
        ["words", "--data", data] => word_counts::run(Path::new(data)),
        ["eval", "group", "--data", data] => eval_group::run(Path::new(data)),
        ["eval", "likeness", set, "--data", data] => eval_group::features(Path::new(data), set),
        _ => eprintln!("cargo xtask eval copies|group --data DIR"),
    }
}
