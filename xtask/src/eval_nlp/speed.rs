//! Takes the time of spaCy and of ours in turn, each in a process of its own.
//!
//! In: texts that are read for nothing else. Out: tables with tokens a second, peak memory, time to
//! load, and time by component. The best of [`ROUNDS`] counts, for the machine may be shared. Ours is always run in a
//! release build. The hidden command `eval nlp-time` is the process that reads for ours.

use std::fs;
use std::io::{BufRead, stdin};
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use serde_json::{Map, Value, json};

use super::ours::{self, Model};
use super::parsed::Text;
use super::setup::{Setup, option};
use super::{oracle, texts};
use crate::command::root;
use crate::rows::text;

/// Times that each is run.
const ROUNDS: usize = 2;

const HEAD: &str = "\
| by | threads | tokens | tokens/s | times spaCy | all rounds | tokens/CPU s | load s | peak MB |
|---|---|---|---|---|---|---|---|---|";

/// Prints the tables.
pub(crate) fn run(setup: &Setup) -> Result<(), String> {
    let texts = texts::for_speed(&setup.data);
    let mut runners = runners(setup);
    if texts.is_empty() || runners.is_empty() {
        return Ok(());
    }
    for _ in 0..ROUNDS {
        for runner in &mut runners {
            runner.told.push(runner.run(&texts)?);
        }
    }
    println!("## Speed: {} texts, best of {ROUNDS} rounds in turn\n\n{HEAD}", texts.len());
    let base = runners.iter().find(|it| it.by == "spaCy").map(Runner::rate);
    runners.iter().for_each(|it| println!("{}", it.row(base)));
    println!("\n### Seconds by component, one thread\n");
    runners.iter().for_each(Runner::print_components);
    println!();
    Ok(())
}

/// What is timed.
struct Runner {
    by: String,
    threads: usize,
    what: What,
    told: Vec<Value>,
}

enum What {
    SpaCy(PathBuf, PathBuf),
    Ours(Model),
}

fn runners(setup: &Setup) -> Vec<Runner> {
    let runner = |by: String, threads, what| Runner { by, threads, what, told: Vec::new() };
    let mut runners = Vec::new();
    for threads in [1, 2] {
        if let (Some(python), Some(folder)) = (&setup.python, setup.folder("en")) {
            runners.push(runner("spaCy".into(), threads, What::SpaCy(python.clone(), folder)));
        }
        for (form, model) in setup.forms("en") {
            runners.push(runner(format!("ours, {form}"), threads, What::Ours(model)));
        }
    }
    runners
}

impl Runner {
    fn run(&self, texts: &[Text]) -> Result<Value, String> {
        let threads = self.threads.to_string();
        match &self.what {
            What::SpaCy(python, folder) => {
                let first = self.threads == 1 && self.told.is_empty();
                let by_component = if first { "--by-component" } else { "--time" };
                let options = ["--processes", &threads, by_component];
                oracle::time(python, folder, &options, texts)
            }
            What::Ours(model) => time_in_process(model, &threads, texts),
        }
    }

    fn rate(&self) -> f64 {
        self.rates().fold(0.0, f64::max)
    }

    fn rates(&self) -> impl Iterator<Item = f64> {
        let number = |it: &Value, key: &str| it[key].as_f64().unwrap_or_default();
        self.told.iter().map(move |it| number(it, "tokens") / number(it, "seconds").max(1e-9))
    }

    fn row(&self, base: Option<f64>) -> String {
        let least = |key: &str| {
            let found = self.told.iter().filter_map(|it| it[key].as_f64());
            found.fold(f64::INFINITY, f64::min)
        };
        let rates: Vec<_> = self.rates().map(|it| format!("{it:.0}")).collect();
        let times = base.map_or("—".to_owned(), |it| format!("{:.1}", self.rate() / it));
        format!(
            "| {} | {} | {} | {:.0} | {times} | {} | {:.0} | {:.3} | {:.0} |",
            self.by,
            self.threads,
            least("tokens"),
            self.rate(),
            rates.join(", "),
            least("tokens") / least("cpu_seconds"),
            least("load"),
            least("peak_bytes") / 1e6,
        )
    }

    /// Prints the components of the round that was quickest over all of them.
    fn print_components(&self) {
        let sum = |it: &&Map<String, Value>| it.values().filter_map(Value::as_f64).sum::<f64>();
        let rounds = self.told.iter().filter_map(|it| it["components"].as_object());
        let best = rounds.min_by(|a, b| sum(a).total_cmp(&sum(b)));
        let Some(best) = best.filter(|it| !it.is_empty()) else { return };
        let told =
            best.iter().map(|(name, it)| format!("{name} {:.2}", it.as_f64().unwrap_or(0.0)));
        println!("- {}: {}", self.by, told.collect::<Vec<_>>().join(", "));
    }
}

fn time_in_process(model: &Model, threads: &str, texts: &[Text]) -> Result<Value, String> {
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--release", "--package", "xtask", "--manifest-path"]);
    command.arg(root().join("Cargo.toml")).args(["--", "eval", "nlp-time", "--threads", threads]);
    if let Model::Path(path) = model {
        command.arg("--model").arg(path);
    }
    command.env("RAYON_NUM_THREADS", threads);
    oracle::answers(command, texts)?.pop().ok_or_else(|| "ours said nothing".to_owned())
}

/// Reads texts as the oracle does with `--time`, and prints the same: `eval nlp-time`.
pub(crate) fn time_ours(words: &[&str]) -> Result<(), String> {
    let model = option(words, "--model").map_or(Model::English, |it| Model::Path(it.into()));
    let parallel = option(words, "--threads") != Some("1");
    let start = Instant::now();
    let loaded = ours::load(&model)?;
    let load = start.elapsed().as_secs_f64();
    let rows = stdin().lock().lines().map_while(Result::ok);
    let rows = rows.filter_map(|it| serde_json::from_str::<Value>(&it).ok());
    let texts: Vec<_> =
        rows.map(|it| Text { id: String::new(), text: text(&it, "text").into() }).collect();
    loaded.count_tokens(&texts[..texts.len().min(20)]);
    let (start, cpu) = (Instant::now(), cpu_seconds());
    let count =
        if parallel { loaded.count_tokens_parallel(&texts) } else { loaded.count_tokens(&texts) };
    let seconds = start.elapsed().as_secs_f64();
    let cpu = cpu_seconds().zip(cpu).map(|(after, before)| after - before);
    let peak = peak_bytes();
    let components: Map<String, Value> = if parallel {
        Map::new()
    } else {
        loaded.components(&texts).into_iter().map(|it| (it.0, it.1.into())).collect()
    };
    let told = json!({ "tokens": count, "seconds": seconds, "load": load, "cpu_seconds": cpu, "peak_bytes": peak,
        "components": components });
    println!("{told}");
    Ok(())
}

/// Returns the processor time of this process, all threads together; nothing where the system does
/// not say it so.
fn cpu_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let after_name = stat.rsplit(')').next()?.split_whitespace();
    let ticks: Vec<f64> = after_name.skip(11).take(2).filter_map(|it| it.parse().ok()).collect();
    (ticks.len() == 2).then(|| ticks.iter().sum::<f64>() / 100.0) // Linux counts in 1/100 s
}

/// Returns the most memory that this process had; nothing where the system does not say it so.
fn peak_bytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}
