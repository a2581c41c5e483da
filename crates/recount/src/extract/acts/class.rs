//! Tells the class of people, a thing or an instrument by its words alone, where there is no parse.
//!
//! In: words such as a term of the record has. Out: what they name by the lexicons of the acts.

use super::sort::{INSTRUMENTS, OCCUPATIONS, THINGS, Table};

/// What words name, with its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// People, by the class of `occupations.tsv`.
    People(&'static str),
    /// A thing, by the class of `things.tsv`.
    Thing(&'static str),
    /// An instrument, by the class of `instruments.tsv`.
    Means(&'static str),
}

/// Returns what `words` name: their last two words are looked up, then the last, then its singular.
#[must_use]
pub fn named(words: &str) -> Option<Named> {
    let words = words.to_lowercase();
    let last = words.rsplit(' ').next()?;
    let two = words.rmatch_indices(' ').nth(1).map_or(words.as_str(), |(at, _)| &words[at + 1..]);
    let forms = [two, two.trim_end_matches('s'), last, last.trim_end_matches('s')];
    let of = |table: &Table| forms.iter().find_map(|it| table.get(it).copied());
    let people = of(&OCCUPATIONS).map(Named::People);
    people.or_else(|| of(&THINGS).map(Named::Thing)).or_else(|| of(&INSTRUMENTS).map(Named::Means))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_words_tell_the_class() {
        assert_eq!(named("two supermarkets"), Some(Named::Thing("commerce")));
        assert_eq!(named("Ruman car bomb"), Some(Named::Means("vehicle bomb")));
        assert_eq!(named("soldiers"), Some(Named::People("military")));
        assert_eq!(named("gladness"), None);
    }
}
