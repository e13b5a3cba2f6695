//! How hard words are to follow.

use crate::Language;
use crate::sound::cardinal;

/// Fewest words of which a figure says anything; one long word in a short sentence proves nothing.
const MIN_WORDS: usize = 12;

/// Highest American school grade that a line's words may ask for.
const MAX_GRADE: f64 = 8.0;

/// Lowest perspicuity of words that most people follow: the lower end of "bastante fácil".
///
/// Source: I. M. Barrio-Cantalejo et al., Validación de la Escala INFLESZ, Anales del Sistema
/// Sanitario de Navarra 31 (2008), table 2.
const MIN_PERSPICUITY: f64 = 65.0;

/// How hard words are to follow, in the measure of their language.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Grade {
    /// The American school grade that English asks for; lower is easier.
    School(f64),
    /// The perspicuity of Spanish, on the scale INFLESZ; higher is easier.
    Perspicuity(f64),
}

impl Grade {
    /// Whether most callers follow at once.
    pub(crate) fn is_easy(self) -> bool {
        match self {
            Self::School(grade) => grade <= MAX_GRADE,
            Self::Perspicuity(figure) => figure >= MIN_PERSPICUITY,
        }
    }
}

/// Measures words; `None` when there are too few of them.
///
/// English: the grade of Flesch and Kincaid (J. P. Kincaid et al., Derivation of new readability
/// formulas for Navy enlisted personnel, 1975). Spanish: the perspicuity of F. Szigriszt Pazos (1993),
/// which the scale INFLESZ reads.
pub(crate) fn grade(language: Language, text: &str) -> Option<Grade> {
    let (mut words, mut syllables, mut sentences) = (0_u32, 0_u32, 0_u32);
    let mut is_open = false;
    for token in text.split_whitespace() {
        let letters: String =
            token.chars().filter(|it| it.is_alphabetic() || *it == '\'').collect();
        let said = match key(token) {
            Some(number) => cardinal(language, number),
            None if is_open && is_name(&letters) => String::new(),
            None => letters,
        };
        if !said.is_empty() {
            words = words.saturating_add(1);
            syllables = syllables.saturating_add(match language {
                Language::EnUs => english_syllables(&said.to_lowercase()),
                Language::EsUs => spanish_syllables(&said.to_lowercase()),
            });
            is_open = true;
        }
        if is_open && token.ends_with(['.', '?', '!']) {
            sentences = sentences.saturating_add(1);
            is_open = false;
        }
    }
    if usize::try_from(words).is_ok_and(|it| it < MIN_WORDS) {
        return None;
    }
    let words = f64::from(words);
    let syllables_per_word = f64::from(syllables) / words;
    let words_per_sentence = words / f64::from(sentences.max(1));
    Some(match language {
        Language::EnUs => {
            Grade::School(0.39 * words_per_sentence + 11.8 * syllables_per_word - 15.59)
        }
        Language::EsUs => {
            Grade::Perspicuity(206.835 - 62.3 * syllables_per_word - words_per_sentence)
        }
    })
}

/// A key that the caller is to press, such as the `1.` at the end of a sentence. Longer numbers are
/// values, and no part of the wording.
fn key(token: &str) -> Option<u64> {
    let digit = token.trim_end_matches(['.', ',', '?', '!']);
    digit.parse().ok().filter(|_| digit.len() == 1)
}

/// Whether a word within a sentence is a name, which nobody can choose a shorter word for.
fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word != "I" && !word.starts_with("I'")
}

/// Syllables of an English word, by its vowels: what is not sounded at the end does not count.
fn english_syllables(word: &str) -> u32 {
    let is_vowel = |it: char| "aeiouy".contains(it);
    let (word, contracted) = match word.split_once('\'') {
        // The last syllable of "couldn't" has no vowel.
        Some((word, "t")) => {
            let stem = word.strip_suffix('n').unwrap_or(word);
            (word, u32::from(!stem.ends_with(is_vowel) && stem != word))
        }
        Some((word, _)) => (word, 0),
        None => (word, 0),
    };
    let mut groups = 0_u32;
    let mut before = ' ';
    for letter in word.chars() {
        groups = groups.saturating_add(u32::from(is_vowel(letter) && !is_vowel(before)));
        before = letter;
    }
    let ends = |ending: &str| word.strip_suffix(ending).and_then(|it| it.chars().next_back());
    let is_silent = match (ends("e"), ends("es"), ends("ed")) {
        // "table" sounds its ending, "file" does not; "the" has no other vowel.
        (Some('l'), _, _) => ends("le").is_some_and(is_vowel),
        (Some(before), _, _) => !is_vowel(before),
        (_, Some(before), _) => {
            !is_vowel(before) && !"scxzg".contains(before) && ends("hes").is_none()
        }
        (_, _, Some(before)) => !is_vowel(before) && !"td".contains(before),
        _ => false,
    };
    let silent = u32::from(is_silent && groups > 1);
    groups.saturating_sub(silent).saturating_add(contracted).max(1)
}

/// Syllables of a Spanish word: strong vowels part, weak ones join their neighbours unless accented.
fn spanish_syllables(word: &str) -> u32 {
    let is_strong = |it: char| "aeoáéóíú".contains(it);
    let is_weak = |it: char| "iuüy".contains(it);
    let mut syllables = 0_u32;
    // Strong vowels of the run of vowels at hand, if there is one.
    let mut run: Option<u32> = None;
    for letter in word.chars() {
        if is_strong(letter) {
            run = Some(run.unwrap_or(0).saturating_add(1));
        } else if is_weak(letter) {
            run = Some(run.unwrap_or(0));
        } else if let Some(strong) = run.take() {
            syllables = syllables.saturating_add(strong.max(1));
        }
    }
    if let Some(strong) = run {
        syllables = syllables.saturating_add(strong.max(1));
    }
    syllables.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_words_have_syllables() {
        for (word, n) in [
            ("the", 1),
            ("order", 2),
            ("table", 2),
            ("file", 1),
            ("files", 1),
            ("pressed", 1),
            ("wanted", 2),
            ("boxes", 2),
            ("didn't", 2),
            ("can't", 1),
            ("what's", 1),
            ("delivery", 4),
            ("appointment", 3),
            ("queue", 1),
            ("hmm", 1),
        ] {
            assert_eq!(english_syllables(word), n, "{word}");
        }
    }

    #[test]
    fn spanish_words_have_syllables() {
        for (word, n) in [
            ("y", 1),
            ("pedido", 3),
            ("día", 2),
            ("cuenta", 2),
            ("número", 3),
            ("oír", 2),
            ("guía", 2),
            ("averigüe", 4),
            ("leer", 2),
            ("hoy", 1),
            ("ciudad", 2),
        ] {
            assert_eq!(spanish_syllables(word), n, "{word}");
        }
    }

    #[test]
    fn plain_words_are_easy_and_official_ones_are_not() {
        let easy = |language, text| grade(language, text).map(Grade::is_easy);
        let plain = "If your number is right, say yes or press 1. If it isn't, say no or press 2.";
        assert_eq!(easy(Language::EnUs, plain), Some(true));
        let official = "Authentication of your identification information necessitates additional \
                        verification documentation before proceeding any further.";
        assert_eq!(easy(Language::EnUs, official), Some(false));
        let plain = "Si su número es el que dije, diga sí u oprima 1. Si no, oprima 2.";
        assert_eq!(easy(Language::EsUs, plain), Some(true));
        let official = "La autenticación de su información identificativa requiere documentación \
                        adicional verificable y previamente certificada por la autoridad.";
        assert_eq!(easy(Language::EsUs, official), Some(false));
        assert_eq!(easy(Language::EnUs, "One moment, please."), None);
    }
}
