//! Checks that links between our own pages lead somewhere.

use std::path::Path;

use super::files::File;

pub(crate) fn check(files: &[File]) -> Vec<String> {
    files.iter().filter(|it| it.ends(".md")).flat_map(broken).collect()
}

fn broken(file: &File) -> Vec<String> {
    let here = file.root.join(&file.path);
    let folder = here.parent().unwrap_or(Path::new(""));
    let lost = targets(&file.text).filter(|target| !folder.join(target).exists());
    lost.map(|target| format!("{}: there is no `{target}`", file.path)).collect()
}

/// Returns the files that the links of a page lead to; quoted lines are nobody's links.
fn targets(text: &str) -> impl Iterator<Item = &str> {
    let prose = text.split("```").step_by(2);
    let links = prose.flat_map(|it| it.split("](").skip(1)).filter_map(|it| it.split(')').next());
    let files = links.filter(|it| !it.contains("://") && !it.starts_with("mailto:"));
    files.filter_map(|it| it.split('#').next()).filter(|it| !it.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_to_files_are_looked_at() {
        let text =
            "[a](a.md#top) [b](https://example.org) [c](#here)\n```\n[d](d.md)\n```\n[e](e/)";
        assert_eq!(targets(text).collect::<Vec<_>>(), ["a.md", "e/"]);
    }
}
