use jiff::civil;

use super::super::{Sentence, language};
use crate::model::{Date, Field, Role};

#[test]
fn weekdays_are_the_last_before_publication() {
    check("on Sunday", "on Sunday = 2031-05-04");
    check("late Tuesday", "late Tuesday = 2031-05-06");
    check("last Wednesday morning", "last Wednesday morning = 2031-04-30");
}

#[test]
fn a_weekday_six_days_back_is_that_of_the_day_after() {
    check("on Thursday", "on Thursday = 2031-05-08");
    check("last Thursday", "last Thursday = 2031-05-01");
}

#[test]
fn a_weekend_is_the_last_that_has_begun() {
    check("over the weekend", "over the weekend = 2031-05-03");
    check("next weekend", "next weekend = 2031-05-10");
    let on = |day: i8| {
        let meaning =
            super::Meaning::Whole { unit: super::Unit::Weekend, shift: super::Shift::This };
        meaning.resolve(&Date::day(civil::date(2031, 5, day))).map(|it| it.to_string())
    };
    assert_eq!(
        [on(9), on(10), on(11)].map(Option::unwrap_or_default),
        ["2031-05-03", "2031-05-10", "2031-05-10"]
    );
}

#[test]
fn dates_and_months_take_the_year_of_the_publication() {
    check("the May 3 attack", "May 3 = 2031-05-03");
    check("on 22 March and in November", "on 22 March = 2031-03-22, in November = 2030-11");
    check("in March 2029, since 2019", "in March 2029 = 2029-03, since 2019 = 2019");
    check("on November 23, 1896", "on November 23, 1896 = 1896-11-23");
}

#[test]
fn the_day_of_the_month_says_which_weekday() {
    check("on Thursday, May 1, 2031,", "on Thursday, May 1, 2031 = 2031-05-01");
    check("Monday night (April 28)", "Monday night (April 28 = 2031-04-28");
    check("on Sunday, May said", "on Sunday = 2031-05-04");
    check("in September 1803", "in September 1803 = 1803-09");
}

#[test]
fn a_day_may_be_told_in_words() {
    check("on the fifth of January", "fifth of January = 2031-01-05");
    check("in November of 1876", "in November of 1876 = 1876-11");
}

#[test]
fn verbs_are_no_months() {
    check("They may march on", "");
    check("May he rest. Police may say", "");
}

#[test]
fn distances_count_back() {
    check("two weeks ago", "two weeks ago = week of 2031-04-21");
    check("nearly three months after gunmen", "nearly three months after = 2031-02");
    check("earlier this month", "earlier this month = 2031-05");
    check("yesterday and last night", "yesterday = 2031-05-06, last night = 2031-05-06");
}

#[test]
fn clock_times_are_found() {
    check("around 5:10 a.m. on Sunday", "around 5:10 a.m. = 05:10, on Sunday = 2031-05-04");
    check("at 11pm and 21:30", "at 11pm = 23:00, 21:30 = 21:30");
    check("at 12 a.m. and 12:05 p.m.", "at 12 a.m. = 00:00, 12:05 p.m. = 12:05");
    check("in room 127 pm and 0 a.m.", "");
}

/// Published on Wednesday, 7 May 2031.
#[track_caller]
fn check(text: &str, expected: &str) {
    let tokens = language::read(text, &Default::default()).tokens;
    let sentence = Sentence {
        field: Field::Text,
        role: Role::Body,
        paragraph: 0,
        start: 0,
        end: text.len(),
        tokens: 0..tokens.len(),
    };
    let published = Date::day(civil::date(2031, 5, 7));
    let shown = |it: &super::TimeMention| {
        let words = &text[tokens[it.tokens.start].start..tokens[it.tokens.end - 1].end];
        let when = match it.meaning {
            super::Meaning::Clock { hour, minute } => format!("{hour:02}:{minute:02}"),
            ref meaning => meaning.resolve(&published).expect("it resolves").to_string(),
        };
        format!("{words} = {when}")
    };
    let found: Vec<_> = super::times(&tokens, &sentence).iter().map(shown).collect();
    assert_eq!(found.join(", "), expected);
}
