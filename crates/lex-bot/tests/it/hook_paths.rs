//! Code hooks on the way: labels, and the paths after them.

use expect_test::{Expect, expect};
use lex_bot::Bot;
use serde_json::json;

use crate::script::{Talk, session, transcript};
use crate::small::{bot, called, intent, prompt, said, slot, step};

fn check(bot: &Bot, script: &[&str], expected: &Expect) {
    expected.assert_eq(&transcript(bot, script));
}

#[test]
fn a_hook_that_leads_back_to_itself_ends() {
    let again = json!({ "SuccessNextStep": step("InvokeDialogCodeHook", json!({})) });
    let bot = bot(json!([intent(
        "Loop",
        &["go"],
        json!({
            "DialogCodeHook": { "Enabled": true },
            "InitialResponseSetting": { "CodeHook": called("loop", again) }
        })
    )]));
    let mut talk = Talk::new(&bot, session(&bot));
    talk.play("say go").unwrap();
    let error = (0..1000).find_map(|_| talk.play("delegate").err()).unwrap();
    expect!["intent `Loop` goes round in a circle: 101 steps without a word from the caller"]
        .assert_eq(&error.to_string());
}

/// A bot whose steps all have hooks with labels and paths of their own.
fn hooked() -> Bot {
    hooked_if(true)
}

/// The same, with the dialog code hook of the intent on or off.
fn hooked_if(enabled: bool) -> Bot {
    let after = |place: &str| {
        json!({
            "SuccessResponse": said(&format!("{place} went well.")),
            "FailureResponse": said(&format!("{place} failed.")),
            "FailureNextStep": step("EndConversation", json!({})),
            "TimeoutResponse": said(&format!("{place} took too long.")),
            "TimeoutNextStep": step("CloseIntent", json!({}))
        })
    };
    let invoke = || step("InvokeDialogCodeHook", json!({}));
    let capture = json!({
        "SlotCaptureSetting": {
            "CaptureResponse": said("Got {A}."),
            "CaptureNextStep": invoke(),
            "CodeHook": called("captured", after("The check")),
            "ElicitationCodeHook": { "EnableCodeHookInvocation": true, "InvocationLabel": "missed" },
            "FailureResponse": said("Let's leave it."),
            "FailureNextStep": step("EndConversation", json!({}))
        }
    });
    bot(json!([intent(
        "Do",
        &["do it"],
        json!({
            "DialogCodeHook": { "Enabled": enabled },
            "InitialResponseSetting": {
                "InitialResponse": said("Well."),
                "NextStep": invoke(),
                "CodeHook": called("opened", after("The start"))
            },
            "Slots": [slot("A", "AMAZON.Number", "A?", capture)],
            "IntentConfirmationSetting": {
                "PromptSpecification": prompt("Sure?", 1),
                "CodeHook": called("answered", after("The question")),
                "ElicitationCodeHook": { "EnableCodeHookInvocation": true, "InvocationLabel": "unclear" },
                "ConfirmationResponse": said("Good."),
                "ConfirmationNextStep": invoke(),
                "DeclinationResponse": said("Then not."),
                "DeclinationNextStep": step("ElicitIntent", json!({})),
                "FailureResponse": said("I give up."),
                "FailureNextStep": step("EndConversation", json!({}))
            },
            "IntentClosingSetting": { "ClosingResponse": said("Bye.") }
        })
    )]))
}

#[test]
fn hooks_have_labels_and_paths() {
    check(
        &hooked(),
        &[
            "say do it",
            "delegate",
            "say hm",
            "delegate",
            "say 5",
            "delegate",
            "say hm",
            "delegate",
            "say yes",
            "delegate",
        ],
        &expect![[r#"
            caller: say do it
              -> dialog Do(A=-) InProgress/None Speech at opened, next A Initial
            hook: delegate
            bot: Well. | The start went well. | A? [A]
            caller: say hm
              -> dialog Do(A=-) InProgress/None Speech at missed, next A Retry1
            hook: delegate
            bot: Again: A? [A]
            caller: say 5
              -> dialog Do(A=5) InProgress/None Speech at captured
            hook: delegate
            bot: Got 5. | The check went well. | Sure? [yes or no]
            caller: say hm
              -> dialog Do(A=5) InProgress/None Speech at unclear
            hook: delegate
            bot: Again: Sure? [yes or no]
            caller: say yes
              -> dialog Do(A=5) InProgress/Confirmed Speech at answered
            hook: delegate
            bot: Good. | The question went well. | Bye. [done]
            = Do(A=5) ReadyForFulfillment Some(1.0)
        "#]],
    );
}

/// A hook that delegates and says that the intent failed.
const FAILED: &str = r#"{"sessionState":{"dialogAction":{"type":"Delegate"},"intent":{"name":"Do","state":"Failed"}}}"#;

#[test]
fn hooks_fail_and_time_out() {
    for (last, expected) in [
        (
            "fail",
            expect![[r#"
            caller: say do it
              -> dialog Do(A=-) InProgress/None Speech at opened, next A Initial
            hook: fail
            bot: Well. | The start failed. [done]
            = Do(A=-) Failed Some(1.0)
        "#]],
        ),
        (
            "late",
            expect![[r#"
            caller: say do it
              -> dialog Do(A=-) InProgress/None Speech at opened, next A Initial
            hook: late
            bot: Well. | The start took too long. | Bye. [done]
            = Do(A=-) Failed Some(1.0)
        "#]],
        ),
        (
            FAILED,
            expect![[r#"
            caller: say do it
              -> dialog Do(A=-) InProgress/None Speech at opened, next A Initial
            hook: {"sessionState":{"dialogAction":{"type":"Delegate"},"intent":{"name":"Do","state":"Failed"}}}
            bot: Well. | The start failed. [done]
            = Do(A=-) Failed Some(1.0)
        "#]],
        ),
    ] {
        check(&hooked(), &["say do it", last], &expected);
    }
    check(
        &hooked(),
        &["say do it", "delegate", "say hm", "fail", "late", "delegate"],
        &expect![[r#"
            caller: say do it
              -> dialog Do(A=-) InProgress/None Speech at opened, next A Initial
            hook: delegate
            bot: Well. | The start went well. | A? [A]
            caller: say hm
              -> dialog Do(A=-) InProgress/None Speech at missed, next A Retry1
            hook: fail
            bot: The check failed. [done]
            = Do(A=-) Failed None
            hook: late
            error: a failure of the code hook came while the session was over
            hook: delegate
            error: an answer of the code hook came while the session was over
        "#]],
    );
}

#[test]
fn the_paths_of_a_slot_hold_for_retries() {
    let to_retry = ["say do it", "delegate", "say hm"];
    for (last, expected) in
        [("late", "The check took too long. | Bye."), (FAILED, "The check failed.")]
    {
        let out = transcript(&hooked(), &[&to_retry[..], &[last]].concat());
        assert!(
            out.ends_with(&format!("bot: {expected} [done]\n= Do(A=-) Failed None\n")),
            "{out}"
        );
    }
    // So it is with the confirmation.
    let script = ["say do it", "delegate", "say 5", "delegate", "say hm", "late"];
    let out = transcript(&hooked(), &script);
    let expected = "bot: The question took too long. | Bye. [done]\n= Do(A=5) Failed None\n";
    assert!(out.ends_with(expected), "{out}");
}

#[test]
fn hooks_that_the_intent_switches_off_are_not_called() {
    let bot = hooked_if(false);
    check(
        &bot,
        &["say do it", "say hm", "say 5", "say hm", "say yes"],
        &expect![[r#"
        caller: say do it
        bot: Well. | The start went well. | A? [A]
        caller: say hm
        bot: Again: A? [A]
        caller: say 5
        bot: Got 5. | The check went well. | Sure? [yes or no]
        caller: say hm
        bot: Again: Sure? [yes or no]
        caller: say yes
        bot: Good. | The question went well. | Bye. [done]
        = Do(A=5) ReadyForFulfillment Some(1.0)
    "#]],
    );
    let warnings: Vec<String> =
        bot.warnings().iter().map(|it| format!("{}: {}", it.path, it.note)).collect();
    expect![[r#"
        BotLocales[0].Intents[0].Slots[0].ValueElicitationSetting.SlotCaptureSetting.CodeHook: not called: `DialogCodeHook` of the intent is not enabled
        BotLocales[0].Intents[0].Slots[0].ValueElicitationSetting.SlotCaptureSetting.ElicitationCodeHook: not called: `DialogCodeHook` of the intent is not enabled
        BotLocales[0].Intents[0].InitialResponseSetting.CodeHook: not called: `DialogCodeHook` of the intent is not enabled
        BotLocales[0].Intents[0].IntentConfirmationSetting.ElicitationCodeHook: not called: `DialogCodeHook` of the intent is not enabled
        BotLocales[0].Intents[0].IntentConfirmationSetting.CodeHook: not called: `DialogCodeHook` of the intent is not enabled"#]].assert_eq(&warnings.join("\n"));
    assert!(hooked().warnings().is_empty());
}

#[test]
fn questions_are_given_up_as_the_definition_says() {
    check(
        &hooked(),
        &["say do it", "delegate", "say hm", "delegate", "say hm"],
        &expect![[r#"
        caller: say do it
          -> dialog Do(A=-) InProgress/None Speech at opened, next A Initial
        hook: delegate
        bot: Well. | The start went well. | A? [A]
        caller: say hm
          -> dialog Do(A=-) InProgress/None Speech at missed, next A Retry1
        hook: delegate
        bot: Again: A? [A]
        caller: say hm
        bot: Let's leave it. [done]
        = Do(A=-) Failed None
    "#]],
    );
    let to_confirmation = ["say do it", "delegate", "say 5", "delegate"];
    let unclear = [&to_confirmation[..], &["silence", "delegate", "say hm"]].concat();
    check(
        &hooked(),
        &unclear,
        &expect![[r#"
        caller: say do it
          -> dialog Do(A=-) InProgress/None Speech at opened, next A Initial
        hook: delegate
        bot: Well. | The start went well. | A? [A]
        caller: say 5
          -> dialog Do(A=5) InProgress/None Speech at captured
        hook: delegate
        bot: Got 5. | The check went well. | Sure? [yes or no]
        caller: silence
          -> dialog Do(A=5) InProgress/None Speech at unclear
        hook: delegate
        bot: Again: Sure? [yes or no]
        caller: say hm
        bot: I give up. [done]
        = Do(A=5) ReadyForFulfillment None
    "#]],
    );
    let no = [&to_confirmation[..], &["say no", "say do it"]].concat();
    check(
        &hooked(),
        &no,
        &expect![[r#"
        caller: say do it
          -> dialog Do(A=-) InProgress/None Speech at opened, next A Initial
        hook: delegate
        bot: Well. | The start went well. | A? [A]
        caller: say 5
          -> dialog Do(A=5) InProgress/None Speech at captured
        hook: delegate
        bot: Got 5. | The check went well. | Sure? [yes or no]
        caller: say no
        bot: Then not. [intent]
        caller: say do it
          -> dialog Do(A=-) InProgress/None Speech at opened, next A Initial
    "#]],
    );
}

#[test]
fn an_intent_whose_hook_failed_has_failed() {
    let after = json!({
        "FailureResponse": said("No luck."),
        "FailureNextStep": step("EndConversation", json!({}))
    });
    let bot = bot(json!([intent(
        "Do",
        &["do it"],
        json!({
            "DialogCodeHook": { "Enabled": true },
            "InitialResponseSetting": { "CodeHook": called("opened", after) }
        })
    )]));
    check(
        &bot,
        &["say do it", "fail"],
        &expect![[r#"
            caller: say do it
              -> dialog Do() InProgress/None Speech at opened
            hook: fail
            bot: No luck. [done]
            = Do() Failed Some(1.0)
        "#]],
    );
}

#[test]
fn a_dialog_hook_that_says_ready_skips_no_question() {
    let ready = r#"{"sessionState":{"dialogAction":{"type":"Delegate"},"intent":{"name":"Do","state":"ReadyForFulfillment","slots":{"A":{"value":{"interpretedValue":"5"}}}}}}"#;
    let out = transcript(&hooked(), &["say do it", ready]);
    assert!(out.ends_with("Sure? [yes or no]\n"), "{out}");
    let unfilled = r#"{"sessionState":{"dialogAction":{"type":"Delegate"},"intent":{"name":"Do","state":"ReadyForFulfillment"}}}"#;
    let out = transcript(&hooked(), &["say do it", unfilled]);
    assert!(out.ends_with("A? [A]\n"), "{out}");
}
