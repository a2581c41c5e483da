mod round_trip;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil;

use super::*;
use crate::model::{
    Count, Date, Event, Finding, Group, Level, Place, Precision, Qualifier, Slot, Standing, Term,
    Value, Verdict, Who,
};
use crate::report::fixture;

#[test]
fn the_first_line_has_the_columns_of_the_codebook() {
    for (format, count) in
        [(Format::Gtd, 135), (Format::Acled, 31), (Format::Ged, 49), (Format::Gdelt, 61)]
    {
        let names = Columns::of(format).names();
        assert_eq!(names.len(), count, "{format}");
        assert_eq!(export(&fixture::empty(), format).text(), names.join(",") + "\n");
    }
}

#[test]
fn what_is_written_has_a_column_and_a_line_in_the_dictionary() {
    let record = attack();
    for format in Format::ALL.iter().copied() {
        let columns = Columns::of(format);
        let view = &View::all(&record)[0];
        let row = format.row(&Told::new(view, &view.incident.events[0])).expect("it has a row");
        for name in row.written() {
            assert!(columns.fills(&name), "{format} has no column {name}");
            assert!(columns.dictionary().contains(&format!("| `{name}` |")));
        }
    }
}

#[test]
fn an_attack_is_coded_as_the_codebooks_do() {
    check(Format::Gtd, "iyear 2031, imonth 5, iday 4, attacktype1 2, weaptype1 9, weapsubtype1 23");
    check(Format::Gtd, "nkill 14, nkillter 6, nwound , latitude -12.5, specificity 1, country 22");
    check(Format::Gtd, "gname Unknown, nperps -99, suicide , approxdate ");
    check(
        Format::Acled,
        "event_date 2031-05-04, time_precision 1, event_type Violence against civilians",
    );
    check(Format::Acled, "sub_event_type Attack, disorder_type Political violence, fatalities 12");
    check(Format::Acled, "iso 84, geo_precision 1, latitude -12.5");
    check(Format::Ged, "type_of_violence 3, best 14, low 12, high 14, date_prec 1, where_prec 1");
    check(Format::Ged, "country_id 80, region Americas, geom_wkt POINT (-170.25 -12.5)");
    check(Format::Csv, "killed_count 14, killed_count_low 12, killed_count_verdict disputed");
}

#[test]
fn an_attack_fills_a_template_of_muc_4() {
    let found = export(&attack(), Format::Muc4);
    let has = |line: &str| assert!(found.text().contains(line), "no {line} in {}", found.text());
    has("2.  INCIDENT: DATE                  04 MAY 31\n");
    has("3.  INCIDENT: LOCATION              BELIZE");
    has("4.  INCIDENT: TYPE                  ATTACK\n");
    has("6.  INCIDENT: INSTRUMENT ID         \"KITCHEN KNIFE\"\n");
    has("7.  INCIDENT: INSTRUMENT TYPE       CUTTING DEVICE: \"KITCHEN KNIFE\"\n");
    has("8.  PERP: INCIDENT CATEGORY         -\n");
    has("21. HUM TGT: NUMBER                 14: \"KILLED\"\n");
    has("23. HUM TGT: EFFECT OF INCIDENT     DEATH: \"KILLED\"\n");
    assert!(found.loss.contains("Killed (perpetrators) 6"), "{}", found.loss);
    assert_eq!(export(&with_kind("ferry accident", Some("accident")), Format::Muc4).text(), "");
}

#[test]
fn a_date_is_no_more_exact_than_the_reports() {
    let may = Date::days(civil::date(2031, 5, 1), civil::date(2031, 5, 31), Precision::Month);
    let year = Date::days(civil::date(2031, 1, 1), civil::date(2031, 12, 31), Precision::Year);
    check_date(&may, Format::Gtd, "iyear 2031, imonth 5, iday 0, approxdate May 2031");
    check_date(&may, Format::Acled, "event_date 2031-05-16, time_precision 3");
    check_date(&may, Format::Ged, "date_start 2031-05-01, date_end 2031-05-31, date_prec 4");
    check_date(&year, Format::Gtd, "iyear 2031, imonth 0, iday 0");
    check_date(&year, Format::Acled, "year 2031, event_date , time_precision ");
    check_date(&year, Format::Ged, "date_prec 5");
}

#[test]
fn a_facility_is_told_with_its_town() {
    let mut record = attack();
    let place = record.incidents[0].events[0].place.as_mut().expect("the attack has a place");
    place.level = Level::Facility;
    place.name = "Quay Hotel".into();
    place.city = Some("Saltham".into());
    let gtd = cells(&record, Format::Gtd);
    assert_eq!((&*gtd["city"], &*gtd["location"]), ("Saltham", "Quay Hotel"));
    assert_eq!(cells(&record, Format::Acled)["location"], "Saltham");
    assert_eq!(cells(&record, Format::Csv)["city"], "Saltham");
}

#[test]
fn a_zero_is_written_only_where_one_is_claimed() {
    let unhurt = with_count(attack(), Slot::InjuredCount, Who::Total, Count::exact(0));
    assert_eq!(cells(&unhurt, Format::Gtd)["nwound"], "0");
    assert_eq!(cells(&attack(), Format::Gtd)["nwound"], "");
}

#[test]
fn victims_and_perpetrators_are_never_added_up() {
    let mut record = attack();
    let total = |it: &Finding| it.who == Some(Who::Total) && it.slot == Slot::KilledCount;
    record.incidents[0].findings.retain(|it| !total(it));
    let record = with_count(record, Slot::KilledCount, Who::Victims, Count::exact(5));
    let found = cells(&record, Format::Gtd);
    assert_eq!((&*found["nkill"], &*found["nkillter"]), ("", "6"));
    let ged = cells(&record, Format::Ged);
    assert_eq!((&*ged["best"], &*ged["deaths_civilians"]), ("", "5"));
    let loss = export(&record, Format::Gtd).loss;
    assert!(loss.contains("Killed (victims) 5"), "{loss}");
}

#[test]
fn an_accident_has_no_row_in_a_data_set_of_attacks() {
    for format in [Format::Gtd, Format::Acled, Format::Ged] {
        let found = with_kind("ferry accident", Some("accident"));
        let export = export(&found, format);
        assert_eq!(export.text().lines().count(), 1);
        assert!(export.loss.contains("No row for E0"), "{}", export.loss);
        assert!(export.summary.starts_with("0 rows; 1 event left out"), "{}", export.summary);
    }
}

#[test]
fn background_has_a_row_only_where_the_format_can_say_so() {
    let rows = |format| export(&fixture::ferry(), format).text().lines().count();
    assert_eq!((rows(Format::Csv), rows(Format::Jsonl)), (3, 2));
    let loss = export(&fixture::ferry(), Format::Gtd).loss;
    assert!(loss.contains("No row for E1 (Sinking of the Alba): it is background"), "{loss}");
}

#[test]
fn the_loss_names_what_is_lost() {
    let loss = export(&fixture::ferry(), Format::Csv).loss;
    assert!(loss.contains("by Coast Wire → port official (anonymous)"), "{loss}");
    let loss = export(&attack(), Format::Gtd).loss;
    assert!(loss.contains("E0: Ranges: Killed 14, 12–14 [disputed]."), "{loss}");
    assert!(loss.contains("E0: Verdicts other than agreed: "), "{loss}");
}

#[test]
fn an_attack_is_coded_by_cameo_and_plover() {
    check(Format::Gdelt, "SQLDATE 20310504, MonthYear 203105, Year 2031, FractionDate 2031.4219");
    check(Format::Gdelt, "EventCode 182, EventBaseCode 182, EventRootCode 18, QuadClass 4");
    check(Format::Gdelt, "ActionGeo_Type 4, ActionGeo_CountryCode BH, ActionGeo_Lat -12.5");
    let line: serde_json::Value =
        serde_json::from_str(export(&attack(), Format::Plover).text()).expect("a line is JSON");
    assert_eq!((&line["event"], &line["mode"]), (&"ASSAULT".into(), &"beat".into()));
    assert_eq!((&line["dead"], &line["date"]), (&14.into(), &"2031-05-04".into()));
    assert_eq!(line["eventLoc"]["country code"], "BZ");
}

#[test]
fn every_finding_has_a_review_without_a_degree_of_truth() {
    let record = fixture::ferry();
    let exported = export(&record, Format::ClaimReview);
    let lines = exported.text();
    let reviews: Vec<serde_json::Value> =
        lines.lines().map(|it| serde_json::from_str(it).expect("a line is JSON")).collect();
    assert_eq!(reviews.len(), record.incidents[0].findings.len());
    let killed = |it: &&serde_json::Value| it["claimReviewed"] == "Killed (passengers): 14";
    let killed = reviews.iter().find(killed).expect("the toll has one");
    assert_eq!(killed["reviewRating"]["alternateName"], "Disputed: accounts give 12–14");
    assert!(killed["reviewRating"].get("ratingValue").is_none());
    assert!(killed["itemReviewed"]["appearance"].as_array().is_some_and(|it| !it.is_empty()));
}

#[test]
fn every_reference_within_a_bundle_is_in_it() {
    let exported = export(&fixture::ferry(), Format::Stix);
    let bundle: serde_json::Value = serde_json::from_str(exported.text()).expect("it is JSON");
    let objects = bundle["objects"].as_array().expect("it has objects");
    let ids: BTreeSet<_> = objects.iter().filter_map(|it| it["id"].as_str()).collect();
    assert_eq!(ids.len(), objects.len());
    let refs = objects.iter().flat_map(|it| {
        let many = it["object_refs"].as_array().cloned().unwrap_or_default();
        many.into_iter().chain([it["source_ref"].clone(), it["target_ref"].clone()])
    });
    let refs: Vec<_> = refs.filter(|it| !it.is_null()).collect();
    assert!(refs.len() > 4 && refs.iter().all(|it| ids.contains(it.as_str().expect("an id"))));
}

#[test]
fn what_is_told_no_more_is_withdrawn() {
    let older = fixture::ferry();
    let mut newer = older.clone();
    newer.incidents[0].id = "i-later".into();
    let accident = with_kind("ferry accident", Some("accident"));
    let none = export_after(Some(&accident), &newer, Format::Gtd).withdrawn.expect("a list");
    assert_eq!(none.lines().count(), 1, "what had no row is not withdrawn: {none}");
    let found = export_after(Some(&older), &newer, Format::Csv).withdrawn.expect("a list");
    let id = &older.incidents[0].id;
    assert!(found.contains(&format!("{id}-E0,i-later-E0,")), "{found}");
    assert!(found.contains(&format!("{id}-E1,i-later-E1,")), "{found}");
    newer.incidents.clear();
    let gone = export_after(Some(&older), &newer, Format::Stix);
    assert!(gone.text().contains("\"revoked\": true"), "{}", gone.text());
    assert!(gone.withdrawn.expect("a list").contains(&format!("{id}-E0,,")));
    assert_eq!(export(&newer, Format::Csv).withdrawn, None);
}

#[test]
fn a_formula_becomes_text_and_a_negative_number_stays_one() {
    let mut record = attack();
    record.incidents[0].events[0].place.as_mut().expect("a place").name = "=HYPERLINK(1)".into();
    let found = cells(&record, Format::Gtd);
    assert_eq!((&*found["city"], &*found["latitude"]), ("'=HYPERLINK(1)", "-12.5"));
}

#[test]
fn an_event_of_followthemoney_points_at_its_reports() {
    let exported = export(&fixture::ferry(), Format::Ftm);
    let lines = exported.text();
    let entities: Vec<serde_json::Value> =
        lines.lines().map(|it| serde_json::from_str(it).expect("a line is JSON")).collect();
    let schemas: Vec<_> = entities.iter().filter_map(|it| it["schema"].as_str()).collect();
    assert_eq!(schemas, ["Event", "Article", "Article", "Article", "Article", "Article", "Event"]);
    let proof = entities[0]["properties"]["proof"].as_array().expect("it has reports");
    assert!(proof.iter().all(|id| entities.iter().any(|it| it["id"] == *id)), "{proof:?}");
    assert!(lines.contains("Killed (passengers) 14, 12–14 [disputed]"), "{lines}");
    assert!(lines.contains("Missing 30 [single source]"), "{lines}");
}

#[test]
fn a_line_of_json_holds_findings_and_claims_as_they_are() {
    let record = fixture::ferry();
    let exported = export(&record, Format::Jsonl);
    let lines = exported.text();
    let findings = |line: &str| -> Vec<Finding> {
        let mut line: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        serde_json::from_value(line["findings"].take()).expect("it has findings")
    };
    let found: Vec<_> = lines.lines().flat_map(findings).collect();
    assert_eq!(found, record.incidents[0].findings);
}

/// A made-up knife attack of 4 May 2031 in Belize with a disputed toll and six dead attackers.
fn attack() -> Record {
    with_kind("stabbing", Some("armed attack"))
}

fn with_kind(kind: &str, broader: Option<&str>) -> Record {
    let mut record = fixture::ferry();
    let incident = &mut record.incidents[0];
    incident.events.truncate(1);
    incident.events[0] = event(kind);
    incident.findings.retain(|it| it.slot == Slot::Phase);
    let term = |id: &str, broader: Option<&str>| {
        let broader = broader.map(str::to_owned);
        Value::Term(Term { id: id.into(), text: id.into(), broader })
    };
    incident.findings.push(finding(Slot::EventType, None, term(kind, broader)));
    incident.findings.push(finding(Slot::Weapon, None, term("kitchen knife", Some("knife"))));
    let unknown = Count { n: None, low: None, high: None, qualifier: Qualifier::Unspecified };
    let record = with_count(record, Slot::PerpetratorCount, Who::Perpetrators, unknown);
    let record = with_count(record, Slot::KilledCount, Who::Perpetrators, Count::exact(6));
    let mut record = with_count(record, Slot::KilledCount, Who::Total, Count::exact(14));
    let killed = record.incidents[0].findings.last_mut().expect("just added");
    (killed.low, killed.verdict) = (Some(12), Verdict::Disputed);
    record
}

fn event(kind: &str) -> Event {
    let mut event = fixture::ferry().incidents[0].events[0].clone();
    event.kind = kind.into();
    event.date = Some(Date::day(civil::date(2031, 5, 4)));
    let place = event.place.as_mut().expect("the ferry has a place");
    *place = Place {
        level: Level::City,
        country: Some("BZ".into()),
        lat: Some(-12.5),
        lon: Some(-170.25),
        ..place.clone()
    };
    event
}

fn finding(slot: Slot, who: Option<Who>, best: Value) -> Finding {
    let event = fixture::ferry().incidents[0].events[0].id.clone();
    let figure = if let Value::Count(count) = &best { count.n } else { None };
    let group = Group {
        value: best.clone(),
        claims: Vec::new(),
        denied_by: Vec::new(),
        articles: 1,
        outlets: 1,
        families: 1,
        origins: 1,
        standing: Standing::Best,
    };
    Finding {
        event,
        slot,
        who,
        verdict: Verdict::SingleSource,
        best,
        low: figure,
        high: figure,
        reason: String::new(),
        pack: String::new(),
        one_party: None,
        drift: Vec::new(),
        groups: vec![group],
    }
}

/// Returns the record with a count in the place of any other of the same people.
fn with_count(mut record: Record, slot: Slot, who: Who, count: Count) -> Record {
    let findings = &mut record.incidents[0].findings;
    findings.retain(|it| it.slot != slot || it.who.as_ref() != Some(&who));
    findings.push(finding(slot, Some(who), Value::Count(count)));
    record
}

/// Returns the cells of the first row by their columns.
fn cells(record: &Record, format: Format) -> BTreeMap<String, String> {
    let exported = export(record, format);
    let mut rows = csv::Reader::from_reader(exported.text().as_bytes());
    rows.deserialize().next().expect("there is a row").expect("it is as long as the names")
}

#[track_caller]
fn check(format: Format, expected: &str) {
    holds(&cells(&attack(), format), expected);
}

#[track_caller]
fn check_date(date: &Date, format: Format, expected: &str) {
    let mut record = attack();
    record.incidents[0].events[0].date = Some(date.clone());
    holds(&cells(&record, format), expected);
}

#[track_caller]
fn holds(found: &BTreeMap<String, String>, expected: &str) {
    for cell in expected.split(", ") {
        let (name, value) = cell.split_once(' ').expect("a column and its value");
        assert_eq!(found.get(name).map(String::as_str), Some(value), "{name}");
    }
}
