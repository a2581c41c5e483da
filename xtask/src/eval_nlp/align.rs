//! Finds the tokens that two readings of a text have in common.
//!
//! In: two readings. Out: for each token of the first the index of the token of the second that
//! stands in the same place, if there is one.

use super::parsed::Parsed;

/// Aligns `one` with `other`.
pub(crate) fn align(one: &Parsed, other: &Parsed) -> Vec<Option<usize>> {
    let mut at = 0;
    let mut partner = |start: usize, end: usize| {
        while other.words.get(at).is_some_and(|it| it.span.start < start) {
            at += 1;
        }
        other.words.get(at).filter(|it| it.span == (start..end)).map(|_| at)
    };
    one.words.iter().map(|it| partner(it.span.start, it.span.end)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::parsed::Word;
    use super::*;

    #[test]
    fn a_token_cut_in_two_has_no_partner() {
        let read = |spans: &[std::ops::Range<usize>]| {
            let words = spans.iter().map(|it| Word { span: it.clone(), ..Word::default() });
            Parsed { words: words.collect() }
        };
        let (one, other) = (read(&[0..2, 3..9, 9..10]), read(&[0..2, 3..6, 6..9, 9..10]));
        assert_eq!(align(&one, &other), [Some(0), None, Some(3)]);
    }
}
