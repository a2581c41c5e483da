//! Tells which voices take part in what an article tells: who attacked, stormed, shot.
//!
//! In: an annotated article and its relations. Out: the ids of these voices, to mark hops with.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::annotate::Annotated;
use crate::extract::relations;
use crate::extract::speakers::voice;
use crate::lexicon;
use crate::model::{Hop, HopKind};

static ACTS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../../data/acting.tsv")).map(|row| row[0]).collect()
});

/// Ids of the voices that act in an article.
#[derive(Debug)]
pub(super) struct Parties(BTreeSet<String>);

impl Parties {
    /// Reads the subjects of acts of force.
    pub(super) fn of(annotated: &Annotated, relations: &relations::Reader<'_>) -> Self {
        let tokens = annotated.tokens.iter().enumerate();
        let acts = tokens.filter(|(_, it)| it.pos == "VERB" && ACTS.contains(&*it.lemma));
        let subjects = acts.map(|(at, _)| relations.source(at)).filter(|it| !it.is_empty());
        let voices = subjects.filter_map(|it| voice(annotated, &it));
        Self(voices.filter(|it| it.kind != HopKind::Witness).map(|it| it.id).collect())
    }

    /// Marks the voices that act, or that speak for one that does: "army spokesman", of the army.
    pub(super) fn mark(&self, hops: &mut [Hop]) {
        for hop in hops {
            let within = |id: &String| {
                let (id, of) = (format!(" {id} "), format!(" {} ", hop.id.replace("'s ", " ")));
                of.contains(&id)
            };
            hop.party = hop.kind == HopKind::ArmedGroup || self.0.iter().any(within);
        }
    }
}
