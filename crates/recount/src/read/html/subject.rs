//! Tells the section and the keywords that a page gives its article.
//!
//! In: what the markup says. Out: the section, as printed, and each keyword once. What schema.org data
//! say goes before what `<meta>` elements say.

use super::super::tags::parted;
use super::head::Head;

/// Bytes above which it is no name of a section.
const LONGEST_SECTION: usize = 80;

/// Returns the section.
pub(super) fn section(head: &Head) -> Option<String> {
    let linked = head.linked.iter().filter_map(|it| it.section.as_deref());
    let mut told = linked.chain(head.told("section"));
    told.find(|it| it.len() <= LONGEST_SECTION).map(str::to_owned)
}

/// Returns the keywords: all under the best name, for some pages write an element for each.
pub(super) fn tags(head: &Head) -> Vec<String> {
    let linked = head.linked.iter().flat_map(|it| &it.tags).map(String::as_str);
    let tags = parted(linked);
    if tags.is_empty() { parted(head.best("tags")) } else { tags }
}

#[cfg(test)]
mod tests {
    use trafilatura::dom::Document;

    use super::super::head::head;
    use super::*;

    #[test]
    fn elements_of_one_name_are_keywords() {
        check(
            "<meta property=article:section content=Harbour><meta property=article:tag content=ferry>
             <meta property=article:tag content=siege><meta name=keywords content='news, all'>",
            "Harbour: ferry, siege",
        );
    }

    #[test]
    fn schema_org_goes_first() {
        check(
            "<meta name=keywords content=news><script type=application/ld+json>{\"@type\": \"NewsArticle\",
             \"articleSection\": [\"Sea\", \"Harbour\"], \"keywords\": \"ferry, siege\"}</script>",
            "Sea: ferry, siege",
        );
    }

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let head = head(&Document::parse(html));
        let section = section(&head).unwrap_or_default();
        assert_eq!(format!("{section}: {}", tags(&head).join(", ")), expected);
    }
}
