//! Digits and letters, one by one.

use crate::Language;
use crate::piece::Piece;

/// Most characters of a code that are said; more cannot be followed anyway.
const MAX_CHARACTERS: usize = 40;

/// Most digits that are said each by itself. Longer numbers come in groups, as people write them.
const MAX_SINGLE: usize = 5;

/// Digits or letters read one by one, with a pause after each, or after each group of three or four
/// digits when there are many.
pub(super) fn code(language: Language, text: &str) -> Vec<Piece> {
    let characters: Vec<_> =
        text.chars().filter(|it| it.is_alphanumeric()).take(MAX_CHARACTERS).collect();
    if characters.len() <= MAX_SINGLE || !characters.iter().all(char::is_ascii_digit) {
        return spread(characters.into_iter().map(|it| character(language, it)));
    }
    spread(groups(&characters).into_iter().map(Piece::Digits))
}

/// Digits one after the other without pauses, such as a number that both sides know by now.
pub(super) fn together(language: Language, text: &str) -> Vec<Piece> {
    let characters: Vec<_> =
        text.chars().filter(|it| it.is_alphanumeric()).take(MAX_CHARACTERS).collect();
    if characters.iter().all(char::is_ascii_digit) {
        return vec![Piece::Digits(characters.into_iter().collect())];
    }
    let pieces = characters.into_iter().map(|it| character(language, it));
    // A voice keeps letters apart at the space.
    pieces.flat_map(|it| [Piece::words(" "), it]).skip(1).collect()
}

/// Text letter by letter, such as a name.
pub(super) fn spelled(language: Language, text: &str) -> Vec<Piece> {
    let characters = text.chars().filter(|it| it.is_alphanumeric()).take(MAX_CHARACTERS);
    spread(characters.map(|it| character(language, it)))
}

/// Digits in groups of three and four, so that none has fewer.
///
/// Source: ITU-T E.123 (02/2001), clause 6.3 and 7, groups numbers with spaces so; three or four is
/// what people keep in mind at once (N. Cowan, The magical number 4, 2001).
pub(super) fn groups(digits: &[char]) -> Vec<String> {
    let n = digits.len();
    if n.is_multiple_of(4) {
        return digits.chunks(4).map(|it| it.iter().collect()).collect();
    }
    // The rest of a division by three goes to the last groups, one digit each.
    let fours = n % 3;
    let (threes, rest) =
        digits.split_at_checked(n.saturating_sub(fours.saturating_mul(4))).unwrap_or((digits, &[]));
    threes.chunks(3).chain(rest.chunks(4)).map(|it| it.iter().collect()).collect()
}

/// A voice pauses at the comma.
fn spread(pieces: impl Iterator<Item = Piece>) -> Vec<Piece> {
    pieces.flat_map(|it| [Piece::words(", "), it]).skip(1).collect()
}

/// A digit or a letter by its name.
fn character(language: Language, character: char) -> Piece {
    if character.is_ascii_digit() {
        return Piece::Digits(character.to_string());
    }
    let letter: String = character.to_uppercase().collect();
    match language {
        // A capital by itself is read by its name, but for the one that is a word as well.
        Language::EnUs if letter == "A" => Piece::Sound { text: letter, ipa: "eɪ" },
        Language::EnUs => Piece::Foreign(letter),
        Language::EsUs => {
            let known = ES_LETTERS.iter().find(|(it, _)| letter == *it);
            known.map_or(Piece::Foreign(letter), |(letter, name)| Piece::alias(*letter, *name))
        }
    }
}

/// Names of letters, those that are usual in America where there are several.
///
/// Source: Real Academia Española, Ortografía de la lengua española (2010), I, 3.2.
const ES_LETTERS: [(&str, &str); 27] = [
    ("A", "a"),
    ("B", "be"),
    ("C", "ce"),
    ("D", "de"),
    ("E", "e"),
    ("F", "efe"),
    ("G", "ge"),
    ("H", "hache"),
    ("I", "i"),
    ("J", "jota"),
    ("K", "ka"),
    ("L", "ele"),
    ("M", "eme"),
    ("N", "ene"),
    ("Ñ", "eñe"),
    ("O", "o"),
    ("P", "pe"),
    ("Q", "cu"),
    ("R", "erre"),
    ("S", "ese"),
    ("T", "te"),
    ("U", "u"),
    ("V", "uve"),
    ("W", "doble uve"),
    ("X", "equis"),
    ("Y", "i griega"),
    ("Z", "zeta"),
];

/// The name of a digit.
pub(super) fn digit_name(language: Language, digit: char) -> String {
    super::cardinal(language, digit.to_digit(10).unwrap_or(0).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(pieces: &[Piece]) -> String {
        pieces.iter().map(Piece::text).collect()
    }

    fn said(pieces: &[Piece]) -> String {
        pieces.iter().map(Piece::said).collect()
    }

    #[test]
    fn digits_come_one_by_one_and_long_numbers_in_groups() {
        for (digits, heard) in [
            ("", ""),
            ("7", "7"),
            ("44321", "4, 4, 3, 2, 1"),
            ("123456", "123, 456"),
            ("1234567", "123, 4567"),
            ("12345678", "1234, 5678"),
            ("123456789", "123, 456, 789"),
            ("1234567890", "123, 456, 7890"),
            ("12345678901", "123, 4567, 8901"),
            ("1234-5678 9012", "1234, 5678, 9012"),
        ] {
            assert_eq!(text(&code(Language::EnUs, digits)), heard);
        }
    }

    #[test]
    fn letters_are_said_by_name() {
        assert_eq!(text(&code(Language::EnUs, "ab-1c")), "A, B, 1, C");
        assert_eq!(
            code(Language::EnUs, "a1"),
            [
                Piece::Sound { text: "A".to_owned(), ipa: "eɪ" },
                Piece::words(", "),
                Piece::Digits("1".to_owned())
            ]
        );
        assert_eq!(said(&spelled(Language::EsUs, "Vi ñ")), "uve, i, eñe");
        assert_eq!(text(&spelled(Language::EsUs, "Vi ñ")), "V, I, Ñ");
    }

    #[test]
    fn known_numbers_are_said_in_one_go() {
        assert_eq!(together(Language::EnUs, "443-21"), [Piece::Digits("44321".to_owned())]);
        assert_eq!(text(&together(Language::EsUs, "a1b")), "A 1 B");
    }

    #[test]
    fn no_group_has_fewer_than_three_digits() {
        for n in 6..=MAX_CHARACTERS {
            let digits = vec!['1'; n];
            let groups = groups(&digits);
            assert!(groups.iter().all(|it| (3..=4).contains(&it.len())), "{groups:?}");
            assert_eq!(groups.concat().len(), n);
        }
    }
}
