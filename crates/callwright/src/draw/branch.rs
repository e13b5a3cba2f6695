//! The ways out of an action as rows of its box.

use connect_flow::{
    Action, ActionKind, ConditionBranch, Fault, INPUT_TIME_LIMIT_EXCEEDED, INVALID_PHONE_NUMBER,
    NO_MATCHING_CONDITION, NO_MATCHING_ERROR, Operator, QUEUE_AT_CAPACITY,
};

use super::text;

/// How much a way out matters to who reads the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// Something went wrong.
    Error,
    /// No answer, or none that was asked for.
    Fallback,
    /// What the flow is there for.
    Main,
}

/// Where a way out leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// To an action of the flow.
    Action(String),
    /// Out of the flow.
    Leaves,
    /// It is not connected.
    Nowhere,
}

/// One way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// In the words of people.
    pub(super) label: String,
    /// As the flow writes it, and as recorded calls do.
    pub(super) key: String,
    /// The operand of a condition, which is how a person would name it.
    pub(super) operand: Option<String>,
    pub(super) way: Way,
    pub(super) target: Target,
    /// Whether no call can take it, so that it is only shown when one did.
    pub(super) idle: bool,
}

/// The key of the way that needs no condition.
const NEXT: &str = "Next";

/// The key of leaving the flow.
const TERMINAL: &str = "Terminal";

/// The ways out of an action: those by condition, the way straight on, then errors.
pub(super) fn rows(action: &Action) -> Vec<Row> {
    let transitions = action.transitions();
    let mut rows: Vec<Row> =
        transitions.conditions.iter().map(|it| condition(action, it)).collect();
    if let Some(label) = leaves(action) {
        rows.push(row(label, TERMINAL, Way::Main, Target::Leaves));
    }
    rows.extend(next(action));
    rows.extend(transitions.errors.iter().map(|it| {
        let (label, way) = error(&it.error_type);
        row(&label, &it.error_type, way, target(it.next.as_deref()))
    }));
    rows
}

fn row(label: &str, key: &str, way: Way, target: Target) -> Row {
    Row { label: label.to_owned(), key: key.to_owned(), operand: None, way, target, idle: false }
}

fn target(next: Option<&str>) -> Target {
    next.map_or(Target::Nowhere, |it| Target::Action(it.to_owned()))
}

/// `NextAction`. Beside conditions it often repeats the default, and is never taken.
fn next(action: &Action) -> Option<Row> {
    let transitions = action.transitions();
    let decides = !transitions.conditions.is_empty();
    let has_default = transitions.error(NO_MATCHING_CONDITION).is_some();
    // A contact that was transferred is gone; where it is not, an error says so.
    let gone = leaves(action).is_some();
    if transitions.next.is_none() && (decides || has_default || gone) {
        return None;
    }
    let is_repeated = transitions.conditions.iter().any(|it| it.next == transitions.next);
    let idle = (decides && (has_default || is_repeated)) || gone;
    let next = row("next", NEXT, Way::Main, target(transitions.next.as_deref()));
    Some(Row { idle, ..next })
}

/// How the flow is left, for actions that lead out of it.
fn leaves(action: &Action) -> Option<&'static str> {
    match action.type_name() {
        "DisconnectParticipant" => Some("call ends"),
        "EndFlowExecution" => Some("flow ends"),
        "EndFlowModuleExecution" => Some("back to the flow"),
        "TransferContactToQueue" | "DequeueContactAndTransferToQueue" => Some("waits in queue"),
        "TransferContactToAgent" => Some("to the agent"),
        "TransferToFlow" => Some("to the flow"),
        _ => None,
    }
}

fn condition(action: &Action, branch: &ConditionBranch) -> Row {
    let operands: Vec<String> = branch.operands.iter().map(ToString::to_string).collect();
    let operand = operands.join(" or ");
    let label = label(action, &branch.operator, &operand);
    Row {
        operand: Some(operand),
        ..row(
            &text::one_line(&label),
            &branch.to_string(),
            Way::Main,
            target(branch.next.as_deref()),
        )
    }
}

/// A condition in the words of people.
fn label(action: &Action, operator: &Operator, operand: &str) -> String {
    let words = match operator {
        Operator::Equals => match (action.type_name(), operand) {
            ("GetParticipantInput", key) => return format!("pressed {key}"),
            ("ConnectParticipantWithLexBot", intent) => return format!("intent {intent}"),
            ("CheckHoursOfOperation", "True") => return "in hours".to_owned(),
            ("CheckHoursOfOperation", "False") => return "out of hours".to_owned(),
            ("Loop", "ContinueLooping") => return "looping".to_owned(),
            ("Loop", "DoneLooping") => return "done".to_owned(),
            (
                "MessageParticipantIteratively"
                | "Wait"
                | "CheckOutboundCallStatus"
                | "CheckVoiceId",
                event,
            ) => {
                return text::words(event);
            }
            (_, "") => return "= nothing".to_owned(),
            _ => "=",
        },
        Operator::TextStartsWith => "starts with",
        Operator::TextEndsWith => "ends with",
        Operator::TextContains => "contains",
        Operator::NumberGreaterThan => ">",
        Operator::NumberGreaterOrEqualTo => "≥",
        Operator::NumberLessThan => "<",
        Operator::NumberLessOrEqualTo => "≤",
        Operator::And => "and",
        Operator::Or => "or",
        Operator::Not => "not",
        Operator::Unknown(name) => name,
    };
    format!("{words} {operand}")
}

/// An error in the words of people, and how much it matters.
fn error(error_type: &str) -> (String, Way) {
    match error_type {
        NO_MATCHING_ERROR => ("error".to_owned(), Way::Error),
        NO_MATCHING_CONDITION => ("no match".to_owned(), Way::Fallback),
        INPUT_TIME_LIMIT_EXCEEDED | "TimeLimitExceeded" => ("timeout".to_owned(), Way::Fallback),
        QUEUE_AT_CAPACITY => ("queue full".to_owned(), Way::Error),
        INVALID_PHONE_NUMBER => ("invalid number".to_owned(), Way::Error),
        other => (text::one_line(&text::words(other)), Way::Error),
    }
}

/// What is wrong with the parameters of an action, or has yet to be filled in, a line each.
pub(super) fn faults(action: &Action) -> Vec<String> {
    let ActionKind::Faulty(faults) = action.kind() else { return Vec::new() };
    let line = |it: &Fault| format!("{}: {it}", if it.unfinished { "Unfinished" } else { "Wrong" });
    faults.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use connect_flow::Flow;
    use expect_test::{Expect, expect};
    use serde_json::{Value, json};

    use super::rows;

    fn check(type_name: &str, parameters: &Value, transitions: &Value, expect: &Expect) {
        let flow = json!({ "Version": "2019-10-30", "StartAction": "a", "Actions": [
            { "Identifier": "a", "Type": type_name, "Parameters": parameters, "Transitions": transitions },
            { "Identifier": "b", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {} },
        ]});
        let flow = Flow::parse(&flow.to_string()).unwrap();
        let shown = |it: &super::Row| {
            let idle = if it.idle { ", idle" } else { "" };
            format!("{} [{}] {:?} {:?}{idle}\n", it.label, it.key, it.way, it.target)
        };
        expect.assert_eq(&rows(flow.start().unwrap()).iter().map(shown).collect::<String>());
    }

    fn when(operator: &str, operand: &str) -> Value {
        json!({ "NextAction": "b", "Condition": { "Operator": operator, "Operands": [operand] } })
    }

    fn error(error_type: &str) -> Value {
        json!({ "NextAction": "b", "ErrorType": error_type })
    }

    #[test]
    fn an_action_that_ends_the_call_only_leaves() {
        check(
            "DisconnectParticipant",
            &json!({}),
            &json!({}),
            &expect![[r#"
            call ends [Terminal] Main Leaves
        "#]],
        );
        check(
            "DisconnectParticipant",
            &json!({}),
            &json!({ "NextAction": "b" }),
            &expect![[r#"
            call ends [Terminal] Main Leaves
            next [Next] Main Action("b"), idle
        "#]],
        );
    }

    #[test]
    fn a_branch_that_is_not_connected_is_shown() {
        let transitions =
            json!({ "NextAction": "", "Errors": [{ "ErrorType": "NoMatchingError" }] });
        check(
            "MessageParticipant",
            &json!({ "Text": "Hi" }),
            &transitions,
            &expect![[r#"
            next [Next] Main Nowhere
            error [NoMatchingError] Error Nowhere
        "#]],
        );
    }

    #[test]
    fn a_menu_names_its_keys() {
        let transitions = json!({ "NextAction": "b",
            "Conditions": [when("Equals", "1"), when("Equals", "*")],
            "Errors": [error("InputTimeLimitExceeded"), error("NoMatchingCondition"), error("NoMatchingError")] });
        check(
            "GetParticipantInput",
            &json!({ "Text": "?" }),
            &transitions,
            &expect![[r#"
            pressed 1 [Equals 1] Main Action("b")
            pressed * [Equals *] Main Action("b")
            next [Next] Main Action("b"), idle
            timeout [InputTimeLimitExceeded] Fallback Action("b")
            no match [NoMatchingCondition] Fallback Action("b")
            error [NoMatchingError] Error Action("b")
        "#]],
        );
    }

    #[test]
    fn comparisons_are_said_in_words() {
        let conditions: Vec<Value> = [
            ("Equals", "gold"),
            ("Equals", ""),
            ("TextStartsWith", "+1"),
            ("TextEndsWith", ".org"),
            ("TextContains", "@"),
            ("NumberGreaterThan", "1"),
            ("NumberGreaterOrEqualTo", "2"),
            ("NumberLessThan", "3"),
            ("NumberLessOrEqualTo", "4"),
            ("Rhymes", "moon"),
        ]
        .map(|(operator, operand)| when(operator, operand))
        .into();
        let transitions =
            json!({ "Conditions": conditions, "Errors": [error("NoMatchingCondition")] });
        let tier = json!({ "ComparisonValue": "$.Attributes.tier" });
        check(
            "Compare",
            &tier,
            &transitions,
            &expect![[r#"
            = gold [Equals gold] Main Action("b")
            = nothing [Equals ] Main Action("b")
            starts with +1 [TextStartsWith +1] Main Action("b")
            ends with .org [TextEndsWith .org] Main Action("b")
            contains @ [TextContains @] Main Action("b")
            > 1 [NumberGreaterThan 1] Main Action("b")
            ≥ 2 [NumberGreaterOrEqualTo 2] Main Action("b")
            < 3 [NumberLessThan 3] Main Action("b")
            ≤ 4 [NumberLessOrEqualTo 4] Main Action("b")
            Rhymes [Rhymes] Main Action("b")
            no match [NoMatchingCondition] Fallback Action("b")
        "#]],
        );
    }

    #[test]
    fn what_follows_a_transfer_is_only_its_failure() {
        let transitions = json!({ "NextAction": "b",
            "Errors": [error("QueueAtCapacity"), error("NoMatchingError")] });
        check(
            "TransferContactToQueue",
            &json!({}),
            &transitions,
            &expect![[r#"
            waits in queue [Terminal] Main Leaves
            next [Next] Main Action("b"), idle
            queue full [QueueAtCapacity] Error Action("b")
            error [NoMatchingError] Error Action("b")
        "#]],
        );
    }

    #[test]
    fn hours_and_loops_have_no_third_way() {
        let transitions = json!({ "NextAction": "b",
            "Conditions": [when("Equals", "True"), when("Equals", "False")] });
        check(
            "CheckHoursOfOperation",
            &json!({}),
            &transitions,
            &expect![[r#"
            in hours [Equals True] Main Action("b")
            out of hours [Equals False] Main Action("b")
            next [Next] Main Action("b"), idle
        "#]],
        );
        let transitions = json!({
            "Conditions": [when("Equals", "ContinueLooping"), when("Equals", "DoneLooping")] });
        check(
            "Loop",
            &json!({ "LoopCount": "3" }),
            &transitions,
            &expect![[r#"
            looping [Equals ContinueLooping] Main Action("b")
            done [Equals DoneLooping] Main Action("b")
        "#]],
        );
    }
}
