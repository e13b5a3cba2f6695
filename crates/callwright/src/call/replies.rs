//! What a script answers in place of services and other people's telephones.

use std::collections::BTreeMap;

use connect_flow::{Action, ActionKind, Effect, Library, Outcome};

use super::place::{self, PlaceError};
use crate::script::{self, Asked, Placed, ReplyError};

/// The replies of one call.
#[derive(Debug, Default)]
pub(super) struct Replies {
    /// By flow as the library knows it, and action.
    by_action: BTreeMap<(String, String), Outcome>,
    /// By type of action.
    by_type: BTreeMap<&'static str, Outcome>,
}

/// Why an action cannot be answered.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum RepliesError {
    /// There is no such action.
    #[error(transparent)]
    Place(#[from] PlaceError),
    /// The action does not ask for such a reply.
    #[error("line {line}: `{place}`")]
    Reply {
        /// Line of the script, counted from 1.
        line: u64,
        /// The flow and the action.
        place: String,
        /// Why not.
        source: ReplyError,
    },
    /// The action waits for something else.
    #[error("line {line}: `{place}` does not wait for `{event}`")]
    NotAwaited {
        /// Line of the script, counted from 1.
        line: u64,
        /// The flow and the action.
        place: String,
        /// What is written.
        event: &'static str,
    },
}

impl Replies {
    /// Finds the actions that a script answers.
    ///
    /// # Errors
    ///
    /// The first that is not there or does not ask for such a reply, with the line it stands on.
    pub(super) fn find(library: &Library, written: &script::Replies) -> Result<Self, RepliesError> {
        let mut by_action = BTreeMap::new();
        for Placed { line, value: (place, reply) } in &written.by_action {
            let line = *line;
            let (entry, rest) = place::flow(library, line, "replies", place)?;
            let action = entry
                .flow
                .action(rest)
                .ok_or_else(|| place::no_action(entry, line, "replies", rest))?;
            let outcome = Asked::by(action.type_name())
                .and_then(|asked| reply.outcome(asked))
                .map_err(|source| RepliesError::Reply { line, place: place.clone(), source })?;
            if let Some(event) = not_awaited(action, &outcome) {
                return Err(RepliesError::NotAwaited { line, place: place.clone(), event });
            }
            by_action.insert((entry.arn.clone(), rest.to_owned()), outcome);
        }
        Ok(Self { by_action, by_type: written.by_type.clone() })
    }

    /// What is answered to an effect: what the script says of the action that the contact is at, or
    /// else of its type; `None` when it says nothing.
    pub(super) fn to(&self, effect: &Effect, position: Option<(&str, &str)>) -> Option<Outcome> {
        let type_name = type_name(effect)?;
        let at = |(flow, action): (&str, &str)| (flow.to_owned(), action.to_owned());
        let of_action = position.and_then(|it| self.by_action.get(&at(it)));
        let outcome = of_action.or_else(|| self.by_type.get(type_name))?;
        match (effect, outcome) {
            // What an action does not wait for does not end its wait.
            (Effect::Wait { events, .. }, Outcome::Happened(event)) if !events.contains(event) => {
                None
            }
            _ => Some(outcome.clone()),
        }
    }
}

/// What is to end a wait for something else.
fn not_awaited(action: &Action, outcome: &Outcome) -> Option<&'static str> {
    match (action.kind(), outcome) {
        (ActionKind::Wait(wait), Outcome::Happened(event)) if !wait.events.contains(event) => {
            Some(event.as_str())
        }
        _ => None,
    }
}

/// The type of action that comes to an effect which scripts answer; `None` for other effects.
fn type_name(effect: &Effect) -> Option<&'static str> {
    Some(match effect {
        Effect::Request(request) => request.kind.type_name(),
        Effect::Wait { .. } => "Wait",
        Effect::CallThirdParty { .. } => "TransferParticipantToThirdParty",
        Effect::CompleteOutboundCall { .. } => "CompleteOutboundCall",
        Effect::CheckCallStatus => "CheckOutboundCallStatus",
        Effect::SetCallbackNumber { .. } => "UpdateContactCallbackNumber",
        Effect::CreateCallback(_) => "CreateCallbackContact",
        Effect::OfferToAgent { .. } => "RouteContactToAgent",
        Effect::TransferToAgent { .. } => "TransferContactToAgent",
        Effect::SetHold(_) => "UpdatePreviousContactParticipantState",
        Effect::Play(_)
        | Effect::CollectDigits { .. }
        | Effect::Converse { .. }
        | Effect::InvokeFunction { .. }
        | Effect::CheckHours { .. }
        | Effect::ReadMetrics { .. }
        | Effect::SetRecording(_)
        | Effect::TransferToQueue { .. }
        | Effect::PlayRepeatedly { .. }
        | Effect::WaitInQueue { .. }
        | Effect::Talk { .. }
        | Effect::OnHold
        | Effect::CallCustomer { .. }
        | Effect::End(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::path::Path;

    use connect_flow::{Contact, Execution, Flow, FlowKind};
    use expect_test::{Expect, expect};

    use super::*;
    use crate::script::Script;

    /// Two lookups, a call that may fail, and a wait for a customer who comes back.
    const FLOW: &str = r#"{ "Version": "2019-10-30", "StartAction": "look-up", "Actions": [
        { "Identifier": "look-up", "Type": "GetCustomerProfile",
          "Parameters": { "ProfileRequestData": { "IdentifierName": "_phone",
            "IdentifierValue": "+12025550143" }, "ProfileResponseData": ["FirstName"] },
          "Transitions": { "NextAction": "look/again", "Errors": [
            { "ErrorType": "NoneFoundError", "NextAction": "look/again" },
            { "ErrorType": "MultipleFoundError", "NextAction": "look/again" },
            { "ErrorType": "NoMatchingError", "NextAction": "look/again" }] } },
        { "Identifier": "look/again", "Type": "GetCustomerProfile",
          "Parameters": { "ProfileRequestData": { "IdentifierName": "_phone",
            "IdentifierValue": "+12025550143" }, "ProfileResponseData": ["FirstName"] },
          "Transitions": { "NextAction": "greet", "Errors": [
            { "ErrorType": "NoneFoundError", "NextAction": "greet" },
            { "ErrorType": "MultipleFoundError", "NextAction": "greet" },
            { "ErrorType": "NoMatchingError", "NextAction": "greet" }] } },
        { "Identifier": "greet", "Type": "MessageParticipant",
          "Parameters": { "Text": "Hello, $.Customer.FirstName." },
          "Transitions": { "NextAction": "call", "Errors": [
            { "ErrorType": "NoMatchingError", "NextAction": "call" }] } },
        { "Identifier": "call", "Type": "TransferParticipantToThirdParty",
          "Parameters": { "ThirdPartyPhoneNumber": "+12025550199",
            "ThirdPartyConnectionTimeLimitSeconds": "30",
            "ContinueFlowExecution": "True" },
          "Transitions": { "NextAction": "wait", "Errors": [
            { "ErrorType": "CallFailed", "NextAction": "wait" },
            { "ErrorType": "ConnectionTimeLimitExceeded", "NextAction": "wait" },
            { "ErrorType": "NoMatchingError", "NextAction": "wait" }] } },
        { "Identifier": "wait", "Type": "Wait",
          "Parameters": { "TimeLimitSeconds": "60", "Events": ["CustomerReturned"] },
          "Transitions": { "NextAction": "end", "Conditions": [
            { "NextAction": "end", "Condition": { "Operator": "Equals", "Operands": ["WaitCompleted"] } },
            { "NextAction": "end", "Condition": { "Operator": "Equals", "Operands": ["CustomerReturned"] } }],
            "Errors": [
            { "ErrorType": "ParticipantNotFound", "NextAction": "end" },
            { "ErrorType": "NoMatchingError", "NextAction": "end" }] } },
        { "Identifier": "end", "Type": "DisconnectParticipant",
          "Parameters": {}, "Transitions": {} }] }"#;

    fn library() -> Library {
        let mut library = Library::new();
        let flow = Flow::parse(FLOW).unwrap();
        library.insert("arn/inbound", FlowKind::Flow, "inbound", flow);
        library
    }

    fn find(replies: &str) -> Result<Replies, String> {
        let text = format!("name: n\nreplies:\n{replies}\n");
        let script = Script::parse(Path::new("call.yaml"), &text).unwrap();
        Replies::find(&library(), &script.setting.replies).map_err(|it| crate::chain(&it))
    }

    /// The branches that a contact takes, and the words it hears.
    fn way(replies: &str) -> String {
        let (library, replies) = (library(), find(replies).unwrap());
        let contact = Contact { contact_id: "c".to_owned(), ..Contact::default() };
        let mut execution = Execution::start(&library, "arn/inbound", contact).unwrap();
        let (mut outcome, mut way) = (Outcome::Done, String::new());
        loop {
            let step = execution.step(&library, outcome).unwrap();
            for it in step.trail {
                let branch = crate::coverage::name(&it.branch);
                writeln!(way, "{}: {branch}", it.action).unwrap();
            }
            if let Effect::Play(prompt) = &step.effect {
                writeln!(way, "{prompt:?}").unwrap();
            }
            if let Effect::End(_) = step.effect {
                return way;
            }
            outcome = replies
                .to(&step.effect, execution.position())
                .unwrap_or_else(|| step.effect.default_outcome());
        }
    }

    fn refuses(replies: &str, message: &Expect) {
        message.assert_eq(&find(replies).unwrap_err());
    }

    #[test]
    fn an_action_that_is_not_there() {
        refuses(
            "  inbuond/look-up: { fails: true }",
            &expect!["line 3: `replies` names the flow `inbuond`; there are `inbound`"],
        );
        refuses(
            "  inbound/look-pu: { fails: true }",
            &expect![
                "line 3: `replies` names `inbound/look-pu`, but the flow has no such action; the nearest is `look-up`"
            ],
        );
    }

    #[test]
    fn an_action_that_is_not_answered_so() {
        refuses(
            "  inbound/greet: { fails: true }",
            &expect![
                "line 3: `inbound/greet`: `replies` cannot answer `MessageParticipant`, which asks no service and no other telephone"
            ],
        );
        refuses(
            "  inbound/look-up: { error: NoneFound }",
            &expect![
                "line 3: `inbound/look-up`: `replies` cannot cause `NoneFound` of `GetCustomerProfile`; there are `MultipleFoundError`, `NoneFoundError`, `NoMatchingError`"
            ],
        );
        refuses(
            "  inbound/wait: { result: BotParticipantDisconnected }",
            &expect!["line 3: `inbound/wait` does not wait for `BotParticipantDisconnected`"],
        );
    }

    #[test]
    fn without_replies_nobody_is_known_and_calls_are_answered() {
        expect![[r#"
            look-up: NoneFoundError
            look/again: NoneFoundError
            Text("Hello, .")
            greet: Next
            call: Next
            wait: Equals WaitCompleted
            end: Terminal
        "#]]
        .assert_eq(&way("  {}"));
    }

    #[test]
    fn an_action_is_answered_before_its_type() {
        let replies = "  GetCustomerProfile: { error: MultipleFoundError }\n  inbound/look/again: { data: { FirstName: Ann } }\n  inbound/call: { error: CallFailed }\n  TransferParticipantToThirdParty: { fails: true }\n  Wait: { result: CustomerReturned }";
        expect![[r#"
            look-up: MultipleFoundError
            look/again: Next
            Text("Hello, Ann.")
            greet: Next
            call: CallFailed
            wait: Equals CustomerReturned
            end: Terminal
        "#]]
        .assert_eq(&way(replies));
    }

    #[test]
    fn an_event_that_is_not_waited_for_ends_no_wait() {
        let way = way("  Wait: { result: BotParticipantDisconnected }");
        assert!(way.contains("wait: Equals WaitCompleted\n"), "{way}");
    }
}
