//! Actions that speak and listen.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Serialize;

use super::Reader;
use super::wait::MAX_WAIT_SECONDS;
use crate::effect::Prompt;
use crate::value::{Field, Template};

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
    pub(super) fn read(at: &Reader<'_>) -> Self {
        let first_digit = seconds(at, "InputTimeLimitSeconds", MAX_WAIT_SECONDS);
        let stored = at.switch("StoreInput");
        Self {
            prompt: read_prompt(at),
            first_digit: first_digit.unwrap_or(DEFAULT_FIRST_DIGIT),
            input: if stored { Input::Stored(StoredInput::read(at)) } else { Input::Menu },
        }
    }
}

impl StoredInput {
    fn read(at: &Reader<'_>) -> Self {
        let keys = at.object("DTMFConfiguration");
        let keys = keys.as_ref();
        let inter_digit = keys.and_then(|it| seconds(it, "InterdigitTimeLimitSeconds", 20));
        Self {
            validation: read_validation(at),
            inter_digit: inter_digit.unwrap_or(DEFAULT_INTER_DIGIT),
            terminator: keys.and_then(read_terminator).unwrap_or_else(|| "#".to_owned()),
            cancel_key: !keys.is_some_and(|it| it.switch("DisableCancelKey")),
            encrypted: at.object("InputEncryption").is_some(),
        }
    }
}

fn read_terminator(at: &Reader<'_>) -> Option<String> {
    const KEY: &str = "InputTerminationSequence";
    let text = at.text(KEY)?;
    let keys = text.chars().all(|it| it.is_ascii_digit() || matches!(it, '*' | '#'));
    if text.starts_with('$') {
        // Nobody has shown us one that is looked up.
        at.unfinished(KEY, "fixed keys");
    } else if !keys || text.len() > MAX_TERMINATOR {
        at.wrong(KEY, "up to 5 keys of a telephone");
    }
    Some(text)
}

fn read_validation(at: &Reader<'_>) -> Validation {
    const CUSTOM: &str = "CustomValidation";
    let validation = at.object("InputValidation");
    let custom = validation.as_ref().and_then(|it| it.object(CUSTOM));
    let length = custom.and_then(|it| it.number("MaximumLength", 1..=MAX_STORED_DIGITS));
    let phone = validation.as_ref().and_then(|it| Some((it, it.object("PhoneNumberValidation")?)));
    let Some((validation, phone)) = phone else {
        return Validation::Length(digits(length.unwrap_or(MAX_STORED_DIGITS)));
    };
    if validation.get(CUSTOM).is_some() {
        validation.wrong(CUSTOM, "nothing beside `PhoneNumberValidation`");
    }
    Validation::Phone(read_phone(&phone))
}

fn read_phone(at: &Reader<'_>) -> PhoneFormat {
    let is_local = at.sound(|| at.choice("NumberFormat", &[("Local", true), ("E164", false)]));
    match is_local {
        None | Some(Some(false)) => PhoneFormat::E164,
        Some(Some(true) | None) => {
            PhoneFormat::Local { country: at.required_field("CountryCode", "a country") }
        }
    }
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
    pub(super) fn read(at: &Reader<'_>) -> Self {
        // AWS's own page writes the misspelt key, exports write the other.
        let initial =
            at.object("LexInitializationData").or_else(|| at.object("LexInitilizationData"));
        Self {
            prompt: read_prompt(at),
            bot: read_bot(at),
            session_attributes: at.templates("LexSessionAttributes"),
            initial_message: initial.and_then(|it| it.template("InitialMessage")),
        }
    }
}

fn read_bot(at: &Reader<'_>) -> Bot {
    const V2: &str = "LexV2Bot";
    const V1: &str = "LexBot";
    if at.get(V1).is_some() && at.get(V2).is_none() {
        let bot = at.required_object(V1, "a bot");
        return Bot::V1 {
            name: bot.required_field("Name", "the name of a bot"),
            region: bot.field("Region"),
            alias: bot.field("Alias"),
        };
    }
    if at.get(V1).is_some() {
        at.wrong(V1, "nothing beside `LexV2Bot`");
    }
    let bot = at.required_object(V2, "a bot");
    Bot::V2 { alias_arn: bot.required_field("AliasArn", "the ARN of a bot's alias") }
}

pub(super) fn read_message(at: &Reader<'_>) -> Prompt<Template> {
    let prompt = at.sound(|| read_prompt(at));
    if prompt == Some(None) {
        at.unfinished("Text", "`Text`, `SSML`, `PromptId` or `Media`");
    }
    prompt.flatten().unwrap_or_else(|| Prompt::Text(Template::default()))
}

/// The prompt of an action; more than one is one too many.
fn read_prompt(at: &Reader<'_>) -> Option<Prompt<Template>> {
    let media = at.object("Media").and_then(|it| it.template("Uri"));
    let prompts = [
        ("Text", at.template("Text").map(Prompt::Text)),
        ("SSML", at.template("SSML").map(Prompt::Ssml)),
        ("PromptId", at.template("PromptId").map(Prompt::Recorded)),
        ("Media", media.map(|uri| Prompt::Media { uri })),
    ];
    let mut found = None;
    for (key, prompt) in prompts {
        if found.is_some() && prompt.is_some() {
            at.wrong(key, "one of `Text`, `SSML`, `PromptId` and `Media`, not two");
        }
        found = found.or(prompt);
    }
    found
}

fn seconds(at: &Reader<'_>, key: &str, most: u64) -> Option<Duration> {
    at.number(key, 1..=most).map(Duration::from_secs)
}
