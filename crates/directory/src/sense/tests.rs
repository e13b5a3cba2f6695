//! Answers that make sense, and those that do not.

use super::*;
use dialogue::Operation;
use dialogue::business::{
    AccountKind, AccountNumber, CardOnFile, Invoice, Money, Secret, Service, Ticket, Topic,
};
use jiff::civil::date;
use wording::{Currency, Language};

fn opening(hour: i8) -> Opening {
    Opening { doctor: "chen".parse().unwrap(), at: date(2026, 3, 5).at(hour, 0, 0, 0) }
}

fn appointment(number: &str, hour: i8) -> Appointment {
    Appointment { number: number.parse().unwrap(), opening: opening(hour) }
}

fn account() -> AccountNumber {
    "123456".parse().unwrap()
}

fn money(minor: i64) -> Money {
    Money { minor, currency: Currency::Usd }
}

fn pay(method: PaymentMethod) -> Request {
    Request::Pay {
        account: account(),
        invoice: "7".parse().unwrap(),
        amount: money(100),
        method,
        operation: Operation(1),
    }
}

fn book() -> Request {
    Request::Book { opening: opening(10), name: None, operation: Operation(1) }
}

fn move_to() -> Request {
    Request::MoveTo {
        appointment: "482913".parse().unwrap(),
        opening: opening(10),
        operation: Operation(1),
    }
}

fn wanted(limit: usize) -> Request {
    Request::Openings(Wanted {
        doctor: WantedDoctor::Doctor("chen".parse().unwrap()),
        from: date(2026, 3, 5).at(9, 0, 0, 0),
        near: None,
        limit,
    })
}

fn bill(minor: i64, last_four: &str) -> Facts {
    Facts::Bill(Some(Bill {
        account: account(),
        invoices: vec![Invoice {
            number: "7".parse().unwrap(),
            amount: money(minor),
            due_on: None,
        }],
        card: Some(CardOnFile { last_four: last_four.into() }),
    }))
}

fn ticket(service: Service) -> Facts {
    Facts::Ticket(Ticket { number: "482913".parse().unwrap(), service, tried: Vec::new() })
}

fn transaction(day: i8, kind: AccountKind) -> Transaction {
    Transaction { kind, on: date(2026, 3, day), amount: money(-5), with: "Corner Cafe".to_owned() }
}

fn passage(text: &str, score: f64) -> Facts {
    Facts::Passages(vec![Passage {
        article: "a".to_owned(),
        topic: Topic::Skills,
        text: text.to_owned(),
        more: Vec::new(),
        details: std::collections::BTreeMap::new(),
        score,
    }])
}

#[test]
fn what_does_not_answer_the_question_is_refused_without_a_value() {
    let open_ticket = Request::OpenTicket {
        service: Service::Internet,
        symptom: "slow".to_owned(),
        tried: Vec::new(),
        operation: Operation(1),
    };
    let pin = Request::VerifyPin {
        account: account(),
        pin: Secret::new("1234"),
        tries: 3,
        lock_minutes: 30,
        operation: Operation(1),
    };
    let code = Request::CreateCode { account: account(), operation: Operation(1) };
    let transactions =
        Request::Transactions { account: account(), kind: AccountKind::Checking, limit: 3 };
    let search = Request::Search {
        words: "what does she do".to_owned(),
        topic: None,
        language: Language::EnUs,
    };
    let doctor = |name: &str| Doctor {
        id: "chen".parse().unwrap(),
        name: name.to_owned(),
        spoken: std::collections::BTreeMap::new(),
        specialty: "cardiology".parse().unwrap(),
    };
    let other_order: dialogue::Order =
        serde_json::from_str(r#"{"number":"44322","status":"shipped"}"#).unwrap();
    let checking = AccountKind::Checking;
    let cases = [
        (Request::Order("44321".parse().unwrap()), Facts::Order(Some(other_order))),
        (Request::Doctors, Facts::Doctors(vec![doctor("")])),
        (Request::Doctors, Facts::Doctors(vec![doctor("a\nb")])),
        (Request::Doctors, Facts::Doctors(vec![doctor("Dr. Chen"); 201])),
        (wanted(3), Facts::Openings(vec![opening(8)])),
        (
            wanted(3),
            Facts::Openings(vec![Opening { doctor: "ruiz".parse().unwrap(), ..opening(10) }]),
        ),
        (
            Request::Appointments(Holder::Appointment {
                number: "482913".parse().unwrap(),
                name: None,
            }),
            Facts::Appointments(vec![appointment("482914", 10)]),
        ),
        (book(), Facts::Booking(Booking::Booked(appointment("482913", 11)))),
        (book(), Facts::Booking(Booking::NoAppointment)),
        (move_to(), Facts::Booking(Booking::Booked(appointment("482913", 11)))),
        // The number with which somebody else's could be cancelled.
        (move_to(), Facts::Booking(Booking::Booked(appointment("111111", 10)))),
        (Request::Bill("654321".parse().unwrap()), bill(100, "4242")),
        (Request::Bill(account()), bill(0, "4242")),
        (Request::Bill(account()), bill(100, "4242424242424242")),
        (pay(PaymentMethod::CardOnFile), Facts::Payment(Payment::Link { url: "https://a".into() })),
        (pay(PaymentMethod::CardOnFile), Facts::Payment(Payment::Paid { receipt: "1\n2".into() })),
        (
            pay(PaymentMethod::CardOnFile),
            Facts::Payment(Payment::Paid { receipt: "1".repeat(Payment::MAX_RECEIPT + 1) }),
        ),
        (pay(PaymentMethod::Link), Facts::Payment(Payment::Paid { receipt: "1".into() })),
        (
            pay(PaymentMethod::Link),
            Facts::Payment(Payment::Link {
                url: format!("https://{}", "x".repeat(Payment::MAX_ADDRESS)),
            }),
        ),
        (
            pay(PaymentMethod::Link),
            Facts::Payment(Payment::Link { url: "http://pay.example.com/1".into() }),
        ),
        (
            pay(PaymentMethod::Link),
            Facts::Payment(Payment::Link { url: "https://pay example".into() }),
        ),
        (open_ticket, ticket(Service::Television)),
        (pin.clone(), Facts::Pin(PinCheck::Wrong { left: 4 })),
        (pin, Facts::Pin(PinCheck::Locked { minutes: 0 })),
        (code.clone(), Facts::Code(Some(Secret::new("12345")))),
        (code, Facts::Code(Some(Secret::new("12345x")))),
        (transactions.clone(), Facts::Transactions(vec![transaction(2, AccountKind::Savings)])),
        (
            transactions,
            Facts::Transactions(vec![transaction(1, checking), transaction(2, checking)]),
        ),
        (search.clone(), passage(" ", 1.0)),
        (search.clone(), passage(&"a".repeat(1_001), 1.0)),
        (search, passage("a", f64::NAN)),
        // Answers to other questions.
        (book(), Facts::Code(None)),
        (Request::Balances(account()), Facts::Bill(None)),
        (Request::Bill(account()), Facts::Balances(None)),
        (Request::Doctors, Facts::Cancelled(true)),
    ];
    for (case, (request, facts)) in cases.into_iter().enumerate() {
        let told = check(&request, facts);
        assert!(matches!(told, Err(DirectoryError::Nonsense { .. })), "case {case}: {told:?}");
    }
}

#[test]
fn what_fits_is_handed_on_and_no_more_than_was_asked_for() {
    let many = Facts::Openings(vec![opening(9), opening(10), opening(11)]);
    let few = Facts::Openings(vec![opening(9), opening(10)]);
    assert_eq!(check(&wanted(2), many).unwrap(), few);
    let booked = Facts::Booking(Booking::Booked(appointment("482913", 10)));
    assert_eq!(check(&book(), booked.clone()).unwrap(), booked);
    assert_eq!(check(&move_to(), booked.clone()).unwrap(), booked);
    let address = format!("{:x<1$}", "https://pay.example.com/", Payment::MAX_ADDRESS);
    let link = |url| Facts::Payment(Payment::Link { url });
    assert_eq!(check(&pay(PaymentMethod::Link), link(address.clone())).unwrap(), link(address));
    let receipt = "A-".repeat(Payment::MAX_RECEIPT / 2);
    let paid = |receipt| Facts::Payment(Payment::Paid { receipt });
    let paid_for = pay(PaymentMethod::CardOnFile);
    assert_eq!(check(&paid_for, paid(receipt.clone())).unwrap(), paid(receipt));
    assert_eq!(check(&Request::Bill(account()), bill(1, "4242")).unwrap(), bill(1, "4242"));
}
