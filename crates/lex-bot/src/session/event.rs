//! Writes the event that the code hook is sent.
//!
//! Source: Amazon Lex V2 Developer Guide, "AWS Lambda input event format for Lex V2".

use aws_events::lex::{
    Attributes, DialogAction, Event, InputMode, Intent, Interpretation, InterpretationSource,
    InvocationSource, PromptAttempt, ProposedNextState, ProposedPrompt, ResolvedContext,
    SessionState, Transcription,
};
use jiff::Timestamp;
use serde::Serialize;

use super::state::{Heard, Question};
use super::{Expects, Session};
use crate::bot::Locale;

/// How Connect wants the answer.
const RESPONSE_CONTENT_TYPE: &str = "text/plain; charset=utf-8";

/// Attribute of the request with the keys that the caller pressed.
///
/// Source: Amazon Connect Administrator Guide, "Flow block: Get customer input".
const DTMF_TRANSCRIPT: &str = "x-amz-lex:dtmf-transcript";

/// What the hook is called for.
pub(super) struct Occasion<'a> {
    pub(super) source: InvocationSource,
    /// Label of the step.
    pub(super) label: Option<&'a str>,
    /// The question that follows if the hook delegates.
    pub(super) next: Option<&'a Question>,
}

/// The event of one invocation.
pub(super) fn event(
    session: &Session,
    locale: &Locale,
    now: Timestamp,
    intent: &Intent,
    occasion: Occasion<'_>,
) -> Event {
    let heard = &session.heard;
    Event {
        message_version: "1.0".to_owned(),
        invocation_source: occasion.source,
        input_mode: heard.mode.clone(),
        response_content_type: RESPONSE_CONTENT_TYPE.to_owned(),
        session_id: session.id.clone(),
        input_transcript: heard.transcript.clone(),
        invocation_label: occasion.label.map(str::to_owned),
        bot: session.identity.clone(),
        interpretations: interpretations(heard, locale, intent),
        proposed_next_state: occasion.next.and_then(|it| proposed(it, intent)),
        request_attributes: request_attributes(session),
        session_state: SessionState {
            active_contexts: session.contexts.told(now),
            session_attributes: session.attributes.clone(),
            dialog_action: None,
            intent: Some(intent.clone()),
            originating_request_id: Some(request_id(session.turn)),
            runtime_hints: session.hints.clone(),
        },
        transcriptions: transcriptions(heard, intent),
    }
}

/// The attributes of the request, with the keys if there were any.
fn request_attributes(session: &Session) -> Attributes {
    let mut attributes = session.request_attributes.clone();
    if session.heard.mode == InputMode::Dtmf {
        attributes.insert(DTMF_TRANSCRIPT.to_owned(), session.heard.transcript.clone());
    } else {
        // A hook that tells back what it was told means no key.
        attributes.remove(DTMF_TRANSCRIPT);
    }
    attributes
}

/// Leaves out of an event what is expendable, one thing after another, until it is no larger than
/// `limit`; gives its size in bytes of JSON, which may still be larger.
pub(super) fn fit(event: &mut Event, limit: usize) -> usize {
    /// What can be left out, the most expendable first.
    const EXPENDABLE: &[fn(&mut Event)] = &[
        |it| it.transcriptions.iter_mut().skip(1).for_each(|it| it.resolved_slots.clear()),
        |it| it.interpretations.truncate(1),
        |it| {
            if let Some(proposed) = &mut it.proposed_next_state {
                proposed.intent = None;
            }
        },
        |it| it.transcriptions.truncate(1),
        |it| it.transcriptions.iter_mut().for_each(|it| it.resolved_slots.clear()),
        |it| it.transcriptions.clear(),
    ];
    let mut bytes = size(event);
    for leave_out in EXPENDABLE {
        if bytes <= limit {
            break;
        }
        leave_out(event);
        bytes = size(event);
    }
    bytes
}

/// Lex proposes a next state only when it is a slot to ask for.
fn proposed(question: &Question, intent: &Intent) -> Option<ProposedNextState> {
    let Expects::Slot { name } = &question.expects else {
        return None;
    };
    Some(ProposedNextState {
        dialog_action: DialogAction::elicit_slot(name.as_str()),
        intent: Some(intent.clone()),
        prompt: Some(ProposedPrompt { attempt: PromptAttempt::after(question.attempt) }),
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
        interpretation_source: Some(InterpretationSource::Lex),
        sentiment_response: heard.sentiment.clone(),
    };
    let mut others: Vec<Interpretation> = heard
        .alternatives
        .iter()
        .filter(|it| it.intent.name != intent.name)
        .map(|it| Interpretation {
            intent: Intent { state: intent.state.clone(), ..it.intent.clone() },
            ..it.clone()
        })
        .collect();
    if intent.name != locale.fallback.name {
        let fallback = Interpretation {
            intent: Intent { state: intent.state.clone(), ..locale.fallback.start() },
            nlu_confidence: None,
            interpretation_source: Some(InterpretationSource::Lex),
            sentiment_response: None,
        };
        let above = |it: &&Interpretation| it.nlu_confidence >= Some(locale.threshold);
        let place = others.iter().take_while(above).count();
        others.insert(place, fallback);
    }
    std::iter::once(followed).chain(others).collect()
}

/// What was heard, and what each led to or would have led to.
fn transcriptions(heard: &Heard, intent: &Intent) -> Vec<Transcription> {
    let mut transcriptions = heard.transcriptions.clone();
    if let Some(first) = transcriptions.first_mut() {
        first.resolved_context = Some(ResolvedContext { intent: intent.name.clone() });
        first.resolved_slots = heard.slots.clone();
    }
    transcriptions
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
