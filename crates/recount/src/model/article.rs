//! An article: the text a newsroom published, in blocks with roles.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Date;

/// The content hash of a page: same bytes, same id.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct ArticleId(pub String);

/// The text a newsroom published, with its outlet and dates as far as they are known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Article {
    /// Content hash of the page.
    pub id: ArticleId,
    /// The name of the page: a file's name or path, a row's id.
    pub name: String,
    /// Where it was published, if the input says so.
    pub url: Option<String>,
    /// The newsroom, if anything names it.
    pub outlet: Option<Outlet>,
    /// The line that names the authors, without "By" or "Written by".
    pub byline: Option<String>,
    /// The place at the head of the text (`MOSCOW`), which is not the place of the event.
    pub dateline: Option<String>,
    /// News agencies credited for the text itself, by their name in the agency table.
    pub credits: Vec<String>,
    /// ISO 639-1 code of the text's language.
    pub language: String,
    /// When it was published; `None` rather than guessed.
    pub published: Option<Date>,
    /// When it was last changed, if the page says so apart from the day of publication. The text is of
    /// this version.
    #[serde(default)]
    pub modified: Option<Date>,
    /// The part of the paper that it stands in, as the page names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The keywords that the page gives itself, in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// What whoever weighs the text has to know of the page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<Flag>,
    /// The title. Where [`Article::headline_apart`] is false it also stands in the text.
    pub headline: Option<String>,
    /// Whether the input gave the headline apart from the text (then evidence in it has the field
    /// `headline` and offsets into the headline).
    #[serde(default)]
    pub headline_apart: bool,
    /// The decoded and mended file for a text dump; the given text for a JSON row, mended; the report of an
    /// HTML page, a block a line.
    pub text: String,
    /// Every stretch of the text with its role, in order, without overlaps.
    pub blocks: Vec<Block>,
    /// What could not be made out, or was mended, in plain words.
    pub notes: Vec<String>,
}

/// What a page says or shows of itself, so that its text has to be read with care. What is no article at
/// all (an index, a wall that asks for consent) has no flag: it is left out, with a note.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// Entries of different times stand in one text.
    LiveBlog,
    /// Not all may read the whole: the text may be its beginning.
    Paywall,
    /// Hardly any text was found.
    ShortText,
    /// A title with an address, perhaps with a summary: the report stands elsewhere.
    Stub,
}

impl Article {
    /// Returns an article of which nothing is known but its text.
    #[must_use]
    pub fn bare(id: ArticleId, name: String, text: String) -> Self {
        Self {
            id,
            name,
            url: None,
            outlet: None,
            byline: None,
            dateline: None,
            credits: Vec::new(),
            language: "und".to_owned(),
            published: None,
            modified: None,
            section: None,
            tags: Vec::new(),
            flags: Vec::new(),
            headline: None,
            headline_apart: false,
            text,
            blocks: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Returns the text of `field`; the empty string if the article has no headline.
    #[must_use]
    pub fn field(&self, field: Field) -> &str {
        match field {
            Field::Text => &self.text,
            Field::Headline => self.headline.as_deref().unwrap_or_default(),
        }
    }
}

/// Which string of the article an offset points into.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// [`Article::headline`], where the input gave it apart from the text.
    Headline,
    /// [`Article::text`].
    Text,
}

/// A newsroom and how we know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Outlet {
    /// Its usual name, or its host name if nothing better is known.
    pub name: String,
    /// Where the name was found: `furniture`, `url`, `text`, `input` or `metadata`.
    pub basis: String,
}

/// A stretch of the text and what it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Block {
    /// Whether it is part of what the newsroom tells.
    pub role: Role,
    /// A finer name within the role: `paragraph`, `subheading`, `link-list`, `donation-appeal`, …
    pub kind: String,
    /// First byte in the text.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

/// What a block is for. Furniture is kept and shown, never read as text.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The title.
    Headline,
    /// The sentence or two under the title.
    Standfirst,
    /// A paragraph or sub-heading of the report.
    Body,
    /// The words under a picture.
    Caption,
    /// Everything else on the page: banners, link lists, dates, bylines, buttons.
    Furniture,
}
