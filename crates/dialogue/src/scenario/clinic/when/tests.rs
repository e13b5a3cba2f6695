//! What callers say of days and times.

use jiff::civil::{date, time};
use language::said::Said;
use line::{Hours, Opening};
use wording::Language;

use super::*;
use crate::slot::{Slot, Slots};
use crate::task::Answer;

/// A Monday.
const NOW: DateTime = date(2026, 3, 2).at(9, 30, 0, 0);

fn read(said: &str, language: Language) -> String {
    let slots = Slots::new();
    let answer = Answer { slots: &slots, yes_no: None, keys: None, said, language };
    let words = Said::new(said, &language::Setting::new(language.locale(), NOW));
    let days = match days(&answer, &words, NOW) {
        Some(Days::On(day)) => day.to_string(),
        Some(Days::Within(from, to)) => format!("{from}..{to}"),
        Some(Days::Soonest) => "soonest".to_owned(),
        None => "-".to_owned(),
    };
    let text = |it: Time| it.strftime("%H:%M").to_string();
    let clock = match clock(&answer, &words, true) {
        Some(Told::Clock(Clock::At(time))) => text(time),
        Some(Told::Clock(Clock::Open(one, other))) => format!("{}|{}", text(one), text(other)),
        Some(Told::Clock(Clock::Within(from, to))) => format!("{}-{}", text(from), text(to)),
        Some(Told::AnyTime) => "any".to_owned(),
        None => "-".to_owned(),
    };
    format!("{days} {clock}")
}

#[test]
fn english_callers_say_when_they_would_come() {
    for (said, expected) in [
        ("Thursday at ten", "2026-03-05 10:00|22:00"),
        ("Thursday at ten in the morning", "2026-03-05 10:00"),
        ("with my cardiologist, Thursday at ten", "2026-03-05 10:00|22:00"),
        ("tomorrow morning", "2026-03-03 06:00-12:00"),
        ("on March 12th at 2:30 pm", "2026-03-12 14:30"),
        ("sometime next week", "2026-03-09..2026-03-15 -"),
        ("next week in the afternoon", "2026-03-09..2026-03-15 12:00-18:00"),
        ("Tuesday next week", "2026-03-10 -"),
        ("next week on Tuesday", "2026-03-10 -"),
        ("this week", "2026-03-02..2026-03-08 -"),
        ("the week after next", "2026-03-16..2026-03-22 -"),
        ("next month", "2026-04-01..2026-04-30 -"),
        ("at the weekend", "2026-03-07..2026-03-08 -"),
        ("as soon as possible", "soonest -"),
        ("the earliest you have", "soonest -"),
        ("any day, in the morning", "soonest 06:00-12:00"),
        ("Friday any time", "2026-03-06 any"),
        ("after Friday", "2026-03-07..2026-03-21 -"),
        ("before Friday", "2026-03-02..2026-03-05 -"),
        ("not before Friday", "2026-03-06..2026-03-20 -"),
        ("from Friday on", "2026-03-06..2026-03-20 -"),
        ("no earlier than Friday", "2026-03-06..2026-03-20 -"),
        ("by Friday", "2026-03-02..2026-03-06 -"),
        ("until Friday", "2026-03-02..2026-03-06 -"),
        ("no later than Friday", "2026-03-02..2026-03-06 -"),
        ("not after Friday", "2026-03-02..2026-03-06 -"),
        ("Thursday from three", "2026-03-05 15:00-23:59"),
        ("Thursday not before three", "2026-03-05 15:00-23:59"),
        ("Thursday no later than three pm", "2026-03-05 00:00-15:01"),
        ("Thursday after three", "2026-03-05 15:00-23:59"),
        ("Thursday before noon", "2026-03-05 00:00-12:00"),
        ("after eight", "- 08:00-23:59"),
        ("not Thursday, Friday", "2026-03-06 -"),
        ("I can't do Thursday", "- -"),
        ("the day after tomorrow", "2026-03-04 -"),
        ("yesterday", "2026-03-01 -"),
        ("ten", "- 10:00|22:00"),
        ("one", "- 01:00|13:00"),
        ("one thirty", "- 01:30|13:30"),
        ("the one on Tuesday", "2026-03-03 -"),
        ("I'd like to see someone", "- -"),
        ("", "- -"),
    ] {
        assert_eq!(read(said, Language::EnUs), expected, "{said:?}");
    }
}

#[test]
fn spanish_callers_say_when_they_would_come() {
    for (said, expected) in [
        ("el jueves a las diez", "2026-03-05 10:00|22:00"),
        ("el jueves a las diez de la mañana", "2026-03-05 10:00"),
        ("mañana por la mañana", "2026-03-03 06:00-12:00"),
        ("mañana", "2026-03-03 -"),
        ("la semana que viene", "2026-03-09..2026-03-15 -"),
        ("la próxima semana por la tarde", "2026-03-09..2026-03-15 12:00-18:00"),
        ("lo antes posible", "soonest -"),
        ("cualquier día por la mañana", "soonest 06:00-12:00"),
        ("el mes que viene", "2026-04-01..2026-04-30 -"),
        ("el fin de semana", "2026-03-07..2026-03-08 -"),
        ("después del viernes", "2026-03-07..2026-03-21 -"),
        ("antes del viernes", "2026-03-02..2026-03-05 -"),
        ("no antes del viernes", "2026-03-06..2026-03-20 -"),
        ("a partir del jueves", "2026-03-05..2026-03-19 -"),
        ("desde el viernes", "2026-03-06..2026-03-20 -"),
        ("hasta el viernes", "2026-03-02..2026-03-06 -"),
        ("a más tardar el viernes", "2026-03-02..2026-03-06 -"),
        ("no después del viernes", "2026-03-02..2026-03-06 -"),
        ("el fin de semana que viene", "2026-03-14..2026-03-15 -"),
        ("el próximo fin de semana", "2026-03-14..2026-03-15 -"),
        ("el fin de semana próximo", "2026-03-14..2026-03-15 -"),
        ("el jueves a partir de las tres", "2026-03-05 15:00-23:59"),
        ("el jueves no antes de las tres", "2026-03-05 15:00-23:59"),
        ("el viernes no, el martes", "2026-03-03 -"),
        ("el jueves después de las tres", "2026-03-05 15:00-23:59"),
        ("hola", "- -"),
    ] {
        assert_eq!(read(said, Language::EsUs), expected, "{said:?}");
    }
}

#[test]
fn what_recognition_found_counts_where_the_words_say_nothing() {
    let slots = Slots::from([(Slot::Day, "2026-03-05".to_owned()), (Slot::Time, "AF".to_owned())]);
    let answer =
        Answer { slots: &slots, yes_no: None, keys: None, said: "", language: Language::EnUs };
    let words = Said::new("", &language::Setting::new("en_US", NOW));
    assert_eq!(days(&answer, &words, NOW), Some(Days::On(date(2026, 3, 5))));
    let (noon, six) = (time(12, 0, 0, 0), time(18, 0, 0, 0));
    assert_eq!(clock(&answer, &words, true), Some(Told::Clock(Clock::Within(noon, six))));
    for bad in ["2026-W10", "99:99", "null", "<speak>"] {
        let slots = Slots::from([(Slot::Day, bad.to_owned()), (Slot::Time, bad.to_owned())]);
        let answer = Answer { slots: &slots, ..answer };
        assert_eq!(days(&answer, &words, NOW), None, "{bad}");
        assert_eq!(clock(&answer, &words, true), None, "{bad}");
    }
}

#[test]
fn the_hours_tell_morning_from_evening() {
    let opening = |from: i8, to: i8| Opening { from: time(from, 0, 0, 0), to: time(to, 0, 0, 0) };
    let mut hours = Hours::default();
    hours.week[3] = vec![opening(8, 12), opening(13, 18)];
    hours.week[4] = vec![opening(8, 21)];
    let (thursday, friday, sunday) = (date(2026, 3, 5), date(2026, 3, 6), date(2026, 3, 8));
    let of = |hour: i8, day: Option<Date>| {
        half(time(hour, 0, 0, 0), time(hour + 12, 0, 0, 0), &hours, day)
    };
    let at = |hour: i8| Half::Sure(time(hour, 0, 0, 0));
    for (hour, day, expected) in [
        (10, Some(thursday), at(10)),
        (3, Some(thursday), at(15)),
        (8, Some(thursday), at(8)),
        // Closed at both: seven in the morning is one hour away, seven in the evening is too.
        (7, Some(thursday), at(7)),
        (6, Some(thursday), at(18)),
        (8, Some(friday), Half::Ask),
        (9, Some(friday), at(9)),
        // A day on which nobody is in is judged by the week.
        (10, Some(sunday), at(10)),
        (8, None, Half::Ask),
    ] {
        assert_eq!(of(hour, day), expected, "{hour} {day:?}");
    }
    let closed = Hours::default();
    for (hour, expected) in [(8, at(8)), (10, at(10)), (3, at(15))] {
        let later = time(hour + 12, 0, 0, 0);
        assert_eq!(half(time(hour, 0, 0, 0), later, &closed, None), expected, "{hour}");
    }
}

#[test]
fn what_is_over_is_past() {
    let when = |days: Days, clock: Option<Clock>| When { days: Some(days), clock };
    let (yesterday, today) = (date(2026, 3, 1), date(2026, 3, 2));
    let at = |hour: i8| Some(Clock::At(time(hour, 0, 0, 0)));
    for (when, past) in [
        (when(Days::On(yesterday), None), true),
        (when(Days::On(today), None), false),
        (when(Days::On(today), at(9)), true),
        (when(Days::On(today), at(10)), false),
        (when(Days::Within(yesterday, today), at(9)), true),
        (when(Days::Soonest, at(9)), false),
        (When::default(), false),
    ] {
        assert_eq!(when.is_past(NOW), past, "{when:?}");
    }
}
