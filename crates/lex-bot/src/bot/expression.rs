//! Which sub-slots of a composite slot must be filled: `(City and State) or Zip`.
//!
//! Source: Amazon Lex V2 Developer Guide, "Composite slot type", and API reference, "`SubSlotSetting`":
//! names joined by AND and OR, with parentheses. It does not say which operator binds closer; here,
//! as nearly everywhere, AND does. Without an expression every sub-slot is needed, which the guide
//! leaves open, too.

use std::collections::BTreeSet;

/// A condition on the sub-slots that are filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Expression {
    /// A sub-slot by name.
    Slot(String),
    /// All of these.
    All(Vec<Expression>),
    /// Any of these.
    Any(Vec<Expression>),
}

/// Longest expression, in characters.
///
/// Source: Amazon Lex V2 API reference, "`SubSlotSetting`".
const MAX_LENGTH: usize = 640;

impl Expression {
    /// Reads an expression whose names must be among `known`; else says what it should be.
    pub(crate) fn parse(text: &str, known: &[&str]) -> Result<Self, String> {
        if text.chars().count() > MAX_LENGTH {
            return Err(format!("an expression of at most {MAX_LENGTH} characters"));
        }
        let spaced = text.replace('(', " ( ").replace(')', " ) ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let mut parser = Parser { rest: &words, known };
        let expression = parser.any()?;
        match parser.rest {
            [] => Ok(expression),
            _ => Err("`and` or `or` between sub-slots".to_owned()),
        }
    }

    /// All of these sub-slots.
    pub(crate) fn all<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self::All(names.into_iter().map(|it| Self::Slot(it.to_owned())).collect())
    }

    /// The sub-slots to ask for, in order, until the expression is fulfilled with what is filled:
    /// of alternatives the one that misses least, the first of equals. Empty when it is fulfilled.
    pub(crate) fn missing<'a>(&'a self, filled: &BTreeSet<&str>) -> Vec<&'a str> {
        match self {
            Self::Slot(name) if filled.contains(name.as_str()) => Vec::new(),
            Self::Slot(name) => vec![name],
            Self::All(parts) => {
                let mut missing = Vec::new();
                for name in parts.iter().flat_map(|it| it.missing(filled)) {
                    if !missing.contains(&name) {
                        missing.push(name);
                    }
                }
                missing
            }
            Self::Any(parts) => {
                parts.iter().map(|it| it.missing(filled)).min_by_key(Vec::len).unwrap_or_default()
            }
        }
    }
}

struct Parser<'a> {
    rest: &'a [&'a str],
    known: &'a [&'a str],
}

impl Parser<'_> {
    fn next_is(&mut self, word: &str) -> bool {
        match self.rest {
            [first, rest @ ..] if first.eq_ignore_ascii_case(word) => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    fn any(&mut self) -> Result<Expression, String> {
        let mut parts = vec![self.all()?];
        while self.next_is("or") {
            parts.push(self.all()?);
        }
        Ok(one_or(parts, Expression::Any))
    }

    fn all(&mut self) -> Result<Expression, String> {
        let mut parts = vec![self.slot()?];
        while self.next_is("and") {
            parts.push(self.slot()?);
        }
        Ok(one_or(parts, Expression::All))
    }

    fn slot(&mut self) -> Result<Expression, String> {
        if self.next_is("(") {
            let inner = self.any()?;
            return if self.next_is(")") {
                Ok(inner)
            } else {
                Err("a `)` for every `(`".to_owned())
            };
        }
        match self.rest {
            [name, rest @ ..] if self.known.contains(name) => {
                self.rest = rest;
                Ok(Expression::Slot((*name).to_owned()))
            }
            [name, ..] if !["and", "or", ")"].iter().any(|it| it.eq_ignore_ascii_case(name)) => {
                Err(format!("a sub-slot of this slot instead of `{name}`"))
            }
            _ => Err("a sub-slot or `(`".to_owned()),
        }
    }
}

/// The only part, or the parts joined.
fn one_or(mut parts: Vec<Expression>, join: impl Fn(Vec<Expression>) -> Expression) -> Expression {
    match (parts.pop(), parts.is_empty()) {
        (Some(only), true) => only,
        (Some(last), false) => {
            parts.push(last);
            join(parts)
        }
        (None, _) => join(parts),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KNOWN: &[&str] = &["City", "State", "Zip"];

    fn missing(text: &str, filled: &[&str]) -> String {
        let expression = Expression::parse(text, KNOWN).unwrap();
        expression.missing(&filled.iter().copied().collect()).join(" ")
    }

    #[test]
    fn what_is_missing_is_asked_for() {
        for (expression, filled, expected) in [
            ("City", &[] as &[&str], "City"),
            ("City and State", &[], "City State"),
            ("City AND State", &["City"], "State"),
            ("(City and State) or Zip", &[], "Zip"),
            ("(City and State) or Zip", &["City"], "State"),
            ("(City and State) or Zip", &["Zip"], ""),
            ("City and State or Zip", &["Zip"], ""),
            ("City and (State or Zip)", &["Zip"], "City"),
            ("City and City", &[], "City"),
            ("((City))", &["City"], ""),
        ] {
            assert_eq!(missing(expression, filled), expected, "{expression} {filled:?}");
        }
        let all = Expression::all(["City", "Zip"]);
        assert_eq!(all.missing(&BTreeSet::from(["City"])), ["Zip"]);
    }

    #[test]
    fn a_wrong_expression_says_what_is_wrong() {
        for (expression, expected) in [
            ("", "a sub-slot or `(`"),
            ("Town", "a sub-slot of this slot instead of `Town`"),
            ("City and", "a sub-slot or `(`"),
            ("City State", "`and` or `or` between sub-slots"),
            ("(City", "a `)` for every `(`"),
            ("City)", "`and` or `or` between sub-slots"),
            ("and City", "a sub-slot or `(`"),
        ] {
            assert_eq!(Expression::parse(expression, KNOWN).unwrap_err(), expected, "{expression}");
        }
        assert!(Expression::parse(&"(".repeat(641), KNOWN).is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_an_expression_or_an_error(text in "[A-Za-z() ]{0,60}") {
            let _read = Expression::parse(&text, KNOWN);
        }

        #[test]
        fn what_is_missing_fulfils(
            text in prop::collection::vec(prop::sample::select(vec!["City", "State", "Zip", "and", "or", "(", ")"]), 1..9),
        ) {
            if let Ok(expression) = Expression::parse(&text.join(" "), KNOWN) {
                let missing: BTreeSet<&str> = expression.missing(&BTreeSet::new()).into_iter().collect();
                prop_assert!(!missing.is_empty());
                prop_assert!(expression.missing(&missing).is_empty());
            }
        }
    }
}
