//! Tells from its name what a file holds.

use std::path::Path;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One text dump.
    Text,
    /// One page of HTML.
    Html,
    /// Rows of JSON, one a line.
    Rows,
    /// Pages that a later version will read; the word for them.
    NotYet(&'static str),
    /// One JSON document, which is no row and no text.
    Json,
    /// Something else.
    Other,
}

/// Returns what the file at `path` holds, and whether it is compressed.
pub(crate) fn of(path: &Path) -> (Kind, bool) {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let (stem, packed) = match name.strip_suffix(".gz") {
        Some(stem) => (stem, true),
        None => (name.as_str(), false),
    };
    let kind = match stem.rsplit_once('.').map(|(_, ending)| ending) {
        Some("txt") => Kind::Text,
        Some("jsonl" | "ndjson") => Kind::Rows,
        Some("json") => Kind::Json,
        Some("html" | "htm" | "xhtml") => Kind::Html,
        Some("xml" | "rss" | "atom") => Kind::NotYet("a feed"),
        Some("warc") => Kind::NotYet("a WARC archive"),
        _ => Kind::Other,
    };
    (kind, packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_tells_what_a_file_holds() {
        check("a.txt", Kind::Text, false);
        check("wire/A.TXT.gz", Kind::Text, true);
        check("rows.jsonl", Kind::Rows, false);
        check("rows.jsonl.gz", Kind::Rows, true);
        check("page.html", Kind::Html, false);
        check("saved/PAGE.HTM.gz", Kind::Html, true);
        check("crawl.warc.gz", Kind::NotYet("a WARC archive"), true);
    }

    #[test]
    fn a_name_without_an_ending_tells_nothing() {
        check("README", Kind::Other, false);
        check("photo.png", Kind::Other, false);
        check("record.json", Kind::Json, false);
        check("dump.gz", Kind::Other, true);
    }

    #[track_caller]
    fn check(path: &str, kind: Kind, packed: bool) {
        assert_eq!(of(Path::new(path)), (kind, packed));
    }
}
