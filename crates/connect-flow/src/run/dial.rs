//! Calls that Connect places: callbacks, third parties, outbound calls, agents.

use std::ops::RangeInclusive;
use std::time::Duration;

use super::scene::{Failure, Move, Scene, Turn};
use crate::action::{
    CompleteOutboundCall, CreateCallbackContact, DEFAULT_RING_SECONDS, MAX_RING_SECONDS,
    TransferParticipantToThirdParty, are_keys,
};
use crate::contact::Channel;
use crate::effect::{Callback, CallerId, Effect, End, Hold, Outcome};
use crate::phone;
use crate::transitions::{
    CALL_FAILED, CALLBACK_NUMBER_NOT_DIALABLE, CONNECTION_TIME_LIMIT_EXCEEDED,
    INVALID_CALLBACK_NUMBER,
};
use crate::value::Field;

/// A number that is only known now.
pub(super) fn number(
    scene: &Scene<'_>,
    field: &Field,
    range: RangeInclusive<u64>,
    what: &str,
) -> Result<u64, Failure> {
    let number = scene.text(field).trim().parse().ok().filter(|it| range.contains(it));
    number.ok_or_else(|| {
        let (least, most) = range.into_inner();
        Failure::new(format!("{what} is no whole number from {least} to {most}"))
    })
}

/// `UpdateContactCallbackNumber`.
pub(super) fn callback_number(
    scene: &mut Scene<'_>,
    number: &Field,
    answer: Option<&Outcome>,
) -> Turn {
    let invalid = |why: &str| Failure::of(INVALID_CALLBACK_NUMBER, why);
    if scene.contact.channel != Channel::Voice {
        return Err(invalid("only who calls can be called back"));
    }
    let text = scene.text(number);
    let digits = text.strip_prefix('+').unwrap_or(&text);
    let number = phone::international(digits);
    let number = number.ok_or_else(|| invalid("the callback number is no telephone number"))?;
    match answer {
        None => Ok(Move::Await(Effect::SetCallbackNumber { number })),
        Some(Outcome::Done) => {
            scene.contact.callback_number = Some(number);
            Ok(Move::Next)
        }
        Some(Outcome::NotDialable) => {
            let why = "the instance does not call numbers like the callback number";
            Err(Failure::of(CALLBACK_NUMBER_NOT_DIALABLE, why))
        }
        Some(_) => Err(Failure::Unexpected),
    }
}

/// `CreateCallbackContact`.
pub(super) fn callback(
    scene: &Scene<'_>,
    it: &CreateCallbackContact,
    answer: Option<&Outcome>,
) -> Turn {
    match answer {
        None => {
            let optional =
                |field: &Option<Field>| field.as_ref().and_then(|it| scene.known().field(it));
            let flow = optional(&it.flow);
            let delay = if flow.is_some() { 0 } else { it.delay_seconds };
            Ok(Move::Await(Effect::CreateCallback(Box::new(Callback {
                queue: scene.queue(it.queue.as_ref())?,
                number: scene.contact.callback_number().map(str::to_owned),
                delay: Duration::from_secs(delay),
                retry_after: Duration::from_secs(it.retry_seconds),
                attempts: it.attempts,
                flow,
                caller_id: optional(&it.caller_id),
                agent_first: it.agent_first,
            }))))
        }
        Some(Outcome::Done) => Ok(Move::Next),
        Some(_) => Err(Failure::Unexpected),
    }
}

/// `TransferParticipantToThirdParty`.
pub(super) fn third_party(
    scene: &Scene<'_>,
    it: &TransferParticipantToThirdParty,
    answer: Option<&Outcome>,
) -> Turn {
    let number = scene.required(&it.number, "the telephone number")?;
    match answer {
        None => {
            let seconds = match &it.ring_seconds {
                Some(field) => self::number(scene, field, 0..=MAX_RING_SECONDS, "the time limit")?,
                None => DEFAULT_RING_SECONDS,
            };
            let dtmf = it.dtmf.as_ref().and_then(|it| scene.known().field(it));
            if dtmf.as_deref().is_some_and(|it| !are_keys(it)) {
                return Err(Failure::new(
                    "the keys to press are not up to 50 of `0` to `9`, `*`, `#` and `,`",
                ));
            }
            Ok(Move::Await(Effect::CallThirdParty {
                number,
                limit: Duration::from_secs(seconds),
                goes_on: it.goes_on,
                dtmf,
                caller_id: caller_id(scene, &it.caller_id),
            }))
        }
        Some(Outcome::Done) if it.goes_on => Ok(Move::Next),
        Some(Outcome::Done) => Ok(Move::End(End::ThirdParty { number })),
        Some(Outcome::CallFailed) => Err(Failure::of(CALL_FAILED, "the call failed")),
        Some(Outcome::TimedOut) => {
            Err(Failure::of(CONNECTION_TIME_LIMIT_EXCEEDED, "nobody answered in time"))
        }
        Some(_) => Err(Failure::Unexpected),
    }
}

fn caller_id(scene: &Scene<'_>, it: &CallerId<Field>) -> CallerId {
    let optional = |field: &Option<Field>| field.as_ref().and_then(|it| scene.known().field(it));
    CallerId { number: optional(&it.number), name: optional(&it.name) }
}

/// `CompleteOutboundCall`.
pub(super) fn complete(
    scene: &Scene<'_>,
    it: &CompleteOutboundCall,
    answer: Option<&Outcome>,
) -> Turn {
    match answer {
        None => Ok(Move::Await(Effect::CompleteOutboundCall {
            caller_id: caller_id(scene, &it.caller_id),
            limit: it.ring_seconds.map(Duration::from_secs),
        })),
        Some(Outcome::Done) => Ok(Move::Next),
        Some(_) => Err(Failure::Unexpected),
    }
}

/// `CheckOutboundCallStatus`.
pub(super) fn call_status(answer: Option<&Outcome>) -> Turn {
    match answer {
        None => Ok(Move::Await(Effect::CheckCallStatus)),
        Some(Outcome::CallStatus(status)) => Ok(Move::Choose(status.as_str().to_owned())),
        Some(_) => Err(Failure::Unexpected),
    }
}

/// `RouteContactToAgent`.
pub(super) fn offer(scene: &Scene<'_>, agent: &Field, answer: Option<&Outcome>) -> Turn {
    match answer {
        None => {
            let agent = scene.required(agent, "the agent's id")?;
            Ok(Move::Await(Effect::OfferToAgent { agent }))
        }
        Some(Outcome::Done) => Ok(Move::Next),
        Some(_) => Err(Failure::Unexpected),
    }
}

/// `TransferContactToAgent`.
pub(super) fn to_agent(scene: &mut Scene<'_>, answer: Option<&Outcome>) -> Turn {
    let queue = scene.contact.target_queue.clone();
    match answer {
        None => Ok(Move::Await(Effect::TransferToAgent { queue })),
        Some(Outcome::Done) => Ok(Move::End(End::Agent { queue })),
        Some(Outcome::CallFailed) => {
            scene.note("the agent is with somebody else, so the contact is disconnected");
            Ok(Move::End(End::Disconnected))
        }
        Some(_) => Err(Failure::Unexpected),
    }
}

/// `UpdatePreviousContactParticipantState`.
pub(super) fn hold(scene: &Scene<'_>, hold: Hold, answer: Option<&Outcome>) -> Turn {
    match answer {
        None if scene.contact.previous_contact_id.is_none() => {
            Err(Failure::new("there is no contact before this one"))
        }
        None => Ok(Move::Await(Effect::SetHold(hold))),
        Some(Outcome::Done) => Ok(Move::Next),
        Some(_) => Err(Failure::Unexpected),
    }
}
