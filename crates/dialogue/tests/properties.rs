//! What holds whatever the caller does, whatever the records answer, and on whatever line.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use std::collections::BTreeSet;

use dialogue::business::{Doctor, Money, Opening, Secret};
use dialogue::{
    Booking, CodeCheck, Decision, Ending, Evidence, Facts, Heard, Matter, Mode, Next, Opinion,
    Order, OrderNumber, OrderStatus, Payment, PinCheck, Reason, Remembered, Return, Session,
    Setting, Slot, Slots, Step, Turn, Wish, YesNo, listen, open,
};
use jiff::civil::{Date, date};
use line::{Line, Scenario};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use wording::{Currency, Language, Speech};

use common::now;

/// Most bytes of a session as JSON.
const MAX_SESSION: usize = 3 * 1024;

/// What is keyed in wherever something is opened with it.
const SECRET: &str = "739154";

/// Whether the caller was asked for a PIN or a code.
fn asks_for_a_secret(session: &Session) -> bool {
    let step = session.reply().map(|it| &it.step);
    matches!(step, Some(Step::ElicitSlot { slot, .. }) if slot.is_secret())
}

/// What a caller may say, with what may be hard about it.
const SAYINGS: &[&str] = &[
    "",
    "yes",
    "no",
    "no 44322",
    "not 44321 but 44322",
    "thanks",
    "where is it",
    "mumble",
    "bye",
    "agent",
    "say that again",
    "slower please",
    "start over",
    "go back",
    "what can you do",
    "one moment please",
    "español por favor",
    "quiero rastrear mi pedido 44321",
    "hello where is my order",
    "in English please",
    "do you speak French",
    "there is a gas leak",
    "it's not an emergency",
    "no emergency",
    "what are your hours",
    "cancel my order 44321",
    "this is ridiculous",
    "I'm so worried",
    "asap",
    "the second one",
    "Friday at ten",
    "forty two dollars",
    "I don't know",
    "I lost it",
    "that's all",
    "please don't hang up",
    "<break time=\"9s\"/> & 'Sons'",
    "sí",
    "no, gracias",
    "un agente",
    "más despacio",
    "el jueves a las diez",
    "no lo tengo",
    "\u{202e}\u{0}\u{7f}",
    "{ $x } -term",
];

/// Values that recognition may find, right and wrong.
const VALUES: &[&str] = &[
    "44321",
    "44322",
    "00000",
    "2026-03-05",
    "9999-99-99",
    "10:00",
    "cardiology",
    "internet",
    "damaged",
    "checking",
    "card-on-file",
    "callback",
    "spanish",
    "fr_FR",
    "1",
    "",
    "<speak>",
    "-1",
    "💥",
];

fn wish() -> impl Strategy<Value = Wish> {
    proptest::sample::select(Wish::all().collect::<Vec<_>>())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => proptest::sample::select(SAYINGS).prop_map(str::to_owned),
        1 => ".{0,60}",
        1 => Just("x<&é ".repeat(3_000)),
    ]
}

fn slots() -> impl Strategy<Value = Slots> {
    let value = prop_oneof![
        9 => proptest::sample::select(VALUES).prop_map(str::to_owned),
        1 => Just("9<".repeat(6_000)),
    ];
    let slot = proptest::sample::select(&Slot::ALL[..]);
    proptest::collection::btree_map(slot, value, 0..3)
}

fn confidence() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![Just(None), (0.0..=1.0).prop_map(Some), Just(Some(f64::NAN))]
}

fn heard() -> impl Strategy<Value = Heard> {
    let answer =
        prop_oneof![4 => Just(None), 1 => Just(Some(YesNo::Yes)), 1 => Just(Some(YesNo::No))];
    let mode = prop_oneof![
        4 => text().prop_map(|said| (Mode::Words, said)),
        1 => "[0-9*#]{0,7}".prop_map(|said| (Mode::Keys, said)),
    ];
    let intent = prop_oneof![1 => Just(None), 1 => wish().prop_map(Some)];
    let sense = (confidence(), confidence(), any::<bool>(), any::<bool>());
    (intent, confidence(), slots(), answer, mode, sense).prop_map(
        |(intent, confidence, slots, answer, (mode, said), (clarity, negative, keeps, spanish))| {
            Heard {
                intent,
                confidence: confidence.filter(|_| intent.is_some()),
                slots,
                answer,
                mode,
                kept: keeps.then(|| said.chars().take(500).collect()),
                said,
                language: if spanish { Language::EsUs } else { Language::EnUs },
                clarity,
                negative,
                goes_over: false,
            }
        },
    )
}

fn days() -> impl Strategy<Value = Option<Date>> {
    proptest::option::of(prop_oneof![
        Just(Date::MIN),
        Just(Date::MAX),
        (-800_i32..800)
            .prop_map(|days| date(2026, 3, 2).saturating_add(jiff::Span::new().days(days))),
    ])
}

fn orders() -> impl Strategy<Value = Option<Order>> {
    let statuses = proptest::sample::select(
        &[
            OrderStatus::Processing,
            OrderStatus::Shipped,
            OrderStatus::Delivered,
            OrderStatus::Cancelled,
        ][..],
    );
    let numbers = proptest::sample::select(&["44321", "44322"][..]);
    let orders = (numbers, statuses, days(), days(), days(), days()).prop_map(
        |(number, status, placed_on, shipped_on, expected_on, delivered_on)| Order {
            number: number.parse::<OrderNumber>().unwrap(),
            status,
            placed_on,
            shipped_on,
            expected_on,
            delivered_on,
        },
    );
    proptest::option::of(orders)
}

/// Facts of any kind, whatever was asked.
fn facts() -> impl Strategy<Value = Facts> {
    let doctor = Doctor {
        id: "chen".parse().unwrap(),
        name: "Dr. <Chen> & Sons".to_owned(),
        spoken: std::collections::BTreeMap::new(),
        specialty: "cardiology".parse().unwrap(),
    };
    let opening = Opening { doctor: "chen".parse().unwrap(), at: now() };
    let appointment = dialogue::business::Appointment {
        number: "123456".parse().unwrap(),
        opening: opening.clone(),
    };
    let money = Money { minor: i64::MAX, currency: Currency::Usd };
    let balance = dialogue::business::Balance {
        kind: dialogue::business::AccountKind::Checking,
        amount: money,
    };
    prop_oneof![
        4 => orders().prop_map(Facts::Order),
        1 => Just(Facts::Unavailable),
        1 => Just(Facts::Return(Return::Opened)),
        1 => Just(Facts::Return(Return::NotPossible)),
        1 => Just(Facts::Doctors(vec![doctor])),
        1 => Just(Facts::Doctors(Vec::new())),
        1 => Just(Facts::Openings(vec![opening])),
        1 => Just(Facts::Openings(Vec::new())),
        1 => Just(Facts::Appointments(vec![appointment.clone()])),
        1 => Just(Facts::Booking(Booking::Booked(appointment))),
        1 => Just(Facts::Booking(Booking::Taken)),
        1 => Just(Facts::Cancelled(false)),
        1 => Just(Facts::Bill(None)),
        1 => Just(Facts::Payment(Payment::Declined)),
        1 => Just(Facts::Pin(PinCheck::Right)),
        1 => Just(Facts::Pin(PinCheck::Wrong { left: 1 })),
        1 => Just(Facts::Pin(PinCheck::Locked { minutes: 30 })),
        1 => Just(Facts::Code(Some(Secret::new("123456")))),
        1 => Just(Facts::CodeChecked(CodeCheck::Expired)),
        1 => Just(Facts::Balances(Some(vec![balance]))),
        1 => Just(Facts::Transactions(Vec::new())),
        1 => Just(Facts::Passages(Vec::new())),
    ]
}

/// Opinions with any confidence, mostly one that is.
fn opinions() -> impl Strategy<Value = Vec<Opinion>> {
    let confidence = prop_oneof![4 => 0.0..=1.0, 1 => any::<f64>()];
    let opinion = (wish(), confidence).prop_map(|(wish, confidence)| Opinion { wish, confidence });
    proptest::collection::vec(opinion, 0..4)
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (opinions(), opinions())
        .prop_map(|(recognition, classifier)| Evidence { recognition, classifier })
}

fn lines() -> impl Strategy<Value = Line> {
    let all = [
        Scenario::Shop,
        Scenario::Clinic,
        Scenario::Payments,
        Scenario::Support,
        Scenario::Bank,
        Scenario::Profile,
    ];
    let scenarios = proptest::sample::subsequence(all.to_vec(), 0..=6);
    (scenarios, 1_u32..=5, 1_u32..=5, any::<bool>(), ".{0,40}").prop_map(
        |(scenarios, failures, denials, returning, name)| {
            let mut line = common::line(&scenarios);
            line.escalation.after_failures = failures;
            line.escalation.when_upset = failures.min(2);
            line.escalation.after_denials = denials;
            line.memory.returning_callers = returning;
            line.name = name;
            line
        },
    )
}

type Doing = (Heard, Vec<Facts>, Evidence);

/// What the caller does, what the records answer, and what is known of words that are given up.
fn doings() -> impl Strategy<Value = Doing> {
    (heard(), proptest::collection::vec(facts(), 1..3), evidence())
}

fn setting(line: &Line) -> Setting<'_> {
    Setting { line, now: now(), caller: Some("a caller"), reachable: true }
}

fn take(session: Session, (heard, facts, evidence): &Doing, line: &Line) -> Turn {
    let setting = setting(line);
    let mut next = listen(session, heard, &setting);
    let mut facts = facts.iter().cycle();
    for _ in 0..20 {
        next = match next {
            Next::Answer(turn) => return *turn,
            Next::Request(pending) => {
                assert!(!format!("{pending:?}").contains("4321"), "a number in Debug");
                pending.answer(facts.next().unwrap().clone(), &setting)
            }
            Next::Several(several) => {
                assert!(!format!("{several:?}").contains("4321"), "a number in Debug");
                let opinions = vec![evidence.classifier.clone(); several.parts().len()];
                several.settle(&opinions, &setting)
            }
            Next::Unclear(unclear) => unclear.settle(evidence, &setting).1,
        };
    }
    panic!("a turn without end")
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
    assert!(!text.contains(['"', '\'']) || !text.contains('<'), "{text}");
    text
}

fn check(turn: &Turn, doing: &Doing, before: u32, line: &Line) {
    let reply = &turn.reply;
    assert!(!reply.text().trim().is_empty(), "silence");
    assert!(!spoken(&reply.ssml).trim().is_empty());
    assert!(reply.ssml.chars().count() <= Speech::MAX_DOCUMENT);
    assert_eq!(turn.faults, [], "something cannot be said");
    assert_eq!(turn.session.reply(), Some(reply));
    assert_eq!(turn.session.turn(), before + 1);
    let to_person = matches!(reply.step, Step::Close(Ending::Person(_)));
    assert_eq!(turn.session.escalation().is_some(), to_person);
    if let Step::Close(Ending::Language(language)) = reply.step {
        assert!(line.speaks(language) && language != doing.0.language);
    }
    if let Step::ElicitSlot { wish, .. } | Step::ConfirmIntent { wish, .. } = &reply.step {
        assert!(Wish::all().any(|it| it == *wish));
    }
    for language in Language::ALL {
        assert!(turn.session.summary(language, now().date()).ends_with('.'));
    }

    let json = serde_json::to_string(&turn.session).unwrap();
    assert!(json.len() <= MAX_SESSION, "{} bytes: {json}", json.len());
    // What a task needs only within a turn is not stored.
    let loaded: Session = serde_json::from_str(&json).unwrap();
    assert_eq!(serde_json::to_string(&loaded).unwrap(), json);
    assert!(turn.session.repeats(Some(before), &doing.0), "the same turn again is another turn");
    assert!(!turn.session.repeats(Some(before + 1), &doing.0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn nobody_is_ever_left_with_silence(
        line in lines(),
        doings in proptest::collection::vec(doings(), 1..20),
    ) {
        let mut session = Session::default();
        for doing in &doings {
            let before = session.turn();
            let mut doing = doing.clone();
            let is_secret = asks_for_a_secret(&session);
            if is_secret {
                let (heard, ..) = &mut doing;
                (heard.mode, heard.said, heard.kept) = (Mode::Keys, SECRET.to_owned(), None);
                heard.slots = Slots::from([(Slot::Pin, SECRET.to_owned())]);
            }
            let turn = take(session, &doing, &line);
            check(&turn, &doing, before, &line);
            prop_assert_eq!(turn.keeps_words, !is_secret);
            let kept = format!("{turn:?}{}", serde_json::to_string(&turn.session).unwrap());
            prop_assert!(!kept.contains(SECRET) && !turn.reply.ssml.contains(SECRET), "{}", kept);
            session = turn.session;
        }
    }

    #[test]
    fn whoever_wants_to_go_on_is_not_hung_up_on(
        line in lines(),
        doings in proptest::collection::vec(doings(), 0..10),
        last in doings(),
        said in proptest::sample::select(&[
            "please don't hang up", "do not hang up bye", "I'm not done", "no I'm not finished",
            "yes but that's not all", "we're not all set",
        ][..]),
    ) {
        let mut session = Session::default();
        for doing in &doings {
            session = take(session, doing, &line).session;
        }
        let (heard, facts, evidence) = last;
        let heard = Heard {
            said: said.to_owned(), mode: Mode::Words, language: Language::EnUs, ..heard
        };
        let turn = take(session, &(heard, facts, evidence), &line);
        prop_assert_ne!(turn.reply.step, Step::Close(Ending::Goodbye));
    }

    #[test]
    fn failures_in_a_row_bring_a_person(
        line in lines(),
        doings in proptest::collection::vec(doings(), 0..10),
        silent in proptest::collection::vec(any::<bool>(), 6),
        guesses in proptest::collection::vec(any::<bool>(), 6),
    ) {
        let mut session = Session::default();
        for doing in &doings {
            session = take(session, doing, &line).session;
        }
        let mut heard_free_words = false;
        let mut reasons = Vec::new();
        for (silent, guess) in silent.into_iter().zip(guesses) {
            // Close enough to be asked about, not to be taken.
            let guess = guess.then_some(Opinion { wish: Wish::LeaveMessage, confidence: 0.6 });
            let evidence = Evidence { recognition: Vec::new(), classifier: Vec::from_iter(guess) };
            let said = if silent { "" } else { "mumble" };
            let heard = common::recognise(said, session.reply().map(|it| &it.step), Language::EnUs);
            // Some questions take whatever is said.
            heard_free_words |= !silent
                && matches!(
                    session.reply().map(|it| &it.step),
                    Some(Step::ElicitSlot { slot: Slot::Words | Slot::PatientName, .. })
                );
            let turn = take(session, &(heard, vec![Facts::Unavailable], evidence), &line);
            session = turn.session;
            if let Step::Close(ending) = turn.reply.step {
                reasons.push(ending);
                break;
            }
        }
        prop_assume!(!heard_free_words);
        let [Ending::Person(reason)] = reasons[..] else { panic!("no person came: {reasons:?}") };
        prop_assert!(matches!(
            reason,
            Reason::NotUnderstood | Reason::Denied | Reason::Silence | Reason::Upset | Reason::Backend
        ));
    }

    #[test]
    fn a_call_opens_with_a_question_whatever_is_remembered(
        line in lines(),
        remembered in (wish(), slots(), days()).prop_map(|(wish, slots, on)| Remembered {
            consent: Some(dialogue::Consent::Granted),
            name: Some("Ana".to_owned()),
            matters: vec![Matter { wish, slots, on: on.unwrap_or(Date::MIN), until: None }],
        }),
        first in doings(),
    ) {
        let opening = open(&line, &remembered, now());
        let manner = wording::Manner::new(now().date());
        for language in Language::ALL {
            wording::say(language, &opening.question, wording::Part::Main, &manner).unwrap();
        }
        let turn = take(opening.session, &first, &line);
        check(&turn, &first, 0, &line);
    }

    #[test]
    fn anything_that_was_stored_loads(json in "[a-z{}\\[\\]\":,0-9]{0,80}", turn in 0_u32..9) {
        let text = format!(r#"{{"turn":{turn},"asking":"more","doing":{{"wish":"x","task":9}},"last":7}}"#);
        let session: Session = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(session.turn(), turn);
        // Not everything is data, but nothing panics.
        drop(serde_json::from_str::<Session>(&json));
    }

    #[test]
    fn only_what_both_name_is_taken(evidence in evidence()) {
        let decision = evidence.decide();
        let names = |opinions: &[Opinion]| {
            opinions.iter().any(|it| Some(it.wish) == decision.wish() && it.confidence.is_finite())
        };
        let named = [names(&evidence.recognition), names(&evidence.classifier)];
        match decision {
            Decision::Take(_) => prop_assert_eq!(named, [true, true]),
            Decision::Ask(_) => prop_assert!(named.contains(&true)),
            Decision::Reprompt => {}
        }
    }

    #[test]
    fn more_confidence_in_a_wish_never_makes_it_less_sure(
        evidence in evidence(), wish in wish(), by_classifier in any::<bool>(), more in 0.0..1.0
    ) {
        let certainty = |decision: Decision| match decision {
            Decision::Take(it) if it == wish => 2,
            Decision::Ask(it) if it == wish => 1,
            Decision::Take(_) | Decision::Ask(_) | Decision::Reprompt => 0,
        };
        let before = certainty(evidence.decide());
        let mut surer = evidence.clone();
        let opinions =
            if by_classifier { &mut surer.classifier } else { &mut surer.recognition };
        for opinion in opinions.iter_mut().filter(|it| it.wish == wish) {
            opinion.confidence += more;
        }
        prop_assert!(certainty(surer.decide()) >= before, "{evidence:?} {surer:?}");
    }

    #[test]
    fn a_wish_that_was_guessed_wrongly_is_not_acted_on(
        evidence in evidence(), said_no in any::<bool>(),
    ) {
        let line = common::line(&[Scenario::Shop]);
        let mumble = Heard { said: "mumble".to_owned(), ..Heard::default() };
        let gone = || vec![Facts::Unavailable];
        let turn = take(Session::default(), &(mumble.clone(), gone(), evidence), &line);
        let guessed = match &turn.reply.step {
            Step::ConfirmIntent { wish, .. } => Some(*wish),
            _ => None,
        };
        if let Some(wish) = guessed.filter(|_| turn.session.turn() == 1 && turn.session.wish().is_none()) {
            let (mode, said) = if said_no { (Mode::Words, "no") } else { (Mode::Keys, "2") };
            let answer = said_no.then_some(YesNo::No);
            let no = Heard {
                intent: Some(wish), confidence: Some(1.0), answer, mode, said: said.to_owned(), ..mumble
            };
            let turn = take(turn.session, &(no.clone(), gone(), Evidence::default()), &line);
            prop_assert!(matches!(turn.reply.step, Step::ElicitIntent), "{:?}", turn.reply.step);
            prop_assert_eq!(turn.session.wish(), None);
        }
    }
}

/// The calls above say something only of what they get to: every kind of business is at work in some.
#[test]
fn every_scenario_is_tried() {
    let mut runner = TestRunner::deterministic();
    let calls = (lines(), proptest::collection::vec(doings(), 1..10));
    let mut tried = BTreeSet::new();
    for _ in 0..300 {
        let (line, doings) = calls.new_tree(&mut runner).unwrap().current();
        let mut session = Session::default();
        for doing in &doings {
            session = take(session, doing, &line).session;
            tried.extend(session.wish().and_then(Wish::scenario));
        }
    }
    let all: BTreeSet<Scenario> = Wish::all().filter_map(Wish::scenario).collect();
    assert_eq!(tried, all);
}
