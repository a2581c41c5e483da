//! pending
#![allow(missing_docs)]
use super::TextStyle;
use crate::model::*;
pub fn markdown(_: &Record) -> String {
    String::from("md\n")
}
pub fn findings_csv(_: &Record) -> String {
    String::from("csv\n")
}
pub fn timeline_csv(_: &Record) -> String {
    String::from("csv\n")
}
pub fn why(_: &Incident, _: &[Article], _: Slot, _: &TextStyle) -> String {
    String::from("why\n")
}
