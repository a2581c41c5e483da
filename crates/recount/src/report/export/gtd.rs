//! One event as a row of the Global Terrorism Database (codebook of 2021).
//!
//! In: what is told of an event. Out: a row, or why the event has none. The criteria of terrorism are
//! a coder's judgement and stay empty. `data/exports/gtd.tsv` says what each column means here.

use super::codes::{self, Class, Of, Scheme};
use super::reports;
use super::row::Row;
use super::told::{Told, days, figure, one_day};
use crate::model::{Count, Finding, Level, Precision, Qualifier, Slot, Value, Who};
use crate::report::words;

/// What the codebook writes for a number that is not known.
const UNKNOWN_NUMBER: i64 = -99;

pub(super) fn row(told: &Told) -> Result<Row, &'static str> {
    let class = codes::class(told, Scheme::Gtd);
    if class == Class::Outside {
        return Err("such a kind of event is not in the GTD");
    }
    let mut row = Row::default();
    row.text("eventid", Some(told.id()));
    row.text("summary", told.brief());
    row.set("dbsource", Some("Recount"));
    date(&mut row, told);
    place(&mut row, told);
    attack(&mut row, told, class);
    targets(&mut row, told);
    weapons(&mut row, told);
    perpetrators(&mut row, told);
    casualties(&mut row, told);
    hostages(&mut row, told);
    sources(&mut row, told);
    Ok(row)
}

fn date(row: &mut Row, told: &Told) {
    let Some(date) = told.date().filter(|it| it.precision <= Precision::Year) else { return };
    row.hold(told.finding(Slot::EventDate));
    let first = date.start.date();
    row.set("iyear", Some(first.year()));
    let month = if date.precision <= Precision::Month { first.month() } else { 0 };
    row.set("imonth", Some(month));
    let day = if date.precision <= Precision::Day { first.day() } else { 0 };
    row.set("iday", Some(day));
    if !one_day(date) {
        row.text("approxdate", Some(words::date(date)));
    }
    if date.precision <= Precision::Day && days(date) > 1 {
        row.set("extended", Some(1));
        row.set("resolution", Some(date.end.date()));
    }
}

fn place(row: &mut Row, told: &Told) {
    let Some(place) = told.place() else { return };
    row.hold(told.finding(Slot::Place));
    row.set("country", codes::country(told, Of::Gtd));
    row.text("country_txt", told.country());
    let region = codes::country(told, Of::GtdRegion);
    row.set("region", region);
    row.set("region_txt", region.and_then(|it| codes::gtd_name("region", it)));
    row.text("provstate", place.admin1.as_ref());
    row.text("city", place.town());
    row.text("location", Some(&place.name).filter(|_| place.level > Level::City));
    let point = told.point();
    row.set("latitude", point.map(|it| it.0));
    row.set("longitude", point.map(|it| it.1));
    row.set("specificity", Some(specificity(place.level, point.is_some())));
}

fn specificity(level: Level, pointed: bool) -> u8 {
    match level {
        _ if !pointed => 5,
        Level::City | Level::Facility | Level::Point => 1,
        Level::Admin2 => 3,
        Level::Admin1 => 4,
        Level::Country | Level::Region => 5,
    }
}

fn attack(row: &mut Row, told: &Told, class: Class) {
    let attack = if let Class::Is(attack) = class { attack } else { "9" };
    row.set("attacktype1", Some(attack));
    row.set("attacktype1_txt", codes::gtd_name("attacktype", attack));
    if let Class::Is(_) = class {
        row.hold(told.finding(Slot::EventType));
    }
    let terms = [told.terms(Slot::EventType), told.terms(Slot::Weapon)].concat();
    let suicide = terms.iter().any(|it| it.id.starts_with("suicide"));
    row.set("suicide", suicide.then_some(1));
}

fn targets(row: &mut Row, told: &Told) {
    row.hold(told.finding(Slot::Target));
    for (at, term) in (1..=2).zip(told.terms(Slot::Target)) {
        let class = codes::gtd_term("target", term).map(|it| it.0);
        row.set(format!("targtype{at}"), class);
        let name = class.and_then(|it| codes::gtd_name("targtype", it));
        row.set(format!("targtype{at}_txt"), name);
        row.text(format!("target{at}"), Some(&term.id));
    }
}

fn weapons(row: &mut Row, told: &Told) {
    let weapons = told.terms(Slot::Weapon);
    row.hold(told.finding(Slot::Weapon));
    for (at, term) in (1..=2).zip(&weapons) {
        let Some((class, sub)) = codes::gtd_term("weapon", term) else { continue };
        row.set(format!("weaptype{at}"), Some(class));
        row.set(format!("weaptype{at}_txt"), codes::gtd_name("weaptype", class));
        row.set(format!("weapsubtype{at}"), sub);
    }
    let detail: Vec<_> = weapons.iter().map(|it| it.id.as_str()).collect();
    row.text("weapdetail", Some(detail.join("; ")));
}

fn perpetrators(row: &mut Row, told: &Told) {
    let claimed = told.finding(Slot::ClaimedBy);
    let group = told.group();
    row.hold(group);
    row.hold(claimed);
    let name = group.and_then(|it| told.name(it.slot));
    row.text("gname", name.or(Some("Unknown")));
    row.set("guncertain1", group.map(|it| u8::from(told.suspected(it))));
    row.text("gname2", told.name(Slot::ClaimedBy).filter(|it| Some(*it) != name));
    row.set("claimed", claimed.map(|_| 1));
    number(row, "nperps", first(told, Slot::PerpetratorCount, [Who::Perpetrators, Who::Total]));
    let captured = first(told, Slot::ArrestedCount, [Who::Perpetrators, Who::Total]);
    row.set("nperpcap", captured.and_then(figure));
    row.hold(captured);
}

fn casualties(row: &mut Row, told: &Told) {
    let american = Who::Nationality("United States".into());
    let columns = [
        (Slot::KilledCount, ["nkill", "nkillus", "nkillter"]),
        (Slot::InjuredCount, ["nwound", "nwoundus", "nwoundte"]),
    ];
    for (slot, names) in columns {
        let perpetrators = told.count(slot, &Who::Perpetrators);
        let counts = [told.toll(slot), told.count(slot, &american), perpetrators];
        for (name, count) in names.into_iter().zip(counts) {
            let printed = count.and_then(figure);
            row.set(name, printed);
            row.hold(count.filter(|_| printed.is_some()));
        }
    }
    let disputed = told.findings.iter().filter(|it| it.low != it.high);
    let notes: Vec<_> = disputed.map(|it| super::loss::spread(it)).collect();
    row.text("addnotes", Some(notes.join("; ")));
}

fn hostages(row: &mut Row, told: &Told) {
    let held = first(told, Slot::HostageCount, [Who::Hostages, Who::Total]);
    let (kind, broader) = told.kind();
    let taking = |it: &str| matches!(it, "hostage taking" | "kidnapping" | "hijacking");
    let taken = held.is_some_and(|it| figure(it) != Some(0));
    let taken = taken || taking(kind) || broader.is_some_and(taking);
    row.set("ishostkid", taken.then_some(1));
    number(row, "nhostkid", held);
    number(row, "nreleased", first(told, Slot::FreedCount, [Who::Hostages, Who::Total]));
    let ransom = told.terms(Slot::Demand).iter().any(|it| it.id == "ransom");
    row.set("ransom", ransom.then_some(1));
}

fn sources(row: &mut Row, told: &Told) {
    for (name, report) in
        ["scite1", "scite2", "scite3"].into_iter().zip(reports::by_family(told.view))
    {
        row.text(name, Some(report));
    }
}

/// Writes a number, or the code for one that is reported and not known.
fn number(row: &mut Row, column: &str, finding: Option<&Finding>) {
    let Some(Value::Count(count)) = finding.map(|it| &it.best) else { return };
    let Count { n, qualifier, .. } = count;
    let unknown = (*qualifier == Qualifier::Unspecified).then_some(UNKNOWN_NUMBER.to_string());
    row.set(column, n.map(|it| it.to_string()).or(unknown));
    row.hold(finding);
}

/// Returns the finding of the first of these people that has one.
fn first<'a>(told: &Told<'a>, slot: Slot, whose: [Who; 2]) -> Option<&'a Finding> {
    whose.iter().find_map(|who| told.count(slot, who))
}
