//! What is known of an appointment that is booked, moved, cancelled or asked about.

use std::fmt;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use wording::{Language, Message, Value};

use super::doctors::Roster;
use super::seek::Shift;
use super::when::{Days, When};
use crate::business::{Appointment, AppointmentNumber, DoctorId, Opening};
use crate::request::{Facts, WantedDoctor};
use crate::slot::Slots;
use crate::task::Next;
use crate::wish::Wish;

/// An appointment being booked, moved, cancelled or asked about.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(crate) struct Task {
    pub(super) goal: Goal,
    /// Who works here, once it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) roster: Option<Roster>,

    /// The caller's appointments to come, once they are looked up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) held: Option<Vec<Appointment>>,
    /// The one to be moved, cancelled or told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) appointment: Option<Appointment>,
    /// The number of an appointment that may be somebody else's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) unproven: Option<AppointmentNumber>,
    /// Whether a new appointment was offered in place of one that was not found, and turned down.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) wants_no_new: bool,

    /// Who is wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) who: Option<WantedDoctor>,
    /// Those of whom one is wanted, while the caller has not said which.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) between: Vec<DoctorId>,
    /// Who is not wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) not: Option<DoctorId>,
    /// Who is offered because the wanted doctor has nothing free.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) instead: Option<DoctorId>,
    /// When the caller would come.
    #[serde(default)]
    pub(super) when: When,
    /// Whether the time of day in it is only that of what was chosen before: "actually Friday" keeps it
    /// where it can be kept.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) loose: bool,
    /// Whether whoever is wanted is known to have an opening at all.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) has_free: bool,
    /// The days before the caller turned down what was offered on them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) turned_down: Option<Days>,

    /// Whether something is wanted before or after what was offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) shift: Option<Shift>,
    /// What is offered, earliest first; empty when nothing has been looked up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) offered: Vec<Opening>,
    /// The first and the last moment that were ever offered together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) span: Option<(DateTime, DateTime)>,
    /// What was lost to somebody else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) gone: Vec<Opening>,

    /// What is to be booked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) chosen: Option<Opening>,
    /// How far it is agreed on; for what is cancelled as well.
    #[serde(default)]
    pub(super) standing: Standing,
    /// Whether the caller would rather not give a name.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) nameless: bool,
    /// Whether the caller has heard which appointment is moved.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) told: bool,

    /// Things that cannot be, so far.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(super) strikes: u8,
    /// What the records made of a change.
    #[serde(default)]
    pub(super) outcome: Outcome,
    /// The appointment that came of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) booked: Option<AppointmentNumber>,

    #[serde(skip)]
    pub(super) now: Fleeting,
}

/// What lasts no longer than a turn.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Fleeting {
    /// Said before what comes next.
    pub(super) notes: Vec<Message>,
    /// What comes next, whatever else is known.
    pub(super) end: Option<Next>,
    /// A sentence whose doctor is not known yet.
    pub(super) parked: Option<Parked>,
    /// The number of an appointment that is to be looked up.
    pub(super) number: Option<AppointmentNumber>,
    /// The name that this appointment is looked up with.
    pub(super) name: Option<String>,
    /// Whether the last look-up was by number.
    pub(super) by_number: bool,
    /// A moment that somebody else took in this turn.
    pub(super) lost: Option<DateTime>,
    /// Whether the records are changing something.
    pub(super) is_changing: bool,
    /// Whether the records are asked only whether anything is free.
    pub(super) is_probing: bool,
    /// What the records answered about a doctor who was not among those kept.
    pub(super) waiting: Option<Facts>,
}

/// A sentence whose doctor is not known yet.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Parked {
    pub(super) said: String,
    pub(super) slots: Slots,
    pub(super) language: Language,
    pub(super) asked: bool,
}

/// What is done about an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Goal {
    /// It is made.
    Book,
    /// It is put to another time.
    Move,
    /// It is given up.
    Cancel,
    /// The caller hears when it is.
    Check,
}

/// How far something is agreed on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Standing {
    /// The caller named it, and it is to be read back.
    #[default]
    Named,
    /// It is offered without a choice, since it is not what the caller named.
    Offered,
    /// The caller said that it is right.
    Agreed,
}

/// What the records made of a change.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Outcome {
    /// Nothing yet.
    #[default]
    Open,
    /// It is made.
    Changed,
    /// They did not answer, so that it may be made or not.
    Unsure,
    /// There is no such appointment any more.
    Gone,
}

impl Task {
    /// A task of which nothing is known but what it is for.
    pub(super) fn new(goal: Goal) -> Self {
        Self {
            goal,
            roster: None,
            held: None,
            appointment: None,
            unproven: None,
            wants_no_new: false,
            who: None,
            between: Vec::new(),
            not: None,
            instead: None,
            when: When::default(),
            loose: false,
            has_free: false,
            turned_down: None,
            shift: None,
            offered: Vec::new(),
            span: None,
            gone: Vec::new(),
            chosen: None,
            standing: Standing::default(),
            nameless: false,
            told: false,
            strikes: 0,
            outcome: Outcome::default(),
            booked: None,
            now: Fleeting::default(),
        }
    }
}

impl Goal {
    pub(super) fn of(wish: Wish) -> Self {
        match wish {
            Wish::MoveAppointment => Self::Move,
            Wish::CancelAppointment => Self::Cancel,
            Wish::CheckAppointment => Self::Check,
            _ => Self::Book,
        }
    }

    /// The word that the wording chooses by.
    pub(super) fn word(self) -> Value {
        let word = match self {
            Self::Book => "book",
            Self::Move => "move",
            Self::Cancel => "cancel",
            Self::Check => "check",
        };
        Value::Word(word.to_owned())
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_false(it: &bool) -> bool {
    !it
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(it: &u8) -> bool {
    *it == 0
}

impl fmt::Debug for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clinic").field("goal", &self.goal).finish_non_exhaustive()
    }
}
