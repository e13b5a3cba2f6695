//! Who pays for two accounts, of which each has an invoice with the same number.

use expect_test::expect;

use super::records::well;
use super::{check, payer};

#[test]
fn each_account_is_paid_under_an_operation_of_its_own() {
    check(
        &[
            "pay account 48210075",
            "yes",
            "yes",
            "card",
            "yes",
            "pay account 48210083 @PayInvoice",
            "yes",
            "yes",
            "card",
            "yes",
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
            caller: yes
            line:   Thank you, $120.50 is paid. I've texted you the receipt. Is there anything else I can help with?
            sms:    Summit Energy: we got your payment of $120.50. Receipt number: 10482913
            caller: pay account 48210083
            line:   I have 4821, 0083. Is that right?
            caller: yes
            line:   You have 3 open invoices, $210.45 in all. The oldest is $80.25, which was due on February 15th. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 1, 8, 8, 1, or text you a link?
            caller: card
            line:   I'll charge $80.25 to the card ending in 1, 8, 8, 1. Is that right?
            caller: yes
            line:   Thank you, $80.25 is paid. I've texted you the receipt. The next one is $64.10, due on March 10th. Would you like to pay that one?
            sms:    Summit Energy: we got your payment of $80.25. Receipt number: 10482913
            -- takes 12050 by CardOnFile, operation 1
            -- takes 8025 by CardOnFile, operation 3
        "#]],
    );
}

#[test]
fn what_is_left_on_one_account_is_owed_on_another() {
    check(
        &["pay account 48210083", "yes", "no", "no wait, my account is 48210075", "yes", "no"],
        &expect![[r#"
            caller: pay account 48210083
            line:   I have 4821, 0083. Is that right?
            caller: yes
            line:   You have 3 open invoices, $210.45 in all. The oldest is $80.25, which was due on February 15th. Would you like to pay it now?
            caller: no
            line:   Okay. The next one is $64.10, due on March 10th. Would you like to pay that one?
            caller: no wait, my account is 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: no
            line:   Okay, I haven't charged anything. Is there anything else I can help with?
        "#]],
    );
    // Back at the first account, what was left there is not asked about again.
    check(
        &[
            "pay account 48210083",
            "yes",
            "no",
            "no wait, my account is 48210075",
            "yes",
            "no wait, my account is 48210083",
            "yes",
        ],
        &expect![[r#"
            caller: pay account 48210083
            line:   I have 4821, 0083. Is that right?
            caller: yes
            line:   You have 3 open invoices, $210.45 in all. The oldest is $80.25, which was due on February 15th. Would you like to pay it now?
            caller: no
            line:   Okay. The next one is $64.10, due on March 10th. Would you like to pay that one?
            caller: no wait, my account is 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: no wait, my account is 48210083
            line:   I have 4821, 0083. Is that right?
            caller: yes
            line:   You have 2 open invoices, $130.20 in all. The oldest is $64.10, due on March 10th. Would you like to pay it now?
        "#]],
    );
}

#[test]
fn a_link_for_one_account_is_none_for_another() {
    check(
        &["pay account 48210075", "yes", "yes", "link", "pay account 48210083 @PayInvoice", "yes"],
        &expect![[r#"
            caller: pay account 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: link
            line:   I've texted you the link. You can pay $120.50 there whenever you like. Is there anything else I can help with?
            sms:    Summit Energy: pay $120.50 here: https://pay.example.com/a1b2c3
            caller: pay account 48210083
            line:   I have 4821, 0083. Is that right?
            caller: yes
            line:   You have 3 open invoices, $210.45 in all. The oldest is $80.25, which was due on February 15th. Would you like to pay it now?
            -- takes 12050 by Link, operation 2
        "#]],
    );
}

#[test]
fn a_card_declined_for_one_account_is_not_that_of_another() {
    check(
        &[
            "pay account 48210117",
            "yes",
            "yes",
            "card",
            "yes",
            "no wait, my account is 48210075",
            "yes",
            "yes",
        ],
        &expect![[r#"
            caller: pay account 48210117
            line:   I have 4821, 0117. Is that right?
            caller: yes
            line:   You owe $230.00. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 0, 0, 0, 2, or text you a link?
            caller: card
            line:   I'll charge $230.00 to the card ending in 0, 0, 0, 2. Is that right?
            caller: yes
            line:   I'm sorry, the card was declined, so nothing was charged. Should I text you a link to pay another way?
            caller: no wait, my account is 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
            -- takes 23000 by CardOnFile, operation 1
        "#]],
    );
}

#[test]
fn nothing_owed_on_another_account_is_an_answer() {
    check(
        &["pay account 48210083", "yes", "no", "no wait, my account is 48210091", "yes", "no"],
        &expect![[r#"
            caller: pay account 48210083
            line:   I have 4821, 0083. Is that right?
            caller: yes
            line:   You have 3 open invoices, $210.45 in all. The oldest is $80.25, which was due on February 15th. Would you like to pay it now?
            caller: no
            line:   Okay. The next one is $64.10, due on March 10th. Would you like to pay that one?
            caller: no wait, my account is 48210091
            line:   I have 4821, 0091. Is that right?
            caller: yes
            line:   Good news: there's nothing to pay on your account. Is there anything else I can help with?
            caller: no
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they owe nothing on account 48210091.
        "#]],
    );
}

#[test]
fn a_call_goes_on_that_a_version_began_which_did_not_tell_accounts_apart() {
    let mut payer = payer(well).says(&["pay account 48210083", "yes", "no", "yes", "card"]);
    let mut session = serde_json::to_value(&payer.call.session).unwrap();
    let task = session.pointer_mut("/doing/task/payments").unwrap().as_object_mut().unwrap();
    let left = task.remove("left_of").unwrap();
    task.insert("left".to_owned(), left["48210083"].clone());
    for attempt in session.pointer_mut("/memory/payments").unwrap().as_array_mut().unwrap() {
        attempt.as_object_mut().unwrap().remove("account").unwrap();
    }
    payer.call.session = serde_json::from_value(session).unwrap();
    let [other, back] = ["48210075", "48210083"].map(|it| format!("no wait, my account is {it}"));
    for said in ["yes", &other, "yes", &back, "yes"] {
        payer.call.says(said);
    }
    payer.expect(&expect![[r#"
        caller: pay account 48210083
        line:   I have 4821, 0083. Is that right?
        caller: yes
        line:   You have 3 open invoices, $210.45 in all. The oldest is $80.25, which was due on February 15th. Would you like to pay it now?
        caller: no
        line:   Okay. The next one is $64.10, due on March 10th. Would you like to pay that one?
        caller: yes
        line:   Should I use the card ending in 1, 8, 8, 1, or text you a link?
        caller: card
        line:   I'll charge $64.10 to the card ending in 1, 8, 8, 1. Is that right?
        caller: yes
        line:   Thank you, $64.10 is paid. I've texted you the receipt. The next one is $66.10. Would you like to pay that one?
        sms:    Summit Energy: we got your payment of $64.10. Receipt number: 10482913
        caller: no wait, my account is 48210075
        line:   I have 4821, 0075. Is that right?
        caller: yes
        line:   You owe $120.50, due on March 15th. Would you like to pay it now?
        caller: no wait, my account is 48210083
        line:   I have 4821, 0083. Is that right?
        caller: yes
        line:   You owe $66.10. Would you like to pay it now?
        -- takes 6410 by CardOnFile, operation 3
    "#]]);
}
