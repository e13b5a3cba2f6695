//! Booking, moving and cancelling appointments.

use dialogue::business::{Appointment, AppointmentNumber, Opening};
use dialogue::{Booking, Operation};
use futures_util::future::try_join;

use super::appointment::{Record, State};
use crate::derived::numbers;
use crate::directory::Answer;
use crate::moment::moment;
use crate::records::once::{Change, Once};
use crate::records::table::Met;
use crate::records::write::Write;
use crate::records::{Kind, Records, item, keys};
use crate::{Caller, DirectoryError};

/// Digits of an appointment's number.
const DIGITS: u32 = 6;

/// How often a change is decided anew because the appointment was changed meanwhile.
const TRIES: usize = 3;

impl Records {
    /// Gives an opening to the caller.
    ///
    /// One transaction: 10 write units, 4 for the appointment with its index, 2 for the opening, 2 for
    /// the answer, and as much again for each number that another appointment has. One `PutItem`
    /// more, 1 write unit, when the opening is taken. The [`Records::clinic`] before it.
    pub(in crate::records) async fn take(
        &self,
        opening: &Opening,
        name: Option<&str>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Booking> {
        let key = caller.key(operation);
        let change = Change::new(
            key.clone(),
            "book",
            &[opening.doctor.as_str(), &moment(opening.at), name.unwrap_or_default()],
        );
        if !self.can_be_taken(opening, caller).await? {
            return self.settle(&change, Booking::Taken, caller).await;
        }
        for number in numbers::<AppointmentNumber>("appointment", &key, caller, DIGITS) {
            let record = Record::new(number.clone(), opening, name, key.to_string());
            let writes = vec![
                Write::new_item(Kind::Appointment, record.item(caller)?),
                take(opening, &number, caller),
            ];
            let booked = Booking::Booked(record.into());
            match self.once(&change, &booked, writes, caller).await? {
                Once::Now => return Ok(booked),
                Once::Before(answer) => return Ok(answer),
                Once::Refused(met) => match refusal(&met) {
                    [_, true, ..] => return self.settle(&change, Booking::Taken, caller).await,
                    // Somebody else has this number, and nobody has the opening.
                    [true, ..] => {}
                    _ => return Err(DirectoryError::Contested { kind: Kind::Appointment }),
                },
            }
        }
        Err(DirectoryError::Contested { kind: Kind::Appointment })
    }

    /// Moves an appointment: the new opening is taken and the old one free, or neither.
    ///
    /// One strongly consistent `GetItem`, 1 read unit, with the [`Records::clinic`] beside it, then
    /// one transaction: 10 write units, 2 for each opening and the answer, 4 for the appointment
    /// with its index. One `PutItem` instead or more, 1 write unit, when the answer is no.
    pub(in crate::records) async fn change_opening(
        &self,
        number: &AppointmentNumber,
        opening: &Opening,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Booking> {
        let change = Change::new(
            caller.key(operation),
            "move",
            &[number.as_str(), opening.doctor.as_str(), &moment(opening.at)],
        );
        let booked =
            Booking::Booked(Appointment { number: number.clone(), opening: opening.clone() });
        let mut frees_old = true;
        for _ in 0..TRIES {
            let both =
                try_join(self.appointment(number, caller), self.can_be_taken(opening, caller));
            let (found, can_be_taken) = Box::pin(both).await?;
            let Some(found) = found.filter(|it| it.is_to_come(caller)) else {
                return self.settle(&change, Booking::NoAppointment, caller).await;
            };
            let old = Opening { doctor: found.doctor.clone(), at: found.at };
            if old == *opening {
                // It is there already: moved by an earlier try, or never to be moved.
                return self.settle(&change, booked, caller).await;
            }
            if !can_be_taken {
                return self.settle(&change, Booking::Taken, caller).await;
            }
            let mut writes = vec![moved(&found, opening, caller), take(opening, number, caller)];
            if frees_old {
                writes.push(free(&old, number, caller));
            }
            match self.once(&change, &booked, writes, caller).await? {
                Once::Now => return Ok(booked),
                Once::Before(answer) => return Ok(answer),
                Once::Refused(met) => match refusal(&met) {
                    // The appointment was changed meanwhile.
                    [true, ..] => {}
                    [_, true, ..] => return self.settle(&change, Booking::Taken, caller).await,
                    // The old opening is no longer this appointment's, so there is nothing to free.
                    [_, _, true] => frees_old = false,
                    _ => return Err(DirectoryError::Contested { kind: Kind::Appointment }),
                },
            }
        }
        Err(DirectoryError::Contested { kind: Kind::Appointment })
    }

    /// Cancels an appointment, which frees its opening.
    ///
    /// One strongly consistent `GetItem`, 1 read unit, then one transaction: 8 write units, 2 for the
    /// opening and the answer, 4 for the appointment with its index. One `PutItem` instead, 1 write
    /// unit, when there is no appointment to come.
    pub(in crate::records) async fn give_up(
        &self,
        number: &AppointmentNumber,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<bool> {
        let change = Change::new(caller.key(operation), "cancel", &[number.as_str()]);
        let mut frees = true;
        for _ in 0..TRIES {
            let found = self.appointment(number, caller).await?;
            let Some(found) = found.filter(|it| it.is_to_come(caller)) else {
                return self.settle(&change, false, caller).await;
            };
            let opening = Opening { doctor: found.doctor.clone(), at: found.at };
            let mut writes = vec![cancelled(&found, caller)];
            if frees {
                writes.push(free(&opening, number, caller));
            }
            match self.once(&change, &true, writes, caller).await? {
                Once::Now => return Ok(true),
                Once::Before(answer) => return Ok(answer),
                Once::Refused(met) => match refusal(&met) {
                    [true, ..] => {}
                    [_, true, ..] => frees = false,
                    _ => return Err(DirectoryError::Contested { kind: Kind::Appointment }),
                },
            }
        }
        Err(DirectoryError::Contested { kind: Kind::Appointment })
    }

    /// Whether an opening is one that anyone may have: to come, and on no holiday.
    async fn can_be_taken(&self, opening: &Opening, caller: &Caller) -> Answer<bool> {
        let clinic = self.clinic(caller).await?;
        let is_away = clinic.is_away(&opening.doctor, opening.at.date());
        Ok(!is_away && opening.at > caller.now.datetime())
    }
}

/// Which of up to three writes met something.
fn refusal(met: &[Met]) -> [bool; 3] {
    let failed = |at: usize| met.get(at).is_some_and(|it| it.failed);
    [failed(0), failed(1), failed(2)]
}

/// An opening that is free becomes an appointment's.
fn take(opening: &Opening, number: &AppointmentNumber, caller: &Caller) -> Write {
    Write::update(
        Kind::Opening,
        keys::opening(&caller.line, &opening.doctor, opening.at),
        "SET #appointment = :number ADD #version :one",
        "attribute_exists(#pk) AND attribute_not_exists(#appointment)",
    )
    .names(&[item::PK, item::VERSION, "appointment"])
    .value("number", item::text(number.as_str()))
    .value("one", item::number(1))
}

/// The opening of an appointment becomes free.
fn free(opening: &Opening, number: &AppointmentNumber, caller: &Caller) -> Write {
    Write::update(
        Kind::Opening,
        keys::opening(&caller.line, &opening.doctor, opening.at),
        "REMOVE #appointment ADD #version :one",
        "#appointment = :number",
    )
    .names(&[item::VERSION, "appointment"])
    .value("number", item::text(number.as_str()))
    .value("one", item::number(1))
}

/// An appointment that is as it was read gets another opening.
fn moved(found: &Record, opening: &Opening, caller: &Caller) -> Write {
    Write::update(
        Kind::Appointment,
        keys::appointment(&caller.line, &found.number),
        "SET #doctor = :doctor, #at = :at, #gsi2sk = :at ADD #version :one",
        "#version = :version AND #state = :booked",
    )
    .names(&[item::VERSION, item::GSI2.1, "doctor", "at", "state"])
    .value("doctor", item::text(opening.doctor.as_str()))
    .value("at", item::text(moment(opening.at)))
    .value("version", item::number(found.version))
    .value("booked", item::text("booked"))
    .value("one", item::number(1))
}

/// An appointment that is as it was read no longer holds.
fn cancelled(found: &Record, caller: &Caller) -> Write {
    debug_assert_eq!(found.state, State::Booked, "only what holds can be cancelled");
    Write::update(
        Kind::Appointment,
        keys::appointment(&caller.line, &found.number),
        "SET #state = :cancelled ADD #version :one",
        "#version = :version AND #state = :booked",
    )
    .names(&[item::VERSION, "state"])
    .value("cancelled", item::text("cancelled"))
    .value("booked", item::text("booked"))
    .value("version", item::number(found.version))
    .value("one", item::number(1))
}
