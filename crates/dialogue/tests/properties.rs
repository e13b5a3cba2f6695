//! What holds whatever the caller does.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use dialogue::{
    Answer, Facts, Heard, Intent, Mode, Next, Order, OrderNumber, OrderStatus, Reason, Session,
    Setting, Step, Turn, listen,
};
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// Longest message that Lex takes.
///
/// Source: Amazon Lex V2 API Reference, `Message`, `content`.
const MAX_MESSAGE: usize = 1024;

fn numbers() -> impl Strategy<Value = OrderNumber> {
    prop_oneof![Just("44321"), Just("44322"), Just("00000")].prop_map(|it| it.parse().unwrap())
}

fn days() -> impl Strategy<Value = Option<Date>> {
    prop::option::of(prop_oneof![
        Just(Date::MIN),
        Just(Date::MAX),
        (-800_i32..800)
            .prop_map(|days| { date(2026, 3, 2).saturating_add(jiff::Span::new().days(days)) }),
    ])
}

fn facts() -> impl Strategy<Value = Facts> {
    let statuses = prop_oneof![
        Just(OrderStatus::Processing),
        Just(OrderStatus::Shipped),
        Just(OrderStatus::Delivered),
        Just(OrderStatus::Cancelled),
    ];
    let orders = (numbers(), statuses, days(), days(), days(), days()).prop_map(
        |(number, status, placed_on, shipped_on, expected_on, delivered_on)| Order {
            number,
            status,
            placed_on,
            shipped_on,
            expected_on,
            delivered_on,
        },
    );
    prop_oneof![orders.prop_map(Facts::Found), Just(Facts::NotFound), Just(Facts::Failed)]
}

fn heard() -> impl Strategy<Value = Heard> {
    let said = prop_oneof![
        Just(String::new()),
        Just("yes".to_owned()),
        Just("no".to_owned()),
        Just("no 44322".to_owned()),
        Just("thanks".to_owned()),
        Just("where is it".to_owned()),
        "[0-2#*]{1,6}",
        ".{0,40}",
    ];
    (
        prop_oneof![
            Just(Intent::CheckOrderStatus),
            Just(Intent::TalkToAgent),
            Just(Intent::Goodbye),
            Just(Intent::Unknown),
        ],
        prop::option::of(numbers()),
        prop_oneof![Just(None), Just(Some(Answer::Yes)), Just(Some(Answer::No))],
        prop_oneof![Just(Mode::Words), Just(Mode::Keys)],
        said,
    )
        .prop_map(|(intent, number, answer, mode, said)| Heard {
            intent,
            number,
            answer,
            mode,
            kept: Some(said.clone()),
            said,
        })
}

fn take(session: Session, heard: &Heard, facts: &Facts, business: &str) -> Turn {
    let setting = Setting { business, today: date(2026, 3, 2) };
    match listen(session, heard, &setting) {
        Next::Answer(turn) => turn,
        Next::LookUp(wait) => wait.answer(facts.clone(), &setting),
    }
}

/// What a voice is left with: the document without tags, its escapes resolved.
fn spoken(ssml: &str) -> String {
    let words = ssml.strip_prefix("<speak>").and_then(|it| it.strip_suffix("</speak>")).unwrap();
    let mut text = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = after.split_once('>').unwrap().1;
    }
    text.push_str(rest);
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

proptest! {
    #[test]
    fn nobody_is_ever_left_with_silence(
        turns in prop::collection::vec((heard(), facts()), 1..24),
        business in ".{0,30}",
    ) {
        let mut session = Session::default();
        for (n, (heard, facts)) in turns.iter().enumerate() {
            let turn = take(session, heard, facts, &business);
            let reply = &turn.reply;
            prop_assert!(!reply.text.trim().is_empty());
            prop_assert_eq!(&spoken(&reply.ssml), &reply.text);
            prop_assert!(reply.ssml.len() <= MAX_MESSAGE);
            prop_assert_eq!(turn.session.reply(), Some(reply));
            prop_assert_eq!(turn.session.turn() as usize, n + 1);
            prop_assert_eq!(
                turn.session.escalation().is_some(),
                matches!(reply.step, Step::Person(_))
            );
            prop_assert!(turn.session.summary().ends_with('.'));

            let json = serde_json::to_string(&turn.session).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Session>(&json).unwrap(), &turn.session);
            session = turn.session;
        }
    }

    #[test]
    fn three_failures_in_a_row_bring_a_person(
        turns in prop::collection::vec((heard(), facts()), 0..12),
        silent in any::<[bool; 3]>(),
    ) {
        let mut session = Session::default();
        for (heard, facts) in &turns {
            session = take(session, heard, facts, "Northwind Outfitters").session;
        }
        let mut reasons = Vec::new();
        for silent in silent {
            let said = if silent { "" } else { "mumble" };
            let heard = Heard {
                intent: Intent::Unknown,
                number: None,
                answer: None,
                mode: Mode::Words,
                said: said.to_owned(),
                kept: None,
            };
            let turn = take(session, &heard, &Facts::Failed, "Northwind Outfitters");
            session = turn.session;
            if let Step::Person(reason) = turn.reply.step {
                reasons.push(reason);
                break;
            }
        }
        let [reason] = reasons[..] else { panic!("no person came") };
        prop_assert!(matches!(reason, Reason::NotUnderstood | Reason::Silence));
    }
}
