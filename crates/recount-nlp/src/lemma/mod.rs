//! stub
use crate::Error;
use std::sync::Arc;
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Tables;
impl Tables {
    pub(crate) fn read(_l: &str, _m: &str, _b: &[u8], _f: &str) -> Result<Self, Error> {
        Ok(Self)
    }
}
#[derive(Debug)]
pub(crate) struct Lemmatizer;
impl Lemmatizer {
    pub(crate) fn new(_t: Tables) -> Self {
        Self
    }
    pub(crate) fn lemma(&self, text: &str, _p: &str, _m: &str, _s: bool) -> Arc<str> {
        Arc::from(text)
    }
}
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Trees;
impl Trees {
    pub(crate) fn read(
        _b: &[u8],
        _f: &str,
        _l: &[u32],
        _s: &[String],
        _o: (usize, Option<&str>),
    ) -> Result<Self, Error> {
        Ok(Self)
    }
    pub(crate) fn choose(&self, _s: &[f32], _t: &str) -> Option<String> {
        None
    }
}
