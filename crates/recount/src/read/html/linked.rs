//! Reads what a page says of its article in JSON-LD with the words of schema.org.
//!
//! In: the content of a script. Out: [`Linked`], if it tells of an article. Broken JSON tells nothing.

use serde_json::{Map, Value};

use super::blocks::{blocks, one_line};
use super::head::LONGEST_VALUE;
use super::loose_json;

/// Objects of one script that are looked at.
const MOST_OBJECTS: usize = 500;

/// What schema.org data say of an article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Linked {
    /// How surely it is the article of the page, from 1.
    pub(super) rank: u8,
    pub(super) title: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) outlet: Option<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) url: Option<String>,
    pub(super) section: Option<String>,
    pub(super) tags: Vec<String>,
    pub(super) live: bool,
    /// Whether it is said to be news.
    pub(super) news: bool,
    /// Whether the page says that not all may read it.
    pub(super) closed: bool,
}

impl Linked {
    /// Returns whether it is said to be an article, and not just a page.
    pub(super) fn is_article(&self) -> bool {
        self.rank >= 3
    }
}

/// Returns what `script` tells of an article.
pub(super) fn article(script: &str) -> Option<Linked> {
    let Some(value) = loose_json::parsed(script) else { return broken(script) };
    let mut objects = Vec::new();
    collect(&value, &mut objects);
    let told = objects.iter().map(|it| (rank(it), *it)).filter(|(rank, _)| *rank > 0);
    let (rank, best) = told.rev().max_by_key(|(rank, _)| *rank)?;
    let live = objects.iter().any(|it| is_live(it));
    Some(Linked { live, ..linked(rank, best, &objects) })
}

/// Where quotation marks within a text break the rest, its dates can still be read.
fn broken(script: &str) -> Option<Linked> {
    let field = |name: &str| {
        let (_, rest) = script.split_once(&format!("\"{name}\""))?;
        let value = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
        value.split_once('"').map(|it| it.0.to_owned()).filter(|it| it.len() <= LONGEST_VALUE)
    };
    let published = field("datePublished");
    published.is_some().then(|| Linked {
        rank: 1,
        published,
        modified: field("dateModified"),
        ..Linked::default()
    })
}

fn is_live(object: &Map<String, Value>) -> bool {
    strings(object.get("@type")).iter().any(|it| it.ends_with("LiveBlogPosting"))
}

/// Returns the one that is more surely of the page's article.
pub(super) fn better(one: Option<Linked>, other: Option<Linked>) -> Option<Linked> {
    let live = [&one, &other].into_iter().flatten().any(|it| it.live);
    let best = [other, one].into_iter().flatten().max_by_key(|it| it.rank);
    best.map(|it| Linked { live, ..it })
}

fn collect<'v>(value: &'v Value, objects: &mut Vec<&'v Map<String, Value>>) {
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        if objects.len() >= MOST_OBJECTS {
            return;
        }
        match value {
            Value::Array(values) => open.extend(values.iter().rev()),
            Value::Object(object) => {
                objects.push(object);
                open.extend(["mainEntity", "@graph"].iter().filter_map(|it| object.get(*it)));
            }
            _ => {}
        }
    }
}

/// How surely an object is of the page's article; 0 if it is none.
fn rank(object: &Map<String, Value>) -> u8 {
    let kinds = strings(object.get("@type"));
    let kind = kinds.iter().map(|kind| match kind.rsplit('/').next().unwrap_or_default() {
        "LiveBlogPosting" | "NewsArticle" | "ReportageNewsArticle" | "AnalysisNewsArticle" => 4,
        kind if kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report" => 3,
        "WebPage" | "ItemPage" => 1,
        _ => 0,
    });
    let dated = u8::from(object.contains_key("datePublished"));
    kind.max().filter(|it| *it > 0).map_or(0, |it| it + dated)
}

fn linked(rank: u8, object: &Map<String, Value>, all: &[&Map<String, Value>]) -> Linked {
    let first = |field| strings(object.get(field)).into_iter().next();
    let kinds = strings(object.get("@type"));
    let is_page = rank <= 2;
    Linked {
        rank,
        title: first("headline").or_else(|| first("name").filter(|_| is_page)),
        authors: names(object.get("author").or_else(|| object.get("creator")), all),
        outlet: names(object.get("publisher"), all).into_iter().next(),
        published: first("datePublished"),
        modified: first("dateModified"),
        url: first("url").or_else(|| first("mainEntityOfPage")),
        section: first("articleSection"),
        tags: strings(object.get("keywords")),
        news: kinds.iter().any(|it| it.ends_with("NewsArticle") || it.ends_with("LiveBlogPosting")),
        live: false,
        closed: first("isAccessibleForFree").is_some_and(|it| it.eq_ignore_ascii_case("false")),
    }
}

/// A text, a truth, or several in a list; an object is known by its `@id`.
fn strings(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) if !text.trim().is_empty() => vec![plain(text)],
        Some(Value::Bool(truth)) => vec![truth.to_string()],
        Some(Value::Object(object)) => strings(object.get("@id").filter(|it| it.is_string())),
        Some(Value::Array(values)) => {
            let texts = values.iter().filter(|it| it.is_string());
            texts.flat_map(|it| strings(Some(it))).collect()
        }
        _ => Vec::new(),
    }
}

/// Some sites write entities into their JSON.
fn plain(text: &str) -> String {
    let escaped = text.contains('&') && text.contains(';') && text.len() <= LONGEST_VALUE;
    match escaped {
        true => blocks(text).into_iter().map(|it| it.text).collect::<Vec<_>>().join(" "),
        false => one_line(text),
    }
}

/// The names of persons or newsrooms, given as texts, objects, or references to objects.
fn names(value: Option<&Value>, all: &[&Map<String, Value>]) -> Vec<String> {
    let each: Vec<&Value> = match value {
        Some(Value::Array(values)) => values.iter().take(20).collect(),
        Some(value) => vec![value],
        None => Vec::new(),
    };
    each.into_iter().flat_map(|it| name(it, all)).collect()
}

fn name(value: &Value, all: &[&Map<String, Value>]) -> Vec<String> {
    let Value::Object(object) = value else { return strings(Some(value)) };
    if let Some(Value::Array(several)) = object.get("name") {
        return several.iter().flat_map(|it| strings(Some(it))).collect();
    }
    let own = strings(object.get("name"));
    let id = object.get("@id").filter(|_| own.is_empty());
    let meant = id
        .and_then(|id| all.iter().find(|it| it.get("@id") == Some(id) && it.contains_key("name")));
    meant.map_or(own, |it| strings(it.get("name")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_tells_its_title_authors_and_day() {
        check(
            r#"{"@type": "NewsArticle", "headline": "Ferry siege ends", "author": [{"name": "Anna Lind"}, "Jon Berg"],
                "publisher": {"name": "Norrvik Herald"}, "datePublished": "2031-05-04", "dateModified": "2031-05-06"}"#,
            "Ferry siege ends | Anna Lind, Jon Berg | Norrvik Herald | 2031-05-04",
        );
    }

    #[test]
    fn names_may_stand_elsewhere_in_the_graph() {
        check(
            r##"{"@graph": [{"@type": "WebPage", "name": "Ferry"}, {"@type": ["Article"], "headline": "Ferry siege
                ends", "author": {"@id": "#a"}}, {"@type": "Person", "@id": "#a", "name": "Anna Lind"}]}"##,
            "Ferry siege ends | Anna Lind | - | -",
        );
    }

    #[test]
    fn a_script_that_is_nearly_json_is_read() {
        check(
            "{\"@type\": \"NewsArticle\", // kind\n\"headline\": \"Ferry // siege\",\n}",
            "Ferry // siege |  | - | -",
        );
    }

    #[test]
    fn what_is_no_article_or_no_json_tells_nothing() {
        check(r#"{"@type": "Organization", "name": "Norrvik Herald"}"#, "-");
        check(r#"{"@type": "NewsArticle", "headline": "#, "-");
    }

    #[test]
    fn of_broken_json_the_dates_are_read() {
        check(
            r#"{"@type": "NewsArticle", "headline": "The "siege" ends", "datePublished": "2031-05-04"}"#,
            "- |  | - | 2031-05-04",
        );
    }

    #[track_caller]
    fn check(script: &str, expected: &str) {
        let dash = |it: Option<String>| it.unwrap_or("-".to_owned());
        let shown = |it: Linked| {
            format!(
                "{} | {} | {} | {}",
                dash(it.title),
                it.authors.join(", "),
                dash(it.outlet),
                dash(it.published)
            )
        };
        assert_eq!(article(script).map_or("-".to_owned(), shown), expected);
    }
}
