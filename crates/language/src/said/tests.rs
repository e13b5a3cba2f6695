//! What is found in sentences.

use jiff::civil::{DateTime, date};
use proptest::prelude::*;

use super::*;

/// A Wednesday.
const NOW: DateTime = date(2026, 3, 4).at(14, 20, 0, 0);

fn setting(language: Language) -> Setting {
    let locale = match language {
        Language::English => "en_US",
        Language::Spanish => "es_US",
        Language::Other => "fr_CA",
    };
    Setting::new(locale, NOW)
}

/// Values in their order, a `!` before one that is refused.
fn list<T>(found: &[Found<T>], text: impl Fn(&T) -> String) -> String {
    let texts = found.iter().map(|it| {
        let mark = if it.refused { "!" } else { "" };
        format!("{mark}{}", text(&it.value))
    });
    texts.collect::<Vec<_>>().join(" ")
}

fn check(language: Language, rows: &[(&str, &str)], read: impl Fn(&Said<'_>) -> String) {
    let setting = setting(language);
    let wrong: Vec<String> = rows
        .iter()
        .map(|(said, expected)| (said, expected, read(&Said::new(said, &setting))))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(said, expected, found)| format!("{said:?}: {found:?}, expected {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{language:?}\n{}", wrong.join("\n"));
}

#[test]
fn digits_are_found_in_sentences() {
    let digits = |said: &Said<'_>| list(&said.digits(), String::clone);
    check(
        Language::English,
        &[
            ("44321", "44321"),
            ("no, 44322", "44322"),
            ("no it's four four three two two", "44322"),
            ("no, it's four four three double two", "44322"),
            ("4-4-3-2-1", "44321"),
            ("triple five two one", "55521"),
            ("five five, uh, four two one please", "55421"),
            ("four four um um three two one", "44321"),
            ("forty four three twenty two", "44322"),
            ("four hundred and forty three, twenty one", "44321"),
            ("oh four four three two", "04432"),
            ("not 44321 but 44322", "!44321 44322"),
            ("double 44321", "44321"),
            ("the other one 44322", "44322"),
            ("that one, four four three two two", "44322"),
            ("one four four three two", "14432"),
            ("I have two orders and the number is 44322", "2 44322"),
            ("4111 1111 1111 1111", "4111111111111111"),
            ("to you for me I ate", ""),
            ("track my order", ""),
            ("uh", ""),
            ("", ""),
        ],
        digits,
    );
    check(
        Language::Spanish,
        &[
            ("44321", "44321"),
            ("cuatro cuatro tres doble dos", "44322"),
            ("no, es el cuatro cuatro, eh, tres dos dos", "44322"),
            ("cuarenta y cuatro tres veintid\u{f3}s", "44322"),
            ("cuatro cuarenta y tres veintiuno por favor", "44321"),
            ("no el 44321 sino el 44322", "44321 44322"),
            ("cuatro cuatro tres este dos uno", "44321"),
            ("cero cuatro cuatro tres dos", "04432"),
            ("quiero saber de mi pedido", ""),
            ("una pregunta", ""),
        ],
        digits,
    );
    check(Language::Other, &[("non, 44322", "44322"), ("quatre", "")], digits);
}

#[test]
fn digits_of_a_length_are_told_apart() {
    let digits = |said: &Said<'_>| list(&said.digits_of(|it| it == 5), String::clone);
    check(
        Language::English,
        &[
            ("44321", "44321"),
            ("oh four four three two", "04432"),
            ("oh, four four three two one", "44321"),
            ("oh four four three two one", "44321"),
            ("44321 44322", "44321 44322"),
            ("44321, 44321", "44321 44321"),
            ("four four three two one four four three two one", "44321"),
            ("not 44321 but 44322", "!44321 44322"),
            ("I have two orders, 44322", "44322"),
            ("443211", ""),
            ("4432", ""),
            ("4111 1111 1111 1111", ""),
            ("", ""),
        ],
        digits,
    );
}

#[test]
fn days_and_times_are_found_in_sentences() {
    let both = |said: &Said<'_>| {
        let days = list(&said.days(), ToString::to_string);
        let times = list(&said.times(), |it| match it {
            TimeOfDay::At(time) => time.strftime("%H:%M").to_string(),
            TimeOfDay::Either(one, _) => one.strftime("%H:%M?").to_string(),
            part => format!("{part:?}").to_lowercase(),
        });
        format!("{days} | {times}")
    };
    check(
        Language::English,
        &[
            ("no, Friday at ten", "2026-03-06 | 10:00?"),
            ("no, Friday at ten in the morning", "2026-03-06 | 10:00"),
            ("can we make it Thursday, March 12th at half past two?", "2026-03-12 | 02:30?"),
            ("not Friday, Thursday", "!2026-03-06 2026-03-05 | "),
            ("I can't do Friday or Monday", "!2026-03-06 !2026-03-09 | "),
            ("tomorrow afternoon", "2026-03-05 | afternoon"),
            ("any time but ten o'clock", " | !10:00?"),
            ("the day after tomorrow at 9:15 am please", "2026-03-06 | 09:15"),
            ("yes that's right", " | "),
        ],
        both,
    );
    check(
        Language::Spanish,
        &[
            ("no, el jueves a las diez y media", "2026-03-05 | 10:30?"),
            ("mejor el viernes a las tres de la tarde", "2026-03-06 | 15:00"),
            ("el viernes no puedo, el lunes s\u{ed}", "!2026-03-06 2026-03-09 | "),
            ("pasado ma\u{f1}ana por la tarde", "2026-03-06 | afternoon"),
            ("no, gracias", " | "),
        ],
        both,
    );
}

#[test]
fn amounts_are_found_in_sentences() {
    let amounts = |said: &Said<'_>| {
        let clear: Vec<_> = said.amounts().into_iter().filter(|it| it.clear).collect();
        list(&clear, |it| format!("{}{}", it.currency, it.minor))
    };
    check(
        Language::English,
        &[
            ("no, only fifty dollars", "USD5000"),
            ("I'd pay $12.50 of it", "USD1250"),
            ("five dollars and fifteen cents", "USD515"),
            ("not fifty dollars but forty euros", "!USD5000 EUR4000"),
            ("pay all of it", ""),
        ],
        amounts,
    );
    check(
        Language::Spanish,
        &[
            ("no, solo cincuenta d\u{f3}lares", "USD5000"),
            ("doce d\u{f3}lares con cincuenta", "USD1250"),
        ],
        amounts,
    );
}

#[test]
fn choices_are_found_in_sentences() {
    let choices = |said: &Said<'_>| list(&said.choices(), |it| format!("{it:?}"));
    check(
        Language::English,
        &[
            ("the second one", "Nth(2)"),
            ("one second", ""),
            ("give me one more second", ""),
            ("the first", "Nth(1)"),
            ("number two please", "Nth(2)"),
            ("option 3", "Nth(3)"),
            ("two", "Nth(2)"),
            ("2", "Nth(2)"),
            ("um, the third I think", "Nth(3)"),
            ("the last one", "Last"),
            ("not the first one, the second", "!Nth(1) Nth(2)"),
            ("do you have anything earlier", "Earlier"),
            ("something later in the day", "Later"),
            ("none of them work for me", "Neither"),
            ("neither", "Neither"),
            ("neither of the two", "Neither"),
            ("I don't care", "Any"),
            ("either one is fine", "Any"),
            ("one second please", ""),
            ("the second of March", ""),
            ("I bought two lamps", ""),
            ("at two on Friday", ""),
            ("", ""),
        ],
        choices,
    );
    check(
        Language::Spanish,
        &[
            ("la segunda", "Nth(2)"),
            ("el primero, por favor", "Nth(1)"),
            ("la opci\u{f3}n dos", "Nth(2)"),
            ("dos", "Nth(2)"),
            ("la \u{fa}ltima", "Last"),
            ("\u{bf}tiene algo m\u{e1}s temprano?", "Earlier"),
            ("m\u{e1}s tarde", "Later"),
            ("ninguna de las dos", "Neither"),
            ("la primera de las dos", "Nth(1)"),
            ("me da igual", "Any"),
            ("cualquiera", "Any"),
        ],
        choices,
    );
}

#[test]
fn words_are_found_in_a_row() {
    let english = setting(Language::English);
    let said = Said::new("Please don't hang up, I'm not done", &english);
    assert_eq!(said.find("hang up"), Some(3..5));
    assert!(said.has_any(&["goodbye", "not done"]));
    assert!(!said.has_any(&["up now", "hang down", "goodbye"]));
    assert!(said.is_refused(&(8..9)));
    assert!(!said.is_refused(&(0..1)));
    assert_eq!(said.find("never"), None);
    assert_eq!(said.find(""), None);
}

#[test]
fn nothing_said_is_shown() {
    let english = setting(Language::English);
    let said = Said::new("it's 44322", &english);
    assert_eq!(format!("{said:?}"), "Said { words: 3 }");
    assert!(!format!("{:?}", said.digits()).contains("44322"));
}

proptest! {
    #[test]
    fn digits_said_one_by_one_come_back(digits in "[0-9]{5}") {
        const ENGLISH: [&str; 10] =
            ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
        const SPANISH: [&str; 10] =
            ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"];
        for (language, names, before) in [
            (Language::English, ENGLISH, "no, it's"),
            (Language::Spanish, SPANISH, "no, es el"),
        ] {
            let words: Vec<&str> =
                digits.bytes().map(|it| names[usize::from(it - b'0')]).collect();
            let said = format!("{before} {}", words.join(" "));
            let setting = setting(language);
            let found = Said::new(&said, &setting).digits_of(|it| it == 5);
            prop_assert_eq!(list(&found, String::clone), digits.as_str());
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,80}", spanish: bool) {
        let setting = setting(if spanish { Language::Spanish } else { Language::English });
        let said = Said::new(&text, &setting);
        let tokens = said.tokens().len();
        for it in said.digits() {
            prop_assert!(it.words.end <= tokens && !it.words.is_empty());
            prop_assert!(it.value.bytes().all(|it| it.is_ascii_digit()));
        }
        for it in said.choices() {
            prop_assert!(it.words.end <= tokens && !it.words.is_empty());
        }
        let _all = (said.days(), said.times(), said.amounts());
    }
}
