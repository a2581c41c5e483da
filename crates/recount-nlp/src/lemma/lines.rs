//! A set of words, or a dictionary, in one string.
//!
//! In: words, each with a list of others that may be empty. Out: lines in the order of the words,
//! in which a word is found by halving. Tables of a hundred thousand words are thus loaded by
//! copying one string, and packed well.

use serde::{Deserialize, Serialize};

/// Lines of a word, and after it a tab and another for each word that goes with it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Lines(String);

impl Lines {
    /// No words.
    pub(super) const EMPTY: Self = Self(String::new());

    /// Makes a dictionary of `entries`, or returns the entry that has a tab or a line break in it.
    ///
    /// Of two entries for one word, the later stands.
    pub(super) fn new(mut entries: Vec<Vec<&str>>) -> Result<Self, String> {
        let broken = |entry: &&Vec<&str>| entry.iter().any(|word| word.contains(['\t', '\n']));
        if let Some(entry) = entries.iter().find(broken) {
            return Err(format!("{entry:?}"));
        }
        entries.reverse();
        entries.sort_by_key(|entry| entry.first().copied());
        entries.dedup_by_key(|entry| entry.first().copied());
        let lines: Vec<String> = entries.iter().map(|entry| entry.join("\t")).collect();
        Ok(Self(lines.join("\n")))
    }

    /// Tells whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Tells whether `word` has a line.
    pub(super) fn contains(&self, word: &str) -> bool {
        self.line(word).is_some()
    }

    /// Returns the words that go with `word`.
    pub(super) fn find(&self, word: &str) -> impl Iterator<Item = &str> {
        self.line(word).unwrap_or_default().split('\t').skip(1)
    }

    /// Returns the line of `word`.
    fn line(&self, word: &str) -> Option<&str> {
        let mut rest = self.0.as_str();
        while !rest.is_empty() {
            let (before, line, after) = around_middle(rest);
            let found = line.split_once('\t').map_or(line, |(first, _)| first);
            rest = match word.cmp(found) {
                std::cmp::Ordering::Equal => return Some(line),
                std::cmp::Ordering::Less => before,
                std::cmp::Ordering::Greater => after,
            };
        }
        None
    }
}

/// Returns the line in the middle of `lines`, and the lines before and after it.
fn around_middle(lines: &str) -> (&str, &str, &str) {
    // A line break is one byte, so the places found are boundaries of characters.
    let (head, tail) = lines.as_bytes().split_at(lines.len() / 2);
    let is_break = |byte: &u8| *byte == b'\n';
    let start = head.iter().rposition(is_break).map_or(0, |at| at + 1);
    let end = tail.iter().position(is_break).map_or(lines.len(), |at| head.len() + at);
    let before = lines[..start].strip_suffix('\n').unwrap_or_default();
    let after = lines[end..].strip_prefix('\n').unwrap_or_default();
    (before, &lines[start..end], after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_order() {
        check("été être|a avoir à|zoo|b|ça cela", "a", Some("avoir à"));
        check("été être|a avoir à|zoo|b|ça cela", "été", Some("être"));
        check("été être|a avoir à|zoo|b|ça cela", "zoo", Some(""));
        check("été être|a avoir à|zoo|b|ça cela", "avoir", None);
        check("été être|a avoir à|zoo|b|ça cela", "", None);
    }

    #[test]
    fn a_word_is_not_taken_for_a_longer_one() {
        check("a-b x|a y|ab z|a.b w", "a", Some("y"));
        check("a-b x|a y|ab z|a.b w", "ab", Some("z"));
        check("a-b x|a y|ab z|a.b w", "a-b", Some("x"));
    }

    #[test]
    fn the_later_of_two_lines_stands() {
        check("lay lie|lay lay", "lay", Some("lay"));
    }

    #[test]
    fn nothing_is_found_in_nothing() {
        check("", "a", None);
    }

    #[test]
    fn a_word_with_a_line_break_is_refused() {
        assert!(Lines::new(vec![vec!["a\nb"]]).is_err());
    }

    #[track_caller]
    fn check(entries: &str, word: &str, expected: Option<&str>) {
        let entries = entries.split('|').filter(|it| !it.is_empty());
        let entries = entries.map(|it| it.split(' ').collect()).collect();
        let lines = Lines::new(entries).expect("no tabs");
        let found = lines.contains(word).then(|| lines.find(word).collect::<Vec<_>>().join(" "));
        assert_eq!(found.as_deref(), expected);
    }
}
