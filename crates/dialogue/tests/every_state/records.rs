//! Records of every kind of business, in which all is well.

use std::collections::BTreeMap;

use dialogue::business::{
    AccountKind, Appointment, Balance, Bill, CardOnFile, Doctor, Invoice, Money, Opening, Passage,
    Secret, Ticket, Topic, Transaction,
};
use dialogue::{
    Booking, CodeCheck, Facts, Order, OrderStatus, Payment, PinCheck, Request, Return, WantedDoctor,
};
use jiff::civil::{DateTime, date};
use line::PaymentMethod;
use wording::Currency;

const PIN: &str = "407196";
const CODE: &str = "835206";
/// Doctors, and what they are.
const DOCTORS: [(&str, &str, &str); 3] = [
    ("chen", "Dr. Chen", "cardiology"),
    ("okafor", "Dr. Okafor", "cardiology"),
    ("ruiz", "Dr. Ruiz", "dermatology"),
];

fn money(minor: i64) -> Money {
    Money { minor, currency: Currency::Usd }
}

fn order(request: &dialogue::OrderNumber) -> Option<Order> {
    let (status, delivered_on) = match request.as_str() {
        "10007" => (OrderStatus::Processing, None),
        "44321" => (OrderStatus::Shipped, None),
        "20472" => (OrderStatus::Delivered, Some(date(2026, 3, 1))),
        "30118" => (OrderStatus::Cancelled, None),
        _ => return None,
    };
    // What has not come is late.
    let expected_on = Some(date(2026, 2, 27));
    let number = request.clone();
    Some(Order { number, status, placed_on: None, shipped_on: None, expected_on, delivered_on })
}

fn opening(doctor: &str, at: DateTime) -> Opening {
    Opening { doctor: doctor.parse().unwrap(), at }
}

fn appointment(number: &str, opening: Opening) -> Appointment {
    Appointment { number: number.parse().unwrap(), opening }
}

/// What the records answer.
pub(crate) fn well(request: &Request) -> Facts {
    match request {
        Request::Order(number) => Facts::Order(order(number)),
        Request::OpenReturn { .. } => Facts::Return(Return::Opened),
        Request::Doctors => Facts::Doctors(
            DOCTORS
                .iter()
                .map(|(id, name, specialty)| Doctor {
                    id: id.parse().unwrap(),
                    name: (*name).to_owned(),
                    specialty: specialty.parse().unwrap(),
                    spoken: BTreeMap::new(),
                })
                .collect(),
        ),
        Request::Openings(wanted) => {
            let doctor = match &wanted.doctor {
                WantedDoctor::Doctor(id) => id.as_str().to_owned(),
                WantedDoctor::Specialty(_) | WantedDoctor::Anyone => "chen".to_owned(),
            };
            let at = |hour| opening(&doctor, date(2026, 3, 5).at(hour, 0, 0, 0));
            let other = opening("ruiz", date(2026, 3, 6).at(9, 0, 0, 0));
            Facts::Openings(vec![at(10), at(15), other])
        }
        Request::Appointments(_) => Facts::Appointments(vec![
            appointment("482913", opening("chen", date(2026, 3, 4).at(10, 0, 0, 0))),
            appointment("482914", opening("ruiz", date(2026, 3, 9).at(10, 0, 0, 0))),
        ]),
        Request::Book { opening, .. } | Request::MoveTo { opening, .. } => {
            Facts::Booking(Booking::Booked(appointment("482915", opening.clone())))
        }
        Request::Cancel { .. } => Facts::Cancelled(true),
        Request::Bill(account) => {
            let invoice = |number: &str, minor| Invoice {
                number: number.parse().unwrap(),
                amount: money(minor),
                due_on: Some(date(2026, 3, 15)),
            };
            let mut invoices = vec![invoice("2026-0301", 12_050), invoice("2026-0201", 4_210)];
            if account.as_str() == "482101" {
                invoices.truncate(1);
            }
            Facts::Bill(Some(Bill {
                account: account.clone(),
                invoices,
                card: Some(CardOnFile { last_four: "4242".to_owned() }),
            }))
        }
        Request::Pay { method: PaymentMethod::Link, .. } => {
            Facts::Payment(Payment::Link { url: "https://pay.example.com/a1b2c3".to_owned() })
        }
        Request::Pay { .. } => Facts::Payment(Payment::Declined),
        Request::OpenTicket { service, tried, .. } => Facts::Ticket(Ticket {
            number: "482913".parse().unwrap(),
            service: *service,
            tried: tried.clone(),
        }),
        Request::VerifyPin { pin, .. } if pin.reveal() == PIN => Facts::Pin(PinCheck::Right),
        Request::VerifyPin { .. } => Facts::Pin(PinCheck::Wrong { left: 2 }),
        Request::CreateCode { .. } => Facts::Code(Some(Secret::new(CODE))),
        Request::VerifyCode { code, .. } if code.reveal() == CODE => {
            Facts::CodeChecked(CodeCheck::Right)
        }
        Request::VerifyCode { .. } => Facts::CodeChecked(CodeCheck::Wrong { left: 1 }),
        Request::Balances(_) => Facts::Balances(Some(vec![
            Balance { kind: AccountKind::Checking, amount: money(84_210) },
            Balance { kind: AccountKind::Savings, amount: money(1_250_000) },
        ])),
        Request::Transactions { kind, .. } => Facts::Transactions(vec![Transaction {
            kind: *kind,
            on: date(2026, 3, 1),
            amount: money(-4_210),
            with: "Green Market".to_owned(),
        }]),
        Request::Search { topic, .. } => Facts::Passages(vec![Passage {
            article: "lumen".to_owned(),
            topic: topic.unwrap_or(Topic::Experience),
            text: "Maya was the principal architect of Lumen Rail.".to_owned(),
            more: vec!["She brought nine systems together.".to_owned()],
            details: BTreeMap::new(),
            score: 1.0,
        }]),
    }
}
