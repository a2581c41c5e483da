//! spaCy's CNN pipelines in plain Rust.

mod error;
mod lemma;
mod package;
mod ruler;
mod strings;
mod tokenize;

pub use error::Error;
