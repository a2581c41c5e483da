//! Tells how far an act got, and how sure the text is of who did it.
//!
//! In: the token that tells of the act. Out: done, tried or threatened; nothing for what is not told as
//! real: denied, hypothetical, planned.

use super::syntax::Tree;
use super::{Stage, small};

/// Arcs by which what is tried or planned hangs on its verb.
const UNDER: [&str; 7] = ["xcomp", "pcomp", "ccomp", "dobj", "compound", "pobj", "acl"];

impl Tree<'_> {
    /// How far the act at `at` got; `None` if it is not told as real.
    pub(super) fn stage(self, at: usize) -> Option<Stage> {
        if self.is_hypothetical(at) {
            return None;
        }
        let token = self.token(at);
        let tried = self.children(at).any(|it| small::is(&self.token(it).lower, "trial"));
        let next = self.annotated.tokens.get(at + 1).map_or("", |it| it.lemma.as_str());
        if token.dep == "compound" && token.pos == "NOUN" {
            match () {
                () if small::is(next, "compound-tried") => return Some(Stage::Attempted),
                () if small::is(next, "compound-threatened") => return Some(Stage::Threatened),
                () if small::is(next, "compound-unreal") => return None,
                () => {}
            }
        }
        let hangs = token.head != at && UNDER.contains(&token.dep.as_str());
        let under = |kind: &str| hangs && small::is(&self.token(token.head).lemma, kind);
        match () {
            () if tried || under("tried") => Some(Stage::Attempted),
            () if under("threatened") => Some(Stage::Threatened),
            () if under("unreal") => None,
            () => Some(Stage::Accomplished),
        }
    }

    fn is_hypothetical(self, at: usize) -> bool {
        let modal = |it: usize| {
            let word = self.token(it);
            word.tag == "MD" && !matches!(word.lower.as_str(), "will" | "shall")
        };
        self.by(at, &["aux"]).any(modal)
            || self.by(at, &["neg"]).next().is_some()
            || self.by(at, &["mark"]).any(|it| self.token(it).lower == "if")
    }

    fn sentence_has(self, at: usize, kind: &str) -> bool {
        let sentence = self.annotated.sentence_of(at).tokens.clone();
        sentence.into_iter().any(|it| small::is(&self.token(it).lemma, kind))
    }

    /// Whether the sentence suspects or accuses.
    pub(super) fn is_suspected(self, at: usize) -> bool {
        self.sentence_has(at, "suspects")
    }

    /// Whether somebody claims the act in the sentence.
    pub(super) fn is_claimed(self, at: usize) -> bool {
        self.sentence_has(at, "claims") && self.sentence_has(at, "credit")
    }
}
