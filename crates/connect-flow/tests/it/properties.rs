//! Whatever it is fed, the parser answers and the interpreter gets somewhere.

use connect_flow::{
    Contact, Effect, Execution, Flow, FlowKind, LexResult, Library, Metrics, Outcome, STEP_BUDGET,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Types and words that the parser looks for, so that random JSON gets past the first check.
const TYPES: [&str; 28] = [
    "CheckHoursOfOperation",
    "CheckMetricData",
    "Compare",
    "ConnectParticipantWithLexBot",
    "DisconnectParticipant",
    "DistributeByPercentage",
    "EndFlowExecution",
    "EndFlowModuleExecution",
    "GetMetricData",
    "GetParticipantInput",
    "InvokeFlowModule",
    "InvokeLambdaFunction",
    "Loop",
    "MessageParticipant",
    "TransferContactToQueue",
    "TransferToFlow",
    "UpdateContactAttributes",
    "UpdateContactData",
    "UpdateContactEventHooks",
    "UpdateContactRecordingBehavior",
    "UpdateContactRoutingBehavior",
    "UpdateContactTargetQueue",
    "UpdateContactTextToSpeechVoice",
    "UpdateFlowAttributes",
    "UpdateFlowLoggingBehavior",
    "CreateTask",
    "Wait",
    "",
];
const KEYS: [&str; 42] = [
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

/// Parameters under which each type does what it is for.
fn parameters(type_name: &str) -> Value {
    match type_name {
        "CheckMetricData" => json!({ "MetricType": "NumberOfAgentsStaffed" }),
        "Compare" => json!({ "ComparisonValue": "$.Attributes.x" }),
        "ConnectParticipantWithLexBot" => json!({ "LexV2Bot": { "AliasArn": "a" } }),
        "GetParticipantInput" => json!({ "Text": "?", "StoreInput": "True" }),
        "InvokeFlowModule" => json!({ "FlowModuleId": "module/main" }),
        "InvokeLambdaFunction" => json!({ "LambdaFunctionARN": "f" }),
        "Loop" => json!({ "LoopCount": "2" }),
        "MessageParticipant" => json!({ "Text": "$.External.a $.Attributes.x" }),
        "TransferToFlow" => json!({ "ContactFlowId": "flow/main" }),
        "UpdateContactAttributes" => {
            json!({ "Attributes": { "x": "$.Attributes.x$.Attributes.xy" } })
        }
        "UpdateContactEventHooks" => json!({ "EventHooks": { "AgentHold": "f" } }),
        "UpdateContactRecordingBehavior" => {
            json!({ "RecordingBehavior": { "RecordedParticipants": ["Agent"] } })
        }
        "UpdateContactTargetQueue" => json!({ "QueueId": "q" }),
        "UpdateContactTextToSpeechVoice" => json!({ "TextToSpeechVoice": "Lupe" }),
        "UpdateFlowAttributes" => json!({ "FlowAttributes": { "x": { "Value": "y" } } }),
        _ => json!({}),
    }
}

prop_compose! {
    fn any_action()(
        type_name in proptest::sample::select(&TYPES[..TYPES.len() - 1]),
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
        5 => Just(Outcome::Failed),
        1 => Just(Outcome::HungUp),
    ]
}

proptest! {
    #[test]
    fn any_text_is_answered(text in "\\PC*") {
        let _ = Flow::parse(&text);
    }

    #[test]
    fn any_json_is_answered_and_kept(json in any_json()) {
        if let Ok(flow) = Flow::parse(&json.to_string()) {
            prop_assert_eq!(flow.to_json(), json);
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
    fn any_flow_ends_or_waits(
        main in any_flow(),
        module in any_flow(),
        outcomes in proptest::collection::vec(any_outcome(), 0..60),
        seed in any::<u64>(),
    ) {
        let mut library = Library::new();
        let main = Flow::parse(&main.to_string()).unwrap();
        let module = Flow::parse(&module.to_string()).unwrap();
        library.insert("flow/main", FlowKind::Flow, "main", main);
        library.insert("module/main", FlowKind::Module, "module", module);
        let contact = Contact { seed, ..Contact::default() };
        let mut call = Execution::start(&library, "flow/main", contact).unwrap();
        let mut again = call.clone();
        let mut ended = None;
        for outcome in std::iter::once(Outcome::Done).chain(outcomes) {
            let before = call.clone();
            let taken = call.step(&library, outcome.clone());
            prop_assert_eq!(&again.step(&library, outcome), &taken, "the same again");
            let Ok(step) = taken else {
                prop_assert_eq!(&call, &before, "a refused outcome changes nothing");
                continue;
            };
            // A module that returns leaves two actions behind at once.
            prop_assert!(step.trail.len() <= 2 * STEP_BUDGET);
            if let Some(end) = &ended {
                prop_assert_eq!(&step.effect, end);
            }
            if let Effect::End(_) = &step.effect {
                ended = Some(step.effect);
            }
            serde_json::to_string(&call).unwrap();
        }
    }
}
