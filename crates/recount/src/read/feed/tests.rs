//! Feeds of every sort, and the rows they give. All of them are fictitious.

use super::*;
use crate::model::Flag;
use crate::read::read;

#[test]
fn rss_2_gives_whole_texts_and_stubs() {
    check(
        r#"<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>Varnok Herald</title>
        <item><title>Mill &amp;amp; fire</title><link>https://herald.example/mill</link><dc:creator>Anna Lind</dc:creator>
        <pubDate>Mon, 03 Mar 2031 18:40:00 GMT</pubDate><description>Four died.</description>
        <content:encoded><![CDATA[<p>Four workers died.</p><p>The fire is out.</p>]]></content:encoded></item>
        <item><title>Bridge falls</title><guid>https://herald.example/bridge</guid>
        <description>&lt;b&gt;Two&lt;/b&gt; drivers were hurt&amp;nbsp;on Monday.</description>
        <source url="https://wire.example/feed">Ostreva Wire</source></item></channel></rss>"#,
        "https://herald.example/mill | Mill & fire | 2031-03-03 18:40 | Anna Lind | herald.example | \
         Four workers died.¶The fire is out.\n\
         https://herald.example/bridge | Bridge falls | - | - | Ostreva Wire | Two drivers were hurt on Monday. (stub)",
    );
}

#[test]
fn categories_are_tags() {
    let rss = "<rss><channel><item><title>Mill fire</title><link>https://herald.example/a</link>\
        <category>Fire</category><category>Varnok</category></item></channel></rss>";
    let atom = r#"<feed><entry><title>Mill fire</title><link href="https://herald.example/a"/>
        <category term="Fire"/><category term="Varnok"/></entry></feed>"#;
    for text in [rss, atom] {
        let feed = feed(&Page::new("feed", PageKind::TextDump, text)).expect("it is a feed");
        let article = read(&feed.pages[0]).expect("a title and an address are enough");
        assert_eq!(
            (article.tags, article.flags),
            (vec!["Fire".into(), "Varnok".into()], vec![Flag::Stub])
        );
    }
}

#[test]
fn rss_1_and_its_forerunner_have_their_items_beside_the_channel() {
    check(
        r#"<rdf:RDF xmlns:rdf="r" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Herald</title></channel>
        <item rdf:about="x"><title>Bridge falls</title><link>https://herald.example/bridge</link>
        <description>Two drivers were hurt.</description><dc:date>2031-03-03T10:00:00Z</dc:date></item></rdf:RDF>"#,
        "https://herald.example/bridge | Bridge falls | 2031-03-03 10:00 | - | herald.example | \
         Two drivers were hurt. (stub)",
    );
}

#[test]
fn atom_has_its_address_in_an_attribute_and_markup_as_it_is() {
    check(
        r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Herald</title><entry><title type="html">Mill fire</title>
        <link rel="edit" href="https://herald.example/edit"/><link href="https://herald.example/mill?a=1&amp;b=2"/>
        <published>2031-03-03T18:40:00+02:00</published><updated>2031-03-09T01:00:00Z</updated>
        <author><name>Anna Lind</name></author><source><title>Ostreva Wire</title></source>
        <content type="xhtml"><div><p>Four <b>workers</b> died.</p><p>The fire is out.</p></div></content></entry></feed>"#,
        "https://herald.example/mill?a=1&b=2 | Mill fire | 2031-03-03 18:40 | Anna Lind | Ostreva Wire | \
         Four workers died.¶The fire is out.",
    );
}

#[test]
fn json_feed_is_read() {
    check(
        r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Herald", "items": [
        {"id": "1", "url": "https://herald.example/mill", "title": "Mill fire", "content_text": "Four died.\n\nIt is < over.",
         "date_published": "2031-03-03T18:40:00Z", "authors": [{"name": "Anna Lind"}]}, 7]}"#,
        "https://herald.example/mill | Mill fire | 2031-03-03 18:40 | Anna Lind | herald.example | \
         Four died.¶It is < over.",
    );
}

#[test]
fn a_broken_feed_is_read_as_far_as_it_goes() {
    let broken = "the feed is broken (it breaks off): later entries may be missing";
    let item = "<item><title>Bridge & co <br> falls</title><description>Two hurt.</description>";
    let found = feed(&page(&format!("<rss><channel>{item}<item><title>Mill fire</title>")));
    let found = found.expect("it has entries");
    assert_eq!(found.pages.len(), 2);
    assert!(found.pages[1].sent.notes.contains(&broken.to_owned()), "{:?}", found.pages[1]);
    let cut = feed(&page(&format!("<rss><channel>{item}</item><item><title>Mill <![CDATA[fire")));
    assert_eq!(cut.expect("it has an entry").pages.len(), 1);
}

#[test]
fn what_is_no_feed_is_refused_with_its_reason() {
    refused(
        "<html><body><p>Four died.</p></body></html>",
        "page is no feed: no element says that it is one",
    );
    refused(
        "<rss><channel><title>Herald</title></channel></rss>",
        "page is no feed: it has no entries",
    );
    refused("{\"a\": 1}", "page is no feed: no element says that it is one");
}

#[test]
fn entities_of_entities_stay_as_small_as_they_are_written() {
    let levels = (1..20).map(|it| format!("<!ENTITY l{it} \"&l{0};&l{0};\">", it - 1));
    let text = format!(
        "<!DOCTYPE rss [<!ENTITY l0 \"ha\">{}]><rss><channel><item><title>a</title>\
         <description>&l19; Two hurt.</description></item></channel></rss>",
        levels.collect::<String>()
    );
    let found = feed(&page(&text)).expect("it has an entry");
    assert!(found.pages[0].bytes.len() < 200, "{:?}", found.pages[0]);
}

#[test]
fn elements_without_end_and_entries_without_number_take_bounded_time() {
    let deep = format!("<rss><channel><item><title>a</title>{}", "<b>".repeat(200_000));
    assert_eq!(feed(&page(&deep)).expect("it has an entry").pages.len(), 1);
    let many = format!("<rss>{}", "<item><title>a</title></item>".repeat(MOST_ENTRIES + 5));
    assert_eq!(feed(&page(&many)).expect("it has entries").pages.len(), MOST_ENTRIES);
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let found = feed(&page(text)).expect("it is a feed");
    let shown: Vec<_> = found.pages.iter().map(shown).collect();
    assert_eq!(shown.join("\n"), expected);
}

fn shown(page: &Page) -> String {
    let article = read(page).expect("an entry is an article");
    let dash = |it: Option<String>| it.unwrap_or_else(|| "-".to_owned());
    let stub = article.notes.iter().any(|it| it.contains("only the summary"));
    format!(
        "{} | {} | {} | {} | {} | {}{}",
        article.name,
        dash(article.headline),
        dash(article.published.map(|it| it.to_string())),
        dash(article.byline),
        dash(article.outlet.map(|it| it.name)),
        article.text.replace("\n\n", "¶"),
        if stub { " (stub)" } else { "" },
    )
}

#[track_caller]
fn refused(text: &str, expected: &str) {
    assert_eq!(feed(&page(text)).expect_err("it is no feed").to_string(), expected);
}

fn page(text: &str) -> Page {
    Page::new("page", PageKind::Html, text)
}
