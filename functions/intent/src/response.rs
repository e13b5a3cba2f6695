//! Writes the answer that Lex obeys.

use aws_events::lex::{
    Attributes, ContentType, DialogAction, DialogActionType, Intent, IntentState, Message,
    Response, ResponseState, Slot, Slots,
};
use dialogue::{Intent as Recognised, OrderNumber, Reason, Reply, Step, Wish};

use crate::request::{ORDER_NUMBER, TURN};

/// Session attribute: where the flow goes when the bot is done.
const NEXT: &str = "next";
/// Session attribute: why the flow goes to a person.
const REASON: &str = "reason";
/// Session attribute: what came of the dialogue.
const OUTCOME: &str = "outcome";

/// Writes an answer. `attributes` are those of the event, `finished` the turn that this answer
/// finishes; `None` when none is.
pub(crate) fn response(
    mut attributes: Attributes,
    takes_ssml: bool,
    finished: Option<u32>,
    outcome: &str,
    reply: &Reply,
) -> Response {
    attributes.extend(finished.map(|it| (TURN.to_owned(), it.to_string())));
    for (name, value) in ending(&reply.step, outcome) {
        match value {
            Some(value) => attributes.insert(name.to_owned(), value.to_owned()),
            // What an earlier dialogue of the call left there must not steer this one.
            None => attributes.remove(name),
        };
    }
    let (action, intent) = action(&reply.step);
    Response {
        session_state: ResponseState {
            session_attributes: Some(attributes),
            dialog_action: Some(action),
            intent,
            ..ResponseState::default()
        },
        messages: vec![message(reply, takes_ssml)],
        request_attributes: Attributes::new(),
    }
}

/// The attributes that the flow reads when the bot is done.
fn ending<'a>(step: &Step, outcome: &'a str) -> [(&'static str, Option<&'a str>); 3] {
    let (next, reason) = match step {
        Step::AskWish
        | Step::AskNumber
        | Step::ConfirmNumber(_)
        | Step::OfferPerson
        | Step::ConfirmWish(_) => (None, None),
        Step::Goodbye => (Some("goodbye"), None),
        Step::Person(reason) => (Some("person"), Some(reason.as_str())),
    };
    [(NEXT, next), (REASON, reason), (OUTCOME, next.map(|_| outcome))]
}

/// What Lex does next, and with which intent.
fn action(step: &Step) -> (DialogAction, Option<Intent>) {
    match step {
        Step::AskWish => (DialogAction::new(DialogActionType::ElicitIntent), None),
        Step::AskNumber => {
            (DialogAction::elicit_slot(ORDER_NUMBER), Some(check_order_status(None)))
        }
        Step::ConfirmNumber(number) => (
            DialogAction::new(DialogActionType::ConfirmIntent),
            Some(check_order_status(Some(number))),
        ),
        Step::OfferPerson => confirm(Wish::TalkToAgent),
        Step::ConfirmWish(wish) => confirm(*wish),
        Step::Goodbye => close(Recognised::Goodbye, IntentState::Fulfilled),
        Step::Person(Reason::Asked) => close(Recognised::TalkToAgent, IntentState::Fulfilled),
        Step::Person(Reason::NotUnderstood | Reason::Silence | Reason::Backend) => {
            close(Recognised::Unknown, IntentState::Failed)
        }
    }
}

/// Asks whether this is what the caller wants.
fn confirm(wish: Wish) -> (DialogAction, Option<Intent>) {
    let intent = match wish {
        Wish::CheckOrderStatus => check_order_status(None),
        Wish::TalkToAgent | Wish::Goodbye => Intent::new(wish.as_str()),
    };
    (DialogAction::new(DialogActionType::ConfirmIntent), Some(intent))
}

fn check_order_status(number: Option<&OrderNumber>) -> Intent {
    let slot = number.map(|it| Slot::scalar(it.as_str()));
    Intent {
        slots: Slots::from([(ORDER_NUMBER.to_owned(), slot)]),
        ..Intent::new(Wish::CheckOrderStatus.as_str())
    }
}

fn close(intent: Recognised, state: IntentState) -> (DialogAction, Option<Intent>) {
    let intent = Intent { state, ..Intent::new(intent.as_str()) };
    (DialogAction::new(DialogActionType::Close), Some(intent))
}

fn message(reply: &Reply, takes_ssml: bool) -> Message {
    if takes_ssml {
        Message::new(ContentType::Ssml, reply.ssml.clone())
    } else {
        Message::new(ContentType::PlainText, reply.text.clone())
    }
}
