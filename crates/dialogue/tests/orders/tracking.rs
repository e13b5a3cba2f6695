//! Orders that are tracked: numbers said, corrected, confirmed, unknown.

use super::tracks;
use expect_test::expect;

#[test]
fn an_order_is_tracked() {
    tracks(
        &["track my order", "44321", "yes", "no"],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
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
}

#[test]
fn a_number_in_the_first_sentence_is_not_asked_for_again() {
    tracks(
        &["track order 44321", "yes", "goodbye"],
        &expect![[r#"
            caller: track order 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: goodbye
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they know that order 44321 is on its way.
        "#]],
    );
}

#[test]
fn a_wrong_number_is_corrected_at_the_confirmation() {
    tracks(
        &["track my order", "44312", "no, 44321", "yeah that's it"],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: 44312
            line:   I have 4, 4, 3, 1, 2. Is that right?
            caller: no, 44321
            line:   Okay, now I have 4, 4, 3, 2, 1. Is that right?
            caller: yeah that's it
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
        "#]],
    );
}

#[test]
fn a_denied_number_is_asked_for_again_and_in_the_end_a_person_helps() {
    tracks(
        &["track my order", "44312", "no", "44312", "no", "#44312", "#2"],
        &expect![[r#"
            caller: track my order
            line:   Sure. What's your five-digit order number?
            caller: 44312
            line:   I have 4, 4, 3, 1, 2. Is that right?
            caller: no
            line:   Sorry about that. What's the right number?
            caller: 44312
            line:   I have 4, 4, 3, 1, 2. Is that right?
            caller: no
            line:   Sorry. Let's try it another way. Please enter the five digits on your keypad.
            caller: #44312
            line:   I have 4, 4, 3, 1, 2. Is that right?
            caller: #2
            line:   I'm sorry, I keep getting your number wrong.
            -- denied none
            -- The assistant kept getting the caller's details wrong; they may mean order 44312.
        "#]],
    );
}

#[test]
fn a_number_may_be_confirmed_without_a_yes() {
    tracks(
        &["44321", "that's it"],
        &expect![[r#"
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: that's it
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
        "#]],
    );
    tracks(
        &["44321", "four four three two one"],
        &expect![[r#"
            caller: 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: four four three two one
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
        "#]],
    );
}

#[test]
fn an_unknown_order_may_be_tried_again_and_then_a_person_is_offered() {
    tracks(
        &["track order 99999", "yes", "99998", "yes", "yes"],
        &expect![[r#"
            caller: track order 99999
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
    tracks(
        &["track order 99999", "yes", "99998", "yes", "no", "that's all"],
        &expect![[r#"
            caller: track order 99999
            line:   I have 9, 9, 9, 9, 9. Is that right?
            caller: yes
            line:   I couldn't find order 99999. Let's try again. You'll find the number in your confirmation email. What is it?
            caller: 99998
            line:   I have 9, 9, 9, 9, 8. Is that right?
            caller: yes
            line:   I couldn't find order 99998 either. Would you like to talk to a person?
            caller: no
            line:   Okay. Is there anything else I can help with?
            caller: that's all
            line:   All right.
            -- goodbye none
            -- The caller talked to the assistant; they gave order number 99998, which isn't known.
        "#]],
    );
}

#[test]
fn a_failed_look_up_is_owned_up_to() {
    tracks(
        &["track order 50000", "yes"],
        &expect![[r#"
            caller: track order 50000
            line:   I have 5, 0, 0, 0, 0. Is that right?
            caller: yes
            line:   I'm sorry, I can't get to our records right now.
            -- backend none
            -- The assistant couldn't get to our records; they may mean order 50000.
        "#]],
    );
}

#[test]
fn context_survives() {
    tracks(
        &[
            "track order 44321",
            "yes",
            "when will it arrive?",
            "track order 44321",
            "yes",
            "track another order",
            "55421",
            "#1",
            "no",
        ],
        &expect![[r#"
            caller: track order 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: when will it arrive?
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Anything else I can help with?
            caller: track order 44321
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Can I help with anything else?
            caller: yes
            line:   What can I do for you?
            caller: track another order
            line:   Sure. What's your five-digit order number?
            caller: 55421
            line:   I have 5, 5, 4, 2, 1. Is that right?
            caller: #1
            line:   Order 55421 was delivered on Saturday. Is there anything else I can help with?
            caller: no
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they know that order 55421 is delivered.
        "#]],
    );
}

#[test]
fn a_call_that_comes_back_is_served_with_what_is_known() {
    tracks(
        &["track order 44321", "yes", "agent", "when will it arrive?"],
        &expect![[r#"
            caller: track order 44321
            line:   I have 4, 4, 3, 2, 1. Is that right?
            caller: yes
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Is there anything else I can help with?
            caller: agent
            line:   Okay.
            -- asked served
            -- The caller asked for a person; they know that order 44321 is on its way.
            caller: when will it arrive?
            line:   Order 44321 was shipped yesterday and should arrive on Wednesday. Anything else I can help with?
        "#]],
    );
}
