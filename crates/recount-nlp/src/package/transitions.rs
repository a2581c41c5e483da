//! Reads a parser or an entity recogniser.
//!
//! In: its folder. Out: its network and moves. Settings that would have it search otherwise than greedily
//! are an error.

use super::components::Folder;
use super::moves::{self, System};
use crate::Error;
use crate::model::{Matrix, Transitions};

impl Folder<'_> {
    /// Reads a parser or entity recogniser.
    pub(super) fn transitions(&self, system: System) -> Result<Transitions, Error> {
        let settings = self.settings()?;
        if settings["beam_width"].as_u64().is_some_and(|width| width > 1) {
            return Err(Error::unsupported(format!("beam search in {}", self.name), "only greedy"));
        }
        if settings["learn_tokens"].as_bool().unwrap_or_default() {
            return Err(Error::unsupported(
                format!("`learn_tokens` in {}", self.name),
                "not done here",
            ));
        }
        let (network, file) = (self.network()?, self.file("model"));
        let lower = network.only("precomputable_affine")?;
        let (features, outputs) = (lower.size("nF", &file)?, lower.size("nO", &file)?);
        let pieces = lower.size("nP", &file)?;
        let mut linear = network.named("linear");
        let has_upper = network.only("parser_model")?.flag("has_upper", &file)?;
        // The upper layer comes first in the file, since it is nearer to the root.
        let upper = if has_upper { linear.next().map(|it| it.linear(&file)) } else { None };
        let reduce = linear.next().ok_or_else(|| Error::malformed(&file, "no linear layer"))?;
        let moves_file = self.file("moves");
        let moves = moves::moves(self.files.get(&moves_file)?, &moves_file, system)?;
        let weights = lower.matrix("W", "nF", &file)?;
        let rows = features.saturating_mul(outputs).saturating_mul(pieces);
        let columns = weights.data.len() / rows.max(1);
        Ok(Transitions {
            source: self.source(&network)?,
            reduce: reduce.linear(&file)?,
            lower: Matrix { rows, columns, data: weights.data },
            lower_bias: lower.numbers("b", &file)?.clone(),
            padding: lower.numbers("pad", &file)?.clone(),
            features,
            pieces,
            upper: upper.transpose()?,
            moves,
        })
    }
}
