//! The templates of MUC-4: keys, answers of systems, and their fills.
//!
//! In: rows of JSON. Out: a [`Template`] each. A place is one string, its levels joined by ": ".

use std::collections::{BTreeMap, BTreeSet};

use recount::report::muc4;
use serde_json::Value;

use crate::rows::text;

/// The slots that are scored, in the order of the official table.
pub(super) const SLOTS: [&str; 23] = [
    "inc_date",
    "inc_loc",
    "inc_type",
    "inc_stage",
    "inc_instr_id",
    "inc_instr_type",
    "perp_inc_cat",
    "perp_ind_id",
    "perp_org_id",
    "perp_org_conf",
    "phys_tgt_id",
    "phys_tgt_type",
    "phys_tgt_num",
    "phys_tgt_nation",
    "phys_tgt_effect",
    "phys_tgt_total_num",
    "hum_tgt_name",
    "hum_tgt_desc",
    "hum_tgt_type",
    "hum_tgt_num",
    "hum_tgt_nation",
    "hum_tgt_effect",
    "hum_tgt_total_num",
];

/// One fill: what may stand there, and whom it is about.
#[derive(Debug, Clone, Default)]
pub(super) struct Fill {
    /// Equal answers; an answer of a system has one.
    pub(super) alts: Vec<String>,
    /// The fill of another slot that it belongs to, with its equals.
    pub(super) of: Option<Vec<String>>,
    /// Whether leaving it out costs nothing.
    pub(super) optional: bool,
}

/// What an article says of one incident.
#[derive(Debug, Clone, Default)]
pub(super) struct Template {
    /// Its number in the article.
    pub(super) number: String,
    /// Whether leaving it out costs nothing.
    pub(super) optional: bool,
    /// The fills of each slot.
    pub(super) slots: BTreeMap<String, Vec<Fill>>,
    /// Slots that do not apply.
    pub(super) without: BTreeSet<String>,
}

impl Template {
    pub(super) fn fills(&self, slot: &str) -> &[Fill] {
        self.slots.get(slot).map_or(&[], Vec::as_slice)
    }

    /// Reads a template of ours: the slots stand in one order, behind the two that number the message.
    pub(super) fn of(filled: &muc4::Template) -> Self {
        let fill = |it: &muc4::Fill| Fill {
            alts: vec![it.words.clone()],
            of: it.of.clone().map(|it| vec![it]),
            optional: false,
        };
        let fills = |name: &str| filled.fills(name).iter().map(fill).collect();
        let slots = SLOTS.iter().zip(muc4::SLOTS.iter().skip(2));
        let slots = slots.map(|(slot, name)| ((*slot).to_owned(), fills(name)));
        Self {
            slots: slots.filter(|it: &(_, Vec<_>)| !it.1.is_empty()).collect(),
            ..Self::default()
        }
    }

    fn read(row: &Value) -> Self {
        let slots = row["slots"].as_object().into_iter().flatten();
        let fills =
            |it: &Value| it.as_array().into_iter().flatten().map(fill).filter(told).collect();
        Self {
            number: row["template"].to_string(),
            optional: row["optional"] == true,
            slots: slots.map(|(slot, it)| (slot.clone(), fills(it))).collect(),
            without: strings(&row["na"]).into_iter().collect(),
        }
    }
}

fn fill(value: &Value) -> Fill {
    let alts = value["alts"].as_array().into_iter().flatten();
    let one = |it: &Value| it.as_str().map_or_else(|| strings(it).join(": "), str::to_owned);
    let bare = |it: String| match it.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
        Some(inner) => inner.to_owned(),
        None => it,
    };
    let of = value.get("of").map(strings);
    Fill { alts: alts.map(one).map(bare).collect(), of, optional: value["opt"] == true }
}

/// UMICH prints stars in every template for a total that it never gives.
fn told(fill: &Fill) -> bool {
    !matches!(fill.alts.first().map(String::as_str), Some("* * *"))
}

pub(super) fn strings(value: &Value) -> Vec<String> {
    let all = value.as_array().into_iter().flatten();
    all.filter_map(|it| it.as_str().map(str::to_owned)).collect()
}

/// The templates of each article.
pub(super) type ByArticle = BTreeMap<String, Vec<Template>>;

/// Reads the keys of a set; an article without an incident has no template.
pub(super) fn keys(rows: &[Value], set: &str) -> ByArticle {
    let mut keys = ByArticle::new();
    for row in rows.iter().filter(|it| it["set"] == set) {
        let all = keys.entry(text(row, "id").to_owned()).or_default();
        all.extend((!row["template"].is_null()).then(|| Template::read(row)));
    }
    keys
}

/// Reads the answers of each system on a set.
pub(super) fn answers(rows: &[Value], set: &str) -> BTreeMap<String, ByArticle> {
    let mut answers: BTreeMap<String, ByArticle> = BTreeMap::new();
    for row in rows.iter().filter(|it| it["set"] == set) {
        let system = answers.entry(text(row, "system").to_owned()).or_default();
        system.entry(text(row, "id").to_owned()).or_default().push(Template::read(row));
    }
    answers
}
