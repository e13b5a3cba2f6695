//! A clinic to call: doctors, openings, appointments.

use std::cell::RefCell;
use std::collections::BTreeMap;

use jiff::civil::{DateTime, date};
use line::Line;
use wording::Language;

use super::super::{Task, begin};
use crate::business::{Appointment, AppointmentNumber, Doctor, Opening};
use crate::request::{Booking, Facts, Holder, Request, Wanted, WantedDoctor};
use crate::scenario::drive::{self, Call};

/// Records of a clinic, as far as callers can ask about them.
#[derive(Default)]
pub(super) struct Clinic {
    pub(super) doctors: Vec<Doctor>,
    pub(super) free: Vec<Opening>,
    pub(super) appointments: Vec<Appointment>,
    /// Those of `appointments` that were booked from the calling number.
    pub(super) of_caller: Vec<AppointmentNumber>,
    /// The names that appointments are under.
    pub(super) names: Vec<(AppointmentNumber, String)>,
    /// Taken by somebody else at the moment they are booked.
    pub(super) raced: Vec<Opening>,
    /// Requests of these kinds are not answered.
    pub(super) down: &'static [&'static str],
    /// What was booked, moved or cancelled, by operation.
    pub(super) done: Vec<(u32, Facts)>,
}

pub(super) fn doctor(id: &str, name: &str, specialty: &str) -> Doctor {
    Doctor {
        id: id.parse().unwrap(),
        name: name.to_owned(),
        spoken: spoken(id),
        specialty: specialty.parse().unwrap(),
    }
}

/// How those whom the records know to be called so are called in Spanish.
fn spoken(id: &str) -> BTreeMap<Language, String> {
    let name = match id {
        "chen" => "la doctora Chen",
        "okafor" => "el doctor Okafor",
        "ruiz" => "la doctora Ruiz",
        _ => return BTreeMap::new(),
    };
    BTreeMap::from([(Language::EsUs, name.to_owned())])
}

pub(super) fn at(day: i8, hour: i8, minute: i8) -> DateTime {
    date(2026, 3, day).at(hour, minute, 0, 0)
}

pub(super) fn opening(doctor: &str, day: i8, hour: i8, minute: i8) -> Opening {
    Opening { doctor: doctor.parse().unwrap(), at: at(day, hour, minute) }
}

pub(super) fn appointment(number: &str, opening: Opening) -> Appointment {
    Appointment { number: number.parse().unwrap(), opening }
}

/// The clinic of most tests: Monday, March 2nd 2026, half past nine.
pub(super) fn clinic() -> Clinic {
    Clinic {
        doctors: vec![
            doctor("chen", "Dr. Chen", "cardiology"),
            doctor("okafor", "Dr. Okafor", "cardiology"),
            doctor("ruiz", "Dr. Ruiz", "dermatology"),
            doctor("patel", "Dr. Patel", "pediatrics"),
            doctor("nguyen", "Dr. Nguyen", "family-medicine"),
        ],
        free: vec![
            opening("chen", 3, 9, 0),
            opening("chen", 5, 9, 30),
            opening("chen", 5, 10, 0),
            opening("chen", 5, 14, 30),
            opening("chen", 6, 10, 0),
            opening("okafor", 4, 8, 30),
            opening("okafor", 5, 10, 0),
            opening("ruiz", 5, 11, 0),
            opening("ruiz", 5, 15, 0),
            opening("nguyen", 2, 17, 0),
            opening("nguyen", 9, 8, 0),
            opening("nguyen", 10, 16, 0),
        ],
        ..Clinic::default()
    }
}

impl Clinic {
    /// An appointment of the caller's.
    pub(super) fn holding(mut self, number: &str, opening: Opening) -> Self {
        self.of_caller.push(number.parse().unwrap());
        self.appointments.push(appointment(number, opening));
        self
    }

    /// An appointment that another telephone booked.
    pub(super) fn under(mut self, name: &str, number: &str, opening: Opening) -> Self {
        self.names.push((number.parse().unwrap(), name.to_owned()));
        self.appointments.push(appointment(number, opening));
        self
    }

    pub(super) fn answer(&mut self, request: &Request) -> Facts {
        let kind = match request {
            Request::Doctors => "doctors",
            Request::Openings(_) => "openings",
            Request::Appointments(_) => "appointments",
            Request::Book { .. } | Request::MoveTo { .. } | Request::Cancel { .. } => "changes",
            _ => "others",
        };
        if self.down.contains(&kind) {
            return Facts::Unavailable;
        }
        match request {
            Request::Doctors => Facts::Doctors(self.doctors.clone()),
            Request::Openings(wanted) => Facts::Openings(self.openings(wanted)),
            Request::Appointments(holder) => Facts::Appointments(self.held(holder)),
            Request::Book { opening, operation, .. } => {
                self.once(operation.0, |it| Facts::Booking(it.book(opening, None)))
            }
            Request::MoveTo { appointment, opening, operation } => {
                self.once(operation.0, |it| Facts::Booking(it.book(opening, Some(appointment))))
            }
            Request::Cancel { appointment, operation } => self.once(operation.0, |it| {
                let found = it.appointments.iter().position(|at| at.number == *appointment);
                let freed = found.map(|at| it.appointments.remove(at));
                Facts::Cancelled(freed.map(|at| it.free.push(at.opening)).is_some())
            }),
            _ => Facts::Unavailable,
        }
    }

    fn openings(&self, wanted: &Wanted) -> Vec<Opening> {
        let is_with = |it: &&Opening| match &wanted.doctor {
            WantedDoctor::Doctor(doctor) => it.doctor == *doctor,
            WantedDoctor::Specialty(specialty) => {
                let mut all = self.doctors.iter();
                all.any(|at| at.id == it.doctor && at.specialty == *specialty)
            }
            WantedDoctor::Anyone => true,
        };
        let mut found: Vec<Opening> =
            self.free.iter().filter(is_with).filter(|it| it.at >= wanted.from).cloned().collect();
        found.sort_by_key(|it| it.at);
        if let Some(near) = wanted.near {
            found.sort_by_key(|it| it.at.duration_since(near).abs());
        }
        found.truncate(wanted.limit);
        found
    }

    fn held(&self, holder: &Holder) -> Vec<Appointment> {
        let is_it = |it: &&Appointment| match holder {
            Holder::Caller => self.of_caller.contains(&it.number),
            Holder::Appointment { number, name } => {
                let is_under = |(of, ours): &(AppointmentNumber, String)| {
                    of == number && Some(ours) == name.as_ref()
                };
                it.number == *number
                    && (self.of_caller.contains(number) || self.names.iter().any(is_under))
            }
        };
        self.appointments.iter().filter(is_it).cloned().collect()
    }

    fn once(&mut self, operation: u32, act: impl FnOnce(&mut Self) -> Facts) -> Facts {
        if let Some((_, facts)) = self.done.iter().find(|(it, _)| *it == operation) {
            return facts.clone();
        }
        let facts = act(self);
        self.done.push((operation, facts.clone()));
        facts
    }

    fn book(&mut self, opening: &Opening, moved: Option<&AppointmentNumber>) -> Booking {
        let raced = self.raced.contains(opening);
        let Some(at) = self.free.iter().position(|it| it == opening && !raced) else {
            self.free.retain(|it| it != opening);
            return Booking::Taken;
        };
        let number = match moved {
            Some(number) => {
                let Some(old) = self.appointments.iter().position(|it| it.number == *number) else {
                    return Booking::NoAppointment;
                };
                let old = self.appointments.remove(old);
                self.free.push(old.opening);
                number.clone()
            }
            None => "482913".parse().unwrap(),
        };
        let opening = self.free.remove(at);
        self.of_caller.push(number.clone());
        let appointment = Appointment { number, opening };
        self.appointments.push(appointment.clone());
        Booking::Booked(appointment)
    }
}

/// The line of the clinic.
pub(super) fn riverside() -> Line {
    drive::line("riverside")
}

/// A call to a clinic.
pub(super) fn call(clinic: &RefCell<Clinic>, language: Language) -> Call<'_, Task> {
    Call::new(riverside(), language, begin, |request| clinic.borrow_mut().answer(request))
}
