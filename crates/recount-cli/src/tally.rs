//! Counts what became of the input, for `--report` and for people who would not read ten thousand lines.
//!
//! In: what became of each page, in the order of the input. Out: counts by reason, and no more than some
//! messages of each kind on standard error.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::console::Console;
use crate::problem::Problem;

/// Messages of one kind that are printed one by one; more than a screen of them nobody reads.
const MOST_TOLD: usize = 20;

/// What became of the input.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tally {
    /// Pages that gave an article.
    pub(crate) articles: usize,
    /// Those of them that are no more than a summary or a title.
    pub(crate) stubs: usize,
    /// Pages that were left out, by what was wrong.
    pub(crate) left_out: BTreeMap<String, usize>,
    /// What archives hold beside pages, by what it is.
    pub(crate) passed_over: BTreeMap<String, usize>,
}

impl Tally {
    pub(crate) fn article(&mut self, stub: bool) {
        self.articles += 1;
        self.stubs += usize::from(stub);
    }

    /// Counts a page that was left out, and tells the console why.
    pub(crate) fn leave_out(&mut self, problem: &Problem, console: &Console) {
        let count = self.left_out.entry(problem.kind().to_owned()).or_default();
        *count += 1;
        match *count <= MOST_TOLD {
            true => console.leave_out(problem),
            false => console.leave_out_silently(),
        }
    }

    pub(crate) fn pass_over(&mut self, what: String) {
        *self.passed_over.entry(what).or_default() += 1;
    }

    /// Tells the console how many messages were not printed, and what was passed over.
    pub(crate) fn finish(&self, console: &Console) {
        for (kind, count) in self.left_out.iter().filter(|(_, count)| **count > MOST_TOLD) {
            console.notice(&format!("{} more were left out: {kind}", count - MOST_TOLD));
        }
        let passed_over: usize = self.passed_over.values().sum();
        if passed_over > 0 {
            let told = self.passed_over.iter().map(|(what, count)| format!("{count} {what}"));
            let told = told.collect::<Vec<_>>().join(", ");
            console.notice(&format!("passed over in archives: {told}"));
        }
    }
}
