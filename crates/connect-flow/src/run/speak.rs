//! Actions that speak and listen.

use super::scene::{Failure, Move, Scene, Turn};
use crate::action::{
    Bot, ConnectParticipantWithLexBot, GetParticipantInput, Input, PhoneFormat, StoredInput,
    Validation,
};
use crate::digits::DigitSpec;
use crate::effect::{BotRef, Effect, Outcome, Prompt};
use crate::lint::ssml;
use crate::phone;
use crate::transitions::{INPUT_TIME_LIMIT_EXCEEDED, INVALID_PHONE_NUMBER};
use crate::value::Template;

/// Most characters of one spoken prompt, markup included.
///
/// Source: Amazon Polly Developer Guide, "Quotas"; Amazon Connect API Reference,
/// "`MessageParticipant`".
const MAX_PROMPT_CHARS: usize = 6_000;

/// What is stored when a caller enters nothing.
///
/// Source: Amazon Connect Administrator Guide, "Flow block: Store customer input".
const TIMEOUT: &str = "Timeout";

/// Keys that a telephone number may take: 15 digits of E.164 and a trunk prefix.
const MAX_PHONE_KEYS: u32 = 16;

/// `MessageParticipant`.
pub(super) fn play(scene: &Scene<'_>, it: &Prompt<Template>, answer: Option<&Outcome>) -> Turn {
    match answer {
        None => Ok(Move::Await(Effect::Play(prompt(scene, it)?))),
        Some(Outcome::Done) => Ok(Move::Next),
        Some(_) => Err(Failure::Unexpected),
    }
}

/// `GetParticipantInput`.
pub(super) fn collect(
    scene: &mut Scene<'_>,
    it: &GetParticipantInput,
    answer: Option<&Outcome>,
) -> Turn {
    let spec = digit_spec(it);
    let keys = match answer {
        None => {
            let prompt = it.prompt.as_ref().map(|it| prompt(scene, it)).transpose()?;
            return Ok(Move::Await(Effect::CollectDigits { prompt, spec }));
        }
        Some(Outcome::Digits(keys)) => Some(spec.collect(keys).into_digits()),
        Some(Outcome::NoInput) => None,
        Some(_) => return Err(Failure::Unexpected),
    };
    match &it.input {
        Input::Menu => match keys.filter(|it| !it.is_empty()) {
            Some(key) => Ok(Move::Choose(key)),
            None => Err(Failure::of(INPUT_TIME_LIMIT_EXCEEDED, "the caller pressed nothing")),
        },
        Input::Stored(stored) => {
            let entry = validated(scene, stored, keys)?;
            if stored.encrypted {
                scene.note("Connect would encrypt the entry; here it is kept as entered");
            }
            scene.contact.results.stored_input = Some(entry);
            Ok(Move::Next)
        }
    }
}

fn digit_spec(it: &GetParticipantInput) -> DigitSpec {
    let first_digit = it.first_digit;
    match &it.input {
        Input::Menu => DigitSpec {
            first_digit,
            inter_digit: first_digit,
            max_digits: 1,
            terminator: None,
            cancel_key: false,
            menu: true,
        },
        Input::Stored(stored) => DigitSpec {
            first_digit,
            inter_digit: stored.inter_digit,
            max_digits: match stored.validation {
                Validation::Length(most) => most,
                Validation::Phone(_) => MAX_PHONE_KEYS,
            },
            terminator: Some(stored.terminator.clone()),
            cancel_key: stored.cancel_key,
            menu: false,
        },
    }
}

/// The entry as it is stored.
fn validated(
    scene: &Scene<'_>,
    stored: &StoredInput,
    keys: Option<String>,
) -> Result<String, Failure> {
    let number = match &stored.validation {
        Validation::Length(_) => return Ok(keys.unwrap_or_else(|| TIMEOUT.to_owned())),
        Validation::Phone(PhoneFormat::E164) => phone::international(&keys.unwrap_or_default()),
        Validation::Phone(PhoneFormat::Local { country }) => {
            let country = scene.required(country, "the country")?;
            let Some(code) = phone::calling_code(&country) else {
                return Err(Failure::new(format!("the calling code of `{country}` is not known")));
            };
            phone::local(&keys.unwrap_or_default(), code)
        }
    };
    let invalid = || Failure::of(INVALID_PHONE_NUMBER, "the entry is no telephone number");
    number.ok_or_else(invalid)
}

/// `ConnectParticipantWithLexBot`.
pub(super) fn converse(
    scene: &mut Scene<'_>,
    it: &ConnectParticipantWithLexBot,
    answer: Option<&Outcome>,
) -> Turn {
    match answer {
        None => {
            let attributes = it.session_attributes.iter();
            Ok(Move::Await(Effect::Converse {
                prompt: it.prompt.as_ref().map(|it| prompt(scene, it)).transpose()?,
                bot: bot(scene, &it.bot)?,
                session_attributes: attributes
                    .map(|(name, value)| (name.clone(), scene.render(value)))
                    .collect(),
                initial_message: it
                    .initial_message
                    .as_ref()
                    .map(|it| scene.render(it))
                    .filter(|it| !it.is_empty()),
            }))
        }
        Some(Outcome::BotDone(result)) => {
            let intent = result.intent_name.clone();
            scene.contact.results.lex = Some(result.as_ref().clone());
            Ok(Move::Choose(intent))
        }
        Some(Outcome::NoInput) => {
            Err(Failure::of(INPUT_TIME_LIMIT_EXCEEDED, "the caller said nothing"))
        }
        Some(_) => Err(Failure::Unexpected),
    }
}

fn bot(scene: &Scene<'_>, bot: &Bot) -> Result<BotRef, Failure> {
    Ok(match bot {
        Bot::V2 { alias_arn } => {
            BotRef::V2 { alias_arn: scene.required(alias_arn, "the ARN of the bot's alias")? }
        }
        Bot::V1 { name, region, alias } => BotRef::V1 {
            name: scene.required(name, "the name of the bot")?,
            region: region.as_ref().map(|it| scene.text(it)).unwrap_or_default(),
            alias: alias.as_ref().map(|it| scene.text(it)).unwrap_or_default(),
        },
    })
}

/// A prompt with its references resolved.
pub(super) fn prompt(scene: &Scene<'_>, prompt: &Prompt<Template>) -> Result<Prompt, Failure> {
    let spoken = |template: &Template| {
        let text = scene.render(template);
        match text.chars().count() {
            ..=MAX_PROMPT_CHARS => Ok(text),
            chars => Err(Failure::new(format!(
                "the prompt has {chars} characters, Connect speaks {MAX_PROMPT_CHARS}"
            ))),
        }
    };
    let named = |template: &Template, what: &str| {
        Some(scene.render(template))
            .filter(|it| !it.is_empty())
            .ok_or_else(|| Failure::new(format!("{what} is empty")))
    };
    Ok(match prompt {
        Prompt::Text(text) => Prompt::Text(spoken(text)?),
        Prompt::Ssml(text) => {
            // What a flow puts into its markup is known only now.
            let markup = spoken(text)?;
            match ssml::refused(&markup) {
                None => Prompt::Ssml(markup),
                Some(why) => {
                    return Err(Failure::new(format!("the markup cannot be spoken: {why}")));
                }
            }
        }
        Prompt::Recorded(id) => Prompt::Recorded(named(id, "the prompt's id")?),
        Prompt::Media { uri } => Prompt::Media { uri: named(uri, "the prompt's address")? },
    })
}
