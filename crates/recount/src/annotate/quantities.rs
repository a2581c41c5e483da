//! Finds quantities: figures and number words with what hedges them.
//!
//! In: the tokens of a sentence. Out: quantities as counts, in order, without overlaps. What is
//! counted is not looked at here, so a price and a toll are quantities alike.

pub(super) mod groups;

use std::sync::LazyLock;

use super::numbers::{Number, number};
use super::{Quantity, Sentence, Token};
use crate::lexicon;
use crate::model::{Count, Qualifier};

/// Share by which "about" and "nearly" may miss the printed figure.
///
/// Journalists round to the next ten or hundred; a tenth covers both. Chosen, not fitted: it only
/// decides whether two hedged figures are rivals.
const ROUNDING: u64 = 10;

struct Hedge {
    words: Vec<&'static str>,
    before: bool,
    qualifier: Qualifier,
}

static HEDGES: LazyLock<Vec<Hedge>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/hedges.tsv"));
    let hedge = |row: Vec<&'static str>| Hedge {
        words: row[0].split(' ').collect(),
        before: row[1] == "before",
        qualifier: qualifier(row[2]),
    };
    let mut hedges: Vec<_> = rows.map(hedge).collect();
    hedges.sort_by_key(|it| std::cmp::Reverse(it.words.len()));
    hedges
});

struct Vague {
    words: Vec<&'static str>,
    low: Option<u64>,
    high: Option<u64>,
}

static VAGUE: LazyLock<Vec<Vague>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/vague_quantities.tsv"));
    let bound = |row: &[&'static str], at: usize| row.get(at).and_then(|it| it.parse().ok());
    let vague = |row: Vec<&'static str>| Vague {
        words: row[0].split(' ').collect(),
        low: bound(&row, 1),
        high: bound(&row, 2),
    };
    let mut vague: Vec<_> = rows.map(vague).collect();
    vague.sort_by_key(|it| std::cmp::Reverse(it.words.len()));
    vague
});

fn qualifier(name: &str) -> Qualifier {
    serde_json::from_value(name.into()).expect("hedges.tsv: the third column is a qualifier")
}

/// Finds the quantities of `sentence`.
pub(super) fn quantities(tokens: &[Token], sentence: &Sentence) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let (mut at, end) = (sentence.tokens.start, sentence.tokens.end);
    while at < end {
        let floor = found.last().map_or(sentence.tokens.start, |it| it.tokens.end);
        match quantity(tokens, floor, at, end) {
            Some(quantity) => {
                at = quantity.tokens.end;
                found.push(quantity);
            }
            None => at += 1,
        }
    }
    found
}

/// Reads the quantity whose figure or vague word stands at `at`; its hedge may reach back to `floor`.
fn quantity(tokens: &[Token], floor: usize, at: usize, end: usize) -> Option<Quantity> {
    let as_many = |it: &&Vague| {
        // "as many as 50" is a bound of 50 and not "many".
        tokens[..end].get(at + it.words.len()).is_some_and(|next| next.lower == "as")
    };
    let vague = VAGUE.iter().find(|it| stands_at(&it.words, tokens, at, end));
    if let Some(vague) = vague.filter(|it| !as_many(it)) {
        let value =
            Count { n: None, low: vague.low, high: vague.high, qualifier: Qualifier::Unspecified };
        return Some(Quantity { tokens: at..at + vague.words.len(), value });
    }
    if let Some(group) = groups::group(tokens, at, end) {
        return Some(group);
    }
    // "no one was hurt" counts nobody, and certainly not one.
    if lowers(tokens, at, floor, "no") {
        return None;
    }
    let first = number(&tokens[at..end])?;
    let after = at + first.length;
    if let Some((last, after)) = range_end(tokens, floor, at, after, end) {
        let start = if lowers(tokens, at, floor, "between") { at - 1 } else { at };
        return Some(Quantity { tokens: start..after, value: ranged(first.value, last.value) });
    }
    Some(hedged(tokens, floor, at, after, end, first.value))
}

fn stands_at(words: &[&str], tokens: &[Token], at: usize, end: usize) -> bool {
    at + words.len() <= end && words.iter().zip(&tokens[at..]).all(|(word, it)| it.lower == *word)
}

/// Returns the first words of the lexicon that have these bounds: of 24 and 99 "dozens".
pub(crate) fn vague_words(low: u64, high: u64) -> Option<&'static str> {
    let mut rows = lexicon::rows(include_str!("../../data/vague_quantities.tsv"));
    let is = |cell: Option<&&str>, bound: u64| cell.and_then(|it| it.parse().ok()) == Some(bound);
    rows.find(|row| is(row.get(1), low) && is(row.get(2), high)).map(|row| row[0])
}

/// Returns the bounds of each vague quantity among `words`: of "dozens of people" 24 and 99.
pub(super) fn vague(words: &[String]) -> Vec<(Option<u64>, Option<u64>)> {
    let stand = |it: &&Vague| words.windows(it.words.len()).any(|run| run == it.words);
    VAGUE.iter().filter(stand).map(|it| (it.low, it.high)).collect()
}

fn lowers(tokens: &[Token], at: usize, floor: usize, word: &str) -> bool {
    at > floor && tokens[at - 1].lower == word
}

/// Finds the upper end of `10-15`, `10 to 15`, `between 10 and 15`.
fn range_end(
    tokens: &[Token],
    floor: usize,
    at: usize,
    after: usize,
    end: usize,
) -> Option<(Number, usize)> {
    let mark = tokens.get(after).filter(|_| after + 1 < end)?;
    let joins = match mark.lower.as_str() {
        "-" | "to" => true,
        "and" => lowers(tokens, at, floor, "between"),
        _ => false,
    };
    let last = number(&tokens[after + 1..end]).filter(|_| joins)?;
    let first = number(&tokens[at..end])?;
    (last.value > first.value).then_some((last, after + 1 + last.length))
}

fn ranged(low: u64, high: u64) -> Count {
    Count { n: None, low: Some(low), high: Some(high), qualifier: Qualifier::About }
}

fn hedged(tokens: &[Token], floor: usize, at: usize, after: usize, end: usize, n: u64) -> Quantity {
    let before = HEDGES.iter().filter(|it| it.before).find(|it| {
        let start = at.checked_sub(it.words.len()).filter(|start| *start >= floor);
        start.is_some_and(|start| stands_at(&it.words, tokens, start, at))
    });
    if let Some(hedge) = before {
        let tokens = at - hedge.words.len()..after;
        return Quantity { tokens, value: bounded(n, hedge.qualifier) };
    }
    let behind = HEDGES.iter().filter(|it| !it.before);
    match behind.into_iter().find(|it| stands_at(&it.words, tokens, after, end)) {
        Some(hedge) => {
            let tokens = at..after + hedge.words.len();
            Quantity { tokens, value: bounded(n, hedge.qualifier) }
        }
        None => Quantity { tokens: at..after, value: Count::exact(n) },
    }
}

/// Returns the count that a hedged figure amounts to.
fn bounded(n: u64, qualifier: Qualifier) -> Count {
    let slack = n.div_ceil(ROUNDING);
    let (low, high) = match qualifier {
        Qualifier::Exact | Qualifier::Unspecified => (Some(n), Some(n)),
        Qualifier::AtLeast => (Some(n), None),
        Qualifier::MoreThan => (Some(n.saturating_add(1)), None),
        Qualifier::About => (Some(n - slack.min(n)), Some(n.saturating_add(slack))),
        Qualifier::Nearly => (Some(n - slack.min(n)), Some(n)),
        Qualifier::UpTo => (None, Some(n)),
        Qualifier::FewerThan => (None, Some(n.saturating_sub(1))),
    };
    Count { n: Some(n), low, high, qualifier }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hedges_become_qualifiers() {
        check("At least 144 people died and more than 20 were held", "at least 144, more than 20");
        check(
            "nearly 4,500 of some 50 towns, up to six, 30 or so",
            "nearly 4500, about 50, up to 6, about 30",
        );
    }

    #[test]
    fn ranges_have_two_ends_and_no_figure() {
        check("between 10 and 15 men, or 5-7", "10 to 15, 5 to 7");
    }

    #[test]
    fn vague_words_have_bounds_and_no_figure() {
        check(
            "dozens hurt, an unspecified number held, hundreds more",
            "24 to 99, an unspecified number, 200 to 999",
        );
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let tokens = super::super::language::read(text, &Default::default()).tokens;
        let sentence = Sentence {
            field: crate::model::Field::Text,
            role: crate::model::Role::Body,
            paragraph: 0,
            start: 0,
            end: text.len(),
            tokens: 0..tokens.len(),
        };
        let found: Vec<_> =
            quantities(&tokens, &sentence).iter().map(|it| it.value.to_string()).collect();
        assert_eq!(found.join(", "), expected);
    }
}
