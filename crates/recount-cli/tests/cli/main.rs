//! Tests of the `recount` command, all through the real binary; they need links and a shell.

#![cfg(unix)]

mod archives;
mod bad_input;
mod compare;
mod docs;
mod dossier;
mod export;
#[cfg(feature = "fetch")]
mod fetch;
mod hostile;
mod html;
mod inputs;
#[cfg(feature = "parquet")]
mod parquet;
mod proof;
mod rows;
mod same_bytes;
mod stages;
mod stories;
mod support;
mod terminal;
mod time;
mod why;
