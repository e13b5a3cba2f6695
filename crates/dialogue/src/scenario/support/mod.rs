//! Technical support: what does not work, steps that may help, and a ticket when they do not.
//!
//! Each step is asked for, and after each that may help the caller says whether it did. What is tried is
//! data ([`guide`]); where the caller is, is kept with the task, and in the call's memory so that the
//! caller can come back to it.

mod begin;
mod guide;
mod hear;
mod problem;
mod words;

#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use wording::{Message, Value};

pub(crate) use self::begin::begin;
use self::guide::Kind;
pub(crate) use self::problem::Problem;
use self::problem::word;
use crate::business::Service;
use crate::heard::YesNo;
use crate::matter::Matter;
use crate::question::{Expects, Question};
use crate::reply::Reason;
use crate::request::{Facts, Operation, Request};
use crate::said::Said;
use crate::slot::Slot;
use crate::task::{self, Answer, Context, Done, Next, Taken};
use crate::wish::Wish;

/// Support for a problem.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Task {
    stage: Stage,
    #[serde(default)]
    problem: Problem,
    /// What is said before the next question, once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    before: Vec<Opening>,
}

/// Where the task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Stage {
    /// What does not work is asked.
    Service,
    /// What is wrong with it is asked.
    Symptom,
    /// Whether to go on where the caller was is asked.
    Resume,
    /// A step is asked for.
    Step,
    /// Whether the step helped is asked.
    Works,
    /// A ticket is to be opened, by this operation once it is numbered.
    Ticket(Option<Operation>),
    /// There is a ticket; whether the caller wants a technician as well is asked.
    Opened,
    /// The caller wants a technician.
    Technician,
    /// The caller leaves it to the ticket.
    Stays,
    /// It works again.
    Solved,
    /// It is about a bill.
    Billing,
    /// It is about paying a bill.
    Pay,
    /// No ticket could be opened.
    Unavailable,
}

/// What is said before a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Opening {
    /// That the line is sorry about the trouble.
    Trouble,
    /// The number of the ticket that was opened just now.
    Ticket,
    /// The same, which is also sent by SMS.
    TicketByText,
    /// The number of the ticket that was opened before.
    TicketAgain,
}

impl Task {
    fn tell_ticket(&mut self) {
        self.before = vec![Opening::TicketAgain];
        self.stage = Stage::Opened;
    }

    /// Keeps where the caller is for when they come back to it.
    fn remember(&self, cx: &mut Context<'_>) {
        match self.stage {
            Stage::Step | Stage::Works | Stage::Ticket(_) | Stage::Opened | Stage::Stays => {
                cx.memory.problem = Some(self.problem.clone());
            }
            Stage::Solved => {
                cx.memory.problem = None;
                cx.memory.service_to_see_to = self.problem.also;
            }
            Stage::Service
            | Stage::Symptom
            | Stage::Resume
            | Stage::Technician
            | Stage::Billing
            | Stage::Pay
            | Stage::Unavailable => {}
        }
    }

    fn opening(&self, opening: Opening) -> Option<Message> {
        let number = || self.problem.ticket.as_ref().map(|it| Value::Digits(it.clone().into()));
        Some(match opening {
            Opening::Trouble => match self.problem.service? {
                Service::Billing => return None,
                service => with_service("note-trouble", Some(service)),
            },
            Opening::Ticket => Message::new("tell-ticket").with("number", number()?),
            Opening::TicketByText => Message::new("tell-ticket-by-text"),
            Opening::TicketAgain => Message::new("tell-ticket-again").with("number", number()?),
        })
    }

    fn ask(&mut self, message: Message, expects: Expects) -> Next {
        let mut question = Question::new(message, expects);
        // Nobody is told about trouble that is not known yet.
        let (now, later) = std::mem::take(&mut self.before)
            .into_iter()
            .partition(|it| *it != Opening::Trouble || self.problem.service.is_some());
        self.before = later;
        let now: Vec<Opening> = now;
        question.before = now.into_iter().filter_map(|it| self.opening(it)).collect();
        Next::Ask(question)
    }
}

fn with_service(id: &'static str, service: Option<Service>) -> Message {
    Message::new(id).with("service", Value::Word(word(service).to_owned()))
}

impl task::Task for Task {
    fn next(&mut self, cx: &mut Context<'_>) -> Next {
        self.remember(cx);
        let service = self.problem.service;
        match self.stage {
            Stage::Service => {
                self.ask(Message::new("choose-service"), Expects::Slot(Slot::Service))
            }
            Stage::Symptom => match self.problem.guide() {
                Some(guide) => {
                    self.ask(Message::new(&guide.ask_symptom), Expects::Slot(Slot::Symptom))
                }
                None => person("hand-over-technician"),
            },
            Stage::Resume => self.ask(with_service("offer-resume", service), Expects::YesNo),
            Stage::Step => match self.problem.step() {
                Some(step) => {
                    let expects = match step.kind {
                        Kind::Check { .. } => Expects::YesNo,
                        Kind::Fix { .. } => Expects::Slot(Slot::Progress),
                    };
                    self.ask(Message::new(&step.ask), expects)
                }
                // A step of a guide that has changed since the caller was there.
                None => person("hand-over-technician"),
            },
            Stage::Works => self.ask(with_service("confirm-works", service), Expects::YesNo),
            Stage::Ticket(operation) => match service {
                Some(service) => {
                    let operation = operation.unwrap_or_else(|| cx.operation());
                    self.stage = Stage::Ticket(Some(operation));
                    Next::Request(Request::OpenTicket {
                        service,
                        symptom: self.problem.symptom.clone().unwrap_or_default(),
                        tried: self.problem.tried.clone(),
                        operation,
                    })
                }
                None => person("hand-over-technician"),
            },
            Stage::Opened => self.ask(Message::new("offer-technician"), Expects::YesNo),
            Stage::Technician => person("hand-over-technician"),
            Stage::Stays => Next::Done(Done {
                say: vec![Message::new("tell-ticket-stays")],
                served: true,
                offer: None,
            }),
            Stage::Solved => {
                let other = self.problem.also;
                let offer =
                    |it| (Wish::ReportProblem, with_service("offer-other-service", Some(it)));
                Next::Done(Done {
                    say: vec![with_service("tell-solved", service)],
                    served: true,
                    offer: other.map(offer),
                })
            }
            Stage::Billing => person("hand-over-billing"),
            Stage::Pay => Next::Done(Done {
                say: Vec::new(),
                served: false,
                offer: Some((Wish::PayInvoice, Message::new("offer-pay-bill"))),
            }),
            Stage::Unavailable => {
                Next::Person(Reason::Backend, Message::new("hand-over-no-ticket"))
            }
        }
    }

    fn hear(&mut self, _asked: &Question, answer: &Answer<'_>, cx: &mut Context<'_>) -> Taken {
        let said = Said::new(answer.said, answer.language);
        if let (Stage::Symptom | Stage::Step | Stage::Works, Some(service)) =
            (self.stage, self.problem.service)
        {
            if let Some(other) = words::meant_instead(answer, service) {
                return self.turn(other, answer);
            }
            if words::asks_where(&said) {
                return Taken::Noted(with_service("note-place", Some(service)));
            }
        }
        match self.stage {
            Stage::Service => self.hear_service(answer),
            Stage::Symptom => self.hear_symptom(answer),
            Stage::Resume => self.hear_resume(answer, cx),
            Stage::Step => self.hear_step(answer),
            Stage::Works => match words::works(answer) {
                Some(works) => self.hear_whether_it_helped(works),
                None => Taken::NotUnderstood,
            },
            Stage::Opened => match answer.yes_no {
                Some(YesNo::Yes) => {
                    self.stage = Stage::Technician;
                    Taken::Understood
                }
                Some(YesNo::No) => {
                    self.stage = Stage::Stays;
                    Taken::Understood
                }
                None => Taken::NotUnderstood,
            },
            Stage::Ticket(_)
            | Stage::Technician
            | Stage::Stays
            | Stage::Solved
            | Stage::Billing
            | Stage::Pay
            | Stage::Unavailable => Taken::NotUnderstood,
        }
    }

    fn learn(&mut self, facts: Facts, cx: &mut Context<'_>) {
        let Facts::Ticket(ticket) = facts else {
            self.stage = Stage::Unavailable;
            return;
        };
        if cx.texting {
            // As it is written, not as it is read out.
            let number = Value::Text(ticket.number.clone().into());
            let text = Message::new("text-ticket")
                .with("business", Value::Text(cx.line.name.clone()))
                .with("number", number);
            cx.texts.push(text);
        }
        self.problem.ticket = Some(ticket.number);
        self.before = vec![if cx.texting { Opening::TicketByText } else { Opening::Ticket }];
        self.stage = Stage::Opened;
    }

    fn back(&mut self, _cx: &mut Context<'_>) -> bool {
        match self.stage {
            Stage::Works => self.stage = Stage::Step,
            Stage::Step => {
                if !self.problem.back() {
                    self.problem.symptom = None;
                    self.stage = Stage::Symptom;
                }
            }
            Stage::Symptom => {
                self.problem = Problem::default();
                self.stage = Stage::Service;
            }
            Stage::Service
            | Stage::Resume
            | Stage::Ticket(_)
            | Stage::Opened
            | Stage::Technician
            | Stage::Stays
            | Stage::Solved
            | Stage::Billing
            | Stage::Pay
            | Stage::Unavailable => return false,
        }
        true
    }

    /// A question about a bill is for those who see to bills, whatever the caller called it.
    fn wish(&self) -> Option<Wish> {
        (self.stage == Stage::Billing).then_some(Wish::PayInvoice)
    }

    fn summary(&self) -> Option<Message> {
        self.problem.service.is_some().then(|| self.problem.summary())
    }

    fn matter(&self, today: Date) -> Option<Matter> {
        match self.stage {
            Stage::Solved | Stage::Billing | Stage::Pay => None,
            Stage::Service
            | Stage::Symptom
            | Stage::Resume
            | Stage::Step
            | Stage::Works
            | Stage::Ticket(_)
            | Stage::Opened
            | Stage::Technician
            | Stage::Stays
            | Stage::Unavailable => self.problem.matter(today),
        }
    }

    fn closed(&self, today: Date) -> Option<Matter> {
        if self.stage == Stage::Solved { self.problem.matter(today) } else { None }
    }
}

fn person(message: &'static str) -> Next {
    Next::Person(Reason::Matter, Message::new(message))
}
