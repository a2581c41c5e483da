//! A template of MUC-4 that is being filled, and its printed layout.
//!
//! In: fills of slots by their names. Out: a [`Template`], and its lines: number and name of a slot, then
//! its fills, each on a line of its own. Slots that the kind of incident does not have take no fill.

use std::collections::BTreeMap;
use std::fmt;

use super::SLOTS;

/// Where the fills stand in a line of the layout.
const COLUMN: usize = 36;

/// What may stand in a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fill {
    /// A string, or a member of a closed list.
    pub words: String,
    /// Whether it is a string, which stands in quotation marks.
    pub quoted: bool,
    /// The string that it is about.
    pub of: Option<String>,
}

/// What is told of one incident.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Template {
    kind: String,
    fills: BTreeMap<&'static str, Vec<Fill>>,
}

impl Template {
    /// Begins a template of an incident of this kind (`ATTACK`, `BOMBING`…), whose slot it fills.
    #[must_use]
    pub fn of(kind: &str) -> Self {
        let mut template = Self { kind: kind.into(), fills: BTreeMap::new() };
        template.code("INCIDENT: TYPE", kind, None);
        template
    }

    /// Adds a string of a report; its marks that the layout uses are left out, and it is in capitals.
    pub fn string(&mut self, slot: &str, words: &str, of: Option<&str>) {
        self.add(slot, Fill { words: plain(words), quoted: true, of: of.map(plain) });
    }

    /// Adds a member of a closed list, a date, a place or a number, about a string if `of` names it.
    pub fn code(&mut self, slot: &str, words: &str, of: Option<&str>) {
        self.add(slot, Fill { words: words.into(), quoted: false, of: of.map(plain) });
    }

    fn add(&mut self, slot: &str, fill: Fill) {
        let slot = SLOTS.iter().find(|it| **it == slot).copied();
        let slot = slot.filter(|it| self.applies(it)).filter(|_| !fill.words.is_empty());
        if let Some(slot) = slot {
            let fills = self.fills.entry(slot).or_default();
            fills.extend((!fills.contains(&fill)).then_some(fill));
        }
    }

    /// Returns the fills of a slot.
    #[must_use]
    pub fn fills(&self, slot: &str) -> &[Fill] {
        self.fills.get(slot).map_or(&[], Vec::as_slice)
    }

    /// Returns whether incidents of this kind have the slot: nobody asks what a kidnapping was done with.
    fn applies(&self, slot: &str) -> bool {
        match &*self.kind {
            "ARSON" => !slot.starts_with("INCIDENT: INSTRUMENT"),
            "KIDNAPPING" => {
                !slot.starts_with("INCIDENT: INSTRUMENT") && !slot.starts_with("PHYS TGT")
            }
            _ => true,
        }
    }

    /// Returns the lines of a slot: its number and name before the first fill, `-` for none, `*` where it
    /// does not apply.
    fn lines(&self, number: usize, slot: &str) -> String {
        let fills = self.fills(slot);
        let shown: Vec<_> = match fills {
            [] if self.applies(slot) => vec!["-".to_owned()],
            [] => vec!["*".to_owned()],
            _ => fills.iter().map(Fill::to_string).collect(),
        };
        let head = format!("{:<4}{slot}", format!("{number}."));
        let heads = std::iter::once(head.as_str()).chain(std::iter::repeat(""));
        shown.iter().zip(heads).map(|(fill, head)| format!("{head:<COLUMN$}{fill}\n")).collect()
    }
}

/// The layout, in the order of the task.
impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = SLOTS.iter().enumerate().map(|(number, slot)| self.lines(number, slot));
        f.write_str(&lines.collect::<String>())
    }
}

impl fmt::Display for Fill {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.quoted { "\"" } else { "" };
        write!(f, "{mark}{}{mark}", self.words)?;
        self.of.iter().try_for_each(|it| write!(f, ": \"{it}\""))
    }
}

/// Words in capitals and in one line, without quotation marks and brackets.
fn plain(words: &str) -> String {
    let words = words.to_uppercase().replace(['"', '“', '”', '(', ')'], "");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fill_has_a_line_and_says_whom_it_is_about() {
        let mut template = Template::of("BOMBING");
        template.string("PHYS TGT: ID", "the \"Golden\" mill", None);
        template.code("PHYS TGT: TYPE", "COMMERCIAL", Some("the golden mill"));
        template.string("PHYS TGT: ID", "two\nbarns", None);
        let lines = template.to_string();
        assert!(lines.contains("4.  INCIDENT: TYPE                  BOMBING\n"), "{lines}");
        assert!(lines.contains("12. PHYS TGT: ID                    \"THE GOLDEN MILL\"\n"));
        assert!(lines.contains(&format!("\n{:36}\"TWO BARNS\"\n", "")));
        assert!(lines.contains("COMMERCIAL: \"THE GOLDEN MILL\"\n"));
        assert!(lines.contains("24. HUM TGT: TOTAL NUMBER           -\n"));
    }

    #[test]
    fn a_slot_that_the_kind_does_not_have_takes_nothing() {
        let mut template = Template::of("KIDNAPPING");
        template.string("INCIDENT: INSTRUMENT ID", "rifle", None);
        assert!(template.fills("INCIDENT: INSTRUMENT ID").is_empty());
        assert!(template.to_string().contains("6.  INCIDENT: INSTRUMENT ID         *\n"));
    }
}
