//! Writes a drawing as a flowchart of Mermaid.

use std::fmt::Write as _;

use super::branch::Way;
use super::describe::Family;
use super::scene::{Block, Edge, Face, PortEnd, Scene};
use super::{sign, text};

/// Most characters of an action's essence.
const MOST_PX: i32 = 480;

/// Writes the flowchart.
pub(super) fn write(scene: &Scene) -> String {
    let mut out = String::from("flowchart LR\n");
    for (at, block) in scene.blocks.iter().enumerate() {
        if let Some(node) = node(at, block) {
            let _ = writeln!(out, "    {node}");
        }
    }
    let mut taken = Vec::new();
    for (at, edge) in scene.edges.iter().enumerate() {
        let _ = writeln!(out, "    {}", self::edge(scene, edge));
        if edge.taken {
            taken.push(at.to_string());
        }
    }
    // A branch that leads nowhere leads to a sign that says so.
    for (at, block) in scene.blocks.iter().enumerate() {
        for (port, it) in
            block.ports.iter().enumerate().filter(|(_, it)| it.end == PortEnd::Nowhere)
        {
            let line = if it.way == Way::Error { "-.-x" } else { "--x" };
            let _ = writeln!(
                out,
                "    n{at} {line}{} u{at}x{port}[\"{}\"]:::loose",
                label(&it.label),
                escaped(&it.nowhere())
            );
        }
    }
    for family in Family::ALL {
        if scene.blocks.iter().any(|it| family_of(it) == Some(family)) {
            let _ = writeln!(
                out,
                "    classDef {}Family fill:#ffffff,stroke:{},stroke-width:2px,color:#1d2733",
                family.name(),
                sign::colour(family)
            );
        }
    }
    out.push_str("    classDef begin fill:#1d2733,stroke:#1d2733,color:#ffffff\n");
    out.push_str(
        "    classDef loose fill:#ffffff,stroke:#a8252f,stroke-dasharray:4 3,color:#a8252f\n",
    );
    if scene.followed {
        out.push_str("    classDef visited stroke:#0b3fae,stroke-width:4px\n");
        out.push_str("    classDef faded opacity:0.4\n");
        let visited = |it: &Block| it.visit.is_some();
        class(&mut out, scene, "visited", visited);
        class(&mut out, scene, "faded", |it| !visited(it) && !matches!(it.face, Face::Note(_)));
    }
    if !taken.is_empty() {
        let _ = writeln!(out, "    linkStyle {} stroke:#0b3fae,stroke-width:4px", taken.join(","));
    }
    out
}

/// Gives a class to all nodes that have something in common.
fn class(out: &mut String, scene: &Scene, class: &str, has: impl Fn(&Block) -> bool) {
    let nodes = scene.blocks.iter().enumerate().filter(|(_, it)| has(it));
    let nodes: Vec<String> = nodes.map(|(at, _)| format!("n{at}")).collect();
    if !nodes.is_empty() {
        let _ = writeln!(out, "    class {} {class}", nodes.join(","));
    }
}

/// The node of a block: notes are left out, Mermaid has no place for them.
fn node(at: usize, block: &Block) -> Option<String> {
    let face = match &block.face {
        Face::Start => return Some(format!("n{at}([\"Start\"]):::begin")),
        Face::Note(_) => return None,
        Face::Action(face) => face,
    };
    let mut lines = vec![format!("<b>{}</b>", escaped(&face.words))];
    if let Some(number) = block.visit {
        lines.insert(0, format!("<b>{number}</b>"));
    }
    lines.extend(face.name.iter().map(|it| format!("<i>{}</i>", escaped(it))));
    if !face.essence.is_empty() {
        lines.push(escaped(&text::fit(&face.essence, 12, MOST_PX)));
    }
    let exits = block.ports.iter().filter(|it| it.end == PortEnd::Leaves);
    lines.extend(exits.map(|it| format!("→ {}", escaped(&it.label))));
    let label = lines.join("<br/>");
    let leaves = block.ports.iter().any(|it| it.end == PortEnd::Leaves);
    let (open, close) = match face.family {
        _ if leaves => ("([", "])"),
        Family::Decide => ("{{", "}}"),
        Family::Speak
        | Family::Listen
        | Family::Invoke
        | Family::Set
        | Family::Transfer
        | Family::End => ("[", "]"),
    };
    Some(format!("n{at}{open}\"{label}\"{close}:::{}Family", face.family.name()))
}

fn family_of(block: &Block) -> Option<Family> {
    match &block.face {
        Face::Action(face) => Some(face.family),
        Face::Start | Face::Note(_) => None,
    }
}

fn edge(scene: &Scene, edge: &Edge) -> String {
    let port = scene.blocks.get(edge.from).and_then(|it| it.ports.get(edge.port));
    let label = label(port.map_or("", |it| &it.label));
    let line = match edge.way {
        Way::Main if edge.taken => "==>",
        Way::Main | Way::Fallback => "-->",
        Way::Error => "-.->",
    };
    format!("n{} {line}{label} n{}", edge.from, edge.to)
}

/// The label of an edge; the way straight on needs none.
fn label(words: &str) -> String {
    match words {
        "" | "next" => String::new(),
        words => format!("|\"{}\"|", escaped(words)),
    }
}

/// Text within quotes. Mermaid takes entities with `#` for `&`, and reads Markdown after a backtick.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text::one_line(text).chars() {
        match character {
            '"' | '#' | '<' | '>' | '&' | '`' | '\\' | ';' | '{' | '}' => {
                let _ = write!(out, "#{};", u32::from(character));
            }
            other => out.push(other),
        }
    }
    out
}
