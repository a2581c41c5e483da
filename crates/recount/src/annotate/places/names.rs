//! Finds the names of the gazetteer in a text.
//!
//! In: an annotated article. Out: the longest names that stand in it, whether or not they mean a
//! place there, with the entries that bear them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::words;
use crate::annotate::{Annotated, Sentence};
use crate::gazetteer::{self, Entry, Walk};

/// A name in a text.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Its sense: names with the same key share one.
    pub(super) sense: usize,
}

/// What a name may stand for.
#[derive(Debug, Clone)]
pub(super) struct Sense {
    /// The key of the name.
    pub(super) key: String,
    /// The entries that bear it, capitals and large places first.
    pub(super) entries: Vec<Entry>,
}

/// Most words of a name.
const LONGEST: usize = 7;

/// Returns the names in the article and their senses.
pub(super) fn names(annotated: &Annotated) -> (Vec<Name>, Vec<Sense>) {
    let mut finder = Finder { annotated, senses: Vec::new(), known: BTreeMap::new() };
    let names = annotated.sentences.iter().flat_map(|it| finder.in_sentence(it)).collect();
    (names, finder.senses)
}

struct Finder<'a> {
    annotated: &'a Annotated,
    senses: Vec<Sense>,
    known: BTreeMap<String, usize>,
}

impl Finder<'_> {
    fn in_sentence(&mut self, sentence: &Sentence) -> Vec<Name> {
        let mut found = Vec::new();
        let (mut at, end) = (sentence.tokens.start, sentence.tokens.end);
        while at < end {
            match self.longest(at, end) {
                Some(name) => {
                    at = name.tokens.end;
                    found.push(name);
                }
                None => at += 1,
            }
        }
        found
    }

    /// Returns the longest name that begins at `at`; its first and last words have capitals.
    fn longest(&mut self, at: usize, end: usize) -> Option<Name> {
        let tokens = &self.annotated.tokens;
        if !tokens[at].capital {
            return None;
        }
        let mut walk = Walk::start();
        let mut best = None;
        for next in at..end.min(at + 2 * LONGEST) {
            let token = &tokens[next];
            if matches!(token.lower.as_str(), "-" | "." | "'") {
                if token.lower == "." && !tokens[next - 1].lower.len().le(&3) {
                    break;
                }
                continue;
            }
            let inside = token.capital || words::is(&token.lower, "join");
            if !inside || !walk.step(&token.lower) {
                break;
            }
            if token.capital && walk.is_name() && self.is_written_so(at, next + 1) {
                best = Some((next + 1, walk.clone()));
            }
        }
        let (end, walk) = best?;
        let people = gazetteer::country_of_demonym(self.annotated.text(&(at..end))).is_some();
        if people {
            return None;
        }
        let sense = self.sense(&walk);
        Some(Name { tokens: at..end, sense })
    }

    /// Names of two letters are told from words by their capitals: `US`, `UK`, `LA`.
    fn is_written_so(&self, start: usize, end: usize) -> bool {
        let text = self.annotated.text(&(start..end));
        let letters = || text.chars().filter(|it| it.is_alphabetic());
        letters().count() > 2 || letters().all(char::is_uppercase)
    }

    fn sense(&mut self, walk: &Walk) -> usize {
        if let Some(known) = self.known.get(walk.key()) {
            return *known;
        }
        let sense = Sense { key: walk.key().to_owned(), entries: walk.entries() };
        self.known.insert(sense.key.clone(), self.senses.len());
        self.senses.push(sense);
        self.senses.len() - 1
    }
}

/// Returns the names at `spans` of the text, their senses, and for each span which name it is.
pub(super) fn of_spans(
    annotated: &Annotated,
    spans: &[Range<usize>],
) -> (Vec<Name>, Vec<Sense>, Vec<Option<usize>>) {
    let mut finder = Finder { annotated, senses: Vec::new(), known: BTreeMap::new() };
    let mut order: Vec<_> = (0..spans.len()).collect();
    order.sort_by_key(|it| spans[*it].start);
    let (mut names, mut at) = (Vec::new(), vec![None; spans.len()]);
    for index in order {
        let span = &spans[index];
        let tokens = super::tokens_of(annotated, span);
        let text = &annotated.article.text[span.clone()];
        if let Some((tokens, walk)) = tokens.zip(walk_of(text)) {
            at[index] = Some(names.len());
            let sense = finder.sense(&walk);
            names.push(Name { tokens, sense });
        }
    }
    (names, finder.senses, at)
}

/// Walks the words of a name: as printed, without a word for its kind, as the name of a people or as
/// a state shortened.
fn walk_of(text: &str) -> Option<Walk> {
    let kind = |it: &str| KINDS.contains(&it.to_lowercase().as_str());
    let shorter = || text.rsplit_once(' ').filter(|it| kind(it.1)).and_then(|it| walk(it.0));
    let direction = |it: &str| words::is(&it.to_lowercase(), "direction");
    let whole = || text.split_once(' ').filter(|it| direction(it.0)).and_then(|it| walk(it.1));
    let people = || walk(gazetteer::country_of_demonym(text)?);
    let state = || walk(gazetteer::division_name(words::state(&text.to_lowercase())?)?);
    let stopped = text.contains('.').then(state).flatten();
    let named = || walk(text).or_else(shorter).or_else(whole).or_else(state);
    people().or(stopped).or_else(named)
}

fn walk(name: &str) -> Option<Walk> {
    let mut walk = Walk::start();
    let key = gazetteer::lookup_key(name);
    let known = key.split(' ').filter(|it| !it.is_empty()).all(|word| walk.step(word));
    (known && walk.is_name()).then_some(walk)
}

/// Words for a kind of place that the gazetteer may leave out.
const KINDS: [&str; 9] =
    ["county", "parish", "city", "province", "region", "state", "district", "township", "island"];
