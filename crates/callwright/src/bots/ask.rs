//! What a bot makes of some words.

use aws_events::lex::{Interpretation, Slot};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use lex_bot::{Bot, UnderstandError};
use serde::Serialize;

use crate::call::TIME_ZONE;
use crate::script::{DEFAULT_AT, near};

/// Most intents that are told.
const MOST_INTENTS: usize = 5;

/// When somebody asks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Moment(Zoned);

impl Default for Moment {
    /// When calls begin unless told otherwise.
    fn default() -> Self {
        let at = DEFAULT_AT.parse().unwrap_or(Timestamp::UNIX_EPOCH);
        Self(at.to_zoned(zone()))
    }
}

/// The time zone of whoever names none.
fn zone() -> TimeZone {
    TimeZone::get(TIME_ZONE).unwrap_or(TimeZone::UTC)
}

impl Moment {
    /// Reads a time: with its offset, with the name of its zone, or as a clock on the wall shows it
    /// where the bot runs.
    ///
    /// # Errors
    ///
    /// A sentence that says how a time is written.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let wall = |text: &str| text.parse::<DateTime>().ok()?.to_zoned(zone()).ok();
        text.parse::<Zoned>()
            .ok()
            .or_else(|| Some(text.parse::<Timestamp>().ok()?.to_zoned(zone())))
            .or_else(|| wall(text))
            .map(Self)
            .ok_or_else(|| {
                "expected a time such as 2026-11-21T10:00, 2026-11-21T10:00:00Z or \
                 2026-11-21T10:00[Europe/Madrid]"
                    .to_owned()
            })
    }

    /// All readings of some words, best first; `None` when the bot has no such locale.
    pub(super) fn readings(
        &self,
        bot: &Bot,
        locale: &str,
        words: &str,
    ) -> Option<Vec<Interpretation>> {
        bot.understand(locale, words, None, &self.0).ok()
    }
}

/// What is asked of a bot.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Question<'a> {
    pub(crate) locale: &'a str,
    /// The intent and the slot that the bot has just asked for.
    pub(crate) slot: Option<(&'a str, &'a str)>,
    pub(crate) at: &'a Moment,
}

/// What a bot makes of some words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Asked<'a> {
    pub(crate) utterance: &'a str,
    locale: &'a str,
    /// The intent and the slot that was asked for, such as `Order.Size`.
    #[serde(skip_serializing_if = "Option::is_none")]
    slot: Option<String>,
    /// What it may mean, best first; what the bot follows is the first.
    pub(crate) intents: Vec<Reading>,
}

/// One intent that words may mean.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Reading {
    pub(crate) intent: String,
    /// How sure that is, 0 to 1; absent for the fallback intent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) confidence: Option<f64>,
    /// The slots that are filled.
    pub(crate) slots: Vec<Filled>,
}

/// A slot with its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Filled {
    pub(crate) slot: String,
    pub(crate) original: String,
    pub(crate) interpreted: String,
    pub(crate) resolved: Vec<String>,
}

/// Asks a bot what it makes of some words.
///
/// # Errors
///
/// [`UnderstandError`] when the bot has no such locale, intent or slot.
pub(crate) fn ask<'a>(
    bot: &Bot,
    words: &'a str,
    question: &Question<'a>,
) -> Result<Asked<'a>, UnderstandError> {
    let Question { locale, slot, at } = *question;
    let readings = bot.understand(locale, words, slot, &at.0)?;
    let intents = readings.into_iter().take(MOST_INTENTS).map(|it| Reading {
        slots: it.intent.slots.iter().flat_map(|(name, it)| filled(name, it.as_ref())).collect(),
        intent: it.intent.name,
        confidence: it.nlu_confidence,
    });
    Ok(Asked {
        utterance: words,
        locale,
        slot: slot.map(|(intent, slot)| format!("{intent}.{slot}")),
        intents: intents.collect(),
    })
}

/// The values of a slot: one, several, or one for each part.
fn filled(name: &str, slot: Option<&Slot>) -> Vec<Filled> {
    match slot {
        None | Some(Slot::Other(_)) => Vec::new(),
        Some(Slot::Scalar { value }) => vec![Filled {
            slot: name.to_owned(),
            original: value.original_value.clone(),
            interpreted: value.interpreted_value.clone(),
            resolved: value.resolved_values.clone(),
        }],
        Some(Slot::List { values, .. }) => {
            values.iter().flat_map(|it| filled(name, Some(it))).collect()
        }
        Some(Slot::Composite { sub_slots, .. }) => sub_slots
            .iter()
            .flat_map(|(part, it)| filled(&format!("{name}.{part}"), it.as_ref()))
            .collect(),
    }
}

/// The locale that is meant: the one named, in either spelling, or the bot's first.
///
/// # Errors
///
/// A sentence with the locales there are.
pub(crate) fn locale<'a>(bot: &'a Bot, named: Option<&str>) -> Result<&'a str, String> {
    let known = || bot.locales().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ");
    let found = match named {
        Some(name) => bot.locales().find(|it| *it == name.replace('-', "_")),
        None => bot.locales().next(),
    };
    found.ok_or_else(|| match named {
        Some(name) => format!("bot `{}` has no locale `{name}`, only {}", bot.name(), known()),
        None => format!("bot `{}` has no locale", bot.name()),
    })
}

/// An intent and a slot, written as `Intent.Slot`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SlotNameError {
    /// It is written in another way.
    #[error("`{found}` is not written as `Intent.Slot`")]
    Shape {
        /// What is written.
        found: String,
    },
    /// There is no such slot.
    #[error("locale `{locale}` has no slot `{found}`{near}")]
    Unknown {
        /// The locale.
        locale: String,
        /// What is written.
        found: String,
        /// The slots that may be meant, as the rest of a sentence; empty when none is like it.
        near: String,
    },
}

/// Finds a slot of a locale that is written as `Intent.Slot`, or `Intent.Slot.Part`.
///
/// # Errors
///
/// [`SlotNameError`], with the nearest slots there are.
pub(crate) fn slot_name<'a>(
    locale: &super::Locale,
    written: &'a str,
) -> Result<(&'a str, &'a str), SlotNameError> {
    let (intent, slot) = written
        .split_once('.')
        .filter(|(intent, slot)| !intent.is_empty() && !slot.is_empty())
        .ok_or_else(|| SlotNameError::Shape { found: written.to_owned() })?;
    let whole = slot.split('.').next().unwrap_or(slot);
    let mut intents = locale.intents.iter().filter(|it| it.name == intent);
    if intents.any(|it| it.slots.iter().any(|it| it.name == whole)) {
        return Ok((intent, slot));
    }
    let names: Vec<_> = locale
        .intents
        .iter()
        .flat_map(|it| it.slots.iter().map(move |slot| format!("{}.{}", it.name, slot.name)))
        .collect();
    Err(SlotNameError::Unknown {
        locale: locale.id.clone(),
        found: written.to_owned(),
        near: near(written, names.iter().map(String::as_str)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        let zoned = |text: &str| Moment::parse(text).unwrap().0.to_string();
        assert_eq!(zoned("2026-11-21T10:00"), "2026-11-21T10:00:00-05:00[America/New_York]");
        assert_eq!(zoned("2026-11-21T15:00:00Z"), "2026-11-21T10:00:00-05:00[America/New_York]");
        assert_eq!(
            zoned("2026-11-21T10:00[Europe/Madrid]"),
            "2026-11-21T10:00:00+01:00[Europe/Madrid]"
        );
        assert!(Moment::parse("tomorrow").unwrap_err().starts_with("expected a time such as"));
        assert_eq!(Moment::default().0.to_string(), "2026-03-02T09:30:00-05:00[America/New_York]");
    }
}
