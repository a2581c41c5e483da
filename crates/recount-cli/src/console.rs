//! Prints: data to standard output, messages for people to standard error.
//!
//! The one module that does. A reader of our output who goes away ends the run without a word.

use std::io::{self, Write as _};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

use recount::report::TextStyle;

use crate::args::Common;
use crate::problem::Problem;
use crate::terminal;

/// Where the command prints, and what it had to leave out.
#[derive(Debug)]
pub(crate) struct Console {
    /// How text for people is set.
    pub(crate) style: TextStyle,
    quiet: bool,
    left_out: AtomicUsize,
}

impl Console {
    pub(crate) fn new(common: &Common) -> Self {
        let style = terminal::style(common.color);
        Self { style, quiet: common.quiet, left_out: AtomicUsize::new(0) }
    }

    /// Prints `data` to standard output at once.
    pub(crate) fn print(&self, data: &(impl AsRef<[u8]> + ?Sized)) -> Result<(), Problem> {
        let mut out = io::stdout().lock();
        let written = out.write_all(data.as_ref()).and_then(|()| out.flush());
        written.map_err(Problem::of_output)
    }

    /// Prints a notice to standard error, unless that is not wanted.
    pub(crate) fn notice(&self, text: &str) {
        if !self.quiet {
            line(&format!("recount: {text}"));
        }
    }

    /// Prints what is wrong, and a way out.
    pub(crate) fn tell(&self, problem: &Problem) {
        line(&format!("recount: {}", problem.message()));
        if let Some(hint) = problem.hint() {
            line(&format!("hint: {hint}"));
        }
    }

    /// Prints why something was left out, and remembers that it was.
    pub(crate) fn leave_out(&self, problem: &Problem) {
        self.leave_out_silently();
        self.tell(problem);
    }

    /// Remembers that something was left out which is told in another way.
    pub(crate) fn leave_out_silently(&self) {
        self.left_out.fetch_add(1, Ordering::Relaxed);
    }

    /// Returns whether a progress bar has a place to be.
    pub(crate) fn shows_progress(&self) -> bool {
        !self.quiet && terminal::shows_progress()
    }

    /// Returns how the command ends when it gave a result.
    pub(crate) fn exit_code(&self) -> ExitCode {
        match self.left_out.load(Ordering::Relaxed) {
            0 => ExitCode::SUCCESS,
            _ => ExitCode::from(1),
        }
    }
}

/// Prints a line to standard error; where that is closed, there is nobody to tell.
fn line(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
