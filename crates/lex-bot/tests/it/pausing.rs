//! Callers who ask for a moment.

use expect_test::{Expect, expect};
use lex_bot::{Bot, Effect, Input};
use serde_json::{Value, json};

use crate::script::{now, say, session, transcript};
use crate::small::{bot, intent, merged, said, slot};

fn check(bot: &Bot, script: &[&str], expected: &Expect) {
    expected.assert_eq(&transcript(bot, script));
}

/// A question that a caller may want to look something up for.
fn patient(still: Value) -> Bot {
    let waiting = merged(
        json!({
            "IsActive": true,
            "WaitingResponse": said("Take your time."),
            "ContinueResponse": said("Welcome back.")
        }),
        still,
    );
    let number = slot(
        "Number",
        "AMAZON.Number",
        "Your card number?",
        json!({ "WaitAndContinueSpecification": waiting }),
    );
    bot(json!([
        intent("Pay", &["pay my bill"], json!({ "Slots": [number] })),
        intent("Agent", &["talk to an agent"], json!({})),
    ]))
}

fn reminding() -> Bot {
    patient(json!({ "StillWaitingResponse": {
        "MessageGroupsList": [{
            "Message": { "PlainTextMessage": { "Value": "I am here." } },
            "Variations": [{ "PlainTextMessage": { "Value": "Still here." } }]
        }],
        "FrequencyInSeconds": 10,
        "TimeoutInSeconds": 25
    } }))
}

#[test]
fn a_caller_asks_for_a_moment() {
    let begin = ["say pay my bill", "say hold on a second"];
    let with = |more: &[&'static str]| [&begin[..], more].concat();
    check(
        &reminding(),
        &with(&["wait", "say where is my purse", "say I'm ready", "say 5"]),
        &expect![[r#"
        caller: say pay my bill
        bot: Your card number? [Number]
        caller: say hold on a second
        bot: Take your time. [Number, waits 10s]
        host: wait
        bot: I am here. [Number, waits 10s]
        caller: say where is my purse
        bot:  [Number, waits 10s]
        caller: say I'm ready
        bot: Welcome back. | Your card number? [Number]
        caller: say 5
        bot:  [done]
        = Pay(Number=5) ReadyForFulfillment Some(1.0)
    "#]],
    );
    check(
        &reminding(),
        &with(&["wait", "wait", "wait", "silence", "silence"]),
        &expect![[r#"
        caller: say pay my bill
        bot: Your card number? [Number]
        caller: say hold on a second
        bot: Take your time. [Number, waits 10s]
        host: wait
        bot: I am here. [Number, waits 10s]
        host: wait
        bot: Still here. [Number, waits 5s]
        host: wait
        bot: Your card number? [Number]
        caller: silence
        bot: Again: Your card number? [Number]
        caller: silence
        bot: Sorry, I did not get that. [done]
        = FallbackIntent() ReadyForFulfillment None
    "#]],
    );
    check(
        &reminding(),
        &with(&["say 5"]),
        &expect![[r#"
        caller: say pay my bill
        bot: Your card number? [Number]
        caller: say hold on a second
        bot: Take your time. [Number, waits 10s]
        caller: say 5
        bot:  [done]
        = Pay(Number=5) ReadyForFulfillment Some(1.0)
    "#]],
    );
    check(
        &reminding(),
        &with(&["silence", "say talk to an agent"]),
        &expect![[r#"
        caller: say pay my bill
        bot: Your card number? [Number]
        caller: say hold on a second
        bot: Take your time. [Number, waits 10s]
        caller: silence
        bot: I am here. [Number, waits 10s]
        caller: say talk to an agent
        bot:  [done]
        = Agent() ReadyForFulfillment Some(1.0)
    "#]],
    );
    check(
        &patient(json!({})),
        &with(&["wait", "say 5"]),
        &expect![[r#"
        caller: say pay my bill
        bot: Your card number? [Number]
        caller: say hold on a second
        bot: Take your time. [Number, waits 900s]
        host: wait
        bot: Your card number? [Number]
        caller: say 5
        bot:  [done]
        = Pay(Number=5) ReadyForFulfillment Some(1.0)
    "#]],
    );
}

#[test]
fn only_a_slot_with_words_for_it_waits() {
    let plain = bot(json!([intent(
        "Pay",
        &["pay my bill"],
        json!({ "Slots": [slot("Number", "AMAZON.Number", "Your card number?", json!({}))] })
    )]));
    check(
        &plain,
        &["say pay my bill", "say hold on a second"],
        &expect![[r#"
        caller: say pay my bill
        bot: Your card number? [Number]
        caller: say hold on a second
        bot: Again: Your card number? [Number]
    "#]],
    );
}

#[test]
fn waiting_may_be_interrupted_as_the_definition_says() {
    let firm = |words: &str, more: Value| {
        merged(merged(said(words), json!({ "AllowInterrupt": false })), more)
    };
    let times = json!({ "FrequencyInSeconds": 10, "TimeoutInSeconds": 25 });
    for (waits, reminds) in [(true, true), (true, false), (false, true), (false, false)] {
        let waiting = if waits { said("Take your time.") } else { firm("No.", json!({})) };
        let still = if reminds {
            merged(said("Here."), times.clone())
        } else {
            firm("Here.", times.clone())
        };
        let bot = patient(json!({ "WaitingResponse": waiting, "StillWaitingResponse": still }));
        let mut session = session(&bot);
        let mut allowed = |input: Input| match session.step(&bot, &now(), input).unwrap() {
            Effect::Listen(listen) => listen.listening.allow_interrupt,
            effect => panic!("{effect:?}"),
        };
        assert!(allowed(say("pay my bill")));
        assert_eq!(allowed(say("hold on a second")), waits);
        assert_eq!(allowed(Input::Elapsed), reminds);
        assert!(allowed(say("I'm ready")));
    }
}
