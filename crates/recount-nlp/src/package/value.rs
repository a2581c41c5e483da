//! Reads MessagePack as spaCy writes it.
//!
//! In: bytes. Out: an untyped [`Value`] with short ways to its parts, and the arrays that
//! `msgpack-numpy` packs as maps. A part of the wrong shape is an error that names the file.

use rmpv::Value as Raw;

use crate::Error;
use crate::model::Numbers;

/// A value in a file of a package.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Value<'a> {
    raw: &'a Raw,
    file: &'a str,
}

/// Decodes `bytes`, which are the content of `file`.
pub(crate) fn decode(bytes: &[u8], file: &str) -> Result<Raw, Error> {
    rmpv::decode::read_value(&mut &*bytes).map_err(|cause| Error::malformed(file, cause))
}

impl<'a> Value<'a> {
    /// Returns a view of `raw`, which came from `file`.
    pub(crate) fn new(raw: &'a Raw, file: &'a str) -> Self {
        Self { raw, file }
    }

    fn expected(&self, what: &str) -> Error {
        let mut found = self.raw.to_string();
        if found.len() > 80 {
            found = found.chars().take(80).chain(['…']).collect();
        }
        Error::malformed(self.file, format!("expected {what}, found {found}"))
    }

    /// Returns the file that the value came from.
    pub(crate) fn file(&self) -> &'a str {
        self.file
    }

    /// Returns what stands under `key` in a map, or `None` if nothing or nil does.
    pub(crate) fn find(&self, key: &str) -> Option<Value<'a>> {
        let named = |it: &Raw| match it {
            Raw::String(name) => name.as_str() == Some(key),
            Raw::Binary(name) => name == key.as_bytes(),
            _ => false,
        };
        let pairs = self.raw.as_map()?;
        let (_, raw) = pairs.iter().find(|(name, value)| named(name) && !value.is_nil())?;
        Some(Value { raw, ..*self })
    }

    /// Returns what stands under `key` in a map.
    pub(crate) fn get(&self, key: &str) -> Result<Value<'a>, Error> {
        self.find(key).ok_or_else(|| self.expected(&format!("a map with {key}")))
    }

    /// Returns the keys and values of a map, in their order.
    pub(crate) fn pairs(&self) -> Result<Vec<(Value<'a>, Value<'a>)>, Error> {
        let pairs = self.raw.as_map().ok_or_else(|| self.expected("a map"))?;
        let view = |raw| Value { raw, ..*self };
        Ok(pairs.iter().map(|(key, value)| (view(key), view(value))).collect())
    }

    /// Returns the items of a list.
    pub(crate) fn items(&self) -> Result<Vec<Value<'a>>, Error> {
        let items = self.raw.as_array().ok_or_else(|| self.expected("a list"))?;
        Ok(items.iter().map(|raw| Value { raw, ..*self }).collect())
    }

    /// Returns a string.
    pub(crate) fn text(&self) -> Result<&'a str, Error> {
        self.raw.as_str().ok_or_else(|| self.expected("a string"))
    }

    /// Returns a string, or `None` if it is something else.
    pub(crate) fn as_text(&self) -> Option<&'a str> {
        self.raw.as_str()
    }

    /// Returns bytes.
    pub(crate) fn bytes(&self) -> Result<&'a [u8], Error> {
        self.raw.as_slice().ok_or_else(|| self.expected("bytes"))
    }

    /// Returns a number that is not negative.
    pub(crate) fn number(&self) -> Result<u64, Error> {
        self.raw.as_u64().ok_or_else(|| self.expected("a whole number"))
    }

    /// Returns a number that may be negative.
    pub(crate) fn integer(&self) -> Result<i64, Error> {
        self.raw.as_i64().ok_or_else(|| self.expected("a whole number"))
    }

    /// Returns a truth value, or `None` if it is something else.
    pub(crate) fn as_bool(&self) -> Option<bool> {
        self.raw.as_bool()
    }
}

/// What an array of numbers says of itself.
const LITTLE_ENDIAN_F32: &str = "<f4";

impl Value<'_> {
    /// Returns whether there is nothing.
    pub(crate) fn is_nil(&self) -> bool {
        self.raw.is_nil()
    }

    /// Returns an array that `msgpack-numpy` packed, row by row, whatever its shape.
    pub(crate) fn numbers(&self) -> Result<Numbers, Error> {
        let kind = self.get("type")?.text()?;
        if kind != LITTLE_ENDIAN_F32 {
            return Err(Error::unsupported(
                format!("an array of {kind} in {}", self.file),
                "not f4",
            ));
        }
        Ok(Numbers(floats(self.get("data")?.bytes()?)))
    }
}

/// Reads little-endian numbers of four bytes.
pub(crate) fn floats(bytes: &[u8]) -> Vec<f32> {
    bytes.as_chunks::<4>().0.iter().map(|it| f32::from_le_bytes(*it)).collect()
}
