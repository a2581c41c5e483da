//! Writes docs/record.schema.json from the types of the record.
//!
//! The test `crates/recount-cli/tests/schema.rs` compares the two.

use crate::command::{recount, root, write};

/// Writes the schema that `recount schema` prints.
pub(crate) fn update() -> Result<String, String> {
    let root = root();
    write(&root.join("docs/record.schema.json"), &recount(&["schema"], &root)?)?;
    Ok("docs/record.schema.json is that of the types".into())
}
