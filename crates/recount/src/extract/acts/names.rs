//! Fills in the full name of a person who is named in part.
//!
//! In: the entities of an article. Out: for "Berg" the words "Anna Berg" of another sentence, with what
//! the person is said to be there.

use std::collections::BTreeMap;
use std::ops::Range;

use super::mention::Mention;
use super::sort::Sort;
use super::syntax::Tree;

/// The persons of an article, by the words of their names.
pub(super) struct Names<'a> {
    tree: Tree<'a>,
    fullest: BTreeMap<&'a str, Person>,
}

#[derive(Debug, Clone)]
struct Person {
    name: Range<usize>,
    description: Option<(Range<usize>, &'static str)>,
}

impl<'a> Names<'a> {
    pub(super) fn of(tree: Tree<'a>) -> Self {
        let mut names = Self { tree, fullest: BTreeMap::new() };
        for entity in tree.annotated.entities.iter().filter(|it| it.kind == "PERSON") {
            let last = entity.tokens.end - 1;
            if let Sort::Name { name, .. } = tree.sort(last) {
                let victim = tree.victim(last, None);
                let description = victim.description.map(|it| (it, victim.class));
                names.add(Person { name, description });
            }
        }
        names
    }

    fn add(&mut self, person: Person) {
        // A Spanish name is shortened to its first or its second family name.
        for word in person.name.clone().skip(usize::from(person.name.len() > 1)) {
            let word = self.tree.token(word).lower.as_str();
            match self.fullest.get_mut(word) {
                Some(known) => {
                    if known.name.len() < person.name.len() {
                        known.name = person.name.clone();
                    }
                    known.description = known.description.take().or(person.description.clone());
                }
                None => drop(self.fullest.insert(word, person.clone())),
            }
        }
    }

    /// Returns `mention` with the full names of its victims.
    pub(super) fn filled_in(&self, mut mention: Mention) -> Mention {
        for victim in &mut mention.act.victims {
            let Some(name) = &mut victim.name else { continue };
            let last = self.tree.token(name.end - 1).lower.as_str();
            let Some(person) = self.fullest.get(last) else { continue };
            if person.name.len() > name.len() {
                *name = person.name.clone();
            }
            if let (None, Some((words, class))) = (&victim.description, &person.description) {
                (victim.description, victim.class) = (Some(words.clone()), class);
            }
        }
        mention
    }
}
