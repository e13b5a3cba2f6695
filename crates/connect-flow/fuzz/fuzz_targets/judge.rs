//! Any flow can be judged and explored, and exploring it ends.
#![no_main]

use connect_flow::explore::{Options, explore};
use connect_flow::lint::{Subject, Surroundings, lint};
use connect_flow::{Flow, FlowKind, FlowType, Library};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(flow) = Flow::read(text) else { return };
    let mut library = Library::new();
    library.insert("flow", FlowKind::Flow, "flow", flow.clone());
    let _ = lint(&Subject {
        flow: &flow,
        flow_type: flow.flow_type().unwrap_or(FlowType::ContactFlow),
        flow_type_known: flow.flow_type().is_some(),
        characters: Some(text.chars().count()),
        library: &library,
        library_is_complete: false,
        surroundings: &Surroundings::default(),
    });
    let options = Options { most_states: 200, ..Options::default() };
    if let Ok(report) = explore(&library, "flow", &options) {
        let actions = flow.actions().count();
        assert!(report.reached.values().all(|it| it.len() <= actions));
    }
});
