//! Sums of money.
//!
//! Source: Amazon Lex V2 Developer Guide, "AMAZON.Currency": the ISO 4217 code, a space and the
//! amount with two decimals. Its examples are for `en_US`: "3 dimes" is `USD 0.30`, "five fifteen" is
//! `USD 515.00`, "5 usd and 1/2" is `USD 5.50`. Which currency a bare number or a "dollar" is in
//! another locale it does not say: here the one that is paid with there, see
//! [`crate::Setting`]. A peso is Mexican, a rupee Indian, a rand South African.

use super::amount::{Amount, amount};
use super::phrase::Phrase;

/// A unit of money: its currency, and how many hundredths of it the unit is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// Of one currency.
    Of(&'static str, u64),
    /// A dollar, whose currency depends on the place.
    Dollar,
    /// A hundredth of what is paid with.
    Cent,
    /// American coins.
    Coin(u64),
}

#[rustfmt::skip]
const UNITS: &[(&str, Unit)] = &[
    ("dollar", Unit::Dollar), ("dollars", Unit::Dollar), ("bucks", Unit::Dollar),
    ("buck", Unit::Dollar), ("dolar", Unit::Dollar), ("dolares", Unit::Dollar),
    ("us dollars", Unit::Of("USD", 100)), ("canadian dollars", Unit::Of("CAD", 100)),
    ("australian dollars", Unit::Of("AUD", 100)),
    ("cent", Unit::Cent), ("cents", Unit::Cent), ("c", Unit::Cent),
    ("centavo", Unit::Cent), ("centavos", Unit::Cent), ("centimo", Unit::Cent),
    ("centimos", Unit::Cent),
    ("penny", Unit::Cent), ("pennies", Unit::Cent), ("pence", Unit::Of("GBP", 1)),
    ("nickel", Unit::Coin(5)), ("nickels", Unit::Coin(5)), ("dime", Unit::Coin(10)),
    ("dimes", Unit::Coin(10)), ("quarter", Unit::Coin(25)), ("quarters", Unit::Coin(25)),
    ("euro", Unit::Of("EUR", 100)), ("euros", Unit::Of("EUR", 100)),
    ("pound", Unit::Of("GBP", 100)), ("pounds", Unit::Of("GBP", 100)),
    ("quid", Unit::Of("GBP", 100)), ("libra", Unit::Of("GBP", 100)), ("libras", Unit::Of("GBP", 100)),
    ("peso", Unit::Of("MXN", 100)), ("pesos", Unit::Of("MXN", 100)),
    ("rupee", Unit::Of("INR", 100)), ("rupees", Unit::Of("INR", 100)),
    ("rupia", Unit::Of("INR", 100)), ("rupias", Unit::Of("INR", 100)),
    ("rand", Unit::Of("ZAR", 100)), ("yen", Unit::Of("JPY", 100)), ("yenes", Unit::Of("JPY", 100)),
    ("franc", Unit::Of("CHF", 100)), ("francs", Unit::Of("CHF", 100)),
    ("usd", Unit::Of("USD", 100)), ("eur", Unit::Of("EUR", 100)), ("gbp", Unit::Of("GBP", 100)),
    ("aud", Unit::Of("AUD", 100)), ("cad", Unit::Of("CAD", 100)), ("inr", Unit::Of("INR", 100)),
    ("zar", Unit::Of("ZAR", 100)), ("mxn", Unit::Of("MXN", 100)), ("jpy", Unit::Of("JPY", 100)),
    ("chf", Unit::Of("CHF", 100)),
];

/// Signs before a number.
const SIGNS: &[(char, Unit)] = &[
    ('$', Unit::Dollar),
    ('\u{20ac}', Unit::Of("EUR", 100)),
    ('\u{a3}', Unit::Of("GBP", 100)),
    ('\u{a5}', Unit::Of("JPY", 100)),
    ('\u{20b9}', Unit::Of("INR", 100)),
];

/// Words between "five dollars" and "fifteen cents".
const AND: &[&str] = &["and", "y", "con"];

/// "And 1/2" behind a unit, in hundredths.
const AND_FRACTIONS: &[(&str, u64)] = &[
    ("and 1 2", 50),
    ("and a half", 50),
    ("and a quarter", 25),
    ("and 1 4", 25),
    ("y medio", 50),
    ("y media", 50),
];

/// The sum that begins at a place, the place behind it, and whether its currency was said.
pub(super) fn sum(phrase: &Phrase<'_>, at: usize) -> Option<(String, usize, bool)> {
    let (value, end, unit) = single(phrase, at)?;
    let (currency, worth) = currency(unit.unwrap_or(Unit::Dollar), phrase, unit.is_some());
    let mut hundredths = hundredths(&value, worth)?;
    let mut end = end;
    if unit.is_some_and(|_| worth == 100) {
        if let Some((more, behind)) =
            AND_FRACTIONS.iter().find_map(|(words, more)| Some((*more, phrase.has(end, words)?)))
        {
            return Some((text(currency, hundredths.checked_add(more)?), behind, true));
        }
        let from = if AND.contains(&phrase.word(end)) { end.saturating_add(1) } else { end };
        // "Five dollars fifteen" and "five dollars and fifteen cents".
        if let Some((more, behind, small)) = single(phrase, from)
            && more.plain
        {
            let worth = match small {
                Some(Unit::Cent | Unit::Of(_, 1)) => 1,
                Some(Unit::Coin(worth)) => worth,
                // "Doce dólares con cincuenta"; "and fifty" may begin anything.
                None if from == end || phrase.word(end) == "con" => 1,
                Some(Unit::Of(..) | Unit::Dollar) | None => 0,
            };
            let more = self::hundredths(&more, worth).filter(|it| worth > 0 && *it < 100);
            if let Some(more) = more {
                hundredths = hundredths.checked_add(more)?;
                end = behind;
            }
        }
    }
    Some((text(currency, hundredths), end, unit.is_some()))
}

fn text(currency: &str, hundredths: u64) -> String {
    format!("{currency} {}.{:02}", hundredths / 100, hundredths % 100)
}

/// A number with the unit before or behind it.
fn single(phrase: &Phrase<'_>, at: usize) -> Option<(Amount, usize, Option<Unit>)> {
    let sign = SIGNS.iter().find(|(sign, _)| phrase.gap(at).trim_end().ends_with(*sign));
    let before = unit(phrase, at);
    let start = before.map_or(at, |(_, end)| end);
    let (value, end) = match amount(phrase, start) {
        Some(it) => it,
        None => article(phrase, start)?,
    };
    // Money is neither negative nor a code of many digits.
    if value.to_string().starts_with('-') || value.whole.len() > 12 {
        return None;
    }
    let behind = unit(phrase, end);
    let signed_behind =
        SIGNS.iter().find(|(sign, _)| phrase.gap(end).trim_start().starts_with(*sign));
    Some(match (sign, before, behind, signed_behind) {
        (_, None, Some((unit, end)), _) => (value, end, Some(unit)),
        (_, Some((unit, _)), ..) => (value, end, Some(unit)),
        (Some((_, unit)), ..) | (None, None, None, Some((_, unit))) => (value, end, Some(*unit)),
        (None, None, None, None) => (value, end, None),
    })
}

/// "A dollar", "un dolar".
fn article(phrase: &Phrase<'_>, at: usize) -> Option<(Amount, usize)> {
    let next = at.saturating_add(1);
    let is_article = matches!(phrase.word(at), "a" | "un" | "una");
    unit(phrase, next).filter(|_| is_article)?;
    Some((Amount::one(), next))
}

fn unit(phrase: &Phrase<'_>, at: usize) -> Option<(Unit, usize)> {
    UNITS
        .iter()
        .filter_map(|(words, unit)| Some((*unit, phrase.has(at, words)?)))
        .max_by_key(|(_, end)| *end)
}

/// The currency of a unit and how many hundredths it is worth.
fn currency(unit: Unit, phrase: &Phrase<'_>, said: bool) -> (&'static str, u64) {
    match unit {
        Unit::Of(currency, worth) => (currency, worth),
        Unit::Dollar if said => (phrase.setting.dollar, 100),
        Unit::Dollar => (phrase.setting.currency, 100),
        Unit::Cent => (phrase.setting.currency, 1),
        Unit::Coin(worth) => ("USD", worth),
    }
}

/// An amount of a unit in hundredths; more than two decimals are cut off.
fn hundredths(amount: &Amount, worth: u64) -> Option<u64> {
    let mut digits = amount.fraction.chars();
    let whole =
        format!("{}{}{}", amount.whole, digits.next().unwrap_or('0'), digits.next().unwrap_or('0'));
    Some(whole.parse::<u64>().ok()?.checked_mul(worth)? / 100)
}
