//! Our templates: the acts that `recount::extract` finds, in the terms of MUC-4.
//!
//! In: the texts of a set. Out: the templates of each. The texts are wire copy of the eighties: a head
//! with the day, hard line ends, brackets for asides; these are made plain before the product reads them.

mod fill;
mod relevant;

use std::collections::BTreeMap;

use rayon::prelude::*;
use recount::annotate::Annotated;
use recount::extract::{Act, acts};
use recount::report::muc4;
use serde_json::{Value, json};

use super::templates::{ByArticle, Template};
use crate::rows::{article, text};

/// Returns our templates of the first `limit` texts of `set`.
pub(super) fn answers(texts: &[Value], set: &str, limit: usize) -> ByArticle {
    let rows: Vec<_> = texts.iter().filter(|it| it["set"] == set).take(limit).collect();
    let read = |row: &&Value| (text(row, "id").to_owned(), templates(row));
    rows.par_iter().map(read).collect::<BTreeMap<_, _>>()
}

fn templates(row: &Value) -> Vec<Template> {
    let (head, body) = text(row, "text").split_once("[TEXT]").unwrap_or(("", text(row, "text")));
    let dateline = text(row, "dateline");
    let day = day(dateline).or_else(|| day(head));
    let row = json!({ "id": row["id"], "text": plain(body), "date": day });
    let Some(annotated) = article(&row) else { return Vec::new() };
    let home = fill::country_of_dateline(dateline).or_else(|| fill::country_of_article(&annotated));
    let told = acts(&annotated);
    let told = told.iter().filter(|it| relevant::is_relevant(&annotated, it));
    told.filter_map(|it| template(&annotated, it, home)).collect()
}

/// Returns `text` with the lines of a paragraph joined and round brackets.
fn plain(text: &str) -> String {
    let paragraphs =
        text.split("\n\n").map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "));
    let joined = paragraphs.collect::<Vec<_>>().join("\n\n");
    joined.replace('[', "(").replace(']', ")")
}

/// Returns the day of a head such as `PORT EDE, 4 FEB 90 (AGENCY)`, as ISO 8601.
fn day(head: &str) -> Option<String> {
    const MONTHS: &str = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    let words: Vec<_> = head.split_whitespace().collect();
    words.windows(3).find_map(|it| {
        let day: u32 = it[0].parse().ok()?;
        let month = MONTHS.find(it[1].get(..3)?)? / 3 + 1;
        let year: u32 = it[2].trim_matches(|it: char| !it.is_ascii_digit()).parse().ok()?;
        Some(format!("19{year:02}-{month:02}-{day:02}"))
    })
}

fn template(annotated: &Annotated, act: &Act, home: Option<&'static str>) -> Option<Template> {
    let mut filled = muc4::Template::of(fill::kind(act));
    filled.code("INCIDENT: DATE", &fill::date(annotated, act), None);
    filled.code("INCIDENT: LOCATION", &fill::place(annotated, act, home)?, None);
    filled.code("INCIDENT: STAGE OF EXECUTION", fill::stage(act), None);
    fill::means(&mut filled, annotated, act);
    fill::perpetrators(&mut filled, annotated, act);
    fill::possible(&mut filled, annotated, act);
    fill::targets(&mut filled, annotated, act);
    fill::victims(&mut filled, annotated, act);
    Some(Template::of(&filled))
}
