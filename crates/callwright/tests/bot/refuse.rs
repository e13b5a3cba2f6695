//! What is no bot.

use std::fs;

use expect_test::expect;

use super::{EXPORT, folder, packed, refuses, says};

#[test]
fn paths_that_lead_nowhere() {
    let folder = folder(&[("notes.txt", "none"), ("other/flow.json", "{}")]);
    refuses(
        folder.path(),
        &["check", "gone.zip"],
        3,
        &expect![[r#"
        error: failed to look for bots in gone.zip: No such file or directory (os error 2)
    "#]],
    );
    refuses(
        folder.path(),
        &["check", "other"],
        3,
        &expect![[r#"
        error: no bot in other

        hint: name a file to learn why it holds no bot
    "#]],
    );
    refuses(
        folder.path(),
        &["check"],
        3,
        &expect![[r#"
        error: no infra/template.yaml here or above FOLDER

        hint: name a template or an export, or run callwright bot inside a project
    "#]],
    );
}

#[test]
fn files_that_hold_no_bot() {
    let folder = folder(&[
        ("notes.txt", "none"),
        ("empty.yaml", "Resources: {}\n"),
        ("broken.yaml", "Resources: [\n"),
        ("older.json", r#"{ "metadata": { "importType": "LEX" }, "resource": { "name": "B" } }"#),
    ]);
    fs::write(folder.path().join("cut.zip"), &packed(&EXPORT)[..100]).unwrap();
    for (file, message) in [
        (
            "notes.txt",
            expect![[r#"
            error[not-a-bot]: found neither a template nor an export of a bot, expected a CloudFormation or SAM template with `Resources`, a Lex V2 export (a zip archive or a folder with `Bot.json`), or a JSON file of its files by path
            --> notes.txt

            0 bots, 1 error, 0 warnings
        "#]],
        ),
        (
            "empty.yaml",
            expect![[r#"
            error[not-a-bot]: found a template without a bot, expected a resource of the type `AWS::Lex::Bot`
            --> empty.yaml

            0 bots, 1 error, 0 warnings
        "#]],
        ),
        (
            "broken.yaml",
            expect![[r#"
            error[not-a-bot]: broken.yaml:2:1: not YAML: while parsing a node, did not find expected node content
            --> broken.yaml

            0 bots, 1 error, 0 warnings
        "#]],
        ),
        (
            "older.json",
            expect![[r#"
            error[not-a-bot]: found an export of Lex V1, expected one of Lex V2: migrate the bot, then export it again
            --> older.json

            0 bots, 1 error, 0 warnings
        "#]],
        ),
        (
            "cut.zip",
            expect![[r#"
            error[not-a-bot]: cut.zip is no zip archive that can be read: Could not find EOCD
            --> cut.zip

            0 bots, 1 error, 0 warnings
        "#]],
        ),
    ] {
        says(folder.path(), &["check", file], 1, &message);
    }
}

#[test]
fn an_export_without_its_bot_is_named_after_its_folder() {
    let folder = folder(&[]);
    let without: Vec<_> = EXPORT.into_iter().filter(|it| !it.0.ends_with("Bot.json")).collect();
    fs::write(folder.path().join("desk.zip"), packed(&without)).unwrap();
    says(
        folder.path(),
        &["check", "desk.zip"],
        0,
        &expect![[r#"
        warning[not-executed]: there is no `Bot.json`: the bot is named after its folder
        --> desk.zip
         = in: Bot.json

        desk.zip  Desk
          en_US      2 intents, 0 slots, 0 slot types, 1 sample utterance
                     1 of 1 sample utterance understood

        1 bot, 0 errors, 1 warning
    "#]],
    );
}

#[test]
fn a_wrong_definition_is_shown_where_it_is() {
    let mut files = EXPORT;
    files[3].1 = r#"{
  "name": "Book",
  "sampleUtterances": [{ "utterance": "book a desk" }],
  "slotPriorities": [{ "priority": 1, "slotName": "Desk" }]
}"#;
    let folder = folder(&files);
    says(
        folder.path(),
        &["check", "."],
        1,
        &expect![[r#"
        error[not-a-bot]: found `Desk`, expected a slot of this intent
         --> ./Desk/BotLocales/en_US/Intents/Book/Intent.json:4:51
          |
        4 |   "slotPriorities": [{ "priority": 1, "slotName": "Desk" }]
          |                                                   ^^^^^^
          |
          = in: slotPriorities[0].slotName

        0 bots, 1 error, 0 warnings
    "#]],
    );
    let template = "\
Resources:
  Desk:
    Type: AWS::Lex::Bot
    Properties:
      Name: desk
      BotLocales:
        - LocaleId: en_US
          NluConfidenceThreshold: 0.4
          Intents:
            - Name: Book
              SampleUtterances: [{ Utterance: book a desk }]
              Slots:
                - Name: Desk
                  SlotTypeName: Dsk
                  ValueElicitationSetting: { SlotConstraint: Optional }
            - Name: FallbackIntent
              ParentIntentSignature: AMAZON.FallbackIntent
";
    let folder = super::folder(&[("bot.yaml", template)]);
    says(
        folder.path(),
        &["check", "bot.yaml"],
        1,
        &expect![[r#"
        error[not-a-bot]: found `Dsk`, expected a slot type of this locale or a built-in one
          --> bot.yaml:14:33
           |
        14 |                   SlotTypeName: Dsk
           |                                 ^^^
           |
           = in: Resources.Desk.Properties.BotLocales[0].Intents[0].Slots[0].SlotTypeName

        0 bots, 1 error, 0 warnings
    "#]],
    );
}

#[test]
fn an_export_that_a_template_names_must_be_there() {
    let template = "\
Resources:
  Desk:
    Type: AWS::Lex::Bot
    Metadata: { Callwright: { BotFile: desk.zip } }
    Properties: { Name: desk }
";
    let folder = folder(&[("bot.yaml", template)]);
    says(
        folder.path(),
        &["check", "bot.yaml"],
        1,
        &expect![[r#"
        error[not-a-bot]: expected the path of a Lex export, found `desk.zip`
         --> bot.yaml:4:5
          |
        4 |     Metadata: { Callwright: { BotFile: desk.zip } }
          |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          |
          = in: Resources.Desk.Metadata.Callwright.BotFile

        0 bots, 1 error, 0 warnings
    "#]],
    );
}
