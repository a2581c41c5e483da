//! Reads counts: how many were killed, injured, held, freed, arrested, on board, or did it.
//!
//! In: the quantities of an article. Out: draft claims, each with the shortest stretch that carries
//! figure and role. A figure that counts no people, or of which nothing says what became of them,
//! gives none; figures are never added up.

use std::ops::Range;
use std::sync::LazyLock;

use super::Draft;
use super::casualties::{Predicate, predicate_at};
use super::people::{self, Class, Counted};
use super::roles::Roles;
use crate::annotate::{Annotated, Quantity, Sentence};
use crate::lexicon;
use crate::model::{Slot, Value, Who};

/// Finds the counts of an article.
pub(super) fn counts(annotated: &Annotated, roles: &Roles) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for sentence in &annotated.sentences {
        let mut before: Option<(Counted, Predicate)> = None;
        for quantity in quantities_of(annotated, sentence) {
            let reader = Reader { annotated, roles, sentence, quantity };
            let counted = people::counted(annotated, quantity, sentence.tokens.end);
            let found = reader.read(&counted, before.as_ref());
            before = found.object.map(|predicate| (counted, predicate));
            drafts.extend(found.drafts);
        }
    }
    drafts
}

fn quantities_of<'a>(
    annotated: &'a Annotated,
    sentence: &'a Sentence,
) -> impl Iterator<Item = &'a Quantity> {
    annotated.quantities.iter().filter(|it| sentence.tokens.contains(&it.tokens.start))
}

struct Reader<'a> {
    annotated: &'a Annotated,
    roles: &'a Roles,
    sentence: &'a Sentence,
    quantity: &'a Quantity,
}

/// What one quantity gave, and the verb whose object it is: "killed 12 soldiers and 3 civilians".
#[derive(Default)]
struct Found {
    drafts: Vec<Draft>,
    object: Option<Predicate>,
}

impl Reader<'_> {
    fn read(&self, counted: &Counted, before: Option<&(Counted, Predicate)>) -> Found {
        if self.is_no_count(counted) {
            return Found::default();
        }
        if let Some(draft) = self.held(counted) {
            return Found { drafts: vec![draft], object: None };
        }
        let after = self.predicate_after(counted);
        if let Some(predicate) = &after {
            let span = counted.tokens.start..predicate.tokens.end;
            let object = self.object_before(counted).filter(|it| it.slot != predicate.slot);
            let mut drafts = vec![self.draft(counted, predicate, span, "after")];
            // "freeing two guards taken hostage" says two things of the same people.
            if let Some(object) = object {
                let span = object.tokens.start..counted.tokens.end;
                drafts.push(self.draft(counted, &object, span, "object"));
            }
            return Found { drafts, object: None };
        }
        if let Some(predicate) =
            self.object_before(counted).or_else(|| joined(counted, before, self))
        {
            let start = predicate.tokens.start.min(counted.tokens.start);
            let near = predicate.tokens.end + 4 >= counted.tokens.start;
            let span = if near { start..counted.tokens.end } else { counted.tokens.clone() };
            let mut drafts = vec![self.draft(counted, &predicate, span, "object")];
            if predicate.slot == Slot::FreedCount {
                drafts.extend(self.role(counted));
            }
            return Found { drafts, object: Some(predicate) };
        }
        let draft = self.role(counted).or_else(|| self.counted_noun(counted));
        Found { drafts: draft.into_iter().collect(), object: None }
    }

    fn lower(&self, at: usize) -> &str {
        let inside = self.sentence.tokens.contains(&at);
        if inside { self.annotated.tokens[at].lower.as_str() } else { "" }
    }

    /// Ages, times of day, sums of money and shares are no counts of people.
    fn is_no_count(&self, counted: &Counted) -> bool {
        let Range { start, end } = self.quantity.tokens;
        let previous = start.checked_sub(1).map_or("", |at| self.lower(at));
        let next = self.lower(end);
        let timed = self.annotated.times.iter().any(|it| it.tokens.contains(&(end - 1)));
        let listed = counted.noun.is_none() && self.quantity.value.n.is_some_and(|n| n > 1900);
        timed
            || listed
            || NO_COUNTS.contains(&(previous, "before"))
            || NO_COUNTS.contains(&(next, "after"))
    }

    /// `took two guards hostage`.
    fn held(&self, counted: &Counted) -> Option<Draft> {
        let hostage = matches!(self.lower(counted.tokens.end), "hostage" | "captive");
        let span = counted.tokens.start..counted.tokens.end + 1;
        let rule = "count/taken-hostage".to_owned();
        hostage.then(|| self.with_who(Slot::HostageCount, Who::Hostages, span, rule))
    }

    /// The predicate after the people, past "who", "have since been" and their like.
    fn predicate_after(&self, counted: &Counted) -> Option<Predicate> {
        let end = self.sentence.tokens.end;
        let mut at = counted.tokens.end;
        let mut helped = false;
        for _ in 0..MAX_HELPERS {
            if let Some(predicate) = predicate_at(self.annotated, at, end) {
                let fits = predicate.follows_people() && !self.excluded(&predicate);
                let active = !helped && predicate.takes_object() && self.has_object(&predicate);
                return (fits && !active).then_some(predicate);
            }
            let word = self.lower(at);
            if !HELPERS.contains(&word) || matches!(word, "who" | "that" | "which") {
                return self.predicate_past_clause(at);
            }
            helped |= self.annotated.tokens[at].lemma == "be" || word == "been";
            at += 1;
        }
        None
    }

    /// Past "at the depot in Kavaja" or "who officials said were armed": the next "was", "were",
    /// "have" that leads to what became of them.
    fn predicate_past_clause(&self, from: usize) -> Option<Predicate> {
        let end = self.sentence.tokens.end.min(from + MAX_CLAUSE);
        if !CLAUSE_STARTS.contains(&self.lower(from)) {
            return None;
        }
        let auxiliary =
            |at: &usize| matches!(self.annotated.tokens[*at].lemma.as_str(), "be" | "have");
        let free = (from..end).take_while(|at| !self.starts_count(*at));
        free.filter(auxiliary).find_map(|at| {
            let mut at = at + 1;
            while HELPERS.contains(&self.lower(at)) {
                at += 1;
            }
            let predicate = predicate_at(self.annotated, at, self.sentence.tokens.end)?;
            (predicate.follows_people() && !self.excluded(&predicate)).then_some(predicate)
        })
    }

    fn starts_count(&self, at: usize) -> bool {
        self.annotated
            .quantities
            .iter()
            .any(|it| it.tokens.start == at && it.tokens != self.quantity.tokens)
            && people::noun_at(self.annotated, at + 1, self.sentence.tokens.end).is_some()
    }

    /// "Gunmen killed three soldiers": what stands before an active verb did it.
    fn has_object(&self, predicate: &Predicate) -> bool {
        let at = predicate.tokens.end;
        let word = self.lower(at);
        let quantity = self.annotated.quantities.iter().any(|it| it.tokens.start == at);
        let noun = people::noun_at(self.annotated, at, self.sentence.tokens.end).is_some();
        quantity || noun || OBJECT_STARTS.contains(&word)
    }

    /// "released from hospital" frees nobody, "injured in 2019" may be told of another time.
    fn excluded(&self, predicate: &Predicate) -> bool {
        let after = predicate.tokens.end;
        predicate.slot == Slot::FreedCount
            && (after..after + 4).any(|at| self.lower(at).starts_with("hospital"))
    }

    /// The verb or noun before the people whose object they are.
    fn object_before(&self, counted: &Counted) -> Option<Predicate> {
        let mut at = counted.tokens.start;
        let mut tied = false;
        for _ in 0..MAX_BRIDGE {
            at = at.checked_sub(1).filter(|at| *at >= self.sentence.tokens.start)?;
            if let Some(predicate) = self.predicate_ending(at) {
                let fits = (predicate.takes_object() && !tied) || (predicate.is_nominal() && tied);
                return fits.then_some(predicate);
            }
            let word = self.lower(at);
            tied |= matches!(word, "of" | "to" | "at");
            if !BRIDGES.contains(&word) {
                return None;
            }
        }
        None
    }

    fn predicate_ending(&self, last: usize) -> Option<Predicate> {
        let first = self.sentence.tokens.start.max(last.saturating_sub(3));
        let starts = (first..=last).filter_map(|at| predicate_at(self.annotated, at, last + 1));
        starts.into_iter().find(|it| it.tokens.end == last + 1)
    }

    /// `six deaths`, `two more serious injuries`.
    fn counted_noun(&self, counted: &Counted) -> Option<Draft> {
        let from = self.quantity.tokens.end;
        if counted.noun.as_ref().is_some_and(|it| it.class == Class::Perpetrator) {
            return None;
        }
        let near =
            (from..from + 3).take_while(|at| !matches!(self.lower(*at), "of" | "the" | "," | "."));
        let predicate = near.into_iter().find_map(|at| {
            let predicate = predicate_at(self.annotated, at, self.sentence.tokens.end)?;
            let compound = self.lower(predicate.tokens.end) == "-";
            (predicate.is_counted() && !compound).then_some(predicate)
        })?;
        let span = counted.tokens.start..predicate.tokens.end;
        Some(self.draft(counted, &predicate, span, "noun"))
    }

    /// What the noun alone says: six gunmen did it, two captives were held.
    fn role(&self, counted: &Counted) -> Option<Draft> {
        let noun = counted.noun.as_ref()?;
        let class = self.roles.class(noun);
        let (slot, who) = match class {
            Class::Perpetrator => (Slot::PerpetratorCount, Who::Perpetrators),
            Class::Hostage => (Slot::HostageCount, Who::Hostages),
            _ => return None,
        };
        let rule = format!("count/noun {}", noun.lemma);
        Some(self.with_who(slot, who, counted.tokens.clone(), rule))
    }

    fn draft(
        &self,
        counted: &Counted,
        predicate: &Predicate,
        span: Range<usize>,
        side: &str,
    ) -> Draft {
        let rule = format!("count/{side} {}", predicate.words);
        self.with_who(predicate.slot, self.who(counted, predicate.slot), span, rule)
    }

    fn who(&self, counted: &Counted, slot: Slot) -> Who {
        let class = counted.noun.as_ref().map_or(Class::People, |it| self.roles.class(it));
        let lemma = counted.noun.as_ref().map_or("", |it| it.lemma);
        match (slot, class, &counted.nationality) {
            (Slot::HostageCount | Slot::FreedCount, Class::Perpetrator, _) => Who::Perpetrators,
            (Slot::HostageCount, ..) => Who::Hostages,
            (Slot::FreedCount, ..) if self.roles.has_hostages() => Who::Hostages,
            (_, Class::People | Class::Passenger, Some(country)) => {
                Who::Nationality(country.clone())
            }
            (Slot::ArrestedCount, Class::Perpetrator, _) => Who::Total,
            _ => class.who(lemma),
        }
    }

    fn with_who(&self, slot: Slot, who: Who, tokens: Range<usize>, rule: String) -> Draft {
        Draft {
            slot,
            who: Some(who),
            value: Value::Count(self.quantity.value.clone()),
            tokens,
            rule,
        }
    }
}

/// `killed 12 soldiers and 3 civilians`: the verb holds for the second object too.
fn joined(
    counted: &Counted,
    before: Option<&(Counted, Predicate)>,
    reader: &Reader<'_>,
) -> Option<Predicate> {
    let (previous, predicate) = before?;
    let between = previous.tokens.end..counted.tokens.start;
    let joins =
        between.len() <= 2 && between.into_iter().all(|at| matches!(reader.lower(at), "and" | ","));
    (joins && counted.noun.is_some()).then(|| predicate.clone())
}

/// How many helping words may stand between people and what became of them.
const MAX_HELPERS: usize = 7;

/// How many words a clause between people and what became of them may have.
const MAX_CLAUSE: usize = 18;

/// How many words may stand between a verb and the figure of its object.
const MAX_BRIDGE: usize = 4;

static HELPERS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("helper"));
static CLAUSE_STARTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("clause"));
static BRIDGES: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("bridge"));
static OBJECT_STARTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| words("object"));
static NO_COUNTS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/count_context.tsv"));
    rows.filter_map(|row| row[1].strip_prefix("none-").map(|side| (row[0], side))).collect()
});

fn words(kind: &str) -> Vec<&'static str> {
    let rows = lexicon::rows(include_str!("../../data/count_context.tsv"));
    rows.filter(|row| row[1] == kind).map(|row| row[0]).collect()
}
