//! Reads the lines of an `expect` block.
//!
//! In: one line. Out: a [`Line`], or what cannot be understood about it. Nothing is skipped: a word
//! that fits nowhere is an error, so that every word of a case is an assertion.

use recount::model::{Relation, Slot};

use super::{Fact, Line, Meaning, Size, Topic, Trait, Voice};

const FIELDS: [&str; 6] = ["headline", "published", "outlet", "byline", "dateline", "language"];
const ROLES: [&str; 5] = ["title", "standfirst", "body", "caption", "furniture"];
const VERDICTS: [&str; 6] =
    ["agreed", "single-source", "refined", "complementary", "superseded", "disputed"];
const MODALITIES: [&str; 6] =
    ["asserted", "reported", "alleged", "speculated", "planned", "denied"];

/// Reads a line.
pub(crate) fn line(text: &str) -> Result<Line, String> {
    let text = text.trim();
    let meaning = meaning(text).map_err(|error| format!("cannot read `{text}`: {error}"))?;
    Ok(Line { text: text.to_owned(), meaning })
}

fn meaning(text: &str) -> Result<Meaning, String> {
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    match word {
        "incidents" => Ok(Meaning::Incidents(number(rest)?)),
        "incident:" | "incident" => incident(text),
        "articles" => Ok(Meaning::Articles(words(rest))),
        "family" => Ok(Meaning::Family(words(rest))),
        "no" => nothing(rest),
        "group" => group(rest),
        "claim" => claim(rest),
        "article" => article(rest),
        _ => finding(text),
    }
}

fn incident(text: &str) -> Result<Meaning, String> {
    let (head, rest) = halves(text)?;
    let of = head.strip_prefix("incident of ").map(str::to_owned);
    let sizes = parts(rest).iter().map(|it| size(it)).collect::<Result<_, _>>()?;
    Ok(Meaning::Incident { of, sizes })
}

fn finding(text: &str) -> Result<Meaning, String> {
    let (head, rest) = text.split_once(" = ").ok_or("a finding needs ` = `")?;
    let (topic, left) = topic(head)?;
    let verdict = rest.rsplit(' ').next().filter(|it| VERDICTS.contains(it)).map(str::to_owned);
    let rest = verdict.as_ref().map_or(rest, |it| rest[..rest.len() - it.len()].trim_end());
    let (value, range) = match rest.rsplit_once(" (") {
        Some((value, range)) => (value, Some(bounds(range)?)),
        None => (rest, None),
    };
    match left.is_empty() && !value.is_empty() {
        true => Ok(Meaning::Finding { topic, value: unquoted(value), range, verdict }),
        false => Err(format!("`{left}` before, `{value}` after the equals sign")),
    }
}

fn bounds(text: &str) -> Result<(u64, u64), String> {
    let (low, high) = text.trim_end_matches(')').split_once('–').ok_or("a range needs `–`")?;
    Ok((number(low)?, number(high)?))
}

fn nothing(text: &str) -> Result<Meaning, String> {
    let after = text.strip_prefix("finding ");
    let (topic, value) = topic(after.unwrap_or(text))?;
    let value = Some(unquoted(value)).filter(|it| !it.is_empty());
    Ok(Meaning::Nothing { topic, value, findings_only: after.is_some() })
}

fn group(text: &str) -> Result<Meaning, String> {
    let (head, rest) = halves(text)?;
    let (topic, value) = topic(head)?;
    let (marks, sizes): (Vec<_>, Vec<_>) =
        parts(rest).into_iter().partition(|it| *it == "superseded");
    let sizes = sizes.into_iter().map(size).collect::<Result<_, _>>()?;
    Ok(Meaning::Group { topic, value: unquoted(value), sizes, superseded: !marks.is_empty() })
}

fn claim(text: &str) -> Result<Meaning, String> {
    let (article, rest) = halves(text)?;
    let parts = parts(rest);
    let (first, others) = parts.split_first().ok_or("a claim needs a slot")?;
    let (topic, value) = topic(first)?;
    let traits = others.iter().map(|it| trait_of(it)).collect::<Result<_, _>>()?;
    Ok(Meaning::Claim { article: article.into(), topic, value: unquoted(value), traits })
}

fn trait_of(text: &str) -> Result<Trait, String> {
    match text.split_once(' ') {
        Some(("chain", "none")) => Ok(Trait::Chain(Vec::new())),
        Some(("chain", names)) => Ok(Trait::Chain(names.split(" → ").map(voice).collect())),
        Some(("evidence", words)) => Ok(Trait::Evidence(quoted(words)?)),
        None if MODALITIES.contains(&text) => Ok(Trait::Modality(text.into())),
        _ => Err(format!("a claim has no `{text}`")),
    }
}

fn voice(text: &str) -> Voice {
    let name = text.strip_suffix(" (anonymous)");
    Voice { name: name.unwrap_or(text).into(), anonymous: name.is_some() }
}

fn article(text: &str) -> Result<Meaning, String> {
    let (name, rest) = halves(text)?;
    let facts = parts(rest).into_iter().map(fact).collect::<Result<_, _>>()?;
    Ok(Meaning::Article { name: name.into(), facts })
}

fn fact(text: &str) -> Result<Fact, String> {
    match text.split_once(' ') {
        Some((field, "none")) if FIELDS.contains(&field) => Ok(Fact::Is(field.into(), None)),
        Some((field, words)) if FIELDS.contains(&field) => {
            Ok(Fact::Is(field.into(), Some(unquoted(words))))
        }
        Some((role, words)) if ROLES.contains(&role) => {
            Ok(Fact::Holds(role.into(), quoted(words)?))
        }
        _ => Err(format!("an article has no `{text}`")),
    }
}

/// Reads `E0|background SLOT [WHO]` and returns what is left.
fn topic(text: &str) -> Result<(Topic, &str), String> {
    let (event, rest) = text.trim().split_once(' ').ok_or("an event and a slot are needed")?;
    let relation = match event {
        "E0" => Relation::Main,
        "background" => Relation::Background,
        _ => return Err(format!("`{event}` is neither E0 nor background")),
    };
    let (slot, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let slot: Slot = slot.parse()?;
    let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
    let who = word.parse().ok().filter(|_| slot.is_count());
    let left = if who.is_some() { after } else { rest };
    Ok((Topic { relation, slot, who }, left.trim()))
}

fn size(text: &str) -> Result<(Size, usize), String> {
    let sized = |word: &str| match word {
        "article" | "articles" => Ok(Size::Articles),
        "outlet" | "outlets" => Ok(Size::Outlets),
        "family" | "families" => Ok(Size::Families),
        "origin" | "origins" => Ok(Size::Origins),
        _ => Err(format!("cannot count `{text}`")),
    };
    match text.split_once(' ') {
        Some(("independent", count)) => Ok((Size::Independent, number(count)?)),
        Some((count, word)) => Ok((sized(word)?, number(count)?)),
        None => Err(format!("`{text}` needs a number and a word")),
    }
}

/// Parts `HEAD: REST`.
fn halves(text: &str) -> Result<(&str, &str), String> {
    text.split_once(": ").ok_or_else(|| "a colon is needed".into())
}

/// Splits at commas outside quotation marks.
fn parts(text: &str) -> Vec<&str> {
    let mut quoted = false;
    let outside = |letter: char| {
        quoted ^= letter == '"';
        letter == ',' && !quoted
    };
    text.split(outside).map(str::trim).collect()
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn unquoted(text: &str) -> String {
    quoted(text).unwrap_or_else(|_| text.trim().to_owned())
}

fn quoted(text: &str) -> Result<String, String> {
    let inner = text.trim().strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    inner.map(str::to_owned).ok_or_else(|| format!("`{text}` needs quotation marks"))
}

fn number<T: std::str::FromStr>(text: &str) -> Result<T, String> {
    text.trim().parse().map_err(|_| format!("`{text}` is no number"))
}

#[test]
fn a_line_with_an_unknown_word_is_refused() {
    let lines = [
        "incidents two",
        "E0 killed_count = ",
        "E0 killed_counts = 3",
        "E9 killed_count = 3",
        "group E0 phase ended: 3 newspapers",
        "claim a.txt: E0 killed_count 3, perhaps",
        "article a.txt: colour \"red\"",
        "article a.txt: body unquoted",
    ];
    for text in lines {
        assert!(line(text).is_err(), "{text}");
    }
}
