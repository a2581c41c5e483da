//! Writes families and shared passages as one page that opens without a network.

use askama::Template;

use super::{Shown, named, shown};
use crate::annotate::Annotated;
use crate::report::html::{STYLE, csp};
use crate::trace::Traced;

#[derive(Template)]
#[template(path = "copies.html")]
struct Page<'a> {
    policy: String,
    style: &'static str,
    stories: Vec<Story<'a>>,
}

struct Story<'a> {
    title: &'a str,
    count: String,
    families: Vec<Vec<String>>,
    links: Vec<Shown<'a>>,
}

/// Returns the families of stories, each with its title, and their shared passages as a page.
#[must_use]
pub fn copies_html(stories: &[(String, Vec<&Annotated>, Traced)]) -> String {
    let stories = stories.iter().map(|(title, story, traced)| {
        let it = &traced.independent;
        let name = |id| super::article(story, id).map(named);
        Story {
            title,
            count: format!(
                "{} independent of {} ({} to {}): {}",
                it.best,
                story.len(),
                it.low,
                it.high,
                it.reason
            ),
            families: traced
                .families
                .iter()
                .map(|it| it.iter().filter_map(name).collect())
                .collect(),
            links: shown(story, traced),
        }
    });
    let page = Page { policy: csp::policy(STYLE), style: STYLE, stories: stories.collect() };
    page.render().unwrap_or_default()
}
