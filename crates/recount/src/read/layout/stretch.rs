//! Finds the stretch of a whole page that holds its report.
//!
//! In: the lines of a dump with their labels. Out: on a page with many lines that are no sentences, all
//! that stands outside of the stretch labelled as furniture. The stretch is the run of lines with the
//! largest sum, where a sentence counts its words and any other line counts against it (after Pasternack
//! and Roth, 2009): so a menu parts what a caption does not.

use std::ops::Range;

use super::super::lines::Line;
use super::Label;
use crate::model::Role;

/// Lines that are no sentences from which a dump is a whole page; what somebody cut from one has fewer.
/// On the pages for tuning 15 changes nothing, and 60 costs .006 of mean F1 on news.
const WHOLE_PAGE: usize = 30;

/// What a line of furniture counts against, in words; other lines that are no sentence count half.
///
/// Of 6, 8, 10 and 12, by a copy of the rule in Python over the labels of all others, on 261 pages for tuning in four styles (hosts apart from those that are measured):
/// mean F1 of news .784, .801, .806, .814, of blogs .779, .782, .774, .762.
const COST: i64 = 8;

/// Words of one line that count; a page of terms and conditions has lines of hundreds. 30 changes nothing on
/// news and costs .004 on blogs, 60 the other way about (-.005, +.007).
const MOST_WORDS: usize = 40;

/// Words from which a sentence counts: `Like Loading...` and `Thank you!` are none. 4 and 6 are .001 worse on
/// news, .003 on blogs.
const FEWEST_WORDS: usize = 8;

/// Labels what stands outside of the report; standfirst and captions may stand above, below the title.
pub(super) fn part(lines: &[Line<'_>], labels: &mut [Label], title: Option<usize>) {
    let Some(report) = report(lines, |place| labels[place].role) else { return };
    let report = with_short_sentences(report, lines, labels);
    let head = title.unwrap_or(report.start).min(report.start);
    for (place, label) in labels.iter_mut().enumerate() {
        let inside = match label.role {
            Role::Body => report.contains(&place),
            Role::Caption | Role::Standfirst => (head..report.end).contains(&place),
            _ => true,
        };
        if !inside {
            *label = OUTSIDE;
        }
    }
}

const OUTSIDE: Label = Label { role: Role::Furniture, kind: "outside" };

/// Returns the lines of the report on a whole page, from its first long sentence; nothing if the text was
/// cut from a page.
pub(super) fn report(lines: &[Line<'_>], role: impl Fn(usize) -> Role) -> Option<Range<usize>> {
    let worth: Vec<i64> = (0..lines.len()).map(|it| worth(&lines[it], role(it))).collect();
    let whole = worth.iter().filter(|it| **it <= 0).count() > WHOLE_PAGE;
    whole.then(|| best(&worth))
}

fn worth(line: &Line<'_>, role: Role) -> i64 {
    match role {
        Role::Body if line.is_prose() && line.words >= FEWEST_WORDS => {
            i64::try_from(line.words.min(MOST_WORDS)).unwrap_or(i64::MAX)
        }
        Role::Body => -COST / 2,
        Role::Standfirst | Role::Headline => 0,
        _ => -COST,
    }
}

/// Returns the run with the sentences next to it, however short.
fn with_short_sentences(run: Range<usize>, lines: &[Line<'_>], labels: &[Label]) -> Range<usize> {
    let told = |it: &usize| labels[*it].role == Role::Body && lines[*it].is_prose();
    let above = (0..run.start).rev().take_while(told).count();
    let below = (run.end..lines.len()).take_while(told).count();
    run.start - above..run.end + below
}

/// Returns the run with the largest sum, the first of equals.
fn best(worth: &[i64]) -> Range<usize> {
    let (mut best, mut most) = (0..0, 0);
    let (mut start, mut sum) = (0, 0);
    for (place, it) in worth.iter().enumerate() {
        if sum <= 0 {
            (start, sum) = (place, 0);
        }
        sum += it;
        if sum > most {
            (best, most) = (start..place + 1, sum);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::best;

    #[test]
    fn a_short_gap_is_within_and_a_long_one_parts() {
        assert_eq!(best(&[-8, 20, -8, 30, -8, -8, -8, -8, -8, 12]), 1..4);
        assert_eq!(best(&[9, -8, -8, 30]), 3..4);
        assert_eq!(best(&[-8, -8]), 0..0);
    }
}
