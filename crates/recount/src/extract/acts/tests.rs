use super::{Act, acts};
use crate::annotate::Annotated;
use crate::testing::annotated;

#[test]
fn who_did_what_to_whom_stands_in_the_syntax() {
    check("Rebels murdered Judge Anna Berg in Kavaja.", "attack by Rebels on Anna Berg");
    check("Judge Anna Berg was murdered by rebels.", "attack by rebels on Anna Berg");
    check("The murder of three farmers by the army was denied.", "attack by army on farmers");
}

#[test]
fn a_bomb_needs_no_verb_of_violence() {
    check("A bomb exploded in front of a bank.", "bombing by  on bank with bomb");
    check("The meeting went well.", "");
}

#[test]
fn what_only_might_happen_is_no_act() {
    check("Rebels could attack the bridge.", "");
    check("If rebels attack the bridge, the town will starve.", "");
    check("Rebels tried to kidnap a nurse.", "kidnapping by Rebels on nurse");
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let annotated = annotated(text);
    let told: Vec<_> = acts(&annotated).iter().map(|it| told(&annotated, it)).collect();
    assert_eq!(told.join("; "), expected);
}

fn told(annotated: &Annotated, act: &Act) -> String {
    let words = |all: Vec<&std::ops::Range<usize>>| {
        let words: Vec<_> = all.into_iter().map(|it| annotated.text(it)).collect();
        words.join(", ")
    };
    let by = words(act.perpetrators.iter().map(|it| &it.tokens).collect());
    let victims = act.victims.iter().filter_map(|it| it.name.as_ref().or(it.description.as_ref()));
    let on = words(victims.chain(act.targets.iter().map(|it| &it.tokens)).collect());
    let with = words(act.means.iter().map(|it| &it.tokens).collect());
    let with = if with.is_empty() { with } else { format!(" with {with}") };
    format!("{} by {by} on {on}{with}", act.kind)
}
