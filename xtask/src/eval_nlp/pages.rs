//! Gives the visible text of saved pages in other languages than English, furniture and all.
//!
//! In: the set html. Out: texts in a language, and others that make up for a lack of them. The text
//! is got by the simplest means, as odd text is welcome here: whether both read it alike is asked.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::parsed::Text;
use crate::rows::{rows, text};

/// Words below which texts in other languages are added.
const ENOUGH: usize = 22_000;

/// Languages that make up for a lack, the nearest first.
const NEAREST: [(&str, &[&str]); 3] = [
    ("fr", &["it", "es", "pt"]),
    ("es", &["pt", "it"]),
    ("cs", &["sk", "pl", "bs", "de", "da", "sv", "nl", "fr"]),
];

/// Tags whose content nobody sees.
const HIDDEN: [&str; 5] = ["script", "style", "noscript", "template", "svg"];

/// Tags that end a line.
const BLOCKS: [&str; 14] = [
    "p", "div", "br", "li", "h1", "h2", "h3", "h4", "tr", "td", "section", "article", "ul", "title",
];

/// Returns the texts in `language` and, if they are too few, texts in languages near it.
pub(crate) fn visible_texts(folder: &Path, language: &str) -> (Vec<Text>, Vec<Text>) {
    let list = folder.join("gold.jsonl.gz");
    let pages: Vec<_> =
        rows(&list).iter().filter_map(|it| page(folder, text(it, "file"))).collect();
    let of = |language: &str| {
        let found = pages.iter().filter(|it| it.0 == language).map(|it| it.1.clone());
        found.collect::<Vec<_>>()
    };
    let own = of(language);
    let mut words = own.iter().map(count).sum::<usize>();
    let near = NEAREST.iter().find(|it| it.0 == language).map_or(&[][..], |it| it.1);
    let mut other: Vec<_> = near.iter().flat_map(|it| of(it)).collect();
    other.retain(|it| {
        let wanted = words < ENOUGH;
        words += if wanted { count(it) } else { 0 };
        wanted
    });
    (own, other)
}

fn count(text: &Text) -> usize {
    text.text.split_whitespace().count()
}

/// Returns the language of a page that is not English, and its visible text.
fn page(folder: &Path, file: &str) -> Option<(String, Text)> {
    let mut bytes = Vec::new();
    MultiGzDecoder::new(File::open(folder.join(file)).ok()?).read_to_end(&mut bytes).ok()?;
    let html = String::from_utf8_lossy(&bytes);
    let language = language(&html).filter(|it| it != "en")?;
    Some((language, Text { id: file.into(), text: visible(&html) }))
}

fn language(html: &str) -> Option<String> {
    let tag = html.split("<html").nth(1)?.split('>').next()?;
    let value = tag.split("lang=").nth(1)?.trim_start_matches(['"', '\'']);
    value.get(..2).map(str::to_lowercase)
}

fn visible(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let (ends, length) = tag(rest);
        text.push_str(if ends { "\n" } else { "" });
        rest = &rest[length..];
    }
    let lines = text.lines().map(|it| unescaped(it.trim())).filter(|it| !it.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// Returns whether the tag at the start of `html` ends a line, and how much of `html` it takes up
/// together with what it hides.
fn tag(html: &str) -> (bool, usize) {
    let after = |end: &str| html.find(end).map_or(html.len(), |it| it + end.len());
    if html.starts_with("<!--") {
        return (false, after("-->"));
    }
    let name = html[1..].trim_start_matches('/').split(|it: char| !it.is_ascii_alphanumeric());
    let name = name.into_iter().next().unwrap_or_default().to_lowercase();
    if HIDDEN.contains(&name.as_str()) && !html.starts_with("</") {
        let content = after(&format!("</{name}"));
        return (true, content + html[content..].find('>').map_or(0, |it| it + 1));
    }
    (BLOCKS.contains(&name.as_str()), after(">"))
}

fn unescaped(line: &str) -> String {
    let known =
        [("&nbsp;", "\u{a0}"), ("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">")];
    let line = known.iter().fold(line.to_owned(), |line, (from, to)| line.replace(from, to));
    line.replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_seen_is_text() {
        let html = "<html lang='fr'><title>Le feu</title><script>if (a<b) {}</script><!-- <p>x -->\
            <p>Trois <b>morts</b> &amp; deux bless&eacute;s</p></html>";
        assert_eq!(language(html).as_deref(), Some("fr"));
        assert_eq!(visible(html), "Le feu\nTrois morts & deux bless&eacute;s");
    }
}
