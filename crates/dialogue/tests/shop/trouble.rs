//! Returns that do not go as they should.

use dialogue::{Facts, Order, OrderStatus, Request, Return};
use expect_test::expect;

use super::{Records, check, check_spanish, returning, shopper, well};

#[test]
fn what_the_records_refuse_leads_to_a_person() {
    check(
        &["return order 20511 @ReturnOrder", "yes", "changed my mind", "yes", "yes"],
        &expect![[r#"
            caller: return order 20511
            line:   I have 2, 0, 5, 1, 1. Is that right?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
            caller: changed my mind
            line:   So order 20511 goes back because you don't need it anymore. Should I go ahead?
            caller: yes
            line:   I'm sorry, order 20511 can't be sent back anymore. Would you like to talk to a person?
            caller: yes
            line:   Okay.
            -- asked none
            -- The caller asked for a person; they want to send back order 20511, which they don't need anymore.
            -- takes 20511 back, changed-mind, operation 1
        "#]],
    );
}

#[test]
fn a_return_that_is_open_is_not_opened_again() {
    shopper(returning(Facts::Return(Return::AlreadyOpen)))
        .says(&["return order 20440 @ReturnOrder", "yes", "it's broken", "yes"])
        .expect(&expect![[r#"
            caller: return order 20440
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
            caller: it's broken
            line:   So order 20440 goes back because it's damaged. Should I go ahead?
            caller: yes
            line:   You've already got a return open for order 20440. We'll send you the label. Is there anything else I can help with?
            -- takes 20440 back, damaged, operation 1
        "#]]);
}

#[test]
fn records_that_fail_while_it_is_opened_are_not_asked_again() {
    shopper(returning(Facts::Unavailable))
        .says(&["return order 20440 @ReturnOrder", "yes", "it's broken", "yes"])
        .expect(&expect![[r#"
            caller: return order 20440
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
            caller: it's broken
            line:   So order 20440 goes back because it's damaged. Should I go ahead?
            caller: yes
            line:   I'm sorry, I'm not sure your return went through, so I won't try again.
            -- backend none
            -- The assistant couldn't get to our records; a return of order 20440 may be open. Check before you open another.
            -- takes 20440 back, damaged, operation 1
        "#]]);
}

#[test]
fn answers_that_make_no_sense_are_not_spoken() {
    let other = |_: &Request| {
        Facts::Order(Some(Order {
            number: "11111".parse().unwrap(),
            status: OrderStatus::Delivered,
            placed_on: None,
            shipped_on: None,
            expected_on: None,
            delivered_on: None,
        }))
    };
    let wrong: Vec<Records> = vec![
        Box::new(other),
        Box::new(|_| Facts::Return(Return::Opened)),
        Box::new(|_| Facts::Passages(Vec::new())),
        Box::new(|_| Facts::Unavailable),
    ];
    for records in wrong {
        let shopper = shopper(records).says(&["return order 20440 @ReturnOrder", "yes"]);
        let said = shopper.call.said();
        assert!(said.contains("I can't get to our records right now"), "{said}");
        assert!(said.contains("-- backend none"), "{said}");
    }
    for facts in [Facts::Order(None), Facts::Bill(None), Facts::Cancelled(true)] {
        let said = ["return order 20440 @ReturnOrder", "yes", "it's broken", "yes"];
        let shopper = shopper(returning(facts)).says(&said);
        let said = shopper.call.said();
        assert!(said.contains("I'm not sure your return went through"), "{said}");
    }
    let gone = returning(Facts::Return(Return::NoOrder));
    shopper(gone)
        .says(&["return order 20440 @ReturnOrder", "yes", "it's broken", "yes"])
        .expect(&expect![[r#"
            caller: return order 20440
            line:   I have 2, 0, 4, 4, 0. Is that right?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
            caller: it's broken
            line:   So order 20440 goes back because it's damaged. Should I go ahead?
            caller: yes
            line:   I'm sorry, I can't find order 20440 now, so I didn't start a return. Would you like to talk to a person?
            -- takes 20440 back, damaged, operation 1
        "#]]);
}

#[test]
fn a_person_is_told_what_was_learnt() {
    for (said, summary) in [
        (&["return order 20440 @ReturnOrder"][..], "they may mean order 20440"),
        (&["return order 20440 @ReturnOrder", "yes"], "they want to send back order 20440."),
        (
            &["return order 20440 @ReturnOrder", "yes", "it's broken"],
            "they want to send back order 20440, which is damaged",
        ),
        (
            &["return order 20440 @ReturnOrder", "yes", "it's broken", "yes"],
            "they have a return open for order 20440",
        ),
        (
            &["change the address of 44321 @ChangeDeliveryAddress", "yes"],
            "they want another delivery address for order 44321, which is on its way",
        ),
    ] {
        let mut shopper = shopper(well).says(said);
        shopper.call.says("an agent @TalkToAgent");
        let said = shopper.call.said();
        assert!(said.contains(summary), "{said}");
    }
}

#[test]
fn who_goes_back_from_a_person_gives_another_number() {
    check(
        &["track my order @CheckOrderStatus", "99999", "yes", "99998", "yes", "go back", "20440"],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: 99999
            line:   I have 9, 9, 9, 9, 9. Is that right?
            caller: yes
            line:   I couldn't find order 99999. Let's try again. You'll find the number in your confirmation email. What is it?
            caller: 99998
            line:   I have 9, 9, 9, 9, 8. Is that right?
            caller: yes
            line:   I couldn't find order 99998 either. Would you like to talk to a person?
            caller: go back
            line:   Okay, let's go back. What's your five-digit order number?
            caller: 20440
            line:   I have 2, 0, 4, 4, 0. Is that right?
        "#]],
    );
    check_spanish(
        &["¿dónde está mi pedido? @CheckOrderStatus", "99999", "sí", "99998", "sí", "atrás"],
        &expect![[r#"
            caller: ¿dónde está mi pedido?
            line:   Claro. ¿Cuál es su número de pedido, de cinco dígitos?
            caller: 99999
            line:   Tengo 9, 9, 9, 9, 9. ¿Es correcto?
            caller: sí
            line:   No encontré el pedido 99999. Probemos de nuevo. El número está en su correo de confirmación. ¿Cuál es?
            caller: 99998
            line:   Tengo 9, 9, 9, 9, 8. ¿Es correcto?
            caller: sí
            line:   Tampoco encontré el pedido 99998. ¿Quiere hablar con una persona?
            caller: atrás
            line:   De acuerdo, volvamos atrás. ¿Cuál es su número de pedido, de cinco dígitos?
        "#]],
    );
}
