//! Sets the counts of one article side by side: which of them say something of their own.
//!
//! In: the counts that the sentences gave, and the event of a token. Out: those that stand. Of people
//! shot some may have died; a later and lower figure tells of a part of them; one man killed among
//! "six killed" is one of the six.

use super::single::Single;
use crate::extract::Draft;
use crate::extract::casualties::leaves_open;
use crate::model::{Slot, Value, Who};

type Scene = Option<usize>;

/// Returns the counts that stand beside each other in one article, in the order of their words.
pub(super) fn settled(
    mut drafts: Vec<Draft>,
    mut singles: Vec<Single>,
    scene: impl Fn(usize) -> Scene,
) -> Vec<Draft> {
    let scene = |draft: &Draft| scene(draft.tokens.end - 1);
    let dead = |drafts: &[Draft], of: Scene| {
        drafts
            .iter()
            .any(|it| it.slot == Slot::KilledCount && figure(it) != Some(0) && scene(it) == of)
    };
    singles.retain(|one| {
        !drafts.iter().any(|it| it.slot == one.draft.slot && scene(it) == scene(&one.draft))
    });
    let dead_singles: Vec<_> = singles
        .iter()
        .filter(|it| it.draft.slot == Slot::KilledCount)
        .map(|it| (scene(&it.draft), it.noun))
        .collect();
    let open: Vec<bool> = drafts
        .iter()
        .map(|it| {
            leaves_open(&it.rule)
                && (dead(&drafts, scene(it)) || dead_singles.iter().any(|one| one.0 == scene(it)))
        })
        .collect();
    singles.retain(|one| {
        let of = scene(&one.draft);
        let lives = !leaves_open(&one.draft.rule) || !dead(&drafts, of);
        lives && (one.draft.slot != Slot::InjuredCount || is_another(one, of, &dead_singles))
    });
    let mut open = open.into_iter();
    drafts.retain(|_| !open.next().unwrap_or_default());
    let scenes: Vec<_> = drafts.iter().map(scene).collect();
    mark_parts(&mut drafts, &scenes);
    drafts.extend(singles.into_iter().map(|it| it.draft));
    drafts
}

/// Whether one injured is somebody else than the one who died: the nouns differ, and both are known.
fn is_another(one: &Single, of: Scene, dead: &[(Scene, &str)]) -> bool {
    let mut dead = dead.iter().filter(|it| it.0 == of).map(|it| it.1).peekable();
    if dead.peek().is_none() {
        return true;
    }
    let open = leaves_open(&one.draft.rule) || matches!(one.noun, "" | "victim" | "person");
    !open && dead.all(|it| it != one.noun)
}

/// A lower figure after a higher one is of some of them: "Four were hurt. … Two men were treated."
fn mark_parts(drafts: &mut [Draft], scenes: &[Scene]) {
    for at in 0..drafts.len() {
        let (before, rest) = drafts.split_at_mut(at);
        let later = &mut rest[0];
        let part = before.iter().zip(scenes).any(|(whole, scene)| {
            whole.slot == later.slot && *scene == scenes[at] && is_part(whole, later)
        });
        if part {
            later.who = Some(Who::Other("part".into()));
        }
    }
}

fn is_part(whole: &Draft, later: &Draft) -> bool {
    let casualties = matches!(later.slot, Slot::KilledCount | Slot::InjuredCount);
    let totals = whole.who == Some(Who::Total) && later.who == Some(Who::Total);
    casualties
        && totals
        && is_exact(later)
        && figure(later).is_some_and(|it| it > 0)
        && figure(later) < figure(whole)
}

fn is_exact(draft: &Draft) -> bool {
    matches!(&draft.value, Value::Count(it) if it.low == it.high)
}

fn figure(draft: &Draft) -> Option<u64> {
    match &draft.value {
        Value::Count(count) => count.n,
        _ => None,
    }
}
