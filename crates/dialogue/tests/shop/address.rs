use dialogue::Facts;
use expect_test::expect;

use super::{check, check_spanish, shopper};

#[test]
fn an_address_is_changed_by_a_person() {
    check(
        &["change my delivery address @ChangeDeliveryAddress", "10007", "yes"],
        &expect![[r#"
            caller: change my delivery address
            line:   Sure. What's your five-digit order number?
            caller: 10007
            line:   I have 1, 0, 0, 0, 7. Is that right?
            caller: yes
            line:   Our team can change the address of order 10007.
            -- matter none
            -- The caller needs something that the assistant can't do; they want another delivery address for order 10007, which is being prepared.
        "#]],
    );
}

#[test]
fn an_order_on_its_way_keeps_its_address() {
    check(
        &["deliver order 44321 somewhere else @ChangeDeliveryAddress", "yes", "no", "no"],
        &expect![[r#"
            caller: deliver order 44321 somewhere else
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 has already shipped, so I can't change its address. Would you like to talk to a person?
            caller: no
            line:   Okay. Is there anything else I can help with?
            caller: no
            line:   All right.
            -- goodbye none
            -- The caller talked to the assistant; they want another delivery address for order 44321, which is on its way.
        "#]],
    );
    check(
        &["deliver order 44321 somewhere else @ChangeDeliveryAddress", "yes", "yes"],
        &expect![[r#"
            caller: deliver order 44321 somewhere else
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 has already shipped, so I can't change its address. Would you like to talk to a person?
            caller: yes
            line:   Okay.
            -- asked none
            -- The caller asked for a person; they want another delivery address for order 44321, which is on its way.
        "#]],
    );
}

#[test]
fn an_order_that_came_goes_back_instead() {
    check(
        &[
            "the address of order 20440 is wrong @ChangeDeliveryAddress",
            "yes",
            "yes",
            "I don't know",
            "yes",
        ],
        &expect![[r#"
            caller: the address of order 20440 is wrong
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   Order 20440 has already been delivered, so I can't change its address. Would you like to send it back instead?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
            caller: I don't know
            line:   So order 20440 goes back. Should I go ahead?
            caller: yes
            line:   Done: you can send back order 20440. We'll send you the label. Is there anything else I can help with?
            -- takes 20440 back, other, operation 1
        "#]],
    );
    check(
        &["the address of order 20440 is wrong @ChangeDeliveryAddress", "yes", "no"],
        &expect![[r#"
            caller: the address of order 20440 is wrong
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   Order 20440 has already been delivered, so I can't change its address. Would you like to send it back instead?
            caller: no
            line:   Okay. Is there anything else I can help with?
        "#]],
    );
}

#[test]
fn a_cancelled_order_has_no_delivery() {
    check(
        &["change the address of 30118 @ChangeDeliveryAddress", "yes"],
        &expect![[r#"
        caller: change the address of 30118
        line:   I have 3, 0, 1, 1, 8. Is that right?
        caller: yes
        line:   Order 30118 was cancelled, so there's no delivery to change. Is there anything else I can help with?
    "#]],
    );
}

#[test]
fn the_order_that_was_just_discussed_is_not_asked_for() {
    check(
        &[
            "track order 10007 @CheckOrderStatus",
            "yes",
            "can you send it to another address @ChangeDeliveryAddress",
        ],
        &expect![[r#"
            caller: track order 10007
            line:   I have 1, 0, 0, 0, 7. Is that right?
            caller: yes
            line:   Order 10007 is being prepared and should arrive on Friday. Is there anything else I can help with?
            caller: can you send it to another address
            line:   Our team can change the address of order 10007.
            -- matter served
            -- The caller needs something that the assistant can't do; they want another delivery address for order 10007, which is being prepared.
        "#]],
    );
    check(
        &[
            "track order 10007 @CheckOrderStatus",
            "yes",
            "and another order needs a new address @ChangeDeliveryAddress",
            "44321",
            "yes",
        ],
        &expect![[r#"
            caller: track order 10007
            line:   I have 1, 0, 0, 0, 7. Is that right?
            caller: yes
            line:   Order 10007 is being prepared and should arrive on Friday. Is there anything else I can help with?
            caller: and another order needs a new address
            line:   Sure. What's your five-digit order number?
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 has already shipped, so I can't change its address. Would you like to talk to a person?
        "#]],
    );
}

#[test]
fn an_unknown_number_is_asked_for_again_and_then_a_person_is_offered() {
    check(
        &["change my address @ChangeDeliveryAddress", "99999", "yes", "99998", "yes", "yes"],
        &expect![[r#"
            caller: change my address
            line:   Sure. What's your five-digit order number?
            caller: 99999
            line:   I have 9, 9, 9, 9, 9. Is that right?
            caller: yes
            line:   I couldn't find order 99999. Let's try again. You'll find the number in your confirmation email. What is it?
            caller: 99998
            line:   I have 9, 9, 9, 9, 8. Is that right?
            caller: yes
            line:   I couldn't find order 99998 either. Would you like to talk to a person?
            caller: yes
            line:   Okay.
            -- asked none
            -- The caller asked for a person; they gave order number 99998, which isn't known.
        "#]],
    );
}

#[test]
fn the_wish_may_change_with_the_number_at_hand() {
    check(
        &[
            "track order 20440 @CheckOrderStatus",
            "no wait, I want to return it @ReturnOrder",
            "yes",
            "too small",
            "yes",
        ],
        &expect![[r#"
            caller: track order 20440
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: no wait, I want to return it
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
            caller: too small
            line:   So order 20440 goes back because it's the wrong size. Should I go ahead?
            caller: yes
            line:   Done: you can send back order 20440. We'll send you the label. Is there anything else I can help with?
            -- takes 20440 back, wrong-size, operation 1
        "#]],
    );
}

#[test]
fn records_that_fail_lead_to_a_person() {
    shopper(|_| Facts::Unavailable)
        .says(&["change the address of 10007 @ChangeDeliveryAddress", "yes"])
        .expect(&expect![[r#"
            caller: change the address of 10007
            line:   I have 1, 0, 0, 0, 7. Is that right?
            caller: yes
            line:   I'm sorry, I can't get to our records right now.
            -- backend none
            -- The assistant couldn't get to our records; they may mean order 10007.
        "#]]);
}

#[test]
fn an_address_is_changed_in_spanish() {
    check_spanish(
        &["cambiar la dirección del pedido 10007 @ChangeDeliveryAddress", "sí"],
        &expect![[r#"
            caller: cambiar la dirección del pedido 10007
            line:   Tengo 1, 0, 0, 0, 7. ¿Es correcto?
            caller: sí
            line:   Nuestro equipo puede cambiar la dirección del pedido 10007.
            -- matter none
            -- The caller needs something that the assistant can't do; they want another delivery address for order 10007, which is being prepared.
        "#]],
    );
}
