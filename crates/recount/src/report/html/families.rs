//! Draws the families: a box for each article, a frame for each family, an arrow for each tie.
//!
//! In: families and links. Out: the figures of a drawing in which boxes stand in one column, family by
//! family, and ties run beside it, so that no arrow crosses a box however many there are.

use crate::model::Link;
use crate::report::head;
use crate::report::view::outlet;
use crate::report::words;

use super::parts::Page;

/// Width and height of a box, the gap between two, and the room of a frame for its name.
///
/// The column with the first five lanes is 360 wide: it fits a telephone without being scaled.
const BOX: (usize, usize) = (216, 40);
const GAP: usize = 8;
const FRAME: usize = 26;

/// Distance between two ties that run beside each other.
const LANE: usize = 20;

/// Longest outlet name, in letters, that fits a box; a longer one ends in an ellipsis.
const NAME: usize = 24;

/// Ties drawn at most for each article; of copies beyond them only the strongest are drawn.
///
/// A family of twenty has 190 pairs, which show nothing but a black bar; the list has them all.
const TIES: usize = 2;

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

/// A line from one box to another.
pub(super) struct Tie {
    pub path: String,
    pub class: &'static str,
    pub directed: bool,
    pub title: String,
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
        let drawn = drawn(links, boxes.len());
        let undrawn = links.len() - drawn.len();
        let (ties, lanes) = ties(page, &drawn, &boxes);
        let width = BOX.0 + 2 * GAP + (lanes + 1) * LANE;
        let list = links.iter().map(|it| listed(page, it)).collect();
        Self { width, height, frames, boxes, ties, list, undrawn }
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

/// Returns the ties to draw: citations, and the strongest copies if there are too many.
fn drawn(links: &[Link], articles: usize) -> Vec<&Link> {
    let mut copies: Vec<_> = links.iter().filter(|it| it.kind == "copy").collect();
    copies.sort_by(|a, b| strength(b).total_cmp(&strength(a)));
    copies.truncate(TIES * articles);
    let cites = links.iter().filter(|it| it.kind != "copy").take(TIES * articles);
    copies.into_iter().chain(cites).collect()
}

fn strength(link: &Link) -> f64 {
    link.containment.unwrap_or_default()
}

/// A tie between two boxes, before it has a lane: first and last height, and the link.
struct Run<'a> {
    from: usize,
    to: usize,
    link: &'a Link,
}

/// Returns the lines, short ones nearest to the boxes, and the number of lanes that they need.
fn ties(page: &Page, links: &[&Link], boxes: &[Plate]) -> (Vec<Tie>, usize) {
    let mut runs = runs(page, links, boxes);
    runs.sort_by_key(|it| (it.from.abs_diff(it.to), it.from, it.to));
    let mut lanes: Vec<Vec<(usize, usize)>> = Vec::new();
    let mut ties = Vec::new();
    for run in &runs {
        let (top, end) = (run.from.min(run.to), run.from.max(run.to));
        let free = |lane: &Vec<(usize, usize)>| lane.iter().all(|(a, b)| end < *a || *b < top);
        let lane = lanes.iter().position(free).unwrap_or(lanes.len());
        if lane == lanes.len() {
            lanes.push(Vec::new());
        }
        lanes[lane].push((top, end));
        ties.push(tie(page, run, lane));
    }
    (ties, lanes.len())
}

/// Returns the links whose ends have boxes, each end at a height of its own.
fn runs<'a>(page: &Page, links: &[&'a Link], boxes: &[Plate]) -> Vec<Run<'a>> {
    let plate = |id| {
        let number = page.view.number(id);
        boxes.iter().position(|it| it.number == number)
    };
    let ends = |it: &&'a Link| Some((plate(&it.from)?, plate(&it.to)?, *it));
    let ends: Vec<_> = links.iter().filter_map(ends).collect();
    let pairs: Vec<_> = ends.iter().map(|it| (it.0, it.1)).collect();
    let height = |at: usize, own: usize| {
        let ports = ports(&pairs, own);
        let port = ports.iter().position(|it| *it == at).unwrap_or_default();
        boxes[own].y + BOX.1 * (port + 1) / (ports.len() + 1)
    };
    let run = |(at, (from, to, link)): (usize, &(usize, usize, &'a Link))| Run {
        from: height(at, *from),
        to: height(at, *to),
        link,
    };
    ends.iter().enumerate().map(run).collect()
}

/// Returns the ties that end at the box `own`, from top to bottom, in the order in which they do not
/// cross: those from above with the nearest first, then those from below with the farthest first.
fn ports(pairs: &[(usize, usize)], own: usize) -> Vec<usize> {
    let ends = pairs.iter().enumerate().filter(|(_, it)| it.0 == own || it.1 == own);
    let mut ports: Vec<_> = ends
        .map(|(at, (from, to))| match if *from == own { *to } else { *from } {
            above if above < own => (0, own - above, at, at),
            below => (1, usize::MAX - (below - own), usize::MAX - at, at),
        })
        .collect();
    ports.sort_unstable();
    ports.into_iter().map(|it| it.3).collect()
}

fn tie(page: &Page, run: &Run, lane: usize) -> Tie {
    /// Radius of a bend.
    const BEND: usize = 6;
    let (start, out) = (BOX.0 + GAP, BOX.0 + 2 * GAP + LANE / 2 + lane * LANE);
    let (from, to) = (run.from, run.to);
    let bend = BEND.min(from.abs_diff(to) / 2);
    let (turn, near, far) = match from < to {
        true => (1, from + bend, to - bend),
        false => (0, from.saturating_sub(bend), to + bend),
    };
    let path = format!(
        "M{start} {from}H{}A{bend} {bend} 0 0 {turn} {out} {near}V{far}A{bend} {bend} 0 0 {turn} {} {to}H{}",
        out - bend,
        out - bend,
        start + 2,
    );
    let from = page.view.citation(&run.link.from);
    let title = format!("{from} {}", head::tie(page.view, run.link));
    Tie { path, class: class(run.link), directed: run.link.directed, title }
}

fn class(link: &Link) -> &'static str {
    if link.kind == "cites" { "cited" } else { "copied" }
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
