//! What a drawing shows, before anything has a place.

use std::collections::BTreeMap;

use connect_flow::{Action, Flow};
use serde_json::Value;

use super::branch::{self, Row, Target, Way};
use super::describe::{self, Family};
use super::highlight::{Highlight, HighlightError};
use super::text;
use super::trace::Trace;

/// Width of the box of an action.
pub(super) const BOX_WIDTH: i32 = 224;

/// Height of the head of a box; edges arrive at the middle of it.
pub(super) const HEAD: i32 = 28;

/// Height of a row: a branch.
pub(super) const ROW: i32 = 20;

/// Height of a line of text.
pub(super) const LINE: i32 = 15;

/// Space between the border of a box and its text.
pub(super) const PAD: i32 = 10;

/// Size of text but for titles.
pub(super) const FONT: i32 = 12;

/// Size of what is less important.
pub(super) const SMALL: i32 = 11;

/// Lines of an action's essence, and of a note that is attached to it.
const LINES: usize = 2;

/// Lines of a note that stands by itself.
const NOTE_LINES: usize = 10;

/// Everything in a drawing.
#[derive(Debug)]
pub(super) struct Scene {
    pub(super) name: String,
    pub(super) description: String,
    /// The start, the actions in the order of the flow, then notes.
    pub(super) blocks: Vec<Block>,
    pub(super) edges: Vec<Edge>,
    /// Whether a way is followed, so that the rest is less important.
    pub(super) followed: bool,
}

/// A box.
#[derive(Debug)]
pub(super) struct Block {
    /// Identifier of the action; empty for the start and for notes.
    pub(super) identifier: String,
    pub(super) face: Face,
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) ports: Vec<Port>,
    /// When the followed way first came here, from 1.
    pub(super) visit: Option<usize>,
}

/// What a box shows above its branches.
#[derive(Debug)]
pub(super) enum Face {
    Start,
    Action(ActionFace),
    Note(NoteFace),
}

/// What the box of an action shows above its branches.
#[derive(Debug)]
pub(super) struct ActionFace {
    /// What it does.
    pub(super) words: String,
    pub(super) family: Family,
    /// The name that a person gave it.
    pub(super) name: Option<String>,
    pub(super) lines: Vec<String>,
    /// What the flow's author noted.
    pub(super) notes: Vec<String>,
    /// All of it, uncut.
    pub(super) full: String,
    /// The essence, uncut.
    pub(super) essence: String,
}

/// What a note shows.
#[derive(Debug)]
pub(super) struct NoteFace {
    pub(super) lines: Vec<String>,
    pub(super) full: String,
    /// Where the console put it.
    pub(super) at: Option<Value>,
}

/// Where a branch leaves its box: at the right border.
#[derive(Debug)]
pub(super) struct Port {
    pub(super) label: String,
    pub(super) full: String,
    pub(super) way: Way,
    pub(super) end: PortEnd,
    /// The action it should lead to, where the flow has none of that name.
    pub(super) missing: Option<String>,
    /// From the top of the box.
    pub(super) y: i32,
    pub(super) taken: bool,
}

impl Port {
    /// Why it leads nowhere.
    pub(super) fn nowhere(&self) -> String {
        match &self.missing {
            Some(action) => format!("no action `{action}`"),
            None => "not connected".to_owned(),
        }
    }
}

/// Where a branch leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PortEnd {
    /// To another box.
    Connected,
    /// Out of the flow.
    Leaves,
    /// Nowhere.
    Nowhere,
}

/// A line from a port to a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) from: usize,
    pub(super) port: usize,
    pub(super) to: usize,
    pub(super) way: Way,
    pub(super) taken: bool,
}

impl Scene {
    /// Everything that a flow shows; `names` are those that a recorded call may know it by.
    pub(super) fn new(
        flow: &Flow,
        names: &[&str],
        highlight: Option<&Highlight>,
    ) -> Result<Self, HighlightError> {
        let trace = highlight.map(|it| Trace::new(it, flow, names)).transpose()?;
        let annotations = annotations(flow);
        let mut blocks = vec![start(flow, trace.as_ref())];
        let mut targets = vec![vec![flow.start().map(|it| it.identifier().to_owned())]];
        for action in flow.actions() {
            let rows = trace.as_ref().map_or_else(
                || {
                    branch::rows(action)
                        .into_iter()
                        .filter(|it| !it.idle)
                        .map(|it| (it, false))
                        .collect()
                },
                |it| it.rows(action),
            );
            let target = |(row, _): &(Row, bool)| match &row.target {
                Target::Action(it) => Some(it.clone()),
                Target::Leaves | Target::Nowhere => None,
            };
            targets.push(rows.iter().map(target).collect());
            let visit = trace.as_ref().and_then(|it| it.visits.get(action.identifier()).copied());
            blocks.push(block(action, flow, rows, visit, &annotations));
        }
        let mut index: BTreeMap<String, usize> = BTreeMap::new();
        for (at, block) in blocks.iter().enumerate().skip(1) {
            index.entry(block.identifier.clone()).or_insert(at);
        }
        let edges = edges(&mut blocks, &targets, &index);
        blocks.extend(annotations.iter().filter(|it| !index.contains_key(&it.action)).map(note));
        Ok(Self {
            name: names.first().map_or(String::new(), |it| text::one_line(it)),
            description: description(flow),
            blocks,
            edges,
            followed: trace.is_some(),
        })
    }

    /// How many actions there are.
    pub(super) fn n_actions(&self) -> usize {
        self.blocks.iter().filter(|it| matches!(it.face, Face::Action(_))).count()
    }
}

/// The edges of all ports that lead to an action. What leads to one that does not exist leads
/// nowhere.
fn edges(
    blocks: &mut [Block],
    targets: &[Vec<Option<String>>],
    index: &BTreeMap<String, usize>,
) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (from, (block, targets)) in blocks.iter_mut().zip(targets).enumerate() {
        for (port, (it, target)) in block.ports.iter_mut().zip(targets).enumerate() {
            let Some(target) = target else { continue };
            if let Some(to) = index.get(target) {
                edges.push(Edge { from, port, to: *to, way: it.way, taken: it.taken });
            } else {
                it.end = PortEnd::Nowhere;
                it.missing = Some(text::one_line(target));
            }
        }
    }
    edges
}

/// Where calls come in.
fn start(flow: &Flow, trace: Option<&Trace>) -> Block {
    let first = flow.start();
    let taken = first.is_some_and(|it| {
        trace.is_some_and(|trace| trace.first.as_deref() == Some(it.identifier()))
    });
    let port = Port {
        label: String::new(),
        full: "Start".to_owned(),
        way: Way::Main,
        end: if first.is_some() { PortEnd::Connected } else { PortEnd::Nowhere },
        missing: None,
        y: HEAD / 2,
        taken,
    };
    Block {
        identifier: String::new(),
        face: Face::Start,
        width: 72,
        height: HEAD,
        ports: vec![port],
        visit: taken.then_some(0),
    }
}

/// The box of an action.
fn block(
    action: &Action,
    flow: &Flow,
    rows: Vec<(Row, bool)>,
    visit: Option<usize>,
    annotations: &[Annotation],
) -> Block {
    let metadata = action_metadata(flow, action.identifier());
    let (words, family) = describe::kind(action);
    let name = describe::friendly(action.identifier()).map(text::one_line);
    let essence = describe::essence(action, metadata);
    let room = BOX_WIDTH - 2 * PAD;
    let lines = text::wrap(&essence, FONT, room, LINES);
    let notes: Vec<&Annotation> =
        annotations.iter().filter(|it| it.action == action.identifier()).collect();
    let mut full = vec![format!("{words} ({})", action.identifier()), essence.clone()];
    full.extend(branch::faults(action));
    full.extend(notes.iter().map(|it| it.content.clone()));
    full.retain(|it| !it.is_empty());
    let full = full.join("\n");
    let notes: Vec<String> =
        notes.iter().flat_map(|it| text::wrap(&it.content, SMALL, room - PAD, LINES)).collect();
    let n_lines = usize::from(name.is_some()) + lines.len() + notes.len();
    let above = HEAD + count(n_lines) * LINE + if n_lines == 0 { 0 } else { 8 };
    let mut ports = Vec::new();
    for (at, (row, taken)) in rows.into_iter().enumerate() {
        let label_room = BOX_WIDTH - 2 * PAD - 14;
        ports.push(Port {
            label: text::fit(&row.label, FONT, label_room),
            full: row.label,
            way: row.way,
            end: match row.target {
                Target::Action(_) => PortEnd::Connected,
                Target::Leaves => PortEnd::Leaves,
                Target::Nowhere => PortEnd::Nowhere,
            },
            missing: None,
            y: above + 3 + count(at) * ROW + ROW / 2,
            taken,
        });
    }
    let height = above + if ports.is_empty() { 0 } else { count(ports.len()) * ROW + 7 };
    Block {
        identifier: action.identifier().to_owned(),
        face: Face::Action(ActionFace { words, family, name, lines, notes, full, essence }),
        width: BOX_WIDTH,
        height,
        ports,
        visit,
    }
}

/// A note that stands by itself.
fn note(annotation: &Annotation) -> Block {
    let lines = text::wrap(&annotation.content, SMALL, BOX_WIDTH - 2 * PAD, NOTE_LINES);
    Block {
        identifier: String::new(),
        width: BOX_WIDTH,
        height: count(lines.len()) * LINE + 2 * PAD,
        face: Face::Note(NoteFace {
            lines,
            full: annotation.content.clone(),
            at: annotation.position.clone(),
        }),
        ports: Vec::new(),
        visit: None,
    }
}

/// A number of things, as a factor of pixels.
pub(super) fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// A note of the console.
#[derive(Debug)]
struct Annotation {
    content: String,
    /// The action it is attached to; empty when it stands by itself.
    action: String,
    position: Option<Value>,
}

fn annotations(flow: &Flow) -> Vec<Annotation> {
    let Some(metadata) = flow.metadata() else { return Vec::new() };
    let items = metadata.get("Annotations").or_else(|| metadata.get("annotations"));
    let read = |item: &Value| {
        let text = |key: &str| item.get(key).and_then(Value::as_str).unwrap_or_default();
        let content = text::one_line(text("content"));
        (!content.is_empty()).then(|| Annotation {
            content,
            action: text("actionId").to_owned(),
            position: item.get("position").cloned(),
        })
    };
    items.and_then(Value::as_array).into_iter().flatten().filter_map(read).collect()
}

/// What the console notes down about an action.
pub(super) fn action_metadata<'a>(flow: &'a Flow, identifier: &str) -> Option<&'a Value> {
    let metadata = flow.metadata()?;
    metadata.get("ActionMetadata").or_else(|| metadata.get("actionMetadata"))?.get(identifier)
}

fn description(flow: &Flow) -> String {
    let metadata = flow.metadata();
    let text = |key: &str| metadata?.get(key)?.as_str();
    text::one_line(text("description").or_else(|| text("Description")).unwrap_or_default())
}
