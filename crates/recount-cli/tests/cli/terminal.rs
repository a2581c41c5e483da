//! Colour and width, on a terminal and away from it.

use std::process::Command;

use crate::support::{Folder, Ran, command, shell, skip};

#[test]
fn a_pipe_gets_no_colour_unless_it_asks() {
    let folder = Folder::with_reports();
    assert!(!coloured(&folder.recount(&["run", "."])));
    assert!(coloured(&folder.recount(&["run", ".", "--color", "always"])));
    assert!(coloured(&folder.run(command().args(["run", "."]).env("RECOUNT_COLOR", "always"))));
}

#[test]
fn a_terminal_gets_colour_unless_no_color_is_set() {
    if Command::new("script").arg("--version").output().is_err() {
        return skip("there is no `script` to make a terminal");
    }
    let folder = Folder::with_reports();
    let on_terminal = || shell("script -qec \"'$0' run . $ARGS\" /dev/null < /dev/null");
    assert!(coloured(&folder.run(on_terminal().env("ARGS", ""))));
    assert!(!coloured(&folder.run(on_terminal().env("ARGS", "").env("NO_COLOR", "1"))));
    assert!(!coloured(&folder.run(on_terminal().env("ARGS", "--color never"))));
}

#[test]
fn text_keeps_to_the_width() {
    let folder = Folder::with_reports();
    for columns in [60, 100] {
        let ran = folder.run(command().args(["run", "."]).env("COLUMNS", columns.to_string()));
        let longest = ran.out.lines().map(|line| line.chars().count()).max();
        assert!(longest <= Some(columns), "{}", ran.out);
    }
}

#[test]
fn a_wrong_flag_is_no_result() {
    assert_eq!(Folder::new().recount(&["run", "--pace", "slow"]).code, Some(2));
}

fn coloured(ran: &Ran) -> bool {
    assert_eq!(ran.code, Some(0), "{ran:?}");
    ran.out.contains("\u{1b}[")
}
