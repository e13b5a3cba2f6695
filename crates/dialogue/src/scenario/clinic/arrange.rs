//! With whom and when: what is asked next until an opening is chosen and confirmed.

use wording::{Message, Value};

use super::doctors::Meant;
use super::seek::{self, Search};
use super::when::{Clock, Days, Half, When, half};
use super::{Goal, Standing, Task};
use crate::question::{Expects, Question};
use crate::reply::Reason;
use crate::request::{Request, WantedDoctor};
use crate::slot::Slot;
use crate::task::{Context, Next};

impl Task {
    /// What comes next when it is known which appointment it is about, or when there is none yet.
    pub(super) fn arrange(&mut self, cx: &mut Context<'_>) -> Next {
        let Some(with) = self.who.clone() else { return self.ask_doctor() };
        if let Some(other) = self.instead.clone() {
            return self.ask_instead(&with, &other);
        }
        if self.chosen.is_some() {
            return self.settle_chosen(cx);
        }
        if !self.offered.is_empty() && self.shift.is_none() {
            return self.ask_choice();
        }
        if self.shift.is_none() {
            if self.when.is_past(cx.now) && self.when.until() >= Some(cx.now.date()) {
                // The day is not over: what is free next is as near as can be.
                self.note(Message::new("note-past"));
                self.when = When { days: Some(Days::Soonest), clock: None };
            }
            if self.when.is_past(cx.now) {
                self.note(Message::new("note-past"));
                self.when = When::default();
                // Nothing was searched: it is the day that does not come across.
                self.strike_with(Reason::NotUnderstood, "hand-over-not-understood");
                if let Some(end) = self.now.end.take() {
                    self.now = super::Fleeting::default();
                    return end;
                }
            }
            if self.when.days.is_none() {
                // Nobody is asked for a day to hear that there is none.
                if self.goal == Goal::Book && self.span.is_none() && !self.has_free {
                    self.now.is_probing = true;
                    let search = Search { when: When::default(), ..self.search(&with, cx) };
                    return Next::Request(Request::Openings(search.wanted()));
                }
                return self.ask_day();
            }
            if let Some(Clock::Open(one, other)) = self.when.clock {
                let day = match self.when.days {
                    Some(Days::On(day)) => Some(day),
                    Some(Days::Within(..) | Days::Soonest) | None => None,
                };
                match half(one, other, &cx.line.hours, day) {
                    Half::Sure(time) => self.when.clock = Some(Clock::At(time)),
                    Half::Ask => {
                        let message = Message::new("choose-half-of-day")
                            .with("morning", Value::Time(one))
                            .with("evening", Value::Time(other));
                        return self.ask(Question::new(message, Expects::Slot(Slot::Time)));
                    }
                }
                // Only now is it known that it is over.
                if self.when.is_past(cx.now) {
                    return self.arrange(cx);
                }
            }
        }
        Next::Request(Request::Openings(self.search(&with, cx).wanted()))
    }

    /// What is looked for.
    fn search<'a>(&'a self, with: &'a WantedDoctor, cx: &Context<'_>) -> Search<'a> {
        Search {
            with,
            when: self.when,
            loose: self.loose,
            shift: self.shift,
            lost: self.now.lost,
            not: self.not.as_ref(),
            now: cx.now,
        }
    }

    fn ask_doctor(&mut self) -> Next {
        let roster = self.roster.clone().unwrap_or_default();
        let names: Vec<Value> = self.between.iter().map(|it| roster.name(it)).collect();
        let message = if names.len() > 1 {
            Message::new("choose-doctor").with("doctors", Value::All(names))
        } else {
            Message::new("ask-doctor")
        };
        self.ask(Question::new(message, Expects::Slot(Slot::Doctor)))
    }

    fn ask_day(&mut self) -> Next {
        let message = match (self.goal, self.span) {
            (_, Some(_)) => "ask-other-time",
            (Goal::Move, None) => "ask-new-day",
            (Goal::Book | Goal::Cancel | Goal::Check, None) => "ask-day",
        };
        if self.goal == Goal::Move
            && !self.told
            && let Some(appointment) = &self.appointment
        {
            let note = self.briefly("note-appointment", &appointment.opening);
            self.now.notes.insert(0, note);
        }
        self.told = true;
        self.ask(Question::new(Message::new(message), Expects::Slot(Slot::Day)))
    }

    fn ask_choice(&mut self) -> Next {
        let roster = self.roster.clone().unwrap_or_default();
        match seek::choice(&self.offered, &roster) {
            Some(message) => self.ask(Question::new(message, Expects::Slot(Slot::Choice))),
            None => self.ask_day(),
        }
    }

    fn ask_instead(&mut self, with: &WantedDoctor, other: &crate::business::DoctorId) -> Next {
        let doctor = match with {
            WantedDoctor::Doctor(doctor) => self.name(doctor),
            WantedDoctor::Specialty(_) | WantedDoctor::Anyone => self.name(other),
        };
        let message = Message::new("offer-other-doctor")
            .with("doctor", doctor)
            .with("other", self.name(other));
        self.ask(Question::new(message, Expects::YesNo))
    }

    /// An opening is chosen: it is confirmed, a name is asked for, and it is booked.
    fn settle_chosen(&mut self, cx: &mut Context<'_>) -> Next {
        let Some(opening) = self.chosen.clone() else { return self.ask_day() };
        if self.standing != Standing::Agreed {
            let message = match self.goal {
                _ if self.standing == Standing::Offered => "offer-opening",
                Goal::Move => "confirm-move",
                Goal::Book | Goal::Cancel | Goal::Check => "confirm-appointment",
            };
            let message = self.read_back(message, &opening);
            return self.ask(Question::new(message, Expects::YesNo));
        }
        let name = cx.memory.name.clone();
        if self.goal == Goal::Book && name.is_none() && !self.nameless {
            let message = Message::new("ask-patient-name");
            return self.ask(Question::new(message, Expects::Slot(Slot::PatientName)));
        }
        self.now.is_changing = true;
        let operation = cx.operation();
        Next::Request(match self.appointment.as_ref().filter(|_| self.goal == Goal::Move) {
            Some(appointment) => {
                Request::MoveTo { appointment: appointment.number.clone(), opening, operation }
            }
            None => Request::Book { opening, name, operation },
        })
    }

    /// Takes whom the caller wants, as far as it is somebody here; whether it is.
    pub(super) fn want(&mut self, meant: &Meant) -> bool {
        let roster = self.roster.clone().unwrap_or_default();
        let who = match meant {
            Meant::One(doctor) => Some(WantedDoctor::Doctor(doctor.clone())),
            Meant::Anyone => match &self.between[..] {
                // One of two whom the caller cannot tell apart: whoever of their kind is free.
                [first, ..] => roster
                    .get(first)
                    .map(|it| WantedDoctor::Specialty(it.specialty.clone()))
                    .or(Some(WantedDoctor::Anyone)),
                [] => Some(WantedDoctor::Anyone),
            },
            Meant::Specialty { specialty, own } => {
                let all: Vec<_> = roster.who_do(specialty).map(|it| it.id.clone()).collect();
                match &all[..] {
                    [only] => Some(WantedDoctor::Doctor(only.clone())),
                    // Who has a cardiologist wants that one.
                    [_, _, ..] if *own => {
                        self.change();
                        self.who = None;
                        self.between = all;
                        return true;
                    }
                    _ => Some(WantedDoctor::Specialty(specialty.clone())),
                }
            }
            Meant::OneOf(doctors) => {
                self.change();
                self.who = None;
                self.between.clone_from(doctors);
                return true;
            }
            Meant::SomebodyElse => return self.want_somebody_else(),
            Meant::Stranger | Meant::NoSpecialty => {
                let message = match (meant, roster.names()) {
                    (Meant::NoSpecialty, Some(names)) => {
                        Message::new("note-specialty-unknown").with("doctors", names)
                    }
                    (_, Some(names)) => Message::new("note-doctor-unknown").with("doctors", names),
                    (Meant::NoSpecialty, None) => Message::new("note-specialty-not-here"),
                    (_, None) => Message::new("note-doctor-not-here"),
                };
                self.note(message);
                self.strike("hand-over-no-doctor");
                return false;
            }
        };
        self.change();
        self.between.clear();
        self.who = who;
        self.has_free = false;
        self.strikes = 0;
        true
    }

    fn want_somebody_else(&mut self) -> bool {
        let offered = self.chosen.as_ref().or(self.offered.first()).map(|it| it.doctor.clone());
        let current = offered.or_else(|| match &self.who {
            Some(WantedDoctor::Doctor(doctor)) => Some(doctor.clone()),
            Some(WantedDoctor::Specialty(_) | WantedDoctor::Anyone) | None => None,
        });
        let roster = self.roster.clone().unwrap_or_default();
        let specialty =
            current.as_ref().and_then(|it| roster.get(it)).map(|it| it.specialty.clone());
        self.change();
        let colleagues: Vec<_> = roster
            .doctors
            .iter()
            .filter(|it| {
                Some(&it.specialty) == specialty.as_ref() && Some(&it.id) != current.as_ref()
            })
            .collect();
        match (&colleagues[..], specialty) {
            ([only], _) => self.who = Some(WantedDoctor::Doctor(only.id.clone())),
            ([_, _, ..], Some(specialty)) => {
                self.who = Some(WantedDoctor::Specialty(specialty));
                self.not = current;
            }
            // Nobody else does the same: the caller says who it shall be.
            _ => self.who = None,
        }
        true
    }

    /// Forgets what was found, since something changes about what is looked for.
    pub(super) fn change(&mut self) {
        self.shift = None;
        self.not = None;
        self.instead = None;
        self.now.lost = None;
        self.offered.clear();
        self.chosen = None;
        self.standing = Standing::Named;
    }

    /// The caller wants none of what was offered.
    pub(super) fn turn_down(&mut self) {
        let not = self.not.clone();
        self.change();
        self.not = not;
        self.turned_down = self.when.days.take();
        self.when.clock = None;
        self.loose = false;
    }

    /// Goes back to the question before; `false` when there is none.
    pub(super) fn go_back(&mut self) -> bool {
        self.now = super::Fleeting::default();
        if self.appointment.is_none() && self.unproven.take().is_some() {
            return true;
        }
        if matches!(self.goal, Goal::Cancel | Goal::Check) {
            return self.forget_appointment();
        }
        if self.standing == Standing::Agreed {
            self.standing = Standing::Named;
        } else if self.chosen.is_some() && self.offered.len() > 1 {
            self.chosen = None;
        } else if self.chosen.is_some() || !self.offered.is_empty() || self.instead.is_some() {
            self.change();
            self.when = When::default();
            self.span = None;
        } else if self.goal == Goal::Book && (self.who.is_some() || !self.between.is_empty()) {
            self.who = None;
            self.between.clear();
        } else {
            return self.goal == Goal::Move && self.forget_appointment();
        }
        true
    }

    /// Asks again which of several appointments it is about.
    fn forget_appointment(&mut self) -> bool {
        let is_one_of_several = self.held.as_ref().is_some_and(|it| it.len() > 1);
        self.told = false;
        self.appointment.take().is_some() && is_one_of_several
    }
}
