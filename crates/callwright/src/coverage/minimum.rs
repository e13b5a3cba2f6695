//! How much of the flows must be taken.

use std::fmt;
use std::str::FromStr;

use super::{Count, Coverage};

/// The least part of actions and branches that calls must take, in percent.
///
/// Read from `95`, which goes for both, or from `actions=100,branches=95`, either of which may be
/// left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minimum {
    /// Of the actions; any part is enough when `None`.
    pub actions: Option<u8>,
    /// Of the branches; any part is enough when `None`.
    pub branches: Option<u8>,
}

/// Why a text is no [`Minimum`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MinimumError {
    /// Something that is no percentage.
    #[error("`{found}` is no percentage; it is a whole number from 0 to 100")]
    Percent {
        /// What is written.
        found: String,
    },
    /// A percentage of something else, or of nothing.
    #[error("`{found}` says nothing of `actions` or `branches`; write `actions=100,branches=95`")]
    Kind {
        /// What is written.
        found: String,
    },
    /// The same twice.
    #[error("`{kind}` is given twice")]
    Twice {
        /// `actions` or `branches`.
        kind: &'static str,
    },
}

impl FromStr for Minimum {
    type Err = MinimumError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if !text.contains(['=', ',']) {
            let both = Some(percent(text)?);
            return Ok(Self { actions: both, branches: both });
        }
        let mut minimum = Self { actions: None, branches: None };
        for part in text.split(',').map(str::trim) {
            let other = || MinimumError::Kind { found: part.to_owned() };
            let (kind, value) = part.split_once('=').ok_or_else(other)?;
            let (kind, slot) = match kind {
                "actions" => ("actions", &mut minimum.actions),
                "branches" => ("branches", &mut minimum.branches),
                _ => return Err(other()),
            };
            if slot.replace(percent(value)?).is_some() {
                return Err(MinimumError::Twice { kind });
            }
        }
        Ok(minimum)
    }
}

fn percent(text: &str) -> Result<u8, MinimumError> {
    let number = text.parse::<u8>().ok().filter(|it| *it <= 100);
    // `u8` would take a sign, too.
    let digits = text.bytes().all(|it| it.is_ascii_digit());
    number.filter(|_| digits).ok_or_else(|| MinimumError::Percent { found: text.to_owned() })
}

/// Too little that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortfall {
    /// `actions` or `branches`.
    pub kind: &'static str,
    /// How many were taken.
    pub count: Count,
    /// How many should have been, in percent.
    pub minimum: u8,
}

impl fmt::Display for Shortfall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, count: Count { taken, of }, minimum } = self;
        let percent = self.count.percent();
        write!(f, "{taken} of {of} {kind} taken, {percent} %; {minimum} % are asked for")
    }
}

impl Minimum {
    /// What is taken too little of; empty when everything is as asked for.
    pub fn shortfalls(self, coverage: &Coverage) -> Vec<Shortfall> {
        let all = [
            ("actions", coverage.actions, self.actions),
            ("branches", coverage.branches, self.branches),
        ];
        all.into_iter()
            .filter_map(|(kind, count, minimum)| Some(Shortfall { kind, count, minimum: minimum? }))
            .filter(|it| it.count.percent() < usize::from(it.minimum))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn refuses(text: &str, message: &Expect) {
        message.assert_eq(&text.parse::<Minimum>().unwrap_err().to_string());
    }

    #[test]
    fn what_is_no_percentage_is_refused() {
        let percent = expect!["`101` is no percentage; it is a whole number from 0 to 100"];
        refuses("101", &percent);
        refuses("", &expect!["`` is no percentage; it is a whole number from 0 to 100"]);
        refuses("+5", &expect!["`+5` is no percentage; it is a whole number from 0 to 100"]);
        refuses(
            "branches=95%",
            &expect!["`95%` is no percentage; it is a whole number from 0 to 100"],
        );
    }

    #[test]
    fn what_is_neither_actions_nor_branches_is_refused() {
        refuses(
            "lines=80",
            &expect![
                "`lines=80` says nothing of `actions` or `branches`; write `actions=100,branches=95`"
            ],
        );
        refuses(
            "100,95",
            &expect![
                "`100` says nothing of `actions` or `branches`; write `actions=100,branches=95`"
            ],
        );
        refuses("actions=1,actions=2", &expect!["`actions` is given twice"]);
    }

    #[test]
    fn a_number_goes_for_both_and_a_name_for_itself() {
        let minimum = |actions, branches| Ok(Minimum { actions, branches });
        assert_eq!("95".parse(), minimum(Some(95), Some(95)));
        assert_eq!("actions=100, branches=0".parse(), minimum(Some(100), Some(0)));
        assert_eq!("branches=95".parse(), minimum(None, Some(95)));
    }

    #[test]
    fn a_part_is_rounded_down_before_it_is_compared() {
        let count = |taken, of| Count { taken, of };
        let coverage =
            Coverage { actions: count(199, 200), branches: count(95, 100), flows: Vec::new() };
        let shortfalls = |text: &str| {
            let shortfalls = text.parse::<Minimum>().unwrap().shortfalls(&coverage);
            shortfalls.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        };
        expect![[r#"
            199 of 200 actions taken, 99 %; 100 % are asked for
            95 of 100 branches taken, 95 %; 100 % are asked for"#]]
        .assert_eq(&shortfalls("100"));
        assert_eq!(shortfalls("actions=99,branches=95"), "");
        assert_eq!(shortfalls("branches=95"), "");
    }

    #[test]
    fn nothing_is_all_there_is_of_nothing() {
        let coverage =
            Coverage { actions: Count::default(), branches: Count::default(), flows: Vec::new() };
        assert!("100".parse::<Minimum>().unwrap().shortfalls(&coverage).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_a_minimum_or_an_error(text in "[a-z0-9=,% +-]{0,30}|.*") {
            if let Ok(Minimum { actions, branches }) = text.parse() {
                proptest::prop_assert!(actions.or(branches).is_some());
                proptest::prop_assert!([actions, branches].iter().flatten().all(|it| *it <= 100));
            }
        }

        #[test]
        fn a_percentage_is_what_was_written(number in 0_u8..=100) {
            let both = Some(number);
            let minimum = format!("actions={number},branches={number}").parse();
            proptest::prop_assert_eq!(&minimum, &Ok(Minimum { actions: both, branches: both }));
            proptest::prop_assert_eq!(number.to_string().parse(), minimum);
        }
    }
}
