//! Finds the actions that a script names with their flows.

use connect_flow::{Entry, Library};

use crate::script::near;

/// Why an action cannot be found.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlaceError {
    /// The project has no such flow.
    #[error("line {line}: `{key}` names the flow `{flow}`; there are {known}")]
    Flow {
        /// Line of the script, counted from 1.
        line: u64,
        /// The key of the script that names it.
        key: &'static str,
        /// What is written.
        flow: String,
        /// The flows there are.
        known: String,
    },
    /// The flow has no such action.
    #[error("line {line}: `{key}` names `{flow}/{action}`, but the flow has no such action{near}")]
    Action {
        /// Line of the script, counted from 1.
        line: u64,
        /// The key of the script that names it.
        key: &'static str,
        /// The flow.
        flow: String,
        /// What is written.
        action: String,
        /// The actions that may be meant, as the rest of a sentence; empty when none is like it.
        near: String,
    },
}

/// The flow of `flow/rest`, and the rest.
///
/// # Errors
///
/// [`PlaceError::Flow`].
pub(super) fn flow<'a, 'b>(
    library: &'a Library,
    line: u64,
    key: &'static str,
    written: &'b str,
) -> Result<(&'a Entry, &'b str), PlaceError> {
    let (flow, rest) = written.split_once('/').unwrap_or((written, ""));
    let entry = library.entries().find(|it| it.name == flow).ok_or_else(|| {
        let mut known: Vec<_> = library.entries().map(|it| format!("`{}`", it.name)).collect();
        known.sort();
        PlaceError::Flow { line, key, flow: flow.to_owned(), known: known.join(", ") }
    })?;
    Ok((entry, rest))
}

/// What is said of an action that the flow does not have.
pub(super) fn no_action(entry: &Entry, line: u64, key: &'static str, written: &str) -> PlaceError {
    PlaceError::Action {
        line,
        key,
        flow: entry.name.clone(),
        action: written.to_owned(),
        near: near(written, entry.flow.actions().map(connect_flow::Action::identifier)),
    }
}
