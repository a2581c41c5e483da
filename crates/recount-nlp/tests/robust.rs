//! What holds of every text, whatever is in it.
//!
//! In: texts that are odd, hostile or random. Out: documents that keep the laws in [`check`]. Nothing
//! panics, and the time that a text takes is in proportion to its length.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use recount_nlp::{Doc, Options, Pipeline, Span, Token};

/// Characters of a text that is one token or few.
const LONG: usize = 1 << 20;

/// Characters of a text that may be as many tokens: more than the blocks of vectors that a parser keeps.
const MANY: usize = 1 << 14;

#[test]
fn short_and_empty_texts_are_parsed() {
    for text in ["", " ", "  ", "\n", "\r\n", "\0", "a", ".", " \t\n\u{a0}\u{3000} ", "\u{feff}"] {
        check(text);
    }
}

#[test]
fn odd_texts_are_parsed() {
    let texts = [
        "Two guards\r\nwere freed.\r\n\r\nPolice said so.\r",
        "Two\0guards were\u{7}\u{1b}[31m freed\u{7f}.\u{1c}\u{85}Police\u{2028}said.",
        "👩‍👩‍👧‍👦 freed 🙏🏽🔥🔥, 🇨🇿🇫🇷 said ❤️.",
        "قالت الشرطة إن حارسين \u{202e}قد أفرج\u{202c} عنهما. המשטרה אמרה כך.",
        "Z\u{301}\u{302}\u{303}a\u{308}vodsk \u{301} \u{200d}\u{200b} e\u{301}te\u{301}",
        "\u{fffd}\u{fffd} \u{d7ff}\u{e000} \u{ffff}\u{10ffff} \\ud800\\udfff",
        "POLICE IN ZAVODSK SAID TWO GUARDS WERE FREED.\nİSTANBUL İ\u{2126} ßTRAẞE ŉAME ǅ \u{212a}",
        "(((((\"'\u{201c}\u{201d}'\")))))...---...!!!???;;;:::,,,",
        "http://a.example/?q=\u{1f600}#@!$&'()*+,;=:%00 a@b@c.example x://y//z",
    ];
    for text in texts {
        check(text);
    }
}

#[test]
fn a_long_text_without_a_space_is_parsed() {
    for it in ['a', 'A', '0', '一', '\u{5d0}', 'é', ' ', '\n', '\t', '\u{a0}', '\u{2028}'] {
        check(&String::from(it).repeat(LONG));
    }
    check(&"\n".repeat(100_000));
    check(&"abcdefghijklmnopqrstuvwxyz0123456789".repeat(LONG / 36));
    check(&"aB9é一".repeat(LONG / 5));
}

#[test]
fn a_long_text_of_one_sign_is_parsed() {
    for it in "._-'\"()/:@$%,…*#\0\u{1}\u{301}\u{1f600}\u{202e}\u{feff}\u{200d}’".chars() {
        check(&String::from(it).repeat(MANY));
    }
    for unit in ["a.", "a ", "A-", ". ", "\n.", "a\n", " \n", "'s", "n't", ":)", "1km", "\r\n"] {
        check(&unit.repeat(MANY / unit.len()));
    }
}

#[test]
fn time_is_in_proportion_to_the_length() {
    let page = "Police in Zavodsk said on Sunday that two guards, held since noon, were freed. ";
    let seconds = |repeated: usize| {
        let text = page.repeat(repeated);
        let start = Instant::now();
        let doc = Pipeline::english().parse(&text);
        check_doc(&doc);
        (doc.len(), start.elapsed())
    };
    let (tokens, half) = seconds(3_500);
    let (twice, whole) = seconds(7_000);
    assert!(tokens > 50_000 && twice == 2 * tokens, "{tokens} and {twice} tokens");
    // Twice is what is measured (benches/parse.rs); a busy machine may need more.
    assert!(whole < half * 6 + Duration::from_secs(2), "{half:?}, then {whole:?}");
}

#[test]
fn a_step_may_be_left_out() {
    let names: Vec<String> = Pipeline::english().steps().map(|(name, _)| name.to_owned()).collect();
    for name in names {
        let options = Options { disable: vec![name], ..Options::default() };
        let pipeline = Pipeline::english().clone().with_options(options);
        check_doc(&pipeline.parse("Two guards were freed in Zavodsk. Police said so."));
    }
}

#[test]
fn pipelines_and_documents_can_go_to_other_threads() {
    fn check<T: Send + Sync>() {}
    check::<Pipeline>();
    check::<Doc>();
    check::<Token<'_>>();
    check::<Span<'_>>();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_is_parsed(text in ".{0,200}") {
        check(&text);
    }

    #[test]
    fn any_mixture_of_odd_pieces_is_parsed(pieces in prop::collection::vec(piece(), 0..40)) {
        check(&pieces.concat());
    }

    #[test]
    fn texts_together_give_what_they_give_alone(
        texts in prop::collection::vec(prop::collection::vec(piece(), 0..12), 0..8),
    ) {
        let texts: Vec<String> = texts.iter().map(|it| it.concat()).collect();
        let together = Pipeline::english().parse_many(&texts);
        prop_assert_eq!(together.len(), texts.len());
        for (text, doc) in texts.iter().zip(together) {
            prop_assert_eq!(told(&doc), told(&Pipeline::english().parse(text)));
        }
    }
}

/// Words, marks and white space of which news, and what is no news, is made.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "police",
        " ",
        " ",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "Zavodsk",
        "said",
        "TWO",
        "GUARDS",
        ".",
        ",",
        "\"",
        "“",
        "'",
        "’",
        "s",
        "n't",
        "U.S.",
        "(",
        ")",
        "-",
        "—",
        "…",
        "$",
        "5",
        "km",
        "1,500",
        "İ",
        "\u{2126}",
        "ß",
        "ẞ",
        "\u{301}",
        "👩‍👧",
        "א",
        "\u{202e}",
        "一",
        "http://a.example",
        "@b",
        "#c",
        ":)",
        "\0",
        "\u{1c}",
        "\u{85}",
        "\u{a0}",
        "\u{fffd}",
        "!",
        "?",
        "were",
        "freed",
        "who",
    ])
}

/// Parses `text`, as it is and with its capitals restored, and checks both documents.
#[track_caller]
fn check(text: &str) {
    let restoring = Options { truecase: true, ..Options::default() };
    for options in [Options::default(), restoring] {
        let doc = Pipeline::english().clone().with_options(options).parse(text);
        assert_eq!(doc.text(), text);
        check_doc(&doc);
    }
}

#[track_caller]
fn check_doc(doc: &Doc) {
    check_tokens(doc);
    check_spans(doc);
    check_heads(doc);
}

/// Tokens cover the text but for single spaces; `Token::text` panics if one cuts a character.
#[track_caller]
fn check_tokens(doc: &Doc) {
    let mut end = 0;
    for token in doc.tokens() {
        assert_eq!(token.start(), end);
        assert!(!token.text().is_empty());
        end = token.end() + token.whitespace().len();
        assert!(doc.text()[token.end()..].starts_with(token.whitespace()));
    }
    assert_eq!(end, doc.text().len());
}

/// Sentences follow one another without a gap; entities do not overlap.
#[track_caller]
fn check_spans(doc: &Doc) {
    let mut end = 0;
    for sentence in doc.sents() {
        assert_eq!(sentence.start(), end);
        assert!(sentence.end() > end);
        end = sentence.end();
    }
    assert_eq!(end, doc.len());
    let mut end = 0;
    for entity in doc.ents() {
        assert!(end <= entity.start() && entity.start() < entity.end(), "{entity:?}");
        end = entity.end();
        assert!(!entity.label().is_empty());
    }
    assert!(end <= doc.len());
}

/// Heads lie in the sentence, and who goes from head to head comes to a root.
#[track_caller]
fn check_heads(doc: &Doc) {
    for sentence in doc.sents() {
        for token in sentence.tokens() {
            // spaCy lets a head be the first token of the next sentence.
            let reach = sentence.start()..=sentence.end();
            assert!(reach.contains(&token.head().index()), "{token:?} in {:?}", sentence.text());
        }
    }
    // A tree: whatever was visited on the way to a root need not be visited again.
    let mut is_done = vec![false; doc.len()];
    for token in doc.tokens() {
        let (mut at, mut path) = (token, Vec::new());
        while !is_done[at.index()] && at.head().index() != at.index() {
            path.push(at.index());
            assert!(path.len() <= doc.len(), "{token:?} hangs on itself");
            at = at.head();
        }
        path.into_iter().for_each(|it| is_done[it] = true);
    }
}

/// Returns all that is known of a document.
fn told(doc: &Doc) -> Vec<String> {
    let token = |it: Token<'_>| {
        let (start, end, head) = (it.start(), it.end(), it.head().index());
        let forms = [it.tag(), it.pos(), it.morph(), it.lemma(), it.dep(), it.ent_type()];
        format!("{start} {end} {head} {forms:?} {} {}", it.ent_iob(), it.is_sent_start())
    };
    doc.tokens().map(token).collect()
}
