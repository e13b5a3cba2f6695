//! Payments under invocations that come twice, late, out of order, at once, and that fail or die
//! anywhere: before the write, after it, between the write and the answer.
//!
//! These are the real records over the real SDK, in an embedded DynamoDB whose connections fail as
//! the schedule says.

use dialogue::business::Money;
use dialogue::{Facts, Operation, Payment, Request};
use directory::testing::{Fault, Faults, records};
use directory::{Settings, perform};
use futures_util::future::join_all;
use line::PaymentMethod;
use proptest::prelude::*;
use serde_json::{Value, json};
use store::{Table, testing};
use wording::Currency;

use crate::world::{caller, item, pepper};

/// What one operation asks for: an operation means one thing, in however many invocations.
const OPERATIONS: [(u32, i64, PaymentMethod); 5] = [
    (1, 8_450, PaymentMethod::CardOnFile),
    (2, 8_450, PaymentMethod::CardOnFile),
    (3, 8_450, PaymentMethod::Link),
    (4, 1, PaymentMethod::CardOnFile),
    (5, 8_450, PaymentMethod::CardOnFile),
];

/// An invocation: which operation it tries, and what becomes of the requests that it sends.
#[derive(Debug, Clone)]
struct Invocation {
    operation: usize,
    faults: Vec<Fault>,
}

fn invocation() -> impl Strategy<Value = Invocation> {
    let fault = prop_oneof![
        3 => Just(Fault::None),
        1 => Just(Fault::Lost),
        2 => Just(Fault::AnswerLost),
        1 => Just(Fault::Hang),
    ];
    let faults = proptest::collection::vec(fault, 0..5);
    (0..OPERATIONS.len(), faults).prop_map(|(operation, faults)| Invocation { operation, faults })
}

fn request(at: usize) -> Request {
    let (operation, minor, method) = OPERATIONS[at];
    Request::Pay {
        account: "123456".parse().unwrap(),
        invoice: "2026-03".parse().unwrap(),
        amount: Money { minor, currency: Currency::Usd },
        method,
        operation: Operation(operation),
    }
}

fn customer() -> [Value; 2] {
    let card = json!({ "number": "123456", "card": { "token": "tok_8f2a", "last_four": "4242" } });
    let invoice = json!({ "number": "2026-03", "state": "open",
                          "amount": { "minor": 8450, "currency": "USD" } });
    [
        item("billing-account", "ACCOUNT#123456", "BILL", &card),
        item("invoice", "ACCOUNT#123456", "BILL#INVOICE#2026-03", &invoice),
    ]
}

/// What an invocation answers; `None` when it fails, or dies once a request of it hangs.
async fn invoke(table: &Table, invocation: &Invocation) -> Option<Payment> {
    let faults = Faults::default();
    faults.add(invocation.faults.iter().copied());
    let payment_link = Some("https://pay.example.com/{token}".parse().unwrap());
    let settings = Settings { payment_link, pepper: Some(pepper().into()) };
    let records = records(table, settings, &faults);
    let (request, me) = (request(invocation.operation), caller(1));
    tokio::select! {
        facts = perform(&records, &request, &me) => match facts {
            Facts::Payment(payment) => Some(payment),
            Facts::Unavailable => None,
            other => panic!("{other:?}"),
        },
        () = faults.hung() => None,
    }
}

/// Plays invocations, those of a step at the same time. Gives what was answered to each operation,
/// and what is stored in the end.
async fn play(steps: &[Vec<Invocation>]) -> (Vec<(usize, Payment)>, Vec<Value>) {
    let table = testing::table().await.unwrap();
    for item in customer() {
        testing::put(&table, &item).await.unwrap();
    }
    let mut answers = Vec::new();
    for step in steps {
        let invoked = join_all(step.iter().map(|it| invoke(&table, it))).await;
        let given = step.iter().map(|it| it.operation).zip(invoked);
        answers.extend(given.filter_map(|(at, answer)| Some((at, answer?))));
    }
    // In the end nothing fails any more, and whoever has not heard asks again.
    for operation in steps.iter().flatten().map(|it| it.operation) {
        let answer = invoke(&table, &Invocation { operation, faults: Vec::new() }).await;
        answers.push((operation, answer.unwrap()));
    }
    (answers, testing::items(&table).await.unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_invoice_is_charged_once(
            steps in proptest::collection::vec(proptest::collection::vec(invocation(), 1..5), 1..7),
        ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (answers, items) = runtime.block_on(play(&steps));
        let of = |kind: &str| items.iter().filter(|it| it["kind"] == kind).collect::<Vec<_>>();
        let (payments, invoice) = (of("payment"), of("invoice")[0]);

        // Every try of an operation hears the same.
        for (at, answer) in &answers {
            let first = answers.iter().find(|it| it.0 == *at).unwrap();
            prop_assert_eq!(&first.1, answer, "operation {}", at);
        }
        // Charged once if anybody was to be charged, and the one who heard so has that receipt.
        let asked = |at: usize| steps.iter().flatten().any(|it| it.operation == at);
        let was_to_be_charged = [0, 1, 4].into_iter().any(asked);
        prop_assert_eq!(payments.len(), usize::from(was_to_be_charged));
        prop_assert_eq!(&invoice["state"], if was_to_be_charged { "paid" } else { "open" });
        let receipts: std::collections::BTreeSet<_> = answers
            .iter()
            .filter_map(|(at, it)| match it {
                Payment::Paid { receipt } => Some((*at, receipt.as_str())),
                _ => None,
            })
            .collect();
        prop_assert_eq!(receipts.len(), payments.len());
        for (_, receipt) in receipts {
            prop_assert_eq!(&payments[0]["receipt"], receipt);
            prop_assert_eq!(&invoice["receipt"], receipt);
        }
        // Nobody pays another amount.
        let wrong = answers.iter().filter(|it| it.0 == 3);
        for (_, answer) in wrong {
            prop_assert!(matches!(answer, Payment::NotOwed | Payment::AlreadyPaid), "{:?}", answer);
        }
    }
}
