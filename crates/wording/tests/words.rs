//! The wording files that are part of the binary, as callers hear them.

use std::fmt::Write as _;

use expect_test::expect_file;
use wording::Language;
use wording::check::{Severity, built_in, check};

/// Every wording of every message, for people to review: with the words that choose it, and about how
/// many seconds it takes to say.
#[test]
fn every_message_sounds_like_this() {
    let checked = check(&built_in());
    for language in Language::ALL {
        let mut heard = String::new();
        let mut message = "";
        for it in checked.samples.iter().filter(|it| it.speech.language() == language) {
            if it.message != message {
                message = &it.message;
                writeln!(heard, "{message}").unwrap();
            }
            let choices = if it.choices.is_empty() {
                String::new()
            } else {
                format!("({}) ", it.choices.join(", "))
            };
            let (text, seconds) = (it.speech.text(), it.speech.seconds());
            writeln!(heard, "    {choices}{text}  [{seconds:.1} s]").unwrap();
        }
        expect_file![format!("heard/{language}.txt")].assert_eq(&heard);
    }
}

/// Hints are for people: a way to a person in each last reprompt, where ten seconds allow it.
#[test]
fn every_message_keeps_the_rules() {
    let sources = built_in();
    let mut told = String::new();
    for it in check(&sources).findings.iter().filter(|it| it.rule.severity() > Severity::Hint) {
        let source = &sources[it.file];
        let line = source.text.get(..it.at.start).map_or(0, |it| it.lines().count());
        let file = format!("{}/{}:{line}", source.language, source.name);
        writeln!(told, "{file} {} {}: {}", it.rule, it.message, it.told).unwrap();
    }
    assert!(told.is_empty(), "{told}");
}
