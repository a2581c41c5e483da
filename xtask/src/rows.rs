//! Reads the rows of a data set as articles, for the evaluations.
//!
//! In: a `.jsonl` or `.jsonl.gz` file. Out: its rows, and articles made of them. A file that is not
//! there gives no rows and a word on it: an evaluation is never run on less without saying so.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use jiff::civil;
use recount::annotate::{Annotated, annotate};
use recount::model::{Article, ArticleId, Block, Date, Outlet, Role};
use serde_json::Value;

/// Returns the rows of the file at `path`; none, and a line on standard error, if it is absent.
pub(crate) fn rows(path: &Path) -> Vec<Value> {
    let Ok(file) = File::open(path) else {
        eprintln!("absent: {}", path.display());
        return Vec::new();
    };
    let zipped = path.extension().is_some_and(|it| it == "gz");
    let bytes: Box<dyn Read> =
        if zipped { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
    let lines = BufReader::new(bytes).lines().map_while(Result::ok);
    lines.filter_map(|it| serde_json::from_str(&it).ok()).collect()
}

/// Returns the string at `key`, or the empty string.
pub(crate) fn text<'a>(row: &'a Value, key: &str) -> &'a str {
    row[key].as_str().unwrap_or_default()
}

/// Makes an article of a row with `id`, `host`, `date`, `title` and `text`.
pub(crate) fn article(row: &Value) -> Annotated {
    let (id, host, body) = (text(row, "id"), text(row, "host"), text(row, "text"));
    let title = Some(text(row, "title")).filter(|it| !it.is_empty());
    annotate(Article {
        id: ArticleId(id.to_owned()),
        name: id.to_owned(),
        url: None,
        outlet: Some(Outlet { name: host.to_owned(), basis: "url".to_owned() }),
        byline: None,
        dateline: None,
        credits: Vec::new(),
        language: "en".to_owned(),
        published: date(text(row, "date")),
        headline: title.map(str::to_owned),
        headline_apart: title.is_some(),
        text: body.to_owned(),
        blocks: lines(body),
        notes: Vec::new(),
    })
}

/// Makes an article of a text dump, every line of it taken for body.
pub(crate) fn dump(name: &str, body: &str) -> Annotated {
    article(&serde_json::json!({ "id": name, "text": body }))
}

fn date(printed: &str) -> Option<Date> {
    let moment = printed.get(..19).map(|it| it.replace(' ', "T"));
    let moment = moment.and_then(|it| it.parse::<civil::DateTime>().ok());
    if let Some(moment) = moment.filter(|it| it.time() != civil::Time::midnight()) {
        return Some(Date::minute(moment));
    }
    printed.get(..10)?.parse().ok().map(Date::day)
}

fn lines(text: &str) -> Vec<Block> {
    let place = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
    let block = |line: &str| {
        let (start, end) = (place(line), place(line) + line.len());
        Block { role: Role::Body, kind: "paragraph".to_owned(), start, end }
    };
    text.lines().filter(|it| !it.trim().is_empty()).map(block).collect()
}
