//! The services there are stand-ins for.

/// An AWS service with a stand-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Service {
    /// Records.
    DynamoDb,
    /// Recordings and transcripts.
    S3,
    /// Keys and passwords.
    SecretsManager,
    /// Mail.
    Ses,
    /// Texts to callers.
    Sms,
    /// Speech to text after the call.
    Transcribe,
}

impl Service {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::DynamoDb, Self::S3, Self::SecretsManager, Self::Ses, Self::Sms, Self::Transcribe];

    /// Name by which scripts know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::DynamoDb => "dynamodb",
            Self::S3 => "s3",
            Self::SecretsManager => "secretsmanager",
            Self::Ses => "ses",
            Self::Sms => "sms",
            Self::Transcribe => "transcribe",
        }
    }

    /// The names of all.
    pub fn names() -> [&'static str; 6] {
        Self::ALL.map(Self::name)
    }

    /// The service with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// The variable that tells SDKs its endpoint.
    ///
    /// Source: AWS SDKs and Tools Reference Guide, "Service-specific endpoints".
    pub(super) fn endpoint_variable(self) -> &'static str {
        match self {
            Self::DynamoDb => "AWS_ENDPOINT_URL_DYNAMODB",
            Self::S3 => "AWS_ENDPOINT_URL_S3",
            Self::SecretsManager => "AWS_ENDPOINT_URL_SECRETS_MANAGER",
            Self::Ses => "AWS_ENDPOINT_URL_SESV2",
            Self::Sms => "AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2",
            Self::Transcribe => "AWS_ENDPOINT_URL_TRANSCRIBE",
        }
    }
}
