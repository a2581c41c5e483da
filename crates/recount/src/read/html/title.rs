//! Chooses the title of a page, without the name of the site.
//!
//! In: what the markup says. Out: the title. The name of the site is cut from either end where the page
//! names it or the first heading shows that it is no part of the title; any other end may belong to it.

use super::super::{agency, outlet_by_name};
use super::head::Head;

const MARKS: [&str; 12] =
    [" | ", " - ", " – ", " — ", " :: ", " : ", " • ", " · ", " » ", " « ", " › ", " ǀ "];

/// Returns the title; `names` are those by which the site calls itself, or its host.
pub(super) fn title(head: &Head, names: &[String]) -> Option<String> {
    let linked = head.linked.iter().filter_map(|it| it.title.as_deref());
    let told = linked.chain(head.told("title")).chain(head.title.as_deref());
    let told: Vec<&str> =
        told.map(|it| cut(it, names)).filter(|it| !it.is_empty() && !is_site(it, names)).collect();
    let headings = || head.headings.iter().map(String::as_str).filter(|it| !is_site(it, names));
    let confirmed = |heading: &&str| told.iter().any(|it| starts(it, heading));
    let chosen =
        headings().find(confirmed).or_else(|| told.first().copied()).or_else(|| headings().next());
    chosen.map(str::to_owned)
}

/// Cuts the name of the site from the end or the beginning of `title`.
fn cut<'t>(title: &'t str, names: &[String]) -> &'t str {
    let ends = MARKS.iter().filter_map(|mark| title.rsplit_once(mark));
    let (head, tail) = ends.min_by_key(|it| it.1.len()).unwrap_or((title, ""));
    if is_site(tail, names) {
        return cut(head.trim(), names);
    }
    let heads = MARKS.iter().filter_map(|mark| title.split_once(mark));
    match heads.min_by_key(|it| it.0.len()) {
        Some((site, rest)) if is_site(site, names) => rest.trim(),
        _ => title,
    }
}

fn is_site(text: &str, names: &[String]) -> bool {
    let folded = fold(text);
    let same = |name: &String| {
        let name = fold(name);
        name == folded
            || folded.len() >= 4
                && (name.ends_with(&folded) || folded.ends_with(&name) && name.len() >= 4)
    };
    !folded.is_empty()
        && (names.iter().any(same) || outlet_by_name(text).is_some() || agency(text).is_some())
}

/// Whether `title` is the heading, or the heading and the name of a part of the site behind a mark.
fn starts(title: &str, heading: &str) -> bool {
    let (whole, part) = (fold(title), fold(heading));
    let marked =
        || MARKS.iter().filter_map(|mark| title.split_once(mark)).any(|it| fold(it.0) == part);
    !part.is_empty() && (whole == part || marked())
}

/// Returns the letters and digits of `text`, in lower case.
pub(super) fn fold(text: &str) -> String {
    let bare = text.strip_prefix("The ").unwrap_or(text);
    bare.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_site_is_no_part_of_a_title() {
        check("Ferry siege ends | Norrvik Herald", "", "Ferry siege ends");
        check("Norrvik Herald - Ferry siege ends", "", "Ferry siege ends");
        check(
            "Ferry siege ends - Sea | The Norrvik Herald",
            "Ferry siege ends",
            "Ferry siege ends",
        );
        check("Ferry siege ends - Reuters", "", "Ferry siege ends");
    }

    #[test]
    fn any_other_end_may_belong_to_it() {
        check("Ferry siege ends - nobody hurt", "", "Ferry siege ends - nobody hurt");
        check("Ferry siege ends - nobody hurt", "Norrvik Herald", "Ferry siege ends - nobody hurt");
    }

    #[test]
    fn a_heading_serves_where_nothing_else_does() {
        check("", "Ferry siege ends", "Ferry siege ends");
        check("Norrvik Herald", "Norrvik Herald", "-");
    }

    #[track_caller]
    fn check(told: &str, heading: &str, expected: &str) {
        let some = |it: &str| Some(it.to_owned()).filter(|it| !it.is_empty());
        let headings = some(heading).into_iter().collect();
        let head = Head { title: some(told), headings, ..Head::default() };
        let names = ["Norrvik Herald".to_owned()];
        assert_eq!(title(&head, &names).as_deref().unwrap_or("-"), expected);
    }
}
