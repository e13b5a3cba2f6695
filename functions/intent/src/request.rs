//! What is read of an event.

use aws_events::lex::{self, Attributes, ConfirmationState, Event, InputMode};
use dialogue::{Answer, Heard, Intent, Mode, Opinion, OrderNumber};
use serde::Deserialize;
use serde_json::Value;
use store::{ContactId, RecordingConsent};

use crate::IntentError;

/// Slot of the order number.
pub(crate) const ORDER_NUMBER: &str = "OrderNumber";
/// Session attribute: the contact.
const CONTACT_ID: &str = "contactId";
/// Session attribute: whether the caller may be recorded.
const RECORDING_CONSENT: &str = "recordingConsent";
/// Session attribute: number of the last finished turn.
pub(crate) const TURN: &str = "turn";
/// Request attribute: the kinds of messages that the channel takes.
const ACCEPTED: &str = "x-amz-lex:accept-content-types";

/// Most characters kept of what a caller said. Fifteen seconds of speech, the most that Lex listens
/// to, have about half as many.
const MAX_KEPT: usize = 500;

/// What is read of an event.
#[derive(Debug)]
pub(crate) struct Request {
    /// The contact; `None` when the event names none.
    pub(crate) contact_id: Option<ContactId>,
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
    /// The session's attributes, which the answer gives back.
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
    let intents = || {
        let readings = event.interpretations.iter().map(|it| &it.intent);
        readings.chain(&event.session_state.intent)
    };
    let best = intents().next();
    Heard {
        intent: best.map_or(Intent::Unknown, |it| Intent::named(&it.name)),
        rated: event.interpretations.first().is_some_and(|it| it.nlu_confidence.is_some()),
        // The number counts in whichever reading it is: the caller is asked to confirm it anyway.
        number: intents().find_map(order_number),
        answer: best.and_then(|it| match it.confirmation_state {
            ConfirmationState::Confirmed => Some(Answer::Yes),
            ConfirmationState::Denied => Some(Answer::No),
            ConfirmationState::None | ConfirmationState::Other(_) => None,
        }),
        mode: match event.input_mode {
            InputMode::Dtmf => Mode::Keys,
            InputMode::Speech | InputMode::Text | InputMode::Other(_) => Mode::Words,
        },
        kept: kept(&event.input_transcript, consent),
        said: event.input_transcript.clone(),
    }
}

/// What Lex takes the caller's words for, as far as it says how sure it is.
fn alternatives(event: &Event) -> Vec<Opinion> {
    let opinions = event.interpretations.iter().filter_map(|it| {
        let wish = Intent::named(&it.intent.name).wish()?;
        Some(Opinion { wish, confidence: it.nlu_confidence? })
    });
    opinions.collect()
}

fn order_number(intent: &lex::Intent) -> Option<OrderNumber> {
    if Intent::named(&intent.name) != Intent::CheckOrderStatus {
        return None;
    }
    let text = intent.slot(ORDER_NUMBER)?;
    text.replace([' ', '-'], "").parse().ok()
}

/// What may be kept of the caller's words. One who does not want to be recorded is not written down
/// either, nor is one whose answer got lost on the way.
fn kept(said: &str, consent: Option<RecordingConsent>) -> Option<String> {
    match consent {
        Some(RecordingConsent::Refused | RecordingConsent::Unasked) | None => None,
        Some(RecordingConsent::Granted) => Some(
            // Masked before it is cut, so that no cut hides a card number from the mask.
            redaction::redact(said.trim()).chars().take(MAX_KEPT).collect(),
        ),
    }
}
