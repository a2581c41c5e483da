//! The flags of the command and the settings behind them.
//!
//! Each flag with an environment variable takes it from there when the flag is not given.

use std::path::{Path, PathBuf};

use clap::builder::FalseyValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use recount::read::row_fields;

#[cfg(feature = "fetch")]
use crate::commands::fetch;
use crate::commands::{
    annotate, compare, demo, diff, export, extract, group, read, run, schema, trace, why,
};
use crate::inputs::{How, Revisits};
use crate::progress::Meter;

const EXIT_CODES: &str = "Exit code: 0 all is well, 1 some input was left out, 2 no result.";

/// Reads many reports of an event and tells what happened, who says so, and where the accounts
/// differ.
#[derive(Debug, Parser)]
#[command(name = "recount", version, after_help = EXIT_CODES, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every subcommand understands.
#[derive(Debug, Args)]
#[command(next_help_heading = "General options")]
pub(crate) struct Common {
    /// When to colour the text.
    #[arg(long, global = true, value_name = "WHEN", env = "RECOUNT_COLOR", default_value = "auto")]
    pub(crate) color: Color,
    /// How many threads to use; 0 for one a core.
    #[arg(long, global = true, value_name = "N", env = "RECOUNT_THREADS", default_value_t = 0)]
    pub(crate) threads: usize,
    /// The spaCy package (a folder or a wheel) or compact file that reads the language of the
    /// reports; English without it.
    #[arg(long, global = true, value_name = "PATH", env = "RECOUNT_MODEL")]
    pub(crate) model: Option<PathBuf>,
    /// No progress bar and no notices; what is wrong is still told.
    #[arg(long, short, global = true, env = "RECOUNT_QUIET")]
    #[arg(value_parser = FalseyValueParser::new())]
    pub(crate) quiet: bool,
}

/// When to colour the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Also into a file or a pipe.
    Always,
    /// Not at all.
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read reports and tell what they say together.
    Run(run::Args),
    /// Run on the fictitious reports in the program itself.
    Demo(demo::Args),
    /// Tell how a value came about.
    Why(why::Args),
    /// Tell what changed from one record to another.
    Diff(diff::Args),
    /// Hold a table of GTD, ACLED or UCDP GED against the record.
    Compare(compare::Args),
    /// Give the events in the format of another data set.
    Export(export::Args),
    /// Print each article, as JSON Lines.
    Read(read::Args),
    /// Print sentences and words, as CoNLL-U.
    Annotate(annotate::Args),
    /// Print which story each article belongs to, as JSON Lines.
    Group(group::Args),
    /// Print which articles come from one text, as JSON.
    Trace(trace::Args),
    /// Print each claim, as JSON Lines.
    Extract(extract::Args),
    /// Save pages from the network in an archive.
    #[cfg(feature = "fetch")]
    Fetch(fetch::Args),
    /// Print the JSON Schema of the record.
    Schema(schema::Args),
}

/// The files to read.
#[derive(Debug, Args)]
pub(crate) struct Paths {
    /// Files and folders: saved pages (.html, .mhtml), text dumps (.txt), feeds (.rss, .atom, .xml,
    /// .json), archives (.warc, .wacz), rows (.jsonl, .csv, .tsv), plain or .gz; `-` for JSON Lines on
    /// standard input.
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// How pages are read.
#[derive(Debug, Clone, Args)]
pub(crate) struct Reading {
    #[command(flatten)]
    limit: PageLimit,
    /// Read our field of a row from theirs: text=body, date=meta.published. Ours are text, html, title,
    /// date, url, host, outlet, byline, section, tags, id.
    #[arg(long, value_name = "OURS=THEIRS", value_parser = field)]
    map: Vec<(String, String)>,
    /// Write into this file how many pages were read, left out and passed over, and why.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

impl Reading {
    /// Returns where the counts go.
    pub(crate) fn report(&self) -> Option<&Path> {
        self.report.as_deref()
    }

    /// Returns how input is read, with a meter of its own.
    pub(crate) fn how(&self) -> How {
        How {
            limit: self.limit.bytes(),
            map: self.map.clone(),
            meter: Meter::default(),
            revisits: Revisits::default(),
        }
    }
}

fn field(text: &str) -> Result<(String, String), String> {
    let (ours, theirs) = text.split_once('=').ok_or("a field is OURS=THEIRS")?;
    match row_fields().contains(&ours) {
        true => Ok((ours.to_owned(), theirs.to_owned())),
        false => Err(format!("`{ours}` is none of {}", row_fields().join(", "))),
    }
}

/// How long one page may be.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct PageLimit {
    /// Leave out pages longer than so many MiB.
    #[arg(
        long = "page-limit",
        value_name = "MIB",
        env = "RECOUNT_PAGE_LIMIT",
        default_value_t = 16
    )]
    mib: usize,
}

impl PageLimit {
    /// Returns the limit in bytes.
    pub(crate) fn bytes(self) -> usize {
        self.mib.saturating_mul(1 << 20)
    }
}
