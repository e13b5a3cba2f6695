//! What the records of the business hold.

use dialogue::business::{Bill, CardOnFile, Invoice, Money};
use dialogue::{Facts, Payment, Request};
use jiff::civil::date;
use line::PaymentMethod::{CardOnFile as Card, Link};
use wording::Currency;

pub(crate) fn invoice(number: &str, minor: i64, due: Option<(i16, i8, i8)>) -> Invoice {
    Invoice {
        number: number.parse().unwrap(),
        amount: Money { minor, currency: Currency::Usd },
        due_on: due.map(|(year, month, day)| date(year, month, day)),
    }
}

pub(crate) fn bill(account: &str, card: Option<&str>, invoices: Vec<Invoice>) -> Facts {
    Facts::Bill(Some(Bill {
        account: account.parse().unwrap(),
        invoices,
        card: card.map(|it| CardOnFile { last_four: it.to_owned() }),
    }))
}

/// Numbers of invoices belong to accounts: another account may have the same.
pub(crate) fn account(number: &str) -> Facts {
    match number {
        "48210075" => {
            let due = invoice("2026-0115", 12050, Some((2026, 3, 15)));
            bill(number, Some("4242"), vec![due])
        }
        "48210083" => bill(
            number,
            Some("1881"),
            vec![
                invoice("2026-0115", 8025, Some((2026, 2, 15))),
                invoice("2026-0215", 6410, Some((2026, 3, 10))),
                invoice("2026-0228", 6610, None),
            ],
        ),
        "48210091" => bill(number, Some("0017"), vec![]),
        "48210109" => bill(number, None, vec![invoice("2026-0214", 4500, Some((2026, 3, 1)))]),
        // Its card is declined.
        "48210117" => bill(number, Some("0002"), vec![invoice("2026-0215", 23000, None)]),
        _ => Facts::Bill(None),
    }
}

/// The records as they answer when all is well.
pub(crate) fn well(request: &Request) -> Facts {
    match request {
        Request::Bill(number) => account(number.as_str()),
        Request::Pay { method: Link, .. } => {
            Facts::Payment(Payment::Link { url: "https://pay.example.com/a1b2c3".to_owned() })
        }
        Request::Pay { account, method: Card, .. } if account.as_str() == "48210117" => {
            Facts::Payment(Payment::Declined)
        }
        Request::Pay { .. } => Facts::Payment(Payment::Paid { receipt: "10482913".to_owned() }),
        _ => Facts::Unavailable,
    }
}

/// The same, with one answer to every payment.
pub(crate) fn paying(answer: Facts) -> impl FnMut(&Request) -> Facts + 'static {
    move |request| match request {
        Request::Pay { .. } => answer.clone(),
        other => well(other),
    }
}
