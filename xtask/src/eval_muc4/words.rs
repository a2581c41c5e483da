//! Compares the words of two fills as the official scorer did before it asked a person.
//!
//! In: two strings. Out: whether they say the same. Marks, case, and words before the noun that say
//! only how many or which do not count; what stands in brackets may be left out.

/// Words before a noun that the guidelines of 1992 call nonessential.
const NONESSENTIAL: [&str; 32] = [
    "THE", "A", "AN", "SOME", "SEVERAL", "ANOTHER", "OTHER", "OTHERS", "ALL", "THIS", "THAT",
    "THESE", "THOSE", "HIS", "HER", "ITS", "THEIR", "OUR", "MY", "ONE", "TWO", "THREE", "FOUR",
    "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN", "TWELVE", "OF", "AT",
];

/// Returns the words of a string in capitals, without marks.
pub(super) fn words(text: &str) -> Vec<String> {
    let plain: String = text
        .to_uppercase()
        .chars()
        .map(|it| if it.is_ascii_alphanumeric() || it == '\'' { it } else { ' ' })
        .collect();
    plain.replace('\'', " '").split_whitespace().map(str::to_owned).collect()
}

/// Returns the words from the first that is essential.
pub(super) fn essential(text: &str) -> Vec<String> {
    let words = words(text);
    let idle = |it: &&String| {
        NONESSENTIAL.contains(&it.as_str()) || it.chars().all(|it| it.is_ascii_digit())
    };
    let skipped = words.iter().take(words.len().saturating_sub(1)).take_while(idle).count();
    words[skipped..].to_vec()
}

/// Returns `text` without what stands in brackets.
fn unbracketed(text: &str) -> String {
    let mut depth = 0;
    let outside = text.chars().filter(|it| {
        match it {
            '[' | '(' => depth += 1,
            ']' | ')' => depth -= 1,
            _ => return depth == 0,
        }
        false
    });
    outside.collect()
}

/// Returns whether `answer` says the same as `key`.
pub(super) fn same(answer: &str, key: &str) -> bool {
    let (ours, theirs) = (essential(answer), essential(key));
    if ours.is_empty() || theirs.is_empty() {
        return false;
    }
    ours == theirs || {
        let (ours, theirs) = (essential(&unbracketed(answer)), essential(&unbracketed(key)));
        !ours.is_empty() && ours == theirs
    }
}

/// Returns whether `answer` and `key` have a word in common that means something.
pub(super) fn akin(answer: &str, key: &str) -> bool {
    const SMALL: [&str; 7] = ["OF", "THE", "IN", "AND", "A", "TO", "FOR"];
    let theirs = essential(key);
    let ours = essential(answer);
    ours.iter().any(|it| !SMALL.contains(&it.as_str()) && theirs.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_and_brackets_do_not_count() {
        assert!(same("THE 3 FISHERMEN", "FISHERMEN"));
        assert!(same("FREE HARBOUR BRIGADE (FHB)", "FREE HARBOUR BRIGADE"));
        assert!(!same("FISHERMEN", "OLD FISHERMEN"));
        assert!(akin("FISHERMEN", "OLD FISHERMEN"));
    }
}
