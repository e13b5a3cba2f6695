//! What callers say, and what it is read as.

use super::*;
use crate::slot::Slots;
use Language::{EnUs, EsUs};

#[test]
fn every_meaning_has_phrases_in_every_language() {
    let vocabulary: Vocabulary = toml::from_str(EMBEDDED).unwrap();
    let Vocabulary {
        follow_up,
        points_back,
        asks,
        latest,
        earliest,
        filler,
        topics,
        send,
        skip,
        skip_alone,
        introduces,
        names,
        after_name,
        no_name,
        ways,
    } = vocabulary;
    assert_eq!((follow_up.len(), topics.len(), ways.len()), (8, 7, 4));
    let maps = follow_up.into_values().chain(topics.into_values()).chain(ways.into_values());
    let all = maps.chain([
        points_back,
        asks,
        latest,
        earliest,
        filler,
        send,
        skip,
        skip_alone,
        introduces,
        names,
        after_name,
        no_name,
    ]);
    for (phrases, language) in all.flat_map(|it| Language::ALL.map(|of| (it.clone(), of))) {
        assert!(!phrases.of(language).is_empty(), "{phrases:?} {language}");
    }
}

#[test]
fn questions_about_the_answer_before_are_told_from_new_ones() {
    use FollowUp::{After, Before, HowLong, More, Other, When, Where, Who};
    for (language, text, asks) in [
        (EnUs, "and where was that?", Some(Where)),
        (EnUs, "where is it", Some(Where)),
        (EnUs, "when was that project", Some(When)),
        (EnUs, "who did she work with there", Some(Who)),
        (EnUs, "how long did that take her", Some(HowLong)),
        (EnUs, "how long was she there", Some(HowLong)),
        (EnUs, "tell me more about that, please", Some(More)),
        (EnUs, "and what did she do there?", Some(More)),
        (EnUs, "what else has she done", Some(Other)),
        (EnUs, "what other projects has she built", Some(Other)),
        (EnUs, "and before that?", Some(Before)),
        (EnUs, "what did she do before that", Some(Before)),
        (EnUs, "and after that", Some(After)),
        (EnUs, "where did she study", None),
        (EnUs, "when can she start", None),
        (EnUs, "how long has she used Rust", None),
        (EnUs, "tell me about Kafka", None),
        (EnUs, "", None),
        (EsUs, "¿y dónde fue eso?", Some(Where)),
        (EsUs, "¿cuándo fue?", Some(When)),
        (EsUs, "¿con quién trabajó ahí?", Some(Who)),
        (EsUs, "¿cuánto tiempo estuvo?", None),
        (EsUs, "¿cuánto duró eso?", Some(HowLong)),
        (EsUs, "cuénteme más", Some(More)),
        (EsUs, "¿qué más ha hecho?", Some(Other)),
        (EsUs, "¿y antes de eso?", Some(Before)),
        (EsUs, "¿dónde estudió?", None),
    ] {
        assert_eq!(follow_up(&Said::new(text, language)), asks, "{text}");
    }
}

#[test]
fn questions_are_told_from_mumbling() {
    for (language, text, is_question, about) in [
        (EnUs, "tell me about her job at Lumen Rail", true, None),
        (EnUs, "and what about kubernetes?", true, None),
        (EnUs, "okay, has she led a company", true, Some(Topic::Experience)),
        (EnUs, "does she play the piano", true, None),
        (EnUs, "something else entirely", false, None),
        (EnUs, "banana", false, None),
        (EnUs, "", false, None),
        (EsUs, "¿y qué tal Kubernetes?", true, None),
        (EsUs, "hábleme de su empleo en Lumen Rail", true, None),
        (EsUs, "plátano", false, None),
    ] {
        let said = Said::new(text, language);
        assert_eq!((asks(&said), topic(&said)), (is_question, about), "{text}");
    }
}

#[test]
fn articles_are_named_by_the_words_of_their_own() {
    let all = ["work-at-lumen-rail", "work-at-acme"];
    for (text, article, named) in [
        ("At Lumen Rail in Boston, and at Acme", "work-at-lumen-rail", true),
        ("At Lumen Rail in Boston, and at Acme", "work-at-acme", true),
        ("At Lumen in Boston", "work-at-lumen-rail", false),
        ("Her work at home", "work-at-acme", false),
    ] {
        assert_eq!(names_article(text, article, &all, EnUs), named, "{text}: {article}");
    }
}

#[test]
fn particulars_are_what_a_question_names() {
    for (language, text, topic, words) in [
        (EnUs, "what skills does Maya have", Topic::Skills, &[][..]),
        (EnUs, "does she know COBOL", Topic::Skills, &["cobol"]),
        (EnUs, "where has she worked before", Topic::Experience, &[]),
        (EnUs, "when could she start", Topic::Availability, &[]),
        (EnUs, "tell me about the ticketing project", Topic::Projects, &["ticketing"]),
        (EsUs, "¿qué estudió Maya?", Topic::Education, &[]),
        (EsUs, "¿sabe de Kubernetes?", Topic::Skills, &["kubernetes"]),
    ] {
        let said = Said::new(text, language);
        assert_eq!(particulars(&said, topic, "Maya Torres"), words, "{text}");
    }
}

#[test]
fn forms_of_a_word_are_alike() {
    for (one, other, alike) in [
        ("tickets", "ticketing", true),
        ("payment", "payments", true),
        ("databases", "database", true),
        ("rust", "rust", true),
        ("go", "going", false),
        ("lead", "leather", false),
        ("kafka", "kubernetes", false),
        ("certified", "certificates", true),
        ("certain", "certificates", false),
        ("consultant", "consulting", true),
        ("workshops", "works", false),
    ] {
        assert_eq!(is_alike(one, other), alike, "{one} {other}");
    }
}

#[test]
fn names_and_matters_are_kept_without_their_introduction() {
    for (language, text, kept) in [
        (EnUs, "This is Sam Lee from Acme.", Some("Sam Lee from Acme")),
        (EnUs, "my name is Ana", Some("Ana")),
        (EnUs, "Sam", Some("Sam")),
        (EnUs, "it's about a job offer", Some("a job offer")),
        (EnUs, "this is", None),
        (EnUs, "", None),
        (EsUs, "soy Luis, de Ferrovía", Some("Luis, de Ferrovía")),
    ] {
        let slots = Slots::new();
        let answer = Answer { slots: &slots, yes_no: None, keys: None, said: text, language };
        assert_eq!(own_words(&answer).as_deref(), kept, "{text}");
    }
}

#[test]
fn ways_to_get_in_touch_are_read() {
    for (language, text, named) in [
        (EnUs, "a callback please", Some(Way::Callback)),
        (EnUs, "could she call me back", Some(Way::Callback)),
        (EnUs, "I'll leave a message", Some(Way::Message)),
        (EnUs, "just text me the email", Some(Way::Email)),
        (EnUs, "LinkedIn", Some(Way::Linkedin)),
        (EnUs, "the second one", Some(Way::Message)),
        (EnUs, "not a callback, a message", Some(Way::Message)),
        (EnUs, "hm", None),
        (EsUs, "que me llame", Some(Way::Callback)),
        (EsUs, "el correo", Some(Way::Email)),
    ] {
        let slots = Slots::new();
        let answer = Answer { slots: &slots, yes_no: None, keys: None, said: text, language };
        assert_eq!(way(&answer), named, "{text}");
    }
}
