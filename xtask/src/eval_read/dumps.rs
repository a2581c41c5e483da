//! Makes text dumps of pages, as common tools do: their lines are known from the gold of the page.
//!
//! In: a page of HTML. Out: its text in one of four styles. They follow what the tools print where it
//! matters for telling lines apart: what begins a line, how links and entries are marked, what is left out.

use trafilatura::dom::{Document, NodeId};

/// How a page was made text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// `lynx -dump` with wide lines: numbered links, their addresses at the end.
    Lynx,
    /// `html2text`: Markdown.
    Markdown,
    /// BeautifulSoup's `get_text()`: the text nodes, with the line breaks of the source.
    Soup,
    /// What a browser copies.
    Browser,
}

pub(crate) const STYLES: [Style; 4] = [Style::Lynx, Style::Markdown, Style::Soup, Style::Browser];

const BLOCKS: &str = " address article aside blockquote body br dd details div dl dt fieldset figcaption figure \
    footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tr ul option title ";

/// Returns the text of `html` in that style.
pub(crate) fn dump(html: &str, style: Style) -> String {
    let document = Document::parse(html);
    let mut writer = Writer { style, document: &document, text: String::new(), links: Vec::new() };
    let root = match style {
        Style::Soup => document.root(),
        _ => document.body().unwrap_or(document.root()),
    };
    writer.write(root);
    if style == Style::Lynx {
        writer.text.push_str("\n\nReferences\n\n");
        let links = writer.links.iter().enumerate();
        let lines: String = links.map(|(place, it)| format!("   {}. {it}\n", place + 1)).collect();
        writer.text.push_str(&lines);
    }
    writer.text
}

struct Writer<'d> {
    style: Style,
    document: &'d Document,
    text: String,
    links: Vec<String>,
}

enum Step {
    Enter(NodeId),
    Say(String),
}

impl Writer<'_> {
    fn write(&mut self, root: NodeId) {
        let mut open = vec![Step::Enter(root)];
        while let Some(step) = open.pop() {
            let node = match step {
                Step::Say(text) => {
                    self.say(&text);
                    continue;
                }
                Step::Enter(node) => node,
            };
            if self.document.is_text(node) {
                let text = self.document.text_content(node);
                self.say(&if self.style == Style::Soup { text } else { flat(&text) });
                continue;
            }
            let name = self.document.tag_name(node).to_owned();
            let hidden =
                ["script", "style", "noscript", "template", "svg"].contains(&name.as_str());
            if hidden || self.style == Style::Browser && self.is_hidden(node, &name) {
                continue;
            }
            let (before, after) = self.around(node, &name);
            self.say(&before);
            open.push(Step::Say(after));
            open.extend(self.document.child_nodes(node).into_iter().rev().map(Step::Enter));
        }
    }

    /// Line breaks where one stands already, and spaces at the beginning of a line, add nothing.
    fn say(&mut self, text: &str) {
        let at_start = self.text.is_empty() || self.text.ends_with('\n');
        let text =
            if at_start && self.style != Style::Soup { text.trim_start_matches(' ') } else { text };
        self.text.push_str(if self.text.ends_with("\n\n") && text == "\n" { "" } else { text });
    }

    fn is_hidden(&self, node: NodeId, name: &str) -> bool {
        let style = self.document.get_attribute(node, "style").unwrap_or_default();
        style.replace(' ', "").contains("display:none")
            || self.document.get_attribute(node, "hidden").is_some()
            || matches!(name, "option" | "title" | "input" | "textarea")
    }

    fn around(&mut self, node: NodeId, name: &str) -> (String, String) {
        let is_block = BLOCKS.contains(&format!(" {name} "));
        let edge = if is_block && self.style != Style::Soup { "\n" } else { "" };
        let double = format!("{edge}\n");
        let heading = name.len() == 2 && name.starts_with('h') && name != "hr";
        let address = || self.document.get_attribute(node, "href").unwrap_or_default();
        match (self.style, name) {
            (Style::Soup, _) => (String::new(), String::new()),
            (Style::Lynx, "a") => {
                let address = address();
                self.links.push(address);
                (format!("[{}]", self.links.len()), String::new())
            }
            (Style::Lynx, "li") => ("\n* ".to_owned(), "\n".to_owned()),
            (Style::Lynx | Style::Markdown, "img") => {
                let told = self.document.get_attribute(node, "alt").unwrap_or_default();
                let open = if self.style == Style::Lynx { "[" } else { "![" };
                (
                    if told.is_empty() { told } else { format!("{open}{}]", flat(&told)) },
                    String::new(),
                )
            }
            (Style::Markdown, "a") => ("[".to_owned(), format!("]({})", address())),
            (Style::Markdown, "li") => ("\n* ".to_owned(), "\n".to_owned()),
            (Style::Markdown, "b" | "strong") => ("**".to_owned(), "**".to_owned()),
            (Style::Markdown, "em" | "i") => ("_".to_owned(), "_".to_owned()),
            (Style::Markdown, _) if heading => {
                (format!("\n\n{} ", "#".repeat(name[1..].parse().unwrap_or(1))), double)
            }
            (_, "p" | "blockquote") => (double.clone(), double),
            (_, "td" | "th") => ("\t".to_owned(), String::new()),
            _ => (edge.to_owned(), edge.to_owned()),
        }
    }
}

fn flat(text: &str) -> String {
    let inner = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (first, last) =
        (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
    let space = |it: bool| if it { " " } else { "" };
    if inner.is_empty() {
        space(first).to_owned()
    } else {
        format!("{}{inner}{}", space(first), space(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<title>T</title><h2>Ferry</h2><p>Six <b>men</b> took\n a <a href=/x>ferry</a>.<ul><li>One</ul>";

    #[test]
    fn each_style_is_that_of_its_tool() {
        check(Style::Lynx, "Ferry|Six men took a [1]ferry.|* One|References|1. /x");
        check(Style::Markdown, "## Ferry|Six **men** took a [ferry](/x).|* One");
        check(Style::Soup, "TFerrySix men took|a ferry.One");
        check(Style::Browser, "Ferry|Six men took a ferry.|One");
    }

    #[track_caller]
    fn check(style: Style, expected: &str) {
        let text = dump(PAGE, style);
        let lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
        assert_eq!(lines.collect::<Vec<_>>().join("|"), expected);
    }
}
