//! Telephone numbers, grouped as their country writes them.

use super::digits::{digit_name, groups};
use crate::Language;
use crate::piece::Piece;

/// Most digits of an international number.
///
/// Source: ITU-T E.164 (11/2010), clause 6.
const MAX_DIGITS: usize = 15;

/// How a country groups its numbers.
struct Plan {
    /// Country calling code.
    code: &'static str,
    /// What the national number begins with.
    begins: &'static [&'static str],
    /// Digits of the groups.
    groups: &'static [usize],
    /// What stands between the groups.
    between: &'static str,
}

/// Plans of the countries that callers of a line in the United States have numbers of; the first that
/// fits counts.
///
/// Sources: North American Numbering Plan (area code, exchange, line); Instituto Federal de
/// Telecomunicaciones, Plan Técnico Fundamental de Numeración (2019), two-digit area codes; Ministerio
/// de Industria, Plan Nacional de Numeración (Spain); Comisión de Regulación de Comunicaciones,
/// Resolución 5967 (Colombia).
const PLANS: [Plan; 5] = [
    Plan { code: "1", begins: &[""], groups: &[3, 3, 4], between: "-" },
    Plan { code: "52", begins: &["33", "55", "56", "81"], groups: &[2, 4, 4], between: " " },
    Plan { code: "52", begins: &[""], groups: &[3, 3, 4], between: " " },
    Plan { code: "34", begins: &[""], groups: &[3, 3, 3], between: " " },
    Plan { code: "57", begins: &[""], groups: &[3, 3, 4], between: " " },
];

/// The calling code of the line's own country, which is not said.
const HOME: &str = "1";

/// A telephone number in E.164: `202-555-0143`, "two zero two, five five five, …".
pub(super) fn phone(language: Language, number: &str) -> Vec<Piece> {
    let digits: Vec<_> = number.chars().filter(char::is_ascii_digit).take(MAX_DIGITS).collect();
    let (code, groups, between) = split(&digits);
    let mut written = groups.join(between);
    let mut said = groups.iter().map(|it| spoken(language, it)).collect::<Vec<_>>().join(", ");
    if let Some(code) = code.filter(|it| *it != HOME) {
        let plus = match language {
            Language::EnUs => "plus",
            Language::EsUs => "más",
        };
        written = format!("+{code} {written}");
        said = format!("{plus} {}, {said}", spoken(language, code));
    }
    vec![Piece::alias(written, said)]
}

/// Country code, groups of the national number, and what is written between them. No code is known of
/// countries without a plan.
fn split(digits: &[char]) -> (Option<&'static str>, Vec<String>, &'static str) {
    let all: String = digits.iter().collect();
    for plan in &PLANS {
        let Some(national) = all.strip_prefix(plan.code) else { continue };
        let fits = plan.begins.iter().any(|it| national.starts_with(it))
            && national.len() == plan.groups.iter().sum::<usize>();
        if fits {
            let mut rest = national.chars();
            let groups = plan.groups.iter().map(|n| rest.by_ref().take(*n).collect());
            return (Some(plan.code), groups.collect(), plan.between);
        }
    }
    (None, groups(digits), " ")
}

fn spoken(language: Language, digits: &str) -> String {
    digits.chars().map(|it| digit_name(language, it)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_their_country_does() {
        for (number, written, said) in [
            ("+12025550143", "202-555-0143", "two zero two, five five five, zero one four three"),
            (
                "+525512345678",
                "+52 55 1234 5678",
                "plus five two, five five, one two three four, five six seven eight",
            ),
            (
                "+526641234567",
                "+52 664 123 4567",
                "plus five two, six six four, one two three, four five six seven",
            ),
            (
                "+34912345678",
                "+34 912 345 678",
                "plus three four, nine one two, three four five, six seven eight",
            ),
            ("+496912345", "496 912 345", "four nine six, nine one two, three four five"),
            ("", "", ""),
            ("911", "911", "nine one one"),
        ] {
            assert_eq!(phone(Language::EnUs, number), [Piece::alias(written, said)]);
        }
        assert_eq!(
            phone(Language::EsUs, "+12025550143"),
            [Piece::alias("202-555-0143", "dos cero dos, cinco cinco cinco, cero uno cuatro tres")]
        );
    }
}
