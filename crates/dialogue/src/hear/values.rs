//! The values in what a caller said, for a question before they are used, where the words themselves may
//! not be kept.

use std::ops::{Range, RangeInclusive};

use language::said::{Found, Said, TimeOfDay};

use super::{Hearing, secret};
use crate::slot::{Slot, Slots};
use crate::wish::Wish;

/// Titles before the name of a doctor.
const TITLES: &[&str] = &["doctor", "doctora", "dr", "dra"];
/// Digits of a number that is asked for: fewer are a time or a count, more may be the number of a card.
const DIGITS: RangeInclusive<usize> = 5..=12;

/// The values that were said of what a wish asks for, as recognition would have them.
pub(crate) fn said(it: &Hearing<'_>, wish: Wish) -> Slots {
    let mut slots = Slots::new();
    let setting = language::Setting::new(it.heard.language.locale(), it.setting.now);
    let said = Said::new(it.said.text(), &setting);
    match wish {
        Wish::BookAppointment
        | Wish::MoveAppointment
        | Wish::CancelAppointment
        | Wish::CheckAppointment => {
            slots.extend(doctor(it).map(|it| (Slot::Doctor, it)));
            slots.extend(last(&said.days()).map(|it| (Slot::Day, it.to_string())));
            slots.extend(last(&said.times()).and_then(time).map(|it| (Slot::Time, it)));
            slots.extend(number(&said, it.said.text()).map(|it| (Slot::AppointmentNumber, it)));
        }
        Wish::CheckOrderStatus | Wish::ChangeDeliveryAddress | Wish::ReturnOrder => {
            slots.extend(number(&said, it.said.text()).map(|it| (Slot::OrderNumber, it)));
        }
        Wish::PayInvoice | Wish::CheckBalance | Wish::ListTransactions => {
            slots.extend(number(&said, it.said.text()).map(|it| (Slot::AccountNumber, it)));
        }
        Wish::ReportProblem
        | Wish::AskExperience
        | Wish::AskSkills
        | Wish::AskProjects
        | Wish::AskEducation
        | Wish::AskAvailability
        | Wish::AskContact
        | Wish::AskCollaboration
        | Wish::RequestInterview
        | Wish::NegotiateContract
        | Wish::ArrangeMeeting
        | Wish::AskTechnicalQuestion
        | Wish::LeaveMessage
        | Wish::RequestCallback
        | Wish::AskHours
        | Wish::TalkToAgent
        | Wish::Repeat
        | Wish::SlowDown
        | Wish::StartAgain
        | Wish::GoBack
        | Wish::Help
        | Wish::Wait
        | Wish::SwitchLanguage
        | Wish::ForgetMe
        | Wish::RememberMe
        | Wish::Emergency
        | Wish::Goodbye => {}
    }
    slots
}

/// The last that is clear and not refused: who corrects themselves says the right one last.
fn last<T: Copy>(found: &[Found<T>]) -> Option<T> {
    found.iter().rfind(|it| it.clear && !it.refused).map(|it| it.value)
}

/// A time of day as Lex has it; `None` for one that may be before noon or after, which has no value.
fn time(time: TimeOfDay) -> Option<String> {
    match time {
        TimeOfDay::At(time) => Some(time.strftime("%H:%M").to_string()),
        TimeOfDay::Either(..) => None,
        TimeOfDay::Morning => Some("MO".to_owned()),
        TimeOfDay::Afternoon => Some("AF".to_owned()),
        TimeOfDay::Evening => Some("EV".to_owned()),
        TimeOfDay::Night => Some("NI".to_owned()),
    }
}

fn number(said: &Said<'_>, text: &str) -> Option<String> {
    let digits = said.digits();
    // Beside a PIN or a code, what is as short may be that.
    let fewest = if secret::is_in(text) { secret::MOST } else { 1 };
    let number = digits.iter().rfind(|it| !it.refused && it.value.len() > fewest)?;
    Some(number.value.clone()).filter(|it| DIGITS.contains(&it.len()))
}

/// A doctor by title and name, who is not refused.
fn doctor(it: &Hearing<'_>) -> Option<String> {
    let said = &it.said;
    let is_named = |at: &usize| {
        let name: Range<usize> = at.saturating_add(1)..at.saturating_add(2);
        let language = crate::said::spoken(said.language());
        TITLES.contains(&said.word(*at))
            && language::words::weight(said.word(name.start), language).is_content()
            && name.start < said.tokens().len()
            && !said.refuses(&(*at..name.end))
    };
    let at = (0..said.tokens().len()).rev().find(is_named)?;
    said.between(&(at..at.saturating_add(2))).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use line::Line;
    use wording::Language::{self, EnUs, EsUs};

    use super::*;
    use crate::engine::Setting;
    use crate::heard::Heard;
    use crate::session::Session;

    #[test]
    fn values_are_found_and_no_other_words() {
        let line = Line::basic("Riverside Clinic", "America/New_York");
        let now = date(2026, 3, 2).at(9, 0, 0, 0);
        let setting = Setting { line: &line, now, caller: None, reachable: false };
        let found = |language: Language, text: &str, wish| {
            let heard = Heard { said: text.to_owned(), language, ..Heard::default() };
            let session = Session::default();
            let slots = said(&Hearing::new(&session, &heard, &setting), wish);
            let slots = slots.into_iter().map(|(slot, it)| format!("{}={it}", slot.as_str()));
            slots.collect::<Vec<_>>().join(" ")
        };
        let book = Wish::BookAppointment;
        for (language, text, wish, slots) in [
            (
                EnUs,
                "maybe get in with Dr. Chen on Friday afternoon for my bad knee",
                book,
                "Doctor=Dr. Chen Day=2026-03-06 Time=AF",
            ),
            (EnUs, "not Dr. Chen", book, ""),
            (EnUs, "I hoped the doctor could see me", book, ""),
            (
                EsUs,
                "a ver si la doctora Chen me atiende el jueves a las diez de la mañana",
                book,
                "Doctor=doctora Chen Day=2026-03-05 Time=10:00",
            ),
            (EnUs, "that thing, 44321, where", Wish::CheckOrderStatus, "OrderNumber=44321"),
            (EnUs, "take it off 4111 1111 1111 1111", Wish::PayInvoice, ""),
            (EnUs, "call me about Dr. Chen on Friday", Wish::RequestCallback, ""),
            (EnUs, "", book, ""),
        ] {
            assert_eq!(found(language, text, wish), slots, "{text:?}");
        }
    }
}
