//! What a caller may say at any time is heard in every state that calls come to, in both languages.
//!
//! The states are found by calls that wander through all scenarios. Two states are the same when the
//! same question is open, and the offers of a person when the same was told before.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

#[expect(dead_code, reason = "other tests use the rest")]
mod common;
#[path = "every_state/records.rs"]
mod records;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use common::Call;
use dialogue::{Ending, Evidence, Opinion, Session, Slot, Step, Turn, Wish};
use expect_test::expect_file;
use line::Scenario;
use serde_json::Value as Json;
use wording::Language::{self, EnUs, EsUs};

const ALL: [Scenario; 6] = [
    Scenario::Shop,
    Scenario::Clinic,
    Scenario::Payments,
    Scenario::Support,
    Scenario::Bank,
    Scenario::Profile,
];

/// What wandering callers say wherever they are, in the language of `common`.
#[rustfmt::skip]
const SAID: &[&str] = &[
    "yes", "yes", "no", "no", "", "mumble", "I don't know", "skip", "no thanks", "another one",
    "the thing I bought", "something unclear @LeaveMessage:0.42", "this is ridiculous",
    "leave a message @LeaveMessage", "call me @RequestCallback",
];

/// What they say to the lines of one scenario each.
#[rustfmt::skip]
const OF_SCENARIOS: [&[&str]; 6] = [
    &[
        "I want to track my order @CheckOrderStatus", "change the address @ChangeDeliveryAddress",
        "send it back @ReturnOrder", "cancel my order @ReturnOrder", "10007", "44321", "20472", "30118",
        "99999", "no, 20472", "443", "it's too small",
    ],
    &[
        "book an appointment @BookAppointment", "move my appointment @MoveAppointment",
        "cancel my appointment @CancelAppointment", "Dr. Chen", "a cardiologist", "anyone", "a dentist",
        "on Thursday", "Thursday at ten", "in the morning", "none of them", "another time", "another doctor",
        "next week", "on Saturday", "482999",
    ],
    &[
        "pay my bill @PayInvoice", "482100", "no, 482101", "by card", "text me a link", "the second",
        "half of it", "the oldest", "I can't afford it", "48", "all of them",
    ],
    &[
        "my internet is down @ReportProblem", "my phone is dead @ReportProblem Service=phone",
        "no picture @ReportProblem Service=television", "something is broken @ReportProblem",
        "the internet", "slow internet", "it drops all the time", "no sound", "no dial tone",
        "there's noise on the line", "I can't call out", "no channels", "it's the bill",
        "it still doesn't work", "done", "I can't", "the light is red",
    ],
    &[
        "check my balance @CheckBalance", "my last transactions @ListTransactions", "4821007590",
        "no, 4821007591", "#111111", "savings", "I forgot it", "48", "in all my accounts",
    ],
    &[
        "where did she work @AskExperience", "what has she built @AskProjects",
        "an interview @RequestInterview", "her rates @NegotiateContract",
        "how do I reach her @AskContact", "a message", "call me back", "by e-mail",
        "a technical question @AskTechnicalQuestion", "can we meet @ArrangeMeeting",
    ],
];

/// What leads on from a question, where "yes" does not.
#[rustfmt::skip]
const ANSWERS: &[(&str, &str)] = &[
    ("ask-order-number", "20472"), ("ask-return-reason", "it's broken"), ("ask-account-number", "482100"),
    ("ask-account", "4821007590"), ("ask-pin", "#407196"), ("ask-one-time-code", "#835206"),
    ("ask-code", "#835206"), ("ask-patient-name", "Maria Lopez"), ("ask-doctor", "Dr. Chen"),
    ("ask-day", "on Thursday"), ("ask-new-day", "on Thursday"), ("ask-appointment-number", "482913"),
    ("ask-caller-name", "Tom"), ("choose-account-kind", "savings"), ("choose-payment-method", "by card"),
    ("choose-internet-symptom", "no connection"), ("choose-service", "the internet"),
    ("choose-phone-symptom", "no dial tone"), ("choose-television-symptom", "no picture"),
    ("choose-", "the first"), ("ask-which", "the first"),
];

/// Numbers that look random and are the same every time: a linear congruential generator with the
/// figures of Knuth's MMIX.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

fn call(scenarios: &[Scenario], is_known: bool) -> Call {
    let mut call = Call::new(scenarios, records::well);
    call.line.bank.account_digits = 10;
    call.line.memory.returning_callers = true;
    call.line.escalation.after_failures = 9;
    call.line.escalation.when_upset = 9;
    if !is_known {
        call.withhold_number();
    }
    call.evidence = Box::new(|said| {
        let opinion = Opinion { wish: Wish::CheckOrderStatus, confidence: 0.3 };
        let opinions = Vec::from_iter((said == "the thing I bought").then_some(opinion));
        Evidence { recognition: opinions.clone(), classifier: opinions }
    });
    call
}

/// A call that has come to a question.
struct State {
    session: Session,
    turn: Turn,
    scenarios: Vec<Scenario>,
    is_known: bool,
}

/// The state after a turn: the question that is open, and for the offer of a person what led to it.
fn state(turn: &Turn) -> Option<String> {
    let question = question(turn)?;
    let before = turn.messages.iter().rev().nth(1);
    Some(match before.filter(|_| question == "offer-person") {
        Some(before) => format!("{question} ({before})"),
        None => question.to_owned(),
    })
}

/// The question that is open.
fn question(turn: &Turn) -> Option<&str> {
    let asks = |it: &&String| {
        ["ask-", "confirm-", "offer-", "choose-"].iter().any(|kind| it.starts_with(kind))
    };
    turn.messages.last().filter(asks).map(String::as_str)
}

/// What a caller says to what was asked: mostly what leads on.
fn says(dice: &mut Dice, asked: Option<&str>, scenario: usize) -> &'static str {
    let answer = asked.and_then(|asked| {
        ANSWERS.iter().find(|(question, _)| asked.starts_with(question)).map(|(_, it)| *it)
    });
    match dice.roll(10) {
        0 | 1 => SAID[dice.roll(SAID.len())],
        2..5 => OF_SCENARIOS[scenario][dice.roll(OF_SCENARIOS[scenario].len())],
        // What is tried does not help, so that more is.
        _ if ALL[scenario] == Scenario::Support => answer.unwrap_or("it still doesn't work"),
        _ => answer.unwrap_or("yes"),
    }
}

/// States by their name.
static STATES: LazyLock<BTreeMap<String, State>> = LazyLock::new(|| {
    let mut states = BTreeMap::new();
    for at in 0..ALL.len() * 60 {
        let mut dice = Dice(u64::try_from(at).unwrap());
        let scenario = at % ALL.len();
        let scenarios = if dice.roll(8) == 0 { ALL.to_vec() } else { vec![ALL[scenario]] };
        let is_known = dice.roll(4) > 0;
        let mut call = call(&scenarios, is_known);
        let mut asked = None;
        for _ in 0..16 {
            let turn = call.says(says(&mut dice, asked.as_deref(), scenario));
            if turn.reply.ends() {
                break;
            }
            asked = question(&turn).map(str::to_owned);
            let Some(state) = state(&turn) else { continue };
            let (session, scenarios) = (call.session.clone(), scenarios.clone());
            states.entry(state).or_insert(State { session, turn, scenarios, is_known });
        }
    }
    states
});

/// What must come of what is said.
#[derive(Clone, Copy)]
enum Then {
    /// The same question, after one of these remarks.
    Same(&'static [&'static str]),
    /// A person.
    Person,
    /// The opening question.
    Anew,
    /// Another question, or the same and that there is none before it.
    Back,
}

const SLOWER: Then = Then::Same(&["note-slower", "note-slowest"]);
const MACHINE: Then = Then::Same(&["note-machine"]);
const HEARS: Then = Then::Same(&["note-hears-you"]);
const AGAIN: Then = Then::Same(&["note-repeat", "note-nothing-to-repeat"]);

#[rustfmt::skip]
const COMMANDS: &[(Language, &str, Then)] = &[
    (EnUs, "slower please", SLOWER),
    (EnUs, "can you speak more slowly please", SLOWER),
    (EnUs, "slow down please", SLOWER),
    (EnUs, "repeat that", AGAIN),
    (EnUs, "say that again please", AGAIN),
    (EnUs, "pardon", AGAIN),
    (EnUs, "#9", AGAIN),
    (EnUs, "are you a robot?", MACHINE),
    (EnUs, "hello, can you hear me?", HEARS),
    (EnUs, "speak to someone", Then::Person),
    (EnUs, "I want to talk to a person", Then::Person),
    (EnUs, "agent please", Then::Person),
    (EnUs, "#0", Then::Person),
    (EnUs, "start again", Then::Anew),
    (EnUs, "start over please", Then::Anew),
    (EnUs, "go back", Then::Back),
    (EnUs, "previous question please", Then::Back),
    (EnUs, "#*", Then::Back),
    (EsUs, "más despacio, por favor", SLOWER),
    (EsUs, "hable más despacio por favor", SLOWER),
    (EsUs, "hable despacio", SLOWER),
    (EsUs, "repita eso", AGAIN),
    (EsUs, "¿me lo repite, por favor?", AGAIN),
    (EsUs, "¿mande?", AGAIN),
    (EsUs, "#9", AGAIN),
    (EsUs, "¿es usted una máquina?", MACHINE),
    (EsUs, "¿me escucha?", HEARS),
    (EsUs, "quiero hablar con alguien", Then::Person),
    (EsUs, "con una persona por favor", Then::Person),
    (EsUs, "un agente", Then::Person),
    (EsUs, "#0", Then::Person),
    (EsUs, "empezar de nuevo", Then::Anew),
    (EsUs, "volver a empezar, por favor", Then::Anew),
    (EsUs, "atrás", Then::Back),
    (EsUs, "regresar, por favor", Then::Back),
    (EsUs, "#*", Then::Back),
];

/// What the caller is asked, with what is said in it.
fn asked(session: &Session) -> [Json; 2] {
    let json = serde_json::to_value(session).unwrap();
    [json["asking"].clone(), json["question"]["message"].clone()]
}

/// Whether what came is what must come.
fn holds(then: Then, before: &Turn, turn: &Turn) -> bool {
    let says = |note: &str| turn.messages.iter().any(|it| it == note);
    match then {
        Then::Same(notes) => {
            notes.iter().any(|it| says(it)) && turn.reply.step == before.reply.step
        }
        Then::Person => matches!(turn.reply.step, Step::Close(Ending::Person(_))),
        Then::Anew => says("note-start-again") && turn.reply.step == Step::ElicitIntent,
        Then::Back => {
            let is_other = asked(&turn.session) != asked(&before.session);
            let is_said = says("note-back") == is_other;
            is_said && says("note-nothing-to-go-back") != is_other && !turn.reply.ends()
        }
    }
}

/// Whether 9 is an answer to the question, and no command.
fn takes_nine(step: &Step) -> bool {
    matches!(step, Step::ElicitSlot { slot: Slot::Amount | Slot::Choice, .. })
}

#[test]
fn commands_are_heard_in_every_state() {
    let mut missed = String::new();
    for (name, state) in STATES.iter() {
        for (language, said, then) in COMMANDS {
            if *said == "#9" && takes_nine(&state.turn.reply.step) {
                continue;
            }
            let mut call = call(&state.scenarios, state.is_known);
            call.session = state.session.clone();
            // The call goes on in the other language without another word.
            call.language = *language;
            let turn = call.says(said);
            if !holds(*then, &state.turn, &turn) {
                writeln!(missed, "{name}: {said}\n    {}", turn.reply.text()).unwrap();
            }
        }
    }
    assert!(missed.is_empty(), "not heard:\n{missed}");
}

#[test]
fn numbers_are_corrected_wherever_they_are_read_back() {
    for (question, number) in [
        ("confirm-order-number", "44322"),
        ("confirm-order-number-corrected", "44322"),
        ("confirm-account-number", "482133"),
        ("confirm-account-number-corrected", "482133"),
        ("confirm-account", "4821007533"),
    ] {
        let state = STATES.get(question).unwrap();
        for (language, said) in [
            (EnUs, format!("no, {number}")),
            (EnUs, format!("no that's wrong, it's {number}")),
            (EsUs, format!("no, {number}")),
            (EsUs, format!("no, es el {number}")),
        ] {
            let mut call = call(&state.scenarios, state.is_known);
            call.session = state.session.clone();
            call.language = language;
            let turn = call.says(&said);
            let text = turn.reply.text();
            let read: String = text.chars().filter(char::is_ascii_digit).collect();
            assert!(read.contains(number), "{question}: {said}: {text}");
            assert!(matches!(turn.reply.step, Step::ConfirmIntent { .. }), "{question}: {said}");
        }
    }
}

/// Whoever hears that it is the wrong account says the right one, whatever they are asked by then.
#[test]
fn the_account_is_corrected_at_every_question_of_a_bank() {
    let number = "4821007533";
    for question in [
        "ask-account",
        "confirm-account",
        "ask-pin",
        "ask-pin-again",
        "ask-pin-keys",
        "ask-one-time-code",
        "ask-code-again",
        "choose-account-kind",
        "offer-transactions",
        "offer-balance",
    ] {
        let state = STATES.get(question).unwrap();
        for (language, said) in [
            (EnUs, format!("no, {number}")),
            (EnUs, format!("no that's wrong, it's {number}")),
            (EnUs, "no, four eight two one zero zero seven five double three".to_owned()),
            (EnUs, format!("no, the account number is {number}")),
            (EsUs, format!("no, {number}")),
            (EsUs, format!("no, es la cuenta {number}")),
            (EsUs, "no, cuatro ocho dos uno cero cero siete cinco tres tres".to_owned()),
        ] {
            let mut call = call(&state.scenarios, state.is_known);
            call.session = state.session.clone();
            call.language = language;
            let turn = call.says(&said);
            let text = turn.reply.text();
            let read: String = text.chars().filter(char::is_ascii_digit).collect();
            assert!(read.contains(number), "{question}: {said}: {text}");
            assert!(
                turn.messages.last().is_some_and(|it| it == "confirm-account"),
                "{question}: {said}: {text}"
            );
        }
    }
}

#[test]
fn the_states_are_those_that_calls_come_to() {
    let names: Vec<&str> = STATES.keys().map(String::as_str).collect();
    expect_file!["every_state/states.txt"].assert_eq(&(names.join("\n") + "\n"));
}
