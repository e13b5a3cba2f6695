//! Says what is wrong with an answer that Lex cannot read.

use serde_json::Value;

use super::intent::{ConfirmationState, IntentState};
use super::session::{DialogActionType, SlotElicitationStyle};

/// Why something is no answer of a code hook: the first place that Lex cannot read.
///
/// It names fields and kinds of values, and of values only those that stand where a name of the
/// protocol should and look like one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{path}` is {found}, expected {expected}")]
pub struct MalformedResponse {
    /// The place, such as `messages[0].contentType`; `the answer` for all of it.
    pub path: String,
    /// What stands there.
    pub found: String,
    /// What should.
    pub expected: String,
}

/// Longest text that is shown where a name of the protocol should stand, in bytes. The longest such
/// name has 21; what is much longer is no name that was misspelt.
const MAX_SHOWN: usize = 40;

/// Whether a text could be a misspelt name of the protocol: such names are ASCII letters. All else
/// may be what a caller said, and is not shown.
fn is_like_a_name(text: &str) -> bool {
    (1..=MAX_SHOWN).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_alphabetic())
}

/// What may stand in a place.
enum Shape {
    Any,
    Text,
    /// A whole number from 0 to [`u32::MAX`].
    Count,
    OneOf(&'static [&'static str]),
    /// A type of a dialog action. The types that Lex proposes and no hook may answer pass: whoever
    /// leads the conversation refuses them with a reason.
    Step,
    List(&'static Shape),
    /// Any names, one shape.
    Map(&'static Shape),
    /// Names that are known; others are ignored, as Lex does.
    Object(&'static [Field]),
    /// A slot, or nothing.
    Slot,
}

struct Field {
    name: &'static str,
    required: bool,
    shape: Shape,
}

const fn required(name: &'static str, shape: Shape) -> Field {
    Field { name, required: true, shape }
}

const fn optional(name: &'static str, shape: Shape) -> Field {
    Field { name, required: false, shape }
}

static ANSWER: Shape = Shape::Object(&[
    required("sessionState", SESSION_STATE),
    optional("messages", Shape::List(&MESSAGE)),
    optional("requestAttributes", Shape::Map(&Shape::Text)),
]);

const SESSION_STATE: Shape = Shape::Object(&[
    optional("dialogAction", DIALOG_ACTION),
    optional("intent", INTENT),
    optional("sessionAttributes", Shape::Map(&Shape::Text)),
    optional("activeContexts", Shape::List(&ACTIVE_CONTEXT)),
    optional("originatingRequestId", Shape::Text),
    optional("runtimeHints", RUNTIME_HINTS),
]);

/// The next steps that a hook may answer.
const ANSWERS: &[&str] = &["Close", "ConfirmIntent", "Delegate", "ElicitIntent", "ElicitSlot"];

const DIALOG_ACTION: Shape = Shape::Object(&[
    required("type", Shape::Step),
    optional("slotToElicit", Shape::Text),
    optional("slotElicitationStyle", Shape::OneOf(SlotElicitationStyle::NAMES)),
    optional("subSlotToElicit", SUB_SLOT),
]);

/// Parts of composite slots are no composites, so there is no part of a part to ask for.
const SUB_SLOT: Shape = Shape::Object(&[required("name", Shape::Text)]);

const INTENT: Shape = Shape::Object(&[
    required("name", Shape::Text),
    optional("state", Shape::OneOf(IntentState::NAMES)),
    optional("confirmationState", Shape::OneOf(ConfirmationState::NAMES)),
    optional("slots", Shape::Map(&Shape::Slot)),
    optional("kendraResponse", Shape::Any),
]);

/// Beside these, a scalar needs a `value`.
static SLOT: Shape = Shape::Object(&[
    optional("shape", Shape::OneOf(&["Scalar", "List", "Composite"])),
    optional("value", SLOT_VALUE),
    optional("values", Shape::List(&SLOT)),
    optional("subSlots", Shape::Map(&Shape::Slot)),
]);

const SLOT_VALUE: Shape = Shape::Object(&[
    optional("originalValue", Shape::Text),
    optional("interpretedValue", Shape::Text),
    optional("resolvedValues", Shape::List(&Shape::Text)),
]);

static ACTIVE_CONTEXT: Shape = Shape::Object(&[
    required("name", Shape::Text),
    optional("contextAttributes", Shape::Map(&Shape::Text)),
    required("timeToLive", TIME_TO_LIVE),
]);

const TIME_TO_LIVE: Shape = Shape::Object(&[
    required("timeToLiveInSeconds", Shape::Count),
    required("turnsToLive", Shape::Count),
]);

const RUNTIME_HINTS: Shape = Shape::Object(&[optional("slotHints", Shape::Map(&HINTS_OF_INTENT))]);

static HINTS_OF_INTENT: Shape = Shape::Map(&HINT_DETAILS);

static HINT_DETAILS: Shape = Shape::Object(&[
    optional("runtimeHintValues", Shape::List(&HINT_VALUE)),
    optional("subSlotHints", Shape::Map(&HINT_DETAILS)),
]);

static HINT_VALUE: Shape = Shape::Object(&[required("phrase", Shape::Text)]);

static MESSAGE: Shape = Shape::Object(&[
    required(
        "contentType",
        Shape::OneOf(&["CustomPayload", "ImageResponseCard", "PlainText", "SSML"]),
    ),
    optional("content", Shape::Text),
    optional("imageResponseCard", CARD),
]);

const CARD: Shape = Shape::Object(&[
    required("title", Shape::Text),
    optional("subtitle", Shape::Text),
    optional("imageUrl", Shape::Text),
    optional("buttons", Shape::List(&BUTTON)),
]);

static BUTTON: Shape =
    Shape::Object(&[required("text", Shape::Text), required("value", Shape::Text)]);

/// Finds the first place of an answer that Lex cannot read.
pub(super) fn check(answer: &Value) -> Result<(), MalformedResponse> {
    ANSWER.check(answer, &Path::Root)
}

/// Where a value stands.
enum Path<'a> {
    Root,
    Field(&'a Path<'a>, &'a str),
    Item(&'a Path<'a>, usize),
}

impl Path<'_> {
    fn text(&self) -> String {
        match self {
            Self::Root => "the answer".to_owned(),
            Self::Field(Self::Root, name) => (*name).to_owned(),
            Self::Field(parent, name) => format!("{}.{name}", parent.text()),
            Self::Item(parent, at) => format!("{}[{at}]", parent.text()),
        }
    }

    fn wrong(&self, found: impl Into<String>, expected: &str) -> MalformedResponse {
        MalformedResponse { path: self.text(), found: found.into(), expected: expected.to_owned() }
    }
}

impl Shape {
    fn check(&self, value: &Value, path: &Path<'_>) -> Result<(), MalformedResponse> {
        match (self, value) {
            (Self::Any, _) | (Self::Text, Value::String(_)) | (Self::Slot, Value::Null) => Ok(()),
            (Self::Count, Value::Number(number))
                if number.as_u64().is_some_and(|it| u32::try_from(it).is_ok()) =>
            {
                Ok(())
            }
            (Self::OneOf(_) | Self::Step, Value::String(name)) => {
                let names = match self {
                    Self::OneOf(names) => names,
                    _ => DialogActionType::NAMES,
                };
                if names.contains(&name.as_str()) {
                    Ok(())
                } else if !is_like_a_name(name) {
                    Err(path.wrong(kind(value), &self.expected()))
                } else {
                    Err(path.wrong(format!("`{name}`"), &self.expected()))
                }
            }
            (Self::List(shape), Value::Array(items)) => {
                let mut items = items.iter().enumerate();
                items.try_for_each(|(at, it)| shape.check(it, &Path::Item(path, at)))
            }
            (Self::Map(shape), Value::Object(fields)) => {
                let mut fields = fields.iter();
                fields.try_for_each(|(name, it)| shape.check(it, &Path::Field(path, name)))
            }
            (Self::Object(fields), Value::Object(object)) => {
                fields.iter().try_for_each(|field| {
                    let path = Path::Field(path, field.name);
                    // A `null` is as good as nothing.
                    match object.get(field.name).filter(|it| !it.is_null()) {
                        Some(value) => field.shape.check(value, &path),
                        None if field.required => {
                            Err(path.wrong("missing", &field.shape.expected()))
                        }
                        None => Ok(()),
                    }
                })
            }
            (Self::Slot, Value::Object(object)) => {
                SLOT.check(value, path)?;
                let holds = |name| object.get(name).is_some_and(|it: &Value| !it.is_null());
                let scalar = match object.get("shape").and_then(Value::as_str) {
                    Some(shape) => shape == "Scalar",
                    None => !holds("values") && !holds("subSlots"),
                };
                if scalar && !holds("value") {
                    let path = Path::Field(path, "value");
                    return Err(path.wrong("missing", &SLOT_VALUE.expected()));
                }
                Ok(())
            }
            (
                Self::Text
                | Self::Count
                | Self::OneOf(_)
                | Self::Step
                | Self::List(_)
                | Self::Map(_)
                | Self::Object(_)
                | Self::Slot,
                _,
            ) => Err(path.wrong(kind(value), &self.expected())),
        }
    }

    fn expected(&self) -> String {
        match self {
            Self::Any => "anything".to_owned(),
            Self::Text => "a text".to_owned(),
            Self::Count => "a whole number from 0".to_owned(),
            Self::OneOf(names) => {
                let names: Vec<_> = names.iter().map(|it| format!("`{it}`")).collect();
                match names.split_last() {
                    Some((last, rest)) if !rest.is_empty() => {
                        format!("{} or {last}", rest.join(", "))
                    }
                    _ => names.concat(),
                }
            }
            Self::Step => Self::OneOf(ANSWERS).expected(),
            Self::List(_) => "a list".to_owned(),
            Self::Map(shape) => match shape {
                Self::Text => "an object whose values are texts".to_owned(),
                _ => "an object".to_owned(),
            },
            Self::Object(fields) => {
                let needed: Vec<_> = fields.iter().filter(|it| it.required).collect();
                if needed.is_empty() {
                    return "an object".to_owned();
                }
                let names: Vec<_> = needed.iter().map(|it| format!("`{}`", it.name)).collect();
                format!("an object with {}", names.join(" and "))
            }
            Self::Slot => "null or an object with `shape` and `value`".to_owned(),
        }
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
