//! Getting in touch.

use expect_test::expect;
use line::Line;
use wording::Language;

use super::{ask_in, call, check, records};
use crate::memory::Memory;
use crate::scenario::drive;
use crate::slot::{Slot, Slots};
use crate::task::Taken;
use crate::wish::Wish;

#[test]
fn an_address_is_offered_and_sent() {
    let mut talk =
        ask_in(Language::EnUs, &Memory::default(), Wish::AskContact, "how can I reach her");
    talk.answers("yes please");
    check(
        &talk,
        &expect![[r#"
            > how can I reach her
            < The best way to reach Maya is by e-mail. She usually answers within a day. Shall I text you the e-mail address?
            > yes please
            < Okay, I'm texting you the e-mail address now.
            = served
            = in short: The caller asked for a person; they asked about the person.
        "#]],
    );
    // The other one, if the caller would rather have that.
    let mut talk =
        ask_in(Language::EnUs, &Memory::default(), Wish::AskContact, "how can I reach her");
    talk.answers("LinkedIn would be better");
    check(
        &talk,
        &expect![[r#"
            > how can I reach her
            < The best way to reach Maya is by e-mail. She usually answers within a day. Shall I text you the e-mail address?
            > LinkedIn would be better
            < Okay, I'm texting you the LinkedIn page now.
            = served
            = in short: The caller asked for a person; they asked about the person.
        "#]],
    );
    let mut talk =
        ask_in(Language::EnUs, &Memory::default(), Wish::AskContact, "how can I reach her");
    assert_eq!(talk.answers("purple"), Taken::NotUnderstood);
    talk.answers("no");
    assert!(talk.transcript().contains("= served"), "{}", talk.transcript());
    // Whoever asks for it does not need the offer.
    let said = "can you text me her email";
    let talk = ask_in(Language::EnUs, &Memory::default(), Wish::AskContact, said);
    check(
        &talk,
        &expect![[r#"
            > can you text me her email
            < Okay, I'm texting you the e-mail address now.
            = served
            = in short: The caller asked for a person; they asked about the person.
        "#]],
    );
    // Whoever asks on is not asked again.
    let mut talk =
        ask_in(Language::EnUs, &Memory::default(), Wish::AskContact, "how can I reach her");
    assert!(talk.turn(Wish::AskAvailability, "when is she available"));
    assert!(talk.transcript().contains("= served"), "{}", talk.transcript());
}

#[test]
fn an_interview_leads_to_a_callback() {
    let said = "I'd like to interview her";
    let mut talk = ask_in(Language::EnUs, &Memory::default(), Wish::RequestInterview, said);
    talk.answers("a callback please");
    talk.answers("this is Sam Lee from Acme Robotics");
    talk.answers("it's about a lead architect position");
    check(
        &talk,
        &expect![[r#"
            > I'd like to interview her
            < For an interview, it's best to ask Maya Torres. You can get a callback, leave a message, or get the e-mail or LinkedIn by text. Which one?
            > a callback please
            < Who's calling, please, and from which company?
            > this is Sam Lee from Acme Robotics
            < Thank you. And what would you like to talk about with Maya Torres?
            > it's about a lead architect position
            < All right, I'll ask Maya Torres to call you back.
            = Callback
            = in short: The caller asked for a person; they want an interview. Caller: Sam Lee from Acme Robotics. About: a lead architect position.
        "#]],
    );
}

#[test]
fn a_message_needs_only_a_name() {
    let said = "quiero hablar de un contrato";
    let mut talk = ask_in(Language::EsUs, &Memory::default(), Wish::NegotiateContract, said);
    talk.answers("un mensaje");
    talk.answers("soy Luis Ortega, de Ferrovía");
    check(
        &talk,
        &expect![[r#"
            > quiero hablar de un contrato
            < Para un contrato, mejor hable con Maya Torres. Puede recibir una llamada, dejar un mensaje, o recibir el correo o LinkedIn por texto. ¿Qué prefiere?
            > un mensaje
            < ¿Quién llama, por favor, y de qué empresa?
            > soy Luis Ortega, de Ferrovía
            < Gracias. De acuerdo. Su mensaje le llega directamente a Maya Torres.
            = Message
            = in short: The caller asked for a person; they want to talk about a contract. Caller: Luis Ortega, de Ferrovía.
        "#]],
    );
}

#[test]
fn a_name_is_asked_once_and_may_be_kept_back() {
    let memory = Memory { name: Some("Sam".to_owned()), ..Memory::default() };
    let mut talk = ask_in(Language::EnUs, &memory, Wish::ArrangeMeeting, "I'd like to meet her");
    talk.answers("call me back");
    assert_eq!(talk.asks(), "ask-caller-matter");
    talk.answers("I'd rather not say");
    assert!(talk.transcript().contains("= Callback"), "{}", talk.transcript());
    let said = "how would she shard a large database";
    let mut talk = ask_in(Language::EnUs, &Memory::default(), Wish::AskTechnicalQuestion, said);
    talk.answers("message");
    talk.answers("skip");
    check(
        &talk,
        &expect![[r#"
            > how would she shard a large database
            < That's a question for Maya Torres. You can get a callback, leave a message, or get the e-mail or LinkedIn by text. Which one?
            > message
            < Who's calling, please, and from which company?
            > skip
            < All right. Your message goes straight to Maya Torres.
            = Message
            = in short: The caller asked for a person; they have a technical question.
        "#]],
    );
}

#[test]
fn only_the_name_in_what_the_caller_says_of_themselves_is_remembered() {
    for (language, said, name, told) in [
        (
            Language::EnUs,
            "Ana Diaz from Acme, about the CTO role",
            Some("Ana Diaz"),
            "Ana Diaz from Acme, about",
        ),
        (
            Language::EnUs,
            "this is Sam Lee from Acme Robotics",
            Some("Sam Lee"),
            "Sam Lee from Acme Robotics",
        ),
        (Language::EnUs, "Tom", Some("Tom"), "Tom"),
        (Language::EnUs, "Maria I'm calling about a job", Some("Maria"), "Maria I'm calling"),
        (Language::EnUs, "I'm the CTO of Acme", None, "the CTO of Acme"),
        (Language::EsUs, "Luis Ortega de Ferrovía", Some("Luis Ortega"), "Luis Ortega de Ferrovía"),
        (
            Language::EsUs,
            "María de los Ángeles Pérez",
            Some("María de los Ángeles Pérez"),
            "María de",
        ),
        (Language::EsUs, "la empresa Ferrovía", None, "la empresa Ferrovía"),
        (Language::EnUs, "the hiring department at Acme", None, "the hiring department at Acme"),
        (
            Language::EsUs,
            "soy Luis Ortega, de Ferrovía",
            Some("Luis Ortega"),
            "Luis Ortega, de Ferrovía",
        ),
        (
            Language::EsUs,
            "Ana Ruiz, por lo de la vacante",
            Some("Ana Ruiz"),
            "Ana Ruiz, por lo de la vacante",
        ),
    ] {
        let mut talk = ask_in(language, &Memory::default(), Wish::ArrangeMeeting, "");
        talk.answers(if language == Language::EnUs { "a message" } else { "un mensaje" });
        assert_eq!(talk.asks(), "ask-caller-name", "{said}");
        talk.answers(said);
        assert_eq!(talk.memory.name.as_deref(), name, "{said}");
        let summary = talk.told().unwrap();
        assert!(summary.contains(&format!("Caller: {told}")), "{said}: {summary}");
    }
}

#[test]
fn a_name_is_corrected_when_something_else_is_asked() {
    for (language, said, corrected) in [
        (Language::EnUs, "no, my name is Ana Diez", true),
        (Language::EnUs, "sorry, my name is Ana Diez", true),
        (Language::EnUs, "actually my name's Ana Diez from Acme", true),
        (Language::EnUs, "my name is not on the list, that is what it is about", false),
        (Language::EnUs, "my name is Ana Diaz and it is about a job", false),
        (Language::EnUs, "the project, its name is Falcon", false),
        (Language::EnUs, "a role as architect", false),
        (Language::EsUs, "no, me llamo Ana Diez", true),
        (Language::EsUs, "perdón, mi nombre es Ana Diez", true),
        (Language::EsUs, "una vacante de arquitecta", false),
    ] {
        let mut talk = ask_in(language, &Memory::default(), Wish::ArrangeMeeting, "");
        let english = language == Language::EnUs;
        talk.answers(if english { "call me back" } else { "una llamada" });
        talk.answers(if english { "Ana Diaz from Acme" } else { "Ana Diaz, de Acme" });
        let taken = talk.answers(said);
        if !corrected {
            assert_eq!(taken, Taken::Understood, "{said}");
            assert!(talk.told().unwrap().contains("About:"), "{said}");
            continue;
        }
        assert!(matches!(&taken, Taken::Noted(note) if note.id == "note-corrected"), "{said}");
        assert_eq!(talk.asks(), "ask-caller-matter", "{said}");
        assert_eq!(talk.memory.name.as_deref(), Some("Ana Diez"), "{said}");
        talk.answers(if english { "a job" } else { "una vacante" });
        let told = talk.told().unwrap();
        assert!(told.contains("Ana Diez") && told.contains("Acme"), "{told}");
        assert!(told.contains("About:") && !told.contains("Diaz"), "{told}");
    }
}

#[test]
fn a_corrected_name_takes_the_place_of_the_whole_one_only() {
    for (own, said, told) in [
        ("Joanna from Acme", "no, my name is Anna", "Anna from Acme"),
        ("Al from Alcoa", "no, my name is Hal", "Hal from Alcoa"),
        ("Élodie from Acme", "no, my name is Elodie", "Elodie from Acme"),
    ] {
        let mut talk = ask_in(Language::EnUs, &Memory::default(), Wish::ArrangeMeeting, "");
        talk.answers("call me back");
        talk.answers(own);
        let taken = talk.answers(said);
        assert!(matches!(&taken, Taken::Noted(note) if note.id == "note-corrected"), "{said}");
        talk.answers("a job");
        let summary = talk.told().unwrap();
        assert!(summary.contains(&format!("Caller: {told}")), "{summary}");
    }
}

#[test]
fn a_message_with_a_word_of_refusal_in_it_is_kept() {
    for (language, said, kept) in [
        (Language::EnUs, "nothing urgent, just a job offer", true),
        (Language::EnUs, "it doesn't matter when, it's about the contract", true),
        (Language::EnUs, "nothing, thanks", false),
        (Language::EnUs, "it doesn't matter", false),
        (Language::EnUs, "I'd rather not say", false),
        (Language::EsUs, "nada urgente, es por una oferta de trabajo", true),
        (Language::EsUs, "nada, gracias", false),
        (Language::EsUs, "prefiero no decirlo", false),
    ] {
        let memory = Memory { name: Some("Sam".to_owned()), ..Memory::default() };
        let mut talk = ask_in(language, &memory, Wish::ArrangeMeeting, "");
        talk.answers(if language == Language::EnUs { "call me back" } else { "una llamada" });
        assert_eq!(talk.asks(), "ask-caller-matter", "{said}");
        talk.answers(said);
        let told = talk.told().unwrap();
        assert_eq!(told.contains("About:"), kept, "{said}: {told}");
    }
}

#[test]
fn a_way_that_the_first_sentence_names_and_there_is_none_of_is_refused() {
    let slots = Slots::from([(Slot::ContactWay, "linkedin".to_owned())]);
    let mut talk = call(Language::EnUs, records);
    talk.line.profile.as_mut().unwrap().linkedin = None;
    let said = "text me her LinkedIn, I have a job for her";
    talk.begin_with(Wish::RequestInterview, said, &slots);
    check(
        &talk,
        &expect![[r#"
            > text me her LinkedIn, I have a job for her
            < For an interview, it's best to ask Maya Torres. I'm sorry, I don't have a LinkedIn page to send. You can get a callback, leave a message, or get the e-mail or LinkedIn by text. Which one?
            = in short: The caller asked for a person; they want an interview.
        "#]],
    );
}

#[test]
fn links_go_by_text_and_only_where_there_are_any() {
    let said = "we have an open position";
    let mut talk = ask_in(Language::EnUs, &Memory::default(), Wish::RequestInterview, said);
    talk.answers("linkedin");
    check(
        &talk,
        &expect![[r#"
            > we have an open position
            < For an interview, it's best to ask Maya Torres. You can get a callback, leave a message, or get the e-mail or LinkedIn by text. Which one?
            > linkedin
            < Okay, I'm texting you the LinkedIn page now.
            = served
            = in short: The caller asked for a person; they want an interview.
        "#]],
    );
    let mut bare = drive::line("assistant");
    bare.profile.as_mut().unwrap().linkedin = None;
    let begin = |bare: &Line, wish, said| {
        let mut talk = call(Language::EnUs, records);
        talk.line = bare.clone();
        talk.wants(wish, said)
    };
    let mut talk = begin(&bare, Wish::RequestInterview, said);
    assert!(matches!(talk.answers("linkedin"), Taken::Noted(_)));
    assert_eq!(talk.asks(), "choose-contact-way");
    bare.profile.as_mut().unwrap().email = None;
    let talk = begin(&bare, Wish::RequestInterview, said);
    assert_eq!(talk.asks(), "choose-callback-or-message");
    // Nor is an address offered that is not there.
    bare.profile = None;
    let talk = begin(&bare, Wish::AskContact, "how can I reach her");
    assert!(talk.transcript().contains("served"), "{}", talk.transcript());
}

#[test]
fn nothing_is_promised_to_a_number_that_takes_no_texts() {
    let begin = |wish, said| {
        let mut talk = call(Language::EnUs, records);
        talk.texting = false;
        talk.wants(wish, said)
    };
    let mut talk = begin(Wish::RequestInterview, "I'd like to interview her");
    assert_eq!(talk.asks(), "offer-leave-message");
    assert!(matches!(talk.answers("can't you text me her email"), Taken::Noted(_)));
    assert!(matches!(talk.answers("then call me back"), Taken::Noted(_)));
    assert_eq!(talk.asks(), "offer-leave-message");
    talk.answers("yes");
    assert_eq!(talk.asks(), "ask-caller-name");
    let mut talk = begin(Wish::RequestInterview, "I'd like to interview her");
    talk.answers("no");
    assert!(talk.transcript().contains("= not served"), "{}", talk.transcript());
    let talk = begin(Wish::AskContact, "how can I reach her");
    assert!(talk.transcript().contains("served"), "{}", talk.transcript());
    let talk = begin(Wish::AskContact, "text me her email");
    check(
        &talk,
        &expect![[r#"
            > text me her email
            < I can't send a text to your number.
            = served
            = in short: The caller asked for a person; they asked about the person.
        "#]],
    );
}

#[test]
fn recognition_may_name_the_way_at_once() {
    let slots = Slots::from([(Slot::ContactWay, "callback".to_owned())]);
    let mut talk = call(Language::EnUs, records);
    talk.begin_with(Wish::RequestInterview, "have her call me about a job", &slots);
    assert_eq!(talk.asks(), "ask-caller-name");
    assert!(talk.go_back());
    assert_eq!(talk.asks(), "choose-contact-way");
    assert!(!talk.go_back());
}
