//! Messages as callers hear them.

use jiff::civil::date;
use wording::{
    Arms, Language, Manner, Message, Pace, Part, SayError, Value, say, say_or_apologise,
};

/// A Monday.
fn manner() -> Manner {
    Manner::new(date(2026, 3, 2))
}

fn number(digits: &str) -> Value {
    Value::Digits(digits.to_owned())
}

fn word(word: &str) -> Value {
    Value::Word(word.to_owned())
}

fn english(message: &Message, part: Part) -> Result<String, SayError> {
    say(Language::EnUs, message, part, &manner()).map(|it| it.text().to_owned())
}

#[test]
fn a_number_is_read_back_digit_by_digit() {
    let message = Message::new("confirm-order-number").with("number", number("55421"));
    let speech = say(Language::EnUs, &message, Part::Main, &manner()).unwrap();
    assert_eq!(speech.text(), "I have 5, 5, 4, 2, 1. Is that right?");
    assert_eq!(
        speech.document(),
        "<speak>I have <say-as interpret-as=\"digits\">5</say-as>, \
         <say-as interpret-as=\"digits\">5</say-as>, \
         <say-as interpret-as=\"digits\">4</say-as>, \
         <say-as interpret-as=\"digits\">2</say-as>, \
         <say-as interpret-as=\"digits\">1</say-as>. Is that right?</speak>"
    );
}

#[test]
fn every_status_is_told_with_the_days_that_are_known() {
    let (yesterday, wednesday) = (date(2026, 3, 1), date(2026, 3, 4));
    for (status, known, course, told) in [
        ("processing", "neither", "on-time", "is being prepared. It hasn't been shipped yet."),
        ("processing", "future", "on-time", "is being prepared and should arrive on Wednesday."),
        (
            "processing",
            "both",
            "late",
            "is still being prepared. It was due on Wednesday, so it's running late.",
        ),
        ("shipped", "neither", "on-time", "is on its way."),
        ("shipped", "past", "on-time", "was shipped yesterday and is on its way."),
        ("shipped", "future", "on-time", "is on its way and should arrive on Wednesday."),
        ("shipped", "both", "on-time", "was shipped yesterday and should arrive on Wednesday."),
        ("shipped", "both", "late", "is running late. It was due on Wednesday."),
        ("delivered", "neither", "on-time", "has been delivered."),
        ("delivered", "past", "on-time", "was delivered yesterday."),
        (
            "cancelled",
            "both",
            "on-time",
            "was cancelled. If you didn't expect that, just ask for a person.",
        ),
    ] {
        let message = Message::new("tell-order-status")
            .with("number", number("44321"))
            .with("status", word(status))
            .with("known", word(known))
            .with("course", word(course))
            .with("past", Value::Day(yesterday))
            .with("future", Value::Day(wednesday));
        assert_eq!(english(&message, Part::Main).unwrap(), format!("Order 44321 {told}"));
    }
}

#[test]
fn questions_are_asked_again_with_growing_help() {
    let message = Message::new("ask-order-number-again");
    for (part, said) in [
        (Part::Main, "Sorry about that. What's the right number?"),
        (Part::Unclear(0), "Sorry, I didn't get that. What's your five-digit order number?"),
        (Part::Unclear(1), "Sorry, I didn't get that. What's your five-digit order number?"),
        (
            Part::Unclear(2),
            "Please enter the five digits on your keypad, or say agent to talk to a person.",
        ),
        (
            Part::Unclear(u32::MAX),
            "Please enter the five digits on your keypad, or say agent to talk to a person.",
        ),
        (Part::Silent(1), "Are you still there? What's your five-digit order number?"),
    ] {
        assert_eq!(english(&message, part).unwrap(), said);
    }
}

#[test]
fn what_has_no_reprompt_is_said_as_it_is() {
    let message = Message::new("tell-disclosure");
    for part in [Part::Unclear(1), Part::Silent(2)] {
        assert_eq!(english(&message, part), english(&message, Part::Main));
    }
}

#[test]
fn wordings_take_turns() {
    let message = Message::new("ask-more");
    let said: Vec<_> = (0..4)
        .map(|turn| {
            let manner = Manner { turn, ..manner() };
            let speech = say(Language::EnUs, &message, Part::Main, &manner).unwrap();
            speech.text().to_owned()
        })
        .collect();
    assert_eq!(
        said,
        [
            "Is there anything else I can help with?",
            "Anything else I can help with?",
            "Can I help with anything else?",
            "Is there anything else I can help with?",
        ]
    );
}

#[test]
fn half_of_the_callers_may_hear_a_second_wording() {
    let message = Message::new("confirm-order-number").with("number", number("7"));
    let says = |manner: &Manner, part| {
        say(Language::EnUs, &message, part, manner).unwrap().text().to_owned()
    };
    let second = Manner { arms: ["confirm-order-number"].into_iter().collect(), ..manner() };
    assert!(wording::knows_second("confirm-order-number"));
    assert_eq!(says(&manner(), Part::Main), "I have 7. Is that right?");
    assert_eq!(says(&second, Part::Main), "So that's 7, right?");
    // Asked again, both hear the same.
    assert_eq!(says(&second, Part::Silent(1)), says(&manner(), Part::Silent(1)));
}

#[test]
fn a_second_wording_that_is_not_there_is_not_missed() {
    let arms: Arms = ["ask-more"].into_iter().collect();
    assert!(arms.hears_second("ask-more") && !arms.hears_second("ask-wish"));
    let manner = Manner { arms, ..manner() };
    let speech = say(Language::EnUs, &Message::new("ask-more"), Part::Main, &manner).unwrap();
    assert_eq!(speech.text(), "Is there anything else I can help with?");
}

#[test]
fn whether_a_message_is_known_can_be_asked() {
    assert!(wording::knows("ask-more") && !wording::knows("ask-nothing") && !wording::knows(""));
    assert!(!wording::knows_second("ask-nothing"));
}

#[test]
fn messages_are_held_against_their_declaration() {
    for (message, fault) in [
        (Message::new("ask-more"), None),
        (Message::new("confirm-order-number").with("number", number("1")), None),
        (Message::new("ask-nothing"), Some("there is no message `ask-nothing`")),
        (
            Message::new("confirm-order-number"),
            Some("message `confirm-order-number`: it lacks `$number`"),
        ),
        (
            Message::new("confirm-order-number").with("number", word("one")),
            Some("message `confirm-order-number`: `$number` is no Word"),
        ),
        (
            Message::new("ask-more").with("number", number("1")),
            Some("message `ask-more`: it has no `$number`"),
        ),
        (
            Message::new("tell-language-unknown").with("speaks", word("fr-FR")),
            Some(
                "message `tell-language-unknown`: `$speaks` is one of the words en-US, es-US, both",
            ),
        ),
    ] {
        assert_eq!(wording::check::holds(&message).err().as_deref(), fault);
    }
}

#[test]
fn own_words_of_a_line_are_checked() {
    let told = |text| {
        let remarks = wording::check::check_own(Language::EnUs, text);
        remarks.into_iter().map(|it| it.rule.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(told("Thanks for calling Northwind. How's your trip going?"), "");
    assert_eq!(told("Thanks for calling <b>Northwind"), "markup sentence");
    assert_eq!(told("I am sorry, this session is over."), "jargon contraction");
}

#[test]
fn a_caller_who_asked_hears_it_slowly() {
    let manner = Manner { pace: Pace::Slow, ..manner() };
    let speech = say(Language::EnUs, &Message::new("tell-done"), Part::Main, &manner).unwrap();
    assert_eq!(speech.text(), "All right.");
    assert_eq!(speech.ssml(), "<prosody rate=\"85%\">All right.</prosody>");
}

#[test]
fn an_emergency_number_is_read_digit_by_digit() {
    let message = Message::new("tell-emergency");
    let speech = say(Language::EsUs, &message, Part::Main, &manner()).unwrap();
    assert!(speech.ssml().contains("<say-as interpret-as=\"digits\">911</say-as>"));
}

#[test]
fn what_cannot_be_said_is_an_error_with_a_name() {
    for (message, error) in [
        (Message::new("tell-nonsense"), "there is no message `tell-nonsense` in en-US"),
        (Message::new(""), "there is no message `` in en-US"),
        (
            Message::new("confirm-order-number").with("digits", number("1")),
            "message `confirm-order-number` needs a value for `$number`",
        ),
        (
            Message::new("confirm-order-number").with("number", word("secret")),
            "the wording of message `confirm-order-number` in en-US cannot be said",
        ),
        (
            Message::new("tell-order-unknown").with("number", Value::Text("secret".to_owned())),
            "the value of `$number` cannot be said in message `tell-order-unknown`",
        ),
        (
            Message::new("tell-order-unknown").with("number", word("secret")),
            "the wording of message `tell-order-unknown` in en-US cannot be said",
        ),
        (
            Message::new("tell-greeting").with("business", Value::Any(Vec::new())),
            "the value of `$business` cannot be said in message `tell-greeting`",
        ),
        (
            Message::new("tell-greeting").with("business", Value::Number(i64::MIN)),
            "the value of `$business` cannot be said in message `tell-greeting`",
        ),
    ] {
        assert_eq!(english(&message, Part::Main).unwrap_err().to_string(), error);
    }
}

#[test]
fn a_caller_hears_an_apology_instead_of_an_error() {
    for language in Language::ALL {
        let message = Message::new("tell-nonsense");
        let (speech, error) = say_or_apologise(language, &message, Part::Unclear(2), &manner());
        assert!(matches!(error, Some(SayError::UnknownMessage { .. })));
        let apology = Message::new("tell-unavailable");
        assert_eq!(speech, say(language, &apology, Part::Main, &manner()).unwrap());
    }
}

#[test]
fn a_name_cannot_bring_markup_or_wording() {
    let name = r#"<break time="9s"/> & 'Sons' { $number } { PAUSE() }"#;
    let message = Message::new("tell-greeting").with("business", Value::Text(name.to_owned()));
    let speech = say(Language::EnUs, &message, Part::Main, &manner()).unwrap();
    assert_eq!(speech.text(), format!("Thank you for calling {name}."));
    assert_eq!(
        speech.ssml(),
        "Thank you for calling &lt;break time=&quot;9s&quot;/&gt; &amp; &apos;Sons&apos; \
         { $number } { PAUSE() }."
    );
}

#[test]
fn a_sentence_ends_once() {
    let says = |business: &str| {
        let value = Value::Text(business.to_owned());
        english(&Message::new("tell-greeting").with("business", value), Part::Main).unwrap()
    };
    assert_eq!(says("Acme Inc."), "Thank you for calling Acme Inc.");
    assert_eq!(says("Who?"), "Thank you for calling Who?.");
}

#[test]
fn words_can_be_put_together() {
    let manner = manner();
    let said =
        |id: &'static str| say(Language::EnUs, &Message::new(id), Part::Main, &manner).unwrap();
    let both = said("note-okay").then(&said("ask-more"));
    assert_eq!(both.text(), "Okay. Is there anything else I can help with?");
    assert_eq!(both.ssml(), "Okay. Is there anything else I can help with?");
    assert!(both.seconds() > 3.0 && both.seconds() < 5.0);
}

#[test]
fn nobody_reads_words_in_debug_output() {
    let message = Message::new("tell-greeting").with("business", Value::Text("secret".to_owned()));
    let speech = say(Language::EnUs, &message, Part::Main, &manner()).unwrap();
    assert!(!format!("{speech:?} {message:?}").contains("secret"));
}
