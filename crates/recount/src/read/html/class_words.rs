//! Parts the class of an element into words: `article__authorName` is `article author name`.
//!
//! In: a class. Out: its words in lower case.

/// The words of a class, as `-`, `_`, digits and capitals part them.
pub(super) fn class_words(class: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in class.chars() {
        let starts = !letter.is_alphabetic() || letter.is_uppercase();
        if starts && words.last().is_some_and(|it| !it.is_empty()) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphabetic()) {
            word.extend(letter.to_lowercase());
        }
    }
    words.retain(|it| !it.is_empty());
    words
}

#[cfg(test)]
mod tests {
    #[test]
    fn signs_digits_and_capitals_part() {
        assert_eq!(super::class_words("_authorName_1r0t6"), ["author", "name", "r", "t"]);
    }
}
