//! Telephone numbers as callers key them in.

/// Most digits an international number may have, country code included.
///
/// Source: ITU-T E.164 (11/2010), clause 6.
const MAX_DIGITS: usize = 15;

/// Fewest digits we take for a number, country code included; the shortest in use have seven.
const MIN_DIGITS: usize = 7;

/// Digits of a number in the North American Numbering Plan, without its country code 1.
const NANP_DIGITS: usize = 10;

/// Calling codes of countries, ISO 3166-1 alpha-2; all with the code 1 share the North American
/// plan.
///
/// Source: ITU-T E.164 assigned country codes (Operational Bulletin 1114).
const CALLING_CODES: &[(&str, &str)] = &[
    ("AE", "971"),
    ("AR", "54"),
    ("AT", "43"),
    ("AU", "61"),
    ("BE", "32"),
    ("BG", "359"),
    ("BR", "55"),
    ("CA", "1"),
    ("CH", "41"),
    ("CL", "56"),
    ("CN", "86"),
    ("CO", "57"),
    ("CR", "506"),
    ("CY", "357"),
    ("CZ", "420"),
    ("DE", "49"),
    ("DK", "45"),
    ("DO", "1"),
    ("EC", "593"),
    ("EE", "372"),
    ("EG", "20"),
    ("ES", "34"),
    ("FI", "358"),
    ("FR", "33"),
    ("GB", "44"),
    ("GR", "30"),
    ("GT", "502"),
    ("HK", "852"),
    ("HR", "385"),
    ("HU", "36"),
    ("ID", "62"),
    ("IE", "353"),
    ("IL", "972"),
    ("IN", "91"),
    ("IT", "39"),
    ("JM", "1"),
    ("JP", "81"),
    ("KE", "254"),
    ("KR", "82"),
    ("LT", "370"),
    ("LU", "352"),
    ("LV", "371"),
    ("MT", "356"),
    ("MX", "52"),
    ("MY", "60"),
    ("NG", "234"),
    ("NL", "31"),
    ("NO", "47"),
    ("NZ", "64"),
    ("PA", "507"),
    ("PE", "51"),
    ("PH", "63"),
    ("PL", "48"),
    ("PR", "1"),
    ("PT", "351"),
    ("RO", "40"),
    ("SA", "966"),
    ("SE", "46"),
    ("SG", "65"),
    ("SI", "386"),
    ("SK", "421"),
    ("TH", "66"),
    ("TR", "90"),
    ("TW", "886"),
    ("US", "1"),
    ("UY", "598"),
    ("VN", "84"),
    ("ZA", "27"),
];

/// The calling code of a country; `None` when we do not know it.
pub(crate) fn calling_code(country: &str) -> Option<&'static str> {
    let known = CALLING_CODES.iter().find(|(name, _)| name.eq_ignore_ascii_case(country));
    known.map(|(_, code)| *code)
}

/// Reads a number entered as within a country; gives it in international form.
///
/// Outside North America one leading zero is taken for the trunk prefix and dropped, which is
/// wrong for Italian landlines; lengths are those of E.164 rather than of each country.
pub(crate) fn local(entered: &str, calling_code: &str) -> Option<String> {
    if !entered.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    if calling_code == "1" {
        let national = match entered.len() {
            len if len > NANP_DIGITS => entered.strip_prefix('1')?,
            _ => entered,
        };
        let exchange = national.get(3..4)?;
        let valid = national.len() == NANP_DIGITS
            && !national.starts_with(['0', '1'])
            && !matches!(exchange, "0" | "1");
        return valid.then(|| format!("+1{national}"));
    }
    let national = entered.strip_prefix('0').unwrap_or(entered);
    international(&format!("{calling_code}{national}"))
}

/// Reads a number entered with its country code, without `+`.
pub(crate) fn international(entered: &str) -> Option<String> {
    let valid = entered.bytes().all(|it| it.is_ascii_digit())
        && !entered.starts_with('0')
        && (MIN_DIGITS..=MAX_DIGITS).contains(&entered.len());
    valid.then(|| format!("+{entered}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_numbers_become_international_or_nothing() {
        for (country, entered, expected) in [
            ("US", "2025550143", Some("+12025550143")),
            ("US", "12025550143", Some("+12025550143")),
            ("us", "2025550143", Some("+12025550143")),
            ("US", "5550143", None),
            ("US", "0125550143", None),
            ("US", "2021550143", None),
            ("US", "202555014*", None),
            ("US", "", None),
            ("US", "22025550143", None),
            ("AU", "0491570006", Some("+61491570006")),
            ("GB", "2079460123", Some("+442079460123")),
            ("GB", "12", None),
            ("GB", "12345678901234567", None),
        ] {
            let code = calling_code(country).unwrap();
            assert_eq!(local(entered, code).as_deref(), expected, "{country} {entered:?}");
        }
        assert_eq!(calling_code("ZZ"), None);
    }

    #[test]
    fn international_numbers_have_a_country_code() {
        for (entered, expected) in [
            ("12025550143", Some("+12025550143")),
            ("0012025550143", None),
            ("123456", None),
            ("1234567890123456", None),
            ("12025#0143", None),
            ("", None),
        ] {
            assert_eq!(international(entered).as_deref(), expected, "{entered:?}");
        }
    }
}
