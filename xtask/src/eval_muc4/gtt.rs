//! The measure of GTT: five roles and the kind of incident, exact strings, micro-averaged.
//!
//! In: templates of the key and of a system in the form of GTT. Out: precision, recall, F1. Templates
//! of an article are paired so that most entities match; an entity matches if each of its strings is
//! one of the key's for the same entity.

use std::collections::BTreeMap;

use serde_json::Value;

use super::align::best_pairs;
use super::templates::Template;
use crate::rows::text;

/// The roles of GTT with the slot of MUC-4 that each stands for.
const ROLES: [(&str, &str); 5] = [
    ("PerpInd", "perp_ind_id"),
    ("PerpOrg", "perp_org_id"),
    ("Target", "phys_tgt_id"),
    ("Victim", "hum_tgt_name"),
    ("Weapon", "inc_instr_id"),
];

/// A template in the form of GTT.
#[derive(Debug, Clone, Default)]
pub(super) struct Simple {
    kind: String,
    roles: BTreeMap<&'static str, Vec<Vec<String>>>,
}

/// The templates of each article.
pub(super) type ByArticle = BTreeMap<String, Vec<Simple>>;

impl Simple {
    fn read(value: &Value) -> Self {
        let mention = |it: &Value| match it {
            Value::Array(both) => plain(both.first().and_then(Value::as_str).unwrap_or_default()),
            it => plain(it.as_str().unwrap_or_default()),
        };
        let entity = |it: &Value| it.as_array().into_iter().flatten().map(mention).collect();
        let entities = |it: &Value| it.as_array().into_iter().flatten().map(entity).collect();
        let roles = ROLES.iter().map(|(role, _)| (*role, entities(&value[*role]))).collect();
        Self { kind: text(value, "incident_type").to_owned(), roles }
    }

    /// Returns a template of MUC-4 in the form of GTT.
    pub(super) fn of(template: &Template) -> Self {
        let kind = template.fills("inc_type").first().and_then(|it| it.alts.first());
        let entities = |slot: &str| {
            let fills = template.fills(slot).iter().filter_map(|it| it.alts.first());
            fills.map(|it| vec![plain(it)]).collect()
        };
        let roles = ROLES.iter().map(|(role, slot)| (*role, entities(slot))).collect();
        Self { kind: kind.map_or_else(String::new, |it| it.to_lowercase()), roles }
    }

    fn size(&self) -> usize {
        1 + self.roles.values().map(Vec::len).sum::<usize>()
    }

    fn shared(&self, key: &Simple) -> usize {
        let roles = self.roles.iter().map(|(role, it)| matches(it, &key.roles[role]));
        usize::from(self.kind == key.kind) + roles.sum::<usize>()
    }
}

fn matches(ours: &[Vec<String>], theirs: &[Vec<String>]) -> usize {
    let mut used = Vec::new();
    for entity in ours {
        let fits = |at: &usize| entity.iter().all(|it| theirs[*at].contains(it));
        let found = (0..theirs.len()).find(|at| !used.contains(at) && fits(at));
        used.extend(found);
    }
    used.len()
}

/// Lower case, no marks, no articles.
fn plain(text: &str) -> String {
    let lower: String =
        text.to_lowercase().chars().filter(|it| !it.is_ascii_punctuation()).collect();
    let words = lower.split_whitespace().filter(|it| !matches!(*it, "a" | "an" | "the"));
    words.collect::<Vec<_>>().join(" ")
}

/// Reads the keys whose ids begin with `prefix`.
pub(super) fn keys(rows: &[Value], prefix: &str) -> ByArticle {
    let rows = rows.iter().filter(|it| text(it, "docid").starts_with(prefix));
    rows.map(|it| (text(it, "docid").to_owned(), templates(it))).collect()
}

/// Reads the outputs of systems that give templates.
pub(super) fn outputs(rows: &[Value]) -> BTreeMap<String, ByArticle> {
    let mut outputs: BTreeMap<String, ByArticle> = BTreeMap::new();
    for row in rows.iter().filter(|it| !it["templates"].is_null()) {
        let system = outputs.entry(text(row, "system").to_owned()).or_default();
        system.insert(text(row, "docid").to_owned(), templates(row));
    }
    outputs
}

fn templates(row: &Value) -> Vec<Simple> {
    row["templates"].as_array().into_iter().flatten().map(Simple::read).collect()
}

/// How many entities and kinds of an article both have, and each has.
pub(super) struct Count {
    shared: usize,
    ours: usize,
    theirs: usize,
}

/// Counts the entities of each article.
pub(super) fn counts(keys: &ByArticle, outputs: &ByArticle) -> Vec<Count> {
    let outputs = |article: &String| outputs.get(article).map_or(&[][..], Vec::as_slice);
    keys.iter().map(|(article, keys)| count(keys, outputs(article))).collect()
}

fn count(keys: &[Simple], outputs: &[Simple]) -> Count {
    let shared = |it: &Simple, key: &Simple| it.shared(key);
    let worth: Vec<Vec<_>> = outputs
        .iter()
        .map(|it| keys.iter().map(|key| Some(shared(it, key) as f64)).collect())
        .collect();
    let pairs = best_pairs(&worth);
    Count {
        shared: pairs.iter().map(|(at, to)| shared(&outputs[*at], &keys[*to])).sum(),
        ours: outputs.iter().map(Simple::size).sum(),
        theirs: keys.iter().map(Simple::size).sum(),
    }
}

/// Returns precision, recall and F1 in per cent.
pub(super) fn figures<'a>(counts: impl Iterator<Item = &'a Count>) -> (f64, f64, f64) {
    let (shared, ours, theirs) =
        counts.fold((0, 0, 0), |sum, it| (sum.0 + it.shared, sum.1 + it.ours, sum.2 + it.theirs));
    let share = |of: usize| 100.0 * shared as f64 / of.max(1) as f64;
    let (precision, recall) = (share(ours), share(theirs));
    (precision, recall, 2.0 * precision * recall / (precision + recall).max(1e-9))
}
