//! The `recount` command: flags, settings, logs, printing.

fn main() {}
