//! Actions that speak and listen.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use super::{Fault, Reader, scalar};
use crate::effect::Prompt;
use crate::value::{Field, Template};

/// Longest wait that any input may be given: 7 days, which chat needs.
const MAX_WAIT_SECONDS: u64 = 604_800;

/// Wait for the first key when a flow does not say.
const DEFAULT_FIRST_DIGIT: Duration = Duration::from_secs(5);

/// Wait between keys when a flow does not say.
///
/// Source: Amazon Connect Administrator Guide, "Flow block: Store customer input".
const DEFAULT_INTER_DIGIT: Duration = Duration::from_secs(5);

/// Most keys a stored entry may have, and how many it has when a flow does not say.
///
/// Source: Amazon Connect Administrator Guide, "Flow block: Store customer input".
const MAX_STORED_DIGITS: u64 = 20;

/// Most keys that may end a stored entry.
const MAX_TERMINATOR: usize = 5;

/// Parameters of `GetParticipantInput`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GetParticipantInput {
    /// What the caller hears first.
    pub prompt: Option<Prompt<Template>>,
    /// How long to wait for the first key.
    pub first_digit: Duration,
    /// What is done with the keys.
    pub input: Input,
}

/// What is done with keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Input {
    /// The first chooses a branch.
    Menu,
    /// They are stored.
    Stored(StoredInput),
}

/// How an entry is taken and stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StoredInput {
    /// What an entry must be.
    pub validation: Validation,
    /// How long to wait for each key after the first.
    pub inter_digit: Duration,
    /// Keys that end the entry.
    pub terminator: String,
    /// Whether `*` clears the entry.
    pub cancel_key: bool,
    /// Whether Connect encrypts the entry.
    pub encrypted: bool,
}

/// What an entry must be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Validation {
    /// Up to so many keys.
    Length(u32),
    /// A telephone number.
    Phone(PhoneFormat),
}

/// How a telephone number is entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum PhoneFormat {
    /// As dialled within a country.
    Local {
        /// The country, ISO 3166-1 alpha-2.
        country: Field,
    },
    /// With country code, without `+`.
    E164,
}

impl GetParticipantInput {
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        let first_digit = seconds(at, "InputTimeLimitSeconds", MAX_WAIT_SECONDS)?;
        let stored = at.switch("StoreInput")?.unwrap_or_default();
        Ok(Self {
            prompt: read_prompt(at)?,
            first_digit: first_digit.unwrap_or(DEFAULT_FIRST_DIGIT),
            input: if stored { Input::Stored(StoredInput::read(at)?) } else { Input::Menu },
        })
    }
}

impl StoredInput {
    fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        let keys = at.object("DTMFConfiguration")?;
        let keys = keys.as_ref();
        let inter_digit =
            keys.map(|it| seconds(it, "InterdigitTimeLimitSeconds", 20)).transpose()?;
        let terminator = keys.map(read_terminator).transpose()?;
        let no_cancel = keys.map(|it| it.switch("DisableCancelKey")).transpose()?;
        Ok(Self {
            validation: read_validation(at)?,
            inter_digit: inter_digit.flatten().unwrap_or(DEFAULT_INTER_DIGIT),
            terminator: terminator.flatten().unwrap_or_else(|| "#".to_owned()),
            cancel_key: !no_cancel.flatten().unwrap_or_default(),
            encrypted: at.object("InputEncryption")?.is_some(),
        })
    }
}

fn read_terminator(at: &Reader<'_>) -> Result<Option<String>, Fault> {
    const KEY: &str = "InputTerminationSequence";
    let Some(text) = at.text(KEY)? else { return Ok(None) };
    let keys = text.chars().all(|it| it.is_ascii_digit() || matches!(it, '*' | '#'));
    if text.starts_with('$') {
        // Nobody has shown us one that is looked up.
        return Err(at.unfinished(KEY, "fixed keys"));
    }
    if !keys || text.len() > MAX_TERMINATOR {
        return Err(at.wrong(KEY, "up to 5 keys of a telephone"));
    }
    Ok(Some(text))
}

fn read_validation(at: &Reader<'_>) -> Result<Validation, Fault> {
    let Some(validation) = at.object("InputValidation")? else {
        return Ok(Validation::Length(digits(MAX_STORED_DIGITS)));
    };
    let custom = validation.object("CustomValidation")?;
    let Some(phone) = validation.object("PhoneNumberValidation")? else {
        let length =
            custom.map(|it| it.number("MaximumLength", 1..=MAX_STORED_DIGITS)).transpose()?;
        return Ok(Validation::Length(digits(length.flatten().unwrap_or(MAX_STORED_DIGITS))));
    };
    if custom.is_some() {
        return Err(validation.wrong("CustomValidation", "nothing beside `PhoneNumberValidation`"));
    }
    let local = phone.choice("NumberFormat", &[("Local", true), ("E164", false)])?;
    Ok(Validation::Phone(match local {
        Some(false) => PhoneFormat::E164,
        Some(true) | None => {
            PhoneFormat::Local { country: phone.required_field("CountryCode", "a country")? }
        }
    }))
}

fn digits(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Parameters of `ConnectParticipantWithLexBot`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConnectParticipantWithLexBot {
    /// What the caller hears first.
    pub prompt: Option<Prompt<Template>>,
    /// The bot.
    pub bot: Bot,
    /// Session attributes that the flow hands to the bot.
    pub session_attributes: BTreeMap<String, Template>,
    /// What the caller is taken to have said already.
    pub initial_message: Option<Template>,
}

/// A bot, as a flow names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Bot {
    /// A Lex V2 bot, by its alias.
    V2 {
        /// ARN of the alias.
        alias_arn: Field,
    },
    /// A Lex V1 bot.
    V1 {
        /// Name of the bot.
        name: Field,
        /// Its Region.
        region: Option<Field>,
        /// Its alias.
        alias: Option<Field>,
    },
}

impl ConnectParticipantWithLexBot {
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        let bot = match (at.object("LexV2Bot")?, at.object("LexBot")?) {
            (Some(_), Some(_)) => return Err(at.wrong("LexBot", "nothing beside `LexV2Bot`")),
            (Some(v2), None) => {
                Bot::V2 { alias_arn: v2.required_field("AliasArn", "the ARN of a bot's alias")? }
            }
            (None, Some(v1)) => Bot::V1 {
                name: v1.required_field("Name", "the name of a bot")?,
                region: v1.field("Region")?,
                alias: v1.field("Alias")?,
            },
            (None, None) => return Err(at.unfinished("LexV2Bot", "a bot")),
        };
        // AWS's own page writes the misspelt key, exports write the other.
        let initial = match at.object("LexInitializationData")? {
            Some(data) => Some(data),
            None => at.object("LexInitilizationData")?,
        };
        Ok(Self {
            prompt: read_prompt(at)?,
            bot,
            session_attributes: read_templates(at, "LexSessionAttributes")?,
            initial_message: initial.map(|it| it.template("InitialMessage")).transpose()?.flatten(),
        })
    }
}

pub(super) fn read_message(at: &Reader<'_>) -> Result<Prompt<Template>, Fault> {
    read_prompt(at)?.ok_or_else(|| at.unfinished("Text", "`Text`, `SSML`, `PromptId` or `Media`"))
}

/// The prompt of an action; more than one is one too many.
fn read_prompt(at: &Reader<'_>) -> Result<Option<Prompt<Template>>, Fault> {
    let media = match at.object("Media")? {
        Some(media) => media.template("Uri")?.map(|uri| Prompt::Media { uri }),
        None => None,
    };
    let prompts = [
        ("Text", at.template("Text")?.map(Prompt::Text)),
        ("SSML", at.template("SSML")?.map(Prompt::Ssml)),
        ("PromptId", at.template("PromptId")?.map(Prompt::Recorded)),
        ("Media", media),
    ];
    let mut found = None;
    for (key, prompt) in prompts {
        if found.is_some() && prompt.is_some() {
            return Err(at.wrong(key, "one of `Text`, `SSML`, `PromptId` and `Media`, not two"));
        }
        found = found.or(prompt);
    }
    Ok(found)
}

/// An object of templates.
fn read_templates(at: &Reader<'_>, key: &str) -> Result<BTreeMap<String, Template>, Fault> {
    let Some(object) = at.object(key)? else { return Ok(BTreeMap::new()) };
    let entry = |(key, value): (&String, &Value)| {
        let text = scalar(value).ok_or_else(|| object.wrong(key, "text"))?;
        Ok((key.clone(), Template::parse(&text)))
    };
    object.entries().map(entry).collect()
}

fn seconds(at: &Reader<'_>, key: &str, most: u64) -> Result<Option<Duration>, Fault> {
    Ok(at.number(key, 1..=most)?.map(Duration::from_secs))
}
