//! Reads the steps of a pipeline from the folders of a package.
//!
//! In: the package's files and configuration. Out: the steps in their order. A step that is not
//! known, or a setting that would give other results than spaCy, is an error that names it.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use serde_json::Value as Json;

use super::config::Config;
use super::files::Files;
use super::moves::System;
use super::network::Network;
use super::pairs::Pairs;
use crate::model::{Classifier, Component, Label, Part, Source};
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
pub(super) struct Folder<'a> {
    pub(super) files: &'a Files,
    config: &'a Config,
    section: &'a str,
    pub(super) name: &'a str,
}

impl Folder<'_> {
    pub(super) fn file(&self, name: &str) -> String {
        format!("{}/{name}", self.name)
    }

    pub(super) fn network(&self) -> Result<Network, Error> {
        let file = self.file("model");
        Network::read(self.files.get(&file)?, &file)
    }

    pub(super) fn settings(&self) -> Result<Json, Error> {
        self.files.json(&self.file("cfg"))
    }

    fn tok2vec(&self) -> Result<crate::model::Tok2Vec, Error> {
        let network = self.network()?;
        network.tok2vec()?.ok_or_else(|| Error::malformed(&self.file("model"), "no embedding"))
    }

    pub(super) fn source(&self, network: &Network) -> Result<Source, Error> {
        Ok(network.tok2vec()?.map_or(Source::Shared, Source::Own))
    }

    fn classifier(&self, labels: Vec<Label>) -> Result<Classifier, Error> {
        let (network, file) = (self.network()?, self.file("model"));
        let layer = network.only("softmax")?.linear(&file)?;
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
        let labels = vec![Label::default(); trees.labels()];
        Ok(Part::EditTrees { classifier: self.classifier(labels)?, trees })
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

fn texts(list: &Json) -> Vec<String> {
    let items = list.as_array().into_iter().flatten();
    items.filter_map(Json::as_str).map(str::to_owned).collect()
}
