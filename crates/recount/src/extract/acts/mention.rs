//! Finds the words that tell of acts, and what each says by itself.
//!
//! In: the trees of an article. Out: mentions, in the order of the text. A mention that is denied, or that
//! only might come true, is left out.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::sort::{Sort, does};
use super::syntax::Tree;
use super::{Act, Perpetrator};
use crate::lexicon;

/// A row of `acts.tsv`.
#[derive(Debug, Clone, Copy)]
struct Row {
    kind: &'static str,
    effect: Option<&'static str>,
    role: &'static str,
}

static ROWS: LazyLock<BTreeMap<(&'static str, bool), Row>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../../data/acts.tsv"));
    rows.map(|row| {
        let effect = Some(row[3]).filter(|it| *it != "-");
        ((row[0], row[1] == "verb"), Row { kind: row[2], effect, role: row[4] })
    })
    .collect()
});

/// A word that tells of an act.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trigger {
    pub(super) at: usize,
    pub(super) is_verb: bool,
}

/// What one mention says.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub(super) act: Act,
    /// Whether the words tell of an act by themselves.
    pub(super) tells: bool,
    /// Whether the victims are people who did it elsewhere: a fight, and no act of theirs.
    pub(super) fight: bool,
}

/// Finds the mentions of an article.
pub(super) fn mentions(tree: Tree) -> Vec<Mention> {
    let mut found = Vec::new();
    for at in 0..tree.annotated.tokens.len() {
        let token = tree.token(at);
        let is_verb = match token.tag.as_bytes() {
            [b'V', b'B', ..] => true,
            [b'N', b'N', ..] => false,
            _ => continue,
        };
        let row = ROWS.get(&(token.lemma.as_str(), is_verb));
        let row = row.or_else(|| ROWS.get(&(token.lower.as_str(), is_verb)));
        let Some(row) = row else { continue };
        found.extend(mention(tree, Trigger { at, is_verb }, *row));
    }
    found
}

fn mention(tree: Tree, trigger: Trigger, row: Row) -> Option<Mention> {
    let at = trigger.at;
    let stage = tree.stage(at)?;
    let around = tree.around(&trigger);
    let means: Vec<_> = around.means.iter().filter_map(|it| tree.means(*it)).collect();
    let explosive = means.iter().any(|it| matches!(does(it.class), "off" | "bombing"));
    // "go off" tells of a bombing with a bomb, "throw" of an attack with any instrument.
    let needed = if row.kind == "bombing" { explosive } else { !means.is_empty() };
    if row.role == "means" && !needed {
        return None;
    }
    let kind =
        if row.kind == "attack" && explosive && row.role != "means" { "bombing" } else { row.kind };
    let (date, places) = (tree.date(at), tree.places(at));
    let mut act = Act { kind, stage, mentions: vec![at], means, date, places, ..Act::default() };
    let (suspected, claimed) = (tree.is_suspected(at), tree.is_claimed(at));
    let did = around.agents.iter().flat_map(|it| tree.perpetrators(*it));
    act.perpetrators =
        did.map(|(tokens, class)| Perpetrator { tokens, class, suspected, claimed }).collect();
    let mut fight = false;
    around.patients.iter().for_each(|it| fight |= suffer(tree, &mut act, *it, row));
    around.sites.iter().for_each(|it| strike(tree, &mut act, *it));
    Some(Mention { act, tells: row.role != "suffers", fight })
}

/// Takes in a noun that suffers an act; returns whether it names people who do such acts themselves.
fn suffer(tree: Tree, act: &mut Act, noun: usize, row: Row) -> bool {
    let harms = matches!(row.effect, Some("killed" | "injured" | "taken"));
    match tree.sort(noun) {
        Sort::Armed => return true,
        Sort::Name { .. } | Sort::People(_) => act.victims.push(tree.victim(noun, row.effect)),
        Sort::Thing(class) => act.targets.push(tree.target(noun, class, row.effect)),
        Sort::Other if harms && tree.may_be_people(noun, row.role) => {
            act.victims.push(tree.victim(noun, row.effect));
        }
        Sort::Other => {
            // "the windows of the bank": what the part belongs to.
            for whole in tree.after(noun, &["of", "to"]) {
                if let Sort::Thing(class) = tree.sort(whole) {
                    let effect = row.effect.and(Some("damaged"));
                    act.targets.push(tree.target(whole, class, effect));
                }
            }
        }
        _ => {}
    }
    false
}

/// Takes in a noun where an act struck, if it is a thing.
fn strike(tree: Tree, act: &mut Act, noun: usize) {
    let known = act.targets.iter().any(|it| it.tokens.contains(&noun));
    if let (Sort::Thing(class), false) = (tree.sort(noun), known) {
        act.targets.push(tree.target(noun, class, None));
    }
}
