//! Callers who are angry, afraid or in a hurry: acknowledged first, and sooner with a person.
#![expect(clippy::panic, reason = "a test may panic")]

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::{Call, recognise};
use dialogue::{Ending, Facts, Heard, Reason, Step};
use line::Scenario;
use wording::Language::{self, EnUs, EsUs};

/// What is said, in which language, and the remark that acknowledges it.
const MOODS: &[(Language, &str, &str)] = &[
    (EnUs, "this is ridiculous", "note-anger"),
    (EnUs, "I'm fed up with you people", "note-anger"),
    (EnUs, "I'm really worried about this", "note-fear"),
    (EnUs, "I need it as soon as possible", "note-urgency"),
    (EsUs, "esto es el colmo", "note-anger"),
    (EsUs, "estoy harta de esperar", "note-anger"),
    (EsUs, "estoy muy preocupada", "note-fear"),
    (EsUs, "es urgente", "note-urgency"),
];

fn call(language: Language) -> Call {
    let mut call = Call::new(&[Scenario::Shop], |_| Facts::Unavailable);
    call.language = language;
    call.line.escalation.after_failures = 4;
    call.line.escalation.when_upset = 2;
    call
}

/// Failures until a person comes.
fn failures(mut call: Call) -> (u32, Reason) {
    for count in 1..9 {
        let turn = call.says("blah blah");
        if let Step::Close(Ending::Person(reason)) = turn.reply.step {
            return (count, reason);
        }
    }
    panic!("nobody came");
}

#[test]
fn how_a_caller_feels_is_acknowledged_before_anything_else() {
    for (language, said, note) in MOODS {
        let mut at_once = call(*language);
        let turn = at_once.says(said);
        assert_eq!(turn.messages[0], *note, "{said:?}");
        // Also beside what they want, and in the midst of it.
        let turn = call(*language).says(&format!("{said} @CheckOrderStatus"));
        assert_eq!(turn.messages[0], *note, "{said:?}");
        assert_eq!(turn.messages.last().unwrap(), "ask-order-number", "{said:?}");
        let mut midst = call(*language);
        midst.says("track @CheckOrderStatus");
        assert_eq!(midst.says(said).messages[0], *note, "{said:?}");
    }
}

#[test]
fn who_is_upset_gets_a_person_sooner() {
    for language in [EnUs, EsUs] {
        assert_eq!(failures(call(language)), (4, Reason::NotUnderstood), "{language}");
    }
    for (language, said, note) in MOODS {
        let mut call = call(*language);
        // Understood, so that it is no failure itself.
        call.says(&format!("{said} @CheckOrderStatus"));
        // Who is in a hurry is not upset, and wants what they called for.
        let in_time =
            if *note == "note-urgency" { (4, Reason::NotUnderstood) } else { (2, Reason::Upset) };
        assert_eq!(failures(call), in_time, "{said:?}");
    }
}

#[test]
fn an_angry_caller_is_offered_a_person_at_the_first_failure() {
    for (language, said) in [(EnUs, "this is ridiculous"), (EsUs, "esto es el colmo")] {
        let turn = call(language).says(said);
        assert_eq!(turn.messages, ["note-anger", "offer-person-upset"], "{said:?}");
    }
}

#[test]
fn the_mood_that_recognition_hears_counts_as_words_do() {
    for (language, negative, is_heard) in
        [(EnUs, 0.9, true), (EsUs, 0.9, true), (EnUs, 0.5, false), (EsUs, 0.5, false)]
    {
        let mut call = call(language);
        let heard = recognise("track it @CheckOrderStatus", None, language);
        let heard = Heard { negative: Some(negative), ..heard };
        let turn = call.hears("track it", &heard);
        assert_eq!(turn.messages.contains(&"note-anger".to_owned()), is_heard, "{negative}");
        assert_eq!(failures(call).0, if is_heard { 2 } else { 4 }, "{negative}");
    }
}

#[test]
fn who_says_that_they_are_not_angry_is_not() {
    for (language, said) in [
        (EnUs, "I'm not angry, just asking"),
        (EnUs, "it's not urgent"),
        (EsUs, "no estoy enojado"),
        (EsUs, "no es urgente"),
    ] {
        let turn = call(language).says(&format!("{said} @CheckOrderStatus"));
        assert_eq!(turn.messages, ["note-sure", "ask-order-number"], "{said:?}");
    }
}
