//! Settings.

use directory::{BaseUrl, LinkTemplate};
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
    /// The business's own API; `None` where all lines have their records in the table.
    pub api: Option<ApiConfig>,
    /// `PIN_PEPPER_SECRET_ARN`: the secret with the pepper of PINs and payment links, 16 characters or
    /// more without spaces; unset where there is none.
    pub pepper_secret: Option<String>,
    /// `QUEUE_ARN`: the queue of lines that name none; optional.
    pub queue: Option<String>,
}

/// Where the business's own API is, and how it knows us.
#[derive(Debug)]
pub struct ApiConfig {
    /// `DIRECTORY_URL`: the address that the paths of `openapi/directory.yaml` follow.
    pub base: BaseUrl,
    /// `DIRECTORY_SECRET_ARN`: the secret with `bearer:…` or `hmac:…`.
    pub secret: String,
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
        let payment_link = env.parsed("PAYMENT_LINK", "an https address with `{token}`")?;
        Ok(Self {
            table: env.required("TABLE_NAME")?,
            business: env.required("BUSINESS_NAME")?,
            time_zone,
            payment_link,
            api: api(&env)?,
            pepper_secret: secret(&env, "PIN_PEPPER_SECRET_ARN")?,
            queue: env.optional("QUEUE_ARN"),
        })
    }
}

/// The API: its address and its secret, or neither.
fn api(env: &Env<impl Fn(&str) -> Option<String>>) -> Result<Option<ApiConfig>, EnvError> {
    let (url, arn) = ("DIRECTORY_URL", "DIRECTORY_SECRET_ARN");
    let address = "https without user, query or fragment; http is for this machine only";
    match (env.parsed(url, address)?, secret(env, arn)?) {
        (None, None) => Ok(None),
        (Some(base), Some(secret)) => Ok(Some(ApiConfig { base, secret })),
        (Some(_), None) => Err(EnvError::Alone { name: url, other: arn }),
        (None, Some(_)) => Err(EnvError::Alone { name: arn, other: url }),
    }
}

/// The ARN of a secret. Whoever puts the secret itself there is told before a call shows it to anyone.
fn secret(
    env: &Env<impl Fn(&str) -> Option<String>>,
    name: &'static str,
) -> Result<Option<String>, EnvError> {
    let expected = "the ARN of a secret of Secrets Manager, not the secret";
    let is_arn = |it: &String| it.starts_with("arn:") && it.contains(":secretsmanager:");
    match env.optional(name) {
        Some(other) if !is_arn(&other) => Err(EnvError::Invalid { name, expected }),
        arn => Ok(arn),
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

    const ARN: &str = "arn:aws:secretsmanager:us-east-1:000000000000:secret:Directory-AbCdEf";

    fn with(settings: &[(&str, &str)]) -> Result<Config, EnvError> {
        Config::from_env(|name| {
            let set = settings.iter().find(|it| it.0 == name);
            set.map(|it| it.1.to_owned()).or_else(|| read(name))
        })
    }

    #[test]
    fn an_api_has_an_address_and_a_secret_or_is_none() {
        let url = "https://api.example.com/v1";
        assert!(with(&[]).unwrap().api.is_none());
        assert!(
            with(&[("DIRECTORY_URL", ""), ("DIRECTORY_SECRET_ARN", "")]).unwrap().api.is_none()
        );
        let api =
            with(&[("DIRECTORY_URL", url), ("DIRECTORY_SECRET_ARN", ARN)]).unwrap().api.unwrap();
        assert_eq!((api.base, api.secret.as_str()), (url.parse().unwrap(), ARN));
        assert_eq!(
            with(&[("DIRECTORY_URL", url)]).unwrap_err().to_string(),
            "the environment variable `DIRECTORY_URL` is set without `DIRECTORY_SECRET_ARN`; set both \
             or neither"
        );
        let error = with(&[("DIRECTORY_SECRET_ARN", ARN)]).unwrap_err();
        let (name, other) = ("DIRECTORY_SECRET_ARN", "DIRECTORY_URL");
        assert_eq!(error, EnvError::Alone { name, other });
    }

    #[test]
    fn what_is_no_address_or_no_arn_is_refused_and_not_shown() {
        for (name, wrong) in [
            ("DIRECTORY_URL", "http://api.example.com/hunter2"),
            ("DIRECTORY_URL", "https://user:hunter2@api.example.com"),
            ("DIRECTORY_SECRET_ARN", "bearer:hunter2hunter2hunter2"),
            ("PIN_PEPPER_SECRET_ARN", "hunter2hunter2hunter2"),
        ] {
            let error = with(&[(name, wrong)]).unwrap_err();
            let shown = format!("{error} {error:?}");
            assert!(shown.contains(name) && !shown.contains("hunter2"), "{shown}");
        }
        assert_eq!(with(&[("PIN_PEPPER_SECRET_ARN", ARN)]).unwrap().pepper_secret.unwrap(), ARN);
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
