//! Turns the parts of an act into fills of MUC-4.
//!
//! In: an act and its article. Out: strings in capitals, members of the closed lists of the task.

use std::ops::Range;

use recount::annotate::{Annotated, Meaning, PlaceMention, Relation};
use recount::extract::{Act, Perpetrator, Stage};
use recount::gazetteer::{country_name, lookup};
use recount::model::{Count, Level, Precision, Qualifier};

use super::Template;

pub(super) fn kind(act: &Act) -> &'static str {
    match act.kind {
        "bombing" => "BOMBING",
        "kidnapping" => "KIDNAPPING",
        "arson" => "ARSON",
        "hijacking" => "HIJACKING",
        "robbery" => "ROBBERY",
        _ => "ATTACK",
    }
}

pub(super) fn stage(act: &Act) -> &'static str {
    match act.stage {
        Stage::Accomplished => "ACCOMPLISHED",
        Stage::Attempted => "ATTEMPTED",
        Stage::Threatened => "THREATENED",
    }
}

fn upper(annotated: &Annotated, tokens: &Range<usize>) -> String {
    let text = annotated.text(tokens).to_uppercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(['"', '(', ')'], "")
}

/// The day of the act, or "on or before" the day of the article.
pub(super) fn date(annotated: &Annotated, act: &Act) -> String {
    let print = |it: jiff::civil::Date| it.strftime("%d %b %y").to_string().to_uppercase();
    let Some(published) = &annotated.article.published else { return String::new() };
    let last = format!("- {}", print(published.end.date()));
    let Some((date, tokens)) = &act.date else { return last };
    // A day of the week is no easily calculable day in the rules of the task.
    let mut said = annotated.times.iter().filter(|it| it.tokens == *tokens);
    if said.any(|it| matches!(it.meaning, Meaning::Weekday { .. })) {
        return last;
    }
    match date.precision {
        it if it <= Precision::Day => print(date.start.date()),
        _ => format!(
            "{} - {}",
            print(date.start.date()),
            print(date.end.date().min(published.end.date()))
        ),
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
    let name = country_name(code)?.to_uppercase();
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
    let Some(finer) = finer else { return Some(name) };
    let kind = match finer.place.level {
        Level::Admin1 => "DEPARTMENT",
        Level::Admin2 => "MUNICIPALITY",
        _ => "CITY",
    };
    let local = upper(annotated, &finer.name);
    let local = local
        .trim_end_matches(" DEPARTMENT")
        .trim_end_matches(" PROVINCE")
        .trim_end_matches(" CITY")
        .to_owned();
    let local =
        if local == "GUATEMALA" || local == "PANAMA" { format!("{local} CITY") } else { local };
    Some(if local == name { name } else { format!("{name}: {local} ({kind})") })
}

pub(super) fn means(template: &mut Template, annotated: &Annotated, act: &Act) {
    // Who was shot, was shot with a gun; what exploded was an explosive.
    let shot = act.mentions.iter().any(|it| annotated.tokens[*it].lemma == "shoot");
    if act.means.is_empty() && (shot || act.kind == "bombing") {
        template.add(
            "inc_instr_type",
            if act.kind == "bombing" { "EXPLOSIVE" } else { "GUN" },
            None,
        );
    }
    for means in &act.means {
        let words = upper(annotated, &means.tokens);
        let class = match means.class {
            "machine gun" => "MACHINE GUN",
            "mortar" => "MORTAR",
            "handgun" => "HANDGUN",
            "rifle" => "RIFLE",
            "gun" => "GUN",
            "vehicle bomb" => "VEHICLE BOMB",
            "dynamite" => "DYNAMITE",
            "mine" => "MINE",
            "bomb" => "BOMB",
            "grenade" => "GRENADE",
            "petrol bomb" => "MOLOTOV COCKTAIL",
            "missile" => "MISSILE",
            "rocket" => "ROCKET",
            "projectile" => "PROJECTILE",
            "blade" => "CUTTING DEVICE",
            "fire" => "FIRE",
            "stone" => "STONE",
            _ => "EXPLOSIVE",
        };
        template.add("inc_instr_id", &words, None);
        template.add("inc_instr_type", class, Some(&words));
    }
}

pub(super) fn perpetrators(template: &mut Template, annotated: &Annotated, act: &Act) {
    let state = act.perpetrators.iter().all(|it| it.class == "state");
    let state = state && !act.perpetrators.is_empty();
    // The task presumes terrorism where nobody is named.
    let category = if state { "STATE-SPONSORED VIOLENCE" } else { "TERRORIST ACT" };
    template.add("perp_inc_cat", category, None);
    for one in &act.perpetrators {
        let words = upper(annotated, &one.tokens);
        if is_organisation(annotated, one) {
            let doubt = match one {
                it if it.claimed => "CLAIMED OR ADMITTED",
                it if it.suspected => "SUSPECTED OR ACCUSED",
                _ => "REPORTED AS FACT",
            };
            template.add("perp_org_id", &words, None);
            template.add("perp_org_conf", doubt, Some(&words));
        } else {
            template.add("perp_ind_id", &words, None);
        }
    }
}

/// A group in the context of the act that nobody accuses.
pub(super) fn possible(template: &mut Template, annotated: &Annotated, act: &Act) {
    if let Some(group) = &act.group_nearby {
        let words = upper(annotated, group);
        template.add("perp_org_id", &words, None);
        template.add("perp_org_conf", "POSSIBLE", Some(&words));
    }
}

fn is_organisation(annotated: &Annotated, one: &Perpetrator) -> bool {
    let last = annotated.tokens[one.tokens.end - 1].lemma.as_str();
    one.class == "group"
        || one.class == "state" && !matches!(last, "soldier" | "troop" | "policeman")
}

fn number(count: Option<&Count>, several: bool) -> String {
    let Some(n) = count.and_then(|it| it.n) else {
        return if several || count.is_some() { "PLURAL" } else { "1" }.to_owned();
    };
    match count.map(|it| it.qualifier) {
        Some(Qualifier::AtLeast | Qualifier::MoreThan) => format!("{n} -"),
        Some(Qualifier::About | Qualifier::Nearly) => format!("~{n}"),
        _ => n.to_string(),
    }
}

pub(super) fn targets(template: &mut Template, annotated: &Annotated, act: &Act) {
    for target in &act.targets {
        let words = upper(annotated, &target.tokens);
        let class = match target.class {
            "residence" => "CIVILIAN RESIDENCE",
            "commerce" => "COMMERCIAL",
            "communications" => "COMMUNICATIONS",
            "embassy" => "DIPLOMAT OFFICE OR RESIDENCE",
            "energy" => "ENERGY",
            "finance" => "FINANCIAL",
            "government" => "GOVERNMENT OFFICE OR RESIDENCE",
            "law enforcement" => "LAW ENFORCEMENT FACILITY",
            "political office" => "POLITICAL FIGURE OFFICE OR RESIDENCE",
            "organisation" => "ORGANIZATION OFFICE",
            "vehicle" => "TRANSPORT VEHICLE",
            "transport facility" => "TRANSPORTATION FACILITY",
            "route" => "TRANSPORTATION ROUTE",
            "water" => "WATER",
            _ => "OTHER",
        };
        template.add("phys_tgt_id", &words, None);
        template.add("phys_tgt_type", class, Some(&words));
        template.add("phys_tgt_num", &number(target.count.as_ref(), target.several), Some(&words));
        let effect = match target.effect {
            Some("destroyed") => "DESTROYED",
            Some(_) => "SOME DAMAGE",
            None if act.kind == "arson" => "SOME DAMAGE",
            None => continue,
        };
        template.add("phys_tgt_effect", effect, Some(&words));
    }
}

pub(super) fn victims(template: &mut Template, annotated: &Annotated, act: &Act) {
    for victim in &act.victims {
        let name = victim.name.as_ref().map(|it| upper(annotated, it));
        let described = victim.description.as_ref().map(|it| upper(annotated, it));
        let Some(words) = name.clone().or(described.clone()) else { continue };
        if let Some(name) = &name {
            template.add("hum_tgt_name", name, None);
        }
        if let Some(described) = &described {
            template.add("hum_tgt_desc", described, name.as_deref());
        }
        let former = described.as_ref().is_some_and(|it| it.contains("FORMER"));
        let class = match victim.class {
            "diplomat" => "DIPLOMAT",
            "official" if former => "FORMER GOVERNMENT OFFICIAL",
            "official" => "GOVERNMENT OFFICIAL",
            "judicial" => "LEGAL OR JUDICIAL",
            "military" if former => "FORMER ACTIVE MILITARY",
            "military" => "ACTIVE MILITARY",
            "police" => "LAW ENFORCEMENT",
            "political" => "POLITICAL FIGURE",
            "guard" => "SECURITY GUARD",
            _ => "CIVILIAN",
        };
        template.add("hum_tgt_type", class, Some(&words));
        template.add("hum_tgt_num", &number(victim.count.as_ref(), victim.several), Some(&words));
        let effect = match victim.effect {
            Some("killed") => "DEATH",
            Some("injured") => "INJURY",
            _ => continue,
        };
        template.add("hum_tgt_effect", effect, Some(&words));
    }
}
