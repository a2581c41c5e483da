//! What people ruled in 1992 about answers that the official scorer could not match.
//!
//! In: the rows of the rulings. Out: whether an answer was taken for right or half right. Without a
//! ruling an answer that only shares a word with the key is wrong, or half right where the caller is
//! lenient: the answers of a new system have no rulings.

use std::collections::BTreeMap;

use serde_json::Value;

use super::templates::Fill;
use super::words::{akin, essential, same, words};
use crate::rows::text;

/// The rulings of a set; empty ones rule nothing.
#[derive(Debug, Default)]
pub(super) struct Judged {
    /// By article, slot and answer.
    rulings: BTreeMap<(String, String, Words), Vec<Ruling>>,
    lenient: bool,
}

/// The words of a fill that count.
type Words = Vec<String>;

#[derive(Debug)]
struct Ruling {
    worth: f64,
    /// Whom the answer is about; empty if nobody.
    of: Words,
    /// The fills of the key that the answer is right about, mostly one; each with all its strings.
    keys: Vec<Vec<Words>>,
}

impl Ruling {
    /// Returns whether it is about a fill of the key, by one of `alts` and by one of `of`, if there are any.
    fn is_about(&self, alts: &[String], of: Option<&[String]>) -> bool {
        let names = |key: &[Words], alts: &[String]| alts.iter().any(|it| key.contains(&words(it)));
        self.keys.iter().any(|it| names(it, alts) && of.is_none_or(|of| names(it, of)))
    }
}

impl Judged {
    /// Returns rulings on nothing; if `lenient`, an answer is half right that shares a word with the key.
    pub(super) fn nothing(lenient: bool) -> Self {
        Self { lenient, ..Self::default() }
    }

    pub(super) fn read(rows: &[Value], set: &str) -> Self {
        let mut judged = Self::default();
        for row in rows.iter().filter(|it| it["set"] == set) {
            let (answer, of) = answer(&row["response"]);
            let worth = match text(row, "verdict") {
                "match" => 1.0,
                "partial" => 0.5,
                _ => 0.0,
            };
            let ruling = Ruling { worth, of, keys: members(&row["key"]) };
            let at = (
                place(text(row, "id"), text(row, "template")),
                text(row, "slot").to_owned(),
                answer,
            );
            judged.rulings.entry(at).or_default().push(ruling);
        }
        judged
    }

    /// Returns what the answer `words` is worth against any of `alts`.
    pub(super) fn string(&self, article: &str, slot: &str, answer: &str, alts: &[String]) -> f64 {
        if alts.iter().any(|it| same(answer, it)) {
            return 1.0;
        }
        let ruled = self.rulings(article, slot, answer).iter();
        let ruling = ruled.filter(|it| it.worth > 0.0).find(|it| it.is_about(alts, None));
        let shared = self.lenient && alts.iter().any(|it| akin(answer, it));
        ruling.map_or(if shared { 0.5 } else { 0.0 }, |it| it.worth)
    }

    /// Returns what people ruled `answer` to be worth against `key`, both with whom they are about.
    pub(super) fn ruled(
        &self,
        article: &str,
        slot: &str,
        answer: &Fill,
        key: &Fill,
    ) -> Option<f64> {
        let of = answer.of.as_ref().and_then(|it| it.first());
        let of = of.map_or_else(Words::new, |it| essential(it));
        let ruled = self.rulings(article, slot, answer.alts.first()?).iter();
        let about = |it: &&Ruling| it.of == of && it.is_about(&key.alts, key.of.as_deref());
        ruled.filter(|it| it.worth > 0.0).find(about).map(|it| it.worth)
    }

    /// Returns whether people ruled `answer` to be about several fills of the key, `key` among them.
    pub(super) fn distributed(&self, article: &str, slot: &str, answer: &Fill, key: &Fill) -> bool {
        let Some(answer) = answer.alts.first() else { return false };
        let several = |it: &&Ruling| it.keys.len() > 1 && it.worth > 0.0;
        let mut ruled = self.rulings(article, slot, answer).iter().filter(several);
        ruled.any(|it| it.is_about(&key.alts, None))
    }

    /// Returns whether anybody ruled on anything.
    pub(super) fn has_rulings(&self) -> bool {
        !self.rulings.is_empty()
    }

    /// Returns whether people ruled on `answer` and never took it for right.
    pub(super) fn rejected(&self, article: &str, slot: &str, answer: &str) -> bool {
        let ruled = self.rulings(article, slot, answer);
        !ruled.is_empty() && ruled.iter().all(|it| it.worth == 0.0)
    }

    /// Rulings on the answer, whoever it is about.
    fn rulings(&self, article: &str, slot: &str, answer: &str) -> &[Ruling] {
        let quoted = ["id", "name", "desc"].iter().any(|it| slot.ends_with(it));
        let answer = if quoted { essential(answer) } else { words(answer) };
        let ruled = self.rulings.get(&(article.to_owned(), slot.to_owned(), answer));
        ruled.map_or(&[], Vec::as_slice)
    }
}

/// Names a template of the key: people ruled on an answer for each anew.
pub(super) fn place(article: &str, template: &str) -> String {
    format!("{article} {template}")
}

/// Returns the words of an answer that count, and those of whom it is about.
///
/// People were asked once about answers that differ in words that do not count.
fn answer(value: &Value) -> (Words, Words) {
    match value.as_array().map(Vec::as_slice) {
        Some([operator, answer, of]) if operator == "xref" => (plain(answer), plain(of)),
        _ => (plain(value), Words::new()),
    }
}

/// Returns the words of an expression without alternatives; of strings in quotes those that count.
fn plain(value: &Value) -> Words {
    match value {
        Value::String(text) if text == "nil" => Words::new(),
        Value::String(text) if text.starts_with('"') => essential(text),
        Value::String(text) => words(text),
        Value::Array(all) => all.iter().skip(1).flat_map(plain).collect(),
        _ => Words::new(),
    }
}

/// Returns the fills that an expression of the key names, each with all its strings.
fn members(value: &Value) -> Vec<Vec<Words>> {
    match value.as_array().map(Vec::as_slice) {
        Some([first, rest @ ..]) if first == "all-of" => rest.iter().map(strings).collect(),
        _ => vec![strings(value)],
    }
}

/// Returns all strings of a fill of the key, those that it is about among them.
fn strings(value: &Value) -> Vec<Words> {
    let Some([operator, rest @ ..]) = value.as_array().map(Vec::as_slice) else {
        return value.as_str().map(words).into_iter().collect();
    };
    let whole = ["range", "location", "qualified"].iter().any(|it| operator == it);
    let told = |it: &Value| it != "nil";
    let strings = rest.iter().filter(|it| told(it)).flat_map(strings);
    if whole { vec![strings.flatten().collect()] } else { strings.collect() }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_ruling_holds_for_its_template_and_whatever_words_do_not_count() {
        let judged = judged(
            &json!(["xref", "CIVILIAN", "\"THE BAKER\""]),
            &json!(["xref", "CIVILIAN", "\"OLD BAKER\""]),
        );
        let key = fill("CIVILIAN", Some("OLD BAKER"));
        let answer = fill("CIVILIAN", Some("A BAKER"));
        let worth = |template| judged.ruled(&place("a", template), "hum_tgt_type", &answer, &key);
        assert_eq!((worth("1"), worth("2")), (Some(0.5), None));
    }

    #[test]
    fn one_answer_counts_for_each_fill_that_it_covers() {
        let judged = judged(
            &json!("\"VEHICLES\""),
            &json!(["all-of", "\"VAN\"", ["or", "\"BUS\"", "\"COACH\""]]),
        );
        let covers = |key| {
            let answer = fill("VEHICLES", None);
            judged.distributed(&place("a", "1"), "hum_tgt_type", &answer, &fill(key, None))
        };
        assert_eq!([covers("VAN"), covers("COACH"), covers("TRAIN")], [true, true, false]);
    }

    fn judged(response: &Value, key: &Value) -> Judged {
        let row = json!({ "set": "s", "id": "a", "template": "1", "slot": "hum_tgt_type",
            "response": response, "verdict": "partial", "key": key });
        Judged::read(&[row], "s")
    }

    fn fill(words: &str, of: Option<&str>) -> Fill {
        let of = of.map(|it| vec![it.to_owned()]);
        Fill { alts: vec![words.to_owned()], of, optional: false }
    }
}
