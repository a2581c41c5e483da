//! Reads `config.cfg`, in which a package says what it is made of.
//!
//! In: its text. Out: values by section and key. Values are JSON; `${section.key}` and
//! `${section:key}` stand for the value found there.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::Error;

/// The file's name, for messages.
const FILE: &str = "config.cfg";

/// How many references are followed, so that a circle ends.
const REFERENCES: usize = 8;

/// Values by section and key.
#[derive(Debug)]
pub(crate) struct Config {
    values: BTreeMap<(String, String), String>,
}

impl Config {
    /// Reads `text`.
    pub(crate) fn read(text: &str) -> Result<Self, Error> {
        let mut values = BTreeMap::new();
        let mut section = String::new();
        for line in text.lines().map(str::trim) {
            if let Some(name) = line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
                name.clone_into(&mut section);
            } else if let Some((key, value)) = line.split_once('=') {
                let place = (section.clone(), key.trim().to_owned());
                values.insert(place, value.trim().to_owned());
            } else if !line.is_empty() && !line.starts_with(['#', ';']) {
                return Err(Error::malformed(FILE, format!("no key and value in {line:?}")));
            }
        }
        Ok(Self { values })
    }

    /// Returns the value of `key` in `section`, or `None` if it is not there or null.
    pub(crate) fn find(&self, section: &str, key: &str) -> Result<Option<Value>, Error> {
        let (section, text) = match self.followed(section, key) {
            Some(found) => found,
            None => return Ok(None),
        };
        let value: Value = serde_json::from_str(text)
            .map_err(|cause| Error::malformed(FILE, format!("[{section}] {key}: {cause}")))?;
        Ok(Some(value).filter(|it| !it.is_null()))
    }

    /// Returns what stands for `key`, where it stands itself.
    fn followed<'a>(&'a self, section: &'a str, key: &'a str) -> Option<(&'a str, &'a str)> {
        let (mut section, mut key) = (section, key);
        for _ in 0..REFERENCES {
            let text = self.values.get(&(section.to_owned(), key.to_owned()))?;
            let Some(name) = text.strip_prefix("${").and_then(|it| it.strip_suffix('}')) else {
                return Some((section, text));
            };
            (section, key) = name.split_once(':').or_else(|| name.rsplit_once('.'))?;
        }
        None
    }

    /// Returns the text of `key` in `section`.
    pub(crate) fn text(&self, section: &str, key: &str) -> Result<String, Error> {
        let value = self.find(section, key)?;
        let text = value.as_ref().and_then(Value::as_str).map(str::to_owned);
        text.ok_or_else(|| Error::malformed(FILE, format!("no text for {key} in [{section}]")))
    }

    /// Returns the texts of the list `key` in `section`; none if it is not there.
    pub(crate) fn texts(&self, section: &str, key: &str) -> Result<Vec<String>, Error> {
        let value = self.find(section, key)?;
        let items = value.as_ref().and_then(Value::as_array).into_iter().flatten();
        Ok(items.filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Returns the truth value of `key` in `section`, or `false` if it is not there.
    pub(crate) fn flag(&self, section: &str, key: &str) -> Result<bool, Error> {
        Ok(self.find(section, key)?.as_ref().and_then(Value::as_bool).unwrap_or_default())
    }

    /// Returns every section at or below `section` that names an architecture, with that name.
    pub(crate) fn architectures(&self, section: &str) -> impl Iterator<Item = (&str, &str)> {
        let inside = move |it: &str| {
            it.strip_prefix(section).is_some_and(|it| it.is_empty() || it.starts_with('.'))
        };
        let named =
            self.values.iter().filter(move |((it, key), _)| key == "@architectures" && inside(it));
        named.map(|((section, _), name)| (section.as_str(), name.trim_matches('"')))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_json_and_may_stand_elsewhere() {
        check("[a]\nlang = \"en\"\n[b.c]\nlang = ${a:lang}", "b.c", "lang", "\"en\"");
        check("[a.b]\nwidth = 96\n[c]\nwidth = ${a.b.width}", "c", "width", "96");
        check("# for people\n[a]\nnothing = null", "a", "nothing", "none");
    }

    #[test]
    fn a_line_without_a_value_is_told() {
        let error = Config::read("[a]\nwhat").expect_err("there is no value");
        assert_eq!(error.to_string(), "cannot read config.cfg: no key and value in \"what\"");
    }

    #[track_caller]
    fn check(text: &str, section: &str, key: &str, expected: &str) {
        let config = Config::read(text).expect("the text is well-formed");
        let found = config.find(section, key).expect("the value is JSON");
        assert_eq!(found.map_or("none".to_owned(), |it| it.to_string()), expected);
    }
}
