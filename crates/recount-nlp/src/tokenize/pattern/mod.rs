//! Python's regular expressions, as far as tokenizers use them.
//!
//! In: a pattern as Python's `re` takes it, and a text. Out: the places that `re.match`,
//! `re.search` and `re.finditer` give. There are two reasons not to hand the patterns to a regex
//! crate: none of those chooses, looks behind and folds case exactly as Python does, and the
//! pattern for French compounds, of 1.4 MB, must not cost seconds whenever a model is loaded.

mod branch;
mod class;
mod machine;
mod needs;
mod node;
mod parse;
mod program;
mod set;

use branch::Branches;
pub(super) use machine::Machine;
use machine::{Goal, after, before};
use needs::Needs;
use node::{Node, Place};
use parse::{Parsed, parse};
use program::Program;

/// A pattern that is ready to be matched.
#[derive(Debug)]
pub(super) struct Pattern {
    program: Program,
    branches: Branches,
    needs: Option<Needs>,
}

impl Pattern {
    /// Reads `source`, or says what in it is not understood.
    pub(super) fn new(source: &str) -> Result<Self, String> {
        let Parsed { node, classes, fold } = parse(source)?;
        let mut program = Program::new(classes, fold);
        let needs = Needs::of(&node, &program);
        let branches = Branches::new(&mut program, &node.branches(false), false)?;
        Ok(Self { program, branches, needs })
    }

    /// Tells whether `text` begins with a match (`re.match`).
    pub(super) fn begins(&self, text: &str, machine: &mut Machine) -> bool {
        let possible = self.needs.as_ref().is_none_or(|it| it.are_met(text));
        possible && self.match_at(text, 0, Goal::First, machine).is_some()
    }

    /// Returns the first match at the byte `from` or later (`re.search`).
    pub(super) fn search(
        &self,
        text: &str,
        from: usize,
        machine: &mut Machine,
    ) -> Option<(usize, usize)> {
        self.search_for(text, from, Goal::First, machine)
    }

    fn search_for(
        &self,
        text: &str,
        from: usize,
        goal: Goal,
        machine: &mut Machine,
    ) -> Option<(usize, usize)> {
        let mut goal = goal;
        let mut at = from;
        loop {
            let idle =
                text.as_bytes().get(at).is_some_and(|byte| self.branches.none_begins_with(*byte));
            if !idle && let Some(end) = self.match_at(text, at, goal, machine) {
                return Some((at, end));
            }
            if self.branches.anchored {
                return None;
            }
            goal = Goal::First;
            at += after(text, at)?.len_utf8();
        }
    }

    fn match_at(&self, text: &str, at: usize, goal: Goal, machine: &mut Machine) -> Option<usize> {
        let mut branches = self.branches.that_begin_with(&self.program, after(text, at));
        branches.find_map(|branch| {
            if branch.anchored && at > 0 {
                return None;
            }
            machine.run(&self.program, branch.ops.clone(), text, at, goal)
        })
    }

    /// Calls `found` with the start and end of each match (`re.finditer`).
    pub(super) fn each(
        &self,
        text: &str,
        machine: &mut Machine,
        mut found: impl FnMut(usize, usize),
    ) {
        let (mut from, mut goal) = (0, Goal::First);
        while let Some((start, end)) = self.search_for(text, from, goal, machine) {
            found(start, end);
            // After an empty match, Python looks at the same place for one that is not.
            goal = if start == end { Goal::NotEmpty } else { Goal::First };
            from = end;
        }
    }
}

/// A pattern that is searched for at the end of a text.
#[derive(Debug)]
pub(super) struct Suffix {
    pattern: Pattern,
    /// Runs from the end of the text; `None` unless each branch of the pattern ends in `$`.
    backward: Option<(Program, Branches)>,
}

impl Suffix {
    /// Reads `source`, or says what in it is not understood.
    pub(super) fn new(source: &str) -> Result<Self, String> {
        let Parsed { node, classes, fold } = parse(source)?;
        let mut program = Program::new(classes, fold);
        let nodes: Option<Vec<Node>> = node.branches(false).into_iter().map(without_end).collect();
        let nodes = nodes
            .map(|nodes| nodes.into_iter().flat_map(|it| it.branches(true)).collect::<Vec<_>>());
        let branches = nodes.map(|nodes| Branches::new(&mut program, &nodes, true)).transpose()?;
        Ok(Self {
            pattern: Pattern::new(source)?,
            backward: branches.map(|branches| (program, branches)),
        })
    }

    /// Returns the first match in `text` (`re.search`).
    pub(super) fn search(&self, text: &str, machine: &mut Machine) -> Option<(usize, usize)> {
        match &self.backward {
            // There `$` has a second place.
            Some(_) if text.ends_with('\n') => self.pattern.search(text, 0, machine),
            Some((program, branches)) => {
                let end = text.len();
                // All matches end here, so the first is the longest.
                let branches = branches.that_begin_with(program, before(text, end));
                let starts = branches.filter_map(|it| {
                    machine.run(program, it.ops.clone(), text, end, Goal::Earliest)
                });
                starts.min().map(|start| (start, end))
            }
            None => self.pattern.search(text, 0, machine),
        }
    }
}

fn without_end(node: Node) -> Option<Node> {
    match node {
        Node::At(Place::End) => Some(Node::Row(Vec::new())),
        Node::Row(mut nodes) => {
            (nodes.pop() == Some(Node::At(Place::End))).then_some(Node::Row(nodes))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // What is expected was found with Python 3.11: `[m.span() for m in re.finditer(pattern, text)]`.

    #[test]
    fn the_first_alternative_wins_and_not_the_longest() {
        check("a|ab", "abab", "0-1 2-3");
        check("(?:a|ab)(?:c|bcd)", "abcd", "0-4");
        check("a??b|a+?", "aab", "0-1 1-3");
    }

    #[test]
    fn an_empty_match_may_follow_a_match_and_not_itself() {
        check("x*", "axb", "0-0 1-2 2-2 3-3");
        check("(?=a)|a", "aa", "0-0 0-1 1-1 1-2");
        check("", "é", "0-0 2-2");
    }

    #[test]
    fn the_end_is_also_before_a_last_line_feed() {
        check("a$", "a\n", "0-1");
        check(r"a\Z", "a\n", "");
        check("$", "a\n", "1-1 2-2");
    }

    #[test]
    fn looking_around_sees_what_was_passed() {
        check("(?<=[0-9])km", "1km km", "1-3");
        check("(?<!ab)c(?!d)", "abc cd c", "7-8");
        check("(?<=é’)a", "é’a", "5-6");
        check(r"\bab\b", "ab cab éab", "0-2");
    }

    #[test]
    fn counts_have_bounds() {
        check("a{2,3}", "aaaaa a", "0-3 3-5");
        check("(?:ab){2,3}?", "abababab", "0-4 4-8");
        check("a{,2}b", "aaab", "1-4");
        check("a{x}", "a{x}", "0-4");
    }

    #[test]
    fn sets_are_those_of_python() {
        check("[]a]+", "a]b", "0-2");
        check("[^]a]+", "a]b", "2-3");
        check("[a&&b]+", "&a-b", "0-2 3-4");
        check("[[~~-]", "[~--", "0-1 1-2 2-3 3-4");
        check(r"[\w.-]+", "a.b-é c", "0-6 7-8");
        check(r"[^\d\s]", "1 x\u{1c}", "2-3");
        check(r"[\u00e9\U0001F600]", "é😀", "0-2 2-6");
    }

    #[test]
    fn case_is_ignored_as_python_ignores_it() {
        check("(?i)straſe", "STRASE", "0-6");
        check("(?iu)[a-z]", "\u{212a}", "0-3");
        check("(?i)[^a-z]", "aAß", "2-4");
    }

    #[test]
    fn a_match_that_would_take_forever_is_found_all_the_same() {
        let text = "a".repeat(3000);
        let length = text.len();
        check("(?:a|a)+$", &text, &format!("0-{length}"));
        check("^(?:a|a)+(?:a|aa)+b", &text, "");
        check(r"^(?:\S+(?::\S*)?@)?a{3}$", &":".repeat(3000), "");
    }

    #[test]
    fn a_suffix_is_the_longest_match_at_the_end() {
        check_suffix(r"\.\.+$|\.$|x$", "a...", "1-4");
        check_suffix("(?<=[0-9])(?:m|km|G)$", "1km", "1-3");
        check_suffix("(?<=[0-9])(?:m|km|G)$", "akm", "");
        check_suffix("a$|b", "bca", "0-1");
        check_suffix(r"[\n.]+$", "a.\n", "1-3");
    }

    #[track_caller]
    fn check(pattern: &str, text: &str, expected: &str) {
        let pattern = Pattern::new(pattern).expect("the pattern is understood");
        let mut spans = Vec::new();
        pattern
            .each(text, &mut Machine::default(), |start, end| spans.push(format!("{start}-{end}")));
        assert_eq!(spans.join(" "), expected);
    }

    #[track_caller]
    fn check_suffix(pattern: &str, text: &str, expected: &str) {
        let suffix = Suffix::new(pattern).expect("the pattern is understood");
        let span = suffix.search(text, &mut Machine::default());
        assert_eq!(span.map(|(start, end)| format!("{start}-{end}")).unwrap_or_default(), expected);
    }
}
