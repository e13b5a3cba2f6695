//! Where one way has come to: the execution, what is known of unknown values, and what has happened
//! that can matter later.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::live::{Live, Set, Variable};
use super::unknown::{Domain, Unknowns};
use crate::contact::{LexResult, Results, Sentiment};
use crate::run::Execution;
use crate::value::{Reference, Root};

/// Most characters of a value that is followed; one that grows beyond is no longer known, or a loop
/// that adds to it would never end.
const MOST_CHARACTERS: usize = 256;

/// Where one way has come to.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) execution: Execution,
    pub(super) unknowns: Unknowns,
    /// Values that are not kept as text anywhere, by the reference that reads them.
    read: BTreeMap<String, String>,
    pub(super) past: Past,
    /// Which promises have what they wait for behind them, one bit each.
    pub(super) passed: u128,
}

/// What has happened that decides what an end is called.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Past {
    /// The line has spoken since the caller last did anything.
    pub(super) has_spoken: bool,
    /// The caller could speak on a recording of the automated part.
    pub(super) has_message: bool,
    /// A callback was asked for.
    pub(super) has_callback: bool,
    /// The caller was connected to another number.
    pub(super) was_outside: bool,
}

impl State {
    /// A contact of which nothing is known, at the beginning of a flow or module.
    pub(super) fn new(execution: Execution, live: &Live, is_module: bool) -> Self {
        let mut state = Self {
            execution,
            unknowns: Unknowns::default(),
            read: BTreeMap::new(),
            past: Past::default(),
            passed: 0,
        };
        state.anything_changed(live);
        if !is_module {
            // A flow that led here may have left something behind.
            let stored = state.unknowns.fresh(Domain::Text);
            state.execution.contact_mut().results.stored_input = Some(stored);
            state.function_replied(live);
            state.bot_left(live);
        }
        state
    }

    /// A function replied: nothing is known but the names that are read.
    pub(super) fn function_replied(&mut self, live: &Live) {
        let mut reply = Value::Object(Map::new());
        for variable in live.variables() {
            if let Variable::External(path) = variable {
                place(&mut reply, path, &mut self.unknowns);
            }
        }
        self.execution.contact_mut().results.external = reply;
    }

    /// A bot left something behind, who knows what; gives the intent.
    pub(super) fn bot_left(&mut self, live: &Live) -> String {
        let unknowns = &mut self.unknowns;
        let intent = unknowns.fresh(Domain::Text);
        let mut lex = LexResult {
            intent_name: intent.clone(),
            dialog_state: unknowns.fresh(Domain::Text),
            sentiment: Some(Sentiment {
                label: unknowns.fresh(Domain::Text),
                scores: BTreeMap::new(),
            }),
            ..LexResult::default()
        };
        for variable in live.variables() {
            match variable {
                Variable::Slot(name) => {
                    lex.slots.insert(name.clone(), Some(unknowns.fresh(Domain::Text)));
                }
                Variable::SessionAttribute(name) => {
                    lex.session_attributes.insert(name.clone(), unknowns.fresh(Domain::Text));
                }
                _ => {}
            }
        }
        self.execution.contact_mut().results.lex = Some(lex);
        self.forget_read();
        intent
    }

    /// Something happened that may change anything of the contact.
    pub(super) fn anything_changed(&mut self, live: &Live) {
        for variable in live.variables() {
            if let Variable::Attribute(name) = variable {
                let value = self.unknowns.fresh(Domain::Text);
                self.execution.contact_mut().attributes.insert(name.clone(), value);
            }
        }
        self.forget_read();
    }

    /// What was read from outside is no longer what it was.
    pub(super) fn forget_read(&mut self) {
        self.read.retain(|name, _| name == "$.Channel");
    }

    /// The value a reference leads to: one that is the same until something changes it, if it is
    /// not kept as text.
    pub(super) fn value(&mut self, reference: &Reference) -> String {
        let text = self.execution.lookup_text(reference);
        match (&reference.root, text) {
            (Root::Channel, _) => self.read(reference, Domain::Channel),
            (Root::Metrics, _) => self.read(reference, Domain::Count),
            // Numbers of a conversation that is made up.
            (Root::Lex, _) if reference.path.first().is_some_and(|it| it == "IntentConfidence") => {
                self.read(reference, Domain::Text)
            }
            (_, Some(text)) => text,
            (Root::FlowAttributes, None) => String::new(),
            (_, None) => self.read(reference, Domain::Text),
        }
    }

    fn read(&mut self, reference: &Reference, domain: Domain) -> String {
        let unknowns = &mut self.unknowns;
        let fresh = || unknowns.fresh(domain);
        self.read.entry(reference.as_str().to_owned()).or_insert_with(fresh).clone()
    }

    /// Forgets what no longer matters.
    pub(super) fn forget(&mut self, live: &Live) {
        let mut sets = Vec::new();
        for (position, frame) in self.execution.frames().iter().enumerate() {
            let is_running = position.checked_add(1) == Some(self.execution.frames().len());
            let set = if is_running { Live::before } else { Live::after };
            sets.push(set(live, &frame.flow, &frame.action).cloned().unwrap_or_default());
        }
        let mut any = Set::default();
        for set in &sets {
            any.add(set);
        }
        let has = |set: &Set, variable: Variable| live.has(set, &variable);

        self.read.retain(|name, _| has(&any, Variable::Read(name.clone())));
        let (contact, frames) = self.execution.parts_mut();
        contact.attributes.retain(|name, _| has(&any, Variable::Attribute(name.clone())));
        let of_flows = frames.iter_mut().flat_map(|it| it.attributes.values_mut());
        for value in contact.attributes.values_mut().chain(of_flows) {
            if value.chars().count() > MOST_CHARACTERS {
                *value = self.unknowns.fresh(Domain::Text);
            }
        }
        // Each frame keeps the results of the one before it.
        let mut results = &mut contact.results;
        for (frame, set) in frames.iter_mut().zip(&sets).rev() {
            frame.attributes.retain(|name, _| has(set, Variable::FlowAttribute(name.clone())));
            forget_results(results, live, set);
            match frame.caller_results.as_deref_mut() {
                Some(before) => results = before,
                None => break,
            }
        }
    }

    /// Everything that can matter for how it goes on, as text; `coarse` is the place alone.
    pub(super) fn key(&self, coarse: bool) -> String {
        let mut key = Key { unknowns: &self.unknowns, names: Vec::new(), out: String::new() };
        for frame in self.execution.frames() {
            key.out.push_str(&frame.flow);
            key.out.push('\n');
            key.out.push_str(&frame.action);
            if coarse {
                continue;
            }
            for (name, count) in &frame.loops {
                // Writing to a string cannot fail.
                let _ = write!(key.out, "\n{name}={count}");
            }
            key.pairs(&frame.attributes);
            if let Some(results) = &frame.caller_results {
                key.results(results);
            }
        }
        let contact = self.execution.contact();
        if !coarse {
            key.pairs(&contact.attributes);
            key.results(&contact.results);
            key.pairs(&self.read);
            key.pairs(&contact.event_hooks);
        }
        let Past { has_spoken, has_message, has_callback, was_outside } = self.past;
        let past = [has_spoken, has_message, has_callback, was_outside, contact.recording.ivr];
        for fact in past {
            key.out.push(if fact { '1' } else { '0' });
        }
        let _ = write!(key.out, "{}{:?}", self.passed, self.execution.stage());
        let Key { names, mut out, .. } = key;
        self.unknowns.write_known(&names, &mut out);
        out
    }
}

/// A key in the making.
struct Key<'a> {
    unknowns: &'a Unknowns,
    names: Vec<u32>,
    out: String,
}

impl Key<'_> {
    fn text(&mut self, text: &str) {
        self.out.push('\n');
        self.unknowns.write(text, &mut self.names, &mut self.out);
    }

    fn pairs(&mut self, pairs: &BTreeMap<String, String>) {
        for (name, value) in pairs {
            self.out.push('\n');
            self.out.push_str(name);
            self.text(value);
        }
    }

    fn results(&mut self, results: &Results) {
        self.json(&results.external);
        self.text(results.stored_input.as_deref().unwrap_or_default());
        if let Some(lex) = &results.lex {
            for (name, value) in &lex.slots {
                self.out.push_str(name);
                self.text(value.as_deref().unwrap_or_default());
            }
            self.pairs(&lex.session_attributes);
            let mood = lex.sentiment.as_ref().map_or("", |it| &it.label);
            for value in [&lex.intent_name, &lex.dialog_state, mood] {
                self.text(value);
            }
        }
    }

    fn json(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.text(text),
            Value::Object(object) => object.values().for_each(|it| self.json(it)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => {
                self.out.push('\n');
            }
        }
    }
}

/// Forgets the results that no longer matter.
fn forget_results(results: &mut Results, live: &Live, set: &Set) {
    let has = |variable: Variable| live.has(set, &variable);
    if !has(Variable::StoredInput) {
        results.stored_input = None;
    }
    for variable in live.variables() {
        if let Variable::External(path) = variable
            && !live.has(set, variable)
        {
            let at = path.iter().try_fold(&mut results.external, |value, step| value.get_mut(step));
            if let Some(value) = at.filter(|it| !it.is_object()) {
                *value = Value::Null;
            }
        }
    }
    if let Some(lex) = &mut results.lex {
        lex.slots.retain(|name, _| has(Variable::Slot(name.clone())));
        lex.session_attributes.retain(|name, _| has(Variable::SessionAttribute(name.clone())));
        if !has(Variable::Lex) {
            lex.intent_name.clear();
            lex.dialog_state.clear();
            lex.sentiment = None;
        }
    }
}

/// Puts an unknown value at a path of JSON, unless the path leads through one already.
fn place(value: &mut Value, path: &[String], unknowns: &mut Unknowns) {
    let Some((step, rest)) = path.split_first() else { return };
    let Value::Object(object) = value else { return };
    let inner = object.entry(step.clone()).or_insert(Value::Null);
    if rest.is_empty() {
        if inner.is_null() {
            *inner = Value::String(unknowns.fresh(Domain::Text));
        }
        return;
    }
    if inner.is_null() {
        *inner = Value::Object(Map::new());
    }
    place(inner, rest, unknowns);
}
