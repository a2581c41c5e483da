//! Cuts the main part of a page into blocks.
//!
//! In: the tree that the extractor gives back. Out: one line of text for each block, with what its
//! element says of it. White space is that of a reader, not of the source: a run of it is one space.

use trafilatura::dom::{Document, NodeId};

/// What an element says of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Plain,
    Heading,
    Quote,
    ListItem,
    TableRow,
    Caption,
    Standfirst,
    /// The time of an entry of a live blog.
    Time,
}

/// A line of the text and what its element says of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) mark: Mark,
}

/// Elements that begin a new line.
const BLOCKS: [&str; 30] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tr",
    "ul",
    "br",
];

/// Elements whose content nobody reads.
const UNREAD: [&str; 6] = ["script", "style", "noscript", "template", "svg", "button"];

/// Returns the blocks of `html`.
pub(super) fn blocks(html: &str) -> Vec<Piece> {
    let document = Document::parse(html);
    blocks_of(&document, document.root())
}

/// Returns the blocks of the element `root`.
pub(super) fn blocks_of(document: &Document, root: NodeId) -> Vec<Piece> {
    let mut pieces = Pieces::default();
    let mut open = vec![Step::Enter(root, Mark::Plain)];
    while let Some(step) = open.pop() {
        match step {
            Step::Leave => pieces.end(),
            Step::Enter(node, mark) if document.is_text(node) => {
                pieces.add(&document.text_content(node), mark)
            }
            Step::Enter(node, above) => {
                let name = document.tag_name(node);
                if UNREAD.contains(&name) {
                    continue;
                }
                let mark = mark_of(name).unwrap_or(above);
                if BLOCKS.contains(&name) || mark_of(name).is_some() {
                    pieces.end();
                    open.push(Step::Leave);
                } else if matches!(name, "td" | "th") {
                    pieces.add(" ", mark);
                }
                let children = document.child_nodes(node).into_iter().rev();
                open.extend(children.map(|it| Step::Enter(it, mark)));
            }
        }
    }
    pieces.end();
    pieces.found
}

enum Step<N> {
    Enter(N, Mark),
    Leave,
}

fn mark_of(name: &str) -> Option<Mark> {
    Some(match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Mark::Heading,
        "blockquote" => Mark::Quote,
        "li" | "dt" | "dd" => Mark::ListItem,
        "tr" => Mark::TableRow,
        "figcaption" => Mark::Caption,
        _ => return None,
    })
}

/// The blocks so far, and the words of the one that is open.
#[derive(Default)]
struct Pieces {
    found: Vec<Piece>,
    words: String,
    mark: Option<Mark>,
}

impl Pieces {
    fn add(&mut self, text: &str, mark: Mark) {
        if !text.trim().is_empty() {
            self.mark.get_or_insert(mark);
        }
        self.words.push_str(text);
    }

    fn end(&mut self) {
        let words = std::mem::take(&mut self.words);
        let text = one_line(&words);
        let mark = self.mark.take().unwrap_or(Mark::Plain);
        if !text.is_empty() {
            self.found.push(Piece { text, mark });
        }
    }
}

/// Returns `text` with a space for each run of white space; what nobody sees is left out.
pub(super) fn one_line(text: &str) -> String {
    let unseen = |it: char| matches!(it, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\0');
    let seen: String = text.chars().filter(|it| !unseen(*it)).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_block_is_a_line() {
        check(
            "<div>Two hurt<p>The mayor\n said <b>so</b>.</p>Later</div>",
            "Two hurt|The mayor said so.|Later",
        );
        check("<p>One<br>Two</p>", "One|Two");
    }

    #[test]
    fn elements_say_what_a_block_is() {
        check("<h2>A</h2><blockquote><p>B</p></blockquote>", "Heading A|Quote B");
        check("<ul><li>A<li>B</ul>C", "ListItem A|ListItem B|C");
        check("<table><tr><td>A<td>1<tr><td>B<td>2</table>", "TableRow A 1|TableRow B 2");
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        check("<p>Nor\u{ad}r\u{200b}vik&nbsp;\u{feff}harbour", "Norrvik harbour");
    }

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let shown = |it: &Piece| match it.mark {
            Mark::Plain => it.text.clone(),
            mark => format!("{mark:?} {}", it.text),
        };
        assert_eq!(blocks(html).iter().map(shown).collect::<Vec<_>>().join("|"), expected);
    }
}
