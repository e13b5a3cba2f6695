//! The rules: identifier, severity and page of each.

use serde::Serialize;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something could be better.
    Hint,
    /// A caller suffers.
    Warning,
    /// Connect refuses the flow, or it breaks.
    Error,
}

impl Severity {
    /// As people and machines read it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A rule that flows are held to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Rule {
    /// Its identifier, such as `dangling-branch`.
    pub id: &'static str,
    /// How bad it is to break it; a finding may be less where less is certain.
    pub severity: Severity,
    /// What is wrong when it is broken, in one line.
    pub summary: &'static str,
    /// Why, with an example and what to do, in Markdown.
    pub page: &'static str,
}

/// The rule of an identifier.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|it| it.id == id)
}

/// The rule whose identifier is most like a text, if any is.
pub fn nearest(id: &str) -> Option<&'static str> {
    crate::near::nearest(id, RULES.iter().map(|it| it.id))
}

macro_rules! rules {
    ($($name:ident $id:literal $severity:ident $summary:literal;)*) => {
        $(
            pub(super) const $name: Rule = Rule {
                id: $id,
                severity: Severity::$severity,
                summary: $summary,
                page: include_str!(concat!("pages/", $id, ".md")),
            };
        )*

        /// Every rule, by identifier.
        pub const RULES: &[Rule] = &[$($name),*];
    };
}

rules! {
    BRANCH_AFTER_END "branch-after-end" Warning
        "an action that ends the flow has branches";
    BROKEN_PROMISE "broken-promise" Error
        "a promise in the rules file beside the flow does not hold on every way";
    CALLER_DROPPED "caller-dropped" Warning
        "a call can end without a goodbye and without a person";
    CALLER_STUCK "caller-stuck" Warning
        "a call can reach an action that has no way on";
    DANGLING_BRANCH "dangling-branch" Error
        "a branch or the start leads to an action that the flow does not have";
    DUPLICATE_BRANCH "duplicate-branch" Warning
        "the same error or condition is written twice, and the second is never taken";
    DUPLICATE_IDENTIFIER "duplicate-identifier" Error
        "two actions have the same identifier";
    DUPLICATE_KEY "duplicate-key" Error
        "a JSON object has the same key twice";
    ENDLESS_LOOP "endless-loop" Warning
        "a caller who does nothing goes round in a circle that nothing counts";
    FILE_NAME "file-name" Error
        "the file of a flow of a project has a name that no flow can be deployed with";
    FLOW_TYPE "flow-type" Error
        "an action stands in a type of flow that it may not stand in";
    ILLEGAL_IDENTIFIER "illegal-identifier" Error
        "an identifier is too long, reserved, or has a character that Connect refuses";
    IMPOSSIBLE_CONDITION "impossible-condition" Error
        "a condition tests what the action cannot give";
    LEX_LOCALE "lex-locale" Warning
        "a bot has no locale for the language of the contact";
    LONG_PROMPT "long-prompt" Warning
        "a prompt takes more than 10 seconds";
    LONG_SILENCE "long-silence" Warning
        "a caller may hear nothing for more than 8 seconds";
    MALFORMED "malformed" Error
        "a part of the flow is not of the form that the Flow language has";
    MALFORMED_REFERENCE "malformed-reference" Error
        "a reference such as `$.Attributes.name` is not well-formed";
    MENU_TOO_LONG "menu-too-long" Warning
        "a menu has more than five options";
    MISSING_CONDITION "missing-condition" Error
        "a condition that Connect requires is missing";
    MISSING_ERROR "missing-error" Error
        "an error branch that Connect requires is missing";
    MODULE_DEPTH "module-depth" Error
        "modules invoke one another more than five deep";
    NO_START "no-start" Error
        "the flow does not say where it starts";
    NO_WAY_TO_PERSON "no-way-to-person" Warning
        "no way through the flow leads a caller to a person";
    NOT_A_FLOW "not-a-flow" Error
        "a file cannot be read as a flow";
    NOT_A_REFERENCE "not-a-reference" Error
        "a parameter that must be a reference is fixed text";
    NUMBER_NOT_TEXT "number-not-text" Warning
        "a number or boolean is not written as text";
    PROMPT_TOO_LONG "prompt-too-long" Error
        "a prompt has more characters than Connect speaks";
    QUEUE_CHAIN "queue-chain" Warning
        "a waiting caller is moved from queue to queue and nothing counts how often";
    RECORDING_WITHOUT_CONSENT "recording-without-consent" Hint
        "recording starts without the caller having been asked";
    RECORDING_WITHOUT_DISCLOSURE "recording-without-disclosure" Warning
        "recording starts before the caller has heard anything";
    REFUSED_ERROR "refused-error" Error
        "an error branch that the action cannot take, or that Connect refuses";
    SSML_NOT_WELL_FORMED "ssml-not-well-formed" Error
        "speech markup is not well-formed";
    SSML_TAG "ssml-tag" Warning
        "speech markup has a tag or a value that Connect ignores";
    TOO_LARGE "too-large" Error
        "a flow has more than 256,000 characters";
    TOO_MANY_ACTIONS "too-many-actions" Error
        "a flow has more than 250 actions";
    UNCONNECTED_BRANCH "unconnected-branch" Error
        "a branch that Connect requires leads nowhere";
    UNDEFINED_REFERENCE "undefined-reference" Error
        "a queue, flow, module, function or bot that the project does not define";
    UNFINISHED_PARAMETER "unfinished-parameter" Warning
        "a parameter has yet to be filled in";
    UNKNOWN_ACTION "unknown-action" Error
        "a type of action that Connect does not have";
    UNKNOWN_OPERATOR "unknown-operator" Error
        "a condition compares with an operator that Connect does not have";
    UNKNOWN_PARAMETER "unknown-parameter" Hint
        "a parameter that its type of action does not have";
    UNKNOWN_PLACEHOLDER "unknown-placeholder" Error
        "a placeholder such as `${SupportQueueArn}` that nothing gives a value";
    UNKNOWN_PROMISE "unknown-promise" Error
        "a line in the rules file beside a flow is no promise, or names a place that is not there";
    UNKNOWN_REFERENCE "unknown-reference" Warning
        "a reference begins with a name that Connect does not know";
    UNKNOWN_RULE "unknown-rule" Hint
        "a comment allows a rule that does not exist";
    UNREACHABLE_ACTION "unreachable-action" Warning
        "no branch leads to an action";
    WRONG_ARN "wrong-arn" Error
        "an ARN names another kind of thing than the parameter needs";
    WRONG_PARAMETER "wrong-parameter" Error
        "a parameter has a value that it cannot have";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_in_order_and_have_a_page_of_their_own() {
        assert!(RULES.windows(2).all(|two| two[0].id < two[1].id));
        for rule in RULES {
            assert!(rule.page.starts_with(&format!("# {}\n", rule.id)), "{}", rule.id);
        }
    }

    #[test]
    fn rules_are_found_by_name() {
        assert_eq!(rule("long-prompt").map(|it| it.severity), Some(Severity::Warning));
        assert_eq!(rule("long-promt"), None);
        assert_eq!(nearest("long-promt"), Some("long-prompt"));
        assert_eq!(nearest("x"), None);
    }
}
