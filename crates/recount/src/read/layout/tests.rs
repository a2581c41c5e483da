//! Pages, line by line, and what each line is for. All of them are fictitious.

use super::*;

#[test]
fn a_banner_above_and_a_letter_below_are_furniture() {
    check(
        "button          | ×
         newsletter      | Sign up for our free daily newsletter
         donation-appeal | We need your help to keep reporting from the harbour.
         title           | Ferry Siege in Norrvik Ends With Crew Freed
         caption         | The harbour of Norrvik. social media
         update-note     | Updated with the statement of the coast guard.
         paragraph       | Coast guards on Monday ended a siege on a ferry in Norrvik.
         paragraph       | Two sailors had been held by an unknown number of men.
         letter-opening  | A Message from The Norrvik Herald:
         letter-opening  | Dear readers,
         donation-appeal | We face unprecedented times, and the mayor wants us gone.
         donation-appeal | Nobody else reports from the docks as we do.
         donation-appeal | Once",
    );
}

#[test]
fn the_title_said_again_is_the_name_of_a_picture() {
    check(
        "title          | Six men ‘overpowered’ as ferry siege ends
         repeated-title | six men ‘overpowered’ as ferry siege ends
         caption        | The ferry seen from the quay on Monday
         paragraph      | Six men who took a ferry in Norrvik were overpowered on Monday.
         repeated-title | six men ‘overpowered’ as ferry siege ends
         caption        | Coast guards on the quay - ANNA LIND/EPA-EFE/Shutterstock
         paragraph      | Nobody was hurt, the coast guard said.",
    );
}

#[test]
fn nothing_of_the_report_follows_a_list_with_ages() {
    check(
        "title           | Ferry siege ends
         paragraph       | Six men who took a ferry in Norrvik were overpowered on Monday.
         paragraph       | Nobody was hurt, the coast guard said.
         related-heading | OTHER NEWS
         relative-time   | 17 minutes ago
         link-list       | Forty dead in mine disaster
         relative-time   | 17 minutes ago
         link-list       | It was a fine day. Then the music stopped, and nobody clapped.
         link-list       | The second sentence of it tells of nine wounded.",
    );
}

#[test]
fn the_list_at_the_end_of_a_page_does_not_make_one_of_a_box_within_the_report() {
    check(
        "title           | Ferry siege ends in Norrvik
         paragraph       | Six men who took a ferry in Norrvik were overpowered on Monday.
         paragraph       | Nobody was hurt, the coast guard said.
         related-heading | More in Harbour News
         paragraph       | The ferry sails again on Tuesday.
         paragraph       | The mayor thanked the coast guard.
         paragraph       | A service is held in the harbour church.
         paragraph       | The men are in custody.
         paragraph       | Their trial begins in June.
         related-heading | Latest news
         link-list       | Mine disaster kills forty
         relative-time   | 2 hours ago
         link-list       | Mayor opens bridge
         relative-time   | 3 hours ago",
    );
}

#[test]
fn a_widget_between_standfirst_and_report_is_no_end() {
    check(
        "title          | Men Hold Crew on Ferry in Norrvik
         byline         | Written by Anna Lind
         date-line      | May.7 - 2019 04:12 PM CET
         section-label  | News
         image-credit   | Photo: Shutterstock.com
         standfirst     | Men with knives hold the crew of a ferry in Norrvik.
         related-heading | Trending Now
         related-heading | TRENDING NOW
         paragraph      | A tense siege grips the harbour of Norrvik, the coast guard says.
         paragraph      | The men demand free passage and a boat.
         subheading     | A Second Siege
         paragraph      | Last year another ferry was held for two days.",
    );
}

#[test]
fn a_text_that_starts_with_its_report_has_no_title() {
    check(
        "paragraph | According to the coast guard, six men took a ferry on Monday.
         paragraph | They were overpowered at noon. Nobody was hurt.
         paragraph | The ferry sails again on Tuesday.",
    );
}

#[test]
fn a_box_of_links_within_a_report_ends_where_the_report_goes_on() {
    check(
        "title           | Ferry siege ends in Norrvik
         paragraph       | Six men who took a ferry in Norrvik were overpowered on Monday.
         related-heading | Related stories
         link-list       | Mine disaster kills forty
         link-list       | Mayor opens new bridge
         paragraph       | Nobody was hurt, the coast guard said.
         paragraph       | The ferry sails again on Tuesday.",
    );
}

#[test]
fn a_banner_of_sentences_does_not_hide_a_signed_title() {
    check(
        "banner    | This page remembers what you read here. You can change that at any time.
         title     | Ferry siege ends in Norrvik
         byline    | By Anna Lind
         paragraph | Six men who took a ferry in Norrvik were overpowered on Monday.",
    );
}

#[test]
fn the_last_paragraph_may_close_with_its_agency() {
    check(
        "title     | Ferry siege ends in Norrvik
         paragraph | Six men who took a ferry in Norrvik were overpowered on Monday.
         paragraph | Nobody was hurt, the coast guard said. (AFP)",
    );
}

#[test]
fn days_that_head_the_parts_of_a_chronicle_are_subheadings() {
    check(
        "title      | How the ferry siege unfolded
         paragraph  | Six men took a ferry in Norrvik.
         subheading | May 7, 2019
         paragraph  | The men demanded a boat.
         subheading | May 8, 2019
         paragraph  | The coast guard boarded the ferry.",
    );
}

#[test]
fn the_dead_in_a_list_are_no_links() {
    check(
        "title     | The victims of the ferry fire
         paragraph | The coast guard named the dead:
         list-item | Anna Lind, 34
         list-item | Jon Berg, 61",
    );
}

#[test]
fn a_menu_below_nearly_all_of_the_report_closes_the_page() {
    check(
        "title     | Ferry siege ends in Norrvik
         paragraph | Six men who took a ferry in Norrvik were overpowered on Monday.
         paragraph | Nobody was hurt, the coast guard said.
         paragraph | The ferry sails again on Tuesday.
         menu      | Harbour
         menu      | Town hall
         menu      | Letters
         menu      | Our shop
         menu      | Lost and found
         page-end  | Norrvik Media keeps you up to date since 1911.",
    );
}

#[test]
fn short_lines_after_the_first_paragraph_are_not_above_the_title() {
    check(
        "paragraph | Six men took a ferry in Norrvik, the coast guard said.
         list-item | Anna Lind on the quay
         list-item | Jon Berg at sea
         list-item | Dr. Eva Holm in town
         list-item | Karl Strand at the town hall
         paragraph | The men demanded a boat.
         paragraph | They were overpowered at noon.",
    );
}

#[test]
fn a_title_may_share_its_line_with_the_dates() {
    check(
        "title     | Police: Ferry siege ends in Norrvik Posted: Tuesday, May 7, 2019 4:51 PM EDT
         paragraph | Six men who took a ferry in Norrvik were overpowered on Monday.",
    );
}

#[test]
fn a_statement_that_asks_for_support_is_no_plea_of_the_newsroom() {
    check(
        "title     | Families thank Norrvik
         paragraph | The families of the dead spoke on Monday.
         paragraph | We know that this is hard for all, and your support for us in these dark days of mourning makes a difference, said one.
         paragraph | A service is held on Friday.",
    );
}

#[test]
fn a_dateline_may_have_its_own_line() {
    check(
        "title     | Ferry siege ends in Norrvik
         dateline  | NORRVIK, Ore. (WNRV 46) -
         paragraph | Six men who took a ferry in Norrvik were overpowered on Monday.",
    );
}

#[test]
fn the_title_of_a_whole_page_says_what_its_report_says() {
    let menu: String = (1..40).map(|it| format!("Entry {it} of a menu\n")).collect();
    let report = "Six men who took a ferry in Norrvik were overpowered on Monday.\n\
                  Nobody was hurt, the coast guard said on Tuesday in the harbour.";
    let title = |above: &str| {
        let page = format!("{menu}{above}\n{report}");
        let layout = layout(&page, Hints::default(), Manner::Dump);
        layout.title.map(|it| layout.lines[it].text.to_owned())
    };
    let ferry = Some("Six men who took a ferry overpowered".to_owned());
    assert_eq!(
        title("Six men who took a ferry overpowered\nSee who won the prize for cheese"),
        ferry
    );
    assert_eq!(
        title("See who won the prize for cheese\nSix men who took a ferry overpowered"),
        ferry
    );
    assert_eq!(
        title("Harbour\nAll is quiet out here\nBy Anna Lind\nOctober 2, 2031"),
        Some("All is quiet out here".to_owned())
    );
}

#[test]
fn a_heading_of_the_first_level_is_the_title() {
    let text =
        "  All of our stories\n  Ferry siege ends in Norrvik\nSix men were overpowered on Monday.";
    let headings = [text.find("Ferry").expect("it is there") - 1];
    let hints = Hints { headings: &headings, ..Hints::default() };
    assert_eq!(layout(text, hints, Manner::Dump).title, Some(1));
}

#[test]
fn the_menus_of_a_whole_page_part_its_report_from_other_stories() {
    let menu = |from: usize| {
        (from..from + 20)
            .map(|it| format!("* [{it}]Entry of a menu"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let report = "Six men who took a ferry in Norrvik were overpowered on Monday.\nAnna Lind on the quay\n\
                  Nobody was hurt, the coast guard said on Tuesday in the harbour.\nThey sleep in the harbour.";
    let other = "Forty men were saved from a mine on Sunday, the mayor of Lunda said.";
    let page = [&menu(1), report, &menu(21), other].join("\n");
    let told: Vec<_> = layout(&page, Hints::default(), Manner::Dump).of(Role::Body).collect();
    assert_eq!(told, report.lines().collect::<Vec<_>>());
}

#[test]
fn a_menu_without_its_breaks_is_furniture() {
    check(
        "glued-menu | Log inNewsSportLifestyleMore from the HarbourAbout us
         title      | Ferry siege ends in Norrvik
         paragraph  | Six men who took a ferry in Norrvik were overpowered on Monday.",
    );
}

#[track_caller]
fn check(page: &str) {
    let rows: Vec<_> = page.lines().filter_map(|it| it.split_once('|')).collect();
    let text: Vec<_> = rows.iter().map(|(_, line)| line.trim()).collect();
    let expected: Vec<_> = rows.iter().map(|(kind, line)| (kind.trim(), line.trim())).collect();
    let text = text.join("\n\n");
    let layout = layout(&text, Hints::default(), Manner::Dump);
    let found: Vec<_> = layout.labelled().map(|(line, label)| (label.kind, line.text)).collect();
    assert_eq!(found, expected);
}
