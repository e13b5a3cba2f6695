//! The classifier as a whole.

use std::fmt::Write;

use expect_test::expect;
use proptest::prelude::*;
use serde_json::json;

use language::Language::English;

use super::*;
use crate::bot::Bot;

fn examples(texts: &[(&str, usize)]) -> Vec<Example> {
    texts.iter().map(|(text, intent)| Example::new(text, *intent, English)).collect()
}

const ORDER: usize = 0;
const AGENT: usize = 1;
const BYE: usize = 2;

fn small() -> Vec<Example> {
    examples(&[
        ("where is my order", ORDER),
        ("track my order", ORDER),
        ("has my package shipped", ORDER),
        ("when will my package arrive", ORDER),
        ("talk to an agent", AGENT),
        ("let me speak to a person", AGENT),
        ("i want a human", AGENT),
        ("bye", BYE),
        ("that is all, thank you", BYE),
        ("hang up now", BYE),
    ])
}

#[test]
fn nothing_to_learn_from_gives_no_guess() {
    for (intents, examples) in [
        (0, vec![]),
        (3, vec![]),
        (1, vec![Example::new("", 0, English), Example::new("?!", 0, English)]),
        (2, vec![Example::out_of_scope("hello", English)]),
        (2, vec![Example::new("of an intent that is not there", 2, English)]),
        (0, vec![Example::new("of an intent that is not there", usize::MAX, English)]),
    ] {
        let classifier = Classifier::train(English, intents, &examples);
        assert_eq!(classifier.guess("hello there"), [], "{examples:?}");
    }
}

#[test]
fn without_words_there_is_no_guess() {
    let classifier = Classifier::train(English, 3, &small());
    for said in ["", "   ", "?!", "\u{1f600}"] {
        assert_eq!(classifier.guess(said), [], "{said:?}");
    }
}

#[test]
fn an_intent_without_examples_is_never_guessed() {
    let classifier = Classifier::train(English, 7, &small());
    let guessed: Vec<usize> = classifier.guess("my order").iter().map(|it| it.intent).collect();
    assert_eq!(guessed.len(), 3);
    assert!(guessed.iter().all(|it| *it <= BYE));
}

#[test]
fn one_intent_is_learnt_from_one_sample() {
    let classifier = Classifier::train(English, 1, &examples(&[("track my order", 0)]));
    assert!(classifier.guess("track my order")[0].confidence > 0.9);
    assert!(
        classifier.guess("purple monkeys")[0].confidence
            < classifier.guess("my order")[0].confidence
    );
}

#[test]
fn the_same_sample_in_two_intents_is_either() {
    let samples = [("my account", 0), ("my account", 1), ("hang up", 2)];
    let classifier = Classifier::train(English, 3, &examples(&samples));
    let guesses = classifier.guess("my account");
    let mut best = [guesses[0].intent, guesses[1].intent];
    best.sort_unstable();
    assert_eq!(best, [0, 1]);
    assert!(guesses[0].confidence < 0.8, "{guesses:?}");
}

#[test]
fn samples_are_sure_and_variants_nearly() {
    let classifier = Classifier::train(English, 3, &small());
    let mut table = String::new();
    for said in [
        "where is my order",
        "where are my orders",
        "has the packege arrived",
        "i want to talk to a human being",
        "thank you that is all for today",
        "the meaning of life",
    ] {
        write!(table, "{said} ->").unwrap();
        for it in classifier.guess(said) {
            write!(table, " {}: {:.2}", it.intent, it.confidence).unwrap();
        }
        table.push('\n');
    }
    expect![[r#"
        where is my order -> 0: 1.00 2: 0.00 1: 0.00
        where are my orders -> 0: 0.93 1: 0.00 2: 0.00
        has the packege arrived -> 0: 0.65 2: 0.07 1: 0.02
        i want to talk to a human being -> 1: 0.98 2: 0.00 0: 0.00
        thank you that is all for today -> 2: 0.92 0: 0.00 1: 0.00
        the meaning of life -> 2: 0.40 0: 0.12 1: 0.09
    "#]]
    .assert_eq(&table);
}

#[test]
fn at_most_five_guesses_the_likeliest_first() {
    let samples: Vec<Example> = (0..20)
        .map(|it| Example::new(&format!("the thing number {}", "x".repeat(it + 1)), it, English))
        .collect();
    let guesses = Classifier::train(English, 20, &samples).guess("the thing number xxx");
    assert_eq!(guesses.len(), MAX_GUESSES);
    assert_eq!(guesses[0].intent, 2);
    assert!(guesses.is_sorted_by(|a, b| a.confidence >= b.confidence));
    assert!(guesses.iter().map(|it| it.confidence).sum::<f32>() <= 1.0);
}

#[test]
fn what_is_taught_to_be_out_of_scope_is_less_sure() {
    let said = "what is the meaning of my order";
    let before = Classifier::train(English, 3, &small()).guess(said)[0].confidence;
    let mut taught = small();
    taught.push(Example::out_of_scope("what is the meaning of life", English));
    let after = Classifier::train(English, 3, &taught).guess(said)[0].confidence;
    assert!(after < before, "{after} {before}");
}

#[test]
fn a_slot_stands_for_values_that_no_sample_has() {
    let slot = |name: &str, slot_type: &str| {
        json!({
            "Name": name,
            "SlotTypeName": slot_type,
            "ValueElicitationSetting": { "SlotConstraint": "Optional" },
        })
    };
    let bot = Bot::from_cloudformation(&json!({
        "Name": "travel",
        "BotLocales": [{
            "LocaleId": "en_US",
            "NluConfidenceThreshold": 0.4,
            "SlotTypes": [{
                "Name": "Class",
                "SlotTypeValues": [
                    { "SampleValue": { "Value": "economy" } },
                    { "SampleValue": { "Value": "business" } },
                ],
                "ValueSelectionSetting": { "ResolutionStrategy": "TOP_RESOLUTION" },
            }],
            "Intents": [
                {
                    "Name": "Fly",
                    "Slots": [slot("City", "AMAZON.City"), slot("Class", "Class")],
                    "SampleUtterances": [
                        { "Utterance": "fly to {City}" },
                        { "Utterance": "a {Class} ticket to {City}" },
                        { "Utterance": "{City}" },
                    ],
                },
                {
                    "Name": "Order",
                    "Slots": [slot("Number", "AMAZON.Number")],
                    "SampleUtterances": [
                        { "Utterance": "order {Number}" },
                        { "Utterance": "where is number {Number}" },
                    ],
                },
                { "Name": "Fallback", "ParentIntentSignature": "AMAZON.FallbackIntent" },
            ],
        }],
    }))
    .unwrap();
    let classifier = &bot.locale("en_US").unwrap().classifier;
    for (said, intent) in [
        ("fly to lisbon", 0),
        ("a business ticket to reykjavik", 0),
        ("order 77", 1),
        ("where is number twenty five", 1),
    ] {
        let best = classifier.guess(said)[0];
        assert_eq!(best.intent, intent, "{said:?}");
        assert!(best.confidence > 0.5, "{said:?} {best:?}");
    }
    // A sample that is nothing but any value teaches nothing about a value alone.
    let alone = classifier.guess("lisbon")[0].confidence;
    assert!(alone < classifier.guess("fly to lisbon")[0].confidence - 0.2, "{alone}");
}

#[test]
fn training_again_gives_the_same() {
    // So many intents that several threads train them.
    let samples: Vec<Example> = (0..400)
        .map(|it| Example::new(&format!("sample {it} of {}", it % 200), it % 200, English))
        .collect();
    let (one, other) =
        (Classifier::train(English, 200, &samples), Classifier::train(English, 200, &samples));
    for said in ["sample 7 of 7", "of 199", "something else"] {
        assert_eq!(one.guess(said), other.guess(said));
    }
    assert_eq!(one.bytes(), other.bytes());
}

#[test]
fn a_very_long_text_is_answered() {
    let classifier = Classifier::train(English, 3, &small());
    for text in ["order ", "x", "\u{1f600} ", "\u{627}\u{644}\u{633}", "a\u{301}"] {
        let long = text.repeat(100_000_usize.div_ceil(text.len()));
        let guesses = classifier.guess(&long);
        assert!(guesses.iter().all(|it| it.confidence.is_finite()));
    }
}

proptest! {
    #[test]
    fn any_text_is_answered(said in any::<String>()) {
        let classifier = Classifier::train(English, 3, &small()[..4]);
        for guess in classifier.guess(&said) {
            prop_assert!((0.0..=1.0).contains(&guess.confidence));
            prop_assert!(guess.intent <= BYE);
        }
    }

    #[test]
    fn any_examples_can_be_learnt(
        samples in prop::collection::vec((any::<String>(), prop::option::of(0_usize..4)), 0..8),
        said in "[a-z ]{0,20}",
    ) {
        let samples: Vec<Example> = samples
            .iter()
            .map(|(text, intent)| match intent {
                Some(intent) => Example::new(text, *intent, English),
                None => Example::out_of_scope(text, English),
            })
            .collect();
        let guesses = Classifier::train(English, 3, &samples).guess(&said);
        prop_assert!(guesses.iter().all(|it| (0.0..=1.0).contains(&it.confidence)));
        prop_assert!(guesses.is_sorted_by(|a, b| a.confidence >= b.confidence));
    }
}

#[test]
fn a_slot_of_a_sample_stands_for_its_values_or_any_word() {
    let values = |slot: &str| match slot {
        "Number" => &["55421", "five five"][..],
        _ => &[],
    };
    let wordings = |text: &str| {
        let shown = |it: &Word| match it {
            Word::Plain(word) => word.clone(),
            Word::Any => "*".to_owned(),
        };
        let wordings = Example::sample(text, 0, English, values).wordings;
        let wordings = wordings.iter().map(|it| it.iter().map(shown).collect::<Vec<_>>().join(" "));
        wordings.collect::<Vec<_>>()
    };
    for (text, expected) in [
        ("track order {Number}", &["track order 55421", "track order five five"][..]),
        ("{Number}, it's for { Name }", &["55421 it is for *", "five five it is for *"]),
        ("{Number}", &["55421", "five five"]),
        ("{Name}", &[]),
        ("no slots", &["no slots"]),
        ("a { b", &["a b"]),
        ("a } b {Number", &["a b number"]),
        ("", &[]),
    ] {
        assert_eq!(wordings(text), expected, "{text:?}");
    }
}
