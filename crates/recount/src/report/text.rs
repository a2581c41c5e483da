//! Writes the record for a terminal.
//!
//! In: a [`Record`]. Out: text in plain words, within the width. What is disputed, what was superseded
//! and what belongs to another event stand under headings of their own.

use crate::model::{Article, Event, Finding, Group, Record, Verdict};

use super::head::{independence, particulars, ties};
use super::style::{TextStyle, finished, hanging};
use super::view::{View, headline, letter, outlet};
use super::{labels, table, words};

/// Returns the record as text for a terminal.
///
/// ```
/// use recount::model::{Producer, Record};
/// use recount::report::{TextStyle, text};
///
/// let (version, language_model) = ("0.1.0".into(), "en_small 1.0.0".into());
/// let recount = Producer { version, language_model, as_of: None };
/// let record = Record { recount, articles: vec![], incidents: vec![] };
/// assert_eq!(text(&record, &TextStyle::default()), "No incident was found in 0 articles.\n");
/// ```
#[must_use]
pub fn text(record: &Record, style: &TextStyle) -> String {
    let views = View::all(record);
    if views.is_empty() {
        let articles = words::several(record.articles.len(), "article", "articles");
        return format!("No incident was found in {articles}.\n");
    }
    let rule = format!("\n{}\n\n", style.faint(&"─".repeat(style.columns())));
    let shown: Vec<_> = views.iter().map(|view| incident(view, *style)).collect();
    finished(&shown.join(&rule), *style)
}

fn incident(view: &View, style: TextStyle) -> String {
    let findings = view.main_findings();
    let mut shown = head(view, style);
    if !findings.is_empty() {
        shown += &heading("What happened", style);
        shown += &table::findings(&findings, 2, style);
    }
    shown += &contested(view, &findings, Verdict::Disputed, "Disputed", style);
    shown += &contested(view, &findings, Verdict::Superseded, "Superseded", style);
    shown += &background(view, style);
    shown + &reports(view, style)
}

fn heading(words: &str, style: TextStyle) -> String {
    format!("\n{}\n", style.strong(words))
}

/// Returns the title, the line of particulars and how many reports are independent.
fn head(view: &View, style: TextStyle) -> String {
    let width = style.columns();
    let title = words::one_line(&view.incident.title);
    let title = style.each(&title, TextStyle::strong);
    let mut shown = hanging("", &title, width);
    shown += &hanging("", &particulars(view).join(" · "), width);
    shown + &hanging("", &independence(view), width)
}

/// Returns the findings with `verdict`, each with its values and who holds them.
fn contested(
    view: &View,
    of: &[&Finding],
    verdict: Verdict,
    name: &str,
    style: TextStyle,
) -> String {
    let shown: String = of
        .iter()
        .filter(|it| it.verdict == verdict)
        .map(|finding| rivals(view, finding, style))
        .collect();
    if shown.is_empty() { shown } else { heading(name, style) + &shown }
}

fn rivals(view: &View, finding: &Finding, style: TextStyle) -> String {
    let width = style.columns();
    let mut shown = hanging("  ", &labels::question(finding), width);
    for group in &finding.groups {
        let lead = format!("    {} ", labels::sign_of(group, finding));
        shown += &hanging(&lead, &held(view, group, style), width);
    }
    let reason = words::one_line(&finding.reason);
    if !reason.is_empty() {
        shown +=
            &hanging("      ", &style.each(&format!("Why: {reason}"), TextStyle::faint), width);
    }
    shown
}

/// Returns a value, who holds it and what stands behind it.
fn held(view: &View, group: &Group, style: TextStyle) -> String {
    let value = words::one_line(&words::value(&group.value));
    let replaced = if group.superseded() { " (since replaced)" } else { "" };
    let holders = words::one_line(&view.holders(group));
    format!("{}{replaced} – {holders} – {}", style.strong(&value), words::support(group))
}

fn background(view: &View, style: TextStyle) -> String {
    let events = view.background();
    let told: String = events.iter().map(|event| other_event(view, event, style)).collect();
    match told.is_empty() {
        true => told,
        false => heading("Other events that the reports mention", style) + &told,
    }
}

fn other_event(view: &View, event: &Event, style: TextStyle) -> String {
    let when = event.date.as_ref().map_or_else(String::new, |it| format!(" ({})", words::date(it)));
    let name = words::capital(&words::one_line(&event.name));
    let head = hanging("  ", &format!("{name}{when}"), style.columns());
    head + &table::findings(&view.findings(&event.id), 4, style)
}

/// Returns the articles by family, with who copies and who cites whom.
fn reports(view: &View, style: TextStyle) -> String {
    let mut shown = heading("Reports, by the text they come from", style);
    for (at, family) in view.incident.families.iter().enumerate() {
        let articles = words::several(family.len(), "article", "articles");
        let one = if family.len() > 1 { " from one text" } else { "" };
        shown +=
            &hanging("  ", &format!("Family {}: {articles}{one}", letter(at)), style.columns());
        let members = view.articles.iter().filter(|it| family.contains(&it.id));
        shown += &members.map(|it| report(view, it, style)).collect::<String>();
    }
    shown
}

fn report(view: &View, article: &Article, style: TextStyle) -> String {
    let lead = format!("    [{}] ", view.number(&article.id));
    let width = style.columns();
    let when = article.published.as_ref().map_or_else(|| "no date".into(), words::date);
    let line = format!("{} · {when} · {}", outlet(article), headline(article));
    let mut shown = hanging(&lead, &words::one_line(&line), width);
    for tie in ties(view, article) {
        let tie = style.each(&tie, TextStyle::faint);
        shown += &hanging(&" ".repeat(lead.len()), &tie, width);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{fixture, style::columns};

    #[test]
    fn every_line_fits_the_terminal() {
        for width in [40, 60, 80, 100, 120, 160] {
            let style = TextStyle { width, colour: false };
            for line in text(&fixture::ferry(), &style).lines() {
                assert!(columns(line) <= width, "{width} columns: {line}");
            }
        }
    }

    #[test]
    fn a_value_stands_with_its_verdict_range_and_support() {
        check("Killed (passengers) 14 12–14 ▲ disputed 3 articles · 1 family · 1 origin");
        check("Arrested (crew) 2 2 ○ single source 1 article · 1 family · 1 origin");
    }

    #[test]
    fn what_is_disputed_names_who_holds_what() {
        check("▲ 12 – [5] Strait Observer – 1 article · 1 family · 1 origin");
    }

    #[test]
    fn what_was_superseded_says_so() {
        check("ongoing (since replaced) – [1] Harbour Post");
    }

    #[test]
    fn an_event_of_the_background_keeps_its_own_toll() {
        check("Sinking of the Alba (2019) Killed (victims) 41 41 ○ single source");
    }

    #[test]
    fn the_reports_say_who_copies_whom() {
        check(
            "[3] Vell Courier · 3 May 2031, 12:50 · At least 14 killed in ferry disaster copies [2] Coast Wire",
        );
    }

    #[test]
    fn no_name_of_the_format_is_shown() {
        let shown = text(&fixture::ferry(), &TextStyle::default());
        assert!(!shown.contains('_'), "{shown}");
    }

    #[test]
    fn colour_comes_only_when_asked_for() {
        let coloured = |colour| text(&fixture::ferry(), &TextStyle { width: 100, colour });
        assert!(coloured(true).contains("\x1b[1;31m▲ disputed\x1b[0m"));
        assert!(!coloured(false).contains('\x1b'));
    }

    #[test]
    fn an_empty_record_and_a_single_article_are_told_too() {
        assert!(text(&fixture::empty(), &TextStyle::default()).starts_with("No incident"));
        let shown = text(&fixture::one_article(), &TextStyle::default());
        assert!(shown.contains("1 report, 1 of them independent"), "{shown}");
    }

    #[track_caller]
    fn check(expected: &str) {
        let shown = text(&fixture::ferry(), &TextStyle { width: 120, colour: false });
        assert!(words::one_line(&shown).contains(expected), "{expected:?} is not in\n{shown}");
    }
}
