//! Reads the steps of a pipeline from the folders of a package.
//!
//! In: the package's files and configuration. Out: the steps in their order. A step that is not
//! known, or a setting that would give other results than spaCy, is an error that names it.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use serde_json::Value as Json;

use super::config::Config;
use super::files::Files;
use super::moves::{self, System};
use super::network::Network;
use super::value::{Value, decode};
use crate::model::{Classifier, Component, Label, Matrix, Part, Source, Transitions};
use crate::{Error, lemma, morph, ruler, strings};

/// Architectures whose arithmetic is known.
const ARCHITECTURES: [&str; 11] = [
    "spacy.HashEmbedCNN.v1",
    "spacy.HashEmbedCNN.v2",
    "spacy.MaxoutWindowEncoder.v1",
    "spacy.MaxoutWindowEncoder.v2",
    "spacy.MultiHashEmbed.v1",
    "spacy.MultiHashEmbed.v2",
    "spacy.Tagger.v1",
    "spacy.Tagger.v2",
    "spacy.Tok2Vec.v2",
    "spacy.Tok2VecListener.v1",
    "spacy.TransitionBasedParser.v2",
];

/// Reads the step `name`.
pub(crate) fn component(files: &Files, config: &Config, name: &str) -> Result<Component, Error> {
    let section = format!("components.{name}");
    let strange = config.architectures(&section).find(|(_, it)| !ARCHITECTURES.contains(it));
    if let Some((section, architecture)) = strange {
        return Err(Error::unsupported(format!("{architecture} in [{section}]"), "not a CNN"));
    }
    let folder = Folder { files, config, section: &section, name };
    let factory = config.text(&section, "factory")?;
    let part = match factory.as_str() {
        "tok2vec" => Part::Tok2Vec(folder.tok2vec()?),
        "tagger" => Part::Tagger(folder.tagger()?),
        "morphologizer" => Part::Morphologizer(folder.morphologizer()?),
        "senter" => Part::Senter(folder.senter()?),
        "trainable_lemmatizer" => folder.edit_trees()?,
        "parser" => Part::Parser(folder.transitions(System::Parser)?),
        "ner" => Part::Ner(folder.transitions(System::Ner)?),
        "attribute_ruler" => Part::Ruler(folder.ruler()?),
        "lemmatizer" => Part::Lemmatizer(folder.lemmatizer()?),
        other => {
            return Err(Error::unsupported(
                format!("component {other}"),
                "not a step that we know",
            ));
        }
    };
    let enabled = !config.texts("nlp", "disabled")?.iter().any(|it| it == name);
    Ok(Component { name: name.to_owned(), enabled, part })
}

/// The files and settings of one step.
struct Folder<'a> {
    files: &'a Files,
    config: &'a Config,
    section: &'a str,
    name: &'a str,
}

/// A JSON object whose order is kept.
struct Pairs(Vec<(String, String)>);

impl Folder<'_> {
    fn file(&self, name: &str) -> String {
        format!("{}/{name}", self.name)
    }

    fn network(&self) -> Result<Network, Error> {
        let file = self.file("model");
        Network::read(self.files.get(&file)?, &file)
    }

    fn settings(&self) -> Result<Json, Error> {
        self.files.json(&self.file("cfg"))
    }

    fn tok2vec(&self) -> Result<crate::model::Tok2Vec, Error> {
        let network = self.network()?;
        network.tok2vec()?.ok_or_else(|| Error::malformed(&self.file("model"), "no embedding"))
    }

    fn source(&self, network: &Network) -> Result<Source, Error> {
        Ok(network.tok2vec()?.map_or(Source::Shared, Source::Own))
    }

    fn classifier(&self, labels: Vec<Label>) -> Result<Classifier, Error> {
        let (network, file) = (self.network()?, self.file("model"));
        let layer = network.only("softmax")?.linear(&file)?;
        if layer.weights.rows != labels.len() {
            return Err(Error::malformed(
                &file,
                format!("{} classes, {} labels", layer.weights.rows, labels.len()),
            ));
        }
        let overwrite = self.config.flag(self.section, "overwrite")?;
        Ok(Classifier { source: self.source(&network)?, layer, labels, overwrite })
    }

    fn tagger(&self) -> Result<Classifier, Error> {
        let labels = texts(&self.settings()?["labels"]);
        self.classifier(labels.into_iter().map(|tag| Label { tag, ..Label::default() }).collect())
    }

    fn senter(&self) -> Result<Classifier, Error> {
        // The two classes are "inside" and "start" of a sentence; the package does not list them.
        self.classifier(vec![Label::default(); 2])
    }

    fn morphologizer(&self) -> Result<Classifier, Error> {
        #[derive(Deserialize)]
        struct Settings {
            labels_morph: Pairs,
            labels_pos: BTreeMap<String, u64>,
            #[serde(default)]
            extend: bool,
        }
        let file = self.file("cfg");
        let settings: Settings = serde_json::from_slice(self.files.get(&file)?)
            .map_err(|cause| Error::malformed(&file, cause))?;
        if settings.extend {
            return Err(Error::unsupported("a morphologizer with `extend`", "not done here"));
        }
        let label = |(name, morph): (String, String)| {
            let pos = settings.labels_pos.get(&name).copied().unwrap_or_default();
            let pos = strings::name(pos).unwrap_or_default().to_owned();
            let morph = morph::normalise(&morph).unwrap_or(morph);
            Label { tag: String::new(), pos, morph }
        };
        self.classifier(settings.labels_morph.0.into_iter().map(label).collect())
    }

    fn edit_trees(&self) -> Result<Part, Error> {
        let all = texts(&self.files.json("vocab/strings.json")?);
        let all: HashMap<u64, &str> = all.iter().map(|it| (strings::hash(it), &**it)).collect();
        let (file, settings) = (self.file("trees"), self.file("cfg"));
        let top = self.config.find(self.section, "top_k")?.and_then(|it| it.as_u64()).unwrap_or(1);
        let backoff = self.config.find(self.section, "backoff")?;
        let backoff = lemma::Backoff::named(backoff.as_ref().and_then(Json::as_str))?;
        let trees = lemma::Trees::read(
            self.files.get(&file)?,
            self.files.get(&settings)?,
            |number| strings::name(number).or_else(|| all.get(&number).copied()),
            top as usize,
            backoff,
            &file,
        )?;
        let count = self.network()?.only("softmax")?.size("nO", &self.file("model"))?;
        Ok(Part::EditTrees { classifier: self.classifier(vec![Label::default(); count])?, trees })
    }

    fn transitions(&self, system: System) -> Result<Transitions, Error> {
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
        let columns = weights.data.len() / (features * outputs * pieces).max(1);
        let found = Transitions {
            source: self.source(&network)?,
            reduce: reduce.linear(&file)?,
            lower: Matrix { rows: features * outputs * pieces, columns, data: weights.data },
            lower_bias: lower.numbers("b", &file)?.clone(),
            padding: lower.numbers("pad", &file)?.clone(),
            features,
            pieces,
            upper: upper.transpose()?,
            moves,
        };
        found.checked(&file)
    }

    fn ruler(&self) -> Result<ruler::Rules, Error> {
        let file = self.file("patterns");
        self.files
            .find(&file)
            .map_or_else(|| Ok(ruler::Rules::default()), |bytes| ruler::Rules::read(bytes, &file))
    }

    fn lemmatizer(&self) -> Result<lemma::Tables, Error> {
        let file = self.file("lookups/lookups.bin");
        let (lang, mode) =
            (self.config.text("nlp", "lang")?, self.config.text(self.section, "mode")?);
        lemma::Tables::read(&lang, &mode, self.files.get(&file)?, &file)
    }
}

impl Transitions {
    /// Returns the same if its parts fit together.
    fn checked(self, file: &str) -> Result<Self, Error> {
        let classes = self
            .upper
            .as_ref()
            .map_or(self.lower_bias.len() / self.pieces.max(1), |it| it.weights.rows);
        let fits = self.lower.columns == self.reduce.weights.rows
            && self.lower.data.len() == self.lower.rows * self.lower.columns
            && self.padding.len() == self.lower.rows
            && self.lower_bias.len() * self.features == self.lower.rows
            && self
                .upper
                .as_ref()
                .is_none_or(|it| it.weights.columns * self.pieces == self.lower_bias.len())
            && classes == self.moves.len();
        if fits { Ok(self) } else { Err(Error::malformed(file, "layers do not fit together")) }
    }
}

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Pairs;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("an object of texts")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(
                self,
                mut map: A,
            ) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}

fn texts(list: &Json) -> Vec<String> {
    let items = list.as_array().into_iter().flatten();
    items.filter_map(Json::as_str).map(str::to_owned).collect()
}

/// Returns the table `lexeme_norm` of the vocabulary: hash of a form → norm.
pub(crate) fn norms(files: &Files) -> Result<crate::lexeme::Norms, Error> {
    let file = "vocab/lookups.bin";
    // One byte is an empty map.
    let Some(bytes) = files.find(file).filter(|it| it.len() > 1) else {
        return Ok(crate::lexeme::Norms::default());
    };
    let raw = decode(bytes, file)?;
    let Some(table) = Value::new(&raw, file).find("lexeme_norm") else {
        return Ok(crate::lexeme::Norms::default());
    };
    let row = |(key, norm): (Value<'_>, Value<'_>)| Ok((key.number()?, norm.text()?.to_owned()));
    Ok(crate::lexeme::Norms(table.pairs()?.into_iter().map(row).collect::<Result<_, Error>>()?))
}
