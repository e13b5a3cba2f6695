//! What Amazon Connect sends when a flow invokes a function.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::null_as_default;

/// The event of an `InvokeLambdaFunction` action.
///
/// Source: Amazon Connect Administrator Guide, "Invoke AWS Lambda functions".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct FlowEvent {
    /// Always `ContactFlowEvent`.
    #[serde(default)]
    pub name: String,
    /// The contact and the parameters of the action.
    pub details: Details,
}

impl FlowEvent {
    /// The value Connect sends in [`FlowEvent::name`].
    pub const NAME: &str = "ContactFlowEvent";

    /// An event for a contact, as Connect would send it.
    pub fn new(contact_data: ContactData, parameters: BTreeMap<String, Value>) -> Self {
        Self { name: Self::NAME.to_owned(), details: Details { contact_data, parameters } }
    }

    /// A parameter that the flow's author set; `None` when it is absent, empty or not a string.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.details.parameters.get(name)?.as_str().filter(|it| !it.is_empty())
    }
}

/// The two halves of a [`FlowEvent`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Details {
    /// What Connect knows of the contact.
    pub contact_data: ContactData,
    /// `LambdaInvocationAttributes` of the action, references resolved.
    #[serde(default, deserialize_with = "null_as_default")]
    pub parameters: BTreeMap<String, Value>,
}

/// What Connect knows of the contact.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct ContactData {
    /// Contact attributes, shared by all contacts with the same initial contact.
    #[serde(default, deserialize_with = "null_as_default")]
    pub attributes: BTreeMap<String, String>,
    /// `VOICE`, `CHAT` or `TASK`.
    pub channel: Option<String>,
    /// This contact's id, a UUID.
    pub contact_id: Option<String>,
    /// The caller; absent when the number is withheld.
    pub customer_endpoint: Option<Endpoint>,
    /// The business's own id for the customer.
    pub customer_id: Option<String>,
    /// Description of the contact.
    pub description: Option<String>,
    /// The first contact of the chain.
    pub initial_contact_id: Option<String>,
    /// `INBOUND`, `OUTBOUND`, `TRANSFER`, `CALLBACK`, `QUEUE_TRANSFER`, `API`.
    pub initiation_method: Option<String>,
    /// The Connect instance.
    #[serde(rename = "InstanceARN")]
    pub instance_arn: Option<String>,
    /// Language of the contact, such as `en-US`.
    pub language_code: Option<String>,
    /// Live audio streams.
    pub media_streams: Option<Value>,
    /// Name of the contact.
    pub name: Option<String>,
    /// The contact before this one.
    pub previous_contact_id: Option<String>,
    /// The queue the contact is in or is aimed at.
    pub queue: Option<Queue>,
    /// Documents attached to the contact.
    #[serde(default, deserialize_with = "null_as_default")]
    pub references: BTreeMap<String, Value>,
    /// The number that was dialled.
    pub system_endpoint: Option<Endpoint>,
}

/// One end of a call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Endpoint {
    /// The number, E.164 unless withheld or internal.
    #[serde(default, deserialize_with = "null_as_default")]
    pub address: String,
    /// `TELEPHONE_NUMBER` for voice.
    #[serde(default, deserialize_with = "null_as_default")]
    pub r#type: String,
}

impl Endpoint {
    /// An endpoint on the telephone network.
    pub fn telephone(address: impl Into<String>) -> Self {
        Self { address: address.into(), r#type: "TELEPHONE_NUMBER".to_owned() }
    }
}

/// A queue as the event shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Queue {
    /// ARN of the queue.
    #[serde(rename = "ARN")]
    pub arn: Option<String>,
    /// Name of the queue.
    pub name: Option<String>,
    /// The number callers see when the queue calls out.
    pub outbound_caller_id: Option<Endpoint>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn nulls_and_new_fields_do_not_break_reading() {
        let event: FlowEvent = serde_json::from_value(json!({
            "Name": "ContactFlowEvent",
            "Details": {
                "ContactData": {
                    "Attributes": null, "ContactId": "c-1", "Queue": null,
                    "CustomerEndpoint": { "Address": null, "Type": "TELEPHONE_NUMBER" },
                    "SegmentAttributes": { "connect:Subtype": { "ValueString": "connect:Telephony" } }
                },
                "Parameters": null
            }
        }))
        .unwrap();
        assert_eq!(event.details.contact_data.contact_id.as_deref(), Some("c-1"));
        assert_eq!(event.details.contact_data.customer_endpoint.unwrap().address, "");
        assert!(event.details.parameters.is_empty());
    }

    #[test]
    fn writes_what_connect_writes() {
        let contact = ContactData {
            contact_id: Some("c-1".to_owned()),
            customer_endpoint: Some(Endpoint::telephone("+12025550143")),
            ..ContactData::default()
        };
        let event = FlowEvent::new(contact, BTreeMap::from([("hours".to_owned(), json!("open"))]));
        let value = serde_json::to_value(&event).unwrap();
        assert_eq!(value["Details"]["ContactData"]["InstanceARN"], json!(null));
        assert_eq!(value["Details"]["ContactData"]["CustomerEndpoint"]["Type"], "TELEPHONE_NUMBER");
        assert_eq!(value["Details"]["Parameters"]["hours"], "open");
        assert_eq!(serde_json::from_value::<FlowEvent>(value).unwrap(), event);
    }
}
