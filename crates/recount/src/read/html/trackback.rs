//! Reads the day in the description that weblogs write into a comment for trackbacks.
//!
//! In: the page. Out: the day of its entry, as printed; a page that describes several entries is no entry.

use std::sync::LazyLock;

use regex::Regex;

/// `<rdf:Description rdf:about="…" dc:title="…" dc:date="2031-05-04T22:00:00+09:00" …/>`
static DESCRIPTION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"<rdf:Description\s[^>]{0,2000}?\bdc:date="([^"]{8,40})""#).expect("it is tested")
});

/// Returns the day of the entry.
pub(super) fn day(html: &str) -> Option<&str> {
    // Few pages have such a comment, and the search for the word is faster than the pattern.
    html.contains("<rdf:Description").then_some(())?;
    let mut found = DESCRIPTION.captures_iter(html);
    let day = found.next()?.get(1)?.as_str();
    found.next().is_none().then_some(day)
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn the_only_entry_has_its_day() {
        let entry = "<!-- <rdf:RDF>\n<rdf:Description rdf:about=\"https://a.example\"\n dc:date=\"2031-05-04\" />";
        assert_eq!(day(entry), Some("2031-05-04"));
        assert_eq!(day(&entry.repeat(2)), None);
        assert_eq!(day("<p>dc:date=\"2031-05-04\""), None);
    }
}
