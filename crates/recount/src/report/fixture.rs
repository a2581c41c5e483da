//! A made-up record for the tests of this stage: the ferry Marisol capsizes off Port Vell.
//!
//! In: nothing. Out: a [`Record`] of five reports in three families, with a disputed toll, a state of
//! things that was superseded, a chain of two hops, overlapping evidence and a background event with
//! a toll of its own. Place, ship and newsrooms are invented.

mod articles;

use jiff::civil;

use crate::model::*;
use articles::articles;

/// Returns the record.
pub(super) fn ferry() -> Record {
    let articles = articles();
    let claims = claims(&articles);
    let incidents = vec![incident(&articles, claims)];
    Record { recount: producer(), articles, incidents }
}

/// Returns what made the records of tests.
pub(super) fn producer() -> Producer {
    Producer { version: "0.0.0".into(), language_model: "en_small 1.0.0".into(), as_of: None }
}

/// Returns a record with nothing in it.
pub(super) fn empty() -> Record {
    Record { articles: Vec::new(), incidents: Vec::new(), ..ferry() }
}

/// Returns the record as if only the first report had come in.
pub(super) fn one_article() -> Record {
    let mut record = ferry();
    record.articles.truncate(1);
    let id = record.articles[0].id.clone();
    let incident = &mut record.incidents[0];
    incident.articles.truncate(1);
    incident.families = vec![vec![id.clone()]];
    incident.links.clear();
    incident.claims.retain(|claim| claim.article == id);
    incident.independent = Independent { low: 1, best: 1, high: 1, reason: "one report".into() };
    record
}

/// Returns the record with every foreign string replaced by something that means harm.
pub(super) fn hostile() -> Record {
    let mut record = ferry();
    let article = &mut record.articles[0];
    article.url = Some("javascript:alert(1)".into());
    article.headline = Some("</title><script>alert(1)</script>".into());
    article.outlet = Some(Outlet { name: "=cmd|' /C calc'!A0".into(), basis: "text".into() });
    article.text = format!("<script>alert(\"{}\")</script>\n{}", "x' onfocus='", article.text);
    article.blocks.clear();
    record.articles[1].url = Some("https://post.example/\"><b>x".into());
    let incident = &mut record.incidents[0];
    incident.title = "=1+1 <img src=x onerror=\"alert(1)\"> *bold* [x](javascript:alert(1))".into();
    incident.events[0].name = "@SUM(A1) & <b>".into();
    incident.timeline[0].text = "+1 <i>\n| cell".into();
    record
}

/// The claims: article, event, slot and whom, value, evidence, chain, modality.
const CLAIMS: &[(usize, &str, &str, &str, &str, &str, &str)] = &[
    (
        0,
        "E0",
        "killed_count passengers",
        "9",
        "Nine passengers were killed",
        "harbour master",
        "reported",
    ),
    (0, "E0", "event_type", "ferry accident", "a ferry capsized", "", "asserted"),
    (0, "E0", "event_date", "@2031-05-03", "on Saturday morning", "", "asserted"),
    (0, "E0", "phase", "ongoing", "The rescue is still under way", "", "asserted"),
    (0, "E0", "missing_count", "30", "about 30 people missing", "", "asserted"),
    (
        1,
        "E0",
        "killed_count passengers",
        "14",
        "At least 14 passengers were killed",
        "Coast Wire>port official?",
        "reported",
    ),
    (
        1,
        "E0",
        "event_type",
        "ferry accident",
        "passengers were killed when the ferry Marisol capsized",
        "Coast Wire>port official?",
        "reported",
    ),
    (1, "E0", "place", "#Port Vell", "Port Vell", "", "asserted"),
    (1, "E0", "event_date", "@2031-05-03", "on Saturday", "", "asserted"),
    (1, "E0", "phase", "ended", "The rescue ended at noon", "coast guard", "reported"),
    (1, "E0", "arrested_count crew", "2", "Two crew members were arrested", "", "asserted"),
    (1, "E1", "killed_count victims", "41", "killed 41 people", "", "asserted"),
    (
        2,
        "E0",
        "killed_count passengers",
        "14",
        "At least 14 passengers were killed",
        "Coast Wire>port official?",
        "reported",
    ),
    (2, "E0", "phase", "ended", "The rescue ended at noon", "coast guard", "reported"),
    (
        3,
        "E0",
        "killed_count passengers",
        "14",
        "killing 14 passengers",
        "Coast Wire>port official?",
        "reported",
    ),
    (3, "E1", "killed_count victims", "41", "with the loss of 41 lives", "", "asserted"),
    (
        4,
        "E0",
        "killed_count passengers",
        "12",
        "Twelve passengers of the Marisol were killed",
        "hospital of Port Vell",
        "reported",
    ),
    (4, "E0", "phase", "ended", "The search was over by noon", "", "asserted"),
    (
        4,
        "E0",
        "cause",
        "shifted cargo",
        "Shifted cargo may have caused the ferry to capsize",
        "harbour pilot?",
        "speculated",
    ),
];

fn claims(articles: &[Article]) -> Vec<Claim> {
    let claims = CLAIMS.iter().enumerate();
    claims
        .map(|(at, (article, event, slot, value, words, chain, modality))| {
            let article = &articles[*article];
            let start =
                body(article).and_then(|from| Some(from + article.text[from..].find(words)?));
            let start = start.unwrap_or_else(|| panic!("{} has no {words:?}", article.name));
            let end = start + words.len();
            let (slot, who) = slot.split_once(' ').unwrap_or((slot, ""));
            Claim {
                id: id(at),
                article: article.id.clone(),
                event: EventId((*event).into()),
                slot: slot.parse().expect("a slot"),
                who: who.parse().ok(),
                value: self::value(value),
                evidence: Evidence { field: Field::Text, start, end, text: (*words).into() },
                chain: chain.split('>').filter(|it| !it.is_empty()).map(hop).collect(),
                modality: serde_json::from_value((*modality).into()).expect("a modality"),
                hedges: Vec::new(),
                as_of: None,
                rule: format!("{slot}/made-up"),
            }
        })
        .collect()
}

fn body(article: &Article) -> Option<usize> {
    article.blocks.iter().find(|it| it.role == Role::Body).map(|it| it.start)
}

fn id(at: usize) -> ClaimId {
    ClaimId(format!("c{at}"))
}

fn value(text: &str) -> Value {
    if let Ok(n) = text.parse() {
        return Value::Count(Count::exact(n));
    }
    match text.split_at(1) {
        ("@", day) => Value::Date(Date::day(day.parse().expect("a day"))),
        ("#", name) => Value::Place(place(name)),
        _ => Value::Term(Term { id: text.into(), text: text.into(), broader: None }),
    }
}

fn place(name: &str) -> Place {
    let nothing = Place {
        name: name.into(),
        level: Level::City,
        country: None,
        admin1: None,
        admin2: None,
        city: None,
        lat: None,
        lon: None,
        geonameid: None,
        reason: None,
    };
    Place { admin1: Some("Strait Province".into()), ..nothing }
}

fn hop(name: &str) -> Hop {
    let plain = name.trim_end_matches('?');
    let kind = if plain == "Coast Wire" { HopKind::Agency } else { HopKind::Official };
    Hop::new(plain.into(), plain.into(), kind, plain != name)
}

/// The findings: event, slot and whom, verdict, then groups of claims; `!` marks a replaced group.
const FINDINGS: &[(&str, &str, Verdict, &[&str], &str)] = &[
    ("E0", "event_type", Verdict::Agreed, &["1 6"], "Two families call it a ferry accident."),
    ("E0", "event_date", Verdict::Agreed, &["2 8"], "Two families give the same day."),
    ("E0", "place", Verdict::SingleSource, &["7"], "One family names the place."),
    (
        "E0",
        "phase",
        Verdict::Superseded,
        &["9 13 17", "!3"],
        "The rescue was still going on at 09:40 and had ended by noon.",
    ),
    (
        "E0",
        "killed_count passengers",
        Verdict::Disputed,
        &["5 12 14", "16", "!0"],
        "A port official says 14 and the hospital 12; the 9 of the morning is an earlier count.",
    ),
    ("E0", "missing_count", Verdict::SingleSource, &["4"], "One report only."),
    ("E0", "arrested_count crew", Verdict::SingleSource, &["10"], "One report only."),
    ("E1", "killed_count victims", Verdict::SingleSource, &["11 15"], "Two reports of one family."),
];

fn findings(claims: &[Claim]) -> Vec<Finding> {
    let findings = FINDINGS.iter();
    findings
        .map(|(event, slot, verdict, groups, reason)| {
            let (slot, who) = slot.split_once(' ').unwrap_or((slot, ""));
            let mut groups: Vec<_> = groups.iter().map(|it| group(it, claims)).collect();
            let rivals = groups.iter_mut().skip(1).filter(|it| !it.superseded());
            rivals.for_each(|it| it.standing = standing(*verdict));
            let live = groups.iter().filter(|it| !it.superseded());
            let figures: Vec<_> = live.filter_map(|it| figure(&it.value)).collect();
            Finding {
                event: EventId((*event).into()),
                slot: slot.parse().expect("a slot"),
                who: who.parse().ok(),
                verdict: *verdict,
                best: groups[0].value.clone(),
                low: figures.iter().min().copied(),
                high: figures.iter().max().copied(),
                reason: (*reason).into(),
                pack: "uncertain range".into(),
                one_party: None,
                drift: Vec::new(),
                groups,
            }
        })
        .collect()
}

fn figure(value: &Value) -> Option<u64> {
    if let Value::Count(count) = value { count.n } else { None }
}

fn group(members: &str, claims: &[Claim]) -> Group {
    let numbers = members.trim_start_matches('!').split(' ');
    let at: Vec<usize> = numbers.map(|it| it.parse().expect("a number")).collect();
    let families = usize::from(at.iter().any(|it| CLAIMS[*it].0 == 0))
        + usize::from(at.iter().any(|it| (1..4).contains(&CLAIMS[*it].0)))
        + usize::from(at.iter().any(|it| CLAIMS[*it].0 == 4));
    Group {
        value: claims[at[0]].value.clone(),
        claims: at.iter().map(|it| id(*it)).collect(),
        denied_by: Vec::new(),
        articles: at.len(),
        outlets: at.len(),
        families,
        origins: families,
        standing: match members.starts_with('!') {
            true => Standing::Superseded,
            false => Standing::Best,
        },
    }
}

fn standing(verdict: Verdict) -> Standing {
    match verdict {
        Verdict::Disputed => Standing::Rival,
        Verdict::Complementary => Standing::Beside,
        _ => Standing::Compatible,
    }
}

fn incident(articles: &[Article], claims: Vec<Claim>) -> Incident {
    let named = |at: usize| articles[at].id.clone();
    let day = Date::day(civil::date(2031, 5, 3));
    let noon = Date::minute(civil::date(2031, 5, 3).at(12, 0, 0, 0));
    let year = civil::date(2019, 1, 1);
    let alba = Date::days(year, civil::date(2019, 12, 31), Precision::Year);
    let event = |id: &str, relation, name: &str, date: &Date| Event {
        id: EventId(id.into()),
        relation,
        name: name.into(),
        kind: "ferry accident".into(),
        date: Some(date.clone()),
        place: Some(place("Port Vell")),
    };
    let entry = |when: &Date, event: &str, text: &str, claims: &[usize]| TimelineEntry {
        when: when.clone(),
        event: EventId(event.into()),
        text: text.into(),
        claims: claims.iter().map(|at| id(*at)).collect(),
    };
    let sentence = |text: &str, claims: &[usize]| Sentence {
        text: text.into(),
        claims: claims.iter().map(|at| id(*at)).collect(),
    };
    Incident {
        id: "ferry-1".into(),
        title: "Ferry accident off Port Vell".into(),
        event_type: "ferry accident".into(),
        status: "ended".into(),
        articles: articles.iter().map(|it| it.id.clone()).collect(),
        families: vec![vec![named(0)], vec![named(1), named(2), named(3)], vec![named(4)]],
        links: vec![
            link("copy", named(2), named(1), 0.91, "shares its lead word for word and is later"),
            link("copy", named(3), named(1), 0.31, "rewrites the lead and is later"),
            link("cites", named(3), named(1), 0.0, "“Coast Wire said”"),
        ],
        independent: Independent {
            low: 2,
            best: 3,
            high: 3,
            reason: "three of the five reports come from one text of Coast Wire".into(),
        },
        events: vec![
            event("E0", Relation::Main, "Ferry Marisol capsizes off Port Vell", &day),
            event("E1", Relation::Background, "Sinking of the Alba", &alba),
        ],
        findings: findings(&claims),
        quotes: Vec::new(),
        claims,
        timeline: vec![
            entry(&alba, "E1", "The Alba sinks in the same strait", &[11]),
            entry(&day, "E0", "The ferry Marisol capsizes off Port Vell", &[1, 6]),
            entry(&noon, "E0", "The rescue ends", &[9, 17]),
        ],
        withheld: Vec::new(),
        brief: vec![
            sentence("A ferry capsized off Port Vell on 3 May 2031.", &[1, 7, 8]),
            sentence("Accounts of the dead differ: 14 or 12 passengers.", &[5, 16]),
        ],
    }
}

fn link(kind: &str, from: ArticleId, to: ArticleId, share: f64, reason: &str) -> Link {
    let containment = (kind == "copy").then_some(share);
    let (kind, reason) = (kind.into(), reason.into());
    Link { kind, from, to, directed: true, containment, reason, passages: Vec::new() }
}
