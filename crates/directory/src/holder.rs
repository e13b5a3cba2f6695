//! Whether the name that a caller gives is the name an appointment is under.

use language::text::tokens;

/// Most words of a name that is compared. Who says more lists names.
const MOST_WORDS: usize = 6;

/// Letters from which a word may differ by one within and still be the same name: recognition spells "Reid"
/// for "Reed", and nobody hears the difference. That of "Juan" and "Juana" is heard.
const LONG: usize = 4;

/// Words that are in many names and tell nobody from anybody.
const COMMON: &[&str] = &[
    "da", "de", "del", "do", "doctor", "doctora", "dos", "dr", "dra", "e", "la", "las", "los",
    "miss", "mr", "mrs", "ms", "senor", "senora", "senorita", "sr", "sra", "srta", "van", "von",
    "y",
];

/// Whether two names are one person's, as far as a name tells.
///
/// All words of the shorter must be in the longer, in any order, and at least two of them; a single word
/// is enough only where the record has no more. Middle names and a second family name are left out by one
/// and said by another. Titles, case, accents and punctuation do not matter.
pub(crate) fn is_name(record: &str, given: &str) -> bool {
    let (record, given) = (words(record), words(given));
    // "O Brien" and "O'Brien".
    let is_spelt_so = record.concat() == given.concat();
    let (record, given) = (distinct(record), distinct(given));
    if record.is_empty() || given.is_empty() || given.len() > MOST_WORDS {
        return false;
    }
    if is_spelt_so {
        return true;
    }
    let (shorter, longer) =
        if record.len() <= given.len() { (&record, &given) } else { (&given, &record) };
    let mut left = longer.clone();
    let is_whole = shorter.iter().all(|it| {
        let found = left.iter().position(|other| it == other);
        let found = found.or_else(|| left.iter().position(|other| is_same(it, other)));
        found.map(|at| left.remove(at)).is_some()
    });
    is_whole && (shorter.len() > 1 || record.len() == 1)
}

fn words(name: &str) -> Vec<String> {
    let tokens = tokens(name, language::Language::Spanish).into_iter();
    let words = tokens.map(|it| it.text.replace('ñ', "n"));
    words.filter(|it| !COMMON.contains(&it.as_str())).collect()
}

fn distinct(mut words: Vec<String>) -> Vec<String> {
    words.sort();
    words.dedup();
    words
}

fn is_same(one: &str, other: &str) -> bool {
    let is_long = |it: &str| it.chars().count() >= LONG;
    let ends = |it: &str| (it.chars().next(), it.chars().last());
    let is_near = || strsim::damerau_levenshtein(one, other) <= 1;
    one == other || is_long(one) && is_long(other) && ends(one) == ends(other) && is_near()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_from_another() {
        for (record, given, same) in [
            ("Dana Reed", "", false),
            ("Dana Reed", "Dana", false),
            ("Dana Reed", "Reed", false),
            ("Dana Reed", "Sam Reed", false),
            ("Dana Reed", "Dana Okoye", false),
            ("Dana Reed", "Dana Dana", false),
            ("Dana Reed", "Dana Sam Ana Maria Reed Okoye Lopez", false),
            ("", "Dana Reed", false),
            ("...", "...", false),
            ("Ana", "Maria", false),
            ("Dana Reed", "dana reed", true),
            ("Dana Reed", "Reed, Dana", true),
            ("Dana Reed", "Dana Reid", true),
            ("Dana Reed", "Mrs. Dana Reed", true),
            ("Dana Marie Reed", "Dana Reed", true),
            ("María Núñez García", "maria nunez", true),
            ("Ana", "Ana Diaz", true),
            ("Pat O'Brien", "Pat O Brien", true),
            ("Jo Li", "Jo Lo", false),
            ("Juan Pérez", "Juana Pérez", false),
            ("Maria Cruz", "Mario Cruz", false),
            ("Ana de la Cruz", "de la Cruz", false),
            ("Ana de la Cruz", "de la", false),
            ("Ana de la Cruz", "Ana Cruz", true),
            ("Mrs. Dana Reed", "Mrs. Reed", false),
            ("Dana Marie Reed", "Dana Dena", false),
            ("de la", "de la", false),
        ] {
            assert_eq!(is_name(record, given), same, "{record:?} {given:?}");
        }
    }
}
