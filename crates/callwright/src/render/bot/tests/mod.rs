//! What bots are rendered, and which are refused.

mod refused;

use std::fs;
use std::path::Path;

use expect_test::{expect, expect_file};
use tempfile::TempDir;

use crate::render::{CheckError, check_bot};

const TEMPLATE: &str = "\
# Of the template alone.
Resources:
  Bot:
    Type: AWS::Lex::Bot
    Properties:
      BotLocales: <locales>

  BotVersion<version>:
    Properties:
      BotVersionLocaleSpecification: <version-locales>

  BotAlias:
    Properties:
      BotVersion: !GetAtt BotVersion<version>.BotVersion
      BotAliasLocaleSettings: <alias-locales>
";

const COMMON: &str = "\
confirmation:
  en_US: [Is that right?, \"Sorry, is it?\"]
  es_US: \u{bf}Es correcto?
intents:
  Goodbye:
    description: The caller is done.
    utterances:
      en_US: [goodbye, \"no\"]
      es_US: [adi\u{f3}s]
";

const SUPPORT: &str = "\
slot-types:
  ServiceType:
    description: What does not work.
    values:
      internet: { en_US: [internet, wifi], es_US: [internet, el wifi] }
      phone: { en_US: [telephone], es_US: [tel\u{e9}fono] }
  PinType: { description: Four digits., extends: AMAZON.AlphaNumeric, pattern: \"[0-9]{4}\" }
slots:
  Service: { type: ServiceType, description: What does not work., question: ask-service }
  Pin:
    type: PinType
    description: A secret.
    obfuscated: true
    prompt: { en_US: Your PIN?, es_US: \u{bf}Su PIN? }
  Words: { type: AMAZON.FreeFormInput, description: Anything., question: ask-service }
intents:
  ReportProblem:
    description: Something does not work.
    slots: [Service, Pin, Words]
    utterances:
      en_US: [my internet is down, \"{Service} is down\"]
      es_US: [no tengo internet]
";

fn project(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("bot")).unwrap();
    for (name, text) in files {
        fs::write(folder.path().join("bot").join(name), text).unwrap();
    }
    folder
}

/// The words of the only message that there is.
fn question(message: &str, locale: &str) -> Result<Vec<String>, String> {
    match (message, locale) {
        ("ask-service", "en_US") => {
            Ok(["What doesn't work?", "Sorry, what?", "What doesn't work?"].map(Into::into).into())
        }
        ("ask-service", _) => Ok(vec!["\u{bf}Qu\u{e9} no funciona?".to_owned()]),
        _ => Err(format!("there is no message `{message}` in {locale}")),
    }
}

/// Renders; an error is told without the name of the temporary folder.
fn rendered(files: &[(&str, &str)]) -> String {
    let folder = project(files);
    super::render(folder.path(), Path::new("bot"), &question).unwrap_or_else(|error| {
        let text = crate::chain(&error);
        text.replace(&folder.path().display().to_string(), "PROJECT")
    })
}

fn with_support(support: &str) -> String {
    rendered(&[("template.yaml", TEMPLATE), ("common.yaml", COMMON), ("support.yaml", support)])
}

#[test]
fn files_become_the_locales_of_one_bot() {
    let text = with_support(SUPPORT);
    let english = text.split("        - LocaleId: es_US").next().unwrap();
    expect_file!["./rendered.yaml"].assert_eq(english);
}

#[test]
fn every_locale_has_its_own_words() {
    let text = with_support(SUPPORT);
    let spanish = text.split("        - LocaleId: es_US").nth(1).unwrap();
    expect![[r#"
        VoiceSettings:
        VoiceId: Lupe
        - SampleValue:
        Value: internet
        - Value: el wifi
        - SampleValue:
        Value: phone
        - Value: teléfono
        Value: ¿Es correcto?
        - Utterance: adiós
        Value: ¿Qué no funciona?
        Value: ¿Su PIN?
        Value: ¿Qué no funciona?
        Value: ¿Es correcto?
        - Utterance: no tengo internet"#]]
    .assert_eq(
        &spanish
            .lines()
            .filter(|it| it.contains("Value:") || it.contains("Utterance:") || it.contains("Voice"))
            .map(str::trim)
            .collect::<Vec<_>>()
            .join("\n"),
    );
}

#[test]
fn a_bot_that_changes_is_another_version() {
    let version = |text: &str| {
        let line = text.lines().find(|it| it.starts_with("  BotVersion")).unwrap();
        line.trim().trim_end_matches(':').to_owned()
    };
    let one = with_support(SUPPORT);
    let name = version(&one);
    assert!(one.contains(&format!("!GetAtt {name}.BotVersion")), "{one}");
    assert_eq!(name.len(), "BotVersion".len() + 8);
    assert_eq!(version(&with_support(SUPPORT)), name);
    assert_ne!(version(&with_support(&SUPPORT.replace("is down", "is out"))), name);
    // What is around the bot does not make it another.
    let other = TEMPLATE.replace("  BotAlias:\n", "  BotAlias:\n    Description: More.\n");
    let files =
        [("template.yaml", other.as_str()), ("common.yaml", COMMON), ("support.yaml", SUPPORT)];
    assert_eq!(version(&rendered(&files)), name);
    // What Lex keeps in a version beside the locales does.
    let other = TEMPLATE.replace("BotLocales:", "IdleSessionTTLInSeconds: 60\n      BotLocales:");
    let files =
        [("template.yaml", other.as_str()), ("common.yaml", COMMON), ("support.yaml", SUPPORT)];
    assert_ne!(version(&rendered(&files)), name);
}

#[test]
fn a_stale_template_is_told_by_its_intents() {
    let files = [("template.yaml", TEMPLATE), ("common.yaml", COMMON), ("support.yaml", SUPPORT)];
    let folder = project(&files);
    let path = folder.path().join("lex.yaml");
    let stale = |text: &str| {
        fs::write(&path, text).unwrap();
        match check_bot(folder.path(), Path::new("bot"), &question, &path) {
            Ok(()) => "fresh".to_owned(),
            Err(error) => {
                error.to_string().replace(&folder.path().display().to_string(), "PROJECT")
            }
        }
    };
    let fresh = with_support(SUPPORT);
    assert_eq!(stale(&fresh), "fresh");
    let english = fresh.replacen("- Utterance: goodbye", "- Utterance: bye", 1);
    expect!["`PROJECT/lex.yaml` is stale: ~ en_US Goodbye"].assert_eq(&stale(&english));
    expect!["`PROJECT/lex.yaml` is stale: - en_US Report, + en_US ReportProblem, - es_US Report, + es_US ReportProblem"].assert_eq(&stale(&with_support(&SUPPORT.replace("ReportProblem", "Report"))));
    expect!["`PROJECT/lex.yaml` is stale: ~ line 286"]
        .assert_eq(&stale(&format!("{fresh}# More.\n")));
    fs::remove_file(&path).unwrap();
    let missing = check_bot(folder.path(), Path::new("bot"), &question, &path);
    assert!(matches!(missing, Err(CheckError::Missing { .. })));
}
