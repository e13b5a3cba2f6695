//! Contacts that wait.

use connect_flow::{Channel, Outcome, WaitEvent};
use expect_test::expect;
use serde_json::json;

use crate::line::One;
use crate::samples::parameters;

fn repeat() -> One {
    let type_name = "MessageParticipantIteratively";
    One::new(type_name, parameters(type_name)).when("Equals", "MessagesInterrupted")
}

#[test]
fn messages_repeat_until_it_is_time_to_go_on() {
    repeat().check([Outcome::Interrupted], &expect![[r#"
        PlayRepeatedly { messages: [Text("One moment."), Recorded("music")], interrupt_every: Some(30s), continues: false }
        main/it -> condition Equals MessagesInterrupted
    "#]]);
    repeat().check([Outcome::Failed], &expect![[r#"
        PlayRepeatedly { messages: [Text("One moment."), Recorded("music")], interrupt_every: Some(30s), continues: false }
        main/it -> error NoMatchingError
          the messages could not be played
    "#]]);
    // Somebody has taken the call: what follows in the flow is of no concern to the caller.
    let mut call = repeat().start();
    call.check([Outcome::Done], &expect![[r#"
        PlayRepeatedly { messages: [Text("One moment."), Recorded("music")], interrupt_every: Some(30s), continues: false }
        main/it -> left
        End(FlowEnded)
    "#]]);
    repeat().contact(|it| it.channel = Channel::Chat).check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          messages are repeated in calls only
    "#]],
    );
}

#[test]
fn messages_that_nothing_interrupts_are_not_interrupted() {
    let forever = json!({ "Messages": [{ "SSML": "<speak>$.Attributes.x</speak>" }] });
    let mut call = One::new("MessageParticipantIteratively", forever).start();
    call.step(Outcome::Done);
    let error = call.execution.step(&call.library, Outcome::Interrupted).unwrap_err();
    assert_eq!(error.to_string(), "`Interrupted` is no outcome of `PlayRepeatedly`");
}

fn wait() -> One {
    One::new("Wait", parameters("Wait"))
        .when("Equals", "WaitCompleted")
        .when("Equals", "CustomerReturned")
}

#[test]
fn a_wait_ends_with_its_time_or_an_event() {
    wait().check(
        [Outcome::Done],
        &expect![[r#"
        Wait { limit: 60s, events: [CustomerReturned] }
        main/it -> condition Equals WaitCompleted
    "#]],
    );
    wait().check(
        [Outcome::Happened(WaitEvent::CustomerReturned)],
        &expect![[r#"
        Wait { limit: 60s, events: [CustomerReturned] }
        main/it -> condition Equals CustomerReturned
    "#]],
    );
    wait().check(
        [Outcome::NoParticipant],
        &expect![[r#"
        Wait { limit: 60s, events: [CustomerReturned] }
        main/it -> error ParticipantNotFound
          there is no participant to wait for
    "#]],
    );
    wait().check(
        [Outcome::Failed],
        &expect![[r#"
        Wait { limit: 60s, events: [CustomerReturned] }
        main/it -> error NoMatchingError
          the contact could not wait
    "#]],
    );
    let mut call = wait().start();
    call.step(Outcome::Done);
    let other = Outcome::Happened(WaitEvent::BotParticipantDisconnected);
    assert!(call.execution.step(&call.library, other).is_err());
    let unset = json!({ "TimeLimitSeconds": "$.Attributes.seconds" });
    One::new("Wait", unset).check(
        [],
        &expect![[r#"
        main/it -> error NoMatchingError
          `$.Attributes.seconds` is not set
          the time is no whole number from 1 to 604800
    "#]],
    );
}
