//! Any text is a flow or an error, and a flow is written back as it was read.
#![no_main]

use connect_flow::Flow;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(flow) = Flow::read(text) else { return };
    let read: serde_json::Value = serde_json::from_str(text).expect("a flow is JSON");
    assert_eq!(flow.to_json(), read);
    let _ = flow.defects();
});
