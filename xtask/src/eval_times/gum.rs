//! Reads the dates of GUM: marked in its CoNLL-U as elements `date` with the day they mean.
//!
//! In: the lines of a file. Out: for each document its text, the day it was written, and the dates in it
//! with their bytes and values. A date with bounds instead of a day has the value of its first bound.

use std::ops::Range;

/// A document with its dates.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) text: String,
    pub(super) created: String,
    pub(super) dates: Vec<(Range<usize>, String)>,
}

/// Reads the documents of a file.
pub(super) fn documents(lines: &str) -> Vec<Document> {
    let mut documents: Vec<Document> = Vec::new();
    let mut open = None;
    for line in lines.lines() {
        if line.starts_with("# newdoc") {
            documents.push(Document::default());
        }
        let Some(document) = documents.last_mut() else { continue };
        if let Some(day) = line.strip_prefix("# meta::dateCreated = ") {
            document.created = day.to_owned();
        }
        match line.split('\t').collect::<Vec<_>>()[..] {
            [id, form, .., misc] if !id.contains(['-', '.']) => {
                document.take(form, misc, &mut open)
            }
            [""] => document.text.push('\n'),
            _ => {}
        }
    }
    documents
}

impl Document {
    fn take(&mut self, form: &str, misc: &str, open: &mut Option<(usize, String)>) {
        if let Some(start) = misc.find("<date ") {
            let value = misc[start..].split('"').nth(1).unwrap_or_default();
            *open = Some((self.text.len(), value.to_owned()));
        }
        self.text.push_str(form);
        if misc.contains("</date>")
            && let Some((start, value)) = open.take()
        {
            self.dates.push((start..self.text.len(), value));
        }
        if !misc.contains("SpaceAfter=No") {
            self.text.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::documents;

    #[test]
    fn a_date_has_its_words_and_its_day() {
        let line = |id, form, misc| format!("{id}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n");
        let text = [
            "# newdoc id = a\n# meta::dateCreated = 2031-05-07\n".to_owned(),
            line("1", "On", "_"),
            line("2", "May", "XML=<date when:::\"2031-05-04\">"),
            line("3", "4", "SpaceAfter=No|XML=</date>"),
            line("4", ".", "_"),
        ];
        let found = documents(&text.concat());
        assert_eq!(
            (found[0].created.as_str(), found[0].text.as_str()),
            ("2031-05-07", "On May 4. ")
        );
        assert_eq!(found[0].dates, [(3..8, "2031-05-04".to_owned())]);
    }
}
