//! A text with all that the pipeline found in it.
//!
//! [`Doc`] owns the text and its tokens; [`Token`] and [`Span`] are views that cost nothing. The names
//! are those of spaCy, without the underscores: `token.tag()` is what `token.tag_` is there.

use std::sync::Arc;

use crate::lexeme::Lexeme;
use crate::strings::hash;
use crate::tokenize::Piece;
use crate::transition::Entity;

/// A parsed text.
///
/// ```
/// let doc = recount_nlp::Pipeline::english().parse("Two guards were freed in Zavodsk on Sunday.");
/// let root = doc.tokens().find(|token| token.dep() == "ROOT").expect("there is a root");
/// assert_eq!((root.text(), root.lemma(), root.tag()), ("freed", "free", "VBN"));
/// let guards = root.children().find(|token| token.dep() == "nsubjpass").expect("a subject");
/// assert_eq!(guards.text(), "guards");
/// let day = doc.ents().find(|span| span.label() == "DATE").expect("a date");
/// assert_eq!(day.text(), "Sunday");
/// ```
#[derive(Debug, Clone)]
pub struct Doc {
    pub(crate) text: String,
    pub(crate) words: Vec<Word>,
    pub(crate) entities: Vec<Entity>,
}

/// What is known of a token.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Whether one space follows, which is no token of its own.
    pub(crate) space: bool,
    pub(crate) lexeme: Arc<Lexeme>,
    pub(crate) norm: Arc<str>,
    pub(crate) norm_hash: u64,
    pub(crate) tag: Arc<str>,
    pub(crate) pos: Arc<str>,
    pub(crate) morph: Arc<str>,
    pub(crate) lemma: Option<Arc<str>>,
    pub(crate) dep: Arc<str>,
    pub(crate) head: usize,
    /// Whether a sentence begins here, if a step has said so.
    pub(crate) starts: Option<bool>,
}

/// A token of a [`Doc`].
#[derive(Clone, Copy)]
pub struct Token<'a> {
    doc: &'a Doc,
    index: usize,
}

/// Some tokens of a [`Doc`] in a row: an entity or a sentence.
#[derive(Clone, Copy)]
pub struct Span<'a> {
    doc: &'a Doc,
    start: usize,
    end: usize,
    label: &'a str,
}

impl Doc {
    /// Returns the text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the number of tokens.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Returns whether there is no token.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Returns the token at `index`.
    ///
    /// # Panics
    /// If there are not so many tokens.
    #[must_use]
    pub fn token(&self, index: usize) -> Token<'_> {
        assert!(index < self.len(), "token {index} of {}", self.len());
        Token { doc: self, index }
    }

    /// Returns the tokens in order.
    pub fn tokens(&self) -> impl DoubleEndedIterator<Item = Token<'_>> + ExactSizeIterator + Clone {
        (0..self.len()).map(|index| Token { doc: self, index })
    }

    /// Returns the entities in order.
    pub fn ents(&self) -> impl DoubleEndedIterator<Item = Span<'_>> + ExactSizeIterator + Clone {
        self.entities.iter().map(|it| Span {
            doc: self,
            start: it.start,
            end: it.end,
            label: &it.label,
        })
    }

    /// Returns the sentences in order. Without a parser or sentence recogniser all is one.
    pub fn sents(&self) -> impl Iterator<Item = Span<'_>> + Clone {
        let mut start = 0;
        std::iter::from_fn(move || {
            let rest = self.words.get(start..).filter(|rest| !rest.is_empty())?;
            let more = rest[1..].iter().position(|it| it.starts == Some(true));
            let end = more.map_or(self.len(), |more| start + 1 + more);
            let sentence = Span { doc: self, start, end, label: "" };
            start = end;
            Some(sentence)
        })
    }
}

impl<'a> Token<'a> {
    fn word(&self) -> &'a Word {
        &self.doc.words[self.index]
    }

    /// Returns its number in the text, from 0.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// Returns its first byte in the text.
    #[must_use]
    pub fn start(&self) -> usize {
        self.word().start
    }

    /// Returns the byte after its last.
    #[must_use]
    pub fn end(&self) -> usize {
        self.word().end
    }

    /// Returns it as it stands in the text.
    #[must_use]
    pub fn text(&self) -> &'a str {
        &self.doc.text[self.word().start..self.word().end]
    }

    /// Returns `" "` if a space follows that is no token of its own, else `""`.
    #[must_use]
    pub fn whitespace(&self) -> &'static str {
        if self.word().space { " " } else { "" }
    }

    /// Returns whether it is all white space.
    #[must_use]
    pub fn is_space(&self) -> bool {
        self.word().lexeme.is_space
    }

    /// Returns it in lower case.
    #[must_use]
    pub fn lower(&self) -> &'a str {
        &self.word().lexeme.lower
    }

    /// Returns its normal form: `because` for `'cause`.
    #[must_use]
    pub fn norm(&self) -> &'a str {
        &self.word().norm
    }

    /// Returns its dictionary form, or `""` if no step gives one.
    #[must_use]
    pub fn lemma(&self) -> &'a str {
        self.word().lemma.as_deref().unwrap_or_default()
    }

    /// Returns its fine-grained part of speech, in English a Penn Treebank tag: `VBD`.
    #[must_use]
    pub fn tag(&self) -> &'a str {
        &self.word().tag
    }

    /// Returns its universal part of speech: `VERB`.
    #[must_use]
    pub fn pos(&self) -> &'a str {
        &self.word().pos
    }

    /// Returns its morphological features: `Tense=Past|VerbForm=Fin`.
    #[must_use]
    pub fn morph(&self) -> &'a str {
        &self.word().morph
    }

    /// Returns the label of the arc from its head: `nsubj`, or `ROOT`.
    #[must_use]
    pub fn dep(&self) -> &'a str {
        &self.word().dep
    }

    /// Returns its head; a root is its own.
    #[must_use]
    pub fn head(&self) -> Token<'a> {
        Token { index: self.word().head, ..*self }
    }

    /// Returns the tokens whose head it is, in order.
    ///
    /// They are looked for in its sentence, which costs time in proportion to its length.
    pub fn children(&self) -> impl Iterator<Item = Token<'a>> + use<'a> {
        let (head, doc) = (self.index, self.doc);
        let words = &doc.words;
        let begins = |it: &usize| words[*it].starts == Some(true);
        let first = (0..=head).rev().find(begins).unwrap_or_default();
        let end = (head + 1..words.len()).find(begins).unwrap_or(words.len());
        let hangs = move |it: &usize| words[*it].head == head && *it != head;
        (first..end).filter(hangs).map(move |index| Token { doc, index })
    }

    /// Returns whether a sentence begins with it.
    #[must_use]
    pub fn is_sent_start(&self) -> bool {
        self.index == 0 || self.word().starts == Some(true)
    }

    /// Returns the entity that it is in.
    #[must_use]
    pub fn ent(&self) -> Option<Span<'a>> {
        let at = self.doc.entities.partition_point(|it| it.end <= self.index);
        let found = self.doc.entities.get(at).filter(|it| it.start <= self.index)?;
        Some(Span { doc: self.doc, start: found.start, end: found.end, label: &found.label })
    }

    /// Returns `B` for the first token of an entity, `I` for a later one, `O` outside.
    #[must_use]
    pub fn ent_iob(&self) -> &'static str {
        match self.ent() {
            Some(span) if span.start == self.index => "B",
            Some(_) => "I",
            None => "O",
        }
    }

    /// Returns the label of the entity that it is in, or `""`.
    #[must_use]
    pub fn ent_type(&self) -> &'a str {
        self.ent().map_or("", |it| it.label)
    }
}

impl<'a> Span<'a> {
    /// Returns the number of its first token.
    #[must_use]
    pub fn start(&self) -> usize {
        self.start
    }

    /// Returns the number of the token after its last.
    #[must_use]
    pub fn end(&self) -> usize {
        self.end
    }

    /// Returns its label: `GPE`; `""` for a sentence.
    #[must_use]
    pub fn label(&self) -> &'a str {
        self.label
    }

    /// Returns its tokens.
    pub fn tokens(&self) -> impl DoubleEndedIterator<Item = Token<'a>> + use<'a> {
        let doc = self.doc;
        (self.start..self.end).map(move |index| Token { doc, index })
    }

    /// Returns it as it stands in the text.
    #[must_use]
    pub fn text(&self) -> &'a str {
        let words = &self.doc.words[self.start..self.end];
        match (words.first(), words.last()) {
            (Some(first), Some(last)) => &self.doc.text[first.start..last.end],
            _ => "",
        }
    }
}

impl std::fmt::Debug for Token<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}/{}", self.text(), self.tag())
    }
}

impl std::fmt::Debug for Span<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:?} {}", self.text(), self.label)
    }
}

impl Word {
    /// Returns a word of which nothing is known but its form.
    pub(crate) fn new(piece: Piece, lexeme: Arc<Lexeme>) -> Self {
        let nothing: Arc<str> = Arc::from("");
        let norm_hash = piece.norm.as_ref().map_or(lexeme.norm_hash, |it| hash(it));
        Self {
            start: piece.start,
            end: piece.end,
            space: piece.space,
            norm: piece.norm.unwrap_or_else(|| Arc::clone(&lexeme.norm)),
            norm_hash,
            lexeme,
            tag: Arc::clone(&nothing),
            pos: Arc::clone(&nothing),
            morph: Arc::clone(&nothing),
            dep: nothing,
            lemma: None,
            head: 0,
            starts: None,
        }
    }
}
