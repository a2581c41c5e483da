//! Times each stage and the whole flow on the reports of the demo: `cargo bench -p recount`.
//!
//! The figures of a shared machine vary; compare medians of two runs side by side, never one alone.

use divan::{Bencher, black_box};
use recount::model::{Article, Page, PageKind};
use recount::{Options, annotate, extract, group, read, trace};

fn main() {
    divan::main();
}

/// The rows of the demo, which come with the program and need no other data.
fn pages() -> Vec<Page> {
    let rows = include_str!("../../recount-cli/demo/reports.jsonl").lines().enumerate();
    let page = |(at, row): (usize, &str)| {
        Page::new(at.to_string(), PageKind::JsonRow, row.as_bytes().to_vec())
    };
    rows.map(page).collect()
}

fn articles() -> Vec<Article> {
    read::sorted(pages().iter().map(read::read).collect()).0
}

fn annotation(article: Article) -> annotate::Annotated {
    annotate::annotate(article, &annotate::Language::default())
}

fn annotated() -> Vec<annotate::Annotated> {
    articles().into_iter().map(annotation).collect()
}

#[divan::bench]
fn read_pages(bencher: Bencher) {
    let pages = pages();
    bencher.bench(|| pages.iter().map(|it| read::read(black_box(it))).collect::<Vec<_>>());
}

#[divan::bench]
fn annotate_articles(bencher: Bencher) {
    let articles = articles();
    bencher
        .with_inputs(|| articles.clone())
        .bench_values(|articles| articles.into_iter().map(annotation).collect::<Vec<_>>());
}

#[divan::bench]
fn group_articles(bencher: Bencher) {
    let annotated = annotated();
    bencher.bench(|| group::stories(black_box(&annotated)));
}

#[divan::bench]
fn trace_articles(bencher: Bencher) {
    let annotated = annotated();
    let story: Vec<_> = annotated.iter().collect();
    bencher.bench(|| trace::trace(black_box(&story)));
}

#[divan::bench]
fn extract_claims(bencher: Bencher) {
    let annotated = annotated();
    bencher.bench(|| annotated.iter().map(extract::extract).collect::<Vec<_>>());
}

#[divan::bench]
fn find_attributions(bencher: Bencher) {
    let annotated = annotated();
    bencher.bench(|| annotated.iter().map(extract::attributions).collect::<Vec<_>>());
}

#[divan::bench]
fn whole_flow(bencher: Bencher) {
    let (pages, options) = (pages(), Options::default());
    bencher.bench(|| recount::recount(black_box(&pages), &options, &|| ()));
}
