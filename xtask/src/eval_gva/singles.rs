//! Sets the reports of an incident together against its reports alone.
//!
//! In: of each incident with several reports the tolls of each report alone and of all together. Out: how often
//! the mean report, the best report and the reconciled incident are right, and by how much they are off, with
//! intervals over incidents. The best report is the one that whoever knows the answer would pick, so that it is
//! a bound and no method. What reconciling gains over the mean report is drawn as one figure: both rest on the
//! same incidents, and their intervals apart would hide it.

use std::fmt;

use super::tally::{Row, Toll};
use crate::bootstrap::interval;

/// The incidents with several reports.
#[derive(Default)]
pub(super) struct Singles {
    killed: Vec<Off>,
    injured: Vec<Off>,
}

/// By how much one toll of one incident is off.
struct Off {
    alone: Vec<u64>,
    together: u64,
}

impl Singles {
    /// Adds an incident; one with a single report says nothing.
    pub(super) fn add(&mut self, alone: &[Row], together: &Row) {
        let off = |toll: fn(&Row) -> &Toll| Off {
            alone: alone.iter().map(|it| toll(it).error()).collect(),
            together: toll(together).error(),
        };
        if alone.len() > 1 {
            self.killed.push(off(|it| &it.killed));
            self.injured.push(off(|it| &it.injured));
        }
    }
}

/// How a toll of an incident is told: the share that is right, and by how much it is off.
type Told = fn(&Off) -> (f64, f64);

const TOLD: [(&str, Told); 4] = [
    ("mean single report", mean),
    ("best single report", best),
    ("reconciled", together),
    ("reconciled less mean", gained),
];

fn mean(off: &Off) -> (f64, f64) {
    let count = off.alone.len() as f64;
    let right = off.alone.iter().filter(|it| **it == 0).count() as f64;
    (right / count, off.alone.iter().sum::<u64>() as f64 / count)
}

fn best(off: &Off) -> (f64, f64) {
    of_one(off.alone.iter().min().copied().unwrap_or_default())
}

fn together(off: &Off) -> (f64, f64) {
    of_one(off.together)
}

fn gained(off: &Off) -> (f64, f64) {
    let (mean, together) = (mean(off), together(off));
    (together.0 - mean.0, together.1 - mean.1)
}

fn of_one(error: u64) -> (f64, f64) {
    (f64::from(u8::from(error == 0)), error as f64)
}

impl fmt::Display for Singles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} incidents with several reports\n", self.killed.len())?;
        writeln!(
            f,
            "| | killed: right | off by | injured: right | off by |\n|---|---|---|---|---|"
        )?;
        for (name, told) in TOLD {
            let [killed, injured] = [&self.killed, &self.injured].map(|it| cells(it, told));
            writeln!(f, "| {name} | {killed} | {injured} |")?;
        }
        Ok(())
    }
}

fn cells(incidents: &[Off], told: Told) -> String {
    let told: Vec<_> = incidents.iter().map(told).collect();
    let all: Vec<_> = told.iter().collect();
    let right = |of: &[&(f64, f64)]| 100.0 * mean_of(of.iter().map(|it| it.0));
    let error = |of: &[&(f64, f64)]| mean_of(of.iter().map(|it| it.1));
    let (sure, sure_of_error) = (interval(&told, right), interval(&told, error));
    format!("{:.1} % ({sure}) | {:.2} ({sure_of_error:.2})", right(&all), error(&all))
}

fn mean_of(figures: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = figures.len().max(1) as f64;
    figures.sum::<f64>() / count
}
