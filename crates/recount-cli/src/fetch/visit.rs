//! Visits one page after the other, as a guest should.
//!
//! In: addresses. Out: the answers, saved. Each host is asked no more than once in a while, and nothing that
//! its robots.txt asks to leave alone; an answer that does not come is asked for again after a pause that
//! grows.

use std::collections::BTreeMap;
use std::thread;
use std::time::{Duration, Instant};

use url::Url;

use super::client::{Answer, Client, Failure, Manner, Validators};
use super::robots::{self, Robots};

/// Redirects that are followed.
const MOST_REDIRECTS: usize = 5;

/// Times that a page is asked for again.
const MOST_RETRIES: u32 = 2;

/// The longest pause that a server can ask for by `Retry-After`.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// Visits pages.
pub(super) struct Visitor {
    client: Client,
    robots_client: Client,
    /// The pause between two visits to one host.
    delay: Duration,
    sites: BTreeMap<String, Site>,
}

/// What we know of a site.
struct Site {
    robots: Option<Robots>,
    last: Option<Instant>,
}

/// An answer on the way to a page: its address, and what came from there.
pub(super) type Step = (String, Answer);

impl Visitor {
    pub(super) fn new(manner: &Manner, delay: Duration) -> Self {
        let robots = Manner { limit: robots::MOST_BYTES, ..manner.clone() };
        let (client, robots_client) = (Client::new(manner), Client::new(&robots));
        Self { client, robots_client, delay, sites: BTreeMap::new() }
    }

    /// Visits `url`, and where it leads; `known` tells by what a server knows a page.
    pub(super) fn visit(
        &mut self,
        url: &str,
        known: impl Fn(&str) -> Validators,
    ) -> Result<Vec<Step>, Failure> {
        let mut steps = Vec::new();
        let mut next = address(url)?;
        while steps.len() <= MOST_REDIRECTS {
            if !self.robots(&next).allows(&path(&next)) {
                return Err(Failure::Robots);
            }
            let answer = self.asked(&next, &known(next.as_str()))?;
            let leads_to = redirect(&next, &answer);
            steps.push((next.to_string(), answer));
            match leads_to {
                Some(address) => next = address?,
                None => return Ok(steps),
            }
        }
        Err(Failure::Redirects)
    }

    /// Asks for a page, several times if need be.
    fn asked(&mut self, url: &Url, known: &Validators) -> Result<Answer, Failure> {
        let mut tries = 0;
        loop {
            self.wait(url);
            let answer = self.client.get(url.as_str(), known);
            let again = match &answer {
                Ok(answer) => matches!(answer.status, 429 | 500 | 502 | 503 | 504),
                Err(Failure::Transport(fault)) => !matches!(**fault, ureq::Error::Other(_)),
                Err(_) => false,
            };
            if !again || tries == MOST_RETRIES {
                return answer;
            }
            tries += 1;
            thread::sleep(pause(answer.ok().as_ref(), self.delay * 2u32.pow(tries)));
        }
    }

    /// Returns what the site of `url` asks of us.
    fn robots(&mut self, url: &Url) -> Robots {
        let site = self.site(url);
        if let Some(robots) = &site.robots {
            return robots.clone();
        }
        let robots = self.fetched_robots(url);
        self.site(url).robots = Some(robots.clone());
        robots
    }

    /// A site without a robots.txt allows everything; one that fails to answer, nothing.
    fn fetched_robots(&mut self, url: &Url) -> Robots {
        let Ok(mut next) = url.join("/robots.txt") else { return Robots::nothing() };
        for _ in 0..=MOST_REDIRECTS {
            self.wait(&next);
            let answer = match self.robots_client.get(next.as_str(), &Validators::default()) {
                Ok(answer) => answer,
                Err(Failure::TooLong(_)) => return Robots::everything(),
                // The page itself then tells what is wrong.
                Err(_) => return Robots::everything(),
            };
            match (answer.status, redirect(&next, &answer)) {
                (_, Some(Ok(address))) => next = address,
                (200, _) => return parsed(&answer),
                (500.., _) => return Robots::nothing(),
                _ => return Robots::everything(),
            }
        }
        Robots::everything()
    }

    /// Waits until the site of `url` may be asked again.
    fn wait(&mut self, url: &Url) {
        let usual = self.delay;
        let site = self.site(url);
        let delay = site.robots.as_ref().and_then(|it| it.delay).unwrap_or_default().max(usual);
        let left = site.last.map_or(Duration::ZERO, |it| delay.saturating_sub(it.elapsed()));
        thread::sleep(left);
        self.site(url).last = Some(Instant::now());
    }

    fn site(&mut self, url: &Url) -> &mut Site {
        let name = url.origin().ascii_serialization();
        self.sites.entry(name).or_insert(Site { robots: None, last: None })
    }
}

/// Returns an address that a page can have.
fn address(url: &str) -> Result<Url, Failure> {
    let mut found = Url::parse(url).map_err(|_| Failure::NoAddress)?;
    found.set_fragment(None);
    let fits = matches!(found.scheme(), "http" | "https") && found.has_host();
    // A name and a password in an address are nothing that an archive should keep.
    let named = !found.username().is_empty() || found.password().is_some();
    if fits && !named { Ok(found) } else { Err(Failure::NoAddress) }
}

fn redirect(from: &Url, answer: &Answer) -> Option<Result<Url, Failure>> {
    let leads = matches!(answer.status, 301 | 302 | 303 | 307 | 308);
    let to = answer.headers.get("Location").filter(|_| leads)?;
    let joined = from.join(to).map_err(|_| Failure::NoAddress);
    Some(joined.and_then(|it| address(it.as_str())))
}

fn path(url: &Url) -> String {
    url.query().map_or(url.path().to_owned(), |query| format!("{}?{query}", url.path()))
}

fn parsed(answer: &Answer) -> Robots {
    let body =
        recount_archive::decoded(answer.body.as_slice(), &answer.headers, robots::MOST_BYTES);
    body.map_or(Robots::everything(), |it| Robots::parse(&String::from_utf8_lossy(&it.bytes)))
}

fn pause(answer: Option<&Answer>, usual: Duration) -> Duration {
    let asked = answer.and_then(|it| it.headers.get("Retry-After")?.parse().ok());
    asked.map_or(usual, Duration::from_secs).min(LONGEST_PAUSE)
}

/// Returns `to` as seen from the page at `from`; as it is where it makes no sense.
pub(super) fn joined(from: &str, to: &str) -> String {
    let address = Url::parse(from).and_then(|it| it.join(to));
    address.map_or_else(|_| to.to_owned(), |it| it.to_string())
}
