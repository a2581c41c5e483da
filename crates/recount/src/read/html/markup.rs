//! Bounds the markup of a page before anybody builds a tree of it.
//!
//! In: HTML. Out: HTML of bounded length, depth and number of tags, without scripts (but those of
//! JSON-LD), styles, drawings and comments, in which no article is. Text is never changed; the time is
//! linear in the length of the page, whatever it holds.

use std::collections::BTreeMap;

/// Bytes of a page that are kept; the longest of the 706 pages of `eval/read.md` has 0.5 MB left.
const MOST_BYTES: usize = 4 << 20;

/// Tags of a page that are kept; the most in those pages are 19,524.
const MOST_TAGS: usize = 60_000;

/// Elements that may be open at once. Trees are walked to a depth of 500 by the extractor, and a parser
/// looks through all open elements at each tag. Those
/// pages have 48 at most.
const MOST_OPEN: usize = 300;

/// The same for elements that dress words: a parser opens them anew in each paragraph that follows.
const MOST_DRESSED: usize = 12;

/// Bytes of a tag above which its attributes are dropped: pictures and state kept in the page.
const LONGEST_TAG: usize = 64 << 10;

/// Elements whose content no article is in; without their end they reach to the end of the page.
const UNREAD: [&str; 3] = ["script", "style", "svg"];

/// Elements that open and close without a tag of their own and cannot lie within one another.
const SELF_CLOSING: [&str; 32] = [
    "a", "area", "base", "body", "br", "col", "dd", "dt", "embed", "frame", "head", "hr", "html",
    "img", "input", "li", "link", "meta", "optgroup", "option", "p", "param", "source", "tbody",
    "td", "tfoot", "th", "thead", "title", "tr", "track", "wbr",
];

/// Elements that dress words.
const DRESSING: [&str; 13] =
    ["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Markup that is safe to build a tree of.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Markup {
    pub(super) html: String,
    /// Whether a part of the page was left out because it is too long or too deep.
    pub(super) cut: bool,
}

/// Bounds the markup of `page`.
pub(super) fn bounded(page: &str) -> Markup {
    let mut scan = Scan { rest: page, ..Scan::default() };
    while !scan.rest.is_empty() && !scan.is_full() {
        scan.step();
    }
    scan.cut |= !scan.rest.trim().is_empty();
    Markup { html: scan.out, cut: scan.cut }
}

/// How far we are.
#[derive(Default)]
struct Scan<'p> {
    rest: &'p str,
    out: String,
    tags: usize,
    open: Open,
    cut: bool,
}

/// The elements that are open, and those whose opening tag was left out, by name.
#[derive(Default)]
struct Open {
    kept: BTreeMap<String, usize>,
    dropped: BTreeMap<String, usize>,
    depth: usize,
    dressed: usize,
}

impl<'p> Scan<'p> {
    fn is_full(&self) -> bool {
        self.out.len() >= MOST_BYTES || self.tags >= MOST_TAGS
    }

    /// Moves over a text, a comment or a tag.
    fn step(&mut self) {
        let text = self.rest.find('<').unwrap_or(self.rest.len());
        if text > 0 {
            self.text(text);
            return;
        }
        let after = self.rest.as_bytes().get(1).copied().unwrap_or_default();
        match after {
            _ if self.rest.starts_with("<!--") => self.skip_to("-->", 2),
            b'!' | b'?' => self.skip_to(">", 1),
            b'/' | b'a'..=b'z' | b'A'..=b'Z' => self.tag(),
            _ => self.text(1),
        }
    }

    fn text(&mut self, bytes: usize) {
        let room = MOST_BYTES.saturating_sub(self.out.len());
        let kept = super::super::lines::head(&self.rest[..bytes], room);
        self.cut |= kept.len() < bytes;
        self.out.push_str(kept);
        self.rest = &self.rest[bytes..];
    }

    /// Leaves out all to the end of `mark`, which stands at `from` or later, or else to the end.
    fn skip_to(&mut self, mark: &str, from: usize) {
        let tail = self.rest.get(from..).unwrap_or_default();
        self.rest = tail.split_once(mark).map_or("", |it| it.1);
    }

    fn tag(&mut self) {
        let end = tag_end(self.rest);
        let (tag, after) = self.rest.split_at(end);
        let name = name_of(tag);
        self.rest = after;
        if tag.starts_with("</") {
            self.closing(&name);
        } else if UNREAD.contains(&name.as_str()) {
            self.unread(tag, &name);
        } else {
            self.opening(tag, &name);
        }
    }

    fn closing(&mut self, name: &str) {
        if self.open.close(name) {
            self.tags += 1;
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
    }

    fn opening(&mut self, tag: &str, name: &str) {
        if !self.open.open(name) {
            self.cut = true;
            return;
        }
        self.tags += 1;
        if tag.len() <= LONGEST_TAG {
            self.out.push_str(tag);
        } else {
            self.out.push('<');
            self.out.push_str(name);
            self.out.push('>');
        }
    }

    /// A script of JSON-LD is kept whole, any other goes.
    fn unread(&mut self, tag: &str, name: &str) {
        if tag.ends_with("/>") && name == "svg" {
            return;
        }
        let content = find_closing(self.rest, name).unwrap_or(self.rest.len());
        let told = tag.len() <= LONGEST_TAG && tag.to_ascii_lowercase().contains("ld+json");
        if name == "script" && told && self.out.len() + content <= MOST_BYTES {
            self.out.push_str(tag);
            self.out.push_str(&self.rest[..content]);
            self.out.push_str("</script>");
        }
        self.rest = &self.rest[content..];
        self.skip_to(">", 0);
    }
}

impl Open {
    /// Returns whether an element of that name may open here.
    fn open(&mut self, name: &str) -> bool {
        if SELF_CLOSING.contains(&name) {
            return true;
        }
        let dresses = DRESSING.contains(&name);
        let fits = self.depth < MOST_OPEN && !(dresses && self.dressed >= MOST_DRESSED);
        let counts = if fits { &mut self.kept } else { &mut self.dropped };
        *counts.entry(name.to_owned()).or_default() += 1;
        self.depth += usize::from(fits);
        self.dressed += usize::from(fits && dresses);
        fits
    }

    /// Returns whether the end of an element of that name is to be kept.
    fn close(&mut self, name: &str) -> bool {
        if SELF_CLOSING.contains(&name) {
            return true;
        }
        if taken_from(&mut self.dropped, name) || !taken_from(&mut self.kept, name) {
            return false;
        }
        self.depth -= 1;
        self.dressed -= usize::from(DRESSING.contains(&name));
        true
    }
}

fn taken_from(counts: &mut BTreeMap<String, usize>, name: &str) -> bool {
    let Some(count) = counts.get_mut(name).filter(|it| **it > 0) else { return false };
    *count -= 1;
    true
}

/// Returns the byte after a tag; a `>` within quotes does not close it.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    let mut last = b' ';
    for (place, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return place + 1,
            (None, b'"' | b'\'') if last == b'=' => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            last = byte;
        }
    }
    tag.len()
}

fn name_of(tag: &str) -> String {
    let bare = tag.trim_start_matches(['<', '/']);
    let end = bare.find(|it: char| it.is_whitespace() || it == '/' || it == '>');
    super::super::lines::head(&bare[..end.unwrap_or(bare.len())], 40).to_ascii_lowercase()
}

/// Returns where `</name` stands, whatever its case.
fn find_closing(text: &str, name: &str) -> Option<usize> {
    let closes = |it: &usize| {
        let head = text.as_bytes().get(it + 2..it + 2 + name.len());
        head.is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes()))
    };
    text.match_indices("</").map(|it| it.0).find(closes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_styles_and_comments_are_left_out() {
        check("<p>Two<script>a</script><!-- b --> hurt<style>c</style>", "<p>Two hurt");
        check("<p>Two hurt<script>if (a < b) {", "<p>Two hurt");
    }

    #[test]
    fn what_a_page_says_of_itself_is_kept() {
        let page = r#"<script type="application/ld+json">{"a": "<p>"}</script><p>Two hurt"#;
        check(page, page);
    }

    #[test]
    fn a_sign_within_quotes_closes_no_tag() {
        check(r#"<img alt="a > b"><p>Two hurt</p>"#, r#"<img alt="a > b"><p>Two hurt</p>"#);
        check("2 < 3 <", "2 < 3 <");
    }

    #[test]
    fn elements_without_end_are_cut_and_their_words_kept() {
        let markup =
            bounded(&format!("{}Two hurt{}", "<div>".repeat(10_000), "</div>".repeat(10_000)));
        assert_eq!(markup.html.matches("<div>").count(), MOST_OPEN);
        assert_eq!(markup.html.matches("</div>").count(), MOST_OPEN);
        assert!(markup.cut && markup.html.contains("Two hurt"));
    }

    #[test]
    fn an_attribute_without_end_is_dropped() {
        let long = "x".repeat(LONGEST_TAG);
        check(&format!(r#"<p title="{long}">Two hurt"#), "<p>Two hurt");
    }

    #[track_caller]
    fn check(page: &str, expected: &str) {
        assert_eq!(bounded(page), Markup { html: expected.to_owned(), cut: false });
    }
}
