//! Finds where the reports begin that somebody put into one file, one after the other.
//!
//! In: a text. Out: the first byte of each report; none if the text is one report or a whole page. A cut in the
//! wrong place makes two reports of one, which then confirm each other: so every part must look like a
//! report of its own, or the text stays whole.

use super::super::dateline::dateline;
use super::super::furniture;
use super::super::lines::{Line, lines};
use super::super::preface::preface;
use super::title::{USUAL_WORDS, may_be_title};
use super::{Label, Manner, alone};
use crate::model::Role;

// The numbers below were chosen by hand and not measured against others; with them none of 1,396 dumps of one page
// is parted, and what is parted of pasted files stands in `eval/read.md`.

/// Sentences of a report where its head says nothing of its source; a summary in a list has one or two.
const SENTENCES: usize = 3;

/// Lines from a title to its byline, day or dateline, and to its first sentence.
const TO_SOURCE: usize = 3;
const TO_REPORT: usize = 5;

/// Lines that may stand above the first title: the name of an outlet, a section.
const ABOVE: usize = 3;

/// Returns where the reports in `text` begin, by the first of the signs that parts it.
pub(in super::super) fn starts(text: &str) -> Vec<usize> {
    let lines = lines(text);
    let page = Lines { text, lines: &lines };
    let ways = [Lines::prefaces, Lines::parted, Lines::heads];
    let found = ways.iter().map(|way| way(&page)).find(|it| !it.is_empty());
    found.unwrap_or_default().into_iter().map(|it| lines[it].start).collect()
}

struct Lines<'t> {
    text: &'t str,
    lines: &'t [Line<'t>],
}

impl Lines<'_> {
    /// Lines with which a preface begins.
    fn prefaces(&self) -> Vec<usize> {
        let (mut found, mut end) = (Vec::new(), 0);
        for (place, line) in self.lines.iter().enumerate() {
            if line.start < end || !line.text.starts_with("---") && !line.text.contains(':') {
                continue;
            }
            if let Some(preface) = preface(&self.text[line.start..]) {
                found.push(place);
                end = line.start + preface.end;
            }
        }
        self.if_all(found, |range| self.sentences(range) > 0)
    }

    /// Lines after one that parts, such as `=====` or `Document 2 of 5`.
    fn parted(&self) -> Vec<usize> {
        let parts = |place: &usize| self.parts(*place);
        let after = (0..self.lines.len()).filter(parts).map(|it| it + 1);
        let first = (0..self.lines.len()).find(|it| !self.parts(*it));
        let told = |it: &usize| *it < self.lines.len() && !self.parts(*it);
        let mut starts: Vec<_> = first.into_iter().chain(after.filter(told)).collect();
        starts.dedup();
        self.if_all(starts, |range| self.is_head(range.start) && self.sentences(range) > 0)
    }

    /// Titles with a source below them and a report below that, from the first lines on.
    fn heads(&self) -> Vec<usize> {
        let is_head = |place: &usize| self.is_title(*place) && self.is_head(*place);
        let Some(first) = (0..self.lines.len().min(ABOVE + 1)).find(is_head) else {
            return Vec::new();
        };
        let (mut found, mut sentences) = (vec![first], 0);
        for place in first + 1..self.lines.len() {
            if sentences >= SENTENCES && is_head(&place) {
                found.push(place);
                sentences = 0;
            }
            sentences += self.sentences(place..place + 1);
        }
        self.if_all(found, |range| self.sentences(range) >= SENTENCES)
    }

    /// Returns the starts if there are several, and each part fits.
    fn if_all(
        &self,
        starts: Vec<usize>,
        fits: impl Fn(std::ops::Range<usize>) -> bool,
    ) -> Vec<usize> {
        if starts.len() < 2 {
            return Vec::new();
        }
        let ends = starts.iter().skip(1).copied().chain([self.lines.len()]);
        let all = starts.iter().zip(ends).all(|(start, end)| fits(*start..end));
        if all { starts } else { Vec::new() }
    }

    fn parts(&self, place: usize) -> bool {
        let line = self.lines[place].text;
        let sign = line.chars().next().filter(|it| "=-*_~#".contains(*it));
        let drawn =
            sign.is_some_and(|sign| line.len() >= DRAWN && line.chars().all(|it| it == sign));
        drawn || furniture::kind(line) == Some(PARTING)
    }

    fn sentences(&self, range: std::ops::Range<usize>) -> usize {
        range.filter(|it| self.lines[*it].is_prose() && self.label(*it).is_none()).count()
    }

    /// Returns whether a title stands here or in the next lines, with a source and a report below it.
    fn is_head(&self, place: usize) -> bool {
        let reach = |lines: usize| place..(place + lines + 1).min(self.lines.len());
        let title = reach(ABOVE).find(|it| self.is_title(*it));
        title.is_some_and(|title| self.has_source(title))
            && reach(TO_REPORT + ABOVE).any(|it| self.lines[it].is_prose())
    }

    /// Right above a source any line of the length of a title is one, whatever it ends with.
    fn is_title(&self, place: usize) -> bool {
        let line = &self.lines[place];
        let usual = line.words >= USUAL_WORDS && may_be_title(line);
        let signed = || TITLE.contains(&line.words) && self.is_source(place + 1);
        (usual || signed()) && self.label(place).is_none()
    }

    fn has_source(&self, title: usize) -> bool {
        let mut below = title + 1..(title + 1 + TO_SOURCE).min(self.lines.len());
        below.any(|it| self.is_source(it) || dateline(self.lines[it].text).is_some())
    }

    fn is_source(&self, place: usize) -> bool {
        let label = self.lines.get(place).and_then(|_| self.label(place));
        label.is_some_and(|it| SOURCES.contains(&it.kind))
    }

    fn label(&self, place: usize) -> Option<Label> {
        alone::label(&self.lines[place], Manner::Dump).filter(|it| it.role != Role::Body)
    }
}

/// Words of a title that a source alone tells from a sentence.
const TITLE: std::ops::Range<usize> = 2..21;

/// What archives of newspapers write between documents.
const PARTING: &str = "parting";

/// Signs in a row that are drawn to part.
const DRAWN: usize = 5;

/// Kinds of lines that tell whose report it is, or of what day.
const SOURCES: [&str; 2] = ["byline", "date-line"];
