//! Measures how lines of text dumps are told apart, on dumps made from pages with a gold text.
//!
//! In: the folder of pages. Out: precision and recall of the lines of the report, for each style, on the
//! held-out fifth of the hosts. A line is the report's if its letters stand in the gold text.

use std::collections::BTreeMap;
use std::rc::Rc;

use recount::model::{Article, Block, Page, PageKind, Role};
use recount::read::{read, sorted};
use serde_json::Value;

use super::dumps::{STYLES, Style, dump};
use super::fields::share;
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
    with_markup: Rc<WithMarkup>,
}

/// The headline of a page and the letters of its paragraphs, as they are read from its markup.
struct WithMarkup {
    headline: Vec<String>,
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

    fn holds(&self, line: &str) -> bool {
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

/// Prints how lines of held-out dumps are told apart by the product, and by reading the page itself.
pub(crate) fn run(dumps: &[&Dump], misses: bool) {
    println!(
        "\n## Text dumps\n\n| pages | style | dumps | P | R | F1 | F1, mean of pages | F1, with markup | titles |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    for (news, pages) in [(true, "aeb, fun"), (false, "wdev")] {
        for style in STYLES {
            let alike = |it: &&Dump| it.held_out && it.style == style && it.news == news;
            let dumps: Vec<&Dump> = dumps.iter().copied().filter(alike).collect();
            println!("| {pages} {}", of_style(&dumps, style, misses));
        }
    }
}

/// Lines of the report as we and as the gold have it.
#[derive(Default, Clone, Copy)]
struct Counts {
    right: usize,
    ours: usize,
    gold: usize,
}

impl Counts {
    fn add(&mut self, wanted: bool, taken: bool) {
        self.right += usize::from(wanted && taken);
        self.ours += usize::from(taken);
        self.gold += usize::from(wanted);
    }

    fn plus(self, other: Self) -> Self {
        Self {
            right: self.right + other.right,
            ours: self.ours + other.ours,
            gold: self.gold + other.gold,
        }
    }

    fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.ours + self.gold).max(1) as f64
    }
}

/// Returns a row on dumps of one style.
fn of_style(dumps: &[&Dump], style: Style, misses: bool) -> String {
    let articles = read_all(dumps);
    let read = || dumps.iter().filter_map(|it| Some((*it, articles.get(&it.file)?)));
    let ours = |line: &Line<'_>| line.taken;
    let pages: Vec<Counts> = read().map(|(dump, it)| of_page(dump, it, ours)).collect();
    let all = pages.iter().copied().fold(Counts::default(), Counts::plus);
    let with_markup = |dump: &Dump, it| of_page(dump, it, |line| dump.with_markup.holds(line.text));
    let marked =
        read().map(|(dump, it)| with_markup(dump, it)).fold(Counts::default(), Counts::plus);
    // The text of some pages lies in one line with their furniture, so that no line is the report's.
    let told = pages.iter().filter(|it| it.gold > 0).count();
    if misses {
        read().for_each(|(dump, it)| tell_misses(dump, it));
    }
    format!(
        "| {style:?} | {} | {} | {} | {:.3} | {:.3} | {:.3} | {} |",
        dumps.len(),
        share(all.right, all.ours),
        share(all.right, all.gold),
        all.f1(),
        pages.iter().map(|it| it.f1()).sum::<f64>() / told.max(1) as f64,
        marked.f1(),
        titles(read())
    )
}

/// How often the title of a dump is the headline that the markup of the page gives.
fn titles<'d>(read: impl Iterator<Item = (&'d Dump, &'d Article)>) -> String {
    let with_headline = read.filter(|(dump, _)| !dump.with_markup.headline.is_empty());
    let same: Vec<bool> =
        with_headline.map(|(dump, it)| is_headline(dump, it.headline.as_deref())).collect();
    share(same.iter().filter(|it| **it).count(), same.len())
}

fn is_headline(dump: &Dump, title: Option<&str>) -> bool {
    words(title.unwrap_or_default()) == dump.with_markup.headline
}

/// A line on which the gold says something.
struct Line<'a> {
    text: &'a str,
    kind: &'a str,
    wanted: bool,
    taken: bool,
}

fn judged<'a>(dump: &Dump, article: &'a Article) -> Vec<Line<'a>> {
    let line = |it: &'a Block| {
        let text = &article.text[it.start..it.end];
        let taken = matches!(it.role, Role::Body | Role::Standfirst);
        Some(Line { text, kind: &it.kind, wanted: dump.is_report(text)?, taken })
    };
    article.blocks.iter().filter_map(line).collect()
}

fn of_page(dump: &Dump, article: &Article, takes: impl Fn(&Line<'_>) -> bool) -> Counts {
    let mut counts = Counts::default();
    judged(dump, article).iter().for_each(|it| counts.add(it.wanted, takes(it)));
    counts
}

fn tell_misses(dump: &Dump, article: &Article) {
    let style = dump.style;
    for line in judged(dump, article).iter().filter(|it| it.wanted != it.taken) {
        let (sign, head) = (if line.wanted { "-" } else { "+" }, line.text.chars().take(100));
        eprintln!(
            "{} {style:?} dump {sign} {}: {}",
            dump.file,
            line.kind,
            head.collect::<String>()
        );
    }
    if !is_headline(dump, article.headline.as_deref()) {
        let (ours, page) = (article.headline.as_deref().unwrap_or_default(), &dump.with_markup);
        eprintln!("{} {style:?} dump title: {ours:?} for {:?}", dump.file, page.headline.join(" "));
    }
}

fn read_all(dumps: &[&Dump]) -> BTreeMap<String, Article> {
    let page =
        |it: &&Dump| Page::new(it.file.clone(), PageKind::TextDump, it.text.clone().into_bytes());
    let read = dumps.iter().map(page).map(|it| read(&it)).collect();
    sorted(read).0.into_iter().map(|it| (it.name.clone(), it)).collect()
}
