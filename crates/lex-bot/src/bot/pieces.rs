//! The small pieces that a definition is made of: messages, sample utterances, values.

use aws_events::lex::{ContentType, Message};

use super::node::{LoadBotError, Node, Object};
use super::{Messages, Sample};
use crate::matching::filter::Filter;
use crate::matching::slot_type::ListedValue;

pub(super) fn elicitation_hook(setting: &Object<'_>) -> Result<bool, LoadBotError> {
    match setting.object("ElicitationCodeHook")? {
        Some(hook) => hook.required("EnableCodeHookInvocation", "true or false")?.boolean(),
        None => Ok(false),
    }
}

/// The sample utterances of an intent or a slot, whose slots must be among `known`.
pub(super) fn samples(object: &Object<'_>, known: &[&str]) -> Result<Vec<Sample>, LoadBotError> {
    let mut samples = Vec::new();
    for node in object.list("SampleUtterances")? {
        let utterance = node.object()?.required("Utterance", "what a caller may say")?;
        let sample = Sample::parse(utterance.text()?)
            .ok_or_else(|| utterance.error("each slot in its own pair of braces"))?;
        if let Some(slot) = sample.slots().find(|it| !known.contains(it)) {
            return Err(utterance.error(format!("a slot of this intent instead of `{slot}`")));
        }
        samples.push(sample);
    }
    Ok(samples)
}

/// The messages of a response that may be absent.
pub(super) fn response(object: &Object<'_>, name: &str) -> Result<Messages, LoadBotError> {
    match object.object(name)? {
        Some(response) => messages(&response),
        None => Ok(Messages::default()),
    }
}

pub(super) fn messages(object: &Object<'_>) -> Result<Messages, LoadBotError> {
    let mut groups = Vec::new();
    for node in object.required("MessageGroupsList", "a list of message groups")?.list()? {
        let group = node.object()?;
        let mut variants = vec![message(group.required("Message", "a message")?)?];
        for variation in group.list("Variations")? {
            variants.push(message(variation)?);
        }
        groups.push(variants);
    }
    Ok(Messages(groups))
}

fn message(node: Node<'_>) -> Result<Message, LoadBotError> {
    let expected = "`PlainTextMessage`, `SSMLMessage`, `CustomPayload` or `ImageResponseCard`";
    let wrong = node.error(expected);
    let object = node.object()?;
    for (name, content_type, text) in [
        ("SSMLMessage", ContentType::Ssml, "Value"),
        ("PlainTextMessage", ContentType::PlainText, "Value"),
        ("CustomPayload", ContentType::CustomPayload, "Value"),
        // A card cannot be spoken; its title stands for it.
        ("ImageResponseCard", ContentType::ImageResponseCard, "Title"),
    ] {
        if let Some(message) = object.object(name)? {
            let content = message.required(text, "what is said")?.text()?.to_owned();
            return Ok(Message { content_type, content });
        }
    }
    Err(wrong)
}

pub(super) fn listed_value(object: &Object<'_>) -> Result<ListedValue, LoadBotError> {
    let sample = object.required("SampleValue", "a value")?.object()?;
    let mut synonyms = Vec::new();
    for node in object.list("Synonyms")? {
        synonyms.push(node.object()?.required("Value", "a synonym")?.text()?.to_owned());
    }
    let value = sample.required("Value", "a value")?.text()?;
    Ok(ListedValue::new(value, &synonyms))
}

pub(super) fn filter(object: &Object<'_>) -> Result<Filter, LoadBotError> {
    let pattern = object.required("Pattern", "a regular expression")?;
    Filter::parse(pattern.text()?).map_err(|expected| pattern.error(expected))
}
