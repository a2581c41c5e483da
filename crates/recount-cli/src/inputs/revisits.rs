//! Tells which pages of a crawl, kept as "as it was before", stand elsewhere in the same run.
//!
//! In: the headers of each record, in the order of the input. Out: for a `revisit` record, whether what it refers to
//! was seen. Nothing is read twice: the same content would be one article anyway; but a page that a crawl refers to
//! and that nobody passed to us is missing, and that is told apart.

use std::collections::BTreeSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::sync::{Arc, Mutex, PoisonError};

use recount_archive::Headers;

/// Names that are kept: about 16 MB. Two or three name a page, so that a page is known over half a million others;
/// later ones are not remembered, and count as missing.
const MOST_NAMES: usize = 1 << 20;

/// What was seen so far in a run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Revisits(Arc<Mutex<BTreeSet<u64>>>);

impl Revisits {
    /// Keeps by what others may refer to the page in this record.
    pub(super) fn saw(&self, headers: &Headers) {
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for (kind, field) in [("id", "WARC-Record-ID"), DIGEST, ("url", "WARC-Target-URI")] {
            if let Some(value) = headers.get(field).filter(|_| names.len() < MOST_NAMES) {
                names.insert(hash(kind, value));
            }
        }
    }

    /// Returns whether what a `revisit` record refers to was seen.
    pub(super) fn knows(&self, headers: &Headers) -> bool {
        let names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let given = |(kind, field): (&str, &str)| headers.get(field).map(|it| hash(kind, it));
        let told: Vec<u64> = REFERENCES.into_iter().filter_map(given).collect();
        let told = match told.as_slice() {
            // A server that says "not modified" means the page at this address.
            [] => given(("url", "WARC-Target-URI")).into_iter().collect(),
            _ => told,
        };
        told.iter().any(|it| names.contains(it))
    }

    /// Names a `revisit` record for the counts.
    pub(super) fn word_for(&self, headers: &Headers) -> &'static str {
        match self.knows(headers) {
            true => "pages as before, read where they stand",
            false => "pages as before, missing here",
        }
    }
}

const DIGEST: (&str, &str) = ("digest", "WARC-Payload-Digest");

/// How a record says what it refers to.
const REFERENCES: [(&str, &str); 3] =
    [("id", "WARC-Refers-To"), DIGEST, ("url", "WARC-Refers-To-Target-URI")];

/// The hash never leaves the run, so that it need not be the same in the next version of Rust.
fn hash(kind: &str, value: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (kind, value.trim_matches(['<', '>'])).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_known_by_its_record_its_content_or_its_address() {
        check("WARC-Refers-To: <urn:uuid:1>", true);
        check("WARC-Payload-Digest: sha1:ABC", true);
        check("WARC-Refers-To-Target-URI: https://herald.example/a", true);
        check("WARC-Target-URI: https://herald.example/a", true);
    }

    #[test]
    fn what_nobody_passed_is_missing() {
        check("WARC-Refers-To: <urn:uuid:2>", false);
        check("WARC-Payload-Digest: sha1:XYZ", false);
        check("", false);
        // Another content at a known address.
        check("WARC-Target-URI: https://herald.example/a|WARC-Payload-Digest: sha1:XYZ", false);
    }

    #[track_caller]
    fn check(revisit: &str, expected: bool) {
        let revisits = Revisits::default();
        revisits.saw(&headers(
            "WARC-Record-ID: <urn:uuid:1>|WARC-Payload-Digest: sha1:ABC|WARC-Target-URI: <https://herald.example/a>",
        ));
        assert_eq!(revisits.knows(&headers(revisit)), expected);
    }

    fn headers(lines: &str) -> Headers {
        let mut headers = Headers::default();
        for (name, value) in lines.split('|').filter_map(|it| it.split_once(": ")) {
            headers.push(name, value);
        }
        headers
    }
}
