//! Actions of a contact that waits.

use std::time::Duration;

use super::dial::number;
use super::scene::{Failure, Move, Scene, Turn};
use super::speak::prompt;
use crate::action::{MAX_WAIT_SECONDS, MessageParticipantIteratively, Wait};
use crate::contact::Channel;
use crate::effect::{Effect, End, Outcome};
use crate::transitions::PARTICIPANT_NOT_FOUND;

/// `MessageParticipantIteratively`.
pub(super) fn play_repeatedly(
    scene: &Scene<'_>,
    it: &MessageParticipantIteratively,
    answer: Option<&Outcome>,
) -> Turn {
    match answer {
        None if scene.contact.channel != Channel::Voice => {
            Err(Failure::new("messages are repeated in calls only"))
        }
        None => {
            let messages = it.messages.iter().map(|it| prompt(scene, it));
            Ok(Move::Await(Effect::PlayRepeatedly {
                messages: messages.collect::<Result<_, _>>()?,
                interrupt_every: it.interrupt_every,
                continues: it.continues,
            }))
        }
        Some(Outcome::Interrupted) if it.interrupt_every.is_some() => {
            Ok(Move::Choose("MessagesInterrupted".to_owned()))
        }
        Some(Outcome::Done) => Ok(Move::End(End::FlowEnded)),
        Some(_) => Err(Failure::Unexpected),
    }
}

/// `Wait`.
pub(super) fn wait(scene: &Scene<'_>, it: &Wait, answer: Option<&Outcome>) -> Turn {
    match answer {
        None => {
            let seconds = number(scene, &it.seconds, 1..=MAX_WAIT_SECONDS, "the time")?;
            let limit = Duration::from_secs(seconds);
            Ok(Move::Await(Effect::Wait { limit, events: it.events.clone() }))
        }
        Some(Outcome::Done) => Ok(Move::Choose("WaitCompleted".to_owned())),
        Some(Outcome::Happened(event)) if it.events.contains(event) => {
            Ok(Move::Choose(event.as_str().to_owned()))
        }
        Some(Outcome::NoParticipant) => {
            Err(Failure::of(PARTICIPANT_NOT_FOUND, "there is no participant to wait for"))
        }
        Some(_) => Err(Failure::Unexpected),
    }
}
