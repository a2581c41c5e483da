//! Finds the title of a whole page, which stands somewhere among its menus.
//!
//! In: lines, labelled by their own words. Out: which line above the report is its title. Each line that may be
//! one gets points for what marks a title: it says what the report says, others say it again, a byline follows.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::lines::Line;
use super::repeats::fold;
use super::title::{USUAL_WORDS, is_heading, is_signed, may_be_title};
use super::{Labels, stretch};
use crate::model::Role;

// The points below are twice the weights, rounded, that a conditional logistic regression finds on 261 pages for
// tuning in four styles of dumps (a sign more, that the line stands there twice, had hardly a weight and was left
// out). Learnt on four fifths of the pages and asked for the others, it takes the headline for the title in 345 of
// the 462 dumps of newsrooms that have it as a line. The reaches and the lengths of words and lines were chosen by
// hand before, and not measured against others.

/// Points for the share of its words that the report says too.
const SHARED: f64 = 8.0;

/// Points for standing in other lines as well: the title of the window, the text of a button to share.
const WITHIN_ANOTHER: f64 = 4.0;

/// Points for a byline or a date in one of the next lines.
const SIGNED: f64 = 4.0;

/// Points for the mark of a heading of the first level.
const HEADING: f64 = 10.0;

/// Points for having as many words as a title has, and half a title.
const LONG: f64 = 4.0;
const NOT_SHORT: f64 = 5.0;

/// Points that a line of too many words loses, and one with a sign that parts the items of a menu.
const TOO_LONG: f64 = 2.0;
const PARTED: f64 = 2.0;

/// Lines above the report that cost a point.
const FAR: f64 = 20.0;

/// Lines above the report where a title may stand, and lines below it that may hold its byline.
const REACH: usize = 80;
const TO_BYLINE: usize = 5;

/// Words of a usual title.
const TITLE: Range<usize> = 7..21;

/// Letters from which a word says something, and letters from which a line says enough to be found in another.
const WORD_LETTERS: usize = 4;
const LINE_LETTERS: usize = 13;

/// Returns the title of a whole page; nothing if the text was cut from one.
pub(super) fn find(lines: &[Line<'_>], labels: &Labels, headings: &[usize]) -> Option<usize> {
    let role = |place: usize| labels[place].map_or(Role::Body, |it| it.role);
    let report = stretch::report(lines, role)?;
    let page = SeenPage {
        lines,
        labels,
        headings,
        said: lines[report.clone()].iter().flat_map(|it| words(it.text)).collect(),
        folded: lines.iter().map(|it| fold(it.text)).collect(),
        first: report.start,
    };
    let above = report.start.saturating_sub(REACH)..report.start;
    let titles = above.filter(|it| labels[*it].is_none() && may_be_title(&lines[*it]));
    let named = titles.filter(|it| lines[*it].words > 1);
    named.max_by(|one, other| page.points(*one).total_cmp(&page.points(*other)))
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|it: char| !it.is_alphanumeric());
    words.filter(|it| it.chars().count() >= WORD_LETTERS).map(str::to_lowercase).collect()
}

struct SeenPage<'p> {
    lines: &'p [Line<'p>],
    labels: &'p Labels,
    headings: &'p [usize],
    /// The words of the report.
    said: BTreeSet<String>,
    folded: Vec<String>,
    /// First line of the report.
    first: usize,
}

impl SeenPage<'_> {
    fn points(&self, place: usize) -> f64 {
        let line = &self.lines[place];
        let count = line.words;
        let points = |fits: bool, points: f64| if fits { points } else { 0.0 };
        points(self.stands_in_another(place), WITHIN_ANOTHER)
            + points(is_signed(self.labels, place, TO_BYLINE), SIGNED)
            + points(is_heading(line, self.headings), HEADING)
            + points(count >= USUAL_WORDS, NOT_SHORT)
            + points(count >= TITLE.start, LONG)
            - points(count >= TITLE.end, TOO_LONG)
            - points(line.text.contains(['|', '/', '»', '>']), PARTED)
            + SHARED * self.shared(line)
            - (self.first - place) as f64 / FAR
    }

    fn shared(&self, line: &Line<'_>) -> f64 {
        let words = words(line.text);
        let shared = words.iter().filter(|it| self.said.contains(*it)).count();
        shared as f64 / words.len().max(1) as f64
    }

    fn stands_in_another(&self, place: usize) -> bool {
        let folded = &self.folded[place];
        let says = |it: &String| it != folded && it.contains(folded.as_str());
        folded.len() >= LINE_LETTERS && self.folded.iter().any(says)
    }
}
