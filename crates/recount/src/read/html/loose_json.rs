//! Reads what sites print for JSON.
//!
//! In: the content of a script. Out: its value, where comments, line breaks within strings and commas
//! before brackets are forgiven; nothing if it is broken otherwise.

use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

static TRAILING_COMMA: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r",\s*([}\]])").expect("it is tested"));

/// Scripts come with line breaks within strings, and with comments around them.
pub(super) fn parsed(script: &str) -> Option<Value> {
    let bare = script.trim().trim_start_matches("<!--").trim_end_matches("-->").trim();
    let bare =
        bare.trim_start_matches("//<![CDATA[").trim_end_matches("//]]>").trim_end_matches(';');
    let value = serde_json::from_str(bare).ok();
    let value =
        value.or_else(|| serde_json::from_str(&bare.replace(|it: char| it.is_control(), " ")).ok());
    value.or_else(|| serde_json::from_str(&without_comments(bare)).ok())
}

/// Some write JSON as a script, with comments at the ends of lines and commas before brackets.
fn without_comments(script: &str) -> String {
    let end = |line: &str| {
        let marks = line.match_indices("//").map(|it| it.0);
        let outside = |it: &usize| line[..*it].matches('"').count().is_multiple_of(2);
        marks.into_iter().find(outside).unwrap_or(line.len())
    };
    let lines: String = script.lines().map(|line| format!("{} ", &line[..end(line)])).collect();
    TRAILING_COMMA.replace_all(&lines, "$1").into_owned()
}
