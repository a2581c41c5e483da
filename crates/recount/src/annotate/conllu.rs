//! Writes an annotated article as CoNLL-U, for pipelines and scorers.

use std::fmt::Write as _;

use super::{Annotated, Sentence, Timex, Token, timexes};

/// Returns the article in CoNLL-U. `MISC` has the byte offsets (`Start=`, `End=`) in the sentence's
/// field, the entity (`NER=B-GPE`), and the value of an expression of time if the day of publication is
/// known (`Time=B-2031-05-04`); labels are ClearNLP's, as spaCy has them.
#[must_use]
pub fn conllu(annotated: &Annotated) -> String {
    let mut out = String::new();
    let published = annotated.article.published.as_ref();
    let times = published.map_or(Vec::new(), |it| timexes(annotated, it));
    let _ = writeln!(out, "# article = {}", annotated.article.name.replace('\n', " "));
    for (number, sentence) in annotated.sentences.iter().enumerate() {
        let text = &annotated.article.field(sentence.field)[sentence.start..sentence.end];
        let _ = writeln!(out, "# sent_id = {}", number + 1);
        let _ = writeln!(out, "# text = {}", text.split_whitespace().collect::<Vec<_>>().join(" "));
        let _ = writeln!(out, "# field = {}", field_name(sentence));
        for (place, token) in annotated.words(sentence).iter().enumerate() {
            let _ = writeln!(out, "{}", line(annotated, &times, sentence, place, token));
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

fn line(
    annotated: &Annotated,
    times: &[Timex],
    sentence: &Sentence,
    place: usize,
    token: &Token,
) -> String {
    let form = &annotated.article.field(sentence.field)[token.start..token.end];
    let (id, first) = (place + 1, sentence.tokens.start);
    let head = token
        .head
        .checked_sub(first)
        .filter(|it| *it != place && *it < sentence.tokens.len())
        .map_or(0, |it| it + 1);
    let cells = [&token.lemma, &token.pos, &token.tag].map(|it| it.as_str()).join("\t");
    let (dep, misc) = (&token.dep, misc(annotated, times, first + place, token));
    format!("{id}\t{form}\t{cells}\t_\t{head}\t{dep}\t_\t{misc}")
}

fn misc(annotated: &Annotated, times: &[Timex], index: usize, token: &Token) -> String {
    let space = if token.space_after { "" } else { "SpaceAfter=No|" };
    let entity = annotated.entities.iter().find(|it| it.tokens.contains(&index));
    let entity = entity.map_or(String::new(), |it| {
        let place = if it.tokens.start == index { 'B' } else { 'I' };
        format!("NER={place}-{}|", it.kind)
    });
    let time = times.iter().find(|it| it.tokens.contains(&index));
    let time = time.map_or(String::new(), |it| {
        let place = if it.tokens.start == index { 'B' } else { 'I' };
        format!("Time={place}-{}|", it.value)
    });
    format!("{space}{entity}{time}Start={}|End={}", token.start, token.end)
}
