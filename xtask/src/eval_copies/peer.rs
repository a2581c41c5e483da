//! Asks a MinHash index for near-duplicates, as a peer of ours.
//!
//! In: a Python that has `datasketch`, the folder of the data sets. Out: the mined pairs that the index finds, with
//! its time and memory. The peer is `eval/stories/minhash.py`.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::command::root;

/// Thresholds of the index: likeness of whole texts from which on it calls two near-duplicates.
pub(super) const THRESHOLDS: [&str; 2] = ["0.5", "0.8"];

/// What a peer found.
pub(super) struct Peer {
    articles: f64,
    seconds: f64,
    megabytes: f64,
    pub(super) pairs: BTreeSet<(String, String)>,
}

impl Peer {
    /// Tells its speed and memory.
    pub(super) fn speed(&self) -> String {
        let Self { articles, seconds, megabytes, .. } = self;
        let rate = articles / seconds;
        format!("{articles} articles, {rate:.0} a second of CPU time, {megabytes:.0} MB")
    }
}

/// Runs the peer at `threshold`.
pub(super) fn ask(python: &Path, data: &Path, threshold: &str) -> Result<Peer, String> {
    let mut command = Command::new(python);
    command.arg(root().join("eval/stories/minhash.py")).arg(data).arg(threshold);
    let output =
        command.output().map_err(|error| format!("cannot run {}: {error}", python.display()))?;
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let found: Value =
        serde_json::from_slice(&output.stdout).map_err(|error| format!("{error}: {told}"))?;
    let number = |key: &str| found[key].as_f64().unwrap_or_default();
    let id = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    let pairs = found["pairs"].as_array().into_iter().flatten();
    let pairs = pairs.map(|it| (id(&it[0]), id(&it[1]))).collect();
    let (articles, seconds) = (number("articles"), number("seconds"));
    Ok(Peer { articles, seconds, megabytes: number("megabytes"), pairs })
}
