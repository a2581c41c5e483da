//! Reads a whole batch and groups it, for the stages that look at more than one article.

use std::collections::BTreeMap;

use rayon::prelude::*;
use recount::annotate::{Annotated, Language, annotate};
use recount::group::{Added, Grouper, Sketch, StoryId};
use recount::model::{Article, ArticleId};
use recount::read;

use crate::args::Paths;
use crate::console::Console;
use crate::problem::Problem;
use crate::stream;

/// A batch of articles and the stories they fall into.
pub(crate) struct Stories {
    /// Name and id of each article, in the order of the input.
    pub(crate) input: Vec<(String, ArticleId)>,
    /// Each article once, by date and id.
    pub(crate) batch: Vec<Annotated>,
    /// What came of each of the batch.
    pub(crate) added: Vec<Added>,
}

impl Stories {
    /// Reads what `paths` lead to and adds it to `grouper` as one batch.
    pub(crate) fn of(
        paths: &Paths,
        language: &Language,
        console: &Console,
        grouper: &mut Grouper,
    ) -> Result<Self, Problem> {
        let read = stream::all(paths, console)?;
        let named = |it: &Article| (it.name.clone(), it.id.clone());
        let input: Vec<_> = read.iter().map(named).collect();
        let (articles, _) = read::sorted(read.into_iter().map(Ok).collect());
        let batch: Vec<_> = articles.into_par_iter().map(|it| annotate(it, language)).collect();
        let sketched: Vec<_> = batch.par_iter().map(|it| (it, Sketch::of(it))).collect();
        let added = grouper.add_batch(&sketched);
        Ok(Self { input, added, batch })
    }

    /// Returns the articles of the batch by story.
    pub(crate) fn members(&self) -> BTreeMap<StoryId, Vec<&Annotated>> {
        let mut members: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (article, added) in self.batch.iter().zip(&self.added) {
            members.entry(added.story).or_default().push(article);
        }
        members
    }
}
