//! Whole conversations with the assistant of a professional, through the engine.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use std::collections::BTreeMap;

use common::Call;
use dialogue::business::{Passage, Topic};
use dialogue::{Facts, Request};
use expect_test::{Expect, expect};
use line::Scenario;
use wording::Language;

fn passage(
    article: &str,
    topic: Topic,
    text: &str,
    more: &[&str],
    details: &[(&str, &str)],
) -> Passage {
    Passage {
        article: article.to_owned(),
        topic,
        text: text.to_owned(),
        more: more.iter().map(|it| (*it).to_owned()).collect(),
        details: details
            .iter()
            .map(|(key, it)| ((*key).to_owned(), (*it).to_owned()))
            .collect::<BTreeMap<_, _>>(),
        score: 1.0,
    }
}

/// A few articles; whatever is asked of a topic finds all of it.
fn records(request: &Request) -> Facts {
    let Request::Search { topic, language, .. } = request else { return Facts::Unavailable };
    let spanish = *language == Language::EsUs;
    let all = if spanish {
        vec![passage(
            "lumen",
            Topic::Experience,
            "Maya fue la arquitecta principal de Lumen Rail.",
            &["Reunió nueve sistemas en uno."],
            &[("where", "En Boston."), ("when", "De 2021 a 2025.")],
        )]
    } else {
        vec![
            passage(
                "lumen",
                Topic::Experience,
                "Maya was the principal architect of Lumen Rail.",
                &["She brought nine systems together."],
                &[("where", "In Boston."), ("when", "From 2021 to 2025.")],
            ),
            passage(
                "harbor",
                Topic::Experience,
                "At HarborPay, she led card payments.",
                &[],
                &[("where", "In New York."), ("when", "From 2016 to 2021.")],
            ),
            passage("rust", Topic::Skills, "Maya writes mostly Rust.", &[], &[]),
            passage(
                "ticketing",
                Topic::Projects,
                "Her biggest project sells train tickets.",
                &["It took two years."],
                &[],
            ),
            passage(
                "contact",
                Topic::Contact,
                "The best way to reach Maya is by e-mail.",
                &[],
                &[],
            ),
        ]
    };
    Facts::Passages(all.into_iter().filter(|it| topic.is_none_or(|of| it.topic == of)).collect())
}

fn check(call: Call, caller: &[&str], expected: &Expect) {
    expected.assert_eq(&call.transcript(caller));
}

fn call() -> Call {
    Call::new(&[Scenario::Profile], records)
}

#[test]
fn questions_follow_each_other() {
    check(
        call(),
        &[
            "what's her experience @AskExperience",
            "and where was that?",
            "when was that @AskExperience:0.6",
            "and before that?",
            "tell me more",
            "yes",
            "tell me more",
            "no, that's all @Goodbye",
        ],
        &expect![[r#"
            caller: what's her experience
            line:   Maya was the principal architect of Lumen Rail. Would you like to hear about a recent project?
            caller: and where was that?
            line:   In Boston. Is there anything else I can help with?
            caller: when was that
            line:   From 2021 to 2025. Anything else I can help with?
            caller: and before that?
            line:   At HarborPay, she led card payments. Can I help with anything else?
            caller: tell me more
            line:   That's all I have on that. Is there anything else I can help with?
            caller: yes
            line:   What can I do for you?
            caller: tell me more
            line:   I don't have more on that. Anything else I can help with?
            caller: no, that's all
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they asked about the person.
        "#]],
    );
}

#[test]
fn an_offer_is_taken_or_left() {
    check(
        call(),
        &[
            "does she know Rust @AskSkills",
            "yes",
            "does she know COBOL @AskSkills",
            "no",
            "no thanks",
        ],
        &expect![[r#"
            caller: does she know Rust
            line:   Maya writes mostly Rust. Would you like to hear about a recent project?
            caller: yes
            line:   Her biggest project sells train tickets. Is there anything else I can help with?
            caller: does she know COBOL
            line:   I'm sorry, that's something I don't know. Shall I tell you what Maya Torres is best at?
            caller: no
            line:   Okay. Anything else I can help with?
            caller: no thanks
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they asked about the person.
        "#]],
    );
}

#[test]
fn a_recruiter_is_called_back() {
    check(
        call(),
        &[
            "I'd like to interview her @RequestInterview",
            "what did she do before @AskExperience",
            "yes",
            "could she call me back",
            "it's Sam Lee, from Acme Robotics",
            "a lead architect position",
        ],
        &expect![[r#"
            caller: I'd like to interview her
            line:   For an interview, it's best to ask Maya Torres. You can get a callback, leave a message, or get the e-mail or LinkedIn by text. Which one?
            caller: what did she do before
            line:   Maya was the principal architect of Lumen Rail. Before, you wanted to ask for an interview. Should we go on with that?
            caller: yes
            line:   You can get a callback, leave a message, or get the e-mail or LinkedIn by text. Which one?
            caller: could she call me back
            line:   Who's calling, please, and from which company?
            caller: it's Sam Lee, from Acme Robotics
            line:   Thank you. And what would you like to talk about with Maya Torres?
            caller: a lead architect position
            line:   All right, I'll ask Maya Torres to call you back.
            -- callback served
            -- The caller talked to the assistant; they want an interview. Caller: Sam Lee, from Acme Robotics. About: a lead architect position.
        "#]],
    );
}

#[test]
fn a_detailed_message_is_left() {
    check(
        call(),
        &["what are her rates @NegotiateContract", "", "I'll leave a message", "skip"],
        &expect![[r#"
            caller: what are her rates
            line:   For a contract, it's best to ask Maya Torres. You can get a callback, leave a message, or get the e-mail or LinkedIn by text. Which one?
            caller: (silence)
            line:   Are you still there? Would you like a callback, a message, e-mail or LinkedIn?
            caller: I'll leave a message
            line:   Who's calling, please, and from which company?
            caller: skip
            line:   All right. Your message goes straight to Maya Torres.
            -- message none
            -- The caller talked to the assistant; they want to talk about a contract.
        "#]],
    );
}

#[test]
fn addresses_are_sent() {
    check(
        call(),
        &[
            "how can I reach her @AskContact",
            "yes please",
            "we'd like to meet her @ArrangeMeeting",
            "linkedin",
            "that's it, thanks",
        ],
        &expect![[r#"
            caller: how can I reach her
            line:   The best way to reach Maya is by e-mail. Shall I text you the e-mail address?
            caller: yes please
            line:   Okay, I'm texting you the e-mail address now. Is there anything else I can help with?
            sms:    You can reach Maya Torres at maya@example.com.
            caller: we'd like to meet her
            line:   For a meeting, it's best to ask Maya Torres. You can get a callback, leave a message, or get the e-mail or LinkedIn by text. Which one?
            caller: linkedin
            line:   Okay, I'm texting you the LinkedIn page now. Anything else I can help with?
            sms:    Maya Torres on LinkedIn: https://example.com/maya
            caller: that's it, thanks
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they want to meet.
        "#]],
    );
}

#[test]
fn a_caller_who_calls_from_no_number_is_promised_no_text() {
    let mut call = call();
    call.withhold_number();
    check(
        call,
        &[
            "text me her email @AskContact",
            "I'd like an interview @RequestInterview",
            "the email",
            "a message",
            "this is Ana",
        ],
        &expect![[r#"
            caller: text me her email
            line:   I can't send a text to your number. Is there anything else I can help with?
            caller: I'd like an interview
            line:   For an interview, it's best to ask Maya Torres. Would you like to leave Maya Torres a message?
            caller: the email
            line:   I can't send a text to your number. Would you like to leave Maya Torres a message?
            caller: a message
            line:   Who's calling, please, and from which company?
            caller: this is Ana
            line:   Thank you. All right. Your message goes straight to Maya Torres.
            -- message served
            -- The caller talked to the assistant; they want an interview. Caller: Ana.
        "#]],
    );
}

#[test]
fn a_person_is_a_person_even_when_a_name_is_asked() {
    check(
        call(),
        &["I have a technical question @AskTechnicalQuestion", "callback", "#0"],
        &expect![[r#"
            caller: I have a technical question
            line:   That's a question for Maya Torres. You can get a callback, leave a message, or get the e-mail or LinkedIn by text. Which one?
            caller: callback
            line:   Who's calling, please, and from which company?
            caller: #0
            line:   Okay.
            -- asked none
            -- The caller asked for a person; they have a technical question.
        "#]],
    );
}

#[test]
fn spanish_throughout() {
    check(
        call().in_spanish(),
        &[
            "¿cuál es su experiencia? @AskExperience",
            "¿y dónde fue eso?",
            "cuénteme más",
            "quiero entrevistarla @RequestInterview",
            "que me llame",
            "soy Luis Ortega, de Ferrovía",
            "un puesto de arquitecta",
        ],
        &expect![[r#"
            caller: ¿cuál es su experiencia?
            line:   Maya fue la arquitecta principal de Lumen Rail. ¿Le gustaría oír de un proyecto reciente?
            caller: ¿y dónde fue eso?
            line:   En Boston. ¿Le puedo ayudar en algo más?
            caller: cuénteme más
            line:   Reunió nueve sistemas en uno. ¿Necesita algo más?
            caller: quiero entrevistarla
            line:   Para una entrevista, mejor hable con Maya Torres. Puede recibir una llamada, dejar un mensaje, o recibir el correo o LinkedIn por texto. ¿Qué prefiere?
            caller: que me llame
            line:   ¿Quién llama, por favor, y de qué empresa?
            caller: soy Luis Ortega, de Ferrovía
            line:   Gracias. ¿Y de qué le gustaría hablar con Maya Torres?
            caller: un puesto de arquitecta
            line:   De acuerdo, le voy a pedir a Maya Torres que le llame.
            -- callback served
            -- The caller talked to the assistant; they want an interview. Caller: Luis Ortega, de Ferrovía. About: un puesto de arquitecta.
        "#]],
    );
}

#[test]
fn nothing_is_known_in_the_records() {
    check(
        Call::new(&[Scenario::Profile], |_| Facts::Passages(Vec::new())),
        &["does she juggle @AskSkills", "no", "can she sing @AskSkills", "yes"],
        &expect![[r#"
            caller: does she juggle
            line:   I'm sorry, that's something I don't know. Shall I tell you what Maya Torres is best at?
            caller: no
            line:   Okay. Is there anything else I can help with?
            caller: can she sing
            line:   Sorry, I don't know that either. Would you like to leave Maya Torres a message?
            caller: yes
            line:   Sure, you can leave us a message.
            -- message none
            -- The caller talked to the assistant; they asked about the person.
        "#]],
    );
    check(
        Call::new(&[Scenario::Profile], |_| Facts::Unavailable),
        &["what are her skills @AskSkills"],
        &expect![[r#"
            caller: what are her skills
            line:   I'm sorry, I can't get to our records right now.
            -- backend none
            -- The assistant couldn't get to our records; they asked about the person.
        "#]],
    );
}

#[test]
fn unclear_questions_are_looked_up_before_they_are_given_up() {
    check(
        call(),
        &[
            "what are her skills @AskSkills",
            "what about Rust?",
            "tell me about her role at HarborPay",
            "and does she play the piano?",
            "banana",
        ],
        &expect![[r#"
            caller: what are her skills
            line:   Maya writes mostly Rust. Would you like to hear about a recent project?
            caller: what about Rust?
            line:   Maya writes mostly Rust. Is there anything else I can help with?
            caller: tell me about her role at HarborPay
            line:   At HarborPay, she led card payments. Anything else I can help with?
            caller: and does she play the piano?
            line:   I'm sorry, that's something I don't know. Would you like to leave Maya Torres a message?
            caller: banana
            line:   Sorry, was that a yes or a no? Would you like to leave a message?
        "#]],
    );
}
