//! Whatever flow there is, something can be said of it.

use connect_flow::lint::{RULES, Subject, Surroundings, allowed, lint};
use connect_flow::{Flow, FlowKind, FlowType, Library, SPECS};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Keys and words that rules look at.
const KEYS: [&str; 34] = [
    "Text",
    "SSML",
    "PromptId",
    "Media",
    "Messages",
    "StoreInput",
    "InputTimeLimitSeconds",
    "LexV2Bot",
    "AliasArn",
    "LexTimeoutSeconds",
    "LambdaFunctionARN",
    "InvocationTimeLimitSeconds",
    "InvocationType",
    "ContactFlowId",
    "FlowModuleId",
    "QueueId",
    "LoopCount",
    "ComparisonValue",
    "RecordingBehavior",
    "RecordedParticipants",
    "IVRRecordingBehavior",
    "VoiceBehavior",
    "VoiceRecordingBehavior",
    "LanguageCode",
    "EventHooks",
    "CustomerQueue",
    "Tags",
    "Attributes",
    "MetricType",
    "TimeLimitSeconds",
    "CallbackNumber",
    "Annotations",
    "content",
    "actionId",
];
const WORDS: [&str; 26] = [
    "",
    "0",
    "1",
    "2",
    "9",
    "300",
    "True",
    "False",
    "Enabled",
    "Customer",
    "SYNCHRONOUS",
    "en-US",
    "ja-JP",
    "flow/1",
    "module/2",
    "arn:aws:connect:us-east-1:000000000000:instance/i/queue/q",
    "arn:aws:lex",
    "arn:",
    "$.Attributes.x",
    "$.Atributes.['x",
    "$.",
    "${X}",
    "%x% <<y>>",
    "<speak>a & b<break time='20s'/><x></speak>",
    "<speak>$.Attributes.x</speak>",
    "callwright: allow long-prompt, nothing because of it",
];
const ERRORS: [&str; 5] = [
    "NoMatchingError",
    "NoMatchingCondition",
    "InputTimeLimitExceeded",
    "QueueAtCapacity",
    "Nothing",
];
const OPERATORS: [&str; 4] = ["Equals", "NumberLessThan", "NumberGreaterThan", "NumericLess"];

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![4 => proptest::sample::select(&WORDS[..]).prop_map(str::to_owned), 1 => "\\PC{0,20}"]
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        6 => any_text().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            any_object(inner),
        ]
    })
}

fn any_object(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    let key = proptest::sample::select(&KEYS[..]).prop_map(str::to_owned);
    proptest::collection::vec((key, value), 0..5)
        .prop_map(|it| Value::Object(it.into_iter().collect::<Map<_, _>>()))
}

prop_compose! {
    fn any_action()(
        row in 0..SPECS.len(),
        known in proptest::bool::weighted(0.95),
        parameters in any_object(any_value()),
        targets in proptest::collection::vec(0..8_usize, 4),
        error in proptest::sample::select(&ERRORS[..]),
        operator in proptest::sample::select(&OPERATORS[..]),
        operand in any_text(),
    ) -> (Value, Vec<usize>) {
        let type_name = if known { SPECS[row].type_name } else { "Mesage" };
        let action = json!({ "Type": type_name, "Parameters": parameters, "Transitions": {
            "Errors": [{ "ErrorType": error }, { "ErrorType": "NoMatchingError" }],
            "Conditions": [{ "Condition": { "Operator": operator, "Operands": [operand] } }],
        } });
        (action, targets)
    }
}

fn any_flow() -> impl Strategy<Value = Value> {
    (proptest::collection::vec(any_action(), 0..8), any_object(any_value())).prop_map(
        |(actions, metadata)| {
            let actions: Vec<_> = actions
                .into_iter()
                .enumerate()
                .map(|(id, (mut action, targets))| {
                    let to = |at: usize| json!(targets[at].to_string());
                    // Every eighth is called as the one before it.
                    let id = if id == 7 { 6 } else { id };
                    action["Identifier"] = json!(id.to_string());
                    let transitions = &mut action["Transitions"];
                    transitions["NextAction"] = to(0);
                    transitions["Errors"][0]["NextAction"] = to(1);
                    transitions["Errors"][1]["NextAction"] = to(2);
                    transitions["Conditions"][0]["NextAction"] = to(3);
                    action
                })
                .collect();
            json!({ "StartAction": "0", "Metadata": metadata, "Actions": actions })
        },
    )
}

proptest! {
    #[test]
    fn any_flow_is_judged(
        flows in proptest::collection::vec(any_flow(), 1..4),
        flow_type in proptest::sample::select(&FlowType::ALL[..]),
        known: bool,
    ) {
        let mut library = Library::new();
        for (at, flow) in flows.iter().enumerate() {
            let flow = Flow::read(&flow.to_string()).unwrap();
            let (arn, kind) = match at {
                2 => (format!("module/{at}"), FlowKind::Module),
                _ => (format!("flow/{at}"), FlowKind::Flow),
            };
            library.insert(arn.clone(), kind, arn, flow);
        }
        for entry in library.entries() {
            let subject = Subject {
                flow: &entry.flow,
                flow_type,
                flow_type_known: known,
                characters: Some(100),
                library: &library,
                library_is_complete: known,
                surroundings: &Surroundings::default(),
            };
            let findings = lint(&subject);
            prop_assert_eq!(&findings, &lint(&subject), "the same again");
            let allowed = allowed(&entry.flow);
            for finding in &findings {
                let rule = RULES.iter().find(|it| it.id == finding.rule);
                prop_assert!(rule.is_some_and(|it| finding.severity <= it.severity), "{:?}", finding);
                prop_assert!(!finding.message.is_empty() && !finding.message.ends_with('.'));
                prop_assert!(!finding.message.contains('\n') || finding.message.contains('`'));
                if let Some(action) = &finding.action {
                    prop_assert!(entry.flow.action(action).is_some() || finding.rule == "unknown-rule");
                }
                allowed.covers(finding);
            }
        }
    }
}
