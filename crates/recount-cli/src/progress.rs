//! A progress bar for long input.

use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::console::Console;

/// With fewer pages than this, a run is over before a bar could be read.
const LONG_INPUT: usize = 100;

/// The same in bytes: what is read in a second or two.
const LARGE_INPUT: u64 = 32 << 20;

/// Returns a bar for `pages`, which stays hidden for short input and away from a terminal.
pub(crate) fn bar(pages: usize, console: &Console) -> ProgressBar {
    let shown = pages >= LONG_INPUT && console.shows_progress();
    styled(shown, pages as u64, "{bar:30} {pos} of {len} pages, {eta} to go")
}

/// Returns a bar for files of so many bytes.
pub(crate) fn bytes(count: u64, console: &Console) -> ProgressBar {
    let shown = count >= LARGE_INPUT && console.shows_progress();
    styled(shown, count, "{bar:30} {binary_bytes} of {binary_total_bytes}, {eta} to go")
}

fn styled(shown: bool, length: u64, look: &str) -> ProgressBar {
    if !shown {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr());
    let look = ProgressStyle::with_template(look);
    look.map_or(bar.clone(), |look| bar.with_style(look))
}

/// Counts the bytes that are read from files, from whichever thread.
#[derive(Debug, Clone, Default)]
pub(crate) struct Meter(Arc<AtomicU64>);

impl Meter {
    /// Returns how many bytes were read.
    pub(crate) fn read(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    /// Counts what is read from `reader`.
    pub(crate) fn measure<R>(&self, reader: R) -> Metered<R> {
        Metered { reader, meter: self.clone() }
    }
}

/// A reader whose bytes are counted.
#[derive(Debug)]
pub(crate) struct Metered<R> {
    reader: R,
    meter: Meter,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(into)?;
        self.meter.0.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}

impl<R: Seek> Seek for Metered<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.reader.seek(to)
    }
}
