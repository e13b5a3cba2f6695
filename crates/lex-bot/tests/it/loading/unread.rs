//! What a definition says and the conversation does not do is a warning.

use expect_test::expect;
use lex_bot::Bot;
use serde_json::json;

use super::{check, check_clinic, clinic};
use crate::small::{bot, intent};

const LOCALE: &str = "/BotLocales/0";
const BOOK: &str = "/BotLocales/0/Intents/0";
const DOCTOR: &str = "/BotLocales/0/Intents/0/Slots/1";

#[test]
fn a_definition_that_uses_everything_has_few_warnings() {
    let bot = Bot::from_cloudformation(&clinic()).unwrap();
    let warnings: Vec<String> = bot.warnings().iter().map(ToString::to_string).collect();
    expect![[r#"
        BotLocales[0].SlotTypes[3].ExternalSourceSetting: not read: the text is taken as said, not parsed by the grammar
        BotLocales[0].Intents[1].InitialResponseSetting.InitialResponse.MessageGroupsList[1].Message.ImageResponseCard.Title: a card is not spoken: the caller hears nothing of it"#]].assert_eq(&warnings.join("\n"));
}

#[test]
fn what_does_not_touch_the_conversation_is_no_warning() {
    let nothing = expect![""];
    for (pointer, value) in [
        ("/Description", json!("a bot")),
        ("/BotTags", json!([{ "Key": "a", "Value": "b" }])),
        ("/TestBotAliasSettings", json!({})),
        ("/Replication", json!({ "ReplicaRegions": ["us-west-2"] })),
        ("/BotLocales/0/VoiceSettings", json!({ "VoiceId": "Joanna" })),
        ("/BotLocales/0/SpeechDetectionSensitivity", json!("HighNoiseTolerance")),
        ("/BotLocales/0/Intents/0/DisplayName", json!("Order")),
        ("/BotLocales/0/Intents/0/Nothing", json!(null)),
    ] {
        check(pointer, &value, &nothing);
    }
    let resolution = format!("{DOCTOR}/ValueElicitationSetting/SlotResolutionSetting");
    check_clinic(&resolution, &json!({ "SlotResolutionStrategy": "Default" }), &nothing);
}

#[test]
fn what_is_not_executed_names_its_place() {
    let at = |base: &str, rest: &str| format!("{base}{rest}");
    check(
        "/BotMembers",
        &json!([]),
        &expect!["warning: BotMembers: not executed: a network of bots answers as this bot alone"],
    );
    check(
        "/BotFileS3Location",
        &json!({ "S3Bucket": "b", "S3ObjectKey": "k" }),
        &expect!["warning: BotFileS3Location: not read: only what is in the template is executed"],
    );
    check(
        "/Nmae",
        &json!("typo"),
        &expect!["warning: Nmae: unknown property, not executed (did you mean `Name`?)"],
    );
    check("/Colour", &json!("red"), &expect!["warning: Colour: unknown property, not executed"]);
    check(
        &at(LOCALE, "/GenerativeAISettings"),
        &json!({}),
        &expect![
            "warning: BotLocales[0].GenerativeAISettings: not executed: no generative feature is"
        ],
    );
    check_clinic(
        &at(LOCALE, "/LocaleId"),
        &json!("ko_KR"),
        &expect![
            "warning: BotLocales[0].LocaleId: spoken numbers, dates, yes and no are understood in English and Spanish only"
        ],
    );
    let capture = at(DOCTOR, "/ValueElicitationSetting/SlotCaptureSetting");
    check_clinic(
        &at(&capture, "/CaptureNextSteps"),
        &json!({}),
        &expect![
            "warning: BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.SlotCaptureSetting.CaptureNextSteps: unknown property, not executed (did you mean `CaptureNextStep`?)"
        ],
    );
    let next = at(&capture, "/CaptureNextStep");
    check_clinic(
        &at(&next, "/DialogAction/IntentsInScope"),
        &json!(["A"]),
        &expect![
            "warning: BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.SlotCaptureSetting.CaptureNextStep.DialogAction.IntentsInScope: not executed: every intent can be recognised"
        ],
    );
    check_clinic(
        &at(&next, "/Goto"),
        &json!("A"),
        &expect![
            "warning: BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.SlotCaptureSetting.CaptureNextStep.Goto: unknown property, not executed"
        ],
    );
    let prompt = at(DOCTOR, "/ValueElicitationSetting/PromptSpecification");
    check_clinic(
        &at(&prompt, "/PromptAttemptsSpecification/Retry6"),
        &json!({ "AllowedInputTypes": {} }),
        &expect![
            "warning: BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.PromptSpecification.PromptAttemptsSpecification.Retry6: no attempt of this name, not executed (did you mean `Retry5`?)"
        ],
    );
    check_clinic(
        &at(&prompt, "/MaxRetry"),
        &json!(2),
        &expect![
            "warning: BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.PromptSpecification.MaxRetry: unknown property, not executed (did you mean `MaxRetries`?)"
        ],
    );
    check_clinic(
        &at(DOCTOR, "/ValueElicitationSetting/SlotResolutionSetting"),
        &json!({ "SlotResolutionStrategy": "EnhancedFallback" }),
        &expect![
            "warning: BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.SlotResolutionSetting: not executed: no model helps to find the value"
        ],
    );
    check_clinic(
        &at(LOCALE, "/SlotTypes/0/ValueSelectionSetting/ResolutionStrategy"),
        &json!("CONCATENATION"),
        &expect![
            "warning: BotLocales[0].SlotTypes[0].ValueSelectionSetting.ResolutionStrategy: not executed: the text is taken as said"
        ],
    );
    check_clinic(
        &at(DOCTOR, "/ValueElicitationSetting/PromptSpecification"),
        &json!(null),
        &expect![
            "warning: BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.PromptSpecification: no prompt: unless the code hook says something, the caller hears silence"
        ],
    );
    let values = json!([{ "SampleValue": { "Value": "AB12" } }]);
    check_clinic(
        &at(LOCALE, "/SlotTypes/1/SlotTypeValues"),
        &values,
        &expect![
            "warning: BotLocales[0].SlotTypes[1].SlotTypeValues: not used: the slot type takes its values from elsewhere"
        ],
    );
    check_clinic(
        &at(LOCALE, "/SlotTypes/2/SlotTypeValues"),
        &values,
        &expect![
            "warning: BotLocales[0].SlotTypes[2].SlotTypeValues: not used: the slot type takes its values from elsewhere"
        ],
    );
    check_clinic(&at(LOCALE, "/SlotTypes/2/SlotTypeValues"), &json!([]), &expect![""]);
    check_clinic(
        &at(BOOK, "/Slots/0/ValueElicitationSetting"),
        &json!({
            "SlotConstraint": "Required",
            "PromptSpecification": {
                "MessageGroupsList": [{ "Message": { "PlainTextMessage": { "Value": "Where?" } } }],
                "MaxRetries": 1,
            },
        }),
        &expect![""],
    );
    let mut place = clinic().pointer("/BotLocales/0/Intents/0/Slots/0").unwrap().clone();
    place["ValueElicitationSetting"]["SlotConstraint"] = json!("Required");
    place["SubSlotSetting"] = json!({ "Expression": "City AND (Street OR Code)" });
    check_clinic(
        &at(BOOK, "/Slots/0"),
        &place,
        &expect![[r#"
        warning: BotLocales[0].Intents[0].Slots[0].ValueElicitationSetting.PromptSpecification: no prompt: unless the code hook says something, the caller hears silence
        warning: BotLocales[0].Intents[0].Slots[0].SubSlotSetting: no prompt for part `City`: unless the code hook says something, the caller hears silence
        warning: BotLocales[0].Intents[0].Slots[0].SubSlotSetting: no prompt for part `Street`: unless the code hook says something, the caller hears silence"#]],
    );
    check_clinic(
        &at(BOOK, "/InitialResponseSetting/InitialResponse/MessageGroupsList/0/Message"),
        &json!({ "ImageResponseCard": { "Title": "A" } }),
        &expect![
            "warning: BotLocales[0].Intents[0].InitialResponseSetting.InitialResponse.MessageGroupsList[0].Message.ImageResponseCard.Title: a card is not spoken: the caller hears nothing of it"
        ],
    );
}

#[test]
fn cloudformation_writes_numbers_and_booleans_as_text_too() {
    let nothing = expect![""];
    for (pointer, value) in [
        ("/BotLocales/0/NluConfidenceThreshold", json!("0.4")),
        ("/BotLocales/0/Intents/0/DialogCodeHook/Enabled", json!("true")),
        (
            "/BotLocales/0/Intents/0/Slots/0/ValueElicitationSetting/PromptSpecification/MaxRetries",
            json!("2"),
        ),
    ] {
        check(pointer, &value, &nothing);
    }
}

#[test]
fn what_cannot_be_meant_is_a_warning() {
    let at = |rest: &str| format!("/BotLocales/0/Intents/0{rest}");
    let closing = at("/IntentClosingSetting/ClosingResponse/MessageGroupsList");
    let words = |kind: &str, words: &str| json!([{ "Message": { kind: { "Value": words } } }]);
    check_clinic(
        &closing,
        &json!([]),
        &expect![
            "warning: BotLocales[0].Intents[0].IntentClosingSetting.ClosingResponse.MessageGroupsList: no message: the caller hears nothing of it"
        ],
    );
    check_clinic(
        &closing,
        &words("PlainTextMessage", " "),
        &expect![
            "warning: BotLocales[0].Intents[0].IntentClosingSetting.ClosingResponse.MessageGroupsList[0].Message.PlainTextMessage.Value: no words: the caller hears nothing of it"
        ],
    );
    check_clinic(
        &closing,
        &words("SSMLMessage", "<speak>one & two</speak>"),
        &expect![
            "warning: BotLocales[0].Intents[0].IntentClosingSetting.ClosingResponse.MessageGroupsList[0].Message.SSMLMessage.Value: not well-formed SSML: an `&` does not begin an entity such as `&amp;`"
        ],
    );
    check_clinic(
        &closing,
        &words("SSMLMessage", "<speak>{Doctor} <break/></speak>"),
        &expect![[""]],
    );
    check_clinic(
        &at("/SlotPriorities"),
        &json!([
            { "SlotName": "Doctor", "Priority": 1 },
            { "SlotName": "Doctor", "Priority": 2 }
        ]),
        &expect![
            "warning: BotLocales[0].Intents[0].SlotPriorities[1].SlotName: this slot has a priority already: the last one holds"
        ],
    );
    check_clinic(
        &closing,
        &words("PlainTextMessage", "{Docter}, {Doctor}"),
        &expect![
            "warning: BotLocales[0].Intents[0].IntentClosingSetting.ClosingResponse.MessageGroupsList[0].Message.PlainTextMessage.Value: `{Docter}` never has a value: it is no slot of this intent (did you mean `Doctor`?)"
        ],
    );
    check_clinic(
        "/BotLocales/0/Intents/13/SampleUtterances",
        &json!([{ "Utterance": "what" }]),
        &expect![
            "warning: BotLocales[0].Intents[13].SampleUtterances: not used: the fallback intent begins when no other is recognised"
        ],
    );
}

#[test]
fn a_context_that_nothing_sets_is_a_warning() {
    let small = |hook: bool| {
        let waits = json!({
            "InputContexts": [{ "Name": "booked" }, { "Name": "paid" }],
            "OutputContexts": [{ "Name": "paid", "TimeToLiveInSeconds": 60, "TurnsToLive": 1 }],
            "DialogCodeHook": { "Enabled": hook }
        });
        let bot = bot(json!([intent("Change", &["change it"], waits)]));
        bot.warnings().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    expect!["BotLocales[0].Intents[0].InputContexts[0].Name: no intent sets this context: the intent is never recognised"].assert_eq(&small(false));
    assert_eq!(small(true), "");
}
