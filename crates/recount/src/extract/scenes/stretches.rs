//! Finds the stretches of a sentence that are not about the main event.
//!
//! In: a sentence and what the article has told before it. Out: ranges of tokens, in order, and what
//! each is about. The cues are phrases ("comes months after"), times that lie apart, names that only
//! another event has, and words for another kind of event.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::ToSpan;

use super::day::SAME_EVENT_DAYS;
use super::names;
use super::sums;
use super::teller::Teller;
use crate::annotate::{Annotated, Meaning, Sentence, Shift, TimeMention, Unit};
use crate::extract::pattern::Patterns;
use crate::model::{Date, Precision};

static BACKGROUND: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::read(include_str!("../../../data/patterns/background.tsv")));
static CONTINUATION: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::read(include_str!("../../../data/patterns/continuation.tsv")));

/// Whether a cue says that the whole sentence is about another event, or about none in particular.
pub(super) fn is_background(annotated: &Annotated, sentence: &Sentence) -> bool {
    let cues = BACKGROUND.find(annotated, sentence);
    cues.iter().any(|it| matches!(it.row.columns[0], "sentence" | "generic" | "sum"))
}

/// How many sentences before "killed in the incident" a background event may have been told to be that
/// incident. Two: the event, and one sentence on how it came about.
const NEAR: usize = 2;

/// What a stretch of a sentence is about.
pub(super) enum About {
    /// Events in general.
    General,
    /// The background event told last, or a new one if none was.
    Last,
    /// The background event of a sentence shortly before.
    Recent(usize),
    /// A background event with this date, if one is given.
    Other(Option<Date>),
}

impl<'a> Teller<'a> {
    /// Returns the stretches of a sentence that are not about the main event, in order.
    pub(super) fn stretches(&self, sentence: &Sentence) -> Vec<(Range<usize>, About)> {
        let whole = sentence.tokens.clone();
        let cues = BACKGROUND.find(self.annotated, sentence);
        let reach = |kind: &str| cues.iter().find(|it| it.row.columns[0] == kind);
        let sum =
            reach("sum").is_some() && !names::opening(self.annotated).any(|it| it == sentence);
        if sum || reach("generic").is_some() {
            return vec![(whole, About::General)];
        }
        if self.continues(sentence) || (self.last.is_some() && reach("same").is_some()) {
            return vec![(whole, About::Last)];
        }
        if let Some((scene, _)) =
            self.recent.filter(|(_, ago)| reach("near").is_some() && *ago < NEAR)
        {
            return vec![(whole, About::Recent(scene))];
        }
        let mut found: Vec<_> = reach("rest")
            .map(|cue| (cue.tokens.end..whole.end, About::Other(None)))
            .into_iter()
            .collect();
        if reach("sentence").is_some() {
            found.push((whole.clone(), About::Other(None)));
        }
        found.extend(self.times(sentence).filter_map(|time| self.elsewhen(sentence, time)));
        if !self.main_names.is_empty() {
            found.extend(self.named(sentence));
        }
        if !self.main_lemmas.is_empty() {
            let other = self.clauses.other_with_toll(sentence, &self.main_lemmas);
            found.extend(other.map(|it| (it, About::Other(None))));
        }
        found
    }

    pub(super) fn times(&self, sentence: &Sentence) -> impl Iterator<Item = &'a TimeMention> {
        let tokens = sentence.tokens.clone();
        self.annotated.times.iter().filter(move |it| tokens.contains(&it.tokens.start))
    }

    /// A time that lies apart from the main event makes what it dates another event.
    fn elsewhen(&self, sentence: &Sentence, time: &TimeMention) -> Option<(Range<usize>, About)> {
        let anchor = self.scenes[0].date.as_ref().or(self.published);
        if let Meaning::Since { amount, unit } = time.meaning {
            let date = anchor.and_then(|it| Meaning::Ago { amount, unit }.resolve(it));
            let led = self.clauses.has_event_after(time.tokens.end, sentence.tokens.end);
            let rest = time.tokens.start..sentence.tokens.end;
            return (led && unit >= Unit::Week).then_some((rest, About::Other(date)));
        }
        match time.meaning {
            Meaning::Weekday { .. } => return self.other_weekday(sentence, time),
            Meaning::Clock { .. } => return None,
            _ => {}
        }
        let date = match self.published {
            None => return self.long_ago(sentence, time),
            Some(_) => self.resolve(&time.meaning)?,
        };
        if sums::is_sum(self.annotated, time, &date, anchor) {
            let range = self.clauses.around(sentence, &time.tokens, &self.main_lemmas);
            return Some((range, About::General));
        }
        if self.is_main_time(&date) {
            return None;
        }
        let range = self.clauses.around(sentence, &time.tokens, &self.main_lemmas);
        Some((range, About::Other(Some(date))))
    }

    /// In an article without a day nothing can be counted back: a week or more ago, or a year stated,
    /// is another event, unless the article begins with it.
    fn long_ago(&self, sentence: &Sentence, time: &TimeMention) -> Option<(Range<usize>, About)> {
        let past = match time.meaning {
            Meaning::Ago { unit, .. } | Meaning::Whole { unit, shift: Shift::Last } => {
                unit >= Unit::Week
            }
            Meaning::Year(_) => true,
            // News of a weekday is of no month that the reader has to be told.
            Meaning::Month { year: None, .. } => self.opens_on_a_day(),
            Meaning::Day { year, .. } | Meaning::Month { year, .. } => year.is_some(),
            _ => false,
        };
        let leads = names::opening(self.annotated).any(|it| it.tokens == sentence.tokens);
        let date = self.resolve(&time.meaning);
        let apart = past && !leads && date.as_ref().is_none_or(|it| !self.is_main_time(it));
        let range = self.clauses.around(sentence, &time.tokens, &self.main_lemmas);
        apart.then_some((range, About::Other(date)))
    }

    fn opens_on_a_day(&self) -> bool {
        let near = |it: &TimeMention| {
            matches!(it.meaning, Meaning::Weekday { .. } | Meaning::DaysFromNow(_))
        };
        names::opening(self.annotated).any(|it| self.times(it).any(near))
    }

    pub(super) fn resolve(&self, meaning: &Meaning) -> Option<Date> {
        match (self.published, meaning) {
            (Some(published), _) => meaning.resolve(published),
            // A full date needs no publication date to count from.
            (None, Meaning::Year(_) | Meaning::Day { year: Some(_), .. })
            | (None, Meaning::Month { year: Some(_), .. }) => {
                meaning.resolve(&Date::day(jiff::civil::date(2000, 1, 1)))
            }
            _ => None,
        }
    }

    /// Days around the main event and its publication belong to the main event, and so do weeks and
    /// months that hold its day, where the text gives one.
    fn is_main_time(&self, date: &Date) -> bool {
        let main = self.scenes[0].date.as_ref().or(self.published);
        let near = |it: &Date| {
            if date.precision > Precision::Day && self.dated {
                return date.contains(it);
            }
            let before = it.start.saturating_sub(SAME_EVENT_DAYS.days());
            date.start <= it.end.saturating_add(SAME_EVENT_DAYS.days()) && before <= date.end
        };
        main.is_some_and(near) || self.published.is_some_and(|it| near(it) || date.start > it.end)
    }

    /// A name that only a background event has, or that a cue brings in, leads back to that event.
    fn named(&self, sentence: &Sentence) -> Option<(Range<usize>, About)> {
        let range = self.clauses.with_foreign_name(sentence, |name, led| {
            let background = self.scenes[1..].iter().any(|it| it.names.contains(name));
            (background || led) && !self.main_names.contains(name)
        })?;
        Some((range, About::Other(None)))
    }

    /// Whether the sentence goes on about the background event of the sentence before.
    fn continues(&self, sentence: &Sentence) -> bool {
        let begins = CONTINUATION.find(self.annotated, sentence);
        let starts = begins.iter().any(|it| it.tokens.start <= sentence.tokens.start + 1);
        self.last.is_some() && (starts || self.repeats_event(sentence))
    }

    /// "The strikes killed …" after a sentence on air strikes, in a report of something else.
    fn repeats_event(&self, sentence: &Sentence) -> bool {
        let Some(scene) = self.last else { return false };
        let words = &self.annotated.tokens[sentence.tokens.clone()];
        let [the, event, ..] = words else { return false };
        let named = self.clauses.is_event(sentence.tokens.start + 1);
        // "That quake" points back whatever the main event is; "the quake" may be either.
        let points_back = matches!(the.lower.as_str(), "that" | "those") && named;
        let first = self.scenes[scene].first.clone();
        let told = self.clauses.event_lemmas(&first);
        // "the strikes" after "air strikes", which is one word in some papers.
        let told = told.iter().any(|it| it.ends_with(&event.lemma));
        let again = told && !self.main_lemmas.contains(&event.lemma);
        points_back || (matches!(the.lower.as_str(), "the" | "these") && again)
    }
}
