//! What a caller said, as words in which phrases are found.

use std::ops::Range;

use language::text::{Token, tokens};
use wording::Language;

/// Most characters of an utterance that are read. Fifteen seconds of speech, the most that Lex
/// listens to, have about a quarter as many.
const MAX_READ: usize = 1_000;

/// Phrases of one meaning by language, each in plain words as [`language::text::tokens`] gives them:
/// lower case, contractions spelt out in English, no accents in Spanish.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Phrases {
    /// In English.
    pub(crate) en: &'static [&'static str],
    /// In Spanish.
    pub(crate) es: &'static [&'static str],
}

impl Phrases {
    /// Those of a language.
    pub(crate) fn of(&self, language: Language) -> &'static [&'static str] {
        match language {
            Language::EnUs => self.en,
            Language::EsUs => self.es,
        }
    }
}

/// Words that say nothing by themselves beside a command or an answer.
const BESIDE: Phrases = Phrases {
    en: &[
        "a", "actually", "again", "ah", "all", "alright", "am", "and", "are", "can", "could", "do",
        "for", "go", "good", "hello", "hey", "hi", "i", "is", "it", "just", "ma", "madam", "me",
        "moment", "much", "my", "now", "oh", "ok", "okay", "one", "please", "really", "right",
        "sir", "so", "sorry", "that", "the", "then", "there", "this", "to", "uh", "um", "very",
        "want", "well", "will", "would", "yeah", "yes", "you",
    ],
    es: &[
        "a",
        "ah",
        "ahora",
        "al",
        "bien",
        "bueno",
        "buenas",
        "con",
        "de",
        "disculpe",
        "el",
        "en",
        "entonces",
        "eh",
        "es",
        "eso",
        "esta",
        "esto",
        "favor",
        "hola",
        "la",
        "lo",
        "me",
        "mi",
        "mucho",
        "muy",
        "ok",
        "otra",
        "pero",
        "perdon",
        "por",
        "porfa",
        "pues",
        "que",
        "quiero",
        "quisiera",
        "se",
        "señor",
        "señora",
        "señorita",
        "si",
        "un",
        "una",
        "vez",
        "ya",
    ],
};

/// What a caller said, as words. `Debug` shows how many.
#[derive(Clone)]
pub(crate) struct Said<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    language: Language,
}

impl std::fmt::Debug for Said<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Said").field("count", &self.tokens.len()).finish_non_exhaustive()
    }
}

/// The language of the words of a call.
pub(crate) fn spoken(language: Language) -> language::Language {
    language::Language::of(language.locale())
}

/// A phrase that people wrote, in the plain words in which it is found.
pub(crate) fn plain(phrase: &str, language: Language) -> String {
    let words = tokens(phrase, spoken(language)).into_iter().map(|it| it.text);
    words.collect::<Vec<_>>().join(" ")
}

/// As much of an utterance as is read.
pub(crate) fn readable(text: &str) -> &str {
    text.char_indices().nth(MAX_READ).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

impl<'a> Said<'a> {
    /// The words of an utterance.
    pub(crate) fn new(text: &'a str, language: Language) -> Self {
        let text = readable(text);
        Self { text, tokens: tokens(text, spoken(language)), language }
    }

    /// What was said, as far as it is read.
    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// The words in plain form.
    pub(crate) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// What it was said in.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// Whether there is no word in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Where phrases of the language stand, as positions of words.
    pub(crate) fn places(&self, phrases: &Phrases) -> Vec<Range<usize>> {
        self.places_of(phrases.of(self.language))
    }

    /// Where phrases stand, as positions of words.
    pub(crate) fn places_of(&self, phrases: &[&str]) -> Vec<Range<usize>> {
        let mut places = Vec::new();
        for phrase in phrases {
            let length = phrase.split(' ').count();
            for start in 0..self.tokens.len() {
                let words = self.tokens.iter().skip(start).map(|it| it.text.as_str());
                if words.take(length).eq(phrase.split(' ')) {
                    places.push(start..start.saturating_add(length));
                }
            }
        }
        places
    }

    /// The word at a place in plain form; empty where there is none.
    pub(crate) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |it| it.text.as_str())
    }

    /// The word at a place as it was written, with its accents.
    pub(crate) fn written(&self, at: usize) -> &str {
        self.tokens.get(at).and_then(|it| self.text.get(it.span.clone())).unwrap_or_default()
    }

    /// The text from the first word of a range to the last; `None` where there are none.
    pub(crate) fn between(&self, words: &Range<usize>) -> Option<&'a str> {
        let first = self.tokens.get(words.start)?;
        let last = self.tokens.get(words.end.checked_sub(1)?)?;
        self.text.get(first.span.start..last.span.end)
    }

    /// Where phrases stand that a line's file has, as people write them.
    pub(crate) fn places_of_written(&self, phrases: &[String]) -> Vec<Range<usize>> {
        let plain: Vec<_> = phrases.iter().map(|it| plain(it, self.language)).collect();
        self.places_of(&plain.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Whether one of the phrases was said.
    pub(crate) fn has(&self, phrases: &Phrases) -> bool {
        !self.places(phrases).is_empty()
    }

    /// Whether one or more of the phrases were said and nothing else that means something.
    pub(crate) fn is_just(&self, phrases: &Phrases) -> bool {
        self.is_just_at(&self.places(phrases))
    }

    /// Whether nothing stands beside some places that means something; there is at least one of them.
    pub(crate) fn is_just_at(&self, places: &[Range<usize>]) -> bool {
        let is_place = |at| places.iter().any(|it| it.contains(&at));
        !places.is_empty() && (0..self.tokens.len()).all(|at| is_place(at) || self.is_beside(at))
    }

    /// Whether a word says nothing by itself beside a command or an answer.
    pub(crate) fn is_beside(&self, at: usize) -> bool {
        let word = self.tokens.get(at).map(|it| it.text.as_str());
        word.is_some_and(|it| BESIDE.of(self.language).contains(&it))
    }

    /// Whether a comma or a full stop stands behind a word.
    pub(crate) fn is_parted_after(&self, at: usize) -> bool {
        let end = self.tokens.get(at).map_or(0, |it| it.span.end);
        let next = at.checked_add(1).and_then(|it| self.tokens.get(it));
        let next = next.map_or(self.text.len(), |it| it.span.start);
        self.text.get(end..next).is_some_and(|gap| gap.contains([',', ';', '.', '!', '?']))
    }

    /// Whether what stands at a place is named only to be refused: "I don't want to cancel".
    pub(crate) fn refuses(&self, place: &Range<usize>) -> bool {
        language::refusal::is_refused(
            self.text,
            &self.tokens,
            place.start,
            place.end,
            spoken(self.language),
        )
    }
}

#[cfg(test)]
pub(crate) fn check_plain(phrases: &Phrases) {
    for language in Language::ALL {
        for phrase in phrases.of(language) {
            let plain: Vec<String> =
                tokens(phrase, spoken(language)).into_iter().map(|it| it.text).collect();
            assert_eq!(plain.join(" "), *phrase, "{language}: a phrase that is never found");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CANCEL: Phrases = Phrases { en: &["cancel it"], es: &["cancelela"] };

    #[test]
    fn phrases_are_found_in_plain_words() {
        check_plain(&BESIDE);
        for (language, said, has, just) in [
            (Language::EnUs, "Cancel it!", true, true),
            (Language::EnUs, "please cancel it, ok?", true, true),
            (Language::EnUs, "cancel it on friday", true, false),
            (Language::EnUs, "cancel", false, false),
            (Language::EsUs, "cancélela por favor", true, true),
            (Language::EsUs, "cancel it", false, false),
            (Language::EsUs, "", false, false),
        ] {
            let said = Said::new(said, language);
            assert_eq!((said.has(&CANCEL), said.is_just(&CANCEL)), (has, just), "{}", said.text());
        }
    }

    #[test]
    fn phrases_of_lines_find_themselves() {
        let lines = concat!(env!("CARGO_MANIFEST_DIR"), "/../../lines");
        let mut tried = 0;
        for file in std::fs::read_dir(lines).unwrap().map(|it| it.unwrap().path()) {
            if file.extension().is_none_or(|it| it != "toml") {
                continue;
            }
            let line: toml::Table = std::fs::read_to_string(&file).unwrap().parse().unwrap();
            let queues = line.get("queues").and_then(|it| it.as_array()).into_iter().flatten();
            for place in queues.chain(line.get("emergency")) {
                let words = place.get("words").and_then(|it| it.as_table());
                for (language, phrases) in words.into_iter().flatten() {
                    let language: Language = language.parse().unwrap();
                    for phrase in phrases.as_array().unwrap().iter().map(|it| it.as_str().unwrap())
                    {
                        let said = Said::new(phrase, language);
                        let places = said.places_of_written(&[phrase.to_lowercase()]);
                        assert_eq!(places.len(), 1, "{phrase:?}");
                        assert_eq!(places[0], 0..said.tokens().len(), "{phrase:?}");
                        tried += 1;
                    }
                }
            }
        }
        assert!(tried > 20, "{tried}");
    }

    #[test]
    fn no_more_is_read_than_can_be_said() {
        let long = "é".repeat(12_000);
        assert_eq!(Said::new(&long, Language::EsUs).text().chars().count(), MAX_READ);
    }
}
