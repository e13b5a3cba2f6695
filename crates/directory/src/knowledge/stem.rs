//! Words of a text as they are searched: without endings, accents and filler.

use bm25::Tokenizer;
use rust_stemmers::{Algorithm, Stemmer};
use wording::Language;

/// Words that say nothing of what is asked, by language, without accents.
const ENGLISH_FILLER: &[&str] = &[
    "a",
    "about",
    "all",
    "also",
    "am",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "been",
    "by",
    "can",
    "could",
    "d",
    "did",
    "do",
    "does",
    "for",
    "from",
    "get",
    "give",
    "had",
    "has",
    "have",
    "he",
    "hear",
    "her",
    "him",
    "his",
    "how",
    "i",
    "in",
    "is",
    "it",
    "its",
    "kind",
    "know",
    "let",
    "like",
    "ll",
    "many",
    "may",
    "me",
    "more",
    "much",
    "my",
    "no",
    "not",
    "of",
    "on",
    "one",
    "or",
    "our",
    "please",
    "s",
    "say",
    "she",
    "so",
    "some",
    "something",
    "t",
    "tell",
    "than",
    "that",
    "the",
    "their",
    "them",
    "there",
    "they",
    "this",
    "to",
    "us",
    "ve",
    "want",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "which",
    "who",
    "why",
    "will",
    "with",
    "would",
    "you",
    "your",
];
const SPANISH_FILLER: &[&str] = &[
    "a", "al", "algo", "algun", "alguna", "algunos", "como", "con", "conoce", "cual", "cuales",
    "cuando", "cuanto", "cuente", "cuenteme", "de", "del", "deme", "diga", "digame", "donde", "el",
    "ella", "en", "es", "esa", "ese", "eso", "esta", "este", "esto", "fue", "ha", "hable",
    "hableme", "hace", "han", "hay", "he", "la", "las", "le", "les", "lo", "los", "mas", "me",
    "mi", "mucho", "muy", "ni", "no", "o", "para", "pero", "por", "puede", "podria", "que",
    "quien", "quiero", "quisiera", "saber", "sabe", "se", "ser", "si", "sobre", "son", "su", "sus",
    "te", "tiempo", "tiene", "todo", "un", "una", "unas", "uno", "unos", "usted", "y", "ya", "yo",
];

/// Words that mean the same where somebody is asked about: what is said, and what it is found as. The
/// left side is a word of the text without accents, the right side is stemmed like any other.
const ENGLISH_SAME: &[(&str, &str)] = &[
    ("cost", "charge"),
    ("costs", "charge"),
    ("degree", "study"),
    ("degrees", "study"),
    ("email", "mail"),
    ("e", ""),
    ("begin", "start"),
    ("fee", "charge"),
    ("fees", "charge"),
    ("graduate", "study"),
    ("job", "work"),
    ("jobs", "work"),
    ("lead", "led"),
    ("leading", "led"),
    ("manage", "led"),
    ("managed", "led"),
    ("price", "charge"),
    ("rate", "charge"),
    ("rates", "charge"),
    ("remote", "remotely"),
    ("university", "study"),
];
const SPANISH_SAME: &[(&str, &str)] = &[
    ("carrera", "estudios"),
    ("contactarla", "contactar"),
    ("contactarlo", "contactar"),
    ("comunicarse", "contactar"),
    ("cuesta", "cobra"),
    ("email", "correo"),
    ("mail", "correo"),
    ("e", ""),
    ("comenzar", "empezar"),
    ("empleo", "trabajo"),
    ("estudio", "estudios"),
    ("precio", "cobra"),
    ("tarifa", "cobra"),
    ("tarifas", "cobra"),
    ("universidad", "estudios"),
];

/// Takes texts of a language apart.
pub(super) struct Words {
    stemmer: Stemmer,
    filler: &'static [&'static str],
    same: &'static [(&'static str, &'static str)],
}

impl Words {
    pub(super) fn of(language: Language) -> Self {
        match language {
            Language::EnUs => Self {
                stemmer: Stemmer::create(Algorithm::English),
                filler: ENGLISH_FILLER,
                same: ENGLISH_SAME,
            },
            Language::EsUs => Self {
                stemmer: Stemmer::create(Algorithm::Spanish),
                filler: SPANISH_FILLER,
                same: SPANISH_SAME,
            },
        }
    }
}

impl Tokenizer for Words {
    fn tokenize(&self, text: &str) -> Vec<String> {
        let lower = text.to_lowercase();
        let words = lower.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
        let mut tokens = Vec::new();
        for word in words {
            let plain: String = word.chars().map(plain).collect();
            if self.filler.contains(&plain.as_str()) {
                continue;
            }
            let same = self.same.iter().find(|(said, _)| *said == plain).map(|it| it.1);
            let stem = match same {
                Some("") => continue,
                Some(same) => self.stemmer.stem(same),
                // The stemmer knows endings with their accents.
                None => self.stemmer.stem(word),
            };
            tokens.push(stem.chars().map(self::plain).collect());
        }
        tokens
    }
}

/// A letter without its accent, as recognition may leave it out.
fn plain(letter: char) -> char {
    match letter {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(language: Language, text: &str) -> Vec<String> {
        Words::of(language).tokenize(text)
    }

    #[test]
    fn endings_accents_case_and_filler_go() {
        assert_eq!(tokens(Language::EnUs, "What did SHE program at Acme?"), ["program", "acm"]);
        assert_eq!(tokens(Language::EnUs, "programming languages"), ["program", "languag"]);
        assert_eq!(tokens(Language::EsUs, "¿Qué idiomas habla?"), ["idiom", "habl"]);
        assert_eq!(tokens(Language::EsUs, "Inés"), tokens(Language::EsUs, "ines"));
        assert_eq!(tokens(Language::EnUs, " ,.! "), [""; 0]);
    }

    #[test]
    fn what_means_the_same_is_found_as_the_same() {
        for (one, other) in [("e-mail", "email"), ("an email", "mail"), ("degree", "studied")] {
            assert_eq!(tokens(Language::EnUs, one), tokens(Language::EnUs, other), "{one}");
        }
        let spanish = |text| tokens(Language::EsUs, text);
        assert_eq!(spanish("tarifas"), spanish("cobra"));
    }

    #[test]
    fn word_lists_are_plain_and_in_lower_case() {
        let all = [ENGLISH_FILLER, SPANISH_FILLER].concat();
        let said = [ENGLISH_SAME, SPANISH_SAME].concat();
        for word in all.into_iter().chain(said.into_iter().map(|it| it.0)) {
            assert!(word.chars().all(|it| it.is_ascii_lowercase()), "{word}");
        }
    }
}
