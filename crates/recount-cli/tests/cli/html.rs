//! Saved HTML pages beside text dumps of one made-up event.

use crate::support::Folder;

const HERALD: &str = r#"<!doctype html><html lang="en"><head><title>Fire at Varnok Paper Mill Kills Four | Varnok Herald</title>
<meta property="og:site_name" content="Varnok Herald"><link rel="canonical" href="https://herald.example/2031/mill">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Fire at Varnok Paper Mill Kills Four",
"datePublished": "2031-03-03T18:40:00+02:00", "dateModified": "2031-03-09", "author": {"name": "Anna Lind"}}</script>
</head><body><nav><ul><li><a href="/">Home</a><li><a href="/sea">Sea</a></ul></nav><article>
<h1>Fire at Varnok Paper Mill Kills Four</h1><p class="byline">By Anna Lind</p>
<p>Four workers were killed and eleven injured when a fire broke out in a paper mill in Varnok on Monday, the fire service said.</p>
<p>Read more: <a href="/mine">Mine disaster in Ostreva kills forty</a></p>
<p>The fire was put out after three hours, a spokesman of the fire service told reporters at the gate of the mill.</p>
<div class="related-stories"><p>Ninety people were killed in an earthquake in Lunda last week, the ministry said.</p></div>
<p>About two hundred people work at the mill, which was built in 1958 and stands on the bank of the river.</p>
</article><footer>Copyright 2031 Varnok Herald</footer></body></html>"#;

const TRIBUNE: &str = r#"<html><head><title>Mill Fire in Varnok Leaves Four Dead</title>
<meta property="article:published_time" content="2031-03-03"></head><body><main>
<h1>Mill Fire in Varnok Leaves Four Dead</h1>
<p>Four people died on Monday in a blaze at the paper mill of Varnok, a hospital doctor told the Tribune.</p>
<p>Police are looking into the cause of the fire, which began in a store of waste paper in the early afternoon.</p>
</main></body></html>"#;

const DUMP: &str = "Four Die in Mill Fire\n\nMarch 3, 2031\n\nVARNOK: A fire in a paper mill in Varnok killed four \
    workers on Monday, the mayor said.\n\nThe mill will stay closed for weeks, she said.\n";

#[test]
fn pages_and_dumps_tell_one_incident() {
    let folder = reports();
    let ran = folder.recount(&["run", "in", "--format", "json"]);
    assert_eq!((ran.err.as_str(), ran.code), ("", Some(0)));
    let record: serde_json::Value = serde_json::from_str(&ran.out).expect("the record is JSON");
    assert_eq!(record["articles"].as_array().map(Vec::len), Some(3));
    assert_eq!(record["incidents"].as_array().map(Vec::len), Some(1));
    let findings = record["incidents"][0]["findings"].as_array().expect("there are findings");
    let killed = findings.iter().find(|it| it["slot"] == "killed_count" && it["event"] == "E0");
    assert_eq!(killed.expect("the dead are counted")["best"]["n"], 4);
    for foreign in ["forty", "Ninety", "Home"] {
        assert!(!ran.out.contains(foreign), "{foreign} is of another story");
    }
}

#[test]
fn a_page_tells_what_its_markup_says() {
    let ran = reports().recount(&["read", "in/herald.html"]);
    let article: serde_json::Value = serde_json::from_str(&ran.out).expect("a line is JSON");
    assert_eq!(article["headline"], "Fire at Varnok Paper Mill Kills Four");
    assert_eq!(article["outlet"]["name"], "Varnok Herald");
    assert_eq!(article["byline"], "Anna Lind");
    assert_eq!(article["url"], "https://herald.example/2031/mill");
    assert_eq!(article["published"]["start"], "2031-03-03T18:40");
    assert_eq!(article["published"]["zone"], "+02:00");
}

#[test]
fn a_row_may_hold_a_page() {
    let folder = Folder::new();
    let row = serde_json::json!({"id": "page-7", "date": "2031-03-04", "html": HERALD});
    folder.write("pages.jsonl", format!("{row}\n"));
    let ran = folder.recount(&["read", "pages.jsonl"]);
    let article: serde_json::Value = serde_json::from_str(&ran.out).expect("a line is JSON");
    assert_eq!((&article["name"], &article["byline"]), (&"page-7".into(), &"Anna Lind".into()));
    assert_eq!(article["published"]["start"], "2031-03-04");
}

#[test]
fn a_page_that_holds_no_report_is_left_out_with_its_reason() {
    let folder = reports();
    folder
        .write("in/lost.html", "<title>Page not found</title><h1>404</h1><p>Go to our start page.");
    let ran = folder.recount(&["read", "in"]);
    assert_eq!(ran.code, Some(1));
    let told = "lost.html holds no report: it tells of an error (“Page not found”)";
    assert!(ran.err.contains(told), "{}", ran.err);
}

fn reports() -> Folder {
    let folder = Folder::new();
    folder.write("in/herald.html", HERALD);
    folder.write("in/tribune.htm", TRIBUNE);
    folder.write("in/mayor.txt", DUMP);
    folder
}
