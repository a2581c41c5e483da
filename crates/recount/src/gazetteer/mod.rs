//! Knows places by their names: countries, divisions, towns, regions and seas.
//!
//! In: a name as printed. Out: the entries that bear it, largest first, each with its point, country
//! and population. Which of them a text means is not decided here. The table is built from GeoNames
//! by `cargo xtask gazetteer` and unpacked once, when the first name is looked up.

pub mod columns;
mod demonyms;
mod fold;
mod table;

pub(crate) use demonyms::country_code;
pub use demonyms::{country_name, country_of_demonym};
pub use fold::key as lookup_key;
pub use table::{Entry, Walk};
pub(crate) use table::{division_name, seat};

/// Returns the entries that bear `name`, capitals and large places first.
///
/// Marks on letters, hyphens and the difference between "Saint" and "St." do not count.
#[must_use]
pub fn lookup(name: &str) -> Vec<Entry> {
    let mut walk = Walk::start();
    let key = fold::key(name);
    if !key.split(' ').all(|word| walk.step(word)) {
        return Vec::new();
    }
    walk.entries()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_place_of_a_name_comes_first() {
        check("Rostov-on-Don", "Rostov-on-Don RU");
        check("Birmingham", "Birmingham GB");
        check("London", "London GB");
    }

    #[test]
    fn a_name_is_found_in_any_usual_spelling() {
        check("Rostov on Don", "Rostov-on-Don RU");
        check("São Paulo", "São Paulo BR");
        check("Sao Paulo", "São Paulo BR");
        check("St Louis", "Saint-Louis SN");
    }

    #[test]
    fn countries_and_divisions_are_entries() {
        check("Latvia", "Latvia LV");
        check("Burma", "Myanmar MM");
        check("Ohio", "Ohio US");
    }

    #[track_caller]
    fn check(name: &str, expected: &str) {
        let entries = lookup(name);
        let first = entries.first().expect("the name is in the gazetteer");
        assert_eq!(format!("{} {}", first.name, first.country), expected);
    }
}
