//! Definitions that cannot be loaded.

use expect_test::expect;
use serde_json::{Value, json};

use super::check;

const LOCALE: &str = "/BotLocales/0";
const ORDER: &str = "/BotLocales/0/Intents/0";
const SLOT: &str = "/BotLocales/0/Intents/0/Slots/0";

#[test]
fn wrong_definitions_name_the_place() {
    let at = |base: &str, rest: &str| format!("{base}{rest}");
    check("/Name", &Value::Null, &expect!["Name: found nothing, expected the name of the bot"]);
    check(
        "/Name",
        &json!({ "Ref": "BotName" }),
        &expect!["Name: found an unresolved `Ref`, expected text"],
    );
    check(
        "/BotLocales",
        &Value::Null,
        &expect!["BotLocales: found nothing, expected at least one locale"],
    );
    check("/BotLocales", &json!({}), &expect!["BotLocales: found an object, expected a list"]);
    check(
        "/BotLocales/-",
        &json!({ "LocaleId": "en_US", "NluConfidenceThreshold": 0.4 }),
        &expect![
            "BotLocales[1].LocaleId: found `en_US`, expected a locale that is not there already"
        ],
    );
    check(
        &at(LOCALE, "/NluConfidenceThreshold"),
        &json!(40),
        &expect!["BotLocales[0].NluConfidenceThreshold: found `40`, expected a number from 0 to 1"],
    );
    check(
        &at(LOCALE, "/Intents/4"),
        &Value::Null,
        &expect![
            "BotLocales[0].Intents: found no fallback intent, expected one whose ParentIntentSignature is `AMAZON.FallbackIntent`"
        ],
    );
    check(
        &at(LOCALE, "/Intents/1/Name"),
        &json!("Goodbye"),
        &expect![
            "BotLocales[0].Intents[2].Name: found `Goodbye`, expected an intent that is not there already"
        ],
    );
    check(
        &at(LOCALE, "/Intents/1/ParentIntentSignature"),
        &json!("AMAZON.FallbackIntent"),
        &expect![
            "BotLocales[0].Intents[4].ParentIntentSignature: found `AMAZON.FallbackIntent`, expected another parent: there is a fallback intent already"
        ],
    );
    check(
        &at(LOCALE, "/SlotTypes/0/ValueSelectionSetting/RegexFilter/Pattern"),
        &json!("[0-9]+"),
        &expect![
            "BotLocales[0].SlotTypes[0].ValueSelectionSetting.RegexFilter.Pattern: found `[0-9]+`, expected a pattern without `.`, `*`, `+` and `{n,}`"
        ],
    );
    check(
        &at(LOCALE, "/SlotTypes/0/ParentSlotTypeSignature"),
        &json!("AMAZON.Number"),
        &expect![
            "BotLocales[0].SlotTypes[0].ParentSlotTypeSignature: found `AMAZON.Number`, expected `AMAZON.AlphaNumeric` beside a RegexFilter"
        ],
    );
    check(
        &at(LOCALE, "/SlotTypes/1/ValueSelectionSetting/ResolutionStrategy"),
        &json!("BEST"),
        &expect![
            "BotLocales[0].SlotTypes[1].ValueSelectionSetting.ResolutionStrategy: found `BEST`, expected `ORIGINAL_VALUE`, `TOP_RESOLUTION` or `CONCATENATION`"
        ],
    );
    check(
        &at(LOCALE, "/SlotTypes/0/ParentSlotTypeSignature"),
        &Value::Null,
        &expect![
            "BotLocales[0].SlotTypes[0].ParentSlotTypeSignature: found nothing, expected `AMAZON.AlphaNumeric` beside a RegexFilter"
        ],
    );
    check(
        &at(LOCALE, "/SlotTypes/1/Name"),
        &json!("OrderNumberType"),
        &expect![
            "BotLocales[0].SlotTypes[1].Name: found `OrderNumberType`, expected a slot type that is not there already"
        ],
    );
    check(
        &at(ORDER, "/SampleUtterances/0/Utterance"),
        &json!("order {Number}"),
        &expect![
            "BotLocales[0].Intents[0].SampleUtterances[0].Utterance: found `order {Number}`, expected a slot of this intent instead of `Number`"
        ],
    );
    check(
        &at(ORDER, "/SampleUtterances/0/Utterance"),
        &json!("order {OrderNumber"),
        &expect![
            "BotLocales[0].Intents[0].SampleUtterances[0].Utterance: found `order {OrderNumber`, expected each slot in its own pair of braces"
        ],
    );
    check(
        &at(ORDER, "/SlotPriorities/0/SlotName"),
        &json!("Number"),
        &expect![
            "BotLocales[0].Intents[0].SlotPriorities[0].SlotName: found `Number`, expected a slot of this intent"
        ],
    );
    check(
        &at(ORDER, "/DialogCodeHook"),
        &json!({ "Enabled": "maybe" }),
        &expect![
            "BotLocales[0].Intents[0].DialogCodeHook.Enabled: found `maybe`, expected true or false"
        ],
    );
    check(
        &at(ORDER, "/IntentConfirmationSetting/PromptSpecification"),
        &Value::Null,
        &expect![
            "BotLocales[0].Intents[0].IntentConfirmationSetting.PromptSpecification: found nothing, expected a prompt"
        ],
    );
    check(
        &at(SLOT, "/SlotTypeName"),
        &json!("OrderNumber"),
        &expect![
            "BotLocales[0].Intents[0].Slots[0].SlotTypeName: found `OrderNumber`, expected a slot type of this locale or a built-in one (did you mean `OrderNumberType`?)"
        ],
    );
    check(
        &at(SLOT, "/ValueElicitationSetting/SlotConstraint"),
        &json!("Needed"),
        &expect![
            "BotLocales[0].Intents[0].Slots[0].ValueElicitationSetting.SlotConstraint: found `Needed`, expected `Required` or `Optional`"
        ],
    );
    check(
        &at(SLOT, "/ValueElicitationSetting/PromptSpecification/MaxRetries"),
        &json!(9),
        &expect![
            "BotLocales[0].Intents[0].Slots[0].ValueElicitationSetting.PromptSpecification.MaxRetries: found `9`, expected a whole number from 0 to 5"
        ],
    );
    check(
        &at(SLOT, "/ValueElicitationSetting/PromptSpecification/MessageGroupsList/0/Message"),
        &json!({ "Text": "Hi" }),
        &expect![
            "BotLocales[0].Intents[0].Slots[0].ValueElicitationSetting.PromptSpecification.MessageGroupsList[0].Message: found an object, expected `PlainTextMessage`, `SSMLMessage`, `CustomPayload` or `ImageResponseCard`"
        ],
    );
}
