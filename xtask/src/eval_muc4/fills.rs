//! What one fill of an answer is worth against one fill of the key: 1, a half, or nothing.
//!
//! In: a slot, two fills, the rulings. Out: the worth, as the scoring guidelines of MUC-4 (version 7,
//! section 3) have it. Whoever the fill is about must be right too, or it is half right.

use super::judged::Judged;
use super::templates::Fill;

/// A scorer of the fills of one article.
pub(super) struct Fills<'a> {
    pub(super) judged: &'a Judged,
    /// The template of the key, as rulings name it.
    pub(super) place: &'a str,
}

impl Fills<'_> {
    /// Returns what `answer` is worth in `slot` if the key has `key`.
    pub(super) fn worth(&self, slot: &str, answer: &Fill, key: &Fill) -> f64 {
        let Some(value) = answer.alts.first() else { return 0.0 };
        let worth = match slot {
            "inc_date" => best(&key.alts, |it| date(value, it)),
            "inc_loc" => best(&key.alts, |it| place(value, it)),
            "inc_instr_id" | "perp_ind_id" | "perp_org_id" | "phys_tgt_id" | "hum_tgt_name"
            | "hum_tgt_desc" => self.judged.string(self.place, slot, value, &key.alts),
            _ if slot.ends_with("num") => best(&key.alts, |it| number(value, it)),
            _ => best(&key.alts, |it| class(slot, value, it)),
        };
        let about = self.about(slot, answer, key);
        if worth == 1.0 && about > 0.0 {
            return about;
        }
        if let Some(ruled) = self.judged.ruled(self.place, slot, answer, key) {
            return ruled;
        }
        let by_hand = slot == "inc_date" || slot == "inc_loc" || slot.ends_with("num");
        if by_hand && worth == 0.5 && self.judged.rejected(self.place, slot, value) {
            return 0.0;
        }
        // Where people ruled they were asked about every right fill of the wrong person.
        if worth == 1.0 && self.judged.has_rulings() { 0.0 } else { worth.min(0.5) }
    }

    /// Returns whether people counted `answer` once for each of several fills, `key` among them.
    pub(super) fn is_distributed(&self, slot: &str, answer: &Fill, key: &Fill) -> bool {
        self.judged.distributed(self.place, slot, answer, key)
    }

    /// Returns what whom the answer is about is worth; a half if one of both says it of nobody.
    fn about(&self, slot: &str, answer: &Fill, key: &Fill) -> f64 {
        let (Some(ours), Some(theirs)) = (&answer.of, &key.of) else {
            return if answer.of.is_none() == key.of.is_none() { 1.0 } else { 0.5 };
        };
        let slots: &[&str] = match slot {
            "inc_instr_type" => &["inc_instr_id"],
            "perp_org_conf" => &["perp_org_id"],
            _ if slot.starts_with("phys") => &["phys_tgt_id"],
            _ => &["hum_tgt_name", "hum_tgt_desc"],
        };
        let worth = |it: &&str| self.judged.string(self.place, it, &ours[0], theirs);
        if theirs.contains(&ours[0]) { 1.0 } else { slots.iter().map(worth).fold(0.0, f64::max) }
    }
}

fn best(alts: &[String], worth: impl Fn(&str) -> f64) -> f64 {
    alts.iter().map(|it| worth(it)).fold(0.0, f64::max)
}

/// Wider kinds of instruments, each with those right below it.
const INSTRUMENTS: [(&str, &[&str]); 4] = [
    ("GUN", &["MACHINE GUN", "MORTAR", "HANDGUN", "RIFLE"]),
    ("EXPLOSIVE", &["BOMB", "GRENADE", "MOLOTOV COCKTAIL"]),
    ("BOMB", &["VEHICLE BOMB", "DYNAMITE", "MINE", "AERIAL BOMB"]),
    ("PROJECTILE", &["MISSILE", "ROCKET"]),
];

fn is_wider_instrument(wide: &str, narrow: &str) -> bool {
    let above = INSTRUMENTS.iter().find(|(_, below)| below.contains(&narrow));
    above.is_some_and(|(it, _)| *it == wide || is_wider_instrument(wide, it))
}

/// Members of closed lists: equal, or one of the pairs that the guidelines call half right.
fn class(slot: &str, answer: &str, key: &str) -> f64 {
    let half = match (slot, answer, key) {
        (_, answer, key) if answer == key => return 1.0,
        ("inc_type", "ATTACK", _) => true,
        ("inc_instr_type", ..) => is_wider_instrument(answer, key),
        ("perp_org_conf", "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES") => true,
        ("phys_tgt_type", ours, "GOVERNMENT OFFICE OR RESIDENCE") => {
            ours == "POLITICAL FIGURE OFFICE OR RESIDENCE"
        }
        ("phys_tgt_effect", "DESTROYED", "SOME DAMAGE") => true,
        ("hum_tgt_type", "GOVERNMENT OFFICIAL" | "ACTIVE MILITARY", key) => {
            key == format!("FORMER {answer}")
        }
        ("hum_tgt_type", "POLITICAL FIGURE", "GOVERNMENT OFFICIAL") => true,
        ("hum_tgt_effect", "NO INJURY" | "NO DEATH", "NO INJURY OR DEATH") => true,
        _ => false,
    };
    if half { 0.5 } else { 0.0 }
}

/// Numbers: equal, or the bound of a range, or the figure of an approximation.
fn number(answer: &str, key: &str) -> f64 {
    let (answer, key) = (answer.replace(' ', ""), key.replace(' ', ""));
    let bound = key.contains('-') && key.split('-').any(|it| it == answer && !it.is_empty());
    match () {
        () if answer == key => 1.0,
        () if bound || key.strip_prefix('~') == Some(&answer) => 0.5,
        () => 0.0,
    }
}

/// Year, month and day; they compare as the days do.
type Day = (i32, usize, u32);

/// First and last day of `16 NOV 89`, `15 NOV 89 - 16 NOV 89`, `- 16 NOV 89` (no first day).
fn days(text: &str) -> (Option<Day>, Option<Day>) {
    const MONTHS: &str = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    let day = |text: &str| {
        let mut words = text.split_whitespace();
        let (day, month, year) = (words.next()?, words.next()?, words.next()?);
        Some((year.parse().ok()?, MONTHS.find(month)?, day.parse().ok()?))
    };
    match text.trim().strip_prefix('-') {
        Some(last) => (None, day(last)),
        None => match text.split_once(" - ") {
            Some((first, last)) => (day(first), day(last)),
            None => (day(text), day(text)),
        },
    }
}

/// Dates: equal; half right inside the range of the key, or with its last day as the only bound.
fn date(answer: &str, key: &str) -> f64 {
    let (ours, theirs) = (days(answer), days(key));
    if ours == theirs {
        return 1.0;
    }
    let (Some(last), Some(bound)) = (ours.1, theirs.1) else { return 0.0 };
    let half = match ours.0 {
        None => last == bound,
        Some(first) => {
            theirs.0 != theirs.1 && theirs.0.is_none_or(|it| it <= first) && last <= bound
        }
    };
    if half { 0.5 } else { 0.0 }
}

fn names(place: &str) -> impl Iterator<Item = &str> {
    place.split(": ").map(|it| it.split(" (").next().unwrap_or(it))
}

/// Places: equal; half right in the right country, or right but for the country.
fn place(answer: &str, key: &str) -> f64 {
    let rest = |it: &str| it.split_once(": ").map(|it| it.1.to_owned());
    let half = names(answer).next() == names(key).next() || {
        rest(answer).is_some() && rest(answer) == rest(key)
    };
    match () {
        () if answer == key => 1.0,
        () if half => 0.5,
        () => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_inside_the_range_is_half_right() {
        assert_eq!(date("12 MAR 89", "12 MAR 89"), 1.0);
        assert_eq!(date("12 MAR 89", "- 14 MAR 89"), 0.5);
        assert_eq!(date("- 14 MAR 89", "14 MAR 89"), 0.5);
        assert_eq!(date("- 14 MAR 89", "12 MAR 89"), 0.0);
    }

    #[test]
    fn a_wider_instrument_is_half_right() {
        assert_eq!(class("inc_instr_type", "EXPLOSIVE", "VEHICLE BOMB"), 0.5);
        assert_eq!(class("inc_instr_type", "VEHICLE BOMB", "EXPLOSIVE"), 0.0);
    }

    #[test]
    fn a_place_needs_its_country() {
        assert_eq!(place("NORLAND: PORT EDE (CITY)", "NORLAND: PORT EDE (CITY)"), 1.0);
        assert_eq!(place("NORLAND", "NORLAND: PORT EDE (CITY)"), 0.5);
        assert_eq!(place("SUDLAND: PORT EDE (CITY)", "NORLAND: PORT EDE (CITY)"), 0.5);
    }
}
