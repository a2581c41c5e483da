//! Parts the keywords that a page, a feed or a row gives its article.
//!
//! In: texts with one keyword or several. Out: each once, as printed, in this order.

/// Keywords that are kept: some pages list hundreds for search engines.
const MOST_TAGS: usize = 40;

/// Bytes above which it is no keyword.
const LONGEST_TAG: usize = 80;

/// Returns the keywords in `texts`, which commas or semicolons part.
pub(super) fn parted<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    let parts = texts.into_iter().flat_map(|it| it.split([',', ';'])).map(str::trim);
    for tag in parts.filter(|it| !it.is_empty() && it.len() <= LONGEST_TAG) {
        if tags.len() < MOST_TAGS && !tags.iter().any(|it| it == tag) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    #[test]
    fn each_stands_once() {
        assert_eq!(
            super::parted(["Norrvik, ferry;  ", "ferry", "siege"]),
            ["Norrvik", "ferry", "siege"]
        );
    }
}
