//! Stories about places: a text, and what we make of its names.

use super::{Relation, resolve_spans};
use crate::testing::annotated;

#[test]
fn a_region_a_town_and_a_prison_in_it_are_told_apart() {
    check(
        "Two guards are held in the southern Rostov region. The siege at Detention Centre 1 in \
         Rostov goes on. Russia sent troops.",
        "southern Rostov region: Rostov RU; Detention Centre 1: Detention Centre 1 RU; \
         Rostov: Rostov-on-Don RU; Russia: Russia RU",
    );
}

#[test]
fn the_capital_of_a_region_is_a_town() {
    check("It began in the Rostov region's capital.", "Rostov region: Rostov-on-Don RU");
}

#[test]
fn the_place_beside_it_tells_which_town_is_meant() {
    check(
        "He was born near Springfield, Ohio.",
        "Springfield: Springfield US Ohio; Ohio: Ohio US Ohio",
    );
    check("She moved to Paris, Texas.", "Paris: Paris US Texas; Texas: Texas US Texas");
    check("A fire broke out in Peoria, Ill., on Monday.", "Peoria: Peoria US Illinois");
}

#[test]
fn the_article_tells_which_town_is_meant() {
    check(
        "Police in Athens held a man. The Georgia town lies between Atlanta and Augusta.",
        "Athens: Athens US Georgia; Georgia town: Georgia US Georgia; Atlanta: Atlanta US Georgia; \
         Augusta: Augusta US Georgia",
    );
}

#[test]
fn names_of_persons_and_bodies_are_no_places() {
    check("Officer Houston met Paris Dallow of The Moscow Times and the Bank of America.", "");
    check("Denzil Madison fled. Madison said he was afraid.", "");
}

#[test]
fn peoples_are_places_only_before_a_kind_of_place() {
    check("Afghan police shot a German tourist.", "");
    check("A bomb went off in an Afghan city.", "Afghan city: Afghanistan AF");
}

#[test]
fn words_of_everyday_english_need_a_preposition() {
    check("Hope fades. March is cold. Reading helps.", "");
    check("A fire in Reading killed two.", "Reading: Reading GB");
}

#[test]
fn streets_and_quarters_are_no_towns() {
    check(
        "Shots were fired on Dogwood Drive in Atlanta.",
        "Dogwood Drive: Dogwood Drive US; Atlanta: Atlanta US Georgia",
    );
}

#[test]
fn a_building_stands_in_the_town_of_the_article_and_not_in_the_one_it_is_called_after() {
    let city = |text: &str| {
        let annotated = annotated(text);
        let hospital = annotated.places.iter().find(|it| it.place.name.ends_with("ospital"));
        hospital.and_then(|it| it.place.city.clone())
    };
    let told = "A fire broke out in Kavaja. Two patients died at Springfield hospital.";
    assert_eq!(city(told).as_deref(), Some("Kavajë"));
    let named = "A fire broke out in Durres. Two patients died at Kavaja hospital.";
    assert_eq!(city(named).as_deref(), Some("Kavajë"));
}

#[test]
fn a_dateline_is_known_as_such() {
    let annotated = annotated("KAVAJA, Albania (Agency) - Three inmates rioted on Monday.");
    assert!(annotated.places.iter().all(|it| it.relation == Relation::Dateline));
    assert_eq!(annotated.places.len(), 2);
}

#[test]
fn every_place_says_why() {
    let annotated = annotated("He was born near Springfield, Ohio.");
    let reason = annotated.places[0].place.reason.as_deref().expect("a place has a reason");
    assert!(reason.starts_with("the text names what contains it beside it"), "{reason}");
    assert!(reason.ends_with("other places called “springfield” rejected"), "{reason}");
}

#[test]
fn names_found_by_others_are_resolved_where_they_stand() {
    let annotated = annotated("Canadian troops left Kabul, the Afghan capital.");
    let found = resolve_spans(&annotated, &[0..8, 21..26, 3..3]);
    let names: Vec<_> = found.iter().map(|it| it.as_ref().map(|it| it.name.as_str())).collect();
    assert_eq!(names, [Some("Canada"), Some("Kabul"), None]);
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let annotated = annotated(text);
    let told = annotated.places.iter().map(|it| {
        let place = &it.place;
        let country = place.country.as_deref().unwrap_or_default();
        // The division is told where towns of one name are told apart by it.
        let division = place.admin1.as_deref().filter(|_| country == "US" && place.lat.is_some());
        let division = division.filter(|_| place.geonameid.is_some()).unwrap_or_default();
        let words = annotated.text(&it.tokens);
        format!("{words}: {} {country} {division}", place.name).trim_end().to_owned()
    });
    assert_eq!(told.collect::<Vec<_>>().join("; "), expected);
}
