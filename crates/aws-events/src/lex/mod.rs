//! What Lex V2 sends to its code hook, and what the hook answers.
//!
//! Sources: Amazon Lex V2 Developer Guide, "AWS Lambda input event format for Lex V2", "AWS Lambda
//! response format for Lex V2" and "Common structures in an AWS Lambda function for Lex V2"; Amazon
//! Lex API Reference, runtime, for what those leave out.
//!
//! An event is read leniently: names of states, modes and shapes that this version does not know
//! are kept as text (`Other`), and a part that cannot be read is left out, so that something new in
//! Lex costs no caller a turn. It needs `invocationSource`, `sessionId` and `sessionState`. An answer
//! is read strictly: what Lex would refuse is refused, by the name of its place.

mod event;
mod intent;
mod interpretation;
mod lenient;
mod open;
mod response;
mod session;
mod slot;
mod wrong;

use std::collections::BTreeMap;

pub use event::{
    BotIdentity, Event, InputMode, InvocationSource, PromptAttempt, ProposedNextState,
    ProposedPrompt,
};
pub use intent::{ConfirmationState, Intent, IntentState};
pub use interpretation::{
    Interpretation, InterpretationSource, ResolvedContext, Sentiment, SentimentResponse,
    SentimentScore, Transcription,
};
pub use response::{Button, ContentType, ImageResponseCard, Message, Response, ResponseState};
pub use session::{
    ActiveContext, DialogAction, DialogActionType, ElicitSubSlot, RuntimeHintDetails,
    RuntimeHintValue, RuntimeHints, SessionState, SlotElicitationStyle, TimeToLive,
};
pub use slot::{Slot, SlotValue, Slots};
pub use wrong::MalformedResponse;

/// Attributes as Lex carries them: names and text.
pub type Attributes = BTreeMap<String, String>;

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn minimal(interpretations: &Value) -> Value {
        json!({
            "messageVersion": "1.0", "invocationSource": "DialogCodeHook", "inputMode": "Speech",
            "responseContentType": "text/plain; charset=utf-8", "sessionId": "s-1",
            "inputTranscript": "track my order",
            "bot": { "id": "B", "name": "b", "aliasId": "A", "aliasName": "live",
                     "localeId": "en_US", "version": "1" },
            "interpretations": interpretations,
            "proposedNextState": null,
            "requestAttributes": { "x-amz-lex:channels:platform": "Connect" },
            "sessionState": { "sessionAttributes": null, "intent": null },
            "aFieldOfTomorrow": {}
        })
    }

    #[test]
    fn confidence_may_be_a_number_an_object_null_or_absent() {
        let event: Event = serde_json::from_value(minimal(&json!([
            { "intent": { "name": "FallbackIntent", "slots": {} }, "nluConfidence": null },
            { "intent": { "name": "A", "slots": { "N": null } }, "nluConfidence": 0.58 },
            { "intent": { "name": "B" }, "nluConfidence": { "score": 0.51 } },
            { "intent": { "name": "C", "slots": null } }
        ])))
        .unwrap();
        let confidences: Vec<_> =
            event.interpretations.iter().map(|it| it.nlu_confidence).collect();
        assert_eq!(confidences, [None, Some(0.58), Some(0.51), None]);
    }

    #[test]
    fn slots_are_scalars_or_lists() {
        let intent: Intent = serde_json::from_value(json!({
            "name": "A", "state": "InProgress", "confirmationState": "None",
            "slots": {
                "One": { "shape": "Scalar", "value": { "originalValue": "five", "interpretedValue": "5", "resolvedValues": ["5"] } },
                "Bare": { "value": { "originalValue": "x", "interpretedValue": "x", "resolvedValues": [] } },
                "Many": { "shape": "List", "value": { "originalValue": "a b" },
                          "values": [ { "shape": "Scalar", "value": { "interpretedValue": "a" } } ] },
                "Empty": null
            }
        }))
        .unwrap();
        assert_eq!(intent.slot("One"), Some("5"));
        assert_eq!(intent.slot("Bare"), Some("x"));
        assert_eq!(intent.slot("Many"), None);
        assert_eq!(intent.slot("Empty"), None);
        assert!(
            matches!(intent.slots["Many"], Some(Slot::List { ref values, .. }) if values.len() == 1)
        );
    }

    #[test]
    fn an_answer_reads_back_as_written() {
        let response = Response {
            session_state: ResponseState {
                dialog_action: Some(DialogAction::elicit_slot("OrderNumber")),
                intent: Some(Intent {
                    slots: Slots::from([("OrderNumber".to_owned(), Some(Slot::scalar("55421")))]),
                    ..Intent::new("CheckOrderStatus")
                }),
                ..ResponseState::default()
            },
            messages: vec![Message::new(ContentType::Ssml, "<speak>hi</speak>")],
            request_attributes: Attributes::new(),
        };
        let value = serde_json::to_value(&response).unwrap();
        assert_eq!(value["sessionState"]["dialogAction"]["type"], "ElicitSlot");
        assert_eq!(value["messages"][0]["contentType"], "SSML");
        assert_eq!(
            value["sessionState"]["intent"]["slots"]["OrderNumber"]["value"]["interpretedValue"],
            "55421"
        );
        assert_eq!(serde_json::from_value::<Response>(value).unwrap(), response);
    }
}
