//! How much Lex takes.
//!
//! Source: Amazon Lex V2 Developer Guide, "Quotas", build-time quotas; lengths of names,
//! descriptions and messages: AWS CloudFormation Template Reference, "`AWS::Lex::Bot`". Lex counts
//! characters in Unicode code units. A quota that AWS may raise is a limit here all the same: a bot
//! that only some accounts can deploy is worth a thought.

use super::error::{BotError, Spot};

/// How much one locale takes.
pub(super) struct Quota {
    pub(super) intents: usize,
    pub(super) slots: usize,
    pub(super) slot_types: usize,
    /// Characters of all sample utterances.
    pub(super) characters: usize,
}

/// `en_AU`, `en_GB` and `en_US`.
pub(super) const LARGE: Quota =
    Quota { intents: 1000, slots: 4000, slot_types: 250, characters: 2_000_000 };

/// All other locales.
pub(super) const SMALL: Quota =
    Quota { intents: 250, slots: 2000, slot_types: 100, characters: 200_000 };

/// Values and synonyms of all slot types of a locale.
pub(super) const VALUES: usize = 50_000;
/// Values and synonyms of one slot type.
pub(super) const TYPE_VALUES: usize = 10_000;
/// Characters of a value or synonym.
pub(super) const VALUE: usize = 140;
/// Characters of a pattern.
pub(super) const PATTERN: usize = 300;
/// Slots of an intent.
pub(super) const INTENT_SLOTS: usize = 100;
/// Sample utterances of an intent.
pub(super) const INTENT_UTTERANCES: usize = 1500;
/// Characters of a sample utterance.
pub(super) const UTTERANCE: usize = 500;
/// Characters of a description.
pub(super) const DESCRIPTION: usize = 200;
/// Characters of a message in plain text.
pub(super) const MESSAGE: usize = 1024;
/// Characters of a name.
pub(super) const NAME: usize = 100;

/// What Lex counts as characters.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Refuses more than a limit.
pub(super) fn at_most(
    spot: &Spot,
    found: usize,
    what: &'static str,
    limit: usize,
) -> Result<(), BotError> {
    if found > limit {
        return Err(BotError::TooMuch { spot: spot.clone(), found, what, limit });
    }
    Ok(())
}

/// Refuses a name that Lex does not take: letters and digits, with single `-` or `_` between them.
pub(super) fn name(spot: &Spot, name: &str) -> Result<(), BotError> {
    at_most(spot, units(name), "characters in its name", NAME)?;
    let well_formed = name.starts_with(|it: char| it.is_ascii_alphanumeric())
        && name.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '_' | '-'))
        && !["__", "--", "_-", "-_"].iter().any(|it| name.contains(it));
    if well_formed {
        return Ok(());
    }
    Err(BotError::Unexpected {
        spot: spot.clone(),
        found: format!("named `{name}`"),
        expected: "a name of letters and digits, with single `-` or `_` between them".to_owned(),
    })
}
