//! Gives the verdict on one slot of one event.
//!
//! In: the claims about the slot. Out: a finding with the best value, the lowest and highest figure
//! that still stand, and the reason in a plain sentence. Values are never averaged.

use std::collections::BTreeSet;

use jiff::civil::DateTime;

use super::candidates::{Candidate, candidates};
use super::drift::drifts;
use super::held::Held;
use super::party::only_party;
use super::supersede::{Replaced, replaced};
use super::{Pack, values};
use crate::extract;
use crate::model::{EventId, Finding, Slot, Standing, Value, Verdict, Who};

/// What a finding is asked about.
pub(super) struct Asked {
    pub(super) event: EventId,
    pub(super) slot: Slot,
    pub(super) who: Option<Who>,
    /// The figures that are printed for the perpetrators of this event and slot.
    pub(super) perpetrators: BTreeSet<u64>,
    /// When the first report was printed: the main event lies before.
    pub(super) first_print: Option<DateTime>,
}

/// Returns the finding on what is asked; `None` if the claims only deny.
pub(super) fn finding(asked: Asked, claims: &[Held], pack: &Pack) -> Option<Finding> {
    let found = candidates(claims);
    let field = Field::of(&asked, &found);
    let best = pack.best(&field.contenders())?;
    let (verdict, reason) = field.verdict(best);
    let figures: Vec<u64> = field.live.iter().filter_map(|it| values::figure(&it.value)).collect();
    let mut groups = vec![best.group(Standing::Best)];
    let others = Pack::ordered(&field.live).into_iter().filter(|it| it.key != best.key);
    groups.extend(others.map(|it| it.group(field.standing(it, best))));
    groups.extend(field.old.iter().map(|(it, _)| it.group(Standing::Superseded)));
    let drift = if asked.slot.holds_several() { Vec::new() } else { drifts(&field.live) };
    Some(Finding {
        verdict,
        best: best.value.clone(),
        low: figures.iter().min().copied(),
        high: figures.iter().max().copied(),
        reason,
        pack: pack.to_string(),
        one_party: only_party(best.held.iter().map(|it| it.claim)),
        drift,
        groups,
        event: asked.event,
        slot: asked.slot,
        who: asked.who,
    })
}

/// The values of a slot: those that stand and those that were replaced.
struct Field<'f, 'c> {
    asked: &'f Asked,
    live: Vec<&'f Candidate<'c>>,
    old: Vec<(&'f Candidate<'c>, Replaced)>,
}

impl<'f, 'c> Field<'f, 'c> {
    fn of(asked: &'f Asked, found: &'f [Candidate<'c>]) -> Self {
        let (slot, event) = (asked.slot, &asked.event);
        let mut field = Field { asked, live: Vec::new(), old: Vec::new() };
        for value in found.iter().filter(|it| !it.held.is_empty()) {
            let others = found.iter().filter(|it| it.key != value.key && event.is_main());
            let by = others.filter_map(|it| replaced(slot, value, it)).next();
            match by {
                Some(how) => field.old.push((value, how)),
                None => field.live.push(value),
            }
        }
        // Corrections that run in a circle replace nothing.
        if field.live.is_empty() {
            field.live = field.old.drain(..).map(|(it, _)| it).collect();
        }
        field
    }

    /// The values that may stand best: of phases those that say how far the event had got, of days those
    /// on which the first report of the main event was not printed yet.
    fn contenders(&self) -> Vec<&'f Candidate<'c>> {
        let staged = |it: &Candidate| extract::stage_of_phase(&it.key).is_some();
        let possible = |it: &Candidate| !self.is_too_late(it);
        let fits: &dyn Fn(&Candidate) -> bool = match self.asked.slot {
            Slot::Phase => &staged,
            _ => &possible,
        };
        let fitting: Vec<_> = self.live.iter().filter(|it| fits(it)).copied().collect();
        if fitting.is_empty() { self.live.clone() } else { fitting }
    }

    /// Whether the main event would lie after its first report.
    fn is_too_late(&self, value: &Candidate) -> bool {
        match (&value.value, self.asked.first_print) {
            (Value::Date(day), Some(print)) => self.asked.event.is_main() && day.start > print,
            _ => false,
        }
    }

    fn verdict(&self, best: &Candidate) -> (Verdict, String) {
        let rivals: Vec<_> = self.live.iter().filter(|it| self.is_rival(it, best)).collect();
        if !best.denied.is_empty() {
            return (Verdict::Disputed, "It is also denied.".into());
        }
        // What was replaced says more than what stands beside the best value.
        let replaced =
            self.old.first().filter(|_| rivals.is_empty() || self.asked.slot.holds_several());
        if let Some((old, how)) = replaced {
            return (Verdict::Superseded, replacement(old, *how, best));
        }
        if !rivals.is_empty() {
            return self.differing(best, &rivals);
        }
        if self.live.iter().any(|it| it.key != best.key) {
            return (Verdict::Refined, refinement(best));
        }
        let reason = support(best);
        let agreed = best.families() > 1;
        (if agreed { Verdict::Agreed } else { Verdict::SingleSource }, reason)
    }

    fn standing(&self, value: &Candidate, best: &Candidate) -> Standing {
        match self.is_rival(value, best) {
            false => Standing::Compatible,
            true if self.asked.slot.holds_several() => Standing::Beside,
            true if self.counts_others(value, best) => Standing::Beside,
            true => Standing::Rival,
        }
    }

    /// A value that leaves no room for the best and that the best leaves no room for.
    fn is_rival(&self, value: &Candidate, best: &Candidate) -> bool {
        value.key != best.key && !best.agrees_with(value) && !value.agrees_with(best)
    }

    /// Two totals that differ by as many as the perpetrators are: one counts them in ("59 dead, the gunman
    /// among them"), the other leaves them out.
    fn counts_others(&self, value: &Candidate, best: &Candidate) -> bool {
        let tolls = matches!(self.asked.slot, Slot::KilledCount | Slot::InjuredCount);
        let all = matches!(self.asked.who, Some(Who::Total | Who::Victims));
        let figures = values::figure(&value.value).zip(values::figure(&best.value));
        let apart = figures.map(|(a, b)| a.abs_diff(b)).filter(|it| *it > 0);
        tolls && all && apart.is_some_and(|it| self.asked.perpetrators.contains(&it))
    }

    fn differing(&self, best: &Candidate, rivals: &[&&Candidate]) -> (Verdict, String) {
        let others: Vec<_> = rivals.iter().map(|it| it.value.to_string()).collect();
        let others = others.join(", ");
        if self.asked.slot.holds_several() {
            return (Verdict::Complementary, format!("Beside {} there is {others}.", best.value));
        }
        if rivals.iter().all(|it| self.counts_others(it, best)) {
            let reason = format!(
                "One of {} and {others} counts the perpetrators in, and the other does not.",
                best.value
            );
            return (Verdict::Complementary, reason);
        }
        if rivals.iter().all(|it| self.is_too_late(it)) {
            let reason = format!("{others} would be later than the first report of it.");
            return (Verdict::Disputed, reason);
        }
        let votes = best.votes();
        let reason = format!(
            "{} agrees with {votes} of the origins; {others} does not agree with it.",
            best.value
        );
        (Verdict::Disputed, reason)
    }
}

fn replacement(old: &Candidate, how: Replaced, best: &Candidate) -> String {
    let (old, new) = (&old.value, &best.value);
    match how {
        Replaced::Stage => format!("{old} was the state before; {new} is the later one."),
        Replaced::Growth => format!("The figure went from {old} to {new} as reports came in."),
        Replaced::Counted => {
            format!("There were only words for it, {old}, until {new} was printed.")
        }
        Replaced::Correction => format!("The source that gave {old} gave {new} later."),
    }
}

fn refinement(best: &Candidate) -> String {
    let families = best.families_with_room();
    format!(
        "{} is the most precise; the others leave room for it ({families} families).",
        best.value
    )
}

fn support(best: &Candidate) -> String {
    let (articles, families) = (best.articles(), best.families());
    match (articles, families) {
        (1, _) => "One article tells it, and none differs.".into(),
        (_, 1) => format!("{articles} articles tell it, all from one text."),
        _ => format!("{articles} articles from {families} texts tell it, and none differs."),
    }
}
