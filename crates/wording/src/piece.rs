//! The pieces that speech is made of, as text and as SSML at once.

use std::borrow::Cow;

/// Longest text of a record or a caller that is said, in characters.
pub(crate) const MAX_TEXT: usize = 200;

/// How long a pause before what matters is.
const PAUSE: &str = "<break time=\"300ms\"/>";

/// A part of what is said.
///
/// INVARIANT: what a piece adds to the SSML, without tags and with escapes resolved, is what it adds
/// to the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words of ours, said as they are written.
    Words(String),
    /// Somebody else's words, said as they are written.
    Foreign(String),
    /// Written in one way and said in another.
    Alias {
        /// As it is written.
        text: String,
        /// The words that are said.
        said: String,
    },
    /// Digits that are read one after the other.
    Digits(String),
    /// Written in one way and pronounced as the International Phonetic Alphabet says.
    Sound {
        /// As it is written.
        text: String,
        /// How it is pronounced.
        ipa: &'static str,
    },
    /// A moment of silence.
    Pause,
}

impl Piece {
    /// Words of ours.
    pub(crate) fn words(words: impl Into<String>) -> Self {
        Self::Words(words.into())
    }

    /// Something that is written in one way and said in another.
    pub(crate) fn alias(text: impl Into<String>, said: impl Into<String>) -> Self {
        let (text, said) = (text.into(), said.into());
        if text == said { Self::Words(text) } else { Self::Alias { text, said } }
    }

    /// Text of a record or a caller: on one line, cut, and without characters that change how other
    /// text is shown or that XML cannot hold.
    pub(crate) fn foreign(text: &str) -> Self {
        let mut clean = String::new();
        let mut n_chars = 0_usize;
        for word in text.split(|it: char| it.is_whitespace() || it.is_control()) {
            let mut word = word.chars().filter(|it| is_speakable(*it)).peekable();
            if word.peek().is_none() {
                continue;
            }
            if n_chars > 0 {
                clean.push(' ');
                n_chars = n_chars.saturating_add(1);
            }
            for character in word {
                if n_chars >= MAX_TEXT {
                    clean.truncate(clean.trim_end().len());
                    return Self::Foreign(clean);
                }
                clean.push(character);
                n_chars = n_chars.saturating_add(1);
            }
        }
        Self::Foreign(clean)
    }

    /// As it is written.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Words(text)
            | Self::Foreign(text)
            | Self::Alias { text, .. }
            | Self::Digits(text)
            | Self::Sound { text, .. } => text,
            Self::Pause => "",
        }
    }

    /// The words that are said, as far as they differ from the text.
    pub(crate) fn said(&self) -> &str {
        match self {
            Self::Alias { said, .. } => said,
            Self::Words(_)
            | Self::Foreign(_)
            | Self::Digits(_)
            | Self::Sound { .. }
            | Self::Pause => self.text(),
        }
    }

    /// Takes the full stop off that the words end with, if another follows.
    fn drop_stop(&mut self) {
        match self {
            Self::Words(text) | Self::Foreign(text) | Self::Alias { text, .. } => {
                if let Some(rest) = text.strip_suffix('.') {
                    text.truncate(rest.len());
                }
            }
            Self::Digits(_) | Self::Sound { .. } | Self::Pause => {}
        }
    }
}

/// Whether a character can be said at all, or at least be shown without harm.
///
/// Left out are characters that XML 1.0 cannot hold, those that mark parts of a formatted message
/// (private use), and invisible ones that turn the direction of text around them or join words.
///
/// Source: Extensible Markup Language (XML) 1.0, 2.2 Characters; Unicode 16.0, 23.2 and 23.7.
pub(crate) fn is_speakable(character: char) -> bool {
    !matches!(
        character,
        '\u{0}'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{e000}'..='\u{f8ff}'
            | '\u{fdd0}'..='\u{fdef}'
            | '\u{feff}'
            | '\u{fff0}'..='\u{ffff}'
            | '\u{e0000}'..='\u{10ffff}'
    )
}

/// Pieces as text and as SSML without its `<speak>`: spaces in a row are one, there are none at the
/// ends, and a full stop after an abbreviation is not said twice.
pub(crate) fn assemble(mut pieces: Vec<Piece>) -> (String, String) {
    drop_double_stops(&mut pieces);
    let mut writer = Writer::default();
    for piece in &pieces {
        match piece {
            Piece::Words(text) => writer.text(text, Escape::Markup),
            Piece::Foreign(text) => writer.text(text, Escape::Everything),
            Piece::Alias { text, said } => {
                writer.tagged(&format!("<sub alias=\"{}\">", escaped(said)), text, "</sub>");
            }
            Piece::Digits(text) => {
                writer.tagged("<say-as interpret-as=\"digits\">", text, "</say-as>");
            }
            Piece::Sound { text, ipa } => {
                let open = format!("<phoneme alphabet=\"ipa\" ph=\"{}\">", escaped(ipa));
                writer.tagged(&open, text, "</phoneme>");
            }
            // Before the space that may be due, so that a pause at the end leaves none.
            Piece::Pause => writer.ssml.push_str(PAUSE),
        }
    }
    (writer.text, writer.ssml)
}

/// "At 10 a.m." at the end of a sentence has one full stop.
fn drop_double_stops(pieces: &mut [Piece]) {
    let mut before: Option<&mut Piece> = None;
    for piece in pieces.iter_mut().filter(|it| !it.text().is_empty()) {
        if let Some(before) = before
            && piece.text().starts_with('.')
        {
            before.drop_stop();
        }
        before = Some(piece);
    }
}

/// Writes text and SSML in step.
#[derive(Default)]
struct Writer {
    text: String,
    ssml: String,
    is_space_due: bool,
}

impl Writer {
    /// Adds text that needs no tag.
    fn text(&mut self, text: &str, escape: Escape) {
        for character in text.chars() {
            if character.is_whitespace() || character.is_control() {
                self.is_space_due = !self.text.is_empty();
            } else if is_speakable(character) {
                self.space();
                self.text.push(character);
                push_escaped(&mut self.ssml, character, escape);
            }
        }
    }

    /// Adds text within a tag.
    fn tagged(&mut self, open: &str, text: &str, close: &str) {
        if text.is_empty() {
            return;
        }
        self.space();
        self.ssml.push_str(open);
        self.text.push_str(text);
        self.ssml.push_str(&escaped(text));
        self.ssml.push_str(close);
    }

    fn space(&mut self) {
        if self.is_space_due {
            self.text.push(' ');
            self.ssml.push(' ');
            self.is_space_due = false;
        }
    }
}

/// Text that no part of is read as markup, in an attribute either.
fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len());
    text.chars().for_each(|it| push_escaped(&mut escaped, it, Escape::Everything));
    Cow::Owned(escaped)
}

/// What is escaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Escape {
    /// What XML demands outside of tags. Our own words are full of apostrophes, and Lex counts.
    Markup,
    /// Every character that Polly reserves.
    ///
    /// Source: Amazon Polly Developer Guide, Reserved characters in SSML.
    Everything,
}

fn push_escaped(out: &mut String, character: char, escape: Escape) {
    match (character, escape) {
        ('&', _) => out.push_str("&amp;"),
        ('<', _) => out.push_str("&lt;"),
        ('>', _) => out.push_str("&gt;"),
        ('"', Escape::Everything) => out.push_str("&quot;"),
        ('\'', Escape::Everything) => out.push_str("&apos;"),
        _ => out.push(character),
    }
}
