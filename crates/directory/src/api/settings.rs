//! Where the business's API is, and how it knows us.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use http::Uri;

use crate::Held;

/// What an operator sets for a business's own API.
#[derive(Debug, Clone)]
pub struct ApiSettings {
    /// `DIRECTORY_URL`: where it is.
    pub base: BaseUrl,
    /// `DIRECTORY_SECRET_ARN`: how it knows us.
    pub secret: Held<ApiSecret>,
}

/// The address that every path of the contract follows, such as `https://api.example.com/v1`.
///
/// `https`, or `http` where the API is on this very machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    text: String,
    /// What comes before the contract's paths.
    prefix: String,
    tls: bool,
}

impl BaseUrl {
    /// The address of a path with its query.
    pub(super) fn at(&self, target: &str) -> String {
        format!("{}{target}", self.text)
    }

    /// A path with its query as the API sees it.
    pub(super) fn target(&self, target: &str) -> String {
        format!("{}{target}", self.prefix)
    }

    pub(super) fn uses_tls(&self) -> bool {
        self.tls
    }
}

impl FromStr for BaseUrl {
    type Err = ParseBaseUrlError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim_end_matches('/');
        let uri: Uri = text.parse().or(Err(ParseBaseUrlError))?;
        let authority = uri.authority().ok_or(ParseBaseUrlError)?;
        let has_user = authority.as_str().contains('@');
        let tls = match uri.scheme_str() {
            Some("https") => true,
            Some("http") if is_this_machine(authority.host()) => false,
            _ => return Err(ParseBaseUrlError),
        };
        if has_user || uri.query().is_some() || text.contains('#') || authority.host().is_empty() {
            return Err(ParseBaseUrlError);
        }
        let prefix = uri.path().trim_end_matches('/').to_owned();
        Ok(Self { text: text.to_owned(), prefix, tls })
    }
}

/// Whether nothing that is sent there leaves the machine.
fn is_this_machine(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || address.parse::<IpAddr>().is_ok_and(|it| it.is_loopback())
}

/// The text is no address of an API. It is not repeated, since it may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "an API's address is https without user, query or fragment, such as \
     `https://api.example.com/v1`; http is for this machine only"
)]
pub struct ParseBaseUrlError;

/// What proves to the API that it is us who ask.
#[derive(Clone, PartialEq, Eq)]
pub enum ApiSecret {
    /// Sent as it is: `Authorization: Bearer …`.
    Bearer(String),
    /// Never sent: every request is signed with it, which also proves that it was not changed.
    Hmac(String),
}

impl ApiSecret {
    /// The secret without saying which kind it is.
    fn text(&self) -> &str {
        match self {
            Self::Bearer(secret) | Self::Hmac(secret) => secret,
        }
    }
}

impl FromStr for ApiSecret {
    type Err = ParseApiSecretError;

    /// Reads `bearer:…` or `hmac:…`. A line break at the end, which editors leave, is no part of it.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim_end_matches(['\r', '\n']);
        let secret = match text.split_once(':') {
            Some(("bearer", secret)) => Self::Bearer(secret.to_owned()),
            Some(("hmac", secret)) => Self::Hmac(secret.to_owned()),
            _ => return Err(ParseApiSecretError),
        };
        let fits = secret.text().len() >= MIN_SECRET
            && secret.text().bytes().all(|it| it.is_ascii_graphic());
        if fits { Ok(secret) } else { Err(ParseApiSecretError) }
    }
}

impl fmt::Debug for ApiSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bearer(_) => "Bearer(…)",
            Self::Hmac(_) => "Hmac(…)",
        })
    }
}

/// Fewest characters of a secret. Shorter ones could be tried out.
const MIN_SECRET: usize = 16;

/// The text is no secret of an API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "an API's secret is `bearer:` or `hmac:` and {MIN_SECRET} or more ASCII characters without spaces"
)]
pub struct ParseApiSecretError;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_api_is_reached_by_tls_or_on_this_machine() {
        for (text, tls) in [
            ("https://api.example.com", true),
            ("https://api.example.com:8443/v1/", true),
            ("http://127.0.0.1:8080", false),
            ("http://[::1]:8080/v1", false),
            ("http://localhost:8080", false),
        ] {
            assert_eq!(text.parse::<BaseUrl>().unwrap().uses_tls(), tls, "{text}");
        }
        for text in [
            "",
            "api.example.com",
            "http://api.example.com",
            "http://127.0.0.1.example.com",
            "http://localhost.example.com",
            "ftp://127.0.0.1",
            "https://user:secret@api.example.com",
            "https://api.example.com?key=secret",
            "https://api.example.com#a",
            "https://",
            "https://a b",
        ] {
            let error = text.parse::<BaseUrl>().unwrap_err();
            assert!(!error.to_string().contains("secret"), "{text}");
        }
    }

    #[test]
    fn paths_follow_the_base() {
        let base: BaseUrl = "https://api.example.com/v1/".parse().unwrap();
        assert_eq!(base.at("/lines/a"), "https://api.example.com/v1/lines/a");
        assert_eq!(base.target("/lines/a"), "/v1/lines/a");
        let bare: BaseUrl = "https://api.example.com".parse().unwrap();
        assert_eq!(bare.target("/lines/a"), "/lines/a");
    }

    #[test]
    fn a_secret_says_how_it_is_used_and_is_not_shown() {
        let bearer: ApiSecret = "bearer:0123456789abcdef".parse().unwrap();
        assert_eq!(bearer, ApiSecret::Bearer("0123456789abcdef".to_owned()));
        assert_eq!(format!("{bearer:?}"), "Bearer(…)");
        assert_eq!("bearer:0123456789abcdef\r\n".parse(), Ok(bearer));
        let hmac: ApiSecret = "hmac:0123456789:abcdef".parse().unwrap();
        assert_eq!(format!("{hmac:?}"), "Hmac(…)");
        for text in [
            "",
            "0123456789abcdef",
            "basic:0123456789abcdef",
            "bearer:short",
            "hmac:0123456789 abcdef",
        ] {
            assert_eq!(text.parse::<ApiSecret>(), Err(ParseApiSecretError), "{text}");
        }
    }
}
