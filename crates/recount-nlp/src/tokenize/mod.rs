//! Splits a text into tokens as spaCy's tokenizer does.
