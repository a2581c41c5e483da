//! Measures how files with several reports are parted, on files made of pages with a gold text.
//!
//! In: pages and their dumps. Out: how many files are parted where one report ends and another begins, for
//! each way to paste, and how many dumps of one page are parted though they are one report.

use recount::model::{Page, PageKind};
use recount::read::parts;

use super::dump_gold::Dump;
use super::fields::share;
use super::pages::Saved;

/// Reports in a file.
const REPORTS: usize = 3;

/// How people and archives put reports into one file: what stands above and below the text of each.
const WAYS: [(&str, &str, &str); 6] = [
    ("author and day", "{title}\nBy Anna Lind\nMay 6, 2031\n\n", "\n\n"),
    ("outlet and day", "{title}\nThe Norrvik Herald\nMay 6, 2031\n\n", "\n\n"),
    ("dateline", "{title}\n\nNORRVIK, May 6 (Reuters) - ", "\n\n\n"),
    ("day, and a line drawn", "{title}\nMay 6, 2031\n\n", "\n\n==========\n\n"),
    ("numbered by an archive", "Document 1 of 3\n\n{title}\nMay 6, 2031\n\n", "\n\n"),
    ("preface", "Title: {title}\nURL: https://herald.example/a\n\n", "\n\n"),
];

/// Prints the measures.
pub(crate) fn run(pages: &[Saved], dumps: &[&Dump]) {
    println!("\n## Several reports in one file\n\n| way | files | parted right |\n|---|---|---|");
    let reports: Vec<_> = pages.iter().filter_map(report).collect();
    let files: Vec<_> = reports.chunks_exact(REPORTS).collect();
    for (way, above, below) in WAYS {
        let right = files.iter().filter(|it| is_parted(it, above, below)).count();
        println!("| {way} | {} | {} |", files.len(), share(right, files.len()));
    }
    let parted = dumps.iter().filter(|it| ends(&it.text).len() > 1).count();
    println!("\nDumps of one page that are parted: {}", share(parted, dumps.len()));
}

/// Title and text of a page of a newsroom, if it has several paragraphs.
fn report(page: &Saved) -> Option<(String, String)> {
    let paragraphs = match page.gold("body") {
        Some(body) => body.lines().collect(),
        None => page.list("paragraphs"),
    };
    let told = paragraphs.len() > REPORTS && page.set() != "wdev";
    let headline = page.article.as_ref().ok()?.headline.clone()?;
    told.then(|| (headline, paragraphs.join("\n\n")))
}

fn is_parted(reports: &[(String, String)], above: &str, below: &str) -> bool {
    let (mut file, mut wanted) = (String::new(), Vec::new());
    for (title, text) in reports {
        file += &format!("{}{text}", above.replace("{title}", title));
        wanted.push(file.len());
        file += below;
    }
    let found = ends(&file);
    let near = |(found, wanted): (&usize, &usize)| found.abs_diff(*wanted) <= BESIDE;
    found.len() == wanted.len() && found.iter().zip(&wanted).all(near)
}

/// Bytes between the end of a text and the next title: blank lines, a line that is drawn.
const BESIDE: usize = 30;

/// Returns the byte after each report.
fn ends(text: &str) -> Vec<usize> {
    let page = Page::new("pasted".to_owned(), PageKind::TextDump, text.as_bytes().to_vec());
    let mut end = 0;
    let lengths = parts(page).into_iter().map(|it| it.bytes.len());
    lengths
        .map(|it| {
            end += it;
            end
        })
        .collect()
}
