//! Collects what the markup of a page says of the article.
//!
//! In: the tree of a page. Out: [`Head`], all of it as printed. What of it is right is decided by those
//! who use it; words of the report are not looked at.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;
use trafilatura::dom::Document;

use super::super::byline;
use super::author_marks::{author_class, is_label, leads_to_author};
use super::blocks::one_line;
use super::linked::{self, Linked};
use crate::lexicon::rows;

/// Bytes above which a value is no title, name or date.
pub(super) const LONGEST_VALUE: usize = 600;

/// Bytes above which an element that is marked as that of an author holds more than names.
const LONGEST_AUTHOR: usize = 160;

/// Elements with days that are looked at: those of the article stand before those of other stories.
const MOST_SHOWN: usize = 3;

/// Elements below the first heading within which the byline and the day stand. Chosen by hand; not measured
/// against other figures.
const NEAR_HEADING: usize = 120;

/// Elements that an element with a byline or a day may hold: a link, a picture, a second day.
const MOST_CHILDREN: usize = 5;

/// Bytes above which a line below the heading holds more than a byline or a day.
const LONGEST_BYLINE: usize = 100;

/// Elements in which a byline or a day may stand.
const BYLINES: [&str; 16] = [
    "p", "span", "div", "li", "date", "small", "em", "strong", "b", "i", "h2", "h3", "h4", "h5",
    "h6", "td",
];

/// `2031-05-04 16:52`
static STAMP: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b20\d\d[-./]\d\d[-./]\d\d \d\d:\d\d\b").expect("it is tested"));

/// What a page says of the article.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// By what they tell, the best source first.
    pub(super) fields: BTreeMap<&'static str, Vec<(usize, String)>>,
    /// The content of `<title>`.
    pub(super) title: Option<String>,
    /// The first headings of the first rank.
    pub(super) headings: Vec<String>,
    pub(super) canonical: Option<String>,
    /// The language that the page says it is in.
    pub(super) language: Option<String>,
    /// What schema.org data tell, if they tell of an article.
    pub(super) linked: Option<Linked>,
    /// Dates of `<time>` elements that say that they are of publication.
    pub(super) published: Vec<String>,
    /// Whether the page labels its next free field as that of the author.
    pub(super) author_labelled: bool,
    /// Dates of the other `<time>` elements.
    pub(super) times: Vec<String>,
    /// What stands in elements whose class says that they give a day.
    pub(super) shown: Vec<String>,
    /// Short texts close below the first heading that hold a year.
    pub(super) near: Vec<String>,
    /// A short text with a time to the minute, above the first heading or on a page without one.
    pub(super) stamp: Option<String>,
    /// The day of the entry of a weblog.
    pub(super) trackback: Option<String>,
    /// What stands in elements marked as those of the author, the surest first.
    pub(super) authors: Vec<(u8, String)>,
}

/// What each name of a `<meta>` element tells, and its place in the table.
static FIELDS: LazyLock<BTreeMap<&'static str, (usize, &'static str)>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../../data/html_fields.tsv")).enumerate();
    rows.map(|(place, row)| (row[0], (place, row[1]))).collect()
});

/// Collects what `document` says of its article.
pub(super) fn head(document: &Document) -> Head {
    let mut head = Head::default();
    let mut below_heading = None;
    for (place, node) in document.iter(document.root(), &[]).into_iter().enumerate() {
        let attribute =
            |name: &str| document.get_attribute(node, name).filter(|it| it.len() <= LONGEST_VALUE);
        let text = || Some(one_line(&document.text_content(node))).filter(|it| !it.is_empty());
        match document.tag_name(node) {
            "meta" => head.meta(&attribute),
            "title" => head.title = head.title.take().or_else(text),
            "h1" if head.headings.len() < 4 => {
                below_heading.get_or_insert(place);
                head.headings.extend(text());
            }
            "html" => head.language = attribute("lang"),
            "link" if attribute("rel").as_deref() == Some("canonical") => {
                head.canonical = head.canonical.take().or_else(|| attribute("href"));
            }
            "time" => head.time(&attribute, text()),
            "script"
                if document
                    .get_attribute(node, "type")
                    .is_some_and(|it| it.contains("ld+json")) =>
            {
                let told = linked::article(&document.text_content(node));
                head.linked = linked::better(head.linked.take(), told);
            }
            name => {
                head.element(&attribute, &text, name == "a");
                let close = below_heading.is_some_and(|it| place - it <= NEAR_HEADING);
                let leaf = || document.children(node).len() <= MOST_CHILDREN;
                if close && BYLINES.contains(&name) && leaf() {
                    head.below_heading(text());
                }
                let unheaded = below_heading.is_none() && head.stamp.is_none();
                if unheaded && BYLINES.contains(&name) && leaf() {
                    head.stamp =
                        text().filter(|it| it.len() <= LONGEST_BYLINE && STAMP.is_match(it));
                }
            }
        }
    }
    head.fields.values_mut().for_each(|it| it.sort_by_key(|(place, _)| *place));
    head.authors.sort_by_key(|(doubt, _)| *doubt);
    head
}

impl Head {
    /// Returns what `<meta>` elements tell of `field`, the best source first.
    pub(super) fn told(&self, field: &str) -> impl Iterator<Item = &str> {
        self.fields.get(field).into_iter().flatten().map(|(_, value)| value.as_str())
    }

    /// Returns all that `<meta>` elements of the best name tell of `field`.
    pub(super) fn best(&self, field: &str) -> impl Iterator<Item = &str> {
        let fields = self.fields.get(field).map_or(&[][..], Vec::as_slice);
        let best = fields.first().map(|it| it.0);
        fields.iter().filter(move |it| Some(it.0) == best).map(|it| it.1.as_str())
    }

    /// `twitter:label1` says what `twitter:data1` is.
    fn labelled(&mut self, name: &str, content: &str) {
        self.author_labelled |= name == "twitter:label1" && is_label(content);
        if name == "twitter:data1" && self.author_labelled {
            self.fields.entry("author").or_default().push((usize::MAX, content.to_owned()));
        }
    }

    fn meta(&mut self, attribute: &dyn Fn(&str) -> Option<String>) {
        let content = attribute("content").map(|it| one_line(&it)).filter(|it| !it.is_empty());
        let Some(content) = content else { return };
        for name in ["property", "name", "itemprop"].iter().filter_map(|it| attribute(it)) {
            self.labelled(&name, &content);
            if let Some((place, field)) = FIELDS.get(name.trim().to_lowercase().as_str()) {
                self.fields.entry(field).or_default().push((*place, content.clone()));
            }
        }
    }

    fn time(&mut self, attribute: &dyn Fn(&str) -> Option<String>, text: Option<String>) {
        let marks = [
            attribute("itemprop"),
            attribute("class"),
            attribute("pubdate").map(|_| "pubdate".into()),
        ];
        let marks = marks.into_iter().flatten().collect::<Vec<_>>().join(" ").to_lowercase();
        let Some(value) = attribute("datetime").filter(|it| it.len() >= 8).or(text) else { return };
        match () {
            () if ["modif", "updat"].iter().any(|it| marks.contains(it)) => {}
            () if ["publi", "pubdate", "entry-date"].iter().any(|it| marks.contains(it)) => {
                self.published.push(value);
            }
            () => self.times.push(value),
        }
    }

    /// A short line close below the heading: `By Anna Lind · Reporter`, `4 May 2031`.
    fn below_heading(&mut self, text: Option<String>) {
        let Some(text) = text.filter(|it| it.len() <= LONGEST_BYLINE) else { return };
        let name = text.split(['|', '•', '·', '⋅', '∙']).next().unwrap_or_default().trim();
        if byline::byline(name).is_some() {
            self.authors.push((4, name.to_owned()));
        }
        if text.as_bytes().windows(4).any(|it| it.iter().all(u8::is_ascii_digit)) {
            self.near.push(text);
        }
    }

    /// An element that is marked as that of the author, or of the day of publication.
    fn element(
        &mut self,
        attribute: &dyn Fn(&str) -> Option<String>,
        text: &dyn Fn() -> Option<String>,
        link: bool,
    ) {
        let is = |name, value: &str| {
            attribute(name).is_some_and(|it| it.split_whitespace().any(|it| it == value))
        };
        if is("itemprop", "datePublished") {
            self.published
                .extend(attribute("content").or_else(|| attribute("datetime")).or_else(text));
        }
        let classes = attribute("class").unwrap_or_default();
        let class = classes.to_lowercase();
        if self.shown.len() < MOST_SHOWN
            && ["date", "publish", "posted"].iter().any(|it| class.contains(it))
        {
            self.shown.extend(text().filter(|it| it.len() <= LONGEST_AUTHOR));
        }
        let doubt = match () {
            () if is("itemprop", "author") || is("rel", "author") => 0,
            () if link && attribute("href").is_some_and(|it| leads_to_author(&it)) => 2,
            () => match author_class(&classes) {
                Some(doubt) => doubt,
                None => return,
            },
        };
        let text = text().filter(|it| it.len() <= LONGEST_AUTHOR);
        self.authors.extend(text.map(|it| (doubt, it)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byline_and_day_stand_below_the_heading() {
        let page =
            "<p>By Tom Berg<h1>Ferry siege ends</h1><p>By <a>Anna Lind</a> · Reporter<p>4 May 2031";
        let head = head(&Document::parse(page));
        assert_eq!(head.authors, [(4, "By Anna Lind".to_owned())]);
        assert_eq!(head.near, ["4 May 2031"]);
    }
}
