//! Reads an article sentence by sentence and keeps which events it has told.
//!
//! In: sentences in the order of the text, captions last. Out: the events with their names and days,
//! and for each token its event.

use std::collections::BTreeSet;
use std::ops::Range;

use super::clause::Clauses;
use super::stretches::About;
use super::{Scene, Scenes, day, names};
use crate::annotate::{Annotated, Sentence};
use crate::model::Date;

/// What an article has told so far.
pub(super) struct Teller<'a> {
    pub(super) annotated: &'a Annotated,
    pub(super) clauses: Clauses<'a>,
    pub(super) published: Option<&'a Date>,
    pub(super) main_names: BTreeSet<String>,
    /// Dictionary forms of the words that the lead has for the main event.
    pub(super) main_lemmas: BTreeSet<String>,
    pub(super) scenes: Vec<Scene>,
    of_token: Vec<Option<usize>>,
    /// The background event that the sentence before ended in.
    pub(super) last: Option<usize>,
    /// The background event told last, and how many sentences ago.
    pub(super) recent: Option<(usize, usize)>,
    /// Whether the text gives the day of the main event.
    pub(super) dated: bool,
}

impl<'a> Teller<'a> {
    pub(super) fn new(
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

    pub(super) fn tell(&mut self, sentence: &Sentence) {
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
        found.date = Date::finer(found.date.take(), date);
        let to_end = range.end + 2 >= sentence.tokens.end;
        self.last = to_end.then_some(scene);
        self.recent = Some((scene, 0));
    }

    pub(super) fn finish(mut self) -> Scenes {
        for scene in 1..self.scenes.len() {
            if self.is_empty(scene) {
                let own = self.of_token.iter_mut().filter(|it| **it == Some(scene));
                own.for_each(|it| *it = Some(0));
            }
        }
        self.scenes[0].names = self.main_names;
        Scenes { scenes: self.scenes, dated: self.dated, of_token: self.of_token }
    }

    /// A scene without a day, a name and a word for what happened is talk about the main event.
    fn is_empty(&self, scene: usize) -> bool {
        let told = &self.scenes[scene];
        let inside = |at: usize| self.of_token[at] == Some(scene);
        told.date.is_none()
            && told.names.is_empty()
            && !self.clauses.events.iter().any(|it| inside(it.start))
    }
}
