//! How a bot listens: what session attributes, the definition and Lex's defaults say.
//!
//! Sources: Amazon Lex V2 Developer Guide, "Configuring timeouts for capturing user input"; Amazon
//! Connect Administrator Guide, "Flow block: Get customer input", "Configurable time-outs for Lex
//! voice interactions" and "Barge-in configuration and usage for Lex".

use std::time::Duration;

use aws_events::lex::Attributes;

use super::SessionError;
use crate::bot::{AttemptSettings, ListeningSettings, Prompt};

/// How long Lex waits for the caller to begin, where Connect calls it.
const START_TIMEOUT: Duration = Duration::from_secs(3);

/// How long a caller may speak, where Connect calls Lex.
const AUDIO_MAX_LENGTH: Duration = Duration::from_secs(12);

/// The longest that a caller can be allowed to speak; Lex refuses more.
const MOST_AUDIO_MS: u64 = 15_000;

/// The silence that ends speech.
const AUDIO_END_TIMEOUT: Duration = Duration::from_millis(600);

/// The time after a key that ends keys.
const KEYS_END_TIMEOUT: Duration = Duration::from_secs(5);

/// Most keys that Lex takes, and as many as it takes unless told otherwise.
const MOST_KEYS: u32 = 1024;

/// How a bot listens for one answer.
///
/// An attribute of the session wins over the definition's settings for the attempt, which win over
/// the defaults that hold where Connect calls Lex. Attributes are named
/// `x-amz-lex:<audio|dtmf>:<name>:<intent>:<slot>`, where `*` stands for any intent or slot; the
/// most specific name wins, an intent's before a slot's. For a part of a composite slot the slot is
/// `Slot.Part`, `Slot.*`, `*.Part` or `*.*`. A value that cannot be read is passed over, as AWS does
/// not say what Lex does with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listening {
    /// Whether the caller may speak or press keys before the messages are over (barge-in).
    pub allow_interrupt: bool,
    /// Whether speech is taken.
    pub allow_speech: bool,
    /// Whether keys are taken.
    pub allow_keys: bool,
    /// How long the caller has to begin.
    pub start_timeout: Duration,
    /// The silence that ends what the caller says.
    pub audio_end_timeout: Duration,
    /// How long the caller may speak; at most 15 s.
    pub audio_max_length: Duration,
    /// Most keys, 1 to 1,024; the last of them ends the input.
    pub keys_max_length: u32,
    /// The time without a further key that ends the input.
    pub keys_end_timeout: Duration,
    /// The key that ends the input.
    pub keys_end_character: char,
    /// The key that takes all keys back and ends the input.
    pub keys_deletion_character: char,
}

impl Default for Listening {
    /// What holds when neither attributes nor the definition say anything.
    fn default() -> Self {
        Self {
            allow_interrupt: true,
            allow_speech: true,
            allow_keys: true,
            start_timeout: START_TIMEOUT,
            audio_end_timeout: AUDIO_END_TIMEOUT,
            audio_max_length: AUDIO_MAX_LENGTH,
            keys_max_length: MOST_KEYS,
            keys_end_timeout: KEYS_END_TIMEOUT,
            keys_end_character: '#',
            keys_deletion_character: '*',
        }
    }
}

/// What is being asked for: an intent, and its slot, if it is a slot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subject<'a> {
    pub(super) intent: Option<&'a str>,
    /// `Slot` or `Slot.Part`.
    pub(super) slot: Option<&'a str>,
}

/// Works out how the bot listens at an attempt (from 0) of a prompt; without a prompt, after a
/// response that may be interrupted or not.
///
/// # Errors
///
/// [`SessionError::AudioTooLong`] when an attribute allows more speech than Lex takes.
pub(super) fn listening(
    attributes: &Attributes,
    subject: Subject<'_>,
    prompt: Option<&Prompt>,
    attempt: u32,
    response: Option<bool>,
) -> Result<Listening, SessionError> {
    let defaults = Listening::default();
    let unset = ListeningSettings::default();
    let settings = prompt.and_then(|it| it.attempts.get(&attempt));
    let set = settings.map_or(&unset, |it| &it.listening);
    let attribute = |name: &str| find(attributes, name, subject);
    let number = |name: &str| attribute(name).and_then(|it| it.1.trim().parse::<u64>().ok());
    let millis = |name: &str, set: Option<u32>, default: Duration| {
        number(name).or(set.map(u64::from)).map_or(default, Duration::from_millis)
    };
    let key = |name: &str, set: Option<char>, default: char| {
        attribute(name).and_then(|it| only_key(it.1)).or(set).unwrap_or(default)
    };
    if let Some((name, value)) = attribute("audio:max-length-ms")
        && let Ok(found) = value.trim().parse::<u64>()
        && found > MOST_AUDIO_MS
    {
        let attribute = name.to_owned();
        return Err(SessionError::AudioTooLong { attribute, found, limit: MOST_AUDIO_MS });
    }
    let audio_max_length =
        millis("audio:max-length-ms", set.audio_max_length_ms, defaults.audio_max_length);
    Ok(Listening {
        allow_interrupt: interruptible(attributes, subject, prompt, settings, response),
        allow_speech: settings.is_none_or(|it| it.allow_speech),
        allow_keys: settings.is_none_or(|it| it.allow_keys),
        start_timeout: millis(
            "audio:start-timeout-ms",
            set.start_timeout_ms,
            defaults.start_timeout,
        ),
        audio_end_timeout: millis(
            "audio:end-timeout-ms",
            set.audio_end_timeout_ms,
            defaults.audio_end_timeout,
        ),
        audio_max_length: audio_max_length.min(Duration::from_millis(MOST_AUDIO_MS)),
        keys_max_length: number("dtmf:max-length")
            .and_then(|it| u32::try_from(it).ok())
            .or(set.dtmf_max_length)
            .filter(|it| *it > 0)
            .map_or(MOST_KEYS, |it| it.min(MOST_KEYS)),
        keys_end_timeout: millis(
            "dtmf:end-timeout-ms",
            set.dtmf_end_timeout_ms,
            defaults.keys_end_timeout,
        ),
        keys_end_character: key(
            "dtmf:end-character",
            set.dtmf_end_character,
            defaults.keys_end_character,
        ),
        keys_deletion_character: key(
            "dtmf:deletion-character",
            set.dtmf_deletion_character,
            defaults.keys_deletion_character,
        ),
    })
}

/// Whether the caller may interrupt. Lex and Connect have a name each for it; Lex's own wins.
fn interruptible(
    attributes: &Attributes,
    subject: Subject<'_>,
    prompt: Option<&Prompt>,
    settings: Option<&AttemptSettings>,
    response: Option<bool>,
) -> bool {
    ["allow-interrupt", "barge-in-enabled"]
        .into_iter()
        .find_map(|name| truth(find(attributes, name, subject)?.1))
        .or_else(|| settings?.allow_interrupt)
        .or_else(|| prompt.map(|it| it.allow_interrupt))
        .or(response)
        .unwrap_or(true)
}

/// The most specific attribute of this name: its full name and its value.
fn find<'a>(
    attributes: &'a Attributes,
    name: &str,
    subject: Subject<'_>,
) -> Option<(&'a str, &'a str)> {
    let intents = subject.intent.into_iter().chain(["*"]);
    let slots = scopes(subject.slot);
    intents.flat_map(|intent| slots.iter().map(move |slot| (intent, slot))).find_map(
        |(intent, slot)| {
            let (key, value) =
                attributes.get_key_value(&format!("x-amz-lex:{name}:{intent}:{slot}"))?;
            Some((key.as_str(), value.as_str()))
        },
    )
}

/// What an attribute may name to be about a slot, the most specific first.
fn scopes(slot: Option<&str>) -> Vec<String> {
    let mut scopes = Vec::new();
    if let Some(slot) = slot {
        scopes.push(slot.to_owned());
        if let Some((whole, part)) = slot.split_once('.') {
            scopes.extend([format!("{whole}.*"), format!("*.{part}"), "*.*".to_owned()]);
        }
    }
    scopes.push("*".to_owned());
    scopes
}

/// The key that a value names, if it is one key.
///
/// Source: Amazon Lex V2 API Reference, `DTMFSpecification`, the pattern of its characters.
fn only_key(value: &str) -> Option<char> {
    let mut characters = value.trim().chars();
    let key = characters.next()?;
    let is_key = key.is_ascii_digit() || matches!(key, 'A'..='D' | '#' | '*');
    (is_key && characters.next().is_none()).then_some(key)
}

fn truth(value: &str) -> Option<bool> {
    let value = value.trim();
    if value.eq_ignore_ascii_case("true") {
        Some(true)
    } else if value.eq_ignore_ascii_case("false") {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    const SLOT: Subject<'_> = Subject { intent: Some("Order"), slot: Some("Number") };

    fn attributes(pairs: &[(&str, &str)]) -> Attributes {
        pairs.iter().map(|(k, v)| (format!("x-amz-lex:{k}"), (*v).to_owned())).collect()
    }

    fn listen(pairs: &[(&str, &str)]) -> Listening {
        listening(&attributes(pairs), SLOT, None, 0, None).unwrap()
    }

    #[test]
    fn speech_beyond_what_lex_takes_is_refused() {
        let attributes = attributes(&[("audio:max-length-ms:*:*", "15001")]);
        let error = listening(&attributes, SLOT, None, 0, None).unwrap_err().to_string();
        assert_eq!(
            error,
            "session attribute `x-amz-lex:audio:max-length-ms:*:*` is 15001, at most 15000 is allowed"
        );
    }

    #[test]
    fn values_that_cannot_be_read_are_passed_over() {
        let unread = listen(&[
            ("audio:start-timeout-ms:*:*", "soon"),
            ("audio:max-length-ms:*:*", "-1"),
            ("dtmf:end-timeout-ms:*:*", ""),
            ("dtmf:max-length:*:*", "0"),
            ("dtmf:end-character:*:*", "##"),
            ("dtmf:deletion-character:*:*", "x"),
            ("barge-in-enabled:*:*", "perhaps"),
        ]);
        assert_eq!(unread, Listening::default());
        assert_eq!(listen(&[("dtmf:max-length:*:*", "99999")]).keys_max_length, 1024);
        assert_eq!(listen(&[("dtmf:max-length:*:*", "99999999999")]).keys_max_length, 1024);
    }

    #[test]
    fn the_most_specific_attribute_wins() {
        let mut pairs = vec![("audio:start-timeout-ms:*:*", "1")];
        for (key, value) in [
            ("audio:start-timeout-ms:*:Number", "2"),
            ("audio:start-timeout-ms:Order:*", "3"),
            ("audio:start-timeout-ms:Order:Number", "4"),
        ] {
            let before = listen(&pairs).start_timeout;
            pairs.push((key, value));
            assert!(listen(&pairs).start_timeout > before, "{key}");
        }
        pairs.push(("audio:start-timeout-ms:Other:Number", "9"));
        pairs.push(("audio:start-timeout-ms:Order:Other", "9"));
        assert_eq!(listen(&pairs).start_timeout, Duration::from_millis(4));
        let open = Subject { intent: None, slot: None };
        let it = listening(&attributes(&pairs), open, None, 0, None).unwrap();
        assert_eq!(it.start_timeout, Duration::from_millis(1));
    }

    #[test]
    fn a_part_of_a_slot_has_names_of_its_own() {
        let part = Subject { intent: Some("Order"), slot: Some("Address.City") };
        let mut pairs =
            vec![("dtmf:max-length:Order:*", "1"), ("dtmf:max-length:Order:Address", "9")];
        for (key, value) in [
            ("dtmf:max-length:Order:*.*", "2"),
            ("dtmf:max-length:Order:*.City", "3"),
            ("dtmf:max-length:Order:Address.*", "4"),
            ("dtmf:max-length:Order:Address.City", "5"),
        ] {
            let length = |pairs: &[(&str, &str)]| {
                listening(&attributes(pairs), part, None, 0, None).unwrap().keys_max_length
            };
            let before = length(&pairs);
            pairs.push((key, value));
            assert_eq!(length(&pairs), before + 1, "{key}");
        }
    }

    #[test]
    fn attributes_win_over_the_attempt_and_the_attempt_over_the_prompt() {
        let settings = AttemptSettings {
            allow_interrupt: Some(false),
            allow_speech: false,
            allow_keys: true,
            listening: ListeningSettings {
                start_timeout_ms: Some(7000),
                audio_max_length_ms: Some(99_000),
                audio_end_timeout_ms: Some(900),
                dtmf_max_length: Some(4),
                dtmf_end_timeout_ms: Some(800),
                dtmf_deletion_character: Some('A'),
                dtmf_end_character: Some('B'),
            },
        };
        let prompt = Prompt {
            allow_interrupt: true,
            attempts: BTreeMap::from([(1, settings)]),
            ..Prompt::default()
        };
        let pairs = attributes(&[
            ("dtmf:max-length:*:*", "6"),
            ("dtmf:end-character:*:*", "9"),
            ("allow-interrupt:*:*", "True"),
            ("barge-in-enabled:Order:Number", "false"),
        ]);
        let at = |pairs: &Attributes, attempt| {
            listening(pairs, SLOT, Some(&prompt), attempt, None).unwrap()
        };
        assert_eq!(at(&Attributes::new(), 0), Listening::default());
        let retry = at(&Attributes::new(), 1);
        assert!(!retry.allow_interrupt && !retry.allow_speech && retry.allow_keys);
        assert_eq!(retry.start_timeout, Duration::from_secs(7));
        assert_eq!(retry.audio_max_length, Duration::from_secs(15));
        assert_eq!(retry.audio_end_timeout, Duration::from_millis(900));
        assert_eq!((retry.keys_max_length, retry.keys_end_timeout.as_millis()), (4, 800));
        assert_eq!((retry.keys_end_character, retry.keys_deletion_character), ('B', 'A'));
        let told = at(&pairs, 1);
        assert!(told.allow_interrupt);
        assert_eq!((told.keys_max_length, told.keys_end_character), (6, '9'));
    }
}
