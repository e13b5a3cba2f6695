//! The ways out of an action.

use std::fmt;

use serde::Serialize;

use crate::value::Field;

/// The error every failure falls back on.
pub const NO_MATCHING_ERROR: &str = "NoMatchingError";
/// The error of a value that no condition matches.
pub const NO_MATCHING_CONDITION: &str = "NoMatchingCondition";
/// The error of a caller who does nothing in time.
pub const INPUT_TIME_LIMIT_EXCEEDED: &str = "InputTimeLimitExceeded";
/// The error of an entry that is no telephone number.
pub const INVALID_PHONE_NUMBER: &str = "InvalidPhoneNumber";
/// The error of a queue that takes no more contacts.
pub const QUEUE_AT_CAPACITY: &str = "QueueAtCapacity";
/// The error of a callback number that is no telephone number.
pub const INVALID_CALLBACK_NUMBER: &str = "InvalidCallbackNumber";
/// The error of a callback number that the instance does not call.
pub const CALLBACK_NUMBER_NOT_DIALABLE: &str = "CallbackNumberNotDialable";
/// The error of somebody outside who is busy, refuses, or cannot be reached.
pub const CALL_FAILED: &str = "CallFailed";
/// The error of somebody outside who does not answer in time.
pub const CONNECTION_TIME_LIMIT_EXCEEDED: &str = "ConnectionTimeLimitExceeded";
/// The error of a wait for a participant who is not there.
pub const PARTICIPANT_NOT_FOUND: &str = "ParticipantNotFound";

/// The ways out of an action. Each leads to an action of the same flow, or is unconnected.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Transitions {
    /// When no error and no condition is chosen.
    pub next: Option<String>,
    /// By error type; the first of a type counts.
    pub errors: Vec<ErrorBranch>,
    /// In the order they are tested.
    pub conditions: Vec<ConditionBranch>,
}

/// Where an error leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ErrorBranch {
    /// Such as `NoMatchingError`.
    pub error_type: String,
    /// The action; `None` when unconnected.
    pub next: Option<String>,
}

/// Where a condition leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConditionBranch {
    /// How the value is compared.
    pub operator: Operator,
    /// What it is compared with; any one that matches is enough. Empty when there are parts.
    pub operands: Vec<Field>,
    /// The conditions inside, for [`Operator::And`], [`Operator::Or`] and [`Operator::Not`].
    pub parts: Vec<Condition>,
    /// The action; `None` when unconnected.
    pub next: Option<String>,
}

/// A condition inside another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// How the value is compared, or how the parts go together.
    pub operator: Operator,
    /// What it is compared with; any one that matches is enough. Empty when there are parts.
    pub operands: Vec<Field>,
    /// The conditions inside.
    pub parts: Vec<Condition>,
}

impl Condition {
    fn holds(&self, value: &str, operand: &mut dyn FnMut(&Field) -> String) -> bool {
        holds(&self.operator, &self.operands, &self.parts, value, operand)
    }
}

fn holds(
    operator: &Operator,
    operands: &[Field],
    parts: &[Condition],
    value: &str,
    operand: &mut dyn FnMut(&Field) -> String,
) -> bool {
    match operator {
        Operator::And => parts.iter().all(|it| it.holds(value, operand)),
        Operator::Or => parts.iter().any(|it| it.holds(value, operand)),
        Operator::Not => !parts.iter().any(|it| it.holds(value, operand)),
        _ => operands.iter().any(|it| operator.holds(value, &operand(it))),
    }
}

impl ConditionBranch {
    /// Whether it holds for a value; `operand` looks up what it is compared with.
    pub(crate) fn holds(&self, value: &str, operand: &mut dyn FnMut(&Field) -> String) -> bool {
        holds(&self.operator, &self.operands, &self.parts, value, operand)
    }
}

impl fmt::Display for ConditionBranch {
    /// Operator and operands as the flow writes them, such as `Equals 1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(f, &self.operator, &self.operands, &self.parts)
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(f, &self.operator, &self.operands, &self.parts)
    }
}

fn write(
    f: &mut fmt::Formatter<'_>,
    operator: &Operator,
    operands: &[Field],
    parts: &[Condition],
) -> fmt::Result {
    f.write_str(operator.as_str())?;
    operands.iter().try_for_each(|operand| write!(f, " {operand}"))?;
    parts.iter().try_for_each(|part| write!(f, " ({part})"))
}

impl Transitions {
    /// The branch of an error type.
    pub fn error(&self, error_type: &str) -> Option<&ErrorBranch> {
        self.errors.iter().find(|it| it.error_type == error_type)
    }

    /// All actions that a branch leads to; an action may come more than once.
    pub fn targets(&self) -> impl Iterator<Item = &str> {
        let errors = self.errors.iter().map(|it| &it.next);
        let conditions = self.conditions.iter().map(|it| &it.next);
        std::iter::once(&self.next).chain(errors).chain(conditions).filter_map(Option::as_deref)
    }
}

/// How a condition compares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Operator {
    /// The same text, case and all.
    Equals,
    /// Begins with the operand.
    TextStartsWith,
    /// Ends with the operand.
    TextEndsWith,
    /// Has the operand in it.
    TextContains,
    /// Above the operand.
    NumberGreaterThan,
    /// At or above the operand.
    NumberGreaterOrEqualTo,
    /// Below the operand.
    NumberLessThan,
    /// At or below the operand.
    NumberLessOrEqualTo,
    /// All of the conditions inside hold.
    And,
    /// Any of the conditions inside holds.
    Or,
    /// None of the conditions inside holds.
    Not,
    /// One that we do not know; it never holds.
    Unknown(String),
}

impl Operator {
    pub(crate) fn named(name: &str) -> Self {
        match name {
            "Equals" => Self::Equals,
            "TextStartsWith" => Self::TextStartsWith,
            "TextEndsWith" => Self::TextEndsWith,
            "TextContains" => Self::TextContains,
            "NumberGreaterThan" => Self::NumberGreaterThan,
            "NumberGreaterOrEqualTo" => Self::NumberGreaterOrEqualTo,
            "NumberLessThan" => Self::NumberLessThan,
            "NumberLessOrEqualTo" => Self::NumberLessOrEqualTo,
            "And" => Self::And,
            "Or" => Self::Or,
            "Not" => Self::Not,
            other => Self::Unknown(other.to_owned()),
        }
    }

    /// As flows write it.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Equals => "Equals",
            Self::TextStartsWith => "TextStartsWith",
            Self::TextEndsWith => "TextEndsWith",
            Self::TextContains => "TextContains",
            Self::NumberGreaterThan => "NumberGreaterThan",
            Self::NumberGreaterOrEqualTo => "NumberGreaterOrEqualTo",
            Self::NumberLessThan => "NumberLessThan",
            Self::NumberLessOrEqualTo => "NumberLessOrEqualTo",
            Self::And => "And",
            Self::Or => "Or",
            Self::Not => "Not",
            Self::Unknown(name) => name,
        }
    }

    /// Whether it joins other conditions, rather than comparing.
    pub fn joins(&self) -> bool {
        matches!(self, Self::And | Self::Or | Self::Not)
    }

    /// Whether it holds between a value and an operand.
    ///
    /// Text is compared exactly. Comparing numbers is false when either side is no number.
    pub fn holds(&self, value: &str, operand: &str) -> bool {
        match self {
            Self::Equals => value == operand,
            Self::TextStartsWith => value.starts_with(operand),
            Self::TextEndsWith => value.ends_with(operand),
            Self::TextContains => value.contains(operand),
            Self::NumberGreaterThan => numbers(value, operand, |a, b| a > b),
            Self::NumberGreaterOrEqualTo => numbers(value, operand, |a, b| a >= b),
            Self::NumberLessThan => numbers(value, operand, |a, b| a < b),
            Self::NumberLessOrEqualTo => numbers(value, operand, |a, b| a <= b),
            // What is inside of them is compared, not they.
            Self::And | Self::Or | Self::Not | Self::Unknown(_) => false,
        }
    }
}

fn numbers(value: &str, operand: &str, compare: fn(f64, f64) -> bool) -> bool {
    let number = |text: &str| text.trim().parse::<f64>().ok().filter(|it| it.is_finite());
    matches!((number(value), number(operand)), (Some(value), Some(operand)) if compare(value, operand))
}

#[cfg(test)]
mod tests {
    use super::Operator;

    #[test]
    fn operators_compare_text_and_numbers() {
        for (value, operator, operand, expected) in [
            ("gold", "Equals", "gold", true),
            ("Gold", "Equals", "gold", false),
            ("1", "Equals", "1.0", false),
            ("", "Equals", "", true),
            ("+1202", "TextStartsWith", "+1", true),
            ("1202", "TextStartsWith", "+1", false),
            ("a@example.com", "TextEndsWith", ".com", true),
            ("a@example.org", "TextEndsWith", ".com", false),
            ("a@example.com", "TextContains", "@", true),
            ("a", "TextContains", "@", false),
            ("10", "NumberGreaterThan", "9", true),
            ("9", "NumberGreaterThan", "9", false),
            ("9.0", "NumberGreaterOrEqualTo", "9", true),
            ("-3", "NumberLessThan", "0", true),
            ("0", "NumberLessThan", "0", false),
            (" 7 ", "NumberLessOrEqualTo", "7", true),
            ("", "NumberGreaterThan", "0", false),
            ("many", "NumberGreaterThan", "0", false),
            ("5", "NumberLessThan", "", false),
            ("NaN", "NumberLessOrEqualTo", "NaN", false),
            ("5", "NumericLessThan", "6", false),
        ] {
            let holds = Operator::named(operator).holds(value, operand);
            assert_eq!(holds, expected, "{value:?} {operator} {operand:?}");
            assert_eq!(Operator::named(operator).as_str(), operator);
        }
    }
}
