//! Decides which of the days that a page tells is that of its publication.
//!
//! In: what the markup says, what the text says, and the address. Out: the day, in the newsroom's own zone as
//! far as it is told.

use super::super::facts::Facts;
use super::head::Head;
use super::published::{self, are_close, is_of_greenwich};
use crate::model::Date;

/// What the markup says of the day goes before what stands in the text, and both before the address.
pub(super) fn of_article(head: &Head, facts: &Facts, url: Option<&str>) -> Option<Date> {
    let told = told(head, url).or_else(|| facts.published.clone());
    told.or_else(|| marked(head, url))
}

fn told(head: &Head, url: Option<&str>) -> Option<Date> {
    published::told(head).map(|it| local_day(it, url))
}

/// The day of publication as far as the page tells it outside of its report.
pub(super) fn marked(head: &Head, url: Option<&str>) -> Option<Date> {
    told(head, url)
        .or_else(|| published::in_address(url?))
        .or_else(|| published::of_times(head))
        .or_else(|| published::shown(head))
        .or_else(|| published::near(head))
        .or_else(|| published::stamped(head))
        .or_else(|| published::of_version(head))
}

/// The day in the address, where the time told is one of Greenwich on the day beside it.
fn local_day(told: Date, url: Option<&str>) -> Date {
    let address = url.and_then(published::in_address).filter(|_| is_of_greenwich(&told));
    let beside = |it: &Date| it.start.date() != told.start.date() && are_close(it, &told);
    address.filter(beside).unwrap_or(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zone_of_the_newsroom_goes_before_greenwich() {
        let found = |meta: &str, address: &str| {
            let fields = [(
                "published",
                vec![(0, meta.to_owned()), (1, "2031-05-05T01:30+02:00".to_owned())],
            )];
            let head = Head { fields: fields.into(), ..Head::default() };
            let url = Some(address).filter(|it| !it.is_empty());
            told(&head, url).map(|it| it.to_string()).unwrap_or_default()
        };
        assert_eq!(found("2031-05-04T23:30Z", ""), "2031-05-05 01:30");
        assert_eq!(found("2031-05-01T23:30Z", ""), "2031-05-01 23:30");
        assert_eq!(found("2031-05-01T23:30Z", "https://herald.example/2031/04/30/a"), "2031-04-30");
        assert_eq!(
            found("2031-05-01T23:30Z", "https://herald.example/2031/04/20/a"),
            "2031-05-01 23:30"
        );
        assert_eq!(found("2031-05-04T23:30-05:00", ""), "2031-05-04 23:30");
    }
}
