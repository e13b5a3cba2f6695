//! Gives every box of a scene its place.

mod layered;
mod metadata;
mod order;
mod stack;

use connect_flow::Flow;

use super::Layout;
use super::scene::{Block, Face, Scene};

/// A place, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Point {
    pub(super) x: i32,
    pub(super) y: i32,
}

/// The place of a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rect {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

impl Rect {
    pub(super) fn right(self) -> i32 {
        self.left + self.width
    }

    pub(super) fn bottom(self) -> i32 {
        self.top + self.height
    }

    /// Whether two boxes are nearer to each other than so much.
    fn is_near(self, other: Self, gap: i32) -> bool {
        self.left < other.right() + gap
            && other.left < self.right() + gap
            && self.top < other.bottom() + gap
            && other.top < self.bottom() + gap
    }

    fn at(block: &Block, left: i32, top: i32) -> Self {
        Self { left, top, width: block.width, height: block.height }
    }
}

/// A stretch of an edge's way that is kept free for it: the height at which it passes a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lane {
    pub(super) y: i32,
    pub(super) left: i32,
    pub(super) right: i32,
}

/// Where everything is.
#[derive(Debug)]
pub(super) struct Placed {
    /// By block.
    pub(super) boxes: Vec<Rect>,
    /// By edge; empty where no way is kept free.
    pub(super) lanes: Vec<Vec<Lane>>,
}

/// Space between boxes that must not touch.
const GAP: i32 = 24;

/// Places the boxes of a scene, from (0, 0) on.
pub(super) fn place(scene: &Scene, flow: &Flow, layout: Layout) -> Placed {
    let positions = match layout {
        Layout::Computed => None,
        Layout::Metadata => metadata::positions(scene, flow, metadata::Demand::Any),
        Layout::Auto => metadata::positions(scene, flow, metadata::Demand::Sound),
    };
    let mut placed = positions.map_or_else(
        || layered::place(scene),
        |it| Placed { boxes: metadata::place(scene, &it), lanes: Vec::new() },
    );
    placed.lanes.resize(scene.edges.len(), Vec::new());
    to_origin(&mut placed);
    placed
}

/// Moves everything so that nothing is left of or above (0, 0).
fn to_origin(placed: &mut Placed) {
    let left = placed.boxes.iter().map(|it| it.left).min().unwrap_or(0);
    let top = placed.boxes.iter().map(|it| it.top).min().unwrap_or(0);
    for it in &mut placed.boxes {
        it.left -= left;
        it.top -= top;
    }
    for lane in placed.lanes.iter_mut().flatten() {
        lane.y -= top;
        lane.left -= left;
        lane.right -= left;
    }
}

/// Whether a block is a note, which nothing leads to.
fn is_note(block: &Block) -> bool {
    matches!(block.face, Face::Note(_))
}
