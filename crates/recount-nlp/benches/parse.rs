//! Times the parse of a page, its tokenizer alone, and a long text: `cargo bench -p recount-nlp`.
//!
//! The figures of a shared machine vary; compare medians of two runs side by side, never one alone.
//! One thread is used. Matrix products are private, and most of what `long` takes.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use recount_nlp::{Options, Pipeline};

/// A page of our own; every person, town and firm in it is invented.
const PAGE: &str = "\
Gunmen attacked a checkpoint outside Tarsk on Tuesday, killing four soldiers and wounding a further \
nine, the army said in a statement. At least 27 inmates escaped from Dunmore Prison hours later, \
according to the interior ministry.\n\n\
“They told us to lie down,” recalled Anselm Dray, 43, a cashier. “I thought we were going to die.” \
Police haven't said who they think is behind the attack, and they can't rule out a second gunman.\n\n\
The toll rose to eleven on Wednesday, up from an earlier figure of eight. The Northern Wharf Agency, \
citing two unnamed officials, reported that the talks had collapsed overnight. Shares in Vellacott & \
Sons fell 4.7% to $12.30 after the company cut its forecast for 2024.\n\n\
Seven of the nine hostages have been freed; the fate of the other two is unknown. The court sentenced \
Basil Okonjo-Rhys to 18 years in prison for the murder of his business partner. Write to \
newsdesk@harrowgate-herald.example or visit https://www.harrowgate-herald.example/live?id=42 for more.\n";

fn main() {
    divan::main();
}

/// A page whose words have all been met before, as nearly all words of news have.
#[divan::bench]
fn page(bencher: Bencher) {
    let english = Pipeline::english();
    let tokens = english.parse(PAGE).len();
    bencher.counter(ItemsCount::new(tokens)).bench(|| english.parse(black_box(PAGE)));
}

/// The same without a single step: tokens and what their forms look like.
#[divan::bench]
fn tokens_of_a_page(bencher: Bencher) {
    let disable = Pipeline::english().steps().map(|(name, _)| name.to_owned()).collect();
    let options = Options { disable, ..Options::default() };
    let tokenizer = Pipeline::english().clone().with_options(options);
    let tokens = tokenizer.parse(PAGE).len();
    bencher.counter(ItemsCount::new(tokens)).bench(|| tokenizer.parse(black_box(PAGE)));
}

/// One text of so many pages, which takes time in proportion.
#[divan::bench(args = [300, 600, 1200], sample_count = 3, sample_size = 1)]
fn long(bencher: Bencher, pages: usize) {
    let text = PAGE.repeat(pages);
    let tokens = Pipeline::english().parse(&text).len();
    bencher.counter(ItemsCount::new(tokens)).bench(|| Pipeline::english().parse(black_box(&text)));
}
