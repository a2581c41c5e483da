//! Reads the norms of a package.
//!
//! In: `vocab/lookups.bin`. Out: the norm of each form that has one. Packages without have no norms.

use super::files::Files;
use super::value::{Value, decode};
use crate::Error;
use crate::lexeme::Norms;

/// Returns the table `lexeme_norm` of the vocabulary: hash of a form → norm.
pub(super) fn norms(files: &Files) -> Result<Norms, Error> {
    let file = "vocab/lookups.bin";
    // One byte is an empty map.
    let Some(bytes) = files.find(file).filter(|it| it.len() > 1) else {
        return Ok(Norms::default());
    };
    let raw = decode(bytes, file)?;
    let Some(table) = Value::new(&raw, file).find("lexeme_norm") else {
        return Ok(Norms::default());
    };
    let row = |(key, norm): (Value<'_>, Value<'_>)| Ok((key.number()?, norm.text()?.to_owned()));
    Ok(Norms(table.pairs()?.into_iter().map(row).collect::<Result<_, Error>>()?))
}
