//! All files of a bot's source together.

use std::collections::BTreeMap;
use std::path::Path;

use language::Language;
use language::text::tokens;

use super::LOCALES;
use super::error::{BotError, Spot};
use super::limits::{self, at_most, units};
use super::node::{listed, missing};
use super::source::{Intent, PerLocale, Prompt, Slot, SlotType, SlotTypeKind, Source};
use crate::script::near;

/// The intent of whatever is not understood, which every locale has.
pub(super) const FALLBACK: &str = "FallbackIntent";

/// The slot type that takes everything that is said.
///
/// A sample utterance cannot hold a slot of it, and while it is asked for, neither another intent nor
/// the fallback is recognised. Source: Amazon Lex V2 Developer Guide, "AMAZON.FreeFormInput".
const FREE_FORM: &str = "AMAZON.FreeFormInput";

/// The slot type that can be extended by a pattern.
///
/// Source: Amazon Lex V2 Developer Guide, "AMAZON.AlphaNumeric".
const EXTENDED: &str = "AMAZON.AlphaNumeric";

/// A bot whose parts fit together.
pub(super) struct Joined {
    pub(super) slot_types: Vec<SlotType>,
    pub(super) slots: Vec<Slot>,
    pub(super) intents: Vec<Intent>,
    pub(super) confirmation: PerLocale<Vec<String>>,
}

impl Joined {
    /// Joins what the files of a folder have.
    pub(super) fn new(folder: &Path, sources: Vec<Source>) -> Result<Self, BotError> {
        let (mut slot_types, mut slots, mut intents) = (Vec::new(), Vec::new(), Vec::new());
        let mut confirmation: Option<(Spot, PerLocale<Vec<String>>)> = None;
        for source in sources {
            slot_types.extend(source.slot_types);
            slots.extend(source.slots);
            intents.extend(source.intents);
            if let Some((spot, texts)) = source.confirmation {
                if let Some((other, _)) = &confirmation {
                    let (what, other) = ("the confirmation".to_owned(), other.clone());
                    return Err(BotError::Twice { spot, what, other });
                }
                confirmation = Some((spot, texts));
            }
        }
        let whole = Spot { file: folder.to_owned(), path: String::new() };
        let (_, confirmation) = confirmation.ok_or_else(|| {
            missing(
                whole.key("confirmation"),
                "what the bot asks to confirm an intent, in one file",
            )
        })?;
        if intents.is_empty() {
            return Err(missing(whole.key("intents"), "at least one intent, in any file"));
        }
        let joined = Self { slot_types, slots, intents, confirmation };
        joined.check_names()?;
        joined.check_slot_types()?;
        joined.check_slots()?;
        joined.check_intents()?;
        joined.check_totals(&whole)?;
        Ok(joined)
    }

    /// A slot by its name.
    pub(super) fn slot(&self, name: &str) -> Option<&Slot> {
        self.slots.iter().find(|it| it.name == name)
    }

    /// The slots that an intent asks for, in order.
    pub(super) fn slots_of<'a>(&'a self, intent: &'a Intent) -> impl Iterator<Item = &'a Slot> {
        intent.slots.iter().filter_map(|(name, _)| self.slot(name))
    }

    /// The slot types that slots of intents have.
    pub(super) fn used_slot_types(&self) -> impl Iterator<Item = &SlotType> {
        let is_used = |slot_type: &&SlotType| {
            let mut slots = self.intents.iter().flat_map(|it| self.slots_of(it));
            slots.any(|it| it.kind.0 == slot_type.name)
        };
        self.slot_types.iter().filter(is_used)
    }

    fn check_names(&self) -> Result<(), BotError> {
        let slot_types = self.slot_types.iter().map(|it| (it.name.as_str(), &it.spot));
        let slots = self.slots.iter().map(|it| (it.name.as_str(), &it.spot));
        let intents = self.intents.iter().map(|it| (it.name.as_str(), &it.spot));
        check_unique("slot type", slot_types)?;
        check_unique("slot", slots)?;
        check_unique("intent", intents)?;
        match self.intents.iter().find(|it| it.name == FALLBACK) {
            Some(intent) => Err(BotError::Unexpected {
                spot: intent.spot.clone(),
                found: "the intent that every bot has".to_owned(),
                expected: "another name".to_owned(),
            }),
            None => Ok(()),
        }
    }

    fn check_slot_types(&self) -> Result<(), BotError> {
        for slot_type in &self.slot_types {
            check_description(&slot_type.spot, &slot_type.description)?;
            match &slot_type.kind {
                SlotTypeKind::Pattern { extends, pattern } => {
                    at_most(
                        &slot_type.spot.key("pattern"),
                        units(pattern),
                        "characters",
                        limits::PATTERN,
                    )?;
                    if extends != EXTENDED {
                        return Err(BotError::Unexpected {
                            spot: slot_type.spot.key("extends"),
                            found: format!("`{extends}`"),
                            expected: format!("`{EXTENDED}`, which alone takes a pattern"),
                        });
                    }
                }
                SlotTypeKind::Values(_) => check_values(slot_type)?,
            }
        }
        Ok(())
    }

    fn check_slots(&self) -> Result<(), BotError> {
        let built_in: Vec<&str> = lex_bot::built_in_slot_types().collect();
        for slot in &self.slots {
            check_description(&slot.spot, &slot.description)?;
            let (name, spot) = &slot.kind;
            let own = || self.slot_types.iter().map(|it| it.name.as_str());
            if !own().any(|it| it == name) && !built_in.contains(&name.as_str()) {
                let near = near(name, own().chain(built_in.iter().copied()));
                return Err(BotError::Unexpected {
                    spot: spot.clone(),
                    found: format!("`{name}`"),
                    expected: format!("a slot type of any file, or a built-in one{near}"),
                });
            }
            if let Prompt::Words(texts) = &slot.prompt {
                check_messages(&slot.spot.key("prompt"), texts)?;
            }
        }
        Ok(())
    }

    fn check_intents(&self) -> Result<(), BotError> {
        for intent in &self.intents {
            check_description(&intent.spot, &intent.description)?;
            let slots = intent.spot.key("slots");
            at_most(&slots, intent.slots.len(), "slots", limits::INTENT_SLOTS)?;
            for (at, (name, spot)) in intent.slots.iter().enumerate() {
                if self.slot(name).is_none() {
                    let near = near(name, self.slots.iter().map(|it| it.name.as_str()));
                    return Err(BotError::Unexpected {
                        spot: spot.clone(),
                        found: format!("`{name}`"),
                        expected: format!("a slot of any file{near}"),
                    });
                }
                let earlier = intent.slots.iter().take(at).find(|(it, _)| it == name);
                if let Some((_, other)) = earlier {
                    return Err(twice(spot, name, other));
                }
            }
            for utterances in &intent.utterances {
                for (utterance, spot) in utterances {
                    at_most(spot, units(utterance), "characters", limits::UTTERANCE)?;
                    self.check_slots_in(intent, utterance, spot)?;
                }
            }
        }
        for (locale, of) in LOCALES.iter().zip(0..) {
            self.check_utterances(of, Language::of(locale.id))?;
        }
        Ok(())
    }

    /// Checks the slots in an utterance.
    fn check_slots_in(
        &self,
        intent: &Intent,
        utterance: &str,
        spot: &Spot,
    ) -> Result<(), BotError> {
        let unexpected = |expected: String| BotError::Unexpected {
            spot: spot.clone(),
            found: format!("`{utterance}`"),
            expected,
        };
        for part in utterance.split('{').skip(1) {
            let (name, _) =
                part.split_once('}').ok_or_else(|| unexpected("a `}` for every `{`".to_owned()))?;
            if !intent.slots.iter().any(|(it, _)| it == name) {
                let slots: Vec<&str> = intent.slots.iter().map(|(it, _)| it.as_str()).collect();
                let of = if slots.is_empty() { "no slot".to_owned() } else { listed(&slots) };
                return Err(unexpected(format!("only slots of `{}`, which has {of}", intent.name)));
            }
            if self.slot(name).is_some_and(|it| it.kind.0 == FREE_FORM) {
                return Err(unexpected(format!(
                    "no slot of the type {FREE_FORM}, which fills only when it is asked for"
                )));
            }
        }
        let (opened, closed) = (utterance.matches('{').count(), utterance.matches('}').count());
        if opened == closed { Ok(()) } else { Err(unexpected("a `{` for every `}`".to_owned())) }
    }

    /// Refuses an utterance that two intents have, in whatever spelling, and one that an intent has
    /// twice.
    fn check_utterances(&self, locale: usize, language: Language) -> Result<(), BotError> {
        let mut known: BTreeMap<String, (&str, &Spot)> = BTreeMap::new();
        for intent in &self.intents {
            let utterances = intent.utterances.get(locale).map_or(&[][..], Vec::as_slice);
            let spot = intent.spot.key("utterances");
            at_most(&spot, utterances.len(), "sample utterances", limits::INTENT_UTTERANCES)?;
            let mut own: BTreeMap<String, &Spot> = BTreeMap::new();
            for (utterance, spot) in utterances {
                if let Some(other) = own.insert(utterance.to_lowercase(), spot) {
                    return Err(twice(spot, utterance, other));
                }
                let plain = plain(utterance, language);
                if let Some((name, other)) = known.get(&plain)
                    && *name != intent.name
                {
                    return Err(twice(spot, utterance, other));
                }
                known.entry(plain).or_insert((&intent.name, spot));
            }
        }
        Ok(())
    }

    fn check_totals(&self, whole: &Spot) -> Result<(), BotError> {
        let slots = self.intents.iter().map(|it| it.slots.len()).sum();
        let slot_types = self.used_slot_types().count();
        for (locale, of) in LOCALES.iter().zip(0..) {
            let utterances = self.intents.iter().filter_map(|it| it.utterances.get(of)).flatten();
            let characters = utterances.map(|(it, _)| units(it)).sum();
            let values = self.used_slot_types().map(|it| count(it, of)).sum();
            let quota = &locale.quota;
            at_most(whole, self.intents.len().saturating_add(1), "intents", quota.intents)?;
            at_most(whole, slots, "slots", quota.slots)?;
            at_most(whole, slot_types, "slot types", quota.slot_types)?;
            at_most(whole, characters, "characters of sample utterances", quota.characters)?;
            at_most(whole, values, "values and synonyms", limits::VALUES)?;
        }
        Ok(())
    }
}

fn twice(spot: &Spot, text: &str, other: &Spot) -> BotError {
    BotError::Twice { spot: spot.clone(), what: format!("`{text}`"), other: other.clone() }
}

fn check_unique<'a>(
    what: &str,
    names: impl Iterator<Item = (&'a str, &'a Spot)>,
) -> Result<(), BotError> {
    let mut known: BTreeMap<&str, &Spot> = BTreeMap::new();
    for (name, spot) in names {
        limits::name(spot, name)?;
        if let Some(other) = known.insert(name, spot) {
            let what = format!("the {what} `{name}`");
            return Err(BotError::Twice { spot: spot.clone(), what, other: other.clone() });
        }
    }
    Ok(())
}

fn check_description(spot: &Spot, text: &str) -> Result<(), BotError> {
    at_most(&spot.key("description"), units(text), "characters", limits::DESCRIPTION)
}

/// Checks what the bot says itself.
pub(super) fn check_messages(spot: &Spot, texts: &PerLocale<Vec<String>>) -> Result<(), BotError> {
    texts
        .iter()
        .flatten()
        .try_for_each(|it| at_most(spot, units(it), "characters", limits::MESSAGE))
}

/// Checks the values of a slot type: what callers say is one value only.
fn check_values(slot_type: &SlotType) -> Result<(), BotError> {
    let SlotTypeKind::Values(values) = &slot_type.kind else { return Ok(()) };
    for (locale, of) in LOCALES.iter().zip(0..) {
        at_most(&slot_type.spot, count(slot_type, of), "values and synonyms", limits::TYPE_VALUES)?;
        let mut known: BTreeMap<String, (&str, &Spot)> = BTreeMap::new();
        for value in values {
            at_most(&value.spot, units(&value.name), "characters", limits::VALUE)?;
            let said = value.said.get(of).map_or(&[][..], Vec::as_slice);
            for (text, spot) in said {
                at_most(spot, units(text), "characters", limits::VALUE)?;
                let plain = plain(text, Language::of(locale.id));
                if let Some((name, other)) = known.insert(plain, (&value.name, spot))
                    && name != value.name
                {
                    return Err(twice(spot, text, other));
                }
            }
        }
    }
    Ok(())
}

/// How many values and synonyms a slot type has in a locale.
fn count(slot_type: &SlotType, locale: usize) -> usize {
    match &slot_type.kind {
        SlotTypeKind::Pattern { .. } => 0,
        SlotTypeKind::Values(values) => {
            let said = values.iter().filter_map(|it| it.said.get(locale));
            said.map(|it| it.len().saturating_add(1)).sum()
        }
    }
}

/// What is said, however it is spelt: "where's" is "where is". Slots keep their names.
fn plain(text: &str, language: Language) -> String {
    let words = tokens(text, language).into_iter().map(|it| it.text);
    words.collect::<Vec<_>>().join(" ")
}
