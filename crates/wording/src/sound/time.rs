//! Times of day.

use jiff::civil::Time;

use super::number::cardinal;
use crate::Language;
use crate::piece::Piece;

/// A time of day to the minute: "10 a.m.", "10:30 a.m.", "noon"; "las 10:00 a. m." for "las diez de la
/// mañana". The Spanish one has its article, so that wording says "a { $time }".
pub(super) fn time(language: Language, time: Time) -> Vec<Piece> {
    let (hour, minute) = (time.hour().unsigned_abs(), time.minute().unsigned_abs());
    let on_dial = match hour % 12 {
        0 => 12,
        hour => hour,
    };
    match language {
        Language::EnUs => vec![Piece::words(english(hour, on_dial, minute))],
        Language::EsUs => {
            let article = if on_dial == 1 { "la " } else { "las " };
            let half = if hour < 12 { "a. m." } else { "p. m." };
            let said = spanish(hour, on_dial, minute);
            vec![Piece::words(article), Piece::alias(format!("{on_dial}:{minute:02} {half}"), said)]
        }
    }
}

fn english(hour: u8, on_dial: u8, minute: u8) -> String {
    let half = if hour < 12 { "a.m." } else { "p.m." };
    match (hour, minute) {
        (0, 0) => "midnight".to_owned(),
        (12, 0) => "noon".to_owned(),
        (_, 0) => format!("{on_dial} {half}"),
        (_, _) => format!("{on_dial}:{minute:02} {half}"),
    }
}

fn spanish(hour: u8, on_dial: u8, minute: u8) -> String {
    let name = |number: u8| cardinal(Language::EsUs, number.into());
    let hours = if on_dial == 1 { "una".to_owned() } else { name(on_dial) };
    let minutes = match minute {
        0 => String::new(),
        15 => " y cuarto".to_owned(),
        30 => " y media".to_owned(),
        minute => format!(" y {}", name(minute)),
    };
    // Source: Unicode CLDR 46, dayPeriodRuleSet of `es`. The hour after midnight belongs to the
    // night there is, as people say it, rather than to the small hours.
    let period = match (hour, minute) {
        (12, 0) => "del mediodía",
        (0 | 20.., _) => "de la noche",
        (..6, _) => "de la madrugada",
        (..12, _) => "de la mañana",
        (_, _) => "de la tarde",
    };
    format!("{hours}{minutes} {period}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time as at;

    #[test]
    fn times_are_said_as_people_say_them() {
        for (it, english, spanish, said) in [
            (at(0, 0, 0, 0), "midnight", "las 12:00 a. m.", "las doce de la noche"),
            (at(0, 30, 0, 0), "12:30 a.m.", "las 12:30 a. m.", "las doce y media de la noche"),
            (at(1, 0, 0, 0), "1 a.m.", "la 1:00 a. m.", "la una de la madrugada"),
            (at(9, 5, 0, 0), "9:05 a.m.", "las 9:05 a. m.", "las nueve y cinco de la mañana"),
            (at(10, 0, 59, 0), "10 a.m.", "las 10:00 a. m.", "las diez de la mañana"),
            (at(12, 0, 0, 0), "noon", "las 12:00 p. m.", "las doce del mediodía"),
            (at(12, 15, 0, 0), "12:15 p.m.", "las 12:15 p. m.", "las doce y cuarto de la tarde"),
            (at(13, 0, 0, 0), "1 p.m.", "la 1:00 p. m.", "la una de la tarde"),
            (
                at(16, 45, 0, 0),
                "4:45 p.m.",
                "las 4:45 p. m.",
                "las cuatro y cuarenta y cinco de la tarde",
            ),
            (at(21, 0, 0, 0), "9 p.m.", "las 9:00 p. m.", "las nueve de la noche"),
            (
                at(23, 59, 0, 0),
                "11:59 p.m.",
                "las 11:59 p. m.",
                "las once y cincuenta y nueve de la noche",
            ),
        ] {
            let text = |it: &[Piece]| it.iter().map(Piece::text).collect::<String>();
            assert_eq!(text(&time(Language::EnUs, it)), english);
            let pieces = time(Language::EsUs, it);
            assert_eq!(text(&pieces), spanish);
            assert_eq!(pieces.iter().map(Piece::said).collect::<String>(), said);
        }
    }
}
