//! Nouns for people, and whom they make a count count.
//!
//! In: tokens. Out: the noun for people that begins at a token, with its class, and the class of
//! people that a quantity counts.

pub(super) mod unknown;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::annotate::{Annotated, Quantity};
use crate::gazetteer;
use crate::lexicon::{self, Sieve};
use crate::model::Who;

/// What a noun for people says about their part in an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// They did it.
    Perpetrator,
    /// They wear a uniform.
    Security,
    /// They are held.
    Hostage,
    /// They travel.
    Passenger,
    /// They work on board.
    Crew,
    /// Anybody.
    People,
    /// A part of the public that coders count apart: children, students.
    Part,
    /// Their part depends on the article: prisoners may be victims or perpetrators.
    Context,
}

/// A noun for people in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Noun {
    /// Its dictionary form.
    pub(super) lemma: &'static str,
    /// Its class.
    pub(super) class: Class,
    /// Token after its last.
    pub(super) end: usize,
    /// Whether the form is of one person: "officer", and neither "officers" nor "police".
    pub(super) single: bool,
}

struct Entry {
    lemma: &'static str,
    rest: Vec<&'static str>,
    class: Class,
    group: bool,
}

static NOUNS: LazyLock<BTreeMap<&'static str, Vec<Entry>>> = LazyLock::new(|| {
    let mut nouns: BTreeMap<_, Vec<Entry>> = BTreeMap::new();
    for row in lexicon::rows(include_str!("../../data/people.tsv")) {
        let mut words = row[0].split(' ');
        let first = words.next().unwrap_or_default();
        let lemma = row.get(3).copied().unwrap_or(row[0]);
        let group = row.get(2) == Some(&"group");
        let entry = Entry { lemma, rest: words.collect(), class: class(row[1]), group };
        nouns.entry(first).or_default().push(entry);
    }
    nouns.values_mut().for_each(|it| it.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len())));
    nouns
});

fn class(name: &str) -> Class {
    match name {
        "perpetrator" => Class::Perpetrator,
        "security" => Class::Security,
        "hostage" => Class::Hostage,
        "passenger" => Class::Passenger,
        "crew" => Class::Crew,
        "part" => Class::Part,
        "context" => Class::Context,
        _ => Class::People,
    }
}

static FIRST_WORDS: LazyLock<Sieve> = LazyLock::new(|| Sieve::of(NOUNS.keys().copied()));

/// Returns the noun for people that begins at token `at`, the longest that the lexicon has.
pub(super) fn noun_at(annotated: &Annotated, at: usize, end: usize) -> Option<Noun> {
    let token = annotated.tokens[..end].get(at)?;
    if !FIRST_WORDS.may_hold(&token.lower) && !FIRST_WORDS.may_hold(&token.lemma) {
        return None;
    }
    let entries = NOUNS.get(token.lemma.as_str()).or_else(|| NOUNS.get(token.lower.as_str()))?;
    let fits = |entry: &&Entry| {
        let after = annotated.tokens[at + 1..end].iter();
        entry.rest.len() < end - at
            && entry.rest.iter().zip(after).all(|(word, it)| it.lemma == *word || it.lower == *word)
    };
    let entry = entries.iter().find(fits)?;
    let end = at + 1 + entry.rest.len();
    let last = &annotated.tokens[end - 1];
    let single =
        !entry.group && (last.lower == last.lemma || entry.rest.last() == Some(&&*last.lower));
    Some(Noun { lemma: entry.lemma, class: entry.class, end, single })
}

/// The people that a quantity counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Counted {
    /// The quantity, its modifiers and its noun.
    pub(super) tokens: Range<usize>,
    /// The noun; `None` for "12 killed" and "20 others".
    pub(super) noun: Option<Noun>,
    /// The country of "two Latvians" and "three Dutch passengers".
    pub(super) nationality: Option<String>,
}

/// How many words may stand between a figure and its noun ("three heavily armed masked men").
const MODIFIERS: usize = 4;

/// Returns the people that `quantity` counts, or `None` if what follows is no noun for people and
/// the quantity does not stand alone.
pub(super) fn counted(annotated: &Annotated, quantity: &Quantity, end: usize) -> Counted {
    let start = quantity.tokens.start;
    let first = behind_whole(annotated, quantity.tokens.end, end);
    let mut nationality = None;
    let mut plain = quantity.tokens.end;
    for at in first..=first + MODIFIERS {
        if let Some(noun) = noun_at(annotated, at, end) {
            let noun = last_of_compound(annotated, noun, end);
            return Counted { tokens: start..noun.end, noun: Some(noun), nationality };
        }
        let Some(token) = annotated.tokens[..end].get(at) else { break };
        // "100 wounded people": the word ends no phrase if people follow it.
        let people_follow = noun_at(annotated, at + 1, end).is_some();
        if is_boundary(&token.lower) && !(people_follow && token.lemma != token.lower) {
            break;
        }
        if token.capital {
            let country = gazetteer::country_of_demonym(annotated.text(&(at..at + 1)));
            nationality = nationality.or(country.map(str::to_owned));
            if nationality.is_some() {
                plain = at + 1;
            }
        }
    }
    if let Some(noun) = unknown::noun(annotated, first..=first + MODIFIERS, end) {
        return Counted { tokens: start..noun.end, noun: Some(noun), nationality };
    }
    Counted {
        tokens: start..plain.max(others(annotated, quantity.tokens.end, end)),
        noun: None,
        nationality,
    }
}

/// Returns the quantity that begins at token `at`.
pub(super) fn quantity_at(annotated: &Annotated, at: usize) -> Option<&Quantity> {
    let index = annotated.quantities.binary_search_by_key(&at, |it| it.tokens.start).ok()?;
    Some(&annotated.quantities[index])
}

/// `four of the eight attackers`: they are counted as the eight are, whose noun stands behind both.
fn behind_whole(annotated: &Annotated, at: usize, end: usize) -> usize {
    let lower = |at: usize| annotated.tokens[..end].get(at).map_or("", |it| it.lower.as_str());
    if lower(at) != "of" || !matches!(lower(at + 1), "the" | "those" | "these" | "their" | "its") {
        return at;
    }
    let noun = quantity_at(annotated, at + 2).map_or(at + 2, |it| it.tokens.end);
    // "three of the 12 wounded passengers"
    let named = (noun..=noun + 1).any(|it| noun_at(annotated, it, end).is_some());
    if named { noun } else { at }
}

/// Takes in "others" and "more" after a figure.
fn others(annotated: &Annotated, at: usize, end: usize) -> usize {
    let word = annotated.tokens[..end].get(at).map_or("", |it| it.lower.as_str());
    if matches!(word, "others" | "more" | "other") { at + 1 } else { at }
}

/// `prison guard captives`: of nouns in a row the last says who they are.
fn last_of_compound(annotated: &Annotated, first: Noun, end: usize) -> Noun {
    let mut last = first;
    while let Some(next) = noun_at(annotated, last.end, end) {
        // "two guards hostage" is not a compound: the noun is plural and "hostage" is not.
        if annotated.tokens[last.end].lower == "hostage" {
            break;
        }
        last = next;
    }
    last
}

static BOUNDARIES: LazyLock<BTreeMap<&'static str, ()>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../data/noun_phrase_ends.tsv")).map(|row| (row[0], ())).collect()
});

/// Returns whether a word ends a noun phrase: a preposition, an auxiliary, an article, a verb of the news.
pub(super) fn is_function_word(word: &str) -> bool {
    BOUNDARIES.contains_key(word)
}

fn is_boundary(word: &str) -> bool {
    let mark = !word.chars().any(char::is_alphanumeric) && !matches!(word, "-" | "\"" | "'" | "'s");
    mark || BOUNDARIES.contains_key(word)
}

impl Class {
    /// Returns whom a count of such people counts.
    pub(super) fn who(self, lemma: &str) -> Who {
        match self {
            Class::Perpetrator => Who::Perpetrators,
            Class::Security => Who::Security,
            Class::Hostage => Who::Hostages,
            Class::Passenger => Who::Passengers,
            Class::Crew => Who::Crew,
            Class::Part => Who::Other(plural(lemma).to_string()),
            Class::People | Class::Context => Who::Total,
        }
    }
}

/// Returns the plural that a coder would write.
pub(super) fn plural(lemma: &str) -> String {
    match lemma {
        "child" => "children".into(),
        "staff" | "personnel" => lemma.into(),
        "wife" => "wives".into(),
        _ if lemma.ends_with("man") => format!("{}men", &lemma[..lemma.len() - 3]),
        _ if lemma.ends_with('y') && !lemma.ends_with("ey") && !lemma.ends_with("oy") => {
            format!("{}ies", &lemma[..lemma.len() - 1])
        }
        _ => format!("{lemma}s"),
    }
}
