//! Reads a noun phrase as a voice: an agency, an outlet, an office, a person, nobody with a name.
//!
//! In: tokens. Out: hops with a name, a kind and an id that is the same for every name of the voice.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use crate::annotate::Annotated;
use crate::extract::{clause_words, groups, people};
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
    let rows = lexicon::rows(include_str!("../../data/sources.tsv"));
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
    let rows = lexicon::rows(include_str!("../../data/organisations.tsv"));
    rows.flat_map(|row| row[1].split('|').map(move |name| (name, row[0]))).collect()
});

/// Reads the voice that the tokens of `phrase` name, if they name one.
pub(super) fn voice(annotated: &Annotated, phrase: &Range<usize>) -> Option<Hop> {
    let phrase = trimmed(annotated, phrase);
    if phrase.is_empty() || is_clause(annotated, &phrase) {
        return None;
    }
    known_in(annotated, &phrase)
        .or_else(|| with_noun(annotated, &phrase))
        .or_else(|| group(annotated, &phrase))
        .or_else(|| person(annotated, &phrase))
}

/// A phrase with a finite verb is no name: "had so far been brought to two hospitals".
fn is_clause(annotated: &Annotated, phrase: &Range<usize>) -> bool {
    phrase.clone().any(|at| FINITE.contains(&*annotated.tokens[at].lower))
}

static FINITE: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| clause_words("finite"));
static OFFICE_ENDS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| clause_words("ends-office"));
static PREPOSITIONS: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| clause_words("preposition"));

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

/// Reads `name` as an agency or outlet of the tables, or as one by its last word: "Kavaja Herald".
pub(crate) fn known_voice(name: &str) -> Option<Hop> {
    if let Some(agency) = read::agency(name) {
        let kind = if agency.kind == "state_media" { HopKind::StateMedia } else { HopKind::Agency };
        return Some(hop(agency.name, kind, false));
    }
    // Of names as short as "i" the address tells more than the letter.
    let by_name = || read::outlet_by_name(name).filter(|_| name.chars().count() >= SHORTEST);
    if let Some(outlet) = by_name().or_else(|| read::outlet_by_host(name)) {
        return Some(hop(outlet.name, HopKind::Outlet, false));
    }
    let mut words = name.split_whitespace().rev();
    let ends = MEDIA_WORDS.get(words.next()?) == Some(&"end");
    let before = words.next()?;
    let named = before.starts_with(char::is_uppercase) && !MEDIA_WORDS.contains_key(before);
    (ends && named).then(|| hop(name, HopKind::Outlet, false))
}

/// The shortest name by which an outlet is known in running text.
const SHORTEST: usize = 3;

/// Words that end the names of outlets, and words that stand before them without making a name.
static MEDIA_WORDS: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/media_words.tsv"));
    rows.map(|row| (row[0], row[1])).collect()
});

fn hop(name: &str, kind: HopKind, anonymous: bool) -> Hop {
    Hop::new(name.to_owned(), id(name), kind, anonymous)
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
    if let Some(named) = named_media(annotated, noun, phrase.start..end, end..phrase.end) {
        return Some(named);
    }
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

/// `state news agency Kordpress`, `the newspaper Delo`: the name after the noun is the voice's.
fn named_media(
    annotated: &Annotated,
    noun: &Noun,
    before: Range<usize>,
    after: Range<usize>,
) -> Option<Hop> {
    let media = matches!(noun.kind, HopKind::Agency | HopKind::Outlet | HopKind::SocialChannel);
    let name =
        after.start..after.clone().find(|at| !annotated.tokens[*at].capital).unwrap_or(after.end);
    let state = before.into_iter().any(|at| annotated.tokens[at].lower == "state");
    let kind = if state && noun.kind == HopKind::Agency { HopKind::StateMedia } else { noun.kind };
    (media && !name.is_empty()).then(|| hop(&one_line(annotated.text(&name)), kind, false))
}

/// Gives an office the name of the person who holds it: `the army's spokesman, Jan Novak,`.
pub(super) fn with_person(annotated: &Annotated, office: Hop, name: &Range<usize>) -> Hop {
    let capital = name.clone().all(|at| annotated.tokens[at].capital);
    let held = !matches!(office.kind, HopKind::Agency | HopKind::Outlet | HopKind::StateMedia);
    if !(capital && held && (2..=4).contains(&name.len())) {
        return office;
    }
    let named = format!("{} {}", office.name, one_line(annotated.text(name)));
    Hop { evidence: office.evidence, ..hop(&named, office.kind, false) }
}

/// The phrase without what follows a comma or "in", "at", "who": "the spokesman, who …".
fn head_end(annotated: &Annotated, phrase: &Range<usize>) -> usize {
    let ends = |at: &usize| OFFICE_ENDS.contains(&*annotated.tokens[*at].lower);
    phrase.clone().find(|at| *at > phrase.start && ends(at)).unwrap_or(phrase.end)
}

fn group(annotated: &Annotated, phrase: &Range<usize>) -> Option<Hop> {
    let group = phrase.clone().find_map(|at| groups::group_at(annotated, at, phrase.end))?;
    Some(hop(&group.id, HopKind::ArmedGroup, false))
}

/// Two or more capitalised words in a row, or one that is no common word: a person with a name.
fn person(annotated: &Annotated, phrase: &Range<usize>) -> Option<Hop> {
    let tokens = &annotated.tokens;
    if PREPOSITIONS.contains(&*tokens[phrase.start].lower) {
        return None;
    }
    let start = phrase.clone().find(|at| tokens[*at].capital)?;
    let end = (start..phrase.end)
        .find(|at| !tokens[*at].capital && tokens[*at].lower != ".")
        .unwrap_or(phrase.end);
    let common = people::noun_at(annotated, start, end).is_some()
        || people::is_function_word(&tokens[start].lower);
    let single = phrase.len() == 1 && tokens[start].lower.len() > 2 && !common;
    let place = gazetteer::country_of_demonym(annotated.text(&(start..end))).is_some();
    let named = (end - start >= 2 || single) && !place;
    named.then(|| hop(&one_line(annotated.text(&(start..end))), HopKind::Person, false))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the id of the outlet or other voice of this name.
pub(super) fn id_of_name(name: &str) -> String {
    known_voice(name).map_or_else(|| id(name), |it| it.id)
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
