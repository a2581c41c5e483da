//! Writes an annotated article as CoNLL-U, for pipelines and scorers.

use std::fmt::Write as _;

use super::{Annotated, Sentence, Token};

/// Returns the article in CoNLL-U. `MISC` has the byte offsets (`Start=`, `End=`) in the sentence's
/// field; what the language layer does not know stands as `_`.
#[must_use]
pub fn conllu(annotated: &Annotated) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "# article = {}", annotated.article.name.replace('\n', " "));
    for (number, sentence) in annotated.sentences.iter().enumerate() {
        let text = &annotated.article.field(sentence.field)[sentence.start..sentence.end];
        let _ = writeln!(out, "# sent_id = {}", number + 1);
        let _ = writeln!(out, "# text = {}", text.split_whitespace().collect::<Vec<_>>().join(" "));
        let _ = writeln!(out, "# field = {}", field_name(sentence));
        for (place, token) in annotated.words(sentence).iter().enumerate() {
            let _ = writeln!(out, "{}", line(annotated, sentence, place, token));
        }
        out.push('\n');
    }
    out
}

fn field_name(sentence: &Sentence) -> &'static str {
    match sentence.field {
        crate::model::Field::Headline => "headline",
        crate::model::Field::Text => "text",
    }
}

fn line(annotated: &Annotated, sentence: &Sentence, place: usize, token: &Token) -> String {
    let form = &annotated.article.field(sentence.field)[token.start..token.end];
    let space = if token.space_after { "" } else { "SpaceAfter=No|" };
    let (id, lemma) = (place + 1, &token.lemma);
    format!(
        "{id}\t{form}\t{lemma}\t_\t_\t_\t_\t_\t_\t{space}Start={}|End={}",
        token.start, token.end
    )
}
