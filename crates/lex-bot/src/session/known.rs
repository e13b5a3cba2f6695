//! What conditions, messages and assigned values refer to.

use aws_events::lex::{Attributes, Event, Intent};
use serde_json::Value;

use super::slots;
use crate::bot;
use crate::bot::condition::{Kind, Reference, Referred, Step, Values};
use crate::matching::slot_type::SlotType;

/// The values of a conversation at one moment.
pub(super) struct Known<'a> {
    intent: &'a Intent,
    definition: Option<&'a bot::Intent>,
    attributes: &'a Attributes,
    request_attributes: &'a Attributes,
    /// What the code hook would be sent now; paths lead into it.
    event: Option<Box<dyn Fn() -> Event + 'a>>,
}

impl<'a> Known<'a> {
    /// The values that messages can mention.
    pub(super) fn of(
        intent: &'a Intent,
        attributes: &'a Attributes,
        request_attributes: &'a Attributes,
    ) -> Self {
        Self { intent, definition: None, attributes, request_attributes, event: None }
    }

    /// The same with what only conditions and assigned values refer to.
    pub(super) fn with(self, definition: &'a bot::Intent, event: impl Fn() -> Event + 'a) -> Self {
        Self { definition: Some(definition), event: Some(Box::new(event)), ..self }
    }

    /// What a slot was taken to mean, as text; several values with commas.
    pub(super) fn slot_text(&self, name: &str) -> Option<String> {
        let values = slots::interpreted(slots::value(self.intent, self.own(name))?);
        (!values.is_empty()).then(|| values.join(", "))
    }

    pub(super) fn session_attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// An attribute of the request, else of the session.
    pub(super) fn any_attribute(&self, name: &str) -> Option<&str> {
        let found = self.request_attributes.get(name).or_else(|| self.attributes.get(name))?;
        Some(found)
    }

    /// A slot's name without the name of the intent at hand before it.
    fn own<'n>(&self, name: &'n str) -> &'n str {
        match name.split_once('.') {
            Some((intent, slot))
                if intent == self.intent.name && !self.intent.slots.contains_key(intent) =>
            {
                slot
            }
            _ => name,
        }
    }

    /// How the values of a slot compare.
    fn kind(&self, name: &str) -> Kind {
        self.definition.and_then(|it| slots::type_of(it, name)).map_or(Kind::Text, kind)
    }

    fn at_path(&self, path: &[Step]) -> Option<Referred> {
        let event = serde_json::to_value(self.event.as_ref()?()).ok()?;
        let mut place = &event;
        for step in path {
            place = match step {
                Step::Field(name) => place.get(name)?,
                Step::Item(number) => place.get(number)?,
            };
        }
        let text = match place {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Bool(truth) => truth.to_string(),
            Value::Null | Value::Array(_) | Value::Object(_) => return None,
        };
        Some(Referred { values: vec![text], kind: Kind::Text })
    }
}

fn kind(slot_type: &SlotType) -> Kind {
    match slot_type {
        SlotType::Number | SlotType::Percentage => Kind::Number,
        SlotType::Date => Kind::Date,
        SlotType::Time => Kind::Time,
        SlotType::Duration => Kind::Duration,
        SlotType::AlphaNumeric { .. }
        | SlotType::Composite(_)
        | SlotType::Confirmation
        | SlotType::Currency
        | SlotType::EmailAddress
        | SlotType::Named(_)
        | SlotType::PhoneNumber
        | SlotType::UkPostalCode
        | SlotType::Listed { .. }
        | SlotType::AsSaid
        | SlotType::FreeForm => Kind::Text,
    }
}

impl Values for Known<'_> {
    fn referred(&self, reference: &Reference) -> Option<Referred> {
        match reference {
            Reference::Slot(name) => {
                let name = self.own(name);
                let values = slots::interpreted(slots::value(self.intent, name)?);
                (!values.is_empty()).then(|| Referred { values, kind: self.kind(name) })
            }
            Reference::SessionAttribute(name) => text(self.attributes.get(name)),
            Reference::RequestAttribute(name) => text(self.request_attributes.get(name)),
            Reference::Path(path) => self.at_path(path),
        }
    }
}

fn text(value: Option<&String>) -> Option<Referred> {
    value.map(|it| Referred { values: vec![it.clone()], kind: Kind::Text })
}
