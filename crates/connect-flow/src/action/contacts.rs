//! Other contacts: tasks, chats, e-mails, and what is done with their text.

use serde::Serialize;

use super::Reader;
use super::wait::MAX_WAIT_SECONDS;
use crate::value::{Field, Template, Tree};

/// Longest delay of a task: 6 days.
///
/// Source: Amazon Connect API Reference, "`StartTaskContact`".
const MAX_TASK_DELAY_SECONDS: u64 = 518_400;

/// Parameters of `CreateTask`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CreateTask {
    /// Its name; a template may give it one.
    pub name: Option<Template>,
    /// The flow that it begins with; a template may give it one.
    pub flow: Option<Field>,
    /// The template that it is made from.
    pub template: Option<Field>,
    /// What the agent reads.
    pub description: Option<Template>,
    /// Its contact attributes.
    pub attributes: Vec<(String, Template)>,
    /// Documents, by name.
    pub references: Vec<(String, Tree)>,
    /// When it begins.
    pub begins: Option<TaskBegin>,
}

/// When a task begins, if not at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum TaskBegin {
    /// After so many seconds.
    Delay(Field),
    /// At this time.
    At(Field),
}

impl CreateTask {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        let template = at.sound(|| at.field("TaskTemplateId"));
        let (name, flow) = (at.template("Name"), at.field("ContactFlowId"));
        if template == Some(None) {
            at.required(name.as_ref(), "Name", "the name of the task");
            at.required(flow.as_ref(), "ContactFlowId", "the id or ARN of a flow");
        }
        let delay = at.number_field("DelaySeconds", 1..=MAX_TASK_DELAY_SECONDS);
        let time = at.field("ScheduledTime");
        if delay.is_some() && time.is_some() {
            at.wrong("ScheduledTime", "nothing beside `DelaySeconds`");
        }
        Self {
            name,
            flow,
            template: template.flatten(),
            description: at.template("Description"),
            attributes: at.templates("Attributes"),
            references: at.trees("References"),
            begins: delay.map(TaskBegin::Delay).or(time.map(TaskBegin::At)),
        }
    }
}

/// Parameters of `CreateContact`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CreateContact {
    /// Its channel, such as `EMAIL`.
    pub channel: Field,
    /// The contact that it is related to, such as `CURRENT`.
    pub related: Option<Field>,
}

impl CreateContact {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            channel: at.required_field("Channel", "a channel such as `EMAIL`"),
            related: at.field("RelatedContact"),
        }
    }
}

/// Parameters of `CreatePersistentContactAssociation`: an old chat is brought back into this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CreatePersistentContactAssociation {
    /// Whether it is brought back from one of its segments on, rather than as a whole.
    pub from_segment: bool,
    /// The old contact.
    pub source: Option<Field>,
}

impl CreatePersistentContactAssociation {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        // Exports write the first two, the API the others.
        let from_segment = at.required_choice(
            "RehydrationType",
            &[
                ("From Segment", true),
                ("Entire Past Session", false),
                ("FROM_SEGMENT", true),
                ("ENTIRE_PAST_SESSION", false),
            ],
            "what is brought back",
        );
        Self { from_segment: from_segment.unwrap_or_default(), source: at.field("SourceContactId") }
    }
}

/// An address of a conversation: a number, or whatever its type says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Address {
    /// The address.
    pub address: Field,
    /// Its type, such as `TELEPHONE_NUMBER`.
    pub r#type: Option<Field>,
}

impl Address {
    fn read(at: &Reader<'_>, key: &str) -> Self {
        let at = at.required_object(key, "an address");
        Self { address: at.required_field("Address", "an address"), r#type: at.field("Type") }
    }
}

/// Parameters of `StartOutboundChatContact`: a text message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StartOutboundChatContact {
    /// Who writes.
    pub source: Address,
    /// Who is written to.
    pub destination: Address,
    /// The flow that takes the answer.
    pub flow: Field,
    /// The kind of conversation, such as `connect:SMS`.
    pub subtype: Option<Field>,
    /// The first words; else those of the template that was rendered before.
    pub message: Option<Template>,
    /// The contact that it is related to, such as `CURRENT`.
    pub related: Option<Field>,
}

impl StartOutboundChatContact {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        let message = at.object("InitialSystemMessage");
        Self {
            source: Address::read(at, "SourceEndpoint"),
            destination: Address::read(at, "DestinationEndpoint"),
            flow: at.required_field("ContactFlowArn", "the ARN of a flow"),
            subtype: at.field("ContactSubtype"),
            message: message.and_then(|it| it.template("Content")),
            related: at.field("RelatedContact"),
        }
    }
}

/// A person's or a business's e-mail address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EmailAddress {
    /// The address.
    pub address: Field,
    /// The name shown with it.
    pub name: Option<Template>,
}

impl EmailAddress {
    fn read(at: &Reader<'_>, key: &str) -> Self {
        let at = at.required_object(key, "an e-mail address");
        Self {
            address: at.required_field("EmailAddress", "an e-mail address"),
            name: at.template("DisplayName"),
        }
    }
}

/// Parameters of `StartOutboundEmailContact`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StartOutboundEmailContact {
    /// Who writes.
    pub from: EmailAddress,
    /// Who is written to.
    pub destination: EmailAddress,
    /// The message: `MessageSourceType`, and the text unless a template was rendered before.
    pub message: Vec<(String, Tree)>,
}

impl StartOutboundEmailContact {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        const MESSAGE: &str = "EmailMessage";
        let message = at.required_object(MESSAGE, "a message");
        message.required_field("MessageSourceType", "`RAW` or `TEMPLATE`");
        Self {
            from: EmailAddress::read(at, "FromEmailAddress"),
            destination: EmailAddress::read(at, "DestinationEmailAddress"),
            message: at.trees(MESSAGE),
        }
    }
}

/// Parameters of `RenderMessageTemplate`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RenderMessageTemplate {
    /// The template.
    pub template: Field,
    /// The knowledge base that it is in.
    pub knowledge_base: Field,
}

impl RenderMessageTemplate {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        let template = "WisdomMessageTemplateArn";
        let base = "WisdomKnowledgeBaseArn";
        Self {
            template: at.required_field(template, "the ARN of a message template"),
            knowledge_base: at.required_field(base, "the ARN of a knowledge base"),
        }
    }
}

/// Reads `LoadContactContent`, which knows one kind of content.
pub(super) fn read_load_content(at: &Reader<'_>) {
    at.required_choice("ContentType", &[("EmailMessage", ())], "`EmailMessage`");
}

/// Reads `StartExistingMessageProcessing`: the seconds that it may take.
pub(super) fn read_processing(at: &Reader<'_>) -> Option<Field> {
    at.number_field("ProcessingTimeoutSeconds", 1..=MAX_WAIT_SECONDS)
}
