//! What can go wrong on the command line, with a way out where we know one.

use std::error::Error;
use std::io;
use std::path::PathBuf;

use recount::group::DecisionError;
use recount::model::{Record, Slot, StateError, Withheld};
use recount::read::ReadError;
use recount::report::CompareError;

/// Why somebody does not get what was asked for, or a page was left out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Problem {
    #[error("cannot read {name}")]
    Unreadable { name: String, source: io::Error },
    #[error("cannot read {name}")]
    NoArchive { name: String, source: Box<dyn Error + Send + Sync> },
    #[error("cannot read {name}: {kind} is not read")]
    KindNotRead { name: String, kind: &'static str },
    #[error("cannot read {name}: it leads back to a folder that it lies in")]
    FolderLoop { name: String },
    #[error("cannot read {name}: it is longer than {} MiB", limit >> 20)]
    TooLong { name: String, limit: usize },
    #[error(transparent)]
    Refused(#[from] ReadError),
    #[error("cannot go on with {path}: it is the state of a run over other input")]
    OtherState { path: PathBuf },
    #[cfg(feature = "fetch")]
    #[error("cannot fetch {url}")]
    NotFetched { url: String, source: crate::fetch::Failure },
    #[cfg(feature = "fetch")]
    #[error("cannot save anything: no page was fetched")]
    NothingFetched,
    #[error("cannot prove {slot} {value} of {article} by its words “{words}”: {reason}")]
    Withheld { article: String, slot: Slot, value: String, words: String, reason: String },
    #[error("cannot tell anything: no article was found in {0}")]
    NoArticle(String),
    #[error("cannot read {path} as a record")]
    NoRecord { path: PathBuf, source: serde_json::Error },
    #[error("cannot compare {path}")]
    NoTable { path: PathBuf, source: CompareError },
    #[error("cannot tell which incident `{asked}` is: {reason}")]
    WhichIncident { asked: String, reason: &'static str, titles: Vec<String> },
    #[error("cannot load the model {path}")]
    NoModel { path: PathBuf, source: recount_nlp::Error },
    #[error("cannot go on from what is remembered in {path}")]
    NoState { path: PathBuf, source: StateError },
    #[error("cannot read {path} as decisions")]
    NoDecision { path: PathBuf, source: serde_json::Error },
    #[error(transparent)]
    Contradiction(#[from] DecisionError),
    #[error("cannot write {path}")]
    Write { path: PathBuf, source: io::Error },
    #[error("cannot write to {path}: it is not a folder")]
    NoFolder { path: PathBuf },
    #[error("cannot write to standard output")]
    Output(#[source] io::Error),
    #[error("cannot start {count} threads")]
    Threads { count: usize, source: rayon::ThreadPoolBuildError },
    /// Whoever read our output has seen enough.
    #[error("nobody reads the output")]
    ClosedPipe,
}

impl Problem {
    /// Returns the message with its causes, in one line.
    pub(crate) fn message(&self) -> String {
        let mut message = self.to_string();
        let mut cause = self.source();
        while let Some(error) = cause {
            message = format!("{message}: {}", plain(error));
            cause = error.source();
        }
        message
    }

    /// Returns in a few words what was wrong with a page that was left out, to count it by.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Problem::Refused(refusal) => refusal.kind(),
            Problem::KindNotRead { .. } => "files of kinds that are not read",
            Problem::TooLong { .. } => "too long",
            Problem::NoArchive { .. } => "broken archives and records",
            _ => "unreadable",
        }
    }

    /// Returns what to do about it, where we know.
    pub(crate) fn hint(&self) -> Option<String> {
        Some(match self {
            Problem::KindNotRead { .. } => {
                "save the text as .txt, or as rows of .jsonl with a field `text`".into()
            }
            Problem::OtherState { .. } => {
                "delete it to begin anew, or give the PATHs of that run in their order".into()
            }
            #[cfg(feature = "fetch")]
            Problem::NotFetched { source, .. } if source.is_private() => {
                "`--allow-private` fetches from this machine and its neighbours too".into()
            }
            Problem::TooLong { .. } => "`--page-limit MIB` takes longer pages".into(),
            Problem::NoArticle(_) => "`recount demo` shows what it does with good input".into(),
            Problem::WhichIncident { titles, .. } if titles.is_empty() => {
                "the record has no incident".into()
            }
            Problem::WhichIncident { titles, .. } => {
                format!("name it by its number or a word of its title:\n{}", titles.join("\n"))
            }
            Problem::NoRecord { .. } => "`recount run PATH… --out DIR` writes a record.json".into(),
            Problem::NoState { .. } => "move the file away to begin anew".into(),
            Problem::NoModel { .. } => {
                "`--model` takes a spaCy package, unpacked or as a wheel, or a compact file".into()
            }
            Problem::NoFolder { .. } => "`--out` takes the name of a folder".into(),
            _ => return None,
        })
    }

    /// Returns what of `record` was withheld, a problem for each value.
    pub(crate) fn withheld(record: &Record) -> Vec<Self> {
        let withheld = record.incidents.iter().flat_map(|it| &it.withheld);
        withheld.map(|it| Self::of_withheld(record, it)).collect()
    }

    fn of_withheld(record: &Record, withheld: &Withheld) -> Self {
        let claim = &withheld.claim;
        let article = record.articles.iter().find(|it| it.id == claim.article);
        Problem::Withheld {
            article: article.map_or_else(|| claim.article.0.clone(), |it| it.name.clone()),
            slot: claim.slot,
            value: claim.value.to_string(),
            words: claim.evidence.text.split_whitespace().collect::<Vec<_>>().join(" "),
            reason: withheld.reason.clone(),
        }
    }

    /// Tells a reader that has gone away from other failures to print.
    pub(crate) fn of_output(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Problem::ClosedPipe,
            _ => Problem::Output(error),
        }
    }
}

/// Returns the message of `error`, in lower case and without the number of the system's error.
fn plain(error: &(dyn Error + 'static)) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_says_what_was_tried_and_why_it_failed() {
        let source = io::Error::from_raw_os_error(13);
        let problem = Problem::Unreadable { name: "a.txt".into(), source };
        assert_eq!(problem.message(), "cannot read a.txt: permission denied");
    }
}
