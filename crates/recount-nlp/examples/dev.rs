use std::io::{BufRead, Write};
fn main() {
    let mut args = std::env::args().skip(1);
    let model = args.next().unwrap();
    let t = std::time::Instant::now();
    let pipeline = recount_nlp::Pipeline::load(&model).unwrap();
    eprintln!("load {:?}", t.elapsed());
    let texts: Vec<String> = std::io::stdin()
        .lock()
        .lines()
        .map(|l| {
            let v: serde_json::Value = serde_json::from_str(&l.unwrap()).unwrap();
            v["text"].as_str().unwrap().to_owned()
        })
        .collect();
    let t = std::time::Instant::now();
    let docs: Vec<_> = texts.iter().map(|t| pipeline.parse(t)).collect();
    let n: usize = docs.iter().map(|d| d.len()).sum();
    eprintln!("{n} tokens {:?} {:.0}/s", t.elapsed(), n as f64 / t.elapsed().as_secs_f64());
    if args.next().is_some() {
        return;
    }
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for d in &docs {
        let col = |f: &dyn Fn(recount_nlp::Token) -> serde_json::Value| {
            d.tokens().map(|t| f(t)).collect::<Vec<_>>()
        };
        let v = serde_json::json!({"start": col(&|t| t.start().into()), "text": col(&|t| t.text().into()), "tag": col(&|t| t.tag().into()), "pos": col(&|t| t.pos().into()), "morph": col(&|t| t.morph().into()), "lemma": col(&|t| t.lemma().into()),
          "head": col(&|t| t.head().index().into()), "dep": col(&|t| t.dep().into()), "ent": col(&|t| format!("{}-{}", t.ent_iob(), t.ent_type()).into()), "sent": col(&|t| t.is_sent_start().into()), "norm": col(&|t| t.norm().into())});
        writeln!(out, "{v}").unwrap();
    }
}
