//! Where branches lead, whatever a caller does.

use std::collections::BTreeSet;

use connect_flow::{Action, Flow};

/// The actions that branches lead to from where the flow starts.
pub(super) fn reachable(flow: &Flow) -> BTreeSet<&str> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&Action> = flow.start().into_iter().collect();
    while let Some(action) = next.pop() {
        if reached.insert(action.identifier()) {
            next.extend(action.transitions().targets().filter_map(|it| flow.action(it)));
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(actions: &str) -> Flow {
        let json =
            format!(r#"{{ "Version": "2019-10-30", "StartAction": "a", "Actions": [{actions}] }}"#);
        Flow::read(&json).unwrap()
    }

    #[test]
    fn circles_and_branches_to_nowhere_are_walked_once() {
        let flow = flow(
            r#"{ "Identifier": "a", "Type": "X", "Transitions": { "NextAction": "b",
                 "Errors": [{ "ErrorType": "NoMatchingError", "NextAction": "gone" }] } },
               { "Identifier": "b", "Type": "X", "Transitions": { "NextAction": "a" } },
               { "Identifier": "island", "Type": "X", "Transitions": { "NextAction": "a" } }"#,
        );
        assert_eq!(reachable(&flow), BTreeSet::from(["a", "b"]));
    }

    #[test]
    fn a_flow_without_a_start_reaches_nothing() {
        let json = r#"{ "Version": "2019-10-30", "StartAction": "", "Actions": [
                        { "Identifier": "a", "Type": "X" }] }"#;
        assert_eq!(reachable(&Flow::read(json).unwrap()), BTreeSet::new());
    }
}
