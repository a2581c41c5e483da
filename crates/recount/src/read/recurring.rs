//! Remembers what the pages of one site have in common.
//!
//! In: the articles of a batch. Out: the same, with paragraphs that stand on several pages of one site
//! labelled as furniture. Sites are never compared with each other, since copies of a wire report are no
//! furniture; versions of one article, and reports of one story, count as one; a paragraph that names what the rest of its
//! article is about is the background of the report.

use std::collections::{BTreeMap, BTreeSet};

use super::outlets::host_of;
use crate::model::{Article, Block, Role};

/// Letters below which a line that recurs may be a heading of the report's own.
const SHORTEST: usize = 25;

/// Share of the shorter of two articles, in percent, from which they are versions of one. Chosen by hand.
const VERSION_PERCENT: usize = 40;

/// Reports from which a paragraph that recurs is furniture wherever it stands; of two only what begins or
/// ends the text is.
const SURE_REPORTS: usize = 3;

/// Two articles may be of one story if they share one name of so many, or none has a name. Chosen by hand.
const SAME_STORY: usize = 8;

/// Articles with one paragraph above which pairs are not compared: it is furniture whatever they are.
const MOST_HOLDERS: usize = 50;

/// The paragraphs of an article that may recur, by their letters.
struct Paragraph {
    article: usize,
    block: usize,
    letters: String,
}

/// Labels what recurs on the pages of one site.
pub(super) fn mark(articles: &mut [Article]) {
    let mut sites: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, article) in articles.iter().enumerate() {
        if let Some(site) = site(article) {
            sites.entry(site).or_default().push(place);
        }
    }
    for members in sites.into_values().filter(|it| it.len() > 1) {
        for (article, block) in recurring(articles, &members) {
            let block = &mut articles[article].blocks[block];
            (block.role, block.kind) = (Role::Furniture, "recurring".to_owned());
        }
    }
}

/// The host, or the outlet where the input knows no address.
fn site(article: &Article) -> Option<String> {
    let host = article.url.as_deref().and_then(host_of);
    host.or_else(|| article.outlet.as_ref().map(|it| it.name.clone()))
}

/// Returns the blocks of the members that are furniture.
fn recurring(articles: &[Article], members: &[usize]) -> Vec<(usize, usize)> {
    let paragraphs: Vec<Paragraph> =
        members.iter().flat_map(|it| paragraphs(*it, &articles[*it])).collect();
    let mut holders: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for it in &paragraphs {
        holders.entry(&it.letters).or_default().insert(it.article);
    }
    holders.retain(|_, it| it.len() > 1);
    let stories = names_of_all(articles, members, &paragraphs, &holders);
    let reports = reports(&paragraphs, &holders, &stories);
    let told = |it: &Paragraph| -> usize {
        let Some(holders) = holders.get(it.letters.as_str()) else { return 0 };
        holders.iter().map(|it| reports[it]).collect::<BTreeSet<_>>().len()
    };
    let own = |it: &Paragraph| !holders.contains_key(it.letters.as_str());
    let mut found = Vec::new();
    for of_one in paragraphs.chunk_by(|one, other| one.article == other.article) {
        let rest: BTreeSet<&str> =
            of_one.iter().filter(|it| own(it)).flat_map(|it| names(text(articles, it))).collect();
        let may_be = |it: &&Paragraph| told(it) > 1 && !is_background(text(articles, it), &rest);
        let leading = of_one.iter().take_while(may_be).count();
        let trailing = of_one.iter().rev().take_while(may_be).count();
        for (place, it) in of_one.iter().enumerate() {
            let at_an_end = place < leading || place >= of_one.len() - trailing;
            if may_be(&it) && (at_an_end || told(it) >= SURE_REPORTS) {
                found.push((it.article, it.block));
            }
        }
    }
    found
}

fn paragraphs(place: usize, article: &Article) -> impl Iterator<Item = Paragraph> {
    let told = |it: &Block| matches!(it.role, Role::Body | Role::Standfirst | Role::Caption);
    let blocks = article.blocks.iter().enumerate().filter(move |(_, it)| told(it));
    let paragraphs = blocks.map(move |(block, it)| {
        let letters = letters(&article.text[it.start..it.end]);
        Paragraph { article: place, block, letters }
    });
    paragraphs.filter(|it| it.letters.len() >= SHORTEST)
}

fn letters(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn text<'a>(articles: &'a [Article], paragraph: &Paragraph) -> &'a str {
    let article = &articles[paragraph.article];
    let block = &article.blocks[paragraph.block];
    &article.text[block.start..block.end]
}

/// Returns the names in the headline and the paragraphs that an article shares with no other.
fn names_of_all<'a>(
    articles: &'a [Article],
    members: &[usize],
    paragraphs: &[Paragraph],
    holders: &BTreeMap<&str, BTreeSet<usize>>,
) -> BTreeMap<usize, BTreeSet<&'a str>> {
    let headline = |it: &usize| articles[*it].headline.as_deref().unwrap_or_default();
    let capitals = |text: &'a str| {
        let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| it.len() > 2);
        words.filter(|it| it.starts_with(char::is_uppercase))
    };
    let mut all: BTreeMap<usize, BTreeSet<&str>> =
        members.iter().map(|it| (*it, capitals(headline(it)).collect())).collect();
    for it in paragraphs.iter().filter(|it| !holders.contains_key(it.letters.as_str())) {
        all.entry(it.article).or_default().extend(names(text(articles, it)));
    }
    all
}

/// Returns for each article the first that is a version of the same report or may be of the same story:
/// what reports of one story share may be its background.
fn reports(
    paragraphs: &[Paragraph],
    holders: &BTreeMap<&str, BTreeSet<usize>>,
    stories: &BTreeMap<usize, BTreeSet<&str>>,
) -> BTreeMap<usize, usize> {
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    paragraphs.iter().for_each(|it| *sizes.entry(it.article).or_default() += it.letters.len());
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (letters, articles) in holders.iter().filter(|it| it.1.len() <= MOST_HOLDERS) {
        for one in articles {
            for other in articles.range(one + 1..) {
                *shared.entry((*one, *other)).or_default() += letters.len();
            }
        }
    }
    let mut first: BTreeMap<usize, usize> = sizes.keys().map(|it| (*it, *it)).collect();
    for ((one, other), bytes) in shared {
        let version = bytes * 100 >= sizes[&one].min(sizes[&other]) * VERSION_PERCENT;
        let (some, others) = (&stories[&one], &stories[&other]);
        let common = some.intersection(others).count();
        if version || common * SAME_STORY >= some.len().min(others.len()) {
            let (to, from) = (first[&one], first[&other]);
            first.values_mut().filter(|it| **it == from).for_each(|it| *it = to);
        }
    }
    first
}

/// Whether half of the names of a paragraph stand in the rest of its article.
fn is_background(paragraph: &str, rest: &BTreeSet<&str>) -> bool {
    let names: BTreeSet<&str> = names(paragraph).collect();
    let known = names.iter().filter(|it| rest.contains(*it)).count();
    known > 0 && known * 2 >= names.len()
}

/// Words with a capital, but the first of the paragraph.
fn names(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| it.len() > 2);
    words.skip(1).filter(|it| it.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::super::{json_row, sorted};
    use crate::model::{Page, PageKind, Role};

    const PLEA: &str = "Get Norrvik Sea Monthly delivered through your letterbox every month.";
    const FERRY: &str = "Six men took a ferry on Monday, the Norrvik coast guard said.";
    const MINE: &str = "Forty men were saved from a mine on Sunday, the mayor of Lunda said.";
    const WAITS: &str = "Their families had been waiting in the harbour since the morning.";
    const SHAFT: &str = "They had been in the shaft for two days without light or food.";
    const FIRE: &str = "A fire broke out in a school on Friday, and Osterby was without light.";

    #[test]
    fn what_stands_on_pages_of_one_site_is_furniture() {
        let (one, other) = (&[FERRY, WAITS, PLEA][..], &[MINE, SHAFT, PLEA][..]);
        check(&[("a", one), ("a", other)], &[FERRY, WAITS, MINE, SHAFT]);
        check(&[("a", one), ("b", other)], &[one, other].concat());
    }

    #[test]
    fn amid_the_text_of_two_it_may_be_the_report() {
        let amid = [("a", &[FERRY, PLEA, FERRY][..]), ("a", &[MINE, PLEA, MINE])];
        check(&amid, &[FERRY, PLEA, FERRY, MINE, PLEA, MINE]);
        let third = ("a", &[FIRE, PLEA, FIRE][..]);
        check(&[amid[0], amid[1], third], &[FERRY, FERRY, MINE, MINE, FIRE, FIRE]);
    }

    #[test]
    fn versions_of_one_article_share_its_text() {
        check(
            &[("a", &[FERRY, MINE]), ("a", &[FERRY, MINE, FIRE])],
            &[FERRY, MINE, FERRY, MINE, FIRE],
        );
    }

    #[test]
    fn the_background_of_a_story_is_no_furniture() {
        let (one, other) = (
            "The siege of Norrvik began as the mayor left, Lunda said.",
            "Then Lunda sent help to Norrvik, and the siege went on.",
        );
        let back =
            "It is the third ferry that was taken off Norrvik since Lunda built its harbour.";
        check(
            &[("a", &[one, MINE, FIRE, back]), ("a", &[other, FERRY, back])],
            &[one, MINE, FIRE, back, other, FERRY, back],
        );
    }

    #[track_caller]
    fn check(pages: &[(&str, &[&str])], expected: &[&str]) {
        let read = pages.iter().enumerate().map(|(place, (host, text))| {
            let url = format!("https://{host}.example/{place}");
            let row = serde_json::json!({"text": text.join("\n"), "title": text[0].split(' ').next(), "url": url, "id": place});
            json_row::article(&Page::new(place.to_string(), PageKind::JsonRow, row.to_string().into_bytes()))
        });
        let (mut articles, _) = sorted(read.collect());
        articles.sort_by(|one, other| one.name.cmp(&other.name));
        let told = articles.iter().flat_map(|it| {
            let blocks = it.blocks.iter().filter(|it| it.role != Role::Furniture);
            blocks.map(|block| &it.text[block.start..block.end])
        });
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }
}
