//! What the document bounds, an answer is held to, and to nothing narrower.

use dialogue::business::{AccountKind, Secret};
use dialogue::{Facts, Holder, Operation, Request};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::tests::{document, types, validator};
use super::*;
use crate::sense;

#[test]
fn lengths_are_those_that_the_types_take() {
    let document = document();
    for (name, property, most) in [
        ("Doctor", "id", 100),
        ("Doctor", "specialty", 100),
        ("Opening", "doctor", 100),
        ("Invoice", "number", 32),
    ] {
        let schema = &document["components"]["schemas"][name];
        let about = &schema["properties"][property];
        assert_eq!(about["maxLength"], most, "{name}.{property}");
        let through = types()[name];
        let mut with = schema["examples"][0].clone();
        for (length, taken) in [(0, false), (1, true), (most, true), (most + 1, false)] {
            with[property] = json!("é".repeat(length));
            assert_eq!(through(&with).is_some(), taken, "{name}.{property} of {length}");
            assert_eq!(validator(&document, name).is_valid(&with), taken, "{name} of {length}");
        }
    }
}

/// Whether an answer, read by its type, can be one to its question.
fn makes_sense(schema: &str, answer: &Value) -> bool {
    fn read<T: DeserializeOwned>(answer: &Value) -> T {
        serde_json::from_value(answer.clone()).unwrap()
    }
    let account = || "123456".parse().unwrap();
    let operation = Operation(1);
    let (request, facts) = match schema {
        "Doctors" => (Request::Doctors, Facts::Doctors(read::<Doctors>(answer).doctors)),
        "Appointments" => (
            Request::Appointments(Holder::Caller),
            Facts::Appointments(read::<Appointments>(answer).appointments),
        ),
        "Bill" => (Request::Bill(account()), Facts::Bill(Some(read(answer)))),
        "Payment" => {
            let method = match answer["outcome"].as_str() {
                Some("link") => PaymentMethod::Link,
                _ => PaymentMethod::CardOnFile,
            };
            let amount = Money { minor: 8450, currency: wording::Currency::Usd };
            let invoice = "7".parse().unwrap();
            let request = Request::Pay { account: account(), invoice, amount, method, operation };
            (request, Facts::Payment(read(answer)))
        }
        "Code" => (
            Request::CreateCode { account: account(), operation },
            Facts::Code(read::<Code>(answer).code.map(Secret::new)),
        ),
        "CodeCheck" => {
            let (code, created) = (Secret::new("482913"), Operation(2));
            let request = Request::VerifyCode { account: account(), code, created, operation };
            (request, Facts::CodeChecked(read(answer)))
        }
        "Balances" => {
            (Request::Balances(account()), Facts::Balances(Some(read::<Balances>(answer).balances)))
        }
        "Transactions" => (
            Request::Transactions { account: account(), kind: AccountKind::Checking, limit: 3 },
            Facts::Transactions(read::<Transactions>(answer).transactions),
        ),
        "Passages" => (
            Request::Search { words: "a".into(), topic: None, language: Language::EnUs },
            Facts::Passages(read::<Passages>(answer).passages),
        ),
        other => panic!("{other} is no answer"),
    };
    sense::check(&request, facts).is_ok()
}

/// A text of so many characters that are more than a byte long.
fn text(length: usize) -> Value {
    json!("é".repeat(length))
}

#[test]
fn answers_are_held_to_the_bounds_of_the_document() {
    let document = document();
    let passages =
        json!({ "passages": [document["components"]["schemas"]["Passage"]["examples"][0]] });
    let doctors =
        json!({ "doctors": [document["components"]["schemas"]["Doctor"]["examples"][0]] });
    let example =
        |name: &str, at: usize| document["components"]["schemas"][name]["examples"][at].clone();
    let name = || [text(1), text(100), text(0), text(101)];
    let spoken = || [text(1), text(1_000), text(0), text(1_001)];
    let address = |length: usize| json!(format!("https://{}", "a".repeat(length)));
    let code = |length: usize| json!("1".repeat(length));
    for (schema, answer, at, values) in [
        ("Doctors", doctors.clone(), "/doctors/0/name", name()),
        ("Doctors", doctors, "/doctors/0/spoken/es-US", name()),
        ("Transactions", example("Transactions", 0), "/transactions/0/with", name()),
        ("Passages", passages.clone(), "/passages/0/text", spoken()),
        ("Passages", passages.clone(), "/passages/0/more/0", spoken()),
        ("Passages", passages, "/passages/0/details/where", spoken()),
        ("Payment", example("Payment", 0), "/receipt", [code(1), code(32), code(0), code(33)]),
        (
            "Payment",
            example("Payment", 1),
            "/url",
            [address(1), address(192), address(0), address(193)],
        ),
        (
            "Payment",
            example("Payment", 1),
            "/url",
            [
                json!("https://a/?b=c#d"),
                json!("https://~"),
                json!("https://a b"),
                json!("http://a"),
            ],
        ),
        ("Bill", example("Bill", 0), "/card/last_four", [code(4), json!("0000"), code(3), code(5)]),
        ("Code", example("Code", 0), "/code", [code(6), json!(null), code(5), code(7)]),
        (
            "CodeCheck",
            example("CodeCheck", 1),
            "/left",
            [json!(0), json!(10), json!(11), json!(12)],
        ),
    ] {
        let validator = validator(&document, schema);
        for (value, fits) in values.into_iter().zip([true, true, false, false]) {
            let mut with = answer.clone();
            *with.pointer_mut(at).unwrap() = value;
            assert_eq!(validator.is_valid(&with), fits, "{schema}{at}: {with}");
            assert_eq!(makes_sense(schema, &with), fits, "{schema}{at}: {with}");
        }
    }
}

#[test]
fn answers_have_as_many_parts_as_the_document_allows() {
    let document = document();
    for (schema, list) in [
        ("Doctors", "doctors"),
        ("Appointments", "appointments"),
        ("Bill", "invoices"),
        ("Balances", "balances"),
        ("Passages", "passages"),
    ] {
        let schemas = &document["components"]["schemas"];
        let about = &schemas[schema]["properties"][list];
        let part = about["items"]["$ref"].as_str().unwrap().trim_start_matches('#');
        let part = &document.pointer(part).unwrap()["examples"][0];
        let validator = validator(&document, schema);
        for (count, fits) in [(200, true), (201, false)] {
            let mut with = schemas[schema]["examples"][0].clone();
            with[list] = vec![part.clone(); count].into();
            assert_eq!(validator.is_valid(&with), fits, "{count} in {schema}");
            assert_eq!(makes_sense(schema, &with), fits, "{count} in {schema}");
        }
    }
}
