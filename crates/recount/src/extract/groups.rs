//! Finds the names of armed groups.
//!
//! In: tokens. Out: the group named at a token, with one id for all its names. A name that is all
//! capitals in the table must be so in the text: IS is a group, "is" a verb.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::annotate::Annotated;
use crate::lexicon;
use crate::model::{Name, NameKind};

/// A group named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// The same for every name of the group.
    pub(super) id: &'static str,
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
    let token = annotated.tokens[..end].get(at).filter(|it| it.capital)?;
    let fits = |entry: &&Entry| {
        let after = entry.words.len() + at + 1;
        let words = entry.words.iter().zip(&annotated.tokens[at + 1..end]);
        after <= end
            && words.into_iter().all(|(word, it)| it.lower == *word)
            && (!entry.shouted || !annotated.text(&(at..at + 1)).contains(char::is_lowercase))
    };
    let entry = GROUPS.get(&token.lower)?.iter().find(fits)?;
    Some(Group { id: entry.id, end: at + 1 + entry.words.len() })
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

impl Group {
    /// Returns the group as a value.
    pub(super) fn name(&self, text: &str) -> Name {
        Name { id: self.id.to_lowercase(), text: text.to_owned(), kind: NameKind::Group }
    }
}
