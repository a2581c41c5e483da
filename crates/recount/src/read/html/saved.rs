//! Finds the address that a browser or a tool wrote into a page when it saved it.
//!
//! In: the page. Out: the address, if a comment before the content gives one. The page may be a copy that
//! names another page as its canonical one, so that this is asked last.

use std::sync::LazyLock;

use regex::Regex;

use super::super::lines::head;

/// Bytes at the head of a page in which such a comment stands: before or behind the tag `<html>`, which may
/// have many attributes.
const HEAD_BYTES: usize = 8 << 10;

/// What browsers write (`saved from url=(0030)https://…`, the number is that of its letters), and SingleFile
/// (`Page saved with SingleFile`, then `url: https://…` in a line of its own).
static COMMENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>]+)",
    )
    .expect("it is tested")
});

/// Returns the address from which `html` was saved.
pub(super) fn address(html: &str) -> Option<String> {
    let found = COMMENT.captures(head(html, HEAD_BYTES))?.get(1)?.as_str();
    Some(found.trim_end_matches("--").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_comment_of_a_browser_gives_the_address() {
        check(
            "<!-- saved from url=(0022)https://a.example/fire --><html>",
            "https://a.example/fire",
        );
        check(
            "<html><!-- saved from url=(0022)https://a.example/fire--> <p>",
            "https://a.example/fire",
        );
    }

    #[test]
    fn so_does_that_of_singlefile() {
        let comment = "<html lang=en><!--\n Page saved with SingleFile \n url: https://a.example/fire \n saved date: -->";
        check(comment, "https://a.example/fire");
    }

    #[test]
    fn what_the_text_says_is_no_such_comment() {
        check("<p>saved from url=(0022)https://a.example/fire", "-");
        check("<!-- url: https://a.example/fire -->", "-");
    }

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(address(html).unwrap_or("-".to_owned()), expected);
    }
}
