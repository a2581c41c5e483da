//! Reads the weights of a network as thinc stores them.
//!
//! In: a component's `model` file. Out: its layers as plain data. thinc lists the nodes of the
//! network level by level, with their names, sizes and weights; which layers there are is read from
//! the names. A node that is none of those known here is an error, never passed over.

use super::node::Node;
use super::value::{Value, decode};
use crate::Error;
use crate::model::{Embed, Encode, Feature, Maxout, Table, Tok2Vec};

/// The nodes of a network.
#[derive(Debug)]
pub(crate) struct Network {
    file: String,
    nodes: Vec<Node>,
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
        let unknown = nodes.iter().find(|it| !it.is_known());
        if let Some(node) = unknown {
            return Err(Error::unsupported(
                format!("layer {:?} in {file}", node.name()),
                "not known",
            ));
        }
        Ok(Self { file: file.to_owned(), nodes })
    }

    /// Returns the nodes of this name, in their order.
    pub(crate) fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Node> {
        self.nodes.iter().filter(move |it| it.name() == name)
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
        if pads.max() != window.checked_mul(layers.len()) {
            return Err(Error::unsupported(format!("the encoder in {}", self.file), "odd padding"));
        }
        Ok(Encode { window, layers })
    }

    fn wrong(&self, reason: &str) -> Error {
        Error::malformed(&self.file, reason)
    }
}
