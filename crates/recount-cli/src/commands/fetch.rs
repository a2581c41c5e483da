//! `recount fetch`: saves pages in an archive.
//!
//! In: addresses, feeds, lists of addresses. Out: a WARC file. Nothing else in the program uses the network.

use std::path::PathBuf;
use std::time::Duration;

use crate::args::PageLimit;
use crate::console::Console;
use crate::fetch::{self, Manner, wanted};
use crate::problem::Problem;

/// The program, its version, and where one learns about it.
const USER_AGENT: &str =
    concat!("recount/", env!("CARGO_PKG_VERSION"), " (reads news reports; honours robots.txt)");

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Addresses of pages and feeds; files that are feeds, lists of addresses, or rows with `url`; `-` for
    /// such a list on standard input.
    #[arg(value_name = "URL|FEED", required = true)]
    targets: Vec<String>,
    /// The archive to write; pages that it holds are only fetched again where they changed.
    #[arg(long, value_name = "FILE", default_value = "pages.warc.gz")]
    out: PathBuf,
    /// Wait so long between two visits to one host; longer where robots.txt asks for it.
    #[arg(long, value_name = "SECONDS", default_value_t = 1.0, value_parser = seconds)]
    delay: f64,
    /// Give up a page that takes longer.
    #[arg(long, value_name = "SECONDS", default_value_t = 30.0, value_parser = seconds)]
    timeout: f64,
    #[command(flatten)]
    limit: PageLimit,
    /// How we call ourselves.
    #[arg(long, value_name = "TEXT", default_value = USER_AGENT)]
    user_agent: String,
    /// Fetch from addresses of this machine and its neighbours too.
    #[arg(long)]
    allow_private: bool,
}

pub(crate) fn run(args: &Args, console: &Console) -> Result<(), Problem> {
    let mut addresses = Vec::new();
    for target in &args.targets {
        match wanted(target) {
            Ok(found) => addresses.extend(found),
            Err(problem) => console.leave_out(&problem),
        }
    }
    let delay = Duration::from_secs_f64(args.delay);
    let fetched = fetch::fetch(addresses, &args.out, (&args.manner(), delay), console)?;
    if fetched.saved + fetched.as_before == 0 {
        return Err(Problem::NothingFetched);
    }
    let (saved, as_before) = (fetched.saved, fetched.as_before);
    console
        .notice(&format!("{saved} pages saved in {}, {as_before} as before", args.out.display()));
    Ok(())
}

impl Args {
    fn manner(&self) -> Manner {
        Manner {
            user_agent: self.user_agent.clone(),
            timeout: Duration::from_secs_f64(self.timeout),
            limit: self.limit.bytes(),
            allow_private: self.allow_private,
        }
    }
}

fn seconds(text: &str) -> Result<f64, String> {
    let seconds = text.parse::<f64>().ok().filter(|it| (0.0..=86_400.0).contains(it));
    seconds.ok_or_else(|| "a number of seconds, at most a day".to_owned())
}
