//! Tells what a noun names: a person, people, a group, a state's force, a thing, an instrument.
//!
//! In: the token of a noun. Out: its sort with the words that name it. Lexicons come first, the
//! entities of the language layer second: they know names of persons that no lexicon has.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::syntax::Tree;
use crate::extract::groups;
use crate::extract::people::{self, Class};
use crate::lexicon;

/// What a noun names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sort {
    /// A person by name; the words before the name that say what he is, with their class.
    Name { name: Range<usize>, title: Option<usize> },
    /// People by what they are.
    People(&'static str),
    /// People by what they did.
    Armed,
    /// A named group.
    Group(Range<usize>),
    /// An army, police or government.
    State,
    /// A thing of a class.
    Thing(&'static str),
    /// An instrument of a class.
    Means(&'static str),
    /// Something else.
    Other,
}

pub(super) type Table = BTreeMap<&'static str, &'static str>;

fn table(text: &'static str) -> Table {
    lexicon::rows(text).map(|row| (row[0], row[1])).collect()
}

pub(super) static OCCUPATIONS: LazyLock<Table> =
    LazyLock::new(|| table(include_str!("../../../data/occupations.tsv")));
pub(super) static THINGS: LazyLock<Table> =
    LazyLock::new(|| table(include_str!("../../../data/things.tsv")));
pub(super) static INSTRUMENTS: LazyLock<Table> =
    LazyLock::new(|| table(include_str!("../../../data/instruments.tsv")));
static PERPETRATING: LazyLock<Table> =
    LazyLock::new(|| table(include_str!("../../../data/perpetrating.tsv")));

/// What instruments of a class do.
static DOES: LazyLock<Table> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../../data/instruments.tsv"));
    rows.map(|row| (row[1], row[2])).collect()
});

/// Returns what an instrument of this class does: `off`, it goes off; `bombing`, an attack with it is one.
pub(super) fn does(class: &str) -> &'static str {
    DOES.get(class).copied().unwrap_or("-")
}

/// Whose a thing is, what that makes it, and of what things.
static OWNERS: LazyLock<Vec<Vec<&'static str>>> =
    LazyLock::new(|| lexicon::rows(include_str!("../../../data/owners.tsv")).collect());

impl Tree<'_> {
    /// Looks a noun up, with the word before it first.
    fn known(self, table: &Table, noun: usize) -> Option<&'static str> {
        let token = self.token(noun);
        let two = noun.checked_sub(1).map(|at| format!("{} {}", self.token(at).lower, token.lemma));
        let found = two.and_then(|it| table.get(it.as_str()));
        found
            .or_else(|| table.get(token.lemma.as_str()))
            .or_else(|| table.get(token.lower.as_str()))
            .copied()
    }

    /// Returns the class of an occupation.
    pub(super) fn occupation(self, noun: usize) -> Option<&'static str> {
        self.known(&OCCUPATIONS, noun)
    }

    /// Returns the class of an instrument.
    pub(super) fn instrument(self, noun: usize) -> Option<&'static str> {
        self.known(&INSTRUMENTS, noun)
    }

    /// Returns what the noun at `noun` names as somebody who did it.
    pub(super) fn as_perpetrator(self, noun: usize) -> Sort {
        if let Some(group) = self.group(noun) {
            return Sort::Group(group);
        }
        match self.known(&PERPETRATING, noun) {
            Some("state") => return Sort::State,
            Some(_) => return Sort::Armed,
            None => {}
        }
        match self.sort(noun) {
            Sort::Other => self.organisation(noun).map_or(Sort::Other, Sort::Group),
            known => known,
        }
    }

    /// The organisation whose name ends with the noun.
    fn organisation(self, noun: usize) -> Option<Range<usize>> {
        let holds = |it: &&crate::annotate::Entity| it.tokens.contains(&noun) && it.kind == "ORG";
        let entity = self.annotated.entities.iter().find(holds)?;
        let articles = entity.tokens.clone().take_while(|it| self.token(*it).tag == "DT").count();
        let name = entity.tokens.start + articles..noun + 1;
        // A single word that no table has is as often a person.
        (self.token(noun).pos == "PROPN" && name.len() > 1).then_some(name)
    }

    /// Returns what the noun at `noun` names.
    pub(super) fn sort(self, noun: usize) -> Sort {
        if self.token(noun).pos == "PRON" {
            return Sort::Other;
        }
        if let Some(name) = self.person(noun) {
            return name;
        }
        if self.known(&PERPETRATING, noun) == Some("armed") {
            return Sort::Armed;
        }
        if let Some(class) = self.occupation(noun) {
            return Sort::People(class);
        }
        if let Some(class) = self.known(&THINGS, noun) {
            return Sort::Thing(self.thing(noun, class));
        }
        if let Some(class) = self.instrument(noun) {
            return Sort::Means(class);
        }
        if let Some(group) = self.group(noun) {
            return Sort::Group(group);
        }
        let end = noun + 1;
        let start = self.whole_phrase(noun).start;
        let listed = (start..end)
            .rev()
            .find_map(|at| people::noun_at(self.annotated, at, end).filter(|it| it.end == end));
        match listed.map(|it| it.class) {
            Some(Class::Perpetrator) => Sort::Armed,
            Some(Class::Security) => Sort::People("police"),
            Some(_) => Sort::People("civilian"),
            None => Sort::Other,
        }
    }

    /// "police station", "army headquarters", "residence of the ambassador": whose a thing is.
    fn thing(self, noun: usize, class: &'static str) -> &'static str {
        let built = !matches!(class, "vehicle" | "route" | "energy" | "water");
        let owners = self.whole_phrase(noun).chain(self.after(noun, &["of"]));
        let mut owners = owners.filter(|it| *it != noun);
        let owned = owners.find_map(|owner| {
            let class_of_owner = self.occupation(owner).map(|it| format!("[{it}]"));
            let owner = self.token(owner).lower.as_str();
            OWNERS.iter().find(|row| {
                let fits = match row[2] {
                    "built" => built,
                    "service" => class != "commerce",
                    _ => true,
                };
                fits && (row[0] == owner || class_of_owner.as_deref() == Some(row[0]))
            })
        });
        owned.map_or(class, |row| row[1])
    }

    /// The group whose name ends with the noun.
    fn group(self, noun: usize) -> Option<Range<usize>> {
        let end = noun + 1;
        let start = self.whole_phrase(noun).start.max(noun.saturating_sub(6));
        (start..end).find_map(|at| {
            let group = groups::group_at(self.annotated, at, end).filter(|it| it.end == end);
            let listed = self.known(&PERPETRATING, noun);
            let plain = listed == Some("armed") || listed.is_some() && at + 1 >= noun;
            let start = if self.token(at).tag == "DT" { at + 1 } else { at };
            group.filter(|_| !plain).map(|_| start..end)
        })
    }

    /// Returns the names of groups in the article.
    pub(super) fn groups(self) -> Vec<Range<usize>> {
        let nouns =
            (0..self.annotated.tokens.len()).filter(|it| self.token(*it).tag.starts_with("NN"));
        nouns.filter_map(|it| self.group(it)).collect()
    }

    /// The person whose name ends with the noun.
    fn person(self, noun: usize) -> Option<Sort> {
        let holds = |it: &&crate::annotate::Entity| it.tokens.contains(&noun);
        let entity = self.annotated.entities.iter().find(holds).filter(|it| it.kind == "PERSON")?;
        let listed = self.known(&THINGS, noun).or(self.instrument(noun));
        if listed.or(self.known(&PERPETRATING, noun)).is_some() || self.occupation(noun).is_some() {
            return None;
        }
        let mut name = entity.tokens.clone();
        name.end = noun + 1;
        // The recogniser may miss the first of several given names.
        name.start = name.start.min(self.proper(noun).start);
        if self.token(noun).tag == "POS" {
            name.end = noun;
        }
        let titles = name
            .clone()
            .take_while(|it| self.occupation(*it).is_some() || !self.token(*it).is_word());
        name.start += titles.count();
        let before = name
            .start
            .checked_sub(1)
            .filter(|at| self.annotated.sentence_of(noun).tokens.contains(at));
        let title = before.filter(|at| self.occupation(*at).is_some());
        (!name.is_empty()).then_some(Sort::Name { name, title })
    }
}
