//! Reads the static vectors of a package.
//!
//! In: `vocab/vectors` (a NumPy file) and `vocab/key2row`. Out: the row of each form that has one.
//! Packages without vectors have an empty table.

use std::collections::BTreeMap;

use super::files::Files;
use super::value::{Value, decode, floats};
use crate::Error;
use crate::model::{Matrix, Numbers, Vectors};

const TABLE: &str = "vocab/vectors";

/// Returns the vectors of a package, or `None` if it has none.
pub(crate) fn vectors(files: &Files) -> Result<Option<Vectors>, Error> {
    let Some(bytes) = files.find(TABLE) else { return Ok(None) };
    let table = array(bytes)?;
    if table.data.is_empty() {
        return Ok(None);
    }
    if let Some(mode) = files.find("vocab/vectors.cfg") {
        let settings: serde_json::Value = serde_json::from_slice(mode)
            .map_err(|cause| Error::malformed("vocab/vectors.cfg", cause))?;
        let attribute = &settings["attr"];
        let usual = settings["mode"] == "default"
            && (attribute.is_null() || attribute == "ORTH" || attribute == 65);
        if !usual {
            return Err(Error::unsupported("the kind of vectors", settings.to_string()));
        }
    }
    let file = "vocab/key2row";
    let raw = decode(files.get(file)?, file)?;
    let row = |(key, row): (Value<'_>, Value<'_>)| Ok((key.number()?, row.number()? as u32));
    let rows = Value::new(&raw, file).pairs()?.into_iter().map(row);
    let rows = rows.collect::<Result<BTreeMap<_, _>, Error>>()?;
    Ok(Some(Vectors { rows, table }))
}

/// Reads a two-dimensional array of f32 from a NumPy file.
fn array(bytes: &[u8]) -> Result<Matrix, Error> {
    let wrong = |reason: &str| Error::malformed(TABLE, reason);
    let version = bytes.strip_prefix(b"\x93NUMPY").and_then(|it| it.first().copied());
    let (length, start) = match version {
        Some(1) => (usize::from(number(bytes, 8)?) | usize::from(number(bytes, 9)?) << 8, 10),
        Some(2 | 3) => {
            let part = |at: usize| number(bytes, at).map(usize::from);
            (part(8)? | part(9)? << 8 | part(10)? << 16 | part(11)? << 24, 12)
        }
        _ => return Err(wrong("not a NumPy file")),
    };
    let header = bytes.get(start..start + length).ok_or_else(|| wrong("cut short"))?;
    let header = String::from_utf8_lossy(header);
    let shape = header.split_once("'shape': (").and_then(|(_, it)| it.split_once(')'));
    let shape = shape.ok_or_else(|| wrong("no shape"))?.0;
    let sizes: Vec<usize> = shape.split(',').filter_map(|it| it.trim().parse().ok()).collect();
    let &[rows, columns] = sizes.as_slice() else { return Err(wrong("not two dimensions")) };
    let count = rows.checked_mul(columns).ok_or_else(|| wrong("too many numbers"))?;
    if count > 0 && !(header.contains("'<f4'") && header.contains("'fortran_order': False")) {
        return Err(wrong("not rows of f4"));
    }
    let mut data = floats(&bytes[start + length..]);
    if data.len() < count {
        return Err(wrong("cut short"));
    }
    data.truncate(count);
    Ok(Matrix { rows, columns, data: Numbers(data) })
}

fn number(bytes: &[u8], at: usize) -> Result<u8, Error> {
    bytes.get(at).copied().ok_or_else(|| Error::malformed(TABLE, "cut short"))
}
