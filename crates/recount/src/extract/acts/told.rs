//! Gives the acts of an article as a product of their own, for pipelines.
//!
//! In: an annotated article. Out: its acts with the words of every part, as evidence.

use std::ops::Range;

use serde::Serialize;

use super::{Act, Stage, acts};
use crate::annotate::Annotated;
use crate::model::{ArticleId, Count, Date, Evidence, Place};

/// An act of violence with its words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ToldAct {
    /// The article that tells it.
    pub article: ArticleId,
    /// The name of the page.
    pub name: String,
    /// attack, bombing, kidnapping, arson, hijacking or robbery.
    pub kind: &'static str,
    /// How far it got.
    pub stage: Stage,
    /// The words that mention it.
    pub mentions: Vec<Evidence>,
    /// Who is said to have done it.
    pub perpetrators: Vec<Part>,
    /// People who suffered it.
    pub victims: Vec<Part>,
    /// Things it was aimed at.
    pub targets: Vec<Part>,
    /// What it was done with.
    pub means: Vec<Part>,
    /// When, where the text says so.
    pub date: Option<Date>,
    /// Where, the place told nearest to it.
    pub place: Option<Place>,
}

/// Somebody or something in an act.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Part {
    /// The name, if one is given.
    pub named: Option<Evidence>,
    /// What he, she or it is.
    pub described: Option<Evidence>,
    /// The class of the lexicon.
    pub class: &'static str,
    /// How many, where a figure is printed.
    pub count: Option<Count>,
    /// What became of it.
    pub effect: Option<&'static str>,
    /// Of perpetrators: `claimed` or `suspected`, where it is not told as a fact.
    pub standing: Option<&'static str>,
}

/// Returns the acts of an article with their words, in the order in which it first mentions them.
#[must_use]
pub fn told_acts(annotated: &Annotated) -> Vec<ToldAct> {
    acts(annotated).iter().map(|it| told(annotated, it)).collect()
}

fn told(annotated: &Annotated, act: &Act) -> ToldAct {
    let words = |it: &Range<usize>| annotated.evidence(it);
    let perpetrators = act.perpetrators.iter().map(|it| Part {
        named: matches!(it.class, "person" | "group").then(|| words(&it.tokens)),
        described: matches!(it.class, "people" | "state").then(|| words(&it.tokens)),
        class: it.class,
        standing: match (it.claimed, it.suspected) {
            (true, _) => Some("claimed"),
            (_, true) => Some("suspected"),
            _ => None,
        },
        ..Part::default()
    });
    let victims = act.victims.iter().map(|it| Part {
        named: it.name.as_ref().map(words),
        described: it.description.as_ref().map(words),
        class: it.class,
        count: it.count.clone(),
        effect: it.effect,
        standing: None,
    });
    let targets = act.targets.iter().map(|it| Part {
        described: Some(words(&it.tokens)),
        class: it.class,
        count: it.count.clone(),
        effect: it.effect,
        ..Part::default()
    });
    let means = act.means.iter().map(|it| Part {
        described: Some(words(&it.tokens)),
        class: it.class,
        ..Part::default()
    });
    ToldAct {
        article: annotated.article.id.clone(),
        name: annotated.article.name.clone(),
        kind: act.kind,
        stage: act.stage,
        mentions: act.mentions.iter().map(|it| words(&(*it..it + 1))).collect(),
        perpetrators: perpetrators.collect(),
        victims: victims.collect(),
        targets: targets.collect(),
        means: means.collect(),
        date: act.date.as_ref().map(|it| it.0.clone()),
        place: act.places.first().map(|it| annotated.places[*it].place.clone()),
    }
}
