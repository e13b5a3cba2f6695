//! What is recorded, analysed, streamed and processed of a contact.

use super::ask::ask;
use super::scene::{Failure, Move, Scene, Turn};
use crate::action::{
    Action, AnalyticsBehavior, UpdateContactMediaStreamingBehavior,
    UpdateContactRecordingAndAnalyticsBehavior, UpdateContactRecordingBehavior,
};
use crate::contact::{Analytics, Channel, Recording};
use crate::effect::{Effect, Outcome};
use crate::request::{RequestKind, errors::CHANNEL_MISMATCH};

/// `UpdateContactRecordingBehavior`.
pub(super) fn recording(
    scene: &mut Scene<'_>,
    it: &UpdateContactRecordingBehavior,
    answer: Option<&Outcome>,
) -> Turn {
    let now = scene.contact.recording;
    let then = Recording {
        agent: it.agent.unwrap_or(now.agent),
        customer: it.customer.unwrap_or(now.customer),
        ivr: it.ivr.unwrap_or(now.ivr),
    };
    match answer {
        None => {
            scene.contact.screen_recording = it.screen.unwrap_or(scene.contact.screen_recording);
            analytics(scene, it.analytics.as_ref());
            if now == then {
                return Ok(Move::Next);
            }
            scene.contact.recording = then;
            Ok(Move::Await(Effect::SetRecording(then)))
        }
        Some(Outcome::Done) => Ok(Move::Next),
        Some(_) => Err(Failure::Unexpected),
    }
}

fn analytics(scene: &mut Scene<'_>, it: Option<&AnalyticsBehavior>) {
    let Some(it) = it else { return };
    let language = it.language.as_ref().and_then(|it| scene.known().field(it));
    scene.contact.analytics = it.enabled.then(|| Analytics { language, modes: it.modes.clone() });
}

/// `UpdateContactRecordingAndAnalyticsBehavior`.
pub(super) fn recording_and_analytics(
    scene: &mut Scene<'_>,
    action: &Action,
    it: &UpdateContactRecordingAndAnalyticsBehavior,
    answer: Option<&Outcome>,
) -> Turn {
    use UpdateContactRecordingAndAnalyticsBehavior as Behavior;
    let channel = match it {
        Behavior::Voice { .. } => Channel::Voice,
        Behavior::Chat(_) => Channel::Chat,
        Behavior::Email(_) => Channel::Email,
        Behavior::Screen(on) => {
            scene.contact.screen_recording = *on;
            return if answer.is_none() { Ok(Move::Next) } else { Err(Failure::Unexpected) };
        }
    };
    if scene.contact.channel != channel {
        let why = format!("it is for `{}` contacts", channel.as_str());
        return Err(Failure::of(CHANNEL_MISMATCH, why));
    }
    match it {
        Behavior::Voice { recording: behavior, analytics: lens } => {
            if answer.is_none() {
                analytics(scene, lens.as_ref());
            }
            recording(scene, behavior, answer)
        }
        Behavior::Chat(lens) | Behavior::Email(lens) => {
            let kind = RequestKind::UpdateContactRecordingAndAnalyticsBehavior;
            let turn = ask(scene, action, kind, answer)?;
            if answer.is_some() {
                analytics(scene, lens.as_ref());
            }
            Ok(turn)
        }
        Behavior::Screen(_) => Ok(Move::Next),
    }
}

/// `UpdateContactMediaStreamingBehavior`.
pub(super) fn streaming(
    scene: &mut Scene<'_>,
    action: &Action,
    it: UpdateContactMediaStreamingBehavior,
    answer: Option<&Outcome>,
) -> Turn {
    let kind = RequestKind::UpdateContactMediaStreamingBehavior;
    let turn = ask(scene, action, kind, answer)?;
    if answer.is_some() {
        let streaming = &mut scene.contact.streaming;
        if it.of.from_customer {
            streaming.from_customer = it.starts;
        }
        if it.of.to_customer {
            streaming.to_customer = it.starts;
        }
    }
    Ok(turn)
}
