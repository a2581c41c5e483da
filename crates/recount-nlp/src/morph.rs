//! Morphological features: `Case=Nom|Number=Sing`.
//!
//! In: features as a table or a label writes them. Out: the one way in which spaCy prints them, and
//! single features of it. No features at all are the empty string, though files say `_`.

/// Returns `features` in spaCy's order, or `None` if one of them is not a name, `=` and values.
///
/// Of two values for one name the later stands.
pub(crate) fn normalise(features: &str) -> Option<String> {
    if features.is_empty() || features == "_" {
        return Some(String::new());
    }
    let mut kept: Vec<(&str, String)> = Vec::new();
    for feature in features.split('|') {
        let (name, values) = feature.split_once('=').filter(|(_, values)| !values.contains('='))?;
        kept.retain(|(it, _)| *it != name);
        kept.push((name, sorted(values)));
    }
    let mut lines: Vec<String> =
        kept.iter().map(|(name, values)| format!("{name}={values}")).collect();
    lines.sort_unstable();
    Some(lines.join("|"))
}

fn sorted(values: &str) -> String {
    let mut values: Vec<&str> = values.split(',').collect();
    values.sort_unstable();
    values.join(",")
}

/// Returns the values of the feature `name`, joined by commas.
pub(crate) fn values<'a>(morph: &'a str, name: &str) -> Option<&'a str> {
    morph.split('|').find_map(|feature| feature.strip_prefix(name)?.strip_prefix('='))
}

/// Tells whether `name` has `value` among its values.
pub(crate) fn has(morph: &str, name: &str, value: &str) -> bool {
    values(morph, name).is_some_and(|values| values.split(',').any(|it| it == value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_and_their_values_are_sorted() {
        check("Number=Sing|Case=Nom,Acc", "Case=Acc,Nom|Number=Sing");
        check("Person[psor]=1|Person=3", "Person=3|Person[psor]=1");
    }

    #[test]
    fn the_later_of_two_values_stands() {
        check("Case=Nom|Number=Plur|Case=Acc", "Case=Acc|Number=Plur");
    }

    #[test]
    fn an_underscore_is_no_feature() {
        check("_", "");
        check("", "");
        assert_eq!(normalise("Case=Nom|Plural"), None);
    }

    #[test]
    fn a_feature_has_one_value_or_more() {
        let morph = "Case=Acc,Nom|Number=Sing";
        assert_eq!((values(morph, "Number"), values(morph, "Num")), (Some("Sing"), None));
        assert!(has(morph, "Case", "Nom") && !has(morph, "Number", "Plur"));
    }

    #[track_caller]
    fn check(features: &str, expected: &str) {
        assert_eq!(normalise(features).as_deref(), Some(expected));
    }
}
