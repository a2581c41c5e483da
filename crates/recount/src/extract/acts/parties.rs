//! Reads the parties of an act from their nouns: who did it, who and what suffered it, with what.
//!
//! In: the token of a noun. Out: the party with its words, class, figure and effect.

use std::ops::Range;

use super::sort::Sort;
use super::syntax::Tree;
use super::{Means, Target, Victim};

impl Tree<'_> {
    pub(super) fn means(self, noun: usize) -> Option<Means> {
        let class = self.instrument(noun)?;
        let tokens = self.phrase(noun);
        // A dynamite charge is dynamite.
        let finer =
            tokens.clone().find_map(|it| self.instrument(it).filter(|_| class == "explosive"));
        Some(Means { tokens, class: finer.unwrap_or(class) })
    }

    /// Who the noun says did it; "members of a group" names both.
    pub(super) fn perpetrators(self, noun: usize) -> Vec<(Range<usize>, &'static str)> {
        let Some((mut tokens, mut class)) = self.perpetrator(noun) else { return Vec::new() };
        let groups: Vec<_> = self
            .after(noun, &["of", "from"])
            .into_iter()
            .chain(self.by(noun, &["compound", "nmod"]))
            .filter_map(|it| match self.as_perpetrator(it) {
                Sort::Group(group) => Some((group, "group")),
                _ => None,
            })
            .collect();
        if let (Some((group, _)), true) = (groups.first(), self.token(noun).lemma == "member") {
            (tokens.end, class) = (group.end.max(tokens.end), "people");
        }
        let mut all = vec![(tokens, class)];
        all.extend(groups);
        all
    }

    fn perpetrator(self, noun: usize) -> Option<(Range<usize>, &'static str)> {
        match self.as_perpetrator(noun) {
            Sort::Name { name, .. } => Some((name, "person")),
            Sort::Armed => Some((self.phrase(noun), "people")),
            Sort::People("diplomat" | "judicial" | "guard") => None,
            Sort::People(class) => {
                let state = matches!(class, "military" | "police");
                let did = self.token(noun).pos == "NOUN" && self.token(noun).dep != "compound";
                did.then(|| (self.phrase(noun), if state { "state" } else { "people" }))
            }
            Sort::Group(tokens) => Some((tokens, "group")),
            Sort::State => Some((self.phrase(noun), "state")),
            _ => None,
        }
    }

    /// Whether a noun that no lexicon knows may name people: a name, or anything that was murdered.
    pub(super) fn may_be_people(self, noun: usize, role: &str) -> bool {
        let token = self.token(noun);
        let place = self.annotated.places.iter().any(|it| it.tokens.contains(&noun))
            || self.annotated.times.iter().any(|it| it.tokens.contains(&noun));
        token.pos == "PROPN" && !place
            || token.pos == "NOUN" && role == "tells" && token.tag == "NNS"
    }

    /// Somebody who suffers it, with what stands beside the name.
    pub(super) fn victim(self, noun: usize, effect: Option<&'static str>) -> Victim {
        let (count, several) = self.number(noun);
        let mut victim =
            Victim { name: None, description: None, class: "civilian", count, several, effect };
        let named = match self.sort(noun) {
            Sort::Name { name, title } => Some((name, title)),
            Sort::Other if self.token(noun).pos == "PROPN" => Some((self.proper(noun), None)),
            _ => None,
        };
        if let Some((name, title)) = named {
            (victim.name, victim.several) = (Some(name.clone()), false);
            let beside = self.by(noun, &["appos"]).find(|it| self.occupation(*it).is_some());
            let described = title.map(|it| {
                let phrase = self.phrase(it);
                phrase.start.min(it)..it + 1
            });
            victim.description = described.or_else(|| beside.map(|it| self.phrase(it)));
            let role = title.or(beside).and_then(|it| self.occupation(it));
            victim.class = role.unwrap_or("civilian");
        } else {
            victim.description = Some(self.phrase(noun));
            victim.class = self.occupation(noun).unwrap_or("civilian");
            let named = self.by(noun, &["appos"]).find_map(|it| match self.sort(it) {
                Sort::Name { name, .. } => Some(name),
                _ => None,
            });
            victim.name = named;
        }
        victim
    }

    pub(super) fn target(
        self,
        noun: usize,
        class: &'static str,
        effect: Option<&'static str>,
    ) -> Target {
        let (count, several) = self.number(noun);
        let effect = effect.filter(|it| matches!(*it, "destroyed" | "damaged"));
        Target { tokens: self.phrase(noun), class, count, several, effect }
    }
}
