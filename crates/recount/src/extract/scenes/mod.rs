//! Tells which event each word of an article is about: the main event or one in the background.
//!
//! In: an annotated article and the day it was published. Out: for each token the event it belongs
//! to, and the background events with their names and dates. A toll of another event must never
//! reach the main one, so what is doubtful goes to the background.

mod clause;
mod day;
mod names;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use clause::Clauses;

use super::pattern::Patterns;
use crate::annotate::{Annotated, Meaning, Sentence, TimeMention, Unit};
use crate::model::{Date, Role};

static BACKGROUND: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::read(include_str!("../../../data/patterns/background.tsv")));
static CONTINUATION: LazyLock<Patterns> =
    LazyLock::new(|| Patterns::read(include_str!("../../../data/patterns/continuation.tsv")));

/// How many sentences before "killed in the incident" a background event may have been told to be that
/// incident. Two: the event, and one sentence on how it came about.
const NEAR: usize = 2;

/// An event as one article tells it.
#[derive(Debug, Clone, Default)]
pub(super) struct Scene {
    /// Names that stand in its words.
    pub(super) names: BTreeSet<String>,
    /// When it happened, as precisely as the article says.
    pub(super) date: Option<Date>,
    /// The words that first tell of it.
    pub(super) first: Range<usize>,
}

/// Which event each word is about.
#[derive(Debug)]
pub(super) struct Scenes {
    /// The main event first.
    pub(super) scenes: Vec<Scene>,
    /// Whether the text gives the day of the main event; else it is the day of publication.
    pub(super) dated: bool,
    of_token: Vec<Option<usize>>,
}

impl Scenes {
    /// Reads the events of an article published on `published`.
    pub(super) fn of(
        annotated: &Annotated,
        events: &[Range<usize>],
        published: Option<&Date>,
    ) -> Self {
        let mut teller = Teller::new(annotated, events, published);
        // A caption stands between two paragraphs without parting them.
        let captions = |it: &&Sentence| it.role == Role::Caption;
        annotated.sentences.iter().filter(|it| !captions(it)).for_each(|it| teller.tell(it));
        annotated.sentences.iter().filter(captions).for_each(|it| teller.tell(it));
        teller.finish()
    }

    /// Returns the event that token `at` is about; `None` where the text speaks of events in general.
    pub(super) fn at(&self, at: usize) -> Option<usize> {
        self.of_token[at]
    }
}

/// What a stretch of a sentence is about.
enum About {
    /// Events in general.
    General,
    /// The background event told last, or a new one if none was.
    Last,
    /// The background event of a sentence shortly before.
    Recent(usize),
    /// A background event with this date, if one is given.
    Other(Option<Date>),
}

struct Teller<'a> {
    annotated: &'a Annotated,
    clauses: Clauses<'a>,
    published: Option<&'a Date>,
    main_names: BTreeSet<String>,
    /// Dictionary forms of the words that the lead has for the main event.
    main_lemmas: BTreeSet<String>,
    scenes: Vec<Scene>,
    of_token: Vec<Option<usize>>,
    /// The background event that the sentence before ended in.
    last: Option<usize>,
    /// The background event told last, and how many sentences ago.
    recent: Option<(usize, usize)>,
    /// Whether the text gives the day of the main event.
    dated: bool,
}

impl<'a> Teller<'a> {
    fn new(
        annotated: &'a Annotated,
        events: &'a [Range<usize>],
        published: Option<&'a Date>,
    ) -> Self {
        let clauses = Clauses { annotated, events };
        let (date, dated) = day::main_day(&clauses, published);
        let main = Scene { first: 0..0, date, ..Scene::default() };
        let of_token = vec![Some(0); annotated.tokens.len()];
        let mut teller = Self {
            annotated,
            clauses,
            published,
            main_names: BTreeSet::new(),
            main_lemmas: BTreeSet::new(),
            scenes: vec![main],
            of_token,
            last: None,
            recent: None,
            dated,
        };
        teller.main_names = teller.lead_names();
        teller.main_lemmas = teller.lead_lemmas();
        teller
    }

    /// Names of the lead, without those that stand only in what it says of another event.
    fn lead_names(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for sentence in names::lead(self.annotated) {
            let apart: Vec<_> =
                self.stretches(sentence).into_iter().map(|(range, _)| range).collect();
            let runs = names::runs(self.annotated, &sentence.tokens).into_iter();
            let own = runs.filter(|run| apart.iter().all(|it| !it.contains(&run.start)));
            found.extend(own.map(|run| names::key(self.annotated, &run)));
        }
        found
    }

    /// Words for events in the lead, without those of the events that it mentions beside the main one.
    fn lead_lemmas(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for sentence in names::lead(self.annotated) {
            let apart: Vec<_> = self.stretches(sentence).into_iter().map(|(it, _)| it).collect();
            let own = |at: &usize| apart.iter().all(|it| !it.contains(at));
            found.extend(self.clauses.event_lemmas_where(&sentence.tokens, own));
        }
        found
    }

    fn tell(&mut self, sentence: &Sentence) {
        let stretches = self.stretches(sentence);
        let before = self.last.take();
        self.recent = self.recent.map(|(scene, ago)| (scene, ago + 1));
        for (range, about) in stretches {
            match about {
                About::General => self.of_token[range].fill(None),
                About::Last => {
                    if before.is_some() {
                        self.put(sentence, range, None, before);
                    }
                }
                About::Recent(scene) => self.put(sentence, range, None, Some(scene)),
                About::Other(date) => {
                    let scene = self.known(&range, date.as_ref());
                    self.put(sentence, range, date, scene);
                }
            }
        }
    }

    /// Returns the stretches of a sentence that are not about the main event, in order.
    fn stretches(&self, sentence: &Sentence) -> Vec<(Range<usize>, About)> {
        let whole = sentence.tokens.clone();
        let cues = BACKGROUND.find(self.annotated, sentence);
        let reach = |kind: &str| cues.iter().find(|it| it.row.columns[0] == kind);
        if reach("generic").is_some() {
            return vec![(whole, About::General)];
        }
        if self.continues(sentence) || (self.last.is_some() && reach("same").is_some()) {
            return vec![(whole, About::Last)];
        }
        if let Some((scene, _)) = self.recent.filter(|(_, ago)| reach("near").is_some() && *ago < NEAR) {
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

    fn times(&self, sentence: &Sentence) -> impl Iterator<Item = &'a TimeMention> {
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
        if matches!(time.meaning, Meaning::Weekday { .. } | Meaning::Clock { .. }) {
            return None;
        }
        let date = self.resolve(&time.meaning)?;
        if self.is_main_time(&date) {
            return None;
        }
        let range = self.clauses.around(sentence, &time.tokens, &self.main_lemmas);
        Some((range, About::Other(Some(date))))
    }

    fn resolve(&self, meaning: &Meaning) -> Option<Date> {
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

    /// Days around the main event and its publication belong to the main event.
    fn is_main_time(&self, date: &Date) -> bool {
        let main = self.scenes[0].date.as_ref().or(self.published);
        let near = |it: &Date| {
            let (before, after) = (days(it.start, -3), days(it.end, 3));
            date.start <= after && before <= date.end
        };
        main.is_none_or(near) || self.published.is_some_and(|it| near(it) || date.start > it.end)
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

    /// Finds the background event that a stretch with this date tells of again.
    fn known(&self, range: &Range<usize>, date: Option<&Date>) -> Option<usize> {
        let names = names::of(self.annotated, range);
        let fits = |scene: &Scene| {
            let dates = match (&scene.date, date) {
                (Some(a), Some(b)) => Some(a.overlaps(b)),
                _ => None,
            };
            let shared = scene.names.intersection(&names).any(|it| !self.main_names.contains(it));
            match dates {
                Some(overlap) => overlap && (shared || names.is_empty() || scene.names.is_empty()),
                None => shared,
            }
        };
        (1..self.scenes.len()).rev().find(|index| fits(&self.scenes[*index]))
    }

    fn put(
        &mut self,
        sentence: &Sentence,
        range: Range<usize>,
        date: Option<Date>,
        scene: Option<usize>,
    ) {
        let scene = scene.unwrap_or_else(|| {
            self.scenes.push(Scene { first: range.clone(), ..Scene::default() });
            self.scenes.len() - 1
        });
        self.of_token[range.clone()].fill(Some(scene));
        let names = names::of(self.annotated, &range);
        let found = &mut self.scenes[scene];
        found.names.extend(names);
        found.date = finer(found.date.take(), date);
        let to_end = range.end + 2 >= sentence.tokens.end;
        self.last = to_end.then_some(scene);
        self.recent = Some((scene, 0));
    }

    fn finish(mut self) -> Scenes {
        for scene in 1..self.scenes.len() {
            if self.is_empty(scene) {
                let own = self.of_token.iter_mut().filter(|it| **it == Some(scene));
                own.for_each(|it| *it = Some(0));
            }
        }
        self.scenes[0].names = self.main_names;
        Scenes { scenes: self.scenes, dated: self.dated, of_token: self.of_token }
    }
}

impl Teller<'_> {
    /// A scene without a day, a name and a word for what happened is talk about the main event.
    fn is_empty(&self, scene: usize) -> bool {
        let told = &self.scenes[scene];
        let inside = |at: usize| self.of_token[at] == Some(scene);
        told.date.is_none()
            && told.names.is_empty()
            && !self.clauses.events.iter().any(|it| inside(it.start))
    }
}

fn days(moment: jiff::civil::DateTime, days: i32) -> jiff::civil::DateTime {
    use jiff::ToSpan;
    moment.saturating_add(days.days())
}

fn finer(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) if b.precision < a.precision => Some(b),
        (Some(a), _) => Some(a),
        (None, b) => b,
    }
}
