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

#[track_caller]
fn check(text: &str, expected: &str) {
    let annotated = dated(text);
    let published = annotated.article.published.clone().expect("the article has a day");
    let found = timexes(&annotated, &published);
    let told: Vec<_> =
        found.iter().map(|it| format!("{} {}", annotated.text(&it.tokens), it.value)).collect();
    assert_eq!(told.join(", "), expected);
}
