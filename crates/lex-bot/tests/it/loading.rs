//! Definitions that cannot be loaded, and those that are not executed in full.

use expect_test::{Expect, expect};
use lex_bot::Bot;
use serde_json::{Value, json};

use crate::{northwind, properties};

/// Changes one thing in a good definition and shows what is said about it.
fn check(pointer: &str, value: &Value, expected: &Expect) {
    let mut properties = properties();
    let (parent, field) = pointer.rsplit_once('/').unwrap();
    match properties.pointer_mut(parent).unwrap() {
        Value::Object(fields) if value.is_null() => drop(fields.remove(field)),
        Value::Object(fields) => drop(fields.insert(field.to_owned(), value.clone())),
        Value::Array(items) if value.is_null() => drop(items.remove(field.parse().unwrap())),
        Value::Array(items) if field == "-" => items.push(value.clone()),
        Value::Array(items) => items[field.parse::<usize>().unwrap()] = value.clone(),
        other => panic!("{other}"),
    }
    let shown: Vec<String> = match Bot::from_cloudformation(&properties) {
        Ok(bot) => bot.warnings().iter().map(|it| format!("warning: {it}")).collect(),
        Err(error) => vec![error.to_string()],
    };
    expected.assert_eq(&shown.join("\n"));
}

const LOCALE: &str = "/BotLocales/0";
const ORDER: &str = "/BotLocales/0/Intents/0";
const SLOT: &str = "/BotLocales/0/Intents/0/Slots/0";

#[test]
fn a_bot_tells_its_name_and_locales() {
    let bot = northwind();
    assert_eq!(bot.name(), "northwind-assistant");
    assert_eq!(bot.locales().collect::<Vec<_>>(), ["en_US"]);
}

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
            "BotLocales[0].SlotTypes[1].ValueSelectionSetting.ResolutionStrategy: found `BEST`, expected `ORIGINAL_VALUE` or `TOP_RESOLUTION`"
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
            "BotLocales[0].Intents[0].Slots[0].SlotTypeName: found `OrderNumber`, expected a slot type of this locale or a built-in one (`AMAZON.…`)"
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

#[test]
fn what_is_not_executed_is_said() {
    check(
        "/Description",
        &json!("a bot"),
        &expect![
            "warning: BotLocales[0].Intents[3].Slots[0].SlotTypeName: values of `AMAZON.City` are not resolved but taken as said"
        ],
    );
    check(
        "/BotMembers",
        &json!([]),
        &expect![[r#"
        warning: BotLocales[0].Intents[3].Slots[0].SlotTypeName: values of `AMAZON.City` are not resolved but taken as said
        warning: BotMembers: not executed: a network of bots answers as this bot alone"#]],
    );
    check(
        "/Nmae",
        &json!("typo"),
        &expect![[r#"
        warning: BotLocales[0].Intents[3].Slots[0].SlotTypeName: values of `AMAZON.City` are not resolved but taken as said
        warning: Nmae: unknown property, not executed"#]],
    );
    check(
        &format!("{ORDER}/KendraConfiguration"),
        &json!({}),
        &expect![[r#"
        warning: BotLocales[0].Intents[0].KendraConfiguration: not executed: no index is searched
        warning: BotLocales[0].Intents[3].Slots[0].SlotTypeName: values of `AMAZON.City` are not resolved but taken as said"#]],
    );
    check(
        &format!("{ORDER}/IntentClosingSetting/NextStep"),
        &json!({}),
        &expect![[r#"
        warning: BotLocales[0].Intents[0].IntentClosingSetting.NextStep: not executed: the next step is the one Lex takes by default
        warning: BotLocales[0].Intents[3].Slots[0].SlotTypeName: values of `AMAZON.City` are not resolved but taken as said"#]],
    );
    check(
        &format!("{SLOT}/ValueElicitationSetting/PromptSpecification"),
        &Value::Null,
        &expect![[r#"
            warning: BotLocales[0].Intents[0].Slots[0].ValueElicitationSetting.PromptSpecification: no prompt: unless the code hook says something, the caller hears silence
            warning: BotLocales[0].Intents[3].Slots[0].SlotTypeName: values of `AMAZON.City` are not resolved but taken as said"#]],
    );
    check(
        &format!("{LOCALE}/LocaleId"),
        &json!("es_US"),
        &expect![[r#"
        warning: BotLocales[0].LocaleId: spoken numbers, yes and no are understood in English only
        warning: BotLocales[0].Intents[3].Slots[0].SlotTypeName: values of `AMAZON.City` are not resolved but taken as said"#]],
    );
    check(
        &format!("{LOCALE}/Intents/1/ParentIntentSignature"),
        &json!("AMAZON.QnAIntent"),
        &expect![[r#"
            warning: BotLocales[0].Intents[1].ParentIntentSignature: not executed: `AMAZON.QnAIntent` is never recognised
            warning: BotLocales[0].Intents[3].Slots[0].SlotTypeName: values of `AMAZON.City` are not resolved but taken as said"#]],
    );
}

#[test]
fn cloudformation_writes_numbers_and_booleans_as_text_too() {
    check(
        &format!("{LOCALE}/NluConfidenceThreshold"),
        &json!("0.4"),
        &expect![
            "warning: BotLocales[0].Intents[3].Slots[0].SlotTypeName: values of `AMAZON.City` are not resolved but taken as said"
        ],
    );
    check(
        &format!("{ORDER}/DialogCodeHook/Enabled"),
        &json!("true"),
        &expect![
            "warning: BotLocales[0].Intents[3].Slots[0].SlotTypeName: values of `AMAZON.City` are not resolved but taken as said"
        ],
    );
    check(
        &format!("{SLOT}/ValueElicitationSetting/PromptSpecification/MaxRetries"),
        &json!("2"),
        &expect![
            "warning: BotLocales[0].Intents[3].Slots[0].SlotTypeName: values of `AMAZON.City` are not resolved but taken as said"
        ],
    );
}
