//! Exports of Lex V2, and what people take for one.

use std::collections::BTreeMap;

use expect_test::{Expect, expect};
use lex_bot::Bot;
use serde_json::{Value, json};

use super::{change, clinic, said};
use crate::{exported, properties};

const BOOK: &str = "Clinic/BotLocales/0en_US/Intents/00";

fn files() -> BTreeMap<String, String> {
    exported::files(&clinic())
}

/// Changes one thing in one file of a good export and shows what is said about it.
fn check(file: &str, pointer: &str, value: &Value, expected: &Expect) {
    let mut files = files();
    let content = files.get_mut(file).unwrap_or_else(|| panic!("no {file}"));
    let mut document = serde_json::from_str(content).unwrap();
    change(&mut document, pointer, value);
    *content = document.to_string();
    check_files(files, expected);
}

fn check_files<P: AsRef<str>, C: AsRef<[u8]>>(
    files: impl IntoIterator<Item = (P, C)>,
    expected: &Expect,
) {
    let before = Bot::from_export(self::files()).unwrap();
    expected.assert_eq(&said(Bot::from_export(files), &before));
}

#[test]
fn errors_and_warnings_name_the_file() {
    let intent = format!("{BOOK}/Intent.json");
    check(
        &intent,
        "/slotPriorities/0/slotName",
        &json!("Docter"),
        &expect![
            "Clinic/BotLocales/0en_US/Intents/00/Intent.json: slotPriorities[0].slotName: found `Docter`, expected a slot of this intent (did you mean `Doctor`?)"
        ],
    );
    check(
        &intent,
        "/name",
        &json!(null),
        &expect![
            "Clinic/BotLocales/0en_US/Intents/00/Intent.json: name: found nothing, expected the name of the intent"
        ],
    );
    check(
        &intent,
        "/intentClosingSetting/nextSteps",
        &json!({}),
        &expect![
            "warning: Clinic/BotLocales/0en_US/Intents/00/Intent.json: intentClosingSetting.nextSteps: unknown property, not executed (did you mean `nextStep`?)"
        ],
    );
    check(
        &intent,
        "/initialResponseSetting/nextStep/dialogAction/type",
        &json!("Go"),
        &expect![
            "Clinic/BotLocales/0en_US/Intents/00/Intent.json: initialResponseSetting.nextStep.dialogAction.type: found `Go`, expected `CloseIntent`, `ConfirmIntent`, `ElicitIntent`, `ElicitSlot`, `EndConversation`, `EvaluateConditional`, `FulfillIntent`, `InvokeDialogCodeHook` or `StartIntent`"
        ],
    );
    let attributes = "/initialResponseSetting/codeHook/postCodeHookSpecification/successNextStep\
                      /sessionAttributes";
    check(
        &intent,
        &format!("{attributes}/a"),
        &json!(1),
        &expect![
            "Clinic/BotLocales/0en_US/Intents/00/Intent.json: initialResponseSetting.codeHook.postCodeHookSpecification.successNextStep.sessionAttributes.a: found `1`, expected text"
        ],
    );
    check(
        &intent,
        attributes,
        &json!([{ "key": "a", "value": "{Docter}" }]),
        &expect![
            "warning: Clinic/BotLocales/0en_US/Intents/00/Intent.json: initialResponseSetting.codeHook.postCodeHookSpecification.successNextStep.sessionAttributes[0].value: `{Docter}` never has a value: it is no slot of this intent (did you mean `Doctor`?)"
        ],
    );
    check(
        &format!("{BOOK}/Slots/01/Slot.json"),
        "/slotTypeName",
        &json!("DoctorTypes"),
        &expect![
            "Clinic/BotLocales/0en_US/Intents/00/Slots/01/Slot.json: slotTypeName: found `DoctorTypes`, expected a slot type of this locale or a built-in one (did you mean `DoctorType`?)"
        ],
    );
    check(
        &format!("{BOOK}/Slots/01/Slot.json"),
        "/name",
        &json!("Time"),
        &expect![
            "Clinic/BotLocales/0en_US/Intents/00/Slots/02/Slot.json: name: found `Time`, expected a slot that is not there already"
        ],
    );
    let locale = "Clinic/BotLocales/0en_US/BotLocale.json";
    check(
        locale,
        "/nluConfidenceThreshold",
        &json!(null),
        &expect![
            "Clinic/BotLocales/0en_US/BotLocale.json: nluConfidenceThreshold: found nothing, expected a number from 0 to 1"
        ],
    );
    check(
        locale,
        "/identifier",
        &json!("es_US"),
        &expect![
            "Clinic/BotLocales/1es_US/BotLocale.json: identifier: found `es_US`, expected a locale that is not there already"
        ],
    );
    check(
        "Clinic/Bot.json",
        "/name",
        &json!(7),
        &expect!["Clinic/Bot.json: name: found `7`, expected text"],
    );
    check(
        "Clinic/BotLocales/0en_US/SlotTypes/01/SlotType.json",
        "/valueSelectionSetting/regexFilter/pattern",
        &json!("[0-9]+"),
        &expect![
            "Clinic/BotLocales/0en_US/SlotTypes/01/SlotType.json: valueSelectionSetting.regexFilter.pattern: found `[0-9]+`, expected a pattern without `.`, `*`, `+` and `{n,}`"
        ],
    );
}

#[test]
fn names_that_lex_or_its_guide_writes_otherwise_are_read() {
    let nothing = expect![""];
    let intent = format!("{BOOK}/Intent.json");
    check(&intent, "/version", &json!("DRAFT"), &nothing);
    check("Clinic/Bot.json", "/identifier", &json!("ABCDEFGHIJ"), &nothing);
    check("Clinic/BotLocales/1es_US/BotLocale.json", "/name", &json!("Spanish"), &nothing);
    let response = "/initialResponseSetting/initialResponse";
    let groups = json!([{ "message": { "plainTextMessage": { "value": "Hi" } } }]);
    for name in ["messageGroups", "messageGroupList", "messageGroupsList"] {
        check(&intent, response, &json!({ name: groups }), &nothing);
    }
    let slot_type = "Clinic/BotLocales/0en_US/SlotTypes/00/SlotType.json";
    let strategy = "/valueSelectionSetting/resolutionStrategy";
    check(slot_type, strategy, &json!("TopResolution"), &nothing);
    check(
        slot_type,
        strategy,
        &json!("BEST"),
        &expect![
            "Clinic/BotLocales/0en_US/SlotTypes/00/SlotType.json: valueSelectionSetting.resolutionStrategy: found `BEST`, expected `ORIGINAL_VALUE`, `TOP_RESOLUTION` or `CONCATENATION`"
        ],
    );
    check(slot_type, "/valueSelectionStrategy", &json!("ORIGINAL_VALUE"), &nothing);
}

#[test]
fn parts_of_slots_may_name_their_types_by_ids() {
    let parts = |id: &str| json!({ "subSlots": [{ "name": "City", "slotTypeId": id }] });
    let mut files = files();
    let mut put = |path: &str, pointer: &str, value: Value| {
        let mut document = serde_json::from_str(&files[path]).unwrap();
        change(&mut document, pointer, &value);
        files.insert(path.to_owned(), document.to_string());
        said(Bot::from_export(&files), &Bot::from_export(self::files()).unwrap())
    };
    let slot = format!("{BOOK}/Slots/00/Slot.json");
    put(&slot, "/subSlotSetting", json!({ "expression": "City" }));
    put(
        &format!("{BOOK}/Slots/01/Slot.json"),
        "/valueElicitationSetting/slotCaptureSetting",
        json!(null),
    );
    let folder = "Clinic/BotLocales/0en_US/SlotTypes";
    put(&format!("{folder}/01/SlotType.json"), "/identifier", json!("AAAAAAAAAA"));
    put(&format!("{folder}/02/SlotType.json"), "/identifier", json!("BBBBBBBBBB"));
    let composite = format!("{folder}/02/SlotType.json");
    let mut checked = |id: &str, expected: Expect| {
        expected.assert_eq(&put(&composite, "/compositeSlotTypeSetting", parts(id)));
    };
    checked("AMAZON.City", expect![""]);
    checked("AAAAAAAAAA", expect![""]);
    checked(
        "BBBBBBBBBB",
        expect![
            "Clinic/BotLocales/0en_US/SlotTypes/02/SlotType.json: compositeSlotTypeSetting.subSlots[0].slotTypeId: found `BBBBBBBBBB`, expected a slot type that is no composite one"
        ],
    );
    checked(
        "CCCCCCCCCC",
        expect![
            "Clinic/BotLocales/0en_US/SlotTypes/02/SlotType.json: compositeSlotTypeSetting.subSlots[0].slotTypeId: found `CCCCCCCCCC`, expected a slot type of this locale or a built-in one"
        ],
    );
}

#[test]
fn an_export_may_stand_in_other_folders() {
    let before = files();
    let moved = |rename: &dyn Fn(&str) -> String| -> Vec<(String, String)> {
        before.iter().map(|(path, content)| (rename(path), content.clone())).collect()
    };
    for files in [
        moved(&|it| it.trim_start_matches("Clinic/").to_owned()),
        moved(&|it| format!("downloads/{it}")),
        moved(&|it| format!("./{it}")),
        moved(&|it| it.replace('/', "\\")),
        moved(&|it| it.replace("Manifest", "manifest")),
        before.iter().map(|(path, it)| (path.clone(), format!("\u{feff}{it}"))).collect(),
        before.clone().into_iter().filter(|(path, _)| path != "Manifest.json").collect(),
        before.clone().into_iter().rev().collect(),
    ] {
        let bot = Bot::from_export(files).unwrap();
        assert_eq!(bot.name(), "Clinic");
        assert_eq!(bot.locales().collect::<Vec<_>>(), ["en_US", "es_US"]);
    }
}

#[test]
fn what_is_no_part_of_an_export_is_a_warning() {
    let with = |path: &str, content: &str| {
        let mut files = files();
        files.insert(path.to_owned(), content.to_owned());
        files
    };
    let nothing = expect![""];
    check_files(with("__MACOSX/Clinic/._Bot.json", "\0"), &nothing);
    check_files(with("Clinic/.DS_Store", "\0"), &nothing);
    check_files(with("Clinic/BotLocales/", ""), &nothing);
    let vocabulary = "Clinic/BotLocales/0en_US/CustomVocabulary/CustomVocabulary.json";
    check_files(with(vocabulary, "{}"), &nothing);
    check_files(
        with("README.md", "# A bot"),
        &expect!["warning: README.md: not read: no part of an export of a bot"],
    );
    check_files(
        with("Clinic/BotLocales/0en_US/Notes.json", "{}"),
        &expect![
            "warning: Clinic/BotLocales/0en_US/Notes.json: not read: no part of an export of a bot"
        ],
    );
    check_files(
        with(&format!("{BOOK}/Slots/Slot.json"), "{}"),
        &expect![
            "warning: Clinic/BotLocales/0en_US/Intents/00/Slots/Slot.json: not read: no part of an export of a bot"
        ],
    );
}

#[test]
fn what_is_no_export_is_refused() {
    check_files(
        [("", ""); 0],
        &expect!["Bot.json: found no file, expected the `Bot.json` of a Lex V2 export"],
    );
    check_files(
        [("readme.txt", "hello")],
        &expect!["Bot.json: found one other file, expected the `Bot.json` of a Lex V2 export"],
    );
    check_files(
        [("template.json", "{}"), ("b.json", "[]")],
        &expect!["Bot.json: found 2 other files, expected the `Bot.json` of a Lex V2 export"],
    );
    check_files(
        [("Bot.json", "{")],
        &expect!["Bot.json: found no JSON from line 1, column 1 on, expected JSON"],
    );
    check_files(
        [("Bot.json", &b"\xff\xfe"[..])],
        &expect!["Bot.json: found no JSON from line 1, column 1 on, expected JSON"],
    );
    check_files(
        [("Bot.json", "[".repeat(1000))],
        &expect!["Bot.json: found no JSON from line 1, column 128 on, expected JSON"],
    );
    check_files(
        [("Bot.json", "[]")],
        &expect!["BotLocales: found no `BotLocale.json`, expected at least one locale"],
    );
    check_files(
        [("Bot.json", "{}"), ("Bot.json", "{}")],
        &expect!["Bot.json: found a second file of this name, expected one"],
    );
    check_files(
        [("Bot.json", r#"{ "name": "b" }"#)],
        &expect!["BotLocales: found no `BotLocale.json`, expected at least one locale"],
    );
    check_files(
        [("a/Bot.json", "{}"), ("b/Bot.json", "{}")],
        &expect!["b/Bot.json: found 2 bots, expected one bot in an export"],
    );
}

#[test]
fn an_export_of_lex_v1_is_recognised() {
    let v1 = json!({
        "metadata": { "schemaVersion": "1.0", "importType": "LEX", "importFormat": "JSON" },
        "resource": { "name": "OrderFlowers", "intents": [] },
    });
    check_files(
        [("OrderFlowers_Bot_LEX_V1.json", v1.to_string())],
        &expect![
            "OrderFlowers_Bot_LEX_V1.json: found an export of Lex V1, expected one of Lex V2: migrate the bot, then export it again"
        ],
    );
    check_files(
        [("Bot.json", v1.to_string())],
        &expect![
            "Bot.json: found an export of Lex V1, expected one of Lex V2: migrate the bot, then export it again"
        ],
    );
}

#[test]
fn a_manifest_tells_what_the_export_is() {
    let metadata = |pointer: &str, value: Value, expected: Expect| {
        check("Manifest.json", pointer, &value, &expected);
    };
    metadata(
        "/metaData/resourceType",
        json!("TestSet"),
        expect![
            "Manifest.json: metaData.resourceType: found `TestSet`, expected `Bot` or `BotLocale`"
        ],
    );
    metadata(
        "/metaData/fileFormat",
        json!("TSV"),
        expect!["Manifest.json: metaData.fileFormat: found `TSV`, expected `LexJson`"],
    );
    metadata(
        "/metaData",
        json!(null),
        expect!["Manifest.json: metadata: found nothing, expected what the export is"],
    );
    metadata("/metaData/resourceType", json!("BotLocale"), expect![""]);
}

#[test]
fn missing_files_are_named() {
    let without =
        |gone: &str| files().into_iter().filter(|(path, _)| path != gone).collect::<Vec<_>>();
    check_files(
        without(&format!("{BOOK}/Intent.json")),
        &expect![
            "Clinic/BotLocales/0en_US/Intents/00/Intent.json: found nothing, expected the intent of the slots beside it"
        ],
    );
    check_files(
        without("Clinic/BotLocales/0en_US/BotLocale.json"),
        &expect![
            "Clinic/BotLocales/0en_US/BotLocale.json: found nothing, expected the locale of the files beside it"
        ],
    );
    check_files(
        without("Clinic/BotLocales/0en_US/SlotTypes/00/SlotType.json"),
        &expect![
            "Clinic/BotLocales/0en_US/Intents/00/Slots/01/Slot.json: slotTypeName: found `DoctorType`, expected a slot type of this locale or a built-in one"
        ],
    );
    check_files(
        without(&format!("{BOOK}/Slots/01/Slot.json")),
        &expect![
            "Clinic/BotLocales/0en_US/Intents/00/Slots/02/Slot.json: valueElicitationSetting.slotCaptureSetting.captureNextStep.intent.slots: found `Doctor`, expected a slot of intent `Book`"
        ],
    );
    check_files(
        without("Clinic/BotLocales/0en_US/Intents/13/Intent.json"),
        &expect![
            "Clinic/BotLocales/0en_US/Intents/00/Intent.json: intentConfirmationSetting.failureNextStep.intent.name: found `Fallback`, expected an intent of this locale"
        ],
    );
}

#[test]
fn a_locale_alone_is_a_bot_named_after_its_folder() {
    let locale: Vec<(String, String)> = exported::files(&properties())
        .into_iter()
        .filter(|(path, _)| !path.ends_with("Bot.json"))
        .collect();
    let bot = Bot::from_export(locale.clone()).unwrap();
    assert_eq!(bot.name(), "northwind-assistant");
    let first = bot.warnings()[0].to_string();
    expect!["Bot.json: there is no `Bot.json`: the bot is named after its folder"]
        .assert_eq(&first);
    let bare = locale.into_iter().map(|(path, content)| {
        (path.replace("northwind-assistant/BotLocales/0en_US/", ""), content)
    });
    assert_eq!(Bot::from_export(bare).unwrap().name(), "bot");
}
