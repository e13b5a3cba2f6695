//! Writes the answer that Lex obeys.

use aws_events::lex::{
    Attributes, ContentType, DialogAction, DialogActionType, Intent, IntentState, Message,
    Response, ResponseState, Slot as LexSlot, Slots as LexSlots,
};
use dialogue::{Ending, Reply, Slot, Slots, Step, Wish};
use wording::Language;

use crate::request::TURN;
use crate::turn::{Taken, changes_to};

/// Session attribute: where the flow goes when the bot is done.
const NEXT: &str = "next";
/// Session attribute: where the flow goes once it has changed the voice and said the prompt; absent
/// when it talks on.
const THEN: &str = "then";
/// Session attribute: why the flow goes to a person.
const REASON: &str = "reason";
/// Session attribute: what came of the dialogue.
const OUTCOME: &str = "outcome";
/// Session attribute: the language that the flow changes to.
const LANGUAGE: &str = "language";
/// Session attribute: the voice that speaks it.
const VOICE: &str = "voice";
/// Session attribute: what the flow says in the new voice before the caller is heard again, as SSML
/// without its `<speak>`, which the flow puts around it.
const PROMPT: &str = "prompt";
/// Session attribute: name of the line's queue where the caller waits; absent for the usual one.
const QUEUE: &str = "queue";
/// Session attribute: ARN of the queue that the caller is called back from.
const QUEUE_ARN: &str = "queueArn";
/// Session attribute: the mailbox of a message.
const MAILBOX: &str = "mailbox";
/// Session attribute: what a message or a callback is about.
const SUMMARY: &str = "summary";
/// The attributes that the flow reads. What an earlier dialogue of the call left there must not steer
/// this one.
const READ_BY_THE_FLOW: [&str; 11] =
    [NEXT, THEN, REASON, OUTCOME, LANGUAGE, VOICE, PROMPT, QUEUE, QUEUE_ARN, MAILBOX, SUMMARY];

/// Writes an answer. `attributes` are those of the event.
pub(crate) fn response(mut attributes: Attributes, takes_ssml: bool, taken: &Taken) -> Response {
    attributes.extend(taken.finished.map(|it| (TURN.to_owned(), it.to_string())));
    for name in READ_BY_THE_FLOW {
        attributes.remove(name);
    }
    attributes.extend(ending(taken).map(|(name, value)| (name.to_owned(), value.to_owned())));
    let (action, intent) = action(&taken.reply.step);
    Response {
        session_state: ResponseState {
            session_attributes: Some(attributes),
            dialog_action: Some(action),
            intent,
            ..ResponseState::default()
        },
        messages: messages(&taken.reply, takes_ssml),
        request_attributes: Attributes::new(),
    }
}

/// The attributes that the flow reads when the bot is done.
fn ending(taken: &Taken) -> impl Iterator<Item = (&'static str, &str)> {
    let Step::Close(ending) = taken.reply.step else { return Vec::new().into_iter() };
    let next = match ending {
        Ending::Goodbye => "goodbye",
        Ending::Person(_) => "person",
        Ending::Message => "message",
        Ending::Callback => "callback",
        Ending::Emergency => "emergency",
        Ending::Language(_) => "language",
    };
    let over = changes_to(&taken.reply);
    let mut values = vec![(OUTCOME, taken.outcome)];
    match taken.reply.over {
        // An ending is said in the new voice before the flow goes there.
        Some(_) => values.extend([(NEXT, "other-language"), (THEN, next)]),
        None => values.push((NEXT, next)),
    }
    let known = [
        (QUEUE, &taken.queue),
        (QUEUE_ARN, &taken.queue_arn),
        (MAILBOX, &taken.mailbox),
        (SUMMARY, &taken.summary),
    ];
    values.extend(known.into_iter().filter_map(|(name, it)| Some((name, it.as_deref()?))));
    if let Ending::Person(reason) = ending {
        values.push((REASON, reason.as_str()));
    }
    if let Some(language) = over {
        values.push((LANGUAGE, Language::code(language)));
        values.push((PROMPT, taken.reply.markup()));
        values.extend(taken.voice.as_deref().map(|it| (VOICE, it)));
    }
    values.into_iter()
}

/// What Lex does next, and with which intent.
fn action(step: &Step) -> (DialogAction, Option<Intent>) {
    match step {
        Step::ElicitIntent => (DialogAction::new(DialogActionType::ElicitIntent), None),
        Step::ElicitSlot { wish, slot } => (
            DialogAction::elicit_slot(slot.as_str()),
            Some(intent(*wish, [(*slot, None)].into_iter())),
        ),
        Step::ConfirmIntent { wish, slots } => {
            (DialogAction::new(DialogActionType::ConfirmIntent), Some(intent(*wish, spoken(slots))))
        }
        Step::Close(ending) => {
            let (name, state) = match ending {
                Ending::Goodbye => (Wish::Goodbye.as_str(), IntentState::Fulfilled),
                Ending::Person(dialogue::Reason::Asked) => {
                    (Wish::TalkToAgent.as_str(), IntentState::Fulfilled)
                }
                Ending::Person(_) => (FALLBACK, IntentState::Failed),
                Ending::Message => (Wish::LeaveMessage.as_str(), IntentState::Fulfilled),
                Ending::Callback => (Wish::RequestCallback.as_str(), IntentState::Fulfilled),
                Ending::Emergency => (Wish::Emergency.as_str(), IntentState::Fulfilled),
                Ending::Language(_) => (Wish::SwitchLanguage.as_str(), IntentState::Fulfilled),
            };
            let intent = Intent { state, ..Intent::new(name) };
            (DialogAction::new(DialogActionType::Close), Some(intent))
        }
    }
}

/// The intent of words that Lex does not understand.
const FALLBACK: &str = "FallbackIntent";

/// Values that may be handed back; what opens an account never is.
fn spoken(slots: &Slots) -> impl Iterator<Item = (Slot, Option<&str>)> {
    slots.iter().filter(|(slot, _)| !slot.is_secret()).map(|(slot, it)| (*slot, Some(it.as_str())))
}

fn intent<'a>(wish: Wish, slots: impl Iterator<Item = (Slot, Option<&'a str>)>) -> Intent {
    let slots = slots.map(|(slot, value)| (slot.as_str().to_owned(), value.map(LexSlot::scalar)));
    Intent { slots: slots.collect::<LexSlots>(), ..Intent::new(wish.as_str()) }
}

/// The words, unless the flow says them in another voice than the bot's.
fn messages(reply: &Reply, takes_ssml: bool) -> Vec<Message> {
    if changes_to(reply).is_some() {
        return Vec::new();
    }
    let message = if takes_ssml {
        Message::new(ContentType::Ssml, reply.ssml.clone())
    } else {
        Message::new(ContentType::PlainText, reply.text())
    };
    vec![message]
}
