//! Checks what the compiler does not: `cargo xtask tidy`, and a test.
//!
//! In: the files of the project. Out: a line for each thing that is not as it should be.

mod architecture;
mod files;
mod lexicons;
mod links;
mod size;
mod stages;
mod words;

use crate::command::root;

/// Checks everything and returns what is wrong, as one message.
pub(crate) fn check() -> Result<String, String> {
    let files = files::all(&root());
    let checks = [
        stages::check(&files),
        architecture::check(&files),
        lexicons::check(&files),
        links::check(&files),
        size::check(&files),
        words::check(&files),
    ];
    let wrong = checks.concat();
    if wrong.is_empty() {
        Ok(format!("{} files are tidy", files.len()))
    } else {
        Err(wrong.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_project_is_tidy() {
        if let Err(wrong) = super::check() {
            panic!("{wrong}");
        }
    }
}
