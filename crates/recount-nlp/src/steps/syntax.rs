//! Steps that parse and find entities.
//!
//! In: words and their vectors. Out: heads, labels and sentences in the words; entities.

use std::sync::Arc;

use crate::doc::Word;
use crate::tok2vec::TokenVectors;
use crate::transition::{Entity, Parser, Recogniser, Seen, Tree};

/// Gives each word its head and label, and says where sentences begin.
pub(super) fn parse(parser: &Parser, vectors: &TokenVectors, words: &mut [Word]) {
    let starts: Vec<_> = words.iter().map(|it| it.starts).collect();
    let arcs = parser.parse(vectors.rows(), &starts);
    let root: Arc<str> = Arc::from("ROOT");
    let label = |(head, label): (&Option<usize>, &u16)| match head {
        Some(_) => Arc::clone(&parser.labels()[usize::from(*label)]),
        None => Arc::clone(&root),
    };
    let mut labels: Vec<_> = arcs.heads.iter().zip(&arcs.labels).map(label).collect();
    let mut tree = Tree::new(&arcs.heads);
    tree.restore_crossings(&mut labels, &|token| words[token].lexeme.is_space);
    let starts = tree.sentence_starts();
    for (at, (word, dep)) in words.iter_mut().zip(labels).enumerate() {
        (word.head, word.dep, word.starts) = (tree.heads()[at], dep, Some(starts[at]));
    }
}

/// Returns the entities.
pub(super) fn recognise(
    recogniser: &Recogniser,
    vectors: &TokenVectors,
    words: &[Word],
) -> Vec<Entity> {
    let seen =
        |it: &Word| Seen { is_space: it.lexeme.is_space, begins_sentence: it.starts == Some(true) };
    recogniser.entities(vectors.rows(), &words.iter().map(seen).collect::<Vec<_>>())
}
