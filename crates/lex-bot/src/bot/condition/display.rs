//! Writes conditions, so that what is written reads back as the same condition.

use std::fmt;

use super::{Constant, Expression, Operand, Operator, Reference, Step};

impl fmt::Display for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Or(left, right) => write!(f, "({left}) OR ({right})"),
            Self::And(left, right) => write!(f, "({left}) AND ({right})"),
            Self::Not(inner) => write!(f, "NOT ({inner})"),
            Self::Compare { left, operator, right } => write!(f, "{left} {operator} {right}"),
            Self::Contains { reference, value } => write!(f, "{reference} CONTAINS {value}"),
            Self::IsSet(reference) => write!(f, "fn.IS_SET({reference})"),
        }
    }
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(reference) => write!(f, "{reference}"),
            Self::Count(reference) => write!(f, "fn.COUNT({reference})"),
            Self::Length(reference) => write!(f, "fn.LENGTH({reference})"),
        }
    }
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Equal => "=",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        })
    }
}

impl fmt::Display for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(text) | Self::Word(text) => f.write_str(text),
            Self::Text(text) => {
                write!(f, "\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
            }
            Self::Value(reference) => write!(f, "{reference}"),
        }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Slot(name) => write!(f, "{{{name}}}"),
            Self::SessionAttribute(name) => write!(f, "[{name}]"),
            Self::RequestAttribute(name) => write!(f, "(({name}))"),
            Self::Path(steps) => {
                f.write_str("$")?;
                steps.iter().try_for_each(|step| match step {
                    Step::Field(name) => write!(f, ".{name}"),
                    Step::Item(index) => write!(f, "[{index}]"),
                })
            }
        }
    }
}
