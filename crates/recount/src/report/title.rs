//! Makes the one line that names an incident.
//!
//! In: the events and findings of an incident. Out: kind, place and day of the main event, as far as
//! they are known; nothing is guessed.

use crate::model::{Event, Place};

/// Returns a line such as `Hostage siege in Kavaja, 2031-05-04`.
pub(super) fn title(events: &[Event]) -> String {
    let Some(main) = events.first() else { return "Unnamed event".into() };
    let kind = if main.kind == "unknown" { "event" } else { &main.kind };
    let mut title = capitalised(kind);
    if let Some(place) = &main.place {
        title.push_str(&format!(" in {}", within(place)));
    }
    if let Some(date) = &main.date {
        title.push_str(&format!(", {date}"));
    }
    title
}

/// A place with the town that it stands in, else the division.
fn within(place: &Place) -> String {
    match place.city.as_ref().or(place.admin1.as_ref()) {
        Some(wider) if *wider != place.name => format!("{}, {wider}", place.name),
        _ => place.name.clone(),
    }
}

/// Returns `text` with its first letter in upper case.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |it| it.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use crate::model::{Event, EventId, Relation};

    #[test]
    fn what_is_not_known_is_left_out() {
        check("unknown", "Event");
        check("hostage siege", "Hostage siege");
    }

    #[track_caller]
    fn check(kind: &str, expected: &str) {
        let event = Event {
            id: EventId::of(0),
            relation: Relation::Main,
            name: String::new(),
            kind: kind.into(),
            date: None,
            place: None,
        };
        assert_eq!(super::title(&[event]), expected);
    }
}
