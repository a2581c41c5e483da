//! The archive that fetched pages are saved in.
//!
//! In: answers, with their addresses. Out: records behind those that the file held before. The archive is
//! its own memory: what servers said of the pages in it tells whether they changed.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{self, BufReader};
use std::path::Path;

use jiff::Timestamp;
use recount_archive::{Found, Headers, Kind, Record, Warc, Writer, response};
use sha2::{Digest, Sha256};

use super::client::{Answer, Validators};

/// The archive.
pub(super) struct Store {
    writer: Writer<File>,
    known: BTreeMap<String, Validators>,
    /// Records that were written, so that each has an id of its own.
    count: usize,
}

impl Store {
    /// Opens the archive at `path`, or makes it; records that it holds have at most `limit` bytes.
    pub(super) fn open(path: &Path, limit: usize) -> io::Result<Self> {
        let known = if path.exists() { known(path, limit)? } else { BTreeMap::new() };
        let file = OpenOptions::new().create(true).append(true).open(path)?;
        Ok(Self { writer: Writer::new(file), known, count: 0 })
    }

    /// Returns by what the server knows the page at `url`.
    pub(super) fn known(&self, url: &str) -> Validators {
        self.known.get(url).cloned().unwrap_or_default()
    }

    /// Saves an answer.
    pub(super) fn save(&mut self, url: &str, answer: &Answer) -> io::Result<()> {
        let block = message(answer);
        let as_before = answer.status == 304;
        let mut headers = Headers::default();
        headers.push("WARC-Type", if as_before { "revisit" } else { "response" });
        headers.push("WARC-Record-ID", &self.id(url, &block));
        headers.push("WARC-Date", &Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
        headers.push("WARC-Target-URI", url);
        if as_before {
            headers.push("WARC-Profile", NOT_MODIFIED);
        } else {
            headers.push("WARC-Payload-Digest", &format!("sha256:{}", hex(&answer.body)));
        }
        headers.push("Content-Type", "application/http; msgtype=response");
        self.writer.record(&headers, &block)
    }

    fn id(&mut self, url: &str, block: &[u8]) -> String {
        self.count += 1;
        let now = Timestamp::now().as_nanosecond();
        let hash =
            hex(&[url.as_bytes(), block, format!("{now} {}", self.count).as_bytes()].concat());
        let parts = [&hash[..8], &hash[8..12], &hash[13..16], &hash[17..20], &hash[20..32]];
        let [a, b, c, d, e] = parts;
        format!("<urn:uuid:{a}-{b}-8{c}-a{d}-{e}>") // a UUID of version 8, whose bits are its maker's
    }
}

const NOT_MODIFIED: &str = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";

/// The answer as a message of HTTP.
fn message(answer: &Answer) -> Vec<u8> {
    let mut message = format!("HTTP/1.1 {}\r\n", answer.status);
    for (name, value) in answer.headers.lines() {
        message.push_str(&format!("{name}: {value}\r\n"));
    }
    message.push_str("\r\n");
    [message.as_bytes(), &answer.body].concat()
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|it| format!("{it:02x}")).collect()
}

/// Returns what servers said of the pages in an archive, of each page the last.
fn known(path: &Path, limit: usize) -> io::Result<BTreeMap<String, Validators>> {
    let mut archive = Warc::new(Box::new(BufReader::new(File::open(path)?)), limit)?;
    let mut known = BTreeMap::new();
    let is_response = |headers: &Headers| {
        Record { headers: headers.clone(), ..Record::default() }.kind() == Kind::Response
    };
    while let Some(next) = archive.next(is_response) {
        let Found::Record(record) = next else { continue };
        let answer = response(&record.block).filter(|it| it.status == 200 && !record.cut);
        let Some((url, answer)) = record.url().zip(answer) else { continue };
        let said = |name| answer.headers.get(name).map(str::to_owned);
        let validators = Validators { etag: said("ETag"), modified: said("Last-Modified") };
        known.insert(url.to_owned(), validators);
    }
    Ok(known)
}
