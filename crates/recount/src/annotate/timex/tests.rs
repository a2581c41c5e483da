use super::timexes;
use crate::testing::dated;

#[test]
fn days_and_parts_of_days_have_values() {
    check("It began on Sunday.", "on Sunday 2031-05-04");
    check("It began last night.", "last night 2031-05-06TNI");
}

#[test]
fn a_time_may_be_no_day() {
    check("They are now safe.", "now PRESENT_REF");
    check("It lasted nine months.", "nine months P9M");
    check("A two-year plan, for several weeks.", "two-year P2Y, several weeks PXW");
    check("In the 1980s they met.", "1980s 198");
}

#[test]
fn a_year_ago_behind_a_quarter_is_that_quarter() {
    check(
        "Sales rose in the first quarter from a year ago.",
        "the first quarter 2031-Q1, a year ago 2030-Q1",
    );
}

#[test]
fn a_day_long_ago_without_a_year_is_the_next_one() {
    check("They will meet on June 16.", "on June 16 2031-06-16");
}

#[test]
fn centuries_seasons_and_eras_have_values() {
    check("A mill of the nineteenth century.", "the nineteenth century 18");
    check("It fell in 400 BC and in AD 842.", "400 BC BC0400, AD 842 0842");
    check(
        "They met in the summer of 2010 and last winter.",
        "the summer of 2010 2010-SU, last winter 2030-WI",
    );
    check("Leaves fall. Winters are mild.", "Winters XXXX-WI");
    check("It was built in 1687. Police counted 1687 people.", "1687 1687");
}

#[test]
fn a_period_of_history_is_an_interval() {
    check("He fought in World War II.", "World War II 1939-09-01/1945-09-02");
}

#[test]
fn a_weekend_has_its_week() {
    check("It began over the weekend.", "over the weekend 2031-W18-WE");
}

#[test]
fn in_a_text_about_the_past_a_month_is_of_the_year_told_last() {
    let told = "He was born in 1961. He left in 1979. In March 1983 he wrote. In June he fell ill. \
                That year he died.";
    let days = "in 1961 1961, in 1979 1979, In March 1983 1983-03, In June 1983-06, That year 1983";
    check(told, days);
    check("It closed in 1983. Two years later it burnt.", "in 1983 1983, Two years later 1985");
    check("It closed in 1983. It burnt in March.", "in 1983 1983, in March 2031-03");
}

#[test]
fn a_newspaper_is_no_day() {
    check("He told the Sun, and Sun News. Sun night was calm.", "Sun night 2031-05-04TNI");
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let annotated = dated(text);
    let published = annotated.article.published.clone().expect("the article has a day");
    let found = timexes(&annotated, &published);
    let told: Vec<_> =
        found.iter().map(|it| format!("{} {}", annotated.text(&it.tokens), it.value)).collect();
    assert_eq!(told.join(", "), expected);
}
