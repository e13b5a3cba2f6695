//! Customer profiles: what a business knows of a person.

use serde::Serialize;

use super::Reader;
use crate::value::{Field, Tree};

/// Parameters of the actions that work on customer profiles.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProfileRequest {
    /// What is looked for, or written, by name.
    pub request: Vec<(String, Tree)>,
    /// What is read, by name.
    pub response: Vec<String>,
}

impl ProfileRequest {
    /// Reads a request that must name these.
    pub(super) fn read(at: &Reader<'_>, required: &[&str]) -> Self {
        const REQUEST: &str = "ProfileRequestData";
        let expected = "at least one value to look for or to write";
        let request = at.required_object(REQUEST, expected);
        for name in required {
            request.required_field(name, "text or a reference");
        }
        let entries = at.trees(REQUEST);
        if entries.is_empty() && required.is_empty() {
            at.unfinished(REQUEST, expected);
        }
        Self { request: entries, response: at.texts("ProfileResponseData").unwrap_or_default() }
    }
}

/// Parameters of `AuthenticateParticipant`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AuthenticateParticipant {
    /// The pool of users that customers sign in with.
    pub user_pool: Field,
    /// The application that they sign in to.
    pub app_client: Field,
    /// The kind of profile object that the customer's data are read as.
    pub object_type: Option<Field>,
    /// Minutes that the customer has.
    pub minutes: Option<u64>,
}

impl AuthenticateParticipant {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        /// A day; AWS gives no limit.
        const MAX_MINUTES: u64 = 24 * 60;
        let cognito = at.required_object("CognitoConfiguration", "a pool of users");
        let profiles = at.object("CustomerProfilesConfiguration");
        Self {
            user_pool: cognito.required_field("UserPoolArn", "the ARN of a pool of users"),
            app_client: cognito.required_field("AppClientId", "the id of an application"),
            object_type: profiles.and_then(|it| it.field("ObjectTypeName")),
            minutes: at.number("TimeLimitMinutes", 1..=MAX_MINUTES),
        }
    }
}
