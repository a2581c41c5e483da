//! Texts, and who is said to say what in them.

use crate::model::Slot;
use crate::testing::dated;

#[test]
fn a_verb_of_saying_has_its_voice_before_or_behind_it() {
    check("Police said six people were killed.", "6: Police");
    check("Six people were killed, police said.", "6: police");
    check("Six people were killed, said the mayor.", "6: mayor");
    check("According to the fire service, six people were killed.", "6: fire service");
    check("Six people were killed, according to the fire service.", "6: fire service");
}

#[test]
fn a_few_words_are_a_statement_too() {
    check("Police said six died.", "6: Police");
    check("Six people were killed, police said in a statement.", "6: police");
}

#[test]
fn who_tells_an_agency_is_the_inner_voice() {
    check(
        "A police source told the state news agency Bulpress that six people were killed.",
        "6: Bulpress > police source (anonymous)",
    );
    check("\"Six people were killed,\" the mayor told Reuters.", "6: Reuters > mayor");
    check("Reuters reported, citing police, that six people were killed.", "6: Reuters > police");
}

#[test]
fn who_quotes_the_other_is_the_outer_voice() {
    check(
        "The police said six people were killed, the Kavaja Courier reported.",
        "6: Kavaja Courier > police",
    );
}

#[test]
fn a_headline_may_say_who_says_so() {
    check("# Six killed in raid: Authorities\nThe raid was at dawn.", "6: Authorities");
    check("# Police: six killed in raid\nThe raid was at dawn.", "6: Police");
}

#[test]
fn what_follows_a_closed_quotation_says_where_it_was_said() {
    check(
        "\"Six people were killed,\" prison officials reportedly said in a statement to Reuters.",
        "6: Reuters > prison officials (anonymous)",
    );
}

#[test]
fn the_source_and_he_and_the_surname_lead_back() {
    check(
        "A police source told TASS that the siege had begun. Six people were killed, the source said.",
        "6: TASS > police source (anonymous)",
    );
    check(
        "Mayor Jan Novak spoke at noon, Jan Novak said. He said six people were killed.",
        "6: Jan Novak",
    );
    check(
        "Police spokesman Jan Novak said the siege had begun. Six people were killed, Mr Novak said.",
        "6: Police spokesman Jan Novak",
    );
}

#[test]
fn an_office_takes_the_name_that_stands_beside_it() {
    check(
        "The army's spokesman, Jan Novak, said six people were killed.",
        "6: army's spokesman Jan Novak",
    );
}

#[test]
fn a_clause_is_no_voice() {
    check("What had been brought to the town said nothing. Six people were killed.", "6: -");
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let claims = crate::extract::extract(&dated(text)).claims.into_iter();
    let told = claims.filter(|it| it.slot == Slot::KilledCount).map(|it| {
        let hop = |it: &crate::model::Hop| {
            format!("{}{}", it.name, if it.anonymous { " (anonymous)" } else { "" })
        };
        let chain: Vec<_> = it.chain.iter().map(hop).collect();
        let chain = if chain.is_empty() { "-".to_owned() } else { chain.join(" > ") };
        format!("{}: {chain}", it.value)
    });
    assert_eq!(told.collect::<Vec<_>>().join(", "), expected);
}
