//! What holds whatever callers say and whatever the records answer.

use std::cell::RefCell;

use proptest::prelude::*;
use wording::{Language, Manner, Message, Part};

use super::bank::{bank, call, code_of};
use crate::business::{AccountNumber, Secret};
use crate::request::{CodeCheck, Facts, PinCheck, Request};
use crate::slot::{Slot, Slots};
use crate::wish::Wish;

/// A PIN that is in no other number of these tests.
const PIN: &str = "407196";

const SAID: &[&str] = &[
    "yes",
    "no",
    "1234567890",
    "5550001111",
    "no, 5550001111",
    "checking",
    "savings",
    "both",
    "the second",
    "I didn't get it",
    "four zero seven one",
    "wrong account number",
    "I forgot",
    "sí",
    "ahorros",
    "no me llegó",
    "",
    "balance of account 1234567890",
    "my PIN is 4 0 7 1 9 6",
];

#[derive(Debug, Clone)]
enum Act {
    Says(String),
    /// The PIN by keys.
    Pin,
    /// The code that was sent last.
    Code,
    Keys(String),
    /// Recognition takes a spoken PIN or code for a value of the slot.
    Slot(Slot),
    Back,
    Turns(Wish),
    /// The records answer this, whatever they are asked.
    Odd(u8),
}

fn wish() -> impl Strategy<Value = Wish> {
    prop_oneof![Just(Wish::CheckBalance), Just(Wish::ListTransactions)]
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        10 => proptest::sample::select(SAID).prop_map(|it| Act::Says(it.to_owned())),
        1 => "\\PC{0,40}".prop_map(Act::Says),
        6 => Just(Act::Pin),
        5 => Just(Act::Code),
        2 => "[0-9]{1,10}".prop_map(Act::Keys),
        1 => prop_oneof![Just(Slot::Pin), Just(Slot::OneTimeCode)].prop_map(Act::Slot),
        1 => Just(Act::Back),
        1 => wish().prop_map(Act::Turns),
        2 => (0_u8..7).prop_map(Act::Odd),
    ]
}

fn odd(kind: u8) -> Facts {
    match kind {
        0 => Facts::Unavailable,
        1 => Facts::Balances(None),
        2 => Facts::Code(None),
        3 => Facts::CodeChecked(CodeCheck::Expired),
        4 => Facts::Pin(PinCheck::Locked { minutes: 600 }),
        5 => Facts::Transactions(Vec::new()),
        _ => Facts::Cancelled(true),
    }
}

fn say(message: &Message) -> Result<(), TestCaseError> {
    let manner = Manner::new(jiff::civil::date(2026, 3, 2));
    for language in Language::ALL {
        let parts =
            [Part::Main, Part::Unclear(1), Part::Unclear(2), Part::Silent(1), Part::Silent(2)];
        for part in parts {
            let said = wording::say(language, message, part, &manner);
            prop_assert!(said.is_ok(), "{said:?}");
            let said = said.unwrap();
            prop_assert!(!said.text().contains(PIN), "{}", said.text());
        }
    }
    Ok(())
}

/// What a real bank knows of who may hear what: it follows the requests and their answers by itself.
#[derive(Default)]
struct Watch {
    /// Accounts whose PIN was right, and those whose code was as well.
    pins: Vec<AccountNumber>,
    codes: Vec<AccountNumber>,
    /// Requests that were made without being allowed.
    breaches: Vec<String>,
}

impl Watch {
    fn see(&mut self, request: &Request, facts: &Facts, needs_code: bool) {
        match (request, facts) {
            (Request::VerifyPin { account, .. }, Facts::Pin(PinCheck::Right)) => {
                self.pins.push(account.clone());
            }
            (Request::VerifyCode { account, .. }, Facts::CodeChecked(CodeCheck::Right)) => {
                if !self.pins.contains(account) {
                    self.breaches.push("a code without a PIN".to_owned());
                }
                self.codes.push(account.clone());
            }
            (Request::CreateCode { account, .. }, _) if !self.pins.contains(account) => {
                self.breaches.push("a code before the PIN".to_owned());
            }
            (Request::Balances(account) | Request::Transactions { account, .. }, _) => {
                let open = if needs_code { &self.codes } else { &self.pins };
                if !open.contains(account) {
                    self.breaches.push(format!("{request:?}"));
                }
            }
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn nothing_is_told_before_the_account_is_open(
        first in wish(),
        said in proptest::sample::select(SAID),
        acts in proptest::collection::vec(act(), 0..18),
        needs_code: bool,
        spanish: bool,
    ) {
        let mut records = bank();
        for (pin, _) in records.accounts.values_mut() {
            *pin = PIN;
        }
        let records = RefCell::new(records);
        let language = if spanish { Language::EsUs } else { Language::EnUs };
        let strange = RefCell::new(None::<u8>);
        let watch = RefCell::new(Watch::default());
        let mut call = call(&records, language);
        call.line.bank.one_time_code = needs_code;
        call.records_with(|request| {
            let facts = match strange.borrow_mut().take() {
                Some(kind) => odd(kind),
                None => records.borrow_mut().answer(request),
            };
            watch.borrow_mut().see(request, &facts, needs_code);
            facts
        });
        call.begin_with(first, said, &Slots::new());
        for act in acts {
            let Some((_, asked)) = &call.task else {
                // Another matter of the same call.
                call.begin_with(first, said, &Slots::new());
                continue;
            };
            say(&asked.message)?;
            match act {
                Act::Says(said) => { call.hear(&said, None, &Slots::new()); }
                Act::Pin => { call.hear("", Some(PIN), &Slots::new()); }
                Act::Code => {
                    let created = call.requests.iter().rev().find_map(|it| match it {
                        Request::CreateCode { operation, .. } => Some(operation.0),
                        _ => None,
                    });
                    call.hear("", Some(&code_of(created.unwrap_or_default())), &Slots::new());
                }
                Act::Keys(keys) => { call.hear("", Some(&keys), &Slots::new()); }
                Act::Slot(slot) => {
                    let slots = Slots::from([(slot, PIN.to_owned())]);
                    call.hear("it is what it is", None, &slots);
                }
                Act::Back => { call.go_back(); }
                Act::Turns(wish) => {
                    call.turn(wish, "");
                }
                Act::Odd(kind) => {
                    *strange.borrow_mut() = Some(kind);
                    call.hear("", Some(PIN), &Slots::new());
                    *strange.borrow_mut() = None;
                }
            }
            if let Some((task, question)) = &call.task {
                // What is kept holds no secret, and neither does what is asked.
                let stored = serde_json::to_string(&(task, question, &call.memory)).unwrap();
                prop_assert!(!stored.contains(PIN), "{stored}");
                prop_assert!(!stored.contains("48000"), "{stored}");
                let shown = format!("{task:?} {question:?}");
                prop_assert!(!shown.contains(PIN));
            }
        }
        let breaches = std::mem::take(&mut watch.borrow_mut().breaches);
        prop_assert!(breaches.is_empty(), "{breaches:?}\n{}", call.transcript());
        // A PIN is verified only as it was keyed in, and is shown nowhere.
        for request in &call.requests {
            let shown = format!("{request:?}");
            prop_assert!(!shown.contains(PIN));
        }
        for text in &call.texts {
            say(text)?;
        }
        if let Some(summary) = &call.summary {
            say(summary)?;
        }
    }
}

#[test]
fn a_secret_is_never_serialized() {
    // The type has no way to be; what holds one in a task is left out.
    let records = RefCell::new(bank());
    let call = call(&records, Language::EnUs)
        .wants(Wish::CheckBalance, "balance for account 1234567890")
        .says("yes")
        .keys("4071");
    let (task, question) = call.task.unwrap();
    let stored = serde_json::to_string(&(&task, &question)).unwrap();
    assert!(!stored.contains("4071") && !stored.contains(&code_of(2)), "{stored}");
    assert_eq!(format!("{:?}", Secret::new("4071")), "Secret(…)");
}
