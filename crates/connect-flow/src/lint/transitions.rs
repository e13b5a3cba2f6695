//! Whether actions are left in the ways they can be left.

use std::collections::BTreeSet;

use super::case::Case;
use super::rule::{
    BRANCH_AFTER_END, DUPLICATE_BRANCH, IMPOSSIBLE_CONDITION, MISSING_CONDITION, MISSING_ERROR,
    REFUSED_ERROR, UNCONNECTED_BRANCH, UNKNOWN_OPERATOR,
};
use super::{Finding, Severity};
use crate::action::{Action, ActionKind};
use crate::near::nearest;
use crate::placeholder::has_placeholder;
use crate::spec::{Conditions, KnownFrom, Need, Spec};
use crate::transitions::{ConditionBranch, Operator};
use crate::value::Field;

/// Operators by the names that flows write.
const OPERATORS: [&str; 8] = [
    "Equals",
    "NumberGreaterOrEqualTo",
    "NumberGreaterThan",
    "NumberLessOrEqualTo",
    "NumberLessThan",
    "TextContains",
    "TextEndsWith",
    "TextStartsWith",
];

/// What the language says of an action; `None` too when its parameters do not tell which of
/// several ways to use its type it has chosen.
fn spec_of(action: &Action) -> Option<&'static Spec> {
    let unclear = matches!(action.kind(), ActionKind::Faulty(_));
    Spec::of(action).filter(|it| it.usage.is_empty() || !unclear)
}

/// Errors that publishing requires or refuses.
pub(super) fn errors(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    let Some(spec) = spec_of(action) else { return };
    let branches = &action.transitions().errors;
    for error in spec.errors {
        let missing = action.transitions().error(error.error_type).is_none();
        let severity = match error.need {
            Need::Required => Severity::Error,
            Need::Expected => Severity::Hint,
            Need::Optional | Need::Refused => continue,
        };
        if missing {
            let message = match error.need {
                Need::Required => {
                    format!("`{spec}` has no branch for the error `{}`", error.error_type)
                }
                _ => format!(
                    "`{spec}` has no branch for the error `{}`, which the console writes today",
                    error.error_type
                ),
            };
            let finding = Finding::of(&MISSING_ERROR, action, "Transitions.Errors", message);
            findings.push(finding.at_most(severity));
        }
    }
    let mut seen = BTreeSet::new();
    for (position, branch) in branches.iter().enumerate() {
        let place = format!("Transitions.Errors[{position}]");
        let error_type = branch.error_type.as_str();
        if !seen.insert(error_type) {
            let message =
                format!("the error `{error_type}` has a branch already, this one is never taken");
            findings.push(Finding::of(&DUPLICATE_BRANCH, action, &place, message));
        }
        let known = spec.error(error_type).filter(|it| it.need != Need::Refused);
        if known.is_none() && !has_placeholder(error_type) {
            let names: Vec<_> =
                spec.errors.iter().map(|it| format!("`{}`", it.error_type)).collect();
            let expected = if names.is_empty() { "no error".to_owned() } else { names.join(", ") };
            let message =
                format!("found the error `{error_type}`, expected {expected} after `{spec}`");
            let near = nearest(error_type, spec.errors.iter().map(|it| it.error_type));
            let finding = Finding::of(&REFUSED_ERROR, action, &place, message).meant(near);
            findings.push(match spec.known_from {
                KnownFrom::Documentation => finding,
                KnownFrom::Exports => finding.at_most(Severity::Hint),
            });
        }
    }
}

/// Conditions that are missing, cannot hold, or come too late.
pub(super) fn conditions(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    let branches = &action.transitions().conditions;
    let mut seen = BTreeSet::new();
    for (position, branch) in branches.iter().enumerate() {
        let place = format!("Transitions.Conditions[{position}].Condition");
        if let Operator::Unknown(name) = &branch.operator {
            let message = format!("found the operator `{name}`, expected {}", listed(&OPERATORS));
            // The documentation of `DistributeByPercentage` spells it so, and the service does not.
            let near = match name.strip_prefix("Numeric") {
                Some(rest) => {
                    OPERATORS.into_iter().find(|it| it.strip_prefix("Number") == Some(rest))
                }
                None => nearest(name, OPERATORS),
            };
            findings.push(
                Finding::of(&UNKNOWN_OPERATOR, action, &format!("{place}.Operator"), message)
                    .meant(near),
            );
            continue;
        }
        if !seen.insert(branch.to_string()) {
            let message =
                format!("the condition `{branch}` is tested already, this one is never taken");
            findings.push(Finding::of(&DUPLICATE_BRANCH, action, &place, message));
        } else if let Some(first) = covering(branches.iter().take(position), branch)
            && !is_percentage(action)
        {
            let message = format!(
                "the condition `{branch}` holds only where `{first}` before it does, this one is never taken"
            );
            findings.push(Finding::of(&DUPLICATE_BRANCH, action, &place, message));
        }
        if action.type_name() == "Compare" && branch.operands.len() > 1 {
            let message = format!(
                "found {} operands, expected one: each value has a condition of its own",
                branch.operands.len()
            );
            let finding =
                Finding::of(&IMPOSSIBLE_CONDITION, action, &format!("{place}.Operands"), message);
            findings.push(finding.at_most(Severity::Warning));
        }
    }
    let Some(spec) = spec_of(action) else { return };
    for (position, branch) in branches.iter().enumerate() {
        if matches!(branch.operator, Operator::Unknown(_)) {
            continue;
        }
        if let Some(expected) = refused(spec.conditions, branch) {
            let place = format!("Transitions.Conditions[{position}].Condition");
            let message = format!("found `{branch}`, expected {expected} after `{spec}`");
            let finding = Finding::of(&IMPOSSIBLE_CONDITION, action, &place, message);
            findings.push(match spec.known_from {
                KnownFrom::Documentation => finding,
                KnownFrom::Exports => finding.at_most(Severity::Hint),
            });
        }
    }
    if let Conditions::Percentage = spec.conditions {
        ascending(action, findings);
    }
    if let Conditions::Exactly(values) = spec.conditions {
        for value in values {
            let tested =
                branches.iter().flat_map(|it| &it.operands).any(|it| it.to_string() == *value);
            if !tested {
                let message = format!("`{spec}` has no condition `Equals {value}`");
                let finding =
                    Finding::of(&MISSING_CONDITION, action, "Transitions.Conditions", message);
                findings.push(match spec.known_from {
                    KnownFrom::Documentation => finding,
                    KnownFrom::Exports => finding.at_most(Severity::Hint),
                });
            }
        }
    }
}

/// Percentages have an order of their own, which [`ascending`] judges.
fn is_percentage(action: &Action) -> bool {
    spec_of(action).is_some_and(|it| it.conditions == Conditions::Percentage)
}

/// How many conditions before another are looked at.
const MOST_BEFORE: usize = 50;

/// The condition that holds for all for which a later one does.
fn covering<'a>(
    before: impl Iterator<Item = &'a ConditionBranch>,
    branch: &ConditionBranch,
) -> Option<&'a ConditionBranch> {
    if branch.operator.joins() || branch.operands.is_empty() {
        return None;
    }
    let covers = |first: &ConditionBranch| {
        branch.operands.iter().all(|later| {
            first.operands.iter().any(|it| implies(&branch.operator, later, &first.operator, it))
        })
    };
    before.take(MOST_BEFORE).find(|it| covers(it))
}

/// Whether a value that one test holds for is one that another holds for too.
fn implies(one: &Operator, operand: &Field, other: &Operator, than: &Field) -> bool {
    use Operator as O;
    if one == other && operand == than {
        return true;
    }
    let (Field::Static(operand), Field::Static(than)) = (operand, than) else { return false };
    if has_placeholder(operand) || has_placeholder(than) {
        return false;
    }
    let numbers = operand.trim().parse::<f64>().ok().zip(than.trim().parse::<f64>().ok());
    match (one, other) {
        (O::Equals, _) => other.holds(operand, than),
        (O::TextStartsWith, O::TextStartsWith) => operand.starts_with(than.as_str()),
        (O::TextEndsWith, O::TextEndsWith) => operand.ends_with(than.as_str()),
        (O::TextStartsWith | O::TextEndsWith | O::TextContains, O::TextContains) => {
            operand.contains(than.as_str())
        }
        (O::NumberLessThan, O::NumberLessThan | O::NumberLessOrEqualTo)
        | (O::NumberLessOrEqualTo, O::NumberLessOrEqualTo) => numbers.is_some_and(|(a, b)| a <= b),
        (O::NumberLessOrEqualTo, O::NumberLessThan) => numbers.is_some_and(|(a, b)| a < b),
        (O::NumberGreaterThan, O::NumberGreaterThan | O::NumberGreaterOrEqualTo)
        | (O::NumberGreaterOrEqualTo, O::NumberGreaterOrEqualTo) => {
            numbers.is_some_and(|(a, b)| a >= b)
        }
        (O::NumberGreaterOrEqualTo, O::NumberGreaterThan) => numbers.is_some_and(|(a, b)| a > b),
        _ => false,
    }
}

/// What conditions may be instead; `None` when this one may be.
fn refused(conditions: Conditions, branch: &ConditionBranch) -> Option<String> {
    let equals = branch.operator == Operator::Equals;
    let fixed = |it: &Field| match it {
        Field::Static(text) if !has_placeholder(text) => Some(text.clone()),
        Field::Static(_) | Field::Reference(_) => None,
    };
    let operands: Vec<_> = branch.operands.iter().filter_map(fixed).collect();
    let all = |holds: fn(&str) -> bool| operands.iter().all(|it| holds(it));
    let (allowed, expected) = match conditions {
        Conditions::None => (false, "no condition".to_owned()),
        Conditions::Any => (true, String::new()),
        Conditions::Equality => (equals, "`Equals`".to_owned()),
        Conditions::Keys => (
            equals && all(|it| matches!(it, "*" | "#") || is_digit(it)),
            "`Equals` with one key, `0` to `9`, `*` or `#`".to_owned(),
        ),
        Conditions::Exactly(values) | Conditions::Among(values) => (
            equals && operands.iter().all(|it| values.contains(&it.as_str())),
            format!("`Equals` with {}", listed(values)),
        ),
        Conditions::Percentage => (
            branch.operator == Operator::NumberLessThan
                && all(|it| it.trim().parse().is_ok_and(|it: u8| (1..=100).contains(&it))),
            "`NumberLessThan` with a whole number from 1 to 100".to_owned(),
        ),
        Conditions::Agents => (
            branch.operator == Operator::NumberGreaterThan && all(|it| it.trim() == "0"),
            "`NumberGreaterThan 0`".to_owned(),
        ),
        Conditions::Number => (
            matches!(
                branch.operator,
                Operator::Equals
                    | Operator::NumberGreaterThan
                    | Operator::NumberGreaterOrEqualTo
                    | Operator::NumberLessThan
                    | Operator::NumberLessOrEqualTo
            ) && all(|it| it.trim().parse::<f64>().is_ok()),
            "`Equals` or a comparison of numbers, with a number".to_owned(),
        ),
    };
    (!allowed).then_some(expected)
}

fn is_digit(text: &str) -> bool {
    text.len() == 1 && text.bytes().all(|it| it.is_ascii_digit())
}

fn listed(words: &[&str]) -> String {
    let words: Vec<_> = words.iter().map(|it| format!("`{it}`")).collect();
    words.join(" or ")
}

/// Percentages are sums: each condition is tested after those before it have failed.
fn ascending(action: &Action, findings: &mut Vec<Finding>) {
    let mut last = 0;
    for (position, branch) in action.transitions().conditions.iter().enumerate() {
        let number = match branch.operands.first() {
            Some(Field::Static(text)) => text.trim().parse::<u8>().ok(),
            Some(Field::Reference(_)) | None => None,
        };
        let Some(number) = number else { continue };
        // That 0 is no percentage is told already.
        if number <= last && number > 0 {
            let place = format!("Transitions.Conditions[{position}].Condition");
            let message = format!(
                "found `{branch}` after a condition that holds below {last}, expected a larger number"
            );
            findings.push(Finding::of(&IMPOSSIBLE_CONDITION, action, &place, message));
        }
        last = last.max(number);
    }
}

/// Branches that lead nowhere, or that nothing takes.
pub(super) fn connected(_: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    let transitions = action.transitions();
    let spec = Spec::of(action);
    // What could not be read is told elsewhere, and is left out here.
    let readable = action.faults.is_empty();
    let mut nowhere = |place: String, what: String| {
        let message = format!("{what} leads nowhere, expected the identifier of an action");
        findings.push(Finding::of(&UNCONNECTED_BRANCH, action, &place, message));
    };
    for (position, branch) in transitions.errors.iter().enumerate() {
        if branch.next.is_none() {
            let place = format!("Transitions.Errors[{position}].NextAction");
            nowhere(place, format!("the branch for the error `{}`", branch.error_type));
        }
    }
    for (position, branch) in transitions.conditions.iter().enumerate() {
        if branch.next.is_none() {
            let place = format!("Transitions.Conditions[{position}].NextAction");
            nowhere(place, format!("the branch for `{branch}`"));
        }
    }
    let required = spec.is_some_and(|it| it.next == Need::Required);
    if required && transitions.next.is_none() && readable {
        nowhere("Transitions.NextAction".to_owned(), "the way on".to_owned());
    }
    if spec.is_some_and(Spec::is_terminal) && transitions.next.is_some() {
        let message = format!("`{}` ends the flow, nothing comes after it", action.type_name());
        findings.push(Finding::of(&BRANCH_AFTER_END, action, "Transitions.NextAction", message));
    }
}
