//! Invoking functions.

use std::time::Duration;

use aws_events::connect::{ContactData, FlowEvent, Queue};
use serde_json::{Value, json};

use super::scene::{Failure, Move, Scene, Turn};
use crate::action::{InvokeLambdaFunction, MAX_ASYNC_SECONDS, MAX_SYNC_SECONDS};
use crate::contact::Contact;
use crate::effect::{Effect, InvocationMode, Outcome, ReplyShape};

/// Most bytes of a reply, as compact JSON in UTF-8.
///
/// Source: Amazon Connect Administrator Guide, "Invoke AWS Lambda functions".
const MAX_REPLY_BYTES: usize = 32 * 1024;

/// `InvokeLambdaFunction`.
pub(super) fn invoke(
    scene: &mut Scene<'_>,
    it: &InvokeLambdaFunction,
    answer: Option<&Outcome>,
) -> Turn {
    match (answer, it.mode) {
        (None, mode) => {
            let arn = scene.required(&it.arn, "the function's ARN")?;
            let most = Duration::from_secs(match mode {
                InvocationMode::Sync => MAX_SYNC_SECONDS,
                InvocationMode::Async => MAX_ASYNC_SECONDS,
            });
            if it.time_limit > most {
                let (asked, most) = (it.time_limit.as_secs(), most.as_secs());
                scene.note(format!("the flow asks for {asked} s, Connect waits {most} s"));
            }
            let known = scene.known();
            let parameters = it.parameters.iter();
            let parameters =
                parameters.map(|(name, it)| (name.clone(), known.fill(it, &mut |_| {})));
            let event = FlowEvent::new(contact_data(scene.contact), parameters.collect());
            Ok(Move::Await(Effect::InvokeFunction {
                arn,
                time_limit: it.time_limit.min(most),
                mode,
                reply: it.reply,
                event: Box::new(event),
            }))
        }
        (Some(Outcome::Done | Outcome::FunctionReply(_)), InvocationMode::Async) => Ok(Move::Next),
        (Some(Outcome::FunctionReply(reply)), InvocationMode::Sync) => {
            check_reply(reply, it.reply)?;
            scene.contact.results.external = reply.clone();
            Ok(Move::Next)
        }
        (Some(_), _) => Err(Failure::Unexpected),
    }
}

/// Whether Connect takes a reply. Messages name keys but never show values.
fn check_reply(reply: &Value, shape: ReplyShape) -> Result<(), Failure> {
    let bytes = reply.to_string().len();
    if bytes > MAX_REPLY_BYTES {
        return Err(Failure::new(format!(
            "the reply has {bytes} bytes, Connect reads {MAX_REPLY_BYTES}"
        )));
    }
    match shape {
        ReplyShape::Json => Ok(()),
        ReplyShape::StringMap => check_string_map(reply),
    }
}

/// A flat object of strings whose names are made of letters, digits, dashes and underscores.
fn check_string_map(reply: &Value) -> Result<(), Failure> {
    let Value::Object(object) = reply else {
        let why = format!("the reply is {}, expected an object of strings", kind(reply));
        return Err(Failure::new(why));
    };
    for (name, value) in object {
        if !value.is_string() {
            let why = format!("`{name}` of the reply is {}, expected a string", kind(value));
            return Err(Failure::new(why));
        }
        let plain = |it: char| it.is_alphanumeric() || matches!(it, '-' | '_');
        if name.is_empty() || !name.chars().all(plain) {
            let why = format!("`{name}` of the reply has more than letters, digits, `-` and `_`");
            return Err(Failure::new(why));
        }
    }
    Ok(())
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// The contact as a function sees it.
///
/// What the caller entered is not in it; a flow hands it over as a parameter.
fn contact_data(contact: &Contact) -> ContactData {
    let text = |text: &str| Some(text.to_owned()).filter(|it| !it.is_empty());
    let streams = contact.other.get("MediaStreams").cloned();
    ContactData {
        attributes: contact.attributes.clone(),
        channel: text(contact.channel.as_str()),
        contact_id: text(&contact.contact_id),
        customer_endpoint: contact.customer_endpoint.clone(),
        customer_id: contact.customer_id.clone(),
        description: contact.description.clone(),
        initial_contact_id: text(&contact.initial_contact_id),
        initiation_method: text(&contact.initiation_method),
        instance_arn: text(&contact.instance_arn),
        language_code: contact.language_code.clone(),
        media_streams: Some(streams.unwrap_or_else(|| json!({ "Customer": { "Audio": null } }))),
        name: contact.name.clone(),
        previous_contact_id: contact.previous_contact_id.clone(),
        queue: contact.target_queue.as_ref().map(|queue| Queue {
            arn: Some(queue.arn.clone()),
            name: text(&queue.name),
            outbound_caller_id: contact.outbound_caller_ids.get(&queue.arn).cloned(),
        }),
        references: contact.references.clone(),
        system_endpoint: contact.system_endpoint.clone(),
    }
}
