//! Reads the rows of a Parquet file: each row a page, named `FILE:ROW`.
//!
//! In: a file that can be read from any place. Out: rows as JSON, under the names of the columns. Pages of columns
//! are unpacked as they are needed.

use std::io;
use std::ops::ControlFlow;

use parquet::errors::ParquetError;
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::{Field, Row};
use serde_json::{Map, Value};

use super::rows::page_of;
use super::source::Source;
use super::{Found, Give, How};
use crate::problem::Problem;

/// Gives the rows of a Parquet file.
pub(super) fn rows(source: &Source, how: &How, give: &mut Give<'_>) -> ControlFlow<()> {
    let file = match source.plain_file() {
        Ok(file) => file,
        Err(fault) => return give(source.unreadable(fault)),
    };
    let reader = match SerializedFileReader::new(file) {
        Ok(reader) => reader,
        Err(fault) => return give(broken(source.name().to_owned(), fault)),
    };
    let rows = match reader.get_row_iter(None) {
        Ok(rows) => rows,
        Err(fault) => return give(broken(source.name().to_owned(), fault)),
    };
    for (at, row) in rows.enumerate() {
        let name = format!("{}:{}", source.name(), at + 1);
        match row {
            Ok(row) => give(page(name, &object(&row), how))?,
            Err(fault) => return give(broken(name, fault)),
        }
    }
    ControlFlow::Continue(())
}

fn page(name: String, row: &Value, how: &How) -> Found {
    let row = row.to_string();
    match row.len() > how.limit {
        true => Found::LeftOut(Problem::TooLong { name, limit: how.limit }),
        false => page_of(name, row.into(), how),
    }
}

fn broken(name: String, fault: ParquetError) -> Found {
    let source = io::Error::new(io::ErrorKind::InvalidData, fault);
    Found::LeftOut(Problem::Unreadable { name, source })
}

fn object(row: &Row) -> Value {
    let columns = row.get_column_iter().filter(|(_, it)| **it != Field::Null);
    Value::Object(columns.map(|(name, it)| (name.clone(), value(it))).collect::<Map<_, _>>())
}

/// Numbers, days and times are what they are printed as.
fn value(field: &Field) -> Value {
    match field {
        Field::Str(text) => Value::String(text.clone()),
        Field::Bytes(bytes) => Value::String(String::from_utf8_lossy(bytes.data()).into_owned()),
        Field::Group(row) => object(row),
        Field::ListInternal(list) => Value::Array(list.elements().iter().map(value).collect()),
        other => Value::String(other.to_string()),
    }
}
