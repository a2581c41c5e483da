//! Gives each token a vector that depends on its form alone.
//!
//! In: the features of tokens. Out: a vector for each. A feature's hash picks four rows of its table,
//! which are added up; the sums of all features are mixed by a maxout layer. The result is kept by
//! form, since most words of a text have been met before.

use std::sync::Arc;

use crate::cache::Cache;
use crate::lexeme::Lexeme;
use crate::matrix::{Layer, Norm, Rows};
use crate::model;

/// Vectors that are kept: at 96 numbers each 25 MB when full.
const KEPT_VECTORS: usize = 1 << 16;

/// Features at most, the vectors of the package counted; packages have four to six.
pub(crate) const FEATURES: usize = 8;

/// What a token shows to an embedding.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown<'a> {
    pub(crate) lexeme: &'a Lexeme,
    /// The hash of the norm, which an exception of the tokenizer may set for one token.
    pub(crate) norm: u64,
    pub(crate) space: bool,
}

/// Tables of one row for many hashes, and the layer that mixes them.
#[derive(Debug)]
pub(crate) struct Embed {
    tables: Vec<Table>,
    vectors: Option<Arc<model::Vectors>>,
    projection: Option<Layer>,
    mix: Layer,
    norm: Norm,
    known: Cache<Key, Arc<[f32]>>,
}

type Key = [u64; FEATURES];

#[derive(Debug)]
struct Table {
    feature: model::Feature,
    seed: u32,
    width: usize,
    rows: Vec<f32>,
}

impl Embed {
    /// Returns the embedding that `weights` describe; `vectors` are those of the package.
    pub(crate) fn new(weights: &model::Embed, vectors: Option<&Arc<model::Vectors>>) -> Self {
        let table = |it: &model::Table| Table {
            feature: it.feature,
            seed: it.seed,
            width: it.rows.columns,
            rows: it.rows.data.0.clone(),
        };
        let projection = weights
            .vectors
            .as_ref()
            .map(|it| Layer::new(&it.data, &vec![0.0; it.rows], (it.rows, 1)));
        Self {
            tables: weights.tables.iter().map(table).collect(),
            vectors: projection.as_ref().and(vectors.cloned()),
            projection,
            mix: weights.mix.layer(),
            norm: weights.mix.norm(),
            known: Cache::new(KEPT_VECTORS),
        }
    }

    /// Returns the length of a vector.
    pub(crate) fn width(&self) -> usize {
        self.mix.outputs()
    }

    /// Writes the vectors of `tokens` to `out`, one after the other.
    pub(crate) fn embed<'a>(&self, tokens: impl Iterator<Item = Shown<'a>>, out: &mut [f32]) {
        let mut new = Vec::new();
        for (token, to) in tokens.zip(out.chunks_exact_mut(self.width())) {
            let key = self.key(token);
            match self.known.find(&key) {
                Some(vector) => to.copy_from_slice(&vector),
                None => new.push((key, token, to)),
            }
        }
        self.work_out(new);
    }

    /// Works out the vectors that are not known, all in one product.
    fn work_out(&self, mut new: Vec<(Key, Shown<'_>, &mut [f32])>) {
        let depth: usize = self.depth();
        let mut input = vec![0.0; new.len() * depth];
        for ((key, token, _), row) in new.iter().zip(input.chunks_exact_mut(depth)) {
            self.gather(key, *token, row);
        }
        let rows = Rows { data: &input, stride: depth, count: new.len() };
        self.mix.apply(rows, |row, vector| {
            self.norm.apply(vector);
            let (key, _, to) = &mut new[row];
            to.copy_from_slice(vector);
            self.known.keep(*key, Arc::from(&*vector));
        });
    }

    fn depth(&self) -> usize {
        let tables: usize = self.tables.iter().map(|it| it.width).sum();
        tables + self.projection.as_ref().map_or(0, Layer::outputs)
    }

    fn key(&self, token: Shown<'_>) -> Key {
        let mut key = [0; FEATURES];
        for (part, table) in key.iter_mut().zip(&self.tables) {
            *part = table.feature.of(token);
        }
        // Vectors are found by the form itself, which no feature tells whole.
        if self.vectors.is_some() {
            key[FEATURES - 1] = token.lexeme.orth;
        }
        key
    }

    /// Writes the rows of all features side by side.
    fn gather(&self, key: &Key, token: Shown<'_>, mut row: &mut [f32]) {
        for (hash, table) in key.iter().zip(&self.tables) {
            let (part, rest) = row.split_at_mut(table.width);
            table.add_rows(*hash, part);
            row = rest;
        }
        if let (Some(vectors), Some(projection)) = (&self.vectors, &self.projection) {
            let Some(vector) = vectors.find(token.lexeme.orth) else { return };
            let rows = Rows { data: vector, stride: vector.len(), count: 1 };
            projection.apply(rows, |_, out| row.copy_from_slice(out));
        }
    }
}

impl model::Feature {
    fn of(self, token: Shown<'_>) -> u64 {
        match self {
            Self::Norm => token.norm,
            Self::Prefix => token.lexeme.prefix,
            Self::Suffix => token.lexeme.suffix,
            Self::Shape => token.lexeme.shape,
            Self::Orth => token.lexeme.orth,
            Self::Lower => crate::strings::hash(&token.lexeme.lower),
            Self::Space => u64::from(token.space),
            Self::IsSpace => u64::from(token.lexeme.is_space),
        }
    }
}

impl Table {
    fn add_rows(&self, hash: u64, out: &mut [f32]) {
        let count = (self.rows.len() / self.width) as u32;
        for place in four_hashes(hash, self.seed) {
            let row = &self.rows[(place % count) as usize * self.width..][..self.width];
            out.iter_mut().zip(row).for_each(|(sum, it)| *sum += it);
        }
    }
}

/// Returns the 128 bits that MurmurHash3 (x64 variant) makes of eight bytes, as thinc cuts them.
fn four_hashes(value: u64, seed: u32) -> [u32; 4] {
    let (seed, length) = (u64::from(seed), 8);
    let mut first = value.wrapping_mul(0x87c3_7b91_1142_53d5).rotate_left(31);
    first = first.wrapping_mul(0x4cf5_ad43_2745_937f) ^ seed ^ length;
    let mut second = seed ^ length;
    first = first.wrapping_add(second);
    second = second.wrapping_add(first);
    (first, second) = (mixed(first), mixed(second));
    first = first.wrapping_add(second);
    second = second.wrapping_add(first);
    [first as u32, (first >> 32) as u32, second as u32, (second >> 32) as u32]
}

fn mixed(mut it: u64) -> u64 {
    it = (it ^ it >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    it = (it ^ it >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    it ^ it >> 33
}
