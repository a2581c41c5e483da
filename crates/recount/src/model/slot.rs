//! The slots of an event that a claim can fill.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Writes the enum and the list of its names from one table, so that they cannot differ.
macro_rules! slots {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// A question about an event that a claim answers.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
            JsonSchema,
        )]
        pub enum Slot {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)*
        }

        impl Slot {
            /// Every slot, in the order in which a record lists them.
            pub const ALL: &[Slot] = &[$(Slot::$variant,)*];

            /// Returns the name used in JSON and on the command line.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Slot::$variant => $name,)*
                }
            }
        }
    };
}

slots! {
    /// What kind of event it was.
    EventType = "event_type",
    /// When it happened.
    EventDate = "event_date",
    /// Where it happened.
    Place = "place",
    /// How far it had got: ongoing, ended, under investigation.
    Phase = "phase",
    /// How many were killed.
    KilledCount = "killed_count",
    /// How many were injured.
    InjuredCount = "injured_count",
    /// How many were missing.
    MissingCount = "missing_count",
    /// How many were held.
    HostageCount = "hostage_count",
    /// How many were freed or rescued.
    FreedCount = "freed_count",
    /// How many were arrested.
    ArrestedCount = "arrested_count",
    /// How many did it.
    PerpetratorCount = "perpetrator_count",
    /// How many were on board.
    AboardCount = "aboard_count",
    /// Who did it, as described.
    Perpetrator = "perpetrator",
    /// The group that the perpetrators are said to belong to.
    Affiliation = "affiliation",
    /// The group that says it did it.
    ClaimedBy = "claimed_by",
    /// Whom or what it was aimed at.
    Target = "target",
    /// What it was done with.
    Weapon = "weapon",
    /// What it came from, where nobody did it.
    Cause = "cause",
    /// What was asked for.
    Demand = "demand",
    /// What became of the people in it.
    Outcome = "outcome",
    /// Where the perpetrators come from.
    Origin = "origin",
    /// Where the perpetrators stand before the law.
    LegalStatus = "legal_status",
    /// What the perpetrators are charged with.
    Charges = "charges",
    /// What ties the perpetrators to an earlier event.
    PriorLink = "prior_link",
    /// What those in charge say of the state of things.
    Situation = "situation",
}

impl Slot {
    /// Returns whether the slot holds a count of people.
    #[must_use]
    pub fn is_count(self) -> bool {
        self.name().ends_with("_count")
    }

    /// Returns whether an event can have several values of the slot side by side, which are no rivals:
    /// a knife and an axe, a demand for a car and one for safe passage.
    #[must_use]
    pub fn holds_several(self) -> bool {
        matches!(
            self,
            Slot::EventType
                | Slot::Place
                | Slot::Phase
                | Slot::Perpetrator
                | Slot::Target
                | Slot::Weapon
                | Slot::Demand
                | Slot::Outcome
                | Slot::LegalStatus
                | Slot::PriorLink
                | Slot::Situation
        )
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Slot {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Slot::ALL.iter().find(|slot| slot.name() == text);
        found.copied().ok_or_else(|| format!("there is no slot `{text}`"))
    }
}
