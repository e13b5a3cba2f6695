//! A layout for flows without places: columns from left to right, in the order of the call.
//!
//! The method is the usual one for directed graphs: ways back are set aside, every box goes into
//! the column after the last that leads to it, long edges get a lane in every column they pass,
//! columns are ordered so that few edges cross, and boxes move up and down until the main way is
//! as straight as it can be.

use std::collections::{BTreeMap, BTreeSet};

use super::order::{self, Link};
use super::stack::{self, Wish};
use super::{GAP, Lane, Placed, Rect, is_note};
use crate::draw::branch::Way;
use crate::draw::scene::{BOX_WIDTH, HEAD, Scene, count};

/// Height of the lane of a long edge.
const LANE: i32 = 10;

/// Least space between two columns, and the space that every further edge needs.
const CORRIDOR: i32 = 56;
const TRACK: i32 = 9;

/// Most edges that a corridor becomes wider for.
const MOST_TRACKS: usize = 16;

/// How often boxes are moved up and down.
const ROUNDS: usize = 5;

/// What is put into columns: the blocks of the scene, then lanes.
struct Columns {
    /// By item.
    column: Vec<usize>,
    height: Vec<i32>,
    links: Vec<Link>,
    /// The lanes of an edge from left to right, as items; by edge.
    lanes: Vec<Vec<usize>>,
}

pub(super) fn place(scene: &Scene) -> Placed {
    let ranks = order::ranks(scene);
    let columns = columns(scene, &ranks);
    let n_columns = columns.column.iter().max().map_or(1, |it| it + 1);
    let first_order: Vec<usize> = ranks.visited_at.clone();
    let layers =
        order::layers(&columns.column, n_columns, &first_order, &columns.links, &columns.height);
    let tops = tops(&columns, &layers);
    let lefts = lefts(&columns, n_columns, scene);

    let rect = |(item, block): (usize, &crate::draw::scene::Block)| {
        let column = columns.column.get(item).copied().unwrap_or_default();
        let left = lefts.get(column).copied().unwrap_or_default();
        // The start is narrower: it stands at the right of its column, next to what it leads to.
        let left = left + BOX_WIDTH - block.width;
        Rect::at(block, left, tops.get(item).copied().unwrap_or_default())
    };
    let mut boxes: Vec<Rect> = scene.blocks.iter().enumerate().map(rect).collect();
    place_notes(scene, &mut boxes);
    let lane = |item: &usize| {
        let column = columns.column.get(*item).copied().unwrap_or_default();
        let left = lefts.get(column).copied().unwrap_or_default();
        let y = tops.get(*item).copied().unwrap_or_default() + LANE / 2;
        Lane { y, left, right: left + BOX_WIDTH }
    };
    let lanes = columns.lanes.iter().map(|it| it.iter().map(lane).collect()).collect();
    Placed { boxes, lanes }
}

/// Notes stand in a row below everything.
fn place_notes(scene: &Scene, boxes: &mut [Rect]) {
    let notes: BTreeSet<usize> =
        (0..boxes.len()).filter(|at| scene.blocks.get(*at).is_some_and(is_note)).collect();
    let others =
        || boxes.iter().enumerate().filter(|(at, _)| !notes.contains(at)).map(|(_, it)| it);
    let bottom = others().map(|it| it.bottom()).max().unwrap_or(0);
    let mut left = others().map(|it| it.left).min().unwrap_or(0);
    for at in &notes {
        if let Some(it) = boxes.get_mut(*at) {
            it.left = left;
            it.top = bottom + 2 * GAP;
            left = it.right() + GAP;
        }
    }
}

/// How much it matters that an edge is straight.
fn weight(way: Way) -> i32 {
    match way {
        Way::Main => 8,
        Way::Fallback => 3,
        Way::Error => 1,
    }
}

/// Puts blocks into columns, and lanes where an edge passes one.
fn columns(scene: &Scene, ranks: &order::Ranks) -> Columns {
    let mut column = ranks.column.clone();
    let mut height: Vec<i32> = scene.blocks.iter().map(|it| it.height).collect();
    let mut links: BTreeMap<(usize, usize, i32), Link> = BTreeMap::new();
    let mut lanes = vec![Vec::new(); scene.edges.len()];
    // Edges that lead to the same box share their lanes.
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let mut link = |it: Link| {
        links
            .entry((it.from, it.to, it.from_y))
            .and_modify(|old| old.weight = old.weight.max(it.weight))
            .or_insert(it);
    };
    for (at, edge) in scene.edges.iter().enumerate() {
        let place = |it: usize| ranks.column.get(it).copied().unwrap_or_default();
        let (from, to) = (place(edge.from), place(edge.to));
        if to <= from {
            continue;
        }
        let ports = scene.blocks.get(edge.from).map(|it| it.ports.as_slice()).unwrap_or_default();
        let port_y = ports.get(edge.port).map_or(0, |it| it.y);
        let first_y = ports.first().map_or(0, |it| it.y);
        let mut last = (edge.from, port_y);
        let weight = weight(edge.way);
        for passed in from + 1..to {
            let item = *shared.entry((edge.to, passed)).or_insert_with(|| {
                column.push(passed);
                height.push(LANE);
                column.len() - 1
            });
            if let Some(it) = lanes.get_mut(at) {
                it.push(item);
            }
            link(Link { from: last.0, from_y: last.1, to: item, drop: last.1 - LANE / 2, weight });
            last = (item, LANE / 2);
        }
        // Heads that are level read better than lines that are straight.
        let level = if last.0 == edge.from { port_y - first_y } else { LANE / 2 - HEAD / 2 };
        link(Link { from: last.0, from_y: last.1, to: edge.to, drop: level, weight });
    }
    Columns { column, height, links: links.into_values().collect(), lanes }
}

/// The top of every item.
fn tops(columns: &Columns, layers: &[Vec<usize>]) -> Vec<i32> {
    let height = |it: usize| columns.height.get(it).copied().unwrap_or_default();
    let gap = |one: usize, other: usize| match (height(one) == LANE, height(other) == LANE) {
        (true, true) => 4,
        (false, false) => GAP + 8,
        _ => 12,
    };
    let mut tops = vec![0; columns.column.len()];
    let mut into = vec![Vec::new(); columns.column.len()];
    let mut out_of = into.clone();
    for link in &columns.links {
        // What an item wants to stand by, and how far below it.
        if let Some(it) = into.get_mut(link.to) {
            it.push((link.from, link.drop, link.weight));
        }
        if let Some(it) = out_of.get_mut(link.from) {
            it.push((link.to, -link.drop, link.weight));
        }
    }
    let settle = |tops: &mut Vec<i32>, layer: &[usize], neighbours: &[Vec<(usize, i32, i32)>]| {
        let mut wishes = Vec::with_capacity(layer.len());
        for (at, item) in layer.iter().enumerate() {
            let of = neighbours.get(*item).map(Vec::as_slice).unwrap_or_default();
            let heaviest = of.iter().map(|it| it.2).max().unwrap_or_default();
            // Only what matters most: a main way is not bent for the sake of an error.
            let wanted = of.iter().filter(|it| it.2 == heaviest);
            let wanted: Vec<i32> = wanted
                .map(|(other, below, _)| tops.get(*other).copied().unwrap_or_default() + below)
                .collect();
            let own = tops.get(*item).copied().unwrap_or_default();
            let top = median(wanted).unwrap_or(own);
            let below = layer.get(at + 1).map_or(0, |it| gap(*item, *it));
            let weight = 1 + heaviest.pow(3);
            wishes.push(Wish { top, weight, pitch: height(*item) + below });
        }
        for (item, top) in layer.iter().zip(stack::tops(&wishes)) {
            if let Some(it) = tops.get_mut(*item) {
                *it = top;
            }
        }
    };
    for layer in layers {
        settle(&mut tops, layer, &into);
    }
    for _ in 0..ROUNDS {
        for layer in layers.iter().rev() {
            settle(&mut tops, layer, &out_of);
        }
        for layer in layers {
            settle(&mut tops, layer, &into);
        }
    }
    tops
}

/// The middle one; the mean of the middle two.
fn median(mut values: Vec<i32>) -> Option<i32> {
    values.sort_unstable();
    let upper = values.get(values.len() / 2)?;
    let lower = values.get((values.len() - 1) / 2)?;
    Some(lower.midpoint(*upper))
}

/// The left border of every column.
fn lefts(columns: &Columns, n_columns: usize, scene: &Scene) -> Vec<i32> {
    // Edges that turn between two columns, once for every box they lead to.
    let mut tracks = vec![BTreeSet::new(); n_columns];
    let column = |it: usize| columns.column.get(it).copied().unwrap_or_default();
    for link in &columns.links {
        if let Some(it) = tracks.get_mut(column(link.from)) {
            it.insert(link.to);
        }
    }
    for edge in &scene.edges {
        let (from, to) = (column(edge.from), column(edge.to));
        if to <= from {
            // A way back turns after its own column, and before that of where it leads.
            for at in [Some(from), to.checked_sub(1)].into_iter().flatten() {
                if let Some(it) = tracks.get_mut(at) {
                    it.insert(edge.to);
                }
            }
        }
    }
    let mut left = 0;
    tracks
        .iter()
        .map(|it| {
            let here = left;
            left += BOX_WIDTH + CORRIDOR + TRACK * count(it.len().min(MOST_TRACKS));
            here
        })
        .collect()
}
