//! Reading a flow from JSON.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::exact::Exact;
use super::{Flow, ParseFlowError};
use crate::action::{Action, ActionKind, Fault, Faults, Reader, scalar};
use crate::transitions::{Condition, ConditionBranch, ErrorBranch, Operator, Transitions};
use crate::value::{Field, Tree};

/// What drafts of the console write where a branch is not connected.
const UNCONNECTED: [&str; 2] = ["", "$end"];

pub(super) fn flow(json: &str) -> Result<Flow, ParseFlowError> {
    // Editors on Windows begin a file with a mark that is no part of it.
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut envelope = match serde_json::from_str(json).map_err(ParseFlowError::NotJson)? {
        Value::Object(object) => object,
        other => return Err(Fault::at("the flow".to_owned(), Some(&other), "an object").into()),
    };
    let has_actions = envelope.get("Actions").is_some_and(|it| *it != Value::Array(Vec::new()));
    if envelope.contains_key("modules") && !has_actions {
        return Err(ParseFlowError::Legacy);
    }
    let answer = ["ContactFlow", "ContactFlowModule"].into_iter().find(|it| {
        let flow = envelope.get(*it).and_then(|it| it.get("Content"));
        flow.is_some_and(Value::is_string) && !has_actions
    });
    if let Some(key) = answer {
        return Err(ParseFlowError::Answer { key });
    }
    // Its place among the keys is kept.
    let items = match envelope.get_mut("Actions").map(Value::take) {
        Some(Value::Array(items)) => items,
        other => {
            return Err(Fault::at("Actions".to_owned(), other.as_ref(), "a list of actions").into());
        }
    };
    let faults = Faults::default();
    let at = Reader::new(&envelope, "", &faults);
    if at.get("Version").is_some_and(|it| it != Flow::VERSION) {
        return Err(at.fault("Version", format!("`{}`", Flow::VERSION)).into());
    }
    let start = if let Some(Value::String(text)) = at.get("StartAction") {
        connected(text)
    } else {
        at.wrong("StartAction", "the identifier of an action");
        None
    };
    let faults = faults.into_vec();

    let mut actions = Vec::with_capacity(items.len());
    let mut index = HashMap::with_capacity(items.len());
    for (position, item) in items.into_iter().enumerate() {
        let action = action(position, item)?;
        // Branches lead to the first of a name.
        index.entry(action.identifier().to_owned()).or_insert(position);
        actions.push(action);
    }
    Ok(Flow { start, actions, index, faults, envelope, exact: Exact::of(json) })
}

fn action(position: usize, item: Value) -> Result<Action, Fault> {
    let path = format!("Actions[{position}]");
    let source = match item {
        Value::Object(object) => object,
        other => return Err(Fault::at(path, Some(&other), "an object")),
    };
    let faults = Faults::default();
    let at = Reader::new(&source, path, &faults);
    let identifier = name(&at, "Identifier", "a unique name")?;
    let type_name = name(&at, "Type", "an action type such as `MessageParticipant`")?;
    let (kind, parameters) = read_parameters(&at, &type_name);
    let fixed_parameters = parameters.fixed().map(Arc::new);
    let transitions = at.object("Transitions");
    let transitions = transitions.map(|it| read_transitions(&it, &faults)).unwrap_or_default();
    Ok(Action {
        identifier: identifier.into(),
        type_name: type_name.into(),
        kind,
        transitions,
        parameters,
        fixed_parameters,
        faults: faults.into_vec(),
        position,
        source,
    })
}

/// Reads what an action does and is given. Exports leave parameters out where there are none.
fn read_parameters(at: &Reader<'_>, type_name: &str) -> (ActionKind, Tree) {
    const KEY: &str = "Parameters";
    let none = Map::new();
    let (parameters, is_wrong) = match at.get(KEY) {
        Some(Value::Object(object)) => (object, false),
        Some(_) => (&none, true),
        None => (&none, false),
    };
    let mut kind = ActionKind::read(type_name, parameters, at.path(KEY));
    if is_wrong {
        // What it lacks comes of the one mistake.
        if let ActionKind::Faulty(faults) = &mut kind {
            *faults = vec![at.fault(KEY, "an object")];
        } else {
            at.wrong(KEY, "an object");
        }
    }
    (kind, Tree::parse_object(parameters))
}

/// Reads what can be read of the ways out of an action; the rest is noted down and left out.
fn read_transitions(at: &Reader<'_>, faults: &Faults) -> Transitions {
    let error = |it: &Reader<'_>| faults.sound(|| read_error(it));
    let condition = |it: &Reader<'_>| faults.sound(|| read_condition(it));
    Transitions {
        next: next_action(at),
        errors: at.objects("Errors").iter().filter_map(error).collect(),
        conditions: at.objects("Conditions").iter().filter_map(condition).collect(),
    }
}

fn read_error(at: &Reader<'_>) -> ErrorBranch {
    let error_type = name(at, "ErrorType", "an error type such as `NoMatchingError`");
    let error_type = error_type.map_err(|fault| at.note(fault)).unwrap_or_default();
    ErrorBranch { error_type, next: next_action(at) }
}

fn read_condition(at: &Reader<'_>) -> ConditionBranch {
    const KEY: &str = "Condition";
    let condition = at.object(KEY);
    if condition.is_none() {
        at.wrong(KEY, "a condition");
    }
    let mut left = MAX_PARTS;
    let condition = condition.map(|it| nested(&it, MAX_DEPTH, &mut left));
    let Condition { operator, operands, parts } = condition.unwrap_or_else(nothing);
    ConditionBranch { operator, operands, parts, next: next_action(at) }
}

/// How deep conditions may be inside one another.
///
/// Source: Amazon Connect API Reference, "Actions in the Flow language".
const MAX_DEPTH: usize = 5;

/// Most conditions inside one.
///
/// Source: Amazon Connect API Reference, "Actions in the Flow language".
const MAX_PARTS: usize = 50;

/// Reads a condition; `left` is how many more may be inside.
fn nested(at: &Reader<'_>, depth: usize, left: &mut usize) -> Condition {
    const OPERANDS: &str = "Operands";
    let Some(operator) = at.sound(|| at.text("Operator")) else { return nothing() };
    let operator = Operator::named(&operator.unwrap_or_default());
    if !operator.joins() {
        let operands = read_operands(at, &operator);
        return Condition { operator, operands, parts: Vec::new() };
    }
    let Some(inner) = at.sound(|| at.objects(OPERANDS)) else { return nothing() };
    if inner.is_empty() || (operator == Operator::Not && inner.len() > 1) {
        at.wrong(OPERANDS, "conditions to join, and one to negate");
    }
    let room = left.checked_sub(inner.len());
    let (Some(depth), Some(room)) = (depth.checked_sub(1), room) else {
        at.wrong(OPERANDS, "no more than 50 conditions, no more than 5 deep inside one another");
        return nothing();
    };
    *left = room;
    let parts = inner.iter().map(|it| nested(it, depth, left)).collect();
    Condition { operator, operands: Vec::new(), parts }
}

/// What stands in for a condition that cannot be read.
fn nothing() -> Condition {
    Condition { operator: Operator::Equals, operands: Vec::new(), parts: Vec::new() }
}

/// The operands of a condition; those of an operator that we do not know may be anything.
fn read_operands(at: &Reader<'_>, operator: &Operator) -> Vec<Field> {
    const KEY: &str = "Operands";
    if let Operator::Unknown(_) = operator {
        return Vec::new();
    }
    let items = at.get(KEY).and_then(Value::as_array).filter(|it| !it.is_empty());
    let field = |it: &Value| scalar(it).map(|it| Field::parse(&it));
    let operands = items.and_then(|it| it.iter().map(field).collect());
    if operands.is_none() {
        at.wrong(KEY, "a list with the text to compare with");
    }
    operands.unwrap_or_default()
}

/// Where a branch leads; `None` when it is absent or unconnected.
fn next_action(at: &Reader<'_>) -> Option<String> {
    const KEY: &str = "NextAction";
    if let Value::String(text) = at.get(KEY)? {
        return connected(text);
    }
    at.wrong(KEY, "the identifier of an action");
    None
}

fn connected(text: &str) -> Option<String> {
    (!UNCONNECTED.contains(&text)).then(|| text.to_owned())
}

/// Text that must be there and not be empty.
fn name(at: &Reader<'_>, key: &str, expected: &str) -> Result<String, Fault> {
    match at.get(key) {
        Some(Value::String(text)) if !text.is_empty() => Ok(text.clone()),
        Some(_) | None => Err(at.fault(key, expected)),
    }
}
