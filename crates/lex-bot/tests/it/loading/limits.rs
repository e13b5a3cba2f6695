//! More than Lex takes is a warning.

use expect_test::expect;
use serde_json::{Value, json};

use super::check_clinic;

const BOOK: &str = "/BotLocales/0/Intents/0";
const GROUPS: &str =
    "/BotLocales/0/Intents/0/InitialResponseSetting/InitialResponse/MessageGroupsList";

fn many(count: usize, item: impl Fn(usize) -> Value) -> Value {
    (0..count).map(item).collect()
}

fn said(text: &str) -> Value {
    json!({ "PlainTextMessage": { "Value": text } })
}

#[test]
fn messages_are_short_and_few() {
    check_clinic(
        &format!("{GROUPS}/0/Message"),
        &said(&"a".repeat(1001)),
        &expect![
            "warning: BotLocales[0].Intents[0].InitialResponseSetting.InitialResponse.MessageGroupsList[0].Message.PlainTextMessage.Value: 1001 characters of a message, Lex takes at most 1000"
        ],
    );
    // As Lex counts, this is two characters each.
    check_clinic(
        &format!("{GROUPS}/0/Message"),
        &said(&"😀".repeat(501)),
        &expect![
            "warning: BotLocales[0].Intents[0].InitialResponseSetting.InitialResponse.MessageGroupsList[0].Message.PlainTextMessage.Value: 1002 characters of a message, Lex takes at most 1000"
        ],
    );
    let group = json!({ "Message": said("a") });
    check_clinic(
        GROUPS,
        &many(6, |_| group.clone()),
        &expect![
            "warning: BotLocales[0].Intents[0].InitialResponseSetting.InitialResponse.MessageGroupsList: 6 message groups, Lex takes at most 5"
        ],
    );
    check_clinic(
        &format!("{GROUPS}/0/Variations"),
        &many(3, |_| said("a")),
        &expect![
            "warning: BotLocales[0].Intents[0].InitialResponseSetting.InitialResponse.MessageGroupsList[0].Variations: 3 variations of a message, Lex takes at most 2"
        ],
    );
}

#[test]
fn a_megabyte_is_not_repeated() {
    let text = "word ".repeat(1_000_000);
    check_clinic(
        &format!("{GROUPS}/0/Message"),
        &said(&text),
        &expect![
            "warning: BotLocales[0].Intents[0].InitialResponseSetting.InitialResponse.MessageGroupsList[0].Message.PlainTextMessage.Value: 5000000 characters of a message, Lex takes at most 1000"
        ],
    );
    check_clinic(
        "/BotLocales/0/Intents/0/Slots/0/SlotTypeName",
        &json!(text),
        &expect![
            "BotLocales[0].Intents[0].Slots[0].SlotTypeName: found `word word word word word word word word word word word word …`, expected a slot type of this locale or a built-in one"
        ],
    );
    let condition = "/BotLocales/0/Intents/0/InitialResponseSetting/Conditional/ConditionalBranches\
                     /0/Condition/ExpressionString";
    check_clinic(
        condition,
        &json!(text),
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.Conditional.ConditionalBranches[0].Condition.ExpressionString: found `word word word word word word word word word word word word …`, expected an end: a condition has at most 1024 characters, at character 1025"
        ],
    );
    let deep = (0..100).fold(json!(1), |inner, _| json!([{ "Message": inner }]));
    check_clinic(
        GROUPS,
        &deep,
        &expect![
            "BotLocales[0].Intents[0].InitialResponseSetting.InitialResponse.MessageGroupsList[0].Message: found a list of 1, expected an object"
        ],
    );
}

#[test]
fn sample_utterances_are_short_and_few() {
    let samples = format!("{BOOK}/SampleUtterances");
    check_clinic(
        &format!("{samples}/0/Utterance"),
        &json!("a".repeat(501)),
        &expect![
            "warning: BotLocales[0].Intents[0].SampleUtterances[0].Utterance: 501 characters of a sample utterance, Lex takes at most 500"
        ],
    );
    check_clinic(
        &samples,
        &many(1501, |at| json!({ "Utterance": format!("book number {at}") })),
        &expect![
            "warning: BotLocales[0].Intents[0].SampleUtterances: 1501 sample utterances, Lex takes at most 1500"
        ],
    );
    check_clinic(
        &format!("{BOOK}/Slots/1/ValueElicitationSetting/SampleUtterances"),
        &many(11, |at| json!({ "Utterance": format!("doctor {at}") })),
        &expect![
            "warning: BotLocales[0].Intents[0].Slots[1].ValueElicitationSetting.SampleUtterances: 11 sample utterances, Lex takes at most 10"
        ],
    );
}

#[test]
fn names_and_values_are_as_lex_takes_them() {
    check_clinic("/BotLocales/0/Intents/1/DisplayName", &json!("any thing"), &expect![""]);
    check_clinic(
        "/BotLocales/1/Intents/0/Name",
        &json!("Reservar una cita"),
        &expect![
            "warning: BotLocales[1].Intents[0].Name: Lex does not take this name: it has letters and digits, each followed by one `-` or `_` at most"
        ],
    );
    check_clinic(
        "/BotLocales/1/Intents/0/Name",
        &json!("a__b"),
        &expect![
            "warning: BotLocales[1].Intents[0].Name: Lex does not take this name: it has letters and digits, each followed by one `-` or `_` at most"
        ],
    );
    check_clinic(
        "/BotLocales/1/Intents/0/Name",
        &json!("a".repeat(101)),
        &expect![
            "warning: BotLocales[1].Intents[0].Name: 101 characters of a name, Lex takes at most 100"
        ],
    );
    let values = "/BotLocales/0/SlotTypes/0/SlotTypeValues";
    check_clinic(
        &format!("{values}/0/SampleValue/Value"),
        &json!("a".repeat(141)),
        &expect![
            "warning: BotLocales[0].SlotTypes[0].SlotTypeValues[0].SampleValue.Value: 141 characters of a value, Lex takes at most 140"
        ],
    );
    check_clinic(
        values,
        &many(10_001, |at| json!({ "SampleValue": { "Value": format!("v{at}") } })),
        &expect![
            "warning: BotLocales[0].SlotTypes[0].SlotTypeValues: 10001 values and synonyms, Lex takes at most 10000"
        ],
    );
}

#[test]
fn locales_differ_in_what_they_take() {
    let intents = |count: usize| {
        let mut intents = many(count, |at| json!({ "Name": format!("I{at}") }));
        let last = json!({ "Name": "F", "ParentIntentSignature": "AMAZON.FallbackIntent" });
        intents.as_array_mut().unwrap().push(last);
        intents
    };
    check_clinic("/BotLocales/1/Intents", &intents(249), &expect![""]);
    check_clinic(
        "/BotLocales/1/Intents",
        &intents(250),
        &expect!["warning: BotLocales[1].LocaleId: 251 intents, Lex takes at most 250"],
    );
}

#[test]
fn branches_are_few() {
    let branch = |at: usize| {
        json!({
            "Name": format!("b{at}"),
            "Condition": { "ExpressionString": "[a] = 1" },
            "NextStep": {},
        })
    };
    let branches = format!("{BOOK}/InitialResponseSetting/Conditional/ConditionalBranches");
    check_clinic(
        &branches,
        &many(5, branch),
        &expect![
            "warning: BotLocales[0].Intents[0].InitialResponseSetting.Conditional.ConditionalBranches: 5 branches, Lex takes at most 4"
        ],
    );
}
