//! Judges a line by its own words.
//!
//! In: a line. Out: its label, or nothing where only the neighbours can tell.

use super::super::lines::{Line, Shape};
use super::super::{byline, furniture, links, published};
use super::{Label, Manner};
use crate::model::Role;

/// Words above which a sentence that ends with an agency in brackets is a paragraph of the report.
///
/// The longest captions with such an end have some thirty; a last paragraph that credits its agency
/// may be shorter, and is told by its place.
const CAPTION_WORDS: usize = 35;

/// Places where two words are one from which a line may be a menu without its breaks. Chosen by hand,
/// so that a sentence may have a few (`WhatsApp`, `YouTube`, `McDonald`).
const GLUED: usize = 4;

/// Words for each such place in a menu at most. Chosen by hand.
const WORDS_TO_GLUED: usize = 6;

/// Words beside the dates in a line that begins with `Published`: a name, a place.
const WORDS_BESIDE_DATES: usize = 4;

pub(super) fn label(line: &Line<'_>, manner: Manner) -> Option<Label> {
    let furniture = |kind| Some(Label { role: Role::Furniture, kind });
    if line.shape == Shape::Oversized {
        return furniture("oversized");
    }
    match furniture::kind(line.text) {
        Some("caption") if line.words <= CAPTION_WORDS => {
            Some(Label { role: Role::Caption, kind: "caption" })
        }
        Some(kind) if kind != "caption" => furniture(kind),
        _ if manner != Manner::Page && links::is_link(line.text) => furniture("link"),
        _ if manner == Manner::Dump && is_glued(line) => furniture("glued-menu"),
        _ if is_date_line(line.text) => furniture("date-line"),
        _ if is_dated_title(line) => furniture("dated-title"),
        _ if byline::byline(line.text).is_some() => furniture("byline"),
        _ => None,
    }
}

/// `NewsSportLifestyleLog inMore`
fn is_glued(line: &Line<'_>) -> bool {
    let follows = |pair: (char, char)| pair.0.is_lowercase() && pair.1.is_uppercase();
    let glued = line.text.chars().zip(line.text.chars().skip(1)).filter(|it| follows(*it)).count();
    glued >= GLUED && glued * WORDS_TO_GLUED >= line.text.split_whitespace().count()
}

fn is_date_line(line: &str) -> bool {
    let Some(found) = published::date_line(line) else { return false };
    let labelled = found.labelled && found.start == 0 && found.other_words <= WORDS_BESIDE_DATES;
    labelled || found.other_words == 0
}

/// `Ferry siege ends Posted: Tuesday, May 7, 2019 4:12 PM`
fn is_dated_title(line: &Line<'_>) -> bool {
    let dated = |found: published::DateLine| found.labelled && found.start > 0;
    !line.is_prose()
        && line.words > WORDS_BESIDE_DATES
        && published::date_line(line.text).is_some_and(dated)
}
