//! Bills and payments.

use dialogue::business::{Bill, Money};
use dialogue::{Facts, Operation, Payment, Request};
use futures_util::future::join_all;
use line::PaymentMethod;
use serde_json::{Value, json};
use wording::Currency;

use crate::world::{World, caller, elsewhere, item};

fn account(card: &Value) -> Value {
    let mut fields = json!({ "number": "123456" });
    if !card.is_null() {
        fields["card"] = card.clone();
    }
    item("billing-account", "ACCOUNT#123456", "BILL", &fields)
}

fn good_card() -> Value {
    json!({ "token": "tok_8f2a", "last_four": "4242" })
}

fn invoice(number: &str, minor: i64, due_on: Option<&str>) -> Value {
    let mut fields = json!({ "number": number, "state": "open",
                             "amount": { "minor": minor, "currency": "USD" } });
    if let Some(due_on) = due_on {
        fields["due_on"] = json!(due_on);
    }
    item("invoice", "ACCOUNT#123456", &format!("BILL#INVOICE#{number}"), &fields)
}

fn customer() -> Vec<Value> {
    vec![
        account(&good_card()),
        invoice("2026-03", 8_450, Some("2026-03-15")),
        invoice("2026-02", 7_900, Some("2026-02-15")),
        invoice("extra", 100, None),
        elsewhere(invoice("2026-04", 100, None)),
    ]
}

fn pay(invoice: &str, minor: i64, method: PaymentMethod, operation: u32) -> Request {
    Request::Pay {
        account: "123456".parse().unwrap(),
        invoice: invoice.parse().unwrap(),
        amount: Money { minor, currency: Currency::Usd },
        method,
        operation: Operation(operation),
    }
}

fn by_card(invoice: &str, minor: i64, operation: u32) -> Request {
    pay(invoice, minor, PaymentMethod::CardOnFile, operation)
}

async fn paid(world: &World, request: &Request, call: u32) -> Payment {
    match world.ask(request, &caller(call)).await {
        Facts::Payment(payment) => payment,
        other => panic!("{other:?}"),
    }
}

async fn bill(world: &World) -> Bill {
    match world.ask(&Request::Bill("123456".parse().unwrap()), &caller(1)).await {
        Facts::Bill(Some(bill)) => bill,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_bill_has_what_is_open_the_oldest_first() {
    let mut items = customer();
    let mut settled = invoice("2026-01", 1, Some("2026-01-15"));
    settled["state"] = json!("paid");
    items.push(settled);
    let world = World::with(&items).await;
    let bill = bill(&world).await;
    let numbers: Vec<_> = bill.invoices.iter().map(|it| it.number.as_str()).collect();
    assert_eq!(numbers, ["2026-02", "2026-03", "extra"]);
    assert_eq!(bill.card.unwrap().last_four, "4242");
    let unknown = Request::Bill("999999".parse().unwrap());
    assert_eq!(world.ask(&unknown, &caller(1)).await, Facts::Bill(None));
}

#[tokio::test]
async fn a_record_with_a_card_number_is_refused() {
    let card = json!({ "token": "4111111111111111", "last_four": "1111" });
    let world = World::with(&[account(&card)]).await;
    let request = Request::Bill("123456".parse().unwrap());
    assert_eq!(world.ask(&request, &caller(1)).await, Facts::Unavailable);
}

#[tokio::test]
async fn records_that_make_no_sense_are_no_answer() {
    let mut free = invoice("2026-03", 0, None);
    let mut odd = invoice("2026-03", 100, None);
    odd["state"] = json!("lost");
    free["due_on"] = json!("2026-03-15");
    for wrong in
        [free, odd.clone(), item("invoice", "ACCOUNT#123456", "BILL#INVOICE#x", &json!({}))]
    {
        let world = World::with(&[account(&good_card()), wrong]).await;
        let request = Request::Bill("123456".parse().unwrap());
        assert_eq!(world.ask(&request, &caller(1)).await, Facts::Unavailable);
    }
    let world = World::with(&[account(&good_card()), odd]).await;
    assert_eq!(world.ask(&by_card("2026-03", 100, 1), &caller(1)).await, Facts::Unavailable);
    // An invoice without its account is nobody's bill.
    let world = World::with(&[invoice("2026-03", 100, None)]).await;
    let request = Request::Bill("123456".parse().unwrap());
    assert_eq!(world.ask(&request, &caller(1)).await, Facts::Unavailable);
}

#[tokio::test]
async fn an_invoice_is_paid_once_and_the_receipt_stays_the_same() {
    let world = World::with(&customer()).await;
    let request = by_card("2026-03", 8_450, 1);
    let callers = [caller(1), caller(1), caller(1)];
    let answers = join_all(callers.iter().map(|it| world.ask(&request, it))).await;
    let Payment::Paid { receipt } = paid(&world, &request, 1).await else { panic!() };
    let expected = Facts::Payment(Payment::Paid { receipt: receipt.clone() });
    assert!(answers.iter().all(|it| *it == expected), "{answers:?}");
    let payments = world.stored("payment").await;
    assert_eq!(payments.len(), 1);
    assert_eq!(payments[0]["amount"], json!({ "minor": 8450, "currency": "USD" }));
    assert_eq!(
        (&payments[0]["receipt"], &payments[0]["invoice"]),
        (&json!(receipt), &json!("2026-03"))
    );
    assert_eq!(bill(&world).await.invoices.len(), 2);
    for (operation, call) in [(2, 1), (1, 2)] {
        let again = paid(&world, &by_card("2026-03", 8_450, operation), call).await;
        assert_eq!(again, Payment::AlreadyPaid);
    }
    assert_eq!(world.stored("payment").await.len(), 1);
}

#[tokio::test]
async fn of_all_who_pay_an_invoice_one_is_charged() {
    let world = World::with(&customer()).await;
    let callers: Vec<_> = (1..=20).map(caller).collect();
    let request = by_card("2026-03", 8_450, 1);
    let answers = join_all(callers.iter().map(|it| world.ask(&request, it))).await;
    let already = Facts::Payment(Payment::AlreadyPaid);
    assert_eq!(answers.iter().filter(|it| **it != already).count(), 1, "{answers:?}");
    assert_eq!(world.stored("payment").await.len(), 1);
}

#[tokio::test]
async fn what_is_not_owed_is_not_taken() {
    let world = World::with(&customer()).await;
    for (operation, invoice, minor) in
        [(1, "2026-03", 8_451), (2, "2026-09", 8_450), (3, "2026-04", 100)]
    {
        for (shift, method) in [(0, PaymentMethod::CardOnFile), (10, PaymentMethod::Link)] {
            let request = pay(invoice, minor, method, operation + shift);
            assert_eq!(paid(&world, &request, 1).await, Payment::NotOwed, "{invoice} {method:?}");
        }
    }
    let mut euros = by_card("2026-03", 8_450, 4);
    if let Request::Pay { amount, .. } = &mut euros {
        amount.currency = Currency::Eur;
    }
    assert_eq!(paid(&world, &euros, 1).await, Payment::NotOwed);
    assert!(world.stored("payment").await.is_empty());
    assert_eq!(bill(&world).await.invoices.len(), 3);
}

#[tokio::test]
async fn a_card_that_is_declined_or_missing_pays_nothing() {
    let declined = json!({ "token": "tok_8f2a", "last_four": "0002", "declined": true });
    for card in [declined, Value::Null] {
        let world = World::with(&[account(&card), invoice("2026-03", 8_450, None)]).await;
        assert_eq!(paid(&world, &by_card("2026-03", 8_450, 1), 1).await, Payment::Declined);
        // The card is mended. A try that comes late does not charge what the caller heard declined.
        store::testing::put(&world.table, &account(&good_card())).await.unwrap();
        assert_eq!(paid(&world, &by_card("2026-03", 8_450, 1), 1).await, Payment::Declined);
        assert!(world.stored("payment").await.is_empty());
        let again = paid(&world, &by_card("2026-03", 8_450, 2), 1).await;
        assert!(matches!(again, Payment::Paid { .. }), "{again:?}");
    }
}

#[tokio::test]
async fn a_link_leads_to_a_page_of_its_own_that_cannot_be_guessed() {
    let world = World::with(&customer()).await;
    let request = |operation| pay("2026-03", 8_450, PaymentMethod::Link, operation);
    let Payment::Link { url } = paid(&world, &request(1), 1).await else { panic!() };
    let token = url.strip_prefix("https://pay.example.com/").unwrap();
    assert_eq!(token.len(), 32);
    assert_eq!(paid(&world, &request(1), 1).await, Payment::Link { url: url.clone() });
    assert_ne!(paid(&world, &request(2), 1).await, Payment::Link { url: url.clone() });
    let links = world.stored("payment-link").await;
    assert_eq!(links.len(), 2);
    let link = links.iter().find(|it| it["token"] == token).unwrap();
    assert_eq!((&link["account"], &link["invoice"]), (&json!("123456"), &json!("2026-03")));
    assert_eq!(link["open_until"], "2026-03-05T17:00:00Z");
    // The invoice is open until somebody pays on that page; then there is nothing to link to.
    assert_eq!(bill(&world).await.invoices.len(), 3);
    paid(&world, &by_card("2026-03", 8_450, 3), 1).await;
    assert_eq!(paid(&world, &request(4), 1).await, Payment::AlreadyPaid);
    assert_eq!(paid(&world, &request(1), 1).await, Payment::Link { url });
}

#[tokio::test]
async fn without_a_payment_page_there_is_no_link() {
    let world = World::with(&customer()).await;
    let (client, name) = store::testing::parts(&world.table);
    let records = directory::Records::new(client, name, directory::Settings::default());
    let request = pay("2026-03", 8_450, PaymentMethod::Link, 1);
    assert_eq!(directory::perform(&records, &request, &caller(1)).await, Facts::Unavailable);
    assert!(world.stored("payment-link").await.is_empty());
}

#[tokio::test]
async fn without_a_secret_there_is_no_link_that_could_be_guessed() {
    let world = World::with(&customer()).await;
    let (client, name) = store::testing::parts(&world.table);
    let payment_link = Some("https://pay.example.com/{token}".parse().unwrap());
    let settings = directory::Settings { payment_link, pepper: None };
    let records = directory::Records::new(client, name, settings);
    let request = pay("2026-03", 8_450, PaymentMethod::Link, 1);
    assert_eq!(directory::perform(&records, &request, &caller(1)).await, Facts::Unavailable);
    assert!(world.stored("payment-link").await.is_empty());
}

#[tokio::test]
async fn a_receipt_number_that_is_taken_is_given_to_nobody_else() {
    let request = by_card("2026-03", 8_450, 1);
    let Payment::Paid { receipt } = paid(&World::with(&customer()).await, &request, 1).await else {
        panic!()
    };
    let mut items = customer();
    items.push(item("payment", &format!("PAYMENT#{receipt}"), "PAYMENT", &json!({})));
    let world = World::with(&items).await;
    let Payment::Paid { receipt: other } = paid(&world, &request, 1).await else { panic!() };
    assert_ne!(other, receipt);
    assert_eq!(paid(&world, &request, 1).await, Payment::Paid { receipt: other });
}

#[tokio::test]
async fn an_operation_whose_answer_has_expired_still_gets_its_receipt() {
    let world = World::with(&customer()).await;
    let request = by_card("2026-03", 8_450, 1);
    let first = paid(&world, &request, 1).await;
    let (client, name) = store::testing::parts(&world.table);
    for operation in world.stored("operation").await {
        let text = |name: &str| {
            aws_sdk_dynamodb::types::AttributeValue::S(operation[name].as_str().unwrap().to_owned())
        };
        client
            .delete_item()
            .table_name(&name)
            .key("pk", text("pk"))
            .key("sk", text("sk"))
            .send()
            .await
            .unwrap();
    }
    assert_eq!(paid(&world, &request, 1).await, first);
    assert_eq!(world.stored("payment").await.len(), 1);
}
