//! Regular expressions that values must match.

use regex::Regex;

/// A `RegexFilter`: the whole value must match.
#[derive(Debug, Clone)]
pub(crate) struct Filter(Regex);

/// Longest pattern, in characters.
///
/// Source: Amazon Lex V2 Developer Guide, "`AMAZON.AlphaNumeric`", as are the next limit and the
/// operators that are not supported.
const MAX_PATTERN: usize = 300;

/// Longest value that a filter passes, in characters.
const MAX_FILTERED: usize = 30;

impl Filter {
    /// Reads a pattern that Lex accepts; else says what it would accept.
    pub(crate) fn parse(pattern: &str) -> Result<Self, String> {
        if pattern.chars().count() > MAX_PATTERN {
            return Err(format!("a pattern of at most {MAX_PATTERN} characters"));
        }
        if unbounded(pattern) {
            return Err("a pattern without `.`, `*`, `+` and `{n,}`".to_owned());
        }
        Regex::new(&format!("^(?:{pattern})$"))
            .map(Self)
            .map_err(|_invalid| "a regular expression".to_owned())
    }

    /// The value in the letter case that passes.
    pub(crate) fn passing(&self, value: &str) -> Option<String> {
        let spellings = [value.to_owned(), value.to_uppercase(), value.to_lowercase()];
        spellings.into_iter().find(|it| it.chars().count() <= MAX_FILTERED && self.0.is_match(it))
    }
}

/// Whether a pattern has an operator that Lex refuses. Between brackets they are plain characters.
fn unbounded(pattern: &str) -> bool {
    let mut in_brackets = false;
    let mut chars = pattern.chars();
    while let Some(char) = chars.next() {
        match char {
            '\\' => {
                chars.next();
            }
            '[' => in_brackets = true,
            ']' => in_brackets = false,
            '.' | '*' | '+' if !in_brackets => return true,
            ',' if !in_brackets && chars.as_str().starts_with('}') => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_that_lex_refuses_are_refused() {
        for pattern in ["[0-9]+", "[0-9]*", ".{5}", "[0-9]{5,}", "[0-9", &"1".repeat(301)] {
            assert!(Filter::parse(pattern).is_err(), "{pattern}");
        }
        for pattern in ["[0-9]{5}", "[+*.]{1,2}", r"[\u0041-\u005A]{3}", "CP[0-9]{9}US"] {
            assert!(Filter::parse(pattern).is_ok(), "{pattern}");
        }
    }
}
