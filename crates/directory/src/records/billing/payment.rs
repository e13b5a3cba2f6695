//! Payments: with the card on file, or by a link.

use dialogue::business::Money;
use dialogue::{Operation, Payment};
use jiff::{SignedDuration, Timestamp};
use line::PaymentMethod;
use serde::{Deserialize, Serialize};

use crate::derived::{Derived, numbers};
use crate::directory::{Answer, Charge};
use crate::records::item::Item;
use crate::records::once::{Change, Once};
use crate::records::table::Met;
use crate::records::write::Write;
use crate::records::{Kind, Records, item, keys};
use crate::{Caller, DirectoryError};

/// Digits of a receipt's number.
const DIGITS: u32 = 8;

/// How long a payment page is open: 3 days.
const LINK_OPEN: SignedDuration = SignedDuration::from_hours(3 * 24);

/// Is open, over this amount.
const OWED: &str = "#state = :open AND #amount.#minor = :minor AND #amount.#currency = :currency";

/// Money to be taken from a card, as it is stored.
#[derive(Serialize, Deserialize)]
struct PaymentRecord {
    receipt: String,
    account: String,
    invoice: String,
    amount: Money,
    operation: String,
    at: Timestamp,
}

/// A page on which a caller pays, as it is stored.
#[derive(Serialize, Deserialize)]
struct LinkRecord {
    token: String,
    account: String,
    invoice: String,
    amount: Money,
    operation: String,
    open_until: Timestamp,
}

impl Records {
    /// Takes money, or makes a page on which the caller pays.
    ///
    /// One transaction: with the card 8 write units, 2 each for the invoice, the payment, the account
    /// that is looked at, and the answer, and as much again for each number that another receipt has;
    /// by a link 6. One `PutItem` more, 1 write unit, when the answer is no.
    pub(in crate::records) async fn charge(
        &self,
        charge: &Charge<'_>,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Payment> {
        let method = match charge.method {
            PaymentMethod::CardOnFile => "card-on-file",
            PaymentMethod::Link => "link",
        };
        let Money { minor, currency } = charge.amount;
        let change = Change::new(
            caller.key(operation),
            "pay",
            &[
                charge.account.as_str(),
                charge.invoice.as_str(),
                &minor.to_string(),
                code(currency),
                method,
            ],
        );
        match charge.method {
            PaymentMethod::CardOnFile => self.charge_card(charge, &change, operation, caller).await,
            PaymentMethod::Link => self.make_link(charge, &change, operation, caller).await,
        }
    }

    async fn charge_card(
        &self,
        charge: &Charge<'_>,
        change: &Change,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Payment> {
        let key = caller.key(operation);
        let operation = key.to_string();
        for receipt in numbers::<String>("receipt", &key, caller, DIGITS) {
            let writes = vec![
                pay_invoice(charge, &receipt, &operation, caller),
                has_good_card(charge, caller),
                payment(charge, &receipt, &operation, caller)?,
            ];
            let paid = Payment::Paid { receipt };
            let met = match self.once(change, &paid, writes, caller).await? {
                Once::Now => return Ok(paid),
                Once::Before(answer) => return Ok(answer),
                Once::Refused(met) => met,
            };
            let [invoice, account, number] = met.as_slice() else {
                return Err(DirectoryError::Contested { kind: Kind::Payment });
            };
            if invoice.failed {
                let answer = why_not(invoice, charge, &operation)?;
                return self.settle(change, answer, caller).await;
            }
            if account.failed {
                return self.settle(change, Payment::Declined, caller).await;
            }
            if !number.failed {
                return Err(DirectoryError::Contested { kind: Kind::Payment });
            }
        }
        Err(DirectoryError::Contested { kind: Kind::Payment })
    }

    async fn make_link(
        &self,
        charge: &Charge<'_>,
        change: &Change,
        operation: Operation,
        caller: &Caller,
    ) -> Answer<Payment> {
        let template = self.settings.payment_link.as_ref().ok_or(DirectoryError::LinkUnset)?;
        let operation = caller.key(operation).to_string();
        let token = Derived::keyed(self.settings.link_secret().await?.as_bytes(), "payment-link")
            .and(caller.line.as_str())
            .and(&operation)
            .token();
        let writes = vec![
            Write::check(Kind::Invoice, invoice_key(charge, caller), OWED)
                .names(&["state", "amount", "minor", "currency"])
                .value("open", item::text("open"))
                .value("minor", item::number(charge.amount.minor))
                .value("currency", item::text(code(charge.amount.currency))),
            link(charge, &token, &operation, caller)?,
        ];
        let made = Payment::Link { url: template.with(&token) };
        match self.once(change, &made, writes, caller).await? {
            Once::Now => Ok(made),
            Once::Before(answer) => Ok(answer),
            Once::Refused(met) => match met.as_slice() {
                [invoice, _] if invoice.failed => {
                    let answer = why_not(invoice, charge, &operation)?;
                    self.settle(change, answer, caller).await
                }
                _ => Err(DirectoryError::Contested { kind: Kind::PaymentLink }),
            },
        }
    }
}

/// Why an invoice cannot be paid, from how it is stored.
fn why_not(invoice: &Met, charge: &Charge<'_>, operation: &str) -> Answer<Payment> {
    let Some(item) = &invoice.item else { return Ok(Payment::NotOwed) };
    let text = |name: &str| item::text_of(item, name);
    match text("state") {
        // Paid by this very operation, whose answer has expired.
        Some("paid") if text("operation") == Some(operation) => {
            let receipt = text("receipt").map(str::to_owned);
            let receipt = receipt.ok_or(DirectoryError::Malformed { kind: Kind::Invoice })?;
            Ok(Payment::Paid { receipt })
        }
        Some("paid") => Ok(Payment::AlreadyPaid),
        Some("open") if amount_of(item) == Some(charge.amount) => {
            // The condition failed, and what it met fulfils it: it changed in between.
            Err(DirectoryError::Contested { kind: Kind::Invoice })
        }
        Some("open") => Ok(Payment::NotOwed),
        _ => Err(DirectoryError::Malformed { kind: Kind::Invoice }),
    }
}

fn amount_of(item: &Item) -> Option<Money> {
    serde_dynamo::aws_sdk_dynamodb_1::from_attribute_value(item.get("amount")?.clone()).ok()
}

fn invoice_key(charge: &Charge<'_>, caller: &Caller) -> item::Key {
    keys::invoice(&caller.line, charge.account, charge.invoice)
}

/// The ISO 4217 code, as records have it.
fn code(currency: wording::Currency) -> &'static str {
    match currency {
        wording::Currency::Usd => "USD",
        wording::Currency::Eur => "EUR",
        wording::Currency::Mxn => "MXN",
    }
}

/// An open invoice becomes paid.
fn pay_invoice(charge: &Charge<'_>, receipt: &str, operation: &str, caller: &Caller) -> Write {
    Write::update(
        Kind::Invoice,
        invoice_key(charge, caller),
        "SET #state = :paid, #receipt = :receipt, #operation = :operation, #paid_at = :at \
         ADD #version :one",
        OWED,
    )
    .names(&["state", "amount", "minor", "currency"])
    .names(&["receipt", "operation", "paid_at", item::VERSION])
    .value("open", item::text("open"))
    .value("minor", item::number(charge.amount.minor))
    .value("currency", item::text(code(charge.amount.currency)))
    .value("paid", item::text("paid"))
    .value("receipt", item::text(receipt))
    .value("operation", item::text(operation))
    .value("at", item::text(caller.now.timestamp().to_string()))
    .value("one", item::number(1))
}

/// The account has a card that is not known to be declined.
fn has_good_card(charge: &Charge<'_>, caller: &Caller) -> Write {
    Write::check(
        Kind::BillingAccount,
        keys::billing_account(&caller.line, charge.account),
        "attribute_exists(#card.#token) AND \
         (attribute_not_exists(#card.#declined) OR #card.#declined = :no)",
    )
    .names(&["card", "token", "declined"])
    .value("no", aws_sdk_dynamodb::types::AttributeValue::Bool(false))
}

/// The order to take the money. Its key is the receipt's number, so nobody else has that.
fn payment(charge: &Charge<'_>, receipt: &str, operation: &str, caller: &Caller) -> Answer<Write> {
    let record = PaymentRecord {
        receipt: receipt.to_owned(),
        account: charge.account.as_str().to_owned(),
        invoice: charge.invoice.as_str().to_owned(),
        amount: charge.amount,
        operation: operation.to_owned(),
        at: caller.now.timestamp(),
    };
    let key = keys::payment(&caller.line, receipt);
    Ok(Write::new_item(Kind::Payment, item::encode(Kind::Payment, key, &record)?))
}

/// The page on which the caller pays.
fn link(charge: &Charge<'_>, token: &str, operation: &str, caller: &Caller) -> Answer<Write> {
    let now = caller.now.timestamp();
    let record = LinkRecord {
        token: token.to_owned(),
        account: charge.account.as_str().to_owned(),
        invoice: charge.invoice.as_str().to_owned(),
        amount: charge.amount,
        operation: operation.to_owned(),
        open_until: now.saturating_add(LINK_OPEN).unwrap_or(Timestamp::MAX),
    };
    let key = keys::payment_link(&caller.line, token);
    let mut written = item::encode(Kind::PaymentLink, key, &record)?;
    item::expire(&mut written, now, LINK_OPEN);
    Ok(Write::new_item(Kind::PaymentLink, written))
}
