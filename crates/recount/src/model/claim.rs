//! A claim: one assertion in one article.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ArticleId, Date, EventId, Field, Slot, Value, Who};

/// Names a claim: the same article, span, slot and event give the same id.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct ClaimId(pub String);

/// One assertion in one article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// Its name in findings, timeline and brief.
    pub id: ClaimId,
    /// The article it stands in.
    pub article: ArticleId,
    /// The event it is about.
    pub event: EventId,
    /// The question it answers.
    pub slot: Slot,
    /// Whom it counts; only for counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<Who>,
    /// The answer.
    pub value: Value,
    /// The bytes it rests on.
    pub evidence: Evidence,
    /// Who said it, outermost first; empty where the outlet says it in its own voice.
    pub chain: Vec<Hop>,
    /// How sure the article is of it.
    pub modality: Modality,
    /// The words that make it less than asserted: "reportedly", "may have".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hedges: Vec<Evidence>,
    /// What the source could know, and when.
    pub as_of: Option<AsOf>,
    /// The rule that made it, such as `count/killed-verb`.
    pub rule: String,
}

/// The shortest phrase that carries a claim.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// Which string of the article the offsets point into.
    pub field: Field,
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// The words between them, always equal to the bytes.
    pub text: String,
}

/// One voice in a chain.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Hop {
    /// The voice as a reader would call it.
    pub name: String,
    /// The same for every name of one voice.
    pub id: String,
    /// What sort of voice it is.
    pub kind: HopKind,
    /// Whether the voice has no name that could be asked.
    pub anonymous: bool,
    /// Whether the article has the voice act in what happened: who attacked, stormed or shot.
    #[serde(default)]
    pub party: bool,
    /// The words of the article that name it here; of an outer voice that is only meant, those that
    /// named it before. Nothing where the claim itself is the naming.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
}

impl Hop {
    /// Returns a voice that no words are known of yet.
    #[must_use]
    pub fn new(name: String, id: String, kind: HopKind, anonymous: bool) -> Self {
        Self { name, id, kind, anonymous, party: false, evidence: None }
    }
}

/// What sort of voice speaks.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names are the docs
pub enum HopKind {
    Agency,
    Outlet,
    StateMedia,
    Official,
    Spokesperson,
    Witness,
    Document,
    SocialChannel,
    ArmedGroup,
    Expert,
    Person,
    Unnamed,
}

/// How sure the article is of a claim.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// In the outlet's own voice.
    Asserted,
    /// On somebody's word.
    Reported,
    /// As a charge or suspicion.
    Alleged,
    /// As a possibility.
    Speculated,
    /// As something meant to happen.
    Planned,
    /// As something that is said not to be so.
    Denied,
}

/// What the source could know, and when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct AsOf {
    /// When the article was published or, unknown that, what the story tells.
    pub when: Option<Date>,
    /// Where the article stands in the order of what was known: 0 for the earliest state.
    pub state: u32,
    /// How the order is known, in plain words.
    pub basis: String,
}
