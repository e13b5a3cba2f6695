//! What Lex made of what the caller said.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::open::open_enum;
use super::{Intent, Slots, lenient};

/// One reading of what the caller said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "the names of Lex")]
pub struct Interpretation {
    /// The intent and its slots.
    pub intent: Intent,
    /// How sure Lex is, 0 to 1; `None` for the fallback intent.
    ///
    /// Lex writes a number. The runtime API and older events have `{"score": number}`, and some
    /// tools a text; all are read, a number is written. What is none of them reads as `None`.
    #[serde(default, deserialize_with = "confidence", skip_serializing_if = "Option::is_none")]
    pub nlu_confidence: Option<f64>,
    /// Who made this reading.
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub interpretation_source: Option<InterpretationSource>,
    /// The caller's mood, where sentiment analysis is on.
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub sentiment_response: Option<SentimentResponse>,
}

open_enum! {
    /// Who made a reading.
    pub enum InterpretationSource {
        /// A language model.
        Bedrock = "Bedrock",
        /// Lex itself.
        Lex = "Lex",
    }
}

/// The caller's mood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SentimentResponse {
    /// The mood that is likeliest.
    pub sentiment: Sentiment,
    /// How likely each is.
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub sentiment_score: Option<SentimentScore>,
}

open_enum! {
    /// A mood.
    pub enum Sentiment {
        /// Good and bad at once.
        Mixed = "MIXED",
        /// Bad.
        Negative = "NEGATIVE",
        /// Neither.
        Neutral = "NEUTRAL",
        /// Good.
        Positive = "POSITIVE",
    }
}

/// How likely each mood is, 0 to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SentimentScore {
    /// Good and bad at once.
    pub mixed: f64,
    /// Bad.
    pub negative: f64,
    /// Neither.
    pub neutral: f64,
    /// Good.
    pub positive: f64,
}

/// What speech recognition heard.
///
/// `Debug` shows nothing that was said.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "the names of Lex")]
pub struct Transcription {
    /// The words.
    #[serde(default, deserialize_with = "lenient::part")]
    pub transcription: String,
    /// How sure it is, 0 to 1; read as leniently as [`Interpretation::nlu_confidence`].
    #[serde(default, deserialize_with = "confidence", skip_serializing_if = "Option::is_none")]
    pub transcription_confidence: Option<f64>,
    /// The intent this transcription leads to.
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "Option::is_none")]
    pub resolved_context: Option<ResolvedContext>,
    /// The slots this transcription fills.
    #[serde(default, deserialize_with = "lenient::map")]
    pub resolved_slots: Slots,
}

impl fmt::Debug for Transcription {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transcription")
            .field("transcription_confidence", &self.transcription_confidence)
            .field("resolved_context", &self.resolved_context)
            .field("resolved_slots", &self.resolved_slots)
            .finish_non_exhaustive()
    }
}

/// The intent a transcription leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResolvedContext {
    /// Name of the intent.
    #[serde(default, deserialize_with = "lenient::part")]
    pub intent: String,
}

/// Reads a confidence written as `0.58`, `{"score": 0.58}` or `"0.58"`.
fn confidence<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    let wire = Option::<Value>::deserialize(deserializer)?;
    let number = match &wire {
        Some(Value::Object(object)) => object.get("score"),
        other => other.as_ref(),
    };
    let read = match number {
        Some(Value::String(text)) => text.trim().parse().ok(),
        number => number.and_then(Value::as_f64),
    };
    Ok(read.filter(|it: &f64| it.is_finite()))
}
