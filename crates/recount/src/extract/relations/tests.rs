//! Texts, and the relations in them: source, cue, content.

use super::Reader;
use crate::annotate::Syntax;
use crate::testing::annotated;

#[test]
fn a_clause_stands_behind_its_verb_or_before_it() {
    check(
        "Police said that six people were killed.",
        "Police | said | that six people were killed",
    );
    check("Six people were killed, police said.", "police | said | Six people were killed");
    check("A blast killed six, police said.", "police | said | A blast killed six");
    check(
        "The raid had failed, said Jan Novak, the mayor of Kavaja.",
        "Jan Novak, the mayor of Kavaja | said | The raid had failed",
    );
}

#[test]
fn words_on_both_sides_of_the_voice_are_one_content() {
    check("The raid, the mayor said, had failed.", "the mayor | said | The raid … had failed");
}

#[test]
fn a_quotation_is_whole_over_its_sentences() {
    check(
        "\"We saw smoke. We ran,\" the guard said. \"Nobody was hurt.\"",
        "the guard | said | \"We saw smoke. We ran,\" … \"Nobody was hurt.\"",
    );
    check(
        "The ministry issued a statement on the siege: \"The guards were not injured.\"",
        "The ministry | issued | a statement on the siege: \"The guards were not injured.\"",
    );
}

#[test]
fn what_is_wanted_praised_or_called_for_is_content() {
    check("The mayor wants to close the bridge.", "The mayor | wants | to close the bridge");
    check("The mayor praised the crew.", "The mayor | praised | the crew");
    check("The mayor called for an inquiry.", "The mayor | called for | an inquiry");
    check(
        "The mayor is certain that the bridge will hold.",
        "The mayor | is certain | that the bridge will hold",
    );
}

#[test]
fn nouns_carry_words_too() {
    check(
        "The mayor's claim that the bridge was safe was wrong.",
        "The mayor | claim | that the bridge was safe",
    );
}

#[test]
fn who_issues_a_statement_is_its_voice() {
    check(
        "Police issued a statement saying that nobody was hurt.",
        "Police | saying | that nobody was hurt",
    );
}

#[test]
fn a_participle_and_a_second_verb_share_the_subject() {
    check(
        "The mayor left at noon, adding that the siege was over.",
        "The mayor | adding | that the siege was over",
    );
}

#[test]
fn when_it_was_said_is_no_content() {
    check(
        "The mayor said on Friday that the siege was over.",
        "The mayor | said | that the siege was over",
    );
}

#[test]
fn a_paper_that_tells_what_police_said_tells_all_of_it() {
    check(
        "The police said six people were killed, the Kavaja Courier reported.",
        "The police | said | six people were killed; \
         the Kavaja Courier | reported | The police said six people were killed",
    );
}

#[test]
fn quotation_marks_without_speech_are_none() {
    check("The group goes \"back to war\" in spring.", "");
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let annotated = annotated(text);
    let syntax = Syntax::of(&annotated.tokens);
    let told = Reader::of(&annotated, &syntax).relations().into_iter().map(|it| {
        let content: Vec<_> = it.content.iter().map(|it| annotated.text(it)).collect();
        let (source, cue) = (annotated.text(&it.source), annotated.text(&it.cue));
        format!("{source} | {cue} | {}", content.join(" … "))
    });
    assert_eq!(told.collect::<Vec<_>>().join("; "), expected);
}
