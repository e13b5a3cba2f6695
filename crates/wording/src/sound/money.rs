//! Money: written as on a bill, said in words.

use super::number::{counting, grouped, minus, takes_de};
use crate::piece::Piece;
use crate::{Currency, Language};

/// How a currency is written and said.
struct Names {
    symbol: &'static str,
    /// One, and several.
    major: [&'static str; 2],
    minor: [&'static str; 2],
}

/// Source: Unicode CLDR 46, currency names of `en` and `es-US`; the subdivisions are those of ISO 4217.
fn names(language: Language, currency: Currency) -> Names {
    let (symbol, major, minor) = match (currency, language) {
        (Currency::Usd, Language::EnUs) => ("$", ["dollar", "dollars"], ["cent", "cents"]),
        (Currency::Usd, Language::EsUs) => ("$", ["dólar", "dólares"], ["centavo", "centavos"]),
        (Currency::Eur, Language::EnUs) => ("€", ["euro", "euros"], ["cent", "cents"]),
        (Currency::Eur, Language::EsUs) => ("€", ["euro", "euros"], ["centavo", "centavos"]),
        (Currency::Mxn, Language::EnUs) => {
            ("MX$", ["Mexican peso", "Mexican pesos"], ["centavo", "centavos"])
        }
        (Currency::Mxn, Language::EsUs) => {
            ("MX$", ["peso mexicano", "pesos mexicanos"], ["centavo", "centavos"])
        }
    };
    Names { symbol, major, minor }
}

/// An amount of money: `$42.10`, "forty-two dollars and ten cents".
pub(super) fn money(language: Language, amount: i64, currency: Currency) -> Vec<Piece> {
    let names = names(language, currency);
    let size = amount.unsigned_abs();
    // Each of the currencies has a hundred of the smaller unit.
    let (major, minor) = (size / 100, size % 100);
    let sign = if amount < 0 { "-" } else { "" };
    let written = format!(
        "{sign}{}{}.{minor:02}",
        names.symbol,
        grouped(i64::try_from(major).unwrap_or(i64::MAX))
    );
    let counted = |number: u64, [one, several]: [&str; 2]| {
        let de = if takes_de(language, number) { "de " } else { "" };
        let unit = if number == 1 { one } else { several };
        format!("{} {de}{unit}", counting(language, number))
    };
    let joint = match language {
        Language::EnUs => "and",
        Language::EsUs => "con",
    };
    let said = match (major, minor) {
        (_, 0) => counted(major, names.major),
        (0, _) => counted(minor, names.minor),
        (_, _) => {
            format!("{} {joint} {}", counted(major, names.major), counted(minor, names.minor))
        }
    };
    vec![Piece::alias(written, format!("{}{said}", minus(language, amount)))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_and_said() {
        for (amount, currency, written, english, spanish) in [
            (
                4210,
                Currency::Usd,
                "$42.10",
                "forty-two dollars and ten cents",
                "cuarenta y dos dólares con diez centavos",
            ),
            (100, Currency::Usd, "$1.00", "one dollar", "un dólar"),
            (
                2101,
                Currency::Usd,
                "$21.01",
                "twenty-one dollars and one cent",
                "veintiún dólares con un centavo",
            ),
            (0, Currency::Eur, "€0.00", "zero euros", "cero euros"),
            (-5, Currency::Eur, "-€0.05", "minus five cents", "menos cinco centavos"),
            (
                100_000_000,
                Currency::Usd,
                "$1,000,000.00",
                "one million dollars",
                "un millón de dólares",
            ),
            (
                123_450,
                Currency::Mxn,
                "MX$1,234.50",
                "one thousand two hundred thirty-four Mexican pesos and fifty centavos",
                "mil doscientos treinta y cuatro pesos mexicanos con cincuenta centavos",
            ),
        ] {
            for (language, said) in [(Language::EnUs, english), (Language::EsUs, spanish)] {
                let pieces = money(language, amount, currency);
                assert_eq!(pieces, [Piece::alias(written, said)]);
            }
        }
    }

    #[test]
    fn the_largest_debt_is_said() {
        for language in Language::ALL {
            let pieces = money(language, i64::MIN, Currency::Usd);
            assert_eq!(pieces.len(), 1);
            assert_eq!(pieces[0].text(), "-$92,233,720,368,547,758.08");
            assert!(pieces[0].said().starts_with('m'), "{pieces:?}");
        }
    }
}
