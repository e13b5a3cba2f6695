use std::path::Path;

use connect_flow::Outcome;
use expect_test::{Expect, expect};

use super::{Doing, Ended, Records, Script, Step};

fn parse(text: &str) -> Result<Script, String> {
    Script::parse(Path::new("call.yaml"), text).map_err(|error| crate::chain(&error))
}

fn refuses(text: &str, message: &Expect) {
    message.assert_eq(&parse(text).expect_err("the script is wrong"));
}

#[test]
fn reads_every_verb_and_expectation() {
    let script = parse(
        r#"
name: Everything
caller: withheld
dialled: "+12025550101"
at: 2026-03-02T09:00:00Z
language: en-US
agents: 0
waiting: 3
queue_full: true
down: [dynamodb, intent]
fails: [inbound/greet, assistant/talk/InputTimeLimitExceeded]
replies: { CreateTask: { fails: true }, inbound/ask: { result: 'True' } }
events: twice
slow: { intent: 12 }
steps:
  - hears: Thank you
  - never_hears: /card number \d+/
  - says: I want to track my order
  - presses: "1#"
  - silence
  - leaves_message: Please call me back
  - hangs_up
  - agent: { answers: Ann Lee }
  - agent_hears: /order \d+/
  - agent: holds
  - agent: resumes
  - agent: { transfers: Returns }
  - agent: hangs_up
expect:
  ended: voicemail
  queue: Support
  attributes: { recordingConsent: granted, n: 3 }
  invoked: [greeting, intent]
  stored:
    call: { outcome: served }
    voicemail: []
    turn:
      - said: /track/
  mailed:
    - to: team@example.com
      text: /call me back/
"#,
    )
    .unwrap();
    assert_eq!(script.setting.caller, None);
    assert_eq!(script.setting.deliveries, 2);
    assert_eq!((script.setting.slow["intent"].line, script.setting.slow["intent"].value), (14, 12));
    assert!(script.setting.functions_down.contains_key("intent"));
    let fails: Vec<_> =
        script.setting.fails.iter().map(|it| (it.line, it.value.as_str())).collect();
    assert_eq!(fails, [(11, "inbound/greet"), (11, "assistant/talk/InputTimeLimitExceeded")]);
    assert_eq!(script.steps.len(), 12);
    let name = "Ann Lee".to_owned();
    assert!(matches!(&script.steps[6].value, Step::Agent(it) if *it == Doing::Answers { name }));
    assert!(matches!(&script.steps[7].value, Step::AgentHears(_)));
    let replies = &script.setting.replies;
    assert_eq!(replies.by_type["CreateTask"], Outcome::Failed);
    assert_eq!(replies.by_action[0].line, 12);
    assert_eq!(replies.by_action[0].value.0, "inbound/ask");
    assert_eq!(script.steps[8].line, 25);
    assert_eq!(script.never_hears[0].line, 17);
    assert_eq!(script.steps[1].line, 18);
    assert!(matches!(&script.steps[2].value, Step::Presses(it) if it.keys == "1#"));
    assert_eq!(script.expect.ended.unwrap().value, Ended::Voicemail);
    assert_eq!(script.expect.stored["voicemail"].value, Records::Exactly(vec![]));
    assert!(matches!(script.expect.stored["call"].value, Records::Some(_)));
    assert_eq!(script.expect.mailed.unwrap().len(), 1);
}

#[test]
fn no_is_a_word() {
    let script = parse("name: n\nsteps:\n  - says: no\nexpect:\n  attributes: { answer: no }\n");
    let script = script.unwrap();
    assert!(matches!(&script.steps[0].value, Step::Says(it) if it.text == "no"));
    assert_eq!(script.expect.attributes["answer"].value, "no");
}

#[test]
fn a_name_is_enough() {
    let script = parse("name: Short").unwrap();
    assert!(script.setting.caller.is_some());
    assert!(script.steps.is_empty());
}

#[test]
fn unknown_verb() {
    refuses(
        "name: n\nsteps:\n  - hears: a\n  - sayz: b\n",
        &expect![
            "call.yaml:4:5: unknown verb `sayz`, expected one of hears, never_hears, says, presses, silence, hangs_up, leaves_message, agent, agent_hears; the nearest is `says`"
        ],
    );
}

#[test]
fn verb_without_its_text() {
    refuses("name: n\nsteps:\n  - says\n", &expect!["call.yaml:4:1: unexpected sequence end"]);
}

#[test]
fn unknown_key() {
    refuses(
        "name: n\ncaler: x\n",
        &expect![
            "call.yaml:2:1: unknown key `caler`, expected one of name, caller, dialled, line, at, language, agents, waiting, queue_full, down, fails, replies, events, slow, steps, expect; the nearest is `caller`"
        ],
    );
}

#[test]
fn missing_name() {
    refuses("steps: []\n", &expect!["call.yaml:1:1: missing key `name`"]);
}

#[test]
fn not_yaml() {
    refuses(
        "name: [\n",
        &expect!["call.yaml:1:7: expected a text, here or at the end of the line before"],
    );
}

#[test]
fn caller_that_is_no_number() {
    refuses(
        "name: n\ncaller: 12025550143\n",
        &expect![
            "call.yaml:2: not a telephone number: an E.164 number begins with `+` and the country code, such as `+12025550143`"
        ],
    );
    refuses(
        "name: n\ncaller: \"+1202555O143\"\n",
        &expect![
            "call.yaml:2: not a telephone number: byte 8 is not a digit; write `+` and digits only, such as `+12025550143`"
        ],
    );
}

#[test]
fn time_that_is_none() {
    refuses(
        "name: n\nat: monday\n",
        &expect![
            "call.yaml:2: `at` is not a time such as `2026-03-02T14:30:00Z`: failed to parse four digit integer as year: invalid digit, expected 0-9 but got m"
        ],
    );
}

#[test]
fn unknown_end() {
    refuses(
        "name: n\nexpect:\n  ended: happily\n",
        &expect![
            "call.yaml:3: `ended` is `happily`; it is one of `served`, `queue`, `agent`, `transferred`, `voicemail`, `callback`, `goodbye`, `dropped`, `hung_up`"
        ],
    );
}

#[test]
fn keys_no_telephone_has() {
    refuses(
        "name: n\nsteps:\n  - presses: 1a\n",
        &expect![
            "call.yaml:3: `a` is no key; a telephone has 0 to 9, `*` and `#` (quote them in YAML)"
        ],
    );
    refuses(
        "name: n\nsteps:\n  - presses: \"\"\n",
        &expect!["call.yaml:3: `presses` needs at least one key"],
    );
}

#[test]
fn agents_do_what_agents_do() {
    let agent = |step: &str| format!("name: n\nsteps:\n  - agent: {step}\n");
    refuses(
        &agent("sleeps"),
        &expect![
            "call.yaml:3: `agent` is `sleeps`; it is one of `answers`, `holds`, `resumes`, `transfers`, `hangs_up`"
        ],
    );
    refuses(
        &agent("{ sleeps: long }"),
        &expect![
            "call.yaml:3: `agent` is `sleeps`; it is one of `answers`, `holds`, `resumes`, `transfers`, `hangs_up`"
        ],
    );
    refuses(
        &agent("{ holds: on }"),
        &expect!["call.yaml:3: `agent: holds` stands by itself, without `on`"],
    );
    refuses(
        &agent("{ answers: ' ' }"),
        &expect![
            "call.yaml:3: `agent: answers` has an empty name after it; leave the colon out, or name somebody"
        ],
    );
    refuses(
        &agent("{}"),
        &expect![
            "call.yaml:3:12: an agent does one thing in a step, such as `answers` or `transfers: Support`"
        ],
    );
    refuses(
        &agent("[answers]"),
        &expect![
            "call.yaml:3:5: invalid type: sequence, expected what the agent does, such as `answers` or `transfers: Support`"
        ],
    );
    refuses(
        &agent("{ answers: Ann, transfers: Support }"),
        &expect![
            "call.yaml:3:12: an agent does one thing in a step, such as `answers` or `transfers: Support`"
        ],
    );
    refuses(
        "name: n\nsteps:\n  - agent_hears: ''\n",
        &expect!["call.yaml:3: there is nothing to hear in an empty text"],
    );
    let doing = |step: &str| {
        let Step::Agent(it) = parse(&agent(step)).unwrap().steps.remove(0).value else {
            panic!("{step} is no agent's")
        };
        it
    };
    assert_eq!(doing("answers"), Doing::Answers { name: "Alex".to_owned() });
    assert_eq!(doing("transfers"), Doing::Transfers { to: None });
}

#[test]
fn broken_regular_expression() {
    refuses(
        "name: n\nsteps:\n  - hears: /a(/\n",
        &expect!["call.yaml:3: the regular expression is wrong: unclosed group"],
    );
    refuses(
        "name: n\nexpect:\n  stored:\n    call: { a: /b(/ }\n",
        &expect!["call.yaml:4: the regular expression is wrong: unclosed group"],
    );
}

#[test]
fn events_once_or_twice() {
    refuses(
        "name: n\nevents: thrice\n",
        &expect!["call.yaml:2: `events` is `thrice`; it is `once` or `twice`"],
    );
}

#[test]
fn actions_that_fail_are_named_with_their_flow() {
    refuses(
        "name: n\nfails:\n  - inbound/greet\n  - greet\n",
        &expect![
            "call.yaml:4: `fails` has `greet`; name a flow and an action of it, such as `inbound/greet`"
        ],
    );
    refuses(
        "name: n\nfails: [inbound/]\n",
        &expect![
            "call.yaml:2: `fails` has `inbound/`; name a flow and an action of it, such as `inbound/greet`"
        ],
    );
}

mod mismatches {
    use serde_json::{Value, json};

    use crate::script::mismatch;

    #[test]
    fn texts_expressions_and_subsets_fit() {
        for (expected, found) in [
            (json!("a b"), json!("a  b")),
            (json!("/^a/"), json!("Abc")),
            (json!("5"), json!(5)),
            (json!(5), json!("5")),
            (json!({ "a": 1 }), json!({ "a": 1, "b": 2 })),
            (json!({ "a": null }), json!({})),
            (json!([1, "/b/"]), json!([1, "abc"])),
        ] {
            assert_eq!(mismatch(&expected, Some(&found)), None, "{expected} {found}");
        }
    }

    #[test]
    fn the_field_that_differs_is_named() {
        let expected = json!({ "a": { "b": "/x/" } });
        let message = |found: Value| mismatch(&expected, Some(&found)).unwrap().to_string();
        assert_eq!(message(json!({ "a": { "b": "y" } })), r#"`a.b`: expected "/x/", found "y""#);
        assert_eq!(message(json!({ "a": {} })), r#"`a.b`: expected "/x/", found nothing"#);
        let lists = mismatch(&json!(["/a/", "x"]), Some(&json!(["a", "y"]))).unwrap();
        assert_eq!(lists.to_string(), r#"`[1]`: expected "x", found "y""#);
        assert_eq!(message(json!({})), r#"`a`: expected {"b":"/x/"}, found nothing"#);
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_a_script_or_an_error(text in ".*") {
        let _ = parse(&text);
    }

    #[test]
    fn any_step_is_read_or_refused(verb in "(hears|says|presses|silence|[a-z]{1,8})", text in ".{0,20}") {
        let _ = parse(&format!("name: n\nsteps:\n  - {verb}: {text:?}\n"));
    }
}
