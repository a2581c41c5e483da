//! dev
#![allow(clippy::all, clippy::print_stdout)]
use std::io::BufRead;
fn main() {
    let articles: Vec<recount::model::Article> = std::io::stdin()
        .lock()
        .lines()
        .map(|l| serde_json::from_str(&l.unwrap()).unwrap())
        .collect();
    let r = recount::record(
        recount::read::sorted(articles.into_iter().map(Ok).collect()).0,
        &Default::default(),
    );
    println!("{}", serde_json::to_string(&r).unwrap());
}
