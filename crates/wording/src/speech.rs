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
    pub fn plain(language: Language, text: &str) -> Self {
        Self::of(language, vec![Piece::Foreign(text.to_owned())], Pace::Normal)
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

    /// Goes on with a short pause.
    #[must_use]
    pub fn pause(mut self) -> Self {
        let (_, pause) = assemble(vec![Piece::Pause]);
        self.ssml.push_str(&pause);
        self
    }
}

impl fmt::Debug for Speech {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Speech").field("language", &self.language).finish_non_exhaustive()
    }
}
