//! Callers who call again.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod world;

use dialogue::{Consent, Matter, Remembered, Slot, Slots, Wish};
use greeting::{Answer, Greeter};
use jiff::civil::date;
use line::Arm;
use serde_json::{Value, json};
use store::{CallerHash, CallerKey, Profile, StoredLine, Table, testing};
use wording::Language;
use world::now;

const CALLER: &str = "+12025550143";

fn key() -> CallerKey {
    CallerKey::new(&[7; 32]).unwrap()
}

fn caller() -> CallerHash {
    key().hash(&CALLER.parse().unwrap())
}

fn profile(line: &str, consent: Consent) -> Profile {
    let matter = Matter {
        wish: Wish::CheckOrderStatus,
        slots: Slots::from([(Slot::OrderNumber, "55421".to_owned())]),
        on: date(2026, 3, 1),
        until: None,
    };
    Profile {
        caller: caller(),
        line: line.parse().unwrap(),
        remembered: Remembered {
            consent: Some(consent),
            name: Some("Dana".to_owned()),
            matters: vec![matter],
        },
        language: None,
        updated_at: now(),
        keep_days: None,
        version: 0,
    }
}

async fn table(profiles: &[Profile]) -> Table {
    let table = testing::table().await.unwrap();
    world::put_lines(&table).await;
    for profile in profiles {
        testing::put_profile(&table, profile).await.unwrap();
    }
    table
}

/// Calls a number, twice: the first time the line is not known yet, the second time it is.
async fn call(table: &Table, dialled: &str) -> Answer {
    let greeter = Greeter::new(table.clone(), world::basic(), None);
    let key = key();
    let event = json!({ "Name": "ContactFlowEvent", "Details": { "ContactData": {
        "ContactId": "0a1b2c3d-0000-4000-8000-000000000001",
        "CustomerEndpoint": { "Address": CALLER, "Type": "TELEPHONE_NUMBER" },
        "SystemEndpoint": { "Address": dialled, "Type": "TELEPHONE_NUMBER" },
    } } });
    let first = greeter.handle(event.clone(), now(), async || Ok(&key)).await.unwrap();
    let second = greeter.handle(event, now(), async || Ok(&key)).await.unwrap();
    assert_eq!(first, second);
    first
}

/// What the dialogue begins with.
async fn remembered(table: &Table) -> Value {
    let contact = "0a1b2c3d-0000-4000-8000-000000000001".parse().unwrap();
    let call = table.call(&contact).await.unwrap().unwrap();
    serde_json::to_value(call.session).unwrap()["remembered"].take()
}

#[tokio::test]
async fn who_agreed_is_greeted_with_what_is_open() {
    let table = table(&[profile("northwind", Consent::Granted)]).await;
    let answer = call(&table, "+12025550100").await;
    let greeting = "Thank you for calling Northwind Outfitters. Welcome back, Dana.";
    assert_eq!(answer.get("greeting"), Some(greeting));
    let question = "Are you calling about the order you asked about yesterday?";
    assert_eq!(answer.get("sayQuestion"), Some(question));
    let known = remembered(&table).await;
    assert_eq!(known["matters"][0]["slots"], json!({ "OrderNumber": "55421" }));
}

#[tokio::test]
async fn who_speaks_spanish_is_greeted_in_spanish() {
    let mut known = profile("northwind", Consent::Granted);
    known.language = Some(Language::EsUs);
    known.remembered.matters.clear();
    known.remembered.name = None;
    let table = table(&[known]).await;
    let answer = call(&table, "+12025550100").await;
    assert_eq!((answer.get("language"), answer.get("voice")), (Some("es-US"), Some("Lupe")));
    assert_eq!(answer.get("sayQuestion"), Some("¿En qué le puedo ayudar hoy?"));
    let contact = "0a1b2c3d-0000-4000-8000-000000000001".parse().unwrap();
    assert_eq!(table.call(&contact).await.unwrap().unwrap().language, "es-US");
}

#[tokio::test]
async fn nothing_is_said_of_who_refused() {
    let table = table(&[profile("northwind", Consent::Refused)]).await;
    let answer = call(&table, "+12025550100").await;
    let greeting = "Thank you for calling Northwind Outfitters.";
    assert_eq!(answer.get("greeting"), Some(greeting));
    assert_eq!(answer.get("sayQuestion"), Some("How can I help you today?"));
    assert_eq!(remembered(&table).await, json!({ "consent": "refused" }));
}

#[tokio::test]
async fn a_line_knows_nothing_of_what_others_remember() {
    let table = table(&[profile("riverside", Consent::Granted)]).await;
    let answer = call(&table, "+12025550100").await;
    assert_eq!(answer.get("greeting"), Some("Thank you for calling Northwind Outfitters."));
    assert_eq!(remembered(&table).await, Value::Null);
}

#[tokio::test]
async fn a_line_that_remembers_nobody_greets_as_if_for_the_first_time() {
    let table = table(&[profile("rio", Consent::Granted)]).await;
    let answer = call(&table, "+12025550109").await;
    assert_eq!(answer.get("greeting"), Some("Gracias por llamar a la Clínica del Río."));
    assert_eq!(remembered(&table).await, Value::Null);
}

#[tokio::test]
async fn what_the_greeting_says_of_an_experiment_is_kept_and_says_what_the_dialogue_says() {
    let experiment = |message: &str| line::Experiment {
        name: format!("try-{message}"),
        message: message.to_owned(),
        share: 100,
    };
    let mut shop = world::shop();
    shop.experiments = ["ask-wish", "tell-disclosure", "tell-goodbye"].map(experiment).to_vec();
    let heard = async |caller: Option<&str>| {
        let table = testing::table().await.unwrap();
        for number in shop.numbers.clone() {
            table.put_line(&StoredLine { number, line: shop.clone(), version: 0 }).await.unwrap();
        }
        let greeter = Greeter::new(table.clone(), world::basic(), None);
        let key = key();
        let endpoint = caller.map(|it| json!({ "Address": it, "Type": "TELEPHONE_NUMBER" }));
        let event = json!({ "Name": "ContactFlowEvent", "Details": { "ContactData": {
            "ContactId": "0a1b2c3d-0000-4000-8000-000000000001",
            "CustomerEndpoint": endpoint,
            "SystemEndpoint": { "Address": "+12025550100", "Type": "TELEPHONE_NUMBER" },
        } } });
        greeter.handle(event, now(), async || Ok(&key)).await.unwrap();
        let contact = "0a1b2c3d-0000-4000-8000-000000000001".parse().unwrap();
        let arms = table.call(&contact).await.unwrap().unwrap().arms;
        let second = dialogue::arms(&shop, caller);
        let same = arms.iter().all(|(name, arm)| {
            let message = name.trim_start_matches("try-");
            (*arm == Arm::B) == second.hears_second(message)
        });
        assert!(same, "{arms:?}");
        arms.into_iter().map(|(name, arm)| format!("{name} {arm:?}")).collect::<Vec<_>>()
    };
    // The goodbye is not heard yet.
    assert_eq!(heard(Some(CALLER)).await, ["try-ask-wish B", "try-tell-disclosure B"]);
    // Who withholds their number hears the first wording of everything, and counts for neither.
    assert_eq!(heard(None).await, Vec::<String>::new());
}
