//! Settings.

use directory::LinkTemplate;
use jiff::tz::TimeZone;
use wiring::{Env, EnvError};

/// What the operator sets, read once at cold start.
#[derive(Debug)]
pub struct Config {
    /// `TABLE_NAME`: the table of all records.
    pub table: String,
    /// `BUSINESS_NAME`: whom callers of a number without a line have reached, as it is spoken.
    pub business: String,
    /// `TIME_ZONE`: the time zone of such a number as an IANA name, such as `America/New_York`.
    pub time_zone: String,
    /// `PAYMENT_LINK`: address of the page on which callers pay, with `{token}`, such as
    /// `https://pay.example.com/{token}`; unset where nobody pays by a link.
    pub payment_link: Option<LinkTemplate>,
}

impl Config {
    /// Reads the settings.
    ///
    /// # Errors
    ///
    /// [`EnvError`] names the variable that is missing or wrong.
    pub fn from_env(read: impl Fn(&str) -> Option<String>) -> Result<Self, EnvError> {
        let env = Env::new(read);
        let time_zone = env.required("TIME_ZONE")?;
        TimeZone::get(&time_zone).or(Err(EnvError::Invalid {
            name: "TIME_ZONE",
            expected: "an IANA time zone, such as `America/New_York`",
        }))?;
        let payment_link = match env.optional("PAYMENT_LINK").map(|it| it.parse()) {
            None => None,
            Some(Ok(link)) => Some(link),
            Some(Err(_)) => {
                let expected = "an https address with `{token}`";
                return Err(EnvError::Invalid { name: "PAYMENT_LINK", expected });
            }
        };
        Ok(Self {
            table: env.required("TABLE_NAME")?,
            business: env.required("BUSINESS_NAME")?,
            time_zone,
            payment_link,
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
    fn a_payment_link_is_secure_and_has_a_place_for_its_token() {
        let with =
            |link: &str| {
                let link = link.to_owned();
                Config::from_env(move |name| {
                    if name == "PAYMENT_LINK" { Some(link.clone()) } else { read(name) }
                })
            };
        assert!(with("https://pay.example.com/{token}").unwrap().payment_link.is_some());
        assert!(with("").unwrap().payment_link.is_none());
        for wrong in ["http://pay.example.com/{token}", "https://pay.example.com", "pay"] {
            assert!(matches!(with(wrong), Err(EnvError::Invalid { name: "PAYMENT_LINK", .. })));
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
