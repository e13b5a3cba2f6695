//! What holds whatever the caller does.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use dialogue::{
    Answer, Decision, Evidence, Facts, Heard, Intent, Mode, Next, Opinion, Order, OrderNumber,
    OrderStatus, Reason, Session, Setting, Step, Turn, Wish, listen,
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
        any::<bool>(),
        prop::option::of(numbers()),
        prop_oneof![Just(None), Just(Some(Answer::Yes)), Just(Some(Answer::No))],
        prop_oneof![Just(Mode::Words), Just(Mode::Keys)],
        said,
    )
        .prop_map(|(intent, rated, number, answer, mode, said)| Heard {
            intent,
            rated,
            number,
            answer,
            mode,
            kept: Some(said.clone()),
            said,
        })
}

fn wishes() -> impl Strategy<Value = Wish> {
    prop_oneof![Just(Wish::CheckOrderStatus), Just(Wish::TalkToAgent), Just(Wish::Goodbye)]
}

/// Opinions with any confidence, mostly one that is.
fn opinions() -> impl Strategy<Value = Vec<Opinion>> {
    let confidence = prop_oneof![4 => 0.0..=1.0, 1 => any::<f64>()];
    let opinion =
        (wishes(), confidence).prop_map(|(wish, confidence)| Opinion { wish, confidence });
    prop::collection::vec(opinion, 0..5)
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (opinions(), opinions())
        .prop_map(|(recognition, classifier)| Evidence { recognition, classifier })
}

/// What is known of a caller who is not understood, who does what, and how looking up goes.
fn turns() -> impl Strategy<Value = (Heard, Facts, Evidence)> {
    (heard(), facts(), evidence())
}

fn take(
    session: Session,
    heard: &Heard,
    facts: &Facts,
    evidence: &Evidence,
    business: &str,
) -> Turn {
    let setting = Setting { business, today: date(2026, 3, 2) };
    match listen(session, heard, &setting) {
        Next::Answer(turn) => turn,
        Next::LookUp(wait) => wait.answer(facts.clone(), &setting),
        Next::Unclear(unclear) => unclear.settle(evidence, &setting).1,
    }
}

/// 2 when it is taken, 1 when it is asked about, 0 otherwise.
fn certainty(decision: Decision, wish: Wish) -> u8 {
    match decision {
        Decision::Take(it) if it == wish => 2,
        Decision::Ask(it) if it == wish => 1,
        Decision::Take(_) | Decision::Ask(_) | Decision::Reprompt => 0,
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
        turns in prop::collection::vec(turns(), 1..24),
        business in ".{0,30}",
    ) {
        let mut session = Session::default();
        for (n, (heard, facts, evidence)) in turns.iter().enumerate() {
            let turn = take(session, heard, facts, evidence, &business);
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
    fn whoever_wants_to_go_on_is_not_hung_up_on(
        turns in prop::collection::vec(turns(), 0..12),
        last in turns(),
        said in prop::sample::select(&[
            "please don't hang up", "do not hang up bye", "I'm not done", "no I'm not finished",
            "yes but that's not all", "we're not all set",
        ][..]),
    ) {
        let mut session = Session::default();
        for (heard, facts, evidence) in &turns {
            session = take(session, heard, facts, evidence, "Northwind Outfitters").session;
        }
        let (heard, facts, evidence) = last;
        let heard = Heard { said: said.to_owned(), ..heard };
        let turn = take(session, &heard, &facts, &evidence, "Northwind Outfitters");
        prop_assert_ne!(turn.reply.step, Step::Goodbye);
    }

    #[test]
    fn three_failures_in_a_row_bring_a_person(
        turns in prop::collection::vec(turns(), 0..12),
        silent in any::<[bool; 3]>(),
        guesses in any::<[Option<()>; 3]>(),
    ) {
        // Recognition hands the intent back that the question was about.
        let at_hand = |step: Option<&Step>| match step {
            Some(Step::AskNumber | Step::ConfirmNumber(_)) => Intent::CheckOrderStatus,
            Some(Step::OfferPerson) => Intent::TalkToAgent,
            Some(Step::ConfirmWish(wish)) => (*wish).into(),
            Some(Step::AskWish | Step::Goodbye | Step::Person(_)) | None => Intent::Unknown,
        };
        let mut session = Session::default();
        for (heard, facts, evidence) in &turns {
            session = take(session, heard, facts, evidence, "Northwind Outfitters").session;
        }
        let mut reasons = Vec::new();
        for (silent, guess) in silent.into_iter().zip(guesses) {
            // Close enough to be asked about, not to be taken.
            let guess = guess.map(|()| Opinion { wish: Wish::CheckOrderStatus, confidence: 0.6 });
            let evidence =
                Evidence { recognition: Vec::new(), classifier: Vec::from_iter(guess) };
            let said = if silent { "" } else { "mumble" };
            let heard = Heard {
                intent: at_hand(session.reply().map(|it| &it.step)),
                rated: false,
                number: None,
                answer: None,
                mode: Mode::Words,
                said: said.to_owned(),
                kept: None,
            };
            let turn = take(session, &heard, &Facts::Failed, &evidence, "Northwind Outfitters");
            session = turn.session;
            if let Step::Person(reason) = turn.reply.step {
                reasons.push(reason);
                break;
            }
        }
        let [reason] = reasons[..] else { panic!("no person came") };
        prop_assert!(matches!(reason, Reason::NotUnderstood | Reason::Silence));
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
        evidence in evidence(), wish in wishes(), by_classifier in any::<bool>(), more in 0.0..1.0
    ) {
        let before = certainty(evidence.decide(), wish);
        let mut surer = evidence.clone();
        let opinions =
            if by_classifier { &mut surer.classifier } else { &mut surer.recognition };
        for opinion in opinions.iter_mut().filter(|it| it.wish == wish) {
            opinion.confidence += more;
        }
        let after = certainty(surer.decide(), wish);
        prop_assert!(after >= before, "{evidence:?} {surer:?}");
    }

    #[test]
    fn a_wish_that_was_guessed_wrongly_is_not_acted_on(
        evidence in evidence(), said_no in any::<bool>(),
    ) {
        let mumble = Heard {
            intent: Intent::Unknown,
            rated: false,
            number: None,
            answer: None,
            mode: Mode::Words,
            said: "mumble".to_owned(),
            kept: None,
        };
        let business = "Northwind Outfitters";
        let turn = take(Session::default(), &mumble, &Facts::Failed, &evidence, business);
        if let Step::ConfirmWish(wish) = turn.reply.step {
            let (mode, said) = if said_no { (Mode::Words, "no") } else { (Mode::Keys, "2") };
            let answer = said_no.then_some(Answer::No);
            let no = Heard { intent: wish.into(), rated: true, answer, mode, said: said.to_owned(), ..mumble };
            let turn = take(turn.session, &no, &Facts::Failed, &evidence, business);
            prop_assert_eq!(turn.reply.step, Step::AskWish);
            let silence = Heard { intent: Intent::Unknown, answer: None, said: String::new(), ..no };
            let turn = take(turn.session, &silence, &Facts::Failed, &evidence, business);
            prop_assert_eq!(turn.reply.step, Step::Person(Reason::Silence));
        }
    }
}
