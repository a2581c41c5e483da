//! Scores entities against gold, spaCy's and ours side by side.
//!
//! In: re3d and WikiGold. Out: a table for PER, LOC and ORG. GPE and FAC count as LOC; our other types
//! are left out. OntoNotes takes `the` and `'s` into a name and the sets do not, so both are cut off on
//! either side. An entity is right if type and place are; touching, if the type is and they overlap.

use super::entity_sets::{Gold, re3d, wikigold};
use super::parsed::{Entity, Parsed, Text};
use super::setup::Setup;
use super::{oracle, ours};

/// Types of the models, and what they are called here.
const TYPES: [(&str, &str); 6] = [
    ("PERSON", "PER"),
    ("PER", "PER"),
    ("ORG", "ORG"),
    ("GPE", "LOC"),
    ("LOC", "LOC"),
    ("FAC", "LOC"),
];

const HEAD: &str = "\
| set | by | gold | found | P | R | F1 | PER F1 | LOC F1 | ORG F1 | F1, touching |
|---|---|---|---|---|---|---|---|---|---|---|";

/// Prints the table.
pub(crate) fn run(setup: &Setup) -> Result<(), String> {
    println!("## Entities against gold\n\n{HEAD}");
    for (name, gold) in [("re3d", re3d(&setup.data)), ("WikiGold", wikigold(&setup.data))] {
        if gold.is_empty() {
            continue;
        }
        let texts: Vec<Text> = gold.iter().map(|it| it.0.clone()).collect();
        let tell = |by: &str, read: &[Parsed]| println!("| {name} | {by} |{}", row(&gold, read));
        if let (Some(python), Some(folder)) = (&setup.python, setup.folder("en")) {
            tell("spaCy", &oracle::parse(python, &folder, &texts)?);
        }
        for (form, model) in setup.forms("en") {
            tell(&format!("ours, {form}"), &ours::parse(&model, &texts)?);
        }
    }
    println!();
    Ok(())
}

#[derive(Clone, Copy, Default)]
struct Tally {
    gold: usize,
    found: usize,
    right: usize,
    touching: usize,
}

impl Tally {
    fn f1(&self, right: usize) -> f64 {
        200.0 * right as f64 / (self.gold + self.found).max(1) as f64
    }
}

fn row(gold: &Gold, read: &[Parsed]) -> String {
    let of = |label: Option<&str>| {
        let mut tally = Tally::default();
        for ((text, gold), parsed) in gold.iter().zip(read) {
            let wanted = |it: &Entity| label.is_none_or(|label| it.label == label);
            let keep = |all: Vec<Entity>| all.into_iter().filter(wanted).collect::<Vec<_>>();
            count(&keep(cut(text, gold.clone())), &keep(cut(text, mapped(parsed))), &mut tally);
        }
        tally
    };
    let all = of(None);
    let share = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
    let by_type = ["PER", "LOC", "ORG"].map(|it| of(Some(it)));
    let by_type: String = by_type.iter().map(|it| format!(" {:.1} |", it.f1(it.right))).collect();
    format!(
        " {} | {} | {:.1} | {:.1} | {:.1} |{by_type} {:.1} |",
        all.gold,
        all.found,
        share(all.right, all.found),
        share(all.right, all.gold),
        all.f1(all.right),
        all.f1(all.touching),
    )
}

fn mapped(parsed: &Parsed) -> Vec<Entity> {
    let name = |it: Entity| {
        let name = TYPES.iter().find(|kind| kind.0 == it.label)?.1;
        Some(Entity { label: name.into(), ..it })
    };
    parsed.entities().into_iter().filter_map(name).collect()
}

/// Cuts articles and genitives off; what is one and the same then counts once.
fn cut(text: &Text, entities: Vec<Entity>) -> Vec<Entity> {
    let shorter = |it: Entity| {
        let name = &text.text[it.span.clone()];
        let start = ["the ", "The ", "THE "].iter().find(|the| name.starts_with(**the));
        let end = ["'s", "’s", "'", "’"].iter().find(|s| name.ends_with(**s));
        let span = it.span.start + start.map_or(0, |it| it.len())
            ..it.span.end - end.map_or(0, |it| it.len());
        Entity { span, ..it }
    };
    let mut entities: Vec<_> = entities.into_iter().map(shorter).collect();
    entities.retain(|it| !it.span.is_empty());
    entities.sort_by(|a, b| a.key().cmp(&b.key()));
    entities.dedup();
    entities
}

fn count(gold: &[Entity], found: &[Entity], tally: &mut Tally) {
    tally.gold += gold.len();
    tally.found += found.len();
    tally.right += found.iter().filter(|it| gold.contains(it)).count();
    let mut free = vec![true; gold.len()];
    for ours in found {
        let touches = |it: &Entity| {
            let overlap = it.span.start < ours.span.end && ours.span.start < it.span.end;
            overlap && it.label == ours.label
        };
        let at = gold.iter().enumerate().position(|(at, it)| free[at] && touches(it));
        at.into_iter().for_each(|at| free[at] = false);
        tally.touching += usize::from(at.is_some());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_makes_no_difference_and_a_longer_name_only_touches() {
        let text = Text { id: String::new(), text: "The Ash Brigade's men".into() };
        let entity = |span| Entity { span, label: "ORG".into() };
        let mut tally = Tally::default();
        count(&[entity(4..15)], &cut(&text, vec![entity(0..17)]), &mut tally);
        count(&[entity(4..15)], &cut(&text, vec![entity(0..21)]), &mut tally);
        assert_eq!((tally.right, tally.touching), (1, 2));
    }
}
