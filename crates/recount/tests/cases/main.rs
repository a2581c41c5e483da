//! Runs the cases of `cases/*.md`: articles and the record expected of them.
//!
//! In: Markdown files at the root of the repository. Out: one test for each, with expected against
//! found for every line that does not hold. The language of the lines: `cases/README.md`.

mod check;
mod language;
mod markdown;
mod show;

use std::path::PathBuf;

use recount::model::{Page, Record};
use recount::{Options, recount};

/// Makes a test for each case and the list of them, so that none can be forgotten.
macro_rules! cases {
    ($($name:ident)*) => {
        const LISTED: &[&str] = &[$(stringify!($name)),*];
        $(#[test] fn $name() { run(stringify!($name)); })*
    };
}

cases! {
    a_denial_is_no_report
    a_headline_may_say_who_says_so
    a_text_dump_has_furniture
    a_toll_of_another_event_stays_out
    accounts_that_differ_are_disputed
    an_origin_may_correct_itself
    background_may_fill_a_sentence
    copies_count_once
    different_people_are_no_rivals
    every_value_points_at_its_words
    later_knowledge_supersedes
    more_exact_is_not_different
    nobody_hurt_is_a_figure
    one_batch_may_hold_many_stories
    quoting_one_statement_is_not_copying
    the_chain_behind_a_figure
    the_day_of_a_statement_is_not_the_day
    two_translations_of_one_statement
    words_that_count_without_a_figure
}

#[test]
fn every_case_is_listed() {
    let mut listed = LISTED.to_vec();
    listed.sort_unstable();
    assert_eq!(found(), listed, "list each file of cases/ in tests/cases/main.rs");
}

/// Returns the names of the cases that lie in the folder, sorted.
fn found() -> Vec<String> {
    let entries = std::fs::read_dir(folder()).expect("cases/ can be listed");
    let path = |entry: std::io::Result<std::fs::DirEntry>| entry.expect("an entry").path();
    let cases = entries.map(path).filter(|it| it.extension().is_some_and(|ext| ext == "md"));
    let stem = |it: PathBuf| it.file_stem().expect("a name").to_string_lossy().into_owned();
    let mut names: Vec<String> = cases.map(stem).filter(|it| it != "README").collect();
    names.sort();
    names
}

#[track_caller]
fn run(name: &str) {
    let case =
        markdown::case(&text(name)).unwrap_or_else(|error| panic!("cases/{name}.md: {error}"));
    let record = recount(&case.pages, &Options::default(), &|| ()).record;
    let mut failures = check::failures(&case.expected, &record);
    failures.extend(order_failure(case.pages, &record));
    assert!(failures.is_empty(), "\ncases/{name}.md\n\n{}\n", failures.join("\n\n"));
}

/// Every case is read backwards too: the order of arrival must make no difference.
fn order_failure(mut pages: Vec<Page>, record: &Record) -> Option<String> {
    pages.reverse();
    let backwards = recount(&pages, &Options::default(), &|| ()).record;
    let message =
        "expected  the same record from the articles in reverse order\n   found  another one";
    (bytes(&backwards) != bytes(record)).then(|| message.to_owned())
}

fn bytes(record: &Record) -> Vec<u8> {
    serde_json::to_vec(record).expect("a record is plain data")
}

#[expect(clippy::disallowed_methods, reason = "the library reads no files, its tests may")]
fn text(name: &str) -> String {
    std::fs::read_to_string(folder().join(format!("{name}.md"))).expect("the case can be read")
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../cases")
}
