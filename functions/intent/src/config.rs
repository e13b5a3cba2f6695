//! Settings.

use jiff::tz::TimeZone;
use wiring::{Env, EnvError};

/// What the operator sets, read once at cold start.
#[derive(Debug)]
pub struct Config {
    /// `TABLE_NAME`: the table of all records.
    pub table: String,
    /// `BUSINESS_NAME`: whom the caller has reached, as it is spoken.
    pub business: String,
    /// `TIME_ZONE`: the business's time zone as an IANA name, such as `America/New_York`. It decides
    /// which day is today, yesterday and tomorrow.
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
            business: env.required("BUSINESS_NAME")?,
            time_zone,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str) -> Option<String> {
        let value = match name {
            "TABLE_NAME" => "records",
            "BUSINESS_NAME" => "Northwind Outfitters",
            "TIME_ZONE" => "America/New_York",
            _ => return None,
        };
        Some(value.to_owned())
    }

    #[test]
    fn every_setting_must_be_there() {
        assert!(Config::from_env(read).is_ok());
        for missing in ["TABLE_NAME", "BUSINESS_NAME", "TIME_ZONE"] {
            let error =
                Config::from_env(|name| read(name).filter(|_| name != missing)).unwrap_err();
            assert_eq!(error, EnvError::Missing { name: missing });
        }
    }

    #[test]
    fn a_time_zone_must_exist() {
        let error = Config::from_env(|name| {
            if name == "TIME_ZONE" { Some("New York".to_owned()) } else { read(name) }
        })
        .unwrap_err();
        assert_eq!(
            error.to_string(),
            "the environment variable `TIME_ZONE` must be an IANA time zone, such as \
             `America/New_York`"
        );
    }
}
