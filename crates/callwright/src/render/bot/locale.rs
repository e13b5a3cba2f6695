//! The locales of a bot as Lex has them.

use serde_json::{Map, Value, json};

use super::error::{BotError, Spot};
use super::joined::{FALLBACK, Joined, check_messages};
use super::limits::{self, Quota};
use super::source::{Intent, PerLocale, Prompt, Slot, SlotType, SlotTypeKind};

/// A locale that the bot speaks.
pub(super) struct Locale {
    /// Such as `en_US`.
    pub(super) id: &'static str,
    /// Polly's voice, which has a neural engine.
    voice: &'static str,
    /// How much Lex takes.
    pub(super) quota: Quota,
}

/// The locales that the bot speaks.
pub(super) const LOCALES: [Locale; 2] = [
    Locale { id: "en_US", voice: "Joanna", quota: limits::LARGE },
    Locale { id: "es_US", voice: "Lupe", quota: limits::SMALL },
];

/// How sure recognition must be of an intent to take it.
const THRESHOLD: f64 = 0.4;

/// How often the bot repeats a prompt by itself.
const RETRIES: u32 = 2;

/// Gives the texts that a message of the wording asks with, first and when the answer was not
/// understood, in a locale; else says what is wrong.
pub type Questions<'a> = &'a dyn Fn(&str, &str) -> Result<Vec<String>, String>;

/// The bot's locales, as `BotLocales` has them.
pub(super) fn locales(bot: &Joined, questions: Questions<'_>) -> Result<Value, BotError> {
    let locales = LOCALES.iter().zip(0..).map(|(locale, of)| {
        let mut intents = Vec::with_capacity(bot.intents.len().saturating_add(1));
        for it in &bot.intents {
            intents.push(intent(bot, it, locale, of, questions)?);
        }
        intents.push(fallback());
        let mut properties = Map::from_iter([
            ("LocaleId".to_owned(), json!(locale.id)),
            ("NluConfidenceThreshold".to_owned(), json!(THRESHOLD)),
            ("VoiceSettings".to_owned(), json!({ "VoiceId": locale.voice, "Engine": "neural" })),
        ]);
        let slot_types: Vec<Value> = bot.used_slot_types().map(|it| slot_type(it, of)).collect();
        if !slot_types.is_empty() {
            properties.insert("SlotTypes".to_owned(), slot_types.into());
        }
        properties.insert("Intents".to_owned(), intents.into());
        Ok(Value::Object(properties))
    });
    locales.collect::<Result<Vec<_>, _>>().map(Value::from)
}

/// The locales in a version of the bot.
pub(super) fn versions() -> Value {
    let versions = LOCALES.iter().map(|it| {
        json!({ "LocaleId": it.id, "BotVersionLocaleDetails": { "SourceBotVersion": "DRAFT" } })
    });
    versions.collect()
}

/// The locales of the alias, each with its code hook.
pub(super) fn alias() -> Value {
    let settings = LOCALES.iter().map(|it| {
        json!({
            "LocaleId": it.id,
            "BotAliasLocaleSetting": {
                "Enabled": true,
                "CodeHookSpecification": {
                    "LambdaCodeHook": {
                        "LambdaArn": { "Ref": "IntentFunctionArn" },
                        "CodeHookInterfaceVersion": "1.0",
                    },
                },
            },
        })
    });
    settings.collect()
}

fn slot_type(slot_type: &SlotType, of: usize) -> Value {
    let mut properties = Map::from_iter([
        ("Name".to_owned(), json!(slot_type.name)),
        ("Description".to_owned(), json!(slot_type.description)),
    ]);
    match &slot_type.kind {
        SlotTypeKind::Pattern { extends, pattern } => {
            properties.insert("ParentSlotTypeSignature".to_owned(), json!(extends));
            let setting = json!({
                "ResolutionStrategy": "ORIGINAL_VALUE",
                "RegexFilter": { "Pattern": pattern },
            });
            properties.insert("ValueSelectionSetting".to_owned(), setting);
        }
        SlotTypeKind::Values(values) => {
            let values = values.iter().map(|value| {
                let said = value.said.get(of).map_or(&[][..], Vec::as_slice);
                let mut synonyms: Vec<&str> = Vec::new();
                for (text, _) in said {
                    let known = |it: &&str| it.to_lowercase() == text.to_lowercase();
                    if !known(&value.name.as_str()) && !synonyms.iter().any(known) {
                        synonyms.push(text);
                    }
                }
                let mut properties = json!({ "SampleValue": { "Value": value.name } });
                if !synonyms.is_empty()
                    && let Some(properties) = properties.as_object_mut()
                {
                    let synonyms = synonyms.iter().map(|it| json!({ "Value": it }));
                    properties.insert("Synonyms".to_owned(), synonyms.collect());
                }
                properties
            });
            properties.insert("SlotTypeValues".to_owned(), values.collect());
            let setting = json!({ "ResolutionStrategy": "TOP_RESOLUTION" });
            properties.insert("ValueSelectionSetting".to_owned(), setting);
        }
    }
    Value::Object(properties)
}

fn intent(
    bot: &Joined,
    intent: &Intent,
    locale: &Locale,
    of: usize,
    questions: Questions<'_>,
) -> Result<Value, BotError> {
    let mut properties = hooked(&intent.name, &intent.description);
    let mut slots = Vec::new();
    for it in bot.slots_of(intent) {
        slots.push(slot(it, locale, of, questions)?);
    }
    if !slots.is_empty() {
        let names = intent.slots.iter().map(|(name, _)| name).zip(1_u32..);
        let priorities =
            names.map(|(name, priority)| json!({ "SlotName": name, "Priority": priority }));
        properties.insert("SlotPriorities".to_owned(), priorities.collect());
        properties.insert("Slots".to_owned(), slots.into());
    }
    let confirmation = bot.confirmation.get(of).map_or(&[][..], Vec::as_slice);
    let confirmation = json!({ "PromptSpecification": prompt(confirmation) });
    properties.insert("IntentConfirmationSetting".to_owned(), confirmation);
    let utterances = intent.utterances.get(of).into_iter().flatten();
    let utterances = utterances.map(|(it, _)| json!({ "Utterance": it }));
    properties.insert("SampleUtterances".to_owned(), utterances.collect());
    Ok(Value::Object(properties))
}

fn fallback() -> Value {
    let mut properties = hooked(FALLBACK, "Everything else, silence included.");
    properties.insert("ParentIntentSignature".to_owned(), json!("AMAZON.FallbackIntent"));
    Value::Object(properties)
}

/// An intent whose every turn the function decides.
fn hooked(name: &str, description: &str) -> Map<String, Value> {
    Map::from_iter([
        ("Name".to_owned(), json!(name)),
        ("Description".to_owned(), json!(description)),
        ("DialogCodeHook".to_owned(), json!({ "Enabled": true })),
        ("FulfillmentCodeHook".to_owned(), json!({ "Enabled": true })),
    ])
}

fn slot(
    slot: &Slot,
    locale: &Locale,
    of: usize,
    questions: Questions<'_>,
) -> Result<Value, BotError> {
    let asked;
    let texts = match &slot.prompt {
        Prompt::Words(texts) => texts.get(of).map_or(&[][..], Vec::as_slice),
        Prompt::Question(id, spot) => {
            asked = question(id, spot, locale, questions)?;
            &asked
        }
    };
    let mut properties = Map::from_iter([
        ("Name".to_owned(), json!(slot.name)),
        ("Description".to_owned(), json!(slot.description)),
        ("SlotTypeName".to_owned(), json!(slot.kind.0)),
    ]);
    if slot.obfuscated {
        let setting = json!({ "ObfuscationSettingType": "DefaultObfuscation" });
        properties.insert("ObfuscationSetting".to_owned(), setting);
    }
    let elicitation = json!({ "SlotConstraint": "Required", "PromptSpecification": prompt(texts) });
    properties.insert("ValueElicitationSetting".to_owned(), elicitation);
    Ok(Value::Object(properties))
}

fn question(
    id: &str,
    spot: &Spot,
    locale: &Locale,
    questions: Questions<'_>,
) -> Result<Vec<String>, BotError> {
    let texts = questions(id, locale.id).map_err(|problem| BotError::Unexpected {
        spot: spot.clone(),
        found: format!("`{id}`"),
        expected: format!("a message that can be said without values: {problem}"),
    })?;
    let both: PerLocale<Vec<String>> = [texts.clone(), Vec::new()];
    check_messages(spot, &both)?;
    Ok(texts)
}

/// A prompt that says these texts in turn.
fn prompt(texts: &[String]) -> Value {
    let message = |text: &String| json!({ "PlainTextMessage": { "Value": text } });
    let mut group = Map::new();
    if let Some((first, others)) = texts.split_first() {
        group.insert("Message".to_owned(), message(first));
        // The same words again say nothing new.
        let mut said = vec![first];
        let mut variations = Vec::new();
        for text in others {
            if !said.contains(&text) {
                said.push(text);
                variations.push(message(text));
            }
        }
        if !variations.is_empty() {
            group.insert("Variations".to_owned(), variations.into());
        }
    }
    json!({
        "MaxRetries": RETRIES,
        "AllowInterrupt": true,
        "MessageSelectionStrategy": "Ordered",
        "MessageGroupsList": [group],
    })
}
