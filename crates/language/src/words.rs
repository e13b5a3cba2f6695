//! How much words mean, and which of them are the same.

use std::borrow::Cow;
use std::fmt;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::Language;
use crate::lexicon::{has, look_up};
use crate::numbers::{self, Part};

/// How much a word says about what the caller wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Nothing: "um", "please".
    Filler,
    /// Hardly anything: "the", "would".
    Function,
    /// Something: "up" in "hang up", "not".
    Particle,
    /// All that matters.
    Content,
}

impl Weight {
    /// The weight as a number, 0 to 1.
    pub fn value(self) -> f64 {
        match self {
            Self::Filler => 0.0,
            Self::Function => 0.1,
            Self::Particle => 0.5,
            Self::Content => 1.0,
        }
    }

    /// Whether a match on the word is worth anything on its own.
    pub fn is_content(self) -> bool {
        self == Self::Content
    }
}

/// How much a word means.
pub fn weight(word: &str, language: Language) -> Weight {
    let lexicon = language.lexicon();
    if has(lexicon.fillers, word) {
        Weight::Filler
    } else if has(lexicon.function_words, word) {
        Weight::Function
    } else if has(lexicon.particles, word) || has(lexicon.negations, word) {
        Weight::Particle
    } else {
        Weight::Content
    }
}

/// A word in its plain form with what is asked of it again and again.
///
/// It may be what a caller said, so `Debug` shows only how much it means.
#[derive(Clone, PartialEq, Eq)]
pub struct Plain {
    /// The plain form.
    pub text: String,
    /// The same without its inflection.
    pub stem: String,
    /// How much it means.
    pub weight: Weight,
    /// A number that words with another stem hardly share.
    key: u64,
    /// The first and the last byte of the text.
    ends: (u8, u8),
}

impl fmt::Debug for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plain").field("weight", &self.weight).finish_non_exhaustive()
    }
}

impl Plain {
    /// A word that is in plain form already, as [`crate::text::tokens`] gives it.
    pub fn new(text: &str, language: Language) -> Self {
        let stem = stem(text, language).into_owned();
        let mut hasher = DefaultHasher::new();
        stem.hash(&mut hasher);
        let mut bytes = text.bytes();
        let first = bytes.next().unwrap_or_default();
        Self {
            key: hasher.finish(),
            ends: (first, bytes.next_back().unwrap_or(first)),
            weight: weight(text, language),
            text: text.to_owned(),
            stem,
        }
    }

    /// Whether it is a number, in whatever way it was written.
    pub fn is_digits(&self) -> bool {
        self.stem.bytes().all(|it| it.is_ascii_digit())
    }

    /// Whether two words are the same but for inflection, spelling of a digit, or one slip.
    pub fn is(&self, other: &Self) -> bool {
        if self.key == other.key {
            return self.stem == other.stem;
        }
        // Beside one slip either the first or the last letter is the same; most words differ here.
        (self.ends.0 == other.ends.0 || self.ends.1 == other.ends.1)
            && one_slip_apart(&self.text, &other.text)
    }
}

/// Words behind a Spanish "no" that answers the question before: "no, el viernes". Behind any other,
/// verbs and their pronouns above all, it denies: "no cuelgue", "no me llamen".
#[rustfmt::skip]
const BEHIND_AN_ANSWER: &[&str] = &[
    "ahora", "asi", "aun", "claro", "con", "de", "el", "en", "era", "es", "esa", "ese", "eso", "este",
    "esto", "favor", "fue", "gracias", "hoy", "la", "las", "los", "mas", "mañana", "mejor", "mi",
    "mis", "muchas", "nada", "ninguna", "ninguno", "no", "numero", "o", "para", "pero", "por",
    "señor", "señora", "señorita", "si", "sino", "solo", "son", "su", "sus", "todavia", "todo", "un",
    "una", "unas", "uno", "unos", "y", "ya", "yo",
];

/// Whether a word turns a wish into its opposite. `next` is the word behind it; `None` when it is the
/// last or a comma or full stop comes between.
pub fn negates(word: &str, next: Option<&str>, language: Language) -> bool {
    if has(language.lexicon().negations, word) {
        return true;
    }
    let denies =
        |next: &str| !BEHIND_AN_ANSWER.contains(&next) && !numbers::may_be_number(next, language);
    language == Language::Spanish && word == "no" && next.is_some_and(denies)
}

/// Whether a word may stand beside a value in a sentence that says nothing else, as in
/// "it is 55421".
pub fn carries(word: &str, language: Language) -> bool {
    has(language.lexicon().carriers, word)
}

/// Words between clauses, in alphabetical order.
const JOINS: &[(&str, Language)] = &[
    ("and", Language::English),
    ("because", Language::English),
    ("but", Language::English),
    ("o", Language::Spanish),
    ("or", Language::English),
    ("pero", Language::Spanish),
    ("porque", Language::Spanish),
    ("since", Language::English),
    ("sino", Language::Spanish),
    ("y", Language::Spanish),
];

/// Whether a word stands between clauses.
pub fn joins(word: &str, language: Language) -> bool {
    JOINS.contains(&(word, language))
}

/// Whether a word asks for something of its own.
pub fn names_a_wish(word: &Plain, language: Language) -> bool {
    let wishes = language.lexicon().other_wishes;
    wishes.iter().any(|it| {
        let ends = (it.bytes().next(), it.bytes().next_back());
        let resembles = ends.0 == Some(word.ends.0) || ends.1 == Some(word.ends.1);
        resembles && (stem(it, language) == word.stem || one_slip_apart(it, &word.text))
    })
}

/// A word without its inflection, so that "orders" and "order", "tracking" and "track" are equal.
pub fn stem(word: &str, language: Language) -> Cow<'_, str> {
    let lexicon = language.lexicon();
    if let Some(Part::Digit(digit)) = look_up(lexicon.numbers, word)
        && !has(lexicon.hardly_numbers, word)
    {
        return digit.to_string().into();
    }
    match language {
        Language::English => english_stem(word).into(),
        Language::Spanish => spanish_stem(word).into(),
        Language::Other => word.into(),
    }
}

fn english_stem(word: &str) -> &str {
    for (ending, least) in [("ing", 6), ("ed", 5), ("s", 4)] {
        if let Some(stem) = word.strip_suffix(ending)
            && word.len() >= least
            && !stem.ends_with('s')
        {
            return stem;
        }
    }
    word
}

/// Endings of Spanish words with the least length of a word that has one: verbs, then nouns.
const SPANISH_ENDINGS: &[(&str, usize)] = &[
    ("iendo", 8),
    ("ando", 7),
    ("iones", 8),
    ("ion", 6),
    ("ar", 5),
    ("er", 5),
    ("ir", 5),
    ("es", 5),
    ("as", 5),
    ("os", 5),
    ("s", 5),
    ("a", 4),
    ("e", 4),
    ("o", 4),
];

/// A Spanish word without number, gender and the ending of a verb: "pedidos" and "pedido",
/// "hablar" and "hablo".
fn spanish_stem(word: &str) -> &str {
    let ending =
        SPANISH_ENDINGS.iter().find(|(it, least)| word.len() >= *least && word.ends_with(it));
    ending.and_then(|(ending, _)| word.strip_suffix(ending)).unwrap_or(word)
}

/// Shortest word in which a wrong letter is forgiven; shorter ones turn into other words.
const LEAST_FOR_A_SLIP: usize = 5;

/// Bytes of the longest letter.
const LONGEST: usize = 4;

/// Whether one letter added, dropped or changed makes one word the other.
pub fn one_slip_apart(one: &str, other: &str) -> bool {
    // Most words differ at first sight, without a look at each letter.
    if one.len().min(other.len()) < LEAST_FOR_A_SLIP || one.len().abs_diff(other.len()) > LONGEST {
        return false;
    }
    let (one_letters, other_letters) = (one.chars().count(), other.chars().count());
    let (short, long) = if one_letters <= other_letters { (one, other) } else { (other, one) };
    let (least, most) = (one_letters.min(other_letters), one_letters.max(other_letters));
    if least < LEAST_FOR_A_SLIP
        || most.saturating_sub(least) > 1
        || short.bytes().any(|it| it.is_ascii_digit())
    {
        return false;
    }
    let front = short.chars().zip(long.chars()).take_while(|(a, b)| a == b).count();
    let back = short.chars().rev().zip(long.chars().rev()).take_while(|(a, b)| a == b).count();
    // What is left between the equal ends is at most the one slip.
    front.saturating_add(back).saturating_add(1) >= most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spanish_no_denies_a_verb_and_answers_before_anything_else() {
        for (next, denies) in [
            (Some("cuelgue"), true),
            (Some("me"), true),
            (Some("quiero"), true),
            (Some("es"), false),
            (Some("el"), false),
            (Some("cinco"), false),
            (Some("44322"), false),
            (Some("gracias"), false),
            (None, false),
        ] {
            assert_eq!(negates("no", next, Language::Spanish), denies, "{next:?}");
            assert!(!negates("no", next, Language::English), "{next:?}");
            assert!(negates("nunca", next, Language::Spanish), "{next:?}");
            assert!(negates("not", next, Language::English), "{next:?}");
        }
    }

    fn same(one: &str, other: &str, language: Language) -> bool {
        Plain::new(one, language).is(&Plain::new(other, language))
    }

    #[test]
    fn inflection_and_slips_are_the_same_word() {
        for (one, other, expected) in [
            ("order", "orders", true),
            ("tracking", "track", true),
            ("shipped", "shipping", true),
            ("5", "five", true),
            ("packege", "package", true),
            ("pakage", "package", true),
            ("order", "border", true),
            ("agent", "urgent", false),
            ("live", "life", false),
            ("pass", "pas", false),
            ("no", "now", false),
            ("55421", "55422", false),
        ] {
            assert_eq!(same(one, other, Language::English), expected, "{one} {other}");
            assert_eq!(same(other, one, Language::English), expected, "{other} {one}");
        }
    }

    #[test]
    fn spanish_inflection_is_the_same_word() {
        for (one, other, expected) in [
            ("pedido", "pedidos", true),
            ("orden", "ordenes", true),
            ("hablar", "hablo", true),
            ("hablando", "habla", true),
            ("cancelar", "cancelacion", false),
            ("reclamacion", "reclamaciones", true),
            ("5", "cinco", true),
            ("agente", "agentes", true),
            ("paquete", "pakete", false),
            ("paquete", "paquetee", true),
            ("si", "se", false),
            ("hora", "oro", false),
        ] {
            assert_eq!(same(one, other, Language::Spanish), expected, "{one} {other}");
            assert_eq!(same(other, one, Language::Spanish), expected, "{other} {one}");
        }
    }
}
