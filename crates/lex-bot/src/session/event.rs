//! Writes the event that the code hook is sent.
//!
//! Source: Amazon Lex V2 Developer Guide, "AWS Lambda input event format for Lex V2".

use aws_events::lex::{
    DialogAction, Event, InputMode, Intent, Interpretation, InvocationSource, ProposedNextState,
    ResolvedContext, SessionState, Transcription,
};
use serde::Serialize;
use serde_json::json;

use super::{Expects, Heard, Question, Session};
use crate::bot::Locale;

/// How Connect wants the answer.
const RESPONSE_CONTENT_TYPE: &str = "text/plain; charset=utf-8";

/// The event of one invocation. `next` is the question that follows if the hook delegates.
pub(super) fn event(
    session: &Session,
    locale: &Locale,
    source: InvocationSource,
    intent: &Intent,
    next: Option<&Question>,
) -> Event {
    let heard = &session.heard;
    Event {
        message_version: "1.0".to_owned(),
        invocation_source: source,
        input_mode: heard.mode,
        response_content_type: RESPONSE_CONTENT_TYPE.to_owned(),
        session_id: session.id.clone(),
        input_transcript: heard.transcript.clone(),
        invocation_label: None,
        bot: session.identity.clone(),
        interpretations: interpretations(heard, locale, intent),
        proposed_next_state: next.and_then(|it| proposed(it, intent)),
        request_attributes: session.request_attributes.clone(),
        session_state: SessionState {
            active_contexts: session.contexts.clone(),
            session_attributes: session.attributes.clone(),
            dialog_action: None,
            intent: Some(intent.clone()),
            originating_request_id: Some(request_id(session.turn)),
            runtime_hints: None,
        },
        transcriptions: transcriptions(heard, intent),
    }
}

/// Lex proposes a next state only when it is a slot to ask for.
fn proposed(question: &Question, intent: &Intent) -> Option<ProposedNextState> {
    let attempt = match question.attempt {
        0 => "Initial".to_owned(),
        retry => format!("Retry{retry}"),
    };
    let Expects::Slot { name } = &question.expects else {
        return None;
    };
    Some(ProposedNextState {
        dialog_action: DialogAction::elicit_slot(name.as_str()),
        intent: Some(intent.clone()),
        prompt: Some(json!({ "attempt": attempt })),
    })
}

/// The readings of the last thing said: the one that is followed, then the others. The fallback
/// intent stands where the confidence threshold runs.
pub(super) fn interpretations(
    heard: &Heard,
    locale: &Locale,
    intent: &Intent,
) -> Vec<Interpretation> {
    let followed = Interpretation {
        intent: intent.clone(),
        nlu_confidence: heard.confidence,
        interpretation_source: Some("Lex".to_owned()),
        sentiment_response: None,
    };
    let mut others: Vec<Interpretation> = heard
        .alternatives
        .iter()
        .filter(|it| it.intent.name != intent.name)
        .map(|it| Interpretation {
            intent: Intent { state: intent.state, ..it.intent.clone() },
            ..it.clone()
        })
        .collect();
    if intent.name != locale.fallback.name {
        let fallback = Interpretation {
            intent: Intent { state: intent.state, ..locale.fallback.start() },
            nlu_confidence: None,
            interpretation_source: Some("Lex".to_owned()),
            sentiment_response: None,
        };
        let above = |it: &&Interpretation| it.nlu_confidence >= Some(locale.threshold);
        let place = others.iter().take_while(above).count();
        others.insert(place, fallback);
    }
    std::iter::once(followed).chain(others).collect()
}

/// The words and what they led to; silence has no transcription.
fn transcriptions(heard: &Heard, intent: &Intent) -> Vec<Transcription> {
    if heard.transcript.is_empty() {
        return Vec::new();
    }
    vec![Transcription {
        transcription: heard.transcript.clone(),
        transcription_confidence: (heard.mode == InputMode::Speech).then_some(1.0),
        resolved_context: Some(ResolvedContext { intent: intent.name.clone() }),
        resolved_slots: heard.slots.clone(),
    }]
}

/// An id as unique within the session as it can be without chance.
fn request_id(turn: u32) -> String {
    format!("00000000-0000-4000-8000-{turn:012x}")
}

/// Bytes of a value as JSON.
pub(super) fn size(value: &impl Serialize) -> usize {
    /// Counts what is written to it.
    struct Counter(usize);
    impl std::io::Write for Counter {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 = self.0.saturating_add(bytes.len());
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut counter = Counter(0);
    // What cannot be written (there is no such value in these types) is larger than any limit.
    serde_json::to_writer(&mut counter, value).map_or(usize::MAX, |()| counter.0)
}
