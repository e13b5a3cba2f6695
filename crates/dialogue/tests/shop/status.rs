use expect_test::expect;

use super::check;

#[test]
fn an_order_that_just_came_may_go_back() {
    check(
        &["track order 20472 @CheckOrderStatus", "yes", "yes", "it's broken", "yes", "no"],
        &expect![[r#"
            caller: track order 20472
            line:   I have 2, 0, 4, 7, 2. Is that right?
            caller: yes
            line:   Order 20472 was delivered yesterday. If something's wrong with it, would you like to send it back?
            caller: yes
            line:   Sorry to hear that. Why would you like to send it back?
            caller: it's broken
            line:   So order 20472 goes back because it's damaged. Should I go ahead?
            caller: yes
            line:   Done: you can send back order 20472. We'll send you the label. Is there anything else I can help with?
            caller: no
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they have a return open for order 20472.
            -- takes 20472 back, damaged, operation 1
        "#]],
    );
    check(
        &["track order 20472 @CheckOrderStatus", "yes", "no", "no"],
        &expect![[r#"
            caller: track order 20472
            line:   I have 2, 0, 4, 7, 2. Is that right?
            caller: yes
            line:   Order 20472 was delivered yesterday. If something's wrong with it, would you like to send it back?
            caller: no
            line:   Okay. Is there anything else I can help with?
            caller: no
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they know that order 20472 is delivered.
        "#]],
    );
}

#[test]
fn who_waits_for_a_late_order_is_offered_a_person() {
    check(
        &["track order 61874 @CheckOrderStatus", "yes", "yes"],
        &expect![[r#"
            caller: track order 61874
            line:   I have 6, 1, 8, 7, 4. Is that right?
            caller: yes
            line:   Order 61874 is running late. It was due on Friday. Would you like to talk to a person?
            caller: yes
            line:   Okay.
            -- asked served
            -- The caller asked for a person; they know that order 61874 is on its way.
        "#]],
    );
    check(
        &["track order 10009 @CheckOrderStatus", "yes", "no", "no"],
        &expect![[r#"
            caller: track order 10009
            line:   I have 1, 0, 0, 0, 9. Is that right?
            caller: yes
            line:   Order 10009 is still being prepared. It was due on Friday, so it's running late. Would you like to talk to a person?
            caller: no
            line:   Okay. Is there anything else I can help with?
            caller: no
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they know that order 10009 is being prepared.
        "#]],
    );
}

#[test]
fn what_was_offered_once_is_not_offered_again() {
    check(
        &[
            "track order 61874 @CheckOrderStatus",
            "yes",
            "no",
            "and order 10009 @CheckOrderStatus",
            "yes",
        ],
        &expect![[r#"
            caller: track order 61874
            line:   I have 6, 1, 8, 7, 4. Is that right?
            caller: yes
            line:   Order 61874 is running late. It was due on Friday. Would you like to talk to a person?
            caller: no
            line:   Okay. Is there anything else I can help with?
            caller: and order 10009
            line:   I have 1, 0, 0, 0, 9. Is that right?
            caller: yes
            line:   Order 10009 is still being prepared. It was due on Friday, so it's running late. Anything else I can help with?
        "#]],
    );
}
