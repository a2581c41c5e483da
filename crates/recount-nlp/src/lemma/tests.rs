//! Words and their lemmas, with tables as small as they can be. spaCy gives the same for each.

use serde_json::{Value as Json, json};

use super::*;

#[test]
fn a_known_form_is_the_lemma() {
    english("Stormed VERB Tense=Past", "storm");
    english("cities NOUN Number=Plur", "city");
}

#[test]
fn of_known_forms_the_last_rule_has_its_way() {
    english("hoped VERB", "hop");
}

#[test]
fn exceptions_come_first_and_the_last_of_them_before_the_others() {
    english("Went VERB", "go");
    english("better ADJ", "well");
}

#[test]
fn an_unknown_form_will_do_when_no_other_is_found() {
    english("drones NOUN Number=Plur", "drone");
    english("gunmen NOUN Number=Plur", "gunmen");
    english("s NOUN Number=Plur", "s");
}

#[test]
fn a_form_that_is_no_plain_word_need_not_be_known() {
    english("B-52s NOUN Number=Plur", "b-52");
}

#[test]
fn an_uninflected_english_word_is_not_touched() {
    english("Hostages NOUN Number=Sing", "hostages");
    english("rescues VERB Tense=Pres|VerbForm=Fin", "rescues");
    english("rescues VERB Number=Sing|Tense=Pres|VerbForm=Fin", "rescue");
}

#[test]
fn a_name_keeps_its_capital_and_nothing_else_does() {
    english("Rostov PROPN", "Rostov");
    english("THE DET", "the");
    english("THE", "the");
}

#[test]
fn tables_may_be_keyed_by_numbers_of_spacys_own() {
    english("” PUNCT", "\"");
}

#[test]
fn a_french_word_known_as_a_lemma_is_its_own() {
    french("Corps NOUN", "corps");
    french("Otages NOUN", "otage");
}

#[test]
fn french_rules_follow_exceptions() {
    french("fut VERB", "être");
    french("libérées VERB", "libérer");
    french("Criaient VERB", "crier");
}

#[test]
fn french_words_without_rules_are_looked_up() {
    french("Russes PROPN", "Russe");
    french("russes PROPN", "russes");
    french("Tirs ADJ", "tir");
    french("aux X", "le");
    french("Vite ADV", "vite");
}

#[test]
fn features_choose_the_spanish_rules() {
    spanish("casas NOUN Number=Plur", "casa");
    spanish("casas NOUN Number=Sing", "casas");
    spanish("Órdenes NOUN Number=Plur", "orden");
}

#[test]
fn a_spanish_verb_may_change_its_vowel() {
    spanish("habla VERB Person=3", "hablar");
    spanish("puede VERB Person=3", "poder");
    spanish("pida VERB Person=3", "pedar");
    spanish("grita VERB Person=3", "gritar");
}

#[test]
fn a_spanish_verb_with_pronouns_has_several_lemmas() {
    spanish("Dímelo VERB PronType=Prs", "dí yo él");
    spanish("hay VERB PronType=Prs", "hay ");
}

#[test]
fn spanish_numbers_are_written_with_a_point() {
    spanish("1.500 NUM", "1500");
    spanish("1.500,75 NUM", "1500.75");
    spanish("12.5 NUM", "12.5");
    spanish("dos NUM", "2");
}

#[test]
fn some_spanish_words_have_one_form_each() {
    spanish("otras DET", "otro");
    spanish("sus DET", "su");
    spanish("estas PRON", "esto");
    spanish("Recién ADV", "reciente");
    spanish("Moscú PROPN", "Moscú");
}

#[test]
fn words_can_simply_be_looked_up() {
    let tables = json!({"lemma_lookup": {"Häuser": "Haus", "ging": ["gehen"]}});
    check(("de", "lookup"), &tables, "Häuser NOUN", "Haus");
    check(("de", "lookup"), &tables, "ging VERB", "gehen");
    check(("de", "lookup"), &tables, "Dorf NOUN", "Dorf");
}

#[test]
fn languages_with_ways_of_their_own_are_named() {
    refuses("nl", "rule", "language nl in mode rule");
    refuses("nl", "lookup", "language nl in mode lookup");
    refuses("it", "pos_lookup", "language it in mode pos_lookup");
    refuses("ru", "pymorphy3", "language ru in mode pymorphy3");
}

fn english(word: &str, expected: &str) {
    let tables = json!({
        "lemma_rules": {
            "verb": [["ies", "y"], ["ed", "e"], ["ed", ""], ["s", ""]],
            "noun": [["s", ""], ["ies", "y"]], "adj": [["er", ""]], "punct": [["”", "\""]],
        },
        "lemma_exc": {"verb": {"went": ["go"]}, "adj": {"better": ["good", "well"]}},
        "lemma_index": {"verb": ["stop", "storm", "hope", "hop"], "noun": ["hostage", "city"]},
    });
    check(("en", "rule"), &tables, word, expected);
}

fn french(word: &str, expected: &str) {
    let tables = json!({
        "lemma_lookup": {"Russes": ["Russe"], "tirs": ["tir"], "aux": ["le"]},
        "lemma_rules": {"verb": [["aient", "er"], ["ées", "er"]], "noun": [["s", ""]]},
        "lemma_exc": {"verb": {"fut": ["être"]}},
        "lemma_index": {"noun": ["otage", "corps"], "verb": ["libérer"]},
    });
    check(("fr", "rule"), &tables, word, expected);
}

fn spanish(word: &str, expected: &str) {
    let tables = json!({
        "lemma_rules": {
            "accents": [["é", "e"], ["ó", "o"], ["á", "a"]], "adverbs": [["recién", "reciente"]],
            "det": [["sus", "su"]], "det_and_pron_fixed": [["nada", "nada"]],
            "det_and_pron_general": [["as", "o"], ["s", ""]], "num": [["dos", "2"]],
            "pron": [["me", "yo"]], "voc_alt_1": [["i", "e"]], "voc_alt_2": [["ue", "o"]],
            "plural": [["es", ""], ["s", ""]], "third": [["a", "ar"], ["e", "er"]],
        },
        "lemma_rules_groups": {
            "noun": [["plural", ["Number=Plur"]]], "verb": [["third", ["Person=3"]]],
        },
        "lemma_exc": {"pron": {"lo": ["él"]}},
        "lemma_index": {"noun": ["orden"], "verb": ["poder", "pedar", "hablar"], "det": ["otro"]},
    });
    check(("es", "rule"), &tables, word, expected);
}

/// Lemmatises `word`, which is followed by its part of speech and features, within a sentence.
#[track_caller]
fn check((lang, mode): (&str, &str), tables: &Json, word: &str, expected: &str) {
    let bytes = rmp_serde::to_vec_named(tables).expect("JSON can be packed");
    let tables = Tables::read(lang, mode, &bytes, "lookups.bin").expect("the tables are sound");
    let mut parts = word.split(' ');
    let mut part = || parts.next().unwrap_or_default();
    let lemma = Lemmatizer::new(tables).lemma(part(), part(), part(), false);
    assert_eq!(&*lemma, expected);
}

#[track_caller]
fn refuses(lang: &str, mode: &str, expected: &str) {
    let error = Tables::read(lang, mode, &[], "lookups.bin").expect_err("we lack its rules");
    assert!(error.to_string().contains(expected), "{error}");
}
