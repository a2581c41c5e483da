//! Sets the counts of one article side by side: which of them say something of their own.
//!
//! In: the counts that the sentences gave, and the event of a token. Out: those that stand. Of people
//! shot some may have died; a later and lower figure tells of a part of them; one man killed among
//! "six killed" is one of the six.

use super::single::Single;
use crate::annotate::Annotated;
use crate::extract::Draft;
use crate::extract::casualties::leaves_open;
use crate::model::{Slot, Value, Who};

type Scene = Option<usize>;

/// Returns the counts that stand beside each other in one article.
pub(super) fn settled(
    annotated: &Annotated,
    mut drafts: Vec<Draft>,
    mut singles: Vec<Single>,
    scene: impl Fn(usize) -> Scene,
) -> Vec<Draft> {
    let scene = |draft: &Draft| scene(draft.tokens.end - 1);
    let printed: Vec<_> = drafts.iter().map(|it| (it.slot, scene(it), figure(it))).collect();
    singles.retain(|it| {
        let told = (it.draft.slot, scene(&it.draft));
        printed.iter().all(|(slot, scene, _)| (*slot, *scene) != told)
    });
    let dead = printed.iter().filter(|it| it.0 == Slot::KilledCount && it.2 != Some(0));
    let dead: Vec<_> = dead.map(|it| it.1).collect();
    let dead_singles = singles.iter().filter(|it| it.draft.slot == Slot::KilledCount);
    let dead_singles: Vec<_> = dead_singles.map(|it| scene(&it.draft)).collect();
    let has_dead = |of: Scene| dead.contains(&of) || dead_singles.contains(&of);
    drafts.retain(|it| !(leaves_open(&it.rule) && has_dead(scene(it))));
    singles.retain(|it| {
        let (of, injured) = (scene(&it.draft), it.draft.slot == Slot::InjuredCount);
        !injured || !has_dead(of) || it.another || !(dead_singles.contains(&of) || may_be_dead(it))
    });
    mark_parts(annotated, &mut drafts, scene);
    drafts.extend(singles.into_iter().map(|it| it.draft));
    drafts
}

/// Whether one who was shot or brought to hospital may be one of the dead.
fn may_be_dead(single: &Single) -> bool {
    let unnamed = matches!(single.noun, "" | "victim" | "person");
    unnamed || leaves_open(&single.draft.rule) || single.draft.rule.ends_with("hospital")
}

/// A lower figure after a higher one is of some of them: "Four were hurt. … Two men were treated.",
/// "six gunmen. … Footage showed one gunman."
fn mark_parts(annotated: &Annotated, drafts: &mut [Draft], scene: impl Fn(&Draft) -> Scene) {
    for at in 1..drafts.len() {
        let (before, rest) = drafts.split_at_mut(at);
        let later = &mut rest[0];
        let others = annotated.tokens[later.tokens.clone()].iter().any(|it| it.lemma == "other");
        let part = before.iter().any(|whole| {
            let same = whole.slot == later.slot && scene(whole) == scene(later);
            same && is_part(whole, later, others)
        });
        if part {
            later.who = Some(Who::Other("part".into()));
        }
    }
}

fn is_part(whole: &Draft, later: &Draft, others: bool) -> bool {
    let tolls = matches!(later.slot, Slot::KilledCount | Slot::InjuredCount | Slot::PerpetratorCount);
    let alike = whole.who == later.who
        && matches!(later.who, Some(Who::Total) | Some(Who::Perpetrators));
    let (Some(all), Some(some)) = (figure(whole), figure(later)) else { return false };
    tolls && alike && is_exact(later) && some > 0 && (some < all || (others && all != some))
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
