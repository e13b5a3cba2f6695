//! What a bot makes of some words, without a conversation around them.

use jiff::Zoned;
use lex_bot::UnderstandError;
use proptest::prelude::*;

use super::northwind;

fn now() -> Zoned {
    "2026-03-02T09:30[America/New_York]".parse().unwrap()
}

fn intents(words: &str, asked: Option<(&str, &str)>) -> Vec<(String, Option<f64>)> {
    let readings = northwind().understand("en_US", words, asked, &now()).unwrap();
    readings.into_iter().map(|it| (it.intent.name, it.nlu_confidence)).collect()
}

#[test]
fn what_the_bot_does_not_have_is_an_error() {
    let error = |locale, asked| northwind().understand(locale, "hi", asked, &now()).unwrap_err();
    assert!(matches!(error("fr_FR", None), UnderstandError::UnknownLocale { .. }));
    for asked in [("Nothing", "OrderNumber"), ("CheckOrderStatus", "Nothing")] {
        let error = error("en_US", Some(asked));
        assert_eq!(
            error.to_string(),
            format!("locale `en_US` has no slot `{}.{}`", asked.0, asked.1)
        );
    }
}

#[test]
fn a_sample_leads_to_its_intent_and_nonsense_to_the_fallback() {
    assert_eq!(intents("track my order", None)[0], ("CheckOrderStatus".to_owned(), Some(1.0)));
    assert_eq!(intents("xyzzy plugh", None), [("FallbackIntent".to_owned(), None)]);
    assert_eq!(intents("", None), [("FallbackIntent".to_owned(), None)]);
}

#[test]
fn an_answer_to_a_question_fills_its_slot() {
    let asked = Some(("CheckOrderStatus", "OrderNumber"));
    let words = "five five four two one";
    let readings = northwind().understand("en_US", words, asked, &now()).unwrap();
    assert_eq!(readings[0].intent.slot("OrderNumber"), Some("55421"));
    assert_eq!(intents("xyzzy plugh", asked)[0].0, "FallbackIntent");
    let other = &intents("an agent please", asked)[0];
    assert_ne!(other.0, "CheckOrderStatus");
}

proptest! {
    #[test]
    fn any_words_are_read(words in ".{0,60}") {
        let asked = Some(("CheckOrderStatus", "OrderNumber"));
        for asked in [None, asked] {
            prop_assert!(!intents(&words, asked).is_empty());
        }
    }
}
