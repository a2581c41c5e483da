//! Reads the moves of a parser or entity recogniser, in the order of the network's classes.
//!
//! In: a component's `moves` file. Out: kind and label of each move. The order follows from how
//! often each move was seen in training, as spaCy sorts them whenever it loads a package.

use std::collections::BTreeMap;

use super::value::{Value, decode};
use crate::Error;

/// The kind that stands for "no move" in entity recognition, which no class has.
const MISSING: u8 = 0;

/// The kind of a token outside of all entities, which has no label.
const OUT: u8 = 5;

/// What the moves do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum System {
    Parser,
    Ner,
}

/// Reads `bytes`, which are the content of `file`.
pub(crate) fn moves(bytes: &[u8], file: &str, system: System) -> Result<Vec<(u8, String)>, Error> {
    let raw = decode(bytes, file)?;
    let json = Value::new(&raw, file).get("moves")?.text()?;
    let counted: BTreeMap<u8, BTreeMap<String, i64>> =
        serde_json::from_str(json).map_err(|cause| Error::malformed(file, cause))?;
    let mut found = Vec::new();
    let mut later = BTreeMap::<(i64, &str), Vec<u8>>::new();
    for (kind, labels) in &counted {
        let mut labels: Vec<_> = labels.iter().map(|(label, count)| (*count, label)).collect();
        labels.sort_unstable();
        for (count, label) in labels.into_iter().rev() {
            // A move added by hand has a count below zero and comes after all that were learnt.
            if count < 0 {
                later.entry((count, label)).or_default().push(*kind);
            } else {
                push(&mut found, (*kind, label), system);
            }
        }
    }
    for ((_, label), kinds) in later.iter().rev() {
        kinds.iter().for_each(|kind| push(&mut found, (*kind, label), system));
    }
    Ok(found)
}

fn push(found: &mut Vec<(u8, String)>, (kind, label): (u8, &str), system: System) {
    let no_move = kind == MISSING || (kind == OUT && !label.is_empty());
    let is_move = system == System::Parser || !no_move;
    if is_move && !found.iter().any(|it| it.0 == kind && it.1 == label) {
        found.push((kind, label.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_stand_by_kind_then_by_how_often_they_were_seen() {
        let json = r#"{"1": {"GPE": 5, "ORG": 9}, "0": {}, "5": {"": 1, "X": 2}}"#;
        check(json, System::Ner, "1ORG 1GPE 5");
        check(
            r#"{"2": {"b": 3, "a": 3, "new": -1}, "3": {"new": -1, "c": 0}}"#,
            System::Parser,
            "2b 2a 3c 2new 3new",
        );
    }

    #[track_caller]
    fn check(json: &str, system: System, expected: &str) {
        let map = rmpv::Value::Map(vec![("moves".into(), json.into())]);
        let mut bytes = Vec::new();
        rmpv::encode::write_value(&mut bytes, &map).expect("a vector takes all");
        let found = moves(&bytes, "moves", system).expect("the moves are well-formed");
        let found: Vec<_> = found.iter().map(|(kind, label)| format!("{kind}{label}")).collect();
        assert_eq!(found.join(" "), expected);
    }
}
