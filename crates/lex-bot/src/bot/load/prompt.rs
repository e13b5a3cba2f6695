//! Reads questions: what is asked, how often, and how the answer is listened for.

use std::collections::BTreeMap;

use super::super::node::{LoadBotError, Node, Object};
use super::super::properties::ATTEMPT;
use super::super::{
    AttemptSettings, ListeningSettings, Prompt, Selection, StillWaiting, WaitAndContinue,
};
use super::{Reader, or_nearest};

/// Most retries.
///
/// Source: AWS `CloudFormation` Template Reference, "`AWS::Lex::Bot` `PromptSpecification`".
const MAX_RETRIES: u32 = 5;

/// The attempts that can have settings of their own, by their numbers.
const ATTEMPTS: &[(&str, u32)] =
    &[("Initial", 0), ("Retry1", 1), ("Retry2", 2), ("Retry3", 3), ("Retry4", 4), ("Retry5", 5)];

/// Most keys. Source: as above, "`DTMFSpecification`".
const MAX_KEYS: u32 = 1024;

/// Longest frequency and time-out of a caller who waits, in seconds. Source: as above,
/// "`StillWaitingResponseSpecification`".
const MAX_FREQUENCY: u32 = 300;
const MAX_WAITING: u32 = 900;

impl Reader {
    pub(super) fn prompt(&mut self, object: &Object<'_>) -> Result<Prompt, LoadBotError> {
        const SELECTIONS: &[(&str, Selection)] =
            &[("Random", Selection::Random), ("Ordered", Selection::Ordered)];
        const READ: &[&str] = &[
            "AllowInterrupt",
            "MaxRetries",
            "MessageGroupsList",
            "MessageSelectionStrategy",
            "PromptAttemptsSpecification",
        ];
        self.survey(object, READ, &[]);
        let max_retries = object.required("MaxRetries", "how often to ask again")?;
        let selection = object.get("MessageSelectionStrategy");
        let mut attempts = BTreeMap::new();
        if let Some(all) = object.object("PromptAttemptsSpecification")? {
            for (name, node) in all.fields() {
                let Some((_, number)) = ATTEMPTS.iter().find(|(known, _)| *known == name) else {
                    let known = ATTEMPTS.iter().map(|(known, _)| *known);
                    let note = "no attempt of this name, not executed";
                    self.warn(node.path(), or_nearest(note, name, known));
                    continue;
                };
                attempts.insert(*number, self.attempt(&node.object()?)?);
            }
        }
        Ok(Prompt {
            messages: self.messages(object, "MessageGroupsList")?,
            max_retries: max_retries.count(0, MAX_RETRIES)?,
            // Source: as above: "Indicates whether the user can interrupt a speech prompt".
            allow_interrupt: object.boolean("AllowInterrupt")?.unwrap_or(true),
            selection: selection.map(|it| it.one_of(SELECTIONS)).transpose()?.unwrap_or_default(),
            attempts,
        })
    }

    fn attempt(&mut self, object: &Object<'_>) -> Result<AttemptSettings, LoadBotError> {
        const READ: &[&str] =
            &["AllowInterrupt", "AllowedInputTypes", "AudioAndDTMFInputSpecification"];
        self.survey(object, READ, ATTEMPT);
        let inputs = object.required("AllowedInputTypes", "what the caller may do")?.object()?;
        self.survey(&inputs, &["AllowAudioInput", "AllowDTMFInput"], &[]);
        let listening = match object.object("AudioAndDTMFInputSpecification")? {
            Some(listening) => self.listening(&listening)?,
            None => ListeningSettings::default(),
        };
        Ok(AttemptSettings {
            allow_interrupt: object.boolean("AllowInterrupt")?,
            allow_speech: inputs.required("AllowAudioInput", "true or false")?.boolean()?,
            allow_keys: inputs.required("AllowDTMFInput", "true or false")?.boolean()?,
            listening,
        })
    }

    fn listening(&mut self, object: &Object<'_>) -> Result<ListeningSettings, LoadBotError> {
        const AUDIO: &[&str] = &["MaxLengthMs", "EndTimeoutMs"];
        const KEYS: &[&str] = &["MaxLength", "EndTimeoutMs", "DeletionCharacter", "EndCharacter"];
        self.survey(object, &["StartTimeoutMs", "AudioSpecification", "DTMFSpecification"], &[]);
        let mut settings = ListeningSettings {
            start_timeout_ms: milliseconds(object, "StartTimeoutMs")?,
            ..ListeningSettings::default()
        };
        if let Some(audio) = object.object("AudioSpecification")? {
            self.survey(&audio, AUDIO, &[]);
            settings.audio_max_length_ms = milliseconds(&audio, "MaxLengthMs")?;
            settings.audio_end_timeout_ms = milliseconds(&audio, "EndTimeoutMs")?;
        }
        if let Some(keys) = object.object("DTMFSpecification")? {
            self.survey(&keys, KEYS, &[]);
            settings.dtmf_max_length =
                keys.get("MaxLength").map(|it| it.count(1, MAX_KEYS)).transpose()?;
            settings.dtmf_end_timeout_ms = milliseconds(&keys, "EndTimeoutMs")?;
            settings.dtmf_deletion_character = key(&keys, "DeletionCharacter")?;
            settings.dtmf_end_character = key(&keys, "EndCharacter")?;
        }
        Ok(settings)
    }

    pub(super) fn waiting(
        &mut self,
        object: &Object<'_>,
    ) -> Result<Option<WaitAndContinue>, LoadBotError> {
        const READ: &[&str] =
            &["IsActive", "WaitingResponse", "StillWaitingResponse", "ContinueResponse"];
        self.survey(object, READ, &[]);
        let active = object.boolean("IsActive")?.unwrap_or(true);
        object.required("WaitingResponse", "what is said to a caller who asks to wait")?;
        object.required("ContinueResponse", "what is said to a caller who is back")?;
        let still_waiting = match object.object("StillWaitingResponse")? {
            Some(still) => Some(self.still_waiting(&still)?),
            None => None,
        };
        let waiting = WaitAndContinue {
            waiting: self.response(object, "WaitingResponse")?,
            still_waiting,
            continuing: self.response(object, "ContinueResponse")?,
        };
        Ok(active.then_some(waiting))
    }

    fn still_waiting(&mut self, object: &Object<'_>) -> Result<StillWaiting, LoadBotError> {
        const READ: &[&str] =
            &["MessageGroupsList", "FrequencyInSeconds", "TimeoutInSeconds", "AllowInterrupt"];
        self.survey(object, READ, &[]);
        let frequency = object.required("FrequencyInSeconds", "seconds between two times")?;
        let timeout = object.required("TimeoutInSeconds", "seconds until waiting is over")?;
        Ok(StillWaiting {
            response: self.response_in(object, "MessageGroupsList")?,
            frequency_s: frequency.count(1, MAX_FREQUENCY)?,
            timeout_s: timeout.count(1, MAX_WAITING)?,
        })
    }
}

fn milliseconds(object: &Object<'_>, name: &str) -> Result<Option<u32>, LoadBotError> {
    object.get(name).map(|it| it.count(1, u32::MAX)).transpose()
}

/// A key of a telephone; there are four more than on most.
fn key(object: &Object<'_>, name: &str) -> Result<Option<char>, LoadBotError> {
    let key = |node: Node<'_>| {
        let mut chars = node.text()?.chars();
        match (chars.next(), chars.next()) {
            (Some(key @ ('0'..='9' | 'A'..='D' | '#' | '*')), None) => Ok(key),
            _ => Err(node.error("one of the keys 0 to 9, A to D, `#` and `*`")),
        }
    };
    object.get(name).map(key).transpose()
}
