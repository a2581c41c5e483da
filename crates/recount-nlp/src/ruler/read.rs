//! Reads the file `attribute_ruler/patterns` of a package.
//!
//! In: its bytes. Out: [`Rules`]. What we do not know (an attribute, a predicate, an operator) is an
//! error with its name, for a rule left out would give other tags than spaCy's without a word.

use super::rules::{Field, Pattern, Rule, Rules, Test};
use crate::package::{Value, decode};
use crate::{Error, morph};

/// Parts of speech that spaCy has numbers for.
const PARTS: [&str; 21] = [
    "", "ADJ", "ADP", "ADV", "AUX", "CONJ", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
    "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X", "EOL", "SPACE",
];

impl Rules {
    /// Reads rules from `bytes`, which are the content of `file`.
    pub(crate) fn read(bytes: &[u8], file: &str) -> Result<Self, Error> {
        let raw = decode(bytes, file)?;
        let rules = Value::new(&raw, file).items()?;
        Ok(Self(rules.into_iter().map(rule).collect::<Result<_, _>>()?))
    }
}

fn rule(value: Value<'_>) -> Result<Rule, Error> {
    let patterns = value.get("patterns")?.items()?;
    let mut rule = Rule {
        patterns: patterns.into_iter().map(pattern).collect::<Result<_, _>>()?,
        index: value.find("index").map_or(Ok(0), |it| it.integer())?,
        ..Rule::default()
    };
    for (name, value) in value.get("attrs")?.pairs()? {
        set(&mut rule, name.text()?, value)?;
    }
    match rule.patterns.iter().any(|it| rule.target(it.len()).is_none()) {
        true => Err(Error::malformed(
            value.file(),
            format!("index {} lies outside of a pattern", rule.index),
        )),
        false => Ok(rule),
    }
}

fn set(rule: &mut Rule, name: &str, value: Value<'_>) -> Result<(), Error> {
    let text = value.text()?;
    match name.to_uppercase().as_str() {
        "TAG" => rule.tag = Some(text.to_owned()),
        "POS" => rule.pos = Some(part(text)?),
        "MORPH" => rule.morph = Some(features(text, value.file())?),
        "LEMMA" => rule.lemma = Some(text.to_owned()),
        "DEP" => rule.dep = Some(text.to_owned()),
        _ => return Err(Error::unsupported(format!("attribute {name}"), "no rule can set it")),
    }
    Ok(())
}

fn part(text: &str) -> Result<String, Error> {
    match PARTS.contains(&text) {
        true => Ok(text.to_owned()),
        false => Err(Error::unsupported(
            format!("part of speech {text}"),
            "it is none of the universal ones",
        )),
    }
}

fn features(text: &str, file: &str) -> Result<String, Error> {
    morph::normalise(text).ok_or_else(|| Error::malformed(file, format!("{text} are no features")))
}

fn pattern(value: Value<'_>) -> Result<Pattern, Error> {
    value.items()?.into_iter().map(tests).collect()
}

fn tests(token: Value<'_>) -> Result<Vec<Test>, Error> {
    let mut tests = Vec::new();
    for (name, value) in token.pairs()? {
        let name = name.text()?.to_uppercase();
        match name.as_str() {
            "OP" => once(value)?,
            "IS_SPACE" => tests.push(Test::Space(truth(value)?)),
            _ => tests.extend(field_tests(field(&name)?, value)?),
        }
    }
    Ok(tests)
}

fn once(operator: Value<'_>) -> Result<(), Error> {
    match operator.text()? {
        "1" => Ok(()),
        other => Err(Error::unsupported(
            format!("operator {other}"),
            "each test of a rule is for one token",
        )),
    }
}

fn truth(value: Value<'_>) -> Result<bool, Error> {
    match value.as_bool() {
        Some(truth) => Ok(truth),
        None => Ok(value.number()? == 1),
    }
}

fn field(name: &str) -> Result<Field, Error> {
    Ok(match name {
        "ORTH" | "TEXT" => Field::Text,
        "LOWER" => Field::Lower,
        "TAG" => Field::Tag,
        "POS" => Field::Pos,
        "MORPH" => Field::Morph,
        "LEMMA" => Field::Lemma,
        "DEP" => Field::Dep,
        _ => return Err(Error::unsupported(format!("attribute {name}"), "no rule can test it")),
    })
}

fn field_tests(field: Field, value: Value<'_>) -> Result<Vec<Test>, Error> {
    let tests = match value.as_text() {
        Some(text) => vec![Test::Is(field, text.to_owned())],
        None => {
            value.pairs()?.into_iter().map(|it| predicate(field, it)).collect::<Result<_, _>>()?
        }
    };
    if field == Field::Morph {
        tests.iter().try_for_each(refuse_unset)?;
    }
    Ok(tests)
}

fn predicate(field: Field, (name, value): (Value<'_>, Value<'_>)) -> Result<Test, Error> {
    let strings = || {
        let items = value.items()?.into_iter();
        items.map(|it| string(field, it)).collect::<Result<Vec<_>, _>>()
    };
    Ok(match name.text()?.to_uppercase().as_str() {
        "IN" => Test::In(field, strings()?),
        "NOT_IN" => Test::NotIn(field, strings()?),
        "REGEX" if value.as_text().is_some() => Test::Regex(field, value.text()?.to_owned()),
        other => {
            return Err(Error::unsupported(format!("predicate {other}"), "no rule can use it"));
        }
    })
}

/// Returns a string of a list. spaCy puts features in order in a list and nowhere else.
fn string(field: Field, value: Value<'_>) -> Result<String, Error> {
    match field {
        Field::Morph => features(value.text()?, value.file()),
        _ => Ok(value.text()?.to_owned()),
    }
}

/// Refuses a test that would have to tell features that are empty from features that are not set.
fn refuse_unset(test: &Test) -> Result<(), Error> {
    let unset = |it: &String| it.is_empty() || it == "_";
    let refused = match test {
        Test::Is(_, features) => unset(features),
        Test::In(_, all) | Test::NotIn(_, all) => all.iter().any(unset),
        Test::Regex(..) => true,
        Test::Space(_) => false,
    };
    match refused {
        true => Err(Error::unsupported(
            "test for empty MORPH",
            "unset and empty features are one to us",
        )),
        false => Ok(()),
    }
}
