//! What still matters at each action: the values that some way from there reads before it sets
//! them. Whatever else a way carries is forgotten, so that ways which differ in nothing else are
//! one.

use std::collections::{BTreeMap, HashMap};

use crate::action::{Action, ActionKind, Input};
use crate::effect::InvocationMode;
use crate::library::{Entry, FlowKind, Library};
use crate::value::{Field, Part, Reference, Root, Template};

/// A value that branches may depend on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Variable {
    Attribute(String),
    FlowAttribute(String),
    /// A part of the last function's reply.
    External(Vec<String>),
    Slot(String),
    SessionAttribute(String),
    /// The last intent, the mood, how far the dialogue came.
    Lex,
    StoredInput,
    /// Anything that is not kept as text, by the reference that reads it.
    Read(String),
}

impl Variable {
    /// What a reference reads.
    pub(super) fn of(reference: &Reference) -> Self {
        let name = || reference.path.join(".");
        match (&reference.root, reference.path.as_slice()) {
            (Root::Attributes, _) => Self::Attribute(name()),
            (Root::FlowAttributes, _) => Self::FlowAttribute(name()),
            (Root::External, path) => Self::External(path.to_vec()),
            (Root::StoredCustomerInput, _) => Self::StoredInput,
            (Root::Lex, [kind, name]) if kind == "Slots" => Self::Slot(name.clone()),
            (Root::Lex, [kind, rest @ ..]) if kind == "SessionAttributes" => {
                Self::SessionAttribute(rest.join("."))
            }
            (Root::Lex, [kind, ..])
                if ["IntentName", "DialogState", "SentimentResponse"].contains(&kind.as_str()) =>
            {
                Self::Lex
            }
            _ => Self::Read(reference.as_str().to_owned()),
        }
    }
}

/// A set of variables, one bit each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Set(Vec<u64>);

impl Set {
    fn insert(&mut self, number: usize) {
        let (word, bit) = (number / 64, number % 64);
        if self.0.len() <= word {
            self.0.resize(word.saturating_add(1), 0);
        }
        if let Some(word) = self.0.get_mut(word) {
            *word |= 1 << bit;
        }
    }

    fn has(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word & (1 << (number % 64)) != 0)
    }

    pub(super) fn add(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    fn remove(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= !other);
    }
}

/// What matters at each action of a library.
#[derive(Debug, Clone, Default)]
pub(super) struct Live {
    numbers: BTreeMap<Variable, usize>,
    /// By flow and action: when the action begins, and when it has succeeded.
    at: HashMap<String, HashMap<String, Point>>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Point {
    before: Set,
    after: Set,
}

impl Live {
    /// Finds what matters in the flows of a library.
    pub(super) fn of(library: &Library) -> Self {
        let mut live = Self::default();
        // Backwards along branches, until nothing changes; it only ever grows.
        loop {
            let mut has_changed = false;
            for entry in library.entries() {
                for action in entry.flow.actions() {
                    let point = live.point(library, entry, action);
                    let of_flow = live.at.entry(entry.arn.clone()).or_default();
                    let known = of_flow.entry(action.identifier().to_owned()).or_default();
                    if *known != point {
                        *known = point;
                        has_changed = true;
                    }
                }
            }
            if !has_changed {
                return live;
            }
        }
    }

    fn point(&mut self, library: &Library, entry: &Entry, action: &Action) -> Point {
        let transitions = action.transitions();
        let begins = |live: &Self, flow: &Entry, action: Option<&str>| {
            let found = live.at.get(&flow.arn).zip(action).and_then(|(of, it)| of.get(it));
            found.map(|it| it.before.clone()).unwrap_or_default()
        };
        let mut after = begins(self, entry, transitions.next.as_deref());
        for condition in &transitions.conditions {
            after.add(&begins(self, entry, condition.next.as_deref()));
        }
        let mut failed = Set::default();
        for error in &transitions.errors {
            failed.add(&begins(self, entry, error.next.as_deref()));
        }
        // A value that no condition matches is no failure, but leaves by an error.
        after.add(&failed);
        for target in targets(library, action) {
            after.add(&begins(self, target, target.flow.start().map(Action::identifier)));
        }

        let mut before = after.clone();
        before.remove(&self.set_by(action));
        before.add(&failed);
        for reference in self.read_by(action, &after) {
            before.insert(self.number(Variable::of(reference)));
        }
        Point { before, after }
    }

    fn number(&mut self, variable: Variable) -> usize {
        let next = self.numbers.len();
        *self.numbers.entry(variable).or_insert(next)
    }

    /// The variables that an action gives a new value when it succeeds.
    fn set_by(&self, action: &Action) -> Set {
        let mut set = Set::default();
        for (variable, number) in &self.numbers {
            let is_set = match (action.kind(), variable) {
                (ActionKind::UpdateContactAttributes(it), Variable::Attribute(name)) => {
                    it.attributes.iter().any(|(key, _)| key.to_string() == *name)
                }
                (ActionKind::UpdateFlowAttributes(it), Variable::FlowAttribute(name)) => {
                    it.attributes.contains_key(name)
                }
                (ActionKind::InvokeLambdaFunction(it), Variable::External(_)) => {
                    it.mode == InvocationMode::Sync
                }
                (
                    ActionKind::ConnectParticipantWithLexBot(_),
                    Variable::Lex | Variable::Slot(_) | Variable::SessionAttribute(_),
                ) => true,
                (ActionKind::GetParticipantInput(it), Variable::StoredInput) => {
                    matches!(it.input, Input::Stored(_))
                }
                _ => false,
            };
            if is_set {
                set.insert(*number);
            }
        }
        set
    }

    /// The references that an action's branch depends on, or what it gives a value that matters
    /// afterwards.
    fn read_by<'a>(&self, action: &'a Action, after: &Set) -> Vec<&'a Reference> {
        let own = match action.kind() {
            ActionKind::Compare(it)
            | ActionKind::Loop(it)
            | ActionKind::TransferToFlow(it)
            | ActionKind::InvokeFlowModule(it) => Some(it),
            ActionKind::EndFlowModuleExecution(it) => it.result.as_ref(),
            _ => None,
        };
        let operands = action.transitions().conditions.iter().flat_map(|it| &it.operands);
        let mut read: Vec<_> = own.into_iter().chain(operands).filter_map(as_reference).collect();
        let matters = |it: Variable| self.numbers.get(&it).is_some_and(|it| after.has(*it));
        match action.kind() {
            ActionKind::UpdateContactAttributes(it) => {
                let mut set = it.attributes.iter();
                set.by_ref()
                    .filter(|(name, _)| matters(Variable::Attribute(name.to_string())))
                    .for_each(|(_, value)| read.extend(references(value)));
            }
            ActionKind::UpdateFlowAttributes(it) => {
                for (_, value) in it
                    .attributes
                    .iter()
                    .filter(|(name, _)| matters(Variable::FlowAttribute((*name).clone())))
                {
                    read.extend(references(value));
                }
            }
            _ => {}
        }
        read
    }

    /// What matters before an action runs.
    pub(super) fn before(&self, flow: &str, action: &str) -> Option<&Set> {
        Some(&self.at.get(flow)?.get(action)?.before)
    }

    /// What matters after an action succeeded.
    pub(super) fn after(&self, flow: &str, action: &str) -> Option<&Set> {
        Some(&self.at.get(flow)?.get(action)?.after)
    }

    /// Whether a variable is in a set.
    pub(super) fn has(&self, set: &Set, variable: &Variable) -> bool {
        self.numbers.get(variable).is_some_and(|it| set.has(*it))
    }

    /// Every variable that anything reads.
    pub(super) fn variables(&self) -> impl Iterator<Item = &Variable> {
        self.numbers.keys()
    }
}

/// The flows and modules that an action may go on in.
fn targets<'a>(library: &'a Library, action: &Action) -> Vec<&'a Entry> {
    let (field, kind) = match action.kind() {
        ActionKind::TransferToFlow(field) => (field, FlowKind::Flow),
        ActionKind::InvokeFlowModule(field) => (field, FlowKind::Module),
        ActionKind::TransferContactToQueue(_) => return hooked(library),
        _ => return Vec::new(),
    };
    match field {
        Field::Static(id) => library.get(id).into_iter().collect(),
        Field::Reference(_) => library.entries().filter(|it| it.kind == kind).collect(),
    }
}

/// The flows that may begin when a caller waits in a queue.
fn hooked(library: &Library) -> Vec<&Entry> {
    let hooks =
        library.entries().flat_map(|it| it.flow.actions()).filter_map(|it| match it.kind() {
            ActionKind::UpdateContactEventHooks(it) => it.hooks.get("CustomerQueue"),
            _ => None,
        });
    hooks
        .filter_map(|it| match it {
            Field::Static(id) => library.get(id),
            Field::Reference(_) => None,
        })
        .collect()
}

fn as_reference(field: &Field) -> Option<&Reference> {
    match field {
        Field::Reference(reference) => Some(reference),
        Field::Static(_) => None,
    }
}

/// The references in a text.
pub(super) fn references(template: &Template) -> impl Iterator<Item = &Reference> {
    template.parts().iter().filter_map(|part| match part {
        Part::Reference(reference) => Some(reference),
        Part::Static(_) => None,
    })
}
