//! Parts a case into the pages it shows and the lines it expects.
//!
//! In: Markdown with fenced blocks `article NAME`, `jsonl` and `expect`. Out: a [`Case`]. A case
//! without articles or expectations, and a block of any other kind, is an error.

use recount::model::{Page, PageKind};

use crate::language::{self, Line};

/// The articles of a case and what must hold of their record.
pub(crate) struct Case {
    pub(crate) pages: Vec<Page>,
    pub(crate) expected: Vec<Line>,
}

/// Reads a case.
pub(crate) fn case(markdown: &str) -> Result<Case, String> {
    let (mut pages, mut expected) = (Vec::new(), Vec::new());
    for (kind, body) in blocks(markdown)? {
        match kind.split_once(' ').unwrap_or((kind, "")) {
            ("article", name) if !name.is_empty() => pages.push(dump(name, &body)),
            ("jsonl", "") => pages.extend(body.lines().enumerate().map(row)),
            ("expect", "") => expected.extend(lines(&body)?),
            _ => return Err(format!("there is no block `{kind}`")),
        }
    }
    match pages.is_empty() || expected.is_empty() {
        true => Err("a case needs articles and an `expect` block".into()),
        false => Ok(Case { pages, expected }),
    }
}

/// Returns the fenced blocks with the words after their opening fence.
fn blocks(markdown: &str) -> Result<Vec<(&str, String)>, String> {
    let mut blocks = Vec::new();
    let mut open: Option<(&str, Vec<&str>)> = None;
    for line in markdown.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(kind), None) => open = Some((kind.trim(), Vec::new())),
            (Some(_), Some((kind, body))) => {
                blocks.push((*kind, body.join("\n")));
                open = None;
            }
            (None, Some((_, body))) => body.push(line),
            (None, None) => {}
        }
    }
    open.map_or(Ok(blocks), |(kind, _)| Err(format!("the block `{kind}` is not closed")))
}

fn lines(body: &str) -> Result<Vec<Line>, String> {
    body.lines().filter(|it| !it.trim().is_empty()).map(language::line).collect()
}

fn dump(name: &str, body: &str) -> Page {
    Page::new(name, PageKind::TextDump, body.as_bytes().to_vec())
}

fn row((index, line): (usize, &str)) -> Page {
    let name = format!("rows.jsonl:{}", index + 1);
    Page::new(name, PageKind::JsonRow, line.as_bytes().to_vec())
}
