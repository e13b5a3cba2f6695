//! Moving and cancelling.

use std::cell::RefCell;

use expect_test::expect;
use wording::Language;

use super::clinic::{Clinic, call, clinic, opening};
use crate::wish::Wish;

fn one() -> RefCell<Clinic> {
    RefCell::new(clinic().holding("100001", opening("chen", 4, 10, 0)))
}

fn two() -> RefCell<Clinic> {
    let clinic = clinic()
        .holding("100001", opening("chen", 4, 10, 0))
        .holding("100002", opening("ruiz", 6, 9, 0));
    RefCell::new(clinic)
}

#[test]
fn the_only_appointment_is_moved() {
    let clinic = one();
    call(&clinic, Language::EnUs)
        .wants(Wish::MoveAppointment, "I need to move my appointment")
        .says("Friday at ten")
        .says("yes")
        .expect(&expect![[r#"
            > I need to move my appointment
            < You have Dr. Chen on Wednesday at 10 a.m. What day would you like instead?
            > Friday at ten
            < I'll move it to Dr. Chen on Friday, March 6th at 10 a.m. Is that right?
            > yes
            * Riverside Clinic: your appointment is now with Dr. Chen on Friday, March 6th at 10 a.m. Appointment number 100001.
            < It's moved. You'll see Dr. Chen on Friday at 10 a.m. I'm texting you the details.
            = served
        "#]]);
}

#[test]
fn which_of_two_appointments() {
    let clinic = two();
    call(&clinic, Language::EnUs)
        .wants(Wish::MoveAppointment, "move my appointment to Thursday")
        .says("the dermatologist")
        .says("the first")
        .says("yes")
        .expect(&expect![[r#"
            > move my appointment to Thursday
            < You have Dr. Chen on Wednesday at 10 a.m., and Dr. Ruiz on Friday at 9 a.m. Which one is it?
            > the dermatologist
            < Dr. Ruiz is free on Thursday at 11 a.m. or 3 p.m. Which would you like?
            > the first
            < I'll move it to Dr. Ruiz on Thursday, March 5th at 11 a.m. Is that right?
            > yes
            * Riverside Clinic: your appointment is now with Dr. Ruiz on Thursday, March 5th at 11 a.m. Appointment number 100002.
            < It's moved. You'll see Dr. Ruiz on Thursday at 11 a.m. I'm texting you the details.
            = served
        "#]]);
}

#[test]
fn nobody_learns_by_a_number_alone_which_appointments_there_are() {
    let said = |number: &str| {
        let clinic = RefCell::new(clinic().under("Dana Reed", "100003", opening("chen", 4, 10, 0)));
        let call = call(&clinic, Language::EnUs)
            .wants(Wish::CancelAppointment, "cancel my appointment")
            .says(number)
            .says("Sam Okoye")
            .says(number)
            .says("my name is Ana Diaz");
        let transcript = call.transcript().replace(number, "<number>");
        assert!(clinic.borrow().done.is_empty(), "{transcript}");
        transcript
    };
    let transcript = said("100003");
    assert_eq!(said("999999"), transcript, "of another, and of nobody");
    expect![[r#"
        > cancel my appointment
        < I can't find an appointment under the number you're calling from. What's the six-digit number of your appointment?
        > <number>
        < What's the full name the appointment is under?
        > Sam Okoye
        < I can't find an appointment with that number and name. What's the six-digit number of your appointment?
        > <number>
        < What's the full name the appointment is under?
        > my name is Ana Diaz
        < I'm sorry, I can't find your appointment.
        = person: matter
        = told: Wants to cancel an appointment.
    "#]]
    .assert_eq(&transcript);
}

#[test]
fn a_name_known_before_is_no_way_to_try_numbers() {
    let clinic = RefCell::new(clinic().under("Dana Reed", "100003", opening("chen", 4, 10, 0)));
    let mut stranger = call(&clinic, Language::EnUs);
    stranger.memory.name = Some("Sam Okoye".to_owned());
    stranger
        .wants(Wish::CancelAppointment, "cancel appointment 100003")
        .says("100004")
        .says("100003")
        .says("Ana Diaz")
        .expect(&expect![[r#"
            > cancel appointment 100003
            < I can't find an appointment with that number and name. What's the six-digit number of your appointment?
            > 100004
            < What's the full name the appointment is under?
            > 100003
            < What's the full name the appointment is under?
            > Ana Diaz
            < I'm sorry, I can't find your appointment.
            = person: matter
            = told: Wants to cancel an appointment.
        "#]]);
    assert!(clinic.borrow().done.is_empty());
    let mut patient = call(&clinic, Language::EnUs);
    patient.memory.name = Some("Dana Reed".to_owned());
    patient.wants(Wish::CancelAppointment, "cancel appointment 100003").expect(&expect![[r#"
            > cancel appointment 100003
            < That's Dr. Chen on Wednesday, March 4th at 10 a.m. Shall I cancel it?
        "#]]);
}

#[test]
fn the_name_of_an_appointment_may_not_be_known() {
    let clinic = RefCell::new(clinic().under("Dana Reed", "100003", opening("chen", 4, 10, 0)));
    call(&clinic, Language::EnUs)
        .wants(Wish::MoveAppointment, "move appointment 100003")
        .keys("12")
        .says("I don't know")
        .expect(&expect![[r#"
            > move appointment 100003
            < What's the full name the appointment is under?
            > [12]
            < Sorry, I didn't get the name. Please say the first and the last name.
            > I don't know
            = offers a person
        "#]]);
    call(&clinic, Language::EnUs)
        .wants(Wish::CancelAppointment, "cancel appointment 100004")
        .says("sorry, it's 100003")
        .back()
        .says("100003")
        .says("Dana Reed")
        .expect(&expect![[r#"
            > cancel appointment 100004
            < What's the full name the appointment is under?
            > sorry, it's 100003
            < What's the full name the appointment is under?
            > (goes back: true)
            < I can't find an appointment under the number you're calling from. What's the six-digit number of your appointment?
            > 100003
            < What's the full name the appointment is under?
            > Dana Reed
            < That's Dr. Chen on Wednesday, March 4th at 10 a.m. Shall I cancel it?
        "#]]);
}

#[test]
fn by_the_number_of_the_appointment() {
    let other = RefCell::new(clinic().under("Dana Reed", "100003", opening("chen", 4, 10, 0)));
    call(&other, Language::EnUs)
        .wants(Wish::CancelAppointment, "cancel my appointment")
        .says("one zero zero zero zero four")
        .says("Dana Reed")
        .says("100003")
        .says("Dana Reed")
        .says("yes")
        .expect(&expect![[r#"
            > cancel my appointment
            < I can't find an appointment under the number you're calling from. What's the six-digit number of your appointment?
            > one zero zero zero zero four
            < What's the full name the appointment is under?
            > Dana Reed
            < I can't find an appointment with that number and name. What's the six-digit number of your appointment?
            > 100003
            < What's the full name the appointment is under?
            > Dana Reed
            < That's Dr. Chen on Wednesday, March 4th at 10 a.m. Shall I cancel it?
            > yes
            * Riverside Clinic: your appointment with Dr. Chen on Wednesday, March 4th at 10 a.m. is cancelled.
            < Your appointment with Dr. Chen on Wednesday at 10 a.m. is cancelled. I'm texting you the details.
            = served; BookAppointment: Would you like to book a new appointment?
        "#]]);
    call(&other, Language::EsUs)
        .wants(Wish::CancelAppointment, "cancelar la cita 999999")
        .says("Dana Reed")
        .says("999998")
        .says("Dana Reed")
        .expect(&expect![[r#"
            > cancelar la cita 999999
            < ¿A nombre de quién está la cita? Diga el nombre y el apellido.
            > Dana Reed
            < No encuentro ninguna cita con ese número y ese nombre. ¿Cuál es el número de su cita? Son seis dígitos.
            > 999998
            < ¿A nombre de quién está la cita? Diga el nombre y el apellido.
            > Dana Reed
            < Lo siento, no encuentro su cita.
            = person: matter
            = told: Wants to cancel an appointment.
        "#]]);
}

#[test]
fn who_has_none_to_move_is_offered_a_new_one() {
    let none = RefCell::new(clinic());
    call(&none, Language::EnUs)
        .wants(Wish::MoveAppointment, "an appointment with my cardiologist Thursday at ten")
        .says("maybe")
        .says("yes please")
        .says("Chen")
        .expect(&expect![[r#"
            > an appointment with my cardiologist Thursday at ten
            < I can't find an appointment under the number you're calling from. Would you like to book a new appointment?
            > maybe
            < Sorry, I didn't get that. Would you like a new appointment? Say yes or no.
            > yes please
            < We have Dr. Chen and Dr. Okafor. Which one would you like, or doesn't it matter?
            > Chen
            < That's Dr. Chen on Thursday, March 5th at 10 a.m. Shall I book it?
        "#]]);
    let none = RefCell::new(clinic().under("Dana Reed", "100003", opening("chen", 4, 10, 0)));
    call(&none, Language::EnUs)
        .wants(Wish::MoveAppointment, "move my appointment to Friday at ten")
        .says("no")
        .says("100003")
        .says("Dana Reed")
        .expect(&expect![[r#"
            > move my appointment to Friday at ten
            < I can't find an appointment under the number you're calling from. Would you like to book a new appointment?
            > no
            < What's the six-digit number of your appointment?
            > 100003
            < What's the full name the appointment is under?
            > Dana Reed
            < I'll move it to Dr. Chen on Friday, March 6th at 10 a.m. Is that right?
        "#]]);
    call(&none, Language::EnUs)
        .wants(Wish::MoveAppointment, "move my appointment to Friday at ten")
        .says("it is 100003")
        .says("Dana Reed")
        .expect(&expect![[r#"
            > move my appointment to Friday at ten
            < I can't find an appointment under the number you're calling from. Would you like to book a new appointment?
            > it is 100003
            < What's the full name the appointment is under?
            > Dana Reed
            < I'll move it to Dr. Chen on Friday, March 6th at 10 a.m. Is that right?
        "#]]);
    call(&none, Language::EsUs)
        .wants(Wish::MoveAppointment, "una cita con la doctora Chen el jueves")
        .says("sí")
        .expect(&expect![[r#"
            > una cita con la doctora Chen el jueves
            < No encuentro ninguna cita con el teléfono desde el que llama. ¿Quiere pedir otra cita?
            > sí
            < Hay citas con la doctora Chen el jueves a las 9:30 a. m. o las 10:00 a. m. ¿Cuál prefiere?
        "#]]);
}

#[test]
fn cancelling_is_confirmed_first() {
    let clinic = one();
    call(&clinic, Language::EnUs)
        .wants(Wish::CancelAppointment, "cancel my appointment")
        .says("no")
        .expect(&expect![[r#"
            > cancel my appointment
            < That's Dr. Chen on Wednesday, March 4th at 10 a.m. Shall I cancel it?
            > no
            < Okay, I've left it as it is. You'll see Dr. Chen on Wednesday at 10 a.m.
            = served
        "#]]);
    assert!(clinic.borrow().done.is_empty());
    call(&clinic, Language::EnUs)
        .wants(Wish::CancelAppointment, "cancel my appointment with Dr. Chen")
        .says("yes")
        .expect(&expect![[r#"
            > cancel my appointment with Dr. Chen
            < That's Dr. Chen on Wednesday, March 4th at 10 a.m. Shall I cancel it?
            > yes
            * Riverside Clinic: your appointment with Dr. Chen on Wednesday, March 4th at 10 a.m. is cancelled.
            < Your appointment with Dr. Chen on Wednesday at 10 a.m. is cancelled. I'm texting you the details.
            = served; BookAppointment: Would you like to book a new appointment?
        "#]]);
}

#[test]
fn one_of_many_is_named_by_its_day() {
    let clinic = clinic()
        .holding("100001", opening("chen", 4, 10, 0))
        .holding("100002", opening("ruiz", 6, 9, 0))
        .holding("100003", opening("patel", 9, 9, 0))
        .holding("100004", opening("patel", 10, 9, 0));
    let clinic = RefCell::new(clinic);
    call(&clinic, Language::EnUs)
        .wants(Wish::CancelAppointment, "cancel an appointment")
        .says("the one with Dr. Patel")
        .says("the second")
        .says("no, the other one")
        .says("yes")
        .expect(&expect![[r#"
            > cancel an appointment
            < You have 4 appointments with us. What day is the one you mean?
            > the one with Dr. Patel
            < You have Dr. Patel on March 9th at 9 a.m., and Dr. Patel on March 10th at 9 a.m. Which one is it?
            > the second
            < That's Dr. Patel on Tuesday, March 10th at 9 a.m. Shall I cancel it?
            > no, the other one
            < That's Dr. Patel on Monday, March 9th at 9 a.m. Shall I cancel it?
            > yes
            * Riverside Clinic: your appointment with Dr. Patel on Monday, March 9th at 9 a.m. is cancelled.
            < Your appointment with Dr. Patel on March 9th at 9 a.m. is cancelled. I'm texting you the details.
            = served; BookAppointment: Would you like to book a new appointment?
        "#]]);
    let clinic = two();
    call(&clinic, Language::EnUs)
        .wants(Wish::CancelAppointment, "cancel my appointment on Friday")
        .says("yes")
        .expect(&expect![[r#"
            > cancel my appointment on Friday
            < That's Dr. Ruiz on Friday, March 6th at 9 a.m. Shall I cancel it?
            > yes
            * Riverside Clinic: your appointment with Dr. Ruiz on Friday, March 6th at 9 a.m. is cancelled.
            < Your appointment with Dr. Ruiz on Friday at 9 a.m. is cancelled. I'm texting you the details.
            = served; BookAppointment: Would you like to book a new appointment?
        "#]]);
}

#[test]
fn a_call_turns_from_moving_to_cancelling() {
    let clinic = one();
    let call =
        call(&clinic, Language::EnUs).wants(Wish::MoveAppointment, "I need to move my appointment");
    let mut call = call;
    call.turn(Wish::CancelAppointment, "just cancel it then");
    call.says("yes").expect(&expect![[r#"
        > I need to move my appointment
        < You have Dr. Chen on Wednesday at 10 a.m. What day would you like instead?
        > just cancel it then
        < That's Dr. Chen on Wednesday, March 4th at 10 a.m. Shall I cancel it?
        > yes
        * Riverside Clinic: your appointment with Dr. Chen on Wednesday, March 4th at 10 a.m. is cancelled.
        < Your appointment with Dr. Chen on Wednesday at 10 a.m. is cancelled. I'm texting you the details.
        = served; BookAppointment: Would you like to book a new appointment?
    "#]]);
}

#[test]
fn who_withholds_the_number_gets_no_text() {
    let clinic = one();
    let mut call = call(&clinic, Language::EnUs);
    call.texting = false;
    call.wants(Wish::CancelAppointment, "cancel appointment 100001").says("yes").expect(&expect![
        [r#"
            > cancel appointment 100001
            < That's Dr. Chen on Wednesday, March 4th at 10 a.m. Shall I cancel it?
            > yes
            < Your appointment with Dr. Chen on Wednesday at 10 a.m. is cancelled.
            = served; BookAppointment: Would you like to book a new appointment?
        "#]
    ]);
}

#[test]
fn it_is_gone_when_it_is_to_be_moved() {
    let clinic = one();
    let call = call(&clinic, Language::EnUs)
        .wants(Wish::MoveAppointment, "move my appointment to Friday at ten");
    clinic.borrow_mut().appointments.clear();
    call.says("yes").expect(&expect![[r#"
        > move my appointment to Friday at ten
        < I'll move it to Dr. Chen on Friday, March 6th at 10 a.m. Is that right?
        > yes
        < That appointment isn't in our calendar anymore.
        = not served; BookAppointment: Would you like to book a new appointment?
    "#]]);
}

#[test]
fn spanish_callers_move_and_cancel_as_well() {
    let clinic = one();
    call(&clinic, Language::EsUs)
        .wants(Wish::MoveAppointment, "quiero cambiar mi cita")
        .says("el jueves por la mañana")
        .says("la segunda")
        .says("sí")
        .expect(&expect![[r#"
            > quiero cambiar mi cita
            < Tiene cita con la doctora Chen el miércoles a las 10:00 a. m. ¿Qué día prefiere ahora?
            > el jueves por la mañana
            < Hay citas con la doctora Chen el jueves a las 9:30 a. m. o las 10:00 a. m. ¿Cuál prefiere?
            > la segunda
            < Se la cambio: sería con la doctora Chen, el jueves 5 de marzo a las 10:00 a. m. ¿Está bien?
            > sí
            * Riverside Clinic: su cita con la doctora Chen es ahora el jueves 5 de marzo a las 10:00 a. m. Número de cita 100001.
            < Listo. Su cita con la doctora Chen es ahora el jueves a las 10:00 a. m. Le mando los detalles por texto.
            = served
        "#]]);
    let clinic = one();
    call(&clinic, Language::EsUs)
        .wants(Wish::CancelAppointment, "quiero cancelar mi cita")
        .says("sí")
        .expect(&expect![[r#"
            > quiero cancelar mi cita
            < Es la cita con la doctora Chen, el miércoles 4 de marzo a las 10:00 a. m. ¿La cancelo?
            > sí
            * Riverside Clinic: su cita con la doctora Chen, el miércoles 4 de marzo a las 10:00 a. m., queda cancelada.
            < Su cita con la doctora Chen el miércoles a las 10:00 a. m. queda cancelada. Le mando los detalles por texto.
            = served; BookAppointment: ¿Quiere pedir otra cita?
        "#]]);
}

#[test]
fn the_day_of_the_appointment_is_not_the_new_day() {
    let clinic = two();
    call(&clinic, Language::EnUs)
        .wants(Wish::MoveAppointment, "I have an appointment on Friday and need another day")
        .says("I can't do Wednesday either, the day after")
        .expect(&expect![[r#"
            > I have an appointment on Friday and need another day
            < You have Dr. Ruiz on Friday at 9 a.m. What day would you like instead?
            > I can't do Wednesday either, the day after
            < Dr. Ruiz is free on Thursday at 11 a.m. or 3 p.m. Which would you like?
        "#]]);
}
