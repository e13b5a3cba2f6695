//! Lists: "x, y and z", "x, y o z".

use crate::Language;
use crate::piece::Piece;

/// Most things of a list that are said.
pub(super) const MAX_ITEMS: usize = 10;

/// What stands before the last thing of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    And,
    Or,
}

/// Things in a row; `None` when there are none, since nothing can be said of them.
pub(super) fn list(language: Language, joint: Joint, items: &[Vec<Piece>]) -> Option<Vec<Piece>> {
    let (last, others) = items.split_last()?;
    let mut pieces = Vec::new();
    for (at, item) in others.iter().enumerate() {
        if at > 0 {
            pieces.push(Piece::words(", "));
        }
        pieces.extend(item.iter().cloned());
    }
    if !others.is_empty() {
        pieces.push(Piece::words(format!(" {} ", word(language, joint, last))));
    }
    pieces.extend(last.iter().cloned());
    Some(pieces)
}

/// "and" and "or" before what comes. In Spanish they change before their own sound.
///
/// Source: Real Academia Española, Diccionario panhispánico de dudas (2005), y² and o².
fn word(language: Language, joint: Joint, next: &[Piece]) -> &'static str {
    let said: String = next.iter().map(Piece::said).collect();
    let said = said.trim_start().to_lowercase();
    match (language, joint) {
        (Language::EnUs, Joint::And) => "and",
        (Language::EnUs, Joint::Or) => "or",
        (Language::EsUs, Joint::And) if begins_with_i(&said) => "e",
        (Language::EsUs, Joint::And) => "y",
        (Language::EsUs, Joint::Or) if begins_with_o(&said) => "u",
        (Language::EsUs, Joint::Or) => "o",
    }
}

/// Whether words begin with the vowel i, also behind a silent h; "hielo" begins with another sound.
fn begins_with_i(said: &str) -> bool {
    let sound = said.strip_prefix('h').unwrap_or(said);
    let diphthong = ["ia", "ie", "io", "iu", "iá", "ié", "ió"];
    (sound.starts_with('i') || sound.starts_with('í'))
        && !diphthong.iter().any(|it| sound.starts_with(it))
}

/// Whether words begin with the vowel o, also behind a silent h or written with digits: 8, 11, 80.
fn begins_with_o(said: &str) -> bool {
    let sound = said.strip_prefix('h').unwrap_or(said);
    let number: String = said.chars().take_while(char::is_ascii_digit).collect();
    sound.starts_with(['o', 'ó']) || number.starts_with('8') || number == "11"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(language: Language, joint: Joint, items: &[&str]) -> Option<String> {
        let items: Vec<_> = items.iter().map(|it| vec![Piece::words(*it)]).collect();
        Some(list(language, joint, &items)?.iter().map(Piece::text).collect())
    }

    #[test]
    fn lists_are_joined() {
        let en = |joint, items: &[&str]| said(Language::EnUs, joint, items);
        assert_eq!(en(Joint::And, &[]), None);
        assert_eq!(en(Joint::And, &["x"]).unwrap(), "x");
        assert_eq!(en(Joint::Or, &["x", "y"]).unwrap(), "x or y");
        assert_eq!(en(Joint::And, &["x", "y", "z"]).unwrap(), "x, y and z");
    }

    #[test]
    fn spanish_joints_avoid_their_own_sound() {
        for (joint, last, joined) in [
            (Joint::And, "Inés", "Ana e Inés"),
            (Joint::And, "hijos", "Ana e hijos"),
            (Joint::And, "hielo", "Ana y hielo"),
            (Joint::And, "Olga", "Ana y Olga"),
            (Joint::Or, "Olga", "Ana u Olga"),
            (Joint::Or, "hoy", "Ana u hoy"),
            (Joint::Or, "8", "Ana u 8"),
            (Joint::Or, "11", "Ana u 11"),
            (Joint::Or, "110", "Ana o 110"),
            (Joint::Or, "Inés", "Ana o Inés"),
        ] {
            assert_eq!(said(Language::EsUs, joint, &["Ana", last]).unwrap(), joined);
        }
    }
}
