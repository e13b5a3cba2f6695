//! Dates that are easily taken for others.

use super::{SlotType, check};

#[test]
fn spoken_numbers_are_a_day_a_month_and_a_year() {
    check(
        &SlotType::Date,
        "en_US",
        &[
            ("one one nineteen eighty", "1980-01-01"),
            ("1 1 1980", "1980-01-01"),
            ("01 01 1980", "1980-01-01"),
            ("it's one one twenty twenty seven", "2027-01-01"),
            ("one two twenty twenty six", "2026-01-02"),
            ("one one two thousand", "2000-01-01"),
            ("six seven eighty five", "1985-06-07"),
            ("oh six oh seven nineteen eighty five", "1985-06-07"),
            ("twelve twenty five nineteen eighty", "1980-12-25"),
            ("twelve twenty five", "2026-12-25"),
            ("three twenty three", "2026-03-23"),
            ("zero three two three two six", "2026-03-23"),
            ("double one two three", "2026-11-23"),
            ("thirteen thirteen nineteen eighty", "-"),
            ("one thirty two nineteen eighty", "-"),
            ("five five one one nineteen eighty", "-"),
            ("fifty five fifty five", "-"),
            ("twelve", "-"),
        ],
    );
    check(&SlotType::Date, "en_GB", &[("one two twenty twenty six", "2026-02-01")]);
    check(
        &SlotType::Date,
        "es_ES",
        &[
            ("uno uno dos mil veintisiete", "2027-01-01"),
            ("uno dos dos mil veintisiete", "2027-02-01"),
            ("veintitr\u{e9}s tres ochenta", "1980-03-23"),
        ],
    );
}

#[test]
fn a_part_of_a_longer_date_is_none() {
    check(
        &SlotType::Date,
        "en_US",
        &[
            ("tomorrow week", "-"),
            ("the last week of april", "-"),
            ("the last week of march", "-"),
            ("start of next week", "-"),
            ("the middle of next month", "-"),
            ("before friday", "-"),
            ("any time after friday", "-"),
            ("the week after christmas", "-"),
            ("the second friday", "-"),
            ("march 5 eighty", "-"),
            ("next friday the 20th", "-"),
            // What is no part of them stays.
            ("next friday the 13th", "2026-03-13"),
            ("move it to friday", "2026-03-06"),
            ("friday may work", "2026-03-06"),
            ("for two on friday at eight", "2026-03-06"),
            ("a table for two tomorrow", "2026-03-05"),
            ("friday at quarter past six", "2026-03-06"),
            ("half past six on friday", "2026-03-06"),
            ("march 23rd at ten before six", "2026-03-23"),
        ],
    );
    check(
        &SlotType::Date,
        "es_ES",
        &[
            ("antes del viernes", "-"),
            ("despu\u{e9}s del viernes", "-"),
            ("a principios de la semana que viene", "-"),
            ("la \u{fa}ltima semana de abril", "-"),
            ("la semana despu\u{e9}s de navidad", "-"),
            ("para el viernes", "2026-03-06"),
            ("la cita del viernes", "2026-03-06"),
            ("ma\u{f1}ana de tres a cinco", "2026-03-05"),
            ("la tarde del 5 de mayo", "2026-05-05"),
        ],
    );
}

#[test]
fn days_of_a_month_by_weekday_and_days_beside_others() {
    check(
        &SlotType::Date,
        "en_US",
        &[
            ("first monday of march", "2027-03-01"),
            ("the second tuesday of march", "2026-03-10"),
            ("the last friday in april", "2026-04-24"),
            ("the first monday of march twenty twenty eight", "2028-03-06"),
            ("the third thursday of next month", "2026-04-16"),
            ("the last day of next month", "2026-04-30"),
            ("the first monday of the month", "2026-04-06"),
            ("the last friday of the month", "2026-03-27"),
            ("the day after christmas", "2026-12-26"),
            ("the day before may third", "2026-05-02"),
            ("a day after friday", "2026-03-07"),
        ],
    );
    check(
        &SlotType::Date,
        "es_ES",
        &[
            ("el primer viernes de abril", "2026-04-03"),
            ("el \u{fa}ltimo lunes del mes", "2026-03-30"),
            ("el primer lunes del mes que viene", "2026-04-06"),
            ("el jueves en ocho", "2026-03-12"),
            ("de hoy en ocho", "2026-03-11"),
            ("hoy en quince d\u{ed}as", "2026-03-18"),
            ("el d\u{ed}a despu\u{e9}s de navidad", "2026-12-26"),
            ("el d\u{ed}a antes de nochevieja", "2026-12-30"),
            ("cinco de mayo del ochenta", "1980-05-05"),
            ("cinco de mayo del 85", "1985-05-05"),
            ("cinco de mayo del veinte", "-"),
        ],
    );
}
