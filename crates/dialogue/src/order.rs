//! Orders, as far as a caller can ask about them.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Digits of an order number.
const DIGITS: usize = 5;

/// The number of an order: five digits, leading zeros included, such as `44321`.
///
/// It does not prove that there is such an order. Callers say it, so `Debug` shows the last two
/// digits only and there is no `Display`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrderNumber(String);

impl OrderNumber {
    /// The five digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for OrderNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last_two: String = self.0.chars().skip(DIGITS.saturating_sub(2)).collect();
        write!(f, "OrderNumber(…{last_two})")
    }
}

impl FromStr for OrderNumber {
    type Err = ParseOrderNumberError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::try_from(text.to_owned())
    }
}

impl TryFrom<String> for OrderNumber {
    type Error = ParseOrderNumberError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.len() == DIGITS && text.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(Self(text))
        } else {
            Err(ParseOrderNumberError)
        }
    }
}

impl From<OrderNumber> for String {
    fn from(number: OrderNumber) -> Self {
        number.0
    }
}

/// The text is no order number. It does not repeat the text, which a caller may have said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an order number is {DIGITS} digits, such as `44321`")]
pub struct ParseOrderNumberError;

/// What is known about an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Its number.
    pub number: OrderNumber,
    /// How far it has come.
    pub status: OrderStatus,
    /// Day it was placed, in the business's time zone, as are all days here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placed_on: Option<Date>,
    /// Day it left the warehouse.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipped_on: Option<Date>,
    /// Day it should arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_on: Option<Date>,
    /// Day it arrived.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered_on: Option<Date>,
}

/// How far an order has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OrderStatus {
    /// It is being prepared.
    Processing,
    /// It is on its way.
    Shipped,
    /// It arrived.
    Delivered,
    /// It will not come.
    Cancelled,
}

impl OrderStatus {
    /// The status in the word that records use, such as `shipped`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Processing => "processing",
            Self::Shipped => "shipped",
            Self::Delivered => "delivered",
            Self::Cancelled => "cancelled",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_five_digits_are_an_order_number() {
        assert_eq!("00042".parse::<OrderNumber>().unwrap().as_str(), "00042");
        for text in ["", "4432", "443210", "4432x", "４４３２１", " 44321", "-4432"] {
            assert_eq!(text.parse::<OrderNumber>(), Err(ParseOrderNumberError), "{text:?}");
        }
    }

    #[test]
    fn debug_hides_the_number() {
        let number: OrderNumber = "44321".parse().unwrap();
        assert_eq!(format!("{number:?}"), "OrderNumber(…21)");
    }

    #[test]
    fn an_order_with_the_least_there_can_be_loads() {
        let order: Order =
            serde_json::from_str(r#"{"number":"44321","status":"shipped","kind":"order"}"#)
                .unwrap();
        assert_eq!(order.status, OrderStatus::Shipped);
        assert_eq!(order.expected_on, None);
    }

    #[test]
    fn a_bad_number_is_refused_without_repeating_it() {
        let error = serde_json::from_str::<OrderNumber>(r#""4111111111111111""#).unwrap_err();
        assert!(!error.to_string().contains("4111"), "{error}");
    }
}
