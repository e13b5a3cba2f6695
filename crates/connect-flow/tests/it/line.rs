//! A contact, a small flow and a host that answers from a list.

use std::fmt::Write as _;

use connect_flow::{
    Branch, Contact, Effect, End, Execution, Flow, FlowKind, Library, Outcome, QueueRef, Step,
};
use expect_test::Expect;
use serde_json::{Value, json};

/// Errors that [`One`] connects, each to an action of its own.
const ERRORS: [&str; 19] = [
    "NoMatchingError",
    "NoMatchingCondition",
    "InputTimeLimitExceeded",
    "InvalidPhoneNumber",
    "QueueAtCapacity",
    "CallFailed",
    "CallbackNumberNotDialable",
    "ChannelMismatch",
    "ConnectionTimeLimitExceeded",
    "ContactNotLinked",
    "InFlightRedactionConfigurationFailed",
    "InvalidCallbackNumber",
    "MultipleFound",
    "MultipleFoundError",
    "NoneFound",
    "NoneFoundError",
    "ParticipantNotFound",
    "TemplateRenderingError",
    "TimeLimitExceeded",
];

/// One action under test, every branch of which is connected and ends the flow.
pub(crate) struct One {
    pub(crate) contact: Contact,
    pub(crate) library: Library,
    action: Value,
}

impl One {
    pub(crate) fn new(type_name: &str, parameters: Value) -> Self {
        let errors = ERRORS.map(|it| json!({ "ErrorType": it, "NextAction": "end" }));
        let action = json!({
            "Identifier": "it",
            "Type": type_name,
            "Parameters": parameters,
            "Transitions": { "NextAction": "end", "Errors": errors, "Conditions": [] },
        });
        Self { contact: Contact::default(), library: Library::new(), action }
    }

    pub(crate) fn when(mut self, operator: &str, operand: &str) -> Self {
        let condition = json!({
            "NextAction": "end",
            "Condition": { "Operator": operator, "Operands": [operand] },
        });
        self.action["Transitions"]["Conditions"].as_array_mut().unwrap().push(condition);
        self
    }

    pub(crate) fn without_error(mut self, error: &str) -> Self {
        let errors = self.action["Transitions"]["Errors"].as_array_mut().unwrap();
        errors.retain(|it| it["ErrorType"] != error);
        self
    }

    pub(crate) fn contact(mut self, change: impl FnOnce(&mut Contact)) -> Self {
        change(&mut self.contact);
        self
    }

    pub(crate) fn queued(self) -> Self {
        self.contact(|it| it.target_queue = Some(queue("queue/q-1", "Support")))
    }

    pub(crate) fn start(mut self) -> Call {
        let flow = flow(&[self.action, end("end")]);
        self.library.insert("flow/main", FlowKind::Flow, "main", flow);
        Call::start(self.library, self.contact)
    }

    /// Runs it and shows what happened to it.
    pub(crate) fn check(
        self,
        outcomes: impl IntoIterator<Item = Outcome>,
        expect: &Expect,
    ) -> Call {
        let mut call = self.start();
        call.shown = vec!["it"];
        call.check(outcomes, expect);
        call
    }
}

/// A call on a line whose host answers from a list.
pub(crate) struct Call {
    pub(crate) library: Library,
    pub(crate) execution: Execution,
    /// Identifiers whose trail is shown; all when empty.
    pub(crate) shown: Vec<&'static str>,
}

impl Call {
    pub(crate) fn start(library: Library, contact: Contact) -> Self {
        let execution = Execution::start(&library, "flow/main", contact).unwrap();
        Self { library, execution, shown: Vec::new() }
    }

    pub(crate) fn step(&mut self, outcome: Outcome) -> Step {
        self.execution.step(&self.library, outcome).unwrap()
    }

    pub(crate) fn contact(&self) -> &Contact {
        self.execution.contact()
    }

    /// Starts the call, hands it the outcomes, and compares what is seen.
    pub(crate) fn check(&mut self, outcomes: impl IntoIterator<Item = Outcome>, expect: &Expect) {
        self.check_from(std::iter::once(Outcome::Done).chain(outcomes), expect);
    }

    /// Hands a call that has been started the outcomes, and compares what is seen.
    pub(crate) fn check_from(
        &mut self,
        outcomes: impl IntoIterator<Item = Outcome>,
        expect: &Expect,
    ) {
        let mut seen = String::new();
        for outcome in outcomes {
            let step = self.step(outcome);
            for trail in &step.trail {
                if !self.shown.is_empty() && !self.shown.contains(&&*trail.action) {
                    continue;
                }
                let branch = match &trail.branch {
                    Branch::Next => "next".to_owned(),
                    Branch::Error(error) => format!("error {error}"),
                    Branch::Condition(condition) => format!("condition {condition}"),
                    Branch::Entered => "entered".to_owned(),
                    Branch::Terminal => "left".to_owned(),
                };
                let missing = if trail.missing { " (missing)" } else { "" };
                let way = format!("{}/{} -> {branch}{missing}", trail.flow_name, trail.action);
                writeln!(seen, "{}", way.trim_end()).unwrap();
                for note in &trail.notes {
                    writeln!(seen, "  {note}").unwrap();
                }
            }
            match &step.effect {
                // Every branch of the one action leads to the end.
                Effect::End(End::Disconnected) if self.shown == ["it"] => {}
                // Its event is long and has a test of its own.
                Effect::InvokeFunction { arn, .. } => {
                    writeln!(seen, "InvokeFunction {arn}").unwrap();
                }
                other => writeln!(seen, "{other:?}").unwrap(),
            }
        }
        expect.assert_eq(&seen);
    }
}

pub(crate) fn queue(arn: &str, name: &str) -> QueueRef {
    QueueRef { arn: arn.to_owned(), name: name.to_owned() }
}

/// A flow of these actions, the first of which is the start.
pub(crate) fn flow(actions: &[Value]) -> Flow {
    let start = actions[0]["Identifier"].clone();
    let json = json!({ "Version": "2019-10-30", "StartAction": start, "Actions": actions });
    Flow::parse(&json.to_string()).unwrap_or_else(|error| panic!("{error}"))
}

/// An action that leads on to another, the same one for errors.
pub(crate) fn action(id: &str, type_name: &str, parameters: Value, next: &str) -> Value {
    let errors = json!([{ "ErrorType": "NoMatchingError", "NextAction": next }]);
    json!({
        "Identifier": id, "Type": type_name, "Parameters": parameters,
        "Transitions": { "NextAction": next, "Errors": errors },
    })
}

/// An action that nothing follows.
pub(crate) fn last(id: &str, type_name: &str) -> Value {
    json!({ "Identifier": id, "Type": type_name, "Parameters": {}, "Transitions": {} })
}

pub(crate) fn end(id: &str) -> Value {
    last(id, "DisconnectParticipant")
}
