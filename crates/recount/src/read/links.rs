//! Tells lines that are nothing but a link, in text dumps that say where their links are.
//!
//! In: a line. Out: whether it is a link. Markdown writes `[words](address)`; `lynx -dump` writes
//! `[12]words` and lists the addresses at the end, each with its number.

use super::lines::closes;

/// Share of its letters, in percent, that a line may have outside of links and still be one: a bullet's
/// number, the bar between two links. Chosen by hand.
const OUTSIDE_PERCENT: usize = 20;

/// Returns whether a line is a link, or several, and no sentence.
pub(super) fn is_link(line: &str) -> bool {
    let entry = line.trim_start_matches(['*', '•', '-', '+', ' ']);
    is_address(entry) || !closes(line) && (is_numbered(entry) || is_markdown(entry))
}

/// `12. https://herald.example/a`
fn is_address(entry: &str) -> bool {
    let number = entry.trim_start_matches(|it: char| it.is_ascii_digit());
    let address = number.trim_start_matches(['.', ' ']);
    let known = ["http://", "https://", "mailto:", "javascript:"];
    !address.contains(' ') && known.iter().any(|it| address.starts_with(it))
}

/// `[12]Ferry siege ends`
fn is_numbered(entry: &str) -> bool {
    let number = entry.strip_prefix('[').and_then(|it| it.split_once(']'));
    number.is_some_and(|it| !it.0.is_empty() && it.0.bytes().all(|it| it.is_ascii_digit()))
}

/// `[Ferry siege ends](/ferry) | [More](/more)`
fn is_markdown(entry: &str) -> bool {
    let letters = |it: &str| it.chars().filter(|it| it.is_alphanumeric()).count();
    let (mut inside, mut outside, mut rest) = (0, 0, entry);
    while let Some((words, address)) = rest.split_once("](") {
        let (before, words) = words.rsplit_once('[').unwrap_or((words, ""));
        outside += letters(before);
        inside += letters(words);
        rest = address.split_once(')').map_or("", |it| it.1);
    }
    outside += letters(rest);
    rest.len() < entry.len() && outside * 100 <= (inside + outside) * OUTSIDE_PERCENT
}

#[cfg(test)]
mod tests {
    use super::is_link;

    #[test]
    fn entries_of_menus_are_links() {
        check("* [12]Ferry siege ends", true);
        check("* [Ferry siege ends](https://herald.example/ferry)", true);
        check("[News](/news) | [Sport](/sport)", true);
        check("![The quay](/quay.jpg)", true);
        check("12. https://herald.example/a", true);
    }

    #[test]
    fn sentences_with_links_are_not() {
        check("[12]Coast guards ended a siege on Monday.", false);
        check("Six men took a [ferry](/ferry) in Norrvik on Monday, and asked for a boat", false);
        check("* Anna Lind, 34", false);
        check("12. The ferry sails again", false);
    }

    #[track_caller]
    fn check(line: &str, expected: bool) {
        assert_eq!(is_link(line), expected, "{line}");
    }
}
