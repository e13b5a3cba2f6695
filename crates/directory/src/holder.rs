//! Whether the name that a caller gives is the name an appointment is under.

use language::text::tokens;

/// Most words of a name that is compared. Who says more lists names.
const MOST_WORDS: usize = 6;

/// Letters from which a word may differ by one and still be the same name: recognition spells "Reid" for
/// "Reed", and nobody hears the difference.
const LONG: usize = 4;

/// Whether two names are one person's, as far as a name tells.
///
/// All words of the shorter must be in the longer, in any order, and at least two of them; a single word
/// is enough only where the record has no more. Titles, middle names and a second family name are left
/// out by one and said by another. Case, accents and punctuation do not matter.
pub(crate) fn is_name(record: &str, given: &str) -> bool {
    let (record, given) = (words(record), words(given));
    if record.is_empty() || given.is_empty() || given.len() > MOST_WORDS {
        return false;
    }
    // "O Brien" and "O'Brien".
    if record.concat() == given.concat() {
        return true;
    }
    let (shorter, longer) =
        if record.len() <= given.len() { (&record, &given) } else { (&given, &record) };
    let is_whole = shorter.iter().all(|it| longer.iter().any(|other| is_same(it, other)));
    is_whole && (shorter.len() > 1 || record.len() == 1)
}

fn words(name: &str) -> Vec<String> {
    let tokens = tokens(name, language::Language::Spanish).into_iter();
    let mut words: Vec<String> = tokens.map(|it| it.text.replace('ñ', "n")).collect();
    words.sort();
    words.dedup();
    words
}

fn is_same(one: &str, other: &str) -> bool {
    let is_long = |it: &str| it.chars().count() >= LONG;
    one == other || is_long(one) && is_long(other) && strsim::damerau_levenshtein(one, other) <= 1
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
        ] {
            assert_eq!(is_name(record, given), same, "{record:?} {given:?}");
        }
    }
}
