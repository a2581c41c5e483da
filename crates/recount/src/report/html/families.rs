//! Draws the families: a box for each article, a frame for each family, an arrow for each tie.
//!
//! In: families and links. Out: the figures of a drawing in which boxes stand in one column, family by
//! family, and ties run beside it, so that no arrow crosses a box however many there are.

use crate::model::Link;
use crate::report::head;
use crate::report::view::outlet;
use crate::report::words;

use super::parts::Page;
use super::ties::{self, Tie};

/// Width and height of a box, the gap between two, and the room of a frame for its name.
///
/// The column with the first five lanes is 360 wide: it fits a telephone without being scaled.
pub(super) const BOX: (usize, usize) = (216, 40);
pub(super) const GAP: usize = 8;
const FRAME: usize = 26;

/// Longest outlet name, in letters, that fits a box; a longer one ends in an ellipsis.
const NAME: usize = 24;

/// Ties up to which the list has all of them; beyond it, those of the drawing.
///
/// A story of six hundred copies has 180,000 pairs, which would make a page of 70 MB.
const LISTED: usize = 500;

/// The drawing and its list.
pub(super) struct Families {
    pub width: usize,
    pub height: usize,
    pub frames: Vec<Frame>,
    pub boxes: Vec<Plate>,
    pub ties: Vec<Tie>,
    pub list: Vec<Listed>,
    /// How many ties the list has and the drawing has not.
    pub undrawn: usize,
    /// How many ties neither has.
    pub unlisted: usize,
}

/// The frame of a family.
pub(super) struct Frame {
    pub y: usize,
    pub height: usize,
    pub name: String,
}

/// The box of an article.
pub(super) struct Plate {
    pub y: usize,
    pub number: usize,
    pub name: String,
    pub when: String,
    pub to: String,
}

/// A tie in words.
pub(super) struct Listed {
    pub from: String,
    pub to: String,
    pub words: String,
    pub share: String,
}

impl Families {
    /// Draws the families of an incident.
    pub(super) fn new(page: &Page) -> Self {
        let (frames, boxes, height) = column(page);
        let links = &page.view.incident.links;
        let drawn = ties::drawn(links, boxes.len());
        let undrawn = links.len() - drawn.len();
        let (ties, room) = ties::ties(page, &drawn, &boxes);
        let width = BOX.0 + 2 * GAP + room;
        let told = if links.len() > LISTED { drawn } else { links.iter().collect() };
        let unlisted = links.len() - told.len();
        let list = told.into_iter().map(|it| listed(page, it)).collect();
        Self { width, height, frames, boxes, ties, list, undrawn, unlisted }
    }
}

/// Returns the frames and boxes from top to bottom, and where they end.
fn column(page: &Page) -> (Vec<Frame>, Vec<Plate>, usize) {
    let (mut frames, mut boxes, mut y) = (Vec::new(), Vec::new(), 1);
    for (letter, numbers) in page.families() {
        let height = FRAME + numbers.len() * (BOX.1 + GAP);
        let articles = words::several(numbers.len(), "report", "reports");
        frames.push(Frame { y, height, name: format!("Family {letter} · {articles}") });
        for (at, number) in numbers.into_iter().enumerate() {
            boxes.push(plate(page, number, y + FRAME + at * (BOX.1 + GAP)));
        }
        y += height + 2 * GAP;
    }
    (frames, boxes, y)
}

fn plate(page: &Page, number: usize, y: usize) -> Plate {
    let article = page.view.articles.get(number - 1);
    let name = article.map_or("", |it| outlet(it));
    let short = match name.chars().count() > NAME {
        true => format!("{}…", name.chars().take(NAME - 1).collect::<String>()),
        false => name.to_owned(),
    };
    let when = article.and_then(|it| it.published.as_ref()).map(words::date);
    let when = when.unwrap_or_else(|| "no date".into());
    Plate { y, number, name: short, when, to: page.article(number) }
}

fn listed(page: &Page, link: &Link) -> Listed {
    let share = link.containment.map(|it| format!("{:.0} % of its word runs shared", it * 100.0));
    Listed {
        from: page.view.citation(&link.from),
        to: page.article(page.view.number(&link.from)),
        words: head::tie(page.view, link),
        share: share.unwrap_or_default(),
    }
}
