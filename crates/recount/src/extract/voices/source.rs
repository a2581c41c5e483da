//! Reads a noun phrase as a voice: an agency, an outlet, an office, a person, nobody with a name.
//!
//! In: tokens. Out: hops with a name, a kind and an id that is the same for every name of the voice.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::annotate::{Annotated, Token};
use crate::extract::groups;
use crate::gazetteer;
use crate::lexicon;
use crate::model::{Hop, HopKind};
use crate::read;

struct Noun {
    words: Vec<&'static str>,
    kind: HopKind,
    anonymous: bool,
}

static NOUNS: LazyLock<Vec<Noun>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../../data/sources.tsv"));
    let noun = |row: Vec<&'static str>| Noun {
        words: row[0].split(' ').collect(),
        kind: serde_json::from_value(row[1].into()).expect("sources.tsv: the kind of a hop"),
        anonymous: row[2] == "anonymous",
    };
    let mut nouns: Vec<_> = rows.map(noun).collect();
    nouns.sort_by_key(|it| std::cmp::Reverse(it.words.len()));
    nouns
});

static IDS: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../../data/organisations.tsv"));
    rows.flat_map(|row| row[1].split('|').map(move |name| (name, row[0]))).collect()
});

/// What a text has told of its voices so far.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// The chain named last, for "he", "it", "the source".
    last: Vec<Hop>,
    /// The agency or outlet named last, for "the news agency".
    agency: Option<Hop>,
}

impl Memory {
    /// Keeps `hops` for what refers back to them.
    pub(super) fn keep(&mut self, hops: &[Hop]) {
        if hops.is_empty() {
            return;
        }
        self.last = hops.to_vec();
        let agency =
            hops.iter().rfind(|it| matches!(it.kind, HopKind::Agency | HopKind::StateMedia));
        self.agency = agency.filter(|it| !it.anonymous).cloned().or(self.agency.take());
    }

    /// Returns the chain that a pronoun or "the source" refers back to.
    pub(super) fn refer(&self, phrase: &[Token]) -> Option<Vec<Hop>> {
        let words: Vec<_> = phrase.iter().map(|it| it.lower.as_str()).collect();
        let definite = matches!(words.first(), Some(&("the" | "this" | "that")));
        match words.as_slice() {
            [.., "he" | "she" | "they" | "it"] => {
                Some(self.last.clone()).filter(|it| !it.is_empty())
            }
            ["the", "news", "agency" | "service"] | ["the", "agency"] => {
                self.agency.clone().map(|it| vec![it])
            }
            [_, .., noun] if definite => {
                let last = self.last.last()?.name.to_lowercase();
                let same = last.ends_with(noun) && last.contains(' ');
                let alike = |word: &&str| last.split(' ').any(|it| share_stem(it, word));
                (same && words[1..].iter().all(alike)).then(|| self.last.clone())
            }
            _ => None,
        }
    }
}

/// `prison` and `prisoner` begin alike: slips and variants of one name.
fn share_stem(a: &str, b: &str) -> bool {
    let common = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    a == b || common >= STEM
}

/// How many letters two words must begin with alike to be variants of one name.
///
/// Five keeps `police` and `policy` together, which no voice confuses, and `prison` from `prince`.
const STEM: usize = 5;

/// Reads the voice that the tokens of `phrase` name, if they name one.
pub(super) fn voice(annotated: &Annotated, phrase: &Range<usize>) -> Option<Hop> {
    let phrase = trimmed(annotated, phrase);
    if phrase.is_empty() {
        return None;
    }
    known_in(annotated, &phrase)
        .or_else(|| with_noun(annotated, &phrase))
        .or_else(|| group(annotated, &phrase))
        .or_else(|| person(annotated, &phrase))
}

/// Reads any short noun phrase with an article as a voice: "the freight firm said".
pub(super) fn described(annotated: &Annotated, phrase: &Range<usize>) -> Option<Hop> {
    let first = annotated.tokens.get(phrase.start)?.lower.as_str();
    let words = trimmed(annotated, phrase);
    let fits =
        matches!(first, "the" | "a" | "an" | "one") && (1..=DESCRIBED).contains(&words.len());
    let plain = words.clone().all(|at| annotated.tokens[at].is_word());
    (fits && plain).then(|| hop(&one_line(annotated.text(&words)), HopKind::Unnamed, true))
}

/// How many words an unknown voice may have before it is more likely a clause.
const DESCRIBED: usize = 4;

/// Reads `name` as an agency or outlet of the tables.
pub(crate) fn known_voice(name: &str) -> Option<Hop> {
    if let Some(agency) = read::agency(name) {
        let kind = if agency.kind == "state_media" { HopKind::StateMedia } else { HopKind::Agency };
        return Some(hop(agency.name, kind, false));
    }
    let outlet = read::outlet_by_name(name)?;
    Some(hop(outlet.name, HopKind::Outlet, false))
}

fn hop(name: &str, kind: HopKind, anonymous: bool) -> Hop {
    Hop { name: name.to_owned(), id: id(name), kind, anonymous }
}

/// Leaves out articles, marks and helping words at either end.
fn trimmed(annotated: &Annotated, phrase: &Range<usize>) -> Range<usize> {
    let skip = |at: &usize| {
        let token = &annotated.tokens[*at];
        let small = ["the", "a", "an", "but", "and", "however", "meanwhile", "later", "earlier"];
        !token.is_word() || small.contains(&token.lower.as_str())
    };
    let start = phrase.clone().find(|at| !skip(at)).unwrap_or(phrase.end);
    let end = (start..phrase.end).rev().find(|at| !skip(at)).map_or(start, |at| at + 1);
    start..end
}

/// Looks for an agency or outlet in the phrase, the longest name first: "the Interfax news agency".
fn known_in(annotated: &Annotated, phrase: &Range<usize>) -> Option<Hop> {
    let capital = |at: &usize| annotated.tokens[*at].capital;
    for start in phrase.clone().filter(capital) {
        for end in (start + 1..=phrase.end.min(start + 5)).rev() {
            if let Some(hop) = known_voice(annotated.text(&(start..end))) {
                // A spokesman of an outlet's country is no outlet: only media words may stand beside it.
                return beside_is_media(annotated, phrase, &(start..end)).then_some(hop);
            }
        }
    }
    None
}

fn beside_is_media(annotated: &Annotated, phrase: &Range<usize>, name: &Range<usize>) -> bool {
    phrase.clone().filter(|at| !name.contains(at)).all(|at| {
        let token = &annotated.tokens[at];
        let nouns = ["spokesman", "spokeswoman", "spokesperson", "source", "official", "police"];
        !nouns.contains(&token.lemma.as_str())
    })
}

/// A phrase with a noun of the table: "a police source", "Kavaja's mayor", "local media".
fn with_noun(annotated: &Annotated, phrase: &Range<usize>) -> Option<Hop> {
    let tokens = &annotated.tokens;
    let head = head_end(annotated, phrase);
    let fits = |noun: &&Noun, end: usize| {
        let start = end.checked_sub(noun.words.len()).filter(|it| *it >= phrase.start);
        start.is_some_and(|start| {
            noun.words
                .iter()
                .zip(&tokens[start..end])
                .all(|(word, it)| it.lemma == *word || it.lower == *word)
        })
    };
    let ends = (phrase.start + 1..=head).rev();
    let mut found =
        ends.filter_map(|end| NOUNS.iter().find(|it| fits(it, end)).map(|noun| (end, noun)));
    let (end, noun) = found.next()?;
    let named_person =
        (phrase.start..phrase.end).filter(|at| tokens[*at].capital && *at >= end).count() > 1;
    // "information made public by the state media": the voice stands after "by".
    let by =
        (phrase.start..end).rev().find(|at| matches!(tokens[*at].lower.as_str(), "by" | "from"));
    let start = trimmed(annotated, &(by.map_or(phrase.start, |at| at + 1)..end)).start;
    let name = annotated.text(&(start..head.max(end)));
    let anonymous = noun.anonymous && !named_person;
    Some(hop(&one_line(name), noun.kind, anonymous))
}

/// The phrase without what follows a comma or "in", "at", "who": "the spokesman, who …".
fn head_end(annotated: &Annotated, phrase: &Range<usize>) -> usize {
    let ends = |at: &usize| {
        let token = &annotated.tokens[*at];
        matches!(
            token.lower.as_str(),
            "," | "who" | "which" | "in" | "at" | "on" | "from" | "with" | "familiar"
        )
    };
    phrase.clone().find(|at| *at > phrase.start && ends(at)).unwrap_or(phrase.end)
}

fn group(annotated: &Annotated, phrase: &Range<usize>) -> Option<Hop> {
    let group = phrase.clone().find_map(|at| groups::group_at(annotated, at, phrase.end))?;
    Some(hop(group.id, HopKind::ArmedGroup, false))
}

/// Two or more capitalised words in a row: a person with a name.
fn person(annotated: &Annotated, phrase: &Range<usize>) -> Option<Hop> {
    let tokens = &annotated.tokens;
    let start = phrase.clone().find(|at| tokens[*at].capital)?;
    let end = (start..phrase.end)
        .find(|at| !tokens[*at].capital && tokens[*at].lower != ".")
        .unwrap_or(phrase.end);
    let enough = end - start >= 2 || (phrase.len() == 1 && tokens[start].lower.len() > 2);
    let place = gazetteer::country_of_demonym(annotated.text(&(start..end))).is_some();
    (enough && !place)
        .then(|| hop(&one_line(annotated.text(&(start..end))), HopKind::Official, false))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns one id for every name of a voice: without article and nationality, through the table.
fn id(name: &str) -> String {
    let lower = name.to_lowercase().replace(['’', '“', '”', '"'], "'");
    let words: Vec<_> = lower.split_whitespace().filter(|it| *it != "the").collect();
    let plain = words.join(" ");
    if let Some(id) = IDS.get(plain.as_str()) {
        return (*id).to_owned();
    }
    let first_is_country = name
        .split_whitespace()
        .find(|it| !it.eq_ignore_ascii_case("the"))
        .is_some_and(|it| gazetteer::country_of_demonym(it).is_some());
    let rest = words.get(usize::from(first_is_country)..).unwrap_or_default().join(" ");
    match IDS.get(rest.as_str()) {
        Some(id) => (*id).to_owned(),
        None if rest.is_empty() => plain,
        None => rest,
    }
}
