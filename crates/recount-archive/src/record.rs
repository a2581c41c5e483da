//! A record of an archive: what was sent from where, and when.

use crate::headers::Headers;

/// What a record is, as far as reading goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A response of a server, with its header lines.
    Response,
    /// A file as it is, without header lines: `resource`, or the text made of a page, `conversion`.
    Resource,
    /// Says that a page was as it had been.
    Revisit,
    /// `warcinfo`, `request`, `metadata` and others, which hold no page.
    Other,
}

/// A record of an archive.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// Its own header lines.
    pub headers: Headers,
    /// What it holds, with the header lines of the server if it is a response.
    pub block: Vec<u8>,
    /// Whether the archive breaks off within it.
    pub cut: bool,
}

impl Record {
    /// Returns what the record is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        kind(&self.headers)
    }

    /// Returns the address that it was sent from.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        // Versions before 1.1 were written by some tools with `<` and `>` around it.
        self.headers
            .get("WARC-Target-URI")
            .map(|it| it.trim_start_matches('<').trim_end_matches('>'))
    }

    /// Returns the type that its own header lines name: of a response that of the whole message.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get("Content-Type")
    }
}

pub(crate) fn kind(headers: &Headers) -> Kind {
    match headers.get("WARC-Type").unwrap_or_default().to_ascii_lowercase().as_str() {
        "response" => Kind::Response,
        "resource" | "conversion" => Kind::Resource,
        "revisit" => Kind::Revisit,
        _ => Kind::Other,
    }
}
