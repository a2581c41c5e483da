//! Says which relations of a UD treebank can be asked of a parse with ClearNLP's labels.
//!
//! In: a gold document. Out: for a word the head and the labels that a right parse gives it. The two
//! schemes are two analyses, so only what both draw alike is asked, with one conversion: where UD
//! hangs a noun on its governor and the preposition on the noun, ClearNLP has governor, preposition,
//! noun; the noun's governor is compared through the preposition, and the preposition with its noun.
//!
//! Not asked, for the schemes differ: the root; punctuation; `cc` and `conj` (heads in a chain); copular
//! clauses (UD's head is the predicate, ClearNLP's the verb) and all that hangs on them; `there is`;
//! names of several words (`flat`: UD's head is first, ClearNLP's last) and what hangs on them; fixed
//! phrases; a preposition with a clause (`after doing`); `parataxis`, `list`, `discourse`, `vocative`,
//! `dep`, `goeswith`, `reparandum`, `orphan`, `dislocated` and whatever else is not in [`SAME`].

use super::conllu::GoldDoc;

/// Relations that both schemes draw between the same two words, and ClearNLP's names for them.
const SAME: [(&str, &[&str]); 25] = [
    ("acl", &["acl", "relcl"]), // `a way to go` is `relcl`
    ("acl:relcl", &["relcl"]),
    ("advcl", &["advcl"]),
    ("advmod", &["advmod", "neg", "quantmod"]),
    ("amod", &["amod"]),
    ("appos", &["appos"]),
    ("aux", &["aux"]),
    ("aux:pass", &["auxpass"]),
    ("cc:preconj", &["preconj"]),
    ("ccomp", &["ccomp"]),
    ("compound", &["compound", "nmod"]), // `nmod` before a hyphen
    ("compound:prt", &["prt"]),
    ("csubj", &["csubj"]),
    ("csubj:pass", &["csubjpass"]),
    ("det", &["det"]),
    ("det:predet", &["predet"]),
    ("iobj", &["dative"]),
    ("mark", &["mark", "aux"]), // `to` of an infinitive is `aux`
    ("nmod:poss", &["poss"]),
    ("nsubj", &["nsubj"]),
    ("nsubj:pass", &["nsubjpass"]),
    ("nummod", &["nummod"]),
    ("obj", &["dobj"]),
    ("obl:unmarked", &["npadvmod"]),
    ("xcomp", &["xcomp", "ccomp", "acomp", "oprd"]), // `make him go` is `ccomp`
];

/// Relations of a noun that hangs on its governor by a preposition.
const BY_PREPOSITION: [&str; 3] = ["nmod", "obl", "obl:agent"];

/// What is asked about a word.
#[derive(Debug, PartialEq)]
pub(crate) struct Asked {
    /// Its head, as an index in the gold document.
    pub(crate) head: usize,
    /// The labels that are right.
    pub(crate) labels: &'static [&'static str],
    /// How the parse is compared.
    pub(crate) way: Way,
}

/// How a gold arc is found in a parse.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Way {
    /// The arc itself.
    Direct,
    /// The head of the preposition that is the word's head.
    ThroughPreposition,
    /// The word is the preposition: its object is the head.
    ToObject,
}

/// Children of each word, by relation.
pub(crate) struct Tree<'a> {
    doc: &'a GoldDoc,
    children: Vec<Vec<usize>>,
}

impl<'a> Tree<'a> {
    /// Makes the tree of `doc`.
    pub(crate) fn of(doc: &'a GoldDoc) -> Self {
        let mut children = vec![Vec::new(); doc.words.len()];
        for (at, word) in doc.words.iter().enumerate() {
            word.head.into_iter().for_each(|head| children[head].push(at));
        }
        Tree { doc, children }
    }

    /// Returns what may be asked about the word `at`; `None` if the schemes differ on it.
    pub(crate) fn asked(&self, at: usize) -> Option<Asked> {
        let word = &self.doc.words[at];
        let head = word.head?;
        if self.is_built_otherwise(at) || self.is_built_otherwise(head) {
            return None;
        }
        let deprel = word.deprel.as_str();
        if BY_PREPOSITION.contains(&deprel) {
            let asked = Asked { head, labels: &["pobj"], way: Way::ThroughPreposition };
            return self.preposition(at).map(|_| asked);
        }
        if deprel == "case" {
            return self.asked_of_case(at, head);
        }
        if self.is_gerund_by_preposition(at)
            || self.is_gerund_by_preposition(head) && deprel == "mark"
        {
            return None;
        }
        if deprel == "amod" && word.xpos.starts_with("NNP") {
            // `United` of `United States`: part of a name, which ClearNLP compounds.
            return Some(Asked { head, labels: &["compound", "amod"], way: Way::Direct });
        }
        let same = SAME.iter().find(|it| it.0 == deprel)?;
        Some(Asked { head, labels: same.1, way: Way::Direct })
    }

    fn asked_of_case(&self, at: usize, head: usize) -> Option<Asked> {
        if self.doc.words[at].xpos == "POS" {
            return Some(Asked { head, labels: &["case"], way: Way::Direct });
        }
        let by_preposition = BY_PREPOSITION.contains(&self.doc.words[head].deprel.as_str());
        let asked = Asked { head, labels: &["prep", "agent", "dative"], way: Way::ToObject };
        self.preposition(head).filter(|it| by_preposition && *it == at).map(|_| asked)
    }

    /// Returns the one preposition of a noun, if it is a single word before it.
    fn preposition(&self, noun: usize) -> Option<usize> {
        let words = &self.doc.words;
        let mut cases = self.with(noun, "case").filter(|it| words[*it].xpos != "POS");
        let only = cases.next().filter(|_| cases.next().is_none())?;
        (only < noun && self.children[only].is_empty()).then_some(only)
    }

    /// Returns whether a copula, `there`, a name or a fixed phrase makes the word's head another one.
    fn is_built_otherwise(&self, at: usize) -> bool {
        ["cop", "expl", "flat", "fixed", "goeswith"]
            .iter()
            .any(|it| self.with(at, it).next().is_some())
            || ["flat", "fixed", "goeswith"].contains(&self.doc.words[at].deprel.as_str())
    }

    fn is_gerund_by_preposition(&self, verb: usize) -> bool {
        let mut marks = self.with(verb, "mark");
        self.doc.words[verb].xpos == "VBG" && marks.any(|it| self.doc.words[it].xpos == "IN")
    }

    fn with(&self, head: usize, deprel: &str) -> impl Iterator<Item = usize> {
        let children = self.children[head].iter().copied();
        children.filter(move |it| self.doc.words[*it].deprel == deprel)
    }
}

#[cfg(test)]
mod tests {
    use super::super::conllu::GoldWord;
    use super::*;

    #[test]
    fn a_preposition_stands_between_a_noun_and_its_governor() {
        // "Gunmen fled to Tarsk"
        let tree = [("nsubj", Some(1)), ("root", None), ("case", Some(3)), ("obl", Some(1))];
        let ways = asked(&tree);
        assert_eq!(
            ways,
            [Some(Way::Direct), None, Some(Way::ToObject), Some(Way::ThroughPreposition)]
        );
    }

    #[test]
    fn a_copular_clause_is_not_asked_about() {
        // "He was mayor"
        assert_eq!(
            asked(&[("nsubj", Some(2)), ("cop", Some(2)), ("root", None)]),
            [None, None, None]
        );
    }

    fn asked(tree: &[(&str, Option<usize>)]) -> Vec<Option<Way>> {
        let word = |it: &(&str, Option<usize>)| GoldWord {
            span: 0..0,
            xpos: "X".into(),
            head: it.1,
            deprel: it.0.into(),
        };
        let doc = GoldDoc { words: tree.iter().map(word).collect(), ..GoldDoc::default() };
        let tree = Tree::of(&doc);
        (0..doc.words.len()).map(|it| tree.asked(it).map(|it| it.way)).collect()
    }
}
