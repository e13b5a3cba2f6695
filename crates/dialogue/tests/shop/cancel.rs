use expect_test::expect;

use super::{check, check_spanish};

#[test]
fn an_order_that_has_not_left_is_cancelled_by_a_person() {
    check(
        &["cancel my order @ReturnOrder", "10007", "yes"],
        &expect![[r#"
            caller: cancel my order
            line:   Sure. What's your five-digit order number?
            caller: 10007
            line:   I have 1, 0, 0, 0, 7. Is that right?
            caller: yes
            line:   Order 10007 hasn't been shipped yet, so our team can still cancel it.
            -- matter none
            -- The caller needs something that the assistant can't do; they want to cancel order 10007, which is being prepared.
        "#]],
    );
    check_spanish(
        &["quiero cancelar el pedido uno cero cero cero siete @ReturnOrder", "sí"],
        &expect![[r#"
            caller: quiero cancelar el pedido uno cero cero cero siete
            line:   Tengo 1, 0, 0, 0, 7. ¿Es correcto?
            caller: sí
            line:   El pedido 10007 todavía no ha salido. Nuestro equipo aún lo puede cancelar.
            -- matter none
            -- The caller needs something that the assistant can't do; they want to cancel order 10007, which is being prepared.
        "#]],
    );
}

#[test]
fn an_order_on_its_way_is_not_cancelled_but_taken_back_later() {
    check(
        &["cancel order 44321 please", "yes"],
        &expect![[r#"
            caller: cancel order 44321 please
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 is on its way, so I can't cancel it. You can send it back later. Is there anything else I can help with?
        "#]],
    );
}

#[test]
fn an_order_that_has_come_is_sent_back_instead() {
    check(
        &["I want to cancel order 20472 @ReturnOrder", "yes", "yes", "it's too small", "yes"],
        &expect![[r#"
            caller: I want to cancel order 20472
            line:   I have 2, 0, 4, 7, 2. Is that right?
            caller: yes
            line:   Order 20472 has already been delivered, so it can't be cancelled. Would you like to send it back instead?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
            caller: it's too small
            line:   So order 20472 goes back because it's the wrong size. Should I go ahead?
            caller: yes
            line:   Done: you can send back order 20472. We'll send you the label. Is there anything else I can help with?
            -- takes 20472 back, wrong-size, operation 1
        "#]],
    );
}

#[test]
fn an_order_that_is_cancelled_is_cancelled() {
    check(
        &["I want to cancel order 30118 @ReturnOrder", "yes"],
        &expect![[r#"
        caller: I want to cancel order 30118
        line:   I have 3, 0, 1, 1, 8. Is that right?
        caller: yes
        line:   Order 30118 is cancelled already. It won't be delivered. Is there anything else I can help with?
    "#]],
    );
}

#[test]
fn the_order_under_discussion_is_the_one_to_cancel() {
    check(
        &["where is 10007 @CheckOrderStatus", "yes", "then cancel my order @ReturnOrder"],
        &expect![[r#"
            caller: where is 10007
            line:   I have 1, 0, 0, 0, 7. Is that right?
            caller: yes
            line:   Order 10007 is being prepared and should arrive on Friday. Is there anything else I can help with?
            caller: then cancel my order
            line:   Order 10007 hasn't been shipped yet, so our team can still cancel it.
            -- matter served
            -- The caller needs something that the assistant can't do; they want to cancel order 10007, which is being prepared.
        "#]],
    );
}
