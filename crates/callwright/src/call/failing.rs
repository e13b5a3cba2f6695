//! Actions that a script lets fail: each is found in the flows before the call begins.

use std::collections::BTreeSet;

use connect_flow::{
    Action, ActionKind, Entry, Execution, INPUT_TIME_LIMIT_EXCEEDED, Library, NO_MATCHING_ERROR,
};

use super::place::{self, PlaceError};
use crate::script::Placed;

/// Actions that fail in one call.
#[derive(Debug, Default)]
pub(super) struct Failing {
    /// Those that fail with `NoMatchingError`: name of the flow, and action.
    errors: Vec<(String, String)>,
    /// Those whose bot gives up on the caller: flow as the library knows it, and action.
    gives_up: BTreeSet<(String, String)>,
}

/// Why an action cannot be made to fail.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum FailingError {
    /// There is no such action.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// The action has no such branch.
    #[error("line {line}: `{flow}/{action}` cannot fail: it has no `{error}` branch")]
    Branch {
        /// Line of the script, counted from 1.
        line: u64,
        /// The flow.
        flow: String,
        /// The action.
        action: String,
        /// The error.
        error: String,
    },
    /// It depends on the caller, or on what the flow knows.
    #[error(
        "line {line}: `fails` cannot cause `{error}` of `{flow}/{action}`; it causes \
         `NoMatchingError`, and the `InputTimeLimitExceeded` of a bot"
    )]
    Error {
        /// Line of the script, counted from 1.
        line: u64,
        /// The flow.
        flow: String,
        /// The action.
        action: String,
        /// The error.
        error: String,
    },
}

impl Failing {
    /// Finds what a script names: `flow/action`, or `flow/action/error`.
    ///
    /// # Errors
    ///
    /// The first that is not there or cannot fail, with the line it stands on.
    pub(super) fn find(
        library: &Library,
        written: &[Placed<String>],
    ) -> Result<Self, FailingError> {
        let mut failing = Self::default();
        for Placed { line, value } in written {
            let line = *line;
            let (entry, rest) = place::flow(library, line, "fails", value)?;
            let (action, error) =
                action(entry, rest).ok_or_else(|| place::no_action(entry, line, "fails", rest))?;
            let (flow, identifier) = (entry.name.clone(), action.identifier().to_owned());
            let is_bot = matches!(action.kind(), ActionKind::ConnectParticipantWithLexBot(_));
            if action.transitions().error(error).is_none() {
                let (action, error) = (identifier, error.to_owned());
                return Err(FailingError::Branch { line, flow, action, error });
            }
            match error {
                NO_MATCHING_ERROR => failing.errors.push((flow, identifier)),
                INPUT_TIME_LIMIT_EXCEEDED if is_bot => {
                    failing.gives_up.insert((entry.arn.clone(), identifier));
                }
                _ => {
                    let (action, error) = (identifier, error.to_owned());
                    return Err(FailingError::Error { line, flow, action, error });
                }
            }
        }
        Ok(failing)
    }

    /// Tells the interpreter which actions fail.
    pub(super) fn arrange(&self, execution: &mut Execution) {
        for (flow, action) in &self.errors {
            execution.fail(flow, action);
        }
    }

    /// Whether the bot of the action that the contact is at gives up on the caller.
    pub(super) fn gives_up(&self, position: Option<(&str, &str)>) -> bool {
        let at = |(flow, action): (&str, &str)| (flow.to_owned(), action.to_owned());
        position.is_some_and(|it| self.gives_up.contains(&at(it)))
    }
}

/// An action and an error of it. An identifier may have strokes in it.
fn action<'a>(entry: &'a Entry, written: &'a str) -> Option<(&'a Action, &'a str)> {
    let whole = entry.flow.action(written).map(|it| (it, NO_MATCHING_ERROR));
    whole.or_else(|| {
        let (action, error) = written.rsplit_once('/')?;
        Some((entry.flow.action(action)?, error))
    })
}

#[cfg(test)]
mod tests {
    use connect_flow::{Flow, FlowKind};
    use expect_test::{Expect, expect};

    use super::*;

    const FLOW: &str = r#"{ "Version": "2019-10-30", "StartAction": "set-language", "Actions": [
        { "Identifier": "set-language", "Type": "UpdateContactData",
          "Parameters": { "LanguageCode": "en-US" },
          "Transitions": { "NextAction": "set-voice/UK",
            "Errors": [{ "ErrorType": "NoMatchingError", "NextAction": "talk" }] } },
        { "Identifier": "set-voice/UK", "Type": "UpdateContactTextToSpeechVoice",
          "Parameters": { "TextToSpeechVoice": "Amy" },
          "Transitions": { "NextAction": "talk",
            "Errors": [{ "ErrorType": "NoMatchingError", "NextAction": "talk" }] } },
        { "Identifier": "talk", "Type": "ConnectParticipantWithLexBot",
          "Parameters": { "Text": "Hello.", "LexV2Bot": { "AliasArn": "arn/bot" } },
          "Transitions": { "NextAction": "end", "Errors": [
            { "ErrorType": "InputTimeLimitExceeded", "NextAction": "end" },
            { "ErrorType": "NoMatchingCondition", "NextAction": "end" },
            { "ErrorType": "NoMatchingError", "NextAction": "end" }] } },
        { "Identifier": "end", "Type": "DisconnectParticipant",
          "Parameters": {}, "Transitions": {} }] }"#;

    fn find(written: &str) -> Result<Failing, FailingError> {
        let mut library = Library::new();
        for name in ["inbound", "goodbye"] {
            let flow = Flow::parse(FLOW).unwrap();
            library.insert(format!("arn/{name}"), FlowKind::Flow, name, flow);
        }
        Failing::find(&library, &[Placed { line: 2, value: written.to_owned() }])
    }

    fn refuses(written: &str, message: &Expect) {
        message.assert_eq(&find(written).unwrap_err().to_string());
    }

    #[test]
    fn a_flow_that_is_not_there() {
        refuses(
            "inbuond/talk",
            &expect!["line 2: `fails` names the flow `inbuond`; there are `goodbye`, `inbound`"],
        );
    }

    #[test]
    fn an_action_that_is_not_there() {
        refuses(
            "inbound/set-langauge",
            &expect![
                "line 2: `fails` names `inbound/set-langauge`, but the flow has no such action; the nearest is `set-language`"
            ],
        );
        refuses(
            "inbound/set-vlanguage",
            &expect![
                "line 2: `fails` names `inbound/set-vlanguage`, but the flow has no such action; the nearest is `set-language`"
            ],
        );
        refuses(
            "inbound/wait",
            &expect!["line 2: `fails` names `inbound/wait`, but the flow has no such action"],
        );
    }

    #[test]
    fn an_action_that_cannot_fail() {
        refuses(
            "inbound/end",
            &expect!["line 2: `inbound/end` cannot fail: it has no `NoMatchingError` branch"],
        );
        refuses(
            "inbound/talk/QueueAtCapacity",
            &expect!["line 2: `inbound/talk` cannot fail: it has no `QueueAtCapacity` branch"],
        );
    }

    #[test]
    fn an_error_that_is_not_for_scripts_to_cause() {
        refuses(
            "inbound/talk/NoMatchingCondition",
            &expect![
                "line 2: `fails` cannot cause `NoMatchingCondition` of `inbound/talk`; it causes `NoMatchingError`, and the `InputTimeLimitExceeded` of a bot"
            ],
        );
    }

    #[test]
    fn actions_are_found_whatever_their_names_are_made_of() {
        for (written, action) in [
            ("inbound/set-language", "set-language"),
            ("inbound/set-language/NoMatchingError", "set-language"),
            ("inbound/set-voice/UK", "set-voice/UK"),
            ("inbound/set-voice/UK/NoMatchingError", "set-voice/UK"),
        ] {
            let failing = find(written).unwrap();
            assert_eq!(failing.errors, [("inbound".to_owned(), action.to_owned())], "{written}");
            assert!(!failing.gives_up(Some(("arn/inbound", action))));
        }
    }

    #[test]
    fn a_bot_gives_up_in_the_flow_that_is_named_and_nowhere_else() {
        let failing = find("inbound/talk/InputTimeLimitExceeded").unwrap();
        assert_eq!(failing.errors, []);
        assert!(failing.gives_up(Some(("arn/inbound", "talk"))));
        assert!(!failing.gives_up(Some(("arn/goodbye", "talk"))));
        assert!(!failing.gives_up(Some(("arn/inbound", "set-language"))));
        assert!(!failing.gives_up(None));
    }
}
