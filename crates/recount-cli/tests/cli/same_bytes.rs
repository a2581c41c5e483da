//! The same reports give the same bytes: in any order, on any number of threads, every time.

use std::fs;
use std::sync::LazyLock;

use proptest::prelude::*;

use crate::support::{Folder, project};

/// The record of the demo's reports, which have something of everything.
static IN_ORDER: LazyLock<String> = LazyLock::new(|| record(&demo_files(), 1));

proptest! {
    // A case is a run of the command.
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..Default::default() })]

    #[test]
    fn order_and_threads_do_not_change_the_record(
        paths in Just(demo_files()).prop_shuffle(),
        threads in 1..5_usize,
    ) {
        prop_assert_eq!(&record(&paths, threads), &*IN_ORDER);
    }
}

#[test]
fn the_order_of_rows_does_not_change_the_record() {
    let rows = fs::read_to_string(project().join("crates/recount-cli/demo/reports.jsonl"));
    let rows = rows.expect("the demo has rows");
    let backwards: Vec<_> = rows.lines().rev().collect();
    let folder = Folder::new();
    folder.write("forwards/wire.jsonl", &rows);
    folder.write("backwards/wire.jsonl", backwards.join("\n"));
    let [forwards, backwards] = ["forwards", "backwards"].map(|it| {
        let path = folder.path().join(it).display().to_string();
        record(&[path], 2)
    });
    assert_eq!(forwards, backwards);
}

fn record(paths: &[String], threads: usize) -> String {
    let threads = threads.to_string();
    let mut args = vec!["run", "--format", "json", "--threads", &threads];
    args.extend(paths.iter().map(String::as_str));
    let ran = Folder::new().recount(&args);
    assert_eq!(ran.err, "");
    ran.out
}

fn demo_files() -> Vec<String> {
    let folder = fs::read_dir(project().join("crates/recount-cli/demo"));
    let entries = folder.expect("the demo has a folder");
    let mut files: Vec<_> =
        entries.map(|it| it.expect("an entry").path().display().to_string()).collect();
    files.sort();
    files
}
