//! Bad ends of calls that went on in another flow: told once, in the flow where they happen if that
//! flow is checked too.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use connect_flow::explore::{EndKind, Ending};
use connect_flow::lint::Finding;

use super::flow::finding;
use super::{Checked, Diagnostic, Judged, Levels, Place, Spot};

/// The finding for a bad end.
pub(super) fn bad_end(ending: &Ending, path: &str) -> Finding {
    let (rule, what) = if ending.kind == EndKind::Stuck {
        ("caller-stuck", "the contact cannot go on")
    } else {
        ("caller-dropped", "the caller is dropped")
    };
    let message = match &ending.why {
        Some(why) => format!("{what}: {why}"),
        None => what.to_owned(),
    };
    Finding { action: Some(ending.action.clone()), ..finding(rule, path, message) }
}

/// Tells of the bad ends that no flow has told of itself.
pub(super) fn settle(files: &mut [Checked], levels: &Levels) {
    let mut told = BTreeSet::new();
    let mut positions = BTreeMap::new();
    for (position, judged) in all(files) {
        positions.insert((judged.root.clone(), judged.arn.clone()), position);
        told.extend(bad_ends(judged).filter(|it| judged.owns(it)).map(|it| key(judged, it)));
    }
    let mut untold = Vec::new();
    for (position, judged) in all(files) {
        for ending in bad_ends(judged).filter(|it| !judged.owns(it)) {
            if told.insert(key(judged, ending)) {
                let there = positions.get(&(judged.root.clone(), ending.flow.clone()));
                untold.push((there.copied().unwrap_or(position), ending.clone()));
            }
        }
    }
    for (position, ending) in untold {
        if let Some(file) = files.get_mut(position)
            && let Ok(judged) = &mut file.outcome
        {
            add(judged, &ending, levels);
        }
    }
}

/// Where a bad end is, across projects.
type Key = (Option<PathBuf>, String, String, EndKind);

fn key(judged: &Judged, ending: &Ending) -> Key {
    (judged.root.clone(), ending.flow.clone(), ending.action.clone(), ending.kind)
}

fn all(files: &[Checked]) -> impl Iterator<Item = (usize, &Judged)> {
    files
        .iter()
        .enumerate()
        .filter_map(|(position, it)| Some((position, it.outcome.as_ref().ok()?)))
}

fn bad_ends(judged: &Judged) -> impl Iterator<Item = &Ending> {
    judged.walk.iter().flat_map(|it| &it.endings).filter(|it| it.kind.is_bad())
}

/// Adds the finding to the flow of the end, or else to the one whose calls go on there: at the
/// action by which they leave it.
fn add(judged: &mut Judged, ending: &Ending, levels: &Levels) {
    let mut finding = bad_end(ending, "");
    if !judged.owns(ending) {
        let left = ending.story.steps.iter().rev().find(|it| it.flow == judged.name);
        finding.message = format!("in `{}`, {}", ending.flow_name, finding.message);
        finding.action = left.map(|it| it.action.clone());
    }
    let spot = finding.action.as_ref().and_then(|it| judged.spots.get(it));
    let Spot { path, at } = spot.cloned().unwrap_or_default();
    finding.path = path;
    let place = Place::Flow(at);
    let is_allowed = judged.allowances.covers(&finding);
    let diagnostic = Diagnostic { finding, place, story: Some(ending.story.clone()) };
    match diagnostic.judged(levels).filter(|_| !is_allowed) {
        Some(it) => {
            judged.diagnostics.push(it);
            judged.diagnostics.sort_by(Diagnostic::by_place);
        }
        None => judged.n_allowed += 1,
    }
}
