//! The places that the console noted down.
//!
//! The console draws smaller boxes than we do, so its places are spread before anything else; what
//! still overlaps is moved down.

use connect_flow::Flow;
use serde_json::{Map, Value};

use super::{GAP, Point, Rect, is_note};
use crate::draw::scene::{self, BOX_WIDTH, Face, Scene, count};

/// What is asked of the places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Demand {
    /// That there is one.
    Any,
    /// That most actions have one of their own.
    Sound,
}

/// Largest number of pixels that a place is believed to be away from the origin.
const FARTHEST: f64 = 100_000.0;

/// The places of the blocks, in the console's units; `None` for a block without one. `None` for all
/// of them when they are not what is asked.
pub(super) fn positions(scene: &Scene, flow: &Flow, demand: Demand) -> Option<Vec<Option<Point>>> {
    let metadata = flow.metadata()?;
    let entry = metadata.get("entryPointPosition").or_else(|| metadata.get("EntryPointPosition"));
    let positions: Vec<Option<Point>> = scene
        .blocks
        .iter()
        .map(|block| match &block.face {
            Face::Start => entry.and_then(point),
            Face::Note(note) => note.at.as_ref().and_then(point),
            Face::Action(_) => {
                let noted = scene::action_metadata(flow, &block.identifier)?;
                noted.get("position").or_else(|| noted.get("Position")).and_then(point)
            }
        })
        .collect();
    let is_action = |at: usize| scene.blocks.get(at).is_some_and(|it| !it.identifier.is_empty());
    let mut of_actions: Vec<Point> =
        positions.iter().enumerate().filter_map(|(at, it)| it.filter(|_| is_action(at))).collect();
    let n_placed = of_actions.len();
    of_actions.sort_unstable();
    of_actions.dedup();
    let n_actions = scene.n_actions();
    let sound = match demand {
        Demand::Any => n_placed > 0,
        // The console draws some blocks as one that are two actions, so a few may share a place.
        Demand::Sound => n_placed * 10 >= n_actions * 8 && of_actions.len() * 10 >= n_placed * 6,
    };
    (sound && n_placed > 0).then_some(positions)
}

/// Reads `{"x": 1, "y": 2.5}`, whose keys old exports capitalise.
fn point(value: &Value) -> Option<Point> {
    let object: &Map<String, Value> = value.as_object()?;
    let coordinate = |lower: &str, upper: &str| {
        let value = object.get(lower).or_else(|| object.get(upper))?;
        let number = value.as_f64().or_else(|| value.as_str()?.parse().ok())?;
        (number.abs() <= FARTHEST).then(|| whole(number))
    };
    Some(Point { x: coordinate("x", "X")?, y: coordinate("y", "Y")? })
}

/// The nearest whole number.
#[expect(clippy::cast_possible_truncation, reason = "what is far away was refused before")]
fn whole(number: f64) -> i32 {
    number.round() as i32
}

/// Places every block: those with a place near it, those without below whatever leads to them.
pub(super) fn place(scene: &Scene, positions: &[Option<Point>]) -> Vec<Rect> {
    let (across, down) = (spread_across(scene, positions), spread_down(scene, positions));
    let spread = |it: &Point| Point { x: it.x * across / 100, y: it.y * down / 100 };
    let mut wanted: Vec<Option<Point>> =
        positions.iter().map(|it| it.as_ref().map(spread)).collect();
    let step = BOX_WIDTH + 3 * GAP;
    if let Some(start @ None) = wanted.first_mut() {
        let first = scene.edges.iter().find(|it| it.from == 0).map(|it| it.to);
        let first = first.and_then(|it| spread_of(positions, it, spread));
        *start = Some(first.map_or(Point { x: 0, y: 0 }, |it| Point { x: it.x - step / 2, ..it }));
    }
    // Whoever leads to an action without a place may get its own only in a later round.
    for _ in 0..scene.blocks.len() {
        let found = scene.edges.iter().find_map(|edge| {
            let from = wanted.get(edge.from).copied().flatten()?;
            let missing = wanted.get(edge.to).is_some_and(Option::is_none);
            missing.then_some((edge.to, Point { x: from.x + step, y: from.y }))
        });
        let Some((to, point)) = found else { break };
        if let Some(it) = wanted.get_mut(to) {
            *it = Some(point);
        }
    }
    // Nothing leads to the rest: they go below everything.
    let bottom = wanted.iter().flatten().map(|it| it.y).max().unwrap_or(0) + 10 * GAP;
    let mut left = wanted.iter().flatten().map(|it| it.x).min().unwrap_or(0);
    let places: Vec<Point> = wanted
        .into_iter()
        .map(|it| {
            it.unwrap_or_else(|| {
                left += step;
                Point { x: left - step, y: bottom }
            })
        })
        .collect();
    without_overlaps(scene, &places)
}

fn spread_of(
    positions: &[Option<Point>],
    at: usize,
    spread: impl Fn(&Point) -> Point,
) -> Option<Point> {
    positions.get(at)?.as_ref().map(spread)
}

/// Moves boxes down until none overlaps another; those that are higher up stay.
fn without_overlaps(scene: &Scene, places: &[Point]) -> Vec<Rect> {
    let mut order: Vec<(usize, &Point)> = places.iter().enumerate().collect();
    // Notes give way to actions.
    let is_note = |at: usize| scene.blocks.get(at).is_some_and(is_note);
    order.sort_by_key(|(at, it)| (is_note(*at), it.y, it.x, *at));
    let mut placed: Vec<(usize, Rect)> = Vec::with_capacity(order.len());
    for (at, point) in order {
        let Some(block) = scene.blocks.get(at) else { continue };
        let mut rect = Rect::at(block, point.x, point.y);
        while let Some((_, other)) = placed.iter().find(|(_, it)| it.is_near(rect, GAP)) {
            rect.top = other.bottom() + GAP;
        }
        placed.push((at, rect));
    }
    placed.sort_by_key(|(at, _)| *at);
    placed.into_iter().map(|(_, rect)| rect).collect()
}

/// By how many per cent places are moved apart from left to right, so that boxes side by side have
/// room for lines between them.
fn spread_across(scene: &Scene, positions: &[Option<Point>]) -> i32 {
    let pitch = |one: &Point, other: &Point| {
        let (dx, dy) = (other.x - one.x, (other.y - one.y).abs());
        (dx > 60 && dy < 120).then_some(dx)
    };
    let ratios = nearest(scene, positions, pitch, |_| BOX_WIDTH + 4 * GAP);
    percentile(ratios, 85).clamp(70, 220)
}

/// The same from top to bottom.
fn spread_down(scene: &Scene, positions: &[Option<Point>]) -> i32 {
    let pitch = |one: &Point, other: &Point| {
        let (dx, dy) = ((other.x - one.x).abs(), other.y - one.y);
        (dy > 60 && dx < 150).then_some(dy)
    };
    let ratios = nearest(scene, positions, pitch, |height| height + GAP + GAP / 2);
    percentile(ratios, 75).clamp(70, 180)
}

/// For every action with a neighbour on one side: how much room it needs up to the nearest, in per
/// cent of what it has.
fn nearest(
    scene: &Scene,
    positions: &[Option<Point>],
    pitch: impl Fn(&Point, &Point) -> Option<i32>,
    needed: impl Fn(i32) -> i32,
) -> Vec<i32> {
    let actions = || {
        let is_action = |it: &scene::Block| matches!(it.face, Face::Action(_));
        let placed = scene.blocks.iter().zip(positions).filter(move |(it, _)| is_action(it));
        placed.filter_map(|(block, point)| Some((block.height, point.as_ref()?)))
    };
    let ratio = |(height, one): (i32, &Point)| {
        let nearest = actions().filter_map(|(_, other)| pitch(one, other)).min()?;
        Some(needed(height) * 100 / nearest)
    };
    actions().filter_map(ratio).collect()
}

/// The value that so many per cent of all do not exceed; 100 when there is none.
fn percentile(mut values: Vec<i32>, percent: i32) -> i32 {
    values.sort_unstable();
    let at = count(values.len()).saturating_sub(1) * percent / 100;
    usize::try_from(at).ok().and_then(|it| values.get(it).copied()).unwrap_or(100)
}
