//! A form with a field of each kind, filled by callers who say things in their own order.

use super::*;
use crate::read::Named;
use crate::said::Phrases;
use crate::testing::{Room, Said, said};
use line::Line;
use proptest::prelude::*;

const SERVICES: &[Named] = &[
    Named { key: "internet", words: Phrases { en: &["internet", "wifi"], es: &["internet"] } },
    Named { key: "phone", words: Phrases { en: &["phone"], es: &["telefono"] } },
];

const ACCOUNTS: &[Named] =
    &[Named { key: "savings", words: Phrases { en: &["savings"], es: &["ahorros"] } }];

const fn field(slot: Slot, kind: Kind, ask: &'static str) -> Field {
    Field { slot, kind, need: Need::Asked, ask, again: &[], also: &[], confirm: None }
}

const NUMBER: Field = Field {
    again: &["ask-number-again", "ask-number-keypad"],
    also: &["ask-number-unknown"],
    confirm: Some(Confirm {
        message: "confirm-number",
        corrected: Some("confirm-number-corrected"),
        value: "number",
        hand_over: "hand-over-number",
    }),
    ..field(Slot::OrderNumber, Kind::Digits(Length::Exactly(5)), "ask-number")
};

const FIELDS: &[Field] = &[
    NUMBER,
    field(Slot::Service, Kind::OneOf(SERVICES), "ask-service"),
    Field { need: Need::Taken, ..field(Slot::AccountKind, Kind::OneOf(ACCOUNTS), "ask-account") },
];

/// Two numbers, the second as long as the line says.
const NUMBERS: &[Field] = &[
    field(Slot::OrderNumber, Kind::Digits(Length::Exactly(5)), "ask-number"),
    field(Slot::AccountNumber, Kind::Digits(Length::Of(digits)), "ask-account-number"),
];

fn digits(line: &Line) -> usize {
    usize::try_from(line.payments.account_digits).unwrap_or(0)
}

/// A form in the hands of a caller.
struct Desk {
    room: Room,
    form: Form,
}

impl Desk {
    fn new() -> Self {
        Self { room: Room::new(), form: Form::default() }
    }

    fn asked(&mut self) -> Option<Question> {
        match self.form.next(FIELDS, &self.room.cx()) {
            Some(Next::Ask(question)) => Some(question),
            Some(next) => panic!("{next:?}"),
            None => None,
        }
    }

    /// The id of what is asked.
    fn asks(&mut self) -> String {
        self.asked().map(|it| it.message.id.into_owned()).unwrap_or_default()
    }

    fn goes_back(&mut self) -> bool {
        self.form.back(FIELDS, &self.room.cx())
    }

    fn hears(&mut self, said: &Said) -> Taken {
        let asked = self.asked().unwrap();
        self.form.hear(FIELDS, &asked, &said.answer(), &self.room.cx()).unwrap()
    }

    fn begins(&mut self, said: &Said) -> bool {
        self.form.take(FIELDS, &said.answer(), &self.room.cx())
    }
}

#[test]
fn a_form_is_filled_in_its_order() {
    let mut desk = Desk::new();
    for (ask, answer) in
        [("ask-number", "44321"), ("confirm-number", "yes"), ("ask-service", "the wifi")]
    {
        assert_eq!(desk.asks(), ask);
        assert_eq!(desk.hears(&said(answer)), Taken::Understood, "{ask}");
    }
    assert_eq!(desk.asks(), "", "what is only taken is not asked for");
    assert_eq!(desk.form.settled(Slot::OrderNumber), Some("44321"));
    assert_eq!(desk.form.get(Slot::Service), Some("internet"));
    assert_eq!(desk.form.settled(Slot::Service), None, "nobody confirmed it");
}

#[test]
fn several_values_at_once_are_taken_in_any_order() {
    let mut desk = Desk::new();
    assert!(desk.begins(&said("take it from my savings, my internet is out, number 44321")));
    let got = |slot| desk.form.get(slot).unwrap_or_default();
    assert_eq!(
        [Slot::OrderNumber, Slot::Service, Slot::AccountKind].map(got),
        ["44321", "internet", "savings"]
    );
    assert_eq!(desk.asks(), "confirm-number");
    desk.hears(&said("yes"));
    assert_eq!(desk.asks(), "");
    assert!(!Desk::new().begins(&said("good morning")));
}

#[test]
fn recognised_values_are_taken_beside_the_answer() {
    let mut desk = Desk::new();
    desk.hears(&said("44321").with(Slot::Service, "phone"));
    assert_eq!(desk.form.get(Slot::Service), Some("phone"));
}

#[test]
fn of_two_numbers_only_recognition_knows_which_one_is_beside_the_answer() {
    let mut room = Room::new();
    let mut form = Form::default();
    let one = said("44321 and 123456");
    assert!(!form.take(NUMBERS, &one.answer(), &room.cx()));
    let both = one.with(Slot::AccountNumber, "123456");
    assert!(form.take(NUMBERS, &both.answer(), &room.cx()));
    assert_eq!(form.get(Slot::AccountNumber), Some("123456"));
    assert_eq!(form.get(Slot::OrderNumber), None);
}

#[test]
fn what_was_filled_is_corrected_at_any_time() {
    let mut desk = Desk::new();
    for answer in ["44321", "yes"] {
        desk.hears(&said(answer));
    }
    assert_eq!(desk.asks(), "ask-service");
    let noted = Taken::Noted(Message::new("note-corrected"));
    assert_eq!(desk.hears(&said("no, 44322")), noted);
    assert_eq!(desk.asks(), "confirm-number");
    assert_eq!(desk.hears(&said("my internet")), Taken::Understood, "kept for later");
    assert_eq!(desk.form.get(Slot::Service), Some("internet"));
    assert_eq!(desk.asks(), "confirm-number", "which is still open");
    assert_eq!(desk.hears(&said("my internet")), Taken::NotUnderstood, "that is nothing new");
    assert_eq!(desk.hears(&said("no, not the internet, my phone")), noted);
    assert_eq!(desk.form.get(Slot::Service), Some("phone"));
    assert_eq!(desk.asks(), "confirm-number");
}

#[test]
fn a_number_read_back_is_confirmed_replaced_or_denied() {
    let mut desk = Desk::new();
    desk.hears(&said("44312"));
    assert_eq!(desk.hears(&said("mumble")), Taken::NotUnderstood);
    assert_eq!(desk.hears(&said("no, 44321")), Taken::Understood);
    assert_eq!(desk.asks(), "confirm-number-corrected");
    assert_eq!(desk.hears(&said("four four three two one")), Taken::Understood);
    assert_eq!(desk.asks(), "ask-service", "the same again says that it is right");

    let mut desk = Desk::new();
    desk.hears(&said("44312"));
    assert_eq!(desk.hears(&said("no, it ends in two one")), Taken::Understood);
    assert_eq!(desk.form.get(Slot::OrderNumber), Some("44321"));
    assert_eq!(desk.asks(), "confirm-number-corrected");
    desk.form.read_plainly();
    assert_eq!(desk.asks(), "confirm-number", "nothing changed since");

    let mut desk = Desk::new();
    for ask in ["ask-number", "ask-number-again", "ask-number-keypad"] {
        assert_eq!(desk.asks(), ask);
        desk.hears(&said("44312"));
        assert_eq!(desk.hears(&said("no")), Taken::Denied(None), "the question apologises");
    }
    let next = desk.form.next(FIELDS, &desk.room.cx());
    assert_eq!(next, Some(Next::Person(Reason::Denied, Message::new("hand-over-number"))));
    assert_eq!(desk.form.last(Slot::OrderNumber), Some("44312"), "a person may still use it");
}

#[test]
fn read_backs_come_to_an_end() {
    let mut desk = Desk::new();
    desk.hears(&said("44312"));
    for right in ["no, 44321", "no, 44322"] {
        assert_eq!(desk.hears(&said(right)), Taken::Understood);
        assert_eq!(desk.asks(), "confirm-number-corrected");
    }
    assert_eq!(desk.hears(&said("no, 44323")), Taken::Understood);
    let next = desk.form.next(FIELDS, &desk.room.cx());
    assert_eq!(next, Some(Next::Person(Reason::Denied, Message::new("hand-over-number"))));
}

#[test]
fn a_question_of_the_task_may_stand_in_for_the_one_of_the_form() {
    let mut desk = Desk::new();
    let unknown =
        Question::new(Message::new("ask-number-unknown"), Expects::Slot(Slot::OrderNumber));
    let answer = said("44322");
    let taken = desk.form.hear(FIELDS, &unknown, &answer.answer(), &desk.room.cx());
    assert_eq!(taken, Some(Taken::Understood));
    let other = Question::new(Message::new("confirm-booking"), Expects::YesNo);
    assert_eq!(desk.form.hear(FIELDS, &other, &answer.answer(), &desk.room.cx()), None);
}

#[test]
fn whoever_has_nothing_to_give_is_heard() {
    for (answer, taken) in [
        ("no", Taken::Missing),
        ("I don't have it with me", Taken::Missing),
        ("mumble", Taken::NotUnderstood),
        ("#12", Taken::NotUnderstood),
        ("", Taken::NotUnderstood),
    ] {
        assert_eq!(Desk::new().hears(&said(answer)), taken, "{answer:?}");
    }
}

#[test]
fn a_number_that_is_said_in_parts_is_put_together() {
    let mut desk = Desk::new();
    for (ask, answer, taken) in [
        ("ask-number", "4", Taken::NotUnderstood),
        ("ask-number", "it was 44 dollars", Taken::NotUnderstood),
        ("ask-number", "okay so it's four four", Taken::Understood),
        ("ask-rest", "mumble", Taken::NotUnderstood),
        ("ask-rest", "three two", Taken::Understood),
        // Too many to be the rest.
        ("ask-rest", "three two one zero", Taken::NotUnderstood),
        ("ask-rest", "one", Taken::Understood),
        ("confirm-number", "no", Taken::Denied(None)),
        ("ask-number-again", "44", Taken::Understood),
        // What was heard so far is wrong.
        ("ask-rest", "no, that's wrong", Taken::Denied(None)),
        ("ask-number-keypad", "44", Taken::Understood),
        // All of it at once is no rest.
        ("ask-rest", "44322", Taken::Understood),
        ("confirm-number", "yes", Taken::Understood),
    ] {
        assert_eq!(desk.asks(), ask, "{answer:?}");
        assert_eq!(desk.hears(&said(answer)), taken, "{answer:?}");
    }
    assert_eq!(desk.form.settled(Slot::OrderNumber), Some("44322"));

    let mut desk = Desk::new();
    desk.hears(&said("44"));
    assert_eq!(desk.hears(&said("#321")), Taken::NotUnderstood, "keys may be a PIN");
    assert_eq!(desk.hears(&said("#44321")), Taken::Understood);
    assert_eq!(desk.form.get(Slot::OrderNumber), Some("44321"));

    let mut desk = Desk::new();
    desk.hears(&said("44"));
    assert!(desk.goes_back());
    assert_eq!(desk.asks(), "ask-number");
}

#[test]
fn going_back_forgets_what_was_given_last() {
    let mut desk = Desk::new();
    desk.hears(&said("44321"));
    desk.hears(&said("yes"));
    desk.hears(&said("internet"));
    assert!(desk.goes_back());
    assert_eq!(desk.asks(), "ask-service");
    assert!(desk.goes_back());
    assert_eq!(desk.asks(), "ask-number");
    assert!(!desk.goes_back());
    desk.form.know(Slot::OrderNumber, "44321");
    assert_eq!(desk.asks(), "ask-service", "what is known is not confirmed");
    assert!(!desk.goes_back(), "nor taken back");
}

#[test]
fn going_back_leaves_what_was_said_beside_of_a_later_field() {
    let mut desk = Desk::new();
    desk.hears(&said("44312"));
    desk.hears(&said("no"));
    desk.hears(&said("it's about my internet"));
    assert_eq!(desk.asks(), "ask-number-again");
    assert!(!desk.goes_back(), "nothing comes before the number");
    assert_eq!(desk.form.get(Slot::Service), Some("internet"));
}

#[test]
fn lengths_follow_the_line() {
    let line: Line = crate::testing::line();
    assert_eq!(Length::Exactly(5).on(&line), 5..=5);
    assert_eq!(Length::Of(digits).on(&line), 6..=6);
}

#[test]
fn values_are_said_as_their_kind_demands() {
    use wording::Value;
    let number = Kind::Digits(Length::Exactly(5)).value("00042");
    assert_eq!(number, Value::Digits("00042".to_owned()));
    assert_eq!(Kind::OneOf(SERVICES).value("phone"), Value::Word("phone".to_owned()));
}

proptest! {
    #[test]
    fn a_form_never_panics_and_stays_small(
        answers in proptest::collection::vec(
            (
                prop_oneof![
                    Just("yes".to_owned()), Just("no".to_owned()), Just("#44321".to_owned()),
                    Just("no, 44322 for my phone".to_owned()), ".{0,40}",
                    Just("é<".repeat(6_000)),
                ],
                proptest::option::of((
                    proptest::sample::select(&Slot::ALL[..]),
                    "[0-9a-z:-]{0,12}",
                )),
            ),
            0..12,
        ),
    ) {
        let mut desk = Desk::new();
        for (text, slot) in &answers {
            let said = slot.iter().fold(said(text), |it, (slot, value)| it.with(*slot, value));
            match desk.form.next(FIELDS, &desk.room.cx()) {
                Some(Next::Ask(asked)) => {
                    let taken = desk.form.hear(FIELDS, &asked, &said.answer(), &desk.room.cx());
                    prop_assert!(taken.is_some(), "its own question is not its own");
                }
                _ => drop(desk.form.take(FIELDS, &said.answer(), &desk.room.cx())),
            }
            let json = serde_json::to_string(&desk.form).unwrap();
            prop_assert!(json.len() < 400, "{}", json.len());
            prop_assert_eq!(&serde_json::from_str::<Form>(&json).unwrap(), &desk.form);
        }
    }
}
