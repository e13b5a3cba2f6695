//! Whole conversations with the assistant, without the engine, about the articles of the project.

mod ask;
mod reach;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use expect_test::Expect;
use line::Scenario;
use proptest::prelude::*;
use wording::Language;
use wording::check::Rule;

use super::Task;
use crate::business::{Passage, Topic};
use crate::memory::Memory;
use crate::request::{Facts, Request};
use crate::scenario::drive::{self, Call};
use crate::slot::Slots;
use crate::wish::Wish;

/// The articles of a language, in the order of their names.
fn articles(language: Language) -> Vec<Passage> {
    static READ: [OnceLock<Vec<Passage>>; 2] = [OnceLock::new(), OnceLock::new()];
    let at = usize::from(language == Language::EsUs);
    READ[at].get_or_init(|| read_articles(language)).clone()
}

fn read_articles(language: Language) -> Vec<Passage> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lines/assistant");
    let mut articles: Vec<Passage> = fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .filter_map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let (head, body) = text.strip_prefix("---\n").unwrap().split_once("---\n").unwrap();
            let value = |key: &str| {
                let line = head.lines().find_map(|it| it.strip_prefix(key)?.strip_prefix(": "));
                line.unwrap_or_else(|| panic!("{key} of {path:?}")).to_owned()
            };
            let details = head.lines().filter_map(|it| it.strip_prefix("  ")?.split_once(": "));
            let mut paragraphs = body.trim().split("\n\n").map(str::to_owned);
            let name = path.file_name().unwrap().to_str().unwrap();
            (value("language") == language.code()).then(|| Passage {
                article: name.split('.').next().unwrap().to_owned(),
                topic: serde_json::from_value(value("topic").into()).unwrap(),
                text: paragraphs.next().unwrap(),
                more: paragraphs.collect(),
                details: details.map(|(key, text)| (key.to_owned(), text.to_owned())).collect(),
                score: 0.0,
            })
        })
        .collect();
    articles.sort_by(|one, other| one.article.cmp(&other.article));
    articles
}

/// Finds articles by the words that they share with a question; without words, all of the topic.
fn records(request: &Request) -> Facts {
    let Request::Search { words, topic, language } = request else { panic!("{request:?}") };
    let plain = |text: &str| -> Vec<String> {
        let of = crate::said::spoken(*language);
        language::text::tokens(text, of).into_iter().map(|it| it.text).collect()
    };
    let asked: Vec<String> = plain(words).into_iter().filter(|it| it.chars().count() > 3).collect();
    let mut found = articles(*language);
    for passage in &mut found {
        let details = passage.details.values();
        let texts: Vec<&String> = [&passage.text, &passage.article]
            .into_iter()
            .chain(&passage.more)
            .chain(details)
            .collect();
        let has: Vec<String> = texts.into_iter().flat_map(|it| plain(it)).collect();
        let n_shared = asked.iter().filter(|it| has.contains(it)).count();
        let factor = if Some(passage.topic) == *topic { 2.0 } else { 1.0 };
        passage.score = f64::from(u32::try_from(n_shared).unwrap()) * factor;
    }
    if found.iter().all(|it| it.score == 0.0) {
        found.retain(|it| Some(it.topic) == *topic);
    } else {
        found.retain(|it| it.score > 0.0);
        found.sort_by(|one, other| other.score.total_cmp(&one.score));
    }
    found.truncate(5);
    Facts::Passages(found)
}

/// A call to the assistant.
fn call<'r>(language: Language, records: impl FnMut(&Request) -> Facts + 'r) -> Call<'r, Task> {
    Call::new(drive::line("assistant"), language, super::begin, records)
}

/// A call that begins with this, with what was learnt before.
fn ask_in(language: Language, memory: &Memory, wish: Wish, said: &str) -> Call<'static, Task> {
    let mut asked = call(language, records);
    asked.memory = memory.clone();
    asked.wants(wish, said)
}

/// What was said and done, and what a person would be told after it.
fn check(call: &Call<'_, Task>, expect: &Expect) {
    let told = call.told().unwrap_or_default();
    expect.assert_eq(&format!("{}= in short: {told}\n", call.transcript()));
}

#[test]
fn every_article_can_be_spoken_and_is_there_in_both_languages() {
    let (english, spanish) = (articles(Language::EnUs), articles(Language::EsUs));
    assert!((12..=16).contains(&english.len()), "{}", english.len());
    let shape = |it: &Passage| {
        let keys: Vec<String> = it.details.keys().cloned().collect();
        (it.article.clone(), it.topic, it.more.len(), keys)
    };
    let shapes = |all: &[Passage]| all.iter().map(shape).collect::<Vec<_>>();
    assert_eq!(shapes(&english), shapes(&spanish));
    let mut faults = Vec::new();
    for (language, all) in [(Language::EnUs, english), (Language::EsUs, spanish)] {
        for passage in all {
            let texts = std::iter::once(&passage.text).chain(&passage.more);
            for text in texts.chain(passage.details.values()) {
                let message = super::tell(text.clone());
                let manner = wording::Manner::new(jiff::civil::date(2026, 3, 2));
                let said = wording::say(language, &message, wording::Part::Main, &manner).unwrap();
                assert_eq!(said.text(), text);
                // An architect's work has long names; sentences are short all the same.
                let remarks = wording::check::check_own(language, text);
                let remark = remarks.into_iter().find(|it| it.rule != Rule::Grade);
                let long = (said.seconds() >= 10.0).then(|| "ten seconds or more".to_owned());
                faults.extend(remark.map(|it| it.told).or(long).map(|it| format!("{text} ({it})")));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_the_caller_says_is_shown_nowhere() {
    let said = "I'd like to interview her";
    let mut talk = ask_in(Language::EnUs, &Memory::default(), Wish::RequestInterview, said);
    talk.answers("callback");
    talk.answers("Sam Secret from Acme");
    let task = talk.task.as_ref().map(|(task, _)| task).unwrap();
    let shown = format!("{task:?} {:?}", talk.memory);
    assert!(!shown.contains("Secret"), "{shown}");
    // And a question is not stored.
    let talk =
        ask_in(Language::EnUs, &Memory::default(), Wish::AskContact, "is she secretly online");
    let task = talk.task.as_ref().map(|(task, _)| task);
    let stored = serde_json::to_string(&(task, &talk.memory)).unwrap();
    assert!(!stored.contains("secret"), "{stored}");
}

fn passages() -> impl Strategy<Value = Vec<Passage>> {
    let topic = prop::sample::select(vec![
        Topic::Experience,
        Topic::Skills,
        Topic::Projects,
        Topic::Education,
        Topic::Availability,
        Topic::Contact,
        Topic::Collaboration,
    ]);
    let text =
        prop::sample::select(vec!["", "Rust.", "From 2011. To 2016!", "<b>&\u{202e}", "años"]);
    let details = prop::collection::btree_map(
        prop::sample::select(vec!["when", "where", "why", ""]).prop_map(str::to_owned),
        text.clone().prop_map(str::to_owned),
        0..3,
    );
    let passage = ("[a-c]", topic, text.clone(), prop::collection::vec(text, 0..3), details);
    let passage = passage.prop_map(
        |(article, topic, text, more, details): (String, _, &str, Vec<&str>, BTreeMap<_, _>)| {
            let more = more.into_iter().map(str::to_owned).collect();
            Passage { article, topic, text: text.to_owned(), more, details, score: f64::NAN }
        },
    );
    prop::collection::vec(passage, 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is asked, and whatever the records have, every question ends.
    #[test]
    fn every_question_ends(
        questions in prop::collection::vec(
            (prop::sample::select(Wish::all().filter(|it| it.scenario() == Some(Scenario::Profile)).collect::<Vec<_>>()),
             prop::sample::select(SAID), passages()),
            1..12,
        ),
    ) {
        let mut memory = Memory::default();
        for (wish, said, passages) in questions {
            let mut talk = call(Language::EnUs, move |_| Facts::Passages(passages.clone()));
            talk.memory = memory;
            talk.begin_with(wish, said, &Slots::new());
            for _ in 0..6 {
                if talk.task.is_some() {
                    talk.answers(said);
                }
            }
            memory = talk.memory;
        }
    }
}

const SAID: &[&str] = &[
    "yes",
    "no",
    "where was that",
    "tell me more",
    "and before that",
    "what else",
    "does she know Rust",
    "a callback",
    "message",
    "text me the email",
    "skip",
    "",
    "<speak>&amp;",
    "when was that",
];
