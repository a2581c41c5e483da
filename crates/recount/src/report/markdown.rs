//! Writes the cited brief in Markdown.
//!
//! In: a [`Record`]. Out: the record in sentences and lists, each value with footnotes that quote the
//! evidence. Foreign text is escaped: it can neither set type nor become a link.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::model::{Article, Claim, ClaimId, Event, Finding, Group, Record};

use super::head::{independence, particulars, ties};
use super::view::{View, followable, headline, letter, outlet, quoted};
use super::{labels, words};

/// Returns the record as Markdown with footnotes.
#[must_use]
pub fn markdown(record: &Record) -> String {
    let views = View::all(record);
    if views.is_empty() {
        return "# No incident\n\nNothing in the articles could be told as an incident.\n".into();
    }
    let parts = views.iter().enumerate().map(|(at, view)| incident(at, view));
    parts.collect::<Vec<_>>().join("\n")
}

fn incident(position: usize, view: &View) -> String {
    let mut notes = Notes { prefix: format!("{}-", position + 1), ..Notes::default() };
    let head = head(view, &mut notes);
    let findings = findings(view, &view.main_findings(), &mut notes);
    let background = background(view, &mut notes);
    let timeline = timeline(view, &mut notes);
    let parts = [head, section("Record", &findings), background, timeline, reports(view)];
    format!("{}\n{}", parts.concat(), notes.written(view))
}

/// The footnotes of an incident: each claim has one, numbered by first use.
#[derive(Default)]
struct Notes<'a> {
    prefix: String,
    numbers: BTreeMap<&'a ClaimId, usize>,
    claims: Vec<&'a Claim>,
}

impl<'a> Notes<'a> {
    /// Returns the marks of the footnotes for `claims`, one for each article.
    fn cite(&mut self, view: &View<'a>, claims: &[ClaimId]) -> String {
        view.cited(claims).into_iter().map(|claim| self.mark(claim)).collect()
    }

    fn mark(&mut self, claim: &'a Claim) -> String {
        let next = self.numbers.len() + 1;
        let number = *self.numbers.entry(&claim.id).or_insert(next);
        if number == next {
            self.claims.push(claim);
        }
        format!("[^{}{number}]", self.prefix)
    }

    fn written(&self, view: &View) -> String {
        let notes = self.claims.iter().enumerate();
        notes
            .map(|(at, it)| format!("[^{}{}]: {}\n", self.prefix, at + 1, note(view, it)))
            .collect()
    }
}

/// Returns what a footnote says: article, sentence with the evidence in bold, voice.
fn note(view: &View, claim: &Claim) -> String {
    let Some(article) = view.article(&claim.article) else {
        return escaped(&claim.evidence.text);
    };
    let when = article.published.as_ref().map_or_else(|| "no date".into(), words::date);
    let quoted = quoted(article, &claim.evidence);
    let part = |text: &str| escaped_run(text);
    format!(
        "{}, {}: “{}**{}**{}” ({})",
        escaped(&view.citation(&claim.article)),
        escaped(&when),
        part(quoted.before).trim_start(),
        part(quoted.evidence).trim(),
        part(quoted.after).trim_end(),
        escaped(&words::voice(claim)),
    )
}

fn section(name: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("\n## {name}\n\n{text}") }
}

fn head<'a>(view: &View<'a>, notes: &mut Notes<'a>) -> String {
    let mut told = format!("# {}\n\n", escaped(&view.incident.title));
    let particulars = particulars(view).join(" · ");
    if !particulars.is_empty() {
        let _ = writeln!(told, "*{}*\n", escaped(&particulars));
    }
    for sentence in &view.incident.brief {
        let cites = notes.cite(view, &sentence.claims);
        let _ = writeln!(told, "{}{cites}", escaped(&sentence.text));
    }
    let gap = if view.incident.brief.is_empty() { "" } else { "\n" };
    told + &format!("{gap}{}.\n", escaped(independence(view).trim_end_matches('.')))
}

fn findings<'a>(view: &View<'a>, of: &[&'a Finding], notes: &mut Notes<'a>) -> String {
    of.iter().map(|it| finding(view, it, notes)).collect()
}

fn finding<'a>(view: &View<'a>, finding: &'a Finding, notes: &mut Notes<'a>) -> String {
    let best = finding.groups.first();
    let cites = best.map_or_else(String::new, |it| notes.cite(view, &it.claims));
    let range = match finding.low == finding.high {
        true => String::new(),
        false => format!(", range {}", words::range(finding.low, finding.high)),
    };
    let mut told = format!(
        "- {}: **{}**{cites} – {} {}{range}; {}",
        escaped(&labels::question(finding)),
        escaped(&words::value(&finding.best)),
        labels::sign(finding.verdict),
        labels::verdict(finding.verdict),
        best.map_or_else(String::new, words::support),
    );
    if !finding.reason.is_empty() {
        let _ = write!(told, ". {}", escaped(&finding.reason));
    }
    told.push('\n');
    let rivals = finding.groups.iter().skip(1);
    told + &rivals.map(|it| rival(view, it, notes)).collect::<String>()
}

fn rival<'a>(view: &View<'a>, group: &'a Group, notes: &mut Notes<'a>) -> String {
    let cites = notes.cite(view, &group.claims);
    let value = escaped(&words::value(&group.value));
    let holders = escaped(&view.holders(group));
    let standing = labels::standing(group);
    format!("  - {standing}: {value}{cites} – {holders}; {}\n", words::support(group))
}

fn background<'a>(view: &View<'a>, notes: &mut Notes<'a>) -> String {
    let events = view.background().into_iter();
    let told: Vec<_> = events.map(|event| other(view, event, notes)).collect();
    section("Other events that the articles mention", &told.join("\n"))
}

fn other<'a>(view: &View<'a>, event: &'a Event, notes: &mut Notes<'a>) -> String {
    let when = event.date.as_ref().map_or_else(String::new, |it| format!(", {}", words::date(it)));
    let name = escaped(&words::capital(&event.name));
    let told = findings(view, &view.findings(&event.id), notes);
    format!("### {name}{}\n\n{told}", escaped_run(&when))
}

fn timeline<'a>(view: &View<'a>, notes: &mut Notes<'a>) -> String {
    let entries = view.incident.timeline.iter();
    let told: String = entries
        .map(|it| {
            let cites = notes.cite(view, &it.claims);
            format!("- {}: {}{cites}\n", escaped(&words::date(&it.when)), escaped(&it.text))
        })
        .collect();
    section("Timeline", &told)
}

fn reports(view: &View) -> String {
    let families = view.incident.families.iter().enumerate();
    let told: String = families
        .map(|(at, family)| {
            let articles = words::several(family.len(), "article", "articles");
            let members = view.articles.iter().filter(|it| family.contains(&it.id));
            let members: String = members.map(|it| report(view, it)).collect();
            format!("- Family {}, {articles}\n{members}", letter(at))
        })
        .collect();
    section("Articles", &told)
}

fn report(view: &View, article: &Article) -> String {
    let when = article.published.as_ref().map_or_else(|| "no date".into(), words::date);
    let name = format!("{}, {when}: {}", outlet(article), headline(article));
    let url = article.url.as_deref().filter(|it| followable(it));
    let address = url.map_or_else(String::new, |it| format!(" <{}>", address(it)));
    let number = view.number(&article.id);
    let mut told = format!("  - \\[{number}\\] {}{address}\n", escaped(&name));
    for tie in ties(view, article) {
        let _ = writeln!(told, "    - {}", escaped(&tie));
    }
    told
}

/// Returns foreign text as one line that Markdown shows as it is.
fn escaped(text: &str) -> String {
    escaped_run(text.trim())
}

/// Returns the same, with the spaces at its ends.
fn escaped_run(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '!' | '$' => {
                shown.extend(['\\', letter]);
            }
            it if it.is_whitespace() => {
                if !shown.ends_with(' ') {
                    shown.push(' ');
                }
            }
            it if it.is_control() => {}
            it => shown.push(it),
        }
    }
    shown
}

/// Returns an address without the letters that would end it.
fn address(url: &str) -> String {
    let written = |it: char| match it {
        '<' => "%3C".into(),
        '>' => "%3E".into(),
        it if it.is_whitespace() || it.is_control() => "%20".into(),
        it => it.to_string(),
    };
    url.chars().map(written).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn a_value_has_a_footnote_for_each_article_that_prints_it() {
        check("- Killed (passengers): **14**[^1-");
        check("“**At least 14 passengers were killed** when the ferry Marisol");
    }

    #[test]
    fn rivals_stand_under_the_value_with_who_holds_them() {
        check("  - rival: 12[^1-");
        check("– \\[5\\] Strait Observer; 1 article · 1 family · 1 origin");
    }

    #[test]
    fn every_footnote_that_is_cited_is_written_once() {
        let told = markdown(&fixture::ferry());
        for cited in told.split("[^").skip(1).filter_map(|it| it.split(']').next()) {
            assert_eq!(told.matches(&format!("\n[^{cited}]: ")).count(), 1, "footnote {cited}");
        }
    }

    #[test]
    fn foreign_text_is_shown_as_it_is() {
        let told = markdown(&fixture::hostile());
        assert!(!told.contains("<img") && !told.contains("<script"), "{told}");
        assert!(!told.contains("[x](javascript"), "{told}");
        assert!(told.contains("\\*bold\\* \\[x\\](javascript:alert(1))"), "{told}");
        assert!(told.contains("<https://post.example/\"%3E%3Cb%3Ex>"), "{told}");
    }

    #[test]
    fn an_empty_record_and_a_single_article_are_told_too() {
        assert!(markdown(&fixture::empty()).starts_with("# No incident"));
        assert!(markdown(&fixture::one_article()).contains("1 report, 1 of them independent"));
    }

    #[track_caller]
    fn check(expected: &str) {
        let told = markdown(&fixture::ferry());
        assert!(told.contains(expected), "{expected:?} is not in\n{told}");
    }
}
