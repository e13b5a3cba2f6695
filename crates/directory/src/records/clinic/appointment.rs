//! Appointments as they are stored, and finding them.

use dialogue::Holder;
use dialogue::business::{Appointment, AppointmentNumber, DoctorId, Opening};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::Caller;
use crate::directory::Answer;
use crate::holder::is_name;
use crate::moment::moment;
use crate::records::item::Item;
use crate::records::{Kind, Records, item, keys};

/// An appointment as it is stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) number: AppointmentNumber,
    pub(super) doctor: DoctorId,
    pub(super) at: DateTime,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    pub(super) state: State,
    /// Whose telephone it was booked from, as the index of callers has it.
    #[serde(default, rename = "gsi2pk", skip_serializing)]
    booked_by: Option<String>,
    /// What booked it; none when the business did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) operation: Option<String>,
    #[serde(default, skip_serializing)]
    pub(super) version: u64,
}

/// Whether an appointment holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum State {
    Booked,
    Cancelled,
}

impl Record {
    pub(super) fn new(
        number: AppointmentNumber,
        opening: &Opening,
        name: Option<&str>,
        operation: String,
    ) -> Self {
        Self {
            number,
            doctor: opening.doctor.clone(),
            at: opening.at,
            name: name.map(str::to_owned),
            booked_by: None,
            state: State::Booked,
            operation: Some(operation),
            version: 0,
        }
    }

    pub(super) fn item(&self, caller: &Caller) -> Answer<Item> {
        let key = keys::appointment(&caller.line, &self.number);
        let mut item = item::encode(Kind::Appointment, key, self)?;
        if let Some(hash) = &caller.hash {
            let pk = keys::caller(&caller.line, hash);
            item::index(&mut item, item::GSI2, pk, moment(self.at));
        }
        item::expire(&mut item, caller.now.timestamp(), item::KEPT);
        Ok(item)
    }

    /// Whether the caller may change it: it was booked from the number that calls, or is for somebody of
    /// the name that was given.
    fn is_for(&self, name: Option<&str>, caller: &Caller) -> bool {
        let calling = caller.hash.as_ref().map(|it| keys::caller(&caller.line, it));
        let by_phone = calling.is_some() && self.booked_by == calling;
        by_phone || self.name.as_deref().zip(name).is_some_and(|(ours, it)| is_name(ours, it))
    }

    /// Whether it holds and is to come.
    pub(super) fn is_to_come(&self, caller: &Caller) -> bool {
        self.state == State::Booked && self.at > caller.now.datetime()
    }
}

impl From<Record> for Appointment {
    fn from(record: Record) -> Self {
        Self { number: record.number, opening: Opening { doctor: record.doctor, at: record.at } }
    }
}

impl Records {
    /// One strongly consistent `GetItem`, 1 read unit, or one `Query` of the index of callers, half
    /// a read unit for each 4 KB begun. What was booked within the last second may be missing there.
    pub(in crate::records) async fn find_appointments(
        &self,
        holder: &Holder,
        caller: &Caller,
    ) -> Answer<Vec<Appointment>> {
        let records = match (holder, &caller.hash) {
            (Holder::Appointment { number, name }, _) => {
                let found = self.appointment(number, caller).await?;
                found.filter(|it| it.is_for(name.as_deref(), caller)).into_iter().collect()
            }
            (Holder::Caller, None) => Vec::new(),
            (Holder::Caller, Some(hash)) => {
                let key = keys::caller(&caller.line, hash);
                let from = moment(caller.now.datetime());
                let items = self.of_caller(Kind::Appointment, key, from).await?;
                let records = items.into_iter().map(|it| item::decode(Kind::Appointment, it));
                records.collect::<Result<Vec<Record>, _>>()?
            }
        };
        let to_come = records.into_iter().filter(|it| it.is_to_come(caller));
        Ok(to_come.map(Appointment::from).collect())
    }

    /// An appointment, whether it holds or not.
    pub(super) async fn appointment(
        &self,
        number: &AppointmentNumber,
        caller: &Caller,
    ) -> Answer<Option<Record>> {
        let found = self.get(Kind::Appointment, keys::appointment(&caller.line, number)).await?;
        found.map(|it| item::decode(Kind::Appointment, it)).transpose()
    }
}
