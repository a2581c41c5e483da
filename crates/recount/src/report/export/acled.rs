//! One event as a row of ACLED (codebook of 2024).
//!
//! In: what is told of an event. Out: a row, or why the event has none. Of the dead the lowest figure
//! that stands is written, as ACLED takes the conservative one; classes of actors stay empty.

use jiff::ToSpan as _;
use jiff::civil;

use super::codes::{self, Class, Of, Scheme};
use super::reports;
use super::row::Row;
use super::told::{Told, days, figure, one_day};
use crate::model::{Date, Finding, Level, Precision, Slot};
use crate::reconcile::Pack;

/// Most days that the codebook calls a part of a month.
const PART_OF_MONTH: i32 = 15;

pub(super) fn row(told: &Told) -> Result<Row, &'static str> {
    let class = codes::class(told, Scheme::Acled);
    if class == Class::Outside {
        return Err("such a kind of event is not in ACLED");
    }
    let mut row = Row::default();
    row.text("event_id_cnty", Some(told.id()));
    row.text("notes", told.brief());
    row.text("source", Some(reports::outlets(told.view)));
    date(&mut row, told);
    kind(&mut row, told, class);
    place(&mut row, told);
    let group = told.group();
    row.text("actor1", group.and_then(|it| told.name(it.slot)));
    row.hold(group);
    let killed = told.toll(Slot::KilledCount);
    row.set("fatalities", killed.and_then(lowest));
    row.hold(killed.filter(|it| lowest(it).is_some()));
    Ok(row)
}

/// Returns the lowest figure that still stands; where none is printed, what ACLED codes for the words.
fn lowest(finding: &Finding) -> Option<u64> {
    finding.low.or_else(|| figure(finding)).or_else(|| Pack::figure_of_words(&finding.best))
}

fn date(row: &mut Row, told: &Told) {
    let Some(date) = told.date().filter(|it| it.precision <= Precision::Year) else { return };
    row.hold(told.finding(Slot::EventDate));
    row.set("year", Some(date.start.date().year()));
    let Some(precision) = time_precision(date) else { return };
    row.set("event_date", Some(if precision == 1 { date.start.date() } else { middle(date) }));
    row.set("time_precision", Some(precision));
}

/// Returns the precision code; `None` where ACLED has none.
fn time_precision(date: &Date) -> Option<u8> {
    match date.precision {
        _ if one_day(date) => Some(1),
        Precision::Month => Some(3),
        Precision::Year | Precision::Decade => None,
        _ if days(date) <= PART_OF_MONTH => Some(2),
        _ if days(date) <= 31 => Some(3),
        _ => None,
    }
}

/// Returns the middle day, which the codebook asks for where no day is known.
fn middle(date: &Date) -> civil::Date {
    let (first, half) = (date.start.date(), days(date).saturating_sub(1) / 2);
    first.checked_add(half.days()).unwrap_or(first)
}

fn kind(row: &mut Row, told: &Told, class: Class) {
    let Class::Is(kind) = class else { return };
    row.hold(told.finding(Slot::EventType));
    row.set("event_type", Some(kind));
    let civilians = kind == "Violence against civilians";
    row.set("civilian_targeting", civilians.then_some("Civilian targeting"));
    if let Class::Is(sub) = codes::class(told, Scheme::AcledSub) {
        row.set("sub_event_type", Some(sub));
        row.set("disorder_type", codes::disorder(sub));
    }
}

fn place(row: &mut Row, told: &Told) {
    let Some(place) = told.place() else { return };
    row.hold(told.finding(Slot::Place));
    row.set("iso", codes::country(told, Of::Numeric));
    row.set("region", codes::country(told, Of::AcledRegion));
    row.text("country", told.country());
    row.text("admin1", place.admin1.as_ref());
    row.text("admin2", place.admin2.as_ref());
    row.text("location", Some(place.town().unwrap_or(&place.name)));
    row.set("latitude", told.point().map(|it| it.0));
    row.set("longitude", told.point().map(|it| it.1));
    row.set("geo_precision", told.point().and_then(|_| geo_precision(place.level)));
}

fn geo_precision(level: Level) -> Option<u8> {
    match level {
        Level::City | Level::Facility | Level::Point => Some(1),
        Level::Admin2 => Some(2),
        Level::Admin1 => Some(3),
        Level::Country | Level::Region => None,
    }
}
