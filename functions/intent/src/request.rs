//! What is read of an event.

use aws_events::E164;
use aws_events::lex::{
    self, Attributes, ConfirmationState, Event, InputMode, Interpretation, Sentiment,
};
use dialogue::{Heard, Mode, Opinion, Slot, Slots, Wish, YesNo};
use serde::Deserialize;
use serde_json::Value;
use store::{ContactId, RecordingConsent};

use crate::IntentError;

/// Session attribute: the contact.
const CONTACT_ID: &str = "contactId";
/// Session attribute: the number that was dialled.
const LINE: &str = "line";
/// Session attribute: whether the caller may be recorded.
const RECORDING_CONSENT: &str = "recordingConsent";
/// Session attribute: number of the last finished turn.
pub(crate) const TURN: &str = "turn";
/// Request attribute: the kinds of messages that the channel takes.
const ACCEPTED: &str = "x-amz-lex:accept-content-types";

/// Most characters kept of what a caller said. Fifteen seconds of speech, the most that Lex listens
/// to, have about half as many.
const MAX_KEPT: usize = 500;
/// Most characters read of what a caller said. Speech never has as many; a channel of text may.
const MAX_READ: usize = 1_000;

/// What is read of an event.
#[derive(Debug)]
pub(crate) struct Request {
    /// The contact; `None` when the event names none.
    pub(crate) contact_id: Option<ContactId>,
    /// The number that was dialled; `None` when the event names none.
    pub(crate) dialled: Option<E164>,
    /// The last turn that the sender saw finished.
    pub(crate) finished: Option<u32>,
    /// Whether the caller may be recorded; `None` when the event does not say.
    pub(crate) consent: Option<RecordingConsent>,
    /// Locale of the bot, such as `en_US`.
    pub(crate) locale: String,
    /// What the caller did.
    pub(crate) heard: Heard,
    /// What else Lex takes the caller's words for.
    pub(crate) alternatives: Vec<Opinion>,
    /// The session's attributes, which the answer gives back. None of them is ever obeyed.
    pub(crate) attributes: Attributes,
    /// Whether the channel takes speech markup.
    pub(crate) takes_ssml: bool,
}

impl TryFrom<Value> for Request {
    type Error = IntentError;

    fn try_from(event: Value) -> Result<Self, Self::Error> {
        let event = Event::deserialize(event).or(Err(IntentError::EventMalformed))?;
        let attributes = &event.session_state.session_attributes;
        let consent = attributes.get(RECORDING_CONSENT).and_then(|it| it.parse().ok());
        Ok(Self {
            // A bot tried out without a flow has no contact; its session takes the place.
            contact_id: attributes
                .get(CONTACT_ID)
                .and_then(|it| it.parse().ok())
                .or_else(|| event.session_id.parse().ok()),
            dialled: attributes.get(LINE).and_then(|it| it.parse().ok()),
            finished: attributes.get(TURN).and_then(|it| it.parse().ok()),
            consent,
            heard: heard(&event, consent),
            alternatives: alternatives(&event),
            locale: event.bot.locale_id,
            takes_ssml: event.request_attributes.get(ACCEPTED).is_none_or(|it| it.contains("SSML")),
            attributes: event.session_state.session_attributes,
        })
    }
}

/// What the caller did, as Lex understood it.
fn heard(event: &Event, consent: Option<RecordingConsent>) -> Heard {
    let best = intents(event).next();
    let first = event.interpretations.first();
    let slots = slots(event);
    let is_secret = slots.keys().any(|it| it.is_secret());
    Heard {
        intent: best.and_then(|it| Wish::named(&it.name)),
        confidence: first.and_then(|it| it.nlu_confidence),
        slots,
        answer: best.and_then(|it| match it.confirmation_state {
            ConfirmationState::Confirmed => Some(YesNo::Yes),
            ConfirmationState::Denied => Some(YesNo::No),
            ConfirmationState::None | ConfirmationState::Other(_) => None,
        }),
        mode: match event.input_mode {
            InputMode::Dtmf => Mode::Keys,
            InputMode::Speech | InputMode::Text | InputMode::Other(_) => Mode::Words,
        },
        kept: kept(&event.input_transcript, is_secret, consent),
        said: event.input_transcript.chars().take(MAX_READ).collect(),
        // A locale of no language that there is wording for is read as English.
        language: event.bot.locale_id.parse().unwrap_or_default(),
        goes_over: false,
        clarity: event.transcriptions.first().and_then(|it| it.transcription_confidence),
        negative: first.and_then(negative),
    }
}

/// The intents that Lex names, the best first.
fn intents(event: &Event) -> impl Iterator<Item = &lex::Intent> {
    let readings = event.interpretations.iter().map(|it| &it.intent);
    readings.chain(&event.session_state.intent)
}

/// The slots that Lex filled, each from the best reading that has it: whatever the caller wanted, a
/// number that they gave is a number.
fn slots(event: &Event) -> Slots {
    let mut slots = Slots::new();
    for intent in intents(event) {
        for name in intent.slots.keys() {
            let (Some(slot), Some(value)) = (Slot::named(name), intent.slot(name)) else {
                continue;
            };
            slots.entry(slot).or_insert_with(|| value.chars().take(MAX_KEPT).collect());
        }
    }
    slots
}

/// How sure Lex is that the caller's mood is bad; `None` when another mood is likelier.
fn negative(interpretation: &Interpretation) -> Option<f64> {
    let mood = interpretation.sentiment_response.as_ref()?;
    let is_negative = mood.sentiment == Sentiment::Negative;
    mood.sentiment_score.filter(|_| is_negative).map(|it| it.negative)
}

/// What Lex takes the caller's words for, as far as it says how sure it is.
fn alternatives(event: &Event) -> Vec<Opinion> {
    let opinions = event.interpretations.iter().filter_map(|it| {
        let wish = Wish::named(&it.intent.name)?;
        Some(Opinion { wish, confidence: it.nlu_confidence? })
    });
    opinions.collect()
}

/// What may be kept of the caller's words. One who does not want to be recorded is not written down
/// either, nor is one whose answer got lost on the way, and what opens an account never is.
fn kept(said: &str, is_secret: bool, consent: Option<RecordingConsent>) -> Option<String> {
    match consent {
        Some(RecordingConsent::Refused | RecordingConsent::Unasked) | None => None,
        Some(RecordingConsent::Granted) if is_secret => None,
        Some(RecordingConsent::Granted) => Some(
            // Masked before it is cut, so that no cut hides a card number from the mask.
            redaction::redact(said.trim()).chars().take(MAX_KEPT).collect(),
        ),
    }
}
