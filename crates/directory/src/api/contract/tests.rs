//! The contract and the document say the same.
//!
//! Whatever the document has an example of is read by its type and written again, unchanged. A
//! property that the document requires, the type requires, and no other. A value that the document
//! does not list, the type refuses. Whatever the types write, in every variant, the document allows.

use std::collections::{BTreeMap, BTreeSet};

use dialogue::business::{AccountKind, Bill, CardOnFile, Invoice, Ticket};
use dialogue::{Booking, CodeCheck, Order, Payment, PinCheck, Return};
use jiff::civil::{Date, date};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::*;

/// Reads a value as a type and writes it again; `None` when it is none.
pub(super) type Through = fn(&Value) -> Option<Value>;

fn through<T: Serialize + DeserializeOwned>(value: &Value) -> Option<Value> {
    let read: T = serde_json::from_value(value.clone()).ok()?;
    serde_json::to_value(read).ok()
}

/// The type of each schema that is sent or read on its own or within another.
pub(super) fn types() -> BTreeMap<&'static str, Through> {
    BTreeMap::from([
        ("AccountKind", through::<AccountKind> as Through),
        ("AccountNumber", through::<dialogue::business::AccountNumber>),
        ("Appointment", through::<Appointment>),
        ("Appointments", through::<Appointments>),
        ("AppointmentsRequest", through::<AppointmentsRequest>),
        ("Balance", through::<Balance>),
        ("Balances", through::<Balances>),
        ("Bill", through::<Bill>),
        ("BookRequest", through::<BookRequest>),
        ("Booking", through::<Booking>),
        ("Cancelled", through::<Cancelled>),
        ("CardOnFile", through::<CardOnFile>),
        ("Code", through::<Code>),
        ("CodeCheck", through::<CodeCheck>),
        ("CodeCheckRequest", through::<CodeCheckRequest>),
        ("CodeRequest", through::<CodeRequest>),
        ("Date", through::<Date>),
        ("Doctor", through::<Doctor>),
        ("Doctors", through::<Doctors>),
        ("HeldAppointment", through::<Held>),
        ("Invoice", through::<Invoice>),
        ("Language", through::<Language>),
        ("Moment", through::<jiff::civil::DateTime>),
        ("Money", through::<Money>),
        ("MoveRequest", through::<MoveRequest>),
        ("NotFound", through::<NotFound>),
        ("Opening", through::<Opening>),
        ("Openings", through::<Openings>),
        ("Order", through::<Order>),
        ("OrderNumber", through::<dialogue::OrderNumber>),
        ("Passage", through::<Passage>),
        ("Passages", through::<Passages>),
        ("PayRequest", through::<PayRequest>),
        ("Payment", through::<Payment>),
        ("Phone", through::<E164>),
        ("PinCheck", through::<PinCheck>),
        ("PinRequest", through::<PinRequest>),
        ("Return", through::<Return>),
        ("ReturnRequest", through::<ReturnRequest>),
        ("SearchRequest", through::<SearchRequest>),
        ("Service", through::<Service>),
        ("Ticket", through::<Ticket>),
        ("TicketRequest", through::<TicketRequest>),
        ("Topic", through::<Topic>),
        ("Transaction", through::<Transaction>),
        ("Transactions", through::<Transactions>),
        ("Tried", through::<Tried>),
    ])
}

pub(super) fn document() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../openapi/directory.yaml");
    serde_saphyr::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// A validator of a schema of the document.
pub(super) fn validator(document: &Value, schema: &str) -> jsonschema::Validator {
    let whole = json!({
        "$ref": format!("#/components/schemas/{schema}"),
        "components": document["components"],
    });
    jsonschema::draft202012::new(&whole).unwrap()
}

/// The objects of a schema: itself, or each of its variants.
fn objects(schema: &Value) -> Vec<&Value> {
    match schema.get("oneOf").and_then(Value::as_array) {
        Some(variants) => variants.iter().collect(),
        None => vec![schema],
    }
}

fn texts(value: &Value) -> BTreeSet<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

const OPERATIONS: [Operation; 18] = [
    ORDER,
    RETURN,
    DOCTORS,
    OPENINGS,
    APPOINTMENT,
    APPOINTMENTS,
    BOOK,
    MOVE,
    CANCEL,
    BILL,
    PAY,
    TICKET,
    PIN,
    CODE,
    CODE_CHECK,
    BALANCES,
    TRANSACTIONS,
    SEARCH,
];

#[test]
fn operations_are_the_same() {
    let document = document();
    let mut documented = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (verb, operation) in
            item.as_object().unwrap().iter().filter(|(it, _)| *it != "parameters")
        {
            let keyed = operation["parameters"].as_array().into_iter().flatten();
            let keyed =
                keyed.filter_map(|it| it["$ref"].as_str()).any(|it| it.ends_with("idempotencyKey"));
            let missing = operation["responses"].get("404").is_some();
            let id = operation["operationId"].as_str().unwrap();
            documented.insert((id.to_owned(), verb.clone(), path.clone(), keyed, missing));
        }
    }
    let ours = OPERATIONS.map(|it| {
        let verb = match it.verb {
            Verb::Get => "get",
            Verb::Post => "post",
        };
        (it.id.to_owned(), verb.to_owned(), it.path.to_owned(), it.changes, it.may_be_missing)
    });
    assert_eq!(documented, BTreeSet::from(ours));
}

#[test]
fn parameters_of_paths_are_described() {
    let document = document();
    for (path, item) in document["paths"].as_object().unwrap() {
        let in_path: BTreeSet<_> =
            path.split('{').skip(1).filter_map(|it| it.split('}').next()).collect();
        let described: BTreeSet<_> = item["parameters"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| match it["$ref"].as_str() {
                Some(reference) => document.pointer(reference.trim_start_matches('#')).unwrap(),
                None => it,
            })
            .map(|it| it["name"].as_str().unwrap())
            .collect();
        assert_eq!(in_path, described, "{path}");
    }
}

#[test]
fn every_schema_has_a_type_and_every_reference_a_schema() {
    let document = document();
    let schemas: BTreeSet<_> =
        document["components"]["schemas"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(schemas, types().into_keys().collect());
    let text = document.to_string();
    for reference in text.split("\"$ref\":\"#").skip(1).filter_map(|it| it.split('"').next()) {
        assert!(document.pointer(reference).is_some(), "{reference}");
    }
}

#[test]
fn examples_are_read_and_written_unchanged() {
    let document = document();
    for (name, through) in types() {
        let schema = &document["components"]["schemas"][name];
        let validator = validator(&document, name);
        let listed = schema.get("enum").and_then(Value::as_array);
        let examples = schema["examples"].as_array().or(listed).unwrap();
        for example in examples {
            assert!(validator.is_valid(example), "{name}: {example}");
            assert_eq!(through(example).as_ref(), Some(example), "{name}");
        }
        for variant in objects(schema).iter().filter(|it| it["type"] == "object") {
            let shown: BTreeSet<_> = examples
                .iter()
                .filter(|it| fits(&document, variant, it))
                .flat_map(|it| it.as_object().unwrap().keys())
                .map(String::as_str)
                .collect();
            let described: BTreeSet<_> =
                variant["properties"].as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(shown, described, "{name} has an example with all its properties");
        }
    }
}

/// Whether a value fits one variant of a schema.
fn fits(document: &Value, variant: &Value, value: &Value) -> bool {
    let mut whole = variant.clone();
    whole["components"] = document["components"].clone();
    jsonschema::draft202012::new(&whole).unwrap().is_valid(value)
}

#[test]
fn what_the_document_requires_the_type_requires_and_nothing_else() {
    let document = document();
    for (name, through) in types() {
        let schema = &document["components"]["schemas"][name];
        for variant in objects(schema).iter().filter(|it| it["type"] == "object") {
            let required = texts(&variant["required"]);
            let examples = schema["examples"].as_array().unwrap();
            let example = examples.iter().find(|it| fits(&document, variant, it)).unwrap();
            for property in variant["properties"].as_object().unwrap().keys() {
                let mut without = example.clone();
                without.as_object_mut().unwrap().remove(property);
                // What may be null may be left out, as far as reading goes.
                let nullable = variant["properties"][property]["type"].is_array();
                let needed = required.contains(property.as_str()) && !nullable;
                assert_eq!(through(&without).is_none(), needed, "{name}.{property}");
            }
        }
    }
}

#[test]
fn what_the_document_lists_the_type_knows_and_nothing_else() {
    let document = document();
    for (name, through) in types() {
        let schema = &document["components"]["schemas"][name];
        if let Some(listed) = schema.get("enum").and_then(Value::as_array) {
            assert!(listed.iter().all(|it| through(it).as_ref() == Some(it)), "{name}");
            assert_eq!(through(&json!("something-else")), None, "{name}");
        }
        for variant in objects(schema).iter().filter(|it| it["type"] == "object") {
            let examples = schema["examples"].as_array().unwrap();
            let example = examples.iter().find(|it| fits(&document, variant, it)).unwrap();
            for (property, about) in variant["properties"].as_object().unwrap() {
                let Some(listed) = about.get("enum").and_then(Value::as_array) else { continue };
                for value in listed {
                    let mut with = example.clone();
                    with[property] = value.clone();
                    assert_eq!(through(&with).as_ref(), Some(&with), "{name}.{property} {value}");
                }
                let mut with = example.clone();
                with[property] = json!("something-else");
                assert_eq!(through(&with), None, "{name}.{property}");
            }
        }
    }
}

/// A number that the document allows is one that a caller can give, a receipt one that is told, and an
/// address one that fits into a text; what it does not allow is none.
#[test]
fn the_document_allows_what_callers_can_use_and_nothing_else() {
    let document = document();
    let opening = json!({ "doctor": "chen", "at": "2026-03-05T10:00:00" });
    let appointment = |number: &str| json!({ "number": number, "opening": opening });
    let paid = |receipt: &str| json!({ "outcome": "paid", "receipt": receipt });
    let link =
        |length: usize| json!({ "outcome": "link", "url": format!("{:x<length$}", "https://") });
    let allowed = validator(&document, "Appointment");
    let parameter = &document["components"]["parameters"]["appointment"]["schema"];
    let in_path = jsonschema::draft202012::new(parameter).unwrap();
    for number in ["482913", "000000", "48291", "4829134", "A-1042", "", "48 2913"] {
        let value = appointment(number);
        let fits = number.parse::<AppointmentNumber>().is_ok();
        assert_eq!(allowed.is_valid(&value), fits, "{number:?}");
        assert_eq!(in_path.is_valid(&json!(number)), fits, "{number:?}");
        assert_eq!(through::<Appointment>(&value).is_some(), fits, "{number:?}");
    }
    let allowed = validator(&document, "Payment");
    for receipt in ["10482913", "INV-2026-77", &"A-".repeat(16), &"1".repeat(33), "", "<b>", "1 2"]
    {
        let fits = Payment::is_receipt(receipt);
        assert_eq!(allowed.is_valid(&paid(receipt)), fits, "{receipt:?}");
    }
    assert!(allowed.is_valid(&link(Payment::MAX_ADDRESS)));
    assert!(!allowed.is_valid(&link(Payment::MAX_ADDRESS + 1)));
}

/// Everything that the types can write, in every variant.
fn written() -> Vec<(&'static str, Value)> {
    let value = |it: &dyn erased::Written| it.value();
    let opening =
        || Opening { doctor: "chen".parse().unwrap(), at: date(2026, 3, 5).at(10, 0, 0, 0) };
    let appointment = || Appointment { number: "482913".parse().unwrap(), opening: opening() };
    let money = Money { minor: -1, currency: wording::Currency::Mxn };
    let mut all = vec![
        (
            "Doctors",
            value(&Doctors {
                doctors: vec![Doctor {
                    id: "a".parse().unwrap(),
                    name: "Dr. A".into(),
                    spoken: BTreeMap::new(),
                    specialty: "b".parse().unwrap(),
                }],
            }),
        ),
        ("Openings", value(&Openings { openings: vec![opening()] })),
        ("Appointments", value(&Appointments { appointments: vec![appointment()] })),
        (
            "HeldAppointment",
            value(&Held {
                number: "482913".parse().unwrap(),
                opening: opening(),
                name: None,
                phone: None,
            }),
        ),
        ("Booking", value(&Booking::Booked(appointment()))),
        ("Booking", value(&Booking::Taken)),
        ("Booking", value(&Booking::NoAppointment)),
        ("BookRequest", value(&BookRequest { opening: opening(), name: None, phone: None })),
        ("MoveRequest", value(&MoveRequest { opening: opening() })),
        ("Cancelled", value(&Cancelled { cancelled: false })),
        (
            "Bill",
            value(&Bill {
                account: "123456".parse().unwrap(),
                invoices: vec![Invoice {
                    number: "1".parse().unwrap(),
                    amount: money,
                    due_on: None,
                }],
                card: None,
            }),
        ),
        ("Payment", value(&Payment::Paid { receipt: "1".into() })),
        ("Payment", value(&Payment::Link { url: "https://pay.example.com".into() })),
        ("Payment", value(&Payment::AlreadyPaid)),
        ("Payment", value(&Payment::Declined)),
        ("Payment", value(&Payment::NotOwed)),
        (
            "Ticket",
            value(&Ticket {
                number: "482913".parse().unwrap(),
                service: Service::Television,
                tried: vec![Tried { step: "a".into(), helped: None }],
            }),
        ),
        (
            "TicketRequest",
            value(&TicketRequest {
                service: Service::Billing,
                symptom: "a".into(),
                tried: Vec::new(),
                phone: None,
            }),
        ),
        ("PinCheck", value(&PinCheck::Right)),
        ("PinCheck", value(&PinCheck::Wrong { left: 1 })),
        ("PinCheck", value(&PinCheck::Locked { minutes: 1 })),
        ("PinRequest", value(&PinRequest { pin: "1234".into(), tries: 3, lock_minutes: 30 })),
        ("CodeRequest", value(&CodeRequest { phone: None })),
        ("Code", value(&Code { code: None })),
        ("CodeCheck", value(&CodeCheck::Right)),
        ("CodeCheck", value(&CodeCheck::Wrong { left: 0 })),
        ("CodeCheck", value(&CodeCheck::Expired)),
        (
            "Balances",
            value(&Balances {
                balances: vec![Balance { kind: AccountKind::Savings, amount: money }],
            }),
        ),
        (
            "Transactions",
            value(&Transactions {
                transactions: vec![Transaction {
                    kind: AccountKind::Savings,
                    on: date(2026, 3, 5),
                    amount: money,
                    with: "a".into(),
                }],
            }),
        ),
        (
            "SearchRequest",
            value(&SearchRequest { words: "a".into(), topic: None, language: Language::EsUs }),
        ),
        ("NotFound", value(&NotFound { error: NotFoundWord::NotFound })),
    ];
    for answer in [Return::Opened, Return::AlreadyOpen, Return::NotPossible, Return::NoOrder] {
        all.push(("Return", value(&answer)));
    }
    for method in [PaymentMethod::CardOnFile, PaymentMethod::Link] {
        all.push(("PayRequest", value(&PayRequest { amount: money, method })));
    }
    all
}

mod erased {
    use super::{Serialize, Value};

    /// Whatever can be written.
    pub(super) trait Written {
        fn value(&self) -> Value;
    }

    impl<T: Serialize> Written for T {
        fn value(&self) -> Value {
            serde_json::to_value(self).unwrap()
        }
    }
}

#[test]
fn what_the_types_write_the_document_allows() {
    let document = document();
    for (name, value) in written() {
        let validator = validator(&document, name);
        let faults: Vec<_> = validator.iter_errors(&value).map(|it| it.to_string()).collect();
        assert!(faults.is_empty(), "{name} {value}: {faults:?}");
    }
}

#[test]
fn the_document_says_how_long_anybody_waits() {
    use crate::api::{breaker, retry};
    let text = document()["info"]["description"].as_str().unwrap().replace('\n', " ");
    for figure in [
        format!("waited for {} seconds", retry::TRY.as_secs_f32()),
        format!("at most {} times", retry::TRIES),
        format!("After {} failures in a row", breaker::FAILURES),
        format!("for {} seconds", breaker::REST.as_secs()),
    ] {
        assert!(text.contains(&figure), "{figure}: {text}");
    }
}
