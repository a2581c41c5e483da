//! The type of some content: `text/html; charset="utf-8"`.

/// A media type and the parameters we use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MediaType {
    /// Type and subtype in lower case: `text/html`.
    pub essence: String,
    /// The charset that it names.
    pub charset: Option<String>,
    /// What parts a body of several.
    pub boundary: Option<String>,
}

impl MediaType {
    /// Reads a value of `Content-Type`; `None` if it names no type.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        let (essence, parameters) = value.split_once(';').unwrap_or((value, ""));
        let essence = essence.trim().to_ascii_lowercase();
        let parameter = |name: &str| {
            let found = parameters.split(';').filter_map(|it| it.split_once('='));
            let mut found = found.filter(|(it, _)| it.trim().eq_ignore_ascii_case(name));
            Some(found.next()?.1.trim().trim_matches(['"', '\'']).to_owned())
        };
        let is_type = essence.contains('/') && !essence.contains(char::is_whitespace);
        is_type.then(|| Self {
            charset: parameter("charset"),
            boundary: parameter("boundary"),
            essence: essence.clone(),
        })
    }

    /// Guesses the type of bytes that come without one.
    #[must_use]
    pub fn guessed(bytes: &[u8]) -> Option<Self> {
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
        let head = head.trim_start_matches('\u{feff}').trim_start();
        let html = ["<!doctype html", "<html", "<head", "<body", "<!--"];
        let html = html.iter().any(|it| head.starts_with(it)) || head.contains("<html");
        html.then(|| Self { essence: "text/html".to_owned(), charset: None, boundary: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_has_parameters() {
        let found = MediaType::parse("Text/HTML; Charset=\"koi8-r\"; a=b").expect("it is a type");
        assert_eq!(
            (found.essence.as_str(), found.charset.as_deref()),
            ("text/html", Some("koi8-r"))
        );
        assert_eq!(MediaType::parse("nothing"), None);
    }

    #[test]
    fn pages_without_a_type_are_known_by_how_they_begin() {
        assert!(MediaType::guessed(b"\n<!DOCTYPE HTML><p>").is_some());
        assert_eq!(MediaType::guessed(b"\x89PNG"), None);
    }
}
