//! One event as a row of the UCDP Georeferenced Event Dataset (codebook 24.1).
//!
//! In: what is told of an event. Out: a row, or why the event has none. Numbers of conflicts, dyads and
//! actors are UCDP's own and stay empty, and `best` is never made of the deaths by side.

use super::codes::{self, Class, Of, Scheme};
use super::reports;
use super::row::Row;
use super::told::{Told, days, figure, one_day};
use crate::model::{Date, Finding, Level, Precision, Slot, Who};
use crate::report::words;

/// UCDP's code for violence of a group against civilians.
const ONE_SIDED: &str = "3";

pub(super) fn row(told: &Told) -> Result<Row, &'static str> {
    let class = codes::class(told, Scheme::Ged);
    if class == Class::Outside {
        return Err("such a kind of event is not in the GED");
    }
    let mut row = Row::default();
    row.text("id", Some(told.id()));
    row.text("relid", Some(&told.view.incident.id));
    row.set("event_clarity", Some(1));
    date(&mut row, told);
    sources(&mut row, told);
    place(&mut row, told);
    let one_sided = class == Class::Is(ONE_SIDED);
    if let Class::Is(class) = class {
        row.set("type_of_violence", Some(class));
        row.hold(told.finding(Slot::EventType));
    }
    row.set("side_b", one_sided.then_some("Civilians"));
    deaths(&mut row, told, one_sided);
    Ok(row)
}

fn date(row: &mut Row, told: &Told) {
    let Some(date) = told.date() else { return };
    row.hold(told.finding(Slot::EventDate));
    row.set("year", Some(date.start.date().year()));
    row.set("date_prec", date_prec(date));
    row.set("date_start", Some(date.start.date()));
    row.set("date_end", Some(date.end.date()));
}

/// Returns the precision code; `None` for what is longer than a year.
fn date_prec(date: &Date) -> Option<u8> {
    match days(date) {
        _ if one_day(date) => Some(1),
        ..1 => None,
        1..=6 => Some(2),
        7 => Some(3),
        8..=31 => Some(4),
        32..=366 if date.precision <= Precision::Year => Some(5),
        _ => None,
    }
}

fn sources(row: &mut Row, told: &Told) {
    row.set("number_of_sources", Some(told.view.articles.len()));
    row.text("source_article", Some(reports::all(told.view)));
    row.text("source_office", Some(reports::outlets(told.view)));
    row.text("source_date", Some(reports::days(told.view)));
    row.text("source_headline", Some(reports::headlines(told.view)));
    row.text("source_original", Some(reports::voices(told, told.toll(Slot::KilledCount))));
}

fn place(row: &mut Row, told: &Told) {
    let Some(place) = told.place() else { return };
    row.hold(told.finding(Slot::Place));
    row.text("where_coordinates", Some(place.town().unwrap_or(&place.name)));
    row.text("where_description", Some(words::place(place)));
    row.text("adm_1", place.admin1.as_ref());
    row.text("adm_2", place.admin2.as_ref());
    row.text("country", told.country());
    row.set("country_id", codes::country(told, Of::GleditschWard));
    row.set("region", codes::country(told, Of::GedRegion));
    let Some((north, east)) = place.lat.zip(place.lon) else { return };
    row.set("where_prec", Some(where_prec(place.level)));
    row.set("latitude", Some(north));
    row.set("longitude", Some(east));
    row.set("geom_wkt", Some(format!("POINT ({east} {north})")));
    row.set("priogrid_gid", Some(grid_cell(north, east)));
}

fn where_prec(level: Level) -> u8 {
    match level {
        Level::City | Level::Facility | Level::Point => 1,
        Level::Admin2 => 3,
        Level::Admin1 => 4,
        Level::Region => 5,
        Level::Country => 6,
    }
}

/// Returns the cell of PRIO-GRID: half a degree wide and high, counted from 1 in the south-west,
/// 720 to a row.
fn grid_cell(north: f64, east: f64) -> u32 {
    let half_degrees = |degrees: f64, most: f64| (degrees * 2.0).floor().clamp(0.0, most) as u32;
    half_degrees(north + 90.0, 359.0) * 720 + half_degrees(east + 180.0, 719.0) + 1
}

fn deaths(row: &mut Row, told: &Told, one_sided: bool) {
    let group = told.group();
    row.text("side_a", group.and_then(|it| told.name(it.slot)));
    row.hold(group);
    let perpetrators = told.count(Slot::KilledCount, &Who::Perpetrators);
    part(row, "deaths_a", perpetrators.filter(|_| group.is_some()));
    let victims = told.count(Slot::KilledCount, &Who::Victims);
    part(row, "deaths_civilians", victims.filter(|_| one_sided));
    let Some(killed) = told.toll(Slot::KilledCount) else { return };
    row.set("best", figure(killed));
    row.set("low", killed.low);
    row.set("high", killed.high);
    row.hold_range(Some(killed));
}

fn part(row: &mut Row, column: &str, finding: Option<&Finding>) {
    let printed = finding.and_then(figure);
    row.set(column, printed);
    row.hold(finding.filter(|_| printed.is_some()));
}

#[cfg(test)]
mod tests {
    use super::grid_cell;

    #[test]
    fn the_cells_of_the_grid_are_counted_from_the_south_west() {
        assert_eq!(grid_cell(-89.9, -179.9), 1);
        assert_eq!(grid_cell(-89.4, -179.9), 721);
        assert_eq!(grid_cell(0.1, 0.1), 180 * 720 + 361);
        assert_eq!(grid_cell(90.0, 180.0), 360 * 720);
    }
}
