//! Reads claims from an article: who says what about which event, with the bytes it rests on.
//!
//! In: an annotated article and the day it was published. Out: its events and its claims. A claim's
//! text always stands in the article; a figure is never made up, added or rounded.
//!
//! Without a parse the rules look so many words ahead or back. Each such reach (`MAX_…`, `…_GAP`) has the
//! phrase that needs it beside it; all were chosen on the cases and the hand-coded incidents. To measure
//! one again, change it and run the tests of `cases/` and the commands of `eval/gold.md` and `eval/gva.md`.

mod actors;
mod acts;
mod attributions;
mod casualties;
mod counts;
mod dates;
mod elsewhere;
mod groups;
mod modality;
mod ontology;
mod pattern;
mod people;
mod places;
mod quotes;
mod relations;
mod roles;
mod scenes;
mod speakers;
mod statement_times;
mod terms;
mod voices;
mod zeros;

pub use acts::{
    Act, Means, Named, Part, Perpetrator, Stage, Target, ToldAct, Victim, acts, named, told_acts,
};
pub use attributions::{Attributed, Speech, attributions};
pub use ontology::{
    depth_of_group, depth_of_term, is_kind_of, is_name_of_group, is_part_of, is_term_of,
    stage_of_phase,
};

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use sha2::{Digest, Sha256};

use crate::annotate::{Annotated, Syntax};
use crate::lexicon;
use crate::model::{
    AsOf, Claim, ClaimId, Date, EventId, Evidence, Hop, HopKind, Quoted, Slot, Value, Who,
};
use roles::Roles;
use scenes::Scenes;
use voices::Voices;

/// What one article tells.
#[derive(Debug, Clone)]
pub struct Extraction {
    /// Its events, the main one first; `E0` in the claims is the first of them.
    pub events: Vec<ToldEvent>,
    /// Its claims, in the order of the text.
    pub claims: Vec<Claim>,
    /// Its direct quotations, in the order of the text.
    pub quotes: Vec<Quoted>,
}

/// An event as one article tells it.
#[derive(Debug, Clone, Default)]
pub struct ToldEvent {
    /// Proper names in the words about it, in lower case.
    pub names: BTreeSet<String>,
    /// When it happened, as precisely as the article says.
    pub date: Option<Date>,
    /// The words that first tell of it; empty for the main event.
    pub words: String,
}

/// Reads the events and claims of an article; times count from the day it was published.
#[must_use]
pub fn extract(annotated: &Annotated) -> Extraction {
    let published = annotated.article.published.as_ref();
    let events = terms::events(annotated);
    let roles = Roles::of(annotated);
    let scenes = Scenes::of(annotated, &events, published);
    let syntax = Syntax::of(&annotated.tokens);
    let voices = Voices::of(annotated, &syntax);
    let mut drafts = counts::counts(annotated, &roles, &scenes);
    drafts.extend(zeros::zeros(annotated, &roles));
    drafts.extend(zeros::ones(annotated, &roles));
    drafts.extend(dates::dates(annotated, &events, &scenes, published));
    drafts.extend(places::places(annotated, &events, &scenes));
    drafts.extend(terms::terms(annotated));
    drafts.extend(actors::actors(annotated, &roles));
    let told = acts::claims(annotated, &acts::of_syntax(annotated, &syntax), &drafts);
    drafts.extend(told);
    let finisher = Finisher { annotated, scenes: &scenes, voices: &voices, published };
    let claims = finisher.finish(drafts);
    Extraction { events: told_events(annotated, &scenes), claims, quotes: voices.quotes }
}

/// Returns the small words of one kind of `clause_words.tsv`.
fn clause_words(kind: &str) -> BTreeSet<&'static str> {
    lexicon::of_kind(include_str!("../../data/clause_words.tsv"), kind)
}

/// A claim before its event, its voices and its certainty are known.
#[derive(Debug, Clone)]
struct Draft {
    slot: Slot,
    who: Option<Who>,
    value: Value,
    tokens: Range<usize>,
    rule: String,
}

fn told_events(annotated: &Annotated, scenes: &Scenes) -> Vec<ToldEvent> {
    let told = |scene: &scenes::Scene| ToldEvent {
        names: scene.names.clone(),
        date: scene.date.clone(),
        words: annotated.text(&scene.first).split_whitespace().collect::<Vec<_>>().join(" "),
    };
    scenes.scenes.iter().map(told).collect()
}

struct Finisher<'a> {
    annotated: &'a Annotated,
    scenes: &'a Scenes,
    voices: &'a Voices,
    published: Option<&'a Date>,
}

impl Finisher<'_> {
    /// Turns drafts into claims, one for each span, slot and kind of people.
    fn finish(&self, drafts: Vec<Draft>) -> Vec<Claim> {
        let mut claims: BTreeMap<_, Claim> = BTreeMap::new();
        for draft in drafts {
            let key = (draft.tokens.start, draft.slot, draft.tokens.end, draft.who.clone());
            if let Some(claim) = self.claim(draft) {
                claims.entry(key).or_insert(claim);
            }
        }
        claims.into_values().collect()
    }

    fn claim(&self, draft: Draft) -> Option<Claim> {
        let scene = self.scenes.at(deciding_token(self.annotated, &draft))?;
        let evidence = self.annotated.evidence(&draft.tokens);
        let (mut chain, spoken) = self.voices.of_words(&draft.tokens);
        if draft.slot == Slot::ClaimedBy {
            chain.extend(
                claimant(&draft.value).filter(|it| chain.iter().all(|hop| hop.id != it.id)),
            );
        }
        let (modality, hedges) = modality::of(self.annotated, &draft, &chain, spoken);
        let article = self.annotated.article.id.clone();
        let as_of = self.published.map(|date| AsOf {
            when: Some(date.clone()),
            state: 0,
            basis: "publication of the article".into(),
        });
        Some(Claim {
            id: claim_id(&article.0, &draft, &evidence),
            article,
            event: EventId(format!("E{scene}")),
            slot: draft.slot,
            who: draft.who,
            value: draft.value,
            evidence,
            chain,
            modality,
            hedges: hedges.iter().map(|it| self.annotated.evidence(it)).collect(),
            as_of,
            rule: draft.rule,
        })
    }
}

/// The token that says which event a claim is about: of a count the verb, which stands last where
/// the people stand first; of "claimed responsibility for the attack" the attack; else where it begins.
fn deciding_token(annotated: &Annotated, draft: &Draft) -> usize {
    let last = draft.tokens.end - 1;
    match draft.slot {
        slot if slot.is_count() => last,
        Slot::ClaimedBy => {
            let end = annotated.sentence_of(last).tokens.end;
            let claimed = draft.tokens.end + CLAIMED;
            let goes_on = claimed < end && annotated.tokens[draft.tokens.end].lower == "for";
            if goes_on { claimed } else { last }
        }
        _ => draft.tokens.start,
    }
}

/// How many words behind "responsibility" what is claimed stands: "for the attack".
const CLAIMED: usize = 2;

/// Who claims an attack is the source of the claim.
fn claimant(value: &Value) -> Option<Hop> {
    let Value::Name(name) = value else { return None };
    let named = groups::usual_name(&name.id).unwrap_or(&name.text).to_owned();
    Some(Hop { party: true, ..Hop::new(named, name.id.clone(), HopKind::ArmedGroup, false) })
}

fn claim_id(article: &str, draft: &Draft, evidence: &Evidence) -> ClaimId {
    let who = draft.who.as_ref().map(ToString::to_string).unwrap_or_default();
    let Evidence { field, start, end, .. } = evidence;
    let name = format!("{article} {field:?} {start} {end} {} {who}", draft.slot);
    let digest = Sha256::digest(name.as_bytes());
    let hex: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    ClaimId(format!("c{hex}"))
}
