//! Actions that set what is known of the contact or of the running flow.

use super::dial::number;
use super::scene::{Failure, Move, Scene, Turn};
use crate::action::{
    RESPONSE, SCORES, UpdateContactAttributes, UpdateContactData, UpdateContactEventHooks,
    UpdateContactRoutingBehavior, UpdateContactTextToSpeechVoice, UpdateFlowAttributes,
    UpdateVoiceId,
};
use crate::contact::{Voice, VoiceId};
use crate::library::Entry;
use crate::value::Field;

/// Most bytes that names and values of a contact's attributes may have together.
///
/// Source: Amazon Connect Administrator Guide, "Amazon Connect feature specifications".
const MAX_ATTRIBUTE_BYTES: usize = 32 * 1024;

/// `UpdateContactAttributes`: all of them, or none.
pub(super) fn attributes(scene: &mut Scene<'_>, it: &UpdateContactAttributes) -> Turn {
    refuse_related(it.on_related_contact)?;
    let mut attributes = scene.contact.attributes.clone();
    for (name, value) in &it.attributes {
        attributes.insert(scene.render(name), scene.render(value));
    }
    let bytes = attributes.iter().map(|(name, value)| name.len().saturating_add(value.len()));
    let bytes: usize = bytes.fold(0, usize::saturating_add);
    if bytes > MAX_ATTRIBUTE_BYTES {
        return Err(Failure::new(format!(
            "the contact's attributes would have {bytes} bytes, Connect keeps {MAX_ATTRIBUTE_BYTES}"
        )));
    }
    scene.contact.attributes = attributes;
    Ok(Move::Next)
}

fn refuse_related(on_related_contact: bool) -> Result<(), Failure> {
    if on_related_contact {
        return Err(Failure::new("the contact has no related contact"));
    }
    Ok(())
}

/// `UpdateFlowAttributes`.
pub(super) fn flow_attributes(scene: &mut Scene<'_>, it: &UpdateFlowAttributes) -> Move {
    let rendered = it.attributes.iter().map(|(name, value)| (name.clone(), scene.render(value)));
    let rendered: Vec<_> = rendered.collect();
    scene.frame.attributes.extend(rendered);
    Move::Next
}

/// `UpdateContactData`.
pub(super) fn data(scene: &mut Scene<'_>, it: &UpdateContactData) -> Turn {
    refuse_related(it.on_related_contact)?;
    let known = scene.known();
    let references = it.references.iter();
    let references: Vec<_> =
        references.map(|(name, tree)| (name.clone(), known.fill(tree, &mut |_| {}))).collect();
    let name = it.name.as_ref().map(|it| known.render(it));
    let description = it.description.as_ref().map(|it| known.render(it));
    let language_code = it.language_code.as_ref().map(|it| scene.text(it));
    let customer_id = it.customer_id.as_ref().map(|it| scene.text(it));
    let session = match &it.wisdom_session_arn {
        Some(field) => Some(scene.required(field, "the ARN of the session")?),
        None => None,
    };
    let voice_id = voice_id(scene, &it.voice_id)?;

    let contact = &mut *scene.contact;
    contact.references.extend(references);
    for (field, value) in [
        (&mut contact.name, name),
        (&mut contact.description, description),
        (&mut contact.language_code, language_code),
        (&mut contact.customer_id, customer_id),
        (&mut contact.wisdom_session_arn, session),
    ] {
        if value.is_some() {
            *field = value;
        }
    }
    contact.voice_id = voice_id;
    Ok(Move::Next)
}

/// What Voice ID is to do from now on.
fn voice_id(scene: &Scene<'_>, it: &UpdateVoiceId) -> Result<VoiceId, Failure> {
    let now = &scene.contact.voice_id;
    let set = |field: &Option<Field>, range, before: Option<u64>, what| match field {
        Some(field) => number(scene, field, range, what).map(Some),
        None => Ok(before),
    };
    let threshold = "the threshold of Voice ID";
    Ok(VoiceId {
        streaming: it.streaming.unwrap_or(now.streaming),
        authentication: it.authentication.unwrap_or(now.authentication),
        fraud_detection: it.fraud_detection.unwrap_or(now.fraud_detection),
        authentication_threshold: set(
            &it.authentication_threshold,
            SCORES,
            now.authentication_threshold,
            threshold,
        )?,
        response_seconds: set(
            &it.response_seconds,
            RESPONSE,
            now.response_seconds,
            "the response time of Voice ID",
        )?,
        fraud_threshold: set(&it.fraud_threshold, SCORES, now.fraud_threshold, threshold)?,
        watchlist: match &it.watchlist {
            Some(field) => Some(scene.text(field)),
            None => now.watchlist.clone(),
        },
    })
}

/// `UpdateContactTextToSpeechVoice`.
pub(super) fn voice(scene: &mut Scene<'_>, it: &UpdateContactTextToSpeechVoice) -> Turn {
    let optional = |field: &Option<Field>| field.as_ref().and_then(|it| scene.known().field(it));
    scene.contact.voice = Voice {
        name: scene.required(&it.voice, "the voice")?,
        engine: optional(&it.engine),
        style: optional(&it.style),
    };
    Ok(Move::Next)
}

/// `UpdateFlowLoggingBehavior`.
pub(super) fn flow_logging(scene: &mut Scene<'_>, enabled: bool) -> Move {
    scene.contact.flow_logging = enabled;
    Move::Next
}

/// `UpdateContactEventHooks`.
pub(super) fn event_hooks(scene: &mut Scene<'_>, it: &UpdateContactEventHooks) -> Turn {
    let mut hooks = scene.contact.event_hooks.clone();
    for (event, flow) in &it.hooks {
        let flow = scene.required(flow, "the flow's id")?;
        if !scene.library.get(&flow).is_some_and(Entry::is_enterable) {
            scene.note(format!("there is no flow `{flow}` to run; Connect's default would do"));
        }
        hooks.insert(event.clone(), flow);
    }
    for event in &it.disabled {
        hooks.remove(event);
    }
    scene.contact.event_hooks = hooks;
    Ok(Move::Next)
}

/// `UpdateContactRoutingBehavior`.
pub(super) fn routing(scene: &mut Scene<'_>, it: &UpdateContactRoutingBehavior) -> Turn {
    let number = |field: &Option<Field>| {
        let Some(field) = field else { return Ok(None) };
        let number = scene.text(field).trim().parse::<i64>().ok();
        let number = number.ok_or_else(|| Failure::new("the priority or time is no whole number"));
        number.map(Some)
    };
    let priority = number(&it.queue_priority)?;
    let adjustment = number(&it.queue_time_adjustment_seconds)?;
    let routing = &mut scene.contact.routing;
    routing.queue_priority = priority.or(routing.queue_priority);
    routing.queue_time_adjustment_seconds = adjustment.or(routing.queue_time_adjustment_seconds);
    Ok(Move::Next)
}
