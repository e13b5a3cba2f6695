//! Reading a flow from JSON.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::{Flow, ParseFlowError};
use crate::action::{Action, ActionKind, Fault, Reader, described, scalar};
use crate::transitions::{Condition, ConditionBranch, ErrorBranch, Operator, Transitions};
use crate::value::{Field, Tree};

/// What drafts of the console write where a branch is not connected.
const UNCONNECTED: [&str; 2] = ["", "$end"];

pub(super) fn flow(json: &str) -> Result<Flow, ParseFlowError> {
    // Editors on Windows begin a file with a mark that is no part of it.
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut envelope = match serde_json::from_str(json).map_err(ParseFlowError::NotJson)? {
        Value::Object(object) => object,
        other => return Err(fault("the flow", &other, "an object").into()),
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
        Some(other) => return Err(fault("Actions", &other, "a list of actions").into()),
        None => {
            return Err(Reader::new(&envelope, "").wrong("Actions", "a list of actions").into());
        }
    };
    let at = Reader::new(&envelope, "");
    if at.get("Version").is_some_and(|it| it != Flow::VERSION) {
        return Err(at.wrong("Version", format!("`{}`", Flow::VERSION)).into());
    }
    let mut faults = Vec::new();
    let start = if let Some(Value::String(text)) = at.get("StartAction") {
        connected(text)
    } else {
        faults.push(at.wrong("StartAction", "the identifier of an action"));
        None
    };

    let mut actions = Vec::with_capacity(items.len());
    let mut index = HashMap::with_capacity(items.len());
    for (position, item) in items.into_iter().enumerate() {
        let action = action(position, item)?;
        // Branches lead to the first of a name.
        index.entry(action.identifier().to_owned()).or_insert(position);
        actions.push(action);
    }
    Ok(Flow { start, actions, index, faults, envelope })
}

fn action(position: usize, item: Value) -> Result<Action, Fault> {
    let path = format!("Actions[{position}]");
    let source = match item {
        Value::Object(object) => object,
        other => return Err(fault(&path, &other, "an object")),
    };
    let at = Reader::new(&source, path);
    let identifier = name(&at, "Identifier", "a unique name")?;
    let type_name = name(&at, "Type", "an action type such as `MessageParticipant`")?;
    // Exports leave parameters and transitions out where there are none.
    let none = Map::new();
    let mut faults = Vec::new();
    let parameters = noted(at.object("Parameters"), &mut faults).flatten();
    let parameters = parameters.unwrap_or(Reader::new(&none, at.path("Parameters")));
    let kind = ActionKind::read(&type_name, &parameters).unwrap_or_else(ActionKind::Faulty);
    let parameters = Tree::Object(
        parameters.entries().map(|(key, value)| (key.clone(), Tree::parse(value))).collect(),
    );
    let fixed_parameters = parameters.fixed().map(Arc::new);
    let transitions = match noted(at.object("Transitions"), &mut faults).flatten() {
        Some(transitions) => read_transitions(&transitions, &mut faults),
        None => Transitions::default(),
    };
    Ok(Action {
        identifier: identifier.into(),
        type_name: type_name.into(),
        kind,
        transitions,
        parameters,
        fixed_parameters,
        faults,
        position,
        source,
    })
}

/// What was read; notes down why there is nothing.
fn noted<T>(read: Result<T, Fault>, faults: &mut Vec<Fault>) -> Option<T> {
    read.map_err(|fault| faults.push(fault)).ok()
}

/// Reads what can be read of the ways out of an action; the rest is noted down.
fn read_transitions(at: &Reader<'_>, faults: &mut Vec<Fault>) -> Transitions {
    let next = noted(next_action(at), faults).flatten();
    let mut transitions = Transitions { next, ..Transitions::default() };
    for error in noted(objects(at, "Errors"), faults).unwrap_or_default() {
        transitions.errors.extend(noted(read_error(&error), faults));
    }
    for branch in noted(objects(at, "Conditions"), faults).unwrap_or_default() {
        transitions.conditions.extend(noted(read_condition(&branch), faults));
    }
    transitions
}

fn read_error(at: &Reader<'_>) -> Result<ErrorBranch, Fault> {
    Ok(ErrorBranch {
        error_type: name(at, "ErrorType", "an error type such as `NoMatchingError`")?,
        next: next_action(at)?,
    })
}

fn read_condition(at: &Reader<'_>) -> Result<ConditionBranch, Fault> {
    let condition = at.object("Condition")?;
    let condition = condition.ok_or_else(|| at.wrong("Condition", "a condition"))?;
    let Condition { operator, operands, parts } =
        nested(&condition, MAX_DEPTH, &mut { MAX_PARTS })?;
    Ok(ConditionBranch { operator, operands, parts, next: next_action(at)? })
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
fn nested(at: &Reader<'_>, depth: usize, left: &mut usize) -> Result<Condition, Fault> {
    let operator = Operator::named(&at.text("Operator")?.unwrap_or_default());
    if !operator.joins() {
        let operands = read_operands(at, &operator)?;
        return Ok(Condition { operator, operands, parts: Vec::new() });
    }
    let inner = objects(at, "Operands")?;
    if inner.is_empty() || (operator == Operator::Not && inner.len() > 1) {
        return Err(at.wrong("Operands", "conditions to join, and one to negate"));
    }
    let room = left.checked_sub(inner.len());
    let (Some(depth), Some(room)) = (depth.checked_sub(1), room) else {
        return Err(at.wrong(
            "Operands",
            "no more than 50 conditions, no more than 5 deep inside one another",
        ));
    };
    *left = room;
    let parts = inner.iter().map(|it| nested(it, depth, left));
    let parts = parts.collect::<Result<_, _>>()?;
    Ok(Condition { operator, operands: Vec::new(), parts })
}

/// The operands of a condition; those of an operator that we do not know may be anything.
fn read_operands(at: &Reader<'_>, operator: &Operator) -> Result<Vec<Field>, Fault> {
    if let Operator::Unknown(_) = operator {
        return Ok(Vec::new());
    }
    let expected = "a list with the text to compare with";
    match at.get("Operands") {
        Some(Value::Array(items)) if !items.is_empty() => items
            .iter()
            .map(|it| scalar(it).map(|it| Field::parse(&it)))
            .collect::<Option<_>>()
            .ok_or_else(|| at.wrong("Operands", expected)),
        Some(_) | None => Err(at.wrong("Operands", expected)),
    }
}

/// The objects of a list; none when the list is absent.
fn objects<'a>(at: &Reader<'a>, key: &str) -> Result<Vec<Reader<'a>>, Fault> {
    let items = match at.get(key) {
        None => return Ok(Vec::new()),
        Some(Value::Array(items)) => items,
        Some(_) => return Err(at.wrong(key, "a list")),
    };
    let object = |(position, item): (usize, &'a Value)| {
        let path = format!("{}[{position}]", at.path(key));
        match item {
            Value::Object(object) => Ok(Reader::new(object, path)),
            other => Err(fault(&path, other, "an object")),
        }
    };
    items.iter().enumerate().map(object).collect()
}

/// Where a branch leads; `None` when it is absent or unconnected.
fn next_action(at: &Reader<'_>) -> Result<Option<String>, Fault> {
    match at.get("NextAction") {
        None => Ok(None),
        Some(Value::String(text)) => Ok(connected(text)),
        Some(_) => Err(at.wrong("NextAction", "the identifier of an action")),
    }
}

fn connected(text: &str) -> Option<String> {
    (!UNCONNECTED.contains(&text)).then(|| text.to_owned())
}

/// Text that must be there and not be empty.
fn name(at: &Reader<'_>, key: &str, expected: &str) -> Result<String, Fault> {
    match at.get(key) {
        Some(Value::String(text)) if !text.is_empty() => Ok(text.clone()),
        Some(_) | None => Err(at.wrong(key, expected)),
    }
}

fn fault(path: &str, found: &Value, expected: &str) -> Fault {
    Fault {
        path: path.to_owned(),
        found: described(found),
        expected: expected.to_owned(),
        unfinished: false,
    }
}
