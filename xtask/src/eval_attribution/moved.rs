//! Finds where the letters of a printed text stand in the text that reading makes of it.
//!
//! In: both texts. Out: for each letter printed, its byte in the text read. Reading takes out signs that nobody
//! sees and joins a letter with the accent behind it; all else stands in one order.

/// The accents that are printed behind their letter.
const ACCENTS: std::ops::RangeInclusive<char> = '\u{300}'..='\u{36f}';

/// Returns the byte in `read` of each letter of `printed`, and behind them that of its end.
pub(super) fn moved(printed: &str, read: &str) -> Vec<usize> {
    let letters: Vec<char> = printed.chars().collect();
    let mut at = 0;
    let mut places = Vec::with_capacity(letters.len() + 1);
    for (index, letter) in letters.iter().enumerate() {
        places.push(at);
        let next = read[at..].chars().next();
        let joined = letters.get(index + 1).is_some_and(|it| ACCENTS.contains(it));
        if next == Some(*letter) || joined {
            at += next.map_or(0, char::len_utf8);
        }
    }
    places.push(at);
    places
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn signs_that_are_taken_out_and_accents_that_are_joined_move_what_follows() {
        assert_eq!(moved("abc", "abc"), [0, 1, 2, 3]);
        assert_eq!(moved("a\u{200b}bc", "abc"), [0, 1, 1, 2, 3]);
        assert_eq!(moved("e\u{301}b", "éb"), [0, 2, 2, 3]);
    }
}
