//! Tests of the `recount` command, all through the real binary.

mod bad_input;
mod docs;
mod dossier;
mod inputs;
mod same_bytes;
mod stages;
mod support;
mod terminal;
mod why;
