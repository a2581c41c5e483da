//! A finding: what the claims about one slot of one event amount to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ClaimId, EventId, Modality, Slot, Value, Who};

/// What the claims about one slot of one event amount to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// The event.
    pub event: EventId,
    /// The question.
    pub slot: Slot,
    /// Whom it counts; only for counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<Who>,
    /// How far the accounts agree.
    pub verdict: Verdict,
    /// The value that stands best.
    pub best: Value,
    /// For a count: the lowest printed figure that still stands.
    pub low: Option<u64>,
    /// For a count: the highest printed figure that still stands.
    pub high: Option<u64>,
    /// Why this verdict and this best value, in one plain sentence.
    pub reason: String,
    /// The rule pack that chose the best value.
    pub pack: String,
    /// The party on whose word alone the best value rests: `the authorities`, or an armed group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one_party: Option<String>,
    /// Where copies of one text give values that do not go together, or are not equally sure of one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drift: Vec<Drift>,
    /// The values, the best first.
    pub groups: Vec<Group>,
}

/// Values that copies of one text give and that do not go together, or one value that they are not
/// equally sure of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Drift {
    /// The values, the first printed first; with their hedges, where only these differ.
    pub values: Vec<Value>,
    /// How sure the copies are of one value, the first printed first; empty where the values differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modalities: Vec<Modality>,
    /// The claims of that text which hold them.
    pub claims: Vec<ClaimId>,
}

/// One value and who holds it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Group {
    /// The value.
    pub value: Value,
    /// The claims that hold it.
    pub claims: Vec<ClaimId>,
    /// The claims that say it is not so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub denied_by: Vec<ClaimId>,
    /// How many articles hold it.
    pub articles: usize,
    /// How many outlets hold it.
    pub outlets: usize,
    /// How many text families hold it.
    pub families: usize,
    /// How many origins stand behind it.
    pub origins: usize,
    /// How it stands to the best value.
    pub standing: Standing,
}

impl Group {
    /// Returns whether a later state of the event has replaced the value.
    #[must_use]
    pub fn superseded(&self) -> bool {
        self.standing == Standing::Superseded
    }
}

/// How a value stands to the best one of its slot.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It is the best value.
    Best,
    /// It leaves room for the best value, or the best value for it.
    Compatible,
    /// It may hold beside the best value: a knife and an axe.
    Beside,
    /// It cannot hold if the best value does.
    Rival,
    /// A later state of the event has replaced it.
    Superseded,
}

/// How far the accounts agree.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Two families or more hold the value, and no live rival.
    Agreed,
    /// One family only, however many articles.
    SingleSource,
    /// Values differ in precision only; the most specific stands.
    Refined,
    /// Values look like rivals but concern different persons, places or phases.
    Complementary,
    /// An earlier state of the event was replaced by a later one.
    Superseded,
    /// Live rivals.
    Disputed,
}
