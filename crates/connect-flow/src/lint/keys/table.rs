//! One table: the parameters of each type of action.

use super::{Key, any, number, number_or_reference, object, objects, reference, word};

const BOOLEAN: &[&str] = &["True", "False"];

/// Seven days, which a contact who writes may wait.
const SEVEN_DAYS: i64 = 604_800;

/// The longest that somebody outside may be called, in seconds.
const RINGING: i64 = 600;

const NONE: &[Key] = &[];

const QUEUE: Key = any("QueueId");
const AGENT: Key = any("AgentId");
const FLOW: Key = any("ContactFlowId");

const TEXT: Key = any("Text");
const SSML: Key = any("SSML");
const PROMPT: Key = any("PromptId");
const MEDIA: Key = object("Media", &[any("Uri"), any("SourceType"), any("MediaType")]);

const PROFILE: &[Key] = &[any("ProfileRequestData"), any("ProfileResponseData")];

const CASE_FIELDS: Key = any("CaseRequestFields");
const LINKS_CASE: Key = any("LinkContactToCase");
/// Only exports have it.
const LINKED_TO_CASE: Key = any("ContactToLink");

const CALLER_ID: Key = object("CallerId", &[any("Number"), any("Name")]);

const LEX_START: &[Key] = &[any("InitialMessage")];
const ENDPOINT: &[Key] = &[any("Address"), any("Type")];
const EMAIL_ADDRESS: &[Key] = &[any("EmailAddress"), any("DisplayName")];

const DATA_TABLE: Key = any("DataTableId");
const ROWS: Key = any("PrimaryKeyGroupName");
const ROW_KEYS: Key = objects("PrimaryValues", &[any("Name"), any("Value")]);

const ENABLED: Key = any("Enabled");
const MODES: Key = any("AnalyticsModes");
const LANGUAGE: Key = any("AnalyticsLanguage");
const SENTIMENT: Key = object("SentimentConfiguration", &[ENABLED]);
const SUMMARY: Key = object("SummaryConfiguration", &[any("SummaryModes")]);
const RECORDED: Key = any("RecordedParticipants");
const RECORDED_SCREENS: Key = any("ScreenRecordedParticipants");
const RECORDED_IVR: Key = any("IVRRecordingBehavior");
const REDACTION: Key = object(
    "ConversationalAnalyticsRedactionConfiguration",
    &[ENABLED, any("RedactionResults"), any("RedactionMaskMode"), any("RedactionEntities")],
);
const REDACTION_IN_FLIGHT: Key = object(
    "InFlightChatRedactionConfiguration",
    &[
        ENABLED,
        any("RedactionMaskMode"),
        any("RedactionEntities"),
        any("DeliverUnprocessedMessages"),
    ],
);

const ATTRIBUTE_CONDITION: &[Key] = &[
    any("Name"),
    any("Value"),
    any("ComparisonOperator"),
    any("ProficiencyLevel"),
    any("Range"),
    object("MatchCriteria", &[object("AgentsCriteria", &[any("AgentIds")])]),
];

/// What an agent must have; expressions are inside one another.
static EXPRESSION: [Key; 4] = [
    object("AttributeCondition", ATTRIBUTE_CONDITION),
    object("NotAttributeCondition", ATTRIBUTE_CONDITION),
    objects("AndExpression", &EXPRESSION),
    objects("OrExpression", &EXPRESSION),
];

static ROUTING_CRITERIA: [Key; 1] = [object("RoutingCriteria", &STEPS)];

static STEPS: [Key; 1] = [objects("Steps", &STEP)];

static STEP: [Key; 2] =
    [object("Expression", &EXPRESSION), object("Expiry", &[any("DurationInSeconds")])];

/// The parameters of each type, by its name.
pub(super) static TABLE: &[(&str, &[Key])] = &[
    ("AssociateContactToCustomerProfile", PROFILE),
    (
        "AuthenticateParticipant",
        &[
            object("CognitoConfiguration", &[any("UserPoolArn"), any("AppClientId")]),
            object("CustomerProfilesConfiguration", &[any("ObjectTypeName")]),
            any("TimeLimitMinutes"),
        ],
    ),
    ("CheckHoursOfOperation", &[any("HoursOfOperationId")]),
    ("CheckMetricData", &[any("MetricType"), QUEUE, AGENT]),
    ("CheckOutboundCallStatus", NONE),
    ("CheckSegmentMembershipForCustomerProfile", PROFILE),
    ("CheckVoiceId", &[any("CheckVoiceIdOption")]),
    ("Compare", &[reference("ComparisonValue")]),
    (
        "CompleteOutboundCall",
        &[
            CALLER_ID,
            object(
                "VoiceConnector",
                &[
                    any("VoiceConnectorType"),
                    any("VoiceConnectorArn"),
                    any("FromUser"),
                    any("ToUser"),
                    any("UserToUserInformation"),
                ],
            ),
            any("ConnectionTimeLimitSeconds"),
        ],
    ),
    (
        "ConnectParticipantWithLexBot",
        &[
            TEXT,
            SSML,
            PROMPT,
            MEDIA,
            object("LexV2Bot", &[any("AliasArn")]),
            object("LexBot", &[any("Name"), any("Region"), any("Alias")]),
            any("LexSessionAttributes"),
            object("LexInitializationData", LEX_START),
            // As the documents misspell it.
            object("LexInitilizationData", LEX_START),
            object("LexTimeoutSeconds", &[number_or_reference("Text", 60, SEVEN_DAYS)]),
        ],
    ),
    (
        "CreateCallbackContact",
        &[
            QUEUE,
            AGENT,
            any("InitialCallDelaySeconds"),
            any("RetryDelaySeconds"),
            any("MaximumConnectionAttempts"),
            FLOW,
            any("CallerId"),
            any("CallbackMode"),
        ],
    ),
    ("CreateCase", &[LINKS_CASE, LINKED_TO_CASE, any("CaseTemplateId"), CASE_FIELDS]),
    ("CreateContact", &[any("Channel"), any("RelatedContact")]),
    ("CreateCustomerProfile", PROFILE),
    ("CreatePersistentContactAssociation", &[any("RehydrationType"), any("SourceContactId")]),
    (
        "CreateTask",
        &[
            any("Name"),
            any("Description"),
            FLOW,
            any("TaskTemplateId"),
            any("Attributes"),
            any("References"),
            any("DelaySeconds"),
            any("ScheduledTime"),
        ],
    ),
    ("CreateWisdomSession", &[any("WisdomAssistantArn")]),
    ("DequeueContactAndTransferToQueue", &[QUEUE, AGENT]),
    ("DisconnectParticipant", NONE),
    ("DistributeByPercentage", NONE),
    ("EndFlowExecution", NONE),
    // Only exports have them.
    ("EndFlowModuleExecution", &[any("Result"), any("ResultData")]),
    (
        "EvaluateDataTableValues",
        &[
            DATA_TABLE,
            objects(
                "Queries",
                &[
                    any("QueryName"),
                    any("Attributes"),
                    objects("PrimaryValues", &[any("AttributeName"), any("Value")]),
                ],
            ),
        ],
    ),
    ("GetCalculatedAttributesForCustomerProfile", PROFILE),
    (
        "GetCase",
        &[
            LINKS_CASE,
            LINKED_TO_CASE,
            any("GetLastUpdatedCase"),
            any("CustomerId"),
            CASE_FIELDS,
            any("CaseResponseFields"),
        ],
    ),
    ("GetCustomerProfile", PROFILE),
    ("GetCustomerProfileObject", PROFILE),
    ("GetMetricData", &[QUEUE, AGENT, word("QueueChannel", &["Voice", "Chat"])]),
    (
        "GetParticipantInput",
        &[
            TEXT,
            SSML,
            PROMPT,
            MEDIA,
            any("InputTimeLimitSeconds"),
            any("StoreInput"),
            object(
                "InputValidation",
                &[
                    object("PhoneNumberValidation", &[any("NumberFormat"), any("CountryCode")]),
                    object("CustomValidation", &[any("MaximumLength")]),
                ],
            ),
            object("InputEncryption", &[any("EncryptionKeyId"), any("Key")]),
            object(
                "DTMFConfiguration",
                &[
                    any("InputTerminationSequence"),
                    any("DisableCancelKey"),
                    any("InterdigitTimeLimitSeconds"),
                ],
            ),
            word("EnableDTMFBuffer", BOOLEAN),
        ],
    ),
    ("InvokeFlowModule", &[any("FlowModuleId")]),
    (
        "InvokeLambdaFunction",
        &[
            any("LambdaFunctionARN"),
            any("InvocationTimeLimitSeconds"),
            any("InvocationType"),
            any("LambdaInvocationAttributes"),
            object("ResponseValidation", &[any("ResponseType")]),
        ],
    ),
    ("ListDataTableValues", &[DATA_TABLE, objects("PrimaryKeyGroups", &[ROWS, ROW_KEYS])]),
    ("LoadContactContent", &[any("ContentType")]),
    ("Loop", &[any("LoopCount")]),
    (
        "MessageParticipant",
        &[TEXT, SSML, PROMPT, MEDIA, word("SkipWhenDTMFBufferEnabled", BOOLEAN)],
    ),
    (
        "MessageParticipantIteratively",
        &[
            objects("Messages", &[TEXT, SSML, PROMPT, MEDIA]),
            any("InterruptFrequencySeconds"),
            any("ContinueMessagingDuringInterrupt"),
        ],
    ),
    ("RenderMessageTemplate", &[any("WisdomMessageTemplateArn"), any("WisdomKnowledgeBaseArn")]),
    ("ResumeContact", NONE),
    ("RouteContactToAgent", &[AGENT]),
    (
        "ShowView",
        &[
            object("ViewResource", &[any("Id"), any("Version")]),
            any("InvocationTimeLimitSeconds"),
            any("ViewData"),
            object("SensitiveDataConfiguration", &[any("HideResponseOn")]),
        ],
    ),
    ("StartExistingMessageProcessing", &[any("ProcessingTimeoutSeconds")]),
    (
        "StartOutboundChatContact",
        &[
            object("SourceEndpoint", ENDPOINT),
            object("DestinationEndpoint", ENDPOINT),
            any("ContactFlowArn"),
            any("ContactSubtype"),
            object("InitialSystemMessage", &[any("Content")]),
            any("RelatedContact"),
        ],
    ),
    (
        "StartOutboundEmailContact",
        &[
            object("FromEmailAddress", EMAIL_ADDRESS),
            object("DestinationEmailAddress", EMAIL_ADDRESS),
            any("EmailMessage"),
        ],
    ),
    ("StartVoiceIdStream", NONE),
    ("TagContact", &[any("Tags")]),
    ("TransferContactToAgent", NONE),
    // The documents know none, and flows made by hand name the queue here.
    ("TransferContactToQueue", &[QUEUE, AGENT]),
    (
        "TransferParticipantToThirdParty",
        &[
            any("ThirdPartyPhoneNumber"),
            number("ThirdPartyConnectionTimeLimitSeconds", 0, RINGING),
            any("ContinueFlowExecution"),
            any("ThirdPartyDTMFDigits"),
            CALLER_ID,
        ],
    ),
    ("TransferToFlow", &[FLOW]),
    ("UntagContact", &[any("TagKeys")]),
    ("UpdateCase", &[LINKS_CASE, LINKED_TO_CASE, any("CaseId"), CASE_FIELDS]),
    ("UpdateContactAttributes", &[any("Attributes"), any("TargetContact")]),
    ("UpdateContactCallbackNumber", &[reference("CallbackNumber")]),
    (
        "UpdateContactData",
        &[
            any("Name"),
            any("Description"),
            any("LanguageCode"),
            any("CustomerId"),
            any("References"),
            any("IsVoiceIdStreamingEnabled"),
            any("IsVoiceAuthenticationEnabled"),
            any("IsFraudDetectionEnabled"),
            any("VoiceAuthenticationThreshold"),
            any("VoiceAuthenticationResponseTime"),
            any("FraudDetectionThreshold"),
            any("WatchlistId"),
            any("WisdomSessionArn"),
            any("TargetContact"),
        ],
    ),
    // The second is what the console writes beside hooks.
    ("UpdateContactEventHooks", &[any("EventHooks"), any("EventHooksConfiguration")]),
    (
        "UpdateContactMediaProcessing",
        &[object(
            "ChatProcessor",
            &[
                any("ProcessingEnabled"),
                any("LambdaProcessorARN"),
                object("ChatProcessorSettings", &[any("DeliverUnprocessedMessages")]),
            ],
        )],
    ),
    (
        "UpdateContactMediaStreamingBehavior",
        &[
            any("MediaStreamingState"),
            any("MediaStreamType"),
            objects("Participants", &[any("ParticipantType"), any("MediaDirections")]),
        ],
    ),
    (
        "UpdateContactRecordingAndAnalyticsBehavior",
        &[
            object(
                "VoiceBehavior",
                &[
                    object("VoiceRecordingBehavior", &[RECORDED, RECORDED_IVR]),
                    object(
                        "VoiceAnalyticsBehavior",
                        &[ENABLED, LANGUAGE, MODES, REDACTION, SENTIMENT, SUMMARY],
                    ),
                ],
            ),
            object(
                "ChatBehavior",
                &[object(
                    "ChatAnalyticsBehavior",
                    &[ENABLED, LANGUAGE, MODES, REDACTION, REDACTION_IN_FLIGHT, SENTIMENT, SUMMARY],
                )],
            ),
            any("EmailBehavior"),
            object("ScreenRecordingBehavior", &[RECORDED_SCREENS]),
        ],
    ),
    (
        "UpdateContactRecordingBehavior",
        &[
            object("RecordingBehavior", &[RECORDED, RECORDED_SCREENS, RECORDED_IVR]),
            object(
                "AnalyticsBehavior",
                &[
                    ENABLED,
                    LANGUAGE,
                    any("AnalyticsRedactionBehavior"),
                    any("AnalyticsRedactionResults"),
                    any("AnalyticsRedactionMaskMode"),
                    any("AnalyticsRedactionEntities"),
                    // As exports wrote it before there were channels.
                    any("AnalyticsMode"),
                    object(
                        "ChannelConfiguration",
                        &[object("Chat", &[MODES]), object("Voice", &[MODES])],
                    ),
                    SENTIMENT,
                    SUMMARY,
                ],
            ),
        ],
    ),
    (
        "UpdateContactRoutingBehavior",
        &[
            number("QueuePriority", 1, i64::MAX),
            number("QueueTimeAdjustmentSeconds", i64::MIN, i64::MAX),
        ],
    ),
    ("UpdateContactRoutingCriteria", &ROUTING_CRITERIA),
    ("UpdateContactTargetQueue", &[QUEUE, AGENT]),
    (
        "UpdateContactTextToSpeechVoice",
        &[any("TextToSpeechVoice"), any("TextToSpeechEngine"), any("TextToSpeechStyle")],
    ),
    ("UpdateCustomerProfile", PROFILE),
    ("UpdateFlowAttributes", &[any("FlowAttributes")]),
    ("UpdateFlowLoggingBehavior", &[any("FlowLoggingBehavior")]),
    ("UpdatePreviousContactParticipantState", &[any("PreviousContactParticipantState")]),
    ("UpdateRoutingCriteria", &ROUTING_CRITERIA),
    (
        "UpsertDataTableValues",
        &[
            DATA_TABLE,
            any("LockVersion"),
            objects(
                "DataTableUpsertAttributes",
                &[
                    ROWS,
                    ROW_KEYS,
                    objects("Attributes", &[any("Name"), any("Value"), any("UseDefaultValue")]),
                ],
            ),
        ],
    ),
    // The documents call the first the second, and the service refuses that.
    ("Wait", &[any("TimeLimitSeconds"), any("TimeoutSeconds"), any("Events")]),
];
