//! A progress bar for long input.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::console::Console;

/// With fewer pages than this, a run is over before a bar could be read.
const LONG_INPUT: usize = 100;

/// Returns a bar for `pages`, which stays hidden for short input and away from a terminal.
pub(crate) fn bar(pages: usize, console: &Console) -> ProgressBar {
    if pages < LONG_INPUT || !console.shows_progress() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(pages as u64), ProgressDrawTarget::stderr());
    let look = ProgressStyle::with_template("{bar:30} {pos} of {len} pages, {eta} to go");
    look.map_or(bar.clone(), |look| bar.with_style(look))
}
