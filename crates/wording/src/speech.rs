//! Words as a voice speaks them and as text.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::piece::{Piece, assemble};
use crate::{Language, Pace, length};

/// Words as a voice speaks them and as text.
///
/// They may hold what a caller said, so `Debug` shows the language only.
///
/// INVARIANT: the SSML without its tags and with its escapes resolved is the text.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speech {
    language: Language,
    text: String,
    ssml: String,
}

impl Speech {
    /// Longest document that Lex passes on, in characters.
    ///
    /// Source: Amazon Lex V2 API Reference, Message, `content`.
    pub const MAX_DOCUMENT: usize = 1024;

    /// Nothing at all, to go on from.
    pub fn silence(language: Language) -> Self {
        Self { language, text: String::new(), ssml: String::new() }
    }

    /// Text that somebody else wrote, such as a line's own greeting: nothing in it is markup, and it
    /// is said in full, as it is.
    ///
    /// Only the numbers that are called in an emergency are read digit by digit: nobody calls "nine
    /// hundred eleven".
    pub fn plain(language: Language, text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, number, behind)) = emergency_number(rest) {
            pieces.push(Piece::Foreign(before.to_owned()));
            pieces.push(Piece::Digits(number.to_owned()));
            rest = behind;
        }
        pieces.push(Piece::Foreign(rest.to_owned()));
        Self::of(language, pieces, Pace::Normal)
    }

    pub(crate) fn of(language: Language, pieces: Vec<Piece>, pace: Pace) -> Self {
        let (text, ssml) = assemble(pieces);
        let ssml = match pace {
            // Polly's own `slow` stretches words; this much is only calmer.
            Pace::Slow if !ssml.is_empty() => format!("<prosody rate=\"85%\">{ssml}</prosody>"),
            Pace::Slow | Pace::Normal => ssml,
        };
        Self { language, text, ssml }
    }

    /// The language that is spoken.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The plain text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The SSML without its `<speak>`, to be put among other SSML.
    pub fn ssml(&self) -> &str {
        &self.ssml
    }

    /// The SSML document.
    pub fn document(&self) -> String {
        format!("<speak>{}</speak>", self.ssml)
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// About how long it takes to say, in seconds, pauses included.
    pub fn seconds(&self) -> f64 {
        length::seconds(self.language, &self.ssml)
    }

    /// Goes on with other words, after a space.
    #[must_use]
    pub fn then(mut self, next: &Self) -> Self {
        if !self.text.is_empty() && !next.text.is_empty() {
            self.text.push(' ');
            self.ssml.push(' ');
        }
        self.text.push_str(&next.text);
        self.ssml.push_str(&next.ssml);
        self
    }
}

/// Numbers that are called in an emergency.
///
/// Source: 47 CFR 52.15 and 64.3000 (911), the FCC's order 20-100 of 2020 (988, the lifeline in a crisis);
/// ITU-T E.161.1 (112).
const EMERGENCY: [&str; 3] = ["911", "988", "112"];

/// The first such number that stands by itself, with what comes before and behind it.
fn emergency_number(text: &str) -> Option<(&str, &str, &str)> {
    let stands_alone = |before: &str, behind: &str| {
        let joins = |it: char| it.is_alphanumeric() || it == '$';
        let goes_on = behind.strip_prefix(['.', ',']).is_some_and(|it| it.starts_with(is_digit));
        let came_before = before.strip_suffix(['.', ',']).is_some_and(|it| it.ends_with(is_digit));
        !before.ends_with(joins) && !behind.starts_with(joins) && !goes_on && !came_before
    };
    let places = EMERGENCY.iter().flat_map(|number| text.match_indices(number));
    places
        .filter_map(|(at, number)| {
            let before = text.get(..at)?;
            let behind = text.get(at.checked_add(number.len())?..)?;
            stands_alone(before, behind).then_some((before, number, behind))
        })
        .min_by_key(|(before, ..)| before.len())
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

impl fmt::Debug for Speech {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Speech").field("language", &self.language).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emergency_numbers_are_read_digit_by_digit() {
        let digits = |number: &str| format!("<say-as interpret-as=\"digits\">{number}</say-as>");
        let (n911, n112) = (digits("911"), digits("112"));
        for (text, ssml) in [
            ("Hang up and call 911.", format!("Hang up and call {n911}.")),
            ("911 or 112, now", format!("{n911} or {n112}, now")),
            ("Room 9112 is $911.", "Room 9112 is $911.".to_owned()),
            ("911.50 and 1,911 and 24/7", "911.50 and 1,911 and 24/7".to_owned()),
            ("nothing & nobody", "nothing &amp; nobody".to_owned()),
            ("", String::new()),
        ] {
            let speech = Speech::plain(Language::EnUs, text);
            assert_eq!((speech.ssml(), speech.text()), (&*ssml, text));
        }
    }
}
