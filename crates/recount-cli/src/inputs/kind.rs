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
    /// Rows of a table whose cells are parted by this byte; its first row names the fields.
    Table(u8),
    /// Rows of GDELT's Global Knowledge Graph, whose fields nobody names.
    Gkg,
    /// Rows of a Parquet file.
    Parquet,
    /// A feed.
    Feed,
    /// An archive of pages.
    Warc,
    /// A ZIP file with such archives.
    Wacz,
    /// One page with its pictures, packed as for mail.
    Mhtml,
    /// Something that is not read; the word for it.
    NotRead(&'static str),
    /// One JSON document, which is a feed or nothing that we read.
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
    if name.ends_with(".warc.zst") {
        return (Kind::Warc, true);
    }
    if stem.ends_with(".gkg.csv") {
        return (Kind::Gkg, packed);
    }
    let kind = match stem.rsplit_once('.').map(|(_, ending)| ending) {
        Some("txt" | "md" | "markdown") => Kind::Text,
        Some("jsonl" | "ndjson") => Kind::Rows,
        Some("csv") => Kind::Table(b','),
        Some("tsv") => Kind::Table(b'\t'),
        Some("parquet") => Kind::Parquet,
        Some("json") => Kind::Json,
        Some("html" | "htm" | "xhtml") => Kind::Html,
        Some("xml" | "rss" | "rdf" | "atom") => Kind::Feed,
        Some("warc") => Kind::Warc,
        Some("wacz") => Kind::Wacz,
        Some("mhtml" | "mht") => Kind::Mhtml,
        Some("eml" | "mbox" | "msg") => Kind::NotRead("mail"),
        Some("pdf") => Kind::NotRead("PDF"),
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
        check("clippings/a.md", Kind::Text, false);
        check("rows.jsonl", Kind::Rows, false);
        check("rows.jsonl.gz", Kind::Rows, true);
        check("rows.csv.gz", Kind::Table(b','), true);
        check("20310303120000.gkg.csv", Kind::Gkg, false);
        check("page.html", Kind::Html, false);
        check("saved/PAGE.HTM.gz", Kind::Html, true);
        check("feed.rss", Kind::Feed, false);
        check("crawl.warc.gz", Kind::Warc, true);
        check("crawl.warc.zst", Kind::Warc, true);
        check("page.mhtml", Kind::Mhtml, false);
        check("report.pdf", Kind::NotRead("PDF"), false);
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
