//! Settings.

use line::Line;
use wiring::{Env, EnvError};

/// What the operator sets, read once at cold start.
#[derive(Debug)]
pub struct Config {
    /// `TABLE_NAME`: the table of all records.
    pub table: String,
    /// `BUSINESS_NAME` and `TIME_ZONE`: the line of numbers that have none, by whom the caller has
    /// reached, as it is spoken, and where that is, such as `America/New_York`.
    pub basic: Line,
    /// `CALLER_KEY_SECRET_ARN`: the secret that hashes callers' numbers.
    pub caller_key_secret: String,
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
        let zone = env.required("TIME_ZONE")?;
        if jiff::tz::TimeZone::get(&zone).is_err() {
            let expected = "an IANA time zone, such as `America/New_York`";
            return Err(EnvError::Invalid { name: "TIME_ZONE", expected });
        }
        Ok(Self {
            table: env.required("TABLE_NAME")?,
            basic: Line::basic(env.required("BUSINESS_NAME")?, zone),
            caller_key_secret: env.required("CALLER_KEY_SECRET_ARN")?,
            queue: env.optional("QUEUE_ARN"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(missing: &str, zone: &str) -> Result<Config, EnvError> {
        let value = |name: &str| if name == "TIME_ZONE" { zone } else { "x" }.to_owned();
        Config::from_env(|name| (name != missing).then(|| value(name)))
    }

    #[test]
    fn every_setting_but_the_queue_must_be_there() {
        for missing in ["TABLE_NAME", "BUSINESS_NAME", "TIME_ZONE", "CALLER_KEY_SECRET_ARN"] {
            let error = config(missing, "America/New_York").unwrap_err();
            assert_eq!(error, EnvError::Missing { name: missing });
        }
        assert_eq!(config("QUEUE_ARN", "America/New_York").unwrap().queue, None);
        assert_eq!(config("", "America/New_York").unwrap().queue.as_deref(), Some("x"));
    }

    #[test]
    fn a_time_zone_must_be_one() {
        let error = config("", "New York").unwrap_err();
        assert_eq!(
            error.to_string(),
            "the environment variable `TIME_ZONE` must be an IANA time zone, such as `America/New_York`"
        );
    }
}
