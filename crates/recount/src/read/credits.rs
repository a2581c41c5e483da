//! Tells which news agencies a text is credited to.
//!
//! In: the newsroom of the dateline, the byline, the lines of credit, the end of the report, the
//! address. Out: the agencies by their names in the table, each once, in alphabetical order. An agency
//! that the report cites, and one that took the picture, is not credited for the text.

use std::collections::BTreeSet;

use super::agencies::{agency, credited_by_url};

/// Words of the longest name of an agency.
const NAME_WORDS: usize = 4;

/// What may credit an agency.
#[derive(Debug, Default)]
pub(super) struct Marks<'t> {
    pub(super) newsroom: Option<&'t str>,
    pub(super) byline: Option<&'t str>,
    /// Lines of furniture that credit an agency or claim its copyright.
    pub(super) lines: Vec<&'t str>,
    /// The last paragraph.
    pub(super) last: Option<&'t str>,
    pub(super) url: Option<&'t str>,
}

/// Returns the agencies that `marks` credit.
pub(super) fn credits(marks: &Marks<'_>) -> Vec<String> {
    let cells = marks.newsroom.into_iter().flat_map(listed);
    let names = marks.byline.into_iter().chain(marks.lines.iter().copied()).flat_map(named_in);
    let last = marks.last.into_iter().flat_map(closing);
    let by_url = marks.url.into_iter().flat_map(credited_by_url).map(|it| it.name);
    let found: BTreeSet<_> = cells.chain(names).chain(last).chain(by_url).collect();
    found.into_iter().map(str::to_owned).collect()
}

/// `AFP, dpa`
fn listed(text: &str) -> impl Iterator<Item = &'static str> {
    text.split([',', '/', ';', '|']).filter_map(agency).map(|it| it.name)
}

/// Looks for names of one to four words; two capitals after a comma are a state (`Erie, PA`).
fn named_in(line: &str) -> Vec<&'static str> {
    let words: Vec<_> =
        line.split([' ', '/', '|', '(', ')', '\u{a0}', ';']).filter(|it| !it.is_empty()).collect();
    let mut found = Vec::new();
    for start in 0..words.len() {
        let after_comma = start > 0 && words[start - 1].ends_with(',');
        let longest = NAME_WORDS.min(words.len() - start);
        let names = (1..=longest).rev().map(|count| words[start..start + count].join(" "));
        let name = names
            .filter(|it| !(after_comma && it.trim_end_matches('.').len() <= 2))
            .find_map(|it| agency(&it));
        found.extend(name.map(|it| it.name));
    }
    found
}

/// `… was not hurt. (AFP)`, `… was not hurt. — AFP`
fn closing(paragraph: &str) -> Vec<&'static str> {
    let end = paragraph.trim_end_matches(['.', ' ']);
    let bracketed = end.strip_suffix(')').and_then(|it| it.rsplit_once('(')).map(|it| it.1);
    let dashed = end.rsplit_once(['—', '–']).map(|it| it.1.trim()).filter(|it| it.len() <= 30);
    bracketed.or(dashed).into_iter().flat_map(listed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_and_a_byline_credit_their_agency() {
        check(Marks { newsroom: Some("AP"), ..Marks::default() }, "Associated Press");
        check(
            Marks { byline: Some("Anna Lind, Associated Press"), ..Marks::default() },
            "Associated Press",
        );
        check(
            Marks { byline: Some("Anna Lind and Jon Berg | Reuters"), ..Marks::default() },
            "Reuters",
        );
    }

    #[test]
    fn a_line_of_credit_may_name_several() {
        let lines = vec!["jm/al (AFP, dpa)", "Copyright 2019 The Associated Press."];
        check(
            Marks { lines, ..Marks::default() },
            "Agence France-Presse, Associated Press, Deutsche Presse-Agentur",
        );
    }

    #[test]
    fn the_report_may_close_with_its_agency() {
        check(
            Marks { last: Some("Nobody was hurt, she said. (AFP)"), ..Marks::default() },
            "Agence France-Presse",
        );
        check(Marks { last: Some("Nobody was hurt, AFP reported."), ..Marks::default() }, "");
    }

    #[test]
    fn a_state_is_no_agency() {
        check(Marks { lines: vec!["Copyright 2019 Herald, Erie, PA"], ..Marks::default() }, "");
    }

    #[track_caller]
    fn check(marks: Marks<'_>, expected: &str) {
        assert_eq!(credits(&marks).join(", "), expected);
    }
}
