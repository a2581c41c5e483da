//! Infers when undated articles were published, from the other reports of their story.
//!
//! In: the articles and their stories. Out: the same articles; an undated one whose story has dates
//! close to one another gets their middle day, with that as its basis. Where the dates lie apart, or
//! there are none, the date stays unknown rather than guessed.

use jiff::civil;

use super::Story;
use crate::annotate::Annotated;
use crate::model::Date;

/// How many days the known dates of a story may lie apart for an undated report to be one of them.
///
/// An event is told for about three days; the dates of a longer story say little about one report.
const SPAN: i32 = 3;

/// Gives undated articles the day of their story, where there is one.
pub fn infer_dates(batch: &mut [Annotated], stories: &[Story]) {
    for story in stories {
        let Some(day) = story_day(batch, story) else { continue };
        for at in story {
            let published = &mut batch[*at].article.published;
            if published.is_none() {
                *published = Some(Date::day(day).with_basis(Date::INFERRED));
            }
        }
    }
}

/// Returns the middle of the known days, if they lie close together.
fn story_day(batch: &[Annotated], story: &Story) -> Option<civil::Date> {
    let dates = story.iter().filter_map(|at| batch[*at].article.published.as_ref());
    let mut days: Vec<_> = dates.map(|it| it.start.date()).collect();
    days.sort_unstable();
    let (first, last) = (*days.first()?, *days.last()?);
    let span = (last - first).get_days();
    (span <= SPAN).then(|| days[days.len() / 2])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::{Language, annotate};
    use crate::model::{Page, PageKind};
    use crate::read;

    #[test]
    fn an_undated_report_takes_the_day_of_its_story() {
        check(&["2031-05-04", "", "2031-05-05"], "2031-05-04, 2031-05-05, 2031-05-05");
    }

    #[test]
    fn dates_that_lie_apart_say_nothing() {
        check(&["2031-05-04", "", "2031-05-19"], "2031-05-04, unknown, 2031-05-19");
        check(&["", ""], "unknown, unknown");
    }

    #[track_caller]
    fn check(dates: &[&str], expected: &str) {
        let page = |(at, date): (usize, &&str)| {
            let date = if date.is_empty() { String::new() } else { format!(r#","date":"{date}""#) };
            let row = format!(r#"{{"id":"{at}","text":"A blast hit a mill in Kavaja."{date}}}"#);
            Page::new(at.to_string(), PageKind::JsonRow, row.into_bytes())
        };
        let pages = dates.iter().enumerate().map(page);
        let mut batch: Vec<_> = pages
            .map(|it| annotate(read::read(&it).expect("a row with a text"), &Language::default()))
            .collect();
        infer_dates(&mut batch, &[(0..dates.len()).collect()]);
        let shown = |it: &Annotated| {
            it.article.published.as_ref().map_or("unknown".into(), ToString::to_string)
        };
        assert_eq!(batch.iter().map(shown).collect::<Vec<_>>().join(", "), expected);
    }
}
