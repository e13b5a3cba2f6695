//! Calls that Connect places: callbacks, third parties, outbound calls.

use std::ops::RangeInclusive;

use serde::Serialize;

use super::read::NO_LIMIT;
use super::{Reader, TargetQueue};
use crate::effect::CallerId;
use crate::value::Field;

/// Longest delay of a callback: 3 days.
///
/// Source: Amazon Connect API Reference, "`CreateCallbackContact`".
const MAX_CALLBACK_DELAY_SECONDS: u64 = 259_200;

/// Longest time that somebody outside may be called.
///
/// Source: Amazon Connect API Reference, "`TransferParticipantToThirdParty`".
pub(crate) const MAX_RING_SECONDS: u64 = 600;

/// How long somebody outside is called when a flow does not say; the console writes as much.
pub(crate) const DEFAULT_RING_SECONDS: u64 = 30;

/// Most keys that are pressed once somebody outside answers.
///
/// Source: Amazon Connect API Reference, "`TransferParticipantToThirdParty`".
const MAX_DTMF: usize = 50;

/// Parameters of `CreateCallbackContact`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CreateCallbackContact {
    /// The queue; else the target queue.
    pub queue: Option<TargetQueue>,
    /// Seconds until it is put in the queue; without meaning when it begins with a flow.
    pub delay_seconds: u64,
    /// Seconds until it is tried again.
    pub retry_seconds: u64,
    /// How often it is tried. The documents ask for at least 1, exports have 0 too.
    pub attempts: u64,
    /// The flow that the callback begins with.
    pub flow: Option<Field>,
    /// The number that the person called sees.
    pub caller_id: Option<Field>,
    /// Whether the agent is called first.
    pub agent_first: bool,
}

impl CreateCallbackContact {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        const DELAY: &str = "InitialCallDelaySeconds";
        const SECONDS: RangeInclusive<u64> = 1..=MAX_CALLBACK_DELAY_SECONDS;
        let flow = at.field("ContactFlowId");
        let delay_seconds = match flow {
            Some(_) => at.number(DELAY, SECONDS).unwrap_or_default(),
            None => at.required_number(DELAY, SECONDS),
        };
        let mode = at.choice("CallbackMode", &[("AgentFirst", true), ("CustomerFirst", false)]);
        Self {
            queue: TargetQueue::read(at),
            delay_seconds,
            retry_seconds: at.required_number("RetryDelaySeconds", SECONDS),
            attempts: at.required_number("MaximumConnectionAttempts", 0..=NO_LIMIT),
            flow,
            caller_id: at.field("CallerId"),
            agent_first: mode.unwrap_or_default(),
        }
    }
}

/// Reads `UpdateContactCallbackNumber`, which takes a reference only.
pub(super) fn read_callback_number(at: &Reader<'_>) -> Field {
    const KEY: &str = "CallbackNumber";
    let expected = "a reference such as `$.StoredCustomerInput`";
    let number = at.required_field(KEY, expected);
    if let Field::Static(text) = &number {
        at.bad(KEY, text, expected);
    }
    number
}

/// Parameters of `TransferParticipantToThirdParty`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TransferParticipantToThirdParty {
    /// The number.
    pub number: Field,
    /// Seconds that it may ring; else 30.
    pub ring_seconds: Option<Field>,
    /// Whether the caller comes back when the other side hangs up.
    pub goes_on: bool,
    /// Keys that are pressed once the other side answers.
    pub dtmf: Option<Field>,
    /// What the other side sees.
    pub caller_id: CallerId<Field>,
}

impl TransferParticipantToThirdParty {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        const DTMF: &str = "ThirdPartyDTMFDigits";
        let seconds = "ThirdPartyConnectionTimeLimitSeconds";
        let dtmf = at.field(DTMF);
        if let Some(Field::Static(keys)) = &dtmf
            && !are_keys(keys)
        {
            at.bad(DTMF, keys, "up to 50 of `0` to `9`, `*`, `#` and `,`");
        }
        Self {
            number: at.required_field("ThirdPartyPhoneNumber", "a telephone number"),
            ring_seconds: at.number_field(seconds, 0..=MAX_RING_SECONDS),
            goes_on: at.switch("ContinueFlowExecution"),
            dtmf,
            caller_id: read_caller_id(at),
        }
    }
}

/// Whether text is keys that Connect presses; `,` is a pause.
pub(crate) fn are_keys(text: &str) -> bool {
    let key = |it: char| it.is_ascii_digit() || matches!(it, '*' | '#' | ',');
    text.len() <= MAX_DTMF && text.chars().all(key)
}

fn read_caller_id(at: &Reader<'_>) -> CallerId<Field> {
    let caller_id = at.object("CallerId");
    let field = |key: &str| caller_id.as_ref().and_then(|it| it.field(key));
    CallerId { number: field("Number"), name: field("Name") }
}

/// Parameters of `CompleteOutboundCall`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CompleteOutboundCall {
    /// What the person called sees.
    pub caller_id: CallerId<Field>,
    /// Seconds that it may ring.
    pub ring_seconds: Option<u64>,
}

impl CompleteOutboundCall {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            caller_id: read_caller_id(at),
            ring_seconds: at.number("ConnectionTimeLimitSeconds", 1..=MAX_RING_SECONDS),
        }
    }
}
