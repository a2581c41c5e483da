//! A page: bytes and where they came from.

/// What kind of bytes a page holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    /// Scraped text without a DOM: the whole file is the text, furniture included.
    TextDump,
    /// A page of HTML as it was saved, markup and all.
    Html,
    /// One line of JSON with `text`, or a page as `html`, and perhaps `id`, `url`, `host`, `outlet`, `title`, `date`.
    JsonRow,
}

/// Bytes and where they came from.
#[derive(Debug, Clone)]
pub struct Page {
    /// What the reader of the record will know it by: a file's name, a path below a folder, or,
    /// for a JSON row without an id, `FILE:LINE`.
    pub name: String,
    /// How to read the bytes.
    pub kind: PageKind,
    /// The bytes as they were found, compression undone.
    pub bytes: Vec<u8>,
}
