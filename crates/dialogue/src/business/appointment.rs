//! Doctors and appointments.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use wording::Language;

/// Short name of a doctor in keys, such as `chen`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DoctorId(pub String);

/// What a doctor does, as the bot's slot type has it, such as `cardiology`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Specialty(pub String);

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

/// The number of an appointment: six digits, told to the caller who books.
///
/// Callers say it, so `Debug` shows the last two digits only.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AppointmentNumber(pub String);

impl fmt::Debug for AppointmentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.0.get(self.0.len().saturating_sub(2)..).unwrap_or_default();
        write!(f, "AppointmentNumber(…{last})")
    }
}

/// An appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Its number.
    pub number: AppointmentNumber,
    /// With whom, and when.
    pub opening: Opening,
}
