use dialogue::business::{Invoice, Money};
use dialogue::{Ending, Facts, Payment, Request, Step};
use expect_test::expect;
use wording::Currency;

use super::records::{account, bill, invoice, paying, well};
use super::{Records, check, check_spanish, payer};

#[test]
fn an_unknown_account_is_asked_for_again_and_then_a_person_is_offered() {
    check(
        &["pay my bill", "11112222", "yes", "33334444", "yes", "yes"],
        &expect![[r#"
            caller: pay my bill
            line:   Sure. What's your 8-digit account number?
            caller: 11112222
            line:   I have 1111, 2222. Is that right?
            caller: yes
            line:   I couldn't find that account. Let's try again. You'll find the number at the top of your bill. What is it?
            caller: 33334444
            line:   I have 3333, 4444. Is that right?
            caller: yes
            line:   I couldn't find that account either. Would you like to talk to a person?
            caller: yes
            line:   Okay.
            -- asked none
            -- The caller asked for a person; they want to pay an invoice. They gave account number 33334444, which isn't known.
        "#]],
    );
}

#[test]
fn who_cannot_pay_is_met_before_anything_is_asked() {
    check(
        &["pay account 48210075", "yes", "I can't afford to pay this", "no"],
        &expect![[r#"
            caller: pay account 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: I can't afford to pay this
            line:   I'm sorry to hear that, and thanks for telling me. I haven't charged anything. Our team can go over your options. Would you like to talk to a person?
            caller: no
            line:   Okay. Is there anything else I can help with?
        "#]],
    );
    check(
        &["I lost my job and can't pay my bill", "yes"],
        &expect![[r#"
        caller: I lost my job and can't pay my bill
        line:   I'm sorry to hear that, and thanks for telling me. I haven't charged anything. Our team can go over your options. Would you like to talk to a person?
        caller: yes
        line:   Okay.
        -- asked none
        -- The caller asked for a person; they can't pay what they owe right now.
    "#]],
    );
    // Without an intent, too.
    check(
        &["I can't afford my bill @", "go back"],
        &expect![[r#"
            caller: I can't afford my bill
            line:   I'm sorry to hear that, and thanks for telling me. I haven't charged anything. Our team can go over your options. Would you like to talk to a person?
            caller: go back
            line:   There's nothing to go back to. Would you like to talk to a person?
        "#]],
    );
    // To what was asked before, where there is something.
    check(
        &["pay account 48210075", "yes", "I can't afford to pay this", "go back"],
        &expect![[r#"
            caller: pay account 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: I can't afford to pay this
            line:   I'm sorry to hear that, and thanks for telling me. I haven't charged anything. Our team can go over your options. Would you like to talk to a person?
            caller: go back
            line:   Okay, let's go back. That's the $120.50 due on March 15th. Would you like to pay it now?
        "#]],
    );
    check_spanish(
        &["no puedo pagar la factura", "sí"],
        &expect![[r#"
        caller: no puedo pagar la factura
        line:   Lo siento mucho, y gracias por decírmelo. No cobré nada. Nuestro equipo puede ver con usted qué opciones hay. ¿Quiere hablar con una persona?
        caller: sí
        line:   De acuerdo.
        -- asked none
        -- The caller asked for a person; they can't pay what they owe right now.
    "#]],
    );
    // Another way is wanted, and that is no hardship.
    check(
        &["pay account 48210075", "yes", "I can't pay it with the card, send me a link"],
        &expect![[r#"
            caller: pay account 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: I can't pay it with the card, send me a link
            line:   I've texted you the link. You can pay $120.50 there whenever you like. Is there anything else I can help with?
            sms:    Summit Energy: pay $120.50 here: https://pay.example.com/a1b2c3
            -- takes 12050 by Link, operation 2
        "#]],
    );
}

#[test]
fn a_number_that_is_found_in_the_end_goes_on() {
    check(
        &["pay my bill", "11112222", "yes", "33334444", "yes", "48210075", "yes"],
        &expect![[r#"
            caller: pay my bill
            line:   Sure. What's your 8-digit account number?
            caller: 11112222
            line:   I have 1111, 2222. Is that right?
            caller: yes
            line:   I couldn't find that account. Let's try again. You'll find the number at the top of your bill. What is it?
            caller: 33334444
            line:   I have 3333, 4444. Is that right?
            caller: yes
            line:   I couldn't find that account either. Would you like to talk to a person?
            caller: 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
        "#]],
    );
}

#[test]
fn a_declined_card_leads_to_a_link_or_a_person() {
    check(
        &["pay account 48210117", "yes", "yes", "card", "yes", "yes"],
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
            caller: yes
            line:   I've texted you the link. You can pay $230.00 there whenever you like. Is there anything else I can help with?
            sms:    Summit Energy: pay $230.00 here: https://pay.example.com/a1b2c3
            -- takes 23000 by CardOnFile, operation 1
            -- takes 23000 by Link, operation 2
        "#]],
    );
    check(
        &["pay account 48210117", "yes", "yes", "card", "yes", "no", "yes"],
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
            caller: no
            line:   Okay, I haven't charged anything. Would you like to talk to a person?
            caller: yes
            line:   Okay.
            -- asked none
            -- The caller asked for a person; they owe $230.00 on account 48210117. The card on file was declined.
            -- takes 23000 by CardOnFile, operation 1
        "#]],
    );
}

#[test]
fn records_that_fail_while_charging_are_not_asked_again() {
    payer(paying(Facts::Unavailable))
        .says(&[
            "pay account 48210075",
            "yes",
            "yes",
            "card",
            "yes",
            // Back from the queue.
            "pay my bill @PayInvoice",
        ])
        .expect(&expect![[r#"
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
            caller: pay my bill
            line:   I'm sorry, I'm not sure your payment went through, so I won't try again.
            -- backend none
            -- The assistant couldn't get to our records; a payment of $120.50 on account 48210075 may have gone through. Check before you charge anything.
            -- takes 12050 by CardOnFile, operation 1
        "#]]);
}

#[test]
fn records_that_fail_before_charging_charged_nothing() {
    payer(|_| Facts::Unavailable).says(&["pay account 48210075", "yes"]).expect(&expect![[r#"
        caller: pay account 48210075
        line:   I have 4821, 0075. Is that right?
        caller: yes
        line:   I'm sorry, I can't get to our records right now.
        -- backend none
        -- The assistant couldn't get to our records; they want to pay what they owe on account 48210075.
    "#]]);
    payer(paying(Facts::Unavailable))
        .says(&["pay account 48210075", "yes", "yes", "link"])
        .expect(&expect![[r#"
            caller: pay account 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: link
            line:   I'm sorry, I can't get to our records right now.
            -- backend none
            -- The assistant couldn't get to our records; they owe $120.50 on account 48210075. Nothing was charged.
            -- takes 12050 by Link, operation 2
        "#]]);
}

#[test]
fn an_invoice_that_was_paid_before_is_not_charged() {
    payer(paying(Facts::Payment(Payment::AlreadyPaid)))
        .says(&["pay account 48210075", "yes", "yes", "card", "yes"])
        .expect(&expect![[r#"
            caller: pay account 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: card
            line:   I'll charge $120.50 to the card ending in 4, 2, 4, 2. Is that right?
            caller: yes
            line:   Good news: the $120.50 has already been paid, so I didn't charge anything. Is there anything else I can help with?
            -- takes 12050 by CardOnFile, operation 1
        "#]]);
}

#[test]
fn a_bill_that_changes_meanwhile_is_looked_up_again_once() {
    payer(paying(Facts::Payment(Payment::NotOwed)))
        .says(&["pay account 48210075", "yes", "yes", "card", "yes", "yes", "yes"])
        .expect(&expect![[r#"
            caller: pay account 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: card
            line:   I'll charge $120.50 to the card ending in 4, 2, 4, 2. Is that right?
            caller: yes
            line:   Your bill just changed, so I didn't charge anything. I've checked again. You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes
            line:   I'll charge $120.50 to the card ending in 4, 2, 4, 2. Is that right?
            caller: yes
            line:   Your bill keeps changing, so I haven't charged anything.
            -- matter none
            -- The caller needs something that the assistant can't do; they want to pay what they owe on account 48210075.
            -- takes 12050 by CardOnFile, operation 1
            -- takes 12050 by CardOnFile, operation 3
        "#]]);
}

#[test]
fn card_numbers_are_not_taken() {
    let payer = payer(well).says(&[
        "pay account 48210075",
        "yes",
        "yes",
        "my card number is 4111 1111 1111 1111",
        "can I read you my card number",
        "4111111111111111",
    ]);
    payer.expect(&expect![[r#"
        caller: pay account 48210075
        line:   I have 4821, 0075. Is that right?
        caller: yes
        line:   You owe $120.50, due on March 15th. Would you like to pay it now?
        caller: yes
        line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
        caller: my card number is 4111 1111 1111 1111
        line:   I never take or keep card numbers. Should I use the card ending in 4, 2, 4, 2, or text you a link?
        caller: can I read you my card number
        line:   I never take card numbers by phone, so please don't say one. Should I use the card ending in 4, 2, 4, 2, or text you a link?
        caller: 4111111111111111
        line:   I can't take card numbers. Our team can find another way.
        -- matter none
        -- The caller needs something that the assistant can't do; they owe $120.50 on account 48210075. Nothing was charged.
    "#]]);
    check(
        &["pay my bill", "#4111111111111111", "#48210075"],
        &expect![[r#"
            caller: pay my bill
            line:   Sure. What's your 8-digit account number?
            caller: #4111111111111111
            line:   I never take or keep card numbers. What's your 8-digit account number?
            caller: #48210075
            line:   I have 4821, 0075. Is that right?
        "#]],
    );
    check_spanish(
        &["quiero pagar con mi tarjeta 4111 1111 1111 1111"],
        &expect![[r#"
            caller: quiero pagar con mi tarjeta 4111 1111 1111 1111
            line:   Nunca tomo ni guardo números de tarjeta. ¿Cuál es su número de cuenta, de 8 dígitos?
        "#]],
    );
}

#[test]
fn answers_that_make_no_sense_are_not_spoken() {
    let other = |_: &Request| account("48210083");
    let euros = |_: &Request| {
        let amount = Money { minor: 100, currency: Currency::Eur };
        bill("48210075", None, vec![Invoice { amount, ..invoice("a", 100, None) }])
    };
    let twice = |_: &Request| {
        bill("48210075", None, vec![invoice("a", 100, None), invoice("a", 200, None)])
    };
    let endless = |_: &Request| {
        let invoices = (0..3).map(|it| invoice(&it.to_string(), i64::MAX, None));
        bill("48210075", None, invoices.collect())
    };
    let nonsense: Vec<Records> = vec![
        Box::new(other),
        Box::new(euros),
        Box::new(twice),
        Box::new(endless),
        Box::new(|_| Facts::Passages(Vec::new())),
        Box::new(|_| Facts::Payment(Payment::Paid { receipt: String::new() })),
    ];
    for records in nonsense {
        let payer = payer(records).says(&["pay account 48210075", "yes"]);
        let said = payer.call.said();
        assert!(said.contains("-- backend none"), "{said}");
        assert!(said.contains("I can't get to our records right now"), "{said}");
    }
}

#[test]
fn a_payment_is_in_doubt_only_if_a_card_was_charged() {
    let link = |url: &str| Facts::Payment(Payment::Link { url: url.to_owned() });
    let unsure = "I'm not sure your payment went through";
    let records = "I can't get to our records right now";
    for (way, facts, told) in [
        ("card", link("https://pay.example.com/a"), unsure),
        ("card", Facts::Bill(None), unsure),
        ("card", Facts::Unavailable, unsure),
        ("link", Facts::Payment(Payment::Declined), records),
        ("link", Facts::Unavailable, records),
        ("link", link(""), records),
        ("link", link(&format!("https://a.example/{}", "a".repeat(200))), records),
        ("link", link("javascript:alert(1)"), records),
    ] {
        let mut payer = payer(paying(facts)).says(&["pay account 48210075", "yes", "yes", way]);
        if way == "card" {
            payer.call.says("yes");
        }
        let said = payer.call.said();
        assert!(said.contains(told), "{said}");
        assert!(!said.contains("sms:"), "{said}");
        let step = &payer.call.last.as_ref().unwrap().reply.step;
        assert!(matches!(step, Step::Close(Ending::Person(_))), "{said}");
    }
}

#[test]
fn a_receipt_is_texted_and_a_strange_one_is_not_told() {
    for (receipt, told, n_texts) in [
        ("A1B2C3", "I've texted you the receipt", 1),
        ("A1B2C3D4E5F6G7H8", "I've texted you the receipt", 1),
        ("INV-2026-77", "I've texted you the receipt", 1),
        ("0123456789-0123456789-0123456789", "I've texted you the receipt", 1),
        ("0123456789-0123456789-0123456789-", "is paid. Is there", 0),
        ("<speak>", "is paid. Is there", 0),
        ("", "is paid. Is there", 0),
    ] {
        let paid = Facts::Payment(Payment::Paid { receipt: receipt.to_owned() });
        let payer =
            payer(paying(paid)).says(&["pay account 48210075", "yes", "yes", "card", "yes"]);
        let said = payer.call.said();
        assert!(said.contains(told), "{said}");
        assert_eq!(said.matches("sms:").count(), n_texts, "{said}");
        // As it is written, to be found again.
        assert!(n_texts == 0 || said.contains(&format!("Receipt number: {receipt}\n")), "{said}");
    }
}

#[test]
fn nothing_is_texted_to_who_withholds_the_number() {
    let mut payer = payer(well);
    payer.call.withhold_number();
    payer
        .says(&["pay account 48210075 with a link", "yes", "yes", "yes"])
        .expect(&expect![[r#"
            caller: pay account 48210075 with a link
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes
            line:   I can't text you a link. I'll charge $120.50 to the card ending in 4, 2, 4, 2. Is that right?
            caller: yes
            line:   Thank you, $120.50 is paid. Your receipt number is 1048, 2913. Is there anything else I can help with?
            -- takes 12050 by CardOnFile, operation 1
        "#]]);
}

#[test]
fn without_any_way_to_pay_a_person_goes_on() {
    let mut payer = payer(well);
    payer.call.withhold_number();
    payer.says(&["pay account 48210109", "yes"]).expect(&expect![[r#"
        caller: pay account 48210109
        line:   I have 4821, 0109. Is that right?
        caller: yes
        line:   You owe $45.00, but I can't take that payment myself.
        -- matter none
        -- The caller needs something that the assistant can't do; they owe $45.00 on account 48210109. Nothing was charged.
    "#]]);
}

#[test]
fn credits_and_cards_that_are_none_are_left_out() {
    let odd = |_: &Request| {
        bill(
            "48210075",
            Some("12345678"),
            vec![invoice("a", -500, None), invoice("b", 0, None), invoice("c", 700, None)],
        )
    };
    payer(odd).says(&["pay account 48210075", "yes", "yes"]).expect(&expect![[r#"
        caller: pay account 48210075
        line:   I have 4821, 0075. Is that right?
        caller: yes
        line:   You owe $7.00. Would you like to pay it now?
        caller: yes
        line:   I'll text a link to this phone, where you can pay $7.00. Is that okay?
    "#]]);
}

#[test]
fn what_is_kept_of_many_invoices_stays_small() {
    let many = |request: &Request| match request {
        Request::Bill(_) => {
            let number = |it: i64| format!("2026-{it:027}");
            let due = Some((2026, 3, 15));
            let invoices = (1..=40).map(|it| invoice(&number(it), 1000 + it, due));
            bill("48210083", Some("1881"), invoices.collect())
        }
        other => well(other),
    };
    let mut payer = payer(many).says(&["pay account 48210083", "yes"]);
    assert!(payer.call.said().contains("You have 40 open invoices"), "{}", payer.call.said());
    for way in ["card", "link", "card", "link", "card", "link"] {
        for it in ["yes", way, "yes"] {
            payer.call.says(it);
            let kept = serde_json::to_string(&payer.call.session).unwrap().len();
            assert!(kept < 3_000, "{kept} bytes are kept");
        }
    }
}

#[test]
fn a_person_is_told_where_the_payment_stands() {
    for (said, summary) in [
        (&["pay my bill", "48210075"][..], "Their account number may be 48210075"),
        (&["pay my bill", "11112222", "yes"], "11112222, which isn't known"),
        (&["pay account 48210075", "yes"], "they owe $120.50 on account 48210075"),
        (&["pay account 48210075", "yes", "yes", "card", "yes"], "they paid $120.50"),
        (&["pay account 48210075", "yes", "yes", "link"], "they were texted a link to pay $120.50"),
        (&["pay account 48210117", "yes", "yes", "card", "yes"], "The card on file was declined"),
    ] {
        let mut payer = payer(well).says(said);
        payer.call.says("an agent @TalkToAgent");
        let said = payer.call.said();
        assert!(said.contains(summary), "{said}");
    }
}
