//! What is where already, and what it costs to go there.

use std::collections::BTreeMap;

use crate::draw::layout::{Point, Rect};

/// Which way a stretch goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    Level,
    Upright,
}

impl Axis {
    /// The axis of a stretch; `None` when it is slanted or has no length.
    pub(super) fn of(from: Point, to: Point) -> Option<Self> {
        match (from.x == to.x, from.y == to.y) {
            (false, true) => Some(Self::Level),
            (true, false) => Some(Self::Upright),
            _ => None,
        }
    }
}

/// A stretch, whichever way it goes.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    axis: Axis,
    /// `y` of a level one, `x` of an upright one.
    at: i32,
    from: i32,
    to: i32,
}

impl Stretch {
    fn of(from: Point, to: Point) -> Option<Self> {
        let axis = Axis::of(from, to)?;
        let (at, a, b) = match axis {
            Axis::Level => (from.y, from.x, to.x),
            Axis::Upright => (from.x, from.y, to.y),
        };
        Some(Self { axis, at, from: a.min(b), to: a.max(b) })
    }
}

/// Stretches that are taken, and boxes, in cells from left to right: most of a drawing is too far
/// away to be looked at.
pub(super) struct Tracks {
    cells: BTreeMap<i32, Cell>,
}

/// What is in one of them.
#[derive(Default)]
struct Cell {
    boxes: Vec<Rect>,
    /// Taken stretches with their nets; level ones cut at the borders of the cell.
    level: Vec<(usize, Stretch)>,
    upright: Vec<(usize, Stretch)>,
}

/// Width of a cell.
const CELL: i32 = 256;

/// Nearest that two stretches of different nets may be side by side.
const APART: i32 = 7;

/// Nearest that a stretch may pass a box.
const CLEAR: i32 = 4;

impl Tracks {
    /// What going through a box costs: more than any detour.
    pub(super) const BLOCKED: i32 = 100_000;
    /// What going along another net's stretch costs.
    const ALONG: i32 = 900;
    /// What crossing another net's stretch costs.
    const ACROSS: i32 = 16;

    pub(super) fn new(boxes: &[Rect]) -> Self {
        let mut cells: BTreeMap<i32, Cell> = BTreeMap::new();
        for rect in boxes {
            for at in cell(rect.left - CLEAR)..=cell(rect.right() + CLEAR) {
                cells.entry(at).or_default().boxes.push(*rect);
            }
        }
        Self { cells }
    }

    /// Takes a stretch.
    pub(super) fn take(&mut self, net: usize, from: Point, to: Point) {
        for (at, piece) in Stretch::of(from, to).into_iter().flat_map(pieces) {
            let cell = self.cells.entry(at).or_default();
            let list = match piece.axis {
                Axis::Level => &mut cell.level,
                Axis::Upright => &mut cell.upright,
            };
            // Edges that share a way to the same box take it once.
            let covers = |(other, it): &(usize, Stretch)| {
                *other == net && it.at == piece.at && it.from <= piece.from && it.to >= piece.to
            };
            if !list.iter().any(covers) {
                list.push((net, piece));
            }
        }
    }

    /// What a way costs: its length but for what its net has taken already, and what is in its way.
    pub(super) fn cost(&self, net: usize, way: &[Point]) -> i32 {
        let pairs = way.windows(2);
        let stretches = pairs.filter_map(|pair| match pair {
            [a, b] => Stretch::of(*a, *b),
            _ => None,
        });
        let costs = stretches.flat_map(pieces).map(|(at, it)| self.cost_of(net, at, it));
        costs.fold(0, i32::saturating_add)
    }

    /// Whether a stretch goes through no box.
    pub(super) fn is_clear(&self, from: Point, to: Point) -> bool {
        let mut pieces = Stretch::of(from, to).into_iter().flat_map(pieces);
        pieces.all(|(at, it)| {
            let boxes = self.cells.get(&at).into_iter().flat_map(|it| &it.boxes);
            !boxes.into_iter().any(|rect| hits(it, *rect))
        })
    }

    /// What a stretch within a cell costs.
    fn cost_of(&self, net: usize, at: i32, it: Stretch) -> i32 {
        let mut cost = it.to - it.from;
        let Some(here) = self.cells.get(&at) else { return cost };
        for rect in &here.boxes {
            if hits(it, *rect) {
                cost += Self::BLOCKED;
            }
        }
        let (along, across) = match it.axis {
            Axis::Level => (&here.level, &here.upright),
            Axis::Upright => (&here.upright, &here.level),
        };
        // An upright stretch at the border of its cell may be next to one of the neighbour.
        let beside = match it.axis {
            Axis::Level => at,
            Axis::Upright if cell(it.at - APART) != at => at - 1,
            Axis::Upright => cell(it.at + APART),
        };
        let beside = self.cells.get(&beside).filter(|_| beside != at);
        let mut shared = 0;
        for (other_net, other) in along.iter().chain(beside.into_iter().flat_map(|it| &it.upright))
        {
            let overlap = it.to.min(other.to) - it.from.max(other.from);
            let apart = (it.at - other.at).abs();
            if *other_net != net && apart < APART && overlap > -APART {
                cost += Self::ALONG + overlap.max(0);
            } else if *other_net == net && apart == 0 {
                shared = shared.max(overlap);
            }
        }
        for (other_net, other) in across {
            let meets =
                it.from < other.at && other.at < it.to && other.from < it.at && it.at < other.to;
            if *other_net != net && meets {
                cost += Self::ACROSS;
            }
        }
        cost - shared * 2 / 3
    }
}

/// The cell of a place from left to right.
fn cell(x: i32) -> i32 {
    x.div_euclid(CELL)
}

/// A stretch by cells: a level one is cut where they meet.
fn pieces(it: Stretch) -> impl Iterator<Item = (i32, Stretch)> {
    let (first, last) = match it.axis {
        Axis::Level => (cell(it.from), cell(it.to)),
        Axis::Upright => (cell(it.at), cell(it.at)),
    };
    (first..=last).map(move |at| match it.axis {
        Axis::Level => {
            let (from, to) = (it.from.max(at * CELL), it.to.min((at + 1) * CELL));
            (at, Stretch { from, to, ..it })
        }
        Axis::Upright => (at, it),
    })
}

/// Whether a stretch goes through a box, or too close along its border.
fn hits(it: Stretch, rect: Rect) -> bool {
    let (across, down) = ((rect.left, rect.right()), (rect.top, rect.bottom()));
    let (beside, along) = match it.axis {
        Axis::Level => (down, across),
        Axis::Upright => (across, down),
    };
    it.at > beside.0 - CLEAR && it.at < beside.1 + CLEAR && it.from < along.1 && it.to > along.0
}
