//! Reads the weights of a network as thinc stores them.
//!
//! In: a component's `model` file. Out: its layers as plain data. thinc lists the nodes of the
//! network level by level, with their names, sizes and weights; which layers there are is read from
//! the names. A node that is none of those known here is an error, never passed over.

use std::collections::BTreeMap;

use super::value::{Value, decode};
use crate::Error;
use crate::model::{Embed, Encode, Feature, Linear, Matrix, Maxout, Numbers, Table, Tok2Vec};

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

/// The nodes of a network.
#[derive(Debug)]
pub(crate) struct Network {
    file: String,
    nodes: Vec<Node>,
}

/// A node of a network.
#[derive(Debug)]
pub(crate) struct Node {
    name: String,
    sizes: BTreeMap<String, usize>,
    attributes: BTreeMap<String, Vec<u8>>,
    weights: BTreeMap<String, Numbers>,
}

impl Network {
    /// Reads `bytes`, which are the content of `file`.
    pub(crate) fn read(bytes: &[u8], file: &str) -> Result<Self, Error> {
        let raw = decode(bytes, file)?;
        let root = Value::new(&raw, file);
        let parts = |key: &str| root.get(key).and_then(|it| it.items());
        let (nodes, attributes, weights) = (parts("nodes")?, parts("attrs")?, parts("params")?);
        if nodes.len() != attributes.len() || nodes.len() != weights.len() {
            return Err(Error::malformed(file, "lists of different lengths"));
        }
        let parts = nodes.iter().zip(attributes).zip(weights);
        let nodes =
            parts.map(|((node, attributes), weights)| Node::read(*node, attributes, weights));
        let nodes = nodes.collect::<Result<Vec<_>, _>>()?;
        let unknown = nodes.iter().find(|it| !it.weights.is_empty() && !it.is_known());
        if let Some(node) = unknown {
            return Err(Error::unsupported(
                format!("layer {:?} in {file}", node.name),
                "not known",
            ));
        }
        Ok(Self { file: file.to_owned(), nodes })
    }

    /// Returns the nodes of this name, in their order.
    pub(crate) fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Node> {
        self.nodes.iter().filter(move |it| it.name == name)
    }

    /// Returns the only node of this name.
    pub(crate) fn only<'a>(&'a self, name: &'a str) -> Result<&'a Node, Error> {
        let mut all = self.named(name);
        match (all.next(), all.next()) {
            (Some(node), None) => Ok(node),
            _ => Err(self.wrong(&format!("not one {name} layer"))),
        }
    }

    /// Returns the embedding and encoder, or `None` if the network has none of its own.
    pub(crate) fn tok2vec(&self) -> Result<Option<Tok2Vec>, Error> {
        if self.named("hashembed").next().is_none() {
            return Ok(None);
        }
        let norms = self.named("layernorm").collect::<Vec<_>>();
        let layers = self.named("maxout").collect::<Vec<_>>();
        if norms.len() != layers.len() {
            return Err(self.wrong("a maxout layer without its norm"));
        }
        let layers = layers.iter().zip(norms).map(|(layer, norm)| layer.maxout(norm, &self.file));
        let mut layers = layers.collect::<Result<Vec<_>, _>>()?.into_iter();
        let mix = layers.next().ok_or_else(|| self.wrong("no layer that mixes the features"))?;
        let encode = self.encode(layers.collect())?;
        Ok(Some(Tok2Vec { embed: self.embed(mix)?, encode }))
    }

    fn embed(&self, mix: Maxout) -> Result<Embed, Error> {
        let columns = self.only("extract_features")?.attribute("columns", &self.file)?;
        let columns = Value::new(&columns, &self.file).items()?;
        let features = columns.iter().map(|it| Feature::read(*it));
        let features = features.collect::<Result<Vec<_>, _>>()?;
        let table = |node: &Node| {
            let column = node.number("column", &self.file)?;
            let feature = features.get(column).ok_or_else(|| self.wrong("a column too many"))?;
            let seed = node.number("seed", &self.file)? as u32;
            Ok(Table { feature: *feature, seed, rows: node.matrix("E", "nV", &self.file)? })
        };
        let tables = self.named("hashembed").map(table).collect::<Result<_, Error>>()?;
        let vectors = self.named("static_vectors").next();
        let vectors = vectors.map(|it| it.matrix("W", "nO", &self.file)).transpose()?;
        Ok(Embed { tables, vectors, mix })
    }

    fn encode(&self, layers: Vec<Maxout>) -> Result<Encode, Error> {
        let window = self.named("expand_window").next();
        let window = window.map(|it| it.number("window_size", &self.file)).transpose()?;
        let window = window.unwrap_or_default();
        let pads = self.nodes.iter().filter_map(|it| it.number("pad", &self.file).ok());
        // The padding decides what the first and last tokens see; another than the usual would give
        // other vectors.
        if pads.max() != Some(window * layers.len()) {
            return Err(Error::unsupported(format!("the encoder in {}", self.file), "odd padding"));
        }
        Ok(Encode { window, layers })
    }

    fn wrong(&self, reason: &str) -> Error {
        Error::malformed(&self.file, reason)
    }
}

impl Node {
    fn read(node: Value<'_>, attributes: Value<'_>, weights: Value<'_>) -> Result<Self, Error> {
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

    fn is_known(&self) -> bool {
        KNOWN.contains(&self.name.as_str())
    }

    /// Returns a size, as `nO`.
    pub(crate) fn size(&self, name: &str, file: &str) -> Result<usize, Error> {
        let size = self.sizes.get(name).copied();
        size.ok_or_else(|| Error::malformed(file, format!("{} without {name}", self.name)))
    }

    /// Returns an array of weights.
    pub(crate) fn numbers(&self, name: &str, file: &str) -> Result<&Numbers, Error> {
        let numbers = self.weights.get(name);
        numbers.ok_or_else(|| Error::malformed(file, format!("{} without {name}", self.name)))
    }

    /// Returns an array of weights with as many rows as the size `rows`.
    pub(crate) fn matrix(&self, name: &str, rows: &str, file: &str) -> Result<Matrix, Error> {
        let (data, rows) = (self.numbers(name, file)?.clone(), self.size(rows, file)?);
        if rows == 0 || data.is_empty() || data.len() % rows != 0 {
            return Err(Error::malformed(file, format!("{name} of {} has an odd size", self.name)));
        }
        Ok(Matrix { rows, columns: data.len() / rows, data })
    }

    /// Returns weights and bias of a linear layer.
    pub(crate) fn linear(&self, file: &str) -> Result<Linear, Error> {
        let weights = self.matrix("W", "nO", file)?;
        let bias = self.numbers("b", file)?.clone();
        if bias.len() != weights.rows {
            return Err(Error::malformed(file, format!("{} has an odd bias", self.name)));
        }
        Ok(Linear { weights, bias })
    }

    fn maxout(&self, norm: &Node, file: &str) -> Result<Maxout, Error> {
        let (outputs, pieces) = (self.size("nO", file)?, self.size("nP", file)?);
        let bias = self.numbers("b", file)?.clone();
        let (scale, shift) = (norm.numbers("G", file)?.clone(), norm.numbers("b", file)?.clone());
        let fits = bias.len() == outputs * pieces && scale.len() == outputs;
        if !fits || shift.len() != outputs {
            return Err(Error::malformed(file, "a maxout layer has an odd size"));
        }
        let weights = self.matrix("W", "nO", file)?;
        let inputs = weights.columns / pieces;
        let weights = Matrix { rows: outputs * pieces, columns: inputs, data: weights.data };
        Ok(Maxout { outputs, pieces, weights, bias, scale, shift })
    }

    fn attribute(&self, name: &str, file: &str) -> Result<rmpv::Value, Error> {
        let bytes = self.attributes.get(name);
        let bytes = bytes.ok_or_else(|| Error::malformed(file, format!("no attribute {name}")))?;
        decode(bytes, file)
    }

    /// Returns an attribute that is a number.
    pub(crate) fn number(&self, name: &str, file: &str) -> Result<usize, Error> {
        Ok(Value::new(&self.attribute(name, file)?, file).number()? as usize)
    }

    /// Returns an attribute that is a truth value.
    pub(crate) fn flag(&self, name: &str, file: &str) -> Result<bool, Error> {
        Ok(Value::new(&self.attribute(name, file)?, file).as_bool().unwrap_or_default())
    }
}

impl Feature {
    /// Reads a feature by its name, or by the number that old packages have.
    fn read(value: Value<'_>) -> Result<Self, Error> {
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
