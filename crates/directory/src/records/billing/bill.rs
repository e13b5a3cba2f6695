//! Bills: a customer and their invoices.

use dialogue::business::{AccountNumber, Bill, CardOnFile, Invoice, InvoiceNumber, Money};
use jiff::civil::Date;
use serde::Deserialize;

use crate::directory::Answer;
use crate::records::table::{Bound, Range};
use crate::records::{Kind, Records, item, keys};
use crate::{Caller, DirectoryError};

/// A customer as they are stored.
#[derive(Deserialize)]
struct AccountRecord {
    number: AccountNumber,
    #[serde(default)]
    card: Option<CardRecord>,
}

/// A card as it is stored; whether it is declined, only paying asks.
#[derive(Deserialize)]
struct CardRecord {
    token: String,
    last_four: String,
}

/// An invoice as it is stored.
#[derive(Deserialize)]
struct InvoiceRecord {
    number: InvoiceNumber,
    amount: Money,
    #[serde(default)]
    due_on: Option<Date>,
    state: State,
}

/// Whether an invoice is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum State {
    Open,
    Paid,
}

impl Records {
    /// What is owed, the oldest invoice first; those without a date come last.
    ///
    /// One strongly consistent `Query`: 1 read unit for each 4 KB begun, about 20 invoices.
    pub(in crate::records) async fn owed(
        &self,
        account: &AccountNumber,
        caller: &Caller,
    ) -> Answer<Option<Bill>> {
        let range = Range {
            pk: keys::account(&caller.line, account),
            sk: Bound::Prefix(keys::BILL_PREFIX.to_owned()),
            backwards: false,
            page: None,
        };
        let mut items = self.all(Kind::Invoice, &range).await?.into_iter();
        // The account's own key is the prefix, so it comes first.
        let Some(first) = items.next() else { return Ok(None) };
        let record: AccountRecord = item::decode(Kind::BillingAccount, first)?;
        let card = record.card.map(usable).transpose()?;
        let mut invoices = Vec::new();
        for it in items {
            let record: InvoiceRecord = item::decode(Kind::Invoice, it)?;
            if record.state == State::Open {
                let InvoiceRecord { number, amount, due_on, state: _ } = record;
                invoices.push(Invoice { number, amount, due_on });
            }
        }
        invoices.sort_by_key(|it| (it.due_on.is_none(), it.due_on));
        Ok(Some(Bill { account: record.number, invoices, card }))
    }
}

fn usable(card: CardRecord) -> Answer<CardOnFile> {
    let kind = Kind::BillingAccount;
    if redaction::holds_card(&card.token) || redaction::holds_card(&card.last_four) {
        return Err(DirectoryError::CardNumber { kind });
    }
    let four = card.last_four.len() == 4 && card.last_four.bytes().all(|it| it.is_ascii_digit());
    if !four || card.token.is_empty() {
        return Err(DirectoryError::Malformed { kind });
    }
    Ok(CardOnFile { last_four: card.last_four })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(token: &str, last_four: &str) -> Answer<CardOnFile> {
        usable(CardRecord { token: token.to_owned(), last_four: last_four.to_owned() })
    }

    #[test]
    fn a_card_is_a_token_and_four_digits() {
        // Tokens are whatever their keeper makes of them.
        for token in ["tok_8f2a", "123-45-6789", "jane@vault.example.com"] {
            assert_eq!(card(token, "4242").unwrap().last_four, "4242", "{token}");
        }
        for (token, last_four) in [("", "4242"), ("tok_8f2a", "424"), ("tok_8f2a", "42x2")] {
            let error = card(token, last_four).unwrap_err();
            assert!(matches!(error, DirectoryError::Malformed { .. }), "{error:?}");
        }
    }

    #[test]
    fn a_card_number_is_refused_and_not_shown() {
        for (token, last_four) in [
            ("4111111111111111", "1111"),
            ("4111 1111 1111 1111", "1111"),
            ("card-4111-1111-1111-1111", "1111"),
            ("tok_8f2a", "4111111111111111"),
        ] {
            let error = card(token, last_four).unwrap_err();
            assert!(matches!(error, DirectoryError::CardNumber { .. }), "{error:?}");
            assert!(!format!("{error:?}").contains("4111"), "{error:?}");
        }
    }
}
