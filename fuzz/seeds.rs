//! Writes what the fuzzer starts from.
//!
//! In: the small package of the tests. Out: `corpus/load` with the package as it is, as a compact
//! file, and as what is inside of one; the other folders of `corpus` with some lines of our own.

mod compact;

use std::fs;
use std::path::Path;

use recount_nlp::Precision;

/// A page of each kind that is read.
const PAGES: [(&str, &[u8]); 6] = [
    ("html", b"<html><title>Mill fire | Herald</title><script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"datePublished\": \"2031-03-03T10:00:00Z\"}</script><article><h1>Mill fire</h1><p class=byline>By Anna Lind<p>Four workers were killed in Varnok on Monday, police said.<ul><li><a href=/b>Bridge falls</a></ul></article>"),
    ("dump", b"Mill Fire\n\nBy Anna Lind, Associated Press\n\nTue May 7 2019\n\nVARNOK: Four workers were killed on Monday.\n\nRead more\n17 minutes ago\n"),
    ("jsonl", b"{\"maintext\": \"Four workers were killed.\\nIt is over.\", \"date_publish\": \"2031-03-03 10:00:00\", \"url\": \"https://herald.example/a\", \"a\": {\"b\": [\"x\"]}}"),
    ("feed", b"<?xml version=\"1.0\"?><rss><channel><title>Herald</title><item><title>Mill &amp; fire</title><link>https://herald.example/a</link><content:encoded><![CDATA[<p>Four died.</p>]]></content:encoded></item></channel></rss>"),
    ("warc", b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://herald.example/a\r\nContent-Length: 92\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n0\r\n\r\n\r\n\r\n"),
    ("warc", b"Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+\r\n--b--\r\n"),
];

fn main() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let package = here.join("../crates/recount-nlp/tests/data/tiny.zip");
    let file = recount_nlp::convert(&package, Precision::Half).expect("the package is supported");
    let inside = compact::unpacked(&file).expect("the file is whole");
    let package = fs::read(package).expect("the package is there");
    let sentences = [
        "Two guards were freed in Zavodsk on Sunday. Police said so.",
        "“THEY’RE SAFE,” J. PETROV SAID.\r\n\r\n(1,500 km)… http://a.example/?q=1 :)",
    ];
    let load = [("package", &*package), ("file", &*file), ("inside", &*inside)];
    let parse = [("plain", sentences[0].as_bytes()), ("odd", sentences[1].as_bytes())];
    let mut all = vec![("load", load.to_vec()), ("parse", parse.to_vec())];
    all.extend(PAGES.iter().map(|(target, bytes)| (*target, vec![(if bytes.starts_with(b"Content") { "mail" } else { "usual" }, *bytes)])));
    for (target, seeds) in all {
        let folder = here.join("corpus").join(target);
        fs::create_dir_all(&folder).expect("there is room for a folder");
        for (name, bytes) in seeds {
            fs::write(folder.join(name), bytes).expect("there is room for a file");
        }
    }
}
