//! Reads when events happened.
//!
//! In: the times of an article and its events. Out: draft claims with resolved dates. A time that
//! belongs to a statement ("police said on Monday") dates the event only where nothing else does.

use std::ops::Range;

use super::Draft;
use super::casualties::predicate_at;
use super::scenes::{SAME_EVENT_DAYS, Scenes};
use super::statement_times::{is_spanning, of_aftermath, of_statement};
use crate::annotate::{Annotated, Meaning, Sentence, TimeMention, Unit};
use crate::model::{Date, Precision, Slot, Value};

/// Finds the dates of the events of an article published on `published`.
pub(super) fn dates(
    annotated: &Annotated,
    events: &[Range<usize>],
    scenes: &Scenes,
    published: Option<&Date>,
) -> Vec<Draft> {
    let reader = Reader { annotated, events, scenes, published };
    let (told, other): (Vec<_>, Vec<_>) =
        annotated.times.iter().partition(|it| reader.tells_event(it.tokens.start));
    let mut found: Vec<_> = told.into_iter().filter_map(|it| reader.read(it)).collect();
    if !found.iter().any(Dated::is_main) {
        // "The call came in at noon on Sunday": where nothing dates what happened, the first day told.
        let days = other.into_iter().filter(|it| !matches!(it.meaning, Meaning::Clock { .. }));
        let mut days = days.filter_map(|it| reader.read(it));
        found.extend(days.find(|it| it.is_main() && it.sort == Sort::Event).map(Dated::into_first));
    }
    let direct = found.iter().any(|it| it.is_main() && it.sort == Sort::Event);
    found.retain(|it| !(direct && it.is_main() && it.sort != Sort::Event));
    found.into_iter().map(|it| it.draft).collect()
}

/// A time that dates an event.
struct Dated {
    draft: Draft,
    scene: usize,
    sort: Sort,
}

/// What a time belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Event,
    Statement,
    Aftermath,
}

impl Dated {
    fn is_main(&self) -> bool {
        self.scene == 0
    }

    fn into_first(mut self) -> Self {
        self.draft.rule = "date/first-day".into();
        self
    }
}

struct Reader<'a> {
    annotated: &'a Annotated,
    events: &'a [Range<usize>],
    scenes: &'a Scenes,
    published: Option<&'a Date>,
}

impl Reader<'_> {
    /// Returns the claim that a time makes.
    fn read(&self, time: &TimeMention) -> Option<Dated> {
        let sentence = self.annotated.sentence_of(time.tokens.start);
        if self.is_span(time) {
            return None;
        }
        let scene = self.scenes.at(time.tokens.start)?;
        let date = self.resolve(time, scene)?;
        if scene == 0 && self.is_apart(&date) {
            return None;
        }
        let date = self.with_clock(sentence, time, date);
        let basis = format!("“{}” in the text", self.annotated.text(&time.tokens));
        let value = Value::Date(date.with_basis(basis));
        let sort = self.sort(sentence, time, scene);
        let rule = match sort {
            Sort::Event => "date/time-of-event",
            Sort::Statement => "date/statement-day",
            Sort::Aftermath => "date/aftermath-day",
        };
        let (tokens, rule) = (time.tokens.clone(), rule.into());
        let draft = Draft { slot: Slot::EventDate, who: None, value, tokens, rule };
        Some(Dated { draft, scene, sort })
    }

    /// Whether the main event cannot lie on this date.
    fn is_apart(&self, date: &Date) -> bool {
        let main = self.scenes.scenes[0].date.as_ref();
        let other_day =
            |it: &Date| if self.scenes.dated { !it.overlaps(date) } else { !near(it, date) };
        date.precision > Precision::Day || main.is_some_and(other_day)
    }

    fn sort(&self, sentence: &Sentence, time: &TimeMention, scene: usize) -> Sort {
        match scene {
            0 if of_statement(self.annotated, sentence, time) => Sort::Statement,
            0 if of_aftermath(self.annotated, time) => Sort::Aftermath,
            _ => Sort::Event,
        }
    }

    fn resolve(&self, time: &TimeMention, scene: usize) -> Option<Date> {
        let main = self.scenes.scenes[0].date.as_ref();
        match time.meaning {
            Meaning::Since { amount, unit } if scene != 0 && unit >= Unit::Day => {
                Meaning::Ago { amount, unit }.resolve(main.or(self.published)?)
            }
            Meaning::Clock { hour, minute } => self.clock(time, scene, hour, minute),
            Meaning::Year(_)
            | Meaning::Day { year: Some(_), .. }
            | Meaning::Month { year: Some(_), .. } => {
                let any = Date::day(jiff::civil::date(2000, 1, 1));
                time.meaning.resolve(&any)
            }
            _ => time.meaning.resolve(self.published?),
        }
    }

    /// A clock time alone in its sentence is one of the main event's day.
    fn clock(&self, time: &TimeMention, scene: usize, hour: i8, minute: i8) -> Option<Date> {
        let sentence = self.annotated.sentence_of(time.tokens.start).tokens.clone();
        let dated = |it: &TimeMention| !matches!(it.meaning, Meaning::Clock { .. });
        let beside = self.annotated.times.iter().filter(|it| sentence.contains(&it.tokens.start));
        if scene != 0 || beside.into_iter().any(dated) {
            return None;
        }
        let day =
            self.scenes.scenes[0].date.as_ref().filter(|it| it.precision <= Precision::Day)?;
        Some(Date::minute(day.start.date().at(hour, minute, 0, 0)))
    }

    /// `at around 11pm on Thursday`: the clock time of the sentence makes the day a minute.
    fn with_clock(&self, sentence: &Sentence, time: &TimeMention, date: Date) -> Date {
        if date.precision != Precision::Day {
            return date;
        }
        let near = |it: &&TimeMention| {
            sentence.tokens.contains(&it.tokens.start) && gap(&it.tokens, &time.tokens) <= CLOCK_GAP
        };
        let clock = self.annotated.times.iter().filter(near).find_map(|it| match it.meaning {
            Meaning::Clock { hour, minute } => Some((hour, minute)),
            _ => None,
        });
        let Some((hour, minute)) = clock else { return date };
        let late = (1..NOON).contains(&hour) && self.is_late(sentence);
        let hour = if late { hour + NOON } else { hour };
        Date::minute(date.start.date().at(hour, minute, 0, 0))
    }

    /// "at around 7:15 in the evening": a word of the sentence puts the hour after noon.
    fn is_late(&self, sentence: &Sentence) -> bool {
        let words = &self.annotated.tokens[sentence.tokens.clone()];
        let half = |it: &str| matches!(it, "am" | "a.m." | "a.m" | "pm" | "p.m." | "p.m");
        // "7pm" and "7 pm"; but "team" has no half of the day in it.
        let marked =
            |it: &str| half(it.trim_start_matches(|it: char| it.is_ascii_digit() || it == ':'));
        !words.iter().any(|it| marked(&it.lower))
            && words
                .iter()
                .any(|it| matches!(it.lower.as_str(), "evening" | "afternoon" | "tonight"))
    }

    /// Whether something happens in the sentence of a word: a time in background talk is no claim.
    fn tells_event(&self, at: usize) -> bool {
        let tokens = &self.annotated.sentence_of(at).tokens;
        self.events.iter().any(|it| tokens.contains(&it.start))
            || tokens.clone().any(|at| predicate_at(self.annotated, at, tokens.end).is_some())
    }

    /// "since 2019", "until Monday", "for two years" do not say when something happened.
    fn is_span(&self, time: &TimeMention) -> bool {
        let first = &self.annotated.tokens[time.tokens.start].lower;
        let before =
            time.tokens.start.checked_sub(1).map(|at| self.annotated.tokens[at].lower.as_str());
        let future = matches!(time.meaning, Meaning::DaysFromNow(days) if days > 0);
        is_spanning(first) || before.is_some_and(is_spanning) || future
    }
}

/// The hour from which a day is late.
const NOON: i8 = 12;

/// How many words may stand between a day and its clock time: "11pm local time on Thursday".
const CLOCK_GAP: usize = 4;

fn near(a: &Date, b: &Date) -> bool {
    use jiff::ToSpan;
    let from = a.start.saturating_sub(SAME_EVENT_DAYS.days());
    let to = a.end.saturating_add(SAME_EVENT_DAYS.days());
    from <= b.start && b.start <= to
}

fn gap(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.start.saturating_sub(b.end).max(b.start.saturating_sub(a.end))
}

#[cfg(test)]
mod tests {
    use crate::model::Slot;
    use crate::testing::dated;

    #[test]
    fn a_day_beside_the_event_dates_it() {
        check("A blast hit a mill in Kavaja on Sunday, killing two people.", "2031-05-04");
        check("Two people were hurt in a crash at around 9 p.m. on Monday.", "2031-05-05 21:00");
        check("A fire broke out on Dec. 31 and killed two people.", "2030-12-31");
    }

    #[test]
    fn the_day_of_a_statement_dates_it_only_where_nothing_else_does() {
        check("Two people were killed in a blast, police said on Monday.", "2031-05-05");
        check(
            "A blast killed two people on Sunday. Two were hurt in the blast, police said on Monday.",
            "2031-05-04",
        );
    }

    #[test]
    fn the_day_of_an_arrest_is_not_that_of_the_event() {
        let told = "A man was arrested on Monday after he shot two people in Kavaja on April 12.";
        check(told, "2031-04-12");
        check("A man was charged on Monday with the killing of two people.", "2031-05-05");
    }

    #[test]
    fn a_late_report_tells_the_day_of_what_it_is_about() {
        let told = "The jury was chosen on Monday. Two brothers are accused of the April 12 shooting \
                    that killed a baker in Kavaja.";
        check(told, "2031-04-12");
    }

    #[test]
    fn where_no_sentence_that_tells_it_gives_a_day_the_first_day_does() {
        check("Two people were killed in a blast. A neighbour saw smoke on Sunday.", "2031-05-04");
    }

    #[test]
    fn an_evening_hour_is_one_after_noon() {
        check("Two trains collided at 7:15 on Sunday evening.", "2031-05-04 19:15");
        // Half past midnight is not half past noon, whatever the evening did before.
        check("Two trains collided at 00:30 on Sunday after a quiet evening.", "2031-05-04 00:30");
    }

    #[test]
    fn how_long_something_lasted_is_not_when_it_was() {
        check("The strike has killed trade since Monday.", "");
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let claims = crate::extract::extract(&dated(text)).claims.into_iter();
        let dates = claims.filter(|it| it.slot == Slot::EventDate && it.event.is_main());
        assert_eq!(dates.map(|it| it.value.to_string()).collect::<Vec<_>>().join(", "), expected);
    }
}
