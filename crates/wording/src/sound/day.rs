//! Days and dates as people say them.

use jiff::civil::{Date, Weekday};

use crate::Language;
use crate::piece::Piece;

/// Days in which the weekday alone says which day is meant.
const WEEK: u32 = 7;

/// A day as seen from today: "today", "tomorrow", "yesterday", "on Monday", "on March 2nd".
pub(super) fn day(language: Language, day: Date, today: Date) -> Vec<Piece> {
    // The difference of two dates is in days unless another unit is asked for.
    let ahead = (day - today).get_days();
    let near = match (ahead, language) {
        (0, Language::EnUs) => Some("today"),
        (0, Language::EsUs) => Some("hoy"),
        (1, Language::EnUs) => Some("tomorrow"),
        (1, Language::EsUs) => Some("mañana"),
        (-1, Language::EnUs) => Some("yesterday"),
        (-1, Language::EsUs) => Some("ayer"),
        _ => None,
    };
    if let Some(near) = near {
        return vec![Piece::words(near)];
    }
    let before = match language {
        Language::EnUs => "on ",
        Language::EsUs => "el ",
    };
    let mut pieces = vec![Piece::words(before)];
    if ahead.unsigned_abs() < WEEK {
        pieces.push(Piece::words(weekday(language, day)));
    } else {
        pieces.extend(month_and_day(language, day, today));
    }
    pieces
}

/// A date in full, with the year only when it is not this one: "Thursday, March 5th",
/// "jueves 5 de marzo".
pub(super) fn date(language: Language, date: Date, today: Date) -> Vec<Piece> {
    let after = match language {
        Language::EnUs => ", ",
        Language::EsUs => " ",
    };
    let mut pieces = vec![Piece::words(weekday(language, date)), Piece::words(after)];
    pieces.extend(month_and_day(language, date, today));
    pieces
}

fn month_and_day(language: Language, date: Date, today: Date) -> Vec<Piece> {
    let (day, month, year) = (date.day(), month(language, date), date.year());
    let is_this_year = year == today.year();
    match language {
        Language::EnUs => {
            // The suffix keeps a synthetic voice from reading "March two".
            let suffix = match day {
                1 | 21 | 31 => "st",
                2 | 22 => "nd",
                3 | 23 => "rd",
                _ => "th",
            };
            let year = if is_this_year { String::new() } else { format!(", {year}") };
            vec![Piece::words(format!("{month} {day}{suffix}{year}"))]
        }
        Language::EsUs => {
            let day =
                if day == 1 { Piece::alias("1", "primero") } else { Piece::words(day.to_string()) };
            let year = if is_this_year { String::new() } else { format!(" de {year}") };
            vec![day, Piece::words(format!(" de {month}{year}"))]
        }
    }
}

/// Source: Unicode CLDR 46, `dates/calendars/gregorian/days`.
fn weekday(language: Language, day: Date) -> &'static str {
    match (day.weekday(), language) {
        (Weekday::Monday, Language::EnUs) => "Monday",
        (Weekday::Monday, Language::EsUs) => "lunes",
        (Weekday::Tuesday, Language::EnUs) => "Tuesday",
        (Weekday::Tuesday, Language::EsUs) => "martes",
        (Weekday::Wednesday, Language::EnUs) => "Wednesday",
        (Weekday::Wednesday, Language::EsUs) => "miércoles",
        (Weekday::Thursday, Language::EnUs) => "Thursday",
        (Weekday::Thursday, Language::EsUs) => "jueves",
        (Weekday::Friday, Language::EnUs) => "Friday",
        (Weekday::Friday, Language::EsUs) => "viernes",
        (Weekday::Saturday, Language::EnUs) => "Saturday",
        (Weekday::Saturday, Language::EsUs) => "sábado",
        (Weekday::Sunday, Language::EnUs) => "Sunday",
        (Weekday::Sunday, Language::EsUs) => "domingo",
    }
}

/// Source: Unicode CLDR 46, `dates/calendars/gregorian/months`.
fn month(language: Language, day: Date) -> &'static str {
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const ES: [&str; 12] = [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ];
    let names = match language {
        Language::EnUs => EN,
        Language::EsUs => ES,
    };
    let position = usize::from(day.month().unsigned_abs()).saturating_sub(1);
    names.get(position).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as on;

    fn text(pieces: &[Piece]) -> String {
        pieces.iter().map(Piece::text).collect()
    }

    #[test]
    fn days_are_said_as_people_say_them() {
        // A Monday.
        let today = on(2026, 3, 2);
        for (it, english, spanish) in [
            (on(2026, 3, 2), "today", "hoy"),
            (on(2026, 3, 1), "yesterday", "ayer"),
            (on(2026, 2, 28), "on Saturday", "el sábado"),
            (on(2026, 2, 24), "on Tuesday", "el martes"),
            (on(2026, 2, 23), "on February 23rd", "el 23 de febrero"),
            (on(2025, 12, 31), "on December 31st, 2025", "el 31 de diciembre de 2025"),
            (on(2026, 3, 3), "tomorrow", "mañana"),
            (on(2026, 3, 4), "on Wednesday", "el miércoles"),
            (on(2026, 3, 8), "on Sunday", "el domingo"),
            (on(2026, 3, 9), "on March 9th", "el 9 de marzo"),
            (on(2026, 4, 11), "on April 11th", "el 11 de abril"),
            (on(2027, 1, 22), "on January 22nd, 2027", "el 22 de enero de 2027"),
            (Date::MIN, "on January 1st, -9999", "el 1 de enero de -9999"),
            (Date::MAX, "on December 31st, 9999", "el 31 de diciembre de 9999"),
        ] {
            assert_eq!(text(&day(Language::EnUs, it, today)), english);
            assert_eq!(text(&day(Language::EsUs, it, today)), spanish);
        }
    }

    #[test]
    fn dates_have_their_weekday() {
        let today = on(2026, 3, 2);
        for (it, english, spanish) in [
            (on(2026, 3, 5), "Thursday, March 5th", "jueves 5 de marzo"),
            (on(2027, 5, 1), "Saturday, May 1st, 2027", "sábado 1 de mayo de 2027"),
        ] {
            assert_eq!(text(&date(Language::EnUs, it, today)), english);
            assert_eq!(text(&date(Language::EsUs, it, today)), spanish);
        }
    }

    #[test]
    fn the_first_of_a_month_is_primero() {
        let pieces = date(Language::EsUs, on(2026, 5, 1), on(2026, 3, 2));
        assert!(pieces.contains(&Piece::alias("1", "primero")), "{pieces:?}");
    }
}
