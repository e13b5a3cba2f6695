//! Who works in a clinic, and on which days they do not.

use std::sync::Arc;

use dialogue::WantedDoctor;
use dialogue::business::{Doctor, DoctorId};
use jiff::SignedDuration;
use jiff::civil::Date;
use serde::Deserialize;

use crate::Caller;
use crate::directory::Answer;
use crate::records::table::{Bound, Range};
use crate::records::{Kind, Records, item, keys};

/// How long it is kept in memory who works in a clinic: a minute, so that a day off counts soon.
const FRESH: SignedDuration = SignedDuration::from_secs(60);

/// Who works in a clinic, and on which days they do not.
#[derive(Debug, Default)]
pub(crate) struct Clinic {
    /// In the order of their short names.
    pub(crate) doctors: Vec<Doctor>,
    holidays: Vec<Holiday>,
}

/// A day without openings.
#[derive(Debug, Deserialize)]
struct Holiday {
    date: Date,
    /// Who is away; everybody when it does not say.
    doctors: Option<Vec<DoctorId>>,
}

impl Clinic {
    /// Whether a doctor does not receive on a day.
    pub(super) fn is_away(&self, doctor: &DoctorId, date: Date) -> bool {
        let away = |it: &Holiday| it.doctors.as_ref().is_none_or(|them| them.contains(doctor));
        self.holidays.iter().any(|it| it.date == date && away(it))
    }

    /// The doctors who may be meant, the one that was named also when the clinic does not know them.
    pub(super) fn meant(&self, wanted: &WantedDoctor) -> Vec<DoctorId> {
        let ids = |does: &dyn Fn(&Doctor) -> bool| {
            self.doctors.iter().filter(|it| does(it)).map(|it| it.id.clone()).collect()
        };
        match wanted {
            WantedDoctor::Doctor(id) => vec![id.clone()],
            WantedDoctor::Specialty(specialty) => ids(&|it| it.specialty == *specialty),
            WantedDoctor::Anyone => ids(&|_| true),
        }
    }
}

impl Records {
    /// Who works in the clinic: one `Query`, 1 read unit for each 4 KB begun, about 40 doctors and
    /// holidays; nothing within a minute of the last one in this environment.
    pub(crate) async fn clinic(&self, caller: &Caller) -> Answer<Arc<Clinic>> {
        let now = caller.now.timestamp();
        if let Some(clinic) = self.kept.clinics.get(&caller.line, now, FRESH) {
            return Ok(clinic);
        }
        let range = Range {
            pk: keys::doctors(&caller.line),
            // DynamoDB takes no empty text: the first of the two prefixes.
            sk: Bound::From(keys::DOCTOR_PREFIX.to_owned()),
            backwards: false,
            page: None,
        };
        let mut clinic = Clinic::default();
        for it in self.all(Kind::Doctor, &range).await? {
            match item::text_of(&it, item::SK) {
                Some(sk) if sk.starts_with(keys::DOCTOR_PREFIX) => {
                    clinic.doctors.push(item::decode(Kind::Doctor, it)?);
                }
                Some(sk) if sk.starts_with(keys::HOLIDAY_PREFIX) => {
                    clinic.holidays.push(item::decode(Kind::Holiday, it)?);
                }
                // Something that later versions keep here.
                _ => {}
            }
        }
        let clinic = Arc::new(clinic);
        self.kept.clinics.keep(caller.line.clone(), now, Arc::clone(&clinic));
        Ok(clinic)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn id(text: &str) -> DoctorId {
        text.parse().unwrap()
    }

    fn doctor(name: &str, specialty: &str) -> Doctor {
        Doctor {
            id: id(name),
            name: name.to_owned(),
            spoken: std::collections::BTreeMap::new(),
            specialty: specialty.parse().unwrap(),
        }
    }

    #[test]
    fn a_holiday_is_everybodys_or_of_those_it_names() {
        let holidays = vec![
            Holiday { date: date(2026, 3, 6), doctors: None },
            Holiday { date: date(2026, 3, 9), doctors: Some(vec![id("chen")]) },
        ];
        let clinic = Clinic { doctors: Vec::new(), holidays };
        let away = |doctor, day| clinic.is_away(&id(doctor), date(2026, 3, day));
        assert!(away("chen", 6) && away("ruiz", 6) && away("chen", 9));
        assert!(!away("ruiz", 9) && !away("chen", 10));
    }

    #[test]
    fn a_specialty_means_all_who_have_it() {
        let doctors = vec![doctor("chen", "cardiology"), doctor("okafor", "dermatology")];
        let clinic = Clinic { doctors, holidays: Vec::new() };
        let cardiology = WantedDoctor::Specialty("cardiology".parse().unwrap());
        assert_eq!(clinic.meant(&cardiology), [id("chen")]);
        assert_eq!(clinic.meant(&WantedDoctor::Anyone), [id("chen"), id("okafor")]);
        assert_eq!(clinic.meant(&WantedDoctor::Doctor(id("new"))), [id("new")]);
        let other = WantedDoctor::Specialty("surgery".parse().unwrap());
        assert_eq!(clinic.meant(&other), []);
    }
}
