//! The agent: what a script or a person lets one do, and how it reaches the interpreter.

use std::collections::BTreeMap;

use connect_flow::{
    Agent, Callback, Contact, Effect, Execution, FlowKind, Outcome, Party, Stage, Transfer,
};

use super::caller::{Moment, Turn};
use super::event::Kind;
use super::{Call, Failure, clock};
use crate::ids::Ids;
use crate::script::{Doing, Placed};

/// Contacts that a call may become beyond the first; Connect stops at twelve.
const FURTHER_CONTACTS: usize = 11;

/// How often the flow of a waiting caller came by its actions since the script last went on.
#[derive(Debug, Default)]
pub(super) struct Rounds {
    steps: usize,
    passed: BTreeMap<(String, String), u32>,
}

/// Ids for the contacts that a call may become.
pub(super) fn further_ids(name: &str, number: u32) -> Vec<String> {
    let ids = Ids::of(&format!("{name}#{number}#further"));
    (0..FURTHER_CONTACTS).map(|_| ids.uuid()).collect()
}

/// The contact of a callback: it keeps what was known when it was asked for.
pub(super) fn called_back(callback: &Callback, asked: &Contact) -> Contact {
    let ids = Ids::of(&format!("{}#callback", asked.contact_id));
    let mut contact = asked.clone();
    contact.contact_id = ids.uuid();
    contact.previous_contact_id = Some(asked.contact_id.clone());
    contact.customer_endpoint =
        callback.number.as_deref().map(aws_events::connect::Endpoint::telephone);
    contact.results = connect_flow::Results::default();
    contact.other.remove("Agent");
    contact
}

/// What may happen where the contact is, beyond what its flow asks for.
fn moment(effect: &Effect, stage: Stage) -> Option<Moment> {
    match stage {
        _ if matches!(effect, Effect::TransferToAgent { .. }) => Some(Moment::Offered),
        Stage::Queue => Some(Moment::Queue),
        Stage::Talk => Some(Moment::Talk),
        Stage::CustomerHold | Stage::AgentHold => Some(Moment::Hold),
        Stage::Flow
        | Stage::AgentWhisper
        | Stage::CustomerWhisper
        | Stage::Dialling
        | Stage::OutboundWhisper
        | Stage::Remaining => None,
    }
}

impl Call<'_> {
    /// Performs an effect and says what came of it, or what an agent or the waiting caller did
    /// instead.
    pub(super) async fn answer(&mut self, effect: Effect, execution: &Execution) -> Outcome {
        self.listener = execution.heard_by();
        self.stage = execution.stage();
        let contact = execution.contact();
        let moment = moment(&effect, execution.stage());
        match (&effect, moment) {
            (Effect::CallCustomer { number, .. }, _) => self.call_customer(number.as_deref()),
            (Effect::WaitInQueue { .. } | Effect::Talk { .. } | Effect::OnHold, Some(moment)) => {
                if moment == Moment::Talk {
                    self.talked = true;
                }
                self.idle(moment, contact)
            }
            (_, None) => self.perform(effect, contact).await,
            (_, Some(moment)) => {
                if moment.has_rounds() && self.goes_in_circles(execution.position()) {
                    return Outcome::Stays;
                }
                // A bot listens until it is content, so whoever is to come comes first.
                let comes_first = moment == Moment::Offered;
                if (comes_first || matches!(effect, Effect::Converse { .. }))
                    && let Some(outcome) = self.turn(moment, contact)
                {
                    return outcome;
                }
                let outcome = self.perform(effect, contact).await;
                // What the caller has just done comes to pass before anybody cuts in.
                let has_acted = matches!(outcome, Outcome::Digits(_) | Outcome::HungUp);
                if comes_first || has_acted {
                    return outcome;
                }
                self.turn(moment, contact).unwrap_or(outcome)
            }
        }
    }

    /// Whether a flow that goes on until somebody comes has been heard out: the script has nothing
    /// to say to it for as many rounds as it is patient.
    fn goes_in_circles(&mut self, position: Option<(&str, &str)>) -> bool {
        let (steps, Some(most)) = self.caller.patience(&self.heard) else { return false };
        if steps != self.rounds.steps {
            self.rounds = Rounds { steps, passed: BTreeMap::new() };
        }
        let Some((flow, action)) = position else { return false };
        let passed = self.rounds.passed.entry((flow.to_owned(), action.to_owned())).or_default();
        *passed = passed.saturating_add(1);
        *passed > most
    }

    /// What somebody does while a flow runs; `None` when nobody does anything.
    fn turn(&mut self, moment: Moment, contact: &Contact) -> Option<Outcome> {
        match self.caller.turn(moment, false, &self.heard) {
            Turn::Agent(doing) => Some(self.agent_does(doing, contact)),
            Turn::HangsUp => Some(self.hang_up()),
            Turn::Says(_) | Turn::Nothing => None,
        }
    }

    /// Waits for somebody to do something.
    fn idle(&mut self, moment: Moment, contact: &Contact) -> Outcome {
        loop {
            match self.caller.turn(moment, true, &self.heard) {
                Turn::Agent(doing) => return self.agent_does(doing, contact),
                Turn::HangsUp => return self.hang_up(),
                Turn::Says(text) => {
                    let took = clock::spoken(&text);
                    self.acts(Kind::said(text), took);
                }
                Turn::Nothing => return Outcome::Stays,
            }
        }
    }

    /// Tells what the agent does, in the words of the interpreter.
    fn agent_does(&mut self, doing: Placed<Doing>, contact: &Contact) -> Outcome {
        let Placed { line, value } = doing;
        let (does, outcome) = match value {
            Doing::Answers { name } => {
                let agent = self.agent_called(&name);
                ("answers".to_owned(), Outcome::AgentAnswers(Box::new(agent)))
            }
            Doing::Holds => ("puts the caller on hold".to_owned(), Outcome::AgentHolds),
            Doing::Resumes => ("takes the caller off hold".to_owned(), Outcome::AgentResumes),
            Doing::HangsUp => ("hangs up".to_owned(), Outcome::AgentHangsUp),
            Doing::Transfers { to } => {
                let came_from = || contact.target_queue.as_ref().map(|it| it.name.clone());
                let to = to.or_else(came_from).unwrap_or_default();
                let Some(transfer) = self.transfer_to(&to) else {
                    self.failures.push(self.no_such_place(line, &to));
                    self.parted = true;
                    return Outcome::HungUp;
                };
                self.talked = false;
                (format!("transfers the caller to {to}"), Outcome::AgentTransfers(transfer))
            }
        };
        self.notice(Kind::Agent { name: self.agent.clone(), does });
        outcome
    }

    /// Somebody of this name, at work.
    fn agent_called(&mut self, name: &str) -> Agent {
        name.clone_into(&mut self.agent);
        let (first, last) = name.split_once(' ').unwrap_or((name, ""));
        let id = Ids::of(name).uuid();
        Agent {
            arn: format!("{}/agent/{id}", self.line.instance_arn()),
            user_name: name.to_lowercase().split_whitespace().collect::<Vec<_>>().join("."),
            first_name: first.to_owned(),
            last_name: last.trim().to_owned(),
        }
    }

    fn transfer_to(&self, name: &str) -> Option<Transfer> {
        if let Some(arn) = self.line.queue_named(name) {
            return Some(Transfer::Queue(arn.to_owned()));
        }
        let mut flows = self.line.library.entries().filter(|it| it.kind == FlowKind::Flow);
        let flow = flows.find(|it| it.name == name)?;
        Some(Transfer::Flow(flow.arn.clone()))
    }

    fn no_such_place(&self, line: u64, name: &str) -> Failure {
        let flows = self.line.library.entries().filter(|it| it.kind == FlowKind::Flow);
        let queues = self.line.queue_names().map(|it| format!("queue `{it}`"));
        let mut known: Vec<_> =
            flows.map(|it| format!("flow `{}`", it.name)).chain(queues).collect();
        known.sort();
        Failure {
            line,
            expected: format!("the agent to transfer the caller to `{name}`"),
            found: format!("there is no such place; there are {}", known.join(", ")),
        }
    }

    /// Calls the customer of a callback, who answers.
    fn call_customer(&mut self, number: Option<&str>) -> Outcome {
        let Some(number) = number else { return Outcome::Failed };
        self.notice(Kind::CallsBack { number: number.to_owned() });
        Outcome::Done
    }

    /// Lets the next agent of the script make a callback that was asked for, if there is one.
    pub(super) fn next_callback(&mut self) -> Option<(Callback, Contact)> {
        let is_due =
            !self.parted && !self.callbacks.is_empty() && self.caller.expects_agent(&self.heard);
        if !is_due {
            return None;
        }
        let (callback, contact) = self.callbacks.pop_front()?;
        self.clock.advance(callback.delay);
        self.talked = false;
        self.rounds = Rounds::default();
        let contact = called_back(&callback, &contact);
        Some((callback, contact))
    }

    /// Whether the caller is on the line and hears what is played.
    pub(super) fn caller_listens(&self) -> bool {
        self.listener == Party::Customer
    }
}
