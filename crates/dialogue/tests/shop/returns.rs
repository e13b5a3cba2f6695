use expect_test::expect;

use super::{check, check_spanish};

#[test]
fn an_order_goes_back() {
    check(
        &[
            "I want to return something @ReturnOrder",
            "two oh four four oh",
            "yes",
            "it came broken",
            "yes",
            "no",
        ],
        &expect![[r#"
            caller: I want to return something
            line:   Sure. What's your five-digit order number?
            caller: two oh four four oh
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
            caller: it came broken
            line:   So order 20440 goes back because it's damaged. Should I go ahead?
            caller: yes
            line:   Done: you can send back order 20440. We'll send you the label. Is there anything else I can help with?
            caller: no
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they have a return open for order 20440.
            -- takes 20440 back, damaged, operation 1
        "#]],
    );
}

#[test]
fn number_and_reason_may_be_said_at_once() {
    check(
        &["I want to return order 20440, it's the wrong size @ReturnOrder", "yes", "yes"],
        &expect![[r#"
            caller: I want to return order 20440, it's the wrong size
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   So order 20440 goes back because it's the wrong size. Should I go ahead?
            caller: yes
            line:   Done: you can send back order 20440. We'll send you the label. Is there anything else I can help with?
            -- takes 20440 back, wrong-size, operation 1
        "#]],
    );
    check(
        &[
            "it doesn't fit @ReturnOrder ReturnReason=wrong-size OrderNumber=20440",
            "yes",
            "go ahead",
        ],
        &expect![[r#"
            caller: it doesn't fit
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   So order 20440 goes back because it's the wrong size. Should I go ahead?
            caller: go ahead
            line:   Done: you can send back order 20440. We'll send you the label. Is there anything else I can help with?
            -- takes 20440 back, wrong-size, operation 1
        "#]],
    );
}

#[test]
fn nobody_owes_a_reason() {
    check(
        &["return order 20440 @ReturnOrder", "yes", "no reason", "yes"],
        &expect![[r#"
            caller: return order 20440
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
            caller: no reason
            line:   So order 20440 goes back. Should I go ahead?
            caller: yes
            line:   Done: you can send back order 20440. We'll send you the label. Is there anything else I can help with?
            -- takes 20440 back, other, operation 1
        "#]],
    );
    check(
        &["return order 20440 @ReturnOrder", "yes", "something else", "yes"],
        &expect![[r#"
            caller: return order 20440
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
            caller: something else
            line:   So order 20440 goes back. Should I go ahead?
            caller: yes
            line:   Done: you can send back order 20440. We'll send you the label. Is there anything else I can help with?
            -- takes 20440 back, other, operation 1
        "#]],
    );
}

#[test]
fn a_reason_that_is_not_understood_is_asked_for_with_help() {
    check(
        &["return order 20440 @ReturnOrder", "yes", "my neighbor", "", "wrong item", "yes"],
        &expect![[r#"
            caller: return order 20440
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
            caller: my neighbor
            line:   Sorry, I didn't get that. Is it damaged, the wrong item, the wrong size, or something else?
            caller: (silence)
            line:   Are you still there? Why would you like to send it back?
            caller: wrong item
            line:   So order 20440 goes back because it's the wrong item. Should I go ahead?
            caller: yes
            line:   Done: you can send back order 20440. We'll send you the label. Is there anything else I can help with?
            -- takes 20440 back, wrong-item, operation 1
        "#]],
    );
}

#[test]
fn reason_and_number_are_corrected_at_the_end() {
    check(
        &[
            "return order 20440 @ReturnOrder",
            "yes",
            "it's broken",
            "no, it's the wrong size",
            "no, order 20472",
            "yes",
            "yes",
        ],
        &expect![[r#"
            caller: return order 20440
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
            caller: it's broken
            line:   So order 20440 goes back because it's damaged. Should I go ahead?
            caller: no, it's the wrong size
            line:   Okay, I've changed that. So order 20440 goes back because it's the wrong size. Should I go ahead?
            caller: no, order 20472
            line:   I have 2, 0, 4, 7, 2. Is that right?
            caller: yes
            line:   So order 20472 goes back because it's the wrong size. Should I go ahead?
            caller: yes
            line:   Done: you can send back order 20472. We'll send you the label. Is there anything else I can help with?
            -- takes 20472 back, wrong-size, operation 3
        "#]],
    );
}

#[test]
fn a_no_keeps_the_order() {
    check(
        &["return order 20440 @ReturnOrder", "yes", "it's broken", "no", "no"],
        &expect![[r#"
        caller: return order 20440
        line:   I have 2, 0, 4, 4, 0. Is that right?
        caller: yes
        line:   Sorry to hear that. Why would you like to send it back?
        caller: it's broken
        line:   So order 20440 goes back because it's damaged. Should I go ahead?
        caller: no
        line:   Okay, I won't send anything back. Is there anything else I can help with?
        caller: no
        line:   All right.
        -- goodbye none
        -- The caller talked to the assistant; they want to send back order 20440, which is damaged.
    "#]],
    );
}

#[test]
fn goes_back_a_question_at_a_time() {
    check(
        &[
            "return order 20440 @ReturnOrder",
            "yes",
            "it's broken",
            "go back @GoBack",
            "go back @GoBack",
            "20472",
            "yes",
        ],
        &expect![[r#"
            caller: return order 20440
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
            caller: it's broken
            line:   So order 20440 goes back because it's damaged. Should I go ahead?
            caller: go back
            line:   Okay, let's go back. I can help with that. Why would you like to send it back?
            caller: go back
            line:   Okay, let's go back. What's your five-digit order number?
            caller: 20472
            line:   I have 2, 0, 4, 7, 2. Is that right?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
        "#]],
    );
}

#[test]
fn only_what_came_goes_back() {
    check(
        &["return order 44321 @ReturnOrder", "yes"],
        &expect![[r#"
            caller: return order 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 hasn't arrived yet. Please call back when it has. Is there anything else I can help with?
        "#]],
    );
    check(
        &["return order 10007 @ReturnOrder", "yes", "yes"],
        &expect![[r#"
            caller: return order 10007
            line:   I have 1, 0, 0, 0, 7. Is that right?
            caller: yes
            line:   Order 10007 hasn't been shipped yet, so there's nothing to send back. Would you like to talk to a person?
            caller: yes
            line:   Okay.
            -- asked none
            -- The caller asked for a person; they want to send back order 10007.
        "#]],
    );
    check(
        &["return order 30118 @ReturnOrder", "yes"],
        &expect![[r#"
        caller: return order 30118
        line:   I have 3, 0, 1, 1, 8. Is that right?
        caller: yes
        line:   Order 30118 was cancelled, so there's nothing to send back. Is there anything else I can help with?
    "#]],
    );
}

#[test]
fn another_wish_is_seen_to_and_the_return_taken_up_again() {
    check(
        &[
            "return order 20440 @ReturnOrder",
            "yes",
            "where is order 44321 @CheckOrderStatus OrderNumber=44321",
            "yes",
            "yes",
            "it's broken",
            "yes",
        ],
        &expect![[r#"
            caller: return order 20440
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
            caller: where is order 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 is on its way and should arrive on Wednesday. Before, you wanted to send something back. Should we go on with that?
            caller: yes
            line:   I can help with that. Why would you like to send it back?
            caller: it's broken
            line:   So order 20440 goes back because it's damaged. Should I go ahead?
            caller: yes
            line:   Done: you can send back order 20440. We'll send you the label. Is there anything else I can help with?
            -- takes 20440 back, damaged, operation 1
        "#]],
    );
}

#[test]
fn an_order_goes_back_in_spanish() {
    check_spanish(
        &[
            "quiero devolver un pedido @ReturnOrder",
            "dos cero cuatro cuatro cero",
            "sí",
            "llegó roto",
            "sí",
            "no",
        ],
        &expect![[r#"
            caller: quiero devolver un pedido
            line:   Claro. ¿Cuál es su número de pedido, de cinco dígitos?
            caller: dos cero cuatro cuatro cero
            line:   Tengo 2, 0, 4, 4, 0. ¿Es correcto?
            caller: sí
            line:   Lo lamento. ¿Por qué quiere devolverlo?
            caller: llegó roto
            line:   Voy a abrir la devolución del pedido 20440 porque está dañado. ¿Está bien?
            caller: sí
            line:   Listo: la devolución del pedido 20440 está abierta. Le mandamos la etiqueta. ¿Le puedo ayudar en algo más?
            caller: no
            line:   Me alegra haberle ayudado.
            -- goodbye served
            -- The caller talked to the assistant; they have a return open for order 20440.
            -- takes 20440 back, damaged, operation 1
        "#]],
    );
    check_spanish(
        &["quiero devolver el pedido 44321, no me queda @ReturnOrder", "sí"],
        &expect![[r#"
            caller: quiero devolver el pedido 44321, no me queda
            line:   Tengo 4, 4, 3, 2, 1. ¿Es correcto?
            caller: sí
            line:   El pedido 44321 todavía no llega. Llámenos otra vez cuando llegue. ¿Le puedo ayudar en algo más?
        "#]],
    );
}

#[test]
fn a_reason_said_at_the_read_back_is_kept() {
    check(
        &["return an order @ReturnOrder", "20440", "it's broken", "yes", "yes"],
        &expect![[r#"
            caller: return an order
            line:   Sure. What's your five-digit order number?
            caller: 20440
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: it's broken
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   So order 20440 goes back because it's damaged. Should I go ahead?
            caller: yes
            line:   Done: you can send back order 20440. We'll send you the label. Is there anything else I can help with?
            -- takes 20440 back, damaged, operation 1
        "#]],
    );
    check_spanish(
        &["quiero devolver un pedido @ReturnOrder", "20440", "llegó roto", "sí", "sí"],
        &expect![[r#"
            caller: quiero devolver un pedido
            line:   Claro. ¿Cuál es su número de pedido, de cinco dígitos?
            caller: 20440
            line:   Tengo 2, 0, 4, 4, 0. ¿Es correcto?
            caller: llegó roto
            line:   Tengo 2, 0, 4, 4, 0. ¿Es correcto?
            caller: sí
            line:   Voy a abrir la devolución del pedido 20440 porque está dañado. ¿Está bien?
            caller: sí
            line:   Listo: la devolución del pedido 20440 está abierta. Le mandamos la etiqueta. ¿Le puedo ayudar en algo más?
            -- takes 20440 back, damaged, operation 1
        "#]],
    );
}

#[test]
fn a_number_that_did_not_change_is_read_back_plainly() {
    check(
        &[
            "where's my order @CheckOrderStatus",
            "55421",
            "no, 20440",
            "return it @ReturnOrder",
            "yes",
            "it's broken",
            "yes",
        ],
        &expect![[r#"
            caller: where's my order
            line:   Sure. What's your five-digit order number?
            caller: 55421
            line:   I have 5, 5, 4, 2, 1. Is that right?
            caller: no, 20440
            line:   Okay, now I have 2, 0, 4, 4, 0. Is that right?
            caller: return it
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
            caller: it's broken
            line:   So order 20440 goes back because it's damaged. Should I go ahead?
            caller: yes
            line:   Done: you can send back order 20440. We'll send you the label. Is there anything else I can help with?
            -- takes 20440 back, damaged, operation 1
        "#]],
    );
}
