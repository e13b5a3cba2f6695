//! Settings.

use wiring::{Env, EnvError};

/// What the operator sets, read once at cold start.
#[derive(Debug)]
pub struct Config {
    /// `TABLE_NAME`: the table of all records.
    pub table: String,
    /// `BUSINESS_NAME`: whom the caller has reached, as it is spoken.
    pub business: String,
    /// `CALLER_KEY_SECRET_ARN`: the secret that hashes callers' numbers.
    pub caller_key_secret: String,
}

impl Config {
    /// Reads the settings.
    ///
    /// # Errors
    ///
    /// [`EnvError`] names the variable that is missing.
    pub fn from_env(read: impl Fn(&str) -> Option<String>) -> Result<Self, EnvError> {
        let env = Env::new(read);
        Ok(Self {
            table: env.required("TABLE_NAME")?,
            business: env.required("BUSINESS_NAME")?,
            caller_key_secret: env.required("CALLER_KEY_SECRET_ARN")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_must_be_there() {
        for missing in ["TABLE_NAME", "BUSINESS_NAME", "CALLER_KEY_SECRET_ARN"] {
            let error =
                Config::from_env(|name| (name != missing).then(|| "x".to_owned())).unwrap_err();
            assert_eq!(error, EnvError::Missing { name: missing });
        }
        assert!(Config::from_env(|_| Some("x".to_owned())).is_ok());
    }
}
