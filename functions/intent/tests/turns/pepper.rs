//! PINs and payment links where the pepper is a secret of the deployment.

use aws_smithy_http_client::test_util::StaticReplayClient;
use directory::{Records, Settings};
use intent::{World, fetched};
use serde_json::Value;
use store::{Table, testing};

use crate::decisions::Decisions;
use crate::heard::{answer, words};
use crate::says::{BANK, ENERGY, confirmed, filled, intent, says};
use crate::vault::{ARN, vault};
use crate::world::{PEPPER, settings, table, world};

/// A world whose pepper is a secret that gives these texts, one after the other.
fn with_pepper(table: &Table, secrets: &[Option<&str>]) -> (World, StaticReplayClient) {
    let (vault, http) = vault(secrets);
    let pepper = Some(fetched(vault, ARN.to_owned()));
    let (client, name) = testing::parts(table);
    let records = Records::new(client, name, Settings { pepper, ..settings() });
    (World { records, ..world(table, table) }, http)
}

/// A caller who gives an account and then its PIN on the keypad.
fn identifies() -> [Value; 3] {
    let balance = "CheckBalance";
    let mut keys = says(BANK, 2, "4071", filled(balance, "Pin", "4071"));
    keys["inputMode"] = "DTMF".into();
    [
        says(BANK, 0, "check my balance", filled(balance, "AccountNumber", "1234567890")),
        says(BANK, 1, "yes", confirmed(balance)),
        keys,
    ]
}

/// The tries that count against the account.
async fn tries(table: &Table) -> Vec<Value> {
    let mut items = testing::items(table).await.unwrap();
    items.retain(|it| it["kind"] == "pin-tries");
    items
}

#[tokio::test]
async fn a_pin_is_judged_with_the_pepper_and_fetches_it_first() {
    let table = table().await;
    let (world, vault) = with_pepper(&table, &[Some(PEPPER)]);
    let [first, second, keys] = identifies();
    answer(&first, &world).await;
    answer(&second, &world).await;
    assert_eq!(vault.actual_requests().count(), 0, "fetched before it was needed");
    let told = words(&answer(&keys, &world).await);
    assert!(told.contains("code"), "{told}");
    assert_eq!(vault.actual_requests().count(), 1);
}

#[tokio::test]
async fn another_pepper_makes_a_pin_wrong() {
    let table = table().await;
    let (world, _) = with_pepper(&table, &[Some("0123456789abcdef")]);
    for event in identifies() {
        answer(&event, &world).await;
    }
    assert_eq!(tries(&table).await.len(), 1);
}

#[tokio::test]
async fn without_the_pepper_no_pin_is_judged_and_no_try_counts() {
    for unfit in [None, Some("hunter2")] {
        let table = table().await;
        let (world, _) = with_pepper(&table, &[unfit]);
        let log = Decisions::default();
        let _logging = tracing::subscriber::set_default(log.clone());
        let [first, second, keys] = identifies();
        answer(&first, &world).await;
        answer(&second, &world).await;
        let response = answer(&keys, &world).await;
        let attributes = response.session_state.session_attributes.as_ref().unwrap();
        assert_eq!(
            attributes.get("next").map(String::as_str),
            Some("person"),
            "{}",
            words(&response)
        );
        assert_eq!(attributes.get("reason").map(String::as_str), Some("backend"));
        assert_eq!(tries(&table).await, Vec::<Value>::new());
        let lines = log.lines("no answer from the business's records");
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert_eq!(lines[0]["code"], "directory.pepper-unavailable");
        let log = log.text();
        assert!(!log.contains("hunter2") && !log.contains("4071"), "{log}");
    }
}

#[tokio::test]
async fn without_the_pepper_no_link_is_made() {
    let table = table().await;
    let (world, _) = with_pepper(&table, &[None]);
    let pay = "PayInvoice";
    let mut told = None;
    for event in [
        says(ENERGY, 0, "pay account 48210109", filled(pay, "AccountNumber", "48210109")),
        says(ENERGY, 1, "yes", confirmed(pay)),
        says(ENERGY, 2, "yes", confirmed(pay)),
        says(ENERGY, 3, "yes", confirmed(pay)),
        says(ENERGY, 4, "by link", intent(pay)),
    ] {
        told = Some(answer(&event, &world).await);
    }
    let items = testing::items(&table).await.unwrap();
    assert!(!items.iter().any(|it| it["kind"] == "payment-link" || it["kind"] == "text"));
    assert!(!words(&told.unwrap()).contains("texted"));
}
