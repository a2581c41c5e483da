//! Tests of the `recount` command, all through the real binary; they need links and a shell.

#![cfg(unix)]

mod bad_input;
mod compare;
mod docs;
mod dossier;
mod export;
mod html;
mod inputs;
mod proof;
mod same_bytes;
mod stages;
mod stories;
mod support;
mod terminal;
mod time;
mod why;
