//! What an operator sets.

use std::fmt;
use std::str::FromStr;

/// Where the token goes in a [`LinkTemplate`].
const TOKEN: &str = "{token}";

/// What an operator sets for records in the table.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Where callers pay by a link; `None` when they cannot.
    pub payment_link: Option<LinkTemplate>,
    /// What PINs are hashed with beside their salt, and payment links derived with; `None` for
    /// nothing, as in tests.
    pub pepper: Option<Pepper>,
}

/// The address of the page on which callers pay, such as `https://pay.example.com/{token}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkTemplate(String);

impl LinkTemplate {
    /// The address of one payment.
    pub(crate) fn with(&self, token: &str) -> String {
        self.0.replace(TOKEN, token)
    }
}

impl FromStr for LinkTemplate {
    type Err = ParseLinkTemplateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fits = text.strip_prefix("https://").is_some_and(|it| it.contains(TOKEN))
            && text.bytes().all(|it| it.is_ascii_graphic());
        if fits { Ok(Self(text.to_owned())) } else { Err(ParseLinkTemplateError) }
    }
}

/// The text is no address of a payment page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a payment page is an https address with `{TOKEN}`, such as `https://pay.example.com/{TOKEN}`"
)]
pub struct ParseLinkTemplateError;

/// A secret of the deployment that is in no record.
///
/// Who has the table but not the pepper cannot try out PINs, of which there are few.
///
/// Source: OWASP Password Storage Cheat Sheet, "Peppering".
#[derive(Clone)]
pub struct Pepper(Vec<u8>);

impl Pepper {
    /// Wraps a secret.
    pub fn new(secret: impl Into<Vec<u8>>) -> Self {
        Self(secret.into())
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Pepper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pepper(…)")
    }
}

impl Settings {
    /// The pepper's bytes; none without a pepper.
    pub(crate) fn pepper(&self) -> &[u8] {
        self.pepper.as_ref().map_or(&[], Pepper::bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payment_page_is_https_and_has_a_place_for_the_token() {
        let template: LinkTemplate = "https://pay.example.com/i/{token}".parse().unwrap();
        assert_eq!(template.with("ab12"), "https://pay.example.com/i/ab12");
        for wrong in [
            "",
            "http://pay.example.com/{token}",
            "https://pay.example.com/",
            "https://a b/{token}",
        ] {
            let error = wrong.parse::<LinkTemplate>().unwrap_err();
            assert_eq!(
                error.to_string(),
                "a payment page is an https address with `{token}`, such as \
                 `https://pay.example.com/{token}`"
            );
        }
    }

    #[test]
    fn a_pepper_is_not_shown() {
        assert_eq!(format!("{:?}", Pepper::new("hunter2")), "Pepper(…)");
    }
}
