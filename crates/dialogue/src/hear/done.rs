//! Hears that others did what a wish is for: "you cancelled my appointment" wants nothing cancelled.

use crate::said::{Phrases, Said};
use crate::wish::Wish;

/// What is told as done. In Spanish the verb itself says that others did it.
const DONE: Phrases = Phrases {
    en: &["canceled", "cancelled", "changed", "moved", "rescheduled"],
    es: &[
        "anularon",
        "cambiaron",
        "cancelaron",
        "fue anulada",
        "fue cancelada",
        "movieron",
        "quitaron",
        "reprogramaron",
    ],
};
/// Who did it in English, or that it was done.
const OTHERS: &[&str] = &["got", "somebody", "someone", "they", "was", "were", "you"];
/// Most words between: "you people cancelled".
const BETWEEN: usize = 1;

/// Whether the words tell that others did what a wish would have done.
pub(super) fn is_wish(said: &Said<'_>, wish: Wish) -> bool {
    let is_change = matches!(
        wish,
        Wish::CancelAppointment | Wish::MoveAppointment | Wish::ChangeDeliveryAddress
    );
    is_change && by_others(said)
}

/// Whether the words tell that others changed or cancelled something.
pub(super) fn by_others(said: &Said<'_>) -> bool {
    said.places(&DONE).iter().any(|done| {
        let from = done.start.saturating_sub(BETWEEN.saturating_add(1));
        let is_others = |at: usize| OTHERS.contains(&said.word(at));
        !said.refuses(done)
            && (said.language() == wording::Language::EsUs || (from..done.start).any(is_others))
    })
}

#[cfg(test)]
mod tests {
    use wording::Language::{EnUs, EsUs};

    use super::*;

    #[test]
    fn what_others_did_is_told_from_what_is_wanted() {
        crate::said::check_plain(&DONE);
        for (language, text, is_done) in [
            (EnUs, "you idiots cancelled my appointment", true),
            (EnUs, "someone canceled my appointment", true),
            (EnUs, "my appointment was moved", true),
            (EnUs, "they changed it on me", true),
            (EnUs, "cancel my appointment", false),
            (EnUs, "can you get it cancelled", false),
            (EnUs, "I need my appointment moved", false),
            (EnUs, "I'd like it cancelled", false),
            (EnUs, "has my appointment been cancelled", false),
            (EsUs, "me cancelaron la cita", true),
            (EsUs, "ustedes me cambiaron la hora", true),
            (EsUs, "mi cita fue cancelada", true),
            (EsUs, "quiero cancelar mi cita", false),
        ] {
            let said = Said::new(text, language);
            assert_eq!(is_wish(&said, Wish::CancelAppointment), is_done, "{text:?}");
            assert!(!is_wish(&said, Wish::BookAppointment), "{text:?}");
        }
    }
}
