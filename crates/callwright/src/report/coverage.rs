//! How much of the flows calls took, as a person reads it.

use std::fmt::Write as _;

use super::human::{BAD, BOLD, QUIET, WARNING};
use crate::coverage::{Count, Coverage, FlowCoverage, NotTaken, Shortfall};

/// Which calls were played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All that the project has.
    All,
    /// Those that were asked for.
    Some,
}

/// A table of the flows, with ANSI styles.
pub(crate) fn table(coverage: &Coverage, calls: usize, extent: Extent) -> String {
    let these = match (extent, calls) {
        (Extent::All, 1) => "1 call".to_owned(),
        (Extent::All, _) => format!("{calls} calls"),
        (Extent::Some, 1) => "this 1 call alone".to_owned(),
        (Extent::Some, _) => format!("these {calls} calls alone"),
    };
    let all = FlowCoverage {
        flow: "all".to_owned(),
        actions: coverage.actions,
        branches: coverage.branches,
        not_taken: Vec::new(),
    };
    let rows = || coverage.flows.iter().chain([&all]);
    let width = |of: &dyn Fn(&FlowCoverage) -> String| {
        rows().map(|it| of(it).chars().count()).max().unwrap_or_default()
    };
    let actions = |it: &FlowCoverage| count(it.actions);
    let branches = |it: &FlowCoverage| count(it.branches);
    let (names, many, most) = (width(&|it| it.flow.clone()), width(&actions), width(&branches));
    let mut out = format!("{BOLD}Coverage by {these}{BOLD:#}\n");
    for row in rows() {
        let (flow, actions, branches) = (&row.flow, actions(row), branches(row));
        // Writing to a `String` cannot fail.
        let _ =
            write!(out, "  {flow:names$}  actions {actions:>many$}  branches {branches:>most$}");
        if std::ptr::eq(row, &raw const all) {
            let (actions, branches) = (all.actions.percent(), all.branches.percent());
            let _ = write!(out, "  {QUIET}({actions} % and {branches} %){QUIET:#}");
        }
        out.push('\n');
    }
    out
}

fn count(Count { taken, of }: Count) -> String {
    format!("{taken}/{of}")
}

/// Everything that was not taken, one on a line; empty when there is nothing.
pub(crate) fn not_taken(coverage: &Coverage) -> String {
    let mut out = String::new();
    for FlowCoverage { flow, not_taken, .. } in &coverage.flows {
        for NotTaken { action, branch } in not_taken {
            let what = branch.as_deref().unwrap_or("never runs");
            let _ = writeln!(out, "  {flow}: {action}: {WARNING}{what}{WARNING:#}");
        }
    }
    if out.is_empty() { out } else { format!("{BOLD}Not taken{BOLD:#}\n{out}") }
}

/// That too little was taken.
pub(crate) fn shortfall(shortfall: &Shortfall) -> String {
    format!("{BAD}FAIL{BAD:#} {shortfall}\n")
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn plain(styled: &str, text: &Expect) {
        text.assert_eq(&anstream::adapter::strip_str(styled).to_string());
    }

    fn flow(
        flow: &str,
        actions: Count,
        branches: Count,
        not_taken: &[(&str, &str)],
    ) -> FlowCoverage {
        let not_taken = not_taken.iter().map(|(action, branch)| NotTaken {
            action: (*action).to_owned(),
            branch: Some((*branch).to_owned()).filter(|it| !it.is_empty()),
        });
        FlowCoverage { flow: flow.to_owned(), actions, branches, not_taken: not_taken.collect() }
    }

    fn coverage() -> Coverage {
        let count = |taken, of| Count { taken, of };
        Coverage {
            actions: count(18, 19),
            branches: count(98, 113),
            flows: vec![
                flow("bye", count(1, 2), count(0, 13), &[("say", ""), ("end", "Equals 1")]),
                flow("greeting", count(17, 17), count(98, 100), &[("ask", "NoMatchingError")]),
            ],
        }
    }

    #[test]
    fn the_table_lines_up() {
        plain(
            &table(&coverage(), 25, Extent::All),
            &expect![[r#"
                Coverage by 25 calls
                  bye       actions   1/2  branches   0/13
                  greeting  actions 17/17  branches 98/100
                  all       actions 18/19  branches 98/113  (94 % and 86 %)
            "#]],
        );
    }

    #[test]
    fn a_table_of_few_calls_says_so() {
        let head =
            |calls, extent| table(&coverage(), calls, extent).lines().next().map(str::to_owned);
        plain(&head(1, Extent::Some).unwrap(), &expect!["Coverage by this 1 call alone"]);
        plain(&head(2, Extent::Some).unwrap(), &expect!["Coverage by these 2 calls alone"]);
        plain(&head(1, Extent::All).unwrap(), &expect!["Coverage by 1 call"]);
    }

    #[test]
    fn what_was_not_taken_is_listed_with_its_flow() {
        plain(
            &not_taken(&coverage()),
            &expect![[r#"
                Not taken
                  bye: say: never runs
                  bye: end: Equals 1
                  greeting: ask: NoMatchingError
            "#]],
        );
    }

    #[test]
    fn where_all_was_taken_there_is_no_list() {
        let none = Coverage { flows: Vec::new(), ..coverage() };
        assert_eq!(not_taken(&none), "");
    }

    #[test]
    fn too_little_is_a_failure() {
        let count = Count { taken: 98, of: 113 };
        plain(
            &shortfall(&Shortfall { kind: "branches", count, minimum: 95 }),
            &expect![[r#"
                FAIL 98 of 113 branches taken, 86 %; 95 % are asked for
            "#]],
        );
    }
}
