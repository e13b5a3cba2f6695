//! What callers say, as Lex reports it.

use serde_json::{Value, json};

/// The shop of the project.
pub(crate) const SHOP: &str = "+12025550100";
/// Its energy supplier.
pub(crate) const ENERGY: &str = "+12025550102";
/// Its bank.
pub(crate) const BANK: &str = "+12025550104";
/// The contact of the call.
pub(crate) const CALL: &str = "0a1b2c3d-0000-4000-8000-000000000030";

/// Something said on a line, in plain text so that the answer is too. `finished` is the last turn that
/// the flow saw finished, 0 for none.
#[expect(clippy::needless_pass_by_value, reason = "who calls it makes the intent on the spot")]
pub(crate) fn says(line: &str, finished: u32, said: &str, intent: Value) -> Value {
    let mut attributes = json!({ "contactId": CALL, "line": line, "recordingConsent": "granted" });
    if finished > 0 {
        attributes["turn"] = finished.to_string().into();
    }
    json!({
        "invocationSource": "DialogCodeHook", "sessionId": CALL, "inputTranscript": said,
        "bot": { "localeId": "en_US" },
        "interpretations": [{ "intent": intent, "nluConfidence": 0.9 }],
        "requestAttributes": { "x-amz-lex:accept-content-types": "PlainText" },
        "sessionState": { "sessionAttributes": attributes }
    })
}

/// An intent without slots.
pub(crate) fn intent(name: &str) -> Value {
    json!({ "name": name })
}

/// An intent with one slot.
pub(crate) fn filled(name: &str, slot: &str, value: &str) -> Value {
    json!({ "name": name, "slots": { slot: { "value": { "interpretedValue": value } } } })
}

/// An intent that was confirmed.
pub(crate) fn confirmed(name: &str) -> Value {
    json!({ "name": name, "confirmationState": "Confirmed" })
}

/// A caller on the way to pay the 120.50 dollars of account 48210075, turn by turn.
pub(crate) fn pays() -> [Value; 6] {
    let pay = "PayInvoice";
    [
        says(ENERGY, 0, "pay my bill", intent(pay)),
        says(
            ENERGY,
            1,
            "four eight two one double zero seven five",
            filled(pay, "AccountNumber", "48210075"),
        ),
        says(ENERGY, 2, "yes", confirmed(pay)),
        says(ENERGY, 3, "yes please", confirmed(pay)),
        says(ENERGY, 4, "use my card", filled(pay, "PaymentMethod", "card")),
        says(ENERGY, 5, "that's right", confirmed(pay)),
    ]
}
