//! Tells page furniture by its words: `data/furniture.tsv`.
//!
//! In: one line. Out: the kind of furniture it is, or nothing. What a line is by its neighbours is
//! not asked here.

use std::sync::LazyLock;

use regex::bytes::{RegexSet, RegexSetBuilder};

use crate::lexicon::rows;

/// Bytes above which a line is text whatever it says: the longest pleas for money in our pages have
/// 900, and a pattern that looks within a line would cost time on the paragraphs of a report.
const LONGEST_FURNITURE: usize = 1500;

/// Bytes above which no row that describes the whole line is tried; the longest such row has 500.
const LONGEST_WHOLE: usize = 600;

/// Bytes at the end of a line in which a picture credit stands.
const TAIL_BYTES: usize = 220;

/// The rows that fit a line in one manner, with their places in the file.
struct Rows {
    patterns: RegexSet,
    places: Vec<usize>,
}

struct Lexicon {
    kinds: Vec<&'static str>,
    whole: Rows,
    start: Rows,
    end: Rows,
    within: Rows,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let rows: Vec<_> = rows(include_str!("../../data/furniture.tsv")).collect();
    let manner = |name: &str| {
        let fitting = || rows.iter().enumerate().filter(move |(_, row)| row[1] == name);
        let patterns: Vec<_> = fitting().map(|(_, row)| pattern(name, row[2])).collect();
        Rows { patterns: compiled(&patterns), places: fitting().map(|(place, _)| place).collect() }
    };
    let kinds = rows.iter().map(|row| row[0]).collect();
    let (whole, start) = (manner("line"), manner("start"));
    Lexicon { kinds, whole, start, end: manner("end"), within: manner("within") }
});

/// Returns the kind of furniture that the words of `line` make it; `caption` for picture texts.
pub(super) fn kind(line: &str) -> Option<&'static str> {
    if line.len() > LONGEST_FURNITURE {
        return None;
    }
    let bytes = line.as_bytes();
    let whole = if line.len() > LONGEST_WHOLE { None } else { LEXICON.whole.first(bytes) };
    let tail = LEXICON.end.first(&bytes[bytes.len().saturating_sub(TAIL_BYTES)..]);
    let found = [whole, LEXICON.start.first(bytes), tail, LEXICON.within.first(bytes)];
    found.into_iter().flatten().min().map(|place| LEXICON.kinds[place])
}

impl Rows {
    fn first(&self, line: &[u8]) -> Option<usize> {
        self.patterns.matches(line).iter().next().map(|it| self.places[it])
    }
}

fn pattern(manner: &str, words: &str) -> String {
    let anchored = match manner {
        "line" => format!(r"^(?:{words})[\s.:!»›>→…|,-]*$"),
        "start" => format!("^(?:{words})"),
        "end" => format!(r#"(?:{words})[\s."')]*$"#),
        _ => words.to_owned(),
    };
    // Without Unicode a dot is one state instead of a dozen; rows of other letters need it.
    let flags = if anchored.is_ascii() { "i-u" } else { "iu" };
    let anchored = anchored.replace(r"\b", r"(?-u:\b)");
    format!("(?{flags}:{anchored})")
}

fn compiled(patterns: &[String]) -> RegexSet {
    let mut builder = RegexSetBuilder::new(patterns);
    // Each of four automata may grow so large on each thread: with 32 MB reading took 190 MB, no faster.
    builder.size_limit(1 << 27).dfa_size_limit(1 << 22);
    builder.build().expect("the patterns of furniture.tsv are tested to compile")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_compiles_and_fits_in_a_known_manner() {
        for row in rows(include_str!("../../data/furniture.tsv")) {
            assert_eq!(row.len(), 3, "{row:?}");
            assert!(["line", "start", "end", "within"].contains(&row[1]), "{row:?}");
            compiled(&[pattern(row[1], row[2])]);
        }
    }

    #[test]
    fn buttons_and_pleas_are_furniture() {
        check("×", "button");
        check("Share on Facebook | Copy link", "social-icons");
        check("We need your help to keep the lights on in this newsroom.", "donation-appeal");
        check("Sign up for our free daily newsletter", "newsletter");
        check("OTHER NEWS", "related-heading");
        check("17 minutes ago", "relative-time");
    }

    #[test]
    fn words_under_a_picture_are_a_caption() {
        check("The harbour of Norrvik on Monday - ANNA LIND/EPA-EFE/Shutterstock", "caption");
        check("Above: the old bridge at Norrvik", "caption");
    }

    #[test]
    fn the_words_of_a_report_are_not() {
        check("The gunmen demanded a car and free passage out of the bank.", "-");
        check("More than 40 people were hurt, and 17 minutes later the bridge fell.", "-");
    }

    #[track_caller]
    fn check(line: &str, expected: &str) {
        assert_eq!(kind(line).unwrap_or("-"), expected, "{line}");
    }
}
