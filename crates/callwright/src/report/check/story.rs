//! The story of a call: what happens in it, step by step.

use std::fmt::Write as _;

use connect_flow::Branch;
use connect_flow::explore::{Story, StoryStep};

use crate::coverage;
use crate::report::plain;

/// Widest column of actions, in characters.
const WIDEST_ACTION: usize = 32;

/// Longest text of what happened, in characters.
const WIDEST_EVENT: usize = 72;

/// The steps worth telling: where something happens, a branch is taken, or a flow begins or ends.
pub(super) fn told(story: &Story) -> impl Iterator<Item = &StoryStep> {
    let last = story.steps.len().saturating_sub(1);
    let mut flow = None;
    story.steps.iter().enumerate().filter_map(move |(position, step)| {
        let enters = flow.replace(&step.flow) != Some(&step.flow);
        let happens = step.happened.is_some() || !is_plain(&step.branch);
        (enters || happens || position == last).then_some(step)
    })
}

/// Whether a branch is the way straight on, which needs no words.
fn is_plain(branch: &Branch) -> bool {
    matches!(branch, Branch::Next | Branch::Terminal | Branch::Entered)
}

/// A story as lines: one a step, and one with the name of a flow before its steps when there are
/// several flows.
pub(super) fn lines(story: &Story) -> Vec<String> {
    let mut flows = story.steps.iter().map(|it| &it.flow);
    let first = flows.next();
    let has_several_flows = flows.any(|it| Some(it) != first);
    let told: Vec<_> = told(story).map(|it| (it, label(&it.action, &it.type_name))).collect();
    let width = told.iter().map(|(_, label)| label.chars().count()).max().unwrap_or(0);
    let mut lines = Vec::new();
    let mut flow = None;
    for (step, label) in told {
        if has_several_flows && flow.replace(&step.flow) != Some(&step.flow) {
            lines.push(format!("in `{}`", plain(&step.flow)));
        }
        let indent = if has_several_flows { "  " } else { "" };
        let mut line = format!("{indent}{label:<width$}");
        // What happened says which branch was taken.
        match &step.happened {
            Some(happened) => {
                let _ = write!(line, "  {}", shortened(happened, WIDEST_EVENT));
            }
            None if is_plain(&step.branch) => {}
            None => {
                let _ = write!(line, "  takes `{}`", plain(coverage::name(&step.branch)));
            }
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// An action as people know it: by the name its author gave, else by its type and the beginning of
/// its id.
fn label(action: &str, type_name: &str) -> String {
    let is_id = action.len() == 36 && action.chars().all(|it| it.is_ascii_hexdigit() || it == '-');
    let name = match action.split_at_checked(8) {
        Some((begin, _)) if is_id => format!("{type_name} {begin}…"),
        _ => action.to_owned(),
    };
    shortened(&name, WIDEST_ACTION)
}

/// A text on one line, cut to so many characters.
fn shortened(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = plain(&text).into_owned();
    if text.chars().count() <= most {
        return text;
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    fn step(flow: &str, action: &str, happened: Option<&str>, branch: Branch) -> StoryStep {
        StoryStep {
            flow: flow.to_owned(),
            action: action.to_owned(),
            type_name: "MessageParticipant".to_owned(),
            happened: happened.map(str::to_owned),
            branch,
        }
    }

    #[test]
    fn what_says_nothing_is_left_out() {
        let story = Story {
            steps: vec![
                step("inbound", "log", None, Branch::Next),
                step("inbound", "voice", None, Branch::Next),
                step(
                    "inbound",
                    "menu",
                    Some("presses 9"),
                    Branch::Error("NoMatchingCondition".to_owned()),
                ),
                step("inbound", "quiet", None, Branch::Condition("Equals 1".to_owned())),
                step("inbound", "end", None, Branch::Terminal),
            ],
        };
        expect![[r"
            log
            menu   presses 9
            quiet  takes `Equals 1`
            end"]]
        .assert_eq(&lines(&story).join("\n"));
    }

    #[test]
    fn what_a_terminal_would_obey_is_not_told() {
        let branch = Branch::Condition("Equals \u{1b}[2J".to_owned());
        let story = Story {
            steps: vec![
                step("in\u{202e}", "me\u{9b}nu", Some("keys\u{1b}]0;x\u{7}"), Branch::Next),
                step("out", "go\u{1b}c", None, branch),
            ],
        };
        let told = lines(&story).join("");
        assert!(!told.chars().any(crate::report::is_hidden), "{told:?}");
    }

    #[test]
    fn flows_are_named_where_there_are_several_and_ids_become_types() {
        let id = "1f2e3d4c-0000-0000-0000-000000000000";
        let story = Story {
            steps: vec![
                step("inbound", id, Some(&"hears words ".repeat(10)), Branch::Next),
                step(
                    "goodbye",
                    "a-name-that-is-longer-than-anybody-would-like",
                    None,
                    Branch::Terminal,
                ),
            ],
        };
        expect![[r#"
            in `inbound`
              MessageParticipant 1f2e3d4c…      hears words hears words hears words hears words hears words hears words…
            in `goodbye`
              a-name-that-is-longer-than-anyb…"#]]
        .assert_eq(&lines(&story).join("\n"));
    }
}
