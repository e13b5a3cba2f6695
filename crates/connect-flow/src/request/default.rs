//! What comes of a request when nobody says what does.

use serde_json::{Map, Value, json};

use super::kind::RequestKind;
use super::{Reply, Request, Service, errors};
use crate::effect::Outcome;

impl Request {
    /// The service that is asked.
    pub fn service(&self) -> Service {
        self.kind.service()
    }

    /// What sensibly comes of it when nobody says what does.
    ///
    /// Services work, and know nobody: what is created is created, with an id made from that of
    /// the contact; what is looked up is not found; data tables are empty; nobody is in a segment;
    /// of a view, the first choice is taken. A service that does not do it for the contact's
    /// channel fails, and so does Voice ID, which has ended.
    pub fn default_outcome(&self) -> Outcome {
        use RequestKind as Kind;

        if !self.kind.channels().contains(&self.channel) {
            return match self.kind.errors().iter().find(|it| **it == errors::CHANNEL_MISMATCH) {
                Some(error) => Outcome::Replied(Reply::error(*error)),
                None => Outcome::Failed,
            };
        }
        let made = |what: &str| format!("{}-{what}", self.contact_id);
        Outcome::Replied(match self.kind {
            Kind::CheckVoiceId | Kind::StartVoiceIdStream => return Outcome::Failed,
            Kind::CreateCase => Reply { data: self.fields("CaseRequestFields"), ..Reply::done() }
                .with("case_id", made("case")),
            Kind::CreateCustomerProfile => {
                Reply { data: self.fields("ProfileRequestData"), ..Reply::done() }
                    .with("ProfileId", made("profile"))
            }
            Kind::CreateTask => Reply::done().with("ContactId", made("task")),
            Kind::CreateWisdomSession => Reply::done().with(
                "SessionArn",
                format!("arn:aws:wisdom:us-east-1:000000000000:session/{}", self.contact_id),
            ),
            Kind::GetCase => Reply::error(errors::NONE_FOUND),
            Kind::GetCalculatedAttributesForCustomerProfile
            | Kind::GetCustomerProfile
            | Kind::GetCustomerProfileObject => Reply::error(errors::NONE_FOUND_ERROR),
            Kind::LoadContactContent => {
                Reply::done().with("EmailMessage", json!({ "Plaintext": "" }))
            }
            Kind::UpdateContactMediaStreamingBehavior => self.stream(),
            Kind::CheckSegmentMembershipForCustomerProfile | Kind::ShowView => {
                Reply { result: self.results.first().cloned(), ..Reply::done() }
            }
            Kind::AssociateContactToCustomerProfile
            | Kind::AuthenticateParticipant
            | Kind::CreateContact
            | Kind::CreatePersistentContactAssociation
            | Kind::EvaluateDataTableValues
            | Kind::ListDataTableValues
            | Kind::RenderMessageTemplate
            | Kind::ResumeContact
            | Kind::StartExistingMessageProcessing
            | Kind::StartOutboundChatContact
            | Kind::StartOutboundEmailContact
            | Kind::UpdateCase
            | Kind::UpdateContactMediaProcessing
            | Kind::UpdateContactRecordingAndAnalyticsBehavior
            | Kind::UpdateCustomerProfile
            | Kind::UpsertDataTableValues => Reply::done(),
        })
    }

    /// An object among the parameters.
    fn fields(&self, key: &str) -> Map<String, Value> {
        self.parameters.get(key).and_then(Value::as_object).cloned().unwrap_or_default()
    }

    /// A stream with the contact's name, from its first fragment on.
    fn stream(&self) -> Reply {
        if self.parameters.get("MediaStreamingState").and_then(Value::as_str) == Some("Disabled") {
            return Reply::done();
        }
        let stream =
            format!("arn:aws:kinesisvideo:us-east-1:000000000000:stream/{}/0", self.contact_id);
        Reply::done().with("StreamARN", stream).with("StartFragmentNumber", "1")
    }

    /// What [`Outcome::Failed`] means, for the flow's author.
    pub(crate) fn failure(&self) -> &'static str {
        match self.service() {
            Service::Cases => "the case could not be reached",
            Service::Cognito => "the customer could not be signed in",
            Service::Contacts => "the other contact could not be reached or created",
            Service::ContactLens => "Contact Lens could not be set up",
            Service::CustomerProfiles => "the customer profile could not be reached",
            Service::DataTables => "the data table could not be reached",
            Service::MediaStreams => "the audio could not be streamed",
            Service::Messages => "the message could not be handled",
            Service::Views => "the view could not be shown",
            Service::VoiceId => "Voice ID is not there",
            Service::Wisdom => "Amazon Q could not be reached",
        }
    }
}
