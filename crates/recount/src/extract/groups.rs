//! Finds the names of armed groups.
//!
//! In: tokens. Out: the group named at a token, with one id for all its names. A name that is all
//! capitals in the table must be so in the text: IS is a group, "is" a verb. A name that no table has
//! is a group's if it ends as such names do: "Free Harbour Brigade".

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::people;
use crate::annotate::Annotated;
use crate::lexicon;
use crate::model::{Name, NameKind};

/// A group named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// The same for every name of the group.
    pub(super) id: String,
    /// Token after its last.
    pub(super) end: usize,
}

struct Entry {
    words: Vec<String>,
    shouted: bool,
    id: &'static str,
}

static GROUPS: LazyLock<BTreeMap<String, Vec<Entry>>> = LazyLock::new(|| {
    let mut groups: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    for row in lexicon::rows(include_str!("../../data/armed_groups.tsv")) {
        for name in std::iter::once(row[0]).chain(row[1].split('|')).filter(|it| !it.is_empty()) {
            let shouted = name.len() < 8 && !name.contains(char::is_lowercase);
            let words = name.replace('-', " - ").to_lowercase();
            let words: Vec<_> = words.split_whitespace().map(str::to_owned).collect();
            let entry = Entry { words: words[1..].to_vec(), shouted, id: row[0] };
            groups.entry(words[0].clone()).or_default().push(entry);
        }
    }
    groups.values_mut().for_each(|it| it.sort_by_key(|entry| std::cmp::Reverse(entry.words.len())));
    groups
});

/// Returns the group whose name begins at token `at`.
pub(super) fn group_at(annotated: &Annotated, at: usize, end: usize) -> Option<Group> {
    known_at(annotated, at, end).or_else(|| named_so_at(annotated, at, end))
}

fn known_at(annotated: &Annotated, at: usize, end: usize) -> Option<Group> {
    let token = annotated.tokens[..end].get(at).filter(|it| it.capital)?;
    let fits = |entry: &&Entry| {
        let after = entry.words.len() + at + 1;
        let words = entry.words.iter().zip(&annotated.tokens[at + 1..end]);
        after <= end
            && words.into_iter().all(|(word, it)| it.lower == *word)
            && (!entry.shouted || !annotated.text(&(at..at + 1)).contains(char::is_lowercase))
    };
    let entry = GROUPS.get(&token.lower)?.iter().find(fits)?;
    Some(Group { id: entry.id.to_owned(), end: at + 1 + entry.words.len() })
}

/// How many words the name of a group may have.
const LONGEST: usize = 5;

static LAST_WORDS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../data/group_nouns.tsv")).map(|row| row[0]).collect()
});

/// Capitalised words of which the last is one that armed groups call themselves by.
fn named_so_at(annotated: &Annotated, at: usize, end: usize) -> Option<Group> {
    let tokens = &annotated.tokens[at..end.min(at + LONGEST)];
    let opens = at == annotated.sentence_of(at).tokens.start;
    if opens && people::is_function_word(&tokens.first()?.lower) {
        return None;
    }
    let run = tokens.iter().take_while(|it| it.capital).count();
    let last = (1..run).rev().find(|it| LAST_WORDS.contains(&*tokens[*it].lower))?;
    let name = annotated.text(&(at..at + last + 1));
    let id = name.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(Group { id, end: at + last + 1 })
}

/// Ids of groups that are part of another, with its id.
static PARENTS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/armed_groups.tsv"));
    let parts = rows.filter_map(|row| Some((row[0], *row.get(2)?)));
    parts.map(|(part, whole)| (part.to_lowercase(), whole.to_lowercase())).collect()
});

/// Returns the id of the group that the group with this id is part of.
pub(super) fn parent(id: &str) -> Option<&'static str> {
    PARENTS.get(id).map(String::as_str)
}

/// Returns the usual name of the group with this id.
pub(super) fn usual_name(id: &str) -> Option<&'static str> {
    let mut entries = GROUPS.values().flatten();
    entries.find(|it| it.id.to_lowercase() == id).map(|it| it.id)
}

/// Returns whether `name` is one of the names of the group with this id.
pub(super) fn has_name(id: &str, name: &str) -> bool {
    let name = name.replace('-', " - ").to_lowercase();
    let words: Vec<_> = name.split_whitespace().map(str::to_owned).collect();
    let Some((first, rest)) = words.split_first() else { return false };
    let named = GROUPS.get(first).into_iter().flatten();
    named.into_iter().any(|it| it.words == rest && it.id.to_lowercase() == id)
}

impl Group {
    /// Returns the group as a value.
    pub(super) fn name(&self, text: &str) -> Name {
        Name { id: self.id.to_lowercase(), text: text.to_owned(), kind: NameKind::Group }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::annotated;

    #[test]
    fn a_group_is_known_by_any_of_its_names() {
        check("ISIS fighters and the Afghan Taliban", "Islamic State, Taliban");
    }

    #[test]
    fn a_verb_is_no_group() {
        check("The siege is over", "");
    }

    #[test]
    fn a_group_that_no_table_has_is_known_by_its_last_word() {
        check("men of the Free Harbour Brigade said", "Free Harbour Brigade");
        check("a cold front moved in. The front was quiet.", "");
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let annotated = annotated(text);
        let mut found: Vec<super::Group> = Vec::new();
        for at in 0..annotated.tokens.len() {
            let end = annotated.sentence_of(at).tokens.end;
            let free = found.last().is_none_or(|it| it.end <= at);
            found.extend(super::group_at(&annotated, at, end).filter(|_| free));
        }
        let names: Vec<_> = found.into_iter().map(|it| it.id).collect();
        assert_eq!(names.join(", "), expected);
    }
}
