//! Settings.

use wiring::{Env, EnvError};

/// Callers who may wait at once, unless the operator sets another number.
const QUEUE_LIMIT: u32 = 20;

/// What the operator sets, read once at cold start.
#[derive(Debug)]
pub struct Config {
    /// `TABLE_NAME`: the table of all records.
    pub table: String,
    /// `QUEUE_LIMIT`: how many callers may wait in the queue, 20 by default. The next one leaves a
    /// message.
    pub queue_limit: u32,
    /// `QUEUE_ARN`: the queue of lines that name none; optional.
    pub queue: Option<String>,
}

impl Config {
    /// Reads the settings.
    ///
    /// # Errors
    ///
    /// [`EnvError`] names the variable that is missing or wrong.
    pub fn from_env(read: impl Fn(&str) -> Option<String>) -> Result<Self, EnvError> {
        let env = Env::new(read);
        Ok(Self {
            table: env.required("TABLE_NAME")?,
            queue_limit: env.parsed("QUEUE_LIMIT", "a whole number")?.unwrap_or(QUEUE_LIMIT),
            queue: env.optional("QUEUE_ARN"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(limit: &str) -> Result<Config, EnvError> {
        Config::from_env(|name| Some(if name == "QUEUE_LIMIT" { limit } else { "x" }.to_owned()))
    }

    #[test]
    fn the_limit_has_a_default() {
        assert_eq!(config("").unwrap().queue_limit, 20);
        assert_eq!(config("3").unwrap().queue_limit, 3);
    }

    #[test]
    fn a_limit_that_is_no_number_stops_the_function() {
        for limit in ["-1", "2.5", "many"] {
            let error = config(limit).unwrap_err();
            assert_eq!(
                error.to_string(),
                "the environment variable `QUEUE_LIMIT` must be a whole number"
            );
        }
    }

    #[test]
    fn the_table_must_be_named() {
        let error = Config::from_env(|_| None).unwrap_err();
        assert_eq!(error, EnvError::Missing { name: "TABLE_NAME" });
    }
}
