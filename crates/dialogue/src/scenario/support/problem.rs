//! What is known of a problem: what does not work, and what was tried.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use wording::{Message, Value};

use super::guide::{Guide, Step, Symptom, guide};
use crate::business::{Service, TicketNumber, Tried};
use crate::matter::Matter;
use crate::slot::{Slot, Slots};
use crate::wish::Wish;

/// A symptom that no guide knows, which only a technician can see to.
pub(super) const OTHER: &str = "other";

/// What comes before the number of a ticket, where a matter keeps how far the caller was.
const TICKET: &str = "ticket ";

/// What is known of a problem. There is nothing in it that a caller said in their own words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Problem {
    /// What does not work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) service: Option<Service>,
    /// What is wrong with it, by its name in the guide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) symptom: Option<String>,
    /// The step that the caller is at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) step: Option<String>,
    /// The steps before it, in the order they were asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) passed: Vec<String>,
    /// What was tried.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) tried: Vec<Tried>,
    /// What does not work either, and is seen to afterwards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) also: Option<Service>,
    /// The ticket that was opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ticket: Option<TicketNumber>,
}

impl Problem {
    /// The guide for what does not work.
    pub(super) fn guide(&self) -> Option<&'static Guide> {
        guide(self.service?)
    }

    /// What is wrong.
    pub(super) fn symptom(&self) -> Option<&'static Symptom> {
        self.guide()?.symptom(self.symptom.as_deref()?)
    }

    /// Where the caller is.
    pub(super) fn step(&self) -> Option<&'static Step> {
        self.symptom()?.step(self.step.as_deref()?)
    }

    /// The same service from the start.
    pub(super) fn anew(service: Option<Service>) -> Self {
        Self { service, ..Self::default() }
    }

    /// Goes to a step.
    pub(super) fn enter(&mut self, step: &str) {
        self.passed.extend(self.step.replace(step.to_owned()));
    }

    /// Goes to the step before and forgets what came of it; `false` when there is none.
    pub(super) fn back(&mut self) -> bool {
        let before = self.passed.pop();
        self.tried
            .retain(|it| Some(&it.step) != before.as_ref() && Some(&it.step) != self.step.as_ref());
        let is_there = before.is_some();
        self.step = before;
        is_there
    }

    /// Notes what came of a step, once.
    pub(super) fn note(&mut self, helped: Option<bool>) {
        let Some(step) = self.step.clone() else { return };
        self.tried.retain(|it| it.step != step);
        self.tried.push(Tried { step, helped });
    }

    /// The word for the service that messages choose by.
    pub(super) fn service_word(&self) -> &'static str {
        word(self.service)
    }

    /// For the person who takes over.
    pub(super) fn summary(&self) -> Message {
        let names = |helped: Option<bool>| -> Vec<Value> {
            let tried = self.tried.iter().filter(|it| it.helped == helped);
            // Steps have names of plain words, which are also what tickets show.
            tried.map(|it| Value::Text(it.step.replace('-', " "))).collect()
        };
        let (failed, skipped) = (names(Some(false)), names(None));
        let symptom = self.symptom.as_deref().map(|it| it.replace('-', " "));
        let ticket = self.ticket.as_ref().map(|it| it.as_str().to_owned());
        Message::new("summary-support")
            .with("service", Value::Word(self.service_word().to_owned()))
            .with("has-symptom", yes_no(symptom.is_some()))
            .with("symptom", Value::Text(symptom.unwrap_or_default()))
            .with("n-failed", count(&failed))
            .with("failed", Value::All(failed))
            .with("n-skipped", count(&skipped))
            .with("skipped", Value::All(skipped))
            .with("has-ticket", yes_no(ticket.is_some()))
            .with("ticket", Value::Text(ticket.unwrap_or_default()))
    }

    /// What the caller may call about again; `None` before they are anywhere.
    pub(super) fn matter(&self, on: Date) -> Option<Matter> {
        let mut slots = Slots::from([
            (Slot::Service, self.service_word().to_owned()),
            (Slot::Symptom, self.symptom.clone()?),
        ]);
        let place = match &self.ticket {
            Some(ticket) => Some(format!("{TICKET}{}", ticket.as_str())),
            None => self.step.clone(),
        };
        slots.extend(place.map(|it| (Slot::Progress, it)));
        Some(Matter { wish: Wish::ReportProblem, slots, on, until: None })
    }

    /// Takes up where a call before stopped, from the place that [`Problem::matter`] kept; service and
    /// symptom are known. `false` when it is no place.
    pub(super) fn resume(&mut self, place: &str) -> bool {
        if let Some(number) = place.strip_prefix(TICKET) {
            self.ticket = number.parse().ok();
            return self.ticket.is_some();
        }
        let known = self.symptom().is_some_and(|it| it.step(place).is_some());
        if known {
            self.enter(place);
        }
        known
    }
}

/// The word for a service that messages choose by.
pub(super) fn word(service: Option<Service>) -> &'static str {
    match service {
        Some(Service::Internet) => "internet",
        Some(Service::Phone) => "phone",
        Some(Service::Television) => "television",
        Some(Service::Billing) => "billing",
        None => "unknown",
    }
}

fn yes_no(it: bool) -> Value {
    Value::Word(if it { "yes" } else { "no" }.to_owned())
}

fn count(values: &[Value]) -> Value {
    Value::Number(i64::try_from(values.len()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem() -> Problem {
        let mut problem = Problem::anew(Some(Service::Internet));
        problem.symptom = Some("no-connection".to_owned());
        problem.enter("router-on");
        problem.enter("check-cables");
        problem.note(Some(false));
        problem.enter("restart-router");
        problem
    }

    #[test]
    fn going_back_forgets_what_came_of_the_step() {
        let mut problem = problem();
        assert!(problem.back());
        assert_eq!(problem.step.as_deref(), Some("check-cables"));
        assert_eq!(problem.tried, []);
        assert!(problem.back());
        assert_eq!(problem.step.as_deref(), Some("router-on"));
        assert!(!problem.back());
        assert_eq!(problem.step, None);
    }

    #[test]
    fn a_step_is_noted_once() {
        let mut problem = problem();
        problem.note(None);
        problem.note(Some(false));
        let restart = Tried { step: "restart-router".to_owned(), helped: Some(false) };
        assert_eq!(problem.tried[1..], [restart]);
    }

    #[test]
    fn a_matter_leads_back_to_where_the_caller_was() {
        let problem = problem();
        let on = jiff::civil::date(2026, 3, 2);
        let matter = problem.matter(on).unwrap();
        assert_eq!(matter.slots[&Slot::Progress], "restart-router");
        let begin = || {
            let mut again = Problem::anew(Some(Service::Internet));
            again.symptom = Some(matter.slots[&Slot::Symptom].clone());
            again
        };
        let mut again = begin();
        assert!(again.resume(&matter.slots[&Slot::Progress]));
        assert_eq!(again.step.as_deref(), Some("restart-router"));
        assert!(!begin().resume("ready"), "how far a caller is says nothing of where");
        let mut again = begin();
        assert!(again.resume("ticket 482913"));
        assert_eq!(again.ticket, Some("482913".parse().unwrap()));
        assert_eq!(Problem::default().matter(on), None);
    }
}
