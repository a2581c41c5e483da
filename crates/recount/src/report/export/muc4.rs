//! One event as a template of MUC-4.
//!
//! In: what is told of an event. Out: a row with a cell for each slot and the layout of the template, or
//! why the event has none. Each count of people is a target of its own: nothing is added up.

use super::row::Row;
use super::told::{Told, days, one_day};
use crate::extract::{self, Named};
use crate::model::{Claim, Finding, Level, Modality, Place, Precision, Slot, Value, Who};
use crate::report::labels;
use crate::report::muc4::{SLOTS, Template, code, day, number, place, span};

pub(super) fn row(told: &Told) -> Result<Row, &'static str> {
    let mut row = Row::default();
    let mut template = Template::of(kind(told).ok_or("such a kind of event is not in MUC-4")?);
    row.hold(told.finding(Slot::EventType));
    template.code("MESSAGE: ID", &told.id(), None);
    template.code("MESSAGE: TEMPLATE", "1", None);
    template.code("INCIDENT: STAGE OF EXECUTION", stage(told), None);
    when(&mut template, &mut row, told);
    whereabouts(&mut template, &mut row, told);
    weapons(&mut template, &mut row, told);
    perpetrators(&mut template, &mut row, told);
    targets(&mut template, &mut row, told);
    people(&mut template, &mut row, told);
    for slot in SLOTS.iter() {
        let fills: Vec<_> = template.fills(slot).iter().map(ToString::to_string).collect();
        row.set(*slot, (!fills.is_empty()).then(|| fills.join("; ")));
    }
    row.layout(format!("{template}\n"));
    Ok(row)
}

fn kind(told: &Told) -> Option<&'static str> {
    let (kind, broader) = told.kind();
    code("kind", kind).or_else(|| code("kind", broader?))
}

fn stage(told: &Told) -> &'static str {
    let claims = told.finding(Slot::EventType).map_or_else(Vec::new, |it| told.behind(it));
    let planned = |it: &&Claim| it.modality == Modality::Planned;
    let threatened = !claims.is_empty() && claims.iter().all(planned);
    code("stage", if threatened { "threatened" } else { "accomplished" }).unwrap_or_default()
}

fn when(template: &mut Template, row: &mut Row, told: &Told) {
    let Some(date) = told.date().filter(|it| it.precision <= Precision::Year) else { return };
    let (first, last) = (date.start.date(), date.end.date());
    let words = if one_day(date) || days(date) == 1 { day(first) } else { span(first, last) };
    template.code("INCIDENT: DATE", &words, None);
    row.hold(told.finding(Slot::EventDate));
}

fn whereabouts(template: &mut Template, row: &mut Row, told: &Told) {
    let Some((country, at)) = told.country().zip(told.place()) else { return };
    template.code("INCIDENT: LOCATION", &place(country, levels(at)), None);
    row.hold(told.finding(Slot::Place));
}

/// The division and the place in it; a facility is no level of the task, but its town is.
fn levels(at: &Place) -> Vec<(&str, Level)> {
    let division = at.admin1.as_deref().filter(|_| at.level > Level::Admin1);
    let own = matches!(at.level, Level::Admin1 | Level::Admin2);
    let own = own.then_some((at.name.as_str(), at.level));
    let own = own.or(at.town().map(|it| (it, Level::City)));
    division.map(|it| (it, Level::Admin1)).into_iter().chain(own).collect()
}

fn weapons(template: &mut Template, row: &mut Row, told: &Told) {
    row.hold(told.finding(Slot::Weapon));
    for term in told.terms(Slot::Weapon) {
        template.string("INCIDENT: INSTRUMENT ID", &term.text, None);
        let named = extract::named(&term.id);
        let wider = || extract::named(term.broader.as_deref()?);
        let Some(Named::Means(class)) = named.or_else(wider) else { continue };
        let class = code("means", class).unwrap_or_default();
        template.code("INCIDENT: INSTRUMENT TYPE", class, Some(&term.text));
    }
}

fn perpetrators(template: &mut Template, row: &mut Row, told: &Told) {
    row.hold(told.finding(Slot::Perpetrator));
    for term in told.terms(Slot::Perpetrator) {
        template.string("PERP: INDIVIDUAL ID", &term.text, None);
    }
    for group in [Slot::Affiliation, Slot::ClaimedBy].into_iter().filter_map(|it| told.finding(it))
    {
        let Some(name) = told.name(group.slot) else { continue };
        template.string("PERP: ORGANIZATION ID", name, None);
        let doubt = match group.slot {
            Slot::ClaimedBy => "claimed",
            _ if told.suspected(group) => "suspected",
            _ => "told",
        };
        let doubt = code("doubt", doubt).unwrap_or_default();
        template.code("PERP: ORGANIZATION CONFIDENCE", doubt, Some(name));
        row.hold(Some(group));
    }
}

fn targets(template: &mut Template, row: &mut Row, told: &Told) {
    row.hold(told.finding(Slot::Target));
    for term in told.terms(Slot::Target) {
        let named = extract::named(&term.id);
        let (ids, types, class) = match named {
            Some(Named::People(class)) => {
                ("HUM TGT: DESCRIPTION", "HUM TGT: TYPE", code("people", class))
            }
            Some(Named::Thing(class)) => ("PHYS TGT: ID", "PHYS TGT: TYPE", code("thing", class)),
            _ => ("PHYS TGT: ID", "PHYS TGT: TYPE", None),
        };
        template.string(ids, &term.text, None);
        template.code(types, class.unwrap_or_default(), Some(&term.text));
    }
}

/// Each count of people as a target of its own, by the name of the count.
fn people(template: &mut Template, row: &mut Row, told: &Told) {
    let counted = |it: &&&Finding| {
        matches!(it.slot, Slot::KilledCount | Slot::InjuredCount | Slot::HostageCount)
            && it.who != Some(Who::Perpetrators)
    };
    for finding in told.findings.iter().filter(counted) {
        let Value::Count(count) = &finding.best else { continue };
        let name = labels::question(finding);
        template.string("HUM TGT: DESCRIPTION", &name, None);
        template.code("HUM TGT: NUMBER", &number(Some(count), true), Some(&name));
        if let Some(Who::Nationality(country)) = &finding.who {
            template.code("HUM TGT: FOREIGN NATION", &country.to_uppercase(), Some(&name));
        }
        let effect = match finding.slot {
            Slot::KilledCount => "killed",
            Slot::InjuredCount => "injured",
            _ => "taken",
        };
        template.code(
            "HUM TGT: EFFECT OF INCIDENT",
            code("effect", effect).unwrap_or_default(),
            Some(&name),
        );
        row.hold(Some(finding));
    }
}
