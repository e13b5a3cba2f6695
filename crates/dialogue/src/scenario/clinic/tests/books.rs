//! Booking.

use std::cell::RefCell;

use expect_test::expect;
use wording::Language;

use super::clinic::{call, clinic, doctor, opening};
use crate::business::DoctorId;
use crate::wish::Wish;

#[test]
fn everything_is_said_at_once() {
    let clinic = RefCell::new(clinic());
    call(&clinic, Language::EnUs)
        .wants(Wish::BookAppointment, "I'd like to see Dr. Chen, Thursday at ten")
        .says("yes")
        .says("my name is Maria Lopez")
        .expect(&expect![[r#"
            > I'd like to see Dr. Chen, Thursday at ten
            < That's Dr. Chen on Thursday, March 5th at 10 a.m. Shall I book it?
            > yes
            < What's the name of the person who'll come?
            > my name is Maria Lopez
            * Riverside Clinic: you're booked with Dr. Chen on Thursday, March 5th at 10 a.m. Appointment number 482913.
            < You're booked with Dr. Chen on Thursday at 10 a.m. I'm texting you the details.
            = served
        "#]]);
}

#[test]
fn who_has_a_cardiologist_says_which() {
    let clinic = RefCell::new(clinic());
    call(&clinic, Language::EnUs)
        .wants(Wish::BookAppointment, "with my cardiologist, Thursday at ten")
        .says("Okafor")
        .says("yes please")
        .says("Dana Reed")
        .expect(&expect![[r#"
            > with my cardiologist, Thursday at ten
            < We have Dr. Chen and Dr. Okafor. Which one would you like, or doesn't it matter?
            > Okafor
            < That's Dr. Okafor on Thursday, March 5th at 10 a.m. Shall I book it?
            > yes please
            < What's the name of the person who'll come?
            > Dana Reed
            * Riverside Clinic: you're booked with Dr. Okafor on Thursday, March 5th at 10 a.m. Appointment number 482913.
            < You're booked with Dr. Okafor on Thursday at 10 a.m. I'm texting you the details.
            = served
        "#]]);
}

#[test]
fn doctor_day_and_time_are_asked_one_by_one() {
    let clinic = RefCell::new(clinic());
    call(&clinic, Language::EnUs)
        .wants(Wish::BookAppointment, "I need an appointment")
        .says("a dermatologist")
        .says("Thursday")
        .says("the second")
        .says("yes")
        .says("skip")
        .expect(&expect![[r#"
            > I need an appointment
            < Which doctor would you like to see? You can give me a name, or a specialty.
            > a dermatologist
            < What day works for you? You can also say, as soon as possible.
            > Thursday
            < Dr. Ruiz is free on Thursday at 11 a.m. or 3 p.m. Which would you like?
            > the second
            < That's Dr. Ruiz on Thursday, March 5th at 3 p.m. Shall I book it?
            > yes
            < What's the name of the person who'll come?
            > skip
            * Riverside Clinic: you're booked with Dr. Ruiz on Thursday, March 5th at 3 p.m. Appointment number 482913.
            < You're booked with Dr. Ruiz on Thursday at 3 p.m. I'm texting you the details.
            = served
        "#]]);
}

#[test]
fn somebody_else_takes_it_meanwhile() {
    let clinic = RefCell::new(clinic());
    clinic.borrow_mut().raced.push(opening("chen", 5, 10, 0));
    call(&clinic, Language::EnUs)
        .wants(Wish::BookAppointment, "Dr. Chen on Thursday at ten")
        .says("yes")
        .says("Maria Lopez")
        .says("the first one")
        .says("yes")
        .expect(&expect![[r#"
            > Dr. Chen on Thursday at ten
            < That's Dr. Chen on Thursday, March 5th at 10 a.m. Shall I book it?
            > yes
            < What's the name of the person who'll come?
            > Maria Lopez
            < I'm sorry, somebody just took that time. Dr. Chen is free on Thursday at 9:30 a.m. or 2:30 p.m. Which would you like?
            > the first one
            < That's Dr. Chen on Thursday, March 5th at 9:30 a.m. Shall I book it?
            > yes
            * Riverside Clinic: you're booked with Dr. Chen on Thursday, March 5th at 9:30 a.m. Appointment number 482913.
            < You're booked with Dr. Chen on Thursday at 9:30 a.m. I'm texting you the details.
            = served
        "#]]);
}

#[test]
fn earlier_later_another_day_another_doctor() {
    let clinic = RefCell::new(clinic());
    call(&clinic, Language::EnUs)
        .wants(Wish::BookAppointment, "Doctor Chen on Thursday")
        .says("do you have anything later?")
        .says("something earlier")
        .says("another doctor please")
        .says("neither")
        .says("Thursday in the afternoon with Dr. Ruiz")
        .says("no")
        .says("at eleven")
        .says("yes")
        .says("Ana")
        .expect(&expect![[r#"
            > Doctor Chen on Thursday
            < Dr. Chen is free on Thursday at 9:30 a.m. or 10 a.m. Which would you like?
            > do you have anything later?
            < Dr. Chen is free on Thursday at 2:30 p.m., or on Friday at 10 a.m. Which would you like?
            > something earlier
            < Dr. Chen is free on Thursday at 9:30 a.m. or 10 a.m. Which would you like?
            > another doctor please
            < The nearest I have is Dr. Okafor on Thursday, March 5th at 10 a.m. Shall I take that one?
            > neither
            < What day or time would be better?
            > Thursday in the afternoon with Dr. Ruiz
            < The nearest I have is Dr. Ruiz on Thursday, March 5th at 3 p.m. Shall I take that one?
            > no
            < What day or time would be better?
            > at eleven
            < That's Dr. Ruiz on Thursday, March 5th at 11 a.m. Shall I book it?
            > yes
            < What's the name of the person who'll come?
            > Ana
            * Riverside Clinic: you're booked with Dr. Ruiz on Thursday, March 5th at 11 a.m. Appointment number 482913.
            < You're booked with Dr. Ruiz on Thursday at 11 a.m. I'm texting you the details.
            = served
        "#]]);
}

#[test]
fn what_cannot_be_is_told() {
    let clinic = RefCell::new(clinic());
    call(&clinic, Language::EnUs)
        .wants(Wish::BookAppointment, "an appointment with Dr. Smith")
        .says("an orthopedist")
        .says("Dr. Nguyen")
        .says("yesterday")
        .says("on Saturday")
        .says("neither")
        .says("today")
        .says("no")
        .says("sometime next week")
        .says("the one on Tuesday")
        .expect(&expect![[r#"
            > an appointment with Dr. Smith
            < I can't find that doctor here. We have Dr. Chen, Dr. Okafor, Dr. Ruiz, Dr. Patel and Dr. Nguyen. Which doctor would you like to see? You can give me a name, or a specialty.
            > an orthopedist
            < I'm sorry, we don't have a doctor for that. We have Dr. Chen, Dr. Okafor, Dr. Ruiz, Dr. Patel and Dr. Nguyen. Which doctor would you like to see? You can give me a name, or a specialty.
            > Dr. Nguyen
            < What day works for you? You can also say, as soon as possible.
            > yesterday
            < That's already past. What day works for you? You can also say, as soon as possible.
            > on Saturday
            < We're closed on Saturday. Dr. Nguyen is free on March 9th at 8 a.m., or on March 10th at 4 p.m. Which would you like?
            > neither
            < What day or time would be better?
            > today
            < The nearest I have is Dr. Nguyen on Monday, March 2nd at 5 p.m. Shall I take that one?
            > no
            < What day or time would be better?
            > sometime next week
            < Dr. Nguyen is free on March 9th at 8 a.m., or on March 10th at 4 p.m. Which would you like?
            > the one on Tuesday
            < That's Dr. Nguyen on Tuesday, March 10th at 4 p.m. Shall I book it?
        "#]]);
}

#[test]
fn a_correction_at_the_confirmation_keeps_the_rest() {
    let clinic = RefCell::new(clinic());
    call(&clinic, Language::EnUs)
        .wants(Wish::BookAppointment, "Dr. Chen on Thursday at ten")
        .says("no, Friday")
        .says("no, with Dr. Okafor")
        .says("Thursday at ten")
        .says("yes")
        .says("actually make it half past nine with Dr. Chen")
        .expect(&expect![[r#"
            > Dr. Chen on Thursday at ten
            < That's Dr. Chen on Thursday, March 5th at 10 a.m. Shall I book it?
            > no, Friday
            < That's Dr. Chen on Friday, March 6th at 10 a.m. Shall I book it?
            > no, with Dr. Okafor
            < I don't have anything free then. Dr. Okafor is free on Wednesday at 8:30 a.m., or on Thursday at 10 a.m. Which would you like?
            > Thursday at ten
            < That's Dr. Okafor on Thursday, March 5th at 10 a.m. Shall I book it?
            > yes
            < What's the name of the person who'll come?
            > actually make it half past nine with Dr. Chen
            < That's Dr. Chen on Thursday, March 5th at 9:30 a.m. Shall I book it?
        "#]]);
}

#[test]
fn nothing_is_free_with_a_doctor_or_at_all() {
    let none = RefCell::new(clinic());
    none.borrow_mut().free.retain(|it| it.doctor != "chen".parse::<DoctorId>().unwrap());
    call(&none, Language::EnUs)
        .wants(Wish::BookAppointment, "Dr. Chen as soon as possible")
        .says("yes please")
        .expect(&expect![[r#"
            > Dr. Chen as soon as possible
            < I'm sorry, Dr. Chen has nothing free. Shall I look for Dr. Okafor instead?
            > yes please
            < Dr. Okafor is free on Wednesday at 8:30 a.m., or on Thursday at 10 a.m. Which would you like?
        "#]]);
    let none = RefCell::new(clinic());
    none.borrow_mut().free.clear();
    call(&none, Language::EnUs)
        .wants(Wish::BookAppointment, "Dr. Ruiz as soon as possible")
        .expect(&expect![[r#"
            > Dr. Ruiz as soon as possible
            < I'm sorry, I can't find a free time. Our team can look further.
            = person: matter
            = told: Wants to book an appointment with Dr. Ruiz.
        "#]]);
}

#[test]
fn a_large_clinic_is_not_kept_whole() {
    let mut large = clinic();
    let more = (0..60).map(|it| doctor(&format!("d{it}"), &format!("Dr. Number{it}"), "neurology"));
    large.doctors.splice(0..0, more);
    large.free.push(opening("d59", 5, 16, 0));
    let clinic = RefCell::new(large.holding("100001", opening("d41", 4, 10, 0)));
    call(&clinic, Language::EnUs)
        .wants(Wish::BookAppointment, "an appointment")
        .says("Dr. Smith")
        .says("Dr. Ruiz")
        .says("Thursday at eleven")
        .says("no, with a neurologist")
        .expect(&expect![[r#"
            > an appointment
            < Which doctor would you like to see? You can give me a name, or a specialty.
            > Dr. Smith
            < I can't find that doctor here. Which doctor would you like to see? You can give me a name, or a specialty.
            > Dr. Ruiz
            < What day works for you? You can also say, as soon as possible.
            > Thursday at eleven
            < That's Dr. Ruiz on Thursday, March 5th at 11 a.m. Shall I book it?
            > no, with a neurologist
            < I don't have anything free then. The nearest I have is Dr. Number59 on Thursday, March 5th at 4 p.m. Shall I take that one?
        "#]]);
    call(&clinic, Language::EnUs).wants(Wish::CancelAppointment, "cancel my appointment").expect(
        &expect![[r#"
            > cancel my appointment
            < That's Dr. Number41 on Wednesday, March 4th at 10 a.m. Shall I cancel it?
        "#]],
    );
}

#[test]
fn the_records_fail() {
    for (down, expected) in [
        (
            "doctors",
            expect![[r#"
                > Dr. Chen on Thursday at ten
                < I'm sorry, I can't get to our records right now.
                = person: backend
                = told: Wants to book an appointment.
            "#]],
        ),
        (
            "openings",
            expect![[r#"
                > Dr. Chen on Thursday at ten
                < I'm sorry, I can't get to our records right now.
                = person: backend
                = told: Wants to book an appointment with Dr. Chen.
            "#]],
        ),
        (
            "changes",
            expect![[r#"
            > Dr. Chen on Thursday at ten
            < That's Dr. Chen on Thursday, March 5th at 10 a.m. Shall I book it?
            > yes
            < What's the name of the person who'll come?
            > Maria
            < I'm sorry, our calendar didn't answer, so I can't promise it went through. Our team will check that with you.
            = person: backend
            = told: Our calendar didn't answer: please check whether Dr. Chen on Thursday, March 5th at 10 a.m. is booked.
        "#]],
        ),
    ] {
        let clinic = RefCell::new(clinic());
        clinic.borrow_mut().down = match down {
            "doctors" => &["doctors"],
            "openings" => &["openings"],
            _ => &["changes"],
        };
        let mut call = call(&clinic, Language::EnUs)
            .wants(Wish::BookAppointment, "Dr. Chen on Thursday at ten");
        if call.task.is_some() {
            call = call.says("yes").says("Maria");
        }
        call.expect(&expected);
    }
}

#[test]
fn eight_is_in_the_morning_or_in_the_evening() {
    let clinic = RefCell::new(clinic());
    let mut call = call(&clinic, Language::EnUs);
    let late =
        line::Opening { from: jiff::civil::time(8, 0, 0, 0), to: jiff::civil::time(21, 0, 0, 0) };
    call.line.hours.week[3] = vec![late];
    call.wants(Wish::BookAppointment, "Dr. Chen on Thursday at eight")
        .says("in the evening")
        .expect(&expect![[r#"
            > Dr. Chen on Thursday at eight
            < Is that 8 a.m. or 8 p.m.?
            > in the evening
            < I don't have anything free then. Dr. Chen is free on Thursday at 10 a.m. or 2:30 p.m. Which would you like?
        "#]]);
}

#[test]
fn a_name_is_not_a_day_and_a_day_is_no_name() {
    for (language, said, asked) in [
        (Language::EsUs, "Domingo Pérez", None),
        (Language::EsUs, "María del Carmen García López", None),
        (Language::EsUs, "José de la Cruz Pérez", None),
        (Language::EsUs, "mejor el viernes", Some("confirm-appointment")),
        (Language::EsUs, "espere, el domingo", Some("")),
        (Language::EnUs, "April Johnson", None),
        (Language::EnUs, "wait, make it Friday", Some("confirm-appointment")),
        (Language::EnUs, "Friday", Some("confirm-appointment")),
    ] {
        let clinic = RefCell::new(clinic());
        let (begin, yes) = match language {
            Language::EnUs => ("Dr. Chen on Thursday at ten", "yes"),
            Language::EsUs => ("con la doctora Chen el jueves a las diez", "sí"),
        };
        let mut call = call(&clinic, language).wants(Wish::BookAppointment, begin).says(yes);
        assert_eq!(call.asks(), "ask-patient-name", "{said}");
        call.answers(said);
        let name = call.memory.name.as_deref();
        match asked {
            None => assert_eq!(name, Some(said)),
            Some(asked) => {
                assert_eq!(name, None, "{said}");
                assert!(asked.is_empty() || call.asks() == asked, "{said}: {}", call.asks());
            }
        }
    }
}

#[test]
fn a_day_that_is_over_again_and_again_is_not_understood() {
    let clinic = RefCell::new(clinic());
    let mut call = call(&clinic, Language::EnUs).wants(Wish::BookAppointment, "Dr. Chen");
    for _ in 0..3 {
        call.answers("yesterday");
    }
    assert!(call.transcript().contains("= person: not-understood"), "{}", call.transcript());
}

#[test]
fn a_caller_goes_back() {
    let clinic = RefCell::new(clinic());
    call(&clinic, Language::EnUs)
        .wants(Wish::BookAppointment, "Dr. Ruiz on Thursday")
        .says("at three")
        .back()
        .back()
        .back()
        .back()
        .expect(&expect![[r#"
            > Dr. Ruiz on Thursday
            < Dr. Ruiz is free on Thursday at 11 a.m. or 3 p.m. Which would you like?
            > at three
            < That's Dr. Ruiz on Thursday, March 5th at 3 p.m. Shall I book it?
            > (goes back: true)
            < Dr. Ruiz is free on Thursday at 11 a.m. or 3 p.m. Which would you like?
            > (goes back: true)
            < What day works for you? You can also say, as soon as possible.
            > (goes back: true)
            < Which doctor would you like to see? You can give me a name, or a specialty.
            > (goes back: false)
            < Which doctor would you like to see? You can give me a name, or a specialty.
        "#]]);
}

#[test]
fn spanish_callers_book_as_well() {
    let clinic = RefCell::new(clinic());
    call(&clinic, Language::EsUs)
        .wants(Wish::BookAppointment, "quiero una cita con mi cardióloga, el jueves a las diez")
        .says("la doctora Chen")
        .says("no, el viernes")
        .says("sí")
        .says("me llamo María López")
        .expect(&expect![[r#"
            > quiero una cita con mi cardióloga, el jueves a las diez
            < Estas son las opciones: la doctora Chen y el doctor Okafor. ¿A quién prefiere, o le da igual?
            > la doctora Chen
            < Sería con la doctora Chen, el jueves 5 de marzo a las 10:00 a. m. ¿Se la reservo?
            > no, el viernes
            < Sería con la doctora Chen, el viernes 6 de marzo a las 10:00 a. m. ¿Se la reservo?
            > sí
            < ¿Cómo se llama la persona que va a venir?
            > me llamo María López
            * Riverside Clinic: su cita con la doctora Chen es el viernes 6 de marzo a las 10:00 a. m. Número de cita 482913.
            < Listo. Su cita con la doctora Chen es el viernes a las 10:00 a. m. Le mando los detalles por texto.
            = served
        "#]]);
}

#[test]
fn spanish_callers_choose_among_openings() {
    let clinic = RefCell::new(clinic());
    call(&clinic, Language::EsUs)
        .wants(Wish::BookAppointment, "necesito una cita")
        .says("un dermatólogo")
        .says("lo antes posible")
        .says("la segunda")
        .says("sí, gracias")
        .says("prefiero no decirlo")
        .expect(&expect![[r#"
            > necesito una cita
            < ¿Con qué médico quiere la cita? Puede decirme un nombre o una especialidad.
            > un dermatólogo
            < ¿Qué día le viene bien? También puede decir, lo antes posible.
            > lo antes posible
            < Hay citas con la doctora Ruiz el jueves a las 11:00 a. m. o las 3:00 p. m. ¿Cuál prefiere?
            > la segunda
            < Sería con la doctora Ruiz, el jueves 5 de marzo a las 3:00 p. m. ¿Se la reservo?
            > sí, gracias
            < ¿Cómo se llama la persona que va a venir?
            > prefiero no decirlo
            * Riverside Clinic: su cita con la doctora Ruiz es el jueves 5 de marzo a las 3:00 p. m. Número de cita 482913.
            < Listo. Su cita con la doctora Ruiz es el jueves a las 3:00 p. m. Le mando los detalles por texto.
            = served
        "#]]);
}
