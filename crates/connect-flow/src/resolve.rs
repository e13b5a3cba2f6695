//! Looking references up.

use std::borrow::Cow;
use std::collections::BTreeMap;

use aws_events::connect::Endpoint;
use serde_json::{Map, Value, json};

use crate::contact::{AlternateIntent, Contact, LexResult, Metrics};
use crate::root::Root;
use crate::value::{Field, Part, Reference, Template, Tree};

/// What references are looked up in: the contact and the attributes of the running flow.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known<'a> {
    pub(crate) contact: &'a Contact,
    pub(crate) flow_attributes: &'a BTreeMap<String, String>,
}

/// What a reference leads to.
enum Found<'a> {
    Text(&'a str),
    Value(Cow<'a, Value>),
}

impl<'a> Known<'a> {
    /// The text a reference leads to; `None` when nothing or null is there.
    pub(crate) fn lookup_text(self, reference: &Reference) -> Option<String> {
        self.text(reference).map(Cow::into_owned)
    }

    /// The same, without a copy where there is text already.
    fn text(self, reference: &Reference) -> Option<Cow<'a, str>> {
        match self.find(reference)? {
            Found::Text(text) => Some(Cow::Borrowed(text)),
            Found::Value(Cow::Borrowed(Value::String(text))) => Some(Cow::Borrowed(text)),
            Found::Value(value) => as_text(value.into_owned()).map(Cow::Owned),
        }
    }

    /// What a reference leads to; `None` when nothing is there.
    fn find(self, reference: &Reference) -> Option<Found<'a>> {
        let contact = self.contact;
        let path = &reference.path;
        let text = |text: &'a str| path.is_empty().then_some(Found::Text(text));
        let named = |text: &'a Option<String>| text.as_deref().and_then(text_at(path));
        let made = |value: Value| walk(&value, path).cloned().map(Cow::Owned).map(Found::Value);
        match &reference.root {
            // Their names are one step, dots or not.
            Root::Attributes => strings(&contact.attributes, path),
            Root::FlowAttributes => strings(self.flow_attributes, path),
            Root::Tags => strings(&contact.tags, path),
            Root::External => found(&contact.results.external, path),
            Root::StoredCustomerInput => named(&contact.results.stored_input),
            Root::Lex => contact.results.lex.as_ref().map(lex).and_then(made),
            Root::Metrics => contact.results.metrics.as_ref().map(metrics).and_then(made),
            Root::Queue => queue(contact).and_then(made),
            Root::CustomerEndpoint => at_endpoint(contact.customer_endpoint.as_ref()?, path),
            Root::SystemEndpoint => at_endpoint(contact.system_endpoint.as_ref()?, path),
            Root::References => match path.split_first() {
                Some((name, rest)) => found(contact.references.get(name)?, rest),
                None => made(json!(contact.references)),
            },
            Root::Modules => match path.split_first() {
                Some((name, rest)) if name == "ResultData" => in_map(&contact.results.module, rest),
                Some(_) => None,
                None => made(json!({ "ResultData": contact.results.module })),
            },
            root @ (Root::DataTables | Root::DataTableList) => {
                found(contact.results.data_tables.get(root.as_str())?, path)
            }
            Root::CallbackNumber => contact.callback_number().and_then(text),
            Root::ContactId => text(&contact.contact_id),
            Root::InitialContactId => text(&contact.initial_contact_id),
            Root::PreviousContactId => named(&contact.previous_contact_id),
            Root::Channel => text(contact.channel.as_str()),
            Root::InstanceArn => text(&contact.instance_arn),
            Root::InitiationMethod => text(&contact.initiation_method),
            Root::AwsRegion => text(&contact.region),
            Root::LanguageCode => named(&contact.language_code),
            Root::CustomerId => named(&contact.customer_id),
            Root::Name => named(&contact.name),
            Root::Description => named(&contact.description),
            Root::TextToSpeechVoiceId => text(&contact.voice.name),
            root @ (Root::Agent
            | Root::Case
            | Root::Customer
            | Root::Email
            | Root::Media
            | Root::MediaStreams
            | Root::SegmentAttributes
            | Root::Task
            | Root::Views
            | Root::Wisdom
            | Root::Other(_)) => found(contact.other.get(root.as_str())?, path),
        }
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
        self.render_noting(template, &mut |_| {})
    }

    /// The same; `unset` hears of references that lead to nothing.
    fn render_noting(self, template: &Template, unset: &mut dyn FnMut(&Reference)) -> String {
        let mut rendered = String::new();
        for part in template.parts() {
            match part {
                Part::Static(text) => rendered.push_str(text),
                Part::Reference(reference) => match self.text(reference) {
                    Some(text) => rendered.push_str(&text),
                    None => unset(reference),
                },
            }
        }
        rendered
    }

    /// JSON with every reference replaced; `unset` hears of those that lead to nothing.
    pub(crate) fn fill(self, tree: &Tree, unset: &mut dyn FnMut(&Reference)) -> Value {
        match tree {
            Tree::Text(template) => Value::String(self.render_noting(template, unset)),
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

/// Text that nothing can follow.
fn text_at<'a>(path: &[String]) -> impl Fn(&'a str) -> Option<Found<'a>> {
    let is_whole = path.is_empty();
    move |text| is_whole.then_some(Found::Text(text))
}

fn found<'a>(value: &'a Value, path: &[String]) -> Option<Found<'a>> {
    walk(value, path).map(Cow::Borrowed).map(Found::Value)
}

/// Looks a path up in an object that is no [`Value`]; an empty path is the whole object.
fn in_map<'a>(map: &'a Map<String, Value>, path: &[String]) -> Option<Found<'a>> {
    match path.split_first() {
        Some((name, rest)) => found(map.get(name)?, rest),
        None => Some(Found::Value(Cow::Owned(Value::Object(map.clone())))),
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
fn strings<'a>(map: &'a BTreeMap<String, String>, path: &[String]) -> Option<Found<'a>> {
    match path {
        [] => Some(Found::Value(Cow::Owned(json!(map)))),
        [name] => map.get(name).map(|it| Found::Text(it)),
        steps => map.get(&steps.join(".")).map(|it| Found::Text(it)),
    }
}

fn at_endpoint<'a>(endpoint: &'a Endpoint, path: &[String]) -> Option<Found<'a>> {
    match path {
        [] => Some(Found::Value(Cow::Owned(
            json!({ "Address": endpoint.address, "Type": endpoint.r#type }),
        ))),
        [name] if name == "Address" => Some(Found::Text(&endpoint.address)),
        [name] if name == "Type" => Some(Found::Text(&endpoint.r#type)),
        _ => None,
    }
}

fn queue(contact: &Contact) -> Option<Value> {
    let queue = contact.target_queue.as_ref()?;
    let caller_id = contact.outbound_caller_ids.get(&queue.arn);
    let caller_id = caller_id.map(|it| json!({ "Address": it.address, "Type": it.r#type }));
    Some(json!({ "Name": queue.name, "ARN": queue.arn, "OutboundCallerId": caller_id }))
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
