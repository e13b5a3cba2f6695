//! Draws a flow, as SVG for people and as Mermaid for documents.
//!
//! A drawing shows a box for every action, with a row for every branch as the console of Connect
//! does. Boxes stand where the console put them, or in columns where it did not. The way that a
//! call took can be followed.
//!
//! It does not judge a flow: what is unconnected or never reached is drawn as it is.
//!
//! ## Determinism
//!
//! The same flow gives the same drawing, to the byte.
//!
//! ## Privacy
//!
//! A drawing shows what the flow's author wrote. Of a recorded call it shows the actions and
//! branches, nothing that the caller said or keyed.

mod branch;
mod describe;
mod highlight;
mod layout;
mod mermaid;
mod parameters;
mod route;
mod scene;
mod sign;
mod svg;
mod text;
mod trace;

#[cfg(test)]
mod tests;

use connect_flow::Flow;

pub use highlight::{Highlight, HighlightError};

/// What a drawing is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// A picture.
    Svg,
    /// A `flowchart` of Mermaid, as GitHub shows it in a fence of a Markdown file.
    Mermaid,
}

/// Where the boxes of a picture stand. Mermaid finds its own places.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Layout {
    /// Where the console put them, or in columns where it put too few of them.
    #[default]
    Auto,
    /// Where the console put them, if it put any.
    Metadata,
    /// In columns, from left to right.
    Computed,
}

/// Draws a flow.
///
/// `names` are those that recorded calls may know it by; the first is shown as its title.
///
/// # Errors
///
/// [`HighlightError`] when the way to follow does not go through this flow.
pub fn draw(
    flow: &Flow,
    names: &[&str],
    format: Format,
    layout: Layout,
    highlight: Option<&Highlight>,
) -> Result<String, HighlightError> {
    let scene = scene::Scene::new(flow, names, highlight)?;
    Ok(match format {
        Format::Svg => {
            let placed = layout::place(&scene, flow, layout);
            let ways = route::route(&scene, &placed);
            svg::write(&scene, &placed.boxes, &ways)
        }
        Format::Mermaid => mermaid::write(&scene),
    })
}
