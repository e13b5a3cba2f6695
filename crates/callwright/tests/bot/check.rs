//! What is said of bots.

use std::fs;

use expect_test::{expect, expect_file};

use super::{EXPORT, bot, bots, folder, packed, project, says};

#[test]
fn everything_that_can_be_said_of_a_template() {
    says(
        &bots(),
        &["check", "shop.yaml"],
        0,
        &expect![[r#"
        warning[unknown-value]: no parameter, resource, condition or mapping is named `Index`; the text `Index.Arn` stands in
          --> shop.yaml:56:15
           |
        56 |               Description: !Sub "Helps in ${Index.Arn}"
           |               ^^^^^^^^^^^
           |
           = in: Resources.Shop.Properties.BotLocales[0].Intents[3].Description

        warning[unknown-value]: parameter `Account` has no value; the text `Account` stands in
          --> shop.yaml:58:19
           |
        58 |                 - Utterance: !Sub "help me with ${Account}"
           |                   ^^^^^^^^^
           |
           = in: Resources.Shop.Properties.BotLocales[0].Intents[3].SampleUtterances[0].Utterance

        warning[shared-sample]: "Stop it!" is a sample utterance of `Order` and of `Cancel`
          --> shop.yaml:54:30
           |
        54 |                 - Utterance: Stop it!
           |                              ^^^^^^^^
           |
           = in: Resources.Shop.Properties.BotLocales[0].Intents[2].SampleUtterances[1].Utterance
           = help: keep it in the intent that callers mean by it

        warning[missing-intent]: locale `es_US` has no intent `Cancel`, which `en_US` has: who asks for it there is not understood
          --> shop.yaml:61:11
           |
        61 |         - LocaleId: es_US
           |           ^^^^^^^^^^^^^^^
           |
           = in: Resources.Shop.Properties.BotLocales[1]

        warning[missing-intent]: locale `es_US` has no intent `Help`, which `en_US` has: who asks for it there is not understood
          --> shop.yaml:61:11
           |
        61 |         - LocaleId: es_US
           |           ^^^^^^^^^^^^^^^
           |
           = in: Resources.Shop.Properties.BotLocales[1]

        warning[missing-intent]: locale `es_US` has no intent `Order`, which `en_US` has: who asks for it there is not understood
          --> shop.yaml:61:11
           |
        61 |         - LocaleId: es_US
           |           ^^^^^^^^^^^^^^^
           |
           = in: Resources.Shop.Properties.BotLocales[1]

        shop.yaml  shop-large
          en_US      5 intents, 1 slot, 1 slot type, 9 sample utterances
                     7 of 7 sample utterances understood
          es_US      2 intents, 0 slots, 0 slot types, 1 sample utterance
                     1 of 1 sample utterance understood

        1 bot, 0 errors, 6 warnings
    "#]],
    );
}

#[test]
fn warnings_can_be_made_errors() {
    let said = bot(&bots(), &["check", "--deny", "warnings", "--quiet", "shop.yaml"], "");
    assert_eq!(said.code, 1);
    assert!(said.stdout.contains("error[shared-sample]"), "{}", said.stdout);
    assert!(!said.stdout.contains("shop-large"), "{}", said.stdout);
}

#[test]
fn for_machines() {
    let said = bot(&bots(), &["check", "--json", "shop.yaml"], "");
    let line: serde_json::Value = serde_json::from_str(&said.stdout).unwrap();
    expect_file!["shop.json"].assert_eq(&format!("{line:#}\n"));
}

#[test]
fn the_bot_of_this_project_understands_all_its_samples() {
    // How many there are changes with every sample that is written.
    let said = bot(&project(), &["check"], "");
    assert_eq!((said.code, said.stderr.as_str()), (0, ""));
    assert!(said.stdout.ends_with("\n1 bot, 0 errors, 0 warnings\n"), "{}", said.stdout);
    for locale in ["en_US", "es_US"] {
        assert!(said.stdout.contains(&format!("  {locale}      38 intents")), "{}", said.stdout);
    }
}

#[test]
fn an_export_is_the_same_bot_as_archive_folder_and_map() {
    let folder = folder(&[]);
    let map: serde_json::Map<_, _> = EXPORT
        .iter()
        .map(|(name, text)| ((*name).to_owned(), serde_json::from_str(text).unwrap()))
        .collect();
    fs::write(folder.path().join("map.json"), serde_json::Value::Object(map).to_string()).unwrap();
    fs::write(folder.path().join("desk.zip"), packed(&EXPORT)).unwrap();
    for (name, text) in EXPORT {
        let path = folder.path().join("unpacked").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    says(
        folder.path(),
        &["check", "."],
        0,
        &expect![[r#"
        ./desk.zip  Desk
          en_US      2 intents, 0 slots, 0 slot types, 1 sample utterance
                     1 of 1 sample utterance understood

        ./map.json  Desk
          en_US      2 intents, 0 slots, 0 slot types, 1 sample utterance
                     1 of 1 sample utterance understood

        ./unpacked/Desk  Desk
          en_US      2 intents, 0 slots, 0 slot types, 1 sample utterance
                     1 of 1 sample utterance understood

        3 bots, 0 errors, 0 warnings
    "#]],
    );
}

#[test]
fn a_template_may_name_an_export() {
    let template = "\
Resources:
  Desk:
    Type: AWS::Lex::Bot
    Metadata: { Callwright: { BotFile: bots/desk.zip } }
    Properties:
      Name: desk
      BotFileS3Location: { S3Bucket: bucket, S3ObjectKey: desk.zip }
";
    let folder = folder(&[("infra/template.yaml", template)]);
    fs::create_dir(folder.path().join("infra/bots")).unwrap();
    fs::write(folder.path().join("infra/bots/desk.zip"), packed(&EXPORT)).unwrap();
    says(
        folder.path(),
        &["check"],
        0,
        &expect![[r#"
        infra/bots/desk.zip  Desk
          en_US      2 intents, 0 slots, 0 slot types, 1 sample utterance
                     1 of 1 sample utterance understood

        1 bot, 0 errors, 0 warnings
    "#]],
    );
    says(
        folder.path(),
        &["check", "infra/template.yaml"],
        0,
        &expect![[r#"
        infra/bots/desk.zip  Desk
          en_US      2 intents, 0 slots, 0 slot types, 1 sample utterance
                     1 of 1 sample utterance understood

        1 bot, 0 errors, 0 warnings
    "#]],
    );
}

#[test]
fn a_locale_whose_threshold_nothing_reaches() {
    let mut files = EXPORT;
    files[2].1 = r#"{ "identifier": "en_US", "nluConfidenceThreshold": 1.0 }"#;
    files[3].1 = r#"{ "name": "Book", "sampleUtterances": [{ "utterance": "book {Desk}" }],
        "slotPriorities": [{ "priority": 1, "slotName": "Desk" }] }"#;
    let slot = (
        "Desk/BotLocales/en_US/Intents/Book/Slots/Desk/Slot.json",
        r#"{ "name": "Desk", "slotTypeName": "AMAZON.FreeFormInput",
            "valueElicitationSetting": { "slotConstraint": "Required" } }"#,
    );
    let files: Vec<_> = files.into_iter().chain([slot]).collect();
    let folder = folder(&files);
    let said = bot(folder.path(), &["check", "."], "");
    expect![[r#"
        warning[missing-prompt]: slot `Desk` of `Book` is required, and has neither a prompt nor a default value
         --> ./Desk/BotLocales/en_US/Intents/Book/Slots/Desk/Slot.json:1:11
          |
        1 | { "name": "Desk", "slotTypeName": "AMAZON.FreeFormInput",
          |           ^^^^^^
          |
          = in: name
          = help: give it a prompt, or leave asking to the code hook and make it optional

        warning[lost-sample]: "book something else" of `Book` is not understood: its confidence is 0.92
         --> ./Desk/BotLocales/en_US/Intents/Book/Intent.json:1:55
          |
        1 | { "name": "Book", "sampleUtterances": [{ "utterance": "book {Desk}" }],
          |                                                       ^^^^^^^^^^^^^
          |
          = in: sampleUtterances[0].utterance

        warning[out-of-reach]: no sample utterance of locale `en_US` reaches the threshold 1: every caller comes to the fallback intent
         --> ./Desk/BotLocales/en_US/BotLocale.json:1:52
          |
        1 | { "identifier": "en_US", "nluConfidenceThreshold": 1.0 }
          |                                                    ^^^
          |
          = in: nluConfidenceThreshold
          = help: lower `NluConfidenceThreshold`

        ./Desk  Desk
          en_US      2 intents, 1 slot, 0 slot types, 1 sample utterance
                     0 of 1 sample utterance understood

        1 bot, 0 errors, 3 warnings
    "#]].assert_eq(&said.stdout);
}

#[test]
fn a_nested_template_that_is_not_here_is_told() {
    let template = "\
Resources:
  Elsewhere:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: https://example.com/bots.yaml }
  Desk:
    Type: AWS::Lex::Bot
    Properties:
      Name: !Join ['-', [desk, !Select [1, !Split ['-', a-b]]]]
      BotLocales: []
";
    let folder = folder(&[("bot.yaml", template)]);
    let said = bot(folder.path(), &["check", "bot.yaml"], "");
    expect![[r#"
        warning[missing-template]: bot.yaml:4: Resources.Elsewhere.Properties.TemplateURL: the nested template is not here
        --> bot.yaml
         = help: put it where the template names it, to have its bots checked

        error[not-a-bot]: found no locale, expected at least one
         --> bot.yaml:9:7
          |
        9 |       BotLocales: []
          |       ^^^^^^^^^^
          |
          = in: Resources.Desk.Properties.BotLocales

        0 bots, 1 error, 1 warning
    "#]].assert_eq(&said.stdout);
}

#[test]
fn a_template_may_be_json_with_tabs() {
    let mut template = serde_json::json!({ "Resources": { "Desk": {
        "Type": "AWS::Lex::Bot",
        "Properties": { "Name": { "Fn::Sub": "desk-${AWS::Region}" }, "BotLocales": [{
            "LocaleId": "en_US", "NluConfidenceThreshold": 0.4, "Intents": [
                { "Name": "Book", "SampleUtterances": [{ "Utterance": "book a desk" }] },
                { "Name": "FallbackIntent", "ParentIntentSignature": "AMAZON.FallbackIntent" },
            ] }] } } } });
    let written = |it: &serde_json::Value| format!("{it:#}").replace("  ", "\t");
    let right = folder(&[("bot.json", &written(&template))]);
    says(
        right.path(),
        &["check", "bot.json"],
        0,
        &expect![[r#"
        bot.json  desk-us-east-1
          en_US      2 intents, 0 slots, 0 slot types, 1 sample utterance
                     1 of 1 sample utterance understood

        1 bot, 0 errors, 0 warnings
    "#]],
    );
    template["Resources"]["Desk"]["Properties"]["BotLocales"][0]["Intents"][0]["Name"] = 7.into();
    let wrong = folder(&[("bot.json", &written(&template))]);
    says(
        wrong.path(),
        &["check", "bot.json"],
        1,
        &expect![[r#"
        error[not-a-bot]: found `7`, expected text
          --> bot.json:15:17
           |
        15 | ...                   "Name": 7,
           |                               ^
           |
           = in: Resources.Desk.Properties.BotLocales[0].Intents[0].Name

        0 bots, 1 error, 0 warnings
    "#]],
    );
}
