//! The table of action types.
//!
//! Sources: Amazon Connect API Reference, "Actions in the Flow language"; where the live service
//! was seen to differ, and for types that only exports show, the exports.

use super::{Conditions, ErrorSpec, KnownFrom, Need, Spec};
use crate::flow::{FlowType, FlowTypes};
use crate::transitions::{
    INPUT_TIME_LIMIT_EXCEEDED, INVALID_PHONE_NUMBER, NO_MATCHING_CONDITION, NO_MATCHING_ERROR,
    QUEUE_AT_CAPACITY,
};

const fn required(error_type: &'static str) -> ErrorSpec {
    ErrorSpec { error_type, need: Need::Required }
}

const fn expected(error_type: &'static str) -> ErrorSpec {
    ErrorSpec { error_type, need: Need::Expected }
}

const fn optional(error_type: &'static str) -> ErrorSpec {
    ErrorSpec { error_type, need: Need::Optional }
}

/// The errors of most actions.
const FAILS: &[ErrorSpec] = &[required(NO_MATCHING_ERROR)];
/// The errors of actions whose failure may be left out.
const MAY_FAIL: &[ErrorSpec] = &[optional(NO_MATCHING_ERROR)];
const FAILS_OR_ELSE: &[ErrorSpec] = &[required(NO_MATCHING_CONDITION), required(NO_MATCHING_ERROR)];
const FAILS_OR_FULL: &[ErrorSpec] = &[required(QUEUE_AT_CAPACITY), required(NO_MATCHING_ERROR)];

/// Flows that a contact runs through before or between agents.
const ROUTING: FlowTypes = FlowTypes::of(&[
    FlowType::ContactFlow,
    FlowType::AgentTransfer,
    FlowType::QueueTransfer,
    FlowType::Module,
]);
/// The same, and the flow of a caller who waits.
const ROUTING_AND_QUEUE: FlowTypes = FlowTypes::of(&[
    FlowType::ContactFlow,
    FlowType::AgentTransfer,
    FlowType::QueueTransfer,
    FlowType::CustomerQueue,
    FlowType::Module,
]);
const HOLDS: &[FlowType] = &[FlowType::AgentHold, FlowType::CustomerHold];
const NOT_HOLD_OR_WHISPER: FlowTypes = FlowTypes::but(&[
    FlowType::AgentHold,
    FlowType::CustomerHold,
    FlowType::AgentWhisper,
    FlowType::CustomerWhisper,
    FlowType::OutboundWhisper,
]);

/// An action that goes on or fails, in any flow.
const PLAIN: Spec = Spec {
    type_name: "",
    usage: "",
    known_from: KnownFrom::Documentation,
    flow_types: FlowTypes::ALL,
    next: Need::Required,
    errors: FAILS,
    conditions: Conditions::None,
};

/// Every type of action we know, some in several rows, by name.
pub const TABLE: &[Spec] = &[
    Spec { type_name: "AssociateContactToCustomerProfile", ..PLAIN },
    Spec {
        type_name: "AuthenticateParticipant",
        known_from: KnownFrom::Exports,
        next: Need::Optional,
        errors: &[
            optional("TimeLimitExceeded"),
            optional("NoMatchingCondition"),
            required(NO_MATCHING_ERROR),
        ],
        conditions: Conditions::Equality,
        ..PLAIN
    },
    Spec {
        type_name: "CheckHoursOfOperation",
        flow_types: NOT_HOLD_OR_WHISPER,
        next: Need::Optional,
        conditions: Conditions::Exactly(&["True", "False"]),
        ..PLAIN
    },
    Spec {
        type_name: "CheckMetricData",
        usage: "agents",
        next: Need::Optional,
        errors: FAILS_OR_ELSE,
        conditions: Conditions::Agents,
        ..PLAIN
    },
    Spec {
        type_name: "CheckMetricData",
        usage: "queue",
        next: Need::Optional,
        errors: FAILS_OR_ELSE,
        conditions: Conditions::Number,
        ..PLAIN
    },
    Spec {
        type_name: "CheckOutboundCallStatus",
        next: Need::Optional,
        conditions: Conditions::Among(&[
            "CallAnswered",
            "VoicemailBeep",
            "VoicemailNoBeep",
            "NotDetected",
        ]),
        ..PLAIN
    },
    Spec {
        type_name: "CheckSegmentMembershipForCustomerProfile",
        known_from: KnownFrom::Exports,
        next: Need::Optional,
        conditions: Conditions::Exactly(&["True", "False"]),
        ..PLAIN
    },
    Spec {
        type_name: "CheckVoiceId",
        next: Need::Optional,
        conditions: Conditions::Among(&[
            "Authenticated",
            "NotAuthenticated",
            "Inconclusive",
            "NotEnrolled",
            "OptedOut",
            "HighRisk",
            "LowRisk",
            "Enrolled",
        ]),
        ..PLAIN
    },
    Spec {
        type_name: "Compare",
        next: Need::Optional,
        errors: &[required(NO_MATCHING_CONDITION)],
        conditions: Conditions::Any,
        ..PLAIN
    },
    Spec { type_name: "CompleteOutboundCall", errors: MAY_FAIL, ..PLAIN },
    Spec {
        type_name: "ConnectParticipantWithLexBot",
        flow_types: ROUTING_AND_QUEUE,
        next: Need::Optional,
        errors: &[
            expected(INPUT_TIME_LIMIT_EXCEEDED),
            expected(NO_MATCHING_CONDITION),
            required(NO_MATCHING_ERROR),
        ],
        conditions: Conditions::Equality,
        ..PLAIN
    },
    Spec { type_name: "CreateCallbackContact", flow_types: NOT_HOLD_OR_WHISPER, ..PLAIN },
    Spec {
        type_name: "CreateCase",
        errors: &[optional("ContactNotLinked"), required(NO_MATCHING_ERROR)],
        ..PLAIN
    },
    Spec { type_name: "CreateContact", known_from: KnownFrom::Exports, ..PLAIN },
    Spec { type_name: "CreateCustomerProfile", ..PLAIN },
    Spec {
        type_name: "CreatePersistentContactAssociation",
        known_from: KnownFrom::Exports,
        ..PLAIN
    },
    Spec { type_name: "CreateTask", ..PLAIN },
    Spec { type_name: "CreateWisdomSession", ..PLAIN },
    Spec {
        type_name: "DequeueContactAndTransferToQueue",
        flow_types: FlowTypes::of(&[FlowType::CustomerQueue]),
        next: Need::Optional,
        errors: FAILS_OR_FULL,
        ..PLAIN
    },
    Spec { type_name: "DisconnectParticipant", next: Need::Refused, errors: &[], ..PLAIN },
    Spec {
        type_name: "DistributeByPercentage",
        next: Need::Optional,
        errors: &[required(NO_MATCHING_CONDITION)],
        conditions: Conditions::Percentage,
        ..PLAIN
    },
    Spec { type_name: "EndFlowExecution", next: Need::Refused, errors: &[], ..PLAIN },
    Spec {
        type_name: "EndFlowModuleExecution",
        flow_types: FlowTypes::of(&[FlowType::Module]),
        next: Need::Refused,
        errors: &[],
        ..PLAIN
    },
    Spec {
        type_name: "EvaluateDataTableValues",
        known_from: KnownFrom::Exports,
        errors: &[optional(NO_MATCHING_CONDITION), required(NO_MATCHING_ERROR)],
        conditions: Conditions::Equality,
        ..PLAIN
    },
    Spec {
        type_name: "GetCalculatedAttributesForCustomerProfile",
        errors: &[optional("NoneFoundError"), required(NO_MATCHING_ERROR)],
        ..PLAIN
    },
    Spec {
        type_name: "GetCase",
        errors: &[
            optional("ContactNotLinked"),
            expected("MultipleFound"),
            expected("NoneFound"),
            required(NO_MATCHING_ERROR),
        ],
        ..PLAIN
    },
    Spec {
        type_name: "GetCustomerProfile",
        errors: &[
            expected("MultipleFoundError"),
            expected("NoneFoundError"),
            required(NO_MATCHING_ERROR),
        ],
        ..PLAIN
    },
    Spec {
        type_name: "GetCustomerProfileObject",
        errors: &[expected("NoneFoundError"), required(NO_MATCHING_ERROR)],
        ..PLAIN
    },
    Spec { type_name: "GetMetricData", ..PLAIN },
    Spec {
        type_name: "GetParticipantInput",
        usage: "menu",
        flow_types: ROUTING_AND_QUEUE,
        next: Need::Optional,
        errors: &[
            required(INPUT_TIME_LIMIT_EXCEEDED),
            required(NO_MATCHING_CONDITION),
            required(NO_MATCHING_ERROR),
        ],
        conditions: Conditions::Keys,
        ..PLAIN
    },
    Spec {
        type_name: "GetParticipantInput",
        usage: "entry",
        flow_types: ROUTING_AND_QUEUE,
        ..PLAIN
    },
    Spec {
        type_name: "GetParticipantInput",
        usage: "telephone number",
        flow_types: ROUTING_AND_QUEUE,
        errors: &[required(INVALID_PHONE_NUMBER), required(NO_MATCHING_ERROR)],
        ..PLAIN
    },
    Spec {
        type_name: "InvokeFlowModule",
        errors: &[optional(NO_MATCHING_CONDITION), required(NO_MATCHING_ERROR)],
        conditions: Conditions::Equality,
        ..PLAIN
    },
    Spec { type_name: "InvokeLambdaFunction", ..PLAIN },
    Spec { type_name: "ListDataTableValues", known_from: KnownFrom::Exports, ..PLAIN },
    Spec { type_name: "LoadContactContent", known_from: KnownFrom::Exports, ..PLAIN },
    Spec {
        type_name: "Loop",
        next: Need::Optional,
        errors: MAY_FAIL,
        conditions: Conditions::Exactly(&["ContinueLooping", "DoneLooping"]),
        ..PLAIN
    },
    Spec {
        type_name: "MessageParticipant",
        flow_types: FlowTypes::but(HOLDS),
        errors: MAY_FAIL,
        ..PLAIN
    },
    Spec {
        type_name: "MessageParticipantIteratively",
        flow_types: FlowTypes::of(&[
            FlowType::CustomerQueue,
            FlowType::CustomerHold,
            FlowType::AgentHold,
        ]),
        next: Need::Optional,
        errors: MAY_FAIL,
        conditions: Conditions::Among(&["MessagesInterrupted"]),
        ..PLAIN
    },
    Spec {
        type_name: "RenderMessageTemplate",
        known_from: KnownFrom::Exports,
        errors: &[expected("TemplateRenderingError"), required(NO_MATCHING_ERROR)],
        ..PLAIN
    },
    Spec { type_name: "ResumeContact", ..PLAIN },
    Spec {
        type_name: "RouteContactToAgent",
        known_from: KnownFrom::Exports,
        next: Need::Optional,
        errors: MAY_FAIL,
        ..PLAIN
    },
    Spec {
        type_name: "ShowView",
        next: Need::Optional,
        errors: &[
            required(NO_MATCHING_CONDITION),
            required(NO_MATCHING_ERROR),
            required("TimeLimitExceeded"),
        ],
        conditions: Conditions::Equality,
        ..PLAIN
    },
    Spec {
        type_name: "StartExistingMessageProcessing",
        known_from: KnownFrom::Exports,
        errors: &[expected("TimeLimitExceeded"), required(NO_MATCHING_ERROR)],
        ..PLAIN
    },
    Spec {
        type_name: "StartOutboundChatContact",
        errors: &[optional("TemplateRenderingError"), required(NO_MATCHING_ERROR)],
        ..PLAIN
    },
    Spec {
        type_name: "StartOutboundEmailContact",
        known_from: KnownFrom::Exports,
        errors: &[expected("TemplateRenderingError"), required(NO_MATCHING_ERROR)],
        ..PLAIN
    },
    Spec { type_name: "StartVoiceIdStream", ..PLAIN },
    Spec { type_name: "TagContact", ..PLAIN },
    Spec { type_name: "TransferContactToAgent", next: Need::Refused, errors: &[], ..PLAIN },
    Spec {
        type_name: "TransferContactToQueue",
        flow_types: ROUTING,
        next: Need::Optional,
        errors: FAILS_OR_FULL,
        ..PLAIN
    },
    Spec {
        type_name: "TransferParticipantToThirdParty",
        next: Need::Optional,
        errors: &[
            expected("CallFailed"),
            expected("ConnectionTimeLimitExceeded"),
            required(NO_MATCHING_ERROR),
        ],
        ..PLAIN
    },
    Spec { type_name: "TransferToFlow", flow_types: ROUTING, next: Need::Optional, ..PLAIN },
    Spec { type_name: "UntagContact", ..PLAIN },
    Spec {
        type_name: "UpdateCase",
        errors: &[optional("ContactNotLinked"), required(NO_MATCHING_ERROR)],
        ..PLAIN
    },
    Spec { type_name: "UpdateContactAttributes", ..PLAIN },
    Spec {
        type_name: "UpdateContactCallbackNumber",
        flow_types: NOT_HOLD_OR_WHISPER,
        errors: &[required("InvalidCallbackNumber"), required("CallbackNumberNotDialable")],
        ..PLAIN
    },
    Spec { type_name: "UpdateContactData", ..PLAIN },
    Spec { type_name: "UpdateContactEventHooks", ..PLAIN },
    Spec { type_name: "UpdateContactMediaProcessing", ..PLAIN },
    Spec { type_name: "UpdateContactMediaStreamingBehavior", ..PLAIN },
    Spec {
        type_name: "UpdateContactRecordingAndAnalyticsBehavior",
        errors: &[
            expected("ChannelMismatch"),
            optional("InFlightRedactionConfigurationFailed"),
            required(NO_MATCHING_ERROR),
        ],
        ..PLAIN
    },
    Spec { type_name: "UpdateContactRecordingBehavior", errors: &[], ..PLAIN },
    Spec { type_name: "UpdateContactRoutingBehavior", errors: &[], ..PLAIN },
    Spec { type_name: "UpdateContactRoutingCriteria", known_from: KnownFrom::Exports, ..PLAIN },
    Spec { type_name: "UpdateContactTargetQueue", flow_types: ROUTING, ..PLAIN },
    Spec { type_name: "UpdateContactTextToSpeechVoice", errors: MAY_FAIL, ..PLAIN },
    Spec { type_name: "UpdateCustomerProfile", ..PLAIN },
    Spec { type_name: "UpdateFlowAttributes", ..PLAIN },
    Spec { type_name: "UpdateFlowLoggingBehavior", errors: &[], ..PLAIN },
    Spec { type_name: "UpdatePreviousContactParticipantState", ..PLAIN },
    Spec { type_name: "UpdateRoutingCriteria", ..PLAIN },
    Spec { type_name: "UpsertDataTableValues", known_from: KnownFrom::Exports, ..PLAIN },
    Spec {
        type_name: "Wait",
        next: Need::Optional,
        errors: &[optional("ParticipantNotFound"), required(NO_MATCHING_ERROR)],
        conditions: Conditions::Among(&[
            "WaitCompleted",
            "CustomerReturned",
            "BotParticipantDisconnected",
        ]),
        ..PLAIN
    },
];
