//! What assists people: views on their screens, Amazon Q, Voice ID.

use serde::Serialize;

use super::Reader;
use super::wait::MAX_WAIT_SECONDS;
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
    pub(super) fn read(at: &Reader<'_>) -> Self {
        let view = at.required_object("ViewResource", "a view");
        let sensitive = at.object("SensitiveDataConfiguration");
        Self {
            view: view.required_field("Id", "the id or ARN of a view"),
            version: view.field("Version"),
            seconds: at.required_number_field("InvocationTimeLimitSeconds", 1..=MAX_WAIT_SECONDS),
            data: at.trees("ViewData"),
            hidden_on: sensitive.and_then(|it| it.texts("HideResponseOn")).unwrap_or_default(),
        }
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
    pub(super) fn read(at: &Reader<'_>) -> Self {
        let check = at.required_choice(
            "CheckVoiceIdOption",
            &[
                ("enrollmentStatus", Self::EnrollmentStatus),
                ("voiceAuthentication", Self::VoiceAuthentication),
                ("fraudDetection", Self::FraudDetection),
            ],
            "what is checked",
        );
        check.unwrap_or(Self::EnrollmentStatus)
    }
}

/// Reads `CreateWisdomSession`: the assistant.
pub(super) fn read_wisdom(at: &Reader<'_>) -> Field {
    at.required_field("WisdomAssistantArn", "the ARN of an assistant")
}
