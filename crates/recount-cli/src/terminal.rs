//! What the terminal can show: colour and width.

use std::env;
use std::io::{self, IsTerminal as _};

use recount::report::TextStyle;

use crate::args::Color;

/// The width of a text that goes to no terminal.
const USUAL_WIDTH: usize = 100;

/// Narrower than this, no table can be read.
const LEAST_WIDTH: usize = 40;

/// Returns how to set text for standard output.
pub(crate) fn style(color: Color) -> TextStyle {
    TextStyle { width: width().max(LEAST_WIDTH), colour: coloured(color) }
}

/// Returns whether progress can be shown on standard error.
pub(crate) fn shows_progress() -> bool {
    io::stderr().is_terminal()
}

fn coloured(color: Color) -> bool {
    let wanted = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => wanted && io::stdout().is_terminal(),
    }
}

fn width() -> usize {
    let told = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let seen = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    told.or_else(seen).unwrap_or(USUAL_WIDTH)
}
