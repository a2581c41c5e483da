//! Measures the crate `recount-nlp` beside spaCy: `cargo xtask eval nlp --data DIR`.
//!
//! In: the data sets of DIR; Python with spaCy and the unpacked models (`eval/nlp/oracle.py` says how
//! to get them). Out, on standard output in Markdown: how far both agree, how good they are against
//! gold, how fast they are. Where they differ is listed below `target/`, never in the project. What is
//! absent is said to be absent.

mod align;
mod conllu;
mod differences;
mod entities;
mod entity_sets;
mod equality;
mod gold;
mod labels;
mod oracle;
mod ours;
mod pages;
mod parsed;
mod setup;
mod speed;
mod texts;

pub(crate) use speed::time_ours;

use std::path::Path;

use setup::Setup;

/// Measures one thing and prints it.
type Part = fn(&Setup) -> Result<(), String>;

/// The parts, in the order in which they are told.
const PARTS: [(&str, Part); 4] = [
    ("equality", equality::run),
    ("gold", gold::run),
    ("entities", entities::run),
    ("speed", speed::run),
];

/// Measures everything, or only the parts named after `--only`, with commas between.
pub(crate) fn run(data: &Path, words: &[&str]) -> Result<(), String> {
    let setup = Setup::of(data, words);
    for absence in setup.absences() {
        println!("{absence}\n");
    }
    let only = setup::option(words, "--only");
    for (name, part) in PARTS {
        if only.is_none_or(|it| it.split(',').any(|it| it == name)) {
            part(&setup)?;
        }
    }
    Ok(())
}
