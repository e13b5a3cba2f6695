//! What the parameters of each type are called, and which values they have.
//!
//! Sources: Amazon Connect API Reference, "Actions in the Flow language"; Amazon Connect
//! Administrator Guide, the flow blocks of the same actions; exports of the console.

use std::ops::RangeInclusive;

/// A parameter of a type of action.
#[derive(Debug, Clone)]
pub(super) struct Key {
    /// Its place under `Parameters`.
    pub(super) path: &'static str,
    pub(super) value: Value,
}

/// What a parameter may be.
#[derive(Debug, Clone)]
pub(super) enum Value {
    /// Anything that reading the action has not refused.
    Any,
    /// A fixed whole number.
    Number(RangeInclusive<i64>),
    /// A whole number, or a reference to one.
    NumberOrReference(RangeInclusive<i64>),
    /// One of these words, whatever the case, or a reference to one.
    Word(&'static [&'static str]),
    /// A reference, never fixed.
    Reference,
}

const fn any(path: &'static str) -> Key {
    Key { path, value: Value::Any }
}

const fn number(path: &'static str, low: i64, high: i64) -> Key {
    Key { path, value: Value::Number(low..=high) }
}

const fn number_or_reference(path: &'static str, low: i64, high: i64) -> Key {
    Key { path, value: Value::NumberOrReference(low..=high) }
}

const fn word(path: &'static str, words: &'static [&'static str]) -> Key {
    Key { path, value: Value::Word(words) }
}

const fn reference(path: &'static str) -> Key {
    Key { path, value: Value::Reference }
}

const BOOLEAN: &[&str] = &["True", "False"];

/// Three days, which a call back may be put off.
const THREE_DAYS: i64 = 259_200;
/// Seven days, which a contact who writes may wait.
pub(super) const SEVEN_DAYS: i64 = 604_800;

const QUEUE: &[Key] = &[any("QueueId"), any("AgentId")];

/// The parameters of each type, by its name. A type that is not here is not known well enough.
pub(super) const KEYS: &[(&str, &[Key])] = &[
    ("CheckHoursOfOperation", &[any("HoursOfOperationId")]),
    ("CheckMetricData", &[any("MetricType"), any("QueueId"), any("AgentId")]),
    ("Compare", &[reference("ComparisonValue")]),
    (
        "ConnectParticipantWithLexBot",
        &[
            any("Text"),
            any("SSML"),
            any("PromptId"),
            any("Media"),
            any("LexV2Bot"),
            any("LexBot"),
            any("LexSessionAttributes"),
            any("LexInitializationData"),
            any("LexInitilizationData"),
            any("LexTimeoutSeconds"),
            number_or_reference("LexTimeoutSeconds.Text", 60, SEVEN_DAYS),
        ],
    ),
    (
        "CreateCallbackContact",
        &[
            any("QueueId"),
            any("AgentId"),
            number("InitialCallDelaySeconds", 1, THREE_DAYS),
            number("RetryDelaySeconds", 1, THREE_DAYS),
            // The page says at least 1; the console publishes 0.
            number("MaximumConnectionAttempts", 0, i64::MAX),
            any("ContactFlowId"),
            any("CallerId"),
        ],
    ),
    ("DequeueContactAndTransferToQueue", QUEUE),
    ("GetMetricData", &[any("QueueId"), any("AgentId"), word("QueueChannel", &["Voice", "Chat"])]),
    (
        "GetParticipantInput",
        &[
            any("Text"),
            any("SSML"),
            any("PromptId"),
            any("Media"),
            // The guide says up to 180; flows with more are published, and get a warning.
            number("InputTimeLimitSeconds", 1, SEVEN_DAYS),
            any("StoreInput"),
            any("InputValidation"),
            any("InputEncryption"),
            any("DTMFConfiguration"),
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
            any("ResponseValidation"),
        ],
    ),
    ("Loop", &[any("LoopCount")]),
    (
        "MessageParticipant",
        &[
            any("Text"),
            any("SSML"),
            any("PromptId"),
            any("Media"),
            word("SkipWhenDTMFBufferEnabled", BOOLEAN),
        ],
    ),
    (
        "MessageParticipantIteratively",
        &[
            any("Messages"),
            number("InterruptFrequencySeconds", 1, SEVEN_DAYS),
            word("ContinueMessagingDuringInterrupt", BOOLEAN),
        ],
    ),
    (
        "ShowView",
        &[
            any("ViewResource"),
            number_or_reference("InvocationTimeLimitSeconds", 1, SEVEN_DAYS),
            any("ViewData"),
            any("SensitiveDataConfiguration"),
        ],
    ),
    ("TagContact", &[any("Tags")]),
    (
        "TransferParticipantToThirdParty",
        &[
            any("ThirdPartyPhoneNumber"),
            number("ThirdPartyConnectionTimeLimitSeconds", 0, 600),
            word("ContinueFlowExecution", BOOLEAN),
            any("ThirdPartyDTMFDigits"),
            any("CallerId"),
        ],
    ),
    ("TransferToFlow", &[any("ContactFlowId")]),
    ("UntagContact", &[any("TagKeys")]),
    ("UpdateContactAttributes", &[any("Attributes"), any("TargetContact")]),
    ("UpdateContactCallbackNumber", &[reference("CallbackNumber")]),
    ("UpdateContactEventHooks", &[any("EventHooks"), any("EventHooksConfiguration")]),
    (
        "UpdateContactMediaStreamingBehavior",
        &[
            word("MediaStreamingState", &["Enabled", "Disabled"]),
            word("MediaStreamType", &["Audio"]),
            any("Participants"),
        ],
    ),
    ("UpdateContactRecordingBehavior", &[any("RecordingBehavior"), any("AnalyticsBehavior")]),
    (
        "UpdateContactRoutingBehavior",
        &[
            number("QueuePriority", 1, i64::MAX),
            number("QueueTimeAdjustmentSeconds", i64::MIN, i64::MAX),
        ],
    ),
    ("UpdateContactTargetQueue", QUEUE),
    (
        "UpdateContactTextToSpeechVoice",
        &[any("TextToSpeechVoice"), any("TextToSpeechEngine"), any("TextToSpeechStyle")],
    ),
    ("UpdateFlowAttributes", &[any("FlowAttributes")]),
    ("UpdateFlowLoggingBehavior", &[any("FlowLoggingBehavior")]),
    (
        "UpdatePreviousContactParticipantState",
        &[word("PreviousContactParticipantState", &["AgentOnHold", "CustomerOnHold", "OffHold"])],
    ),
    (
        "Wait",
        &[
            number_or_reference("TimeLimitSeconds", 1, SEVEN_DAYS),
            number_or_reference("TimeoutSeconds", 1, SEVEN_DAYS),
            any("Events"),
        ],
    ),
];

/// The parameters of a type; `None` when they are not known.
pub(super) fn of(type_name: &str) -> Option<&'static [Key]> {
    KEYS.iter().find(|(name, _)| *name == type_name).map(|(_, keys)| *keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::TABLE;

    #[test]
    fn every_type_is_a_known_one_and_in_order() {
        assert!(KEYS.windows(2).all(|two| two[0].0 < two[1].0));
        for (name, _) in KEYS {
            assert!(TABLE.iter().any(|it| it.type_name == *name), "{name}");
        }
    }
}
