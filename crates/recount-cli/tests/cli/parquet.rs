//! Rows of Parquet files. What they hold is made up.

use std::sync::Arc;

use parquet::basic::Compression;
use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use crate::support::Folder;

const SCHEMA: &str = "message rows { required binary maintext (UTF8); required binary title (UTF8); \
    required int64 date_publish (TIMESTAMP_MILLIS); }";

#[test]
fn rows_have_the_fields_of_their_columns() {
    for compression in [Compression::UNCOMPRESSED, Compression::SNAPPY] {
        let folder = Folder::new();
        folder.write("rows.parquet", file(compression));
        let ran = folder.recount(&["read", "rows.parquet"]);
        let article: serde_json::Value = serde_json::from_str(&ran.out).expect(&ran.err);
        assert_eq!(article["name"], "rows.parquet:1");
        assert_eq!(article["text"], "Two drivers were hurt in Ostreva on Monday.");
        assert_eq!(article["headline"], "Bridge falls");
        assert_eq!(article["published"]["start"], "2031-03-03T10:15");
    }
}

#[test]
fn a_file_that_breaks_off_is_told() {
    let folder = Folder::with_reports();
    let whole = file(Compression::SNAPPY);
    folder.write("rows.parquet", &whole[..whole.len() / 2]);
    let ran = folder.recount(&["read", "."]);
    assert_eq!((ran.code, ran.out.lines().count()), (Some(1), 2));
    assert!(ran.err.contains("cannot read rows.parquet: "), "{}", ran.err);
}

fn file(compression: Compression) -> Vec<u8> {
    let schema = Arc::new(parse_message_type(SCHEMA).expect("the schema is ours"));
    let properties = WriterProperties::builder().set_compression(compression).build();
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties))
        .expect("memory takes it");
    let mut group = writer.next_row_group().expect("memory takes it");
    for text in ["Two drivers were hurt in Ostreva on Monday.", "Bridge falls"] {
        let mut column = group.next_column().expect("it is open").expect("there is one more");
        let values = [ByteArray::from(text)];
        column.typed::<ByteArrayType>().write_batch(&values, None, None).expect("memory takes it");
        column.close().expect("memory takes it");
    }
    let mut column = group.next_column().expect("it is open").expect("there is one more");
    column
        .typed::<Int64Type>()
        .write_batch(&[1_930_299_300_000], None, None)
        .expect("memory takes it");
    column.close().expect("memory takes it");
    group.close().expect("memory takes it");
    writer.into_inner().expect("memory takes it")
}
