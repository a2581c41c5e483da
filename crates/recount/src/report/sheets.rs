//! Writes the findings and the timeline as CSV tables.
//!
//! In: a [`Record`]. Out: CSV, as [`sheet`] writes it. Figures and dates are left as they are.

use crate::model::{Claim, ClaimId, Finding, Group, Incident, Record, TimelineEntry};

use super::labels;
use super::sheet::{sheet, text};
use super::view::View;
use super::words;

/// Returns every finding of every incident, one a row.
///
/// | column | holds |
/// |---|---|
/// | `incident`, `incident_title` | id and title of the incident |
/// | `event`, `event_relation`, `event_name` | id of the event, `main` or `background`, its name |
/// | `slot`, `who` | the names in the record; `who` is empty unless the slot is a count |
/// | `question` | the same in plain words |
/// | `verdict` | `agreed`, `single-source`, `refined`, `complementary`, `superseded`, `disputed` |
/// | `best` | the value that stands best; a date as ISO 8601 |
/// | `low`, `high` | for a count, the lowest and highest printed figure that still stands |
/// | `articles`, `outlets`, `families`, `origins` | how many stand behind the best value |
/// | `others` | the other values, `;` between them, replaced ones in brackets |
/// | `reason`, `pack` | why this value, and the rule pack that chose it |
/// | `sources` | who said it, outermost first, `;` between chains |
/// | `evidence` | for each article its name and the words, `;` between them |
#[must_use]
pub fn findings_csv(record: &Record) -> String {
    let names = [
        "incident",
        "incident_title",
        "event",
        "event_relation",
        "event_name",
        "slot",
        "who",
        "question",
        "verdict",
        "best",
        "low",
        "high",
        "articles",
        "outlets",
        "families",
        "origins",
        "others",
        "reason",
        "pack",
        "sources",
        "evidence",
    ];
    let views = View::all(record);
    let rows = views
        .iter()
        .flat_map(|view| view.incident.findings.iter().map(move |it| finding(view, it)));
    sheet(&names, rows)
}

/// Returns every entry of every timeline, one a row.
///
/// | column | holds |
/// |---|---|
/// | `incident` | id of the incident |
/// | `start`, `end` | first and last moment, ISO 8601 civil time |
/// | `precision`, `zone` | how exactly it is known, and the zone as printed |
/// | `event`, `event_relation`, `event_name` | the event, as in the findings |
/// | `text` | what happened |
/// | `evidence` | for each article its name and the words, `;` between them |
#[must_use]
pub fn timeline_csv(record: &Record) -> String {
    let names = [
        "incident",
        "start",
        "end",
        "precision",
        "zone",
        "event",
        "event_relation",
        "event_name",
        "text",
        "evidence",
    ];
    let views = View::all(record);
    let rows =
        views.iter().flat_map(|view| view.incident.timeline.iter().map(move |it| entry(view, it)));
    sheet(&names, rows)
}

fn finding(view: &View, finding: &Finding) -> Vec<String> {
    let [relation, name] = event(view.incident, &finding.event);
    let figure = |n: Option<u64>| n.map_or_else(String::new, |it| it.to_string());
    let best = finding.groups.first();
    let count = |of: fn(&Group) -> usize| best.map_or_else(String::new, |it| of(it).to_string());
    let claims = best.map_or(&[][..], |it| &it.claims);
    vec![
        text(&view.incident.id),
        text(&view.incident.title),
        text(&finding.event.0),
        relation,
        name,
        finding.slot.name().to_owned(),
        text(&finding.who.as_ref().map_or_else(String::new, ToString::to_string)),
        text(&labels::question(finding)),
        labels::verdict_name(finding.verdict).to_owned(),
        text(&finding.best.to_string()),
        figure(finding.low),
        figure(finding.high),
        count(|it| it.articles),
        count(|it| it.outlets),
        count(|it| it.families),
        count(|it| it.origins),
        text(&others(finding)),
        text(&finding.reason),
        text(&finding.pack),
        text(&sources(view, claims)),
        text(&evidence(view, claims)),
    ]
}

fn entry(view: &View, entry: &TimelineEntry) -> Vec<String> {
    let [relation, name] = event(view.incident, &entry.event);
    let [start, end, precision, zone] = date(entry);
    let (incident, of) = (text(&view.incident.id), text(&entry.event.0));
    let evidence = text(&evidence(view, &entry.claims));
    vec![incident, start, end, precision, zone, of, relation, name, text(&entry.text), evidence]
}

/// Returns start, end, precision and zone as the record writes them.
fn date(entry: &TimelineEntry) -> [String; 4] {
    let written = serde_json::to_value(&entry.when).unwrap_or_default();
    ["start", "end", "precision", "zone"]
        .map(|name| text(written.get(name).and_then(|it| it.as_str()).unwrap_or_default()))
}

/// Returns the relation and the name of an event.
fn event(incident: &Incident, id: &crate::model::EventId) -> [String; 2] {
    let event = incident.events.iter().find(|it| it.id == *id);
    let relation = event.map_or("", |it| labels::relation_name(it.relation));
    [relation.to_owned(), text(event.map_or("", |it| &it.name))]
}

fn others(finding: &Finding) -> String {
    let others = finding.groups.iter().skip(1).map(|it| match it.superseded() {
        true => format!("({})", it.value),
        false => it.value.to_string(),
    });
    others.collect::<Vec<_>>().join("; ")
}

fn sources(view: &View, claims: &[ClaimId]) -> String {
    let mut chains: Vec<_> = view.claims(claims).into_iter().map(words::chain).collect();
    chains.retain(|it| !it.is_empty());
    let mut seen = std::collections::BTreeSet::new();
    chains.retain(|it| seen.insert(it.clone()));
    chains.join("; ")
}

fn evidence(view: &View, claims: &[ClaimId]) -> String {
    let quoted = |claim: &Claim| {
        let name = view.article(&claim.article).map_or("", |it| &it.name);
        format!("{name}: “{}”", words::one_line(&claim.evidence.text))
    };
    view.cited(claims).into_iter().map(quoted).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn a_finding_is_a_row() {
        check(
            &findings_csv(&fixture::ferry()),
            "killed_count,passengers,Killed (passengers),disputed,14,12,14,3,3,1,1,12; (9),",
        );
    }

    #[test]
    fn an_entry_is_a_row_with_its_date_as_the_record_has_it() {
        check(
            &timeline_csv(&fixture::ferry()),
            "ferry-1,2031-05-03T12:00,2031-05-03T12:00,minute,,E0,main,",
        );
    }

    #[test]
    fn a_formula_becomes_text() {
        let sheet = findings_csv(&fixture::hostile());
        check(&sheet, ",'@SUM(A1) & <b>,");
        check(&sheet, "\"'=1+1 <img");
        check(&timeline_csv(&fixture::hostile()), "\"'+1 <i>\n| cell\"");
    }

    #[test]
    fn every_row_has_every_column() {
        for sheet in [findings_csv(&fixture::hostile()), timeline_csv(&fixture::ferry())] {
            let mut rows = csv::Reader::from_reader(sheet.as_bytes());
            assert!(rows.records().all(|it| it.is_ok()), "{sheet}");
        }
    }

    #[test]
    fn an_empty_record_has_the_names_only() {
        assert_eq!(findings_csv(&fixture::empty()).lines().count(), 1);
        assert_eq!(timeline_csv(&fixture::empty()).lines().count(), 1);
    }

    #[track_caller]
    fn check(sheet: &str, expected: &str) {
        assert!(sheet.contains(expected), "{expected:?} is not in\n{sheet}");
    }
}
