//! Finds the tokens that rules apply to.
//!
//! In: tokens. Out: pairs of a rule and the place of the token that gets its fields, in no order.
//! Most rules ask for a certain word, tag, label or part of speech, and lie under it; a token meets
//! only the rules that lie under what it is, and those that ask for nothing in particular.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use fancy_regex::Regex;

use super::Fields;
use super::rules::{Field, Rule, Test};
use crate::Error;
use crate::strings::hash;

/// Fields under which a pattern can lie, from the one that fewest tokens share.
const KEYS: [Field; 5] = [Field::Lower, Field::Text, Field::Dep, Field::Tag, Field::Pos];

/// Patterns, by what their first token has to be.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    patterns: Vec<Compiled>,
    keyed: [Shelf; KEYS.len()],
    spaces: Vec<u32>,
    others: Vec<u32>,
}

/// Numbers of patterns by the hash of a string. Two strings with one hash do no harm, since the
/// test for the string is made anyway.
type Shelf = HashMap<u64, Vec<u32>, BuildHasherDefault<Ready>>;

#[derive(Debug)]
struct Compiled {
    rule: usize,
    target: usize,
    tokens: Vec<Vec<Check>>,
}

#[derive(Debug)]
enum Check {
    Plain(Test),
    Regex(Field, Box<Regex>),
}

impl Matcher {
    /// Sorts the patterns of `rules` by their first token.
    pub(super) fn new(rules: &[Rule]) -> Result<Self, Error> {
        let mut matcher = Self::default();
        for (number, rule) in rules.iter().enumerate() {
            for pattern in &rule.patterns {
                let (Some(first), Some(target)) = (pattern.first(), rule.target(pattern.len()))
                else {
                    continue;
                };
                matcher.shelve(first);
                let tokens = pattern.iter().map(|tests| checks(tests)).collect::<Result<_, _>>()?;
                matcher.patterns.push(Compiled { rule: number, target, tokens });
            }
        }
        Ok(matcher)
    }

    /// Puts the pattern that comes next under what its first token has to be.
    fn shelve(&mut self, first: &[Test]) {
        let number = self.patterns.len() as u32;
        for (field, shelf) in KEYS.into_iter().zip(&mut self.keyed) {
            if let Some(strings) = first.iter().find_map(|test| demanded(test, field)) {
                return strings
                    .iter()
                    .for_each(|it| shelf.entry(hash(it)).or_default().push(number));
            }
        }
        match first.contains(&Test::Space(true)) {
            true => self.spaces.push(number),
            false => self.others.push(number),
        }
    }

    /// Calls `found` with each rule that applies and the place of the token it applies to.
    pub(super) fn each(&self, tokens: &[Fields<'_>], mut found: impl FnMut(usize, usize)) {
        for (start, token) in tokens.iter().enumerate() {
            let mut try_all = |numbers: &[u32]| {
                let patterns = numbers.iter().map(|number| &self.patterns[*number as usize]);
                for pattern in patterns.filter(|it| it.matches(&tokens[start..])) {
                    found(pattern.rule, start + pattern.target);
                }
            };
            for (field, shelf) in KEYS.into_iter().zip(&self.keyed) {
                if !shelf.is_empty() {
                    try_all(shelf.get(&hash(value(token, field))).map_or(&[], Vec::as_slice));
                }
            }
            if token.is_space {
                try_all(&self.spaces);
            }
            try_all(&self.others);
        }
    }
}

fn demanded(test: &Test, wanted: Field) -> Option<&[String]> {
    match test {
        Test::Is(field, string) if *field == wanted => Some(std::slice::from_ref(string)),
        Test::In(field, strings) if *field == wanted => Some(strings),
        _ => None,
    }
}

fn checks(tests: &[Test]) -> Result<Vec<Check>, Error> {
    tests.iter().map(check).collect()
}

fn check(test: &Test) -> Result<Check, Error> {
    let Test::Regex(field, pattern) = test else { return Ok(Check::Plain(test.clone())) };
    let regex = Regex::new(pattern)
        .map_err(|cause| Error::unsupported(format!("REGEX {pattern}"), cause))?;
    Ok(Check::Regex(*field, Box::new(regex)))
}

impl Compiled {
    fn matches(&self, tokens: &[Fields<'_>]) -> bool {
        let passes =
            |(checks, token): (&Vec<Check>, &Fields<'_>)| checks.iter().all(|it| it.passes(token));
        self.tokens.len() <= tokens.len() && self.tokens.iter().zip(tokens).all(passes)
    }
}

impl Check {
    fn passes(&self, token: &Fields<'_>) -> bool {
        match self {
            Self::Plain(test) => passes(test, token),
            // A search that gives up for its length is no match; the patterns of packages are short.
            Self::Regex(field, regex) => regex.is_match(value(token, *field)).unwrap_or(false),
        }
    }
}

fn passes(test: &Test, token: &Fields<'_>) -> bool {
    let among = |field: Field, strings: &[String]| {
        let value = value(token, field);
        strings.iter().any(|it| it == value)
    };
    match test {
        Test::Is(field, string) => value(token, *field) == string,
        Test::In(field, strings) => among(*field, strings),
        Test::NotIn(field, strings) => !among(*field, strings),
        Test::Space(space) => token.is_space == *space,
        Test::Regex(..) => false, // compiled into `Check::Regex`
    }
}

fn value<'a>(token: &'a Fields<'_>, field: Field) -> &'a str {
    match field {
        Field::Text => token.text,
        Field::Lower => token.lower,
        Field::Tag => &token.tag,
        Field::Pos => &token.pos,
        Field::Morph => &token.morph,
        Field::Lemma => token.lemma.as_deref().unwrap_or_default(),
        Field::Dep => &token.dep,
    }
}

/// Takes a number that is a hash already as its hash.
#[derive(Debug, Default)]
struct Ready(u64);

impl Hasher for Ready {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |all, byte| all.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
