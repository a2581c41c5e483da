//! Finds the pairs of articles that share three-word runs, and how much of the shorter they share.
//!
//! In: what each article tells. Out: ties, the strongest first. Pairs are found through the runs they
//! share: two articles without a common run are never looked at together.

use super::runs::Told;

/// Share of the shorter text's three-word runs that two articles have in common when both come
/// from one text.
///
/// Lower, and reports that use the stock phrases of one event become one origin: independent reports
/// coded by hand share up to 0.088. Higher, and a rewritten wire text becomes two: inside families
/// the shares are 0.117 (a family that the coder called probable only), 0.268, 0.295, 0.339 and more.
/// To measure again: `cargo xtask eval copies`, in `eval/copies.md`.
pub(super) const COPY: f64 = 0.1;

/// From this share on, a tie is no longer in doubt: twice what independent reports reach.
pub(super) const CERTAIN: f64 = 0.20;

/// From this share on, a copy cannot be ruled out: of 30 pairs of independent reports coded by hand
/// only one reaches it, and of that the coder was in doubt too. Measured with [`COPY`].
pub(super) const DOUBTFUL: f64 = 0.085;

/// Fewest shared runs of a tie: a dozen words in a row, or several stock phrases.
///
/// An alert of two sentences has some forty runs, and five of them may be the name of the place and
/// "at least two people were".
const SHARED: u32 = 10;

/// Two articles that share three-word runs, as indexes into the story.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Tie {
    /// The article with fewer runs.
    pub(super) short: usize,
    /// The other.
    pub(super) long: usize,
    /// Shared runs by the runs of the shorter.
    pub(super) share: f64,
    /// Shared runs by the runs of the longer.
    pub(super) share_of_long: f64,
}

/// Returns the ties of at least [`DOUBTFUL`] share, the strongest first.
pub(super) fn ties(told: &[Told]) -> Vec<Tie> {
    let index = index(told);
    let mut ties = Vec::new();
    let mut shared = vec![0_u32; told.len()];
    for (article, its) in told.iter().enumerate() {
        count_shared(&index, article, its, &mut shared);
        let earlier = shared.iter_mut().enumerate().take(article);
        let counts = earlier.map(|(other, count)| (other, std::mem::take(count)));
        let found = counts.filter(|(_, count)| *count >= SHARED);
        ties.extend(found.map(|(other, count)| tie(told, article, other, count)));
    }
    ties.retain(|it| it.share >= DOUBTFUL);
    ties.sort_by(|a, b| {
        b.share.total_cmp(&a.share).then((a.short, a.long).cmp(&(b.short, b.long)))
    });
    ties
}

/// Returns the articles of each run, sorted by run and article.
fn index(told: &[Told]) -> Vec<(u64, usize)> {
    let entries = told.iter().enumerate();
    let mut index: Vec<_> =
        entries.flat_map(|(article, it)| it.runs.iter().map(move |run| (*run, article))).collect();
    index.sort_unstable();
    index
}

/// Counts the runs that `article` shares with each article before it.
///
/// Both the index and the runs of an article are sorted, so that each search goes on where the last
/// one ended.
fn count_shared(index: &[(u64, usize)], article: usize, its: &Told, shared: &mut [u32]) {
    let mut rest = index;
    for run in &its.runs {
        rest = &rest[rest.partition_point(|(it, _)| it < run)..];
        let holders = rest.iter().take_while(|(it, other)| it == run && *other < article);
        holders.for_each(|(_, other)| shared[*other] += 1);
    }
}

fn tie(told: &[Told], article: usize, other: usize, shared: u32) -> Tie {
    let runs = |it: usize| told[it].runs.len();
    let (short, long) = match runs(article) < runs(other) {
        true => (article, other),
        false => (other, article),
    };
    let of = |it: usize| f64::from(shared) / runs(it) as f64;
    Tie { short, long, share: of(short), share_of_long: of(long) }
}
