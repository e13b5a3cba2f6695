//! What the records answer.

use wording::{Message, Value};

use super::doctors::Roster;
use super::seek::{Found, Search, Shift};
use super::when::{Clock, Days};
use super::{Goal, MOST_GONE, Outcome, Standing, Task};
use crate::business::{Appointment, Doctor, DoctorId, Opening};
use crate::reply::Reason;
use crate::request::{Booking, Facts, WantedDoctor};
use crate::task::{Context, Done, Next};
use crate::wish::Wish;

impl Task {
    pub(super) fn learn_doctors(&mut self, doctors: Vec<Doctor>, cx: &mut Context<'_>) {
        // A clinic without doctors is a mistake of the records.
        if doctors.is_empty() {
            self.fail();
            return;
        }
        // Everybody is looked through once, and then only as many are kept as a session holds.
        self.roster = Some(Roster { doctors: doctors.clone(), complete: true });
        self.unpark(cx);
        let known = cx.memory.doctor.clone();
        if self.goal == Goal::Book
            && self.who.is_none()
            && self.between.is_empty()
            && self.now.notes.is_empty()
            && let Some(doctor) = known.filter(|it| doctors.iter().any(|other| other.id == *it))
        {
            self.who = Some(WantedDoctor::Doctor(doctor));
        }
        let waiting = self.now.waiting.take();
        let of_waiting = waiting.as_ref().map(doctors_of).unwrap_or_default();
        let rank = |it: &DoctorId| match of_waiting.contains(&it) {
            true => 0,
            false if self.speaks_of(it) => 1,
            false => 2,
        };
        let roster = Roster::keeping(doctors, rank);
        self.roster = Some(roster);
        if let Some(facts) = waiting {
            self.take_facts(facts, cx);
        }
    }

    /// Takes openings or appointments; those of doctors who were not kept wait for the roster.
    pub(super) fn learn_of_doctors(&mut self, facts: Facts, cx: &mut Context<'_>) {
        let roster = self.roster.as_ref();
        let is_known = |it: &DoctorId| roster.is_some_and(|all| all.get(it).is_some());
        let is_complete = roster.is_none_or(|it| it.complete);
        if !is_complete && !doctors_of(&facts).into_iter().all(is_known) {
            self.now.waiting = Some(facts);
        } else {
            self.take_facts(facts, cx);
        }
    }

    fn take_facts(&mut self, facts: Facts, cx: &mut Context<'_>) {
        let roster = self.roster.clone().unwrap_or_default();
        match facts {
            // Nobody can be sent to a doctor who does not work here.
            Facts::Openings(mut openings) => {
                openings.retain(|it| roster.get(&it.doctor).is_some());
                self.learn_openings(openings, cx);
            }
            Facts::Appointments(found) => {
                if found.iter().all(|it| roster.get(&it.opening.doctor).is_some()) {
                    self.learn_appointments(found, cx);
                } else {
                    self.fail();
                }
            }
            _ => self.fail(),
        }
    }

    /// Whether a doctor is under discussion.
    fn speaks_of(&self, doctor: &DoctorId) -> bool {
        let of_who = match &self.who {
            Some(WantedDoctor::Doctor(it)) => it == doctor,
            Some(WantedDoctor::Specialty(specialty)) => {
                let it = self.roster.as_ref().and_then(|it| it.get(doctor));
                it.is_some_and(|it| it.specialty == *specialty)
            }
            Some(WantedDoctor::Anyone) | None => false,
        };
        let is = |it: &Appointment| it.opening.doctor == *doctor;
        of_who
            || self.between.contains(doctor)
            || self.offered.iter().chain(&self.chosen).any(|it| it.doctor == *doctor)
            || self.held.iter().flatten().chain(&self.appointment).any(is)
    }

    fn learn_openings(&mut self, openings: Vec<Opening>, cx: &Context<'_>) {
        let Some(with) = self.who.clone() else {
            self.fail();
            return;
        };
        if std::mem::take(&mut self.now.is_probing) {
            self.has_free = openings.iter().any(|it| it.at > cx.now);
            if !self.has_free {
                self.find_nothing(None, &with);
            }
            return;
        }
        let shift = self.shift.take();
        let lost = self.now.lost.take();
        let search = Search {
            with: &with,
            when: self.when,
            loose: self.loose,
            shift,
            lost,
            not: self.not.as_ref(),
            now: cx.now,
        };
        let found = search.sift(openings, &self.gone);
        if found != Found::Nothing {
            self.strikes = 0;
        }
        match found {
            Found::Exact(opening) => self.offer(vec![opening], Standing::Named),
            Found::Fitting(offered) => self.offer(offered, Standing::Offered),
            Found::Other(offered) => {
                // Whose time was just taken knows why something else is offered.
                if lost.is_none() {
                    self.note_unfit(cx);
                }
                self.offer(offered, Standing::Offered);
            }
            Found::Nothing => self.find_nothing(shift, &with),
        }
    }

    /// Offers openings; a single one is offered as it is, unless it is what the caller named.
    fn offer(&mut self, offered: Vec<Opening>, standing: Standing) {
        self.span = offered.first().map(|it| it.at).zip(offered.last().map(|it| it.at));
        self.standing = standing;
        self.chosen = match &offered[..] {
            [only] => Some(only.clone()),
            _ => None,
        };
        self.offered = offered;
    }

    /// Says why something else is offered than the caller named.
    fn note_unfit(&mut self, cx: &Context<'_>) {
        let day = |message: &'static str, day| Message::new(message).with("day", Value::Day(day));
        let note = match (self.when.days, self.when.clock.filter(|_| !self.loose)) {
            (Some(Days::On(it)), _) if cx.line.hours.on(it).is_empty() => {
                day("note-closed-day", it)
            }
            (Some(Days::On(it)), None) => day("note-nothing-day", it),
            (None, None) => return,
            (_, Some(Clock::At(_) | Clock::Open(..) | Clock::Within(..)) | None) => {
                Message::new("note-nothing-then")
            }
        };
        self.note(note);
    }

    fn find_nothing(&mut self, shift: Option<Shift>, with: &WantedDoctor) {
        if let Some(shift) = shift {
            self.note(Message::new(match shift {
                Shift::Before(_) => "note-nothing-earlier",
                Shift::After(_) => "note-nothing-other",
            }));
            // What was offered before is offered again, where it was not turned down.
            if self.offered.is_empty() {
                self.when.days = None;
            }
            return;
        }
        if let Some(not) = self.not.take() {
            self.note(Message::new("note-nothing-other"));
            self.who = Some(WantedDoctor::Doctor(not));
            self.when.days = None;
            return;
        }
        let other = match with {
            WantedDoctor::Doctor(doctor) => self.colleague(doctor),
            WantedDoctor::Specialty(_) | WantedDoctor::Anyone => None,
        };
        match other {
            Some(other) => self.instead = Some(other),
            None => self.end(Next::Person(Reason::Matter, Message::new("hand-over-nothing-free"))),
        }
    }

    /// Somebody else who does the same.
    pub(super) fn colleague(&self, doctor: &DoctorId) -> Option<DoctorId> {
        let roster = self.roster.as_ref()?;
        let specialty = &roster.get(doctor)?.specialty;
        roster.who_do(specialty).find(|it| it.id != *doctor).map(|it| it.id.clone())
    }

    pub(super) fn learn_booking(&mut self, booking: Booking, cx: &mut Context<'_>) {
        let Some(chosen) = self.chosen.clone() else {
            self.fail();
            return;
        };
        match booking {
            Booking::Booked(appointment) if appointment.opening == chosen => {
                cx.memory.doctor = Some(chosen.doctor.clone());
                let (tell, text) = match self.goal {
                    Goal::Move => ("tell-moved", "text-appointment-moved"),
                    Goal::Book | Goal::Cancel | Goal::Check => ("tell-booked", "text-appointment"),
                };
                let digits = Value::Digits(appointment.number.clone().into());
                let number = Message::new("tell-appointment-number").with("number", digits);
                let written = Value::Text(appointment.number.clone().into());
                let text = self.about(text, &chosen).with("number", written);
                // Six digits more than a day and a time are too many to keep in mind.
                let tell = vec![self.briefly(tell, &chosen), send(text, cx).unwrap_or(number)];
                self.booked = Some(appointment.number);
                self.outcome = Outcome::Changed;
                self.done(tell, true, None);
            }
            Booking::Booked(_) => self.fail(),
            Booking::Taken => {
                self.note(Message::new("note-taken"));
                self.gone.truncate(MOST_GONE.saturating_sub(1));
                self.gone.insert(0, chosen.clone());
                self.change();
                self.now.lost = Some(chosen.at);
            }
            Booking::NoAppointment => {
                self.outcome = Outcome::Gone;
                let offer = (Wish::BookAppointment, Message::new("offer-new-appointment"));
                self.done(vec![Message::new("tell-appointment-gone")], false, Some(offer));
            }
        }
    }

    pub(super) fn learn_cancelled(&mut self, was_there: bool, cx: &mut Context<'_>) {
        let Some(appointment) = self.appointment.clone() else {
            self.fail();
            return;
        };
        let offer = Some((Wish::BookAppointment, Message::new("offer-new-appointment")));
        if was_there {
            self.outcome = Outcome::Changed;
            // A new appointment would be with the same doctor.
            cx.memory.doctor = Some(appointment.opening.doctor.clone());
            let text = self.about("text-appointment-cancelled", &appointment.opening);
            let mut tell = vec![self.briefly("tell-cancelled", &appointment.opening)];
            tell.extend(send(text, cx));
            self.done(tell, true, offer);
        } else {
            self.outcome = Outcome::Gone;
            self.done(vec![Message::new("tell-appointment-gone")], true, offer);
        }
    }

    /// Leaves an appointment as it is.
    pub(super) fn keep(&mut self) {
        if let Some(appointment) = &self.appointment {
            self.done(vec![self.briefly("tell-kept", &appointment.opening)], true, None);
        }
    }

    fn done(&mut self, tell: Vec<Message>, served: bool, offer: Option<(Wish, Message)>) {
        let mut say = std::mem::take(&mut self.now.notes);
        say.extend(tell);
        self.end(Next::Done(Done { say, served, offer }));
    }
}

/// Whose openings or appointments they are.
fn doctors_of(facts: &Facts) -> Vec<&DoctorId> {
    match facts {
        Facts::Openings(openings) => openings.iter().map(|it| &it.doctor).collect(),
        Facts::Appointments(found) => found.iter().map(|it| &it.opening.doctor).collect(),
        _ => Vec::new(),
    }
}

/// Sends a text to a caller who can get one, and says so.
fn send(text: Message, cx: &mut Context<'_>) -> Option<Message> {
    cx.texting.then(|| {
        cx.texts.push(text.with("business", Value::Text(cx.line.name.clone())));
        Message::new("tell-appointment-texted")
    })
}
