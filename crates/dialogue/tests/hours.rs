//! Callers who want to know when somebody is in.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::Call;
use dialogue::Facts;
use expect_test::{Expect, expect};
use jiff::civil::{date, time};
use line::{Holiday, Opening, Scenario};

/// Openings from hours and minutes, as in `&[(900, 1700)]`; 0 is midnight.
fn openings(times: &[(i8, i8, i8, i8)]) -> Vec<Opening> {
    let at = |hour: i8, minute: i8| time(hour, minute, 0, 0);
    times.iter().map(|it| Opening { from: at(it.0, it.1), to: at(it.2, it.3) }).collect()
}

fn call(week: [&[(i8, i8, i8, i8)]; 7]) -> Call {
    let mut call = Call::new(&[Scenario::Shop], |_| Facts::Unavailable);
    call.line.hours.week = week.map(openings);
    call.line.hours.holidays.clear();
    call
}

/// Monday to Friday from nine to five, Saturday until one.
fn shop() -> Call {
    let (day, half): (&[_], &[_]) = (&[(9, 0, 17, 0)], &[(9, 0, 13, 0)]);
    call([day, day, day, day, day, half, &[]])
}

#[expect(clippy::needless_pass_by_value, reason = "as `expect!` is written")]
fn check(call: Call, script: &[&str], expected: Expect) {
    expected.assert_eq(&call.transcript(script));
}

#[test]
fn the_hours_of_a_week_are_told() {
    check(
        shop(),
        &["what are your opening hours @AskHours"],
        expect![[r#"
            caller: what are your opening hours
            line:   Here's when we're open. Monday to Friday, from 9 a.m. to 5 p.m. Saturday, from 9 a.m. to 1 p.m. Is there anything else I can help with?
        "#]],
    );
    check(
        shop().in_spanish(),
        &["a qué hora abren @AskHours"],
        expect![[r#"
            caller: a qué hora abren
            line:   Abrimos hoy de las 9:00 a. m. a las 5:00 p. m. ¿Y los demás días?
        "#]],
    );
}

#[test]
fn a_day_that_is_named_is_told() {
    check(
        shop(),
        &["are you open on Saturday @AskHours"],
        expect![[r#"
        caller: are you open on Saturday
        line:   We're open on Saturday from 9 a.m. to 1 p.m. Is there anything else I can help with?
    "#]],
    );
    check(
        shop(),
        &["what time do you close today"],
        expect![[r#"
        caller: what time do you close today
        line:   We're open today from 9 a.m. to 5 p.m. Is there anything else I can help with?
    "#]],
    );
    check(
        shop().in_spanish(),
        &["abren el domingo @AskHours"],
        expect![[r#"
        caller: abren el domingo
        line:   No abrimos el domingo. ¿Le puedo ayudar en algo más?
    "#]],
    );
}

#[test]
fn a_lunch_break_is_told() {
    let twice: &[_] = &[(8, 0, 12, 30), (13, 30, 18, 0)];
    let once: &[_] = &[(8, 0, 12, 30)];
    let clinic = || call([twice, twice, once, twice, twice, &[], &[]]);
    check(
        clinic(),
        &["what are your hours", "yes", "yes"],
        expect![[r#"
            caller: what are your hours
            line:   We're open today from 8 a.m. to 12:30 p.m. Then 1:30 p.m. to 6 p.m. And the other days?
            caller: yes
            line:   Tuesday, from 8 a.m. to 12:30 p.m. Then 1:30 p.m. to 6 p.m. The same on Thursday and Friday. And the other days?
            caller: yes
            line:   Wednesday, from 8 a.m. to 12:30 p.m. Is there anything else I can help with?
        "#]],
    );
    check(
        clinic().in_spanish(),
        &["cuál es su horario", "sí", "sí"],
        expect![[r#"
            caller: cuál es su horario
            line:   Abrimos hoy de las 8:00 a. m. a las 12:30 p. m. Y de la 1:30 p. m. a las 6:00 p. m. ¿Y los demás días?
            caller: sí
            line:   El martes, de las 8:00 a. m. a las 12:30 p. m. Y de la 1:30 p. m. a las 6:00 p. m. Lo mismo el jueves y el viernes. ¿Y los demás días?
            caller: sí
            line:   El miércoles, de las 8:00 a. m. a las 12:30 p. m. ¿Le puedo ayudar en algo más?
        "#]],
    );
}

/// A week in which no day is like another, and each has a break.
fn uneven() -> Call {
    let days: Vec<Vec<_>> =
        (0..7).map(|it| vec![(7, it * 5, 12, it * 5 + 1), (13, it * 5, 18, it * 5 + 1)]).collect();
    let mut call = call([&[]; 7]);
    for (day, times) in call.line.hours.week.iter_mut().zip(&days) {
        *day = openings(times);
    }
    call
}

#[test]
fn the_other_days_may_not_be_wanted() {
    check(
        uneven(),
        &["what are your hours", "hmm", "what about Friday", "no thanks"],
        expect![[r#"
            caller: what are your hours
            line:   We're open today from 7 a.m. to 12:01 p.m. Then 1 p.m. to 6:01 p.m. And the other days?
            caller: hmm
            line:   Sorry, was that a yes or a no? Would you like to hear the other days?
            caller: what about Friday
            line:   We're open on Friday from 7:20 a.m. to 12:21 p.m. Then 1:20 p.m. to 6:21 p.m. Is there anything else I can help with?
            caller: no thanks
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant.
        "#]],
    );
    check(
        uneven(),
        &["what are your hours", "no"],
        expect![[r#"
        caller: what are your hours
        line:   We're open today from 7 a.m. to 12:01 p.m. Then 1 p.m. to 6:01 p.m. And the other days?
        caller: no
        line:   No problem. Is there anything else I can help with?
    "#]],
    );
}

#[test]
fn the_nearest_day_is_told_first() {
    let at = |day, hour| {
        let mut call = uneven();
        call.line.hours.week[1].clear();
        call.now = date(2026, 3, day).at(hour, 0, 0, 0);
        call
    };
    // Today is over; today is a day off.
    check(
        at(2, 19),
        &["what are your hours"],
        expect![[r#"
        caller: what are your hours
        line:   We're open on Wednesday from 7:10 a.m. to 12:11 p.m. Then 1:10 p.m. to 6:11 p.m. And the other days?
    "#]],
    );
    check(
        at(3, 9),
        &["what are your hours"],
        expect![[r#"
        caller: what are your hours
        line:   We're closed today. We're open tomorrow from 7:10 a.m. to 12:11 p.m. Then 1:10 p.m. to 6:11 p.m. And the other days?
    "#]],
    );
}

#[test]
fn around_the_clock_is_told() {
    let all: &[_] = &[(0, 0, 0, 0)];
    check(
        call([all; 7]),
        &["what are your hours"],
        expect![[r#"
        caller: what are your hours
        line:   We're open every day around the clock. Is there anything else I can help with?
    "#]],
    );
    check(
        call([all; 7]).in_spanish(),
        &["cuál es su horario"],
        expect![[r#"
        caller: cuál es su horario
        line:   Abrimos todos los días las veinticuatro horas. ¿Le puedo ayudar en algo más?
    "#]],
    );
}

#[test]
fn a_holiday_that_is_near_is_told() {
    let holiday =
        |day, hours| Holiday { date: date(2026, 3, day), name: "A day".to_owned(), hours };
    let mut near = shop();
    near.line.hours.holidays = vec![
        holiday(1, Vec::new()),
        holiday(4, Vec::new()),
        holiday(6, openings(&[(9, 0, 12, 0)])),
        holiday(20, Vec::new()),
    ];
    check(
        near,
        &["what are your hours", "are you open on Wednesday @AskHours"],
        expect![[r#"
            caller: what are your hours
            line:   We're open today from 9 a.m. to 5 p.m. And the other days?
            caller: are you open on Wednesday
            line:   We're closed on Wednesday. Is there anything else I can help with?
        "#]],
    );
}

#[test]
fn a_line_without_hours_offers_a_person() {
    check(
        call([&[]; 7]),
        &["what are your hours", "yes"],
        expect![[r#"
            caller: what are your hours
            line:   I'm sorry, I don't know our hours. Would you like to talk to a person?
            caller: yes
            line:   Okay.
            -- asked none
            -- The caller asked for a person.
        "#]],
    );
}

#[test]
fn what_was_begun_is_offered_again() {
    check(
        shop(),
        &["track my order @CheckOrderStatus", "what time do you close today @AskHours", "yes"],
        expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: what time do you close today
            line:   We're open today from 9 a.m. to 5 p.m. Before, you wanted to know how an order is doing. Should we go on with that?
            caller: yes
            line:   What's your five-digit order number?
        "#]],
    );
}
