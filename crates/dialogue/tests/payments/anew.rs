//! Callers who start again after they paid, or may have.

use dialogue::Facts;
use expect_test::expect;

use super::payer;
use super::records::{paying, well};

/// A payment with the card, then from the start once more.
const TWICE: &[&str] = &[
    "pay account 48210075",
    "yes",
    "yes",
    "card",
    "yes",
    "start over @StartAgain",
    "pay account 48210075 @PayInvoice",
    "yes",
    "yes",
    "card",
    "yes",
];

#[test]
fn a_charge_in_doubt_stays_so() {
    payer(paying(Facts::Unavailable)).says(&TWICE[..8]).expect(&expect![[r#"
        caller: pay account 48210075
        line:   I have 4821, 0075. Is that right?
        caller: yes
        line:   You owe $120.50, due on March 15th. Would you like to pay it now?
        caller: yes
        line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
        caller: card
        line:   I'll charge $120.50 to the card ending in 4, 2, 4, 2. Is that right?
        caller: yes
        line:   I'm sorry, I'm not sure your payment went through, so I won't try again.
        -- backend none
        -- The assistant couldn't get to our records; a payment of $120.50 on account 48210075 may have gone through. Check before you charge anything.
        caller: start over
        line:   Okay, let's start over. How can I help you today?
        caller: pay account 48210075
        line:   I have 4821, 0075. Is that right?
        caller: yes
        line:   I'm sorry, I'm not sure your payment went through, so I won't try again.
        -- backend none
        -- The assistant couldn't get to our records; a payment of $120.50 on account 48210075 may have gone through. Check before you charge anything.
        -- takes 12050 by CardOnFile, operation 1
    "#]]);
}

#[test]
fn what_the_records_still_call_open_is_paid_under_the_same_operation() {
    payer(well).says(TWICE).expect(&expect![[r#"
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
        caller: start over
        line:   Okay, let's start over. How can I help you today?
        caller: pay account 48210075
        line:   I have 4821, 0075. Is that right?
        caller: yes
        line:   You owe $120.50, due on March 15th. Would you like to pay it now?
        caller: yes
        line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
        caller: card
        line:   I'll charge $120.50 to the card ending in 4, 2, 4, 2. Is that right?
        caller: yes
        line:   Thank you, $120.50 is paid. I've texted you the receipt. Anything else I can help with?
        sms:    Summit Energy: we got your payment of $120.50. Receipt number: 10482913
        -- takes 12050 by CardOnFile, operation 1
        -- takes 12050 by CardOnFile, operation 1
    "#]]);
}

#[test]
fn who_got_a_link_is_not_offered_the_same_invoice_first() {
    let said = [
        "pay account 48210083",
        "yes",
        "yes",
        "link",
        "start over @StartAgain",
        "pay account 48210083 @PayInvoice",
        "yes",
    ];
    payer(well).says(&said).expect(&expect![[r#"
        caller: pay account 48210083
        line:   I have 4821, 0083. Is that right?
        caller: yes
        line:   You have 3 open invoices, $210.45 in all. The oldest is $80.25, which was due on February 15th. Would you like to pay it now?
        caller: yes
        line:   Should I use the card ending in 1, 8, 8, 1, or text you a link?
        caller: link
        line:   I've texted you the link. You can pay $80.25 there whenever you like. The next one is $64.10, due on March 10th. Would you like to pay that one?
        sms:    Summit Energy: pay $80.25 here: https://pay.example.com/a1b2c3
        caller: start over
        line:   Okay, let's start over. How can I help you today?
        caller: pay account 48210083
        line:   I have 4821, 0083. Is that right?
        caller: yes
        line:   You have 3 open invoices, $210.45 in all. The next one is $64.10, due on March 10th. Would you like to pay that one?
        -- takes 8025 by Link, operation 2
    "#]]);
}
