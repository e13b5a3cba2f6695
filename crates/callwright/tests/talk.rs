//! Calls to a project that has a bot and a flow and no functions: what the host of a bot does.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::fs;
use std::process::{Command, Stdio};

use expect_test::{Expect, expect};

const TEMPLATE: &str = r#"
Resources:
  Flows:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: flows.yaml
      Parameters: { DeskAliasArn: !GetAtt Alias.Arn }
  Desk:
    Type: AWS::Lex::Bot
    Properties:
      Name: desk
      IdleSessionTTLInSeconds: 300
      RoleArn: !ImportValue SharedRole
      DataPrivacy: { ChildDirected: false }
      BotLocales:
        - LocaleId: en_US
          NluConfidenceThreshold: 0.4
          Intents:
            - Name: Book
              SampleUtterances: [{ Utterance: book a desk }]
              SlotPriorities: [{ Priority: 1, SlotName: Day }]
              Slots:
                - Name: Day
                  SlotTypeName: AMAZON.Date
                  ValueElicitationSetting:
                    SlotConstraint: Required
                    PromptSpecification:
                      MaxRetries: 2
                      AllowInterrupt: false
                      MessageGroupsList:
                        - Message: { PlainTextMessage: { Value: Which day would you like? } }
                    WaitAndContinueSpecification:
                      IsActive: true
                      WaitingResponse:
                        MessageGroupsList:
                          - Message: { PlainTextMessage: { Value: Take your time. } }
                      ContinueResponse:
                        MessageGroupsList:
                          - Message: { PlainTextMessage: { Value: Good to have you back. } }
                      StillWaitingResponse:
                        FrequencyInSeconds: 10
                        TimeoutInSeconds: 60
                        MessageGroupsList:
                          - Message: { PlainTextMessage: { Value: I am still here. } }
              IntentClosingSetting:
                ClosingResponse:
                  MessageGroupsList:
                    - Message: { PlainTextMessage: { Value: "Booked for {Day}." } }
            - Name: Ask
              ParentIntentSignature: AMAZON.QnAIntent
              QnAIntentConfiguration:
                DataSourceConfiguration:
                  BedrockKnowledgeStoreConfiguration:
                    BedrockKnowledgeBaseArn: !GetAtt Knowledge.KnowledgeBaseArn
                BedrockModelConfiguration: { ModelArn: !ImportValue Model }
            - Name: FallbackIntent
              ParentIntentSignature: AMAZON.FallbackIntent
              IntentClosingSetting:
                ClosingResponse:
                  MessageGroupsList:
                    - Message: { PlainTextMessage: { Value: I do not know. } }
  Version:
    Type: AWS::Lex::BotVersion
    Properties: { BotId: !Ref Desk }
  Alias:
    Type: AWS::Lex::BotAlias
    Properties:
      BotId: !Ref Desk
      BotVersion: !GetAtt Version.BotVersion
      BotAliasName: live
      SentimentAnalysisSettings: { DetectSentiment: true }
      BotAliasLocaleSettings:
        - LocaleId: en_US
          BotAliasLocaleSetting: { Enabled: true }
        - LocaleId: en_GB
          BotAliasLocaleSetting: { Enabled: false }
"#;

const FLOWS: &str = "
Parameters:
  DeskAliasArn: { Type: String }
Resources:
  Inbound:
    Type: AWS::Connect::ContactFlow
    Properties: { Name: inbound, Content: x, Type: CONTACT_FLOW, InstanceArn: x }
";

const INBOUND: &str = r#"{ "Version": "2019-10-30", "StartAction": "talk",
  "Metadata": { "name": "inbound", "type": "contactFlow" }, "Actions": [
  { "Identifier": "talk", "Type": "ConnectParticipantWithLexBot",
    "Parameters": { "Text": "Hello, how can I help?", "LexV2Bot": { "AliasArn": "${DeskAliasArn}" } },
    "Transitions": { "NextAction": "note", "Errors": [
      { "ErrorType": "InputTimeLimitExceeded", "NextAction": "bye" },
      { "ErrorType": "NoMatchingCondition", "NextAction": "note" },
      { "ErrorType": "NoMatchingError", "NextAction": "bye" }] } },
  { "Identifier": "note", "Type": "UpdateContactAttributes",
    "Parameters": { "Attributes": {
      "intent": "$.Lex.IntentName", "day": "$.Lex.Slots.Day",
      "mood": "$.Lex.SentimentResponse.Label" } },
    "Transitions": { "NextAction": "bye", "Errors": [
      { "ErrorType": "NoMatchingError", "NextAction": "bye" }] } },
  { "Identifier": "bye", "Type": "MessageParticipant", "Parameters": { "Text": "Goodbye." },
    "Transitions": { "NextAction": "end", "Errors": [
      { "ErrorType": "NoMatchingError", "NextAction": "end" }] } },
  { "Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {} }] }"#;

/// Makes a call, and gives what was heard, said and asked: the part of the transcript that a caller
/// takes part in, and the attributes.
fn call(script: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("infra/template.yaml", TEMPLATE),
        ("infra/flows.yaml", FLOWS),
        ("contact-flows/inbound.json", INBOUND),
        ("call.yaml", &format!("name: A call\n{script}")),
    ] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_callwright"))
        .args(["call", "--once", "call.yaml"])
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    let told = [output.stdout, output.stderr].concat();
    let told = String::from_utf8(told).unwrap();
    let is_noise = |line: &&str| {
        line.contains(" took ") || line.contains("warning:") || line.trim().is_empty()
    };
    told.split_inclusive('\n').skip(2).filter(|it| !is_noise(it)).collect()
}

fn goes(script: &str, transcript: &Expect) {
    transcript.assert_eq(&call(script));
}

#[test]
fn a_locale_that_the_alias_does_not_serve() {
    goes(
        "language: en-GB\n",
        &expect![[r#"
         0:00 line      Hello, how can I help?
         0:02 bot       the bot's alias does not answer in `en_GB`
         0:02 flow      inbound: talk → NoMatchingError (the bot could not be reached or gave up)
         0:02 line      Goodbye.
         0:02 ended     goodbye
        PASS A call  call.yaml
    "#]],
    );
}

#[test]
fn who_speaks_into_a_prompt_that_cannot_be_interrupted_is_not_heard() {
    goes(
        "\
steps:
  - says: { text: book a desk, interrupts: true }
  - hears: Which day
  - says: { text: tomorrow, interrupts: true }
  - silence
  - hears: Which day
  - says: tomorrow
expect:
  attributes: { intent: Book, day: 2026-03-03 }
",
        &expect![[r#"
             0:00 caller    "book a desk"
             0:01 line      Which day would you like?
             0:03 caller    "tomorrow" (nobody listens)
             0:03 caller    (silence)
             0:06 line      Which day would you like?
             0:08 caller    "tomorrow"
             0:08 line      Booked for 2026-03-03.
             0:09 flow      inbound: talk → NoMatchingCondition
             0:09 line      Goodbye.
             0:10 ended     goodbye
                  attribute day = 2026-03-03
                  attribute intent = Book
                  attribute mood = NEUTRAL
            PASS A call  call.yaml
        "#]],
    );
}

#[test]
fn who_asks_for_a_moment_gets_it() {
    goes(
        "\
steps:
  - says: book a desk
  - hears: Which day
  - says: hold on a second
  - hears: I am still here
  - silence
  - says: I'm back
  - says: next friday
  - hears: Booked
",
        &expect![[r#"
             0:00 line      Hello, how can I help?
             0:02 caller    "book a desk"
             0:03 line      Which day would you like?
             0:05 caller    "hold on a second"
             0:06 line      Take your time.
             0:08 caller    (silence)
             0:18 line      I am still here.
             0:19 caller    (silence)
             0:29 line      I am still here.
             0:31 caller    "I'm back"
             0:32 line      Good to have you back.
             0:34 line      Which day would you like?
             0:36 caller    "next friday"
             0:36 line      Booked for 2026-03-13.
             0:38 flow      inbound: talk → NoMatchingCondition
             0:38 line      Goodbye.
             0:38 ended     goodbye
                  attribute day = 2026-03-13
                  attribute intent = Book
                  attribute mood = NEUTRAL
            PASS A call  call.yaml
        "#]],
    );
}

#[test]
fn what_a_bot_looks_up_is_what_the_script_says() {
    goes(
        "\
replies:
  AMAZON.QnAIntent: { answer: Parking is free of charge., source: https://example.com/parking }
steps:
  - says: { text: what does parking cost, mood: negative }
  - hears: free of charge
expect:
  attributes: { intent: Ask, mood: NEGATIVE }
",
        &expect![[r#"
             0:00 line      Hello, how can I help?
             0:02 caller    "what does parking cost" (negative)
             0:03 asks      QnA: Ask → "Parking is free of charge."
             0:03 line      Parking is free of charge.
             0:05 flow      inbound: talk → NoMatchingCondition
             0:05 flow      inbound: note → Next (`$.Lex.Slots.Day` is not set)
             0:05 line      Goodbye.
             0:06 ended     goodbye
                  attribute day =
                  attribute intent = Ask
                  attribute mood = NEGATIVE
            PASS A call  call.yaml
        "#]],
    );
}

#[test]
fn what_is_not_found_is_said() {
    goes(
        "steps:\n  - says: what does parking cost\n  - hears: I do not know\n",
        &expect![[r#"
             0:00 line      Hello, how can I help?
             0:02 caller    "what does parking cost"
             0:03 asks      QnA: Ask → nothing found
             0:03 line      I do not know.
             0:05 flow      inbound: talk → NoMatchingCondition
             0:05 flow      inbound: note → Next (`$.Lex.Slots.Day` is not set)
             0:05 line      Goodbye.
             0:05 ended     goodbye
                  attribute day =
                  attribute intent = FallbackIntent
                  attribute mood = NEUTRAL
            PASS A call  call.yaml
        "#]],
    );
}
