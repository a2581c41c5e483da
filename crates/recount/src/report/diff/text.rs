//! Writes what changed for people: one line for what counts, then a line for each change.
//!
//! In: a [`Diff`]. Out: text such as `since 16 June 2031, 11:01: siege ended; hostages freed; 6 killed`.

use super::{Change, ChangeKind, Diff, IncidentDiff};
use crate::model::Slot;
use crate::report::style::{TextStyle, finished, hanging};
use crate::report::words;

/// Returns what changed as text for a terminal.
#[must_use]
pub fn diff_text(diff: &Diff, style: &TextStyle) -> String {
    let since = diff.since.as_ref().map_or_else(|| "before".into(), words::date);
    if diff.incidents.is_empty() {
        return format!("Nothing changed since {since}.\n");
    }
    let parts: Vec<_> = diff.incidents.iter().map(|it| incident(it, &since, *style)).collect();
    finished(&parts.join("\n"), *style)
}

fn incident(diff: &IncidentDiff, since: &str, style: TextStyle) -> String {
    let width = style.columns();
    let title = words::one_line(&diff.title);
    let mut shown = hanging("", &style.each(&title, TextStyle::strong), width);
    let what = match (&diff.old, &diff.new) {
        (None, _) => "a new incident".into(),
        (_, None) => "no longer told".into(),
        _ => headline(diff),
    };
    shown += &hanging("", &format!("since {since}: {what}"), width);
    let reports = [(diff.added.len(), "more"), (diff.removed.len(), "fewer")];
    for (count, word) in reports.into_iter().filter(|it| it.0 > 0) {
        let noun = if count == 1 { "report" } else { "reports" };
        shown += &hanging("  ", &format!("{count} {noun} {word}"), width);
    }
    let lines = diff.changes.iter().map(|it| hanging("  ", &line(it), width));
    shown + &lines.collect::<String>()
}

/// The new values of the main event, in a line: how far it got, what came of it, how many; only where
/// none of these changed, the others.
fn headline(diff: &IncidentDiff) -> String {
    let main = diff.changes.iter().filter(|it| it.event.is_main());
    let told: Vec<_> =
        main.filter(|it| matches!(it.kind, ChangeKind::New | ChangeKind::Value)).collect();
    let develops =
        |it: &&Change| matches!(it.slot, Slot::Phase | Slot::Outcome) || it.slot.is_count();
    let (news, rest): (Vec<&Change>, Vec<&Change>) = told.into_iter().partition(develops);
    let shown = if news.is_empty() { rest } else { news };
    let shown: Vec<_> = shown.into_iter().map(|it| it.text.as_str()).collect();
    if shown.is_empty() { "the same values stand best".into() } else { shown.join("; ") }
}

fn line(change: &Change) -> String {
    let sign = match change.kind {
        ChangeKind::New => '+',
        ChangeKind::Gone => '-',
        _ => '~',
    };
    let event = match change.event.is_main() {
        true => String::new(),
        false => format!(" [{}]", words::one_line(&change.event_name)),
    };
    format!("{sign} {}{event}", change.text)
}
