//! Proves each value by the bytes it rests on, before anything is made of it.
//!
//! In: a claim and its article. Out: the name of the rule by which the printed words give the value, or
//! why none does. The rules here share lexicons with those that made the claim and no decision, so
//! that a slip of the one is seen by the other.

mod counts;
mod dates;
mod places;
mod record;
mod words;

use crate::annotate::Printed;
use crate::model::{Article, Claim, Value, Withheld};

pub use record::prove;

/// How the words of a claim give its value, or why they do not.
pub(super) type Proof = Result<&'static str, &'static str>;

/// Parts the claims that their words prove from those that are withheld.
pub(super) fn proven(articles: &[&Article], claims: Vec<Claim>) -> (Vec<Claim>, Vec<Withheld>) {
    let (mut proven, mut withheld) = (Vec::new(), Vec::new());
    let by_id: std::collections::BTreeMap<_, _> = articles.iter().map(|it| (&it.id, *it)).collect();
    for claim in claims {
        match by_id
            .get(&claim.article)
            .map_or(Err("its article is not here"), |it| proof(it, &claim))
        {
            Ok(_) => proven.push(claim),
            Err(reason) => withheld.push(Withheld { reason: reason.into(), claim }),
        }
    }
    (proven, withheld)
}

/// Returns the rule that proves `claim` by the bytes of `article`, or why none does.
pub(super) fn proof(article: &Article, claim: &Claim) -> Proof {
    let evidence = &claim.evidence;
    let printed = article.field(evidence.field).get(evidence.start..evidence.end);
    if evidence.text.trim().is_empty() || printed != Some(evidence.text.as_str()) {
        return Err("its words do not stand at its bytes");
    }
    let words = || Printed::of(&evidence.text);
    match &claim.value {
        Value::Count(count) => counts::proof(count, &words(), &claim.rule),
        Value::Date(date) => dates::proof(date, &words(), article.published.as_ref()),
        Value::Place(place) => places::proof(place, &evidence.text),
        Value::Name(name) => words::of_name(name, &evidence.text, article),
        Value::Term(term) => words::of_term(term, claim.slot, &evidence.text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, ClaimId, Count, Date, EventId, Evidence, Field, Slot};
    use crate::model::{Name, NameKind, Qualifier, Term};
    use crate::testing::article;

    #[test]
    fn a_figure_must_be_printed() {
        check("[killing six gunmen]", count(6), "printed figure");
        check("[killing six gunmen]", count(7), "its figure is not in its words");
        check("[1,200 people fled]", count(1200), "printed figure");
        check("[unharmed]", count(0), "a word for nobody");
        check("[a guard died]", count(0), "its figure is not in its words");
    }

    #[test]
    fn vague_words_give_their_own_bounds_only() {
        let vague = |low, high| {
            Value::Count(Count { n: None, low, high, qualifier: Qualifier::Unspecified })
        };
        check("[dozens were hurt]", vague(Some(24), Some(99)), "bounds of a vague word");
        check("[dozens were hurt]", vague(Some(200), Some(999)), "its bounds are not in its words");
    }

    #[test]
    fn a_day_must_fit_the_words_for_it() {
        let day = |it: &str| Value::Date(Date::day(it.parse().expect("a day")));
        check("[on March 22, 2031]", day("2031-03-22"), "printed date");
        check("[on March 22]", day("2031-04-22"), "its month is not the printed one");
        check("[the Fourth of July]", day("2030-07-04"), "printed date");
        check("[the Fourth of July]", day("2030-07-05"), "its day is not the printed one");
        check("[on Sunday]", day("2031-05-04"), "printed weekday");
        check("[on Sunday]", day("2031-05-05"), "its weekday is not the printed one");
        check("[two weeks ago]", day("2031-04-23"), "counted from the day of the report");
        check("[the mill]", day("2031-04-23"), "its words name no time");
    }

    #[test]
    fn words_must_stand_where_the_bytes_say() {
        let article = article("Six people died.");
        let mut claim = claim("Six people died", count(6));
        claim.evidence.start = 1;
        assert_eq!(proof(&article, &claim), Err("its words do not stand at its bytes"));
    }

    #[test]
    fn a_term_must_be_one_of_the_lexicon_or_printed() {
        let term = |id: &str, text: &str| {
            Value::Term(Term { id: id.into(), text: text.into(), broader: None })
        };
        check("[pocket-knife]", term("pocket knife", "pocket-knife"), "row of the lexicon");
        check("[pocket-knife]", term("pocket knife", "axe"), "its words are not printed");
        check(
            "[pocket-knife]",
            term("blowpipe of reeds", "pocket-knife"),
            "no row gives this term",
        );
    }

    #[test]
    fn a_group_must_be_named() {
        let name = |id: &str, text: &str| {
            Value::Name(Name { id: id.into(), text: text.into(), kind: NameKind::Group })
        };
        check("[ISIS fighters]", name("islamic state", "ISIS"), "name of the group");
        check("[ISIS fighters]", name("taliban", "ISIS"), "the words name another");
        check(
            "[Free Harbour Brigade]",
            name("free harbour brigade", "Free Harbour Brigade"),
            "printed name",
        );
    }

    fn count(n: u64) -> Value {
        Value::Count(Count::exact(n))
    }

    fn claim(text: &str, value: Value) -> Claim {
        let end = text.len();
        Claim {
            id: ClaimId("c".into()),
            article: ArticleId("a".into()),
            event: EventId::of(0),
            slot: if matches!(value, Value::Term(_)) { Slot::Weapon } else { Slot::Target },
            who: None,
            value,
            evidence: Evidence { field: Field::Text, start: 0, end, text: text.into() },
            chain: Vec::new(),
            modality: crate::model::Modality::Asserted,
            hedges: Vec::new(),
            as_of: None,
            rule: "test".into(),
        }
    }

    /// Proves a value by the words in brackets, in a report of 7 May 2031.
    #[track_caller]
    fn check(text: &str, value: Value, expected: &str) {
        let words = text.trim_matches(['[', ']']);
        let mut article = article(words);
        article.published = "2031-05-07".parse().ok().map(Date::day);
        let (Ok(found) | Err(found)) = proof(&article, &claim(words, value));
        assert_eq!(found, expected, "{text}");
    }
}
