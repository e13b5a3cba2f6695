//! What the caller said, pressed, or did not.

use aws_events::lex::{InputMode, ResolvedContext, SentimentResponse, Slots, Transcription};

use super::input::{Hearing, Speech};
use super::reading::Situation;

/// Most characters of what a caller says that anybody is told.
///
/// Source: Amazon Lex V2 Developer Guide, "Quotas": text input of 1,024 Unicode characters.
const MAX_CHARACTERS: usize = 1024;

/// Most transcriptions that the hook is told.
const MAX_TRANSCRIPTIONS: usize = 10;

/// Something the caller said, pressed, or did not.
pub(super) struct Said {
    /// Everything, for understanding.
    pub(super) words: String,
    pub(super) mode: InputMode,
    pub(super) transcriptions: Vec<Hearing>,
    pub(super) sentiment: Option<SentimentResponse>,
    pub(super) is_silence: bool,
}

impl Said {
    fn new(words: String, mode: InputMode, transcriptions: Vec<Hearing>) -> Self {
        Self { words, mode, transcriptions, sentiment: None, is_silence: false }
    }

    pub(super) fn speech(speech: Speech) -> Self {
        let Speech { text, confidence, others, sentiment } = speech;
        let first = Hearing { text: text.clone(), confidence: Some(confidence.unwrap_or(1.0)) };
        let transcriptions = std::iter::once(first).chain(others).collect();
        Self { sentiment, ..Self::new(text, InputMode::Speech, transcriptions) }
    }

    pub(super) fn text(text: String) -> Self {
        let only = Hearing { text: text.clone(), confidence: Some(1.0) };
        Self::new(text, InputMode::Text, vec![only])
    }

    pub(super) fn keys(keys: String) -> Self {
        let pressed = Hearing { text: keys.clone(), confidence: None };
        let transcriptions = if keys.is_empty() { Vec::new() } else { vec![pressed] };
        Self::new(keys, InputMode::Dtmf, transcriptions)
    }

    pub(super) fn silence() -> Self {
        Self { is_silence: true, ..Self::new(String::new(), InputMode::Speech, Vec::new()) }
    }
}

/// The beginning of what was said, as much of it as Lex takes.
pub(super) fn cut(words: &str) -> &str {
    let end = words.char_indices().nth(MAX_CHARACTERS).map_or(words.len(), |(place, _)| place);
    words.get(..end).unwrap_or_default()
}

/// What was heard, and what each would lead to.
pub(super) fn transcriptions(
    situation: &Situation<'_, '_>,
    heard: &[Hearing],
) -> Vec<Transcription> {
    heard
        .iter()
        .take(MAX_TRANSCRIPTIONS)
        .enumerate()
        .map(|(number, hearing)| {
            let confidence = hearing.confidence.filter(|it| it.is_finite());
            let plain = Transcription {
                transcription: cut(&hearing.text).to_owned(),
                transcription_confidence: confidence.map(|it| it.clamp(0.0, 1.0)),
                resolved_context: None,
                resolved_slots: Slots::new(),
            };
            // The first is followed; what it leads to is known only then.
            if number == 0 {
                return plain;
            }
            let (intent, resolved_slots) = situation.resolved(&hearing.text);
            Transcription {
                resolved_context: Some(ResolvedContext { intent }),
                resolved_slots,
                ..plain
            }
        })
        .collect()
}
