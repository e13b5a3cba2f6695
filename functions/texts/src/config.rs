//! Settings.

use wiring::{Env, EnvError};

/// What the operator sets, read once at cold start.
#[derive(Debug)]
pub struct Config {
    /// `TABLE_NAME`: the table of all records.
    pub table: String,
    /// `TEXT_ORIGIN`: telephone number, sender id or pool that texts come from, by ARN; when
    /// it is not set, AWS chooses one of the account's.
    pub origin: Option<String>,
}

impl Config {
    /// Reads the settings.
    ///
    /// # Errors
    ///
    /// [`EnvError`] names the variable that is missing.
    pub fn from_env(read: impl Fn(&str) -> Option<String>) -> Result<Self, EnvError> {
        let env = Env::new(&read);
        let origin = read("TEXT_ORIGIN").filter(|it| !it.is_empty());
        Ok(Self { table: env.required("TABLE_NAME")?, origin })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_must_be_named_and_the_origin_may_be() {
        let error = Config::from_env(|_| None).unwrap_err();
        assert_eq!(error, EnvError::Missing { name: "TABLE_NAME" });
        let value = |it: &str| (it == "TABLE_NAME").then(|| "records".to_owned());
        assert_eq!(Config::from_env(value).unwrap().origin, None);
        assert_eq!(
            Config::from_env(|_| Some("x".to_owned())).unwrap().origin.as_deref(),
            Some("x")
        );
    }
}
