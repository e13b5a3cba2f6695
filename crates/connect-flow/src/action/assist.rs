//! What assists people: views on their screens, Amazon Q, Voice ID.

use serde::Serialize;

use super::{Fault, Reader};
use crate::value::{Field, Tree};

/// Parameters of `ShowView`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShowView {
    /// The view.
    pub view: Field,
    /// Its version, where the id has none.
    pub version: Option<Field>,
    /// Seconds that the person has.
    pub seconds: Field,
    /// What it shows, by name.
    pub data: Vec<(String, Tree)>,
    /// Where what is entered must not show, such as `TRANSCRIPT`.
    pub hidden_on: Vec<String>,
}

impl ShowView {
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        /// 7 days, as for every wait; AWS gives no limit.
        const MAX_SECONDS: u64 = 604_800;
        const SECONDS: &str = "InvocationTimeLimitSeconds";
        let view = at.required_object("ViewResource", "a view")?;
        let sensitive = at.object("SensitiveDataConfiguration")?;
        let hidden_on = sensitive.map(|it| it.texts("HideResponseOn")).transpose()?.flatten();
        let seconds = at.number_field(SECONDS, 1..=MAX_SECONDS)?;
        Ok(Self {
            view: view.required_field("Id", "the id or ARN of a view")?,
            version: view.field("Version")?,
            seconds: seconds.ok_or_else(|| at.unfinished(SECONDS, "a number of seconds"))?,
            data: at.trees("ViewData")?,
            hidden_on: hidden_on.unwrap_or_default(),
        })
    }
}

/// What `CheckVoiceId` branches on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum VoiceIdCheck {
    /// Whether the caller is enrolled.
    EnrollmentStatus,
    /// Whether the caller is who they say.
    VoiceAuthentication,
    /// Whether the caller is a known fraudster.
    FraudDetection,
}

impl VoiceIdCheck {
    pub(super) fn read(at: &Reader<'_>) -> Result<Self, Fault> {
        const KEY: &str = "CheckVoiceIdOption";
        let check = at.choice(
            KEY,
            &[
                ("enrollmentStatus", Self::EnrollmentStatus),
                ("voiceAuthentication", Self::VoiceAuthentication),
                ("fraudDetection", Self::FraudDetection),
            ],
        )?;
        check.ok_or_else(|| at.unfinished(KEY, "what is checked"))
    }
}

/// Reads `CreateWisdomSession`: the assistant.
pub(super) fn read_wisdom(at: &Reader<'_>) -> Result<Field, Fault> {
    at.required_field("WisdomAssistantArn", "the ARN of an assistant")
}
