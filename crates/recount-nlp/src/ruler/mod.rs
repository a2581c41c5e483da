//! Sets tag, part of speech, morphology, lemma and label of tokens that match a pattern.
