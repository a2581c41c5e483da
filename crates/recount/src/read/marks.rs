//! Blanks what tools that dump pages write between the words: `[ferry](/a)`, `**ferry**`, `[12]ferry`.
//!
//! In: the text of a dump. Out: the same with spaces in place of such marks, byte for byte, so that
//! offsets stay those of the file, and a note if there were any. Lines that are nothing but a link stay
//! as they are, since that is what tells them from the report.

use std::ops::Range;

use super::links::is_link;

/// Links from which a text is Markdown; a report may quote one such pair of brackets.
const LINKS: usize = 2;

/// Bytes of an address at most: no browser takes longer ones, and each link is looked through for its end.
const LONGEST_ADDRESS: usize = 2048;

/// What a text may hold.
#[derive(Clone, Copy)]
struct Marks {
    markdown: bool,
    /// Numbers of links, as `lynx -dump` writes them.
    numbers: bool,
}

/// A text without marks.
pub(super) struct Blanked {
    pub(super) text: String,
    /// What was read as spaces, if there was anything.
    pub(super) note: Option<String>,
    /// The lines that were headings of the first level: the byte after each mark.
    pub(super) headings: Vec<usize>,
}

/// Returns the text without marks.
pub(super) fn blanked(text: String) -> Blanked {
    let mut headings = Vec::new();
    let Some(marks) = marks_of(&text) else { return Blanked { text, note: None, headings } };
    let mut bytes = text.clone().into_bytes();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if !is_link(line.trim()) {
            headings.extend((marks.markdown && heading(line) == (0..1)).then_some(start + 1));
            for range in marks.within(line) {
                bytes[start + range.start..start + range.end].fill(b' ');
            }
        }
        start += line.len();
    }
    let note = (bytes != text.as_bytes())
        .then(|| "marks of links and headings are read as spaces".to_owned());
    Blanked { text: String::from_utf8(bytes).unwrap_or(text), note, headings }
}

fn marks_of(text: &str) -> Option<Marks> {
    let heading = |line: &str| !heading(line).is_empty();
    let links = text.match_indices("](").take(LINKS).count();
    let markdown = links == LINKS || text.lines().any(heading);
    let numbers = text.contains("[1]") && text.lines().any(|it| it.trim() == "References");
    (markdown || numbers).then_some(Marks { markdown, numbers })
}

/// `## Ferry siege ends`
fn heading(line: &str) -> Range<usize> {
    let signs = line.bytes().take_while(|it| *it == b'#').count();
    let heads = (1..=6).contains(&signs) && line[signs..].starts_with(' ');
    0..if heads { signs } else { 0 }
}

impl Marks {
    fn within(self, line: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        if self.markdown {
            found.push(heading(line));
            links(line, &mut found);
            found.extend(line.match_indices("**").map(|(at, it)| at..at + it.len()));
            found.extend(emphasis(line));
        }
        if self.numbers {
            found.extend(numbers(line));
        }
        found
    }
}

/// The brackets and the address of a link; all of a picture, whose words are no part of the sentence.
fn links(line: &str, found: &mut Vec<Range<usize>>) {
    let mut from = 0;
    for (middle, _) in line.match_indices("](") {
        let open = line.get(from..middle).and_then(|it| it.rfind('[')).map(|it| from + it);
        from = middle + 2;
        let Some(open) = open else { continue };
        let end = address_end(line, middle + 2);
        if line[..open].ends_with('!') {
            found.push(open - 1..end);
        } else {
            found.extend([open..open + 1, middle..end]);
        }
    }
}

/// The byte after the bracket that closes an address, which may have brackets in it; where none does, the
/// link has no address.
fn address_end(line: &str, start: usize) -> usize {
    let mut open = 1_usize;
    for (at, it) in line[start..].bytes().take(LONGEST_ADDRESS).enumerate() {
        match it {
            b'(' => open += 1,
            b')' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return start + at + 1;
        }
    }
    start
}

/// `_Norrvik_`, `*Norrvik*`: signs at the edges of words; a bullet has a space on either side.
fn emphasis(line: &str) -> impl Iterator<Item = Range<usize>> {
    let is_word = |it: Option<&u8>| it.is_some_and(|it| it.is_ascii_alphanumeric() || *it >= 0x80);
    let bytes = line.as_bytes();
    let edge = move |at: &usize| {
        let before = at.checked_sub(1).and_then(|it| bytes.get(it));
        is_word(before) != is_word(bytes.get(at + 1))
    };
    line.match_indices(['_', '*']).map(|it| it.0).filter(edge).map(|at| at..at + 1)
}

/// `[12]`
fn numbers(line: &str) -> impl Iterator<Item = Range<usize>> {
    line.match_indices('[').filter_map(|(open, _)| {
        let digits = line[open + 1..].bytes().take_while(u8::is_ascii_digit).count();
        let end = open + 1 + digits;
        (digits > 0 && line[end..].starts_with(']')).then_some(open..end + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::{Blanked, blanked};

    #[test]
    fn links_and_emphasis_of_markdown_are_blanked() {
        check(
            "# Ferry *siege*\n* Six men took a [ferry](/a_(b)) in **Norrvik**, _police_ said.\n* [News](/news)\n",
            "Ferry siege|* Six men took a ferry in Norrvik , police said.|* [News](/news)",
        );
    }

    #[test]
    fn headings_of_the_first_level_are_told() {
        assert_eq!(blanked("News\n# Ferry\n## Siege\n".to_owned()).headings, [6]);
    }

    #[test]
    fn numbers_of_links_are_blanked_where_a_list_of_them_follows() {
        check(
            "Six men took a [1]ferry.\nReferences\n1. https://herald.example/a",
            "Six men took a ferry.|References|1. https://herald.example/a",
        );
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        check(
            "He [the mayor](sic) took 5*3 snake_case, [1] and ##",
            "He [the mayor](sic) took 5*3 snake_case, [1] and ##",
        );
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let Blanked { text: found, note, .. } = blanked(text.to_owned());
        assert_eq!((found.len(), note.is_some()), (text.len(), found != text));
        let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(found.lines().map(words).collect::<Vec<_>>().join("|"), expected);
    }
}
