//! Finds direct quotations: what stands between quotation marks, over sentences of one paragraph.
//!
//! In: an annotated article. Out: ranges of tokens, marks included. A quotation that is not closed ends
//! with its paragraph, as it does where a speech is printed over several.

use std::ops::Range;

use super::{Annotated, Token};

/// The quotations of an article, in order; none overlaps another.
#[derive(Debug, Default)]
pub(crate) struct Quotations(Vec<Range<usize>>);

impl Quotations {
    /// Finds the quotations of an article.
    pub(crate) fn of(annotated: &Annotated) -> Self {
        let mut found = Vec::new();
        for paragraph in
            annotated.sentences.chunk_by(|a, b| (a.field, a.paragraph) == (b.field, b.paragraph))
        {
            let (first, last) = (&paragraph[0], &paragraph[paragraph.len() - 1]);
            of_paragraph(&annotated.tokens, first.tokens.start..last.tokens.end, &mut found);
        }
        Self(found)
    }

    /// Returns the quotation that holds the token.
    pub(crate) fn around(&self, at: usize) -> Option<&Range<usize>> {
        let place = self.0.partition_point(|it| it.end <= at);
        self.0.get(place).filter(|it| it.contains(&at))
    }

    /// Returns the first quotation that begins at the token or behind it.
    pub(crate) fn from(&self, at: usize) -> Option<&Range<usize>> {
        self.0.get(self.0.partition_point(|it| it.start < at))
    }

    /// Returns the last quotation that ends at the token or before it.
    pub(crate) fn before(&self, at: usize) -> Option<&Range<usize>> {
        self.0[..self.0.partition_point(|it| it.end <= at)].last()
    }
}

fn of_paragraph(tokens: &[Token], range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let mut at = range.start;
    while at < range.end {
        let end = end_of_quotation(tokens, &range, at);
        found.extend(end.map(|end| at..end));
        at = end.unwrap_or(at + 1);
    }
}

/// Returns the place after the quotation that opens at `at`, if one does.
fn end_of_quotation(tokens: &[Token], range: &Range<usize>, at: usize) -> Option<usize> {
    let mut after = at + 1..range.end;
    match tokens[at].lower.as_str() {
        "\"" if !closes(tokens, range, at) => {
            let end = after.find(|it| is_mark(&tokens[*it]) && !opens(tokens, range, *it));
            Some(end.map_or(range.end, |it| it + 1))
        }
        // A single mark may be an apostrophe: it has to open, and another one to close.
        "'" if spaced(tokens, range, at) && !tokens[at].space_after => {
            let end = after.find(|it| tokens[*it].lower == "'" && closes(tokens, range, *it));
            end.map(|it| it + 1)
        }
        _ => None,
    }
}

/// Whether the token is a quotation mark; [`Token::lower`] makes all of them plain.
pub(crate) fn is_mark(token: &Token) -> bool {
    token.lower == "\""
}

/// Whether there is white space before the token, or nothing.
fn spaced(tokens: &[Token], range: &Range<usize>, at: usize) -> bool {
    at == range.start || tokens[at - 1].space_after
}

/// A mark with a space before it and none behind can but open a quotation.
fn opens(tokens: &[Token], range: &Range<usize>, at: usize) -> bool {
    at > range.start && spaced(tokens, range, at) && !tokens[at].space_after && at + 1 < range.end
}

/// A mark with a space or another mark behind it and no space before can but close one.
fn closes(tokens: &[Token], range: &Range<usize>, at: usize) -> bool {
    let next = at + 1 == range.end || tokens[at].space_after || !tokens[at + 1].is_word();
    !spaced(tokens, range, at) && next
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::annotated;

    #[test]
    fn a_quotation_reaches_over_sentences_and_to_the_end_of_its_paragraph() {
        check("\"We ran. Nobody fell,\" she said.", &["\"We ran. Nobody fell,\""]);
        check("She said: \"We ran. Nobody fell.\nThe rain fell.", &["\"We ran. Nobody fell."]);
    }

    #[test]
    fn an_apostrophe_is_no_mark() {
        check("The guards' car and the mayor's 'no comment' stayed.", &["'no comment'"]);
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let annotated = annotated(text);
        let found = Quotations::of(&annotated);
        assert_eq!(found.0.iter().map(|it| annotated.text(it)).collect::<Vec<_>>(), expected);
    }
}
