//! Pages of our own making, and the articles they give. All of them are fictitious.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::model::PageKind;

/// How long a page may take that was made to hurt, in a build without optimisation on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

const REPORT: &str = "<p>NORRVIK (AP) - Six men who took a ferry in Norrvik were overpowered on Monday, the \
    coast guard said in a statement.</p><p>The ferry had 212 passengers on board when it was taken, and nobody \
    was hurt.</p><blockquote>We heard shouts, and then it was over.</blockquote><h2>A second siege</h2>\
    <p>Last year another ferry was held for two days in the same harbour, the mayor said.</p>";

#[test]
fn the_report_is_read_and_the_rest_of_the_page_is_not() {
    let page = format!(
        "<html><body><nav><a href=/>Home</a> <a href=/sea>Sea</a></nav><article><h1>Ferry siege ends</h1>{REPORT}\
         </article><footer>Norrvik Media</footer></body></html>"
    );
    let article = page_of(&page).expect("it holds a report");
    assert_eq!(article.dateline.as_deref(), Some("NORRVIK"));
    assert_eq!(article.credits, ["Associated Press"]);
    let kinds: Vec<_> = article.blocks.iter().map(|it| it.kind.as_str()).collect();
    let expected = ["repeated-title", "paragraph", "paragraph", "quote", "subheading", "paragraph"];
    assert_eq!(kinds, expected);
    assert!(!article.text.contains("Home") && !article.text.contains("Norrvik Media"));
}

#[test]
fn what_a_page_says_of_itself_is_a_flag() {
    let flags = |said: &str, report: &str| {
        let script = format!("<script type=application/ld+json>{{{said}}}</script>");
        page_of(&format!("{script}<article><h1>Ferry siege ends</h1>{report}</article>"))
            .map(|it| it.flags)
    };
    let news = r#""@type": "NewsArticle", "headline": "Ferry siege ends""#;
    assert_eq!(flags(news, REPORT), Ok(vec![]));
    let live = r#""@type": "LiveBlogPosting""#;
    assert_eq!(flags(live, REPORT), Ok(vec![Flag::LiveBlog]));
    let closed = format!(r#"{news}, "isAccessibleForFree": false"#);
    let short = "<p>Six men were overpowered on Monday, the coast guard said.";
    assert_eq!(flags(&closed, short), Ok(vec![Flag::Paywall, Flag::ShortText]));
}

#[test]
fn pages_made_to_hurt_take_bounded_time() {
    let deep = |tag: &str| format!("{}{REPORT}", format!("<{tag}>").repeat(10_000));
    bounded(&deep("div"));
    bounded(&deep("blockquote"));
    bounded(&deep("b"));
    bounded(&deep("table"));
    bounded(&format!("<p title='{}'>{REPORT}", "x".repeat(50 << 20)));
    bounded(&format!("<a b='{}", "x".repeat(50 << 20)));
    bounded(&"<".repeat(1 << 20));
    bounded(&"<p>".repeat(1 << 20));
    bounded(&"<a href=x>Two hurt</a> ".repeat(100_000));
    bounded(&"<p>Two men were hurt on Monday, police said.</p>".repeat(100_000));
    bounded(&(0..100_000).map(|it| format!("<font size={it}><p>")).collect::<String>());
    bounded(&"<!--".repeat(1 << 20));
    bounded(&"<script>".repeat(1 << 20));
    bounded(&"&amp;".repeat(1 << 20));
}

proptest! {
    #[test]
    fn no_bytes_are_too_odd_to_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = article(&page(bytes), ArticleId("0".into()));
    }

    #[test]
    fn blocks_are_in_order_apart_and_on_characters(parts in prop::collection::vec(part(), 0..30)) {
        if let Ok(article) = page_of(&parts.concat()) {
            let mut end = 0;
            for block in &article.blocks {
                prop_assert!(end <= block.start && block.start < block.end);
                prop_assert!(article.text.get(block.start..block.end).is_some_and(|it| it.trim() == it));
                end = block.end;
            }
        }
    }
}

/// A piece of a page, or of nonsense.
fn part() -> impl Strategy<Value = String> {
    const USUAL: [&str; 10] = [
        "<p>",
        "</p>",
        "<div class=body>",
        "<li>",
        "<h1>Ferry siege ends</h1>",
        "<blockquote>",
        "<table><td>",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\"",
        "</script>",
        "Six men who took a ferry were overpowered on Monday, the coast guard said.",
    ];
    prop_oneof![
        prop::sample::select(&USUAL[..]).prop_map(str::to_owned),
        "\\PC{0,40}",
        "[<>/a-z=\"' &;]{0,40}"
    ]
}

#[track_caller]
fn bounded(html: &str) {
    let start = Instant::now();
    let _ = page_of(html);
    let took = start.elapsed();
    let head: String = html.chars().take(20).collect();
    assert!(took < PATIENCE, "{head}… took {took:?}");
}

fn page_of(html: &str) -> Result<Article, ReadError> {
    article(&page(html.as_bytes().to_vec()), ArticleId("0".into()))
}

fn page(bytes: Vec<u8>) -> Page {
    Page::new("page", PageKind::Html, bytes)
}
