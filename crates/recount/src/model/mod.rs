//! The words of Recount as types: article, claim, event, finding, incident.
//!
//! What is serialised here is the record that `docs/format.md` describes and that other programs
//! rely on. Offsets are UTF-8 byte offsets, half-open.

mod article;
mod claim;
mod date;
mod finding;
mod incident;
mod page;
mod place;
mod quote;
mod slot;
mod state;
mod term;
mod value;
mod who;

pub use article::{Article, ArticleId, Block, Field, Flag, Outlet, Role};
pub use claim::{AsOf, Claim, ClaimId, Evidence, Hop, HopKind, Modality};
pub use date::{Date, Precision};
pub use finding::{Drift, Finding, Group, Standing, Verdict};
pub use incident::{
    Event, EventId, Incident, Independent, Link, Passage, Producer, Record, Relation, Sentence,
    TimelineEntry, Withheld,
};
pub use page::{Page, PageKind, Sent};
pub(crate) use place::kilometres;
pub use place::{Level, Place};
pub use quote::{Quote, Quoted};
pub use slot::Slot;
pub(crate) use state::State;
pub use state::StateError;
pub use term::{Name, NameKind, Term};
pub use value::{Count, Qualifier, Value};
pub use who::Who;
