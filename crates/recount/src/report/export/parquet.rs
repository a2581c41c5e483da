//! Writes our own table of events as Parquet.
//!
//! In: the columns of the table and its rows as cells. Out: the bytes of a file with one row group; counts
//! are integers, degrees are floats, everything else is text, and an empty cell is null.

use std::sync::Arc;

use parquet::basic::{ConvertedType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};

use crate::model::Slot;

/// Returns the bytes of a file with these columns and rows.
pub(super) fn file(names: &[&str], rows: &[Vec<String>]) -> Result<Vec<u8>, ParquetError> {
    let fields: Result<Vec<TypePtr>, _> = names.iter().map(|it| field(it)).collect();
    let schema = Type::group_type_builder("events").with_fields(fields?).build()?;
    let made_by = format!("recount {}", env!("CARGO_PKG_VERSION"));
    let properties = WriterProperties::builder().set_created_by(made_by).build();
    let mut writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut group = writer.next_row_group()?;
    let mut at = 0;
    while let Some(column) = group.next_column()? {
        let cells: Vec<&str> = rows.iter().map(|row| row[at].as_str()).collect();
        write(column, physical(names[at]), &cells)?;
        at += 1;
    }
    group.close()?;
    writer.into_inner()
}

fn field(name: &str) -> Result<TypePtr, ParquetError> {
    let kind = physical(name);
    let text = if kind == Physical::BYTE_ARRAY { ConvertedType::UTF8 } else { ConvertedType::NONE };
    let field = Type::primitive_type_builder(name, kind).with_repetition(Repetition::OPTIONAL);
    field.with_converted_type(text).build().map(Arc::new)
}

/// Returns how a column is kept: figures as integers, degrees as floats.
fn physical(name: &str) -> Physical {
    let bare = name.trim_end_matches("_low").trim_end_matches("_high");
    let counts = bare.parse().is_ok_and(|it: Slot| it.is_count());
    match name {
        "latitude" | "longitude" => Physical::DOUBLE,
        "articles" | "families" | "geonameid" => Physical::INT64,
        _ if counts => Physical::INT64,
        _ => Physical::BYTE_ARRAY,
    }
}

fn write(
    mut column: SerializedColumnWriter<'_>,
    kind: Physical,
    cells: &[&str],
) -> Result<(), ParquetError> {
    let present: Vec<i16> = cells.iter().map(|it| i16::from(!it.is_empty())).collect();
    let known = cells.iter().filter(|it| !it.is_empty());
    match kind {
        Physical::INT64 => {
            let values: Vec<i64> = known.filter_map(|it| it.parse().ok()).collect();
            column.typed::<Int64Type>().write_batch(&values, Some(&present), None)?;
        }
        Physical::DOUBLE => {
            let values: Vec<f64> = known.filter_map(|it| it.parse().ok()).collect();
            column.typed::<DoubleType>().write_batch(&values, Some(&present), None)?;
        }
        _ => {
            let values: Vec<ByteArray> = known.map(|it| ByteArray::from(*it)).collect();
            column.typed::<ByteArrayType>().write_batch(&values, Some(&present), None)?;
        }
    }
    column.close()
}

#[cfg(test)]
mod tests {
    use parquet::file::reader::{FileReader as _, SerializedFileReader};
    use parquet::record::RowAccessor as _;

    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let names = ["id", "killed_count", "latitude", "killed_count_parts"];
        let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
        let rows = [row(["a", "14", "-12.5", "crew: 2"]), row(["b", "", "", ""])];
        let bytes = bytes::Bytes::from(file(&names, &rows).expect("it is written"));
        let reader = SerializedFileReader::new(bytes).expect("it is Parquet");
        let read: Vec<_> = reader.get_row_iter(None).expect("rows").flatten().collect();
        assert_eq!(read.len(), 2);
        assert_eq!((read[0].get_long(1).ok(), read[0].get_double(2).ok()), (Some(14), Some(-12.5)));
        assert_eq!(read[0].get_string(3).map(String::as_str).ok(), Some("crew: 2"));
        assert!(read[1].get_long(1).is_err() && read[1].get_string(0).is_ok());
    }
}
