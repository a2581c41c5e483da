//! Turns the parts of an act into fills of MUC-4.
//!
//! In: an act and its article. Out: strings in capitals, members of the closed lists of the task.

use std::ops::Range;

use recount::annotate::{Annotated, Meaning, PlaceMention, Relation};
use recount::extract::{Act, Perpetrator, Stage};
use recount::gazetteer::{country_name, lookup};
use recount::model::{Level, Precision};
use recount::report::muc4::{self, Template, code, number};

pub(super) fn kind(act: &Act) -> &'static str {
    code("kind", act.kind).unwrap_or_default()
}

pub(super) fn stage(act: &Act) -> &'static str {
    let stage = match act.stage {
        Stage::Accomplished => "accomplished",
        Stage::Attempted => "attempted",
        Stage::Threatened => "threatened",
    };
    code("stage", stage).unwrap_or_default()
}

fn upper(annotated: &Annotated, tokens: &Range<usize>) -> String {
    let text = annotated.text(tokens).to_uppercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(['"', '(', ')'], "")
}

/// The day of the act, or "on or before" the day of the article.
pub(super) fn date(annotated: &Annotated, act: &Act) -> String {
    let Some(published) = &annotated.article.published else { return String::new() };
    let last = muc4::until(published.end.date());
    let Some((date, tokens)) = &act.date else { return last };
    // A day of the week is no easily calculable day in the rules of the task.
    let mut said = annotated.times.iter().filter(|it| it.tokens == *tokens);
    if said.any(|it| matches!(it.meaning, Meaning::Weekday { .. })) {
        return last;
    }
    match date.precision {
        it if it <= Precision::Day => muc4::day(date.start.date()),
        _ => muc4::span(date.start.date(), date.end.date().min(published.end.date())),
    }
}

/// The countries that the task is about, by their codes.
const COUNTRIES: [&str; 9] = ["SV", "GT", "HN", "AR", "BO", "CL", "CO", "EC", "PE"];

/// Returns the code of the country whose town opens a dateline.
pub(super) fn country_of_dateline(dateline: &str) -> Option<&'static str> {
    let town = dateline.split([',', '(']).next()?.trim();
    let entries = lookup(town);
    entries.iter().find_map(|it| COUNTRIES.into_iter().find(|code| it.country == *code))
}

/// Returns the code of the country that an article names most often among those of the task.
pub(super) fn country_of_article(annotated: &Annotated) -> Option<&'static str> {
    let named = |code: &str| {
        let there = annotated.places.iter().filter(|it| it.place.country.as_deref() == Some(code));
        there.count()
    };
    COUNTRIES.into_iter().rev().max_by_key(|it| named(it)).filter(|it| named(it) > 0)
}

/// The place of the act; `None` if it lies in no country that the task is about.
pub(super) fn place(annotated: &Annotated, act: &Act, home: Option<&str>) -> Option<String> {
    let country = |it: &usize| annotated.places[*it].place.country.as_deref();
    let asked = act.places.iter().filter_map(country).find(|it| COUNTRIES.contains(it));
    let abroad = act.places.first().filter(|it| {
        let mention = &annotated.places[**it];
        mention.relation == Relation::In && mention.place.country.is_some()
    });
    let code = asked.or(home.filter(|_| abroad.is_none()))?;
    let name = country_name(code)?;
    let finer = act
        .places
        .iter()
        .find(|it| country(it) == Some(code) && annotated.places[**it].place.level > Level::Region);
    let told = |it: &&PlaceMention| {
        it.place.country.as_deref() == Some(code)
            && it.place.level > Level::Region
            && it.place.level != Level::Facility
            && !matches!(it.relation, Relation::From | Relation::None | Relation::Dateline)
    };
    // An act told without a place happened where the article was before.
    let first = act.mentions.first().copied().unwrap_or_default();
    let before = || annotated.places.iter().rev().filter(|it| it.tokens.start < first).find(told);
    let finer = finer.map(|it| &annotated.places[*it]).or_else(before);
    let Some(finer) = finer else { return Some(muc4::place(name, [])) };
    let local = upper(annotated, &finer.name);
    let local = local
        .trim_end_matches(" DEPARTMENT")
        .trim_end_matches(" PROVINCE")
        .trim_end_matches(" CITY")
        .to_owned();
    let local =
        if local == "GUATEMALA" || local == "PANAMA" { format!("{local} CITY") } else { local };
    let within = (local != name.to_uppercase()).then_some((local.as_str(), finer.place.level));
    Some(muc4::place(name, within))
}

pub(super) fn means(template: &mut Template, annotated: &Annotated, act: &Act) {
    const TYPE: &str = "INCIDENT: INSTRUMENT TYPE";
    // Who was shot, was shot with a gun; what exploded was an explosive.
    let shot = act.mentions.iter().any(|it| annotated.tokens[*it].lemma == "shoot");
    let bombed = act.kind == "bombing";
    if act.means.is_empty() && (shot || bombed) {
        let class = if bombed { "explosive" } else { "gun" };
        template.code(TYPE, code("means", class).unwrap_or_default(), None);
    }
    for means in &act.means {
        let words = annotated.text(&means.tokens);
        template.string("INCIDENT: INSTRUMENT ID", words, None);
        template.code(TYPE, code("means", means.class).unwrap_or_default(), Some(words));
    }
}

pub(super) fn perpetrators(template: &mut Template, annotated: &Annotated, act: &Act) {
    let state = act.perpetrators.iter().all(|it| it.class == "state");
    let state = state && !act.perpetrators.is_empty();
    // The task presumes terrorism where nobody is named.
    let category = code("category", if state { "state" } else { "presumed" });
    template.code("PERP: INCIDENT CATEGORY", category.unwrap_or_default(), None);
    for one in &act.perpetrators {
        let words = annotated.text(&one.tokens);
        if is_organisation(annotated, one) {
            let doubt = match one {
                it if it.claimed => "claimed",
                it if it.suspected => "suspected",
                _ => "told",
            };
            organisation(template, words, doubt);
        } else {
            template.string("PERP: INDIVIDUAL ID", words, None);
        }
    }
}

/// A group in the context of the act that nobody accuses.
pub(super) fn possible(template: &mut Template, annotated: &Annotated, act: &Act) {
    if let Some(group) = &act.group_nearby {
        organisation(template, annotated.text(group), "near");
    }
}

fn organisation(template: &mut Template, words: &str, doubt: &str) {
    let doubt = code("doubt", doubt).unwrap_or_default();
    template.string("PERP: ORGANIZATION ID", words, None);
    template.code("PERP: ORGANIZATION CONFIDENCE", doubt, Some(words));
}

fn is_organisation(annotated: &Annotated, one: &Perpetrator) -> bool {
    let last = annotated.tokens[one.tokens.end - 1].lemma.as_str();
    one.class == "group"
        || one.class == "state" && !matches!(last, "soldier" | "troop" | "policeman")
}

pub(super) fn targets(template: &mut Template, annotated: &Annotated, act: &Act) {
    for target in &act.targets {
        let words = annotated.text(&target.tokens);
        let of = Some(words);
        template.string("PHYS TGT: ID", words, None);
        template.code("PHYS TGT: TYPE", code("thing", target.class).unwrap_or_default(), of);
        template.code("PHYS TGT: NUMBER", &number(target.count.as_ref(), target.several), of);
        let burnt = (act.kind == "arson").then_some("damaged");
        let effect = target.effect.or(burnt).and_then(|it| code("effect", it));
        template.code("PHYS TGT: EFFECT OF INCIDENT", effect.unwrap_or_default(), of);
    }
}

pub(super) fn victims(template: &mut Template, annotated: &Annotated, act: &Act) {
    for victim in &act.victims {
        let name = victim.name.as_ref().map(|it| annotated.text(it));
        let described = victim.description.as_ref().map(|it| annotated.text(it));
        let of = name.or(described);
        if of.is_none() {
            continue;
        }
        template.string("HUM TGT: NAME", name.unwrap_or_default(), None);
        template.string("HUM TGT: DESCRIPTION", described.unwrap_or_default(), name);
        let former = described.is_some_and(|it| it.to_uppercase().contains("FORMER"));
        let former = former.then(|| code("people", &format!("former {}", victim.class))).flatten();
        let class = former.or_else(|| code("people", victim.class)).unwrap_or_default();
        template.code("HUM TGT: TYPE", class, of);
        template.code("HUM TGT: NUMBER", &number(victim.count.as_ref(), victim.several), of);
        let effect = victim.effect.and_then(|it| code("effect", it)).unwrap_or_default();
        template.code("HUM TGT: EFFECT OF INCIDENT", effect, of);
    }
}
