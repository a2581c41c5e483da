//! Makes dumps of pages with what is known of their lines: which are the report's by the gold, and which by
//! reading the page with its markup.
//!
//! In: a row of gold, the page, and the article that reading makes of it. Out: a dump in each style. A line
//! is the report's if its letters stand in the gold text.

use std::rc::Rc;

use recount::model::Article;
use serde_json::Value;

use super::dumps::{STYLES, Style, dump};
use super::pages::paragraphs_of;
use super::score::words;
use crate::rows::text;

/// Letters below which a line must be a whole paragraph of the gold to be the report's.
const SHORT: usize = 24;

/// A dump with the letters of its gold.
pub(crate) struct Dump {
    pub(crate) file: String,
    pub(crate) style: Style,
    pub(crate) held_out: bool,
    /// Whether the page is of a newsroom and not of a blog or shop.
    pub(crate) news: bool,
    pub(crate) text: String,
    gold: String,
    paragraphs: Vec<String>,
    optional: Vec<String>,
    /// What reading the page with its markup gives.
    pub(crate) with_markup: Rc<WithMarkup>,
}

/// The headline of a page and the letters of its paragraphs, as they are read from its markup.
pub(crate) struct WithMarkup {
    pub(crate) headline: Vec<String>,
    paragraphs: Vec<String>,
    text: String,
}

impl WithMarkup {
    fn of(article: Option<&Article>) -> Self {
        let told = article.map(paragraphs_of).unwrap_or_default();
        let paragraphs: Vec<String> = told.into_iter().map(letters).collect();
        let headline = article.and_then(|it| it.headline.as_deref()).unwrap_or_default();
        Self { headline: words(headline), text: paragraphs.concat(), paragraphs }
    }

    pub(crate) fn holds(&self, line: &str) -> bool {
        let line = letters(&without_marks(line));
        if line.len() < SHORT { self.paragraphs.contains(&line) } else { self.text.contains(&line) }
    }
}

/// Returns the dumps of a page in all styles; none if it has no gold text. `article` is the page as it is
/// read with its markup.
pub(crate) fn dumps(row: &Value, html: &str, article: Option<&Article>) -> Vec<Dump> {
    let listed: Vec<&str> =
        row["paragraphs"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let told: Vec<&str> =
        if listed.is_empty() { text(row, "body").lines().collect() } else { listed };
    let (optional, told): (Vec<&str>, Vec<&str>) =
        told.into_iter().partition(|it| it.starts_with("[optional]"));
    let paragraphs: Vec<String> =
        told.iter().map(|it| letters(it)).filter(|it| !it.is_empty()).collect();
    let optional = optional.iter().map(|it| letters(&it["[optional]".len()..]));
    let optional: Vec<String> = optional.chain([letters(text(row, "title"))]).collect();
    let host = text(row, "url").split('/').nth(2).unwrap_or_default();
    let mixed = |sum: u32, it: u8| sum.wrapping_mul(31).wrapping_add(u32::from(it));
    let held_out = host.bytes().fold(7, mixed).is_multiple_of(5);
    let with_markup = Rc::new(WithMarkup::of(article));
    let made = STYLES.iter().filter(|_| !paragraphs.is_empty());
    made.map(|style| Dump {
        file: text(row, "file").to_owned(),
        style: *style,
        held_out,
        news: text(row, "set") != "wdev",
        text: dump(html, *style),
        gold: paragraphs.concat(),
        paragraphs: paragraphs.clone(),
        optional: optional.clone(),
        with_markup: Rc::clone(&with_markup),
    })
    .collect()
}

impl Dump {
    /// Returns whether `line` is the report's; `None` where the gold leaves it open.
    pub(crate) fn is_report(&self, line: &str) -> Option<bool> {
        let line = letters(&without_marks(line));
        match () {
            () if line.is_empty() || self.optional.iter().any(|it| it.contains(&line)) => None,
            () if line.len() < SHORT => Some(self.paragraphs.contains(&line)),
            () => Some(
                self.gold.contains(&line)
                    || self
                        .paragraphs
                        .iter()
                        .any(|it| line.contains(it.as_str()) && it.len() * 10 > line.len() * 8),
            ),
        }
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Leaves out what a style adds: numbers of links, addresses.
fn without_marks(line: &str) -> String {
    let mut bare = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(['[', ']']) {
        bare.push_str(&rest[..at]);
        let after = &rest[at..];
        let number = after.strip_prefix('[').and_then(|it| it.split_once(']'));
        rest = match number
            .filter(|it| !it.0.is_empty() && it.0.bytes().all(|it| it.is_ascii_digit()))
        {
            Some((_, rest)) => rest,
            None => match after.strip_prefix("](").and_then(|it| it.split_once(')')) {
                Some((_, rest)) => rest,
                None => &after[1..],
            },
        };
    }
    bare + rest
}
