//! Promises: what must be true of every way.

use std::fmt::Write as _;

use connect_flow::explore::{Options, parse_promises};
use expect_test::{Expect, expect};
use serde_json::json;

use super::{act, say, walk};
use crate::line::end;

fn promised(promises: &str, expect: &Expect) {
    let promises = parse_promises(promises).unwrap().into_iter().map(|(_, it)| it).collect();
    let actions = [
        say("hello", "Hello.", "consent"),
        act(
            "consent",
            "GetParticipantInput",
            json!({ "Text": "Press star to opt out.", "StoreInput": "False" }),
            &[
                ("=*", "bye"),
                ("!InputTimeLimitExceeded", "record"),
                ("!NoMatchingCondition", "record"),
                ("!NoMatchingError", "hang-up"),
            ],
        ),
        act(
            "record",
            "UpdateContactRecordingBehavior",
            json!({ "RecordingBehavior": { "RecordedParticipants": ["Agent", "Customer"] } }),
            &[("next", "hang-up")],
        ),
        say("bye", "Goodbye.", "hang-up"),
        end("hang-up"),
    ];
    let report = walk(&actions, &Options { promises, ..Options::default() });
    let mut out = String::new();
    for broken in &report.broken {
        writeln!(out, "{}: {}", broken.promise, broken.what).unwrap();
        for line in broken.story.to_string().lines() {
            writeln!(out, "    {line}").unwrap();
        }
    }
    expect.assert_eq(&out);
}

#[test]
fn promises_that_hold_are_not_mentioned() {
    promised(
        "# All of these hold.\n\
         always passes: consent before: recording\n\
         always passes: message # before anything ends\n\
         never passes: bye after: record\n\
         never passes: main/record before: main/hello\n\
         never ends: stuck, person\n\
         ends: goodbye, dropped\n",
        &expect![""],
    );
}

#[test]
fn broken_promises_are_told_with_a_story() {
    promised(
        "always passes: record before: bye\n\
         always passes: bye\n\
         never passes: bye after: input\n\
         never passes: recording\n\
         never ends: dropped\n\
         ends: person\n\
         always passes: consnt before: recording\n",
        &expect![[r#"
            always passes: record before: bye: `bye` comes before `record`
                in `main`: `hello`: the caller hears “Hello.”
                `consent`: the caller presses *
            always passes: bye: a call ends (goodbye) without passing `bye`
                in `main`: `hello`: the caller hears “Hello.”
                `consent`: the caller does nothing
                `hang-up`
            never passes: bye after: input: a call passes `bye`
                in `main`: `hello`: the caller hears “Hello.”
                `consent`: the caller presses *
            never passes: recording: a call passes `record`
                in `main`: `hello`: the caller hears “Hello.”
                `consent`: the caller does nothing
            never ends: dropped: a call ends: dropped
                in `main`: `hello`: the caller hears “Hello.”
                `consent`: the caller presses another key
                `hang-up`
            ends: person: a call ends: goodbye
                in `main`: `hello`: the caller hears “Hello.”
                `consent`: the caller does nothing
                `hang-up`
            always passes: consnt before: recording: no flow has `consnt`
        "#]],
    );
}

#[test]
fn promises_that_cannot_be_read() {
    let check = |text: &str, expect: Expect| {
        let error = parse_promises(text).unwrap_err();
        expect.assert_eq(&format!("line {}: {error}", error.line));
    };
    check(
        "never",
        expect![
            "line 1: found `never`, expected `never ends: KIND`, `ends: KIND`, `always passes: PLACE before: PLACE`, or `never passes: PLACE after: PLACE`"
        ],
    );
    check(
        "\n# fine\nnever ends: happily",
        expect![
            "line 3: found `happily`, expected a way to end: `person`, `voicemail`, `callback`, `external`, `goodbye`, `dropped`, `stuck`, `hung_up`, `returned`, `elsewhere`"
        ],
    );
    check(
        "sometimes passes: a",
        expect![
            "line 1: found `sometimes passes`, expected `never ends: KIND`, `ends: KIND`, `always passes: PLACE before: PLACE`, or `never passes: PLACE after: PLACE`"
        ],
    );
    check(
        "always passes: ",
        expect![
            "line 1: found nothing, expected a place: an action, `FLOW/ACTION`, an action type, or one of `recording`, `message`, `input`, `function`, `queue`, `agent`"
        ],
    );
    check(
        "always passes: a before: ",
        expect![
            "line 1: found nothing, expected a place: an action, `FLOW/ACTION`, an action type, or one of `recording`, `message`, `input`, `function`, `queue`, `agent`"
        ],
    );
    check(
        "always passes: a after: b",
        expect![
            "line 1: found `a after: b`, expected a place: an action, `FLOW/ACTION`, an action type, or one of `recording`, `message`, `input`, `function`, `queue`, `agent`"
        ],
    );
}
