//! How many ordinary actions the interpreter runs a second, on one core.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a bench may panic")]

use connect_flow::{Contact, Effect, End, Execution, Flow, FlowKind, Library, Outcome};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use serde_json::{Value, json};

/// Rounds of the flow's loop.
const ROUNDS: u64 = 50;

fn action(id: &str, type_name: &str, parameters: &Value, next: &str) -> Value {
    json!({
        "Identifier": id, "Type": type_name, "Parameters": parameters,
        "Transitions": {
            "NextAction": next,
            "Errors": [{ "ErrorType": "NoMatchingError", "NextAction": "bye" }],
        },
    })
}

fn choice(
    id: &str,
    type_name: &str,
    parameters: &Value,
    branches: &[(&str, &str)],
    else_: &str,
) -> Value {
    let conditions: Vec<_> = branches
        .iter()
        .map(|(operand, next)| {
            json!({
                "NextAction": next,
                "Condition": { "Operator": "Equals", "Operands": [operand] },
            })
        })
        .collect();
    json!({
        "Identifier": id, "Type": type_name, "Parameters": parameters,
        "Transitions": {
            "NextAction": else_,
            "Conditions": conditions,
            "Errors": [{ "ErrorType": "NoMatchingCondition", "NextAction": else_ }],
        },
    })
}

/// What flows are mostly made of: prompts, attributes, comparisons, a function, a loop.
fn flow() -> Flow {
    let actions = [
        action(
            "log",
            "UpdateFlowLoggingBehavior",
            &json!({ "FlowLoggingBehavior": "Enabled" }),
            "voice",
        ),
        action(
            "voice",
            "UpdateContactTextToSpeechVoice",
            &json!({ "TextToSpeechVoice": "Joanna" }),
            "look-up",
        ),
        action(
            "look-up",
            "InvokeLambdaFunction",
            &json!({
                "LambdaFunctionARN": "arn:aws:lambda:us-east-1:000000000000:function:look-up",
                "InvocationTimeLimitSeconds": "8",
                "LambdaInvocationAttributes": { "number": "$.CustomerEndpoint.Address" },
            }),
            "round",
        ),
        choice(
            "round",
            "Loop",
            &json!({ "LoopCount": ROUNDS.to_string() }),
            &[("ContinueLooping", "note"), ("DoneLooping", "bye")],
            "bye",
        ),
        action(
            "note",
            "UpdateContactAttributes",
            &json!({
                "Attributes": { "tier": "$.External.tier", "greeted": "yes" },
            }),
            "tier",
        ),
        choice(
            "tier",
            "Compare",
            &json!({ "ComparisonValue": "$.Attributes.tier" }),
            &[("silver", "bye"), ("gold", "greet")],
            "bye",
        ),
        action(
            "greet",
            "MessageParticipant",
            &json!({ "Text": "Hello $.External.name." }),
            "channel",
        ),
        choice(
            "channel",
            "Compare",
            &json!({ "ComparisonValue": "$.Channel" }),
            &[("CHAT", "bye"), ("VOICE", "keep")],
            "bye",
        ),
        action(
            "keep",
            "UpdateFlowAttributes",
            &json!({
                "FlowAttributes": { "round": { "Value": "again" } },
            }),
            "round",
        ),
        json!({ "Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {} }),
    ];
    let json = json!({ "Version": "2019-10-30", "StartAction": "log", "Actions": actions });
    Flow::parse(&json.to_string()).unwrap()
}

/// Takes a call to its end; gives how many actions ran.
fn call(library: &Library, mut execution: Execution) -> u64 {
    let mut actions = 0;
    let mut outcome = Outcome::Done;
    loop {
        let step = execution.step(library, outcome).unwrap();
        actions += step.trail.len() as u64;
        outcome = match step.effect {
            Effect::End(End::Disconnected) => return actions,
            Effect::End(other) => panic!("{other:?}"),
            Effect::InvokeFunction { .. } => {
                Outcome::FunctionReply(json!({ "tier": "gold", "name": "Ann" }))
            }
            _ => Outcome::Done,
        };
    }
}

fn interpreter(criterion: &mut Criterion) {
    let entry = "arn:aws:connect:us-east-1:000000000000:instance/i/contact-flow/f";
    let mut library = Library::new();
    library.insert(entry, FlowKind::Flow, "bench", flow());
    let start = || Execution::start(&library, entry, Contact::default()).unwrap();
    let actions = call(&library, start());
    let mut group = criterion.benchmark_group("interpreter");
    group.throughput(Throughput::Elements(actions));
    group.bench_function("ordinary actions", |bench| {
        bench.iter_batched(start, |execution| call(&library, execution), BatchSize::SmallInput);
    });
    group.finish();
}

criterion_group!(benches, interpreter);
criterion_main!(benches);
