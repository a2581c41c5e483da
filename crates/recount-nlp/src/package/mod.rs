//! Reads a spaCy model package.

mod value;

pub(crate) use value::{Value, decode};
