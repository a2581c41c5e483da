//! Parses any text with the English pipeline.
//!
//! In: a text. Out: nothing; a panic, or a token that is not in the text, is a finding.
#![no_main]

use libfuzzer_sys::fuzz_target;
use recount_nlp::{Options, Pipeline};

fuzz_target!(|text: &str| {
    let restoring = Options { truecase: true, ..Options::default() };
    for options in [Options::default(), restoring] {
        let doc = Pipeline::english().clone().with_options(options).parse(text);
        let mut end = 0;
        for token in doc.tokens() {
            assert_eq!(token.start(), end);
            assert!(!token.text().is_empty() && token.head().index() < doc.len());
            end = token.end() + token.whitespace().len();
        }
        assert_eq!(end, text.len());
        assert!(doc.sents().map(|it| it.end() - it.start()).sum::<usize>() == doc.len());
    }
});
