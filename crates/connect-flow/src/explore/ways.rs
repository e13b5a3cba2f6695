//! What can come of an action.

use super::report::EndKind;
use super::state::State;
use super::unknown::Domain;
use super::walk::{Here, Walk, is_waiting};
use super::words;
use crate::action::{Action, ActionKind, GetParticipantInput, Input, Validation};
use crate::effect::{End, InvocationMode, Outcome};
use crate::run::{Failure, Log, Move, Taken};
use crate::spec::{Need, Spec};
use crate::trail::Branch;
use crate::transitions::NO_MATCHING_CONDITION;
use crate::value::{Field, Template, Tree};

/// The keys of a telephone, in the order they are tried.
const KEYS: &str = "1234567890*#";

/// A recorded wait for input of this many seconds or more is taken for a message.
const MESSAGE_SECONDS: u64 = 10;

/// A loop of more rounds than this is left after as many: the rest are like those before.
const ROUNDS: u64 = 10;

impl<'a> Walk<'a> {
    /// Walks on from an action in every way there is.
    pub(super) fn ways(&mut self, state: State, here: Here<'a>) {
        use ActionKind as Kind;
        let action = here.action;
        self.failures(&state, here);
        if action.kind().speaks_or_listens() {
            self.end(
                here,
                &state,
                Some("the caller hangs up".into()),
                Branch::Terminal,
                &End::HungUp,
            );
            if is_waiting(&state, here.entry) {
                self.ends(here, &state, "an agent answers", EndKind::Person);
            }
        }
        match action.kind() {
            Kind::Compare(field) => self.compare(state, here, field),
            Kind::Loop(field) => self.go_round(state, here, field),
            Kind::DistributeByPercentage => self.draw(state, here, Domain::Percentage, "chance"),
            Kind::CheckMetricData(_) => self.draw(state, here, Domain::Count, "the metric"),
            Kind::CheckHoursOfOperation(_) => {
                for (value, happened) in [("True", "it is open"), ("False", "it is closed")] {
                    self.choose_known(state.clone(), here, value, Some(happened.into()));
                }
            }
            Kind::MessageParticipant(prompt) => {
                let mut state = state;
                state.past.has_spoken = true;
                self.next(state, here, Some(format!("the caller hears {}", words::prompt(prompt))));
            }
            Kind::GetParticipantInput(it) => self.input(&state, here, it),
            Kind::ConnectParticipantWithLexBot(_) => {
                let mut state = state;
                let intent = state.bot_left(&self.live);
                // Bots say something before they let go of a caller.
                state.past.has_spoken = true;
                self.choose(state, here, &intent, "the intent");
            }
            Kind::InvokeLambdaFunction(it) => {
                let mut state = state;
                if it.mode == InvocationMode::Sync {
                    state.function_replied(&self.live);
                }
                self.next(state, here, None);
            }
            Kind::TransferContactToQueue(_) => {
                self.ends(here, &state, "the caller waits for a person", EndKind::Person);
                self.otherwise(&state, here, None);
                self.wait_in_queue(state, here);
            }
            Kind::TransferToFlow(_) => self.transfer(state, here),
            Kind::InvokeFlowModule(_) => self.invoke(state, here),
            Kind::EndFlowModuleExecution(it) => self.give_back(state, here, it.result.as_ref()),
            Kind::Faulty(_) | Kind::Unknown => self.anything(state, here),
            _ => self.ordinary(state, here),
        }
    }

    /// Every error that an action can end with, as far as the flow must know or does know of it.
    fn failures(&mut self, state: &State, here: Here<'a>) {
        let transitions = here.action.transitions();
        let spec = Spec::of(here.action);
        let declared = transitions.errors.iter().map(|it| it.error_type.as_str());
        let mut errors: Vec<&str> = match spec {
            Some(spec) => {
                let possible = declared.filter(|it| spec.error(it).is_some());
                let needed = spec.errors.iter().filter(|it| it.need == Need::Required);
                possible.chain(needed.map(|it| it.error_type)).collect()
            }
            None => declared.collect(),
        };
        errors.sort_unstable();
        errors.dedup();
        for error in errors.into_iter().filter(|it| *it != NO_MATCHING_CONDITION) {
            let happened = match error {
                "InputTimeLimitExceeded" => "the caller does nothing".to_owned(),
                "QueueAtCapacity" => "the queue is full".to_owned(),
                "InvalidPhoneNumber" => "the caller enters no telephone number".to_owned(),
                _ => format!("fails with {error}"),
            };
            let mut state = state.clone();
            // The line has tried: that no prompt at all can be played is no fault of the flow.
            state.past.has_spoken |=
                matches!(here.action.kind(), ActionKind::MessageParticipant(_));
            if error == "InputTimeLimitExceeded" {
                state.past.has_spoken |= has_prompt(here.action);
                state.note_message(here.action);
            }
            self.take(state, here, Some(happened), Taken::error(here.action, error));
        }
    }

    /// Actions that the interpreter can run by itself, and those that ask the host for something
    /// of which nothing is known.
    fn ordinary(&mut self, mut state: State, here: Here<'a>) {
        match state.execution.decide(self.library, here.action, None) {
            Ok(Move::Await(_)) => self.anything(state, here),
            Ok(Move::End(end)) => {
                self.end(here, &state, None, Branch::Terminal, &end);
            }
            Ok(decision) => {
                state.note_assignments(here.action);
                self.apply(state, here, decision);
            }
            // What it refers to is not known here, but may be in a call.
            Err(_) if has_references(&here.action.parameters) => self.anything(state, here),
            Err(Failure::Error { error, why }) => {
                let taken = Taken::error(here.action, &error);
                self.take(state, here, Some(format!("fails: {why}")), taken);
            }
            Err(Failure::Unexpected) => {}
        }
    }

    /// Any branch may follow.
    fn anything(&mut self, mut state: State, here: Here<'a>) {
        use ActionKind as Kind;
        let action = here.action;
        match action.kind() {
            Kind::CreateCallbackContact(_) => state.past.has_callback = true,
            Kind::MessageParticipantIteratively(_) => state.past.has_spoken = true,
            Kind::TransferParticipantToThirdParty(it) if it.goes_on => {
                state.past.was_outside = true;
            }
            Kind::TransferParticipantToThirdParty(_) => {
                let happened = "the caller is connected to another number";
                return self.ends(here, &state, happened, EndKind::External);
            }
            Kind::TransferContactToAgent
            | Kind::RouteContactToAgent(_)
            | Kind::DequeueContactAndTransferToQueue(_) => {
                let happened = "the caller waits for a person";
                return self.ends(here, &state, happened, EndKind::Person);
            }
            // Whatever these are, they may set attributes.
            Kind::InvokeFlowModule(_) | Kind::Faulty(_) | Kind::Unknown => {
                state.anything_changed(&self.live);
            }
            _ => state.forget_read(),
        }
        let transitions = action.transitions();
        if !transitions.conditions.is_empty() {
            return self.choose_any(state, here, "the result");
        }
        match action.kind() {
            _ if transitions.next.is_some() => self.next(state, here, None),
            // It repeats until somebody answers or hangs up.
            Kind::MessageParticipantIteratively(_) => {}
            Kind::Unknown => {
                let why = Some(format!("nothing is known of `{}`", action.type_name()));
                self.end_as(here, &state, None, Branch::Terminal, EndKind::Elsewhere, why);
            }
            _ => self.take(state, here, None, Taken::next(action)),
        }
    }

    /// The way is over.
    fn ends(&mut self, here: Here<'a>, state: &State, happened: &str, kind: EndKind) {
        self.end_as(here, state, Some(happened.to_owned()), Branch::Terminal, kind, None);
    }

    fn compare(&mut self, mut state: State, here: Here<'a>, field: &Field) {
        let value = match field {
            Field::Static(text) => text.clone(),
            Field::Reference(reference) => state.value(reference),
        };
        self.choose(state, here, &value, &format!("`{field}`"));
    }

    fn go_round(&mut self, mut state: State, here: Here<'a>, count: &Field) {
        let is_known = match count {
            Field::Static(_) => true,
            Field::Reference(reference) => state.value(reference).trim().parse::<u64>().is_ok(),
        };
        if self.is_coarse || !is_known {
            return self.choose_any(state, here, "the loop");
        }
        // A count out of range fails, and `failures` has walked the way it takes.
        if let Ok(Move::Choose(value)) = state.execution.decide(self.library, here.action, None) {
            state.execution.skip_rounds(here.action.identifier(), ROUNDS);
            self.choose_known(state, here, &value, None);
        }
    }

    /// A value of which only the kind is known.
    fn draw(&mut self, mut state: State, here: Here<'a>, domain: Domain, what: &str) {
        let value = state.unknowns.fresh(domain);
        self.choose(state, here, &value, what);
    }

    fn input(&mut self, state: &State, here: Here<'a>, it: &GetParticipantInput) {
        let mut state = state.clone();
        state.past.has_spoken |= it.prompt.is_some();
        state.note_message(here.action);
        match &it.input {
            Input::Menu => {
                let mut taken = Vec::new();
                for key in KEYS.chars() {
                    let key = key.to_string();
                    let branch = here.action.transitions().conditions.iter().position(|it| {
                        it.operands
                            .iter()
                            .any(|operand| it.operator.holds(&key, &operand.to_string()))
                    });
                    if taken.contains(&branch) {
                        continue;
                    }
                    taken.push(branch);
                    let happened = match branch {
                        Some(_) => format!("the caller presses {key}"),
                        None => "the caller presses another key".to_owned(),
                    };
                    let mut state = state.clone();
                    state.past.has_spoken = false;
                    self.choose_known(state, here, &key, Some(happened));
                }
            }
            Input::Stored(stored) => {
                if let Validation::Length(_) = stored.validation {
                    let mut state = state.clone();
                    state.execution.contact_mut().results.stored_input = Some("Timeout".to_owned());
                    self.next(state, here, Some("the caller enters nothing".into()));
                }
                state.past.has_spoken = false;
                let entry = state.unknowns.fresh(Domain::Text);
                state.execution.contact_mut().results.stored_input = Some(entry);
                self.next(state, here, Some("the caller enters something".into()));
            }
        }
    }

    /// The flow of a caller who waits begins, if there is one.
    fn wait_in_queue(&mut self, mut state: State, here: Here<'a>) {
        let hook = state.execution.contact().event_hooks.get("CustomerQueue");
        if hook.and_then(|it| self.library.get(it)).is_none() {
            return;
        }
        let asked = state.execution.decide(self.library, here.action, None);
        let answered = state.execution.decide(self.library, here.action, Some(&Outcome::Done));
        if let (Ok(Move::Await(_)), Ok(decision)) = (asked, answered) {
            self.apply(state, here, decision);
        }
    }

    fn transfer(&mut self, mut state: State, here: Here<'a>) {
        self.otherwise(&state, here, None);
        if let Ok(decision) = state.execution.decide(self.library, here.action, None) {
            self.apply(state, here, decision);
        } else {
            let why = Some("the flow it goes on in is not here".into());
            self.end_as(here, &state, None, Branch::Terminal, EndKind::Elsewhere, why);
        }
    }

    fn invoke(&mut self, mut state: State, here: Here<'a>) {
        match state.execution.decide(self.library, here.action, None) {
            Ok(decision) => self.apply(state, here, decision),
            Err(_) => self.anything(state, here),
        }
    }

    /// A module gives back a value that the invocation may branch on.
    fn give_back(&mut self, mut state: State, here: Here<'a>, result: Option<&Field>) {
        let value = match result {
            Some(Field::Reference(reference)) => Some(state.value(reference)),
            Some(Field::Static(text)) => Some(text.clone()),
            None => None,
        };
        if !state.execution.leave_module() {
            return self.end(here, &state, None, Branch::Terminal, &End::FlowEnded);
        }
        let Some(invocation) = self.after(here, &state) else { return };
        match value {
            Some(value) if !invocation.action.transitions().conditions.is_empty() => {
                self.choose(state, invocation, &value, "the module's result");
            }
            _ => self.next(state, invocation, None),
        }
    }

    /// Goes on as the interpreter decided.
    fn apply(&mut self, mut state: State, here: Here<'a>, decision: Move) {
        let branch = match &decision {
            Move::Next => return self.next(state, here, None),
            Move::Choose(value) => {
                let value = value.clone();
                return self.choose(state, here, &value, "the value");
            }
            Move::Enter(_) => Branch::Entered,
            Move::Transfer(_)
            | Move::End(_)
            | Move::Queue(_)
            | Move::Return(_)
            | Move::Await(_) => Branch::Terminal,
        };
        let effect = state.execution.apply(self.library, here.action, decision, &mut Log::none());
        if let Ok(effect) = effect {
            self.leave(here, state, None, branch, effect);
        }
    }
}

impl ActionKind {
    /// Whether a caller can hear it or is expected to say or press something.
    fn speaks_or_listens(&self) -> bool {
        matches!(
            self,
            Self::MessageParticipant(_)
                | Self::GetParticipantInput(_)
                | Self::ConnectParticipantWithLexBot(_)
                | Self::MessageParticipantIteratively(_)
                | Self::Wait(_)
        )
    }
}

impl State {
    /// The caller can leave a message while an action waits, if it waits long enough.
    fn note_message(&mut self, action: &Action) {
        if let ActionKind::GetParticipantInput(it) = action.kind()
            && self.execution.contact().recording.ivr
            && it.first_digit.as_secs() >= MESSAGE_SECONDS
        {
            self.past.has_message = true;
        }
    }

    /// Values that are not kept as text are unknown in what was assigned, too.
    fn note_assignments(&mut self, action: &Action) {
        match action.kind() {
            ActionKind::UpdateContactAttributes(it) => {
                for (name, value) in &it.attributes {
                    if let Some(value) = self.assigned(value) {
                        let attributes = &mut self.execution.contact_mut().attributes;
                        attributes.insert(name.to_string(), value);
                    }
                }
            }
            ActionKind::UpdateFlowAttributes(it) => {
                for (name, value) in &it.attributes {
                    if let Some(value) = self.assigned(value) {
                        self.execution.set_flow_attribute(name, value);
                    }
                }
            }
            _ => {}
        }
    }

    /// What a template comes to, where that is not what the interpreter makes of it.
    fn assigned(&mut self, template: &Template) -> Option<String> {
        let text = template.to_string();
        match Field::parse(&text) {
            Field::Reference(reference) => Some(self.value(&reference)),
            Field::Static(_) => {
                let mut references = super::live::references(template);
                let is_unknown = references.any(|it| self.execution.lookup_text(it).is_none());
                is_unknown.then(|| self.unknowns.fresh(Domain::Text))
            }
        }
    }
}

fn has_prompt(action: &Action) -> bool {
    match action.kind() {
        ActionKind::GetParticipantInput(it) => it.prompt.is_some(),
        ActionKind::ConnectParticipantWithLexBot(it) => it.prompt.is_some(),
        _ => false,
    }
}

fn has_references(tree: &Tree) -> bool {
    match tree {
        Tree::Text(template) => super::live::references(template).next().is_some(),
        Tree::List(items) => items.iter().any(has_references),
        Tree::Object(entries) => entries.iter().any(|(_, it)| has_references(it)),
        Tree::Other(_) => false,
    }
}
