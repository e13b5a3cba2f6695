//! How often a waiting caller may be moved.

use super::Finding;
use super::case::Case;
use super::graph::shortest;
use super::rule::QUEUE_CHAIN;

/// Most contacts in a chain: each move to another queue makes a new one.
///
/// Source: Amazon Connect Administrator Guide, "Manage contacts in a queue".
const LONGEST_CHAIN: usize = 12;

/// Types that can tell how often the caller was moved, or that let the caller decide.
const DECIDE: [&str; 4] =
    ["CheckMetricData", "Compare", "ConnectParticipantWithLexBot", "GetParticipantInput"];

/// A move from queue to queue that nothing on the way to it can stop.
pub(super) fn chain(case: &Case<'_>, findings: &mut Vec<Finding>) {
    let graph = &case.graph;
    let decides = |at: usize| graph.action(at).is_some_and(|it| DECIDE.contains(&it.type_name()));
    let leads_to = |at: usize| graph.ways(at).iter().map(|it| it.to);
    for action in graph.reached().filter(|it| it.type_name() == "DequeueContactAndTransferToQueue")
    {
        let way = shortest(graph.start(), leads_to, decides, |it| it == action.position);
        if let Some(way) = way {
            let message = format!(
                "nothing on the way {} tells how often the caller was moved, and Connect moves nobody more than {} times",
                graph.shown(&way),
                LONGEST_CHAIN - 1
            );
            findings.push(Finding::of(&QUEUE_CHAIN, action, "", message));
        }
    }
}
