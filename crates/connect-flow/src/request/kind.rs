//! The table of what services are asked.

use std::fmt;

use serde::Serialize;

use super::Service;
use crate::contact::Channel;
use crate::root::Root;

/// What is asked of a service: one for each type of action that asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum RequestKind {
    /// Links the contact with a customer profile.
    AssociateContactToCustomerProfile,
    /// Lets the customer sign in.
    AuthenticateParticipant,
    /// Branches on whether a customer is in a segment.
    CheckSegmentMembershipForCustomerProfile,
    /// Branches on what Voice ID says.
    CheckVoiceId,
    /// Opens a case.
    CreateCase,
    /// Creates a contact of another channel.
    CreateContact,
    /// Creates a customer profile.
    CreateCustomerProfile,
    /// Brings an old chat back.
    CreatePersistentContactAssociation,
    /// Gives an agent a task.
    CreateTask,
    /// Starts a session of Amazon Q in Connect.
    CreateWisdomSession,
    /// Reads values of a data table.
    EvaluateDataTableValues,
    /// Reads what is calculated of a customer.
    GetCalculatedAttributesForCustomerProfile,
    /// Looks for a case.
    GetCase,
    /// Looks for a customer profile.
    GetCustomerProfile,
    /// Reads an object that belongs to a customer profile.
    GetCustomerProfileObject,
    /// Lists rows of a data table.
    ListDataTableValues,
    /// Loads the text of an e-mail.
    LoadContactContent,
    /// Makes a message from a template.
    RenderMessageTemplate,
    /// Brings a paused contact back.
    ResumeContact,
    /// Shows a view and waits for what is chosen in it.
    ShowView,
    /// Processes the messages that are there, within so many seconds.
    StartExistingMessageProcessing,
    /// Sends a text message.
    StartOutboundChatContact,
    /// Sends an e-mail.
    StartOutboundEmailContact,
    /// Lets Voice ID listen.
    StartVoiceIdStream,
    /// Changes a case.
    UpdateCase,
    /// Sets the function that sees the messages of a chat.
    UpdateContactMediaProcessing,
    /// Streams the call's audio, or stops.
    UpdateContactMediaStreamingBehavior,
    /// Sets what is recorded and analysed.
    UpdateContactRecordingAndAnalyticsBehavior,
    /// Changes a customer profile.
    UpdateCustomerProfile,
    /// Writes rows of a data table.
    UpsertDataTableValues,
}

/// What is known of a kind of request.
struct Row {
    type_name: &'static str,
    service: Service,
    /// Errors beside `NoMatchingError`.
    errors: &'static [&'static str],
    results: Results,
    /// Parameters that must not come out empty, where they are written.
    needs: &'static [&'static str],
    channels: &'static [Channel],
    namespace: Option<Namespace>,
}

/// What the conditions of an action are tested on.
#[derive(Clone, Copy)]
pub(crate) enum Results {
    /// It has none.
    None,
    /// One of these.
    Among(&'static [&'static str]),
    /// Whatever the conditions of the flow name.
    AsWritten,
}

/// Where the data of a reply can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Namespace {
    /// The root, such as `$.Case`.
    pub root: Root,
    /// The steps from there.
    pub path: &'static [&'static str],
    /// Whether data replace all that was there, rather than what has the same name.
    pub replaces: bool,
}

impl fmt::Display for Namespace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "$.{}", self.root.as_str())?;
        self.path.iter().try_for_each(|step| write!(f, ".{step}"))
    }
}

const ANY: &[Channel] = &[Channel::Voice, Channel::Chat, Channel::Task, Channel::Email];
const VOICE: &[Channel] = &[Channel::Voice];
const CHAT: &[Channel] = &[Channel::Chat];
const EMAIL: &[Channel] = &[Channel::Email];
const WRITTEN: &[Channel] = &[Channel::Chat, Channel::Email];

/// The errors of requests, by the names that flows write.
pub(crate) mod errors {
    pub(crate) const CHANNEL_MISMATCH: &str = "ChannelMismatch";
    pub(crate) const CONTACT_NOT_LINKED: &str = "ContactNotLinked";
    pub(crate) const IN_FLIGHT_REDACTION: &str = "InFlightRedactionConfigurationFailed";
    pub(crate) const MULTIPLE_FOUND: &str = "MultipleFound";
    pub(crate) const MULTIPLE_FOUND_ERROR: &str = "MultipleFoundError";
    pub(crate) const NONE_FOUND: &str = "NoneFound";
    pub(crate) const NONE_FOUND_ERROR: &str = "NoneFoundError";
    pub(crate) const TEMPLATE_RENDERING: &str = "TemplateRenderingError";
    pub(crate) const TIME_LIMIT_EXCEEDED: &str = "TimeLimitExceeded";
}

impl RequestKind {
    /// Every kind, by the type of its action.
    pub const ALL: [Self; 30] = [
        Self::AssociateContactToCustomerProfile,
        Self::AuthenticateParticipant,
        Self::CheckSegmentMembershipForCustomerProfile,
        Self::CheckVoiceId,
        Self::CreateCase,
        Self::CreateContact,
        Self::CreateCustomerProfile,
        Self::CreatePersistentContactAssociation,
        Self::CreateTask,
        Self::CreateWisdomSession,
        Self::EvaluateDataTableValues,
        Self::GetCalculatedAttributesForCustomerProfile,
        Self::GetCase,
        Self::GetCustomerProfile,
        Self::GetCustomerProfileObject,
        Self::ListDataTableValues,
        Self::LoadContactContent,
        Self::RenderMessageTemplate,
        Self::ResumeContact,
        Self::ShowView,
        Self::StartExistingMessageProcessing,
        Self::StartOutboundChatContact,
        Self::StartOutboundEmailContact,
        Self::StartVoiceIdStream,
        Self::UpdateCase,
        Self::UpdateContactMediaProcessing,
        Self::UpdateContactMediaStreamingBehavior,
        Self::UpdateContactRecordingAndAnalyticsBehavior,
        Self::UpdateCustomerProfile,
        Self::UpsertDataTableValues,
    ];

    /// The table of all kinds.
    fn row(self) -> Row {
        use Service::{
            Cases, Cognito, ContactLens, Contacts, CustomerProfiles, DataTables, MediaStreams,
            Messages, Views, VoiceId, Wisdom,
        };
        use errors::{
            CHANNEL_MISMATCH, CONTACT_NOT_LINKED, IN_FLIGHT_REDACTION, MULTIPLE_FOUND,
            MULTIPLE_FOUND_ERROR, NONE_FOUND, NONE_FOUND_ERROR, TEMPLATE_RENDERING,
            TIME_LIMIT_EXCEEDED,
        };
        let at = |service, type_name| Row {
            type_name,
            service,
            errors: &[],
            results: Results::None,
            needs: &[],
            channels: ANY,
            namespace: None,
        };
        let new = |root| Some(Namespace { root, path: &[], replaces: true });
        let more = |root| Some(Namespace { root, path: &[], replaces: false });
        let under = |root, path| Some(Namespace { root, path, replaces: true });
        match self {
            Self::AssociateContactToCustomerProfile => Row {
                needs: &["ProfileRequestData.ProfileId", "ProfileRequestData.ContactId"],
                ..at(CustomerProfiles, "AssociateContactToCustomerProfile")
            },
            Self::AuthenticateParticipant => Row {
                errors: &[TIME_LIMIT_EXCEEDED],
                results: Results::Among(&["OptedOut"]),
                channels: CHAT,
                needs: &["CognitoConfiguration.UserPoolArn", "CognitoConfiguration.AppClientId"],
                ..at(Cognito, "AuthenticateParticipant")
            },
            Self::CheckSegmentMembershipForCustomerProfile => Row {
                results: Results::Among(&["False", "True"]),
                needs: &["ProfileRequestData.ProfileId", "ProfileRequestData.SegmentName"],
                ..at(CustomerProfiles, "CheckSegmentMembershipForCustomerProfile")
            },
            Self::CheckVoiceId => {
                Row { results: Results::AsWritten, channels: VOICE, ..at(VoiceId, "CheckVoiceId") }
            }
            Self::CreateCase => Row {
                errors: &[CONTACT_NOT_LINKED],
                namespace: new(Root::Case),
                needs: &["CaseTemplateId"],
                ..at(Cases, "CreateCase")
            },
            Self::CreateContact => Row { needs: &["Channel"], ..at(Contacts, "CreateContact") },
            Self::CreateCustomerProfile => Row {
                namespace: new(Root::Customer),
                ..at(CustomerProfiles, "CreateCustomerProfile")
            },
            Self::CreatePersistentContactAssociation => {
                Row { channels: CHAT, ..at(Contacts, "CreatePersistentContactAssociation") }
            }
            Self::CreateTask => Row {
                namespace: new(Root::Task),
                needs: &["Name", "ContactFlowId", "TaskTemplateId"],
                ..at(Contacts, "CreateTask")
            },
            Self::CreateWisdomSession => Row {
                namespace: new(Root::Wisdom),
                needs: &["WisdomAssistantArn"],
                ..at(Wisdom, "CreateWisdomSession")
            },
            Self::EvaluateDataTableValues => Row {
                results: Results::AsWritten,
                namespace: new(Root::DataTables),
                needs: &["DataTableId"],
                ..at(DataTables, "EvaluateDataTableValues")
            },
            Self::GetCalculatedAttributesForCustomerProfile => Row {
                errors: &[NONE_FOUND_ERROR],
                namespace: more(Root::Customer),
                needs: &["ProfileRequestData.ProfileId"],
                ..at(CustomerProfiles, "GetCalculatedAttributesForCustomerProfile")
            },
            Self::GetCase => Row {
                errors: &[CONTACT_NOT_LINKED, MULTIPLE_FOUND, NONE_FOUND],
                namespace: new(Root::Case),
                ..at(Cases, "GetCase")
            },
            Self::GetCustomerProfile => Row {
                errors: &[MULTIPLE_FOUND_ERROR, NONE_FOUND_ERROR],
                namespace: new(Root::Customer),
                ..at(CustomerProfiles, "GetCustomerProfile")
            },
            Self::GetCustomerProfileObject => Row {
                errors: &[NONE_FOUND_ERROR],
                namespace: more(Root::Customer),
                needs: &["ProfileRequestData.ProfileId", "ProfileRequestData.ObjectType"],
                ..at(CustomerProfiles, "GetCustomerProfileObject")
            },
            Self::ListDataTableValues => Row {
                namespace: under(Root::DataTableList, &["ResultData", "primaryKeyGroups"]),
                needs: &["DataTableId"],
                ..at(DataTables, "ListDataTableValues")
            },
            Self::LoadContactContent => Row {
                channels: EMAIL,
                namespace: new(Root::Email),
                ..at(Messages, "LoadContactContent")
            },
            Self::RenderMessageTemplate => Row {
                errors: &[TEMPLATE_RENDERING],
                needs: &["WisdomMessageTemplateArn", "WisdomKnowledgeBaseArn"],
                ..at(Messages, "RenderMessageTemplate")
            },
            Self::ResumeContact => at(Contacts, "ResumeContact"),
            Self::ShowView => Row {
                errors: &[TIME_LIMIT_EXCEEDED],
                results: Results::AsWritten,
                namespace: under(Root::Views, &["ViewResultData"]),
                needs: &["ViewResource.Id"],
                ..at(Views, "ShowView")
            },
            Self::StartExistingMessageProcessing => Row {
                errors: &[TIME_LIMIT_EXCEEDED],
                channels: WRITTEN,
                ..at(Messages, "StartExistingMessageProcessing")
            },
            Self::StartOutboundChatContact => Row {
                errors: &[TEMPLATE_RENDERING],
                needs: &["SourceEndpoint.Address", "DestinationEndpoint.Address", "ContactFlowArn"],
                ..at(Messages, "StartOutboundChatContact")
            },
            Self::StartOutboundEmailContact => Row {
                errors: &[TEMPLATE_RENDERING],
                needs: &["FromEmailAddress.EmailAddress", "DestinationEmailAddress.EmailAddress"],
                ..at(Messages, "StartOutboundEmailContact")
            },
            Self::StartVoiceIdStream => {
                Row { channels: VOICE, ..at(VoiceId, "StartVoiceIdStream") }
            }
            Self::UpdateCase => Row {
                errors: &[CONTACT_NOT_LINKED],
                namespace: more(Root::Case),
                needs: &["CaseId"],
                ..at(Cases, "UpdateCase")
            },
            Self::UpdateContactMediaProcessing => Row {
                errors: &[CHANNEL_MISMATCH],
                channels: CHAT,
                ..at(Messages, "UpdateContactMediaProcessing")
            },
            Self::UpdateContactMediaStreamingBehavior => Row {
                channels: VOICE,
                namespace: Some(Namespace {
                    root: Root::MediaStreams,
                    path: &["Customer", "Audio"],
                    replaces: false,
                }),
                ..at(MediaStreams, "UpdateContactMediaStreamingBehavior")
            },
            Self::UpdateContactRecordingAndAnalyticsBehavior => Row {
                errors: &[CHANNEL_MISMATCH, IN_FLIGHT_REDACTION],
                ..at(ContactLens, "UpdateContactRecordingAndAnalyticsBehavior")
            },
            Self::UpdateCustomerProfile => Row {
                namespace: more(Root::Customer),
                ..at(CustomerProfiles, "UpdateCustomerProfile")
            },
            Self::UpsertDataTableValues => {
                Row { needs: &["DataTableId"], ..at(DataTables, "UpsertDataTableValues") }
            }
        }
    }

    /// The type of action that asks it.
    pub fn type_name(self) -> &'static str {
        self.row().type_name
    }

    /// Who is asked.
    pub fn service(self) -> Service {
        self.row().service
    }

    /// The errors that may be answered, beside `NoMatchingError`.
    pub fn errors(self) -> &'static [&'static str] {
        self.row().errors
    }

    /// The channels of contacts for which the service does it.
    pub fn channels(self) -> &'static [Channel] {
        self.row().channels
    }

    /// Where the data of a reply can be read; `None` when they cannot.
    pub fn namespace(self) -> Option<Namespace> {
        self.row().namespace
    }

    pub(crate) fn needs(self) -> &'static [&'static str] {
        self.row().needs
    }

    pub(crate) fn results(self) -> Results {
        self.row().results
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::TABLE;

    #[test]
    fn every_kind_is_a_known_type_with_the_errors_of_the_language() {
        for kind in RequestKind::ALL {
            assert_eq!(format!("{kind:?}"), kind.type_name());
            let spec = TABLE.iter().find(|it| it.type_name == kind.type_name());
            let spec = spec.unwrap_or_else(|| panic!("{kind:?} is in no table"));
            for error in kind.errors() {
                assert!(spec.error(error).is_some(), "{kind:?}: {error}");
            }
        }
        assert!(RequestKind::ALL.is_sorted());
    }
}
