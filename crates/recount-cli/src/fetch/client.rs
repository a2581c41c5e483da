//! Asks one server for one page.
//!
//! In: an address, and what we know of the page from before. Out: the answer as it was sent, of bounded
//! length and within a bounded time. Redirects are answers; whoever asked follows them.

use std::io::Read as _;
use std::sync::Arc;
use std::time::Duration;

use recount_archive::Headers;
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::unversioned::transport::DefaultConnector;

use super::guard::{Guard, Private};

/// How pages are asked for.
#[derive(Debug, Clone)]
pub(crate) struct Manner {
    pub(crate) user_agent: String,
    /// The time that one answer may take.
    pub(crate) timeout: Duration,
    /// Bytes that a body may have, as sent.
    pub(crate) limit: usize,
    pub(crate) allow_private: bool,
}

/// What a server answered.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Headers,
    pub(super) body: Vec<u8>,
}

/// By what a server knows a page that it sent before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Validators {
    pub(super) etag: Option<String>,
    pub(super) modified: Option<String>,
}

/// Why a page was not fetched.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("no answer")]
    Transport(#[source] Box<ureq::Error>),
    #[error("its answer is longer than {} MiB", .0 >> 20)]
    TooLong(usize),
    #[error("the server answered {0}")]
    Status(u16),
    #[error("robots.txt asks not to")]
    Robots,
    #[error("it is no address of a page")]
    NoAddress,
    #[error("it leads from one address to the next without end")]
    Redirects,
}

impl Failure {
    /// Returns whether the address was refused since it is no public one.
    pub(crate) fn is_private(&self) -> bool {
        let Self::Transport(fault) = self else { return false };
        matches!(&**fault, ureq::Error::Other(it) if it.is::<Private>())
    }
}

/// Asks servers.
pub(super) struct Client {
    agent: Agent,
    limit: usize,
}

impl Client {
    pub(super) fn new(manner: &Manner) -> Self {
        // A proxy would look up the hosts in our stead, and the guard would see none of them.
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .timeout_global(Some(manner.timeout))
            .user_agent(manner.user_agent.as_str())
            .accept_encoding("gzip, deflate, br, zstd")
            .tls_config(tls());
        let guard = Guard { allow_private: manner.allow_private };
        let agent = Agent::with_parts(config.build(), DefaultConnector::default(), guard);
        Self { agent, limit: manner.limit }
    }

    /// Asks for `url`.
    pub(super) fn get(&self, url: &str, known: &Validators) -> Result<Answer, Failure> {
        let mut request = self.agent.get(url);
        for (name, value) in
            [("If-None-Match", &known.etag), ("If-Modified-Since", &known.modified)]
        {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let response = request.call().map_err(|it| Failure::Transport(Box::new(it)))?;
        let (head, body) = response.into_parts();
        let mut headers = Headers::default();
        for (name, value) in &head.headers {
            // The chunks are undone before we see the body.
            if name != "transfer-encoding" {
                headers.push(name.as_str(), &String::from_utf8_lossy(value.as_bytes()));
            }
        }
        Ok(Answer { status: head.status.as_u16(), headers, body: self.body(body)? })
    }

    fn body(&self, mut body: ureq::Body) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        let read = body.as_reader().take(self.limit as u64 + 1).read_to_end(&mut bytes);
        match read {
            Ok(length) if length > self.limit => Err(Failure::TooLong(self.limit)),
            Ok(_) => Ok(bytes),
            Err(fault) => Err(Failure::Transport(Box::new(ureq::Error::Io(fault)))),
        }
    }
}

/// The certificates that this machine trusts.
fn tls() -> TlsConfig {
    let found = rustls_native_certs::load_native_certs().certs;
    let certificates = found.iter().map(|it| Certificate::from_der(it).to_owned());
    let roots = RootCerts::Specific(Arc::new(certificates.collect()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    TlsConfig::builder().root_certs(roots).unversioned_rustls_crypto_provider(provider).build()
}
