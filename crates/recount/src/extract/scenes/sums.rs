//! Tells sums over a month or a year from the toll of an event.
//!
//! In: a time, the sentence it stands in and the day of the main event. Out: whether what it dates is a sum:
//! "96 people have been killed this year", "in 2031, 165 were murdered". The event itself is dated by a day,
//! and nobody gives the year for it that everybody lives in.

use crate::annotate::{Annotated, Meaning, TimeMention, Unit, heads};
use crate::extract::casualties::predicate_at;
use crate::model::{Date, Precision};

/// Whether `time`, which means `date`, is a period over which is summed, that holds the day `main`.
pub(super) fn is_sum(
    annotated: &Annotated,
    time: &TimeMention,
    date: &Date,
    main: Option<&Date>,
) -> bool {
    let holds = main.is_some_and(|it| it.precision <= Precision::Day && date.contains(it));
    if date.precision < Precision::Month || !holds {
        return false;
    }
    let whole = match time.meaning {
        Meaning::Whole { unit, .. } => unit >= Unit::Month,
        Meaning::Year(_) | Meaning::Month { .. } => true,
        _ => false,
    };
    whole && hangs_on_sum(annotated, time)
}

/// "have been killed this year"; "in 2031 … were murdered", where the year alone is said.
fn hangs_on_sum(annotated: &Annotated, time: &TimeMention) -> bool {
    let tokens = &annotated.tokens;
    let end = annotated.sentence_of(time.tokens.start).tokens.end;
    let verb = heads(tokens, time.tokens.end - 1).find(|at| tokens[*at].pos == "VERB");
    let Some(verb) = verb else { return false };
    let perfect = (time.tokens.start.min(verb).saturating_sub(REACH)..end)
        .any(|at| tokens[at].head == verb && tokens[at].lemma == "have");
    let year = matches!(time.meaning, Meaning::Year(_));
    (perfect || year) && predicate_at(annotated, verb, end).is_some()
}

/// How many tokens before its verb "have" may stand: "have already this year been killed".
const REACH: usize = 8;
