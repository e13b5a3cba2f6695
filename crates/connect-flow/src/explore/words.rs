//! What stories say.

use crate::effect::Prompt;
use crate::transitions::{ConditionBranch, Operator};
use crate::value::Template;

/// Most characters of a prompt that a story repeats.
const SHOWN: usize = 60;

/// A prompt as a story repeats it.
pub(super) fn prompt(prompt: &Prompt<Template>) -> String {
    match prompt {
        Prompt::Text(text) | Prompt::Ssml(text) => {
            let text = text.to_string();
            let mut words = without_tags(&text).split_whitespace().collect::<Vec<_>>().join(" ");
            if words.is_empty() {
                return "a pause".to_owned();
            }
            if words.chars().count() > SHOWN {
                words = words.chars().take(SHOWN).chain(['\u{2026}']).collect();
            }
            format!("\u{201c}{words}\u{201d}")
        }
        Prompt::Recorded(_) | Prompt::Media { .. } => "a recorded prompt".to_owned(),
    }
}

/// Speech markup without its tags, roughly: a story is no place for them.
fn without_tags(text: &str) -> String {
    let mut is_tag = false;
    let plain = |it: &char| match it {
        '<' => {
            is_tag = true;
            false
        }
        '>' => !std::mem::replace(&mut is_tag, false),
        _ => !is_tag,
    };
    text.chars().filter(plain).collect()
}

/// How a test reads: `is`, `is above`.
pub(super) fn operator(it: &Operator) -> &str {
    match it {
        Operator::Equals => "is",
        Operator::TextStartsWith => "begins with",
        Operator::TextEndsWith => "ends with",
        Operator::TextContains => "contains",
        Operator::NumberGreaterThan => "is above",
        Operator::NumberGreaterOrEqualTo => "is at least",
        Operator::NumberLessThan => "is below",
        Operator::NumberLessOrEqualTo => "is at most",
        Operator::And | Operator::Or | Operator::Not => it.as_str(),
        Operator::Unknown(name) => name,
    }
}

/// A condition, such as "is `1`".
pub(super) fn condition(condition: &ConditionBranch) -> String {
    let operands: Vec<_> = condition.operands.iter().map(|it| format!("`{it}`")).collect();
    format!("{} {}", operator(&condition.operator), operands.join(" or "))
}
