//! Parts a file that holds several reports, one after the other.
//!
//! In: a page. Out: a page for each report in it, named by the line where it begins; mostly the page itself.

use super::charset;
use super::layout::starts;
use crate::model::{Page, PageKind};

/// Returns the reports in `page`, each as a page.
#[must_use]
pub fn parts(page: Page) -> Vec<Page> {
    let decoded = (page.kind == PageKind::TextDump).then(|| charset::text(&page)).flatten();
    let Some(decoded) = decoded else { return vec![page] };
    let starts = starts(&decoded.text);
    if starts.len() < 2 {
        return vec![page];
    }
    // What stands above the first title belongs to its report.
    let ends = starts.iter().skip(1).copied().chain([decoded.text.len()]);
    let begins = std::iter::once(0).chain(starts.iter().skip(1).copied());
    let part = |(start, end): (usize, usize)| {
        let line = decoded.text[..start].matches('\n').count() + 1;
        let bytes = decoded.text.as_bytes()[start..end].to_vec();
        let mut part = Page::new(format!("{}:{line}", page.name), page.kind, bytes);
        part.sent = page.sent.clone();
        part.sent.notes.extend(decoded.note.clone());
        part.sent.notes.push(format!("one of {} reports in {}", starts.len(), page.name));
        part
    };
    begins.zip(ends).map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FERRY: &str = "Ferry siege ends in Norrvik\nBy Anna Lind\nMay 6, 2031\n\nSix men were overpowered on Monday.\n\
                         Nobody was hurt, they said.\nThe ferry sails again.\n";
    const MINE: &str = "Forty men saved from mine\nLUNDA, May 7 (Reuters) - Forty men were saved on Tuesday.\n\
                        All of them are well.\nThe mine stays closed.\n";

    #[test]
    fn reports_with_their_own_heads_are_parted() {
        check(&format!("{FERRY}\n\n{MINE}"), &["a.txt:1", "a.txt:10"]);
        check(&format!("{FERRY}\n=====\n\n{MINE}"), &["a.txt:1", "a.txt:11"]);
        check(&format!("{FERRY}Document 2 of 2\n{MINE}"), &["a.txt:1", "a.txt:9"]);
    }

    #[test]
    fn each_preface_begins_a_report() {
        let preface = "Title: Ferry siege ends\nURL: https://herald.example/a\n\nSix men were overpowered on Monday.\n";
        check(&preface.repeat(3), &["a.txt:1", "a.txt:5", "a.txt:9"]);
    }

    #[test]
    fn one_report_stays_whole() {
        check(FERRY, &["a.txt"]);
        check(&format!("{FERRY}\n-----\n\nThe siege was the third this year.\n"), &["a.txt"]);
        check(
            &format!("{FERRY}\nForty men saved from mine\nMay 7, 2031\nAll of them are well.\n"),
            &["a.txt"],
        );
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let page = Page::new("a.txt".to_owned(), PageKind::TextDump, text.as_bytes().to_vec());
        let parts = parts(page);
        let names: Vec<_> = parts.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, expected);
        let whole: Vec<u8> = parts.iter().flat_map(|it| it.bytes.clone()).collect();
        assert_eq!(String::from_utf8_lossy(&whole), text);
    }
}
