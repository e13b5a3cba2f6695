//! Calls about more than one thing, in both languages.

use super::{TRACK, look_up, shop, talks};
use crate::common::Call;
use expect_test::expect;
use line::{Arm, Experiment, Scenario};
use wording::Language;

#[test]
fn an_order_is_tracked_in_spanish() {
    talks(
        shop().in_spanish(),
        &[
            "quiero saber de mi pedido @CheckOrderStatus",
            "cuatro cuatro tres dos dos",
            "no, es cuatro cuatro tres dos uno",
            "sí, eso es",
            "¿cuándo llega?",
            "no, gracias, eso es todo",
        ],
        &expect![[r#"
            caller: quiero saber de mi pedido
            line:   Claro. ¿Cuál es su número de pedido, de cinco dígitos?
            caller: cuatro cuatro tres dos dos
            line:   Tengo 4, 4, 3, 2, 2. ¿Es correcto?
            caller: no, es cuatro cuatro tres dos uno
            line:   De acuerdo, ahora tengo 4, 4, 3, 2, 1. ¿Es correcto?
            caller: sí, eso es
            line:   El pedido 44321 salió ayer y debe llegar el miércoles. ¿Le puedo ayudar en algo más?
            caller: ¿cuándo llega?
            line:   El pedido 44321 salió ayer y debe llegar el miércoles. ¿Necesita algo más?
            caller: no, gracias, eso es todo
            line:   Me alegra haberle ayudado.
            -- goodbye served
            -- The caller talked to the assistant; they know that order 44321 is on its way.
        "#]],
    );
}

#[test]
fn the_language_is_changed_in_the_midst_of_a_question() {
    talks(
        shop(),
        &[
            "track my order @CheckOrderStatus",
            "español, por favor",
            "44321",
            "sí",
            "in English please",
            "no",
        ],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: español, por favor
            line:   Claro, hablemos en español. ¿Cuál es su número de pedido, de cinco dígitos?
            -- language(esus) none
            -- The caller talked to the assistant.
            caller: 44321
            line:   Tengo 4, 4, 3, 2, 1. ¿Es correcto?
            caller: sí
            line:   El pedido 44321 salió ayer y debe llegar el miércoles. ¿Le puedo ayudar en algo más?
            caller: in English please
            line:   Sure, let's speak English. Anything else I can help with?
            -- language(enus) served
            -- The caller talked to the assistant; they know that order 44321 is on its way.
            caller: no
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they know that order 44321 is on its way.
        "#]],
    );
}

#[test]
fn a_matter_that_was_left_is_offered_again() {
    talks(
        shop(),
        &[
            "track my order @CheckOrderStatus",
            "actually can you call me back @RequestCallback",
            "no",
            "yes",
            "44321",
            "yes",
            "no",
        ],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: actually can you call me back
            line:   We can call you back on the number you're calling from. Is that okay?
            caller: no
            line:   No problem. Before, you wanted to know how an order is doing. Should we go on with that?
            caller: yes
            line:   What's your five-digit order number?
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: no
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they know that order 44321 is on its way.
        "#]],
    );
    talks(
        shop(),
        &[
            "track my order @CheckOrderStatus",
            "cancel my appointment @CancelAppointment",
            "no",
            "44321",
        ],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: cancel my appointment
            line:   I'm sorry, I can't help with that on this line. Would you like to talk to a person instead?
            caller: no
            line:   Okay. What's your five-digit order number?
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
        "#]],
    );
}

#[test]
fn a_task_of_another_business_is_taken_up_again() {
    let mut call = Call::new(&[Scenario::Shop, Scenario::Support], look_up);
    for text in [
        "something is broken @ReportProblem",
        "wait, where is my order @CheckOrderStatus OrderNumber=44321",
        "yes",
        "yes",
    ] {
        call.says(text);
    }
    expect![[r#"
        caller: something is broken
        line:   What's giving you trouble: your internet, your phone, your television or your bill?
        caller: wait, where is my order
        line:   I have 4, 4, 3, 2, 1. Is that right?
        caller: yes
        line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Before, you wanted to get something fixed. Should we go on with that?
        caller: yes
        line:   What's giving you trouble: your internet, your phone, your television or your bill?
    "#]].assert_eq(call.said());
}

#[test]
fn how_the_caller_feels_is_acknowledged_and_brings_a_person_sooner() {
    talks(
        shop(),
        &["this is ridiculous, where is my order @CheckOrderStatus", "mumble", "mumble"],
        &expect![[r#"
            caller: this is ridiculous, where is my order
            line:   I understand this is frustrating, and I'm sorry. What's your five-digit order number?
            caller: mumble
            line:   Sorry, I didn't get that. What's your five-digit order number?
            caller: mumble
            line:   I'm sorry this has been so hard.
            -- upset none
            -- The caller is upset.
        "#]],
    );
    talks(
        shop(),
        &[
            "I'm so worried about my package @CheckOrderStatus",
            "44321",
            "I'm really worried",
            "yes",
        ],
        &expect![[r#"
            caller: I'm so worried about my package
            line:   I understand you're worried. Let's sort this out together. What's your five-digit order number?
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: I'm really worried
            line:   Sorry, was that a yes or a no? I have 4, 4, 3, 2, 1.
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
        "#]],
    );
    talks(
        shop(),
        &["this is ridiculous", "no", TRACK, "yes"],
        &expect![[r#"
        caller: this is ridiculous
        line:   I understand this is frustrating, and I'm sorry. I'd like to make this easier for you. Would you like to talk to a person right away?
        caller: no
        line:   Okay. Is there anything else I can help with?
        caller: 44321
        line:   I have 4, 4, 3, 2, 1. Is that right?
        caller: yes
        line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Anything else I can help with?
    "#]],
    );
}

#[test]
fn danger_comes_first() {
    let mut call = shop();
    call.line.emergency.say.insert(Language::EnUs, "Leave the house, then call 911.".to_owned());
    talks(
        call,
        &["track my order @CheckOrderStatus", "wait, I smell gas"],
        &expect![[r#"
        caller: track my order
        line:   Sure. What's your five-digit order number?
        caller: wait, I smell gas
        line:   Leave the house, then call 911.
        -- emergency none
        -- The caller may be in danger.
    "#]],
    );
    talks(
        shop(),
        &["my neighbour is hurt @Emergency:0.9"],
        &expect![[r#"
            caller: my neighbour is hurt
            line:   If anyone is in danger, hang up and call 911. I'm putting you through to a person now.
            -- emergency none
            -- The caller may be in danger.
        "#]],
    );
    talks(
        shop(),
        &[
            "something is wrong here @Emergency:0.5",
            "no",
            "is it an emergency? no it's not an emergency",
        ],
        &expect![[r#"
            caller: something is wrong here
            line:   I'm not sure I got that. Would you like to get help right now?
            caller: no
            line:   Sorry about that. What can I help you with? For a person, press 0.
            caller: is it an emergency? no it's not an emergency
            line:   I'm sorry, I'm having trouble understanding.
            -- not-understood none
            -- The assistant couldn't understand the caller.
        "#]],
    );
}

#[test]
fn the_arm_of_an_experiment_is_recorded_when_its_message_is_heard() {
    let mut call = shop();
    let experiment = |message: &str, share| Experiment {
        name: format!("{message}-{share}"),
        message: message.to_owned(),
        share,
    };
    call.line.experiments = vec![experiment("ask-order-number", 100), experiment("ask-more", 0)];
    let turn = call.says("track my order @CheckOrderStatus");
    let arms: Vec<_> =
        turn.session.arms().iter().map(|(name, arm)| (name.as_str(), *arm)).collect();
    assert_eq!(arms, [("ask-order-number-100", Arm::B)]);
    call.says("44321");
    let turn = call.says("yes");
    assert_eq!(turn.session.arms().get("ask-more-0"), Some(&Arm::A));

    // Who is not known again is not split: all of them would be in one arm.
    let experiments = call.line.experiments;
    let mut call = shop();
    call.line.experiments = experiments;
    call.withhold_number();
    for text in ["track my order @CheckOrderStatus", "44321", "yes"] {
        assert_eq!(call.says(text).session.arms().len(), 0);
    }
}
