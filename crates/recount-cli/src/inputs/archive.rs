//! Gives the pages of an archive: WARC, WACZ, MHTML.
//!
//! Only HTML and text are read; pictures, scripts, redirects and what else a crawl keeps are passed over and
//! counted. A record that cannot be read is left out, and the next one is read.

use std::io::BufRead;
use std::ops::ControlFlow;

use recount::model::{Page, PageKind, Sent};
use recount_archive::{
    Body, Fault, Found as Next, Headers, Kind, MediaType, Record, Source as Bytes, Warc,
    page_of_mhtml, response, warcs,
};

use super::source::Source;
use super::{Found, Give, How, Revisits};
use crate::problem::Problem;

/// Bytes that header lines may add to a page.
const HEADER_BYTES: usize = 256 << 10;

const CUT: &str = "the archive breaks off within this page: its end is missing";

/// Gives the pages of a WARC file.
pub(super) fn warc(
    name: &str,
    reader: Box<dyn BufRead + '_>,
    how: &How,
    give: &mut Give<'_>,
) -> ControlFlow<()> {
    let most = how.limit.saturating_add(HEADER_BYTES);
    let mut archive = match Warc::new(reader, most) {
        Ok(archive) => archive,
        Err(source) => {
            return give(Found::LeftOut(Problem::Unreadable { name: name.to_owned(), source }));
        }
    };
    while let Some(next) = archive.next(is_wanted) {
        give(found(name, next, how))?;
    }
    ControlFlow::Continue(())
}

/// Gives the pages of the archives in a WACZ file.
pub(super) fn wacz(source: &Source, how: &How, give: &mut Give<'_>) -> ControlFlow<()> {
    let file = match source.file_of(how) {
        Ok(file) => file,
        Err(error) => return give(source.unreadable(error)),
    };
    let mut flow = ControlFlow::Continue(());
    let opened = warcs(file, |within, bytes: Bytes<'_>| {
        flow = warc(&format!("{}/{within}", source.name), bytes, how, give);
        flow
    });
    match opened {
        Ok(()) => flow,
        Err(fault) => give(Found::LeftOut(Problem::NoArchive {
            name: source.name.clone(),
            source: Box::new(fault),
        })),
    }
}

/// Gives the page of an MHTML file.
pub(super) fn mhtml(file: Result<Page, Problem>, give: &mut Give<'_>) -> ControlFlow<()> {
    let file = match file {
        Ok(file) => file,
        Err(problem) => return give(Found::LeftOut(problem)),
    };
    match page_of_mhtml(&file.bytes) {
        Ok(part) => {
            let sent = Sent { url: part.url, charset: part.charset, notes: Vec::new() };
            give(Found::Page(Page { sent, ..Page::new(file.name, PageKind::Html, part.bytes) }))
        }
        Err(fault) => give(broken(file.name, fault)),
    }
}

fn is_wanted(headers: &Headers) -> bool {
    let record = Record { headers: headers.clone(), ..Record::default() };
    let robots = || record.url().is_some_and(|it| it.ends_with("/robots.txt"));
    match record.kind() {
        Kind::Response => !robots() && !is_dns(&record),
        Kind::Resource => !robots() && kind_of(media_type(&record).as_ref()).is_some(),
        Kind::Revisit | Kind::Other => false,
    }
}

/// Crawlers keep how they found a host.
fn is_dns(record: &Record) -> bool {
    record.content_type().is_some_and(|it| it.starts_with("text/dns"))
}

fn media_type(record: &Record) -> Option<MediaType> {
    MediaType::parse(record.content_type()?)
}

fn found(archive: &str, next: Next, how: &How) -> Found {
    match next {
        Next::Record(record) => {
            how.revisits.saw(&record.headers);
            of_record(archive, &record, how.limit)
        }
        Next::PassedOver(headers) => Found::PassedOver(word_for(&headers, &how.revisits)),
        Next::Broken(url, fault) => {
            broken(url.map_or(archive.to_owned(), |url| format!("{archive}: {url}")), fault)
        }
    }
}

/// Names what was passed over for the counts.
fn word_for(headers: &Headers, revisits: &Revisits) -> String {
    let record = Record { headers: headers.clone(), ..Record::default() };
    let media = media_type(&record).map_or("without a type".to_owned(), |it| it.essence);
    match record.kind() {
        Kind::Resource => media,
        Kind::Response => "robots.txt and names of hosts".to_owned(),
        Kind::Revisit => revisits.word_for(headers).to_owned(),
        Kind::Other => format!("{} records", headers.get("WARC-Type").unwrap_or("unnamed")),
    }
}

fn of_record(archive: &str, record: &Record, limit: usize) -> Found {
    let name = record.url().unwrap_or(archive).to_owned();
    let (media, body) = match record.kind() {
        Kind::Response => match answered(record, format!("{archive}: {name}"), limit) {
            Ok(both) => both,
            Err(found) => return *found,
        },
        _ => (media_type(record), Body { bytes: record.block.clone(), cut: false }),
    };
    let media = media.or_else(|| MediaType::guessed(&body.bytes));
    let Some(kind) = kind_of(media.as_ref()) else {
        return Found::PassedOver(media.map_or("without a type".to_owned(), |it| it.essence));
    };
    let notes = (record.cut || body.cut).then(|| CUT.to_owned()).into_iter().collect();
    let charset = media.and_then(|it| it.charset);
    let sent = Sent { url: record.url().map(str::to_owned), charset, notes };
    Found::Page(Page { sent, ..Page::new(name, kind, body.bytes) })
}

/// Returns what a server answered, or what becomes of the record, whose name is `name`, without it.
fn answered(
    record: &Record,
    name: String,
    limit: usize,
) -> Result<(Option<MediaType>, Body), Box<Found>> {
    let Some(response) = response(&record.block) else {
        let fault = Fault::Broken("it holds no answer of a server");
        return Err(Box::new(broken(name, fault)));
    };
    let media = response.media_type();
    let other = media.as_ref().filter(|it| kind_of(Some(it)).is_none());
    match (response.status, other) {
        (200, None) => {}
        (200, Some(media)) => return Err(Box::new(Found::PassedOver(media.essence.clone()))),
        (status, _) => return Err(Box::new(Found::PassedOver(format!("status {status}")))),
    }
    match response.body(limit) {
        Ok(body) => Ok((media, body)),
        Err(fault) => Err(Box::new(broken(name, fault))),
    }
}

fn kind_of(media: Option<&MediaType>) -> Option<PageKind> {
    match media?.essence.as_str() {
        "text/html" | "application/xhtml+xml" => Some(PageKind::Html),
        "text/plain" => Some(PageKind::TextDump),
        _ => None,
    }
}

fn broken(name: String, fault: Fault) -> Found {
    Found::LeftOut(match fault {
        Fault::TooLong { limit } => Problem::TooLong { name, limit },
        fault => Problem::NoArchive { name, source: Box::new(fault) },
    })
}
