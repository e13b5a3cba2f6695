//! The way that a call took, or that one could take, to be followed in a drawing.

use std::collections::BTreeSet;

use connect_flow::explore::EndKind;
use serde_json::{Map, Value};

/// Actions in the order they were left behind, with the branch taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Highlight {
    /// Ways with at least one step; of several, the first that goes through a flow is followed in it.
    pub(super) ways: Vec<Vec<Step>>,
}

/// One action left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    /// Name of the flow; `None` when it goes without saying.
    pub(super) flow: Option<String>,
    /// Identifier of the action.
    pub(super) action: String,
    /// The branch, as the flow writes it or only its operand.
    pub(super) branch: Option<String>,
}

/// Why a path cannot be read or followed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum HighlightError {
    /// A line is neither an event nor a path.
    #[error("line {line}: {what}")]
    Line {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        what: &'static str,
    },
    /// It is JSON, but neither events nor a path.
    #[error("{0}")]
    Shape(&'static str),
    /// There is no step in it.
    #[error("it has no event `branch`, no `path` and no `call`: nothing to follow")]
    Empty,
    /// It is what a check found, and no call in it ends badly.
    #[error("no call in it ends badly; calls end: {kinds}")]
    NoBadEnd {
        /// How they end.
        kinds: String,
    },
    /// It goes through other flows only.
    #[error("it goes through {flows}, not through any action of `{flow}`")]
    Elsewhere {
        /// The flows it goes through.
        flows: String,
        /// The flow that is drawn.
        flow: String,
    },
    /// It goes through this flow, but through actions that the flow does not have.
    #[error("`{flow}` has no action `{action}`: the path is that of another version of the flow")]
    NoSuchAction {
        /// The flow that is drawn.
        flow: String,
        /// The first action that is not there.
        action: String,
    },
}

/// What a step must be.
const STEP: &str = "expected a step with `action`, and where they are known `flow` and `branch`";

impl Highlight {
    /// Reads what `callwright call --json` wrote, or a path: an object with `path` or `call`, the
    /// list that would be in it, or lines of either. Of what `callwright check --json` wrote for a
    /// flow, it is the way to the first bad end.
    ///
    /// # Errors
    ///
    /// [`HighlightError`] when it is none of these or has no step.
    pub fn parse(text: &str) -> Result<Self, HighlightError> {
        let mut found = Found::default();
        match serde_json::from_str::<Value>(text) {
            Ok(value) => read(&value, &mut found).map_err(HighlightError::Shape)?,
            Err(_) => {
                for (at, line) in text.lines().enumerate().filter(|(_, it)| !it.trim().is_empty()) {
                    let failed = |what| HighlightError::Line { line: at + 1, what };
                    let value: Value =
                        serde_json::from_str(line).ok().ok_or(failed("expected JSON"))?;
                    read(&value, &mut found).map_err(failed)?;
                }
            }
        }
        let Found { steps, bad_ends: mut ways, kinds } = found;
        ways.insert(0, steps);
        ways.retain(|it| !it.is_empty());
        match (ways.is_empty(), kinds.is_empty()) {
            (false, _) => Ok(Self { ways }),
            (true, true) => Err(HighlightError::Empty),
            (true, false) => {
                let kinds: Vec<_> = kinds.iter().map(|it| format!("`{it}`")).collect();
                Err(HighlightError::NoBadEnd { kinds: kinds.join(", ") })
            }
        }
    }
}

/// What was read so far.
#[derive(Debug, Default)]
struct Found {
    /// The steps of events and paths, in their order.
    steps: Vec<Step>,
    /// The way to the first bad end of each flow that was checked.
    bad_ends: Vec<Vec<Step>>,
    /// How calls end in the flows that were checked.
    kinds: BTreeSet<String>,
}

/// Reads an event, a path or a list of either.
fn read(value: &Value, found: &mut Found) -> Result<(), &'static str> {
    match value {
        Value::Array(items) => items.iter().try_for_each(|it| read(it, found)),
        Value::Object(object) if object.get("endings").is_some_and(Value::is_array) => {
            checked(object, found)
        }
        // A finding has the place of its fault at `path`, and the way to it at `call`.
        Value::Object(object) => match (object.get("event"), way(object)) {
            // The other events of a call say nothing of the way it takes.
            (Some(event), _) if event != "branch" => Ok(()),
            (None, Some(Value::Array(path))) => {
                found.steps.extend(steps(path)?);
                Ok(())
            }
            (None, Some(_)) => Err("expected a list at `path`"),
            (Some(_) | None, _) => {
                found.steps.push(step(object)?);
                Ok(())
            }
        },
        _ => Err("expected the events of a call, or an object with `path`"),
    }
}

fn way(object: &Map<String, Value>) -> Option<&Value> {
    object.get("call").or_else(|| object.get("path"))
}

/// Reads what a check found in a flow.
fn checked(object: &Map<String, Value>, found: &mut Found) -> Result<(), &'static str> {
    let mut is_found = false;
    for ending in object.get("endings").and_then(Value::as_array).into_iter().flatten() {
        let end = ending.get("end").and_then(Value::as_str).ok_or("expected text at `end`")?;
        found.kinds.insert(end.to_owned());
        let is_bad = EndKind::named(end).is_some_and(EndKind::is_bad);
        if let Some(Value::Array(path)) = ending.get("path").filter(|_| is_bad && !is_found) {
            found.bad_ends.push(steps(path)?);
            is_found = true;
        }
    }
    Ok(())
}

fn steps(path: &[Value]) -> Result<Vec<Step>, &'static str> {
    let read = |it: &Value| it.as_object().map_or(Err(STEP), step);
    path.iter().map(read).collect()
}

fn step(object: &Map<String, Value>) -> Result<Step, &'static str> {
    let text = |key: &str| object.get(key).and_then(Value::as_str).map(str::to_owned);
    let action = text("action").ok_or(STEP)?;
    let branch = match object.get("branch") {
        None | Some(Value::Null) => None,
        Some(Value::String(branch)) => Some(branch.clone()),
        // Such as `{"Condition": "Equals 1"}`.
        Some(Value::Object(it)) if it.len() == 1 => {
            it.values().next().and_then(Value::as_str).map(str::to_owned)
        }
        Some(_) => return Err("expected text at `branch`"),
    };
    Ok(Step { flow: text("flow"), action, branch })
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::{Highlight, HighlightError};

    fn steps(text: &str) -> String {
        let highlight = Highlight::parse(text).unwrap();
        let shown = |it: &super::Step| {
            let (flow, branch) = (it.flow.as_deref(), it.branch.as_deref());
            format!("{}:{} {}", flow.unwrap_or("?"), it.action, branch.unwrap_or("?"))
        };
        let ways = highlight.ways.iter();
        let ways = ways.map(|way| way.iter().map(shown).collect::<Vec<_>>().join(", "));
        ways.collect::<Vec<_>>().join(" | ")
    }

    fn refused(text: &str, expect: &Expect) {
        expect.assert_eq(&Highlight::parse(text).unwrap_err().to_string());
    }

    #[test]
    fn what_is_no_path_says_why() {
        refused(
            "",
            &expect![["it has no event `branch`, no `path` and no `call`: nothing to follow"]],
        );
        refused("{\"event\":\"said\"}\nhello", &expect!["line 2: expected JSON"]);
        refused("7", &expect!["expected the events of a call, or an object with `path`"]);
        refused(r#"{"path":"a"}"#, &expect!["expected a list at `path`"]);
        refused(
            r#"{"path":["a"]}"#,
            &expect!["expected a step with `action`, and where they are known `flow` and `branch`"],
        );
        refused(
            r#"{"path":[{"flow":"f"}]}"#,
            &expect!["expected a step with `action`, and where they are known `flow` and `branch`"],
        );
        refused(r#"[{"action":"a","branch":7}]"#, &expect!["expected text at `branch`"]);
        refused(
            r#"{"event":"silent"}"#,
            &expect![["it has no event `branch`, no `path` and no `call`: nothing to follow"]],
        );
    }

    #[test]
    fn a_path_is_read_in_every_form() {
        let expected = "f:a Equals 1, f:b ?";
        let path = r#"[{"flow":"f","action":"a","branch":"Equals 1"},{"flow":"f","action":"b"}]"#;
        assert_eq!(steps(path), expected);
        assert_eq!(steps(&format!(r#"{{"path":{path},"ends":"stuck"}}"#)), expected);
        assert_eq!(steps(&format!("{{\"path\":{path}}}\n\n{{\"event\":\"silent\"}}\n")), expected);
        let tagged = r#"[{"flow":"f","action":"a","branch":{"Condition":"Equals 1"}},{"flow":"f","action":"b","branch":null}]"#;
        assert_eq!(steps(tagged), expected);
    }

    #[test]
    fn what_check_found_is_read_as_it_is() {
        let path = r#"[{"flow":"f","action":"a","branch":"Next"}]"#;
        let finding = format!(r#"{{"rule":"caller-stuck","path":"Actions[0]","call":{path}}}"#);
        assert_eq!(steps(&finding), "f:a Next");
        let good = r#"{"end":"person","path":[{"flow":"f","action":"g"}]}"#;
        let bad = |action: &str| {
            format!(r#"{{"end":"dropped","path":[{{"flow":"f","action":"{action}"}}]}}"#)
        };
        let line = |ends: &[&str]| format!(r#"{{"file":"f.json","endings":[{}]}}"#, ends.join(","));
        assert_eq!(steps(&line(&[good, &bad("b"), &bad("c")])), "f:b ?");
        let two = format!("{}\n{}", line(&[&bad("b")]), line(&[&bad("c")]));
        assert_eq!(steps(&two), "f:b ? | f:c ?");
        refused(
            &line(&[good, r#"{"end":"hung_up"}"#]),
            &expect!["no call in it ends badly; calls end: `hung_up`, `person`"],
        );
        refused(r#"{"endings":[{}]}"#, &expect!["expected text at `end`"]);
    }

    #[test]
    fn the_events_of_a_call_are_read() {
        let events = r#"
            {"event":"started","name":"n"}
            {"event":"branch","flow":"f","action":"a","action_type":"Compare","branch":"Equals 1","error":false}
            {"event":"heard","text":"Hello."}
            {"event":"branch","flow":"f","action":"b","action_type":"Wait","branch":"Next","error":false}"#;
        assert_eq!(steps(events), "f:a Equals 1, f:b Next");
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "(\\PC|[\\[\\]{}\":,\n]|path|action){0,60}") {
            if let Err(error) = Highlight::parse(&text) {
                let of_another_flow = matches!(error, HighlightError::Elsewhere { .. });
                prop_assert!(!of_another_flow);
            }
        }
    }
}
