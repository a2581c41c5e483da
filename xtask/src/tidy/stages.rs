//! Checks that values flow one way: a stage may use the stages before it and none after it.

use super::files::File;

/// The modules of the library, in the order in which a page passes through them.
pub(crate) const STAGES: [&str; 9] =
    ["model", "gazetteer", "read", "annotate", "group", "trace", "extract", "reconcile", "report"];

pub(crate) fn check(files: &[File]) -> Vec<String> {
    files.iter().flat_map(uses_of_later_stages).collect()
}

fn uses_of_later_stages(file: &File) -> Vec<String> {
    let Some(position) = STAGES.iter().position(|stage| is_part_of(&file.path, stage)) else {
        return Vec::new();
    };
    let later = STAGES[position + 1..].iter();
    let used = later.filter(|stage| code_lines(&file.text).any(|line| names(line, stage)));
    used.map(|stage| format!("{}: uses the later stage `{stage}`", file.path)).collect()
}

fn is_part_of(path: &str, stage: &str) -> bool {
    let inside = path.strip_prefix("crates/recount/src/").and_then(|it| it.strip_prefix(stage));
    inside.is_some_and(|rest| rest.starts_with('/') || rest == ".rs")
}

fn code_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"))
}

/// Returns whether `line` has a path through the module, such as `crate::group::Story`.
fn names(line: &str, module: &str) -> bool {
    let path = format!("crate::{module}");
    let ends = |at: usize| !line[at..].starts_with(|it: char| it.is_alphanumeric() || it == '_');
    line.match_indices(&path).any(|(start, _)| ends(start + path.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_stage_is_not_used() {
        check("trace/mod.rs", "use crate::extract::claims;", true);
        check("trace.rs", "    crate::report::text()", true);
    }

    #[test]
    fn an_earlier_stage_and_a_comment_may_be() {
        check("trace/mod.rs", "use crate::annotate::Annotated;", false);
        check("trace/mod.rs", "// later, crate::extract reads claims", false);
        check("trace/mod.rs", "use crate::reporters::List;", false);
    }

    #[track_caller]
    fn check(path: &str, text: &str, wrong: bool) {
        let path = format!("crates/recount/src/{path}");
        let file = File { path, text: text.into(), root: "".into() };
        assert_eq!(!super::check(&[file]).is_empty(), wrong);
    }
}
