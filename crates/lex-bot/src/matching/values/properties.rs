//! Values said in words come back as themselves, and nothing panics.

use jiff::ToSpan;
use jiff::civil::{Date, Time, date};
use proptest::prelude::*;

use super::{BUILT_IN, NOW, SlotType, value};
use crate::bot::expression::Expression;
use crate::matching::Utterance;
use language::Setting;

const UNITS: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const UNIDADES: [&str; 30] = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "diecis\u{e9}is",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintid\u{f3}s",
    "veintitr\u{e9}s",
    "veinticuatro",
    "veinticinco",
    "veintis\u{e9}is",
    "veintisiete",
    "veintiocho",
    "veintinueve",
];
const DECENAS: [&str; 10] =
    ["", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];
const CENTENAS: [&str; 10] = [
    "",
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
];

fn english(number: usize) -> String {
    match number {
        0..20 => UNITS[number].to_owned(),
        20..100 if number.is_multiple_of(10) => TENS[number / 10].to_owned(),
        20..100 => format!("{} {}", TENS[number / 10], UNITS[number % 10]),
        100..1000 if number.is_multiple_of(100) => format!("{} hundred", UNITS[number / 100]),
        100..1000 => format!("{} hundred and {}", UNITS[number / 100], english(number % 100)),
        _ if number.is_multiple_of(1000) => format!("{} thousand", english(number / 1000)),
        _ => format!("{} thousand {}", english(number / 1000), english(number % 1000)),
    }
}

fn spanish(number: usize) -> String {
    match number {
        0..30 => UNIDADES[number].to_owned(),
        30..100 if number.is_multiple_of(10) => DECENAS[number / 10].to_owned(),
        30..100 => format!("{} y {}", DECENAS[number / 10], UNIDADES[number % 10]),
        100 => "cien".to_owned(),
        101..1000 if number.is_multiple_of(100) => CENTENAS[number / 100].to_owned(),
        101..1000 => format!("{} {}", CENTENAS[number / 100], spanish(number % 100)),
        1000..2000 if number == 1000 => "mil".to_owned(),
        1000..2000 => format!("mil {}", spanish(number % 1000)),
        _ => {
            let count = spanish(number / 1000);
            // "Veintiún mil", "treinta y un mil".
            let count = count.strip_suffix("uno").map_or(count.clone(), |it| format!("{it}un"));
            match number % 1000 {
                0 => format!("{count} mil"),
                rest => format!("{count} mil {}", spanish(rest)),
            }
        }
    }
}

const ORDINALS: [&str; 20] = [
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

fn ordinal(number: usize) -> String {
    match number {
        20 => "twentieth".to_owned(),
        30 => "thirtieth".to_owned(),
        21.. => format!("{} {}", TENS[number / 10], ORDINALS[number % 10]),
        _ => ORDINALS[number].to_owned(),
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MESES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

fn index(number: impl TryInto<usize>) -> usize {
    number.try_into().ok().unwrap()
}

/// Every day of the two years from today on, with the words for its day and its place in a list of
/// months.
fn two_years() -> impl Iterator<Item = (Date, usize, usize)> {
    let today = NOW.date();
    let days = today.series(1.day()).take_while(move |it| *it < today.saturating_add(2.years()));
    days.map(|it| (it, index(it.day()), index(it.month()) - 1))
}

#[test]
fn every_number_comes_back() {
    // The small ones all, the large ones in steps that meet every kind of number.
    for number in (0..3000).chain((3000..1_000_000).step_by(613)).chain([999_999]) {
        let expected = number.to_string();
        assert_eq!(value(&SlotType::Number, "en_US", &english(number)), expected);
        assert_eq!(value(&SlotType::Number, "es_US", &spanish(number)), expected);
    }
}

#[test]
fn every_date_of_two_years_comes_back() {
    for (day, number, month) in two_years() {
        let (name, nombre) = (MONTHS[month], MESES[month]);
        let year = index(day.year());
        let spoken_year = format!("twenty {}", english(year % 100));
        let expected = day.to_string();
        for (locale, said) in [
            ("en_US", format!("{name} {} {spoken_year}", ordinal(number))),
            ("en_US", format!("the {} of {name} {}", ordinal(number), english(year))),
            ("en_GB", format!("{number} {name} {year}")),
            ("en_US", format!("{}/{number}/{year}", month + 1)),
            ("en_GB", format!("{number}/{}/{year}", month + 1)),
            ("es_ES", format!("el {} de {nombre} de {}", spanish(number), spanish(year))),
            ("es_ES", format!("{number} de {nombre} del {year}")),
        ] {
            assert_eq!(value(&SlotType::Date, locale, &said), expected, "{said:?}");
        }
        // Without a year it is the next one.
        if day < NOW.date().saturating_add(1.year()) {
            let said = format!("{name} {}", ordinal(number));
            assert_eq!(value(&SlotType::Date, "en_US", &said), expected, "{said:?}");
            let said = format!("el {} de {nombre}", spanish(number));
            assert_eq!(value(&SlotType::Date, "es_ES", &said), expected, "{said:?}");
        }
    }
}

#[test]
fn every_time_comes_back() {
    for minutes in 0..24 * 60_usize {
        let (hour, minute) = (minutes / 60, minutes % 60);
        let expected = Time::new(i8::try_from(hour).unwrap(), i8::try_from(minute).unwrap(), 0, 0);
        let expected = expected.unwrap().strftime("%H:%M").to_string();
        let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
        let half = if hour < 12 { "am" } else { "pm" };
        let spoken = match minute {
            0 => String::new(),
            1..10 => format!("oh {}", english(minute)),
            _ => english(minute),
        };
        let part = match hour {
            0..6 => "de la madrugada",
            6..12 => "de la ma\u{f1}ana",
            12..20 => "de la tarde",
            _ => "de la noche",
        };
        let article =
            if twelve == 1 { "la una".to_owned() } else { format!("las {}", spanish(twelve)) };
        for (locale, said) in [
            ("en_US", format!("{} {spoken} {half}", english(twelve))),
            ("en_US", format!("{twelve}:{minute:02} {half}")),
            (
                "en_US",
                format!(
                    "{hour:02}:{minute:02} {}",
                    if (10..=12).contains(&hour) { half } else { "" }
                ),
            ),
            ("es_ES", format!("a {article} y {} {part}", spanish(minute))),
        ] {
            if minute == 0 && locale == "es_ES" {
                continue;
            }
            assert_eq!(value(&SlotType::Time, locale, &said), expected, "{said:?}");
        }
        if (1..30).contains(&minute) && minute != 15 {
            let next = twelve % 12 + 1;
            let said = format!(
                "{} minutes to {} {}",
                english(minute),
                english(next),
                if (hour + 1) % 24 < 12 { "am" } else { "pm" }
            );
            let before = (hour * 60 + 60 - minute) % (24 * 60);
            let expected = format!("{:02}:{:02}", before / 60, before % 60);
            assert_eq!(value(&SlotType::Time, "en_US", &said), expected, "{said:?}");
        }
    }
}

proptest! {
    #[test]
    fn telephone_numbers_come_back(digits in prop::collection::vec(0..10_usize, 7..=15)) {
        let expected: String = digits.iter().map(ToString::to_string).collect();
        let words = |names: &[&str]| {
            digits.iter().map(|it| names[*it].to_owned()).collect::<Vec<_>>().join(" ")
        };
        let doubled = |names: &[&str], double: &str| {
            let runs = digits.chunk_by(|a, b| a == b).map(|run| match run.len() {
                2 => format!("{double} {}", names[run[0]]),
                3 => format!("triple {}", names[run[0]]),
                _ => run.iter().map(|it| names[*it]).collect::<Vec<_>>().join(" "),
            });
            runs.collect::<Vec<_>>().join(" ")
        };
        let phone = SlotType::PhoneNumber;
        for (locale, said) in [
            ("en_US", words(&UNITS)),
            ("en_US", words(&UNITS).replace("zero", "oh")),
            ("en_US", doubled(&UNITS, "double")),
            ("es_ES", words(&UNIDADES)),
            ("es_ES", doubled(&UNIDADES, "doble")),
            ("de_DE", expected.clone()),
        ] {
            prop_assert_eq!(value(&phone, locale, &said), expected.clone(), "{}", said);
        }
        let said = format!("plus {}", words(&UNITS));
        prop_assert_eq!(value(&phone, "en_US", &said), format!("+{expected}"));
    }

    #[test]
    fn addresses_come_back(
        local in "[a-z]{2,8}([._-][a-z]{2,8}){0,2}",
        domain in "[b-z]{4,10}",
        top in prop::sample::select(vec!["com", "org", "co.uk", "es"]),
    ) {
        let address = format!("{local}@{domain}.{top}");
        let words = |at: &str, dot: &str, underscore: &str, dash: &str| {
            address.replace('@', at).replace('.', dot).replace('_', underscore).replace('-', dash)
        };
        // A word of an address may be a word for something else: "to", "is", "one".
        let plain = local.split(['.', '_', '-']).chain([domain.as_str()]).all(|it| it.len() > 5);
        if plain {
            let said = words(" at ", " dot ", " underscore ", " dash ");
            prop_assert_eq!(value(&SlotType::EmailAddress, "en_US", &said), address.clone());
            let said = words(" arroba ", " punto ", " gui\u{f3}n bajo ", " gui\u{f3}n ");
            prop_assert_eq!(value(&SlotType::EmailAddress, "es_ES", &said), address.clone());
        }
        prop_assert_eq!(value(&SlotType::EmailAddress, "fr_FR", &address), address);
    }

    #[test]
    fn any_text_is_a_value_or_none(
        text in prop_oneof![
            "\\PC{0,60}",
            "[a-z0-9 ',.:/$%@+-]{0,60}",
            prop::collection::vec(
                prop::sample::select(vec![
                    "half", "a", "quarter", "past", "to", "ten", "twenty", "one", "and", "march",
                    "next", "week", "tuesday", "of", "the", "in", "days", "hour", "point", "hundred",
                    "million", "double", "minus", "at", "dot", "dollars", "percent", "y", "media",
                    "las", "menos", "cuarto", "de", "pr\u{f3}ximo", "mes", "que", "viene", "mil",
                    "2026", "3", "/", ":", "30", "pm", "ma\u{f1}ana", "\u{1f600}", "\u{5e9}\u{5dc}",
                ]),
                0..14,
            ).prop_map(|it| it.join(" ")),
        ],
        locale in prop::sample::select(vec!["en_US", "en_GB", "es_ES", "es_US", "ja_JP"]),
    ) {
        let setting = Setting::new(locale, NOW);
        let utterance = Utterance::new(&text, &setting);
        let composite = SlotType::Composite(
            BUILT_IN.iter().take(6).map(|(name, it)| ((*name).to_owned(), it.clone())).collect(),
        );
        for slot_type in BUILT_IN.iter().map(|it| &it.1).chain([&composite]) {
            let found = slot_type.find(&utterance).into_iter();
            let answers = slot_type.answer(&utterance).into_iter();
            for found in found.chain(answers).chain(slot_type.answer_all(&utterance)) {
                prop_assert!(!found.words.is_empty());
                prop_assert!(text.contains(&found.value.original_value));
                let is_free = matches!(slot_type, SlotType::FreeForm);
                prop_assert!(is_free || found.words.end <= utterance.tokens().len());
            }
        }
    }

    #[test]
    fn any_moment_is_fine(days in -700_000..2_900_000_i64, said in prop::sample::select(vec![
        "tomorrow", "in two hundred years", "next year", "next week", "yesterday", "a year ago",
        "the end of next month", "last month", "february 29", "the 31st", "in 9999 years",
        "in 9999 hours",
    ])) {
        if let Ok(day) = date(1970, 1, 1).checked_add(days.days()) {
            let setting = Setting::new("en_US", day.at(23, 59, 0, 0));
            let utterance = Utterance::new(said, &setting);
            let _date = SlotType::Date.answer(&utterance);
            let _time = SlotType::Time.answer(&utterance);
        }
    }
}

#[test]
fn long_and_strange_texts_are_no_values() {
    let long = "one hundred thousand and ".repeat(4000);
    for text in
        [long.as_str(), "\u{1f600}\u{1f600}", "\u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{202e}abc", "\0", ""]
    {
        for locale in ["en_US", "es_ES", "he_IL"] {
            for slot_type in
                [SlotType::Number, SlotType::Date, SlotType::Time, SlotType::EmailAddress]
            {
                assert_eq!(value(&slot_type, locale, text), "-", "{slot_type:?}");
            }
        }
    }
    // Everything is still everything, up to what Lex takes.
    let words = "a ".repeat(400);
    assert_eq!(value(&SlotType::FreeForm, "en_US", &words), words.trim());
    assert_eq!(value(&SlotType::FreeForm, "en_US", &long), "-");
    assert!(Expression::parse(&"(".repeat(600), &[]).is_err());
}
