//! Asks spaCy, by `eval/nlp/oracle.py`.
//!
//! In: texts and the folder of a model. Out: what spaCy makes of them, or how long it took. What
//! Python says on its standard error is passed on if it fails.

use std::fmt::Display;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{ChildStdin, Command, Stdio};
use std::thread;

use serde_json::{Value, json};

use super::parsed::{Parsed, Text, Word};
use crate::command::root;

/// Returns what spaCy makes of `texts`, in their order.
pub(crate) fn parse(python: &Path, model: &Path, texts: &[Text]) -> Result<Vec<Parsed>, String> {
    let lines = ask(python, model, &[], texts)?;
    let found: Option<Vec<_>> = lines.iter().map(|it| parsed(&it["tokens"])).collect();
    let found = found.ok_or("spaCy's answer is not in the form that oracle.py describes")?;
    if found.len() == texts.len() { Ok(found) } else { Err("spaCy left out texts".into()) }
}

/// Returns what the oracle tells with `--time` and `options`.
pub(crate) fn time(
    python: &Path,
    model: &Path,
    options: &[&str],
    texts: &[Text],
) -> Result<Value, String> {
    let options = [&["--time"], options].concat();
    ask(python, model, &options, texts)?.pop().ok_or_else(|| "spaCy said nothing".to_owned())
}

fn ask(
    python: &Path,
    model: &Path,
    options: &[&str],
    texts: &[Text],
) -> Result<Vec<Value>, String> {
    let mut command = Command::new(python);
    command.arg(root().join("eval/nlp/oracle.py")).arg(model).args(options);
    answers(command, texts)
}

/// Runs `command` with `texts` as JSON Lines on its standard input and returns its lines.
pub(crate) fn answers(mut command: Command, texts: &[Text]) -> Result<Vec<Value>, String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let failed = |what: &dyn Display| format!("cannot run {program}: {what}");
    let spawned = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = spawned.map_err(|error| failed(&error))?;
    let pipes = (child.stdin.take(), child.stdout.take());
    let (Some(input), Some(output)) = pipes else { return Err(failed(&"no pipes")) };
    let lines = thread::scope(|scope| {
        scope.spawn(|| write(input, texts));
        let lines = BufReader::new(output).lines().map_while(Result::ok);
        lines.map(|it| serde_json::from_str(&it)).collect::<Result<Vec<Value>, _>>()
    });
    match child.wait() {
        Ok(status) if status.success() => lines.map_err(|error| failed(&error)),
        Ok(status) => Err(failed(&status)),
        Err(error) => Err(failed(&error)),
    }
}

/// Writes until all is written or the other side has gone, which its status will tell.
fn write(mut input: ChildStdin, texts: &[Text]) {
    for text in texts {
        let line = json!({ "id": text.id, "text": text.text });
        if writeln!(input, "{line}").is_err() {
            return;
        }
    }
}

fn parsed(tokens: &Value) -> Option<Parsed> {
    let count = tokens["start"].as_array()?.len();
    let words: Option<_> = (0..count).map(|at| word(tokens, at)).collect();
    Some(Parsed { words: words? })
}

fn word(tokens: &Value, at: usize) -> Option<Word> {
    let number = |key: &str| tokens[key][at].as_u64().map(|it| it as usize);
    let string = |key: &str| tokens[key][at].as_str().map(str::to_owned);
    Some(Word {
        span: number("start")?..number("end")?,
        space: number("space")? == 1,
        sent_start: number("sent_start")? == 1,
        head: number("head")?,
        dep: string("dep")?,
        tag: string("tag")?,
        pos: string("pos")?,
        morph: string("morph")?,
        lemma: string("lemma")?,
        norm: string("norm")?,
        ent: string("ent")?,
    })
}
