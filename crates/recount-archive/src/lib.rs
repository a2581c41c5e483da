//! Reads saved pages out of what they are kept in: WARC, WACZ, MHTML, bodies as servers send them.
//!
//! In: anything that is [`Read`](std::io::Read). Out: what was sent from which address, headers apart
//! from body, encodings undone. Nothing is opened, fetched or printed here, and nothing is known of
//! news. Whatever the bytes say, memory is bounded by the limit that the caller sets, and a record that
//! is broken does not end the archive that it stands in.

mod body;
mod deflated;
mod frames;
mod headers;
mod members;
mod mhtml;
mod mime;
mod record;
mod response;
mod wacz;
mod warc;
mod write;

pub use body::{Body, decoded};
pub use headers::Headers;
pub use mhtml::{Part, page_of_mhtml};
pub use mime::MediaType;
pub use record::{Kind, Record};
pub use response::{Response, response};
pub use wacz::{NoWacz, warcs};
pub use warc::{Found, Source, Warc};
pub use write::Writer;

/// Why a part of an archive could not be read.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)] // the message is the doc
pub enum Fault {
    #[error("{0}")]
    Broken(&'static str),
    #[error("it is longer than {} MiB", limit >> 20)]
    TooLong { limit: usize },
    #[error("it is encoded as {0}, which is not read")]
    Encoding(String),
    #[error(transparent)]
    Io(#[from] std::io::Error),
}
