//! Measures how lines of text dumps are told apart, and their titles.
//!
//! In: dumps with what is known of their lines. Out: precision and recall of the lines of the report, for each
//! style, on the held-out fifth of the hosts; `with markup` is what reading the page itself gives by the same measure.

use std::collections::BTreeMap;

use recount::model::{Article, Block, Page, PageKind, Role};
use recount::read::{read, sorted};

use super::dump_gold::Dump;
use super::dumps::{STYLES, Style};
use super::fields::share;
use super::score::words;

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
