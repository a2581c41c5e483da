//! Traces families: which articles of a story come from one text.
//!
//! In: the articles of a story. Out: a partition into families, the ties with their evidence, and how
//! many reports are independent. Direct quotations are left out: two reports that quote one
//! statement are not copies. What is printed between two articles is never compared pair by pair:
//! an index of three-word runs finds the few that share any.

mod citations;
mod direction;
mod families;
mod independence;
mod library;
mod passages;
mod runs;
mod ties;

pub use library::{Added, Kin, Kinship, Library, Print, Thresholds};

use crate::annotate::Annotated;
use crate::model::{ArticleId, Independent, Link, Passage};

use runs::Told;
use ties::Tie;

/// Who shares a text with whom in one story.
#[derive(Debug, Clone)]
pub struct Traced {
    /// A partition of the story, each family sorted by id, families by their first id.
    pub families: Vec<Vec<ArticleId>>,
    /// Ties of kind `copy`, by `from` and `to`.
    pub links: Vec<Link>,
    /// How many reports are independent.
    pub independent: Independent,
}

/// The most ties of one article that are told as links, the strongest first.
///
/// In a story of a thousand reprints each is tied to each; what a reader can follow, and a record
/// can hold, is the few nearest texts. The families rest on all ties.
const LINKS_OF_ARTICLE: usize = 8;

/// Traces the families of a story.
#[must_use]
pub fn trace(story: &[&Annotated]) -> Traced {
    let told: Vec<_> = story.iter().map(|it| runs::told(it)).collect();
    let ties = ties::ties(&told);
    let parts = families::families(story.len(), &ties, ties::COPY);
    let independent = independence::independent(story, &ties, &parts);
    let mut links: Vec<_> =
        told_ties(story.len(), &ties, &parts).map(|it| link(story, &told, it)).collect();
    links.sort_by(|a, b| (&a.from, &a.to).cmp(&(&b.from, &b.to)));
    Traced { families: by_id(story, &parts), links, independent }
}

/// Returns the ties inside families, strongest first, up to [`LINKS_OF_ARTICLE`] for each article.
fn told_ties<'a>(
    articles: usize,
    ties: &'a [Tie],
    parts: &'a [Vec<usize>],
) -> impl Iterator<Item = &'a Tie> {
    let mut family = vec![0; articles];
    for (place, part) in parts.iter().enumerate() {
        part.iter().for_each(|it| family[*it] = place);
    }
    let mut told = vec![0; articles];
    ties.iter().filter(move |tie| {
        let inside = tie.share >= ties::COPY && family[tie.short] == family[tie.long];
        let wanted = inside && told[tie.short].min(told[tie.long]) < LINKS_OF_ARTICLE;
        told[tie.short] += usize::from(wanted);
        told[tie.long] += usize::from(wanted);
        wanted
    })
}

fn link(story: &[&Annotated], told: &[Told], tie: &Tie) -> Link {
    let found = direction::direction(story, tie);
    let passages = passages::passages(&told[found.from], &told[found.to]);
    let passages = passages.into_iter().map(|(from, to)| Passage { from, to }).collect();
    let share = (tie.share * 100.0).round();
    let version = is_version(story, tie);
    Link {
        kind: if version { "version" } else { "copy" }.to_owned(),
        from: story[found.from].article.id.clone(),
        to: story[found.to].article.id.clone(),
        directed: found.directed,
        containment: Some((tie.share * 1000.0).round() / 1000.0),
        reason: format!(
            "{share} % of the shorter text's three-word runs stand in both; {}",
            found.why
        ),
        passages,
    }
}

/// Share of both texts from which on two articles of one outlet are versions of one article.
const VERSION: f64 = 0.5;

/// Whether one outlet printed both, the one as an update of the other.
fn is_version(story: &[&Annotated], tie: &Tie) -> bool {
    let outlet = |it: usize| story[it].article.outlet.as_ref().map(|it| &it.name);
    let same = outlet(tie.short).is_some() && outlet(tie.short) == outlet(tie.long);
    same && tie.share_of_long >= VERSION
}

fn by_id(story: &[&Annotated], parts: &[Vec<usize>]) -> Vec<Vec<ArticleId>> {
    let id = |it: &usize| story[*it].article.id.clone();
    let mut families: Vec<Vec<_>> = parts.iter().map(|it| it.iter().map(id).collect()).collect();
    families.iter_mut().for_each(|it| it.sort());
    families.sort();
    families
}

#[cfg(test)]
mod tests;
