//! However often anything is said, lost or repeated, an invoice is paid once.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use dialogue::business::{AccountNumber, InvoiceNumber};
use dialogue::{Facts, Operation, Payment, Request, Session};
use line::PaymentMethod;
use proptest::prelude::*;

use super::payer;
use super::records::account;

/// How the records answer a payment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Luck {
    #[default]
    Fine,
    /// The money is taken, and the answer does not arrive.
    Silent,
    /// Nothing happens.
    Down,
    Declined,
    Changed,
}

/// An invoice, whose number another account may have as well.
type Owed = (AccountNumber, InvoiceNumber);

/// The records, which keep what they answered under an operation.
#[derive(Default)]
struct Records {
    luck: Luck,
    answered: BTreeMap<Operation, (Owed, PaymentMethod, Payment)>,
    charged: BTreeMap<Owed, u32>,
    /// Operations by invoice that may have charged a card: those are left out that the records said
    /// changed nothing.
    charging: BTreeMap<Owed, BTreeSet<Operation>>,
}

impl Records {
    fn answer(&mut self, request: &Request) -> Facts {
        let (owed, method, operation) = match request {
            Request::Bill(number) => return self.bill(number),
            Request::Pay { account, invoice, method, operation, .. } => {
                ((account.clone(), invoice.clone()), *method, *operation)
            }
            other => panic!("{other:?} is not asked for in a payment"),
        };
        // What was refused under an operation is not done under it later.
        let refused = |it: &(Owed, PaymentMethod, Payment)| {
            matches!(it.2, Payment::NotOwed | Payment::Declined)
        };
        let is_refused = self.answered.get(&operation).is_some_and(refused);
        if method == PaymentMethod::CardOnFile && !is_refused {
            self.charging.entry(owed.clone()).or_default().insert(operation);
        }
        if self.luck == Luck::Down {
            return Facts::Unavailable;
        }
        let payment = match self.answered.get(&operation) {
            Some((of, by, payment)) => {
                assert_eq!((of, *by), (&owed, method), "an operation of another payment");
                payment.clone()
            }
            None => self.pay(&owed, method),
        };
        if matches!(payment, Payment::NotOwed | Payment::Declined) {
            self.charging.remove(&owed);
        }
        self.answered.insert(operation, (owed, method, payment.clone()));
        if self.luck == Luck::Silent { Facts::Unavailable } else { Facts::Payment(payment) }
    }

    fn pay(&mut self, owed: &Owed, method: PaymentMethod) -> Payment {
        match (method, self.luck) {
            _ if self.charged.contains_key(owed) => Payment::AlreadyPaid,
            (_, Luck::Changed) => Payment::NotOwed,
            (PaymentMethod::Link, _) => {
                Payment::Link { url: "https://pay.example.com/a".to_owned() }
            }
            (PaymentMethod::CardOnFile, Luck::Declined) => Payment::Declined,
            (PaymentMethod::CardOnFile, _) => {
                *self.charged.entry(owed.clone()).or_default() += 1;
                Payment::Paid { receipt: "10482913".to_owned() }
            }
        }
    }

    fn bill(&self, number: &AccountNumber) -> Facts {
        let Facts::Bill(Some(mut bill)) = account(number.as_str()) else {
            return Facts::Bill(None);
        };
        bill.invoices.retain(|it| !self.charged.contains_key(&(number.clone(), it.number.clone())));
        Facts::Bill(Some(bill))
    }
}

/// What becomes of a turn.
#[derive(Debug, Clone, Copy)]
enum Fate {
    /// It is stored.
    Stored,
    /// The records answered, and nothing is stored: the function was stopped.
    Lost,
    /// It comes twice at once: both begin with what was stored, and the later one is kept.
    Twice,
    /// It comes again, late, after the turn that followed it.
    Late,
}

fn said() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "yes",
        "yes",
        "yes",
        "yes",
        "no",
        "the card",
        "the card",
        "a link",
        "another card",
        "pay all of it",
        "the $64.10 one",
        "50 dollars",
        "48210083",
        "48210075",
        "no, 48210117",
        "neither",
        "what?",
        "",
        "4111 1111 1111 1111",
        "#1",
        "#2",
        "pay my bill @PayInvoice",
        "start over @StartAgain",
        "go back @GoBack",
        "repeat that @Repeat",
        "an agent @TalkToAgent",
        "bye @Goodbye",
    ])
}

/// What a caller says one after the other: anything, or what pays for an account if nothing goes wrong.
fn turns() -> impl Strategy<Value = Vec<(&'static str, Fate, Luck)>> {
    let wish = prop::sample::select(vec![
        "pay account 48210075 @PayInvoice",
        "pay account 48210083 @PayInvoice",
        "pay account 48210117 @PayInvoice",
        "pay account 48210075 with the card @PayInvoice",
    ]);
    let pays = wish.prop_map(|it| vec![it, "yes", "yes", "the card", "yes"]);
    let some = prop_oneof![6 => said().prop_map(|it| vec![it]), 1 => pays];
    let turn = |said: Vec<&'static str>| {
        let n = said.len();
        let what_comes = prop::collection::vec((fate(), luck()), n);
        what_comes.prop_map(move |it| {
            said.iter().zip(it).map(|(said, (fate, luck))| (*said, fate, luck)).collect::<Vec<_>>()
        })
    };
    prop::collection::vec(some.prop_flat_map(turn), 0..30).prop_map(|it| it.concat())
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        6 => Just(Fate::Stored),
        2 => Just(Fate::Lost),
        1 => Just(Fate::Twice),
        1 => Just(Fate::Late),
    ]
}

fn luck() -> impl Strategy<Value = Luck> {
    prop_oneof![
        6 => Just(Luck::Fine),
        1 => Just(Luck::Silent),
        1 => Just(Luck::Down),
        1 => Just(Luck::Declined),
        1 => Just(Luck::Changed),
    ]
}

proptest! {
    #[test]
    fn an_invoice_is_charged_once(
        account in prop::sample::select(vec!["48210075", "48210083", "48210117"]),
        turns in turns(),
    ) {
        let records = Rc::new(RefCell::new(Records::default()));
        let answering = Rc::clone(&records);
        let mut payer = payer(move |it| answering.borrow_mut().answer(it));
        payer.call.says(&format!("pay account {account} @PayInvoice"));
        let mut before: Option<(Session, &str)> = None;
        for (said, fate, luck) in turns {
            records.borrow_mut().luck = luck;
            let stored = payer.call.session.clone();
            payer.call.says(said);
            match fate {
                Fate::Stored => {}
                Fate::Lost => payer.call.session = stored.clone(),
                Fate::Twice => {
                    payer.call.session = stored.clone();
                    payer.call.says(said);
                }
                Fate::Late => {
                    if let Some((session, said)) = before.take() {
                        let stored = std::mem::replace(&mut payer.call.session, session);
                        payer.call.says(said);
                        payer.call.session = stored;
                    }
                }
            }
            before = Some((stored, said));
        }
        let records = records.borrow();
        for (owed, n) in &records.charged {
            prop_assert_eq!(*n, 1, "{:?} was charged\n{}", owed, payer.call.said());
        }
        for (owed, operations) in &records.charging {
            let said = payer.call.said();
            prop_assert!(operations.len() <= 1, "{:?}: {:?}\n{}", owed, operations, said);
        }
    }
}
