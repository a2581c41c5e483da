//! `recount run`: reads reports and tells what they say together.

use std::path::PathBuf;
use std::str::FromStr;

use clap::ValueEnum;
use recount::annotate::Language;
use recount::model::{Date, Page, Record};
use recount::reconcile::Pack;
use recount::{Options, read, report};

use crate::args::Paths;
use crate::console::Console;
use crate::problem::Problem;
use crate::{dossier, progress, stream};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) paths: Paths,
    /// What to print.
    #[arg(long, value_name = "FORMAT", env = "RECOUNT_FORMAT", default_value = "text")]
    format: Format,
    /// Print who is quoted with which words, one quotation a line as JSON, and no record.
    #[arg(long, conflicts_with = "format")]
    quotes: bool,
    /// Write record.json, brief.md, index.html, quotes.jsonl, findings.csv and timeline.csv into this folder.
    #[arg(long, value_name = "DIR", env = "RECOUNT_OUT")]
    out: Option<PathBuf>,
    #[command(flatten)]
    choice: Choice,
}

/// How the best value of a slot is chosen.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Choice {
    /// How the best value is chosen; low and high are always shown. uncertain-range (or range, as
    /// UCDP does), most-conservative (conservative, ACLED), majority-then-lowest (majority, GTD), or
    /// hierarchy:SOURCE,SOURCE… (official, agency, the name of a voice or an outlet).
    #[arg(long, value_name = "PACK", env = "RECOUNT_PACK", default_value = Pack::default().name())]
    #[arg(value_parser = Pack::from_str)]
    pack: Pack,
    /// Give the record as it stood at this time, a day or a minute (2031-05-04T11:01), from the
    /// reports that were surely out by then.
    #[arg(long, value_name = "TIME", env = "RECOUNT_AS_OF", value_parser = time)]
    as_of: Option<Date>,
}

/// What `recount run` prints.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// For a person at a terminal.
    Text,
    /// The record, as docs/format.md describes it.
    Json,
    /// The brief in Markdown.
    Md,
    /// The dossier, one self-contained page.
    Html,
}

pub(crate) fn run(args: &Args, language: &Language, console: &Console) -> Result<(), Problem> {
    let record = args.choice.record_of(&args.paths, language, console)?;
    if let Some(folder) = &args.out {
        dossier::write(&record, folder)?;
        console.notice(&format!("the dossier is in {}", dossier::index(folder).display()));
    }
    match args.quotes {
        true => console.print(&report::quotes(&record)),
        false => console.print(&args.format.of(&record, console)),
    }
}

impl Choice {
    /// Returns the record of what `paths` tell.
    pub(crate) fn record_of(
        &self,
        paths: &Paths,
        language: &Language,
        console: &Console,
    ) -> Result<Record, Problem> {
        let (articles, _) =
            read::sorted(stream::all(paths, console)?.into_iter().map(Ok).collect());
        let count = articles.len();
        let record = recount::record(articles, &self.options(language));
        self.told(&record, count, console);
        Ok(record)
    }

    /// Returns the record of what `pages` tell, and tells the console which gave no article.
    pub(crate) fn record(&self, pages: &[Page], language: &Language, console: &Console) -> Record {
        let bar = progress::bar(pages.len(), console);
        let options = self.options(language);
        let outcome = recount::recount(pages, &options, &|| bar.inc(1));
        bar.finish_and_clear();
        outcome.refused.into_iter().for_each(|it| console.leave_out(&it.into()));
        self.told(&outcome.record, outcome.record.articles.len() + outcome.later, console);
        outcome.record
    }

    /// Tells what of a record made of `count` articles was withheld or left out.
    fn told(&self, record: &Record, count: usize, console: &Console) {
        Problem::withheld(record).iter().for_each(|it| console.leave_out(it));
        self.tell_later(count - record.articles.len(), console);
    }

    /// Returns `record` as it stood at the time that was asked for.
    pub(crate) fn stood(&self, record: Record, language: &Language, console: &Console) -> Record {
        if self.as_of.is_none() {
            return record;
        }
        let read = record.articles.len();
        let stood = recount::record(record.articles, &self.options(language));
        self.tell_later(read - stood.articles.len(), console);
        stood
    }

    fn options(&self, language: &Language) -> Options {
        Options { pack: self.pack.clone(), language: language.clone(), as_of: self.as_of.clone() }
    }

    fn tell_later(&self, later: usize, console: &Console) {
        if let Some(time) = &self.as_of {
            console
                .notice(&format!("as of {time}: {later} of the reports were not surely out yet"));
        }
    }
}

impl Format {
    fn of(self, record: &Record, console: &Console) -> String {
        match self {
            Format::Text => report::text(record, &console.style),
            Format::Json => dossier::json(record),
            Format::Md => report::markdown(record),
            Format::Html => report::html(record),
        }
    }
}

fn time(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "a time is a day, 2031-05-04, or a minute, 2031-05-04T11:01".into())
}
