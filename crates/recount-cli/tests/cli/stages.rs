//! Each stage as a command.

use serde_json::Value;

use crate::support::{Folder, MILL, command};

#[test]
fn extract_prints_claims_that_point_at_their_words() {
    let folder = Folder::with_reports();
    let articles = rows(&folder.recount(&["read", "herald.txt"]).out);
    let claims = rows(&folder.recount(&["extract", "herald.txt"]).out);
    let text = articles[0]["text"].as_str().expect("an article has a text");
    let killed = claims.iter().find(|it| it["slot"] == "killed_count").expect("four were killed");
    assert_eq!(killed["value"]["n"], 4);
    let evidence = &killed["evidence"];
    let offset = |name: &str| evidence[name].as_u64().expect("an offset") as usize;
    assert_eq!(evidence["text"], text[offset("start")..offset("end")]);
}

#[test]
fn extract_prints_who_said_which_words() {
    let folder = Folder::with_reports();
    let articles = rows(&folder.recount(&["read", "herald.txt"]).out);
    let said = rows(&folder.recount(&["extract", "--attributions", "herald.txt"]).out);
    let text = articles[0]["text"].as_str().expect("an article has a text");
    let words = |span: &Value| {
        let offset = |at: usize| span[at].as_u64().expect("an offset") as usize;
        text[offset(0)..offset(1)].to_owned()
    };
    assert_eq!(words(&said[0]["source"][0]), "the fire service");
    assert_eq!(words(&said[0]["cue"][0]), "said");
    assert!(words(&said[0]["content"][0]).contains("Four workers were killed"));
}

#[test]
fn extract_prints_acts_of_violence() {
    let folder = Folder::with_reports();
    let text = "Rebels kidnapped two nurses near Port Ede on Sunday.\n";
    folder.write("act.txt", text);
    let acts = rows(&folder.recount(&["extract", "--acts", "act.txt"]).out);
    assert_eq!(acts.len(), 1);
    assert_eq!(
        (&acts[0]["kind"], &acts[0]["stage"]),
        (&"kidnapping".into(), &"accomplished".into())
    );
    assert_eq!(acts[0]["perpetrators"][0]["described"]["text"], "Rebels");
    assert_eq!(acts[0]["victims"][0]["described"]["text"], "nurses");
    assert_eq!(acts[0]["victims"][0]["count"]["n"], 2);
}

#[test]
fn annotate_prints_conllu() {
    let folder = Folder::with_reports();
    let ran = folder.recount(&["annotate", "herald.txt"]);
    assert!(ran.out.starts_with("# article = herald.txt\n"), "{}", ran.out);
    let token = |line: &&str| !line.starts_with('#') && !line.is_empty();
    let mut tokens = ran.out.lines().filter(token);
    assert!(tokens.all(|line| line.split('\t').count() == 10), "{}", ran.out);
}

#[test]
fn group_prints_the_story_of_each_article_in_the_order_of_the_input() {
    let folder = Folder::with_reports();
    folder.write("copy.txt", MILL[0].1);
    let ran = folder.recount(&["group", "tribune.txt", "herald.txt", "copy.txt"]);
    let rows = rows(&ran.out);
    let names: Vec<_> = rows.iter().map(|it| it["name"].as_str().expect("a name")).collect();
    assert_eq!(names, ["tribune.txt", "herald.txt", "copy.txt"]);
    assert_eq!(rows[1]["article"], rows[2]["article"], "same bytes, same id");
    assert!(rows.iter().all(|it| it["story"] == rows[0]["story"]), "{}", ran.out);
}

#[test]
fn trace_prints_the_families_of_each_story() {
    let folder = Folder::with_reports();
    let ran = folder.recount(&["trace", "."]);
    let stories: Value = serde_json::from_str(&ran.out).expect("it is JSON");
    assert_eq!(stories[0]["families"].as_array().map(Vec::len), Some(2), "{}", ran.out);
}

#[test]
fn a_reader_who_goes_away_ends_the_run_without_a_word() {
    let rows: String = (0..400)
        .map(|it| format!("{{\"id\": \"{it}\", \"text\": \"{}\"}}\n", MILL[0].1.replace('\n', " ")))
        .collect();
    let folder = Folder::new();
    folder.write("wire.jsonl", rows);
    for args in [["read", "wire.jsonl"], ["schema", "--quiet"]] {
        let ran = folder.run(crate::support::shell("\"$0\" \"$1\" \"$2\" | head -c 1").args(args));
        assert_eq!((ran.out.as_str(), ran.err.as_str()), ("{", ""));
    }
    let mut child = command();
    let child = child.args(["read", "wire.jsonl"]).current_dir(folder.path());
    let mut child = child.stdout(std::process::Stdio::piped()).spawn().expect("it starts");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

fn rows(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect()
}
