//! Tells names of places from persons, bodies and words of everyday English that are spelt alike.
//!
//! In: the names found in an article. Out: for each whether it means a place. Doubtful names are none:
//! "Paris Hilton", "Officer Houston", "The Moscow Times", "Hope grows".

use std::collections::BTreeSet;
use std::ops::Range;

use super::names::{Name, Sense};
use super::surroundings::{Hint, relation};
use super::{Relation, words};
use crate::annotate::{Annotated, Entity, Sentence, Token};
use crate::gazetteer;
use crate::model::{Level, Role};

/// Fewest inhabitants of a town that is believed without a preposition or a containing place.
///
/// Smaller towns are more often a surname. With 20,000 more names are found and more are wrong, with
/// 500,000 the reverse; the F1 of both sets hardly moves (`eval/places.md`).
const KNOWN_TOWN: u32 = 100_000;

/// What the whole article says about its names.
pub(super) struct Doubts<'a> {
    annotated: &'a Annotated,
    /// Last words of names of persons and bodies.
    tails: BTreeSet<&'a str>,
}

impl<'a> Doubts<'a> {
    pub(super) fn of(annotated: &'a Annotated, names: &[Name]) -> Self {
        let mut doubts = Self { annotated, tails: BTreeSet::new() };
        for sentence in annotated.sentences.iter().filter(|it| !shouted(annotated, it)) {
            doubts.collect_tails(sentence, names);
        }
        doubts
    }

    /// Takes in the last word of every run of capitals that holds more than names of places.
    fn collect_tails(&mut self, sentence: &Sentence, names: &[Name]) {
        let tokens = &self.annotated.tokens;
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let end = run_end(tokens, at, sentence.tokens.end);
            let titled = at > sentence.tokens.start && is_title(tokens, at - 1);
            if end > at + usize::from(!titled) && !self.is_placelike(at..end, names) {
                self.tails.insert(&tokens[end - 1].lower);
            }
            at = end.max(at + 1);
        }
    }

    fn is_placelike(&self, run: Range<usize>, names: &[Name]) -> bool {
        let tokens = &self.annotated.tokens;
        let known = names.partition_point(|it| it.tokens.end < run.end);
        let whole = names.get(known).is_some_and(|it| it.tokens.start <= run.start + 1);
        let kinds = ["facility", "street", "water", "shore", "area", "division", "settlement"];
        let people =
            |at: usize| gazetteer::country_of_demonym(self.annotated.text(&(at..at + 1))).is_some();
        let opens = run.len() == 2
            && self.annotated.sentence_of(run.start).tokens.start == run.start
            && words::is_homonym(&tokens[run.start].lower);
        whole || opens || run.clone().any(|at| words::is_noun(&tokens[at], &kinds) || people(at))
    }

    /// Returns whether `name` means a place, as far as its own sentence tells.
    pub(super) fn is_place(&self, name: &Name, sense: &Sense, hints: &[Hint]) -> Verdict {
        let sentence = self.annotated.sentence_of(name.tokens.start);
        let shouted = shouted(self.annotated, sentence);
        let within = hints.iter().any(|it| matches!(it, Hint::Within(_)));
        let listed = within && self.follows(name, ",");
        let word = self.is_word(name, sense) && !listed && (shouted || !self.is_led_bare(name));
        if word
            || self.is_time(name.tokens.start)
            || self.names_a_ground(name, sentence)
            || self.is_of_body(name, sentence)
            || self.is_part_of_name(name, sentence, shouted)
        {
            return Verdict::No;
        }
        let relation = relation(self.annotated, &name.tokens);
        // Nobody sinks off a person: "on" and "at" may stand before one.
        let before = &self.annotated.tokens[name.tokens.start.saturating_sub(1)].lower;
        if relation == Relation::At && before != "off" && !within && self.is_person(name) {
            return Verdict::No;
        }
        // "The bullet hit Rask": whoever may be a person is one.
        let hit = words::is_hit(&self.annotated.tokens, name.tokens.end - 1);
        let led = relation != Relation::None || (hit && !self.is_person(name));
        if within || (led && !self.is_of_building(name, sentence)) {
            return Verdict::Yes;
        }
        if self.is_tail(name) || self.speaks(name) {
            return Verdict::No;
        }
        let known = sense.entries.iter().any(is_known);
        if known || self.has_locals(name) { Verdict::Yes } else { Verdict::IfElsewhere }
    }

    /// The name is a word of everyday English, or two letters that no newsroom means a town by.
    fn is_word(&self, name: &Name, sense: &Sense) -> bool {
        let lower = self.annotated.tokens[name.tokens.start].lower.as_str();
        let short = lower.len() < 3 && sense.entries.iter().all(is_plain_town);
        name.tokens.len() == 1 && (short || words::is_homonym(lower))
    }

    /// "in Reading", but not "on Reading", "in the Reading" or "in Reading Week".
    fn is_led_bare(&self, name: &Name) -> bool {
        let tokens = &self.annotated.tokens;
        let first = self.annotated.sentence_of(name.tokens.start).tokens.start;
        let before = name.tokens.start.checked_sub(1).filter(|at| *at >= first);
        let relation = before.and_then(|at| Relation::of(&tokens[at].lower));
        let goes_on = tokens.get(name.tokens.end).is_some_and(|it| it.capital);
        relation.is_some_and(|it| it != Relation::At) && !goes_on
    }

    /// Elsewhere the word ends the name of a person or body.
    fn is_tail(&self, name: &Name) -> bool {
        let lower = self.annotated.tokens[name.tokens.start].lower.as_str();
        name.tokens.len() == 1 && self.tails.contains(lower)
    }

    /// The name of a person or body goes on before or behind the name.
    fn is_part_of_name(&self, name: &Name, sentence: &Sentence, shouted: bool) -> bool {
        let tokens = &self.annotated.tokens;
        let Range { start, end } = name.tokens;
        let before = start.checked_sub(1).filter(|at| *at >= sentence.tokens.start);
        let after = Some(end).filter(|at| *at < sentence.tokens.end).map(|at| &tokens[at]);
        let ampersand = |it: Option<&Token>| it.is_some_and(|it| it.lower == "&");
        if ampersand(before.map(|at| &tokens[at])) || ampersand(after) {
            return true;
        }
        if before.is_some_and(|at| is_title(tokens, at)) {
            return true;
        }
        if shouted {
            return false;
        }
        let leads = |at: usize| {
            let token = &tokens[at];
            token.capital && token.is_word() && !self.may_lead(at, sentence)
        };
        let initial =
            |at: usize| tokens[at].lower == "." && at > 0 && tokens[at - 1].lower.len() == 1;
        before.is_some_and(|at| leads(at) || initial(at)) || self.goes_on(end, sentence.tokens.end)
    }

    /// Capitalised words that may stand before the name of a place without belonging to a person.
    fn may_lead(&self, at: usize, sentence: &Sentence) -> bool {
        let lower = self.annotated.tokens[at].lower.as_str();
        let opens = at == sentence.tokens.start;
        words::is(lower, "direction")
            || Relation::of(lower).is_some()
            || (opens && (words::is(lower, "link") || words::is(lower, "join") || lower.len() < 5))
            || words::is_noun(
                &self.annotated.tokens[at],
                &["settlement", "division", "facility", "street"],
            )
            || self.is_time(at)
            || gazetteer::country_of_demonym(self.annotated.text(&(at..at + 1))).is_some()
    }

    fn is_time(&self, at: usize) -> bool {
        let times = &self.annotated.times;
        let found = times.partition_point(|it| it.tokens.end <= at);
        times.get(found).is_some_and(|it| it.tokens.contains(&at))
    }

    /// A capitalised word goes on after the name, and the whole is no place.
    fn goes_on(&self, end: usize, sentence_end: usize) -> bool {
        let tokens = &self.annotated.tokens;
        let last = run_end(tokens, end, sentence_end);
        if last == end || self.is_time(end) {
            return false;
        }
        let place = ["facility", "street", "water", "shore", "area", "division", "settlement"];
        let body = tokens[last - 1..last].iter().any(|it| words::is_noun(it, &["body"]));
        let mut inside = tokens[end..last].iter();
        let placed = inside.any(|it| words::is_noun(it, &place));
        (!placed || (body && !words::is_noun(&tokens[last - 1], &place)))
            && !self.is_official(end..last)
    }

    /// "Houston Police", "Kavaja Mayor": the body of a place, told by its first word.
    fn is_official(&self, rest: Range<usize>) -> bool {
        let first = &self.annotated.tokens[rest.start];
        words::is(&first.lower, "title")
            || matches!(first.lower.as_str(), "police" | "fire" | "sheriff" | "authorities")
    }

    /// "Dogwood Drive", "the Brainerd neighborhood": a ground inside some other town.
    fn names_a_ground(&self, name: &Name, sentence: &Sentence) -> bool {
        let tokens = &self.annotated.tokens;
        let last = run_end(tokens, name.tokens.end, sentence.tokens.end);
        let after = tokens.get(name.tokens.end).filter(|_| name.tokens.end < sentence.tokens.end);
        let quarter = after.is_some_and(|it| words::is_noun(it, &["quarter"]));
        quarter || tokens[name.tokens.end..last].iter().any(|it| words::is_noun(it, &["street"]))
    }

    /// "Cherokee High School" is called after anything, and need not stand in a town of that name.
    fn is_of_building(&self, name: &Name, sentence: &Sentence) -> bool {
        run_end(&self.annotated.tokens, name.tokens.end, sentence.tokens.end) > name.tokens.end
    }

    /// "fired at Osborne": the recogniser of names takes it for a person, or a part of a person's name.
    fn is_person(&self, name: &Name) -> bool {
        let entities = &self.annotated.entities;
        let at = entities.partition_point(|it| it.tokens.end <= name.tokens.start);
        let covers = |it: &Entity| it.tokens.start <= name.tokens.start && it.kind == "PERSON";
        entities.get(at).is_some_and(covers)
    }

    fn follows(&self, name: &Name, mark: &str) -> bool {
        self.annotated.tokens.get(name.tokens.end).is_some_and(|it| it.lower == mark)
    }

    /// "Bank of America", "University of Texas".
    fn is_of_body(&self, name: &Name, sentence: &Sentence) -> bool {
        let before = name.tokens.start.checked_sub(2).filter(|at| *at >= sentence.tokens.start);
        before.is_some_and(|at| {
            let (noun, of) = (&self.annotated.tokens[at], &self.annotated.tokens[at + 1]);
            of.lower == "of" && noun.capital && words::is_noun(noun, &["body", "facility"])
        })
    }

    /// "Kavaja police", "a Kavaja man": "the Kavaja subway": a name before such a word is a town.
    fn has_locals(&self, name: &Name) -> bool {
        let thing = |it: &Token| !it.capital && words::is_noun(it, &["compound"]);
        let next = self.annotated.tokens.get(name.tokens.end);
        next.is_some_and(|it| words::is_local(it) || thing(it))
    }

    /// A single name of a small town that says something is a person.
    fn speaks(&self, name: &Name) -> bool {
        let next = self.annotated.tokens.get(name.tokens.end);
        let says = next.is_some_and(|it| words::is(&it.lemma, "says") || it.lower == "who");
        says && name.tokens.len() == 1
    }
}

/// Whether a name means a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Yes,
    No,
    /// If the same name means a place in another sentence of the article.
    IfElsewhere,
}

fn is_plain_town(entry: &gazetteer::Entry) -> bool {
    entry.level == Level::City && entry.usual
}

fn is_known(entry: &gazetteer::Entry) -> bool {
    entry.level < Level::Admin2 || entry.population >= KNOWN_TOWN
}

fn is_title(tokens: &[Token], at: usize) -> bool {
    let stop = tokens[at].lower == "." && at > 0;
    let word = if stop { &tokens[at - 1] } else { &tokens[at] };
    words::is(&word.lower, "title")
}

fn run_end(tokens: &[Token], at: usize, end: usize) -> usize {
    let mut last = at;
    while last < end && tokens[last].capital && tokens[last].is_word() {
        last += 1;
    }
    last
}

/// Whether most words of a line have capitals, so that a capital tells nothing.
pub(super) fn shouted(annotated: &Annotated, sentence: &Sentence) -> bool {
    let words = || annotated.words(sentence).iter().filter(|it| it.is_word() && it.lower.len() > 3);
    let capitals = words().filter(|it| it.capital).count();
    let stopped = annotated.words(sentence).last().is_some_and(|it| it.lower == ".");
    let line = sentence.role == Role::Headline || (words().count() >= 4 && !stopped);
    line && capitals * 10 > words().count() * 7
}
