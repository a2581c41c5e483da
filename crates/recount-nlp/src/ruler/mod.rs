//! Sets tag, part of speech, morphology, lemma and label of tokens that match a pattern.
//!
//! In: the rules of a package, and the tokens of a text as the tagger and the parser left them.
//! Out: the same tokens with what the rules set. All rules look at the tokens as they came in, so a
//! rule never sees what another one set; where two set the same field, the later rule has it.

mod matcher;
mod read;
mod rules;

use std::sync::Arc;

use matcher::Matcher;
pub(crate) use rules::Rules;
use rules::{FIELDS, Rule};

use crate::Error;

/// What the rules know of a token, and may set.
#[derive(Debug, Clone)]
pub(crate) struct Fields<'a> {
    /// Token as it stands in the text.
    pub text: &'a str,
    /// The same in small letters.
    pub lower: &'a str,
    /// Whether the token is nothing but white space.
    pub is_space: bool,
    /// Fine part of speech, such as `VBZ`; empty if unknown.
    pub tag: Arc<str>,
    /// Universal part of speech, such as `VERB`; empty if unknown.
    pub pos: Arc<str>,
    /// Features, such as `Case=Nom|Number=Sing`, in spaCy's order.
    pub morph: Arc<str>,
    /// Dictionary form, if a rule or an earlier stage has set one.
    pub lemma: Option<Arc<str>>,
    /// Label of the arc to the head; empty if unknown.
    pub dep: Arc<str>,
}

/// Rules made ready for use.
#[derive(Debug)]
pub(crate) struct Ruler {
    matcher: Matcher,
    settings: Vec<Setting>,
}

/// What a rule sets, field by field.
type Setting = [Option<Arc<str>>; FIELDS];

/// For each field of a token, one more than the number of the last rule that sets it; 0 for none.
type Winners = [u32; FIELDS];

impl Ruler {
    /// Prepares `rules`, or says which regular expression cannot be compiled.
    pub(crate) fn new(rules: &Rules) -> Result<Self, Error> {
        let settings = rules.0.iter().map(setting).collect();
        Ok(Self { matcher: Matcher::new(&rules.0)?, settings })
    }

    /// Applies the rules to the tokens of a text.
    pub(crate) fn apply(&self, tokens: &mut [Fields<'_>]) {
        let mut winners: Vec<Winners> = vec![[0; FIELDS]; tokens.len()];
        self.matcher.each(tokens, |rule, at| self.enter(rule, &mut winners[at]));
        for (token, winners) in tokens.iter_mut().zip(&winners) {
            self.set(token, winners);
        }
    }

    fn enter(&self, rule: usize, winners: &mut Winners) {
        let number = rule as u32 + 1;
        for (field, winner) in self.settings[rule].iter().zip(winners) {
            if field.is_some() && *winner < number {
                *winner = number;
            }
        }
    }

    fn set(&self, token: &mut Fields<'_>, winners: &Winners) {
        let value = |field: usize| {
            let rule = (winners[field] as usize).checked_sub(1)?;
            self.settings[rule][field].clone()
        };
        if let Some(tag) = value(0) {
            token.tag = tag;
        }
        if let Some(pos) = value(1) {
            token.pos = pos;
        }
        if let Some(morph) = value(2) {
            token.morph = morph;
        }
        if let Some(lemma) = value(3) {
            // To spaCy an empty lemma is none at all.
            token.lemma = Some(lemma).filter(|it| !it.is_empty());
        }
        if let Some(dep) = value(4) {
            token.dep = dep;
        }
    }
}

fn setting(rule: &Rule) -> Setting {
    rule.fields().map(|field| field.map(Arc::from))
}

#[cfg(test)]
mod tests;
