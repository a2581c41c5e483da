//! Reads a whole batch and groups it, for the stages that look at more than one article.

use std::collections::BTreeMap;

use rayon::prelude::*;
use recount::annotate::{Annotated, Language, annotate};
use recount::model::{Article, ArticleId};
use recount::{group, read, report};

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
    /// The stories, as indexes into the batch.
    pub(crate) stories: Vec<group::Story>,
}

impl Stories {
    /// Reads and groups what `paths` lead to.
    pub(crate) fn of(
        paths: &Paths,
        language: &Language,
        console: &Console,
    ) -> Result<Self, Problem> {
        let read = stream::all(paths, console)?;
        let named = |it: &Article| (it.name.clone(), it.id.clone());
        let input: Vec<_> = read.iter().map(named).collect();
        let (articles, _) = read::sorted(read.into_iter().map(Ok).collect());
        let batch = articles.into_par_iter().map(|it| annotate(it, language));
        let batch: Vec<_> = batch.collect();
        Ok(Self { input, stories: group::stories(&batch), batch })
    }

    /// Returns the articles of each story.
    pub(crate) fn members(&self) -> impl Iterator<Item = Vec<&Annotated>> {
        self.stories.iter().map(|story| story.iter().map(|it| &self.batch[*it]).collect())
    }

    /// Returns the story of each article.
    pub(crate) fn story_of(&self) -> BTreeMap<&ArticleId, String> {
        let mut story_of = BTreeMap::new();
        for story in self.members() {
            let id = id(&story);
            story_of.extend(story.into_iter().map(|it| (&it.article.id, id.clone())));
        }
        story_of
    }
}

/// Names a story as `recount run` names its incident.
pub(crate) fn id(story: &[&Annotated]) -> String {
    let articles: Vec<_> = story.iter().map(|it| it.article.id.clone()).collect();
    report::incident_id(&articles)
}
