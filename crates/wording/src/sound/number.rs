//! Numbers: as they are written, and in words where a voice may stumble.

use crate::Language;
use crate::piece::Piece;

/// A number of things. It is written with digits, grouped by thousands; from a thousand on it is said
/// in words, since voices take the comma for a decimal point in some languages.
///
/// Source: Unicode CLDR 46, `en` and `es-US`, decimal `.`, group `,`.
pub(crate) fn number(language: Language, number: i64) -> Vec<Piece> {
    let written = grouped(number);
    let size = number.unsigned_abs();
    if number >= 0 && size < 1000 {
        return vec![Piece::words(written)];
    }
    vec![Piece::alias(written, format!("{}{}", minus(language, number), cardinal(language, size)))]
}

/// "minus " before negative numbers.
pub(super) fn minus(language: Language, number: i64) -> &'static str {
    match (language, number) {
        (_, 0..) => "",
        (Language::EnUs, _) => "minus ",
        (Language::EsUs, _) => "menos ",
    }
}

/// Digits grouped by thousands, such as `-1,234`.
pub(super) fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = if number < 0 { "-".to_owned() } else { String::new() };
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && digits.len().abs_diff(at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

const EN_SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const EN_TENS: [&str; 10] =
    ["", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/// Names of powers of a thousand.
const EN_POWERS: [&str; 7] =
    ["", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion"];

/// Words of one piece from zero to twenty-nine.
///
/// Source: Real Academia Española, Ortografía de la lengua española (2010), VIII, 2.1.
const ES_SMALL: [&str; 30] = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
];
const ES_TENS: [&str; 10] = [
    "",
    "diez",
    "veinte",
    "treinta",
    "cuarenta",
    "cincuenta",
    "sesenta",
    "setenta",
    "ochenta",
    "noventa",
];
const ES_HUNDREDS: [&str; 10] = [
    "",
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
];
/// Names of powers of a million, singular and plural.
const ES_POWERS: [[&str; 2]; 4] =
    [["", ""], ["millón", "millones"], ["billón", "billones"], ["trillón", "trillones"]];

/// The word at a position; every caller stays within the table.
fn word<'a>(table: &[&'a str], position: u64) -> &'a str {
    usize::try_from(position).ok().and_then(|it| table.get(it)).copied().unwrap_or_default()
}

/// A number in words, as it is counted: "one hundred forty-two", "ciento cuarenta y dos".
pub(crate) fn cardinal(language: Language, number: u64) -> String {
    match language {
        Language::EnUs => english(number),
        Language::EsUs => spanish(number),
    }
}

/// A number in words before what is counted: "un", "veintiún", "mil un".
pub(super) fn counting(language: Language, number: u64) -> String {
    let words = cardinal(language, number);
    match language {
        Language::EnUs => words,
        Language::EsUs => shortened(words),
    }
}

/// Whether money of this amount is "de dólares": after millions without a rest.
pub(super) fn takes_de(language: Language, number: u64) -> bool {
    language == Language::EsUs && number > 0 && number.is_multiple_of(1_000_000)
}

fn english(number: u64) -> String {
    if number == 0 {
        return word(&EN_SMALL, 0).to_owned();
    }
    let mut groups = Vec::new();
    let mut rest = number;
    for power in EN_POWERS {
        let group = rest % 1000;
        if group > 0 {
            groups.push(joined([&english_below_thousand(group), power]));
        }
        rest /= 1000;
    }
    groups.reverse();
    groups.join(" ")
}

fn english_below_thousand(number: u64) -> String {
    let hundreds = match number / 100 {
        0 => String::new(),
        hundreds => format!("{} hundred", word(&EN_SMALL, hundreds)),
    };
    let rest = number % 100;
    let small = match (rest / 10, rest % 10) {
        (0, 0) => String::new(),
        (0 | 1, _) => word(&EN_SMALL, rest).to_owned(),
        (tens, 0) => word(&EN_TENS, tens).to_owned(),
        (tens, ones) => format!("{}-{}", word(&EN_TENS, tens), word(&EN_SMALL, ones)),
    };
    joined([&hundreds, &small])
}

fn spanish(number: u64) -> String {
    if number == 0 {
        return word(&ES_SMALL, 0).to_owned();
    }
    let mut groups = Vec::new();
    let mut rest = number;
    for [singular, plural] in ES_POWERS {
        let group = rest % 1_000_000;
        let words = spanish_below_million(group);
        match group {
            0 => {}
            _ if singular.is_empty() => groups.push(words),
            1 => groups.push(format!("un {singular}")),
            _ => groups.push(format!("{} {plural}", shortened(words))),
        }
        rest /= 1_000_000;
    }
    groups.reverse();
    groups.join(" ")
}

fn spanish_below_million(number: u64) -> String {
    let thousands = match number / 1000 {
        0 => String::new(),
        1 => "mil".to_owned(),
        thousands => format!("{} mil", shortened(spanish_below_thousand(thousands))),
    };
    joined([&thousands, &spanish_below_thousand(number % 1000)])
}

fn spanish_below_thousand(number: u64) -> String {
    if number == 100 {
        return "cien".to_owned();
    }
    let rest = number % 100;
    let small = match (rest / 10, rest % 10) {
        (0, 0) => String::new(),
        (0..=2, _) => word(&ES_SMALL, rest).to_owned(),
        (tens, 0) => word(&ES_TENS, tens).to_owned(),
        (tens, ones) => format!("{} y {}", word(&ES_TENS, tens), word(&ES_SMALL, ones)),
    };
    joined([word(&ES_HUNDREDS, number / 100), &small])
}

/// "uno" loses its ending before a noun.
fn shortened(words: String) -> String {
    if let Some(before) = words.strip_suffix("veintiuno") {
        return format!("{before}veintiún");
    }
    match words.strip_suffix("uno") {
        Some(before) => format!("{before}un"),
        None => words,
    }
}

/// Two parts with a space between them, unless one is empty.
fn joined(parts: [&str; 2]) -> String {
    let parts: Vec<_> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_words() {
        for (number, english, spanish) in [
            (0, "zero", "cero"),
            (1, "one", "uno"),
            (16, "sixteen", "dieciséis"),
            (21, "twenty-one", "veintiuno"),
            (31, "thirty-one", "treinta y uno"),
            (40, "forty", "cuarenta"),
            (99, "ninety-nine", "noventa y nueve"),
            (100, "one hundred", "cien"),
            (101, "one hundred one", "ciento uno"),
            (555, "five hundred fifty-five", "quinientos cincuenta y cinco"),
            (1000, "one thousand", "mil"),
            (21_021, "twenty-one thousand twenty-one", "veintiún mil veintiuno"),
            (1_000_000, "one million", "un millón"),
            (31_000_001, "thirty-one million one", "treinta y un millones uno"),
            (1_000_000_000, "one billion", "mil millones"),
            (1_000_000_000_000, "one trillion", "un billón"),
        ] {
            assert_eq!(cardinal(Language::EnUs, number), english);
            assert_eq!(cardinal(Language::EsUs, number), spanish);
        }
        assert_eq!(
            cardinal(Language::EnUs, u64::MAX),
            "eighteen quintillion four hundred forty-six quadrillion seven hundred forty-four \
             trillion seventy-three billion seven hundred nine million five hundred fifty-one \
             thousand six hundred fifteen"
        );
        assert!(cardinal(Language::EsUs, u64::MAX).starts_with("dieciocho trillones"));
    }

    #[test]
    fn one_is_short_before_what_is_counted() {
        for (number, spanish) in
            [(1, "un"), (21, "veintiún"), (101, "ciento un"), (1_001, "mil un"), (2, "dos")]
        {
            assert_eq!(counting(Language::EsUs, number), spanish);
        }
        assert_eq!(counting(Language::EnUs, 21), "twenty-one");
    }

    #[test]
    fn digits_are_grouped_by_thousands() {
        for (number, written) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (-12_345, "-12,345"),
            (i64::MIN, "-9,223,372,036,854,775,808"),
        ] {
            assert_eq!(grouped(number), written);
        }
    }

    #[test]
    fn large_and_negative_numbers_are_said_in_words() {
        let said = |language, it| {
            number(language, it).iter().map(|it| it.said().to_owned()).collect::<String>()
        };
        assert_eq!(said(Language::EnUs, 999), "999");
        assert_eq!(said(Language::EnUs, -3), "minus three");
        assert_eq!(said(Language::EsUs, 1_500), "mil quinientos");
    }
}
