//! Prompts, keys and bots.

use connect_flow::{LexResult, Outcome};
use expect_test::expect;
use serde_json::json;

use crate::line::One;

#[test]
fn a_prompt_is_played_with_its_references_resolved() {
    One::new("MessageParticipant", json!({ "Text": "Hello $.Attributes.name, $.Attributes.x." }))
        .contact(|it| {
            it.attributes.insert("name".to_owned(), "Ann".to_owned());
        })
        .check(
            [Outcome::Done],
            &expect![[r#"
            Play(Text("Hello Ann, ."))
            main/it -> next
              `$.Attributes.x` is not set
        "#]],
        );
}

#[test]
fn prompts_come_in_four_kinds() {
    One::new("MessageParticipant", json!({ "SSML": "<speak>$.ContactId</speak>" })).check(
        [],
        &expect![[r#"
            Play(Ssml("<speak></speak>"))
        "#]],
    );
    One::new("MessageParticipant", json!({ "PromptId": "p-1" })).check(
        [],
        &expect![[r#"
        Play(Recorded("p-1"))
    "#]],
    );
    let media = json!({ "Uri": "s3://b/k.wav", "SourceType": "S3", "MediaType": "Audio" });
    One::new("MessageParticipant", json!({ "Media": media })).check(
        [],
        &expect![[r#"
        Play(Media { uri: "s3://b/k.wav" })
    "#]],
    );
}

#[test]
fn markup_that_no_voice_speaks_takes_the_error_branch() {
    let named = |name: &'static str| {
        let greet = json!({ "SSML": "<speak>$.Attributes.name</speak>" });
        One::new("MessageParticipant", greet).contact(move |it| {
            it.attributes.insert("name".to_owned(), name.to_owned());
        })
    };
    named("<speak>Well.</speak>").check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          the markup cannot be spoken: found `<speak>` inside of `<speak>`, expected one around all
    "#]],
    );
    named("Marks & Spencer").check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          the markup cannot be spoken: found `&` alone, expected `&amp;` where an ampersand is meant
    "#]],
    );
}

#[test]
fn a_prompt_that_cannot_be_played_takes_the_error_branch() {
    One::new("MessageParticipant", json!({ "Text": "hi" })).check(
        [Outcome::Failed],
        &expect![[r#"
            Play(Text("hi"))
            main/it -> error NoMatchingError
              the prompt could not be played
        "#]],
    );
    One::new("MessageParticipant", json!({ "PromptId": "$.Attributes.none" })).check(
        [],
        &expect![[r#"
            main/it -> error NoMatchingError
              `$.Attributes.none` is not set
              the prompt's id is empty
        "#]],
    );
    One::new("MessageParticipant", json!({ "Text": "x".repeat(6_001) })).check(
        [],
        &expect![[r#"
            main/it -> error NoMatchingError
              the prompt has 6001 characters, Connect speaks 6000
        "#]],
    );
    One::new("MessageParticipant", json!({})).check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          Actions[0].Parameters.Text: found nothing, expected `Text`, `SSML`, `PromptId` or `Media`
    "#]],
    );
}

fn menu() -> One {
    let parameters =
        json!({ "Text": "Press 1.", "InputTimeLimitSeconds": "7", "StoreInput": "False" });
    One::new("GetParticipantInput", parameters).when("Equals", "1").when("Equals", "#")
}

#[test]
fn a_menu_branches_on_the_key() {
    menu().check([Outcome::Digits("1".to_owned())], &expect![[r#"
        CollectDigits { prompt: Some(Text("Press 1.")), spec: DigitSpec { first_digit: 7s, inter_digit: 7s, max_digits: 1, terminator: None, cancel_key: false, menu: true } }
        main/it -> condition Equals 1
    "#]]);
    menu().check([Outcome::Digits("#".to_owned())], &expect![[r#"
        CollectDigits { prompt: Some(Text("Press 1.")), spec: DigitSpec { first_digit: 7s, inter_digit: 7s, max_digits: 1, terminator: None, cancel_key: false, menu: true } }
        main/it -> condition Equals #
    "#]]);
    menu().check([Outcome::Digits("9".to_owned())], &expect![[r#"
        CollectDigits { prompt: Some(Text("Press 1.")), spec: DigitSpec { first_digit: 7s, inter_digit: 7s, max_digits: 1, terminator: None, cancel_key: false, menu: true } }
        main/it -> error NoMatchingCondition
    "#]]);
    menu().check([Outcome::Digits(String::new())], &expect![[r#"
        CollectDigits { prompt: Some(Text("Press 1.")), spec: DigitSpec { first_digit: 7s, inter_digit: 7s, max_digits: 1, terminator: None, cancel_key: false, menu: true } }
        main/it -> error InputTimeLimitExceeded
          the caller pressed nothing
    "#]]);
    menu().check([Outcome::NoInput], &expect![[r#"
        CollectDigits { prompt: Some(Text("Press 1.")), spec: DigitSpec { first_digit: 7s, inter_digit: 7s, max_digits: 1, terminator: None, cancel_key: false, menu: true } }
        main/it -> error InputTimeLimitExceeded
          the caller pressed nothing
    "#]]);
    menu().check([Outcome::Failed], &expect![[r#"
        CollectDigits { prompt: Some(Text("Press 1.")), spec: DigitSpec { first_digit: 7s, inter_digit: 7s, max_digits: 1, terminator: None, cancel_key: false, menu: true } }
        main/it -> error NoMatchingError
          keys could not be collected
    "#]]);
}

#[test]
fn a_menu_without_its_branches_falls_back() {
    menu().without_error("InputTimeLimitExceeded").check([Outcome::NoInput], &expect![[r#"
        CollectDigits { prompt: Some(Text("Press 1.")), spec: DigitSpec { first_digit: 7s, inter_digit: 7s, max_digits: 1, terminator: None, cancel_key: false, menu: true } }
        main/it -> error NoMatchingError
          the caller pressed nothing
    "#]]);
    menu()
        .without_error("NoMatchingCondition")
        .check([Outcome::Digits("9".to_owned())], &expect![[r#"
            CollectDigits { prompt: Some(Text("Press 1.")), spec: DigitSpec { first_digit: 7s, inter_digit: 7s, max_digits: 1, terminator: None, cancel_key: false, menu: true } }
            main/it -> next
        "#]]);
    menu()
        .without_error("InputTimeLimitExceeded")
        .without_error("NoMatchingError")
        .check([Outcome::NoInput], &expect![[r#"
            CollectDigits { prompt: Some(Text("Press 1.")), spec: DigitSpec { first_digit: 7s, inter_digit: 7s, max_digits: 1, terminator: None, cancel_key: false, menu: true } }
            main/it -> error InputTimeLimitExceeded (missing)
              the caller pressed nothing
            End(Stuck { flow: "flow/main", action: "it", why: "the caller pressed nothing; its `InputTimeLimitExceeded` branch is missing or not connected" })
        "#]]);
}

fn stored(more: &serde_json::Value) -> One {
    let mut parameters = json!({
        "Text": "Enter it.", "InputTimeLimitSeconds": "5", "StoreInput": "True",
        "InputValidation": { "CustomValidation": { "MaximumLength": "5" } },
    });
    for (key, value) in more.as_object().unwrap() {
        parameters[key] = value.clone();
    }
    One::new("GetParticipantInput", parameters)
}

#[test]
fn an_entry_is_stored() {
    for (more, keys, expected) in [
        (json!({}), "123", "123"),
        (json!({}), "12#45", "12"),
        (json!({}), "1234567", "12345"),
        (json!({}), "99*12#", "12"),
        (json!({}), "1 2 # ", "12"),
        (json!({}), "#", ""),
        (json!({ "DTMFConfiguration": { "DisableCancelKey": "True" } }), "9*1#", "9*1"),
        (json!({ "DTMFConfiguration": { "InputTerminationSequence": "99" } }), "1#299", "1#2"),
        (json!({ "InputValidation": null }), "123456789012345678901", "12345678901234567890"),
    ] {
        let mut call = stored(&more).start();
        call.step(Outcome::Done);
        call.step(Outcome::Digits(keys.to_owned()));
        assert_eq!(call.contact().results.stored_input.as_deref(), Some(expected), "{more} {keys}");
    }
}

#[test]
fn an_entry_says_how_it_is_collected() {
    let keys = json!({
        "InputTerminationSequence": "##", "DisableCancelKey": "True",
        "InterdigitTimeLimitSeconds": "3",
    });
    stored(&json!({ "DTMFConfiguration": keys })).check([], &expect![[r###"
        CollectDigits { prompt: Some(Text("Enter it.")), spec: DigitSpec { first_digit: 5s, inter_digit: 3s, max_digits: 5, terminator: Some("##"), cancel_key: false, menu: false } }
    "###]]);
    stored(&json!({})).check([], &expect![[r##"
        CollectDigits { prompt: Some(Text("Enter it.")), spec: DigitSpec { first_digit: 5s, inter_digit: 5s, max_digits: 5, terminator: Some("#"), cancel_key: true, menu: false } }
    "##]]);
}

#[test]
fn no_entry_is_stored_as_timeout() {
    let call = stored(&json!({})).check([Outcome::NoInput], &expect![[r##"
        CollectDigits { prompt: Some(Text("Enter it.")), spec: DigitSpec { first_digit: 5s, inter_digit: 5s, max_digits: 5, terminator: Some("#"), cancel_key: true, menu: false } }
        main/it -> next
    "##]]);
    assert_eq!(call.contact().results.stored_input.as_deref(), Some("Timeout"));
}

#[test]
fn an_entry_to_be_encrypted_is_noted() {
    let more = json!({ "InputEncryption": { "EncryptionKeyId": "k", "Key": "pem" } });
    stored(&more).check([Outcome::Digits("1#".to_owned())], &expect![[r##"
        CollectDigits { prompt: Some(Text("Enter it.")), spec: DigitSpec { first_digit: 5s, inter_digit: 5s, max_digits: 5, terminator: Some("#"), cancel_key: true, menu: false } }
        main/it -> next
          Connect would encrypt the entry; here it is kept as entered
    "##]]);
}

#[test]
fn a_phone_number_is_validated() {
    let local = json!({ "NumberFormat": "Local", "CountryCode": "US" });
    let e164 = json!({ "NumberFormat": "E164" });
    for (format, keys, expected) in [
        (&local, "2025550143", Ok("+12025550143")),
        (&local, "555#", Err("InvalidPhoneNumber")),
        (&local, "#", Err("InvalidPhoneNumber")),
        (&e164, "12025550143#", Ok("+12025550143")),
        (&e164, "02025550143#", Err("InvalidPhoneNumber")),
    ] {
        let validation = json!({ "InputValidation": { "PhoneNumberValidation": format } });
        let mut call = stored(&validation).start();
        call.step(Outcome::Done);
        let step = call.step(Outcome::Digits(keys.to_owned()));
        let stored = call.contact().results.stored_input.as_deref();
        assert_eq!(stored, expected.ok(), "{keys}");
        let branch = match expected {
            Ok(_) => connect_flow::Branch::Next,
            Err(error) => connect_flow::Branch::Error(error.to_owned()),
        };
        assert_eq!(step.trail[0].branch, branch, "{keys}");
    }
    let local = json!({ "InputValidation": { "PhoneNumberValidation": local } });
    stored(&local).check([Outcome::NoInput], &expect![[r##"
        CollectDigits { prompt: Some(Text("Enter it.")), spec: DigitSpec { first_digit: 5s, inter_digit: 5s, max_digits: 16, terminator: Some("#"), cancel_key: true, menu: false } }
        main/it -> error InvalidPhoneNumber
          the entry is no telephone number
    "##]]);
    let nowhere = json!({ "NumberFormat": "Local", "CountryCode": "ZZ" });
    let nowhere = json!({ "InputValidation": { "PhoneNumberValidation": nowhere } });
    stored(&nowhere).check([Outcome::Digits("1".to_owned())], &expect![[r##"
        CollectDigits { prompt: Some(Text("Enter it.")), spec: DigitSpec { first_digit: 5s, inter_digit: 5s, max_digits: 16, terminator: Some("#"), cancel_key: true, menu: false } }
        main/it -> error NoMatchingError
          the calling code of `ZZ` is not known
    "##]]);
}

fn bot() -> One {
    let parameters = json!({
        "Text": "How can I help?",
        "LexV2Bot": { "AliasArn": "arn:aws:lex:us-east-1:000000000000:bot-alias/B/A" },
        "LexSessionAttributes": { "contactId": "$.ContactId" },
        "LexInitializationData": { "InitialMessage": "$.Attributes.first" },
    });
    One::new("ConnectParticipantWithLexBot", parameters)
        .contact(|it| it.contact_id.push_str("c-1"))
        .when("Equals", "Goodbye")
}

fn intent(name: &str) -> Outcome {
    Outcome::BotDone(Box::new(LexResult { intent_name: name.to_owned(), ..LexResult::default() }))
}

#[test]
fn a_bot_is_handed_the_caller_and_its_intent_branches() {
    let call = bot().check([intent("Goodbye")], &expect![[r#"
        Converse { prompt: Some(Text("How can I help?")), bot: V2 { alias_arn: "arn:aws:lex:us-east-1:000000000000:bot-alias/B/A" }, session_attributes: {"contactId": "c-1"}, initial_message: None }
        main/it -> condition Equals Goodbye
          `$.Attributes.first` is not set
    "#]]);
    assert_eq!(call.contact().results.lex.as_ref().unwrap().intent_name, "Goodbye");
    bot().check([intent("FallbackIntent")], &expect![[r#"
        Converse { prompt: Some(Text("How can I help?")), bot: V2 { alias_arn: "arn:aws:lex:us-east-1:000000000000:bot-alias/B/A" }, session_attributes: {"contactId": "c-1"}, initial_message: None }
        main/it -> error NoMatchingCondition
          `$.Attributes.first` is not set
    "#]]);
    bot().check([Outcome::NoInput], &expect![[r#"
        Converse { prompt: Some(Text("How can I help?")), bot: V2 { alias_arn: "arn:aws:lex:us-east-1:000000000000:bot-alias/B/A" }, session_attributes: {"contactId": "c-1"}, initial_message: None }
        main/it -> error InputTimeLimitExceeded
          `$.Attributes.first` is not set
          the caller said nothing
    "#]]);
    bot().check([Outcome::Failed], &expect![[r#"
        Converse { prompt: Some(Text("How can I help?")), bot: V2 { alias_arn: "arn:aws:lex:us-east-1:000000000000:bot-alias/B/A" }, session_attributes: {"contactId": "c-1"}, initial_message: None }
        main/it -> error NoMatchingError
          `$.Attributes.first` is not set
          the bot could not be reached or gave up
    "#]]);
}

#[test]
fn a_bot_that_is_not_there_takes_the_error_branch() {
    for bot in [
        json!({ "LexV2Bot": { "AliasArn": "$.Attributes.none" } }),
        json!({ "LexV2Bot": { "AliasArn": "" } }),
        json!({ "Text": "hi" }),
    ] {
        let step = One::new("ConnectParticipantWithLexBot", bot).start().step(Outcome::Done);
        let expected = connect_flow::Branch::Error("NoMatchingError".to_owned());
        assert_eq!(step.trail[0].branch, expected);
    }
}

#[test]
fn a_bot_of_the_first_version_is_named_by_three_texts() {
    let bot = json!({ "LexBot": { "Name": "QA", "Region": "us-east-1", "Alias": "$LATEST" } });
    One::new("ConnectParticipantWithLexBot", bot).check([], &expect![[r#"
        Converse { prompt: None, bot: V1 { name: "QA", region: "us-east-1", alias: "$LATEST" }, session_attributes: {}, initial_message: None }
    "#]]);
}
