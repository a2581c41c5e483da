//! Lemmatises Spanish words by rules that their features choose.
//!
//! In: a word with its part of speech and features. Out: its lemma. A verb with pronouns at its end
//! gives several words: *dámelo* gives *dar yo él*.

use super::lines::Lines;
use super::tables::RuleTables;
use crate::{Error, morph};

/// Lists of rules that no features choose.
pub(super) const LISTS: [&str; 9] = [
    "accents",
    "adverbs",
    "det",
    "det_and_pron_fixed",
    "det_and_pron_general",
    "num",
    "pron",
    "voc_alt_1",
    "voc_alt_2",
];

/// Parts of speech that have no forms.
const UNCHANGED: [&str; 9] =
    ["adp", "cconj", "intj", "part", "propn", "punct", "sconj", "sym", "x"];

/// Pronouns that are written together with a verb; the longer ones first.
const PRONOUNS: [&str; 11] = ["las", "les", "los", "nos", "la", "le", "lo", "me", "te", "se", "os"];

/// Most pronouns that are taken off a verb.
const MOST_PRONOUNS: usize = 4;

/// Returns the lemma of `text`.
pub(super) fn lemma(
    tables: &RuleTables,
    text: &str,
    pos: &str,
    morph: &str,
    sentence_start: bool,
) -> String {
    if UNCHANGED.contains(&pos) {
        let lowered = sentence_start && pos != "propn";
        return if lowered { text.to_lowercase() } else { text.to_owned() };
    }
    let word = text.to_lowercase();
    if let Some(lemma) = tables.exceptions(pos).find(&word).next() {
        return lemma.to_owned();
    }
    match pos {
        "adj" | "noun" => nominal(tables, &word, pos, morph),
        "adv" => fixed(tables, "adverbs", &word).unwrap_or(word),
        "det" => determiner(tables, &word),
        "num" => fixed(tables, "num", &word).unwrap_or_else(|| numeral(&word)),
        "pron" => pronoun(tables, &word, tables.index("pron")),
        "verb" | "aux" if morph::has(morph, "PronType", "Prs") => {
            with_pronouns(tables, &word, morph)
        }
        "verb" | "aux" => verb(tables, &word, morph),
        _ => word,
    }
}

/// Returns the rules of `pos` for words with the features of `morph`.
fn chosen<'a>(tables: &'a RuleTables, pos: &str, morph: &str) -> &'a [(String, String)] {
    let has = |it: &String| {
        it.split_once('=').is_some_and(|(name, value)| morph::has(morph, name, value))
    };
    let groups = tables.groups.get(pos).map_or(&[][..], Vec::as_slice);
    let group = groups.iter().find(|(_, features)| features.iter().all(has));
    group.map_or(&[], |(list, _)| tables.rules(list))
}

/// Returns what a list of whole words has for `word`.
fn fixed(tables: &RuleTables, list: &str, word: &str) -> Option<String> {
    tables.rules(list).iter().find(|(old, _)| old == word).map(|(_, new)| new.clone())
}

/// Returns `word` with another ending, or `None` if it has not the ending of the rule.
fn rewritten(word: &str, (old, new): &(String, String)) -> Option<String> {
    let stem = word.strip_suffix(old.as_str())?;
    Some([stem, new].concat()).filter(|it| it != word)
}

/// Returns the first of `lemmas` that is known, or else the first, or else `word`.
fn best(lemmas: Vec<String>, index: &Lines, word: &str) -> String {
    let known = lemmas.iter().position(|it| index.contains(it));
    lemmas.into_iter().nth(known.unwrap_or(0)).unwrap_or_else(|| word.to_owned())
}

fn nominal(tables: &RuleTables, word: &str, pos: &str, morph: &str) -> String {
    let rules = chosen(tables, pos, morph).iter();
    let mut lemmas: Vec<String> = rules.filter_map(|rule| rewritten(word, rule)).collect();
    if morph::has(morph, "Number", "Plur") {
        // Órdenes, exámenes and jóvenes lose their accent with their ending.
        let stressed = lemmas.iter().filter(|it| it.ends_with(['n', 's']));
        let bare = |it: &String| -> Vec<String> {
            tables.rules("accents").iter().map(|(old, new)| it.replace(old, new)).collect()
        };
        let plain: Vec<String> = stressed.flat_map(bare).collect();
        lemmas.extend(plain);
    }
    best(lemmas, tables.index(pos), word)
}

fn determiner(tables: &RuleTables, word: &str) -> String {
    let listed = fixed(tables, "det", word).or_else(|| fixed(tables, "det_and_pron_fixed", word));
    let general = || {
        let rules = tables.rules("det_and_pron_general").iter();
        // Unlike for pronouns, a rule that changes nothing gives the word itself.
        let lemmas = rules.map(|rule| rewritten(word, rule).unwrap_or_else(|| word.to_owned()));
        best(lemmas.chain([word.to_owned()]).collect(), tables.index("det"), word)
    };
    listed.unwrap_or_else(general)
}

fn pronoun(tables: &RuleTables, word: &str, index: &Lines) -> String {
    let listed = fixed(tables, "pron", word).or_else(|| fixed(tables, "det_and_pron_fixed", word));
    let general = || {
        let rules = tables.rules("det_and_pron_general").iter();
        let lemmas = rules.filter_map(|rule| rewritten(word, rule));
        best(lemmas.chain([word.to_owned()]).collect(), index, word)
    };
    listed.unwrap_or_else(general)
}

/// Writes a number with a decimal point and without points between thousands.
fn numeral(word: &str) -> String {
    let whole = word.split(',').next().unwrap_or_default();
    let last = whole.rsplit_once('.').map(|(_, digits)| digits);
    let thousands =
        last.is_some_and(|it| it.len() == 3 && it.bytes().all(|byte| byte.is_ascii_digit()));
    let word = if thousands { word.replace('.', "") } else { word.to_owned() };
    word.replace(',', ".")
}

fn verb(tables: &RuleTables, word: &str, morph: &str) -> String {
    let index = tables.index("verb");
    let rules = chosen(tables, "verb", morph).iter();
    let lemmas: Vec<String> = rules.filter_map(|rule| rewritten(word, rule)).collect();
    if lemmas.iter().any(|it| index.contains(it)) {
        return best(lemmas, index, word);
    }
    // Puede gives pueder, which gives poder: the vowel of the stem changes with the stress.
    let other_vowel =
        lemmas.iter().flat_map(|it| other_vowels(tables, it)).find(|it| index.contains(it));
    other_vowel.unwrap_or_else(|| best(lemmas, index, word))
}

fn other_vowels(tables: &RuleTables, lemma: &str) -> Vec<String> {
    let vowels = tables.rules("voc_alt_1").iter().filter(|(old, _)| old.chars().count() == 1);
    let each = |(old, new): &(String, String)| -> Vec<String> {
        let places = lemma.match_indices(old.as_str());
        places.map(|(at, _)| [&lemma[..at], new, &lemma[at + old.len()..]].concat()).collect()
    };
    let diphthongs =
        tables.rules("voc_alt_2").iter().filter(|(old, _)| lemma.contains(old.as_str()));
    let first = diphthongs.map(|(old, new)| lemma.replacen(old, new, 1));
    vowels.flat_map(each).chain(first).collect()
}

fn with_pronouns(tables: &RuleTables, word: &str, morph: &str) -> String {
    let (mut stem, pronouns) = split_pronouns(word);
    for (old, new) in tables.rules("accents") {
        stem = stem.replace(old, new);
    }
    let exception =
        |pos: &str, word: &str| tables.exceptions(pos).find(word).next().map(str::to_owned);
    let lemma = exception("verb", &stem).unwrap_or_else(|| verb(tables, &stem, morph));
    let pronouns: Vec<String> = pronouns
        .into_iter()
        // spaCy looks for them among the verbs, not among the pronouns; so do we.
        .map(|it| {
            exception("pron", it).unwrap_or_else(|| pronoun(tables, it, tables.index("verb")))
        })
        .collect();
    format!("{lemma} {}", pronouns.join(" "))
}

/// Returns the verb without its pronouns, and the pronouns in their order.
fn split_pronouns(word: &str) -> (String, Vec<&'static str>) {
    let (mut stem, mut pronouns) = (word, Vec::new());
    while pronouns.len() < MOST_PRONOUNS {
        let ending = |it: &&str| stem.ends_with(*it);
        let Some(pronoun) = PRONOUNS.into_iter().find(ending) else { break };
        stem = &stem[..stem.len() - pronoun.len()];
        pronouns.insert(0, pronoun);
    }
    (stem.to_owned(), pronouns)
}

/// Refuses tables in which an ending is a regular expression. spaCy takes endings for such, but in
/// the tables we know they are plain.
pub(super) fn refuse_expressions(tables: &RuleTables) -> Result<(), Error> {
    let lists = tables.groups.values().flatten().map(|(list, _)| list.as_str());
    let lists = lists.chain(["accents", "det_and_pron_general"]);
    let odd = |(old, new): &&(String, String)| {
        old.contains(|it: char| r".^$*+?{}[]\|()".contains(it)) || new.contains('\\')
    };
    match lists.flat_map(|list| tables.rules(list)).find(odd) {
        Some((old, _)) => {
            Err(Error::unsupported(format!("ending {old}"), "it is a regular expression"))
        }
        None => Ok(()),
    }
}
