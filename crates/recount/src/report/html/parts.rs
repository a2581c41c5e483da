//! What the page shows of one incident, ready for the template.
//!
//! In: a [`View`]. Out: a [`Part`]. Ids on the page are numbers of our own making (`i1-c4`): a name out of
//! a record never becomes an id or an address.

use crate::model::{Claim, Event, Withheld};
use crate::report::head::{independence, particulars};
use crate::report::view::{View, letter, outlet};
use crate::report::{labels, words};

use super::families::Families;
use super::glance;
use super::matrix::Matrix;
use super::reports::Report;
use super::summary::Row;
use super::time::Timeline;

/// One incident.
pub(super) struct Part<'a> {
    pub id: String,
    pub title: String,
    pub particulars: Vec<String>,
    pub independence: String,
    pub figures: Vec<Figure>,
    pub brief: Vec<Told>,
    pub glance: Vec<glance::List>,
    pub withheld: Vec<String>,
    pub rows: Vec<Row>,
    pub matrix: Matrix,
    pub background: Vec<Other>,
    pub families: Families,
    pub timeline: Timeline,
    pub reports: Vec<Report<'a>>,
}

/// A number of the head: how many reports, how many independent, how many disputed.
pub(super) struct Figure {
    pub n: String,
    pub of: String,
    pub class: &'static str,
}

/// A sentence with the places it rests on.
pub(super) struct Told {
    pub text: String,
    pub cites: Vec<Cite>,
}

/// A link to the sentence that carries a claim.
pub(super) struct Cite {
    pub to: String,
    pub number: usize,
    pub name: String,
    pub family: String,
}

/// An event of the background with its findings.
pub(super) struct Other {
    pub name: String,
    pub particulars: String,
    pub rows: Vec<Row>,
}

impl<'a> Part<'a> {
    /// Makes the part for the incident at `position`.
    pub(super) fn new(position: usize, view: &View<'a>) -> Self {
        let page = Page::new(position, view);
        let rows = Row::all(&page, view.main());
        Self {
            id: page.id.clone(),
            title: words::one_line(&view.incident.title),
            particulars: particulars(view),
            independence: independence(view),
            figures: figures(view, &rows),
            brief: brief(&page),
            glance: glance::lists(&rows),
            withheld: view.incident.withheld.iter().map(|it| withheld(&page, it)).collect(),
            matrix: Matrix::new(&page),
            background: view.background().into_iter().map(|it| other(&page, it)).collect(),
            families: Families::new(&page),
            timeline: Timeline::new(&page),
            reports: Report::all(&page),
            rows,
        }
    }
}

/// A view with the ids that its parts have on the page.
pub(super) struct Page<'a, 'v> {
    pub id: String,
    pub view: &'v View<'a>,
}

impl<'a, 'v> Page<'a, 'v> {
    fn new(position: usize, view: &'v View<'a>) -> Self {
        Self { id: format!("i{}", position + 1), view }
    }

    /// Returns the id of the mark of the claim at `position` in the incident.
    pub(super) fn mark(&self, position: usize) -> String {
        format!("{}-c{}", self.id, position + 1)
    }

    /// Returns the id of the finding at `position` in the incident.
    pub(super) fn finding(&self, position: usize) -> String {
        format!("{}-f{}", self.id, position + 1)
    }

    /// Returns the id of the article with `number`.
    pub(super) fn article(&self, number: usize) -> String {
        format!("{}-a{number}", self.id)
    }

    /// Returns a link to the mark of `claim`.
    pub(super) fn cite(&self, claim: &Claim) -> Cite {
        let position = self.view.position(&claim.id);
        Cite {
            to: self.mark(position.unwrap_or_default()),
            number: self.view.number(&claim.article),
            name: self
                .view
                .article(&claim.article)
                .map_or_else(String::new, |it| outlet(it).into()),
            family: self.view.family_letter(&claim.article),
        }
    }

    /// Returns links to the first mark of each article among `claims`.
    pub(super) fn cites(&self, claims: &[crate::model::ClaimId]) -> Vec<Cite> {
        self.view.cited(claims).into_iter().map(|it| self.cite(it)).collect()
    }

    /// Returns the letters of the families, with the numbers of their articles.
    pub(super) fn families(&self) -> Vec<(String, Vec<usize>)> {
        let families = self.view.incident.families.iter().enumerate();
        families
            .map(|(at, family)| {
                let mut numbers: Vec<_> = family.iter().map(|it| self.view.number(it)).collect();
                numbers.retain(|number| *number > 0);
                numbers.sort_unstable();
                (letter(at), numbers)
            })
            .collect()
    }
}

fn figures(view: &View, rows: &[Row]) -> Vec<Figure> {
    let independent = &view.incident.independent;
    let spread = match (independent.low, independent.high) {
        (low, high) if low == high => String::new(),
        (low, high) => format!(" ({low}–{high})"),
    };
    let figure = |n: usize, of: &str, class| Figure { n: n.to_string(), of: of.into(), class };
    let with = |class: &str| rows.iter().filter(|it| it.class == class).count();
    let mut figures = vec![
        figure(
            view.articles.len(),
            if view.articles.len() == 1 { "report" } else { "reports" },
            "",
        ),
        figure(independent.best, &format!("independent{spread}"), ""),
        figure(with("agreed"), "agreed", "agreed"),
        figure(with("disputed"), "disputed", "disputed"),
    ];
    figures.retain(|it| it.n != "0");
    figures
}

fn brief(page: &Page) -> Vec<Told> {
    let sentences = page.view.incident.brief.iter();
    sentences.map(|it| Told { text: it.text.clone(), cites: page.cites(&it.claims) }).collect()
}

fn withheld(page: &Page, withheld: &Withheld) -> String {
    let Withheld { claim, reason } = withheld;
    let label = labels::slot(claim.slot, claim.who.as_ref());
    let (value, cited) = (words::value(&claim.value), page.view.citation(&claim.article));
    format!("{label}: {value}, by “{}” in {cited}: {reason}", words::one_line(&claim.evidence.text))
}

fn other(page: &Page, event: &Event) -> Other {
    let date = event.date.as_ref().map(words::date);
    let place = event.place.as_ref().map(words::place);
    let kind = (event.kind != "unknown").then(|| event.kind.replace('_', " "));
    let particulars = [kind, date, place].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let name = words::capital(&words::one_line(&event.name));
    Other { name, particulars, rows: Row::all(page, Some(event)) }
}
