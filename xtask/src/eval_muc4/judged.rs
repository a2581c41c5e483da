//! What people ruled in 1992 about answers that the official scorer could not match.
//!
//! In: the rows of the rulings. Out: whether an answer was taken for right or half right. Without a
//! ruling an answer that only shares a word with the key is wrong, or half right where the caller is
//! lenient: the answers of a new system have no rulings.

use std::collections::BTreeMap;

use serde_json::Value;

use super::words::{akin, same, words};
use crate::rows::text;

/// The rulings of a set; empty ones rule nothing.
#[derive(Debug, Default)]
pub(super) struct Judged {
    rulings: BTreeMap<(String, String, Vec<String>), Vec<Ruling>>,
    lenient: bool,
}

#[derive(Debug)]
struct Ruling {
    worth: f64,
    key: Vec<Vec<String>>,
}

impl Judged {
    /// Returns rulings on nothing; if `lenient`, an answer is half right that shares a word with the key.
    pub(super) fn nothing(lenient: bool) -> Self {
        Self { lenient, ..Self::default() }
    }

    pub(super) fn read(rows: &[Value], set: &str) -> Self {
        let mut judged = Self::default();
        for row in rows.iter().filter(|it| it["set"] == set) {
            let answer = strings(&row["response"]).concat();
            let place = (text(row, "id").to_owned(), text(row, "slot").to_owned(), answer);
            let worth = match text(row, "verdict") {
                "match" => 1.0,
                "partial" => 0.5,
                _ => 0.0,
            };
            let ruling = Ruling { worth, key: strings(&row["key"]) };
            judged.rulings.entry(place).or_default().push(ruling);
        }
        judged
    }

    /// Returns what the answer `words` is worth against any of `alts`.
    pub(super) fn string(&self, article: &str, slot: &str, answer: &str, alts: &[String]) -> f64 {
        if alts.iter().any(|it| same(answer, it)) {
            return 1.0;
        }
        let about = |it: &&Ruling| alts.iter().any(|alt| it.key.contains(&words(alt)));
        let ruled = self.rulings(article, slot, answer);
        let ruling = ruled.into_iter().filter(|it| it.worth > 0.0).find(about);
        let shared = self.lenient && alts.iter().any(|it| akin(answer, it));
        ruling.map_or(if shared { 0.5 } else { 0.0 }, |it| it.worth)
    }

    /// Returns whether somebody ruled that `answer` is at least half right.
    pub(super) fn accepted(&self, article: &str, slot: &str, answer: &str) -> bool {
        self.rulings(article, slot, answer).iter().any(|it| it.worth > 0.0)
    }

    /// Returns whether people ruled on `answer` and never took it for right.
    pub(super) fn rejected(&self, article: &str, slot: &str, answer: &str) -> bool {
        let ruled = self.rulings(article, slot, answer);
        !ruled.is_empty() && ruled.iter().all(|it| it.worth == 0.0)
    }

    /// Rulings on the answer alone, or with the fill that it belongs to behind it.
    fn rulings(&self, article: &str, slot: &str, answer: &str) -> Vec<&Ruling> {
        let first = words(answer);
        let from = (article.to_owned(), slot.to_owned(), first.clone());
        let near = self.rulings.range(from..);
        let near = near.take_while(|((id, it, _), _)| id == article && it == slot);
        let near = near.take_while(|((_, _, it), _)| it.starts_with(&first));
        let bar = Some("|");
        let whole = |it: &[String]| {
            it.len() == first.len() || it.get(first.len()).map(String::as_str) == bar
        };
        near.filter(|((_, _, it), _)| whole(it)).flat_map(|(_, it)| it).collect()
    }
}

/// Returns the strings of an expression, each as its words; a bar stands before a cross-reference.
fn strings(value: &Value) -> Vec<Vec<String>> {
    match value {
        Value::String(text) if text == "nil" => Vec::new(),
        Value::String(text) => vec![words(text)],
        Value::Array(all) => {
            let xref = all.first().is_some_and(|it| it == "xref") && all.len() > 2;
            let rest = all.iter().skip(1).enumerate();
            rest.flat_map(|(at, it)| {
                let bar = (xref && at == 1).then(|| vec!["|".to_owned()]);
                bar.into_iter().chain(strings(it)).collect::<Vec<_>>()
            })
            .collect()
        }
        _ => Vec::new(),
    }
}
