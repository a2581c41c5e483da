//! Makes compact model files, and parses standard input.
//!
//! In: the command line. Out: a file, or a table of tokens. It is here for people who try the crate
//! and for the file that is compiled into it; programs use the library.
#![allow(clippy::print_stdout, clippy::print_stderr)] // a command line prints

use std::error::Error as _;
use std::io::{Read, Write};
use std::process::ExitCode;

use recount_nlp::{Doc, Pipeline, Precision};

const USAGE: &str = "\
usage: recount-nlp convert PACKAGE -o FILE [--full]
       recount-nlp parse [--model PATH] < TEXT

convert  writes the spaCy package (a folder or a wheel) as one compact file, with weights of half
         precision, or as they are with --full
parse    prints a line for each token: number, text, lemma, part of speech, tag, morphology, head,
         label, entity; a blank line between sentences. PATH is a package or a compact file";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.as_slice() {
        ["convert", package, "-o", file] => convert(package, file, Precision::Half),
        ["convert", package, "-o", file, "--full"] => convert(package, file, Precision::Full),
        ["parse"] => parse(Pipeline::english().clone()),
        ["parse", "--model", path] => Pipeline::load(path).map_err(told).and_then(parse),
        ["-h" | "--help"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(USAGE.to_owned()),
    };
    let Err(message) = done else { return ExitCode::SUCCESS };
    eprintln!("recount-nlp: {message}");
    ExitCode::from(2)
}

fn convert(package: &str, file: &str, precision: Precision) -> Result<(), String> {
    let bytes = recount_nlp::convert(package, precision).map_err(told)?;
    std::fs::write(file, &bytes).map_err(|cause| format!("cannot write {file}: {cause}"))?;
    eprintln!("wrote {file}, {} bytes", bytes.len());
    Ok(())
}

fn parse(pipeline: Pipeline) -> Result<(), String> {
    let mut text = String::new();
    let read = std::io::stdin().read_to_string(&mut text);
    read.map_err(|cause| format!("cannot read standard input: {cause}"))?;
    let printed = print(&pipeline.parse(&text), &mut std::io::stdout().lock());
    printed.map_err(|cause| format!("cannot write: {cause}"))
}

fn print(doc: &Doc, out: &mut impl Write) -> std::io::Result<()> {
    for sentence in doc.sents() {
        for token in sentence.tokens() {
            let (number, head) = (token.index() + 1, token.head().index() + 1);
            let head = if head == number { 0 } else { head };
            let cells = [token.lemma(), token.pos(), token.tag(), token.morph()].join("\t");
            let entity = format!("{}-{}", token.ent_iob(), token.ent_type());
            let entity = entity.trim_end_matches("O-");
            writeln!(
                out,
                "{number}\t{}\t{cells}\t{head}\t{}\t{entity}",
                shown(token.text()),
                token.dep()
            )?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// Returns `text` without what would break the table.
fn shown(text: &str) -> String {
    text.replace('\n', "\\n").replace('\t', "\\t")
}

/// Returns the message of an error with those of its causes.
fn told(error: recount_nlp::Error) -> String {
    let mut message = error.to_string();
    let mut cause = error.source();
    while let Some(it) = cause {
        message.push_str(&format!(": {it}"));
        cause = it.source();
    }
    message
}
