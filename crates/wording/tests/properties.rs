//! Whatever a message holds, both renderings say the same, and neither is more than words.

#![expect(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may panic")]

use std::borrow::Cow;

use jiff::civil::{Date, DateTime, Time, date};
use proptest::prelude::*;
use quick_xml::events::Event;
use quick_xml::reader::Reader;
use wording::check::{built_in, check};
use wording::{
    Currency, Language, Manner, Message, Pace, Part, Speech, Value, say, say_or_apologise,
};

/// The text of an SSML document: what is left without tags, escapes resolved.
fn text_of(document: &str) -> String {
    let mut reader = Reader::from_str(document);
    let mut text = String::new();
    loop {
        match reader.read_event().expect("SSML is well-formed") {
            Event::Text(it) => text.push_str(&it.decode().unwrap()),
            Event::GeneralRef(it) => text.push(match &*it {
                b"amp" => '&',
                b"lt" => '<',
                b"gt" => '>',
                b"quot" => '"',
                b"apos" => '\'',
                other => panic!("unknown entity {other:?}"),
            }),
            Event::Start(_) | Event::End(_) | Event::Empty(_) => {}
            Event::Eof => return text,
            other => panic!("neither text nor a tag: {other:?}"),
        }
    }
}

/// Names of the tags of an SSML document, each once.
fn tags_of(document: &str) -> Vec<String> {
    let mut reader = Reader::from_str(document);
    let mut tags = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(it) | Event::Empty(it) => {
                tags.push(String::from_utf8_lossy(it.name().into_inner()).into_owned());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    tags.sort();
    tags.dedup();
    tags
}

/// Text that tries to be something else.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        10 => any::<String>(),
        10 => "[<>&'\"{}$\\[\\]*.\\-=# \\n\\ra-z/]{0,80}",
        10 => prop::collection::vec(
            prop::sample::select(vec![
                "</speak>",
                "<break time=\"10s\"/>",
                "&amp;",
                "&#0;",
                "]]>",
                "<!--",
                "{ $number }",
                "{ PAUSE() }",
                "\u{e000}v0\u{e001}",
                "\u{e000}n7\u{e001}",
                "\u{e002}",
                "\u{e003}",
                "\u{202e}",
                "\u{2068}",
                "\u{feff}",
                "\u{0}",
                "\u{1b}[2J",
                "\u{ffff}",
                "\n",
                ".",
                " ",
                "é",
                "ñ",
                "🙂",
                "\u{10ffff}",
            ]),
            0..12
        )
        .prop_map(|it| it.concat()),
        // Twelve kilobytes, as long as Lex lets an event be.
        1 => "[a-z<&]{10,20}".prop_map(|it| it.repeat(800)),
    ]
}

fn dates() -> impl Strategy<Value = Date> {
    (-9999_i16..=9999, 1_i8..=12, 1_i8..=28)
        .prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn times() -> impl Strategy<Value = Time> {
    (0_i8..24, 0_i8..60, 0_i8..60).prop_map(|(h, m, s)| Time::new(h, m, s, 0).unwrap())
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        hostile().prop_map(Value::Text),
        hostile().prop_map(Value::Word),
        hostile().prop_map(Value::Digits),
        "[0-9A-Za-z -]{0,60}".prop_map(Value::Digits),
        hostile().prop_map(Value::Phone),
        "\\+[1-9][0-9]{1,14}".prop_map(Value::Phone),
        any::<i64>().prop_map(Value::Number),
        (any::<i64>(), prop::sample::select(vec![Currency::Usd, Currency::Eur, Currency::Mxn]))
            .prop_map(|(minor, currency)| Value::Money { minor, currency }),
        dates().prop_map(Value::Day),
        dates().prop_map(Value::Date),
        times().prop_map(Value::Time),
        (dates(), times()).prop_map(|(d, t)| Value::Moment(DateTime::from_parts(d, t))),
    ];
    leaf.prop_recursive(3, 20, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::All),
            prop::collection::vec(inner, 0..6).prop_map(Value::Any),
        ]
    })
}

/// Messages that say any kind of value, among others.
fn messages() -> impl Strategy<Value = Message> {
    let ids = prop::sample::select(vec![
        "tell-greeting",
        "confirm-heard",
        "confirm-order-number",
        "tell-order-unknown",
        "tell-order-status",
        "offer-last-matter",
        "tell-closed-until",
        "summary-order-known",
    ]);
    let names = [
        "business", "heard", "number", "matter", "day", "opens", "status", "known", "course",
        "past", "future", "reason",
    ];
    (ids, prop::collection::vec(values(), names.len())).prop_map(move |(id, values)| Message {
        id: Cow::Borrowed(id),
        values: names.iter().map(|it| Cow::Borrowed(*it)).zip(values).collect(),
    })
}

fn parts() -> impl Strategy<Value = Part> {
    prop_oneof![
        Just(Part::Main),
        any::<u32>().prop_map(Part::Unclear),
        any::<u32>().prop_map(Part::Silent),
    ]
}

fn manners() -> impl Strategy<Value = Manner> {
    (dates(), prop::bool::ANY, any::<u32>()).prop_map(|(today, is_slow, turn)| Manner {
        pace: if is_slow { Pace::Slow } else { Pace::Normal },
        turn,
        ..Manner::new(today)
    })
}

fn check_speech(speech: &Speech) {
    let document = speech.document();
    assert_eq!(text_of(&document), speech.text(), "{document}");
    let known = ["speak", "sub", "say-as", "phoneme", "break", "prosody"];
    let tags = tags_of(&document);
    assert!(tags.iter().all(|it| known.contains(&it.as_str())), "{tags:?}");
    let text = speech.text();
    assert!(!text.contains("  ") && text.trim() == text, "{text:?}");
    let odd = |it: char| it.is_control() || ('\u{e000}'..='\u{f8ff}').contains(&it);
    assert!(!text.contains(odd), "{text:?}");
    assert!(!text.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{202e}']));
    assert!(speech.seconds().is_finite() && speech.seconds() >= 0.0);
}

proptest! {
    #[test]
    fn both_renderings_say_the_same(
        message in messages(),
        part in parts(),
        manner in manners(),
        language in prop::sample::select(Language::ALL.to_vec()),
    ) {
        if let Ok(speech) = say(language, &message, part, &manner) {
            check_speech(&speech);
        }
    }

    #[test]
    fn somebody_always_says_something(
        id in hostile(),
        message in messages(),
        part in parts(),
        manner in manners(),
        language in prop::sample::select(Language::ALL.to_vec()),
    ) {
        let unknown = Message { id: Cow::Owned(id), ..message.clone() };
        for message in [unknown, message] {
            let (speech, error) = say_or_apologise(language, &message, part, &manner);
            check_speech(&speech);
            prop_assert!(!speech.is_empty());
            // Errors are logged: they name messages and values, and show nothing of what they hold.
            if let Some(error) = error {
                prop_assert!(error.to_string().len() < 200 + message.id.len());
            }
        }
    }

    #[test]
    fn foreign_text_is_said_as_text(name in "[ -~]{1,60}") {
        let message = Message::new("tell-welcome-back").with("name", Value::Text(name.clone()));
        let manner = Manner::new(date(2026, 3, 2));
        let speech = say(Language::EnUs, &message, Part::Main, &manner).unwrap();
        let clean = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let clean = clean.strip_suffix('.').unwrap_or(&clean);
        let said = speech.text().strip_prefix("Welcome back,").unwrap().trim();
        prop_assert_eq!(said.strip_suffix('.').unwrap(), clean);
        prop_assert_eq!(tags_of(&speech.document()), ["speak"]);
    }

    #[test]
    fn messages_survive_storage(message in messages()) {
        let json = serde_json::to_string(&message).unwrap();
        prop_assert_eq!(serde_json::from_str::<Message>(&json).unwrap(), message);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    // Fewer cases: a whole file is read and said each time.
    #[test]
    fn every_text_can_be_checked(text in hostile(), at in any::<prop::sample::Index>()) {
        // Somebody's file, or one of ours with something in the middle.
        let mut sources = built_in();
        let source = &mut sources[0].text;
        let place = at.index(source.len()).min(4_000);
        source.truncate(source.floor_char_boundary(place));
        source.push_str(&text);
        for it in check(&sources[..1]).findings {
            prop_assert!(sources[it.file].text.get(it.at.clone()).is_some(), "{it:?}");
        }
    }
}

#[test]
fn long_text_is_cut() {
    let manner = Manner::new(date(2026, 3, 2));
    for text in ["x".repeat(12_288), "word ".repeat(3_000), "<\u{202e}".repeat(6_000)] {
        let message = Message::new("tell-welcome-back").with("name", Value::Text(text));
        let speech = say(Language::EnUs, &message, Part::Main, &manner).unwrap();
        check_speech(&speech);
        assert!(speech.text().chars().count() <= 200 + "Welcome back, .".len());
    }
}
