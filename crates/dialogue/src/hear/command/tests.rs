use wording::Language;

use super::*;
use crate::said::check_plain;

const EN: Language = Language::EnUs;
const ES: Language = Language::EsUs;

#[test]
fn commands_are_heard_in_both_languages() {
    for phrases in COMMANDS.iter().map(|it| &it.2).chain([&OPTIONS, &GREETING, &GREETS]) {
        check_plain(phrases);
    }
    for (language, text, greets_us) in [
        (EN, "hi there", true),
        (EN, "good morning", true),
        (EN, "hello, where is my order", false),
        (EN, "there", false),
        (ES, "hola, buenas tardes", true),
        (ES, "buenos días", true),
        (ES, "hola, mi pedido", false),
    ] {
        assert_eq!(greets(&Said::new(text, language)), greets_us, "{text:?}");
    }
    for (language, text, wish) in [
        (EN, "could you say that again please", Some(Wish::Repeat)),
        (EN, "repeat", Some(Wish::Repeat)),
        (EN, "sorry, I didn't catch that", Some(Wish::Repeat)),
        (EN, "please speak slower", Some(Wish::SlowDown)),
        (EN, "slower please", Some(Wish::SlowDown)),
        (EN, "start over", Some(Wish::StartAgain)),
        (EN, "can you go back please", Some(Wish::GoBack)),
        (EN, "I want to send it back", None),
        (EN, "hold on, let me look", Some(Wish::Wait)),
        (EN, "one moment please", Some(Wish::Wait)),
        (EN, "wait for my package", None),
        (EN, "what can you do", Some(Wish::Help)),
        (EN, "help me with my router", None),
        (EN, "I restarted the router", None),
        (ES, "¿me lo repite, por favor?", Some(Wish::Repeat)),
        (ES, "más despacio, por favor", Some(Wish::SlowDown)),
        (ES, "volver a empezar", Some(Wish::StartAgain)),
        (ES, "atrás", Some(Wish::GoBack)),
        (ES, "un momentito, por favor", Some(Wish::Wait)),
        (ES, "ayuda", Some(Wish::Help)),
        (ES, "quiero volver a pedir", None),
        (EN, "please forget me", Some(Wish::ForgetMe)),
        (EN, "don't remember me", Some(Wish::ForgetMe)),
        (EN, "I want you to delete my data", Some(Wish::ForgetMe)),
        (EN, "remember me", Some(Wish::RememberMe)),
        (EN, "please don't forget me", Some(Wish::RememberMe)),
        (EN, "I don't want you to forget me", None),
        (EN, "I forgot my number", None),
        (EN, "I don't remember", None),
        (ES, "olvídeme, por favor", Some(Wish::ForgetMe)),
        (ES, "no guarde mis datos", Some(Wish::ForgetMe)),
        (ES, "guarde mis datos", Some(Wish::RememberMe)),
        (ES, "recuérdeme", Some(Wish::RememberMe)),
        (ES, "se me olvidó", None),
        (ES, "no recuerdo el número", None),
    ] {
        let given = command(&Said::new(text, language), Room::Answers);
        assert_eq!(given.map(|it| it.wish), wish, "{text:?}");
    }
    for (language, text, room, wish) in [
        (EN, "I had to hold on for an hour", Room::Anything, None),
        (EN, "let me see the bill", Room::Answers, Some(Wish::Wait)),
        (EN, "let me see my bill", Room::Wishes, None),
        (EN, "okay let me see", Room::Wishes, Some(Wish::Wait)),
        (EN, "hold on, I have it here", Room::Wishes, Some(Wish::Wait)),
        (ES, "déjeme ver la factura", Room::Answers, Some(Wish::Wait)),
        (ES, "déjeme ver mis movimientos", Room::Wishes, None),
    ] {
        let given = command(&Said::new(text, language), room);
        assert_eq!(given.map(|it| it.wish), wish, "{text:?}");
    }
}

#[test]
fn what_a_caller_remembers_is_not_whether_they_are_remembered() {
    for phrases in [MEMORY, KEEPING] {
        check_plain(&phrases);
    }
    for (language, text, wish, may) in [
        (EN, "I don't want you to keep anything about me", Wish::ForgetMe, true),
        (EN, "I would rather be forgotten", Wish::ForgetMe, true),
        (EN, "I don't want to be forgotten", Wish::ForgetMe, false),
        (EN, "I don't remember it", Wish::ForgetMe, false),
        (EN, "I'd like to be remembered", Wish::RememberMe, true),
        (EN, "I don't want to be remembered", Wish::RememberMe, false),
        (EN, "I remember now", Wish::RememberMe, false),
        (ES, "no quiero que me recuerden", Wish::ForgetMe, true),
        (ES, "no quiero que borre mis datos", Wish::ForgetMe, false),
        (ES, "no me acuerdo", Wish::ForgetMe, false),
        (ES, "quiero que me recuerde", Wish::RememberMe, true),
    ] {
        let said = Said::new(text, language);
        let refuses = super::super::person::may_refuse(&said);
        assert_eq!(may_name(wish, &said, refuses), may, "{text:?}");
    }
}

#[test]
fn what_may_be_an_answer_is_no_sure_command() {
    for (language, text, is_sure) in [
        (EN, "slow down please", true),
        (EN, "can you speak more slowly", true),
        (EN, "go back", true),
        (EN, "repeat that", true),
        (EN, "it started to slow down yesterday", false),
        (EN, "it's slower", false),
        (EN, "it's back", false),
        (EN, "the previous one", false),
        (ES, "más despacio, por favor", true),
        (ES, "atrás", true),
        (ES, "va más despacio que antes", false),
        (ES, "despacio", false),
        (ES, "la anterior", false),
    ] {
        let given = command(&Said::new(text, language), Room::Answers);
        assert_eq!(given.map(|it| it.is_sure), Some(is_sure), "{text:?}");
    }
}
