//! Warns of more than Lex takes. Here more is no error: a limit may have been raised.
//!
//! Source: Amazon Lex V2 Developer Guide, "Quotas"; names and single values: AWS `CloudFormation`
//! Template Reference, "`AWS::Lex::Bot`". Lex counts characters in Unicode code units.

use super::super::node::{LoadBotError, Object};
use super::{LocaleSource, Reader};

/// Most of something in a locale: in en-AU, en-GB and en-US, and in all others.
struct Quota {
    what: &'static str,
    english: usize,
    others: usize,
}

const INTENTS: Quota = Quota { what: "intents", english: 1000, others: 250 };
const SLOTS: Quota = Quota { what: "slots in a locale", english: 4000, others: 2000 };
const SLOT_TYPES: Quota = Quota { what: "slot types", english: 250, others: 100 };
const VALUES: Quota =
    Quota { what: "values and synonyms in a locale", english: 50_000, others: 50_000 };
const CHARACTERS: Quota = Quota {
    what: "characters of sample utterances in a locale",
    english: 2_000_000,
    others: 200_000,
};

/// Locales with the larger quotas.
const LARGE: &[&str] = &["en_AU", "en_GB", "en_US"];

/// Most slots of an intent.
const INTENT_SLOTS: usize = 100;

/// Most sample utterances of an intent, and of a slot.
const INTENT_SAMPLES: usize = 1500;
const SLOT_SAMPLES: usize = 10;

/// Most characters of a sample utterance.
const SAMPLE: usize = 500;

/// Most values and synonyms of a slot type.
const TYPE_VALUES: usize = 10_000;

/// Most characters of a value or synonym.
const VALUE: usize = 140;

/// Most characters of a name.
const NAME: usize = 100;

/// What Lex counts as characters.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

impl Reader {
    /// Warns of more than Lex takes.
    pub(super) fn at_most(
        &mut self,
        path: impl Into<String>,
        what: &str,
        found: usize,
        limit: usize,
    ) {
        if found > limit {
            self.warn(path, format!("{found} {what}, Lex takes at most {limit}"));
        }
    }

    /// Warns of whatever is too much in a locale that can be read.
    pub(super) fn limits(
        &mut self,
        source: &LocaleSource<'_>,
        id: &str,
    ) -> Result<(), LoadBotError> {
        let locale = source.locale.path_of("LocaleId");
        let total = |reader: &mut Self, quota: &Quota, found: usize| {
            let limit = if LARGE.contains(&id) { quota.english } else { quota.others };
            reader.at_most(locale.as_str(), quota.what, found, limit);
        };
        total(self, &INTENTS, source.intents.len());
        total(self, &SLOTS, source.intents.iter().map(|it| it.slots.len()).sum());
        total(self, &SLOT_TYPES, source.slot_types.len());
        let mut characters: usize = 0;
        for intent in &source.intents {
            self.name(&intent.intent)?;
            self.at_most(intent.intent.path_of("Slots"), "slots", intent.slots.len(), INTENT_SLOTS);
            let found = self.utterances(&intent.intent, INTENT_SAMPLES)?;
            characters = characters.saturating_add(found);
            for slot in &intent.slots {
                self.name(slot)?;
                if let Some(setting) = slot.object("ValueElicitationSetting")? {
                    let found = self.utterances(&setting, SLOT_SAMPLES)?;
                    characters = characters.saturating_add(found);
                }
            }
        }
        total(self, &CHARACTERS, characters);
        let mut values: usize = 0;
        for slot_type in &source.slot_types {
            self.name(slot_type)?;
            values = values.saturating_add(self.values(slot_type)?);
        }
        total(self, &VALUES, values);
        Ok(())
    }

    /// Warns of a name that Lex does not take: letters and digits, with single `-` or `_` after
    /// them.
    fn name(&mut self, object: &Object<'_>) -> Result<(), LoadBotError> {
        let name = object.required("Name", "a name")?;
        let text = name.text()?;
        self.at_most(name.path(), "characters of a name", units(text), NAME);
        let well_formed = text.starts_with(|it: char| it.is_ascii_alphanumeric())
            && text.chars().all(|it| it.is_ascii_alphanumeric() || it == '_' || it == '-')
            && !["__", "--", "_-", "-_"].iter().any(|it| text.contains(it));
        if !well_formed {
            let note = "Lex does not take this name: it has letters and digits, each followed by \
                        one `-` or `_` at most";
            self.warn(name.path(), note);
        }
        Ok(())
    }

    /// Warns of sample utterances, and counts their characters.
    fn utterances(&mut self, object: &Object<'_>, limit: usize) -> Result<usize, LoadBotError> {
        let samples = object.objects("SampleUtterances")?;
        let path = object.path_of("SampleUtterances");
        self.at_most(path, "sample utterances", samples.len(), limit);
        let mut characters: usize = 0;
        for sample in samples {
            let utterance = sample.required("Utterance", "what a caller may say")?;
            let found = units(utterance.text()?);
            self.at_most(utterance.path(), "characters of a sample utterance", found, SAMPLE);
            characters = characters.saturating_add(found);
        }
        Ok(characters)
    }

    /// Warns of the values of a slot type, and counts them.
    fn values(&mut self, slot_type: &Object<'_>) -> Result<usize, LoadBotError> {
        let mut values: usize = 0;
        for value in slot_type.objects("SlotTypeValues")? {
            let sample = value.object("SampleValue")?;
            for text in sample.into_iter().chain(value.objects("Synonyms")?) {
                let text = text.required("Value", "a value")?;
                self.at_most(text.path(), "characters of a value", units(text.text()?), VALUE);
                values = values.saturating_add(1);
            }
        }
        let path = slot_type.path_of("SlotTypeValues");
        self.at_most(path, "values and synonyms", values, TYPE_VALUES);
        Ok(values)
    }
}
