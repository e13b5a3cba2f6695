//! When doctors are free.

use dialogue::business::{DoctorId, Opening};
use dialogue::{Wanted, WantedDoctor};
use futures_util::future::{try_join, try_join_all};
use jiff::civil::{DateTime, DateTimeRound};
use jiff::{RoundMode, Unit};
use serde::Deserialize;

use super::Clinic;
use crate::directory::Answer;
use crate::moment::moment;
use crate::records::item::Item;
use crate::records::table::{Bound, Range};
use crate::records::{Kind, Records, item, keys};
use crate::{Caller, DirectoryError};

/// Openings in the pages that are read of one doctor, until enough free ones are found. Who is taken
/// for 750 openings in a row, a quarter of a year, has none to offer.
const PAGES: [i32; 4] = [50, 100, 200, 400];

/// An opening as it is stored.
#[derive(Debug, Deserialize)]
struct Record {
    doctor: DoctorId,
    at: DateTime,
    /// Number of the appointment that has taken it.
    appointment: Option<String>,
}

/// Which way from a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Towards {
    Later,
    Earlier,
}

impl Records {
    /// When doctors are free, the best first: as near as can be, or the earliest.
    ///
    /// For each doctor one strongly consistent `Query`, or two where a time is wanted, all at once:
    /// 2 read units for each page of 50 openings. A specialty needs the [`Records::clinic`] before, a
    /// doctor beside.
    pub(in crate::records) async fn free(
        &self,
        wanted: &Wanted,
        caller: &Caller,
    ) -> Answer<Vec<Opening>> {
        if wanted.limit == 0 {
            return Ok(Vec::new());
        }
        // What has begun is offered to nobody.
        let from = whole_second(wanted.from.max(caller.now.datetime()));
        let near = wanted.near.filter(|it| *it > from);
        let (clinic, mut openings) = match &wanted.doctor {
            WantedDoctor::Doctor(id) => {
                // Holidays are left out afterwards, and more is read in the rare case.
                let clinic = self.clinic(caller);
                let both =
                    try_join(clinic, self.of_doctor(id, from, near, wanted.limit, None, caller));
                let (clinic, openings) = Box::pin(both).await?;
                if openings.iter().any(|it| clinic.is_away(id, it.at.date())) {
                    let again = self.of_doctor(id, from, near, wanted.limit, Some(&clinic), caller);
                    let openings = again.await?;
                    (clinic, openings)
                } else {
                    (clinic, openings)
                }
            }
            WantedDoctor::Specialty(_) | WantedDoctor::Anyone => {
                let clinic = self.clinic(caller).await?;
                let meant = clinic.meant(&wanted.doctor);
                let each = meant
                    .iter()
                    .map(|id| self.of_doctor(id, from, near, wanted.limit, Some(&clinic), caller));
                let openings = Box::pin(try_join_all(each)).await?.concat();
                (clinic, openings)
            }
        };
        openings.retain(|it| !clinic.is_away(&it.doctor, it.at.date()));
        let place = |it: &Opening| clinic.doctors.iter().position(|doctor| doctor.id == it.doctor);
        openings.sort_by_key(|it| (distance(it.at, near.unwrap_or(from)), it.at, place(it)));
        openings.truncate(wanted.limit);
        Ok(openings)
    }

    /// A doctor's free openings from a time on, or around one.
    async fn of_doctor(
        &self,
        doctor: &DoctorId,
        from: DateTime,
        near: Option<DateTime>,
        limit: usize,
        clinic: Option<&Clinic>,
        caller: &Caller,
    ) -> Answer<Vec<Opening>> {
        let pk = keys::openings(&caller.line, doctor);
        let later = Bound::From(moment(near.unwrap_or(from)));
        let later = self.read_free(&pk, later, Towards::Later, doctor, limit, clinic);
        let Some(near) = near else { return later.await };
        let earlier = Bound::Between(moment(from), moment(near));
        let earlier = self.read_free(&pk, earlier, Towards::Earlier, doctor, limit, clinic);
        let (mut later, earlier) = Box::pin(try_join(later, earlier)).await?;
        // The time itself is on both sides.
        later.extend(earlier.into_iter().filter(|it| it.at != near));
        Ok(later)
    }

    /// Free openings in one direction, nearest first, a page at a time until there are enough.
    async fn read_free(
        &self,
        pk: &str,
        sk: Bound,
        towards: Towards,
        doctor: &DoctorId,
        limit: usize,
        clinic: Option<&Clinic>,
    ) -> Answer<Vec<Opening>> {
        let mut free = Vec::new();
        let mut after = None;
        for page in PAGES {
            let range = Range {
                pk: pk.to_owned(),
                sk: sk.clone(),
                backwards: towards == Towards::Earlier,
                page: Some(page),
            };
            let (items, next) = self.page(Kind::Opening, &range, after).await?;
            for item in items {
                let Some(opening) = read(item, doctor)? else { continue };
                if clinic.is_none_or(|it| !it.is_away(doctor, opening.at.date())) {
                    free.push(opening);
                }
            }
            if free.len() >= limit || next.is_none() {
                break;
            }
            after = next;
        }
        free.truncate(limit);
        Ok(free)
    }
}

/// The opening of an item; `None` when it is taken.
fn read(item: Item, doctor: &DoctorId) -> Answer<Option<Opening>> {
    let sk = item::text_of(&item, item::SK).map(str::to_owned);
    let record: Record = item::decode(Kind::Opening, item)?;
    // An item under another key than its own could be offered and never be booked.
    if record.doctor != *doctor || sk.as_deref() != Some(moment(record.at).as_str()) {
        return Err(DirectoryError::Malformed { kind: Kind::Opening });
    }
    let is_free = record.appointment.is_none();
    Ok(is_free.then_some(Opening { doctor: record.doctor, at: record.at }))
}

/// The time, or the next whole second, since keys have whole seconds.
fn whole_second(at: DateTime) -> DateTime {
    let up = DateTimeRound::new().smallest(Unit::Second).mode(RoundMode::Ceil);
    at.round(up).unwrap_or(at)
}

/// How far two times are apart.
fn distance(one: DateTime, other: DateTime) -> jiff::SignedDuration {
    one.duration_since(other).abs()
}
