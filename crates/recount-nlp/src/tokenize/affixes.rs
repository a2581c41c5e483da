//! Cuts a chunk, which is text without white space or white space alone, into tokens.
//!
//! In: a chunk. Out: its [`Piece`]s. Prefixes and suffixes are cut off until an exception, a match
//! that stays whole, or nothing more to cut is met; what is left is cut at its infixes.

use super::pattern::{Machine, Pattern, Suffix};
use super::specials::Specials;
use super::tables::Tables;
use super::{Error, Piece};

/// The patterns of a tokenizer.
#[derive(Debug)]
pub(super) struct Affixes {
    prefix: Option<Pattern>,
    suffix: Option<Suffix>,
    infix: Option<Pattern>,
    token: Option<Pattern>,
    url: Option<Pattern>,
}

/// Bytes of the longest text that `token_match` is tried on.
///
/// It is tried anew for each affix that is cut off, so without a bound a chunk of ten megabytes
/// would take hours. spaCy has no bound; the pattern is there for compounds such as `faux-semblant`,
/// and the longest word of a French dictionary has 30 bytes.
const LONGEST_MATCH: usize = 1 << 8;

/// Bytes of the longest text that `url_match` is tried on, which happens once for a chunk.
const LONGEST_URL: usize = 1 << 16;

impl Affixes {
    /// Reads the patterns of `tables`.
    pub(super) fn new(tables: &Tables) -> Result<Self, Error> {
        let suffix = tables.suffix.as_deref().map(Suffix::new).transpose();
        Ok(Self {
            prefix: pattern(&tables.prefix, "prefix_search")?,
            suffix: suffix.map_err(|reason| unsupported("suffix_search", &reason))?,
            infix: pattern(&tables.infix, "infix_finditer")?,
            token: pattern(&tables.token_match, "token_match")?,
            url: pattern(&tables.url_match, "url_match")?,
        })
    }

    /// Tells whether some of `text` would be cut off or out.
    pub(super) fn cut(&self, text: &str, machine: &mut Machine) -> bool {
        let mut has_infix = false;
        if let Some(infix) = &self.infix {
            infix.each(text, machine, |_, _| has_infix = true);
        }
        has_infix || self.prefix(text, machine) > 0 || self.suffix(text, machine) > 0
    }

    /// Adds the tokens of `chunk`, which begins at the byte `start`.
    pub(super) fn split(
        &self,
        chunk: &str,
        start: usize,
        specials: Option<&Specials>,
        machine: &mut Machine,
        pieces: &mut Vec<Piece>,
    ) {
        let mut suffixes = Vec::new();
        let (low, high) = self.strip(chunk, specials, machine, &mut |range, is_prefix| {
            let piece = Piece::new(start + range.0, start + range.1);
            if is_prefix { pieces.push(piece) } else { suffixes.push(piece) }
        });
        if low < high {
            self.core(&chunk[low..high], start + low, specials, machine, pieces);
        }
        pieces.extend(suffixes.into_iter().rev());
    }

    /// Calls `cut` with each affix, from the outside in, and returns what is left.
    fn strip(
        &self,
        chunk: &str,
        specials: Option<&Specials>,
        machine: &mut Machine,
        cut: &mut dyn FnMut((usize, usize), bool),
    ) -> (usize, usize) {
        let is_special = |text: &str| specials.is_some_and(|it| it.has(text));
        let (mut low, mut high) = (0, chunk.len());
        while low < high {
            let text = &chunk[low..high];
            if self.stays_whole(text, machine) || is_special(text) {
                break;
            }
            let prefix = self.prefix(text, machine);
            if prefix > 0 && is_special(&text[prefix..]) {
                cut((low, low + prefix), true);
                return (low + prefix, high);
            }
            let suffix = self.suffix(&text[prefix..], machine);
            if suffix > 0 && is_special(&text[..text.len() - suffix]) {
                cut((high - suffix, high), false);
                return (low, high - suffix);
            }
            if prefix + suffix == 0 {
                break;
            }
            if prefix > 0 {
                cut((low, low + prefix), true);
            }
            if suffix > 0 {
                cut((high - suffix, high), false);
            }
            (low, high) = (low + prefix, high - suffix);
        }
        (low, high)
    }

    fn stays_whole(&self, text: &str, machine: &mut Machine) -> bool {
        text.len() <= LONGEST_MATCH
            && self.token.as_ref().is_some_and(|it| it.begins(text, machine))
    }

    fn is_url(&self, text: &str, machine: &mut Machine) -> bool {
        text.len() <= LONGEST_URL && self.url.as_ref().is_some_and(|it| it.begins(text, machine))
    }

    /// Returns the bytes of the prefix of `text`, or 0.
    fn prefix(&self, text: &str, machine: &mut Machine) -> usize {
        let found = self.prefix.as_ref().and_then(|it| it.search(text, 0, machine));
        // spaCy cuts off as many characters as match, wherever they match.
        let wanted = |(start, end): (usize, usize)| match start {
            0 => end,
            _ => text[start..end].chars().zip(text.chars()).map(|(_, c)| c.len_utf8()).sum(),
        };
        found.map_or(0, wanted)
    }

    /// Returns the bytes of the suffix of `text`, or 0.
    fn suffix(&self, text: &str, machine: &mut Machine) -> usize {
        let found = self.suffix.as_ref().and_then(|it| it.search(text, machine));
        let wanted = |(start, end): (usize, usize)| match end {
            _ if end == text.len() => end - start,
            _ => text[start..end].chars().zip(text.chars().rev()).map(|(_, c)| c.len_utf8()).sum(),
        };
        found.map_or(0, wanted)
    }

    fn core(
        &self,
        text: &str,
        start: usize,
        specials: Option<&Specials>,
        machine: &mut Machine,
        pieces: &mut Vec<Piece>,
    ) {
        if specials.is_some_and(|it| it.add(text, start, pieces)) {
            return;
        }
        let mut done = 0;
        if let Some(infix) = &self.infix
            && !self.stays_whole(text, machine)
            && !self.is_url(text, machine)
        {
            infix.each(text, machine, |from, to| {
                // One at the start would be a prefix, and none was found.
                if from > 0 {
                    add(start + done, start + from, pieces);
                    add(start + from, start + to, pieces);
                    done = to;
                }
            });
        }
        add(start + done, start + text.len(), pieces);
    }
}

fn add(start: usize, end: usize, pieces: &mut Vec<Piece>) {
    if start < end {
        pieces.push(Piece::new(start, end));
    }
}

fn pattern(source: &Option<String>, name: &str) -> Result<Option<Pattern>, Error> {
    let pattern = source.as_deref().map(Pattern::new).transpose();
    pattern.map_err(|reason| unsupported(name, &reason))
}

fn unsupported(name: &str, reason: &str) -> Error {
    Error::unsupported(format!("{name} of the tokenizer"), reason)
}
