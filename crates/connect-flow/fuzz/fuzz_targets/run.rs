//! Any flow times any sequence of outcomes ends or waits: it neither panics nor spins.
//!
//! The input is a flow, then a zero byte, then one byte for each outcome. A flow alone is given
//! every outcome in turn.
#![no_main]

use connect_flow::{
    CallStatus, Contact, Effect, Execution, Flow, FlowKind, LexResult, Library, Metrics, Outcome,
    Reply, STEP_BUDGET, Transfer, WaitEvent,
};
use libfuzzer_sys::fuzz_target;
use serde_json::json;

/// Most outcomes that a flow without any is given.
const TURNS: u8 = 64;

fn outcome(byte: u8) -> Outcome {
    let named = |error: Option<&str>| Reply {
        result: Some("1".to_owned()),
        error: error.map(str::to_owned),
        ..Reply::default()
    };
    match byte % 27 {
        0 | 1 => Outcome::Done,
        2 => Outcome::Digits(char::from(b'0' + byte % 10).to_string()),
        3 => Outcome::NoInput,
        4 => Outcome::BotDone(Box::new(LexResult::default())),
        5 => Outcome::FunctionReply(json!({ "a": "b" })),
        6 => Outcome::FunctionReply(json!([byte])),
        7 => Outcome::Open(byte > 127),
        8 => Outcome::Metrics(Metrics { agents_staffed: Some(byte.into()), ..Metrics::default() }),
        9 => Outcome::AtCapacity,
        10 => Outcome::Failed,
        11 => Outcome::Interrupted,
        12 => Outcome::Happened(WaitEvent::CustomerReturned),
        13 => Outcome::NoParticipant,
        14 => Outcome::CallFailed,
        15 => Outcome::TimedOut,
        16 => Outcome::CallStatus(CallStatus::VoicemailBeep),
        17 => Outcome::NotDialable,
        18 => Outcome::Replied(named(None)),
        19 => Outcome::Replied(named(Some("NoneFoundError"))),
        20 => Outcome::AgentAnswers(Box::default()),
        21 => Outcome::AgentHolds,
        22 => Outcome::AgentResumes,
        23 => Outcome::AgentTransfers(Transfer::Flow("flow".to_owned())),
        24 => Outcome::AgentTransfers(Transfer::Queue("queue".to_owned())),
        25 => Outcome::AgentHangsUp,
        _ => Outcome::Stays,
    }
}

/// The events of a contact's life; at each the flow itself begins.
const HOOKS: [&str; 6] = [
    "CustomerQueue",
    "AgentWhisper",
    "CustomerWhisper",
    "CustomerHold",
    "AgentHold",
    "CustomerRemaining",
];

fuzz_target!(|data: &[u8]| {
    let mut parts = data.splitn(2, |it| *it == 0);
    let Some(Ok(text)) = parts.next().map(std::str::from_utf8) else { return };
    let Ok(flow) = Flow::read(text) else { return };
    let outcomes: Vec<u8> = parts.next().map_or_else(|| (0..TURNS).collect(), <[u8]>::to_vec);

    let mut library = Library::new();
    library.insert("module", FlowKind::Module, "module", flow.clone());
    library.insert("flow", FlowKind::Flow, "flow", flow);
    let event_hooks = HOOKS.map(|it| (it.to_owned(), "flow".to_owned())).into();
    let contact = Contact { event_hooks, ..Contact::default() };
    let Ok(mut call) = Execution::start(&library, "flow", contact) else { return };
    let _ = call.step(&library, Outcome::Done);
    for byte in outcomes {
        // What the flow makes of it first, then what the bytes say.
        let sensible = call.waiting_for().map(Effect::default_outcome);
        for outcome in [Some(outcome(byte)), sensible].into_iter().flatten() {
            if let Ok(step) = call.step(&library, outcome) {
                assert!(step.trail.len() <= 2 * STEP_BUDGET);
            }
        }
    }
});
