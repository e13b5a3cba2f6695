//! Slots and their values.

use std::collections::BTreeMap;
use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::lenient;

/// Slots of an intent by name; `None` is a slot without a value.
pub type Slots = BTreeMap<String, Option<Slot>>;

/// A filled slot.
///
/// Source: Amazon Lex V2 Developer Guide, "Common structures in an AWS Lambda function", slots; for
/// the composite shape, Amazon Lex API Reference, runtime `Slot`.
///
/// `Debug` shows the shape and the names of parts.
#[derive(Clone, PartialEq)]
pub enum Slot {
    /// One value.
    Scalar {
        /// The value.
        value: SlotValue,
    },
    /// Several values.
    List {
        /// What the caller said for all of them; absent where the values are all there is.
        value: Option<SlotValue>,
        /// The values, each a scalar slot.
        values: Vec<Slot>,
    },
    /// A value made of parts that have names.
    Composite {
        /// What the caller said for all of them; absent where the parts are all there is.
        value: Option<SlotValue>,
        /// The parts by name; `None` is a part without a value.
        sub_slots: Slots,
    },
    /// Something that this version cannot read as a slot, as Lex wrote it. It has no value.
    Other(Value),
}

impl Slot {
    /// A slot whose value is what the caller said, unchanged.
    pub fn scalar(value: impl Into<String>) -> Self {
        let value = value.into();
        Self::Scalar {
            value: SlotValue {
                original_value: value.clone(),
                interpreted_value: value.clone(),
                resolved_values: vec![value],
            },
        }
    }

    /// The interpreted value of a scalar; `None` for other shapes.
    pub fn interpreted(&self) -> Option<&str> {
        match self {
            Self::Scalar { value } => Some(&value.interpreted_value),
            Self::List { .. } | Self::Composite { .. } | Self::Other(_) => None,
        }
    }
}

impl fmt::Debug for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scalar { .. } => f.write_str("Scalar(..)"),
            Self::List { values, .. } => f.debug_tuple("List").field(values).finish(),
            Self::Composite { sub_slots, .. } => {
                f.debug_tuple("Composite").field(sub_slots).finish()
            }
            Self::Other(_) => f.write_str("Other(..)"),
        }
    }
}

impl Serialize for Slot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Scalar { value } => {
                let mut slot = serializer.serialize_struct("Slot", 2)?;
                slot.serialize_field("shape", "Scalar")?;
                slot.serialize_field("value", value)?;
                slot.end()
            }
            Self::List { value, values } => {
                let mut slot = serializer.serialize_struct("Slot", 3)?;
                slot.serialize_field("shape", "List")?;
                if let Some(value) = value {
                    slot.serialize_field("value", value)?;
                }
                slot.serialize_field("values", values)?;
                slot.end()
            }
            Self::Composite { value, sub_slots } => {
                let mut slot = serializer.serialize_struct("Slot", 3)?;
                slot.serialize_field("shape", "Composite")?;
                if let Some(value) = value {
                    slot.serialize_field("value", value)?;
                }
                slot.serialize_field("subSlots", sub_slots)?;
                slot.end()
            }
            Self::Other(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Slot {
    /// Reads any shape. Where `shape` is absent, the fields that are there tell it.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wire = Value::deserialize(deserializer)?;
        Ok(Self::read(&wire).unwrap_or(Self::Other(wire)))
    }
}

impl Slot {
    /// `None` for what is no slot of a shape known here.
    fn read(wire: &Value) -> Option<Self> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Wire {
            shape: Option<String>,
            value: Option<SlotValue>,
            values: Option<Vec<Slot>>,
            sub_slots: Option<Slots>,
        }
        let Wire { shape, value, values, sub_slots } = Wire::deserialize(wire).ok()?;
        match (shape.as_deref(), values, sub_slots) {
            (Some("List"), values, _) => {
                Some(Self::List { value, values: values.unwrap_or_default() })
            }
            (Some("Composite"), _, sub_slots) => {
                Some(Self::Composite { value, sub_slots: sub_slots.unwrap_or_default() })
            }
            (None, Some(values), _) if !values.is_empty() => Some(Self::List { value, values }),
            (None, _, Some(sub_slots)) if !sub_slots.is_empty() => {
                Some(Self::Composite { value, sub_slots })
            }
            (Some("Scalar") | None, ..) => Some(Self::Scalar { value: value? }),
            (Some(_), ..) => None,
        }
    }
}

/// The value of a slot.
///
/// `Debug` shows nothing of it: it is what a caller said.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SlotValue {
    /// What the caller said.
    #[serde(default, deserialize_with = "lenient::part")]
    pub original_value: String,
    /// What Lex made of it; empty in the slots of a transcription, where Lex writes none.
    #[serde(default, deserialize_with = "lenient::part", skip_serializing_if = "String::is_empty")]
    pub interpreted_value: String,
    /// Values that the slot type knows for it, best first.
    #[serde(default, deserialize_with = "lenient::list")]
    pub resolved_values: Vec<String>,
}

impl fmt::Debug for SlotValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SlotValue").finish_non_exhaustive()
    }
}
