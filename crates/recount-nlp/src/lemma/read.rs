//! Reads the file `lemmatizer/lookups/lookups.bin` of a package.
//!
//! In: its bytes, the language and the mode of the lemmatiser. Out: [`Tables`]. The keys of a table
//! may be strings or spaCy's numbers for them. Languages whose lemmatiser goes ways of its own that
//! we do not know are an error.

use std::collections::BTreeMap;

use super::lines::Lines;
use super::lookup::Lookup;
use super::spanish;
use super::tables::{RuleTables, Style, Tables};
use crate::package::{Value, decode};
use crate::{Error, strings};

/// Languages with rules of their own.
const OWN_RULES: [&str; 10] = ["ca", "el", "ga", "ht", "it", "mk", "nl", "pl", "ru", "uk"];

/// Universal parts of speech, as tables have them.
const PARTS: [&str; 18] = [
    "adj", "adp", "adv", "aux", "conj", "cconj", "det", "intj", "noun", "num", "part", "pron",
    "propn", "punct", "sconj", "sym", "verb", "x",
];

impl Tables {
    /// Reads what the lemmatiser of the language `lang` needs in `mode` from `lookups`, which are
    /// the content of `file`.
    pub(crate) fn read(lang: &str, mode: &str, lookups: &[u8], file: &str) -> Result<Self, Error> {
        let style = style(lang, mode)?;
        let raw = decode(lookups, file)?;
        let tables = Value::new(&raw, file);
        match style {
            None => Ok(Self::Lookup(lookup(tables.get("lemma_lookup")?)?)),
            Some(style) => Ok(Self::Rule(rule_tables(style, tables)?)),
        }
    }
}

/// Returns how rules are used, or `None` if only words are looked up.
fn style(lang: &str, mode: &str) -> Result<Option<Style>, Error> {
    let what = || format!("lemmatizer of language {lang} in mode {mode}");
    match (mode, lang) {
        // Dutch looks up words in small letters.
        ("lookup", "nl") => {
            Err(Error::unsupported(what(), "it has a way of its own to look words up"))
        }
        ("lookup", _) => Ok(None),
        ("rule", "en") => Ok(Some(Style::English)),
        ("rule", "fr") => Ok(Some(Style::French)),
        ("rule", "es") => Ok(Some(Style::Spanish)),
        ("rule", _) if OWN_RULES.contains(&lang) => {
            Err(Error::unsupported(what(), "it has rules of its own"))
        }
        ("rule", _) => Ok(Some(Style::Plain)),
        _ => Err(Error::unsupported(what(), "we know the modes lookup and rule")),
    }
}

fn rule_tables(style: Style, tables: Value<'_>) -> Result<RuleTables, Error> {
    let mut read = RuleTables { style, ..RuleTables::default() };
    if style == Style::Spanish {
        read.groups = keyed(tables.get("lemma_rules_groups")?, &PARTS, groups)?;
    }
    let lists = read.groups.values().flatten().map(|(list, _)| list.as_str());
    let names: Vec<&str> = PARTS.into_iter().chain(spanish::LISTS).chain(lists).collect();
    read.rules = keyed(tables.get("lemma_rules")?, &names, rules)?;
    if let Some(table) = tables.find("lemma_exc") {
        read.exceptions = keyed(table, &PARTS, dictionary)?;
    }
    if let Some(table) = tables.find("lemma_index") {
        read.index = keyed(table, &PARTS, words)?;
    }
    if style == Style::French {
        read.lookup = lookup(tables.get("lemma_lookup")?)?;
    }
    if style == Style::Spanish {
        spanish::refuse_expressions(&read)?;
    }
    Ok(read)
}

/// Reads what a table has for each of `names`.
fn keyed<T>(
    table: Value<'_>,
    names: &[&str],
    read: impl Fn(Value<'_>) -> Result<T, Error>,
) -> Result<BTreeMap<String, T>, Error> {
    let names: BTreeMap<u64, &str> =
        names.iter().map(|name| (strings::hash(name), *name)).collect();
    let mut found = BTreeMap::new();
    for (key, value) in table.pairs()? {
        if let Some(name) = names.get(&number(key)?) {
            found.insert((*name).to_owned(), read(value)?);
        }
    }
    Ok(found)
}

fn number(key: Value<'_>) -> Result<u64, Error> {
    key.as_text().map_or_else(|| key.number(), |text| Ok(strings::hash(text)))
}

fn groups(value: Value<'_>) -> Result<Vec<(String, Vec<String>)>, Error> {
    let group = |it: Value<'_>| {
        let [list, features] = pair(it)?;
        let features = texts(features)?.into_iter().map(str::to_owned).collect();
        Ok((list.text()?.to_owned(), features))
    };
    value.items()?.into_iter().map(group).collect()
}

fn rules(value: Value<'_>) -> Result<Vec<(String, String)>, Error> {
    let rule = |it: Value<'_>| {
        let [old, new] = pair(it)?;
        Ok((old.text()?.to_owned(), new.text()?.to_owned()))
    };
    value.items()?.into_iter().map(rule).collect()
}

fn pair(value: Value<'_>) -> Result<[Value<'_>; 2], Error> {
    let items = value.items()?;
    let count = items.len();
    let odd = |_| Error::malformed(value.file(), format!("expected a pair, found {count} items"));
    items.try_into().map_err(odd)
}

fn dictionary(value: Value<'_>) -> Result<Lines, Error> {
    let mut entries = Vec::new();
    for (word, lemmas) in value.pairs()? {
        let mut entry = vec![word.text()?];
        entry.extend(texts(lemmas)?);
        if entry.len() == 1 {
            return Err(Error::malformed(value.file(), format!("no lemma for {}", entry[0])));
        }
        entries.push(entry);
    }
    lines(entries, value)
}

fn words(value: Value<'_>) -> Result<Lines, Error> {
    lines(texts(value)?.into_iter().map(|word| vec![word]).collect(), value)
}

fn lines(entries: Vec<Vec<&str>>, value: Value<'_>) -> Result<Lines, Error> {
    Lines::new(entries)
        .map_err(|entry| Error::malformed(value.file(), format!("white space in {entry}")))
}

fn texts(value: Value<'_>) -> Result<Vec<&str>, Error> {
    value.items()?.into_iter().map(|it| it.text()).collect()
}

fn lookup(table: Value<'_>) -> Result<Lookup, Error> {
    let mut entries = BTreeMap::new();
    for (key, lemmas) in table.pairs()? {
        entries.insert(number(key)?, first_lemma(lemmas)?);
    }
    Ok(Lookup::new(&entries))
}

fn first_lemma(lemmas: Value<'_>) -> Result<&str, Error> {
    if let Some(lemma) = lemmas.as_text() {
        return Ok(lemma);
    }
    let none = || Error::malformed(lemmas.file(), "a word without a lemma");
    lemmas.items()?.first().ok_or_else(none)?.text()
}
