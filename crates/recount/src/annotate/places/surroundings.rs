//! Reads what stands around a name: its preposition, its kind, the place that contains it.
//!
//! In: a name in a text. Out: its relation to the words before it, the phrase it makes, and hints to
//! which entry is meant. Nothing is decided here.

use std::ops::Range;

use super::names::{Name, Sense};
use super::{Relation, words};
use crate::annotate::{Annotated, Token};
use crate::gazetteer;
use crate::model::{Level, Role};

/// How many words may stand between a preposition and the name: "in the northern city of X".
const REACH: usize = 9;

/// How many other words may stand before "city of X": "in the volatile province of X", "in the
/// Old Mill area of X".
const EPITHETS: usize = 3;

/// Returns the relation of the words of `tokens` to the preposition before them.
pub(super) fn relation(annotated: &Annotated, tokens: &Range<usize>) -> Relation {
    if is_dateline(annotated, tokens) {
        return Relation::Dateline;
    }
    let first = annotated.sentence_of(tokens.start).tokens.start;
    let floor = first.max(tokens.start.saturating_sub(REACH));
    let mut spare = 0;
    for at in (floor..tokens.start).rev() {
        let token = &annotated.tokens[at];
        if let Some(relation) = Relation::of(&token.lower) {
            return relation;
        }
        let linked = words::is(&token.lower, "link") || words::is(&token.lower, "direction");
        let people = gazetteer::country_of_demonym(annotated.text(&(at..at + 1))).is_some();
        let owner = annotated.tokens[at + 1].lower == "'s" && token.capital;
        if token.lower == "of" {
            if is_bearing(annotated, at, floor) {
                return Relation::Near;
            }
            spare = EPITHETS;
        }
        let hyphen = token.lower == "-" && !token.space_after;
        if !(linked || people || owner || hyphen) {
            let epithet = spare > 0 && token.is_word();
            if !epithet || annotated.tokens[at + 1].lower == "of" {
                break;
            }
            spare -= 1;
        }
    }
    Relation::None
}

/// "north of Kavaja" lies beside it, "the north of Kavaja" within.
fn is_bearing(annotated: &Annotated, of: usize, floor: usize) -> bool {
    let word = |back: usize| {
        let at = of.checked_sub(back).filter(|at| *at >= floor);
        at.map_or("", |at| annotated.tokens[at].lower.as_str())
    };
    words::is(word(1), "bearing") && word(2) != "the"
}

/// How many words a dateline may have: "MAZAR-I-SHARIF, Afghanistan (Agency) -".
const DATELINE: usize = 14;

/// `KAVAJA, Albania (Agency) -`: capitals at the head of a paragraph, and a dash or colon behind.
fn is_dateline(annotated: &Annotated, tokens: &Range<usize>) -> bool {
    let sentence = annotated.sentence_of(tokens.start);
    if sentence.role == Role::Headline || tokens.start >= sentence.tokens.start + DATELINE / 2 {
        return false;
    }
    let words = annotated.words(sentence);
    let mark = |it: &&Token| matches!(it.lower.as_str(), "-" | ":") && it.space_after;
    let dash = words.iter().take(DATELINE).position(|it| {
        let before = annotated.article.field(sentence.field)[..it.start].ends_with([' ', ')', ':']);
        mark(&it) && (before || it.lower == ":")
    });
    let Some(dash) = dash else { return false };
    let first = annotated.text(&(sentence.tokens.start..sentence.tokens.start + 1));
    let shouted = first.chars().filter(|it| it.is_alphabetic()).all(char::is_uppercase);
    let before = tokens.end <= sentence.tokens.start + dash;
    before && (shouted && first.len() > 1 || dash <= 3 && words[dash].lower == "-")
}

/// Widens a name to its phrase: "southern Rostov region", "Kunduz province", "east Kavaja".
pub(super) fn phrase(annotated: &Annotated, name: &Range<usize>) -> Range<usize> {
    let sentence = &annotated.sentence_of(name.start).tokens;
    let tokens = &annotated.tokens;
    let direction = |at: usize| words::is(&tokens[at].lower, "direction");
    let (mut start, mut end) = (name.start, name.end);
    while start > sentence.start && direction(start - 1) {
        start -= 1;
        if start >= sentence.start + 2 && tokens[start - 1].lower == "-" && direction(start - 2) {
            start -= 1;
        }
    }
    if end < sentence.end
        && words::is_noun(&tokens[end], &["division", "settlement", "water", "shore"])
    {
        end += 1;
    }
    start..end
}

/// A hint to what a name stands for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Hint {
    /// It lies in one of these countries (`RU`) or divisions (`US.OH`).
    Within(Vec<&'static str>),
    /// It is of this size.
    Level(Level),
}

/// Returns the hints beside the name at `index` of `names`.
pub(super) fn hints(
    annotated: &Annotated,
    names: &[Name],
    senses: &[Sense],
    index: usize,
) -> Vec<Hint> {
    let name = &names[index];
    let mut hints: Vec<_> = level(annotated, &name.tokens).map(Hint::Level).into_iter().collect();
    if let Some(state) = state_after(annotated, name.tokens.end) {
        hints.push(Hint::Within(vec![state]));
    }
    let after = names.get(index + 1).filter(|it| contains_after(annotated, name, it));
    let before = index.checked_sub(1).map(|at| &names[at]);
    let before = before.filter(|it| owns(annotated, it, name));
    for container in after.into_iter().chain(before) {
        let within = areas(&senses[container.sense]);
        if !within.is_empty() && container.sense != name.sense {
            hints.push(Hint::Within(within));
        }
    }
    hints
}

/// The countries and divisions that a name may stand for.
fn areas(sense: &Sense) -> Vec<&'static str> {
    let area = |it: &gazetteer::Entry| match it.level {
        Level::Country | Level::Region => Some(it.country).filter(|it| !it.is_empty()),
        Level::Admin1 | Level::Admin2 => Some(it.division),
        _ => None,
    };
    sense.entries.iter().filter_map(area).collect()
}

/// "X, Ohio", "X in Ohio", "X (Ohio)", "X city, in western Ohio".
fn contains_after(annotated: &Annotated, name: &Name, container: &Name) -> bool {
    let gap = name.tokens.end..container.tokens.start;
    if gap.len() > 5 || !annotated.sentence_of(name.tokens.start).tokens.contains(&gap.end) {
        return false;
    }
    let between = annotated.tokens.get(gap.clone()).unwrap_or_default();
    let small = |it: &Token| {
        matches!(it.lower.as_str(), "," | "in" | "(" | "the" | "of" | "state" | "province")
            || words::is(&it.lower, "direction")
            || words::is_noun(it, &["division", "settlement"])
    };
    let joined = between.iter().any(|it| matches!(it.lower.as_str(), "," | "in" | "(" | "of"));
    joined && between.iter().all(small)
}

/// "Russia's X", "Ohio's northern X".
fn owns(annotated: &Annotated, owner: &Name, name: &Name) -> bool {
    let between = annotated.tokens.get(owner.tokens.end..name.tokens.start).unwrap_or_default();
    let Some((first, rest)) = between.split_first() else { return false };
    let small = |word: &str| words::is(word, "direction") || words::is(word, "link");
    first.lower == "'s" && rest.iter().all(|it| small(&it.lower) && it.lower != ",")
}

/// "X, Ill.", "X, OH".
fn state_after(annotated: &Annotated, end: usize) -> Option<&'static str> {
    let comma = annotated.tokens.get(end).filter(|it| it.lower == ",")?;
    let short = annotated.tokens.get(end + 1).filter(|it| it.capital && comma.space_after)?;
    let code = words::state(&short.lower)?;
    // "In", "Or" and "Me" may begin a clause; a state is printed in capitals or with a stop.
    let text = annotated.text(&(end + 1..end + 2));
    let stopped = annotated.tokens.get(end + 2).is_some_and(|it| it.lower == ".");
    (stopped || text.contains('.') || text.chars().all(char::is_uppercase)).then_some(code)
}

/// "Rostov region", "city of Rostov", "the state of X".
fn level(annotated: &Annotated, name: &Range<usize>) -> Option<Level> {
    let tokens = &annotated.tokens;
    let sentence = &annotated.sentence_of(name.start).tokens;
    let after = tokens.get(name.end).filter(|_| name.end < sentence.end);
    let before = name.start.checked_sub(2).filter(|at| *at >= sentence.start);
    let before = before.map(|at| &tokens[at]).filter(|_| tokens[name.start - 1].lower == "of");
    let kind = |token: &Token| {
        if words::is_noun(token, &["settlement"]) {
            return Some(Level::City);
        }
        words::is_noun(token, &["division"]).then_some(match token.lemma.as_str() {
            "county" | "parish" | "district" | "borough" | "municipality" => Level::Admin2,
            _ => Level::Admin1,
        })
    };
    after.and_then(kind).or_else(|| before.and_then(kind))
}
