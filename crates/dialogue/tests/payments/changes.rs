//! Payers who change their minds, and who are not understood.

use expect_test::expect;

use super::check;

#[test]
fn a_no_to_every_way_to_pay_offers_a_person() {
    check(
        &["pay my bill", "48210075", "yes", "yes", "neither", "yes"],
        &expect![[r#"
            caller: pay my bill
            line:   Sure. What's your 8-digit account number?
            caller: 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: neither
            line:   Okay, I haven't charged anything. Would you like to talk to a person?
            caller: yes
            line:   Okay.
            -- asked none
            -- The caller asked for a person; they owe $120.50 on account 48210075. Nothing was charged.
        "#]],
    );
    check(
        &["pay my bill", "48210075", "yes", "yes", "card", "no", "no", "no"],
        &expect![[r#"
            caller: pay my bill
            line:   Sure. What's your 8-digit account number?
            caller: 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: card
            line:   I'll charge $120.50 to the card ending in 4, 2, 4, 2. Is that right?
            caller: no
            line:   I'll text a link to this phone, where you can pay $120.50. Is that okay?
            caller: no
            line:   Okay, I haven't charged anything. Would you like to talk to a person?
            caller: no
            line:   Okay. Is there anything else I can help with?
        "#]],
    );
}

#[test]
fn another_card_is_for_the_link() {
    check(
        &["pay my bill", "48210075", "yes", "yes", "a different card", "yes"],
        &expect![[r#"
            caller: pay my bill
            line:   Sure. What's your 8-digit account number?
            caller: 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: a different card
            line:   You can use any card with the link. I'll text a link to this phone, where you can pay $120.50. Is that okay?
            caller: yes
            line:   I've texted you the link. You can pay $120.50 there whenever you like. Is there anything else I can help with?
            sms:    Summit Energy: pay $120.50 here: https://pay.example.com/a1b2c3
            -- takes 12050 by Link, operation 2
        "#]],
    );
    check(
        &["pay my bill", "48210075", "yes", "yes", "the card", "no, another card", "yes"],
        &expect![[r#"
            caller: pay my bill
            line:   Sure. What's your 8-digit account number?
            caller: 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: the card
            line:   I'll charge $120.50 to the card ending in 4, 2, 4, 2. Is that right?
            caller: no, another card
            line:   You can use any card with the link. I'll text a link to this phone, where you can pay $120.50. Is that okay?
            caller: yes
            line:   I've texted you the link. You can pay $120.50 there whenever you like. Is there anything else I can help with?
            sms:    Summit Energy: pay $120.50 here: https://pay.example.com/a1b2c3
            -- takes 12050 by Link, operation 2
        "#]],
    );
}

#[test]
fn numbers_are_corrected_at_any_time() {
    check(
        &[
            "pay my bill",
            "48210057",
            "no, 48210075",
            "yes",
            "no wait, my account is 48210109",
            "yes",
        ],
        &expect![[r#"
            caller: pay my bill
            line:   Sure. What's your 8-digit account number?
            caller: 48210057
            line:   I have 4821, 0057. Is that right?
            caller: no, 48210075
            line:   Okay, now I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: no wait, my account is 48210109
            line:   I have 4821, 0109. Is that right?
            caller: yes
            line:   You owe $45.00, which was due yesterday. Would you like to pay it now?
        "#]],
    );
}

#[test]
fn a_number_denied_is_asked_for_again_and_then_a_person_helps() {
    check(
        &["pay my bill", "48210057", "no", "48210056", "no", "#48210055", "#2"],
        &expect![[r#"
            caller: pay my bill
            line:   Sure. What's your 8-digit account number?
            caller: 48210057
            line:   I have 4821, 0057. Is that right?
            caller: no
            line:   Sorry about that. What's the right number?
            caller: 48210056
            line:   I have 4821, 0056. Is that right?
            caller: no
            line:   Sorry. Let's try it another way. Please enter the 8 digits on your keypad.
            caller: #48210055
            line:   I have 4821, 0055. Is that right?
            caller: #2
            line:   I'm sorry, I keep getting your number wrong.
            -- denied none
            -- The assistant kept getting the caller's details wrong; they want to pay an invoice. Their account number may be 48210055.
        "#]],
    );
}

#[test]
fn a_question_that_is_not_understood_is_asked_with_help() {
    check(
        &["pay my bill", "48210075", "yes", "yes", "purple", "", "card", "hm", "hm", "hm"],
        &expect![[r#"
            caller: pay my bill
            line:   Sure. What's your 8-digit account number?
            caller: 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: purple
            line:   Sorry, I didn't get that. Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: (silence)
            line:   Are you still there? Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: card
            line:   I'll charge $120.50 to the card ending in 4, 2, 4, 2. Is that right?
            caller: hm
            line:   Sorry, was that a yes or a no? Should I charge $120.50 to that card?
            caller: hm
            line:   To pay $120.50 with that card, say yes or press 1. To stop, say no or press 2.
            caller: hm
            line:   I'm sorry, I'm having trouble understanding.
            -- not-understood none
            -- The assistant couldn't understand the caller; they owe $120.50 on account 48210075. Nothing was charged.
        "#]],
    );
}

#[test]
fn goes_back_a_question_at_a_time() {
    check(
        &[
            "pay account 48210075",
            "yes",
            "yes",
            "card",
            "go back @GoBack",
            "go back @GoBack",
            "go back @GoBack",
            "go back @GoBack",
        ],
        &expect![[r#"
            caller: pay account 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: card
            line:   I'll charge $120.50 to the card ending in 4, 2, 4, 2. Is that right?
            caller: go back
            line:   Okay, let's go back. Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: go back
            line:   Okay, let's go back. That's the $120.50 due on March 15th. Would you like to pay it now?
            caller: go back
            line:   Okay, let's go back. What's your 8-digit account number?
            caller: go back
            line:   Okay, let's go back. How can I help you today?
        "#]],
    );
}
