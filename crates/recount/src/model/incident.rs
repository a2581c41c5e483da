//! An incident: the record of one event, and the record of a whole run.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Article, ArticleId, Claim, ClaimId, Date, Finding, Place, Quote};

/// What `recount run` gives: the articles read and the incidents they tell of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Record {
    /// What made the record.
    pub recount: Producer,
    /// Every article that was read, by date and then by id.
    pub articles: Vec<Article>,
    /// One for each story, the largest first.
    pub incidents: Vec<Incident>,
}

/// What made a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Producer {
    /// Version of Recount.
    pub version: String,
    /// What found sentences, words and names.
    pub language_model: String,
    /// The time as of which the record stands: reports that were not surely out by then are left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
}

/// The record of one event: its findings, timeline, families, and the articles behind them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Incident {
    /// The same for the same articles.
    pub id: String,
    /// One line that names the event.
    pub title: String,
    /// The best value of the slot `event_type`, or `unknown`.
    pub event_type: String,
    /// The best value of the slot `phase`, or `unknown`.
    pub status: String,
    /// The articles of the story.
    pub articles: Vec<ArticleId>,
    /// The articles by the text they come from: a partition of `articles`.
    pub families: Vec<Vec<ArticleId>>,
    /// Who shares passages with whom or cites whom.
    pub links: Vec<Link>,
    /// How many of the articles are independent reports.
    pub independent: Independent,
    /// The main event first, then what is mentioned beside it.
    pub events: Vec<Event>,
    /// What the articles assert.
    pub claims: Vec<Claim>,
    /// What the claims amount to.
    pub findings: Vec<Finding>,
    /// Who is quoted with which words, in the order of the story.
    #[serde(default)]
    pub quotes: Vec<Quote>,
    /// What happened when.
    pub timeline: Vec<TimelineEntry>,
    /// The record in a few sentences.
    pub brief: Vec<Sentence>,
    /// Claims that went into nothing, since their words do not prove them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withheld: Vec<Withheld>,
}

/// A claim whose value its words do not prove.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Withheld {
    /// Why, in plain words.
    pub reason: String,
    /// The claim as it was read.
    pub claim: Claim,
}

/// Names an event within its incident: `E0` is the main one.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct EventId(pub String);

impl EventId {
    /// Makes the name of the event with this number; 0 is the main event.
    #[must_use]
    pub fn of(number: usize) -> Self {
        Self(format!("E{number}"))
    }

    /// Returns the number of the event, for the order in which a record lists events.
    #[must_use]
    pub fn number(&self) -> usize {
        self.0.trim_start_matches('E').parse().unwrap_or(usize::MAX)
    }

    /// Returns whether the event is the one that the story is about.
    #[must_use]
    pub fn is_main(&self) -> bool {
        self.number() == 0
    }
}

/// How an event stands to the story.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// What the story is about.
    Main,
    /// What it mentions beside that.
    Background,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Its name within the incident.
    pub id: EventId,
    /// Whether it is the main event.
    pub relation: Relation,
    /// What a reader would call it, in words of the articles.
    pub name: String,
    /// What kind of event, from the event lexicon; `unknown` if nothing tells.
    #[serde(rename = "type")]
    pub kind: String,
    /// When, if a claim tells.
    pub date: Option<Date>,
    /// Where, if a claim tells.
    pub place: Option<Place>,
}

/// What ties one article to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    /// `copy`: they share text. `version`: so do they, and one outlet printed both. `cites`: `from`
    /// names the outlet of `to` as a source.
    pub kind: String,
    /// The article that copied or cites; for an undecided copy the one with the smaller id.
    pub from: ArticleId,
    /// The article that was copied or is cited.
    pub to: ArticleId,
    /// Whether `from` and `to` are known to stand in this order.
    pub directed: bool,
    /// For a copy: the share of the shorter text's three-word runs that the other has too.
    pub containment: Option<f64>,
    /// How the tie and its direction are known, in plain words.
    pub reason: String,
    /// For a copy: the longest passages that both have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passages: Vec<Passage>,
}

/// A passage that stands in two articles; offsets into the text of each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Passage {
    /// First byte and byte after the last in the text of the link's `from`.
    pub from: (usize, usize),
    /// First byte and byte after the last in the text of the link's `to`.
    pub to: (usize, usize),
}

/// How many of a story's articles are independent reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Independent {
    /// If every doubtful tie is a copy.
    pub low: usize,
    /// The number of families.
    pub best: usize,
    /// If no doubtful tie is.
    pub high: usize,
    /// Why, in plain words.
    pub reason: String,
}

/// One entry of the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TimelineEntry {
    /// When.
    pub when: Date,
    /// Of which event.
    pub event: EventId,
    /// What, in one line.
    pub text: String,
    /// The claims it rests on; never empty.
    pub claims: Vec<ClaimId>,
}

/// One sentence of the brief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Sentence {
    /// The sentence.
    pub text: String,
    /// The claims it rests on; never empty.
    pub claims: Vec<ClaimId>,
}
