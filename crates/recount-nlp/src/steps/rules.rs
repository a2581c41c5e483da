//! The step that sets fields by rules.
//!
//! In: words. Out: the same with fields as the rules that apply to them say.

use std::sync::Arc;

use crate::doc::Word;
use crate::lexeme::Lexeme;
use crate::ruler::{Fields, Ruler};

/// Applies the rules to `words`.
pub(super) fn apply(ruler: &Ruler, words: &mut [Word]) {
    let lexemes: Vec<_> = words.iter().map(|it| Arc::clone(&it.lexeme)).collect();
    let fields = |(word, lexeme): (&mut Word, _)| {
        let Word { tag, pos, morph, dep, lemma, .. } = word;
        let lexeme: &Lexeme = lexeme;
        Fields {
            text: &lexeme.text,
            lower: &lexeme.lower,
            is_space: lexeme.is_space,
            tag: std::mem::take(tag),
            pos: std::mem::take(pos),
            morph: std::mem::take(morph),
            dep: std::mem::take(dep),
            lemma: lemma.take(),
        }
    };
    let mut all: Vec<_> =
        words.iter_mut().zip(lexemes.iter().map(|it| &**it)).map(fields).collect();
    ruler.apply(&mut all);
    for (word, it) in words.iter_mut().zip(all) {
        (word.tag, word.pos, word.morph) = (it.tag, it.pos, it.morph);
        (word.dep, word.lemma) = (it.dep, it.lemma);
    }
}
