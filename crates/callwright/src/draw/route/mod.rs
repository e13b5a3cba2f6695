//! Draws the way of every edge: out of its port to the right, along clear space, into the head of
//! the box it leads to from the left.
//!
//! Ways are made of level and upright stretches. Edges that lead to the same box are one net: their
//! ways may join. Those of different nets keep apart, and cross where they must.

mod track;

use super::branch::Way;
use super::layout::{Lane, Placed, Point, Rect};
use super::scene::{Edge, HEAD, Scene};

use track::{Axis, Tracks};

/// How far a way goes straight before it may turn, and the room an arrowhead needs.
const STUB: i32 = 14;
const ARROW: i32 = 18;

/// How many places are tried for an upright stretch at either end.
const TRIES: i32 = 8;

/// How many clear heights are tried for a level stretch.
const HEIGHTS: usize = 24;

/// What a bend costs, in pixels of detour.
const BEND: i32 = 24;

/// The corners of the way of each edge, from port to arrow.
pub(super) fn route(scene: &Scene, placed: &Placed) -> Vec<Vec<Point>> {
    let mut router = Router { tracks: Tracks::new(&placed.boxes), heights: heights(&placed.boxes) };
    let mut order: Vec<usize> = (0..scene.edges.len()).collect();
    let ends: Vec<Option<(Point, Point)>> =
        scene.edges.iter().map(|it| ends(scene, &placed.boxes, it)).collect();
    // Whatever passes fewer ports of its own box turns first and next to it, so that the others
    // turn further out and cross nothing. Else the main way goes first and straightest.
    order.sort_by_key(|at| {
        let way = scene.edges.get(*at).map_or(Way::Error, |it| it.way);
        let (passed, length) = match (scene.edges.get(*at), ends.get(*at)) {
            (Some(edge), Some(Some((from, to)))) => {
                (passed(scene, edge, *from, *to), (to.x - from.x).abs() + (to.y - from.y).abs())
            }
            _ => (0, 0),
        };
        (passed, std::cmp::Reverse(way), length, *at)
    });
    let mut ways = vec![Vec::new(); scene.edges.len()];
    for at in order {
        let (Some(edge), Some(Some((from, to)))) = (scene.edges.get(at), ends.get(at)) else {
            continue;
        };
        let lanes = placed.lanes.get(at).map(Vec::as_slice).unwrap_or_default();
        if let Some(it) = ways.get_mut(at) {
            *it = router.connect(edge.to, *from, *to, lanes);
        }
    }
    ways
}

/// Where an edge leaves and where it arrives.
fn ends(scene: &Scene, boxes: &[Rect], edge: &Edge) -> Option<(Point, Point)> {
    let (from, to) = (boxes.get(edge.from)?, boxes.get(edge.to)?);
    let port = scene.blocks.get(edge.from)?.ports.get(edge.port)?;
    let leaves = Point { x: from.right(), y: from.top + port.y };
    Some((leaves, Point { x: to.left, y: to.top + HEAD / 2 }))
}

/// How many ports of its own box an edge passes when it turns to where it leads.
fn passed(scene: &Scene, edge: &Edge, from: Point, to: Point) -> usize {
    let n_ports = scene.blocks.get(edge.from).map_or(0, |it| it.ports.len());
    match to.y.cmp(&from.y) {
        std::cmp::Ordering::Less => edge.port,
        std::cmp::Ordering::Equal => 0,
        std::cmp::Ordering::Greater => n_ports.saturating_sub(edge.port + 1),
    }
}

/// Heights between and around boxes at which a level stretch may pass, from top to bottom.
fn heights(boxes: &[Rect]) -> Vec<i32> {
    let around =
        |it: Rect| (0..3).flat_map(move |at| [it.top - 9 - 8 * at, it.bottom() + 9 + 8 * at]);
    let mut heights: Vec<i32> = boxes.iter().copied().flat_map(around).collect();
    let top = boxes.iter().map(|it| it.top).min().unwrap_or(0);
    let bottom = boxes.iter().map(|it| it.bottom()).max().unwrap_or(0);
    heights.extend((1..12).flat_map(|at| [top - 9 * at, bottom + 9 * at]));
    heights.sort_unstable();
    heights.dedup();
    heights
}

/// What is known while ways are found one after another.
struct Router {
    tracks: Tracks,
    heights: Vec<i32>,
}

impl Router {
    /// Finds the way of one edge.
    fn connect(&mut self, net: usize, from: Point, to: Point, lanes: &[Lane]) -> Vec<Point> {
        let way = if lanes.is_empty() {
            self.free_way(net, from, to)
        } else {
            self.lane_way(net, from, to, lanes)
        };
        let way = simplified(way);
        for pair in way.windows(2) {
            if let [a, b] = pair {
                self.tracks.take(net, *a, *b);
            }
        }
        way
    }

    /// A way along the lanes that the layout keeps free.
    fn lane_way(&self, net: usize, from: Point, to: Point, lanes: &[Lane]) -> Vec<Point> {
        let mut way = vec![from];
        let mut here = from;
        let ends = Lane { y: to.y, left: to.x - (ARROW - STUB), right: to.x };
        for lane in lanes.iter().chain(std::iter::once(&ends)) {
            if (lane.y - here.y).abs() > 0 {
                let x = self.turn(net, here, lane.y, lane.left, to);
                way.push(Point { x, y: here.y });
                way.push(Point { x, y: lane.y });
            }
            here = Point { x: lane.right, y: lane.y };
        }
        way.push(to);
        way
    }

    /// Where to turn from one height to the next, between `here` and `right`.
    fn turn(&self, net: usize, here: Point, y: i32, right: i32, to: Point) -> i32 {
        let (first, last) = (here.x + STUB, right - STUB);
        let cost = |x: &i32| {
            let corner = Point { x: *x, y: here.y };
            let turned = Point { x: *x, y };
            self.tracks.cost(net, &[here, corner, turned, Point { x: right.min(to.x), y }])
        };
        turns(first, last).min_by_key(cost).unwrap_or(first.midpoint(last))
    }

    /// A way where the layout knows of none: straight over, with one upright stretch, or out of
    /// the way and back, with two.
    fn free_way(&self, net: usize, from: Point, to: Point) -> Vec<Point> {
        let (first, last) = (from.x + STUB, to.x - ARROW);
        let mut best: Option<(i32, Vec<Point>)> = None;
        if first <= last {
            if from.y == to.y {
                let way = vec![from, to];
                best = Some((self.tracks.cost(net, &way), way));
            }
            for x in turns(first, last) {
                let way = vec![from, Point { x, ..from }, Point { x, ..to }, to];
                let cost = self.tracks.cost(net, &way) + 2 * BEND;
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((cost, way));
                }
            }
        }
        if best.as_ref().is_none_or(|(cost, _)| *cost >= Tracks::BLOCKED) {
            let around = self.way_around(net, from, to);
            if best.as_ref().is_none_or(|(least, _)| around.0 < *least) {
                best = Some(around);
            }
        }
        best.map_or_else(|| vec![from, to], |(_, way)| way)
    }

    /// A way with a level stretch at a height where there is room.
    fn way_around(&self, net: usize, from: Point, to: Point) -> (i32, Vec<Point>) {
        let way = |out: i32, y: i32, back: i32| {
            let (a, b) = (Point { x: out, ..from }, Point { x: out, y });
            let (c, d) = (Point { x: back, y }, Point { x: back, ..to });
            vec![from, a, b, c, d, to]
        };
        let cost = |way: &[Point]| self.tracks.cost(net, way) + 4 * BEND;
        let (out, back) = (from.x + STUB, to.x - ARROW);
        let mut best = (i32::MAX, way(out, from.y, back));
        let mut height = from.y;
        let is_clear =
            |y: &i32| self.tracks.is_clear(Point { x: out, y: *y }, Point { x: back, y: *y });
        for y in self.heights_near(from.y, to.y).filter(is_clear).take(HEIGHTS) {
            let detour = (y - from.y).abs() + (y - to.y).abs() + (back - out).abs();
            if best.0 < Tracks::BLOCKED && detour > best.0 {
                break;
            }
            let candidate = way(out, y, back);
            let cost = cost(&candidate);
            if cost < best.0 {
                best = (cost, candidate);
                height = y;
            }
        }
        for at in 0..TRIES {
            let candidate = way(out + 8 * at, height, back);
            let cost = cost(&candidate) + at;
            if cost < best.0 {
                best = (cost, candidate);
            }
        }
        let out = best.1.get(1).map_or(out, |it| it.x);
        for at in 0..TRIES {
            let candidate = way(out, height, back - 8 * at);
            let cost = cost(&candidate) + at;
            if cost < best.0 {
                best = (cost, candidate);
            }
        }
        best
    }

    /// The heights that a stretch may have, the smallest detour first.
    fn heights_near(&self, one: i32, other: i32) -> impl Iterator<Item = i32> {
        let (upper, lower) = (one.min(other), one.max(other));
        let begin = self.heights.partition_point(|it| *it < upper);
        let end = self.heights.partition_point(|it| *it <= lower);
        let (above, rest) = self.heights.split_at_checked(begin).unwrap_or_default();
        let (within, below) = rest.split_at_checked(end - begin).unwrap_or_default();
        let mut above = above.iter().rev().copied().peekable();
        let mut below = below.iter().copied().peekable();
        let outside = std::iter::from_fn(move || match (above.peek(), below.peek()) {
            (Some(a), Some(b)) if upper - a <= b - lower => above.next(),
            (_, Some(_)) => below.next(),
            (Some(_), None) => above.next(),
            (None, None) => None,
        });
        within.iter().copied().chain(outside)
    }
}

/// Where an upright stretch may be between two limits: near either end, and in the middle.
fn turns(first: i32, last: i32) -> impl Iterator<Item = i32> {
    let near = (0..TRIES).flat_map(move |at| [first + 8 * at, last - 8 * at]);
    near.chain([first.midpoint(last)]).filter(move |it| (first..=last).contains(it))
}

/// The same way without corners that are none.
fn simplified(way: Vec<Point>) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::with_capacity(way.len());
    for point in way {
        if out.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = out.as_slice()
            && Axis::of(*a, *b) == Axis::of(*b, point)
            && Axis::of(*a, *b).is_some()
        {
            out.pop();
        }
        out.push(point);
    }
    out
}
