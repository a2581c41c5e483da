//! What a site asks of programs that fetch its pages (robots.txt, RFC 9309).
//!
//! In: the text of a robots.txt. Out: whether a path may be fetched, and how long to wait between two.

use std::time::Duration;

/// Our name in robots.txt.
const NAME: &str = "recount";

/// Bytes of a robots.txt that are read; RFC 9309 asks for no more.
pub(super) const MOST_BYTES: usize = 500 << 10;

/// The longest wait that a site can ask for; one that asks for more is left.
const LONGEST_DELAY: f64 = 60.0;

/// What a site asks.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Robots {
    /// Paths, and whether they are allowed.
    rules: Vec<(bool, String)>,
    pub(super) delay: Option<Duration>,
}

impl Robots {
    /// What a site without a robots.txt asks.
    pub(super) fn everything() -> Self {
        Self::default()
    }

    /// What is to be thought of a site whose robots.txt cannot be had at the moment.
    pub(super) fn nothing() -> Self {
        Self { rules: vec![(false, "/".to_owned())], delay: None }
    }

    /// Reads a robots.txt: the group for us, else the one for all.
    pub(super) fn parse(text: &str) -> Self {
        let groups = groups(text);
        let ours = |name: &str| {
            let mut found =
                groups.iter().filter(|it| it.names.iter().any(|it| it == name)).peekable();
            found.peek().is_some().then(|| found.fold(Self::default(), |all, it| all.with(it)))
        };
        ours(NAME).or_else(|| ours("*")).unwrap_or_default()
    }

    fn with(mut self, group: &Group) -> Self {
        self.rules.extend(group.rules.iter().cloned());
        self.delay = self.delay.or(group.delay);
        self
    }

    /// Returns whether `path`, with its query, may be fetched: the longest rule that fits decides, and of two
    /// as long the one that allows.
    pub(super) fn allows(&self, path: &str) -> bool {
        let fitting = self.rules.iter().filter(|(_, rule)| fits(rule, path));
        fitting.max_by_key(|(allow, rule)| (rule.len(), *allow)).is_none_or(|it| it.0)
    }
}

/// Lines under one or several names.
#[derive(Default)]
struct Group {
    names: Vec<String>,
    rules: Vec<(bool, String)>,
    delay: Option<Duration>,
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut naming = false;
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or_default();
        let Some((name, value)) = line.split_once(':') else { continue };
        let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
        if name == "user-agent" {
            if !naming {
                groups.push(Group::default());
            }
            groups
                .iter_mut()
                .next_back()
                .into_iter()
                .for_each(|it| it.names.push(value.to_ascii_lowercase()));
        }
        naming = name == "user-agent" || naming && name == "sitemap";
        let Some(group) = groups.last_mut() else { continue };
        match name.as_str() {
            "allow" | "disallow" if !value.is_empty() => {
                group.rules.push((name == "allow", value.to_owned()));
            }
            "crawl-delay" => {
                let seconds = value.parse::<f64>().ok().filter(|it| *it >= 0.0);
                group.delay = seconds.map(|it| Duration::from_secs_f64(it.min(LONGEST_DELAY)));
            }
            _ => {}
        }
    }
    groups
}

/// A rule is the beginning of a path; `*` stands for anything, and `$` for the end.
fn fits(rule: &str, path: &str) -> bool {
    let (rule, whole) = rule.strip_suffix('$').map_or((rule, false), |it| (it, true));
    let mut parts = rule.split('*');
    let Some(mut rest) = path.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let parts: Vec<_> = parts.collect();
    for (at, part) in parts.iter().enumerate() {
        if whole && at + 1 == parts.len() {
            return rest.ends_with(part);
        }
        let Some(found) = rest.find(part) else { return false };
        rest = &rest[found + part.len()..];
    }
    !whole || rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROBOTS: &str = "# ours\nUser-agent: other\nDisallow: /\n\nUser-agent: *\nUser-agent: Recount\nCrawl-delay: 2.5\n\
        Disallow: /private\nAllow: /private/open\nDisallow: /*.pdf$\nDisallow:\n";

    #[test]
    fn the_longest_rule_decides() {
        for (path, allowed) in [
            ("/", true),
            ("/private/a", false),
            ("/private/open/a", true),
            ("/a/b.pdf", false),
            ("/a/b.pdf?x", true),
        ] {
            assert_eq!(Robots::parse(ROBOTS).allows(path), allowed, "{path}");
        }
        assert_eq!(Robots::parse(ROBOTS).delay, Some(Duration::from_millis(2500)));
    }

    #[test]
    fn a_group_with_our_name_goes_before_that_for_all() {
        let text = "User-agent: *\nDisallow: /\n\nUser-agent: recount\nDisallow: /a\n";
        assert!(Robots::parse(text).allows("/b") && !Robots::parse(text).allows("/a"));
    }

    #[test]
    fn where_nothing_is_asked_all_is_allowed() {
        assert!(Robots::parse("<html>not found").allows("/"));
        assert!(Robots::everything().allows("/") && !Robots::nothing().allows("/"));
    }
}
