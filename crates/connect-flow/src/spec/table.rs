//! The table of action types.
//!
//! Sources: Amazon Connect API Reference, "Actions in the Flow language", for errors, conditions
//! and restrictions; Amazon Connect Administrator Guide, "Flow types" of each flow block; where
//! the live service was seen to differ, and for types that only exports show, the exports.
//!
//! Where the two guides name different types of flow, an action may stand in those of both: a
//! call progress or a routing priority is set in outbound whispers by the one and not by the
//! other. No guide says what may stand in a module, so everything may but what ends a flow of
//! another type.

use super::places::{
    NOT_HOLD, NOT_HOLD_OR_WHISPER, ROUTING, ROUTING_AND_QUEUE, ROUTING_QUEUE_AND_OUTBOUND,
};
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
        flow_types: NOT_HOLD_OR_WHISPER,
        next: Need::Optional,
        errors: FAILS_OR_ELSE,
        conditions: Conditions::Agents,
        ..PLAIN
    },
    Spec {
        type_name: "CheckMetricData",
        usage: "queue",
        flow_types: NOT_HOLD_OR_WHISPER,
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
        flow_types: NOT_HOLD,
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
    Spec {
        type_name: "CompleteOutboundCall",
        flow_types: FlowTypes::of(&[FlowType::OutboundWhisper, FlowType::Module]),
        errors: MAY_FAIL,
        ..PLAIN
    },
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
    Spec { type_name: "CreateWisdomSession", flow_types: ROUTING_QUEUE_AND_OUTBOUND, ..PLAIN },
    Spec {
        type_name: "DequeueContactAndTransferToQueue",
        flow_types: FlowTypes::of(&[FlowType::CustomerQueue, FlowType::Module]),
        next: Need::Optional,
        errors: FAILS_OR_FULL,
        ..PLAIN
    },
    Spec { type_name: "DisconnectParticipant", next: Need::Refused, errors: &[], ..PLAIN },
    Spec {
        type_name: "DistributeByPercentage",
        flow_types: ROUTING_QUEUE_AND_OUTBOUND,
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
        flow_types: ROUTING_QUEUE_AND_OUTBOUND,
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
        flow_types: ROUTING_QUEUE_AND_OUTBOUND,
        ..PLAIN
    },
    Spec {
        type_name: "GetParticipantInput",
        usage: "telephone number",
        flow_types: ROUTING_QUEUE_AND_OUTBOUND,
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
    Spec { type_name: "MessageParticipant", flow_types: NOT_HOLD, errors: MAY_FAIL, ..PLAIN },
    Spec {
        type_name: "MessageParticipantIteratively",
        flow_types: FlowTypes::of(&[
            FlowType::CustomerQueue,
            FlowType::CustomerHold,
            FlowType::AgentHold,
            FlowType::Module,
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
    Spec { type_name: "StartVoiceIdStream", flow_types: NOT_HOLD, ..PLAIN },
    Spec { type_name: "TagContact", ..PLAIN },
    Spec {
        type_name: "TransferContactToAgent",
        flow_types: FlowTypes::of(&[
            FlowType::AgentTransfer,
            FlowType::QueueTransfer,
            FlowType::Module,
        ]),
        next: Need::Refused,
        errors: &[],
        ..PLAIN
    },
    Spec {
        type_name: "TransferContactToQueue",
        flow_types: ROUTING,
        next: Need::Optional,
        errors: FAILS_OR_FULL,
        ..PLAIN
    },
    Spec {
        type_name: "TransferParticipantToThirdParty",
        flow_types: ROUTING_AND_QUEUE,
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
    Spec {
        type_name: "UpdateContactMediaProcessing",
        errors: &[expected("ChannelMismatch"), required(NO_MATCHING_ERROR)],
        ..PLAIN
    },
    Spec { type_name: "UpdateContactMediaStreamingBehavior", flow_types: NOT_HOLD, ..PLAIN },
    Spec {
        type_name: "UpdateContactRecordingAndAnalyticsBehavior",
        errors: &[
            expected("ChannelMismatch"),
            optional("InFlightRedactionConfigurationFailed"),
            required(NO_MATCHING_ERROR),
        ],
        ..PLAIN
    },
    Spec {
        type_name: "UpdateContactRecordingBehavior",
        flow_types: ROUTING_QUEUE_AND_OUTBOUND,
        errors: &[],
        ..PLAIN
    },
    Spec {
        type_name: "UpdateContactRoutingBehavior",
        flow_types: ROUTING_QUEUE_AND_OUTBOUND,
        errors: &[],
        ..PLAIN
    },
    Spec { type_name: "UpdateContactRoutingCriteria", known_from: KnownFrom::Exports, ..PLAIN },
    Spec { type_name: "UpdateContactTargetQueue", flow_types: ROUTING, ..PLAIN },
    Spec { type_name: "UpdateContactTextToSpeechVoice", errors: MAY_FAIL, ..PLAIN },
    Spec { type_name: "UpdateCustomerProfile", ..PLAIN },
    Spec { type_name: "UpdateFlowAttributes", ..PLAIN },
    Spec { type_name: "UpdateFlowLoggingBehavior", errors: &[], ..PLAIN },
    Spec {
        type_name: "UpdatePreviousContactParticipantState",
        flow_types: ROUTING_QUEUE_AND_OUTBOUND,
        ..PLAIN
    },
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn rows_are_in_order_and_do_not_contradict_themselves() {
        assert!(TABLE.windows(2).all(|two| two[0].type_name <= two[1].type_name));
        let mut usages = BTreeSet::new();
        for row in TABLE {
            assert!(usages.insert((row.type_name, row.usage)), "{row} twice");
            let errors: BTreeSet<_> = row.errors.iter().map(|it| it.error_type).collect();
            assert_eq!(errors.len(), row.errors.len(), "{row} has an error twice");
            if row.is_terminal() {
                assert!(row.errors.is_empty(), "{row} ends, and fails");
                assert_eq!(row.conditions, Conditions::None, "{row} ends, and branches");
            }
            assert!(row.flow_types.iter().next().is_some(), "{row} may stand nowhere");
        }
    }
}
