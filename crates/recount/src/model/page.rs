//! A page: bytes and where they came from.

/// What kind of bytes a page holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    /// Scraped text without a DOM: the whole file is the text, furniture included.
    TextDump,
    /// A page of HTML as it was saved, markup and all.
    Html,
    /// One line of JSON with `text`, or a page as `html`, and perhaps `id`, `url`, `host`, `outlet`, `title`,
    /// `date`; or the same under the names of a tool that we know.
    JsonRow,
}

/// Bytes and where they came from.
#[derive(Debug, Clone)]
pub struct Page {
    /// What the reader of the record will know it by: a file's name, a path below a folder, the address
    /// of a page in an archive, or, for a JSON row without an id, `FILE:LINE`.
    pub name: String,
    /// How to read the bytes.
    pub kind: PageKind,
    /// The bytes as they were found, compression undone.
    pub bytes: Vec<u8>,
    /// What came with the bytes.
    pub sent: Sent,
}

/// What came with the bytes of a page and does not stand in them: what a server sent, or the archive
/// that keeps them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// The address that the bytes were sent from; what a page calls its own goes before it.
    pub url: Option<String>,
    /// The charset that the server named.
    pub charset: Option<String>,
    /// What befell the bytes on their way, for the notes of the article.
    pub notes: Vec<String>,
}

impl Page {
    /// Makes a page of which only the bytes are known.
    pub fn new(name: impl Into<String>, kind: PageKind, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), kind, bytes: bytes.into(), sent: Sent::default() }
    }
}
