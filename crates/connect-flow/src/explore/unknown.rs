//! Values that nobody can know before a call: what a caller keys in, what a function replies.
//!
//! An unknown value is a text that names it, so that it travels through attributes and templates
//! like any other. What a way has found out about it is a list of tests that it passed or failed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::transitions::Operator;

/// The characters around the number of an unknown value; no flow uses them.
const OPEN: char = '\u{E000}';
const CLOSE: char = '\u{E001}';

/// What an unknown value can be at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Domain {
    /// Any text, empty text included.
    Text,
    /// A whole number from 0.
    Count,
    /// A whole number from 1 to 100.
    Percentage,
    /// What `$.Channel` can be.
    Channel,
}

/// A test that an unknown value was put to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Test {
    pub(super) operator: &'static str,
    pub(super) operand: String,
    pub(super) holds: bool,
}

/// All unknown values of one way, and what is known of them.
#[derive(Debug, Clone, Default)]
pub(super) struct Unknowns {
    next: u32,
    known: BTreeMap<u32, (Domain, Vec<Test>)>,
}

impl Unknowns {
    /// A new unknown value.
    pub(super) fn fresh(&mut self, domain: Domain) -> String {
        let number = self.next;
        self.next = self.next.saturating_add(1);
        if domain != Domain::Text {
            self.known.insert(number, (domain, Vec::new()));
        }
        format!("{OPEN}{number}{CLOSE}")
    }

    /// Notes down the result of a test, if the value can have that result.
    pub(super) fn learn(
        &mut self,
        value: u32,
        operator: &Operator,
        operand: &str,
        holds: bool,
    ) -> bool {
        let operator = plain(operator);
        let (domain, tests) = self.known.get(&value).cloned().unwrap_or((Domain::Text, Vec::new()));
        let test = Test { operator, operand: operand.to_owned(), holds };
        if tests.contains(&test) {
            return true;
        }
        let mut tests = tests;
        tests.push(test);
        if !is_possible(domain, &tests) {
            return false;
        }
        tests.sort();
        self.known.insert(value, (domain, tests));
        true
    }

    /// Writes text with every unknown value as what matters of it: `names` numbers them in the
    /// order they are met, so that two ways that differ in nothing but numbers look the same.
    pub(super) fn write(&self, text: &str, names: &mut Vec<u32>, out: &mut String) {
        let mut rest = text;
        while let Some((before, after)) = rest.split_once(OPEN) {
            out.push_str(before);
            let Some((number, after)) = after.split_once(CLOSE) else { break };
            rest = after;
            let Ok(number) = number.parse::<u32>() else { continue };
            if let Some(exact) = self.exact(number) {
                out.push_str(exact);
                continue;
            }
            let at = names.iter().position(|it| *it == number).unwrap_or_else(|| {
                names.push(number);
                names.len().saturating_sub(1)
            });
            // Writing to a string cannot fail.
            let _ = write!(out, "{OPEN}{at}{CLOSE}");
        }
        out.push_str(rest);
    }

    /// Writes what is known of the values that were met.
    pub(super) fn write_known(&self, names: &[u32], out: &mut String) {
        for number in names {
            if let Some(known) = self.known.get(number) {
                let _ = write!(out, "{known:?}");
            }
            out.push(CLOSE);
        }
    }

    /// The value, where a test has settled it.
    fn exact(&self, number: u32) -> Option<&str> {
        let (_, tests) = self.known.get(&number)?;
        let settled = tests.iter().find(|it| it.holds && it.operator == "Equals")?;
        Some(&settled.operand)
    }
}

/// The number of the unknown value that a text is, if it is one and nothing else.
pub(super) fn number(text: &str) -> Option<u32> {
    text.strip_prefix(OPEN)?.strip_suffix(CLOSE)?.parse().ok()
}

/// Whether there is an unknown value in a text.
pub(super) fn is_in(text: &str) -> bool {
    text.contains(OPEN)
}

fn plain(operator: &Operator) -> &'static str {
    match operator {
        Operator::Equals => "Equals",
        Operator::TextStartsWith => "TextStartsWith",
        Operator::TextEndsWith => "TextEndsWith",
        Operator::TextContains => "TextContains",
        Operator::NumberGreaterThan => "NumberGreaterThan",
        Operator::NumberGreaterOrEqualTo => "NumberGreaterOrEqualTo",
        Operator::NumberLessThan => "NumberLessThan",
        Operator::NumberLessOrEqualTo => "NumberLessOrEqualTo",
        Operator::And | Operator::Or | Operator::Not | Operator::Unknown(_) => "",
    }
}

/// Whether some value passes and fails all tests as noted; yes when in doubt.
fn is_possible(domain: Domain, tests: &[Test]) -> bool {
    let passes = |value: &str| {
        tests.iter().all(|it| Operator::named(it.operator).holds(value, &it.operand) == it.holds)
    };
    match domain {
        Domain::Channel => ["VOICE", "CHAT", "TASK", "EMAIL"].into_iter().any(passes),
        Domain::Percentage => (1..=100_u32).any(|it| passes(&it.to_string())),
        Domain::Count => {
            let written = tests.iter().filter_map(|it| it.operand.trim().parse::<f64>().ok());
            let around = |it: f64| [it.floor() - 1.0, it.floor(), it.floor() + 1.0];
            let numbers = written.flat_map(around).chain([0.0]);
            numbers.filter(|it| *it >= 0.0).any(|it| passes(&it.to_string()))
        }
        Domain::Text => {
            let settled = tests.iter().find(|it| it.holds && it.operator == "Equals");
            match settled {
                Some(test) => passes(&test.operand),
                None => !are_contradictory(tests),
            }
        }
    }
}

/// Whether tests contradict each other on any text; none of them settles it.
fn are_contradictory(tests: &[Test]) -> bool {
    let operands = |operator: &'static str, holds: bool| {
        let of = move |it: &&Test| it.operator == operator && it.holds == holds;
        tests.iter().filter(of).map(|it| it.operand.as_str())
    };
    let held = || ["TextStartsWith", "TextEndsWith", "TextContains"].map(|it| operands(it, true));
    let agree =
        |one: &str, other: &str, fits: fn(&str, &str) -> bool| fits(one, other) || fits(other, one);
    let starts = |one: &str, other: &str| one.starts_with(other);
    let ends = |one: &str, other: &str| one.ends_with(other);
    let pairs = |operator, fits: fn(&str, &str) -> bool| {
        let all = || operands(operator, true);
        all().any(|one| all().any(|other| !agree(one, other, fits)))
    };
    // What is held by a longer text cannot be failed by a part of it.
    let failed_anyway = operands("TextStartsWith", false)
        .any(|it| operands("TextStartsWith", true).any(|held| held.starts_with(it)))
        || operands("TextEndsWith", false)
            .any(|it| operands("TextEndsWith", true).any(|held| held.ends_with(it)))
        || operands("TextContains", false)
            .any(|it| held().into_iter().flatten().any(|held| held.contains(it)));
    pairs("TextStartsWith", starts)
        || pairs("TextEndsWith", ends)
        || failed_anyway
        || is_no_number(tests)
}

/// Whether the comparisons with numbers leave no number, where one of them held.
fn is_no_number(tests: &[Test]) -> bool {
    let mut low = (f64::NEG_INFINITY, false);
    let mut high = (f64::INFINITY, false);
    let mut is_number = false;
    for test in tests {
        let Ok(bound) = test.operand.trim().parse::<f64>() else {
            // No value compares with what is no number.
            if test.holds && test.operator.starts_with("Number") {
                return true;
            }
            continue;
        };
        // A bound that is open excludes the number itself.
        let (is_lower, is_open) = match (test.operator, test.holds) {
            ("NumberGreaterThan", true) | ("NumberLessOrEqualTo", false) => (true, true),
            ("NumberGreaterOrEqualTo", true) | ("NumberLessThan", false) => (true, false),
            ("NumberLessThan", true) | ("NumberGreaterOrEqualTo", false) => (false, true),
            ("NumberLessOrEqualTo", true) | ("NumberGreaterThan", false) => (false, false),
            _ => continue,
        };
        is_number |= test.holds;
        if is_lower && (bound > low.0 || (bound >= low.0 && is_open)) {
            low = (bound, is_open);
        }
        if !is_lower && (bound < high.0 || (bound <= high.0 && is_open)) {
            high = (bound, is_open);
        }
    }
    is_number && (low.0 > high.0 || (low.0 >= high.0 && (low.1 || high.1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Puts one unknown value to tests and says which results are possible.
    fn possible(domain: Domain, tests: &[(&str, &str, bool)]) -> bool {
        let mut unknowns = Unknowns::default();
        let value = number(&unknowns.fresh(domain)).unwrap();
        tests.iter().all(|(operator, operand, holds)| {
            unknowns.learn(value, &Operator::named(operator), operand, *holds)
        })
    }

    #[test]
    fn tests_contradict_each_other_or_not() {
        use Domain::{Channel, Count, Percentage, Text};
        for (domain, tests, expected) in [
            (Text, &[("Equals", "a", true)][..], true),
            (Text, &[("Equals", "a", true), ("Equals", "b", true)], false),
            (Text, &[("Equals", "a", false), ("Equals", "b", false)], true),
            (Text, &[("Equals", "a", true), ("Equals", "a", false)], false),
            (Text, &[("TextStartsWith", "+1", true), ("Equals", "+1", false)], true),
            (Text, &[("TextContains", "@", true), ("TextContains", "#", true)], true),
            (Text, &[("NumberGreaterThan", "5", true), ("NumberLessThan", "5", true)], false),
            (Text, &[("NumberGreaterThan", "5", true), ("NumberLessThan", "7", true)], true),
            (Text, &[("NumberGreaterThan", "0.5", true), ("NumberLessThan", "0.8", true)], true),
            (
                Text,
                &[("NumberGreaterThan", "5", true), ("NumberGreaterOrEqualTo", "5", false)],
                false,
            ),
            (Text, &[("NumberLessThan", "5", false), ("NumberGreaterOrEqualTo", "5", false)], true),
            (Text, &[("NumberGreaterThan", "many", true)], false),
            (
                Text,
                &[
                    ("TextContains", "a", true),
                    ("TextContains", "b", true),
                    ("TextContains", "c", true),
                ],
                true,
            ),
            (
                Text,
                &[
                    ("TextStartsWith", "+44", true),
                    ("TextEndsWith", "00", true),
                    ("TextContains", "77", true),
                ],
                true,
            ),
            (Text, &[("TextStartsWith", "1", true), ("NumberGreaterThan", "500", true)], true),
            (Text, &[("TextStartsWith", "+1", true), ("TextStartsWith", "+44", true)], false),
            (Text, &[("TextStartsWith", "+1202", true), ("TextStartsWith", "+1", false)], false),
            (Text, &[("TextEndsWith", ".com", true), ("TextContains", ".", false)], false),
            (Count, &[("NumberLessThan", "0", true)], false),
            (Count, &[("NumberGreaterThan", "0", false), ("Equals", "0", true)], true),
            (Percentage, &[("NumberLessThan", "1", true)], false),
            (Percentage, &[("NumberLessThan", "50", false), ("NumberLessThan", "51", true)], true),
            (Percentage, &[("NumberLessThan", "101", false)], false),
            (Channel, &[("Equals", "VOICE", false), ("Equals", "FAX", true)], false),
            (Channel, &[("Equals", "VOICE", false), ("Equals", "CHAT", false)], true),
        ] {
            assert_eq!(possible(domain, tests), expected, "{domain:?} {tests:?}");
        }
    }

    #[test]
    fn only_what_matters_is_written() {
        let mut unknowns = Unknowns::default();
        let (first, second) = (unknowns.fresh(Domain::Text), unknowns.fresh(Domain::Text));
        let shown = |unknowns: &Unknowns, text: &str| {
            let (mut names, mut out) = (Vec::new(), String::new());
            unknowns.write(text, &mut names, &mut out);
            unknowns.write_known(&names, &mut out);
            out
        };
        assert_eq!(shown(&unknowns, &first), shown(&unknowns, &second), "numbers do not matter");
        assert_ne!(
            shown(&unknowns, &format!("{first}{first}")),
            shown(&unknowns, &format!("{first}{second}"))
        );
        let before = shown(&unknowns, &second);
        assert!(unknowns.learn(1, &Operator::Equals, "gold", false));
        assert_ne!(shown(&unknowns, &second), before, "what is known matters");
        assert!(unknowns.learn(0, &Operator::Equals, "gold", true));
        assert_eq!(shown(&unknowns, &format!("a {first} b")), "a gold b");
    }
}
