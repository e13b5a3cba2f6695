//! Which bots are refused, and how.

use expect_test::{Expect, expect};

use super::{COMMON, SUPPORT, TEMPLATE, rendered, with_support};

/// What is said of the support file with something in it changed.
fn check_changed(from: &str, to: &str, expected: &Expect) {
    let changed = SUPPORT.replace(from, to);
    assert_ne!(changed, SUPPORT, "{from}");
    expected.assert_eq(&with_support(&changed));
}

#[test]
fn keys_and_kinds_are_checked() {
    check_changed(
        "slot-types:",
        "slottypes:",
        &expect![
            "bot/support.yaml: slottypes is not known, expected one of `slot-types`, `slots`, `intents`, `confirmation`; the nearest are `slot-types`, `slots`"
        ],
    );
    check_changed(
        "question: ask-service }\n  Pin",
        "questoin: ask-service }\n  Pin",
        &expect![
            "bot/support.yaml: slots.Service.questoin is not known, expected one of `type`, `description`, `obfuscated`, `question`, `prompt`; the nearest is `question`"
        ],
    );
    check_changed(
        "description: Something does not work.",
        "description: \"\"",
        &expect![
            "bot/support.yaml: intents.ReportProblem.description is a blank text, expected a sentence for whoever reads the bot"
        ],
    );
    check_changed(
        "    description: Something does not work.\n",
        "",
        &expect![
            "bot/support.yaml: intents.ReportProblem.description is missing, expected a sentence for whoever reads the bot"
        ],
    );
    check_changed(
        "es_US: [no tengo internet]",
        "es_US: []",
        &expect![
            "bot/support.yaml: intents.ReportProblem.utterances.es_US is an empty list, expected a list of what callers say"
        ],
    );
    check_changed(
        "      es_US: [no tengo internet]\n",
        "",
        &expect![
            "bot/support.yaml: intents.ReportProblem.utterances.es_US is missing, expected a list of what callers say"
        ],
    );
    check_changed(
        "es_US: [no tengo internet]",
        "es_US: [no tengo internet]\n      fr_CA: [allo]",
        &expect![
            "bot/support.yaml: intents.ReportProblem.utterances.fr_CA is not known, expected one of `en_US`, `es_US`"
        ],
    );
    check_changed(
        "my internet is down",
        "12",
        &expect![
            "bot/support.yaml: intents.ReportProblem.utterances.en_US[0] is the number 12, expected a text, in quotes if need be"
        ],
    );
    check_changed(
        "obfuscated: true",
        "obfuscated: often",
        &expect!["bot/support.yaml: slots.Pin.obfuscated is `often`, expected `true` or `false`"],
    );
    check_changed(
        "prompt: { en_US: Your PIN?",
        "prompt: { en_US: [a, b, c, d]",
        &expect![
            "bot/support.yaml: slots.Pin.prompt.en_US is a list, expected one to three texts: the first, and one for each retry"
        ],
    );
    check_changed(
        "obfuscated: true",
        "question: ask-service",
        &expect!["bot/support.yaml: slots.Pin.prompt is a map, expected nothing beside `question`"],
    );
    check_changed(
        ", pattern: \"[0-9]{4}\"",
        "",
        &expect![
            "bot/support.yaml: slot-types.PinType.pattern is missing, expected a regular expression that its values match"
        ],
    );
    check_changed(
        "extends: AMAZON.AlphaNumeric",
        "extends: AMAZON.Date",
        &expect![
            "bot/support.yaml: slot-types.PinType.extends is `AMAZON.Date`, expected `AMAZON.AlphaNumeric`, which alone takes a pattern"
        ],
    );
    check_changed(
        "    values:\n",
        "    pattern: x\n    values:\n",
        &expect![
            "bot/support.yaml: slot-types.ServiceType.pattern is `x`, expected nothing beside `values`"
        ],
    );
    check_changed(
        "[Service, Pin, Words]",
        "Service",
        &expect![
            "bot/support.yaml: intents.ReportProblem.slots is `Service`, expected a list of slots"
        ],
    );
    check_changed(
        "intents:\n",
        "intents: [",
        &expect![
            "bot/support.yaml is not YAML: error: line 17 column 16: while parsing a flow mapping, did not find expected ',' or '}'"
        ],
    );
}

#[test]
fn names_are_checked() {
    check_changed(
        "[Service, Pin, Words]",
        "[Service, Pins, Words]",
        &expect![
            "bot/support.yaml: intents.ReportProblem.slots[1] is `Pins`, expected a slot of any file; the nearest is `Pin`"
        ],
    );
    check_changed(
        "[Service, Pin, Words]",
        "[Service, Pin, Words, Pin]",
        &expect![
            "bot/support.yaml: intents.ReportProblem.slots[3] is there twice: `Pin` is also at bot/support.yaml: intents.ReportProblem.slots[1]"
        ],
    );
    check_changed(
        "type: ServiceType",
        "type: ServiceTypes",
        &expect![
            "bot/support.yaml: slots.Service.type is `ServiceTypes`, expected a slot type of any file, or a built-in one; the nearest is `ServiceType`"
        ],
    );
    check_changed(
        "type: AMAZON.FreeFormInput",
        "type: AMAZON.FreeForm",
        &expect![
            "bot/support.yaml: slots.Words.type is `AMAZON.FreeForm`, expected a slot type of any file, or a built-in one; the nearest are `AMAZON.FreeFormInput`, `AMAZON.StreetName`, `AMAZON.FirstName`"
        ],
    );
    check_changed(
        "  ReportProblem:",
        "  Goodbye:",
        &expect![
            "bot/support.yaml: intents.Goodbye is there twice: the intent `Goodbye` is also at bot/common.yaml: intents.Goodbye"
        ],
    );
    check_changed(
        "  ReportProblem:",
        "  Report problem:",
        &expect![
            "bot/support.yaml: intents.Report problem is named `Report problem`, expected a name of letters and digits, with single `-` or `_` between them"
        ],
    );
    check_changed(
        "  ReportProblem:",
        "  FallbackIntent:",
        &expect![
            "bot/support.yaml: intents.FallbackIntent is the intent that every bot has, expected another name"
        ],
    );
    check_changed(
        "FreeFormInput, description: Anything., question: ask-service",
        "FreeFormInput, description: Anything., question: ask-servic",
        &expect![
            "bot/support.yaml: slots.Words.question is `ask-servic`, expected a message that can be said without values: there is no message `ask-servic` in en_US"
        ],
    );
    check_changed(
        "description: Anything., question: ask-service",
        "description: Anything., question: confirm-service",
        &expect![
            "bot/support.yaml: slots.Words.question is `confirm-service`, expected a message that can be said without values: there is no message `confirm-service` in en_US"
        ],
    );
    check_changed(
        "slots:\n  Service:",
        "confirmation: { en_US: a, es_US: b }\nslots:\n  Service:",
        &expect![
            "bot/support.yaml: confirmation is there twice: the confirmation is also at bot/common.yaml: confirmation"
        ],
    );
}

#[test]
fn utterances_and_values_are_checked() {
    check_changed(
        "my internet is down",
        "Goodbye!",
        &expect![
            "bot/support.yaml: intents.ReportProblem.utterances.en_US[0] is there twice: `Goodbye!` is also at bot/common.yaml: intents.Goodbye.utterances.en_US[0]"
        ],
    );
    check_changed(
        "[my internet is down,",
        "[wifi down, Wifi down,",
        &expect![
            "bot/support.yaml: intents.ReportProblem.utterances.en_US[1] is there twice: `Wifi down` is also at bot/support.yaml: intents.ReportProblem.utterances.en_US[0]"
        ],
    );
    check_changed(
        "{Service} is down",
        "{Choice} is down",
        &expect![
            "bot/support.yaml: intents.ReportProblem.utterances.en_US[1] is `{Choice} is down`, expected only slots of `ReportProblem`, which has `Service`, `Pin`, `Words`"
        ],
    );
    check_changed(
        "{Service} is down",
        "{Words} is down",
        &expect![
            "bot/support.yaml: intents.ReportProblem.utterances.en_US[1] is `{Words} is down`, expected no slot of the type AMAZON.FreeFormInput, which fills only when it is asked for"
        ],
    );
    check_changed(
        "{Service} is down",
        "{Service is down",
        &expect![
            "bot/support.yaml: intents.ReportProblem.utterances.en_US[1] is `{Service is down`, expected a `}` for every `{`"
        ],
    );
    check_changed(
        "{Service} is down",
        "{Service}} is down",
        &expect![
            "bot/support.yaml: intents.ReportProblem.utterances.en_US[1] is `{Service}} is down`, expected a `{` for every `}`"
        ],
    );
    check_changed(
        "en_US: [telephone]",
        "en_US: [telephone, the WiFi, wifi]",
        &expect![
            "bot/support.yaml: slot-types.ServiceType.values.phone.en_US[2] is there twice: `wifi` is also at bot/support.yaml: slot-types.ServiceType.values.internet.en_US[1]"
        ],
    );
    check_changed(
        "my internet is down",
        &"x".repeat(501),
        &expect![
            "bot/support.yaml: intents.ReportProblem.utterances.en_US[0] has 501 characters, and Lex takes at most 500"
        ],
    );
    check_changed(
        "description: A secret.",
        &format!("description: {}", "x".repeat(201)),
        &expect![
            "bot/support.yaml: slots.Pin.description has 201 characters, and Lex takes at most 200"
        ],
    );
    let many: Vec<String> = (0..1501).map(|it| format!("say x{it}")).collect();
    check_changed(
        "my internet is down",
        &many.join(", "),
        &expect![
            "bot/support.yaml: intents.ReportProblem.utterances has 1502 sample utterances, and Lex takes at most 1500"
        ],
    );
    check_changed(
        "[0-9]{4}",
        "[0-9]+",
        &expect![
            "bot is a definition that cannot be read: BotLocales[0].SlotTypes[1].ValueSelectionSetting.RegexFilter.Pattern: found `[0-9]+`, expected a pattern without `.`, `*`, `+` and `{n,}`, expected a bot that Lex takes"
        ],
    );
}

#[test]
fn a_folder_needs_its_parts() {
    let check = |files: &[(&str, &str)], expected: Expect| expected.assert_eq(&rendered(files));
    check(
        &[],
        expect![
            "failed to read `PROJECT/bot/template.yaml`: No such file or directory (os error 2)"
        ],
    );
    check(
        &[("template.yaml", TEMPLATE)],
        expect![
            "bot: confirmation is missing, expected what the bot asks to confirm an intent, in one file"
        ],
    );
    check(
        &[("template.yaml", TEMPLATE), ("a.yaml", "confirmation: { en_US: a, es_US: b }")],
        expect!["bot: intents is missing, expected at least one intent, in any file"],
    );
    check(
        &[("template.yaml", "Resources: {}"), ("common.yaml", COMMON)],
        expect!["bot/template.yaml has `<locales>` 0 times, expected once"],
    );
    let twice = TEMPLATE.replace("<alias-locales>", "<locales>");
    check(
        &[("template.yaml", &twice), ("common.yaml", COMMON)],
        expect!["bot/template.yaml has `<locales>` 2 times, expected once"],
    );
    let fixed = TEMPLATE.replace("<version>", "1");
    check(
        &[("template.yaml", &fixed), ("common.yaml", COMMON)],
        expect!["bot/template.yaml has `<version>` 0 times, expected once"],
    );
}
