//! Rules and sentences, side by side.

use serde_json::{Value as Json, json};

use super::*;

#[test]
fn a_rule_sets_fields_by_tag() {
    check(
        json!([rule(
            json!([[{"TAG": "VBD"}]]),
            json!({"POS": "VERB", "MORPH": "Tense=Past|Mood=Ind"})
        )]),
        "The/DT/det train/NN/nsubj stopped/VBD/ROOT",
        "stopped VERB Mood=Ind|Tense=Past",
    );
}

#[test]
fn the_later_rule_has_the_last_word() {
    let verb = rule(json!([[{"LOWER": "does"}]]), json!({"POS": "VERB"}));
    let auxiliary = rule(
        json!([[{"TAG": {"NOT_IN": ["TO", ""]}, "DEP": {"IN": ["aux"]}}]]),
        json!({"POS": "AUX"}),
    );
    check(json!([verb, auxiliary]), "It/PRP/nsubj does/VBZ/aux", "does AUX");
    check(json!([auxiliary, verb]), "It/PRP/nsubj does/VBZ/aux", "does VERB");
}

#[test]
fn a_rule_does_not_see_what_another_set() {
    let first = rule(json!([[{"LOWER": "fire"}]]), json!({"TAG": "VB"}));
    let second = rule(json!([[{"TAG": "VB"}]]), json!({"POS": "VERB"}));
    check(json!([first, second]), "fire/NN/ROOT", "fire VB");
}

#[test]
fn a_pattern_of_two_tokens_sets_one_of_them() {
    let mut negated =
        rule(json!([[{"LOWER": "ai"}, {"LOWER": {"REGEX": "^n'?t$"}}]]), json!({"LEMMA": "not"}));
    negated["index"] = json!(-1);
    let rules = json!([negated]);
    check(rules.clone(), "It/PRP/nsubj ai/VBZ/aux n't/RB/neg", "n't not");
    check(rules, "It/PRP/nsubj ai/VBZ/aux", "");
}

#[test]
fn any_pattern_of_a_rule_will_do() {
    let get = rule(
        json!([[{"TAG": "VBZ", "LOWER": "gets"}], [{"TAG": "VBD", "LOWER": "got"}]]),
        json!({"LEMMA": "get"}),
    );
    check(json!([get]), "gets/VBZ/ROOT got/VBD/ROOT got/VBN/ROOT", "gets get, got get");
}

#[test]
fn a_token_without_a_label_is_told_from_one_with() {
    let labelled = rule(
        json!([[{"DEP": {"NOT_IN": ["det", ""]}, "TAG": {"IN": ["DT"]}}]]),
        json!({"POS": "PRON"}),
    );
    check(json!([labelled]), "that/DT/nsubj this/DT/det those/DT/", "that PRON");
}

#[test]
fn an_empty_test_takes_any_token() {
    let rules = json!([{"patterns": [[{}, {"LOWER": "fire"}]], "attrs": {"POS": "X"}, "index": 0}]);
    check(rules, "heavy/JJ/amod fire/NN/ROOT", "heavy X");
}

#[test]
fn what_we_do_not_know_is_named() {
    refuses(json!([{"IS_TITLE": true}]), json!({"POS": "X"}), "attribute IS_TITLE");
    refuses(json!([{"TAG": {"FUZZY": "NN"}}]), json!({"POS": "X"}), "predicate FUZZY");
    refuses(json!([{"TAG": "NN", "OP": "+"}]), json!({"POS": "X"}), "operator +");
    refuses(json!([{"TAG": "NN"}]), json!({"NORM": "x"}), "attribute NORM");
    refuses(json!([{"MORPH": "_"}]), json!({"POS": "X"}), "empty MORPH");
}

fn rule(patterns: Json, attrs: Json) -> Json {
    json!({"patterns": patterns, "attrs": attrs, "index": 0})
}

fn read(rules: &Json) -> Result<Rules, Error> {
    let bytes = rmp_serde::to_vec_named(rules).expect("JSON can be packed");
    Rules::read(&bytes, "patterns")
}

/// Applies `rules` to `words/TAG/dep` and compares the tokens that changed, and how.
#[track_caller]
fn check(rules: Json, words: &str, expected: &str) {
    let ruler =
        Ruler::new(&read(&rules).expect("the rules are sound")).expect("so are their patterns");
    let mut tokens: Vec<Fields<'_>> = words.split(' ').map(fields).collect();
    let before = tokens.clone();
    ruler.apply(&mut tokens);
    let changed: Vec<String> =
        before.iter().zip(&tokens).filter_map(|(old, new)| change(old, new)).collect();
    assert_eq!(changed.join(", "), expected);
}

fn fields(word: &str) -> Fields<'_> {
    let mut parts = word.split('/');
    let mut part = || parts.next().unwrap_or_default();
    let (text, tag, dep) = (part(), part().into(), part().into());
    let none = || Arc::from("");
    Fields { text, lower: text, is_space: false, tag, pos: none(), morph: none(), lemma: None, dep }
}

fn change(old: &Fields<'_>, new: &Fields<'_>) -> Option<String> {
    let all = |it: &Fields<'_>| {
        let lemma = it.lemma.clone().unwrap_or_else(|| Arc::from(""));
        [it.tag.clone(), it.pos.clone(), it.morph.clone(), lemma, it.dep.clone()]
    };
    let pairs = all(old).into_iter().zip(all(new));
    let news: Vec<Arc<str>> = pairs.filter(|(old, new)| old != new).map(|(_, new)| new).collect();
    (!news.is_empty()).then(|| format!("{} {}", new.text, news.join(" ")))
}

#[track_caller]
fn refuses(pattern: Json, attrs: Json, expected: &str) {
    let error = read(&json!([rule(json!([pattern]), attrs)])).expect_err("the rule is beyond us");
    assert!(error.to_string().contains(expected), "{error}");
}
