//! Each test is a story: one report a line as `OUTLET DAY: text`, and the families, ties or count
//! expected. Reports are named by the first letter of their outlet.

use super::*;
use crate::annotate::{Language, annotate};
use crate::model::{Article, Block, Date, Outlet, Role};

const WIRE: &str = "A cargo plane slid off the runway at Port Marrow on Tuesday night, and the \
    airport was closed for six hours. The pilot was treated for a broken wrist. Fire crews spread \
    foam over the left wing, where fuel had leaked onto the grass. The plane had come from Aldmoor \
    with a load of machine parts.";

const REWRITE: &str = "A cargo aircraft left the runway at Port Marrow late on Tuesday and the \
    airport was closed for six hours. Its pilot suffered a broken wrist. Firefighters spread foam \
    over the left wing, where fuel was leaking. The aircraft had come from Aldmoor carrying parts \
    for machines.";

const OTHER: &str = "Flights at the island's only airport were suspended after a freighter ran off \
    the tarmac in heavy rain. Its captain was taken to hospital. Passengers slept in the terminal \
    while engineers looked for cracks in the concrete, said the harbour master, who runs the field.";

#[test]
fn a_copy_a_cut_and_a_rewrite_are_one_family() {
    let cut = &WIRE[..WIRE.find(" Fire crews").expect("the wire has fire crews")];
    check(&[("A", WIRE), ("B", cut), ("C", REWRITE), ("D", OTHER)], "A B C | D");
}

#[test]
fn reports_that_quote_one_statement_are_not_copies() {
    let said = "“We are sorry for every hour that our passengers had to wait, and we shall look \
        into how a runway that was swept at noon could be under water at nine,” the airport said.";
    let one = format!("{said} Eleven flights were cancelled, three of them to Aldmoor.");
    let other = format!("Rain had fallen since Monday on the low ground by the river. {said}");
    check(&[("A", &one), ("B", &other)], "A | B");
}

#[test]
fn a_report_that_mixes_two_texts_does_not_join_them() {
    let mixed = format!("{} {}", &WIRE[..170], &OTHER[..100]);
    check(&[("A", WIRE), ("B", OTHER), ("M", &mixed)], "A M | B");
}

#[test]
fn two_cuts_of_one_wire_are_a_family_though_they_share_nothing() {
    let (first, second) = WIRE.split_once(" Fire crews").expect("the wire has fire crews");
    check(&[("A", WIRE), ("B", first), ("C", second)], "A B C");
}

#[test]
fn stock_phrases_of_short_alerts_make_no_family() {
    let one = "At least two people were killed in Port Marrow on Tuesday, police said.";
    let other = "Two trams collided; at least two people were killed in Port Marrow.";
    check(&[("A", one), ("B", other)], "A | B");
}

#[test]
fn furniture_in_common_makes_no_family() {
    let page = format!("{WIRE}\n#{OTHER}");
    let second = format!("Snow fell on Aldmoor and the schools stayed shut.\n#{OTHER}");
    check(&[("A", &page), ("B", &second)], "A | B");
}

#[test]
fn the_later_print_is_the_copy() {
    check_links(&[("A 2031-05-06", WIRE), ("B 2031-05-04", REWRITE)], "A -> B");
}

#[test]
fn an_agency_is_the_source_of_its_own_text_whatever_the_clock_says() {
    check_links(&[("Reuters 2031-05-06", WIRE), ("B 2031-05-04", REWRITE)], "B -> Reuters");
}

#[test]
fn where_nothing_tells_the_direction_is_undecided() {
    check_links(&[("B", WIRE), ("A 2031-05-04", REWRITE)], "A -- B");
}

#[test]
fn passages_stand_in_both_texts() {
    let story = story(&[("A", WIRE), ("B", REWRITE)]);
    let traced = trace(&story.iter().collect::<Vec<_>>());
    let link = &traced.links[0];
    let text = |at: usize, bytes: (usize, usize)| &story[at].article.text[bytes.0..bytes.1];
    let found = link.passages.iter().map(|it| (text(0, it.from), text(1, it.to)));
    let expected = "the airport was closed for six hours";
    let same: Vec<_> = found.filter(|(one, other)| one == other).collect();
    assert!(same.iter().any(|(one, _)| one.ends_with(expected)), "{same:?}");
}

#[test]
fn a_citation_leaves_the_count_in_doubt() {
    let citing = OTHER.replace("the harbour master", "the harbour master to the Marrow Post");
    let story = story(&[("Marrow Post", WIRE), ("B", &citing)]);
    let found = trace(&story.iter().collect::<Vec<_>>()).independent;
    assert_eq!((found.low, found.best, found.high), (1, 2, 2), "{}", found.reason);
}

#[test]
fn an_outlets_update_of_its_article_is_a_version() {
    let update = WIRE.replace("a broken wrist", "a broken wrist and two broken ribs");
    let story = story(&[("A", WIRE), ("A", &update), ("B", WIRE)]);
    let links = trace(&story.iter().collect::<Vec<_>>()).links;
    let kinds: Vec<_> = links.iter().map(|it| it.kind.as_str()).collect();
    assert_eq!(kinds.iter().filter(|it| **it == "version").count(), 1, "{links:#?}");
    assert!(kinds.contains(&"copy"), "{links:#?}");
}

#[test]
fn a_text_is_found_again_in_another_story_and_keeps_its_family() {
    let cut = &WIRE[..WIRE.find(" The plane had").expect("the wire ends with where it came from")];
    let mut printed = story(&[("A", WIRE), ("B", OTHER), ("C", cut), ("A", WIRE)]);
    printed[3].article.id = ArticleId("A, printed again".to_owned());
    let mut library = Library::default();
    let added: Vec<_> = printed.iter().map(|it| library.add(Print::of(it))).collect();
    let kin: Vec<_> = added.iter().map(|it| &it.kin).collect();
    assert_eq!((kin[0].len(), kin[1].len()), (0, 0), "{kin:?}");
    assert_eq!(added[2].family, printed[0].article.id, "{kin:?}");
    assert_eq!(
        (kin[2][0].kinship, kin[3][0].kinship),
        (Kinship::Copy, Kinship::Version),
        "{kin:?}"
    );
}

#[test]
fn an_article_that_comes_again_is_no_copy_of_itself() {
    let printed = story(&[("A", WIRE)]);
    let mut library = Library::default();
    let twice = [(); 2].map(|()| library.add(Print::of(&printed[0])));
    assert_eq!(twice[0], twice[1]);
    assert_eq!((twice[1].kin.len(), library.len()), (0, 1));
}

#[test]
fn a_library_forgets_its_oldest_texts_but_no_name_of_a_family() {
    let wires = ["A", "B", "C", "D", "E"].map(|it| (it, WIRE));
    let mut library = Library::new(Thresholds::default(), 2);
    for print in story(&wires).iter().map(Print::of) {
        assert_eq!(library.add(print).family.0, "A");
        assert!(library.len() <= 2);
    }
    let other = story(&[("O", OTHER), ("P", OTHER), ("Q", WIRE)]);
    let families: Vec<_> = other.iter().map(|it| library.add(Print::of(it)).family.0).collect();
    assert_eq!(families, ["O", "O", "Q"], "nothing of the wire is kept by then");
}

#[test]
fn what_a_site_prints_on_each_page_ties_nothing() {
    let box_of_site = "Sign up for our letter and read the news of the islands every morning before \
        breakfast, with the weather for sailors, the tides at the seven harbours, and what the ferries \
        charge for cars, bicycles and dogs of every size.";
    let events = [
        "Herring fetched less at the Halm auction for the third week, since lorries bring cheap fish from the \
            south, said Odd Lervik, who leads the fishermen of the eastern islands.",
        "The choir of Tarn won the contest in Grindal for the fourth time, and its leader thanked the judges, \
            the bakers and her mother, in that order, before the bus left.",
        "Snow fell on Aldmoor through the night, ploughs were late, and the headmaster sent four hundred \
            children home at nine, some of them on skis borrowed from a shop.",
        "A bridge of oak was opened over the Kirn, the first since the flood, and an old ferryman who had rowed \
            for forty years was the first to walk across it.",
    ];
    let mut library = Library::default();
    let texts: Vec<_> = events.iter().map(|it| format!("{it} {box_of_site}")).collect();
    let reports: Vec<_> = texts.iter().map(|it| ("A", it.as_str())).collect();
    let added = story(&reports).into_iter().zip(0..).map(|(mut it, at)| {
        it.article.id = ArticleId(format!("A{at}"));
        library.add(Print::of(&it))
    });
    let added: Vec<_> = added.collect();
    assert!(added.iter().all(|it| it.kin.is_empty()), "{added:?}");
}

#[test]
fn a_thousand_reprints_keep_few_links() {
    let print = annotate(article("A", WIRE), &Language::default());
    let reprint = |at| {
        let mut reprint = print.clone();
        reprint.article.id = ArticleId(format!("{at:04}"));
        reprint
    };
    let story: Vec<_> = (0..1000).map(reprint).collect();
    let traced = trace(&story.iter().collect::<Vec<_>>());
    assert_eq!((traced.families.len(), traced.independent.best), (1, 1));
    assert!(traced.links.len() <= 1000 * LINKS_OF_ARTICLE);
}

#[track_caller]
fn check(reports: &[(&str, &str)], expected: &str) {
    let story = story(reports);
    let found = trace(&story.iter().collect::<Vec<_>>());
    let family =
        |it: &Vec<ArticleId>| it.iter().map(|it| it.0.as_str()).collect::<Vec<_>>().join(" ");
    let families: Vec<_> = found.families.iter().map(family).collect();
    assert_eq!(families.join(" | "), expected, "{:#?}", found.links);
    assert_eq!(found.independent.best, families.len());
}

#[track_caller]
fn check_links(reports: &[(&str, &str)], expected: &str) {
    let story = story(reports);
    let links = trace(&story.iter().collect::<Vec<_>>()).links;
    let arrow = |it: &Link| if it.directed { "->" } else { "--" };
    let told = links.iter().map(|it| format!("{} {} {}", it.from.0, arrow(it), it.to.0));
    assert_eq!(told.collect::<Vec<_>>().join(", "), expected, "{links:#?}");
}

fn story(reports: &[(&str, &str)]) -> Vec<Annotated> {
    reports.iter().map(|(head, text)| annotate(article(head, text), &Language::default())).collect()
}

/// Makes an article of `OUTLET` or `OUTLET YYYY-MM-DD`; lines that begin with `#` are furniture.
fn article(head: &str, text: &str) -> Article {
    let day = head.rsplit(' ').next().and_then(|it| it.parse().ok());
    let name = if day.is_some() { &head[..head.len() - 11] } else { head };
    Article {
        outlet: Some(Outlet { name: name.to_owned(), basis: "input".to_owned() }),
        language: "en".to_owned(),
        published: day.map(Date::day),
        blocks: blocks(text),
        ..Article::bare(ArticleId(name.to_owned()), name.to_owned(), text.to_owned())
    }
}

fn blocks(text: &str) -> Vec<Block> {
    let start = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
    let role = |line: &str| if line.starts_with('#') { Role::Furniture } else { Role::Body };
    let block = |line: &str| Block {
        role: role(line),
        kind: "paragraph".to_owned(),
        start: start(line),
        end: start(line) + line.len(),
    };
    text.lines().map(block).collect()
}
