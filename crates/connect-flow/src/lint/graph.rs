//! The ways through one flow.

use std::collections::{HashMap, VecDeque};

use crate::action::{Action, is_made_up};
use crate::flow::Flow;
use crate::trail::Branch;
use crate::transitions::ConditionBranch;

/// The actions of a flow, by their place in the file, and the ways between them.
#[derive(Debug)]
pub(super) struct Graph<'a> {
    actions: Vec<&'a Action>,
    ways: Vec<Vec<Way<'a>>>,
    start: Option<usize>,
    reached: Vec<bool>,
}

/// A branch that a contact can take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way<'a> {
    pub(super) by: By<'a>,
    pub(super) to: usize,
}

/// What makes a contact take a branch.
#[derive(Debug, Clone, Copy)]
pub(super) enum By<'a> {
    /// Neither error nor condition.
    Next,
    /// An error.
    Error,
    /// A condition.
    Condition(&'a ConditionBranch),
}

impl<'a> Graph<'a> {
    pub(super) fn of(flow: &'a Flow) -> Self {
        let actions: Vec<_> = flow.actions().collect();
        let mut index = HashMap::with_capacity(actions.len());
        for action in &actions {
            index.entry(action.identifier()).or_insert(action.position);
        }
        let place = |target: Option<&str>| index.get(target?).copied();
        let ways = actions.iter().map(|it| ways(it, &place)).collect();
        let start = flow.start().map(|it| it.position);

        // Any branch counts for what can be reached, even one that merely repeats another.
        let mut reached = vec![false; actions.len()];
        let mut queue: VecDeque<_> = start.into_iter().collect();
        while let Some(at) = queue.pop_front() {
            let Some(seen) = reached.get_mut(at).filter(|it| !**it) else { continue };
            *seen = true;
            if let Some(action) = actions.get(at) {
                queue.extend(action.transitions().targets().filter_map(|it| place(Some(it))));
            }
        }
        Self { actions, ways, start, reached }
    }

    /// The first action.
    pub(super) fn start(&self) -> Option<usize> {
        self.start
    }

    /// How many actions there are.
    pub(super) fn len(&self) -> usize {
        self.actions.len()
    }

    pub(super) fn action(&self, at: usize) -> Option<&'a Action> {
        self.actions.get(at).copied()
    }

    /// All actions that a branch leads to.
    pub(super) fn reached(&self) -> impl Iterator<Item = &'a Action> {
        let both = self.actions.iter().zip(&self.reached);
        both.filter(|(_, reached)| **reached).map(|(action, _)| *action)
    }

    pub(super) fn is_reached(&self, at: usize) -> bool {
        self.reached.get(at).copied().unwrap_or_default()
    }

    /// The ways a contact can take from an action.
    pub(super) fn ways(&self, at: usize) -> &[Way<'a>] {
        self.ways.get(at).map_or(&[], Vec::as_slice)
    }

    /// How people are told of an action: its identifier, or its type when that says more.
    pub(super) fn name(&self, at: usize) -> &'a str {
        self.action(at).map_or("", name)
    }

    /// A way, for people: `a` → `b` → `c`.
    pub(super) fn shown(&self, way: &[usize]) -> String {
        const MOST: usize = 6;
        let named = |it: &usize| format!("`{}`", self.name(*it));
        let (first, rest) = way.split_at(way.len().min(MOST / 2));
        let left_out = rest.len().saturating_sub(MOST / 2);
        let mut names: Vec<_> = first.iter().map(named).collect();
        if left_out > 0 {
            names.push("…".to_owned());
        }
        names.extend(rest.iter().skip(left_out).map(named));
        names.join(" → ")
    }
}

fn ways<'a>(action: &'a Action, place: &impl Fn(Option<&str>) -> Option<usize>) -> Vec<Way<'a>> {
    let transitions = action.transitions();
    let next = Some(transitions.next.as_deref()).filter(|_| action.exits().contains(&Branch::Next));
    let next = next.into_iter().map(|it| (By::Next, it));
    let errors = transitions.errors.iter().map(|it| (By::Error, it.next.as_deref()));
    let conditions =
        transitions.conditions.iter().map(|it| (By::Condition(it), it.next.as_deref()));
    next.chain(errors)
        .chain(conditions)
        .filter_map(|(by, target)| Some(Way { by, to: place(target)? }))
        .collect()
}

/// How people are told of an action: its identifier, or its type when that is only a number.
pub(super) fn name(action: &Action) -> &str {
    let identifier = action.identifier();
    if is_made_up(identifier) { action.type_name() } else { identifier }
}

/// The strongly connected parts of a graph of so many nodes, each after those it leads to.
///
/// Tarjan's algorithm, without recursion: a flow may be as long as its file.
pub(super) fn parts<F, I>(nodes: usize, leads_to: F) -> Vec<Vec<usize>>
where
    F: Fn(usize) -> I,
    I: IntoIterator<Item = usize>,
{
    #[derive(Clone, Copy, Default)]
    struct Node {
        order: Option<usize>,
        low: usize,
        open: bool,
    }
    let mut state = vec![Node::default(); nodes];
    let get = |state: &[Node], at: usize| state.get(at).copied().unwrap_or_default();
    let mut count = 0;
    let mut open = Vec::new();
    let mut parts = Vec::new();
    for root in 0..nodes {
        if get(&state, root).order.is_some() {
            continue;
        }
        let mut stack: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut enter = Some(root);
        loop {
            if let Some(at) = enter.take() {
                if let Some(node) = state.get_mut(at) {
                    *node = Node { order: Some(count), low: count, open: true };
                }
                count += 1;
                open.push(at);
                stack.push((at, leads_to(at).into_iter().filter(|it| *it < nodes).collect()));
            }
            let Some((at, left)) = stack.last_mut() else { break };
            let at = *at;
            if let Some(to) = left.pop() {
                let target = get(&state, to);
                match target.order {
                    None => enter = Some(to),
                    Some(order) if target.open => lower(&mut state, at, order, |it| &mut it.low),
                    Some(_) => {}
                }
                continue;
            }
            stack.pop();
            let node = get(&state, at);
            if let Some((above, _)) = stack.last() {
                lower(&mut state, *above, node.low, |it| &mut it.low);
            }
            if node.order == Some(node.low) {
                let mut part = Vec::new();
                while let Some(member) = open.pop() {
                    if let Some(node) = state.get_mut(member) {
                        node.open = false;
                    }
                    part.push(member);
                    if member == at {
                        break;
                    }
                }
                part.sort_unstable();
                parts.push(part);
            }
        }
    }
    parts
}

fn lower<T>(state: &mut [T], at: usize, value: usize, field: fn(&mut T) -> &mut usize) {
    if let Some(node) = state.get_mut(at) {
        let low = field(node);
        *low = (*low).min(value);
    }
}

/// The shortest way from any of some nodes to one for which `wanted` holds, both included; nodes
/// for which `blocked` holds are not gone beyond.
pub(super) fn shortest<I>(
    from: impl IntoIterator<Item = usize>,
    leads_to: impl Fn(usize) -> I,
    blocked: impl Fn(usize) -> bool,
    wanted: impl Fn(usize) -> bool,
) -> Option<Vec<usize>>
where
    I: IntoIterator<Item = usize>,
{
    let mut came_from: HashMap<usize, Option<usize>> = HashMap::new();
    let mut queue = VecDeque::new();
    for at in from {
        came_from.entry(at).or_insert_with(|| {
            queue.push_back(at);
            None
        });
    }
    while let Some(at) = queue.pop_front() {
        if wanted(at) {
            let mut way = vec![at];
            let mut last = at;
            while let Some(Some(before)) = came_from.get(&last) {
                way.push(*before);
                last = *before;
            }
            way.reverse();
            return Some(way);
        }
        if blocked(at) {
            continue;
        }
        for to in leads_to(at) {
            came_from.entry(to).or_insert_with(|| {
                queue.push_back(to);
                Some(at)
            });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edges(list: &'static [(usize, usize)]) -> impl Fn(usize) -> Vec<usize> {
        move |at| list.iter().filter(|(from, _)| *from == at).map(|(_, to)| *to).collect()
    }

    #[test]
    fn circles_are_found() {
        let circles = parts(6, edges(&[(0, 1), (1, 2), (2, 1), (2, 3), (3, 3), (4, 0)]));
        assert_eq!(circles, [vec![3], vec![1, 2], vec![0], vec![4], vec![5]]);
        assert_eq!(parts(0, edges(&[])), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn a_long_chain_is_no_trouble() {
        let all = parts(100_000, |it| (it + 1 < 100_000).then_some(it + 1));
        assert_eq!(all.len(), 100_000);
    }

    #[test]
    fn the_shortest_way_goes_around_what_is_blocked() {
        let leads = edges(&[(0, 1), (1, 3), (0, 2), (2, 4), (4, 3)]);
        assert_eq!(shortest([0], &leads, |_| false, |it| it == 3), Some(vec![0, 1, 3]));
        assert_eq!(shortest([0], &leads, |it| it == 1, |it| it == 3), Some(vec![0, 2, 4, 3]));
        assert_eq!(shortest([3], &leads, |_| false, |it| it == 0), None);
    }

    proptest::proptest! {
        /// Two nodes are in one part exactly when each can be reached from the other.
        #[test]
        fn parts_are_what_reaches_itself(
            edges in proptest::collection::vec((0..8_usize, 0..8_usize), 0..24),
        ) {
            let leads = |at: usize| {
                edges.iter().filter(|(from, _)| *from == at).map(|(_, to)| *to).collect::<Vec<_>>()
            };
            let reaches = |a: usize, b: usize| shortest([a], leads, |_| false, |it| it == b).is_some();
            let parts = parts(8, leads);
            let part = |at: usize| parts.iter().position(|it| it.contains(&at));
            for a in 0..8 {
                for b in 0..8 {
                    let together = part(a) == part(b);
                    proptest::prop_assert_eq!(together, reaches(a, b) && reaches(b, a));
                }
            }
        }
    }
}
