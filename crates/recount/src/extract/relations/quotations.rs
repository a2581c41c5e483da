//! Finds direct quotations: what stands between quotation marks, over sentences of one paragraph.
//!
//! In: an annotated article. Out: ranges of tokens, marks included. A quotation that is not closed ends
//! with its paragraph; where the next paragraph opens another one, it goes on.

use std::ops::Range;

use crate::annotate::{Annotated, Token};

/// The quotations of an article, in order; none overlaps another.
#[derive(Debug, Default)]
pub(super) struct Quotations(Vec<Range<usize>>);

impl Quotations {
    /// Finds the quotations of an article.
    pub(super) fn of(annotated: &Annotated) -> Self {
        let mut found = Vec::new();
        for paragraph in annotated.sentences.chunk_by(|a, b| a.paragraph == b.paragraph) {
            let (first, last) = (&paragraph[0], &paragraph[paragraph.len() - 1]);
            of_paragraph(&annotated.tokens, first.tokens.start..last.tokens.end, &mut found);
        }
        Self(found)
    }

    /// Returns the quotation that holds the token.
    pub(super) fn around(&self, at: usize) -> Option<&Range<usize>> {
        let place = self.0.partition_point(|it| it.end <= at);
        self.0.get(place).filter(|it| it.contains(&at))
    }

    /// Returns the first quotation that begins at the token or behind it.
    pub(super) fn from(&self, at: usize) -> Option<&Range<usize>> {
        self.0.get(self.0.partition_point(|it| it.start < at))
    }

    /// Returns the last quotation that ends at the token or before it.
    pub(super) fn before(&self, at: usize) -> Option<&Range<usize>> {
        self.0[..self.0.partition_point(|it| it.end <= at)].last()
    }
}

fn of_paragraph(tokens: &[Token], range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let mut open = None;
    for at in range.clone().filter(|at| is_mark(&tokens[*at])) {
        match open {
            Some(start) if !opens(tokens, &range, at) => {
                found.push(start..at + 1);
                open = None;
            }
            None if !closes(tokens, &range, at) => open = Some(at),
            _ => {}
        }
    }
    found.extend(open.map(|start| start..range.end));
}

/// Whether the token is a quotation mark; [`Token::lower`] makes all of them plain.
pub(super) fn is_mark(token: &Token) -> bool {
    token.lower == "\""
}

/// A mark with a space before it and none behind can but open a quotation.
fn opens(tokens: &[Token], range: &Range<usize>, at: usize) -> bool {
    at > range.start && tokens[at - 1].space_after && !tokens[at].space_after && at + 1 < range.end
}

/// A mark with a space behind it and none before can but close one.
fn closes(tokens: &[Token], range: &Range<usize>, at: usize) -> bool {
    let glued = at > range.start && !tokens[at - 1].space_after;
    glued && (tokens[at].space_after || at + 1 == range.end)
}
