//! Draws how the time grows with the articles.
//!
//! In: articles and milliseconds of each size. Out: an SVG with both axes by powers of ten: what was measured, and
//! for comparison what the first size would come to if time grew with the articles, and with their square.

/// Width and height of the paper.
const PAPER: (f64, f64) = (640.0, 420.0);

/// Room for words around the axes.
const MARGIN: f64 = 56.0;

/// The powers of ten at the ends of the axes: articles, milliseconds.
const ENDS: [(i32, i32); 2] = [(1, 4), (-1, 5)];

/// Returns the drawing of `measured`: articles, milliseconds.
pub(super) fn svg(measured: &[(f64, f64)]) -> String {
    let (width, height) = PAPER;
    let grown = |power: i32| {
        let first = measured.first().copied().unwrap_or((1.0, 1.0));
        measured.iter().map(|it| (it.0, first.1 * (it.0 / first.0).powi(power))).collect::<Vec<_>>()
    };
    let dots: String = measured.iter().map(|it| dot(*it)).collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" \
         font-size=\"12\">\n<title>Time to reconcile a story</title>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n{}{}{}{}{dots}</svg>\n",
        axes(),
        line(&grown(1), "#888", ("with the articles", 18.0)),
        line(&grown(2), "#b55", ("with their square", -8.0)),
        line(measured, "#06c", ("measured", -8.0)),
    )
}

/// Returns where on the paper so many articles and milliseconds stand.
fn at((articles, time): (f64, f64)) -> (f64, f64) {
    let share = |value: f64, (from, to): (i32, i32)| {
        (value.log10() - f64::from(from)) / f64::from(to - from)
    };
    let (width, height) = (PAPER.0 - 2.0 * MARGIN, PAPER.1 - 2.0 * MARGIN);
    (MARGIN + width * share(articles, ENDS[0]), PAPER.1 - MARGIN - height * share(time, ENDS[1]))
}

fn axes() -> String {
    let [(fewest, most), (shortest, longest)] = ENDS.map(|it| (10f64.powi(it.0), 10f64.powi(it.1)));
    let across = (ENDS[1].0..=ENDS[1].1).map(|power| {
        let time = 10f64.powi(power);
        let ((left, y), (right, _)) = (at((fewest, time)), at((most, time)));
        format!(
            "<path d=\"M{left:.1} {y:.1}H{right:.1}\" stroke=\"#ddd\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{time} ms</text>\n",
            left - 6.0,
            y + 4.0
        )
    });
    let down = (ENDS[0].0..=ENDS[0].1).map(|power| {
        let articles = 10f64.powi(power);
        let ((x, bottom), (_, top)) = (at((articles, shortest)), at((articles, longest)));
        format!(
            "<path d=\"M{x:.1} {bottom:.1}V{top:.1}\" stroke=\"#ddd\"/>\
             <text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{articles} articles</text>\n",
            bottom + 18.0
        )
    });
    across.chain(down).collect()
}

/// Draws a line with its name so far below its end.
fn line(points: &[(f64, f64)], colour: &str, (name, below): (&str, f64)) -> String {
    let drawn = points.iter().filter(|it| it.1.log10() <= f64::from(ENDS[1].1));
    let drawn: Vec<_> = drawn.map(|it| at(*it)).collect();
    let path: Vec<_> = drawn.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let (x, y) = drawn.last().copied().unwrap_or_default();
    format!(
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\"/>\
         <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"{colour}\">{name}</text>\n",
        path.join(" "),
        x - 4.0,
        y + below
    )
}

fn dot(measured: (f64, f64)) -> String {
    let (x, y) = at(measured);
    format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\" fill=\"#06c\"/>\n")
}
