//! The business's own API, as a line on a laptop asks it.

use std::fmt;

use crate::template::{Project, Secret};

/// The variables that say where the API is and how it knows who asks.
const URL: &str = "DIRECTORY_URL";
const SECRET: &str = "DIRECTORY_SECRET";

/// The function's variable with the ARN of the secret.
const SECRET_ARN: &str = "DIRECTORY_SECRET_ARN";

/// ARN of the secret that Secrets Manager's stand-in has for it.
const ARN: &str = "arn:aws:secretsmanager:us-east-1:000000000000:secret:DIRECTORY_SECRET-AbCdEf";

/// The business's own API: where it is, and how it knows who asks.
///
/// It stands in for what the template's parameters say, so that neither address nor secret need be
/// written into a file. What is wrong with either the function says, as it does when it is deployed.
#[derive(Clone, PartialEq, Eq)]
pub struct OwnApi {
    /// Its address, such as `http://127.0.0.1:8080/v1`.
    pub url: String,
    /// The text of its secret, `bearer:…` or `hmac:…`.
    pub secret: String,
}

/// One of the two variables is set without the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the environment variable `{set}` is set without `{unset}`; set both or neither")]
pub struct OwnApiError {
    set: &'static str,
    unset: &'static str,
}

impl OwnApi {
    /// Reads `DIRECTORY_URL` and `DIRECTORY_SECRET`; `None` when neither is set.
    ///
    /// # Errors
    ///
    /// [`OwnApiError`] when only one is set.
    pub fn from_env(read: impl Fn(&str) -> Option<String>) -> Result<Option<Self>, OwnApiError> {
        let read = |name| read(name).filter(|it| !it.trim().is_empty());
        match (read(URL), read(SECRET)) {
            (None, None) => Ok(None),
            (Some(url), Some(secret)) => Ok(Some(Self { url, secret })),
            (Some(_), None) => Err(OwnApiError { set: URL, unset: SECRET }),
            (None, Some(_)) => Err(OwnApiError { set: SECRET, unset: URL }),
        }
    }

    /// Leads the functions to it that ask such an API, and lends them its secret.
    pub(super) fn put(&self, project: &mut Project) {
        for function in &mut project.functions {
            if function.environment.contains_key(URL) {
                let set = [(URL, self.url.as_str()), (SECRET_ARN, ARN)];
                let set = set.map(|(name, value)| (name.to_owned(), value.to_owned()));
                function.environment.extend(set);
            }
        }
        project.secrets.push(Secret {
            name: SECRET.to_owned(),
            arn: ARN.to_owned(),
            text: Some(self.secret.clone()),
        });
    }
}

impl fmt::Debug for OwnApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OwnApi").field("url", &self.url).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(set: &[(&str, &str)]) -> Result<Option<OwnApi>, OwnApiError> {
        OwnApi::from_env(|name| set.iter().find(|it| it.0 == name).map(|it| it.1.to_owned()))
    }

    #[test]
    fn address_and_secret_come_together_and_the_secret_is_not_shown() {
        let (url, secret) = ((URL, "http://127.0.0.1:8080"), (SECRET, "bearer:0123456789abcdef"));
        assert_eq!(read(&[]), Ok(None));
        assert_eq!(read(&[(URL, ""), (SECRET, " ")]), Ok(None));
        let api = read(&[url, secret]).unwrap().unwrap();
        assert_eq!(format!("{api:?}"), r#"OwnApi { url: "http://127.0.0.1:8080", .. }"#);
        assert_eq!(
            read(&[url]).unwrap_err().to_string(),
            "the environment variable `DIRECTORY_URL` is set without `DIRECTORY_SECRET`; set both or \
             neither"
        );
        assert_eq!(read(&[secret]), Err(OwnApiError { set: SECRET, unset: URL }));
    }

    #[test]
    fn only_functions_that_ask_an_api_are_led_to_it() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut project = Project::read(&root).unwrap();
        let before = project.clone();
        let api = read(&[(URL, "http://127.0.0.1:8080"), (SECRET, "bearer:0123456789abcdef")]);
        api.unwrap().unwrap().put(&mut project);
        let changed = project.functions.iter().zip(&before.functions).filter(|(it, was)| it != was);
        let changed: Vec<_> = changed.map(|(it, _)| it).collect();
        assert_eq!(changed.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["intent"]);
        let arn = &changed[0].environment[SECRET_ARN];
        assert_eq!(changed[0].environment[URL], "http://127.0.0.1:8080");
        let lent = project.secrets.iter().find(|it| it.arn == *arn).unwrap();
        assert_eq!(lent.text.as_deref(), Some("bearer:0123456789abcdef"));
    }
}
