//! Settings from the environment, with errors that name the variable.

use std::fmt;
use std::str::FromStr;

/// Reads one variable of the process; what `main` hands to a `Config::from_env`.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
pub fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// A view of the environment in which an empty variable counts as unset.
///
/// The reader is an argument, so that tests need no process environment.
#[derive(Debug, Clone, Copy)]
pub struct Env<F>(F);

impl<F: Fn(&str) -> Option<String>> Env<F> {
    /// Wraps a reader, such as [`environment`].
    pub fn new(read: F) -> Self {
        Self(read)
    }

    /// The value of a variable, if it is set.
    pub fn optional(&self, name: &str) -> Option<String> {
        (self.0)(name).map(|it| it.trim().to_owned()).filter(|it| !it.is_empty())
    }

    /// The value of a variable.
    ///
    /// # Errors
    ///
    /// [`EnvError::Missing`] when it is unset or empty.
    pub fn required(&self, name: &'static str) -> Result<String, EnvError> {
        self.optional(name).ok_or(EnvError::Missing { name })
    }

    /// The value of a variable, read as a `T`; `None` when it is unset. `expected` says, for the
    /// operator, what would be valid.
    ///
    /// # Errors
    ///
    /// [`EnvError::Invalid`] when it is no `T`.
    pub fn parsed<T: FromStr>(
        &self,
        name: &'static str,
        expected: &'static str,
    ) -> Result<Option<T>, EnvError> {
        self.optional(name)
            .map(|text| text.parse().ok().ok_or(EnvError::Invalid { name, expected }))
            .transpose()
    }
}

/// Why a setting cannot be used. Names the variable, never its value.
///
/// `Debug` reads like `Display`: it is what a `main` that returns the error shows.
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
pub enum EnvError {
    /// The variable is unset or empty.
    #[error("the environment variable `{name}` must be set")]
    Missing {
        /// Name of the variable.
        name: &'static str,
    },
    /// The variable holds something else than it should.
    #[error("the environment variable `{name}` must be {expected}")]
    Invalid {
        /// Name of the variable.
        name: &'static str,
        /// What would be valid.
        expected: &'static str,
    },
    /// The variable is set, and the one that it needs is not.
    #[error("the environment variable `{name}` is set without `{other}`; set both or neither")]
    Alone {
        /// Name of the variable that is set.
        name: &'static str,
        /// Name of the other.
        other: &'static str,
    },
}

impl fmt::Debug for EnvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn env(value: Option<&'static str>) -> Env<impl Fn(&str) -> Option<String>> {
        Env::new(move |name| value.filter(|_| name == "LIMIT").map(str::to_owned))
    }

    #[test]
    fn an_empty_variable_counts_as_unset() {
        for value in [None, Some(""), Some("  ")] {
            assert_eq!(env(value).required("LIMIT"), Err(EnvError::Missing { name: "LIMIT" }));
            assert_eq!(env(value).parsed::<u32>("LIMIT", "a whole number"), Ok(None));
        }
    }

    #[test]
    fn a_wrong_value_is_named_but_not_shown() {
        let error = env(Some("many")).parsed::<u32>("LIMIT", "a whole number").unwrap_err();
        assert_eq!(error.to_string(), "the environment variable `LIMIT` must be a whole number");
    }

    #[test]
    fn space_around_a_value_does_not_matter() {
        assert_eq!(env(Some(" 20 ")).parsed("LIMIT", "a whole number"), Ok(Some(20_u32)));
        assert_eq!(env(Some(" a\n")).required("LIMIT"), Ok("a".to_owned()));
    }
}
