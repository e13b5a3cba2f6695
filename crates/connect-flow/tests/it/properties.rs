//! Whatever it is fed, the parser answers and the interpreter gets somewhere.

use std::time::Duration;

use connect_flow::explore::{EndKind, Options, explore};
use connect_flow::{
    CallStatus, Callback, Channel, Contact, Effect, Execution, Flow, FlowKind, LexResult, Library,
    Metrics, Outcome, QueueRef, Reply, RequestKind, STEP_BUDGET, Transfer, WaitEvent,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::samples::{EVENTS, TYPES, parameters};

/// Words that the parser looks for, so that random JSON gets past the first check.
const KEYS: [&str; 110] = [
    "Version",
    "StartAction",
    "Actions",
    "Metadata",
    "Identifier",
    "Type",
    "Parameters",
    "Transitions",
    "NextAction",
    "Errors",
    "Conditions",
    "Condition",
    "Operator",
    "Operands",
    "ErrorType",
    "Text",
    "SSML",
    "PromptId",
    "Media",
    "Uri",
    "StoreInput",
    "InputValidation",
    "CustomValidation",
    "PhoneNumberValidation",
    "MaximumLength",
    "DTMFConfiguration",
    "InputTerminationSequence",
    "LexV2Bot",
    "AliasArn",
    "LambdaFunctionARN",
    "LoopCount",
    "ComparisonValue",
    "Attributes",
    "FlowAttributes",
    "Value",
    "QueueId",
    "ContactFlowId",
    "FlowModuleId",
    "RecordingBehavior",
    "RecordedParticipants",
    "EventHooks",
    "MetricType",
    "AgentId",
    "AttributeCondition",
    "AttributeName",
    "CallbackNumber",
    "CallerId",
    "CaseId",
    "CaseRequestFields",
    "CaseTemplateId",
    "Channel",
    "ChatBehavior",
    "ChatProcessor",
    "CheckVoiceIdOption",
    "CognitoConfiguration",
    "ContactFlowArn",
    "ContentType",
    "DataTableId",
    "DataTableUpsertAttributes",
    "DelaySeconds",
    "DestinationEndpoint",
    "EmailBehavior",
    "EmailMessage",
    "Events",
    "Expression",
    "FromEmailAddress",
    "InitialCallDelaySeconds",
    "InterruptFrequencySeconds",
    "InvocationTimeLimitSeconds",
    "MaximumConnectionAttempts",
    "MediaDirections",
    "MediaStreamingState",
    "Messages",
    "Name",
    "Number",
    "Participants",
    "PreviousContactParticipantState",
    "PrimaryKeyGroups",
    "PrimaryValues",
    "ProcessingEnabled",
    "ProcessingTimeoutSeconds",
    "ProfileRequestData",
    "ProfileResponseData",
    "Queries",
    "QueryName",
    "References",
    "RehydrationType",
    "Result",
    "ResultData",
    "RetryDelaySeconds",
    "RoutingCriteria",
    "ScheduledTime",
    "ScreenRecordingBehavior",
    "SourceEndpoint",
    "Steps",
    "TagKeys",
    "Tags",
    "TaskTemplateId",
    "ThirdPartyDTMFDigits",
    "ThirdPartyPhoneNumber",
    "TimeLimitSeconds",
    "ViewData",
    "ViewResource",
    "VoiceBehavior",
    "VoiceRecordingBehavior",
    "WisdomAssistantArn",
    "WisdomSessionArn",
    "AndExpression",
    "OrExpression",
    "AnalyticsBehavior",
];
const WORDS: [&str; 14] = [
    "a",
    "b",
    "c",
    "",
    "$end",
    "1",
    "101",
    "True",
    "Equals",
    "#",
    "$.Attributes.x",
    "$.External.a.b",
    "flow/main",
    "2019-10-30",
];

fn any_text() -> impl Strategy<Value = String> {
    let word =
        |words: &'static [&'static str]| proptest::sample::select(words).prop_map(str::to_owned);
    prop_oneof![word(&TYPES), word(&WORDS), "\\PC{0,12}"]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        proptest::num::f64::NORMAL.prop_map(Value::from),
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 6, |inner| {
        let key = prop_oneof![
            4 => proptest::sample::select(&KEYS[..]).prop_map(str::to_owned),
            1 => any_text(),
        ];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::vec((key, inner), 0..8)
                .prop_map(|it| Value::Object(it.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

prop_compose! {
    fn any_action()(
        type_name in proptest::sample::select(&TYPES[..]),
        targets in proptest::collection::vec(0_usize..9, 5),
    ) -> (&'static str, Vec<usize>) {
        (type_name, targets)
    }
}

/// A flow whose branches lead anywhere, some to nowhere.
fn any_flow() -> impl Strategy<Value = Value> {
    proptest::collection::vec(any_action(), 1..8).prop_map(|actions| {
        let target = |at: usize| if at < actions.len() { format!("{at}") } else { String::new() };
        let action = |(id, (type_name, targets)): (usize, &(&str, Vec<usize>))| {
            json!({
                "Identifier": target(id), "Type": type_name, "Parameters": parameters(type_name),
                "Transitions": {
                    "NextAction": target(targets[0]),
                    "Errors": [
                        { "ErrorType": "NoMatchingError", "NextAction": target(targets[1]) },
                        { "ErrorType": "NoMatchingCondition", "NextAction": target(targets[2]) },
                    ],
                    "Conditions": [
                        { "NextAction": target(targets[3]),
                          "Condition": { "Operator": "Equals", "Operands": ["ContinueLooping"] } },
                        { "NextAction": target(targets[4]),
                          "Condition": { "Operator": "Equals", "Operands": ["1"] } },
                    ],
                },
            })
        };
        let actions: Vec<_> = actions.iter().enumerate().map(action).collect();
        json!({ "Version": "2019-10-30", "StartAction": "0", "Actions": actions })
    })
}

fn any_reply() -> impl Strategy<Value = Reply> {
    let error = prop_oneof![
        4 => Just(None),
        1 => proptest::sample::select(&RequestKind::ALL[..])
            .prop_map(|it| it.errors().first().map(|it| (*it).to_owned())),
        1 => any_text().prop_map(Some),
    ];
    let result = prop_oneof![Just(None), any_text().prop_map(Some)];
    let data = proptest::collection::vec((any_text(), any_json()), 0..3);
    (result, error, data).prop_map(|(result, error, data)| Reply {
        result,
        error,
        data: data.into_iter().collect(),
    })
}

fn any_outcome() -> impl Strategy<Value = Outcome> {
    let lex = LexResult { intent_name: "1".to_owned(), ..LexResult::default() };
    prop_oneof![
        20 => Just(Outcome::Done),
        5 => "[0-9*# ]{0,22}".prop_map(Outcome::Digits),
        5 => Just(Outcome::NoInput),
        5 => Just(Outcome::BotDone(Box::new(lex))),
        5 => any_json().prop_map(Outcome::FunctionReply),
        5 => any::<bool>().prop_map(Outcome::Open),
        5 => any::<Option<u64>>().prop_map(|it| {
            Outcome::Metrics(Metrics { agents_staffed: it, ..Metrics::default() })
        }),
        5 => Just(Outcome::AtCapacity),
        5 => Just(Outcome::Interrupted),
        2 => Just(Outcome::Happened(WaitEvent::CustomerReturned)),
        2 => Just(Outcome::NoParticipant),
        3 => Just(Outcome::CallFailed),
        3 => Just(Outcome::TimedOut),
        2 => Just(Outcome::CallStatus(CallStatus::VoicemailBeep)),
        2 => Just(Outcome::NotDialable),
        10 => any_reply().prop_map(Outcome::Replied),
        5 => Just(Outcome::Failed),
        1 => Just(Outcome::HungUp),
    ]
}

/// What agents do, more often than not.
fn any_turn() -> impl Strategy<Value = Outcome> {
    let transfer = prop_oneof![
        Just(Transfer::Queue("q".to_owned())),
        Just(Transfer::Flow("flow/main".to_owned())),
        any_text().prop_map(Transfer::Flow),
    ];
    prop_oneof![
        10 => any_outcome(),
        10 => Just(Outcome::Done),
        10 => Just(Outcome::AgentAnswers(Box::default())),
        5 => Just(Outcome::AgentHolds),
        3 => Just(Outcome::AgentResumes),
        2 => transfer.prop_map(Outcome::AgentTransfers),
        1 => Just(Outcome::AgentHangsUp),
        1 => Just(Outcome::Stays),
    ]
}

proptest! {
    #[test]
    fn any_text_is_answered(text in "\\PC*") {
        let _ = Flow::parse(&text);
    }

    #[test]
    fn any_json_is_answered_and_kept(json in any_json()) {
        if let Ok(flow) = Flow::read(&json.to_string()) {
            prop_assert_eq!(flow.to_json().to_string(), json.to_string());
        }
    }

    #[test]
    fn any_parameters_are_answered(
        type_name in proptest::sample::select(&TYPES[..]),
        parameters in any_json(),
    ) {
        let action = json!({ "Identifier": "a", "Type": type_name, "Parameters": parameters });
        let _ = Flow::parse(&json!({ "StartAction": "a", "Actions": [action] }).to_string());
    }

    #[test]
    fn any_flow_is_written_back_as_it_was_read(
        flow in any_flow(),
        rest in any_json(),
        at in 0_usize..4,
        place in proptest::num::f64::NORMAL,
    ) {
        let mut entries: Vec<(String, Value)> = match flow {
            Value::Object(object) => object.into_iter().collect(),
            other => panic!("{other}"),
        };
        entries.insert(at.min(entries.len()), ("Later".to_owned(), rest));
        entries.push(("Metadata".to_owned(), json!({ "entryPointPosition": { "x": place } })));
        let text = Value::Object(entries.into_iter().collect()).to_string();
        let flow = Flow::read(&text).unwrap();
        prop_assert_eq!(flow.to_json().to_string(), text);
    }

    #[test]
    fn any_flow_is_explored_to_the_end(main in any_flow(), module in any_flow()) {
        let mut library = Library::new();
        library.insert("flow/main", FlowKind::Flow, "main", Flow::read(&main.to_string()).unwrap());
        let module = Flow::read(&module.to_string()).unwrap();
        library.insert("module/main", FlowKind::Module, "module", module);
        let options = Options { most_states: 300, ..Options::default() };
        for entry in ["flow/main", "module/main"] {
            let report = explore(&library, entry, &options).unwrap();
            prop_assert_eq!(&report, &explore(&library, entry, &options).unwrap(), "the same again");
            for (flow, actions) in &report.reached {
                let flow = &library.get(flow).unwrap().flow;
                prop_assert!(actions.iter().all(|it| flow.action(it).is_some()));
            }
            for ending in report.endings.iter().filter(|it| it.kind != EndKind::HungUp) {
                let last = ending.story.steps.last().unwrap();
                prop_assert_eq!(&last.action, &ending.action, "a story ends where the call ends");
            }
        }
    }

    #[test]
    fn any_flow_ends_or_waits(
        main in any_flow(),
        module in any_flow(),
        outcomes in proptest::collection::vec(any_outcome(), 0..60),
        seed in any::<u64>(),
        channel in proptest::sample::select(vec![Channel::Voice, Channel::Chat, Channel::Email]),
    ) {
        let mut library = Library::new();
        let main = Flow::parse(&main.to_string()).unwrap();
        let module = Flow::parse(&module.to_string()).unwrap();
        library.insert("flow/main", FlowKind::Flow, "main", main);
        library.insert("module/main", FlowKind::Module, "module", module);
        let contact = Contact {
            seed,
            channel,
            previous_contact_id: Some("before".to_owned()),
            ..Contact::default()
        };
        let call = Execution::start(&library, "flow/main", contact).unwrap();
        gets_somewhere(&library, call, outcomes)?;
    }

    #[test]
    fn any_life_ends_or_waits(
        flows in proptest::collection::vec(any_flow(), EVENTS.len()),
        module in any_flow(),
        outcomes in proptest::collection::vec(any_turn(), 0..80),
        callback in proptest::option::of((any::<bool>(), any::<bool>(), 0_u64..3)),
        whispers in any::<bool>(),
    ) {
        let mut library = Library::new();
        let main = json!({ "StartAction": "0", "Actions": [
            { "Identifier": "0", "Type": "TransferContactToQueue" },
        ] });
        library.insert("flow/main", FlowKind::Flow, "main", Flow::parse(&main.to_string()).unwrap());
        let module = Flow::parse(&module.to_string()).unwrap();
        library.insert("module/main", FlowKind::Module, "module", module);
        let queue = QueueRef { arn: "q".to_owned(), name: String::new() };
        let mut contact = Contact { target_queue: Some(queue.clone()), ..Contact::default() };
        for (event, flow) in EVENTS.iter().zip(&flows) {
            let arn = format!("flow/{event}");
            let flow = Flow::parse(&flow.to_string()).unwrap();
            library.insert(arn.clone(), FlowKind::Flow, *event, flow);
            contact.event_hooks.insert((*event).to_owned(), arn);
        }
        if whispers {
            library.set_outbound_whisper("q", "flow/CustomerWhisper");
        }
        let mut call = match callback {
            None => Execution::start(&library, "flow/main", contact).unwrap(),
            Some((agent_first, has_flow, attempts)) => {
                let callback = Callback {
                    queue,
                    number: None,
                    delay: Duration::ZERO,
                    retry_after: Duration::ZERO,
                    attempts,
                    flow: has_flow.then(|| "flow/main".to_owned()),
                    caller_id: None,
                    agent_first,
                };
                Execution::call_back(&library, &callback, contact).unwrap()
            }
        };
        call.name_contacts((0..5).map(|it| it.to_string()));
        gets_somewhere(&library, call, outcomes)?;
    }
}

/// Hands a call the outcomes, and sees that each is taken for good or changes nothing.
fn gets_somewhere(
    library: &Library,
    mut call: Execution,
    outcomes: Vec<Outcome>,
) -> Result<(), TestCaseError> {
    let mut again = call.clone();
    let mut ended = None;
    for outcome in std::iter::once(Outcome::Done).chain(outcomes) {
        let before = call.clone();
        let taken = call.step(library, outcome.clone());
        prop_assert_eq!(&again.step(library, outcome), &taken, "the same again");
        let Ok(step) = taken else {
            prop_assert_eq!(&call, &before, "a refused outcome changes nothing");
            continue;
        };
        // A module that returns leaves two actions behind at once.
        prop_assert!(step.trail.len() <= 2 * STEP_BUDGET);
        if let Some(end) = &ended {
            prop_assert_eq!(&step.effect, end);
        }
        let mut default = call.clone();
        let answer = step.effect.default_outcome();
        prop_assert!(default.step(library, answer).is_ok(), "a default outcome is one");
        if let Effect::End(_) = &step.effect {
            ended = Some(step.effect);
        }
        serde_json::to_string(&call).unwrap();
    }
    Ok(())
}
