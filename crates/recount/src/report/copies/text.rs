//! Writes families and shared passages for a terminal, two columns beside each other.

use super::{Shown, Stretch, named, shown};
use crate::annotate::Annotated;
use crate::model::ArticleId;
use crate::report::style::{TextStyle, finished, hanging, padded, wrapped};
use crate::trace::Traced;

/// What stands between the two columns.
const GAP: &str = " │ ";

/// Returns the families of a story and their shared passages as text.
#[must_use]
pub fn copies_text(
    title: &str,
    story: &[&Annotated],
    traced: &Traced,
    style: &TextStyle,
) -> String {
    let mut page = style.strong(title) + "\n";
    let independent = &traced.independent;
    let (low, best, high) = (independent.low, independent.best, independent.high);
    let count =
        format!("{best} independent of {} ({low} to {high}): {}", story.len(), independent.reason);
    page += &hanging("  ", &count, style.columns());
    for (at, family) in traced.families.iter().enumerate() {
        let names: Vec<_> = family.iter().filter_map(|it| name(story, it)).collect();
        page += &hanging(&format!("  {}. ", at + 1), &names.join("; "), style.columns());
    }
    shown(story, traced).iter().for_each(|it| page += &link(it, *style));
    finished(&page, *style)
}

fn name(story: &[&Annotated], id: &ArticleId) -> Option<String> {
    super::article(story, id).map(named)
}

fn link(shown: &Shown, style: TextStyle) -> String {
    let head = format!("{} {} {}", shown.names.0, shown.relation, shown.names.1);
    let head = style.each(&head, TextStyle::strong);
    let mut text = format!("\n{}", hanging("  ", &head, style.columns()));
    text += &hanging("  ", &style.each(shown.reason, TextStyle::faint), style.columns());
    for (one, other) in &shown.passages {
        text += &format!("\n{}", beside(one, other, style));
    }
    text
}

fn beside(one: &Stretch, other: &Stretch, style: TextStyle) -> String {
    let width = style.columns().saturating_sub(2 + GAP.chars().count()) / 2;
    let (left, right) = (column(one, width, style), column(other, width, style));
    let line = |at: usize| {
        let cell = |column: &[String]| column.get(at).cloned().unwrap_or_default();
        let line = format!("  {}{GAP}{}", padded(&cell(&left), width), cell(&right));
        line.trim_end().to_owned() + "\n"
    };
    (0..left.len().max(right.len())).map(line).collect()
}

fn column(stretch: &Stretch, width: usize, style: TextStyle) -> Vec<String> {
    let flat = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ");
    let shared = match style.colour {
        true => style.each(&flat(stretch.shared), TextStyle::evidence),
        false => format!("«{}»", flat(stretch.shared)),
    };
    let aside = |it: &str| style.each(&flat(it), TextStyle::faint);
    wrapped(&format!("{} {shared} {}", aside(stretch.before), aside(stretch.after)), width)
}
