//! `recount fetch` against a server of ours on this machine. Nothing here leaves it.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::support::{Folder, Ran};

const PAGE: &str = "<html><head><title>Mill fire</title></head><body><article><h1>Mill fire in Varnok</h1>\
    <p>Four workers were killed in a paper mill in Varnok on Monday, the fire service said.</p>\
    <p>The fire was put out after three hours, a spokesman told reporters at the gate.</p></article>";

#[test]
fn pages_are_saved_and_can_be_read() {
    let server = Server::start(&[("/mill", ok(PAGE))]);
    let folder = Folder::new();
    let ran = fetch(&folder, &[&server.url("/mill")]);
    assert_eq!(
        (ran.err.as_str(), ran.code),
        ("recount: 1 pages saved in pages.warc.gz, 0 as before\n", Some(0))
    );
    let read = folder.recount(&["read", "pages.warc.gz"]);
    assert!(read.out.contains("Four workers were killed"), "{read:?}");
    assert!(read.out.contains(&server.url("/mill")), "{read:?}");
    assert_eq!(server.asked(), "/robots.txt /mill");
}

#[test]
fn addresses_of_this_machine_are_refused_unless_they_are_allowed() {
    let server = Server::start(&[("/mill", ok(PAGE))]);
    let folder = Folder::new();
    let by_name = server.url("/mill").replace("127.0.0.1", "localhost");
    for url in [server.url("/mill"), by_name] {
        let ran = folder.recount(&["fetch", "--delay", "0", &url]);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.contains("is no public address"), "{}", ran.err);
        assert!(ran.err.contains("hint: `--allow-private`"), "{}", ran.err);
    }
    assert_eq!(server.asked(), "");
}

#[test]
fn what_robots_txt_asks_is_done() {
    let robots = "User-agent: *\nDisallow: /private\n";
    let server =
        Server::start(&[("/robots.txt", ok(robots)), ("/private/a", ok(PAGE)), ("/b", ok(PAGE))]);
    let ran = fetch(&Folder::new(), &[&server.url("/private/a"), &server.url("/b")]);
    assert!(ran.err.contains("/private/a: robots.txt asks not to"), "{}", ran.err);
    assert_eq!((ran.code, server.asked().as_str()), (Some(1), "/robots.txt /b"));
}

#[test]
fn redirects_are_followed_and_each_is_saved() {
    let server = Server::start(&[
        ("/old", answer("301 Moved", "Location: /new\r\n", "")),
        ("/new", ok(PAGE)),
    ]);
    let folder = Folder::new();
    assert_eq!(fetch(&folder, &[&server.url("/old")]).code, Some(0));
    let read = folder.recount(&["read", "pages.warc.gz"]);
    assert!(read.out.contains(&server.url("/new")), "{read:?}");
    assert_eq!(read.err, "recount: passed over in archives: 1 status 301\n");
    let round = Server::start(&[("/a", answer("302 Found", "Location: /a\r\n", ""))]);
    let ran = fetch(&Folder::new(), &[&round.url("/a")]);
    assert!(ran.err.contains("it leads from one address to the next without end"), "{}", ran.err);
}

#[test]
fn pages_that_did_not_change_are_not_sent_again() {
    let server = Server::start(&[(
        "/mill",
        answer("200 OK", "Content-Type: text/html\r\nETag: \"7\"\r\n", PAGE),
    )]);
    let folder = Folder::new();
    fetch(&folder, &[&server.url("/mill")]);
    let ran = fetch(&folder, &[&server.url("/mill")]);
    assert_eq!(ran.err, "recount: 0 pages saved in pages.warc.gz, 1 as before\n");
    let read = folder.recount(&["read", "pages.warc.gz"]);
    assert_eq!(
        read.err,
        "recount: passed over in archives: 1 pages as before, read where they stand\n"
    );
    assert_eq!(read.out.lines().count(), 1);
}

#[test]
fn entries_of_a_feed_are_fetched() {
    let feed = "<rss><channel><item><title>a</title><link>/a</link></item><item><title>b</title><link>/b</link></item></channel></rss>";
    let feed_answer = answer("200 OK", "Content-Type: application/rss+xml\r\n", feed);
    let server = Server::start(&[("/feed", feed_answer), ("/a", ok(PAGE)), ("/b", ok(PAGE))]);
    fetch(&Folder::new(), &[&server.url("/feed")]);
    assert_eq!(server.asked(), "/robots.txt /feed /a /b");
    let folder = Folder::new();
    folder.write(
        "list.txt",
        format!("{}\nno address\n{{\"url\": \"{}\"}}\n", server.url("/a"), server.url("/b")),
    );
    assert!(fetch(&folder, &["list.txt"]).err.contains("2 pages saved"));
}

#[test]
fn a_server_that_fails_is_asked_again() {
    let busy = answer("503 Busy", "Retry-After: 0\r\n", "");
    let server = Server::start(&[("/mill", ok(PAGE))]);
    server.first("/mill", busy);
    assert_eq!(fetch(&Folder::new(), &[&server.url("/mill")]).code, Some(0));
    assert_eq!(server.asked(), "/robots.txt /mill /mill");
}

#[test]
fn answers_without_end_are_given_up() {
    let endless = [
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec(),
        b"8\r\nkilled! \r\n".repeat(1 << 18),
    ];
    let server = Server::start(&[
        ("/endless", endless.concat()),
        ("/slow", b"HTTP/1.1 200 OK\r\n".to_vec()),
    ]);
    let folder = Folder::new();
    let ran = fetch(&folder, &[&server.url("/endless"), "--page-limit", "1"]);
    assert!(ran.err.contains("/endless: its answer is longer than 1 MiB"), "{}", ran.err);
    let ran = fetch(&folder, &[&server.url("/slow"), "--timeout", "0.5"]);
    assert!(ran.err.contains("/slow: no answer"), "{}", ran.err);
    assert_eq!(ran.code, Some(2));
}

#[test]
fn what_is_no_address_is_told() {
    for (url, message) in [
        ("http://user:word@herald.example/", "it is no address of a page"),
        ("list.txt", "cannot read list.txt: no such file"),
    ] {
        let ran = fetch(&Folder::new(), &[url]);
        assert!(ran.err.contains(message), "{}", ran.err);
        assert_eq!(ran.code, Some(2));
    }
}

fn fetch(folder: &Folder, args: &[&str]) -> Ran {
    folder.recount(&[&["fetch", "--allow-private", "--delay", "0"], args].concat())
}

fn ok(body: &str) -> Vec<u8> {
    answer("200 OK", "Content-Type: text/html\r\n", body)
}

fn answer(status: &str, headers: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
    .into_bytes()
}

/// A server that answers by path, and remembers what it was asked for.
struct Server {
    port: u16,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    answers: BTreeMap<String, Vec<u8>>,
    once: BTreeMap<String, Vec<u8>>,
    asked: Vec<String>,
}

impl Server {
    fn start(answers: &[(&str, Vec<u8>)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = listener.local_addr().expect("it is bound").port();
        let answers = answers.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.clone()));
        let state = State { answers: answers.collect(), ..State::default() };
        let state = Arc::new(Mutex::new(state));
        let served = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let state = Arc::clone(&served);
                thread::spawn(move || serve(stream, &state));
            }
        });
        Self { port, state }
    }

    /// Answers the first who asks for `path` otherwise.
    fn first(&self, path: &str, answer: Vec<u8>) {
        self.state.lock().expect("nobody panicked").once.insert(path.to_owned(), answer);
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    fn asked(&self) -> String {
        self.state.lock().expect("nobody panicked").asked.join(" ")
    }
}

fn serve(mut stream: TcpStream, state: &Mutex<State>) {
    let lines =
        BufReader::new(stream.try_clone().expect("it is open")).lines().map_while(Result::ok);
    let lines: Vec<String> = lines.take_while(|it| !it.is_empty()).collect();
    let Some(path) = lines.first().and_then(|it| it.split(' ').nth(1)) else { return };
    let known = lines.iter().any(|it| it.to_lowercase().starts_with("if-none-match"));
    let bytes = {
        let mut state = state.lock().expect("nobody panicked");
        state.asked.push(path.to_owned());
        let once = state.once.remove(path);
        once.or_else(|| state.answers.get(path).cloned())
    };
    let bytes = if known { Some(answer("304 Not Modified", "", "")) } else { bytes };
    let bytes = bytes.unwrap_or_else(|| answer("404 Not Found", "", ""));
    let _ = stream.write_all(&bytes);
    if !bytes.windows(4).any(|it| it == b"\r\n\r\n") {
        thread::sleep(std::time::Duration::from_secs(5)); // an answer that does not go on
    }
}
