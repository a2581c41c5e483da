//! Gives the direct quotations of an article, each with its speaker.
//!
//! In: the relations of an article and their voices. Out: a [`Quoted`] for each relation with words
//! between quotation marks. A word or two in marks are no speech and are left out.

use std::ops::Range;

use super::relations::{Reader, Relation};
use crate::annotate::Annotated;
use crate::model::{Hop, HopKind, Quoted};

/// How many words a quotation has at least: two may be a term that the newsroom keeps off, "so-called".
const MIN_WORDS: usize = 3;

/// Reads the words in quotation marks of a relation; `voices` are those that are known of its source.
pub(super) fn quoted(
    annotated: &Annotated,
    reader: &Reader<'_>,
    relation: &Relation,
    voices: Option<&[Hop]>,
) -> Option<Quoted> {
    let words = |it: &Range<usize>| it.clone().filter(|at| annotated.tokens[*at].is_word()).count();
    let parts: Vec<_> =
        reader.quoted_parts(relation).into_iter().filter(|it| words(it) >= MIN_WORDS).collect();
    // An outlet that quotes itself has no voice beside its own.
    let speaker = match voices.filter(|it| !it.is_empty()) {
        Some(voices) => voices.to_vec(),
        None => vec![unknown(annotated, &relation.source)?],
    };
    let parts: Vec<_> = parts.iter().map(|it| annotated.evidence(it)).collect();
    let text = parts.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(" … ");
    (!parts.is_empty()).then(|| Quoted {
        article: annotated.article.id.clone(),
        speaker,
        text,
        cue: annotated.evidence(&relation.cue),
        parts,
    })
}

/// A speaker that is no voice of the tables: as the article calls it.
fn unknown(annotated: &Annotated, source: &Range<usize>) -> Option<Hop> {
    if source.is_empty() {
        return None;
    }
    let evidence = annotated.evidence(source);
    let name = evidence.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let named = source.clone().any(|at| annotated.tokens[at].pos == "PROPN");
    let hop = Hop::new(name.clone(), name.to_lowercase(), HopKind::Unnamed, !named);
    Some(Hop { evidence: Some(evidence), ..hop })
}
