//! How much words mean, and which of them are the same.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::numbers::Part;
use super::{Language, has, look_up};

/// How much a word says about what the caller wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Weight {
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
    pub(crate) fn value(self) -> f64 {
        match self {
            Self::Filler => 0.0,
            Self::Function => 0.1,
            Self::Particle => 0.5,
            Self::Content => 1.0,
        }
    }

    /// Whether a match on the word is worth anything on its own.
    pub(crate) fn is_content(self) -> bool {
        self == Self::Content
    }
}

/// How much a word means.
pub(crate) fn weight(word: &str, language: Language) -> Weight {
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Plain {
    /// The plain form.
    pub(crate) text: String,
    /// The same without its inflection.
    pub(crate) stem: String,
    pub(crate) weight: Weight,
    /// A number that words with another stem hardly share.
    key: u64,
    /// The first and the last byte of the text.
    ends: (u8, u8),
}

impl Plain {
    pub(crate) fn new(text: &str, language: Language) -> Self {
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
    pub(crate) fn is_digits(&self) -> bool {
        self.stem.bytes().all(|it| it.is_ascii_digit())
    }

    /// Whether two words are the same but for inflection, spelling of a digit, or one slip.
    pub(crate) fn is(&self, other: &Self) -> bool {
        if self.key == other.key {
            return self.stem == other.stem;
        }
        // Beside one slip either the first or the last letter is the same; most words differ here.
        (self.ends.0 == other.ends.0 || self.ends.1 == other.ends.1)
            && one_slip_apart(&self.text, &other.text)
    }
}

/// Whether a word turns a wish into its opposite.
pub(crate) fn negates(word: &str, language: Language) -> bool {
    has(language.lexicon().negations, word)
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
pub(crate) fn joins(word: &str, language: Language) -> bool {
    JOINS.contains(&(word, language))
}

/// Whether a word asks for something of its own.
pub(crate) fn names_a_wish(word: &Plain, language: Language) -> bool {
    let wishes = language.lexicon().other_wishes;
    wishes.iter().any(|it| {
        let ends = (it.bytes().next(), it.bytes().next_back());
        let resembles = ends.0 == Some(word.ends.0) || ends.1 == Some(word.ends.1);
        resembles && (stem(it, language) == word.stem || one_slip_apart(it, &word.text))
    })
}

/// A word without its inflection, so that "orders" and "order", "tracking" and "track" are equal.
pub(crate) fn stem(word: &str, language: Language) -> Cow<'_, str> {
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
pub(crate) fn one_slip_apart(one: &str, other: &str) -> bool {
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
