//! Finds fixed forms that carry somebody's words: "according to", and headlines with a colon.
//!
//! In: one sentence. Out: attributions with their content.

use std::ops::Range;

use super::Attribution;
use super::cue::{MAX_SOURCE, Reader};
use super::memory::Memory;
use super::source::voice;
use crate::model::{Modality, Role};

/// How many words may stand beside the colon of a headline and be a voice.
const MAX_HEADLINE_VOICE: usize = 5;

impl Reader<'_> {
    /// `Siege ends: Authorities`, `Police: two dead`.
    pub(super) fn headline(&self, memory: &mut Memory) -> Option<Attribution> {
        if self.sentence.role != Role::Headline {
            return None;
        }
        let Range { start, end } = self.sentence.tokens;
        let last = (start..end).rev().find(|at| self.lower(*at) == ":")?;
        let first = (start..end).find(|at| self.lower(*at) == ":")?;
        let after = (last + 1..end, start..last, last);
        let before = (start..first, first + 1..end, first);
        let read = |(source, content, colon): (Range<usize>, Range<usize>, usize)| {
            let short = (1..=MAX_HEADLINE_VOICE).contains(&source.len());
            let hop = short.then(|| voice(self.annotated, &source))??;
            Some(Attribution {
                content: vec![content],
                source,
                cue: colon..colon + 1,
                hops: vec![hop],
                modality: Modality::Reported,
            })
        };
        let found = read(after).or_else(|| read(before))?;
        memory.keep(&found.hops);
        Some(found)
    }

    /// `According to police, …`, `…, according to the ministry`.
    pub(super) fn according_to(&self, memory: &mut Memory) -> Option<Attribution> {
        let Range { start, end } = self.sentence.tokens;
        let cue = |at: &usize| self.lower(*at) == "according" && self.lower(at + 1) == "to";
        let at = (start..end).find(cue)?;
        let stops = |at: &usize| matches!(self.lower(*at), "," | ";" | "." | ":" | "which" | "who");
        let stop = (at + 2..end).find(stops);
        let source = at + 2..stop.unwrap_or(end).min(at + 2 + MAX_SOURCE);
        let hops = self.hops(&source, memory)?;
        memory.keep(&hops);
        let sides = [start..at, source.end..end];
        let content = sides.into_iter().filter(|it| it.len() > 1).collect();
        let cue = at..at + 2;
        Some(Attribution { content, source, cue, hops, modality: Modality::Reported })
    }
}
