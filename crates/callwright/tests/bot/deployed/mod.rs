//! What the bot that is deployed understands, in words that are no sample of it, and what it must
//! not take for one of its intents.

mod english;
mod spanish;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{bot, project};

/// A locale with what is understood in it and what is not.
type Table = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

const LOCALES: [Table; 2] = [
    ("en_US", english::UNDERSTOOD, english::NOT_UNDERSTOOD),
    ("es_US", spanish::UNDERSTOOD, spanish::NOT_UNDERSTOOD),
];

/// The intent that each utterance leads to.
fn intents(locale: &str, said: &[&str]) -> Vec<String> {
    let answer = bot(&project(), &["ask", "--json", "--locale", locale], &(said.join("\n") + "\n"));
    assert_eq!(answer.code, 0, "{}", answer.stderr);
    let answers = answer.stdout.lines().map(|line| {
        let answer: Value = serde_json::from_str(line).unwrap();
        answer.pointer("/intents/0/intent").and_then(Value::as_str).unwrap().to_owned()
    });
    answers.collect()
}

#[test]
fn callers_are_understood_in_their_own_words() {
    for (locale, understood, _) in LOCALES {
        let said: Vec<&str> = understood.iter().map(|it| it.0).collect();
        let answers = intents(locale, &said);
        let wrong: Vec<_> = understood
            .iter()
            .zip(&answers)
            .filter(|((_, expected), intent)| expected != intent)
            .map(|((said, expected), intent)| format!("{said:?}: {intent}, expected {expected}"))
            .collect();
        assert!(wrong.is_empty(), "{locale}\n{}", wrong.join("\n"));
    }
}

#[test]
fn every_intent_is_asked_about() {
    let named = |table: &[(&str, &'static str)]| -> BTreeSet<&str> {
        table.iter().map(|(_, intent)| *intent).collect()
    };
    assert_eq!(named(english::UNDERSTOOD), named(spanish::UNDERSTOOD));
    assert_eq!(named(english::UNDERSTOOD).len(), 34);
}

#[test]
fn other_wishes_and_their_opposites_are_not_taken() {
    for (locale, _, not_understood) in LOCALES {
        let answers = intents(locale, not_understood);
        let taken: Vec<_> = not_understood
            .iter()
            .zip(&answers)
            .filter(|(_, intent)| *intent != "FallbackIntent")
            .map(|(said, intent)| format!("{said:?}: {intent}"))
            .collect();
        assert!(taken.is_empty(), "{locale}\n{}", taken.join("\n"));
    }
}
