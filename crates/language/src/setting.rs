//! Where and when something is said.

use jiff::civil::DateTime;

use crate::Language;

/// In what order a written date has its day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// 3/23 is March 23rd.
    MonthFirst,
    /// 23/3 is March 23rd.
    DayFirst,
}

/// Where and when an utterance is said: what its words, dates and times are relative to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// What is spoken.
    pub language: Language,
    /// How dates are written where it is spoken.
    pub order: DateOrder,
    /// What is paid with where it is spoken, an ISO 4217 code.
    pub currency: &'static str,
    /// What a "dollar" is where it is spoken, an ISO 4217 code.
    pub dollar: &'static str,
    /// The date and time at the place that "today" and "now" are about.
    pub now: DateTime,
}

/// Locales whose written dates begin with the month.
///
/// Source: Unicode CLDR 44, short date formats: `en` and `en_US` have M/d/yy; `en_GB`, `en_AU`,
/// `en_IN`, `es`, `es_419` and `es_US` begin with the day, `en_ZA` with the year.
const MONTH_FIRST: &[&str] = &["en", "en_US"];

/// What is paid with in a locale. Locales of several countries are not in it.
///
/// Source: ISO 4217:2015, active codes.
const CURRENCIES: &[(&str, &str)] =
    &[("en_AU", "AUD"), ("en_GB", "GBP"), ("en_IN", "INR"), ("en_ZA", "ZAR"), ("es_ES", "EUR")];

impl Setting {
    /// What a locale such as `en_US` and a moment there make of an utterance.
    pub fn new(locale: &str, now: DateTime) -> Self {
        let id = locale.replace('-', "_");
        let currency = CURRENCIES.iter().find(|(known, _)| *known == id).map(|(_, it)| *it);
        Self {
            language: Language::of(locale),
            order: if MONTH_FIRST.contains(&id.as_str()) {
                DateOrder::MonthFirst
            } else {
                DateOrder::DayFirst
            },
            currency: currency.unwrap_or("USD"),
            dollar: if id == "en_AU" { "AUD" } else { "USD" },
            now,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_has_customs() {
        let of = |locale: &str| {
            let setting = Setting::new(locale, DateTime::ZERO);
            (setting.order, setting.currency, setting.dollar)
        };
        assert_eq!(of("en_US"), (DateOrder::MonthFirst, "USD", "USD"));
        assert_eq!(of("en-GB"), (DateOrder::DayFirst, "GBP", "USD"));
        assert_eq!(of("en_AU"), (DateOrder::DayFirst, "AUD", "AUD"));
        assert_eq!(of("es_ES"), (DateOrder::DayFirst, "EUR", "USD"));
        assert_eq!(of("es_US"), (DateOrder::DayFirst, "USD", "USD"));
        assert_eq!(of("ja_JP"), (DateOrder::DayFirst, "USD", "USD"));
    }
}
