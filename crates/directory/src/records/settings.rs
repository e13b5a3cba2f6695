//! What an operator sets.

use std::fmt;
use std::str::FromStr;

use crate::derived::Derived;
use crate::{DirectoryError, Held};

/// Where the token goes in a [`LinkTemplate`].
const TOKEN: &str = "{token}";

/// What an operator sets for records in the table.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Where callers pay by a link; `None` when they cannot.
    pub payment_link: Option<LinkTemplate>,
    /// What PINs are hashed with beside their salt; `None` for nothing. Another secret follows from it,
    /// with which payment links are derived: without a pepper there are none.
    ///
    /// As long as who keeps it does not give it, no PIN is checked and no link made: without it they
    /// would come out wrong.
    pub pepper: Option<Held<Pepper>>,
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
#[derive(Clone, PartialEq, Eq)]
pub struct Pepper(String);

impl Pepper {
    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl FromStr for Pepper {
    type Err = ParsePepperError;

    /// Takes no spaces, not even at the end, where nobody sees that a hash has one and another has not.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fits = text.len() >= MIN_PEPPER && text.bytes().all(|it| it.is_ascii_graphic());
        if fits { Ok(Self(text.to_owned())) } else { Err(ParsePepperError) }
    }
}

impl fmt::Debug for Pepper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pepper(…)")
    }
}

/// Fewest characters of a pepper. Shorter ones could be tried out.
const MIN_PEPPER: usize = 16;

/// The text is no pepper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a pepper is {MIN_PEPPER} or more ASCII characters without spaces")]
pub struct ParsePepperError;

impl Settings {
    /// The pepper's bytes; none where there is no pepper.
    pub(crate) async fn pepper(&self) -> Result<&[u8], DirectoryError> {
        Ok(self.kept_pepper().await?.map_or(&[], Pepper::bytes))
    }

    /// What payment links are derived with, so that nobody guesses one.
    ///
    /// # Errors
    ///
    /// [`DirectoryError::LinkUnguarded`] where there is no pepper that it could follow from.
    pub(crate) async fn link_secret(&self) -> Result<String, DirectoryError> {
        let pepper = self.kept_pepper().await?.ok_or(DirectoryError::LinkUnguarded)?;
        Ok(Derived::keyed(pepper.bytes(), "secret-of-payment-links").token())
    }

    async fn kept_pepper(&self) -> Result<Option<&Pepper>, DirectoryError> {
        let Some(held) = &self.pepper else { return Ok(None) };
        let pepper = held.get().await;
        pepper.map(Some).map_err(|source| DirectoryError::PepperOutOfReach { source })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{Keeper, Kept};

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
    fn a_pepper_is_long_and_not_shown() {
        let pepper: Pepper = "0123456789abcdef".parse().unwrap();
        assert_eq!(format!("{:?}", Held::from(pepper)), "Here(Pepper(…))");
        for wrong in ["", "hunter2", "0123456789abcdef\n", "0123456789 abcdef", "0123456789abcdé"]
        {
            assert_eq!(wrong.parse::<Pepper>(), Err(ParsePepperError), "{wrong}");
        }
    }

    /// Keeps a pepper, or nothing.
    #[derive(Debug)]
    struct Someone(Option<Pepper>);

    impl Keeper<Pepper> for Someone {
        fn secret(&self) -> Kept<'_, Pepper> {
            let pepper = self.0.as_ref().ok_or_else(|| "lost".into());
            Box::pin(std::future::ready(pepper))
        }
    }

    #[tokio::test]
    async fn a_pepper_that_is_lost_is_not_the_same_as_none() {
        let with = |pepper| Settings { payment_link: None, pepper };
        assert_eq!(with(None).pepper().await.unwrap(), b"");
        let error = with(None).link_secret().await.unwrap_err();
        assert_eq!(error.code(), "directory.payment-link-unguarded");
        let pepper: Pepper = "0123456789abcdef".parse().unwrap();
        let settings = with(Some(pepper.clone().into()));
        assert_eq!(settings.pepper().await.unwrap(), b"0123456789abcdef");
        let links = settings.link_secret().await.unwrap();
        assert!(links.len() == 32 && !links.contains("0123456789abcdef"), "{links}");
        let kept = |it| with(Some(Held::KeptBy(Arc::new(Someone(it)))));
        assert_eq!(kept(Some(pepper)).pepper().await.unwrap(), b"0123456789abcdef");
        let error = kept(None).pepper().await.unwrap_err();
        assert_eq!(error.code(), "directory.pepper-unavailable");
        let error = kept(None).link_secret().await.unwrap_err();
        assert_eq!(error.code(), "directory.pepper-unavailable");
    }
}
