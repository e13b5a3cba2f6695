//! What was offered, chosen, and changed again before it is booked.

use std::cell::RefCell;

use expect_test::expect;
use wording::Language;

use super::clinic::{call, clinic, opening};
use crate::wish::Wish;

#[test]
fn nothing_is_booked_without_a_yes() {
    let chen = RefCell::new(clinic());
    chen.borrow_mut().free.retain(|it| *it == opening("chen", 5, 10, 0));
    call(&chen, Language::EnUs)
        .wants(Wish::BookAppointment, "Dr. Chen this afternoon")
        .says("as soon as possible")
        .says("as soon as possible")
        .says("whenever")
        .says("yes")
        .expect(&expect![[r#"
            > Dr. Chen this afternoon
            < There's nothing free today. The nearest I have is Dr. Chen on Thursday, March 5th at 10 a.m. Shall I take that one?
            > as soon as possible
            < The nearest I have is Dr. Chen on Thursday, March 5th at 10 a.m. Shall I take that one?
            > as soon as possible
            < That's Dr. Chen on Thursday, March 5th at 10 a.m. Shall I book it?
            > whenever
            < Sorry, I didn't get that. Dr. Chen on Thursday at 10 a.m.: shall I book it? Say yes or no.
            > yes
            < What's the name of the person who'll come?
        "#]]);
    call(&chen, Language::EnUs)
        .wants(Wish::BookAppointment, "Dr. Chen on Thursday")
        .says("Thursday is fine")
        .says("Thursday")
        .says("at ten")
        .expect(&expect![[r#"
            > Dr. Chen on Thursday
            < The nearest I have is Dr. Chen on Thursday, March 5th at 10 a.m. Shall I take that one?
            > Thursday is fine
            < That's Dr. Chen on Thursday, March 5th at 10 a.m. Shall I book it?
            > Thursday
            < Sorry, I didn't get that. Dr. Chen on Thursday at 10 a.m.: shall I book it? Say yes or no.
            > at ten
            < What's the name of the person who'll come?
        "#]]);
    assert!(chen.borrow().done.is_empty());
}

#[test]
fn whoever_hurries_is_told_the_earliest() {
    let clinic = RefCell::new(clinic());
    call(&clinic, Language::EnUs)
        .wants(Wish::BookAppointment, "Dr. Chen on Thursday at ten")
        .says("no, as soon as possible")
        .expect(&expect![[r#"
            > Dr. Chen on Thursday at ten
            < That's Dr. Chen on Thursday, March 5th at 10 a.m. Shall I book it?
            > no, as soon as possible
            < Dr. Chen is free tomorrow at 9 a.m., or on Thursday at 9:30 a.m. Which would you like?
        "#]]);
}

#[test]
fn what_is_over_today_is_answered_by_what_is_next() {
    let clinic = RefCell::new(clinic());
    call(&clinic, Language::EnUs)
        .wants(Wish::BookAppointment, "Dr. Chen today at nine")
        .says("neither")
        .says("yesterday")
        .expect(&expect![[r#"
            > Dr. Chen today at nine
            < That's already past. Dr. Chen is free tomorrow at 9 a.m., or on Thursday at 9:30 a.m. Which would you like?
            > neither
            < What day or time would be better?
            > yesterday
            < That's already past. What day or time would be better?
        "#]]);
    call(&clinic, Language::EsUs)
        .wants(Wish::BookAppointment, "la doctora Nguyen hoy a las nueve de la mañana")
        .expect(&expect![[r#"
            > la doctora Nguyen hoy a las nueve de la mañana
            < Eso ya pasó. Tengo con Dr. Nguyen hoy a las 5:00 p. m. o el 9 de marzo a las 8:00 a. m. ¿Cuál quiere?
        "#]]);
}

#[test]
fn nobody_is_asked_for_a_day_when_nothing_is_free() {
    let clinic = RefCell::new(clinic());
    call(&clinic, Language::EnUs).wants(Wish::BookAppointment, "I need a pediatrician").expect(
        &expect![[r#"
            > I need a pediatrician
            < I'm sorry, I can't find a free time. Our team can look further.
            = person: matter
            = told: Wants to book an appointment with Dr. Patel.
        "#]],
    );
    clinic.borrow_mut().free.retain(|it| it.doctor.as_str() != "chen");
    call(&clinic, Language::EnUs)
        .wants(Wish::BookAppointment, "I'd like to see Dr. Chen")
        .says("yes")
        .expect(&expect![[r#"
            > I'd like to see Dr. Chen
            < I'm sorry, Dr. Chen has nothing free. Shall I look for Dr. Okafor instead?
            > yes
            < What day works for you? You can also say, as soon as possible.
        "#]]);
}

#[test]
fn the_one_after_is_behind_what_was_offered_or_chosen() {
    let clinic = RefCell::new(clinic());
    call(&clinic, Language::EnUs)
        .wants(Wish::BookAppointment, "Dr. Chen on Thursday")
        .says("the one after")
        .says("the earlier one")
        .says("the one after that")
        .expect(&expect![[r#"
            > Dr. Chen on Thursday
            < Dr. Chen is free on Thursday at 9:30 a.m. or 10 a.m. Which would you like?
            > the one after
            < Dr. Chen is free on Thursday at 2:30 p.m., or on Friday at 10 a.m. Which would you like?
            > the earlier one
            < That's Dr. Chen on Thursday, March 5th at 2:30 p.m. Shall I book it?
            > the one after that
            < That's Dr. Chen on Friday, March 6th at 10 a.m. Shall I book it?
        "#]]);
    call(&clinic, Language::EnUs)
        .wants(Wish::BookAppointment, "Dr. Chen on Thursday")
        .says("the first")
        .says("no, the later one")
        .says("the other one")
        .says("do you have anything later")
        .says("the next one")
        .expect(&expect![[r#"
            > Dr. Chen on Thursday
            < Dr. Chen is free on Thursday at 9:30 a.m. or 10 a.m. Which would you like?
            > the first
            < That's Dr. Chen on Thursday, March 5th at 9:30 a.m. Shall I book it?
            > no, the later one
            < That's Dr. Chen on Thursday, March 5th at 10 a.m. Shall I book it?
            > the other one
            < That's Dr. Chen on Thursday, March 5th at 9:30 a.m. Shall I book it?
            > do you have anything later
            < That's Dr. Chen on Thursday, March 5th at 10 a.m. Shall I book it?
            > the next one
            < Dr. Chen is free on Thursday at 2:30 p.m., or on Friday at 10 a.m. Which would you like?
        "#]]);
    call(&clinic, Language::EsUs)
        .wants(Wish::BookAppointment, "la doctora Chen el jueves")
        .says("la más tarde")
        .says("no, la otra")
        .says("la que sigue")
        .says("la siguiente")
        .expect(&expect![[r#"
            > la doctora Chen el jueves
            < Hay citas con la doctora Chen el jueves a las 9:30 a. m. o las 10:00 a. m. ¿Cuál prefiere?
            > la más tarde
            < Sería con la doctora Chen, el jueves 5 de marzo a las 10:00 a. m. ¿Se la reservo?
            > no, la otra
            < Sería con la doctora Chen, el jueves 5 de marzo a las 9:30 a. m. ¿Se la reservo?
            > la que sigue
            < Sería con la doctora Chen, el jueves 5 de marzo a las 10:00 a. m. ¿Se la reservo?
            > la siguiente
            < Tengo con la doctora Chen el jueves a las 2:30 p. m. o el viernes a las 10:00 a. m. ¿Cuál quiere?
        "#]]);
}

#[test]
fn another_day_keeps_the_time_only_where_it_is_free() {
    let clinic = RefCell::new(clinic());
    call(&clinic, Language::EnUs)
        .wants(Wish::BookAppointment, "Dr. Chen on Thursday at half past two")
        .says("actually Friday")
        .says("no, Thursday")
        .says("Saturday")
        .expect(&expect![[r#"
            > Dr. Chen on Thursday at half past two
            < That's Dr. Chen on Thursday, March 5th at 2:30 p.m. Shall I book it?
            > actually Friday
            < The nearest I have is Dr. Chen on Friday, March 6th at 10 a.m. Shall I take that one?
            > no, Thursday
            < That's Dr. Chen on Thursday, March 5th at 10 a.m. Shall I book it?
            > Saturday
            < We're closed on Saturday. Dr. Chen is free on Thursday at 2:30 p.m., or on Friday at 10 a.m. Which would you like?
        "#]]);
    call(&clinic, Language::EsUs)
        .wants(Wish::BookAppointment, "la doctora Chen el jueves a las dos y media")
        .says("mejor el viernes")
        .expect(&expect![[r#"
            > la doctora Chen el jueves a las dos y media
            < Sería con la doctora Chen, el jueves 5 de marzo a las 2:30 p. m. ¿Se la reservo?
            > mejor el viernes
            < La próxima cita es con la doctora Chen, el viernes 6 de marzo a las 10:00 a. m. ¿Le doy esa?
        "#]]);
}
