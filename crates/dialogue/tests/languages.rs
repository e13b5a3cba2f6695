//! Callers who speak another language than the line began with.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::Call;
use dialogue::{Ending, Evidence, Facts, Opinion, Order, OrderStatus, Request, Step, Wish};
use expect_test::{Expect, expect};
use line::Scenario;
use wording::Language::{EnUs, EsUs};

fn look_up(request: &Request) -> Facts {
    let Request::Order(number) = request else { return Facts::Unavailable };
    Facts::Order(Some(Order {
        number: number.clone(),
        status: OrderStatus::Processing,
        placed_on: None,
        shipped_on: None,
        expected_on: None,
        delivered_on: None,
    }))
}

/// A classifier that knows orders in Spanish.
fn evidence(said: &str) -> Evidence {
    let knows = [
        ("rastrear", Wish::CheckOrderStatus, 0.95),
        ("devolver", Wish::ReturnOrder, 0.95),
        ("pedido", Wish::CheckOrderStatus, 0.7),
    ];
    let knows = knows.into_iter().find(|(word, ..)| said.contains(word));
    let knows = knows.map(|(_, wish, confidence)| Opinion { wish, confidence });
    // Recognition listened for English.
    let recognition = vec![Opinion { wish: Wish::ReturnOrder, confidence: 0.6 }];
    Evidence { recognition, classifier: Vec::from_iter(knows) }
}

fn call() -> Call {
    let mut call = Call::new(&[Scenario::Shop], look_up);
    call.evidence = Box::new(evidence);
    call
}

fn goes_over(call: &Call) -> bool {
    matches!(call.last.as_ref().unwrap().reply.step, Step::Close(Ending::Language(_)))
}

#[expect(clippy::needless_pass_by_value, reason = "as `expect!` is written")]
fn check(script: &[&str], expected: Expect) {
    expected.assert_eq(&call().transcript(script));
}

#[test]
fn what_is_wanted_is_not_lost() {
    check(
        &["quiero saber de mi pedido, el 44321", "sí"],
        expect![[r#"
            caller: quiero saber de mi pedido, el 44321
            line:   Con gusto, seguimos en español. Tengo 4, 4, 3, 2, 1. ¿Es correcto?
            -- language(esus) none
            -- The caller talked to the assistant; they may mean order 44321.
            caller: sí
            line:   El pedido 44321 se está preparando. Todavía no ha salido. ¿Le puedo ayudar en algo más?
        "#]],
    );
}

#[test]
fn who_asks_for_a_person_gets_one() {
    check(
        &["páseme con una persona por favor"],
        expect![[r#"
            caller: páseme con una persona por favor
            line:   Con gusto, seguimos en español. De acuerdo.
            -- asked none
            -- The caller asked for a person.
        "#]],
    );
}

#[test]
fn what_is_not_read_is_asked_again() {
    check(
        &["oiga, necesito que me ayuden", "mi pedido @CheckOrderStatus"],
        expect![[r#"
        caller: oiga, necesito que me ayuden
        line:   Con gusto, seguimos en español. ¿En qué le puedo ayudar hoy?
        -- language(esus) none
        -- The caller talked to the assistant.
        caller: mi pedido
        line:   Claro. ¿Cuál es su número de pedido, de cinco dígitos?
    "#]],
    );
}

#[test]
fn anger_is_heard_in_the_language_of_the_caller() {
    check(
        &["ya estoy harto de esto, no me ayudan"],
        expect![[r#"
        caller: ya estoy harto de esto, no me ayudan
        line:   Entiendo que esto es frustrante, y lo siento. Con gusto, seguimos en español. ¿En qué le puedo ayudar hoy?
        -- language(esus) none
        -- The caller talked to the assistant.
    "#]],
    );
}

#[test]
fn danger_comes_first() {
    check(
        &["por favor, mi esposo no respira"],
        expect![[r#"
            caller: por favor, mi esposo no respira
            line:   Si alguien está en peligro, cuelgue y llame al 911. Ahora mismo le paso con una persona.
            -- emergency none
            -- The caller may be in danger.
        "#]],
    );
}

#[test]
fn what_the_classifier_is_sure_of_is_not_asked_about() {
    check(
        &["quiero rastrear un paquete"],
        expect![[r#"
            caller: quiero rastrear un paquete
            line:   Con gusto, seguimos en español. ¿Cuál es su número de pedido, de cinco dígitos?
            -- language(esus) none
            -- The caller talked to the assistant.
        "#]],
    );
    check(
        &["me pregunto por un pedido"],
        expect![[r#"
            caller: me pregunto por un pedido
            line:   Con gusto, seguimos en español. No sé si le entendí bien. ¿Quiere saber cómo va un pedido?
            -- language(esus) none
            -- The caller talked to the assistant.
        "#]],
    );
}

#[test]
fn two_things_in_another_language_are_both_heard() {
    check(
        &["quiero rastrear el 44321 y también devolver algo", "sí"],
        expect![[r#"
            caller: quiero rastrear el 44321 y también devolver algo
            line:   Con gusto, seguimos en español. Claro, vamos por partes. Tengo 4, 4, 3, 2, 1. ¿Es correcto?
            -- language(esus) none
            -- The caller talked to the assistant; they may mean order 44321. They also want to send something back.
            caller: sí
            line:   El pedido 44321 se está preparando. Todavía no ha salido. También quería devolver algo. ¿Lo vemos ahora?
        "#]],
    );
}

#[test]
fn danger_is_answered_in_the_language_it_is_told_in() {
    for (spanish, script, over) in [
        (false, &["track my order @CheckOrderStatus", "mi esposo no respira"][..], Some(EsUs)),
        (false, &["help, there's a fire, llamen a los bomberos"], Some(EsUs)),
        (false, &["my husband is not breathing"], None),
        (false, &["por favor llame al 911, mi mamá se cayó"], Some(EsUs)),
        (false, &["please call 911, my mother fell"], None),
        (true, &["please call 911, my mother fell"], Some(EnUs)),
        (true, &["he is unconscious"], Some(EnUs)),
        (true, &["mi esposo no respira"], None),
    ] {
        let mut call = if spanish { call().in_spanish() } else { call() };
        for said in script {
            call.says(said);
        }
        let reply = call.last.as_ref().unwrap().reply.clone();
        assert_eq!(reply.step, Step::Close(Ending::Emergency), "{script:?}");
        assert_eq!(reply.over, over, "{script:?}");
        let is_spanish = over.unwrap_or(if spanish { EsUs } else { EnUs }) == EsUs;
        assert_eq!(reply.text().contains("peligro"), is_spanish, "{script:?}");
    }
    // What the line does not speak is no language to answer in.
    let mut call = call();
    call.line.languages.retain(|it| it.language == EnUs);
    call.says("mi esposo no respira");
    assert_eq!(call.last.unwrap().reply.over, None);
}

#[test]
fn one_sentence_brings_back_who_was_heard_wrongly() {
    check(
        &["necesito que me ayuden", "English please", "track my order @CheckOrderStatus"],
        expect![[r#"
        caller: necesito que me ayuden
        line:   Con gusto, seguimos en español. ¿En qué le puedo ayudar hoy?
        -- language(esus) none
        -- The caller talked to the assistant.
        caller: English please
        line:   Sure, let's speak English. How can I help you today?
        -- language(enus) none
        -- The caller talked to the assistant.
        caller: track my order
        line:   Sure. What's your five-digit order number?
    "#]],
    );
    check(
        &["necesito que me ayuden", "sorry, I don't understand you"],
        expect![[r#"
        caller: necesito que me ayuden
        line:   Con gusto, seguimos en español. ¿En qué le puedo ayudar hoy?
        -- language(esus) none
        -- The caller talked to the assistant.
        caller: sorry, I don't understand you
        line:   Sure, we can go on in English. How can I help you today?
        -- language(enus) none
        -- The caller talked to the assistant.
    "#]],
    );
}

#[test]
fn a_call_goes_over_by_itself_there_and_back_and_no_further() {
    let mut call = call();
    for (said, over) in [
        ("necesito que me ayuden", true),
        ("sorry, I don't understand you", true),
        ("es que no hablo nada bien", false),
    ] {
        call.says(said);
        assert_eq!(goes_over(&call), over, "{said:?}");
    }
    call.says("en español, por favor");
    assert!(goes_over(&call), "asked for is asked for");
}

#[test]
fn only_what_is_surely_of_another_language_goes_over() {
    for said in [
        "no",
        "mm",
        "hola",
        "sí",
        "gracias",
        "mumble",
        "44321",
        "#44321",
        "this is Maria Gonzalez from San Diego",
        "María González, de Los Ángeles",
        "I'm calling about my order of tortillas de maíz",
        // Recognition understood it.
        "quiero rastrear mi pedido @CheckOrderStatus:0.85",
        "",
    ] {
        let mut call = call();
        call.says(said);
        assert!(!goes_over(&call), "{said:?}");
    }
    // Recognition hardly understood it, and not in the caller's language.
    let mut call = call();
    call.says("quiero rastrear mi pedido @ReturnOrder:0.5");
    assert!(goes_over(&call));
    assert_eq!(call.language, EsUs);
}

#[test]
fn a_call_goes_over_until_something_was_understood() {
    for (script, over) in [
        (&["", "quiero rastrear mi pedido"][..], true),
        (&["", "hola", "quiero rastrear mi pedido"], true),
        (&["track my order @CheckOrderStatus", "no lo tengo aquí, espere por favor"], false),
        (&["say that again", "quiero rastrear mi pedido"], false),
        (&["English please", "quiero rastrear mi pedido"], false),
    ] {
        let mut call = call();
        for said in script {
            call.says(said);
        }
        assert_eq!(goes_over(&call), over, "{script:?}");
    }
}

#[test]
fn a_line_goes_over_only_to_what_it_speaks() {
    let mut call = call();
    call.line.languages.retain(|it| it.language == EnUs);
    call.says("quiero rastrear mi pedido");
    assert!(!goes_over(&call));
    assert_eq!(call.language, EnUs);
}

#[test]
fn a_spanish_line_goes_over_to_english() {
    let mut call = call().in_spanish();
    call.says("hello, where is my order");
    assert!(goes_over(&call));
    assert_eq!(call.language, EnUs);
}
