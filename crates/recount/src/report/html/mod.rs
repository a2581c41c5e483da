//! Writes the record as a dossier: one HTML file that opens without a network.
//!
//! In: a [`Record`]. Out: a page with every incident: record, matrix, families, timeline, articles. It
//! runs no script and asks for nothing from outside; articles are foreign text, and none of it
//! becomes markup: all escaping is the template's.

mod axis;
pub(super) mod csp;
mod families;
mod glance;
mod marks;
mod matrix;
mod parts;
mod reports;
mod summary;
mod ties;
mod time;

use askama::Template;

use crate::model::{Record, Verdict};

use super::view::View;
use super::{labels, words};
use parts::Part;
use reports::Ink;

pub(super) const STYLE: &str = include_str!("../../../templates/dossier.css");

#[derive(Template)]
#[template(path = "dossier.html")]
struct Dossier<'a> {
    title: String,
    version: &'a str,
    /// As of when the record stands, if that was asked for.
    as_of: Option<String>,
    policy: String,
    style: &'static str,
    articles: usize,
    incidents: Vec<Part<'a>>,
    verdicts: Vec<Meaning>,
}

/// A line of the key to the verdicts.
struct Meaning {
    class: &'static str,
    word: String,
    meaning: &'static str,
}

/// Returns the record as one self-contained HTML page.
#[must_use]
pub fn html(record: &Record) -> String {
    let views = View::all(record);
    let incidents: Vec<_> = views.iter().enumerate().map(|(at, it)| Part::new(at, it)).collect();
    let title = match &incidents[..] {
        [one] => one.title.clone(),
        several => format!("{} incidents", several.len()),
    };
    let dossier = Dossier {
        title,
        version: &record.recount.version,
        as_of: record.recount.as_of.as_ref().map(words::date),
        policy: csp::policy(STYLE),
        style: STYLE,
        articles: record.articles.len(),
        incidents,
        verdicts: labels::VERDICTS.map(meaning).into(),
    };
    dossier.render().unwrap_or_default()
}

fn meaning(verdict: Verdict) -> Meaning {
    let (class, word) = (labels::verdict_name(verdict), labels::verdict(verdict));
    Meaning { class, word, meaning: labels::meaning(verdict) }
}

#[cfg(test)]
mod tests;
