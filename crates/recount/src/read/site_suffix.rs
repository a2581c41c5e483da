//! Parts the name of the outlet from a title: `Ferry siege ends - The Norrvik Herald`.
//!
//! In: a title. Out: the title alone and the outlet's usual name. Only a name of the table of outlets
//! is parted off; any other end may belong to the title.

use super::outlets::outlet_by_name;

const MARKS: [&str; 5] = [" | ", " - ", " – ", " — ", " :: "];

/// Returns the title and the outlet, if the title closes with one that we know.
pub(super) fn parted(title: &str) -> Option<(&str, &'static str)> {
    let cuts = MARKS.iter().filter_map(|mark| title.rsplit_once(mark));
    let (title, name) = cuts.min_by_key(|(_, name)| name.len())?;
    Some((title.trim(), outlet_by_name(name)?.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_outlet_is_parted_off() {
        check("Ferry siege ends | The Washington Post", "Ferry siege ends + The Washington Post");
        check("Ferry siege ends - Norrvik unhurt", "-");
        check("Ferry siege ends", "-");
    }

    #[track_caller]
    fn check(title: &str, expected: &str) {
        let found =
            parted(title).map_or("-".to_owned(), |(title, name)| format!("{title} + {name}"));
        assert_eq!(found, expected);
    }
}
