use super::*;

#[test]
fn abbreviations_and_initials_do_not_end_a_sentence() {
    check(
        "Gen. Petrov met Mr. J. B. Smith at 6 p.m. on Sunday. He left.",
        "Gen . Petrov met Mr . J . B . Smith at 6 p.m. on Sunday . | He left .",
    );
}

#[test]
fn words_are_split_at_hyphens_and_marks_are_plain() {
    check(
        "A 15-year-old didn’t see the hostage-takers’ car.",
        "A 15 - year - old did n’t see the hostage - takers ’ car .",
    );
}

#[test]
fn a_word_has_the_form_by_which_lexicons_know_it() {
    let forms = "Killed|wounded people|Hostages|uninjured|15-years-old";
    let lemmas = "kill|wound person|hostage|uninjured|15 - year - old";
    for (form, expected) in forms.split('|').zip(lemmas.split('|')) {
        let found: Vec<_> =
            read(form, &Language::default()).tokens.into_iter().map(|it| it.lemma).collect();
        assert_eq!(found.join(" "), expected);
    }
}

#[test]
fn heads_and_entities_are_counted_in_words() {
    let text = "The ex-guard was freed in North Zavodsk on Sunday.";
    let line = read(text, &Language::default());
    let word = |at: usize| line.tokens[at].lower.as_str();
    let subject = line.tokens.iter().position(|it| it.dep == "nsubjpass").expect("a subject");
    assert_eq!((word(subject), word(line.tokens[subject].head)), ("guard", "freed"));
    let named = line.entities.iter().map(|(words, kind)| {
        let words: Vec<_> = words.clone().map(word).collect();
        format!("{} {kind}", words.join(" "))
    });
    assert_eq!(named.collect::<Vec<_>>(), ["north zavodsk LOC", "sunday DATE"]);
}

#[test]
fn sentences_for_a_reader_end_at_stops_and_lines() {
    let text = "They are safe. She smiled.\nA headline without a stop";
    let found: Vec<_> = sentences(text).into_iter().map(|it| &text[it]).collect();
    assert_eq!(found, ["They are safe.", "She smiled.", "A headline without a stop"]);
}

/// Checks the sentences of `text`, with a space between words and a bar between sentences.
#[track_caller]
fn check(text: &str, expected: &str) {
    let line = read(text, &Language::default());
    let words = |it: &Range<usize>| {
        let words: Vec<_> =
            line.tokens[it.clone()].iter().map(|it| &text[it.start..it.end]).collect();
        words.join(" ")
    };
    let found: Vec<_> = line.sentences.iter().map(words).collect();
    assert_eq!(found.join(" | "), expected);
}
