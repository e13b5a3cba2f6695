//! Questions, and what is asked next.

use std::fs;
use std::path::Path;

use expect_test::{Expect, expect};
use wording::Language;

use super::super::TOPICS;
use super::{articles, ask_in, call};
use crate::memory::Memory;
use crate::request::{Facts, Request};
use crate::slot::Slots;
use crate::wish::Wish;

/// One question after the other, as the engine hands them to the scenario.
fn check(language: Language, questions: &[(Wish, &str)], expect: &Expect) {
    let mut memory = Memory::default();
    let mut heard = String::new();
    for (wish, said) in questions {
        let talk = ask_in(language, &memory, *wish, said);
        heard += talk.transcript();
        if talk.requests.is_empty() {
            heard += "= from memory\n";
        }
        memory = talk.memory;
    }
    expect.assert_eq(&heard);
}

#[test]
fn questions_are_answered_and_asked_on() {
    check(
        Language::EnUs,
        &[
            (Wish::AskExperience, "what's her experience"),
            (Wish::AskExperience, "what was her last job"),
            (Wish::AskExperience, "where was that?"),
            (Wish::AskExperience, "and when was that"),
            (Wish::AskExperience, "and before that?"),
            (Wish::AskExperience, "who did she work with there"),
            (Wish::AskExperience, "and before that"),
            (Wish::AskExperience, "before that?"),
            (Wish::AskProjects, "yes, a project please"),
            (Wish::AskProjects, "tell me more"),
            (Wish::AskProjects, "tell me more"),
            (Wish::AskProjects, "tell me more"),
            (Wish::AskProjects, "what else has she built"),
        ],
        &expect![[r#"
            > what's her experience
            < Maya Torres is a software architect with fifteen years of experience. She designs payment and booking systems that must never lose an order.
            = served; AskProjects: Would you like to hear about a recent project?
            > what was her last job
            < Most recently, Maya was the principal architect of Lumen Rail, where she was in charge of everything that sells and checks tickets.
            = served
            > where was that?
            < At Lumen Rail's headquarters in Boston.
            = served
            = from memory
            > and when was that
            < From 2021 to 2025.
            = served
            = from memory
            > and before that?
            < At HarborPay, a finance company that handles payments for banks, Maya was the lead engineer for card payments.
            = served
            > who did she work with there
            < With eight engineers, and every day with the bank's risk team.
            = served
            = from memory
            > and before that
            < Maya's first job was at Cielo Labs, a health care startup, where she was the fourth engineer.
            = served
            > before that?
            < That's as far back as I know.
            = served
            > yes, a project please
            < Maya's biggest project is the ticketing platform of Lumen Rail. It sells, checks and refunds every ticket of the railway.
            = served
            > tell me more
            < Passengers can tap a card at the gate, and the gate opens in less than half a second.
            = served
            = from memory
            > tell me more
            < It replaced nine old systems, one station at a time, and nobody missed a train because of it.
            = served
            = from memory
            > tell me more
            < That's all I have on that.
            = served
            = from memory
            > what else has she built
            < Maya wrote Ferry, an open source library in Rust that delivers events exactly once.
            = served
        "#]],
    );
}

/// A call that goes over to another language: what is asked on is answered in it.
fn check_over(questions: &[(Language, Wish, &str)], expect: &Expect) {
    let mut memory = Memory::default();
    let mut heard = String::new();
    for (language, wish, said) in questions {
        let talk = ask_in(*language, &memory, *wish, said);
        heard += talk.transcript();
        if talk.requests.is_empty() {
            heard += "= from memory\n";
        }
        memory = talk.memory;
    }
    expect.assert_eq(&heard);
}

#[test]
fn what_is_asked_on_is_answered_in_the_language_of_the_call() {
    check_over(
        &[
            (Language::EnUs, Wish::AskExperience, "what was her last job"),
            (Language::EsUs, Wish::AskExperience, "¿y dónde fue eso?"),
            (Language::EsUs, Wish::AskExperience, "¿y cuándo fue eso?"),
            (Language::EsUs, Wish::AskExperience, "cuénteme más"),
            (Language::EnUs, Wish::AskExperience, "tell me more"),
            (Language::EnUs, Wish::AskExperience, "tell me more"),
            (Language::EsUs, Wish::AskExperience, "¿y antes de eso?"),
            (Language::EsUs, Wish::AskExperience, "¿dónde fue eso?"),
        ],
        &expect![[r#"
            > what was her last job
            < Most recently, Maya was the principal architect of Lumen Rail, where she was in charge of everything that sells and checks tickets.
            = served; AskProjects: Would you like to hear about a recent project?
            > ¿y dónde fue eso?
            < En la sede de Lumen Rail, en Boston.
            = served
            > ¿y cuándo fue eso?
            < De 2021 a 2025.
            = served
            = from memory
            > cuénteme más
            < Reunió nueve sistemas separados en una sola plataforma y capacitó a la gente que hoy la opera.
            = served
            = from memory
            > tell me more
            < On a busy day, that platform sells two million tickets.
            = served
            > tell me more
            < That's all I have on that.
            = served
            = from memory
            > ¿y antes de eso?
            < En HarborPay, una empresa de finanzas que hace pagos para bancos, Maya fue la ingeniera líder de los pagos con tarjeta.
            = served
            > ¿dónde fue eso?
            < En la oficina de HarborPay, en Nueva York.
            = served
            = from memory
        "#]],
    );
}

#[test]
fn questions_in_particular_are_answered_by_what_speaks_of_it() {
    check(
        Language::EnUs,
        &[
            (Wish::AskSkills, "does she know Rust"),
            (Wish::AskSkills, "does she know Kubernetes"),
            (Wish::AskSkills, "does she know COBOL"),
            (Wish::AskProjects, "tell me about the ticketing project"),
            (Wish::AskEducation, "what did she study"),
            (Wish::AskEducation, "what was her thesis about"),
            (Wish::AskAvailability, "when could she start"),
            (Wish::AskCollaboration, "does she give workshops"),
        ],
        &expect![[r#"
            > does she know Rust
            < Maya codes mostly in Rust and Go. She also knows Java, Python and TypeScript well.
            = served; AskProjects: Would you like to hear about a recent project?
            > does she know Kubernetes
            < In the cloud, Maya works with AWS and Kubernetes. Her databases are Postgres and DynamoDB, and Kafka carries events.
            = served
            > does she know COBOL
            < I'm sorry, that's something I don't know.
            = not served; LeaveMessage: Would you like to leave Maya Torres a message?
            > tell me about the ticketing project
            < Maya's biggest project is the ticketing platform of Lumen Rail. It sells, checks and refunds every ticket of the railway.
            = served
            > what did she study
            < Maya has a master's degree in computer science from Lakeshore University. Her thesis was about databases that agree with each other.
            = served
            > what was her thesis about
            < Maya has a master's degree in computer science from Lakeshore University. Her thesis was about databases that agree with each other.
            = served
            > when could she start
            < From May 2026 on, so the summer is fine as well.
            = served
            > does she give workshops
            < She also gives workshops and talks, mentors teams, and does reviews of designs and code.
            = served
        "#]],
    );
}

/// The sample questions of the bot, by intent and locale.
fn samples() -> Vec<(Wish, Language, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../bot/profile.yaml");
    let text = fs::read_to_string(path).unwrap();
    let (mut wish, mut language) = (None, Language::EnUs);
    let mut samples = Vec::new();
    for line in text.lines() {
        if let Some(intent) = line.strip_prefix("  ").and_then(|it| it.strip_suffix(':')) {
            wish = Wish::named(intent).or(wish.filter(|_| intent.starts_with(' ')));
            match intent.trim() {
                "en_US" => language = Language::EnUs,
                "es_US" => language = Language::EsUs,
                _ => {}
            }
        } else if let (Some(wish), Some(said)) = (wish, line.strip_prefix("        - ")) {
            samples.push((wish, language, said.to_owned()));
        }
    }
    samples
}

#[test]
fn every_sample_question_of_the_bot_is_answered() {
    // All articles, those of the topic first: what answers is found among them.
    let all = |request: &Request| {
        let Request::Search { topic, language, .. } = request else { panic!("{request:?}") };
        let mut all = articles(*language);
        all.sort_by_key(|it| Some(it.topic) != *topic);
        Facts::Passages(all)
    };
    let mut n_asked = 0;
    let mut unanswered = Vec::new();
    for (wish, language, said) in samples() {
        if !TOPICS.iter().any(|(_, of, _)| *of == wish) {
            continue;
        }
        n_asked += 1;
        let talk = call(language, all).wants(wish, &said);
        if talk.transcript().contains("= not served") {
            unanswered.push(said);
        }
    }
    assert!(n_asked > 400, "{n_asked}");
    assert_eq!(unanswered, ["would she move to New York"]);
}

#[test]
fn spanish_is_spoken_throughout() {
    check(
        Language::EsUs,
        &[
            (Wish::AskExperience, "¿cuál es su experiencia?"),
            (Wish::AskExperience, "¿y qué más ha hecho?"),
            (Wish::AskExperience, "¿dónde fue eso?"),
            (Wish::AskExperience, "¿y antes de eso?"),
            (Wish::AskSkills, "¿sabe de Kubernetes?"),
            (Wish::AskSkills, "cuénteme más"),
            (Wish::AskEducation, "¿qué estudió?"),
            (Wish::AskEducation, "¿cuánto tiempo?"),
        ],
        &expect![[r#"
            > ¿cuál es su experiencia?
            < Maya Torres es arquitecta de software desde hace quince años. Diseña sistemas de pagos y de reservas que no pueden perder nada.
            = served; AskProjects: ¿Le gustaría oír de un proyecto reciente?
            > ¿y qué más ha hecho?
            < Maya ha dirigido equipos y ha tenido gente a su cargo, hasta catorce personas de ingeniería y diseño.
            = served
            > ¿dónde fue eso?
            < En HarborPay y después en Lumen Rail.
            = served
            = from memory
            > ¿y antes de eso?
            < Hasta hace poco, Maya fue la arquitecta principal de Lumen Rail, donde dirigía todo lo que vende y revisa boletos.
            = served
            > ¿sabe de Kubernetes?
            < En la nube, Maya trabaja con AWS y Kubernetes. Sus bases de datos son Postgres y DynamoDB, y Kafka lleva los eventos.
            = served
            > cuénteme más
            < Está certificada por Amazon como arquitecta de soluciones de nivel profesional.
            = served
            = from memory
            > ¿qué estudió?
            < Maya tiene una maestría en informática y computación de la Universidad Lakeshore. Su tesis trató de bases de datos.
            = served
            > ¿cuánto tiempo?
            < Estudió seis años.
            = served
            = from memory
        "#]],
    );
}

#[test]
fn what_is_not_known_is_owned_up_to_and_a_person_is_offered_in_the_end() {
    let nothing = |_: &Request| Facts::Passages(Vec::new());
    let mut memory = Memory::default();
    let mut heard = String::new();
    for said in ["does she juggle", "can she sing", "does she like cheese"] {
        let mut talk = call(Language::EnUs, nothing);
        talk.memory = memory;
        talk.begin_with(Wish::AskSkills, said, &Slots::new());
        heard += talk.transcript();
        memory = talk.memory;
    }
    expect![[r#"
        > does she juggle
        < I'm sorry, that's something I don't know.
        = not served; AskSkills: Shall I tell you what Maya Torres is best at?
        > can she sing
        < I'm sorry, that's something I don't know.
        = not served; LeaveMessage: Would you like to leave Maya Torres a message?
        > does she like cheese
        < I'm sorry, that's something I don't know.
        = offers a person
    "#]]
    .assert_eq(&heard);
}

#[test]
fn the_records_are_down() {
    for facts in [|_: &Request| Facts::Unavailable, |_: &Request| Facts::Doctors(Vec::new())] {
        let talk = call(Language::EnUs, facts).wants(Wish::AskSkills, "what are her skills");
        assert!(talk.transcript().contains("= person: backend"), "{}", talk.transcript());
    }
}

#[test]
fn what_came_before_a_list_is_its_second() {
    check(
        Language::EnUs,
        &[
            (Wish::AskExperience, "where did she work"),
            (Wish::AskExperience, "and before that?"),
            (Wish::AskExperience, "what did she do there"),
            (Wish::AskExperience, "how long was she there"),
            (Wish::AskExperience, "and before that?"),
        ],
        &expect![[r#"
            > where did she work
            < At Lumen Rail in Boston, at HarborPay in New York, and at Cielo Labs in Austin.
            = served; AskProjects: Would you like to hear about a recent project?
            > and before that?
            < At HarborPay, a finance company that handles payments for banks, Maya was the lead engineer for card payments.
            = served
            > what did she do there
            < She built the part that makes sure that nobody is charged twice, even when a network fails halfway.
            = served
            = from memory
            > how long was she there
            < She was there for five years.
            = served
            = from memory
            > and before that?
            < Maya's first job was at Cielo Labs, a health care startup, where she was the fourth engineer.
            = served
        "#]],
    );
}
