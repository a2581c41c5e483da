//! Stories as a stream: `recount group` line in, line out, with what it remembers; `recount trace` for
//! people.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;

use serde_json::{Value, json};

use crate::support::{Folder, MILL, command};

/// Two reports of a fire, a day apart.
const REPORTS: [(&str, &str, &str); 2] = [
    (
        "2031-03-03",
        "Fire at Varnok paper mill kills four",
        "Four workers were killed and eleven injured when a fire broke out in the paper mill of Olav Brandt \
         in Varnok on Monday, the fire service said. The fire began in the drying hall and was put out \
         after three hours, fire chief Mira Holt said.",
    ),
    (
        "2031-03-04",
        "Varnok mill stays closed after fire that killed four",
        "The paper mill in Varnok where four workers were killed by a fire on Monday will stay closed, its \
         owner Olav Brandt said. The fire began in the drying hall; fire chief Mira Holt said a dryer had \
         been too hot.",
    ),
];

#[test]
fn a_line_on_standard_input_gives_a_line_before_the_next_comes() {
    let folder = Folder::new();
    let mut group = command();
    let group = group.args(["group", "-"]).current_dir(folder.path());
    let group = group.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut group = group.spawn().expect("the command starts");
    let mut input = group.stdin.take().expect("it was asked for");
    let mut output = BufReader::new(group.stdout.take().expect("it was asked for"));
    let mut told: Vec<Value> = Vec::new();
    for at in 0..2 {
        writeln!(input, "{}", row(at)).expect("it reads");
        let mut line = String::new();
        output.read_line(&mut line).expect("it answers while its input is open");
        told.push(serde_json::from_str(&line).expect("a line is JSON"));
    }
    drop(input);
    assert_eq!(group.wait().expect("it ends").code(), Some(0));
    assert_eq!(told[0]["story"], told[1]["story"], "{told:?}");
}

#[test]
fn a_later_run_goes_on_from_the_stories_remembered() {
    let folder = Folder::new();
    folder.write("first.jsonl", row(0).to_string());
    folder.write("second.jsonl", row(1).to_string());
    let group = |file| folder.recount(&["group", "--state", "stories", file]);
    let (first, second) = (told(&group("first.jsonl").out), told(&group("second.jsonl").out));
    assert_eq!(first["story"], second["story"]);
    assert_eq!(folder.names(), ["first.jsonl", "second.jsonl", "stories"]);
}

#[test]
fn a_state_that_is_not_whole_is_named_and_left_as_it_was() {
    let folder = Folder::new();
    folder.write("first.jsonl", row(0).to_string());
    let group = || folder.recount(&["group", "--state", "stories", "first.jsonl"]);
    assert_eq!(group().code, Some(0));
    let state = fs::read(folder.path().join("stories")).expect("it was written");
    let (mut other, mut changed) = (state.clone(), state.clone());
    other[16] = b'9';
    *changed.last_mut().expect("it is not empty") ^= 1;
    let cases = [
        (other, "it is not a state of stories, or one of another version"),
        (changed, "its checksum does not fit: it was cut or changed"),
        (state[..state.len() / 2].to_vec(), "its checksum does not fit: it was cut or changed"),
        (state[..20].to_vec(), "its checksum does not fit: it was cut or changed"),
    ];
    for (bytes, why) in cases {
        folder.write("stories", &bytes);
        let ran = group();
        let message = format!("cannot go on from what is remembered in stories: {why}");
        assert!(ran.code == Some(2) && ran.err.contains(&message), "{ran:?}");
        assert!(ran.err.contains("hint: move the file away to begin anew"), "{ran:?}");
        assert_eq!(fs::read(folder.path().join("stories")).expect("it is there"), bytes);
    }
}

#[test]
fn what_people_ruled_parts_reports_that_belong_together() {
    let folder = Folder::new();
    let rows = [row(0), row(1)].map(|it| it.to_string());
    folder.write("both.jsonl", rows.join("\n"));
    let ids = articles(&folder.recount(&["group", "both.jsonl"]).out);
    let ruling = |ruling| json!({"ruling": ruling, "articles": ids, "by": "A. Editor"}).to_string();
    folder.write("apart.jsonl", ruling("apart"));
    folder.write("both-ways.jsonl", format!("{}\n{{\"ruling\": \"apart\"}}", ruling("apart")));
    let ran = folder.recount(&["group", "--decisions", "apart.jsonl", "both.jsonl"]);
    let stories: Vec<Value> = ran.out.lines().map(|it| told(it)["story"].clone()).collect();
    assert_ne!(stories[0], stories[1], "{ran:?}");
    let ran = folder.recount(&["group", "--decisions", "both-ways.jsonl", "both.jsonl"]);
    assert!(ran.code == Some(2) && ran.err.contains("cannot read both-ways.jsonl as decisions"));
}

#[test]
fn trace_shows_shared_passages_side_by_side_in_terminal_and_page() {
    let folder = Folder::with_reports();
    let copy = MILL[0].1.replace("Four workers", "The paper says that four workers");
    folder.write("copy.txt", copy);
    let text = folder.recount(&["trace", "--format", "text", "."]).out;
    assert!(
        text.contains("2 independent of 3") && text.contains(" │ ") && text.contains("«"),
        "{text}"
    );
    let page = folder.recount(&["trace", "--html", "."]).out;
    assert!(page.starts_with("<!doctype html>") && page.contains("<mark>"), "{page}");
}

#[test]
fn a_text_of_an_earlier_run_is_found_again_line_by_line() {
    let folder = Folder::new();
    let reprint = |outlet: &str, at: usize| {
        let mut row = row(at);
        row["outlet"] = outlet.into();
        row["text"] = format!("{} {outlet} has more.", REPORTS[at].2).into();
        row.to_string()
    };
    folder.write("first.jsonl", [reprint("Varnok Post", 0), reprint("Tarn Herald", 1)].join("\n"));
    folder.write("second.jsonl", reprint("Radio Osterby", 0));
    let trace = |file| folder.recount(&["trace", "--state", "texts", file]);
    let first: Vec<_> = trace("first.jsonl").out.lines().map(told).collect();
    assert_eq!((first.len(), first[0].get("kin"), first[1].get("kin")), (2, None, None));
    let second = told(&trace("second.jsonl").out);
    let kin = &second["kin"][0];
    assert_eq!((&kin["article"], &kin["kinship"]), (&first[0]["article"], &json!("copy")));
    assert_eq!(second["family"], first[0]["article"]);
    let again = told(&trace("second.jsonl").out);
    assert_eq!((again.get("kin"), &again["family"]), (None, &first[0]["article"]));
}

#[test]
fn a_state_of_stories_is_no_state_of_texts() {
    let folder = Folder::new();
    folder.write("first.jsonl", row(0).to_string());
    assert_eq!(folder.recount(&["group", "--state", "stories", "first.jsonl"]).code, Some(0));
    let ran = folder.recount(&["trace", "--state", "stories", "first.jsonl"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.err.contains("it is not a state of texts, or one of another version"), "{ran:?}");
}

fn row(at: usize) -> Value {
    let (date, title, text) = REPORTS[at];
    json!({ "id": at.to_string(), "date": date, "title": title, "text": text })
}

fn told(line: &str) -> Value {
    serde_json::from_str(line.trim()).expect("a line is JSON")
}

fn articles(lines: &str) -> Vec<Value> {
    lines.lines().map(|it| told(it)["article"].clone()).collect()
}
