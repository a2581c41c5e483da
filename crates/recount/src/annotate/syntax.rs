//! Looks at the syntax of an article from the heads down.
//!
//! In: tokens with heads. Out: for each token what hangs on it, and how far its phrase reaches.

use std::ops::Range;

use super::Token;

/// What hangs on each token of an article.
#[derive(Debug, Clone)]
pub(crate) struct Syntax<'a> {
    tokens: &'a [Token],
    /// Where the children of each token begin in `children`.
    first: Vec<usize>,
    children: Vec<usize>,
    /// The first token of each phrase and the token after its last.
    extents: Vec<Range<usize>>,
}

impl<'a> Syntax<'a> {
    /// Reads the syntax of `tokens`, whose heads are numbers among them.
    pub(crate) fn of(tokens: &'a [Token]) -> Self {
        let mut first = vec![0; tokens.len() + 1];
        let hanging = || (0..tokens.len()).filter(|at| tokens[*at].head != *at);
        hanging().for_each(|at| first[tokens[at].head + 1] += 1);
        (0..tokens.len()).for_each(|at| first[at + 1] += first[at]);
        let mut children = vec![0; first[tokens.len()]];
        let mut filled = first.clone();
        for at in hanging() {
            let place = &mut filled[tokens[at].head];
            children[*place] = at;
            *place += 1;
        }
        let mut syntax = Self { tokens, first, children, extents: Vec::new() };
        syntax.extents = syntax.reach();
        syntax
    }

    /// Returns how far each phrase reaches, from the tokens without children up.
    fn reach(&self) -> Vec<Range<usize>> {
        let roots = (0..self.tokens.len()).filter(|at| self.tokens[*at].head == *at);
        let mut order: Vec<_> = roots.collect();
        let mut next = 0;
        while let Some(at) = order.get(next).copied() {
            order.extend(self.children(at));
            next += 1;
        }
        let mut extents: Vec<_> = (0..self.tokens.len()).map(|at| at..at + 1).collect();
        for at in order.into_iter().rev() {
            let head = self.tokens[at].head;
            let own = extents[at].clone();
            extents[head].start = extents[head].start.min(own.start);
            extents[head].end = extents[head].end.max(own.end);
        }
        extents
    }

    /// Returns what hangs on the token, in the order of the text.
    pub(crate) fn children(&self, at: usize) -> &[usize] {
        &self.children[self.first[at]..self.first[at + 1]]
    }

    /// Returns what hangs on the token by one of the arcs `deps`, in the order of the text.
    pub(crate) fn hanging<'b>(
        &'b self,
        at: usize,
        deps: &'b [&'b str],
    ) -> impl DoubleEndedIterator<Item = usize> + 'b {
        let by = move |it: &usize| deps.contains(&self.tokens[*it].dep.as_str());
        self.children(at).iter().copied().filter(by)
    }

    /// Returns the first of what [`Self::hanging`] gives.
    pub(crate) fn child(&self, at: usize, deps: &[&str]) -> Option<usize> {
        self.hanging(at, deps).next()
    }

    /// Returns the tokens of the phrase that the token heads; where arcs cross, those between as well.
    pub(crate) fn phrase(&self, at: usize) -> Range<usize> {
        self.extents[at].clone()
    }

    /// Returns the token that the token hangs on; nothing for a root.
    pub(crate) fn head(&self, at: usize) -> Option<usize> {
        Some(self.tokens[at].head).filter(|it| *it != at)
    }

    /// Returns the heads above the token, the nearest first.
    pub(crate) fn above(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        heads(self.tokens, at)
    }
}

/// Returns the heads above a token, the nearest first.
pub(crate) fn heads(tokens: &[Token], at: usize) -> impl Iterator<Item = usize> + '_ {
    let head = |at: usize| Some(tokens[at].head).filter(|it| *it != at);
    std::iter::successors(head(at), move |it| head(*it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::annotated;

    #[test]
    fn a_phrase_reaches_from_its_first_to_its_last_word() {
        let annotated = annotated("The mayor of Kavaja said that two men were hurt.");
        let syntax = Syntax::of(&annotated.tokens);
        let said = annotated.tokens.iter().position(|it| it.lower == "said").expect("a verb");
        let subject = syntax.child(said, &["nsubj"]).expect("a subject");
        assert_eq!(annotated.text(&syntax.phrase(subject)), "The mayor of Kavaja");
        let clause = syntax.child(said, &["ccomp"]).expect("a clause");
        assert_eq!(annotated.text(&syntax.phrase(clause)), "that two men were hurt");
        assert_eq!(syntax.above(subject).collect::<Vec<_>>(), [said]);
    }
}
