//! Plain words for the names of the record: `killed_count` of `crew` is "Killed (crew)".
//!
//! In: a name of the record. Out: words for a stranger, from `data/labels.tsv`. A name without a row
//! is shown as it is, with spaces; nothing is hidden for want of a label.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::lexicon;
use crate::model::{Finding, Group, HopKind, Modality, Relation, Slot, Standing, Verdict, Who};

/// The words of one row, and what its sort adds to them.
struct Label {
    words: &'static str,
    more: &'static str,
}

static LABELS: LazyLock<BTreeMap<(&'static str, &'static str), Label>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../data/labels.tsv"));
    rows.filter_map(|row| match row[..] {
        [sort, name, words, more] => Some(((sort, name), Label { words, more })),
        _ => None,
    })
    .collect()
});

/// Returns the question of a finding: `Killed (crew)`.
pub(super) fn question(finding: &Finding) -> String {
    slot(finding.slot, finding.who.as_ref())
}

/// Returns the words for a slot and whom it counts.
pub(super) fn slot(slot: Slot, who: Option<&Who>) -> String {
    let Some(label) = LABELS.get(&("slot", slot.name())) else {
        return slot.name().replace('_', " ");
    };
    match who.filter(|who| who.to_string() != label.more).map(people) {
        Some(people) if !people.is_empty() => format!("{} ({people})", label.words),
        _ => label.words.to_owned(),
    }
}

fn people(who: &Who) -> String {
    match who {
        Who::Nationality(country) => format!("from {country}"),
        Who::Other(word) if word == "part" => "some of them".into(),
        Who::Other(word) => word.replace('_', " "),
        _ => words("who", &who.to_string()),
    }
}

/// Returns the word for a verdict: `single source`.
pub(super) fn verdict(verdict: Verdict) -> String {
    words("verdict", verdict_name(verdict))
}

/// Returns what a verdict means, in one sentence.
pub(super) fn meaning(verdict: Verdict) -> &'static str {
    LABELS.get(&("verdict", verdict_name(verdict))).map_or("", |label| label.more)
}

/// Returns the name of a verdict in the record, which is also its class in the page's style.
pub(super) fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agreed => "agreed",
        Verdict::SingleSource => "single-source",
        Verdict::Refined => "refined",
        Verdict::Complementary => "complementary",
        Verdict::Superseded => "superseded",
        Verdict::Disputed => "disputed",
    }
}

/// Returns the name of a relation in the record.
pub(super) fn relation_name(relation: Relation) -> &'static str {
    match relation {
        Relation::Main => "main",
        Relation::Background => "background",
    }
}

/// Every verdict, in the order in which a key explains them.
pub(super) const VERDICTS: [Verdict; 6] = [
    Verdict::Agreed,
    Verdict::SingleSource,
    Verdict::Refined,
    Verdict::Complementary,
    Verdict::Superseded,
    Verdict::Disputed,
];

/// Returns the sign of a verdict, so that it is told by shape where there is no colour.
pub(super) fn sign(verdict: Verdict) -> char {
    match verdict {
        Verdict::Agreed => '●',
        Verdict::SingleSource => '○',
        Verdict::Refined => '◆',
        Verdict::Complementary => '■',
        Verdict::Superseded => '►',
        Verdict::Disputed => '▲',
    }
}

/// Returns the sign of a value among its rivals.
pub(super) fn sign_of(group: &Group, finding: &Finding) -> char {
    match group.standing {
        Standing::Superseded => '×',
        Standing::Compatible => '◆',
        _ => sign(finding.verdict),
    }
}

/// Returns how a value beside the best one stands to it.
pub(super) fn standing(group: &Group) -> &'static str {
    match group.standing {
        Standing::Best => "best",
        Standing::Superseded => "replaced",
        Standing::Rival => "rival",
        Standing::Beside => "beside it",
        Standing::Compatible => "compatible",
    }
}

/// Returns how sure an article is of a claim.
pub(super) fn modality(modality: Modality) -> String {
    let name = match modality {
        Modality::Asserted => "asserted",
        Modality::Reported => "reported",
        Modality::Alleged => "alleged",
        Modality::Speculated => "speculated",
        Modality::Planned => "planned",
        Modality::Denied => "denied",
    };
    words("modality", name)
}

/// Returns what sort of voice speaks, for a voice that has no name.
pub(super) fn voice(kind: HopKind) -> &'static str {
    match kind {
        HopKind::Agency => "news agency",
        HopKind::Outlet => "outlet",
        HopKind::StateMedia => "state media",
        HopKind::Official => "official",
        HopKind::Spokesperson => "spokesperson",
        HopKind::Witness => "witness",
        HopKind::Document => "document",
        HopKind::SocialChannel => "social channel",
        HopKind::ArmedGroup => "armed group",
        HopKind::Expert => "expert",
        HopKind::Person => "person",
        HopKind::Unnamed => "unnamed source",
    }
}

fn words(sort: &'static str, name: &str) -> String {
    let found = LABELS.iter().find(|((of, key), _)| *of == sort && *key == name);
    found.map_or_else(|| name.replace(['_', '-'], " "), |(_, label)| label.words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_says_whom_it_counts() {
        check("killed_count crew", "Killed (crew)");
        check("killed_count nationality:Arvania", "Killed (from Arvania)");
        check("injured_count other:children", "Injured (children)");
    }

    #[test]
    fn nobody_is_told_twice_whom_a_count_counts() {
        check("hostage_count hostages", "Held hostage");
        check("killed_count total", "Killed");
    }

    #[test]
    fn every_slot_has_a_label_without_underscores() {
        for slot in Slot::ALL {
            assert!(LABELS.contains_key(&("slot", slot.name())), "no label for {slot}");
        }
    }

    #[test]
    fn every_verdict_has_words_a_meaning_and_a_sign_of_its_own() {
        let signs: std::collections::BTreeSet<_> = VERDICTS.map(sign).into();
        assert_eq!(signs.len(), VERDICTS.len());
        assert!(VERDICTS.iter().all(|it| !verdict(*it).is_empty() && meaning(*it).ends_with('.')));
    }

    #[track_caller]
    fn check(name: &str, expected: &str) {
        let (of, who) = name.split_once(' ').expect("a slot and a who");
        let who: Who = who.parse().expect("a known who");
        assert_eq!(slot(of.parse().expect("a known slot"), Some(&who)), expected);
    }
}
