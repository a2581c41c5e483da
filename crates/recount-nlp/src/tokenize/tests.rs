use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::tables::Part;
use super::*;

#[test]
fn affixes_are_cut_off_from_the_outside_in() {
    check("(\"Six dead,\" he said.)", "( \" Six _ dead , \" _ he _ said . )");
    check("It cost $5.", "It _ cost _ $ 5 .");
}

#[test]
fn a_unit_is_cut_off_a_number_and_not_off_a_word() {
    check("10km from Atom", "10 km _ from _ Atom");
}

#[test]
fn infixes_divide_words_and_one_at_the_start_does_not() {
    check("rock-n-roll -a", "rock - n - roll _ -a");
    check("l'otage", "l' otage");
}

#[test]
fn exceptions_come_before_affixes_and_give_norms() {
    check("Gov. said (gov.)", "Gov. _ said _ ( gov.=government )");
    check("can't", "ca=can n't=not");
}

#[test]
fn exceptions_are_found_again_where_affixes_were_cut_off() {
    check("ok:) :):)", "ok :) _ :) :)");
    check("the EE. UU. and EE. UU", "the _ EE. UU. _ and _ EE . _ UU");
}

#[test]
fn urls_stay_whole_once_their_brackets_are_gone() {
    check("(see http://a.example/b-c?d=1)", "( see _ http://a.example/b-c?d=1 )");
}

#[test]
fn chunks_that_stay_whole_keep_their_hyphens_whatever_their_case() {
    check("Faux-ami faux-Été-s", "Faux-ami _ faux-Été-s");
}

#[test]
fn white_space_beyond_one_space_is_a_token() {
    check("a  b", "a _ · b");
    check("a \n\nb\nc ", "a _ ↵↵ b ↵ c _");
    check("  a", "·· a");
    check("a\u{1c}b\u{85}c", "a \u{1c} b \u{85} c");
}

#[test]
fn an_empty_text_has_no_tokens() {
    check("", "");
}

#[test]
fn long_texts_of_any_sort_take_time_in_proportion() {
    let units = "a|(|.|a-|😀|:|a:|a@|!?|1km|é|’|…)|a.b:|a-la-|/|http://|:)|\n|\u{301}|d'|$";
    for unit in units.split('|') {
        let text = unit.repeat(300_000 / unit.len());
        let words = format!("{}{} ", "a".repeat(200), &unit.repeat(60)).repeat(300);
        let start = Instant::now();
        tokenizer().tokenize(&text);
        tokenizer().tokenize(&words);
        assert!(start.elapsed() < Duration::from_secs(20), "{unit:?}");
    }
}

#[test]
fn an_exception_that_is_not_its_tokens_is_refused() {
    let part = Part { orth: "cannot".to_owned(), norm: None };
    let exceptions = [("can't".to_owned(), vec![part])].into();
    assert!(Tokenizer::new(Tables { exceptions, ..Tables::default() }).is_err());
}

#[test]
fn a_pattern_that_we_do_not_know_is_refused_by_name() {
    let tables = Tables { prefix: Some(r"^(a)\1".to_owned()), ..Tables::default() };
    let error = Tokenizer::new(tables).expect_err("back references are not supported");
    assert!(error.to_string().starts_with("prefix_search of the tokenizer is not supported"));
}

proptest! {
    #[test]
    fn any_text_can_be_put_together_from_its_tokens(text in "(?s).*|[a-z .,()':éß\n-]*") {
        let mut rebuilt = String::new();
        for piece in tokenizer().tokenize(&text) {
            prop_assert_eq!(piece.start, rebuilt.len());
            prop_assert!(piece.start < piece.end);
            rebuilt.push_str(&text[piece.start..piece.end]);
            rebuilt.push_str(if piece.space { " " } else { "" });
        }
        prop_assert_eq!(rebuilt, text);
    }

    #[test]
    fn any_pattern_is_read_or_refused(pattern in r"[a-c\[\](){}|?*+.^$\\,0-9:=!<-]{0,20}", text in ".{0,20}") {
        let tables = Tables { suffix: Some(pattern.clone()), infix: Some(pattern), ..Tables::default() };
        if let Ok(tokenizer) = Tokenizer::new(tables) {
            tokenizer.tokenize(&text);
        }
    }
}

fn tokenizer() -> Tokenizer {
    let part = |text: &str| {
        let (orth, norm) =
            text.split_once('=').map_or((text, None), |(orth, norm)| (orth, Some(norm)));
        Part { orth: orth.to_owned(), norm: norm.map(str::to_owned) }
    };
    let exception = |line: &str| {
        let parts: Vec<Part> = line.split('|').map(part).collect();
        (parts.iter().map(|part| part.orth.as_str()).collect(), parts)
    };
    let exceptions = [" ", "\n", ":)", "Gov.", "gov.=government", "ca=can|n't=not", "EE. UU."];
    Tokenizer::new(Tables {
        prefix: Some(r#"^\(|^"|^\$|^:|^(?:[dl]['’])(?=[a-z])"#.to_owned()),
        suffix: Some(r#"\)$|"$|,$|:$|\.\.+$|(?<=[0-9])(?:km|m|km²)$|(?<=[a-zA-Z0-9)"])\.$"#.to_owned()),
        infix: Some(r"\.\.+|…|(?<=[a-z])(?:-|–|--)(?=[a-z])|(?<=[a-z]):(?=[a-z])".to_owned()),
        token_match: Some(r"(?iu)(?:^faux[-–][a-zà-öø-ÿ][-'a-zà-öø-ÿ]*$)|(?:^[a-z]+[-]la[-][a-z]+$)".to_owned()),
        url_match: Some(r"(?u)^(?:[\w+.-]{2,}://)?(?:\S+(?::\S*)?@)?(?:\w[\w-]{0,62}\.)+[a-z]{2,63}(?::\d{2,5})?(?:[/?#]\S*)?$".to_owned()),
        exceptions: exceptions.into_iter().map(exception).collect(),
        faster_heuristics: true,
    })
    .expect("the tables are sound")
}

/// Checks the tokens: `_` is a space after one, `·` and `↵` are white space within one, and what
/// follows a `=` is a norm.
#[track_caller]
fn check(text: &str, expected: &str) {
    let mut found = Vec::new();
    for piece in tokenizer().tokenize(text) {
        let norm = piece.norm.iter().map(|norm| format!("={norm}")).collect::<String>();
        let token = text[piece.start..piece.end].replace('\n', "↵");
        found.push(if token.trim().is_empty() { token.replace(' ', "·") } else { token } + &norm);
        found.extend(piece.space.then(|| "_".to_owned()));
    }
    assert_eq!(found.join(" "), expected);
}
