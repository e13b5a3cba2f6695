//! Compares what came of a call with what its script expects.

use serde_json::Value;

use super::event::{Mail, Sms};
use super::{Failure, Finished};
use crate::script::{Expectations, MailExpectation, Placed, Records, TextExpectation, mismatch};

/// Everything that is not as expected, in the order of the script's sections.
pub(crate) fn check(expect: &Expectations, call: &Finished) -> Vec<Failure> {
    let mut failures = Vec::new();
    if let Some(Placed { line, value }) = &expect.ended
        && *value != call.ended
    {
        failures.push(Failure {
            line: *line,
            expected: format!("ended: {value}"),
            found: format!("it ended: {}", call.ended),
        });
    }
    if let Some(Placed { line, value }) = &expect.queue
        && call.queue.as_ref() != Some(value)
    {
        failures.push(Failure {
            line: *line,
            expected: format!("queue: {value}"),
            found: call
                .queue
                .as_ref()
                .map_or("there is none".to_owned(), |it| format!("it is {it}")),
        });
    }
    for (name, Placed { line, value }) in &expect.attributes {
        let found = call.attributes.get(name).map(|it| Value::String(it.clone()));
        if let Some(difference) = mismatch(value, found.as_ref()) {
            failures.push(Failure {
                line: *line,
                expected: format!("attribute `{name}`: {}", difference.expected),
                found: format!("it is {}", difference.found),
            });
        }
    }
    if let Some(Placed { line, value }) = &expect.invoked
        && *value != call.invoked
    {
        failures.push(Failure {
            line: *line,
            expected: format!("invoked: {}", value.join(", ")),
            found: format!("these were: {}", call.invoked.join(", ")),
        });
    }
    for (kind, Placed { line, value }) in &expect.stored {
        failures.extend(stored(kind, *line, value, &call.stored));
    }
    if let Some(mails) = &expect.mailed {
        failures.extend(mailed(mails, expect.mailed_line, &call.mails));
    }
    if let Some(texts) = &expect.texted {
        failures.extend(texted(texts, expect.texted_line, &call.texts));
    }
    failures
}

/// Compares the records of one kind.
fn stored(kind: &str, line: u64, expected: &Records, stored: &[Value]) -> Vec<Failure> {
    let of_kind: Vec<&Value> = stored
        .iter()
        .filter(|item| item.get("kind").and_then(Value::as_str) == Some(kind))
        .collect();
    let failure = |expected, found| Failure { line, expected, found };
    match expected {
        Records::Some(fields) => {
            // The last record is as good an example of what is wrong as any.
            let example = of_kind
                .iter()
                .map(|item| mismatch(fields, Some(item)))
                .reduce(|one, other| if one.is_none() { one } else { other });
            match example {
                Some(None) => vec![],
                Some(Some(difference)) => vec![failure(
                    format!("stored `{kind}` with {fields}"),
                    format!("there are {} of that kind; {difference}", of_kind.len()),
                )],
                None => vec![failure(
                    format!("stored `{kind}` with {fields}"),
                    "there is none of that kind".to_owned(),
                )],
            }
        }
        Records::Exactly(items) if items.len() != of_kind.len() => vec![failure(
            format!("stored {} of `{kind}`", items.len()),
            format!("there are {}", of_kind.len()),
        )],
        Records::Exactly(items) => items
            .iter()
            .zip(of_kind)
            .enumerate()
            .filter_map(|(index, (fields, item))| {
                let difference = mismatch(fields, Some(item))?;
                let number = index.saturating_add(1);
                Some(failure(
                    format!("stored `{kind}` number {number} with {fields}"),
                    format!("there is {difference}"),
                ))
            })
            .collect(),
    }
}

/// Compares the mails, which must be as many as expected and in that order.
fn mailed(expected: &[Placed<MailExpectation>], line: u64, sent: &[Mail]) -> Vec<Failure> {
    if expected.len() != sent.len() {
        let subjects: Vec<_> = sent.iter().map(|it| format!("\"{}\"", it.subject)).collect();
        return vec![Failure {
            line,
            expected: format!("{} mailed", expected.len()),
            found: if subjects.is_empty() {
                "none was".to_owned()
            } else {
                format!("{} were: {}", sent.len(), subjects.join(", "))
            },
        }];
    }
    let mut failures = Vec::new();
    for (Placed { line, value }, mail) in expected.iter().zip(sent) {
        for (part, text) in value.parts() {
            let found = match part {
                "to" => &mail.to,
                "from" => &mail.from,
                "subject" => &mail.subject,
                _ => &mail.text,
            };
            let difference =
                mismatch(&Value::String(text.to_owned()), Some(&Value::String(found.clone())));
            if let Some(difference) = difference {
                failures.push(Failure {
                    line: *line,
                    expected: format!("mail `{part}`: {}", difference.expected),
                    found: format!("it is {}", difference.found),
                });
            }
        }
    }
    failures
}

/// Compares the texts, which must be as many as expected and in that order.
fn texted(expected: &[Placed<TextExpectation>], line: u64, sent: &[Sms]) -> Vec<Failure> {
    if expected.len() != sent.len() {
        let texts: Vec<_> = sent.iter().map(|it| format!("\"{}\"", it.text)).collect();
        let found = match &texts[..] {
            [] => "none was".to_owned(),
            _ => format!("{} were: {}", sent.len(), texts.join(", ")),
        };
        return vec![Failure { line, expected: format!("{} texted", expected.len()), found }];
    }
    let mut failures = Vec::new();
    for (Placed { line, value }, sms) in expected.iter().zip(sent) {
        for (part, text) in value.parts() {
            let found = if part == "to" { &sms.to } else { &sms.text };
            let difference =
                mismatch(&Value::String(text.to_owned()), Some(&Value::String(found.clone())));
            failures.extend(difference.map(|difference| Failure {
                line: *line,
                expected: format!("text `{part}`: {}", difference.expected),
                found: format!("it is {}", difference.found),
            }));
        }
    }
    failures
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use expect_test::{Expect, expect};
    use serde_json::json;

    use super::*;
    use crate::script::{Ended, Script};

    fn finished() -> Finished {
        Finished {
            ended: Ended::Voicemail,
            attributes: [("outcome".to_owned(), "voicemail".to_owned())].into(),
            invoked: vec!["greeting".to_owned(), "voicemail".to_owned()],
            stored: vec![
                json!({ "kind": "turn", "number": 1, "said": "hello" }),
                json!({ "kind": "turn", "number": 2, "said": "bye" }),
            ],
            mails: vec![Mail {
                from: "line@example.com".to_owned(),
                to: "team@example.com".to_owned(),
                subject: "New message".to_owned(),
                text: "Call me back".to_owned(),
            }],
            texts: vec![Sms {
                to: "+12025550143".to_owned(),
                text: "Your code is 123456.".to_owned(),
            }],
            ..Finished::default()
        }
    }

    fn differs(expectations: &str, message: &Expect) {
        let text = format!("name: n\nexpect:\n{expectations}");
        let script = Script::parse(Path::new("c.yaml"), &text).unwrap();
        let failures = check(&script.expect, &finished());
        let lines: Vec<_> = failures
            .iter()
            .map(|it| format!("{}: expected {}, but {}\n", it.line, it.expected, it.found))
            .collect();
        message.assert_eq(&lines.concat());
    }

    #[test]
    fn everything_as_expected() {
        differs(
            "  ended: voicemail\n  attributes: { outcome: voicemail }\n  invoked: [greeting, voicemail]\n  stored:\n    turn: { said: bye }\n    call: []\n  mailed:\n    - { to: team@example.com, text: /call me/ }\n",
            &expect![[""]],
        );
    }

    #[test]
    fn another_end() {
        differs(
            "  ended: served\n  queue: Support\n",
            &expect![[r#"
            3: expected ended: served, but it ended: voicemail
            4: expected queue: Support, but there is none
        "#]],
        );
    }

    #[test]
    fn other_attributes_and_functions() {
        differs(
            "  attributes: { outcome: served, x: y }\n  invoked: [greeting]\n",
            &expect![[r#"
            3: expected attribute `outcome`: "served", but it is "voicemail"
            3: expected attribute `x`: "y", but it is nothing
            4: expected invoked: greeting, but these were: greeting, voicemail
        "#]],
        );
    }

    #[test]
    fn other_records() {
        differs(
            "  stored:\n    turn: { said: maybe }\n    call: { a: b }\n    voicemail: [{ a: b }]\n",
            &expect![[r#"
                5: expected stored `call` with {"a":"b"}, but there is none of that kind
                4: expected stored `turn` with {"said":"maybe"}, but there are 2 of that kind; `said`: expected "maybe", found "bye"
                6: expected stored 1 of `voicemail`, but there are 0
            "#]],
        );
        differs(
            "  stored:\n    turn: [{ number: 1 }, { said: later }]\n",
            &expect![[r#"
            4: expected stored `turn` number 2 with {"said":"later"}, but there is `said`: expected "later", found "bye"
        "#]],
        );
    }

    #[test]
    fn other_mails() {
        differs(
            "  mailed: []\n",
            &expect![[r#"
            3: expected 0 mailed, but 1 were: "New message"
        "#]],
        );
        differs(
            "  mailed: [{ subject: /urgent/ }]\n",
            &expect![[r#"
            3: expected mail `subject`: "/urgent/", but it is "New message"
        "#]],
        );
    }

    #[test]
    fn other_texts() {
        differs("  texted: [{ to: \"+12025550143\", text: /code is/ }]\n", &expect![""]);
        differs(
            "  texted: []\n",
            &expect![[r#"
            3: expected 0 texted, but 1 were: "Your code is 123456."
        "#]],
        );
        differs(
            "  texted: [{ text: /link/ }]\n",
            &expect![[r#"
            3: expected text `text`: "/link/", but it is "Your code is 123456."
        "#]],
        );
        differs(
            "  texted: [{ to: \"+12025550199\" }]\n",
            &expect![[r#"
            3: expected text `to`: "+12025550199", but it is "+12025550143"
        "#]],
        );
    }
}
