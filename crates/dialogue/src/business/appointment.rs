//! Doctors and appointments.

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use wording::Language;

use super::checked::{checked, hidden, is_name};

checked! {
    /// Short name of a doctor in keys, such as `chen`: up to 100 characters on one line, not blank.
    #[derive(Debug)]
    DoctorId,
    is_name,
    /// The text is no doctor's id.
    ParseDoctorIdError("a doctor's id is 1 to 100 characters on one line")
}

checked! {
    /// What a doctor does, as the bot's slot type has it, such as `cardiology`: up to 100 characters on
    /// one line, not blank.
    #[derive(Debug)]
    Specialty,
    is_name,
    /// The text is no specialty.
    ParseSpecialtyError("a specialty is 1 to 100 characters on one line")
}

/// A doctor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doctor {
    /// Short name.
    pub id: DoctorId,
    /// Name as it is spoken, such as `Dr. Chen`.
    pub name: String,
    /// The name in a language that says it in its own way, with article and title: `la doctora Chen`.
    /// Elsewhere it is `name`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub spoken: BTreeMap<Language, String>,
    /// What they do.
    pub specialty: Specialty,
}

/// A time at which a doctor is free, in the clinic's time zone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Opening {
    /// Who is free.
    pub doctor: DoctorId,
    /// From when.
    pub at: DateTime,
}

checked! {
    /// The number of an appointment, told to the caller who books, who writes it down: six ASCII digits,
    /// which is what callers are asked for.
    ///
    /// `Debug` shows nothing of it and there is no `Display`.
    AppointmentNumber,
    |text| text.len() == 6 && text.bytes().all(|it| it.is_ascii_digit()),
    /// The text is no number of an appointment. It does not repeat the text.
    ParseAppointmentNumberError("the number of an appointment is six digits")
}

hidden!(AppointmentNumber);

/// An appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Its number.
    pub number: AppointmentNumber,
    /// With whom, and when.
    pub opening: Opening,
}
