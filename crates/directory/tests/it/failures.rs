//! A table that cannot be reached, for every request.

use std::time::Duration;

use dialogue::business::{
    AccountKind, AccountNumber, AppointmentNumber, Money, Opening, Secret, Service,
};
use dialogue::{Facts, Holder, Operation, Request, Wanted, WantedDoctor};
use directory::{Caller, Directory, Records, Settings, perform};
use jiff::civil::date;
use line::PaymentMethod;
use store::testing;
use tokio::time::Instant;
use wording::{Currency, Language};

use crate::world::{caller, pepper};

/// One request of each kind.
pub(crate) fn every_request() -> Vec<Request> {
    let account: AccountNumber = "1234567890".parse().unwrap();
    let at = date(2026, 3, 5).at(9, 0, 0, 0);
    let opening = Opening { doctor: "chen".parse().unwrap(), at };
    let appointment = "482913".parse::<AppointmentNumber>().unwrap();
    let operation = Operation(1);
    let wanted = |doctor| Wanted { doctor, from: at, near: None, limit: 3 };
    let pay = |method| Request::Pay {
        account: account.clone(),
        invoice: "2026-03".parse().unwrap(),
        amount: Money { minor: 8_450, currency: Currency::Usd },
        method,
        operation,
    };
    vec![
        Request::Order("44321".parse().unwrap()),
        Request::OpenReturn {
            order: "44321".parse().unwrap(),
            reason: "damaged".to_owned(),
            operation,
        },
        Request::Doctors,
        Request::Openings(wanted(WantedDoctor::Anyone)),
        Request::Openings(wanted(WantedDoctor::Doctor(opening.doctor.clone()))),
        Request::Appointments(Holder::Caller),
        Request::Appointments(Holder::Appointment {
            number: appointment.clone(),
            name: Some("Ana Diaz".to_owned()),
        }),
        Request::Book { opening: opening.clone(), name: None, operation },
        Request::MoveTo { appointment: appointment.clone(), opening, operation },
        Request::Cancel { appointment, operation },
        Request::Bill(account.clone()),
        pay(PaymentMethod::CardOnFile),
        pay(PaymentMethod::Link),
        Request::OpenTicket {
            service: Service::Internet,
            symptom: "slow".to_owned(),
            tried: Vec::new(),
            operation,
        },
        Request::VerifyPin {
            account: account.clone(),
            pin: Secret::new("4711"),
            tries: 3,
            lock_minutes: 30,
            operation,
        },
        Request::CreateCode { account: account.clone(), operation },
        Request::VerifyCode {
            account: account.clone(),
            code: Secret::new("123456"),
            created: operation,
            operation,
        },
        Request::Balances(account.clone()),
        Request::Transactions { account, kind: AccountKind::Checking, limit: 3 },
        Request::Search { words: "rust".to_owned(), topic: None, language: Language::EnUs },
    ]
}

async fn unreachable() -> Records {
    let table = testing::unreachable_table().await.unwrap();
    let (client, name) = testing::parts(&table);
    let payment_link = Some("https://pay.example.com/{token}".parse().unwrap());
    Records::new(client, name, Settings { payment_link, pepper: Some(pepper().into()) })
}

#[tokio::test]
async fn a_table_out_of_reach_is_no_answer_to_any_request() {
    let records = unreachable().await;
    for request in every_request() {
        assert_eq!(
            perform(&records, &request, &caller(1)).await,
            Facts::Unavailable,
            "{request:?}"
        );
    }
}

#[tokio::test]
async fn an_error_says_what_was_tried_and_no_value() {
    let records = unreachable().await;
    let number = "44321".parse().unwrap();
    let error = records.order(&number, &caller(1)).await.unwrap_err();
    assert_eq!(
        (error.code(), error.to_string().as_str()),
        ("directory.read-failed", "failed to read a record of kind `order`")
    );
    let error =
        records.open_return(&number, "damaged", Operation(1), &caller(1)).await.unwrap_err();
    assert_eq!(error.code(), "directory.write-failed");
    assert!(!format!("{error:?}").contains("44321"), "{error:?}");
}

#[tokio::test]
async fn who_is_late_gets_no_answer() {
    let records = unreachable().await;
    let late = Caller { deadline: Instant::now() - Duration::from_secs(1), ..caller(1) };
    for request in every_request() {
        assert_eq!(perform(&records, &request, &late).await, Facts::Unavailable);
    }
}
