//! Runs the ties between boxes beside their column, so that none crosses a box and few each other.
//!
//! In: links and boxes. Out: the path of each line, and the room that all of them take.

use std::collections::BTreeSet;

use crate::model::Link;
use crate::report::head;

use super::families::{BOX, GAP, Plate};
use super::parts::Page;

/// Copies for each article up to which all are drawn; beyond it, the strongest of each article.
///
/// A family of twenty has 190 pairs, which show nothing but a black bar; the list has more.
const TIES: usize = 2;

/// Lanes beyond which they are set close, so that the drawing stays narrower than the page.
const MANY: usize = 8;

/// Distance between two ties that run beside each other, and where there are more than [`MANY`].
const LANE: (usize, usize) = (20, 10);

/// A line from one box to another.
pub(super) struct Tie {
    pub path: String,
    pub class: &'static str,
    pub directed: bool,
    pub title: String,
}

/// Returns the ties to draw: citations, and the strongest copies if there are too many.
pub(super) fn drawn(links: &[Link], articles: usize) -> Vec<&Link> {
    let (mut copies, cites): (Vec<_>, Vec<_>) = links.iter().partition(|it| it.kind != "cites");
    copies.sort_by(|a, b| strength(b).total_cmp(&strength(a)));
    if copies.len() > TIES * articles {
        let mut seen = BTreeSet::new();
        copies.retain(|it| seen.insert(&it.from));
    }
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

/// Returns the lines, short ones nearest to the boxes, and the room that they take.
pub(super) fn ties(page: &Page, links: &[&Link], boxes: &[Plate]) -> (Vec<Tie>, usize) {
    let mut runs = runs(page, links, boxes);
    runs.sort_by_key(|it| (it.from.abs_diff(it.to), it.from, it.to));
    let lanes = lanes(&runs);
    let count = lanes.iter().max().map_or(0, |it| it + 1);
    let tie = |(run, lane): (&Run, &usize)| tie(page, run, lane * spacing(count));
    (runs.iter().zip(&lanes).map(tie).collect(), LANE.0 + count * spacing(count))
}

fn spacing(lanes: usize) -> usize {
    if lanes > MANY { LANE.1 } else { LANE.0 }
}

/// Returns the lane of each run: the nearest in which nothing else runs at its height.
fn lanes(runs: &[Run]) -> Vec<usize> {
    let mut taken: Vec<Vec<(usize, usize)>> = Vec::new();
    let lane_of = |run: &Run| {
        let (top, end) = (run.from.min(run.to), run.from.max(run.to));
        let free = |lane: &Vec<(usize, usize)>| lane.iter().all(|(a, b)| end < *a || *b < top);
        let lane = taken.iter().position(free).unwrap_or(taken.len());
        if lane == taken.len() {
            taken.push(Vec::new());
        }
        taken[lane].push((top, end));
        lane
    };
    runs.iter().map(lane_of).collect()
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

/// Returns a line that runs `aside` from the nearest lane.
fn tie(page: &Page, run: &Run, aside: usize) -> Tie {
    /// Radius of a bend.
    const BEND: usize = 6;
    let (start, out) = (BOX.0 + GAP, BOX.0 + 2 * GAP + LANE.0 / 2 + aside);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_from_below_leave_a_box_the_farthest_first() {
        assert_eq!(ports(&[(1, 0), (2, 0), (3, 0)], 0), [2, 1, 0]);
    }

    #[test]
    fn ties_from_above_leave_a_box_the_nearest_first() {
        assert_eq!(ports(&[(3, 0), (3, 2), (4, 3)], 3), [1, 0, 2]);
    }

    #[test]
    fn of_many_copies_the_strongest_of_each_article_is_drawn() {
        let links: Vec<_> = [(1, 0, 0.2), (2, 0, 0.3), (2, 1, 0.9)].map(copy).into();
        let pairs = |articles| {
            let drawn = drawn(&links, articles).into_iter();
            drawn.map(|it| format!("{}-{}", it.from.0, it.to.0)).collect::<Vec<_>>()
        };
        assert_eq!(pairs(3), ["2-1", "2-0", "1-0"]);
        assert_eq!(pairs(1), ["2-1", "1-0"]);
    }

    fn copy((from, to, share): (u8, u8, f64)) -> Link {
        let id = |it: u8| crate::model::ArticleId(it.to_string());
        Link {
            kind: "copy".into(),
            from: id(from),
            to: id(to),
            directed: true,
            containment: Some(share),
            reason: String::new(),
            passages: Vec::new(),
        }
    }
}
