//! What looks back, and what covers several events.

use super::*;

/// Events that a page covers one after another.
const PARTS: [&str; 4] = [
    "The ferry Stella Polaris ran aground off Velm with 90 passengers. Captain Ilka Brandt was taken \
            to hospital in Osterby, and divers found a hole in the hull. Nobody else was hurt when the \
            Stella Polaris ran aground, and the passengers were brought ashore in boats by volunteers \
            before the tide turned, though some had to wait until it was dark and cold.",
    "Masked men robbed the jeweller Lund in Kirk Street and fled on a motorcycle. Two customers were \
            hurt by broken glass, inspector Pia Holm said. It was the second robbery there this year, and \
            the street was closed for an hour while the police looked for tracks in the snow and asked \
            those who live there what they had seen or heard of the men.",
    "Herring fetched less at the Halm auction for the third week. Boats stayed in port and dealers \
            blamed cheap imports, which have come in lorries from the south since the border was opened. \
            The chairman of the fishermen, Odd Lervik, asked for help, but none is in the budget of the \
            year that comes, and nobody knows what will be in the next one after it.",
    "The choir of Tarn won the contest in Grindal for the fourth time. Its leader, Runa Falk, thanked \
            the judges, the bakers and her mother, in that order. There was cake for everybody, and the \
            hall was full to the last seat although it rained all day and the bus from the valley did not \
            come because the driver had lost the key.",
];

#[test]
fn a_look_back_on_the_anniversary_does_not_join_its_story() {
    let look_back = FERRY_COURT.replace("2031-05-24", "2033-05-04");
    let look_back =
        look_back.replace("Captain of grounded ferry charged", "Anniversary of Velm grounding");
    check(&[FERRY, ROBBERY, &look_back], "0 | 1 | 2");
}

#[test]
fn a_round_up_joins_no_story_and_says_what_it_covers() {
    let page = format!("2031-05-06: The week in brief / {}", PARTS.join("\n\n"));
    let page = page.replace("The week in brief", "News in brief");
    let batch = batch(&[FERRY, ROBBERY, &page]);
    let mut grouper = Grouper::default();
    let added: Vec<_> = batch.iter().map(|it| grouper.add(Sketch::of(it))).collect();
    assert_eq!(added[2].covers.len(), 2, "{added:?}");
    assert_eq!(grouper.stories().count(), 3);
}

#[test]
fn a_live_page_of_several_events_joins_none_and_merges_none() {
    let live = PARTS.map(|it| format!("10:15 {it}")).join("\n\n");
    let live = format!("2031-05-06: Islands live: the day as it happened / {live}");
    let batch = batch(&[FERRY, ROBBERY, &live, FERRY_NEXT]);
    let mut grouper = Grouper::default();
    let added: Vec<_> = batch.iter().map(|it| grouper.add(Sketch::of(it))).collect();
    assert_eq!(added[2].score, None, "{added:?}");
    assert_eq!(added[3].story, added[0].story, "{added:?}");
    assert_ne!(added[0].story, added[1].story, "{added:?}");
}

#[test]
fn news_of_an_old_event_joins_it_though_a_look_back_does_not() {
    let news = FERRY_COURT.replace("2031-05-24", "2031-08-24");
    check(&[FERRY, ROBBERY, &news], "0 2 | 1");
}
