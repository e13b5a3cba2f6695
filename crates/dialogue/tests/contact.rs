//! Callers who want to be called back, or to leave a message.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::Call;
use dialogue::{Ending, Facts, Step};
use expect_test::{Expect, expect};
use line::Scenario;

fn call() -> Call {
    Call::new(&[Scenario::Shop], |_| Facts::Unavailable)
}

fn withheld() -> Call {
    let mut call = call();
    call.withhold_number();
    call
}

#[expect(clippy::needless_pass_by_value, reason = "as `expect!` is written")]
fn check(call: Call, script: &[&str], expected: Expect) {
    expected.assert_eq(&call.transcript(script));
}

#[test]
fn who_can_be_called_back_is() {
    check(
        call(),
        &["call me back @RequestCallback", "yes"],
        expect![[r#"
            caller: call me back
            line:   We can call you back on the number you're calling from. Is that okay?
            caller: yes
            line:   We'll call you back as soon as someone is free.
            -- callback none
            -- The caller talked to the assistant.
        "#]],
    );
}

#[test]
fn a_withheld_number_is_not_promised_a_call() {
    check(
        withheld(),
        &["call me back @RequestCallback", "yes"],
        expect![[r#"
        caller: call me back
        line:   I'm sorry, I can't see your number, so we couldn't call you back. Would you like to leave us a message with your number instead?
        caller: yes
        line:   Sure, you can leave us a message.
        -- message none
        -- The caller talked to the assistant.
    "#]],
    );
    check(
        withheld(),
        &["call me back @RequestCallback", "no", "bye"],
        expect![[r#"
        caller: call me back
        line:   I'm sorry, I can't see your number, so we couldn't call you back. Would you like to leave us a message with your number instead?
        caller: no
        line:   Okay. Is there anything else I can help with?
        caller: bye
        line:   All right.
        -- goodbye none
        -- The caller talked to the assistant.
    "#]],
    );
    check(
        withheld().in_spanish(),
        &["que me llamen @RequestCallback", "sí"],
        expect![[r#"
        caller: que me llamen
        line:   Lo siento, no puedo ver su número, así que no le podríamos llamar. ¿Prefiere dejarnos un mensaje con su número?
        caller: sí
        line:   Claro, puede dejarnos un mensaje.
        -- message none
        -- The caller talked to the assistant.
    "#]],
    );
}

#[test]
fn a_line_that_calls_nobody_back_says_so() {
    let mut call = call();
    call.line.escalation.offer_callback = false;
    check(
        call,
        &["call me back @RequestCallback", "yes"],
        expect![[r#"
        caller: call me back
        line:   I'm sorry, we don't call back from this line. Would you like to leave us a message instead?
        caller: yes
        line:   Sure, you can leave us a message.
        -- message none
        -- The caller talked to the assistant.
    "#]],
    );
}

#[test]
fn a_withheld_number_in_the_midst_of_something_is_told_too() {
    check(
        withheld(),
        &["track my order @CheckOrderStatus", "just call me back @RequestCallback", "no", "yes"],
        expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: just call me back
            line:   I'm sorry, I can't see your number, so we couldn't call you back. Before, you wanted to know how an order is doing. Should we go on with that?
            caller: no
            line:   Okay. Is there anything else I can help with?
            caller: yes
            line:   What can I do for you?
        "#]],
    );
}

#[test]
fn nobody_whose_number_is_withheld_ends_in_a_callback() {
    let mut call = withheld();
    for said in [
        "call me @RequestCallback",
        "yes please call me @RequestCallback",
        "yes",
        "call me @RequestCallback",
    ] {
        let turn = call.says(said);
        assert_ne!(turn.reply.step, Step::Close(Ending::Callback), "{said:?}");
    }
    assert!(!call.said().contains("We'll call you back"), "{}", call.said());
}
