//! What makes menus hard to use.

use std::collections::BTreeSet;

use super::Finding;
use super::case::Case;
use super::rule::MENU_TOO_LONG;
use crate::action::Action;

/// Most options that people keep in mind while they listen.
const MOST_OPTIONS: usize = 5;

/// A menu with more options than people keep in mind.
pub(super) fn menu(case: &Case<'_>, action: &Action, findings: &mut Vec<Finding>) {
    if !case.voice || action.type_name() != "GetParticipantInput" {
        return;
    }
    let conditions = action.transitions().conditions.iter();
    let options: BTreeSet<_> =
        conditions.flat_map(|it| &it.operands).map(ToString::to_string).collect();
    if options.len() > MOST_OPTIONS {
        let message =
            format!("the menu has {} options, expected at most {MOST_OPTIONS}", options.len());
        findings.push(Finding::of(&MENU_TOO_LONG, action, "Transitions.Conditions", message));
    }
}
