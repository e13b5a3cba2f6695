//! Looking references up.

use std::collections::BTreeMap;

use aws_events::connect::Endpoint;
use serde_json::{Map, Value, json};

use crate::contact::{AlternateIntent, Contact, LexResult, Metrics, QueueRef};
use crate::value::{Field, Part, Reference, Root, Template, Tree};

/// What references are looked up in: the contact and the attributes of the running flow.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known<'a> {
    pub(crate) contact: &'a Contact,
    pub(crate) flow_attributes: &'a BTreeMap<String, String>,
}

impl Known<'_> {
    /// The value a reference leads to; `None` when nothing is there.
    pub(crate) fn lookup(self, reference: &Reference) -> Option<Value> {
        let contact = self.contact;
        let text = |text: &str| Some(Value::from(text));
        let value = match &reference.root {
            // Their names are one step, dots or not.
            Root::Attributes => return strings(&contact.attributes, &reference.path),
            Root::FlowAttributes => return strings(self.flow_attributes, &reference.path),
            Root::Tags => return strings(&contact.tags, &reference.path),
            Root::External => return walk(&contact.results.external, &reference.path).cloned(),
            Root::Lex => contact.results.lex.as_ref().map(lex),
            Root::StoredCustomerInput => contact.results.stored_input.as_deref().and_then(text),
            Root::Metrics => contact.results.metrics.as_ref().map(metrics),
            Root::Queue => contact.target_queue.as_ref().map(queue),
            Root::CustomerEndpoint => contact.customer_endpoint.as_ref().map(endpoint),
            Root::SystemEndpoint => contact.system_endpoint.as_ref().map(endpoint),
            Root::References => Some(json!(contact.references)),
            Root::ContactId => text(&contact.contact_id),
            Root::InitialContactId => text(&contact.initial_contact_id),
            Root::PreviousContactId => contact.previous_contact_id.as_deref().and_then(text),
            Root::Channel => text(contact.channel.as_str()),
            Root::InstanceArn => text(&contact.instance_arn),
            Root::InitiationMethod => text(&contact.initiation_method),
            Root::AwsRegion => text(&contact.region),
            Root::LanguageCode => contact.language_code.as_deref().and_then(text),
            Root::CustomerId => contact.customer_id.as_deref().and_then(text),
            Root::Name => contact.name.as_deref().and_then(text),
            Root::Description => contact.description.as_deref().and_then(text),
            Root::TextToSpeechVoiceId => text(&contact.voice.name),
            Root::Other(name) => {
                return walk(contact.other.get(name)?, &reference.path).cloned();
            }
        };
        walk(&value?, &reference.path).cloned()
    }

    /// The text a reference leads to; `None` when nothing or null is there.
    pub(crate) fn lookup_text(self, reference: &Reference) -> Option<String> {
        as_text(self.lookup(reference)?)
    }

    /// A parameter's text; `None` when it refers to nothing, or is empty.
    pub(crate) fn field(self, field: &Field) -> Option<String> {
        let text = match field {
            Field::Static(text) => Some(text.clone()),
            Field::Reference(reference) => self.lookup_text(reference),
        };
        text.filter(|it| !it.is_empty())
    }

    /// Text with every reference replaced; one that leads to nothing becomes empty.
    pub(crate) fn render(self, template: &Template) -> String {
        let part = |part: &Part| match part {
            Part::Static(text) => text.clone(),
            Part::Reference(reference) => self.lookup_text(reference).unwrap_or_default(),
        };
        template.parts().iter().map(part).collect()
    }

    /// JSON with every reference replaced; `unset` hears of those that lead to nothing.
    pub(crate) fn fill(self, tree: &Tree, unset: &mut dyn FnMut(&Reference)) -> Value {
        match tree {
            Tree::Text(template) => {
                for part in template.parts() {
                    if let Part::Reference(reference) = part
                        && self.lookup_text(reference).is_none()
                    {
                        unset(reference);
                    }
                }
                Value::String(self.render(template))
            }
            Tree::List(items) => items.iter().map(|it| self.fill(it, unset)).collect(),
            Tree::Object(entries) => {
                let filled = |(key, it): &(String, Tree)| (key.clone(), self.fill(it, unset));
                Value::Object(entries.iter().map(filled).collect())
            }
            Tree::Other(value) => value.clone(),
        }
    }
}

/// A value as text: text as it is, anything else as JSON, null not at all.
fn as_text(value: Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            Some(value.to_string())
        }
    }
}

/// Follows a path into JSON; digits are indices in lists.
fn walk<'v>(value: &'v Value, path: &[String]) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, step| match value {
        Value::Object(object) => object.get(step),
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    })
}

/// Looks a name up in a flat map; an empty path is the whole map.
fn strings(map: &BTreeMap<String, String>, path: &[String]) -> Option<Value> {
    if path.is_empty() {
        return Some(json!(map));
    }
    map.get(&path.join(".")).map(|it| Value::from(it.as_str()))
}

fn endpoint(endpoint: &Endpoint) -> Value {
    json!({ "Address": endpoint.address, "Type": endpoint.r#type })
}

fn queue(queue: &QueueRef) -> Value {
    json!({ "Name": queue.name, "ARN": queue.arn })
}

fn lex(lex: &LexResult) -> Value {
    let confidence = |score: Option<f64>| score.map(|it| json!({ "Score": it }));
    let alternative = |it: &AlternateIntent| {
        let value = json!({
            "IntentName": it.intent_name,
            "IntentConfidence": confidence(it.confidence),
            "Slots": it.slots,
        });
        (it.intent_name.clone(), value)
    };
    json!({
        "IntentName": lex.intent_name,
        "IntentConfidence": confidence(lex.confidence),
        "Slots": lex.slots,
        "SessionAttributes": lex.session_attributes,
        "AlternateIntents": lex.alternatives.iter().map(alternative).collect::<Map<_, _>>(),
        "DialogState": lex.dialog_state,
        "SentimentResponse":
            lex.sentiment.as_ref().map(|it| json!({ "Label": it.label, "Scores": it.scores })),
    })
}

fn metrics(metrics: &Metrics) -> Value {
    let count = |count: Option<u64>| json!({ "Count": count });
    json!({
        "Queue": {
            "Name": metrics.queue.as_ref().map(|it| &it.name),
            "ARN": metrics.queue.as_ref().map(|it| &it.arn),
            "Size": metrics.contacts_in_queue,
            "OldestContactAge": metrics.oldest_contact_age.map(|it| it.as_secs()),
        },
        "Agents": {
            "Online": count(metrics.agents_online),
            "Available": count(metrics.agents_available),
            "Staffed": count(metrics.agents_staffed),
            "AfterContactWork": count(metrics.agents_after_contact_work),
            "Busy": count(metrics.agents_busy),
            "Missed": count(metrics.agents_missed),
            "NonProductive": count(metrics.agents_non_productive),
        },
    })
}
