//! A node of a network as thinc stores it: a name, sizes, attributes and weights.
//!
//! In: the node's parts of the three lists in a `model` file. Out: its layer as plain data. Whether the
//! sizes fit together is checked later, for all models alike (`crate::check`).

use std::collections::BTreeMap;

use super::value::{Value, decode};
use crate::Error;
use crate::model::{Feature, Linear, Matrix, Maxout, Numbers};

/// Nodes that may have weights.
const KNOWN: [&str; 7] = [
    "hashembed",
    "layernorm",
    "linear",
    "maxout",
    "precomputable_affine",
    "softmax",
    "static_vectors",
];

/// A node of a network.
#[derive(Debug)]
pub(super) struct Node {
    name: String,
    sizes: BTreeMap<String, usize>,
    attributes: BTreeMap<String, Vec<u8>>,
    weights: BTreeMap<String, Numbers>,
}

impl Node {
    /// Reads a node from its parts of the three lists.
    pub(super) fn read(
        node: Value<'_>,
        attributes: Value<'_>,
        weights: Value<'_>,
    ) -> Result<Self, Error> {
        let mut sizes = BTreeMap::new();
        for (name, size) in node.get("dims")?.pairs()? {
            if let Ok(size) = size.number() {
                sizes.insert(name.text()?.to_owned(), size as usize);
            }
        }
        let attributes = attributes.pairs()?.into_iter();
        let attributes =
            attributes.map(|(name, it)| Ok((name.text()?.to_owned(), it.bytes()?.to_vec())));
        let weights = weights.pairs()?.into_iter().filter(|(_, it)| !it.is_nil());
        let weights = weights.map(|(name, it)| Ok((name.text()?.to_owned(), it.numbers()?)));
        Ok(Self {
            name: node.get("name")?.text()?.to_owned(),
            sizes,
            attributes: attributes.collect::<Result<_, Error>>()?,
            weights: weights.collect::<Result<_, Error>>()?,
        })
    }

    /// Returns its name.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Returns whether what it does with its weights, if it has any, is known.
    pub(super) fn is_known(&self) -> bool {
        self.weights.is_empty() || KNOWN.contains(&self.name.as_str())
    }

    /// Returns a size, as `nO`.
    pub(super) fn size(&self, name: &str, file: &str) -> Result<usize, Error> {
        let size = self.sizes.get(name).copied();
        size.ok_or_else(|| Error::malformed(file, format!("{} without {name}", self.name)))
    }

    /// Returns an array of weights.
    pub(super) fn numbers(&self, name: &str, file: &str) -> Result<&Numbers, Error> {
        let numbers = self.weights.get(name);
        numbers.ok_or_else(|| Error::malformed(file, format!("{} without {name}", self.name)))
    }

    /// Returns an array of weights with as many rows as the size `rows`.
    pub(super) fn matrix(&self, name: &str, rows: &str, file: &str) -> Result<Matrix, Error> {
        let (data, rows) = (self.numbers(name, file)?.clone(), self.size(rows, file)?);
        if rows == 0 || data.is_empty() || data.len() % rows != 0 {
            return Err(Error::malformed(file, format!("{name} of {} has an odd size", self.name)));
        }
        Ok(Matrix { rows, columns: data.len() / rows, data })
    }

    /// Returns weights and bias of a linear layer.
    pub(super) fn linear(&self, file: &str) -> Result<Linear, Error> {
        let weights = self.matrix("W", "nO", file)?;
        Ok(Linear { weights, bias: self.numbers("b", file)?.clone() })
    }

    /// Returns a maxout layer with the norm that follows it.
    pub(super) fn maxout(&self, norm: &Node, file: &str) -> Result<Maxout, Error> {
        let (outputs, pieces) = (self.size("nO", file)?, self.size("nP", file)?);
        let bias = self.numbers("b", file)?.clone();
        let (scale, shift) = (norm.numbers("G", file)?.clone(), norm.numbers("b", file)?.clone());
        let weights = self.matrix("W", "nO", file)?;
        let columns = weights.columns / pieces.max(1);
        let weights = Matrix { rows: outputs.saturating_mul(pieces), columns, data: weights.data };
        Ok(Maxout { outputs, pieces, weights, bias, scale, shift })
    }

    /// Returns an attribute, which is packed by itself.
    pub(super) fn attribute(&self, name: &str, file: &str) -> Result<rmpv::Value, Error> {
        let bytes = self.attributes.get(name);
        let bytes = bytes.ok_or_else(|| Error::malformed(file, format!("no attribute {name}")))?;
        decode(bytes, file)
    }

    /// Returns an attribute that is a number.
    pub(super) fn number(&self, name: &str, file: &str) -> Result<usize, Error> {
        Ok(Value::new(&self.attribute(name, file)?, file).number()? as usize)
    }

    /// Returns an attribute that is a truth value.
    pub(super) fn flag(&self, name: &str, file: &str) -> Result<bool, Error> {
        Ok(Value::new(&self.attribute(name, file)?, file).as_bool().unwrap_or_default())
    }
}

impl Feature {
    /// Reads a feature by its name, or by the number that old packages have.
    pub(super) fn read(value: Value<'_>) -> Result<Self, Error> {
        let name = value
            .as_text()
            .map_or_else(|| value.number().map(|it| it.to_string()), |it| Ok(it.to_owned()))?;
        Ok(match name.as_str() {
            "NORM" | "67" => Self::Norm,
            "PREFIX" | "69" => Self::Prefix,
            "SUFFIX" | "70" => Self::Suffix,
            "SHAPE" | "68" => Self::Shape,
            "ORTH" | "65" => Self::Orth,
            "LOWER" | "66" => Self::Lower,
            "SPACY" | "81" => Self::Space,
            "IS_SPACE" | "6" => Self::IsSpace,
            other => return Err(Error::unsupported(format!("feature {other}"), "not known")),
        })
    }
}
