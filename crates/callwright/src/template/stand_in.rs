//! Texts that stand for values which a laptop does not know.

use std::fmt;

use serde_json::Value;

use super::document::plain;
use super::error::{Place, TemplateError};
use super::stack::Stack;

/// A text that stands for a value which a laptop does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StandIn {
    /// Where.
    pub(crate) place: Place,
    /// The text, such as `Index.Arn`.
    pub(crate) text: String,
    /// Why the value is not known.
    pub(crate) why: String,
}

impl fmt::Display for StandIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; the text `{}` stands in", self.place, self.why, self.text)
    }
}

impl Stack {
    /// Evaluates a value; what a laptop cannot know in it is stood in for, and told.
    pub(super) fn resolve_as_far_as_possible(
        &self,
        value: &Value,
        path: &str,
    ) -> Result<(Value, Vec<StandIn>), TemplateError> {
        let before = self.stand_ins.replace(Some(Vec::new()));
        let resolved = self.resolve(value, path);
        let stand_ins = self.stand_ins.replace(before).unwrap_or_default();
        Ok((resolved?, stand_ins))
    }

    /// What stands for the value of a function that failed, if that is wanted and it may.
    pub(super) fn stand_in(
        &self,
        (function, argument): (&str, &Value),
        error: TemplateError,
        path: &str,
    ) -> Result<Value, TemplateError> {
        let mut stand_ins = self.stand_ins.borrow_mut();
        let (Some(stand_ins), Some(why)) = (stand_ins.as_mut(), error.unknown()) else {
            return Err(error);
        };
        let text = in_words(function, argument);
        stand_ins.push(StandIn { place: self.document().place(path), text: text.clone(), why });
        Ok(Value::String(text))
    }
}

/// A function in a few words that are no slot, no markup and no condition: what it names.
fn in_words(function: &str, argument: &Value) -> String {
    match (function, argument) {
        (_, Value::String(text)) => text.clone(),
        ("Fn::GetAtt", Value::Array(items)) => {
            items.iter().filter_map(plain).collect::<Vec<_>>().join(".")
        }
        _ => function.trim_start_matches("Fn::").to_owned(),
    }
}
