#![doc = include_str!("../README.md")]

mod cache;
mod chars;
mod check;
mod classify;
mod compact;
mod doc;
mod error;
mod lemma;
mod lexeme;
mod matrix;
mod model;
mod morph;
mod package;
mod pipeline;
mod ruler;
mod steps;
mod strings;
mod tok2vec;
mod tokenize;
mod transition;
mod truecase;

pub use compact::Precision;
pub use doc::{Doc, Span, Token};
pub use error::Error;
pub use model::Origin;
pub use pipeline::{Options, Pipeline, convert};
