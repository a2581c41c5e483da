use super::*;
use crate::reconcile::Pack;
use crate::report::{TextStyle, fixture, record};
use crate::testing::incident;

const ATTACK: &str = "Tribune, 2031-05-04: Gunmen shot dead six people at a market in Tirana, Albania, on Sunday, police said.
    Courier, 2031-05-04: Six people were killed in a shooting at a market in Tirana, Albania, on Sunday.";

#[test]
fn a_row_of_the_same_day_and_town_is_the_same_event() {
    let found = against(
        "eventid,iyear,imonth,iday,country_txt,city,latitude,longitude,attacktype1,nkill,nwound\n\
         203105040001,2031,5,4,Albania,Tirana,41.33,19.82,2,7,3\n\
         203105040002,2031,5,4,Albania,Vlora,40.47,19.49,3,1,0\n\
         199901010001,1999,1,1,Albania,Tirana,41.33,19.82,2,1,0\n",
    );
    assert_eq!((found.aligned.len(), found.only_ours.len(), found.other_days), (1, 0, 1));
    let pair = &found.aligned[0];
    assert_eq!(pair.theirs, "203105040001");
    let differing: Vec<_> =
        pair.differing.iter().map(|it| (&*it.column, &*it.ours, &*it.theirs)).collect();
    assert_eq!(differing, [("nkill", "6", "7")]);
    assert!(
        ["iyear", "imonth", "iday", "city", "latitude"]
            .iter()
            .all(|it| pair.same.iter().any(|same| same == it))
    );
    let filled: Vec<_> = pair.only_theirs.iter().map(|it| (&*it.column, &*it.value)).collect();
    assert_eq!(filled, [("nwound", "3")]);
    assert_eq!(pair.what, "2031-05-04 Tirana");
    let left: Vec<_> = found.only_theirs.iter().map(|it| &*it.id).collect();
    assert_eq!(left, ["203105040002"]);
}

#[test]
fn acled_and_ged_are_told_by_their_columns() {
    let acled = against(
        "event_id_cnty,event_date,country,location,fatalities\nALB1,04 May 2031,Albania,Tirana,6\n",
    );
    assert_eq!((&*acled.format, acled.aligned.len()), ("acled", 1));
    assert!(acled.aligned[0].differing.is_empty(), "{acled:?}");
    let ged = against(
        "id,date_start,date_end,country,where_coordinates,best\n9,2031-05-05 00:00:00.000,2031-05-05,Albania,Tirana town,5\n",
    );
    assert_eq!((&*ged.format, ged.aligned.len()), ("ged", 1));
    assert!(ged.aligned[0].differing.iter().any(|it| it.column == "best"), "{ged:?}");
}

#[test]
fn another_country_or_week_is_another_event() {
    let abroad = against(
        "event_id_cnty,event_date,country,location,fatalities\nX1,2031-05-04,Italy,Tirana,6\n",
    );
    assert_eq!((abroad.aligned.len(), abroad.only_theirs.len()), (0, 1));
    let later = against(
        "event_id_cnty,event_date,country,location,fatalities\nX1,2031-05-14,Albania,Tirana,6\n",
    );
    assert_eq!((later.aligned.len(), later.only_ours.len(), later.other_days), (0, 1, 1));
}

#[test]
fn a_table_of_something_else_is_refused() {
    let refused = compare(b"name,age\na,1\n", &ours()).expect_err("it is no table of events");
    assert!(matches!(refused, CompareError::UnknownTable));
}

#[test]
fn a_table_compared_with_its_own_export_differs_in_nothing() {
    for format in [Format::Gtd, Format::Acled, Format::Ged] {
        let record = ours();
        let found = compare(&export(&record, format).table, &record).expect("our own");
        assert_eq!(
            (found.aligned.len(), found.only_ours.len(), found.only_theirs.len()),
            (1, 0, 0)
        );
        assert!(found.aligned[0].differing.is_empty(), "{found:?}");
    }
}

#[test]
fn the_text_names_what_differs() {
    let found = against(
        "event_id_cnty,event_date,country,location,fatalities\nALB1,2031-05-04,Albania,Tirana,8\n",
    );
    let text = comparison_text(&found, &TextStyle { width: 100, colour: false });
    assert!(text.contains("≠ fatalities: ours 6, theirs 8"), "{text}");
}

fn ours() -> Record {
    record(fixture::producer(), Vec::new(), vec![incident(ATTACK, Pack::default())])
}

#[track_caller]
fn against(table: &str) -> Comparison {
    compare(table.as_bytes(), &ours()).expect("it is a table of events")
}
