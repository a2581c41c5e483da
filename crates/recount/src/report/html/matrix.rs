//! The matrix: which article says what to which question.
//!
//! In: the findings of the main event. Out: a row for each, a cell for each article, every value with
//! the sentences behind it. A cell is empty where the article says nothing.

use crate::model::{Article, Claim, Finding, Standing};
use crate::report::view::{outlet, quoted};
use crate::report::{labels, words};

use super::parts::Page;

/// Findings against articles.
pub(super) struct Matrix {
    pub columns: Vec<Column>,
    pub rows: Vec<Line>,
}

/// An article at the head of a column.
pub(super) struct Column {
    pub to: String,
    pub number: usize,
    pub name: String,
    pub family: String,
    pub when: String,
}

/// A finding and what each article says.
pub(super) struct Line {
    pub to: String,
    pub label: String,
    pub cells: Vec<Vec<Answer>>,
}

/// A value in a cell, with its sentence.
pub(super) struct Answer {
    pub to: String,
    pub value: String,
    /// `best`, `rival`, `beside` or `replaced`.
    pub class: &'static str,
    pub before: String,
    pub evidence: String,
    pub after: String,
    pub source: String,
}

impl Matrix {
    /// Makes the matrix of the main event.
    pub(super) fn new(page: &Page) -> Self {
        let articles = &page.view.articles;
        let main = page.view.main().map(|it| &it.id);
        let findings = page.view.incident.findings.iter().enumerate();
        let findings = findings.filter(|(_, it)| Some(&it.event) == main);
        Self {
            columns: articles.iter().map(|it| column(page, it)).collect(),
            rows: findings.map(|(at, it)| line(page, at, it)).collect(),
        }
    }
}

fn column(page: &Page, article: &Article) -> Column {
    let number = page.view.number(&article.id);
    Column {
        to: page.article(number),
        number,
        name: outlet(article).to_owned(),
        family: page.view.family_letter(&article.id),
        when: article.published.as_ref().map_or_else(String::new, words::date),
    }
}

fn line(page: &Page, position: usize, finding: &Finding) -> Line {
    let cells = page.view.articles.iter().map(|it| cell(page, finding, it)).collect();
    Line { to: page.finding(position), label: labels::question(finding), cells }
}

/// Returns what `article` says: each value once, with the first sentence that prints it.
fn cell(page: &Page, finding: &Finding, article: &Article) -> Vec<Answer> {
    let groups = finding.groups.iter().enumerate();
    groups
        .filter_map(|(at, group)| {
            let claims = page.view.claims(&group.claims);
            let claim = claims.into_iter().find(|it| it.article == article.id)?;
            let class = match group.standing {
                Standing::Superseded => "replaced",
                Standing::Rival => "rival",
                _ if at == 0 => "best",
                _ => "beside",
            };
            Some(answer(page, article, claim, class))
        })
        .collect()
}

fn answer(page: &Page, article: &Article, claim: &Claim, class: &'static str) -> Answer {
    let sentence = quoted(article, &claim.evidence);
    Answer {
        to: page.cite(claim).to,
        value: words::value(&claim.value),
        class,
        before: sentence.before.to_owned(),
        evidence: sentence.evidence.to_owned(),
        after: sentence.after.to_owned(),
        source: words::voice(claim),
    }
}
