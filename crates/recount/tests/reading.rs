//! Holds reading to floors, on pages of our own writing (`tests/reading`), so that no change makes it worse unseen.
//!
//! Beside each page lies its gold: title, outlet, byline and dates, a blank line, and the paragraphs of the report.
//! The pages are simple on purpose; what real ones give is in `eval/read.md`.

#![allow(clippy::disallowed_methods)] // the pages of the test lie in files

use std::fs;
use std::path::{Path, PathBuf};

use recount::model::{Article, Date, Page, PageKind, Role};
use recount::read::read;

/// What is counted over some pages.
#[derive(Default)]
struct Counts {
    right: usize,
    ours: usize,
    gold: usize,
    fields: usize,
    fields_right: usize,
    misses: Vec<String>,
}

#[test]
fn saved_pages_are_read_whole_and_without_anything_else() {
    check("html", (1.0, 1.0, 1.0));
}

#[test]
fn so_are_text_dumps() {
    check("txt", TEXT_DUMPS);
}

/// Precision, recall, fields. Of the fields five of fifteen are wrong: a copyright line alone does not name an outlet
/// that no table knows, and marks of Markdown and the name of the site stay in two titles.
const TEXT_DUMPS: (f64, f64, f64) = (1.0, 1.0, 0.66);

#[track_caller]
fn check(ending: &str, floors: (f64, f64, f64)) {
    let counts = counted(ending);
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    let precision = share(counts.right, counts.ours);
    let recall = share(counts.right, counts.gold);
    let fields = share(counts.fields_right, counts.fields);
    assert!(
        precision >= floors.0 && recall >= floors.1 && fields >= floors.2,
        "precision {precision:.3}, recall {recall:.3}, fields {fields:.3}\n{}",
        counts.misses.join("\n")
    );
}

fn counted(ending: &str) -> Counts {
    let mut counts = Counts::default();
    for path in pages(ending) {
        let name = path.file_name().expect("it is a file").to_string_lossy().into_owned();
        let kind = if ending == "html" { PageKind::Html } else { PageKind::TextDump };
        let bytes = fs::read(&path).expect("the page can be read");
        let article = read(&Page::new(name, kind, bytes)).expect("it holds a report");
        let gold = fs::read_to_string(path.with_extension("gold")).expect("it has its gold");
        let (head, paragraphs) = gold.split_once("\n\n").expect("a blank line parts the gold");
        counts.fields(&article, head);
        counts.paragraphs(&article, &paragraphs.lines().collect::<Vec<_>>());
    }
    counts
}

fn pages(ending: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reading");
    let entries = fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|it| it.expect("it can be listed").path());
    let mut pages: Vec<_> =
        paths.filter(|it| it.extension().is_some_and(|it| it == ending)).collect();
    pages.sort();
    assert!(!pages.is_empty(), "no page ends in {ending}");
    pages
}

impl Counts {
    fn fields(&mut self, article: &Article, gold: &str) {
        let date = |it: &Option<Date>| it.as_ref().map(ToString::to_string);
        for line in gold.lines() {
            let (field, wanted) = line.split_once(": ").expect("a field has a value");
            let found = match field {
                "title" => article.headline.clone(),
                "outlet" => article.outlet.as_ref().map(|it| it.name.clone()),
                "byline" => article.byline.clone(),
                "published" => date(&article.published),
                "modified" => date(&article.modified),
                other => panic!("{other} is no field"),
            };
            let found = found.unwrap_or("-".to_owned());
            let right = found == wanted;
            (self.fields, self.fields_right) =
                (self.fields + 1, self.fields_right + usize::from(right));
            let miss = || format!("{}: {field} is {found}, not {wanted}", article.name);
            self.misses.extend((!right).then(miss));
        }
    }

    fn paragraphs(&mut self, article: &Article, gold: &[&str]) {
        let told =
            article.blocks.iter().filter(|it| matches!(it.role, Role::Body | Role::Standfirst));
        let ours: Vec<_> = told.map(|it| unmarked(&article.text[it.start..it.end])).collect();
        let right = ours.iter().filter(|it| gold.contains(it)).count();
        self.right += right;
        self.ours += ours.len();
        self.gold += gold.len();
        let wrong = ours.iter().filter(|it| !gold.contains(it)).map(|it| format!("+ {it}"));
        let missed = gold.iter().filter(|it| !ours.contains(it)).map(|it| format!("- {it}"));
        self.misses.extend(wrong.chain(missed).map(|it| format!("{}: {it}", article.name)));
    }
}

/// A line without the marks that Markdown sets before headings and entries of lists.
fn unmarked(line: &str) -> &str {
    line.trim_start_matches(['#', '*', ' '])
}
