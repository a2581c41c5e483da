//! A response of a server: status line, header lines, body.
//!
//! In: the bytes of a message. Out: its status, its headers, and what its body holds.

use crate::Fault;
use crate::body::{Body, decoded};
use crate::headers::{Headers, line};
use crate::mime::MediaType;

/// Bytes of a status line.
const STATUS_LINE: usize = 8192;

/// A response of a server.
#[derive(Debug, Clone)]
pub struct Response {
    /// `200`
    pub status: u16,
    /// Its header lines.
    pub headers: Headers,
    /// The bytes of the body, as they were sent.
    sent: Vec<u8>,
}

/// Reads a message; `None` if it is none.
#[must_use]
pub fn response(message: &[u8]) -> Option<Response> {
    let mut rest = message;
    let status = line(&mut rest, STATUS_LINE).ok()?;
    let status = String::from_utf8_lossy(&status).into_owned();
    let code = status.strip_prefix("HTTP/")?.split_whitespace().nth(1)?.parse().ok()?;
    let headers = Headers::read(&mut rest).ok()?;
    Some(Response { status: code, headers, sent: rest.to_vec() })
}

impl Response {
    /// Returns the type that the server names.
    #[must_use]
    pub fn media_type(&self) -> Option<MediaType> {
        MediaType::parse(self.headers.get("Content-Type")?)
    }

    /// Returns what the body holds, if it has at most `limit` bytes.
    ///
    /// # Errors
    /// As [`decoded`].
    pub fn body(&self, limit: usize) -> Result<Body, Fault> {
        decoded(self.sent.as_slice(), &self.headers, limit)
    }
}
