//! Reads the data files under `data/`: tab-separated rows, one a line.
//!
//! In: the text of a file, embedded at build time. Out: its rows as cells. Lines that are blank or
//! begin with `#` are for people and are skipped. A cell `-` stands for "nothing" where a file says
//! so; [`several`] knows it.

/// Returns the rows of a data file, each as its cells.
pub(crate) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let told = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    told.map(|line| line.split('\t').map(str::trim).collect())
}

/// Returns the values of a cell that holds several between `|`; none for `-`.
pub(crate) fn several(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|').map(str::trim).filter(|value| !value.is_empty() && *value != "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_blank_lines_are_for_people() {
        let found: Vec<_> = rows("# a head\n\none\ttwo\nthree\n").collect();
        assert_eq!(found, [vec!["one", "two"], vec!["three"]]);
    }

    #[test]
    fn a_dash_is_an_empty_cell() {
        assert_eq!(several("AP|A.P.").collect::<Vec<_>>(), ["AP", "A.P."]);
        assert_eq!(several("-").count(), 0);
    }
}
