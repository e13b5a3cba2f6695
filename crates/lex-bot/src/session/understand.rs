//! What a bot makes of some words, without a conversation around them.

use aws_events::lex::{Intent, Interpretation, InterpretationSource, Slots};
use jiff::Zoned;

use super::Expects;
use super::reading::{Reading, Situation, read};
use super::slots;
use crate::bot::{self, Bot, Locale};

/// Why a bot cannot be asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnderstandError {
    /// The bot does not speak the language.
    #[error("bot `{bot}` has no locale `{locale}`")]
    UnknownLocale {
        /// Name of the bot.
        bot: String,
        /// The locale asked for.
        locale: String,
    },
    /// The locale has no such intent, or the intent no such slot.
    #[error("locale `{locale}` has no slot `{intent}.{slot}`")]
    UnknownSlot {
        /// The locale.
        locale: String,
        /// The intent asked for.
        intent: String,
        /// The slot asked for.
        slot: String,
    },
}

impl Bot {
    /// What some words may mean to somebody who has said nothing yet, or who was asked for a slot:
    /// all readings, the one that is followed first. That is the fallback intent, without a
    /// confidence, when nothing else is sure enough; further readings may well be unsure.
    ///
    /// `asked` names an intent and one of its slots, or `Slot.Part`. `now` is the clock of the call
    /// in its own time zone: "tomorrow" is a day after it. Intents that need a context are among the
    /// readings as if it were active.
    ///
    /// # Errors
    ///
    /// [`UnderstandError`] when the bot has no such locale or slot. Any words are fine.
    pub fn understand(
        &self,
        locale: &str,
        words: &str,
        asked: Option<(&str, &str)>,
        now: &Zoned,
    ) -> Result<Vec<Interpretation>, UnderstandError> {
        let locale = self.locale(locale).ok_or_else(|| UnderstandError::UnknownLocale {
            bot: self.name().to_owned(),
            locale: locale.to_owned(),
        })?;
        let open = asked.map(|(intent, slot)| open(locale, intent, slot)).transpose()?;
        let expects = match asked {
            None => Expects::Intent,
            Some((_, slot)) => Expects::Slot { name: slot.to_owned() },
        };
        let situation = Situation {
            locale,
            open: open.as_ref(),
            expects: &expects,
            is_active: &|_| true,
            now: now.datetime(),
        };
        let (reading, alternatives) = read(&situation, words);
        let followed = match (reading, &open) {
            (Reading::Intent { intent, confidence, slots }, _) => {
                of_intent(intent, slots, Some(confidence))
            }
            (
                Reading::Slots { slots, confidence } | Reading::Answer { slots, confidence, .. },
                Some(open),
            ) => {
                let mut intent = open.clone();
                intent.slots.extend(slots);
                interpretation(intent, Some(confidence))
            }
            _ => of_intent(&locale.fallback, Slots::new(), None),
        };
        Ok([followed].into_iter().chain(alternatives).collect())
    }
}

/// The intent whose slot was asked for, as it begins.
fn open(locale: &Locale, intent: &str, slot: &str) -> Result<Intent, UnderstandError> {
    let unknown = || UnderstandError::UnknownSlot {
        locale: locale.id.clone(),
        intent: intent.to_owned(),
        slot: slot.to_owned(),
    };
    let definition = locale.intent(intent).ok_or_else(unknown)?;
    definition.slot(slots::split(slot).0).ok_or_else(unknown)?;
    Ok(definition.start())
}

fn of_intent(intent: &bot::Intent, slots: Slots, confidence: Option<f64>) -> Interpretation {
    let mut intent = intent.start();
    intent.slots.extend(slots);
    interpretation(intent, confidence)
}

fn interpretation(intent: Intent, nlu_confidence: Option<f64>) -> Interpretation {
    Interpretation {
        intent,
        nlu_confidence,
        interpretation_source: Some(InterpretationSource::Lex),
        sentiment_response: None,
    }
}
