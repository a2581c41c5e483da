//! Finds who claimed an act, or is blamed for it, in a sentence of its own.
//!
//! In: the trees of an article. Out: perpetrators, each at the token that ties them to an act told nearby.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::Perpetrator;
use super::syntax::Tree;
use crate::lexicon;

struct Row {
    place: &'static str,
    how: &'static str,
    objects: Vec<&'static str>,
}

static ROWS: LazyLock<BTreeMap<&'static str, Row>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../../data/blame.tsv"));
    rows.map(|row| {
        let objects = row.get(3).map_or(Vec::new(), |it| it.split(' ').collect());
        (row[0], Row { place: row[1], how: row[2], objects })
    })
    .collect()
});

/// Finds those who are tied to an act by a verb of claiming or blaming.
pub(super) fn blamed(tree: Tree) -> Vec<(usize, Perpetrator)> {
    let verbs = (0..tree.annotated.tokens.len()).filter(|at| tree.token(*at).tag.starts_with("VB"));
    verbs.flat_map(|at| tree.blamed_by(at)).collect()
}

impl Tree<'_> {
    fn blamed_by(self, verb: usize) -> Vec<(usize, Perpetrator)> {
        let Some(row) = ROWS.get(self.token(verb).lemma.as_str()) else { return Vec::new() };
        let near = self.children(verb).any(|it| {
            let lemma = |it: usize| row.objects.contains(&self.token(it).lemma.as_str());
            lemma(it) || self.children(it).any(lemma)
        });
        let denied = self.by(verb, &["neg"]).next().is_some();
        if denied || !row.objects.is_empty() && !near {
            return Vec::new();
        }
        let passive = self.by(verb, &["auxpass"]).next().is_some();
        let nouns: Vec<_> = match row.place {
            "to" => self.after(verb, &["to"]),
            "by" => self.after(verb, &["by"]),
            "subject" if passive => self.after(verb, &["by"]),
            "subject" => self.by(verb, &["nsubj"]).collect(),
            _ if passive => self.by(verb, &["nsubjpass"]).collect(),
            // "hold the rebels responsible" is read as an object or as the subject of a small clause.
            _ => self
                .by(verb, &["dobj"])
                .chain(self.by(verb, &["ccomp"]).flat_map(|it| self.by(it, &["nsubj"])))
                .collect(),
        };
        let joined = nouns.into_iter().flat_map(|it| self.with_joined(it));
        let all = joined.flat_map(|it| self.perpetrators(it));
        all.map(|(tokens, class)| {
            let (claimed, suspected) = (row.how == "claimed", row.how == "suspected");
            (verb, Perpetrator { tokens, class, suspected, claimed })
        })
        .collect()
    }
}
