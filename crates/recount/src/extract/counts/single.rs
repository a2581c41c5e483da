//! One person and what became of them: "a woman was killed", "wounding a guard", "Man dies in …".
//!
//! In: the words of a sentence. Out: claims of at least one, each with the noun that makes it. An
//! article, a name with an age, or a noun without article in a headline stands for one person, and
//! only where something is said of their life, health or liberty. Nobody says that it was nobody else.

use super::context::{ANOTHER, ONE_LEADS};
use super::{Reader, together};
use crate::annotate::{Annotated, Quantity, Sentence};
use crate::extract::Draft;
use crate::extract::casualties::Predicate;
use crate::extract::people::{self, Class, Counted, Noun, quantity_at};
use crate::extract::roles::Roles;
use crate::model::{Count, Role, Slot, Value, Who};

/// A claim of one person.
#[derive(Debug)]
pub(super) struct Single {
    /// The claim.
    pub(super) draft: Draft,
    /// The noun; empty for a name and for "the 24-year-old".
    pub(super) noun: &'static str,
    /// Whether the words tell the person from one told before: "another", "a second".
    pub(super) another: bool,
}

struct Person {
    counted: Counted,
    another: bool,
    /// A name without an age, or a pronoun: it may stand for many things, and only the dead are read.
    bare: bool,
}

/// How many words may stand between an article and its noun.
const MAX_MODIFIERS: usize = 9;

/// Finds the single persons of a sentence of whom it says what became of them.
pub(super) fn singles(annotated: &Annotated, roles: &Roles, sentence: &Sentence) -> Vec<Single> {
    let mut found: Vec<Single> = Vec::new();
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        // A reader of one person has nothing to count but that person.
        let quantity = Quantity { tokens: at..at, value: Count::at_least(1) };
        let reader = Reader { annotated, roles, sentence, quantity: &quantity };
        let Some(person) = reader.person(at) else {
            at += 1;
            continue;
        };
        at = person.counted.tokens.end;
        let single = reader.one(&person).or_else(|| reader.beside(&person, found.last()?));
        found.extend(single);
    }
    together::together(annotated, found)
}

impl Reader<'_> {
    /// What became of one person, if the sentence says it.
    fn one(&self, person: &Person) -> Option<Single> {
        let Person { counted, another, bare } = person;
        let (predicate, span, side) = match self.predicate_after(counted) {
            Some(it) => (it.clone(), counted.tokens.start..it.tokens.end, "one-after"),
            None => {
                let of = |it: &Predicate| it.words.ends_with(" of");
                let it = self.object_before(counted).filter(|it| !bare || of(it))?;
                let span = it.tokens.start..counted.tokens.end;
                (it, span, "one-object")
            }
        };
        let killed = predicate.slot == Slot::KilledCount;
        let noun = counted.noun.as_ref().map_or("", |it| it.lemma);
        let rule = format!("count/{side} {}", predicate.words);
        let value = Value::Count(self.quantity.value.clone());
        let who = Some(self.who_of_one(counted, predicate.slot));
        let draft = Draft { slot: predicate.slot, who, value, tokens: span, rule };
        let told = predicate.holds_for_one() && (killed || !bare);
        told.then_some(Single { draft, noun, another: *another })
    }

    /// "killed a man and a woman": the verb before the first person holds for the one that "and" joins to them.
    fn beside(&self, person: &Person, before: &Single) -> Option<Single> {
        let Person { counted, another, bare } = person;
        let (draft, start) = (&before.draft, counted.tokens.start);
        let listed = self.before(start) == "," && matches!(self.lower(start), "a" | "an");
        let goes_on = listed && matches!(self.lower(counted.tokens.end), "and" | ",");
        let joins = self.before(start) == "and" || goes_on;
        let joins = joins && draft.tokens.end + 1 == start;
        let object = draft.rule.starts_with("count/one-object ");
        let who = Some(self.who_of_one(counted, draft.slot));
        let tokens = draft.tokens.start..counted.tokens.end;
        let noun = counted.noun.as_ref().map_or("", |it| it.lemma);
        let draft = Draft { who, tokens, ..draft.clone() };
        (joins && object && !bare).then_some(Single { draft, noun, another: *another })
    }

    /// "A woman was killed" counts all who are known; "a man and a woman" each a part of them.
    fn who_of_one(&self, counted: &Counted, slot: Slot) -> Who {
        let arrested = slot == Slot::ArrestedCount;
        let Some(noun) = counted.noun.as_ref().filter(|_| !arrested) else { return Who::Total };
        match self.roles.class(noun) {
            Class::People | Class::Part | Class::Context if self.is_coordinated(counted) => {
                Who::Other(people::plural(noun.lemma))
            }
            Class::People | Class::Part | Class::Context => Who::Total,
            class => class.who(noun.lemma),
        }
    }

    /// The person whose noun phrase has its last word at `at`, with an age behind it.
    fn person(&self, at: usize) -> Option<Person> {
        let end = self.sentence.tokens.end;
        let listed = people::noun_at(self.annotated, at, end);
        if let Some(noun) = listed.or_else(|| people::unknown::one(self.annotated, at, end)) {
            let start = self.lead_of(at).filter(|_| noun.single && self.ends_phrase(noun.end))?;
            return Some(self.with_age(start, noun.end, Some(noun), false));
        }
        if let Some(old) = self.age_word_end(at) {
            let named = self.name_end(old);
            let start = self.lead_of(at).or_else(|| (named > old).then_some(at))?;
            return self.ends_phrase(named).then(|| self.with_age(start, named, None, false));
        }
        if matches!(self.lower(at), "he" | "she") {
            return Some(self.with_age(at, at + 1, None, true));
        }
        let named = self.name_end(at);
        let opens = at == self.sentence.tokens.start && named < at + 2;
        let name = named > at && !opens && self.ends_phrase(named);
        let aged = self.lower(named) == "," && self.is_age(named + 1);
        name.then(|| self.with_age(at, named, None, !aged))
    }

    pub(super) fn name_end(&self, at: usize) -> usize {
        let capital = |at: &usize| {
            self.annotated.tokens[*at].capital || matches!(self.lower(*at), "." | "-") && *at > 0
        };
        let run = (at..self.sentence.tokens.end).take_while(capital).count();
        if self.sentence.role == Role::Headline { at } else { at + run }
    }

    /// Takes in `, 24,` behind a person.
    fn with_age(&self, start: usize, end: usize, noun: Option<Noun>, bare: bool) -> Person {
        let aged = self.lower(end) == "," && self.is_age(end + 1);
        let end = if aged { end + 3 } else { end }.min(self.sentence.tokens.end);
        let another = (start..end).any(|at| ANOTHER.contains(&self.lower(at)));
        let counted = Counted { tokens: start..end, noun, nationality: None };
        Person { counted, another, bare }
    }

    /// Where the noun phrase that ends at `at` begins: at its article or, in a headline, without one.
    fn lead_of(&self, at: usize) -> Option<usize> {
        let floor = self.sentence.tokens.start;
        let mut start = at;
        while start > floor && at - start < MAX_MODIFIERS {
            let word = self.lower(start - 1);
            if ONE_LEADS.contains(&word) {
                return Some(start - 1);
            }
            if !self.modifies(start - 1) {
                break;
            }
            // "Teen shoots friend": in a headline the object has no article.
            if self.sentence.role == Role::Headline && self.acts_before(start) {
                return Some(start);
            }
            start -= 1;
        }
        let opens = start == floor || matches!(self.lower(start - 1), ":" | ";" | "," | "|" | "-");
        (self.sentence.role == Role::Headline && opens).then_some(start)
    }

    fn acts_before(&self, at: usize) -> bool {
        self.predicate_ending(at - 1).is_some_and(|it| it.takes_object() || it.is_nominal())
    }

    /// Whether the word may stand between an article and its noun; "two" may not, "24-year-old" may.
    fn modifies(&self, at: usize) -> bool {
        let in_age = (at.saturating_sub(4)..=at)
            .any(|from| self.age_word_end(from).is_some_and(|end| at < end));
        let plain =
            self.annotated.tokens[at].is_word() && !people::is_function_word(self.lower(at));
        in_age || (plain && quantity_at(self.annotated, at).is_none() || self.lower(at) == "-")
    }

    /// "a victim's house", "the driver-side door", "a police officer": there the phrase goes on.
    fn ends_phrase(&self, at: usize) -> bool {
        let end = self.sentence.tokens.end;
        !matches!(self.lower(at), "'s" | "'" | "-")
            && people::noun_at(self.annotated, at, end).is_none()
    }
}
