//! Puts what was found into the words of the case language, so that it can be set beside a line.

use recount::model::{Article, Block, Claim, Event, EventId, Finding, Incident, Record, Relation};
use recount::model::{Role, Value};

/// Returns the event of a claim or finding as a case calls it.
pub(crate) fn event(incident: &Incident, id: &EventId) -> String {
    match relation(incident, id) {
        Some(Relation::Main) => "E0".into(),
        Some(Relation::Background) => format!("background {}", id.0),
        None => format!("unknown {}", id.0),
    }
}

/// Returns how an event stands to its incident.
pub(crate) fn relation(incident: &Incident, id: &EventId) -> Option<Relation> {
    let is_it = |event: &&Event| event.id == *id;
    incident.events.iter().find(is_it).map(|it| it.relation)
}

/// Writes a finding as a line.
pub(crate) fn finding(incident: &Incident, finding: &Finding) -> String {
    let who = finding.who.as_ref().map(|it| format!(" {it}")).unwrap_or_default();
    let range = match (finding.low, finding.high) {
        (Some(low), Some(high)) => format!(" ({low}–{high})"),
        _ => String::new(),
    };
    let event = event(incident, &finding.event);
    let (slot, best, verdict) = (finding.slot, value(&finding.best), name(&finding.verdict));
    format!("{event} {slot}{who} = {best}{range} {verdict}")
}

/// Writes a claim as a line.
pub(crate) fn claim(record: &Record, incident: &Incident, claim: &Claim) -> String {
    let who = claim.who.as_ref().map(|it| format!(" {it}")).unwrap_or_default();
    let (event, slot) = (event(incident, &claim.event), claim.slot);
    let (article, value) = (article_name(record, &claim.article.0), value(&claim.value));
    let (chain, modality) = (chain(claim), name(&claim.modality));
    let words = claim.evidence.text.replace('\n', " ");
    format!(
        "claim {article}: {event} {slot}{who} {value}, chain {chain}, {modality}, evidence \"{words}\""
    )
}

/// Writes the chain of a claim, or `none`.
pub(crate) fn chain(claim: &Claim) -> String {
    let mark = |anonymous| if anonymous { " (anonymous)" } else { "" };
    let hops: Vec<_> =
        claim.chain.iter().map(|it| format!("{}{}", it.name, mark(it.anonymous))).collect();
    if hops.is_empty() { "none".into() } else { hops.join(" → ") }
}

/// Writes the groups of a finding, one a line.
pub(crate) fn groups(incident: &Incident, finding: &Finding) -> Vec<String> {
    let who = finding.who.as_ref().map(|it| format!(" {it}")).unwrap_or_default();
    let head = format!("group {} {}{who}", event(incident, &finding.event), finding.slot);
    let line = |group: &recount::model::Group| {
        let mark = if group.superseded() { ", superseded" } else { "" };
        let (articles, outlets) = (group.articles, group.outlets);
        let (families, origins) = (group.families, group.origins);
        let value = value(&group.value);
        format!(
            "{head} {value}: {articles} articles, {outlets} outlets, {families} families, {origins} origins{mark}"
        )
    };
    finding.groups.iter().map(line).collect()
}

/// Writes a value as a case writes it.
pub(crate) fn value(value: &Value) -> String {
    value.to_string()
}

/// Returns the name of the article with an id.
pub(crate) fn article_name<'a>(record: &'a Record, id: &str) -> &'a str {
    let is_it = |article: &&Article| article.id.0 == id;
    record.articles.iter().find(is_it).map_or("?", |it| it.name.as_str())
}

/// Returns the word that a case uses for a role.
pub(crate) fn role(block: &Block) -> &'static str {
    match block.role {
        Role::Headline => "title",
        Role::Standfirst => "standfirst",
        Role::Body => "body",
        Role::Caption => "caption",
        Role::Furniture => "furniture",
    }
}

/// Returns the name that an enum without fields has in JSON.
pub(crate) fn name(choice: &impl serde::Serialize) -> String {
    let json = serde_json::to_value(choice).expect("a name is plain data");
    json.as_str().unwrap_or_default().to_owned()
}
