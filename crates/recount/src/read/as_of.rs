//! Keeps the articles that were out by a given time.
//!
//! In: articles and a time. Out: those that were surely published by then, and how many were not. A date
//! is taken to its end: a report of some day is known only when the day is over. Without a date of its own
//! nobody can tell that an article was out, so that it is left out too. Zones are not converted, since
//! the record does not convert them: a time is the time as printed.

use crate::model::{Article, Date};

/// The articles that were out, and how many were left out.
#[derive(Debug)]
pub struct Known {
    /// Those that were surely out, in their order.
    pub articles: Vec<Article>,
    /// How many have a later date, or one that is not over by then.
    pub later: usize,
    /// How many have no date of their own.
    pub undated: usize,
}

/// Returns the articles that were out by the end of `time`.
///
/// ```
/// use recount::read::known_by;
///
/// let known = known_by(Vec::new(), &"2031-05-04T11:01".parse()?);
/// assert_eq!((known.later, known.undated), (0, 0));
/// # Ok::<(), jiff::Error>(())
/// ```
#[must_use]
pub fn known_by(articles: Vec<Article>, time: &Date) -> Known {
    let mut known = Known { articles: Vec::new(), later: 0, undated: 0 };
    for mut article in articles {
        // What the rest of the story gave rests on reports that may be later.
        article.published = article.published.filter(|it| !is_inferred(it));
        match &article.published {
            None => known.undated += 1,
            Some(date) if date.last_moment() > time.last_moment() => known.later += 1,
            Some(_) => known.articles.push(article),
        }
    }
    known
}

fn is_inferred(date: &Date) -> bool {
    date.basis.as_deref() == Some(Date::INFERRED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::article;

    #[test]
    fn what_was_out_is_kept() {
        check("2031-05-04T11:01", "2031-05-04T11:01", "known");
        check("2031-05-04T11:02", "2031-05-04T11:01", "later");
        check("2031-05-04", "2031-05-04", "known");
        check("2031-05-05", "2031-05-04", "later");
    }

    #[test]
    fn a_day_is_known_when_it_is_over() {
        check("2031-05-04", "2031-05-04T11:01", "later");
        check("2031-05-03", "2031-05-04T11:01", "known");
    }

    #[test]
    fn no_date_is_no_proof() {
        check("", "2031-05-04", "undated");
        check("inferred", "2031-05-04", "undated");
    }

    #[track_caller]
    fn check(published: &str, time: &str, expected: &str) {
        let date = match published {
            "inferred" => Some(time.parse::<Date>().expect("a time").with_basis(Date::INFERRED)),
            _ => published.parse().ok(),
        };
        let article = Article { published: date, ..article("Six died.") };
        let found = known_by(vec![article], &time.parse().expect("a time"));
        let found = match (found.articles.len(), found.later, found.undated) {
            (1, 0, 0) => "known",
            (0, 1, 0) => "later",
            _ => "undated",
        };
        assert_eq!(found, expected, "{published} by {time}");
    }
}
