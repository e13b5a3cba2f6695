//! What is recorded, analysed, streamed and processed of a contact.

use serde::Serialize;

use super::data::ENABLED;
use super::{Reader, UpdateContactRecordingBehavior};
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
    /// Reads the form that goes with a recording of either kind; `None` when absent.
    pub(super) fn read(at: &Reader<'_>, key: &str) -> Option<Self> {
        let at = at.object(key)?;
        let voice = at.object("ChannelConfiguration").and_then(|it| it.object("Voice"));
        // The older form has one mode, or one for each channel.
        let modes = [
            at.texts("AnalyticsModes"),
            at.text("AnalyticsMode").map(|it| vec![it]),
            voice.and_then(|it| it.texts("AnalyticsModes")),
        ];
        Some(Self {
            enabled: at.switch("Enabled"),
            language: at.field("AnalyticsLanguage"),
            modes: modes.into_iter().flatten().flatten().collect(),
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
    pub(super) fn read(at: &Reader<'_>) -> Self {
        const KEYS: [&str; 4] =
            ["VoiceBehavior", "ChatBehavior", "EmailBehavior", "ScreenRecordingBehavior"];
        let expected = "one of voice, chat, e-mail and screen recording";
        let mut there = KEYS.into_iter().filter(|key| at.get(key).is_some());
        let key = there.next().unwrap_or("VoiceBehavior");
        for other in there {
            at.wrong(other, format!("nothing beside `{key}`"));
        }
        let behavior = at.required_object(key, expected);
        match key {
            "VoiceBehavior" => Self::Voice {
                recording: UpdateContactRecordingBehavior::read_voice(&behavior),
                analytics: AnalyticsBehavior::read(&behavior, "VoiceAnalyticsBehavior"),
            },
            "ChatBehavior" => {
                Self::Chat(AnalyticsBehavior::read(&behavior, "ChatAnalyticsBehavior"))
            }
            "EmailBehavior" => {
                Self::Email(AnalyticsBehavior::read(&behavior, "EmailAnalyticsBehavior"))
            }
            _ => Self::Screen(read_screen(&behavior).unwrap_or_default()),
        }
    }
}

/// Whether the agent's screen is recorded; `None` when nothing is said of it.
pub(super) fn read_screen(at: &Reader<'_>) -> Option<bool> {
    const KEY: &str = "ScreenRecordedParticipants";
    let participants = at.texts(KEY)?;
    if participants.iter().any(|it| !it.eq_ignore_ascii_case("Agent")) {
        at.wrong(KEY, "a list of `Agent`");
    }
    Some(!participants.is_empty())
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
    pub(super) fn read(at: &Reader<'_>) -> Self {
        const PARTICIPANTS: &str = "Participants";
        let expected = "`Enabled` or `Disabled`";
        let starts = at.required_choice("MediaStreamingState", &ENABLED, expected);
        at.choice("MediaStreamType", &[("Audio", ())]);
        let of = at.sound(|| {
            let participants = at.objects(PARTICIPANTS);
            participants.iter().fold(Streaming::default(), read_participant)
        });
        if of == Some(Streaming::default()) {
            at.unfinished(PARTICIPANTS, "`Customer` with at least one direction");
        }
        Self { starts: starts.unwrap_or_default(), of: of.unwrap_or_default() }
    }
}

/// Adds the directions of a participant.
fn read_participant(mut of: Streaming, at: &Reader<'_>) -> Streaming {
    const DIRECTIONS: &str = "MediaDirections";
    at.choice("ParticipantType", &[("Customer", ())]);
    for direction in at.texts(DIRECTIONS).unwrap_or_default() {
        match direction.as_str() {
            "From" => of.from_customer = true,
            "To" => of.to_customer = true,
            _ => at.wrong(DIRECTIONS, "a list of `From` and `To`"),
        }
    }
    of
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
    pub(super) fn read(at: &Reader<'_>) -> Self {
        const ENABLED: &str = "ProcessingEnabled";
        const FUNCTION: &str = "LambdaProcessorARN";
        let processor = at.required_object("ChatProcessor", "how messages are processed");
        let enabled = processor.optional_switch(ENABLED);
        let enabled = processor.required(enabled, ENABLED, "`True` or `False`").unwrap_or_default();
        let function = processor.field(FUNCTION);
        if enabled && function.is_none() {
            processor.unfinished(FUNCTION, "the ARN of a function");
        }
        let settings = processor.object("ChatProcessorSettings");
        Self {
            enabled,
            function,
            delivers_unprocessed: settings
                .is_some_and(|it| it.switch("DeliverUnprocessedMessages")),
        }
    }
}
