//! Tells which acts the task of MUC-4 asks for.
//!
//! In: an act. Out: whether it is recent, and not a fight between armed forces alone.

use jiff::ToSpan;
use recount::annotate::Annotated;
use recount::extract::Act;

/// How many days before an article an act may lie: the task says two months.
const RECENT: i64 = 62;

/// Returns whether the key would have a template for `act`.
pub(super) fn is_relevant(annotated: &Annotated, act: &Act) -> bool {
    is_recent(annotated, act) && !is_fight(act)
}

fn is_recent(annotated: &Annotated, act: &Act) -> bool {
    let (Some((date, _)), Some(published)) = (&act.date, &annotated.article.published) else {
        return true;
    };
    let from = published.start.saturating_sub(RECENT.days());
    from <= date.end && date.start.date() <= published.end.date()
}

/// Soldiers and police alone suffered it, and no state did it.
fn is_fight(act: &Act) -> bool {
    let uniformed = |it: &str| matches!(it, "military" | "police");
    act.targets.iter().all(|it| it.class == "law enforcement")
        && act.victims.iter().all(|it| uniformed(it.class))
}
