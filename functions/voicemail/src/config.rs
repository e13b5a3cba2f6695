//! Settings.

use jiff::tz::TimeZone;
use wiring::{Env, EnvError};

/// What the operator sets, read once at cold start.
#[derive(Debug)]
pub struct Config {
    /// `TABLE_NAME`: the table of all records.
    pub table: String,
    /// `RECORDINGS_BUCKET`: the bucket of recordings, transcripts and what Transcribe writes.
    pub bucket: String,
    /// `VOICEMAIL_SENDER`: the address that mails come from, known to SES.
    pub sender: String,
    /// `VOICEMAIL_RECIPIENT`: the address that gets the messages.
    pub recipient: String,
    /// `BUSINESS_NAME`: whom the caller has reached.
    pub business: String,
    /// `TIME_ZONE`: the business's time zone, such as `America/New_York`.
    pub time_zone: TimeZone,
}

impl Config {
    /// Reads the settings.
    ///
    /// # Errors
    ///
    /// [`EnvError`] names the variable that is missing or wrong.
    pub fn from_env(read: impl Fn(&str) -> Option<String>) -> Result<Self, EnvError> {
        let env = Env::new(read);
        let time_zone = TimeZone::get(&env.required("TIME_ZONE")?).or(Err(EnvError::Invalid {
            name: "TIME_ZONE",
            expected: "an IANA time zone, such as `America/New_York`",
        }))?;
        Ok(Self {
            table: env.required("TABLE_NAME")?,
            bucket: env.required("RECORDINGS_BUCKET")?,
            sender: env.required("VOICEMAIL_SENDER")?,
            recipient: env.required("VOICEMAIL_RECIPIENT")?,
            business: env.required("BUSINESS_NAME")?,
            time_zone,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 6] = [
        "TABLE_NAME",
        "RECORDINGS_BUCKET",
        "VOICEMAIL_SENDER",
        "VOICEMAIL_RECIPIENT",
        "BUSINESS_NAME",
        "TIME_ZONE",
    ];

    fn config(missing: &str, zone: &str) -> Result<Config, EnvError> {
        let value = |name: &str| if name == "TIME_ZONE" { zone } else { "x" }.to_owned();
        Config::from_env(|name| (name != missing).then(|| value(name)))
    }

    #[test]
    fn every_setting_must_be_there() {
        for missing in NAMES {
            let error = config(missing, "America/New_York").unwrap_err();
            assert_eq!(error, EnvError::Missing { name: missing });
        }
        assert!(config("", "America/New_York").is_ok());
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
