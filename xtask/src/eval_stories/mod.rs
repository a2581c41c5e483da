//! Measures the stage `group`: are reports of one event, and only those, in one story?
//!
//! In: the folder of the data sets. Out, on standard output in Markdown: what stands in
//! `eval/stories.md`.

mod baselines;
mod growth;
mod learn;
mod measures;
mod sets;
mod sweep;

use std::path::Path;

use recount::group::{Grouper, Likeness, StoryId, Weights};

use baselines::{delayed, nearest, singletons};
pub(crate) use learn::learn;
use measures::{Fit, differing, fit};
use sets::Set;
pub(crate) use sweep::run as sweep;

/// Prints the measures of grouping on the data under `data`, and speed up to `most` articles.
pub(crate) fn run(data: &Path, most: usize) {
    println!(
        "| set | articles | events / stories | B3 P | B3 R | B3 F1 | pair P | pair R | pair F1 |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    let named = |name: &str| {
        let path = data.join(format!("stories/{name}.articles.jsonl.gz"));
        path.exists().then(|| Set::named(data, name))
    };
    for name in ["gva/train", "gva/dev", "gva/test", "outlets/dev", "outlets/test"] {
        let Some(set) = named(name) else { continue };
        compared(name, &set);
    }
    let sets = ["gva/dev", "outlets/dev"].map(named);
    if let [Some(gva), Some(outlets)] = &sets {
        compared("gva/dev + outlets/dev", &gva.with(outlets));
        late(gva);
    }
    compared("ECB+", &Set::ecb_plus(data));
    compared("gold, all together", &Set::gold(data));
    let train = Set::named(data, "gva/train").articles;
    if !train.is_empty() {
        growth::run(&train, most);
    }
}

/// Prints how well a set is grouped, and how well by the baselines.
fn compared(name: &str, set: &Set) {
    println!("{}", row(name, &fit(&grouped(set), &set.events), set.events.len()));
    let alone = fit(&singletons(set), &set.events);
    println!("{}", row("… singletons", &alone, set.events.len()));
    let near = fit(&nearest(set), &set.events);
    println!("{}", row("… TF-IDF nearest", &near, set.events.len()));
}

/// Prints how well a set is grouped when a fifth of it comes late.
fn late(set: &Set) {
    let order = delayed(set);
    let mut grouper = Grouper::default();
    order.iter().for_each(|it| drop(grouper.add(set.sketches[*it].clone())));
    let stories = stories(&grouper, set);
    println!("{}", row("gva/dev, a fifth late", &fit(&stories, &set.events), set.events.len()));
    let (of_all, of_joined) = differing(&stories, &grouped(set));
    println!(
        "\nWith a fifth late, {:.3} % of all pairs, and {:.1} % of those that either puts together, are \
         told otherwise than in one batch.\n",
        of_all * 100.0,
        of_joined * 100.0
    );
    println!(
        "| set | articles | events / stories | B3 P | B3 R | B3 F1 | pair P | pair R | pair F1 |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
}

/// Prints the articles of a set with event, story, the nearest earlier article and in what both are
/// alike, one a line, for a look at what went wrong.
pub(crate) fn list(data: &Path, name: &str) {
    let set = if name == "ecbplus" { Set::ecb_plus(data) } else { Set::named(data, name) };
    let (mut grouper, weights) = (Grouper::default(), Weights::default());
    for ((it, event), sketch) in set.articles.iter().zip(&set.events).zip(&set.sketches) {
        let score = |it: &(Likeness, u32)| weights.score(&it.0);
        let alike = grouper.alike(sketch);
        let nearest = alike.iter().max_by(|a, b| score(a).total_cmp(&score(b)));
        let near = nearest.map(|it| format!("{} {:.2} {:?}", it.1, score(it), it.0));
        let story = grouper.add(sketch.clone()).story.0;
        let article = &it.article;
        let day = article.published.as_ref().map(ToString::to_string).unwrap_or_default();
        let title = article.headline.as_deref().unwrap_or_default();
        println!("{event}\t{story}\t{day}\t{title}\t{}", near.unwrap_or_default());
    }
}

/// Returns the story of each article, one pass in order.
fn grouped(set: &Set) -> Vec<StoryId> {
    let mut grouper = Grouper::default();
    set.sketches.iter().for_each(|it| drop(grouper.add(it.clone())));
    stories(&grouper, set)
}

fn stories(grouper: &Grouper, set: &Set) -> Vec<StoryId> {
    set.sketches.iter().map(|it| grouper.story_of(it.id()).unwrap_or_default()).collect()
}

fn row(name: &str, fit: &Fit, articles: usize) -> String {
    let Fit { precision, recall, f1, pair_precision, pair_recall, pair_f1, stories, events } = fit;
    format!(
        "| {name} | {articles} | {events} / {stories} | {precision:.3} | {recall:.3} | {f1:.3} | \
         {pair_precision:.3} | {pair_recall:.3} | {pair_f1:.3} |"
    )
}
