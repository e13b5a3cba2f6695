//! Another number than that of the appointment at hand.

use std::cell::RefCell;

use expect_test::expect;
use wording::Language;

use super::clinic::{Clinic, call, clinic, opening};
use crate::slot::{Slot, Slots};
use crate::wish::Wish;

/// The caller holds one; the other is under a name.
fn two() -> RefCell<Clinic> {
    let clinic = clinic().holding("100001", opening("chen", 4, 10, 0)).under(
        "Dana Reed",
        "100002",
        opening("ruiz", 6, 9, 0),
    );
    RefCell::new(clinic)
}

#[test]
fn another_one_is_cancelled() {
    let clinic = two();
    call(&clinic, Language::EnUs)
        .wants(Wish::CancelAppointment, "cancel my appointment")
        .says("no, 100002")
        .says("Dana Reed")
        .says("yes")
        .expect(&expect![[r#"
            > cancel my appointment
            < That's Dr. Chen on Wednesday, March 4th at 10 a.m. Shall I cancel it?
            > no, 100002
            < What's the full name the appointment is under?
            > Dana Reed
            < That's Dr. Ruiz on Friday, March 6th at 9 a.m. Shall I cancel it?
            > yes
            * Riverside Clinic: your appointment with Dr. Ruiz on Friday, March 6th at 9 a.m. is cancelled.
            < Your appointment with Dr. Ruiz on Friday at 9 a.m. is cancelled. I'm texting you the details.
            = served; BookAppointment: Would you like to book a new appointment?
        "#]]);
    assert_eq!(clinic.borrow().appointments.len(), 1);
    call(&two(), Language::EsUs)
        .wants(Wish::CancelAppointment, "quiero cancelar mi cita")
        .says("no, la uno cero cero cero cero dos")
        .says("Dana Reed")
        .expect(&expect![[r#"
            > quiero cancelar mi cita
            < Es la cita con la doctora Chen, el miércoles 4 de marzo a las 10:00 a. m. ¿La cancelo?
            > no, la uno cero cero cero cero dos
            < ¿A nombre de quién está la cita? Diga el nombre y el apellido.
            > Dana Reed
            < Es la cita con la doctora Ruiz, el viernes 6 de marzo a las 9:00 a. m. ¿La cancelo?
        "#]]);
}

#[test]
fn another_one_is_moved_and_its_doctor_with_it() {
    let clinic = two();
    call(&clinic, Language::EnUs)
        .wants(Wish::MoveAppointment, "move my appointment to Thursday at ten")
        .says("no, that's 100002")
        .says("Dana Reed")
        .says("the first")
        .says("yes")
        .expect(&expect![[r#"
            > move my appointment to Thursday at ten
            < I'll move it to Dr. Chen on Thursday, March 5th at 10 a.m. Is that right?
            > no, that's 100002
            < What's the full name the appointment is under?
            > Dana Reed
            < I don't have anything free then. Dr. Ruiz is free on Thursday at 11 a.m. or 3 p.m. Which would you like?
            > the first
            < I'll move it to Dr. Ruiz on Thursday, March 5th at 11 a.m. Is that right?
            > yes
            * Riverside Clinic: your appointment is now with Dr. Ruiz on Thursday, March 5th at 11 a.m. Appointment number 100002.
            < It's moved. You'll see Dr. Ruiz on Thursday at 11 a.m. I'm texting you the details.
            = served
        "#]]);
    // Before a day was named.
    call(&two(), Language::EsUs)
        .wants(Wish::MoveAppointment, "quiero cambiar mi cita")
        .says("perdón, es la 100002")
        .says("Dana Reed")
        .expect(&expect![[r#"
            > quiero cambiar mi cita
            < Tiene cita con la doctora Chen el miércoles a las 10:00 a. m. ¿Qué día prefiere ahora?
            > perdón, es la 100002
            < ¿A nombre de quién está la cita? Diga el nombre y el apellido.
            > Dana Reed
            < Tiene cita con la doctora Ruiz el viernes a las 9:00 a. m. ¿Qué día prefiere ahora?
        "#]]);
    // Among the times that are offered, and keyed in.
    let clinic = two();
    let mut keyed =
        call(&clinic, Language::EnUs).wants(Wish::MoveAppointment, "move it to Thursday");
    keyed.hear("100002", Some("100002"), &Slots::new());
    assert_eq!(keyed.asks(), "ask-appointment-name");
}

#[test]
fn a_number_that_nobody_has_cancels_nothing() {
    let clinic = two();
    call(&clinic, Language::EnUs)
        .wants(Wish::CancelAppointment, "cancel my appointment")
        .says("no, 999999")
        .says("Dana Reed")
        .says("999998")
        .says("Dana Reed")
        .expect(&expect![[r#"
            > cancel my appointment
            < That's Dr. Chen on Wednesday, March 4th at 10 a.m. Shall I cancel it?
            > no, 999999
            < What's the full name the appointment is under?
            > Dana Reed
            < I can't find an appointment with that number and name. What's the six-digit number of your appointment?
            > 999998
            < What's the full name the appointment is under?
            > Dana Reed
            < I'm sorry, I can't find your appointment.
            = person: matter
            = told: Wants to cancel an appointment.
        "#]]);
    assert!(clinic.borrow().done.is_empty());
}

#[test]
fn the_same_number_is_no_correction() {
    let kept = Slots::from([(Slot::AppointmentNumber, "100002".to_owned())]);
    // Nor is one that recognition has kept from an earlier turn.
    for (said, slots) in [("yes, 100001", Slots::new()), ("yes", kept)] {
        let clinic = two();
        let mut call = call(&clinic, Language::EnUs)
            .wants(Wish::CancelAppointment, "cancel appointment 100001");
        call.hear(said, None, &slots);
        assert_eq!(clinic.borrow().done.len(), 1, "{}", call.transcript());
    }
}
