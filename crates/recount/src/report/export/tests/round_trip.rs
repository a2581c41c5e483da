//! Laws of the exports: what stands in a row parses back to the values it came from.

use proptest::prelude::*;
use serde_json::Value as Json;

use super::*;

/// The values that the formats hold, each as they hold it.
#[derive(Debug, Clone)]
struct Told {
    /// Lowest, best and highest number of the killed.
    killed: [u64; 3],
    day: civil::Date,
    /// Degrees north and east.
    point: (f64, f64),
    town: String,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_tables_of_others_parse_back(told in told()) {
        let record = record(&told);
        let [low, best, high] = told.killed.map(|it| Some(it as f64));
        let point = (Some(told.point.0), Some(told.point.1));
        let gtd = cells(&record, Format::Gtd);
        prop_assert_eq!(number(&gtd, "nkill"), best);
        prop_assert_eq!((number(&gtd, "latitude"), number(&gtd, "longitude")), point);
        let date = ["iyear", "imonth", "iday"].map(|it| number(&gtd, it).unwrap_or_default() as i16);
        prop_assert_eq!(date, [told.day.year(), told.day.month().into(), told.day.day().into()]);
        let acled = cells(&record, Format::Acled);
        prop_assert_eq!(acled["event_date"].parse().ok(), Some(told.day));
        prop_assert_eq!(number(&acled, "fatalities"), low);
        let ged = cells(&record, Format::Ged);
        prop_assert_eq!(["low", "best", "high"].map(|it| number(&ged, it)), [low, best, high]);
        prop_assert_eq!(bare(&ged["where_coordinates"]), plain(&told.town));
        let gdelt = cells(&record, Format::Gdelt);
        prop_assert_eq!(gdelt["SQLDATE"].clone(), told.day.strftime("%Y%m%d").to_string());
        prop_assert_eq!((number(&gdelt, "ActionGeo_Lat"), number(&gdelt, "ActionGeo_Long")), point);
    }

    #[test]
    fn our_own_table_parses_back(told in told()) {
        let found = cells(&record(&told), Format::Csv);
        let range = ["killed_count_low", "killed_count", "killed_count_high"];
        prop_assert_eq!(range.map(|it| number(&found, it)), told.killed.map(|it| Some(it as f64)));
        prop_assert_eq!(number(&found, "latitude").zip(number(&found, "longitude")), Some(told.point));
    }

    #[test]
    fn lines_of_json_parse_back(told in told()) {
        let record = record(&told);
        let [low, best, high] = told.killed;
        let plover = &lines(&record, Format::Plover)[0];
        prop_assert_eq!(plover["dead"].as_u64(), Some(best));
        prop_assert_eq!(plover["date"].as_str().map(str::to_owned), Some(told.day.to_string()));
        let place = &plover["eventLoc"];
        prop_assert_eq!(place["latitude"].as_f64().zip(place["longitude"].as_f64()), Some(told.point));
        let ours = &lines(&record, Format::Jsonl)[0];
        let findings: Vec<Finding> = serde_json::from_value(ours["findings"].clone()).expect("findings");
        prop_assert_eq!(&findings, &record.incidents[0].findings);
        let event: Event = serde_json::from_value(ours["event"].clone()).expect("an event");
        prop_assert_eq!(&event, &record.incidents[0].events[0]);
        let reviews = lines(&record, Format::ClaimReview);
        prop_assert_eq!(reviews.len(), record.incidents[0].findings.len());
        let told = |it: &&Json| it["claimReviewed"] == format!("Killed: {best}");
        let toll = reviews.iter().find(told).expect("a review of the toll");
        let rating = toll["reviewRating"]["alternateName"].as_str().unwrap_or_default();
        let range = format!("accounts give {low}\u{2013}{high}");
        prop_assert!(low == high || rating.ends_with(&range), "{rating}");
    }

    #[test]
    fn a_bundle_of_stix_parses_back(told in told()) {
        let record = record(&told);
        let bundle: Json = serde_json::from_str(export(&record, Format::Stix).text()).expect("JSON");
        let objects = bundle["objects"].as_array().cloned().unwrap_or_default();
        let of = |kind: &str| objects.iter().filter(|it| it["type"] == kind).collect::<Vec<_>>();
        prop_assert_eq!(of("incident").len(), record.incidents[0].events.len());
        prop_assert_eq!(of("note").len(), record.incidents[0].findings.len());
        let place = of("location")[0];
        prop_assert_eq!(place["latitude"].as_f64().zip(place["longitude"].as_f64()), Some(told.point));
    }

    #[test]
    fn a_template_of_muc_4_parses_back(told in told()) {
        let exported = export(&record(&told), Format::Muc4);
        let text = exported.text();
        let fill = |number: usize| {
            let line = text.lines().find(|it| it.starts_with(&format!("{number}.")));
            line.and_then(|it| it.get(36..)).unwrap_or_default().to_owned()
        };
        prop_assert_eq!(text.lines().filter(|it| it.contains(". ")).count(), 25);
        let [_, best, _] = told.killed;
        prop_assert_eq!(fill(21), format!("{best}: \"KILLED\""));
        prop_assert_eq!(fill(2), told.day.strftime("%d %b %y").to_string().to_uppercase());
        prop_assert!(fill(3).contains(&plain(&told.town).to_uppercase()), "{}", fill(3));
    }
}

fn told() -> impl Strategy<Value = Told> {
    let figures = (0..900u64, 0..900u64, 0..900u64);
    let day = (1..3000i16, 1..13i8, 1..29i8);
    // serde_json reads the last of seventeen digits one off.
    let point = (-90_000..90_000i32, -180_000..180_000i32);
    let point = point.prop_map(|(north, east)| (f64::from(north) / 1e3, f64::from(east) / 1e3));
    (figures, day, point, "[ -~]{1,12}").prop_map(|((a, b, c), (year, month, day), point, town)| {
        let mut killed = [a, b, c];
        killed.sort_unstable();
        Told { killed, day: civil::date(year, month, day), point, town }
    })
}

/// The made-up attack with these values.
fn record(told: &Told) -> Record {
    let [low, best, high] = told.killed;
    let mut record = with_count(attack(), Slot::KilledCount, Who::Total, Count::exact(best));
    let killed = record.incidents[0].findings.last_mut().expect("just added");
    (killed.low, killed.high) = (Some(low), Some(high));
    let event = &mut record.incidents[0].events[0];
    event.date = Some(Date::day(told.day));
    let place = event.place.as_mut().expect("a place");
    (place.lat, place.lon, place.name) =
        (Some(told.point.0), Some(told.point.1), told.town.clone());
    record
}

fn number(found: &BTreeMap<String, String>, column: &str) -> Option<f64> {
    found.get(column)?.parse().ok()
}

/// Words without the mark that keeps a spreadsheet from reading them as a formula.
fn bare(cell: &str) -> String {
    cell.trim_start_matches('\'').to_owned()
}

fn plain(words: &str) -> String {
    bare(&crate::report::words::one_line(words))
}

fn lines(record: &Record, format: Format) -> Vec<Json> {
    let exported = export(record, format);
    exported.text().lines().map(|it| serde_json::from_str(it).expect("a line is JSON")).collect()
}
