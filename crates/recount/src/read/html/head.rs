//! Collects what the markup of a page says of the article.
//!
//! In: the tree of a page. Out: [`Head`], all of it as printed. What of it is right is decided by those
//! who use it; words of the report are not looked at.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use trafilatura::dom::Document;

use super::blocks::one_line;
use super::linked::{self, Linked};
use crate::lexicon::rows;

/// Bytes above which a value is no title, name or date.
pub(super) const LONGEST_VALUE: usize = 600;

/// Bytes above which an element that is marked as that of an author holds more than names.
const LONGEST_AUTHOR: usize = 160;

/// Elements with days that are looked at: those of the article stand before those of other stories.
const MOST_SHOWN: usize = 3;

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
    /// Dates of the other `<time>` elements.
    pub(super) times: Vec<String>,
    /// What stands in elements whose class says that they give a day.
    pub(super) shown: Vec<String>,
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
    for node in document.iter(document.root(), &[]) {
        let attribute =
            |name: &str| document.get_attribute(node, name).filter(|it| it.len() <= LONGEST_VALUE);
        let text = || Some(one_line(&document.text_content(node))).filter(|it| !it.is_empty());
        match document.tag_name(node) {
            "meta" => head.meta(&attribute),
            "title" => head.title = head.title.take().or_else(text),
            "h1" if head.headings.len() < 4 => head.headings.extend(text()),
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
            _ => head.element(&attribute, &text),
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

    fn meta(&mut self, attribute: &dyn Fn(&str) -> Option<String>) {
        let content = attribute("content").map(|it| one_line(&it)).filter(|it| !it.is_empty());
        let Some(content) = content else { return };
        for name in ["property", "name", "itemprop"].iter().filter_map(|it| attribute(it)) {
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

    /// An element that is marked as that of the author, or of the day of publication.
    fn element(
        &mut self,
        attribute: &dyn Fn(&str) -> Option<String>,
        text: &dyn Fn() -> Option<String>,
    ) {
        let is = |name, value: &str| {
            attribute(name).is_some_and(|it| it.split_whitespace().any(|it| it == value))
        };
        if is("itemprop", "datePublished") {
            self.published
                .extend(attribute("content").or_else(|| attribute("datetime")).or_else(text));
        }
        let class = attribute("class").unwrap_or_default().to_lowercase();
        if self.shown.len() < MOST_SHOWN
            && ["date", "publish", "posted"].iter().any(|it| class.contains(it))
        {
            self.shown.extend(text().filter(|it| it.len() <= LONGEST_AUTHOR));
        }
        let doubt = match () {
            () if is("itemprop", "author") || is("rel", "author") => 0,
            () => match author_class(&class) {
                Some(doubt) => doubt,
                None => return,
            },
        };
        let text = text().filter(|it| it.len() <= LONGEST_AUTHOR);
        self.authors.extend(text.map(|it| (doubt, it)));
    }
}

/// How doubtful it is that an element of these classes names the author; `None` if it does not.
fn author_class(classes: &str) -> Option<u8> {
    let doubt = |class: &str| match class {
        "author-name" | "authorname" | "byline-name" | "author__name" | "author_name"
        | "byline__name" => Some(1),
        "byline" | "author" | "article-author" | "post-author" | "entry-author" | "fn" => Some(2),
        _ if class.contains("byline") => Some(3),
        _ => None,
    };
    classes.split_whitespace().filter_map(doubt).min()
}
