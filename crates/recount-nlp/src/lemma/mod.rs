//! Gives tokens their dictionary form.
