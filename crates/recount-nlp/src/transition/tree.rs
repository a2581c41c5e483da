//! Makes a tree of arcs: crossing arcs are restored and sentences begin where their roots reach.
//!
//! In: heads and labels from the parser. Out: the same with labels such as `prep||dobj` resolved, and
//! the first token of each sentence. The parser only knows trees without crossing arcs; a label with
//! `||` says that the true head is the nearest token below with the label behind the bars (Nivre and
//! Nilsson 2005, the scheme "head").

use std::collections::VecDeque;

/// Between the label of an arc and the label of the true head.
const BARS: &str = "||";

/// Passes over the text until all heads lie in their sentences; spaCy gives up after as many.
const PASSES: usize = 11;

/// Tokens that are looked at for a true head, so that time stays linear in odd texts. Sentences of
/// the news have at most some hundreds.
const SEARCHED: usize = 1000;

/// Heads by token; a root is its own head.
pub(crate) struct Tree {
    heads: Vec<usize>,
    /// First and last token of what hangs on each token.
    edges: Vec<(usize, usize)>,
}

impl Tree {
    /// Returns the tree with these heads.
    pub(crate) fn new(heads: &[Option<usize>]) -> Self {
        let heads = heads.iter().enumerate().map(|(token, head)| head.unwrap_or(token)).collect();
        let mut tree = Self { heads, edges: Vec::new() };
        tree.find_edges();
        tree
    }

    /// Returns the head of each token.
    pub(crate) fn heads(&self) -> &[usize] {
        &self.heads
    }

    /// Hangs tokens with crossing arcs where they belong; `labels` lose what says so.
    pub(crate) fn restore_crossings(
        &mut self,
        labels: &mut [std::sync::Arc<str>],
        space: &dyn Fn(usize) -> bool,
    ) {
        let mut children = self.children();
        for token in 0..labels.len() {
            let Some((label, wanted)) = labels[token].clone().split_once(BARS).map(owned) else {
                continue;
            };
            if let Some(head) = self.true_head(&children, labels, token, &wanted, space) {
                let old = self.heads[token];
                children[old].retain(|it| *it != token);
                self.heads[token] = head;
                // Tokens outside the old reach of a head are not seen by searches that come later.
                if (self.edges[head].0..=self.edges[head].1).contains(&token) {
                    let at = children[head].partition_point(|it| *it < token);
                    children[head].insert(at, token);
                }
            }
            labels[token] = std::sync::Arc::from(label);
        }
        self.find_edges();
    }

    fn true_head(
        &self,
        children: &[Vec<usize>],
        labels: &[std::sync::Arc<str>],
        token: usize,
        wanted: &str,
        space: &dyn Fn(usize) -> bool,
    ) -> Option<usize> {
        let mut queue = VecDeque::from([self.heads[token]]);
        let mut looked = 0;
        while let Some(at) = queue.pop_front() {
            for child in children[at].iter().copied().filter(|it| *it != token && !space(*it)) {
                if *labels[child] == *wanted {
                    return Some(child);
                }
                looked += 1;
                if looked > SEARCHED {
                    return None;
                }
                queue.push_back(child);
            }
        }
        None
    }

    fn children(&self) -> Vec<Vec<usize>> {
        let mut children = vec![Vec::new(); self.heads.len()];
        for (token, head) in self.heads.iter().enumerate().filter(|(token, head)| token != *head) {
            children[*head].push(token);
        }
        children
    }

    /// Returns for each token whether a sentence begins with it.
    pub(crate) fn sentence_starts(&self) -> Vec<bool> {
        let mut starts = vec![false; self.heads.len()];
        for (token, head) in self.heads.iter().enumerate() {
            if token == *head {
                starts[self.edges[token].0] = true;
            }
        }
        starts
    }

    fn find_edges(&mut self) {
        self.edges = (0..self.heads.len()).map(|token| (token, token)).collect();
        for _ in 0..=PASSES {
            for token in 0..self.heads.len() {
                self.widen(token);
            }
            for token in (0..self.heads.len()).rev() {
                self.widen(token);
            }
            if self.heads_lie_in_their_sentences() {
                return;
            }
        }
    }

    /// Lets the head of `token` reach as far as the token.
    fn widen(&mut self, token: usize) {
        let ((first, last), head) = (self.edges[token], self.heads[token]);
        let reach = &mut self.edges[head];
        *reach = (reach.0.min(first), reach.1.max(last));
    }

    fn heads_lie_in_their_sentences(&self) -> bool {
        let starts = self.sentence_starts();
        let mut begin = 0;
        for (end, starts) in starts.into_iter().enumerate() {
            if (end > 0 && starts) || end + 1 == self.heads.len() {
                // The sentence's last token counts as inside, whether the next begins with it or not.
                if self.heads[begin..end].iter().any(|head| !(begin..=end).contains(head)) {
                    return false;
                }
                begin = end;
            }
        }
        true
    }
}

fn owned((label, wanted): (&str, &str)) -> (String, String) {
    (label.to_owned(), wanted.to_owned())
}
