//! Conditions of branches, such as `{age} >= 18 AND [member] = "yes"`.
//!
//! Source: Amazon Lex V2 Developer Guide, "Adding conditions to branch conversations", and for
//! assigned values "Setting values during the conversation".
//!
//! ## Format
//!
//! - A reference is `{slot}`, `{slot.part}` of a composite slot, `{intent.slot}`, `[session
//!   attribute]`, `((request attribute))` or `$.path` into the answer of Lex, such as
//!   `$.inputTranscript` or `$.transcriptions[0].transcriptionConfidence`.
//! - `=`, `!=`, `<`, `<=`, `>` and `>=` compare a reference, `fn.COUNT(reference)` or
//!   `fn.LENGTH(reference)` with a constant: a number, a text in double quotes, or a bare word such
//!   as `P2H`. A reference on the right is read, too, though it is not documented.
//! - `reference CONTAINS "text"` and `fn.IS_SET(reference)` are conditions of their own.
//! - `NOT` (`!`), `AND` (`&&`), `OR` (`||`) and parentheses combine conditions.
//!
//! Not documented, and decided here: `NOT` binds closest, then `AND`, then `OR`; keywords are read
//! in any letter case; in a text `\"` is a quotation mark and `\\` a backslash.

mod display;
mod evaluate;
mod parse;
#[cfg(test)]
mod tests;

pub(crate) use self::evaluate::{Kind, Referred, Values};

/// A condition.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Expression {
    /// One of them holds.
    Or(Box<Expression>, Box<Expression>),
    /// Both hold.
    And(Box<Expression>, Box<Expression>),
    /// It does not hold.
    Not(Box<Expression>),
    /// Two values compare like this.
    Compare { left: Operand, operator: Operator, right: Constant },
    /// One of the values of the reference is this.
    Contains { reference: Reference, value: Constant },
    /// The reference has a value.
    IsSet(Reference),
}

/// What can stand on the left of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Operand {
    /// The value of a reference.
    Value(Reference),
    /// How many values it has.
    Count(Reference),
    /// How many characters its value has.
    Length(Reference),
}

/// How two values compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// What can stand on the right of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Constant {
    /// A number as it was written.
    Number(String),
    /// A text in quotation marks.
    Text(String),
    /// Letters and digits without quotation marks.
    Word(String),
    /// The value of a reference. Lex documents constants only.
    Value(Reference),
}

/// A value that is known only in the conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reference {
    /// A slot, `slot.part` or `intent.slot`.
    Slot(String),
    /// A session attribute.
    SessionAttribute(String),
    /// A request attribute.
    RequestAttribute(String),
    /// A place in the answer of Lex.
    Path(Vec<Step>),
}

/// A step of a path into the answer of Lex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// Into the field of this name.
    Field(String),
    /// To the item at this index, from 0.
    Item(usize),
}

/// What a slot or a session attribute is set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Assigned {
    /// This text.
    Text(String),
    /// The value of a reference, nothing if it has none.
    Value(Reference),
}

impl Expression {
    /// Every reference in it, from left to right.
    pub(crate) fn references(&self) -> Vec<&Reference> {
        match self {
            Self::Or(left, right) | Self::And(left, right) => {
                let mut references = left.references();
                references.extend(right.references());
                references
            }
            Self::Not(inner) => inner.references(),
            Self::Compare { left, right, .. } => {
                let (Operand::Value(left) | Operand::Count(left) | Operand::Length(left)) = left;
                std::iter::once(left).chain(right.reference()).collect()
            }
            Self::Contains { reference, value } => {
                std::iter::once(reference).chain(value.reference()).collect()
            }
            Self::IsSet(reference) => vec![reference],
        }
    }
}

impl Expression {
    /// The first reference that stands where Lex documents a constant.
    pub(crate) fn compared_with(&self) -> Option<&Reference> {
        match self {
            Self::Or(left, right) | Self::And(left, right) => {
                left.compared_with().or_else(|| right.compared_with())
            }
            Self::Not(inner) => inner.compared_with(),
            Self::Compare { right: value, .. } | Self::Contains { value, .. } => value.reference(),
            Self::IsSet(_) => None,
        }
    }
}

impl Constant {
    /// The reference that stands where Lex documents a constant.
    fn reference(&self) -> Option<&Reference> {
        match self {
            Self::Value(reference) => Some(reference),
            Self::Number(_) | Self::Text(_) | Self::Word(_) => None,
        }
    }
}

impl Assigned {
    /// Reads what is assigned: a text that is one reference, of a slot, a session attribute or a
    /// path, stands for the value; every other text stands for itself.
    pub(crate) fn read(text: &str) -> Self {
        match Reference::parse(text) {
            Some(
                reference @ (Reference::Slot(_)
                | Reference::SessionAttribute(_)
                | Reference::Path(_)),
            ) => Self::Value(reference),
            Some(Reference::RequestAttribute(_)) | None => Self::Text(text.to_owned()),
        }
    }
}
