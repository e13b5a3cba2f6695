//! What is recorded, analysed, streamed and processed of a contact.

use serde::Serialize;

use super::{Fault, Reader, UpdateContactRecordingBehavior};
use crate::contact::Streaming;
use crate::value::Field;

/// What Contact Lens is to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnalyticsBehavior {
    /// Whether it does anything.
    pub enabled: bool,
    /// Language that is spoken.
    pub language: Option<Field>,
    /// Such as `RealTime`, `PostContact` or `AutomatedInteraction`.
    pub modes: Vec<String>,
}

impl AnalyticsBehavior {
    /// Reads the form that goes with a recording of either kind.
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        let mut modes = at.texts("AnalyticsModes")?.unwrap_or_default();
        // The older form has one mode, or one for each channel.
        modes.extend(at.text("AnalyticsMode")?);
        let channels = at.object("ChannelConfiguration")?;
        let voice = channels.map(|it| it.object("Voice")).transpose()?.flatten();
        modes.extend(
            voice.map(|it| it.texts("AnalyticsModes")).transpose()?.flatten().into_iter().flatten(),
        );
        Ok(Self {
            enabled: at.switch("Enabled")?.unwrap_or_default(),
            language: at.field("AnalyticsLanguage")?,
            modes,
        })
    }
}

/// Parameters of `UpdateContactRecordingAndAnalyticsBehavior`: one kind of contact at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum UpdateContactRecordingAndAnalyticsBehavior {
    /// Of a call.
    Voice {
        /// What is recorded.
        recording: UpdateContactRecordingBehavior,
        /// What is analysed; `None` stays as it is.
        analytics: Option<AnalyticsBehavior>,
    },
    /// Of a chat.
    Chat(Option<AnalyticsBehavior>),
    /// Of an e-mail.
    Email(Option<AnalyticsBehavior>),
    /// The agent's screen.
    Screen(bool),
}

impl UpdateContactRecordingAndAnalyticsBehavior {
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        const KEYS: [&str; 4] =
            ["VoiceBehavior", "ChatBehavior", "EmailBehavior", "ScreenRecordingBehavior"];
        let expected = "one of voice, chat, e-mail and screen recording";
        let mut there = KEYS.into_iter().filter(|key| at.get(key).is_some());
        let Some(key) = there.next() else {
            return Err(at.unfinished("VoiceBehavior", expected));
        };
        if let Some(second) = there.next() {
            return Err(at.wrong(second, format!("nothing beside `{key}`")));
        }
        let behavior = at.required_object(key, expected)?;
        let analytics = |key: &str| {
            let analytics = behavior.object(key)?;
            analytics.map(|it| AnalyticsBehavior::read(&it)).transpose()
        };
        Ok(match key {
            "VoiceBehavior" => Self::Voice {
                recording: UpdateContactRecordingBehavior::read_voice(&behavior)?,
                analytics: analytics("VoiceAnalyticsBehavior")?,
            },
            "ChatBehavior" => Self::Chat(analytics("ChatAnalyticsBehavior")?),
            "EmailBehavior" => Self::Email(analytics("EmailAnalyticsBehavior")?),
            _ => Self::Screen(read_screen(&behavior)?.unwrap_or_default()),
        })
    }
}

/// Whether the agent's screen is recorded; `None` when nothing is said of it.
pub(super) fn read_screen(at: &Reader<'_>) -> Result<Option<bool>, Fault> {
    const KEY: &str = "ScreenRecordedParticipants";
    let Some(participants) = at.texts(KEY)? else { return Ok(None) };
    if participants.iter().any(|it| !it.eq_ignore_ascii_case("Agent")) {
        return Err(at.wrong(KEY, "a list of `Agent`"));
    }
    Ok(Some(!participants.is_empty()))
}

/// Parameters of `UpdateContactMediaStreamingBehavior`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct UpdateContactMediaStreamingBehavior {
    /// Whether streaming begins, rather than ends.
    pub starts: bool,
    /// What it is about.
    pub of: Streaming,
}

impl UpdateContactMediaStreamingBehavior {
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        const STATE: &str = "MediaStreamingState";
        const DIRECTIONS: &str = "MediaDirections";
        let starts = at.choice(STATE, &[("Enabled", true), ("Disabled", false)])?;
        at.choice("MediaStreamType", &[("Audio", ())])?;
        let mut of = Streaming::default();
        for participant in at.objects("Participants")?.unwrap_or_default() {
            participant.choice("ParticipantType", &[("Customer", ())])?;
            for direction in participant.texts(DIRECTIONS)?.unwrap_or_default() {
                match direction.as_str() {
                    "From" => of.from_customer = true,
                    "To" => of.to_customer = true,
                    _ => return Err(participant.wrong(DIRECTIONS, "a list of `From` and `To`")),
                }
            }
        }
        if of == Streaming::default() {
            return Err(at.unfinished("Participants", "`Customer` with at least one direction"));
        }
        Ok(Self {
            starts: starts.ok_or_else(|| at.unfinished(STATE, "`Enabled` or `Disabled`"))?,
            of,
        })
    }
}

/// Parameters of `UpdateContactMediaProcessing`: a function that sees the messages of a chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UpdateContactMediaProcessing {
    /// Whether messages are processed.
    pub enabled: bool,
    /// The function.
    pub function: Option<Field>,
    /// Whether messages that cannot be processed are delivered all the same.
    pub delivers_unprocessed: bool,
}

impl UpdateContactMediaProcessing {
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        const ENABLED: &str = "ProcessingEnabled";
        const FUNCTION: &str = "LambdaProcessorARN";
        let processor = at.required_object("ChatProcessor", "how messages are processed")?;
        let enabled = processor.switch(ENABLED)?;
        let enabled = enabled.ok_or_else(|| processor.unfinished(ENABLED, "`True` or `False`"))?;
        let function = processor.field(FUNCTION)?;
        if enabled && function.is_none() {
            return Err(processor.unfinished(FUNCTION, "the ARN of a function"));
        }
        let settings = processor.object("ChatProcessorSettings")?;
        let delivers = settings.map(|it| it.switch("DeliverUnprocessedMessages")).transpose()?;
        Ok(Self { enabled, function, delivers_unprocessed: delivers.flatten().unwrap_or_default() })
    }
}
