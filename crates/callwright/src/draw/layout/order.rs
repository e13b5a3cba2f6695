//! Which column a box belongs to, and in what order a column has them.

use crate::draw::scene::Scene;

/// What a walk through the flow tells.
pub(super) struct Ranks {
    /// The column of every block.
    pub(super) column: Vec<usize>,
    /// When every block was first come to.
    pub(super) visited_at: Vec<usize>,
}

/// An edge between items of neighbouring columns.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    pub(super) from: usize,
    /// Where it leaves, from the top of the item.
    pub(super) from_y: i32,
    pub(super) to: usize,
    /// How much further down the top of the item it leads to would best be.
    pub(super) drop: i32,
    pub(super) weight: i32,
}

/// How often columns are put in order.
const SWEEPS: usize = 8;

/// Walks through the flow, depth first along its branches, and gives each block its column: after
/// the last of those that lead to it, ways back aside.
pub(super) fn ranks(scene: &Scene) -> Ranks {
    let n_blocks = scene.blocks.len();
    let mut outs: Vec<Vec<usize>> = vec![Vec::new(); n_blocks];
    let mut n_into = vec![0_usize; n_blocks];
    // The main ways of a block first, so that a way back is rather one of an error.
    let mut edges: Vec<_> = scene.edges.iter().collect();
    edges.sort_by_key(|it| (it.from, std::cmp::Reverse(it.way), it.port));
    for edge in edges {
        if let Some(it) = outs.get_mut(edge.from) {
            it.push(edge.to);
        }
        if let Some(it) = n_into.get_mut(edge.to) {
            *it += 1;
        }
    }
    // Whatever nothing leads to is a beginning; the rest, circles that nothing leads to, follow.
    let beginnings = (0..n_blocks).filter(|it| n_into.get(*it) == Some(&0));
    let roots: Vec<usize> = beginnings.chain(0..n_blocks).collect();
    let walk = Walk::new(&outs, &roots);

    let mut column = vec![0_usize; n_blocks];
    for from in walk.finished.iter().rev() {
        let own = column.get(*from).copied().unwrap_or_default();
        for to in outs.get(*from).into_iter().flatten() {
            if !walk.is_back(*from, *to)
                && let Some(it) = column.get_mut(*to)
            {
                *it = (*it).max(own + 1);
            }
        }
    }
    // What nothing leads to stands right before what it leads to.
    for (from, into) in n_into.iter().enumerate() {
        let nearest = outs.get(from).into_iter().flatten().filter_map(|it| column.get(*it)).min();
        let nearest = nearest.and_then(|it| it.checked_sub(1));
        if let (0, Some(nearest), Some(it)) = (into, nearest, column.get_mut(from)) {
            *it = nearest;
        }
    }
    Ranks { column, visited_at: walk.visited_at }
}

/// A walk through a graph, depth first.
struct Walk {
    visited_at: Vec<usize>,
    /// In the order they were left for good.
    finished: Vec<usize>,
    finished_at: Vec<usize>,
}

impl Walk {
    fn new(outs: &[Vec<usize>], roots: &[usize]) -> Self {
        let mut visited_at = vec![usize::MAX; outs.len()];
        let mut finished = Vec::with_capacity(outs.len());
        let mut clock = 0;
        for root in roots {
            // A stack of our own: a flow may be as long as it likes.
            let mut stack: Vec<(usize, usize)> = Vec::new();
            let mut entering = Some(*root);
            loop {
                if let Some(block) = entering.take()
                    && let Some(at @ &mut usize::MAX) = visited_at.get_mut(block)
                {
                    *at = clock;
                    clock += 1;
                    stack.push((block, 0));
                }
                let Some((block, next)) = stack.last_mut() else { break };
                if let Some(to) = outs.get(*block).and_then(|it| it.get(*next)) {
                    *next += 1;
                    entering = Some(*to);
                } else {
                    finished.push(*block);
                    stack.pop();
                }
            }
        }
        let mut finished_at = vec![0; outs.len()];
        for (at, block) in finished.iter().enumerate() {
            if let Some(it) = finished_at.get_mut(*block) {
                *it = at;
            }
        }
        Self { visited_at, finished, finished_at }
    }

    /// Whether an edge leads back to where the walk came from: it is finished later, or never left.
    fn is_back(&self, from: usize, to: usize) -> bool {
        self.finished_at.get(to) >= self.finished_at.get(from)
    }
}

/// The items of every column from top to bottom, ordered so that few links cross.
///
/// `visited_at` is the first order of the blocks; lanes begin where what they lead to is.
pub(super) fn layers(
    column: &[usize],
    n_columns: usize,
    visited_at: &[usize],
    links: &[Link],
    height: &[i32],
) -> Vec<Vec<usize>> {
    let mut key: Vec<usize> = visited_at.to_vec();
    key.resize(column.len(), usize::MAX);
    // From right to left, so that a lane finds the one after it.
    let mut by_column: Vec<&Link> = links.iter().collect();
    by_column.sort_by_key(|it| std::cmp::Reverse(column.get(it.from).copied()));
    for link in by_column {
        let target = key.get(link.to).copied();
        if let (Some(it @ &mut usize::MAX), Some(target)) = (key.get_mut(link.from), target) {
            *it = target;
        }
    }
    let mut layers: Vec<Vec<usize>> = vec![Vec::new(); n_columns];
    for (item, column) in column.iter().enumerate() {
        if let Some(it) = layers.get_mut(*column) {
            it.push(item);
        }
    }
    for layer in &mut layers {
        layer.sort_by_key(|it| (key.get(*it).copied(), *it));
    }
    let graph = Graph::new(column, n_columns, links, height);
    let mut best = (graph.crossings(&layers), layers.clone());
    for sweep in 0..SWEEPS {
        graph.sweep(&mut layers, sweep % 2 == 0);
        let crossings = graph.crossings(&layers);
        if crossings < best.0 {
            best = (crossings, layers.clone());
        }
    }
    best.1
}

/// What ordering needs to know of the links.
struct Graph<'a> {
    height: &'a [i32],
    /// Links by the column they leave.
    by_column: Vec<Vec<&'a Link>>,
    into: Vec<Vec<&'a Link>>,
    out_of: Vec<Vec<&'a Link>>,
}

impl<'a> Graph<'a> {
    fn new(column: &[usize], n_columns: usize, links: &'a [Link], height: &'a [i32]) -> Self {
        let mut by_column = vec![Vec::new(); n_columns];
        let mut into = vec![Vec::new(); column.len()];
        let mut out_of = into.clone();
        for link in links {
            let from = column.get(link.from).and_then(|it| by_column.get_mut(*it));
            for list in
                [from, into.get_mut(link.to), out_of.get_mut(link.from)].into_iter().flatten()
            {
                list.push(link);
            }
        }
        Self { height, by_column, into, out_of }
    }

    /// How far down every item is in its column.
    fn positions(&self, layers: &[Vec<usize>]) -> Vec<i64> {
        let mut positions = vec![0; self.into.len()];
        for layer in layers {
            for (at, item) in (0_i64..).zip(layer) {
                if let Some(it) = positions.get_mut(*item) {
                    *it = at * UNIT;
                }
            }
        }
        positions
    }

    /// Where a link leaves, in the units of [`Self::positions`].
    fn leaves_at(&self, positions: &[i64], link: &Link) -> i64 {
        let height = self.height.get(link.from).copied().unwrap_or_default().max(1);
        let within = i64::from(link.from_y) * (UNIT - 1) / i64::from(height);
        positions.get(link.from).copied().unwrap_or_default() + within.clamp(0, UNIT - 1)
    }

    /// Puts every column in the order of the weighted means of what is before it, or after it.
    fn sweep(&self, layers: &mut [Vec<usize>], rightwards: bool) {
        let mut positions = self.positions(layers);
        let n_layers = layers.len();
        for at in 0..n_layers {
            let at = if rightwards { at } else { n_layers - 1 - at };
            let Some(layer) = layers.get_mut(at) else { continue };
            let key = |item: &usize| {
                let own = positions.get(*item).copied().unwrap_or_default();
                let links = if rightwards { self.into.get(*item) } else { self.out_of.get(*item) };
                let place = |link: &Link| {
                    if rightwards {
                        self.leaves_at(&positions, link)
                    } else {
                        // What leaves further down is led further down.
                        let within = self.leaves_at(&positions, link) - own;
                        positions.get(link.to).copied().unwrap_or_default() - within / 2
                    }
                };
                let (mut sum, mut weight) = (0, 0);
                for link in links.into_iter().flatten() {
                    sum += place(link) * i64::from(link.weight);
                    weight += i64::from(link.weight);
                }
                if weight == 0 { own } else { sum / weight }
            };
            layer.sort_by_cached_key(key);
            for (place, item) in (0_i64..).zip(layer.iter()) {
                if let Some(it) = positions.get_mut(*item) {
                    *it = place * UNIT;
                }
            }
        }
    }

    /// How much crosses: a main way that is crossed counts more than an error.
    fn crossings(&self, layers: &[Vec<usize>]) -> i64 {
        let positions = self.positions(layers);
        let ends = |link: &&Link| {
            let to = positions.get(link.to).copied().unwrap_or_default();
            (self.leaves_at(&positions, link), to, i64::from(link.weight))
        };
        let mut crossings = 0;
        for links in &self.by_column {
            let ends: Vec<(i64, i64, i64)> = links.iter().map(ends).collect();
            for (at, one) in ends.iter().enumerate() {
                for other in ends.iter().skip(at + 1) {
                    if (one.0 < other.0 && one.1 > other.1) || (one.0 > other.0 && one.1 < other.1)
                    {
                        crossings += one.2 + other.2;
                    }
                }
            }
        }
        crossings
    }
}

/// From one item of a column to the next.
const UNIT: i64 = 1000;
