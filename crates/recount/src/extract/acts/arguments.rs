//! Collects who and what hangs on a word that tells of an act.
//!
//! In: a trigger. Out: the nouns that did it, that suffered it, and the instruments, by the arcs of the
//! syntax. A passive turns subject and object round; a participle belongs to the noun before it; verbs
//! joined by "and" share their subject.

use super::mention::Trigger;
use super::small;
use super::sort::Sort;
use super::syntax::Tree;

/// The nouns around a trigger.
#[derive(Debug, Default)]
pub(super) struct Around {
    pub(super) agents: Vec<usize>,
    pub(super) patients: Vec<usize>,
    /// Nouns that may be instruments.
    pub(super) means: Vec<usize>,
    /// Nouns that are patients only if they are things: where a bomb went off.
    pub(super) sites: Vec<usize>,
}

impl Tree<'_> {
    pub(super) fn around(self, trigger: &Trigger) -> Around {
        let mut around = match trigger.is_verb {
            true => self.around_verb(trigger.at),
            false => self.around_noun(trigger.at),
        };
        for list in [&mut around.agents, &mut around.patients, &mut around.means, &mut around.sites]
        {
            let joined: Vec<_> = list.iter().flat_map(|it| self.with_joined(*it)).collect();
            *list = joined.into_iter().map(|it| self.counted(it)).collect();
            list.dedup();
        }
        around
    }

    fn around_verb(self, verb: usize) -> Around {
        let mut around = Around::default();
        let token = self.token(verb);
        let passive = self.by(verb, &["auxpass", "nsubjpass"]).next().is_some()
            || token.dep == "acl" && token.tag == "VBN";
        let subjects = self.subjects(verb, passive);
        let objects: Vec<_> = self.by(verb, &["dobj"]).collect();
        let mut by = self.after(verb, &["by"]);
        if !passive {
            around.agents.extend(&subjects);
            around.patients.extend(&objects);
        } else {
            around.patients.extend(&subjects);
            around.agents.append(&mut by);
        }
        around.patients.extend(self.after(verb, &["against", "at"]));
        around.sites = self.after_site(verb);
        around.sites.extend(self.fronts(verb));
        around.means.extend(self.after(verb, &["with", "by"]));
        around.means.extend(subjects.into_iter().chain(objects));
        let using = self.children(verb).filter(|it| self.token(*it).lower == "using");
        around.means.extend(using.flat_map(|it| self.by(it, &["dobj"])));
        around
    }

    /// The subject of a verb: its own, that of the verb it is joined to or hangs on, or the noun that
    /// it describes.
    fn subjects(self, verb: usize, passive: bool) -> Vec<usize> {
        let own: Vec<_> = self.by(verb, &["nsubj", "nsubjpass"]).collect();
        let token = self.token(verb);
        let relative =
            |it: &usize| matches!(self.token(*it).lower.as_str(), "who" | "which" | "that");
        if token.dep == "relcl" && (own.is_empty() || own.iter().all(relative)) {
            return vec![token.head];
        }
        if !own.is_empty() {
            return own;
        }
        match token.dep.as_str() {
            "acl" => vec![token.head],
            "conj" | "xcomp" | "advcl" if token.head != verb => {
                let joined = token.dep == "conj";
                let above = self.by(token.head, &["auxpass"]).next().is_some();
                if joined && above != passive && token.tag != "VBN" {
                    Vec::new()
                } else {
                    self.subjects(token.head, above)
                }
            }
            _ => Vec::new(),
        }
    }

    fn around_noun(self, noun: usize) -> Around {
        let mut around = Around {
            agents: self.after(noun, &["by"]),
            patients: self.after(noun, &["of", "against", "on", "upon"]),
            sites: self.after_site(noun),
            means: self.after(noun, &["with"]),
        };
        let before: Vec<_> = self.by(noun, &["compound", "amod", "nmod", "poss"]).collect();
        around.means.extend(&before);
        for word in before {
            match self.as_perpetrator(word) {
                Sort::Armed | Sort::Group(_) | Sort::State => around.agents.push(word),
                // "a truck bombing" is one by a truck.
                Sort::Thing("vehicle") => {}
                // "the judge's murder", "the bank robbery".
                _ => around.patients.push(word),
            }
        }
        // "carried out an attack", "the attack was staged by", "an attack left six dead".
        let token = self.token(noun);
        let verb = match token.dep.as_str() {
            "dobj" | "nsubjpass" => Some(token.head),
            _ => self.by(noun, &["acl", "relcl"]).next(),
        };
        if let Some(verb) = verb.filter(|it| small::is(&self.token(*it).lemma, "light")) {
            around.agents.extend(self.after(verb, &["by", "to"]));
            around.sites.extend(self.after(verb, &["against", "on"]));
            around.patients.extend(self.after(verb, &["against", "on"]));
            if token.dep == "dobj" {
                around.agents.extend(self.subjects(verb, false));
            }
        }
        around
    }

    /// The objects of the prepositions behind which the place of an act stands.
    fn after_site(self, at: usize) -> Vec<usize> {
        self.after_any(at, |word| small::is(word, "site"))
    }

    /// "in front of the bank": the noun behind two prepositions.
    fn fronts(self, verb: usize) -> Vec<usize> {
        let sides = self.after_site(verb).into_iter();
        let fronts = sides.filter(|it| small::is(&self.token(*it).lower, "front"));
        fronts.flat_map(|it| self.after(it, &["of", "to"])).collect()
    }

    /// "one of the drivers", "a group of farmers": the people and not the word that counts them.
    fn counted(self, noun: usize) -> usize {
        let token = self.token(noun);
        let counts = small::is(&token.lower, "counts") || small::is(&token.lemma, "counts");
        let people = if counts { self.after(noun, &["of"]).first().copied() } else { None };
        people.unwrap_or(noun)
    }
}
