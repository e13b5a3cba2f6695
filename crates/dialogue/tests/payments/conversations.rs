use expect_test::expect;

use super::{check, check_spanish};

#[test]
fn an_invoice_is_paid_with_the_card_on_file() {
    check(
        &[
            "I want to pay my bill",
            "four eight two one double zero seven five",
            "yes",
            "yes please",
            "use my card",
            "that's right",
            "no",
        ],
        &expect![[r#"
            caller: I want to pay my bill
            line:   Sure. What's your 8-digit account number?
            caller: four eight two one double zero seven five
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes please
            line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: use my card
            line:   I'll charge $120.50 to the card ending in 4, 2, 4, 2. Is that right?
            caller: that's right
            line:   Thank you, $120.50 is paid. I've texted you the receipt. Is there anything else I can help with?
            sms:    Summit Energy: we got your payment of $120.50. Receipt number: 10482913
            caller: no
            line:   Glad I could help.
            -- goodbye served
            -- The caller talked to the assistant; they paid $120.50 on account 48210075.
            -- takes 12050 by CardOnFile, operation 1
        "#]],
    );
}

#[test]
fn a_link_is_sent_to_who_asks_for_one() {
    check(
        &["pay account 48210075", "#1", "sure", "text me the link"],
        &expect![[r#"
            caller: pay account 48210075
            line:   I have 4821, 0075. Is that right?
            caller: #1
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: sure
            line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: text me the link
            line:   I've texted you the link. You can pay $120.50 there whenever you like. Is there anything else I can help with?
            sms:    Summit Energy: pay $120.50 here: https://pay.example.com/a1b2c3
            -- takes 12050 by Link, operation 2
        "#]],
    );
}

#[test]
fn the_way_to_pay_may_be_said_first() {
    check(
        &["pay my bill with the card on file, account 48210075", "yes", "yes", "yes"],
        &expect![[r#"
            caller: pay my bill with the card on file, account 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes
            line:   I'll charge $120.50 to the card ending in 4, 2, 4, 2. Is that right?
            caller: yes
            line:   Thank you, $120.50 is paid. I've texted you the receipt. Is there anything else I can help with?
            sms:    Summit Energy: we got your payment of $120.50. Receipt number: 10482913
            -- takes 12050 by CardOnFile, operation 1
        "#]],
    );
    check(
        &["pay by link @PayInvoice PaymentMethod=link AccountNumber=48210075", "yes", "yes"],
        &expect![[r#"
            caller: pay by link
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes
            line:   I've texted you the link. You can pay $120.50 there whenever you like. Is there anything else I can help with?
            sms:    Summit Energy: pay $120.50 here: https://pay.example.com/a1b2c3
            -- takes 12050 by Link, operation 2
        "#]],
    );
}

#[test]
fn without_a_card_a_link_is_offered() {
    check(
        &["pay my bill", "48210109", "yes", "yes", "okay"],
        &expect![[r#"
            caller: pay my bill
            line:   Sure. What's your 8-digit account number?
            caller: 48210109
            line:   I have 4821, 0109. Is that right?
            caller: yes
            line:   You owe $45.00, which was due yesterday. Would you like to pay it now?
            caller: yes
            line:   I'll text a link to this phone, where you can pay $45.00. Is that okay?
            caller: okay
            line:   I've texted you the link. You can pay $45.00 there whenever you like. Is there anything else I can help with?
            sms:    Summit Energy: pay $45.00 here: https://pay.example.com/a1b2c3
            -- takes 4500 by Link, operation 2
        "#]],
    );
}

#[test]
fn several_invoices_are_paid_the_oldest_first() {
    check(
        &[
            "pay my bill",
            "#48210083",
            "#1",
            "pay all of them",
            "card",
            "yes",
            "yes",
            "the link please",
            "no thanks",
        ],
        &expect![[r#"
            caller: pay my bill
            line:   Sure. What's your 8-digit account number?
            caller: #48210083
            line:   I have 4821, 0083. Is that right?
            caller: #1
            line:   You have 3 open invoices, $210.45 in all. The oldest is $80.25, which was due on February 15th. Would you like to pay it now?
            caller: pay all of them
            line:   Sure, one at a time, the oldest first. Should I use the card ending in 1, 8, 8, 1, or text you a link?
            caller: card
            line:   I'll charge $80.25 to the card ending in 1, 8, 8, 1. Is that right?
            caller: yes
            line:   Thank you, $80.25 is paid. I've texted you the receipt. The next one is $64.10, due on March 10th. Would you like to pay that one?
            sms:    Summit Energy: we got your payment of $80.25. Receipt number: 10482913
            caller: yes
            line:   Should I use the card ending in 1, 8, 8, 1, or text you a link?
            caller: the link please
            line:   I've texted you the link. You can pay $64.10 there whenever you like. The next one is $66.10. Would you like to pay that one?
            sms:    Summit Energy: pay $64.10 here: https://pay.example.com/a1b2c3
            caller: no thanks
            line:   Okay. Is there anything else I can help with?
            -- takes 8025 by CardOnFile, operation 1
            -- takes 6410 by Link, operation 4
        "#]],
    );
}

#[test]
fn an_invoice_is_named_by_its_amount() {
    check(
        &["pay my bill", "48210083", "yes", "no, the 66.10 one", "yes"],
        &expect![[r#"
            caller: pay my bill
            line:   Sure. What's your 8-digit account number?
            caller: 48210083
            line:   I have 4821, 0083. Is that right?
            caller: yes
            line:   You have 3 open invoices, $210.45 in all. The oldest is $80.25, which was due on February 15th. Would you like to pay it now?
            caller: no, the 66.10 one
            line:   That's the $66.10. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 1, 8, 8, 1, or text you a link?
        "#]],
    );
}

#[test]
fn the_oldest_may_be_left_for_the_next() {
    check(
        &["pay my bill", "48210083", "yes", "no", "no"],
        &expect![[r#"
        caller: pay my bill
        line:   Sure. What's your 8-digit account number?
        caller: 48210083
        line:   I have 4821, 0083. Is that right?
        caller: yes
        line:   You have 3 open invoices, $210.45 in all. The oldest is $80.25, which was due on February 15th. Would you like to pay it now?
        caller: no
        line:   Okay. The next one is $64.10, due on March 10th. Would you like to pay that one?
        caller: no
        line:   Okay, I haven't charged anything. Is there anything else I can help with?
    "#]],
    );
}

#[test]
fn nothing_owed_is_good_news() {
    check(
        &["what do I owe", "48210091", "yes", "no"],
        &expect![[r#"
        caller: what do I owe
        line:   Sure. What's your 8-digit account number?
        caller: 48210091
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
fn nothing_is_charged_to_who_does_not_want_it() {
    check(
        &["how much do I owe", "48210075", "yes", "not now"],
        &expect![[r#"
            caller: how much do I owe
            line:   Sure. What's your 8-digit account number?
            caller: 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: not now
            line:   Okay, I haven't charged anything. Is there anything else I can help with?
        "#]],
    );
}

#[test]
fn a_part_is_not_taken() {
    check(
        &["pay my bill", "48210075", "yes", "can I pay 50 dollars", "half of it", "yes"],
        &expect![[r#"
            caller: pay my bill
            line:   Sure. What's your 8-digit account number?
            caller: 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: can I pay 50 dollars
            line:   I can only take the full amount. You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: half of it
            line:   I can only take the full amount. You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
        "#]],
    );
}

#[test]
fn the_account_is_not_asked_for_again() {
    check(
        &[
            "pay account 48210083",
            "yes",
            "yes",
            "link",
            "no",
            "actually, pay another one @PayInvoice",
            "yes",
        ],
        &expect![[r#"
            caller: pay account 48210083
            line:   I have 4821, 0083. Is that right?
            caller: yes
            line:   You have 3 open invoices, $210.45 in all. The oldest is $80.25, which was due on February 15th. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 1, 8, 8, 1, or text you a link?
            caller: link
            line:   I've texted you the link. You can pay $80.25 there whenever you like. The next one is $64.10, due on March 10th. Would you like to pay that one?
            sms:    Summit Energy: pay $80.25 here: https://pay.example.com/a1b2c3
            caller: no
            line:   Okay. Is there anything else I can help with?
            caller: actually, pay another one
            line:   You have 3 open invoices, $210.45 in all. The next one is $64.10, due on March 10th. Would you like to pay that one?
            caller: yes
            line:   Should I use the card ending in 1, 8, 8, 1, or text you a link?
            -- takes 8025 by Link, operation 2
        "#]],
    );
}

#[test]
fn pays_in_spanish() {
    check_spanish(
        &[
            "quiero pagar mi recibo",
            "cuatro ocho dos uno cero cero siete cinco",
            "sí",
            "sí, por favor",
            "con la tarjeta",
            "sí",
            "no",
        ],
        &expect![[r#"
            caller: quiero pagar mi recibo
            line:   Claro. ¿Cuál es su número de cuenta, de 8 dígitos?
            caller: cuatro ocho dos uno cero cero siete cinco
            line:   Tengo 4821, 0075. ¿Es correcto?
            caller: sí
            line:   Tiene una factura de $120.50 que vence el 15 de marzo. ¿Quiere pagarla ahora?
            caller: sí, por favor
            line:   ¿Uso la tarjeta que termina en 4, 2, 4, 2, o le mando un enlace por texto?
            caller: con la tarjeta
            line:   Voy a cobrar $120.50 a la tarjeta que termina en 4, 2, 4, 2. ¿Es correcto?
            caller: sí
            line:   Gracias, ya pagó $120.50. Le mandé el recibo por mensaje de texto. ¿Le puedo ayudar en algo más?
            sms:    Summit Energy: recibimos su pago de $120.50. Número de recibo: 10482913
            caller: no
            line:   Me alegra haberle ayudado.
            -- goodbye served
            -- The caller talked to the assistant; they paid $120.50 on account 48210075.
            -- takes 12050 by CardOnFile, operation 1
        "#]],
    );
}

#[test]
fn pays_several_in_spanish_with_a_link() {
    check_spanish(
        &[
            "pagar la cuenta 48210083",
            "sí",
            "quiero pagar todo",
            "mándeme un enlace",
            "no, gracias",
        ],
        &expect![[r#"
            caller: pagar la cuenta 48210083
            line:   Tengo 4821, 0083. ¿Es correcto?
            caller: sí
            line:   Tiene 3 facturas pendientes, $210.45 en total. La más antigua es de $80.25, y venció el 15 de febrero. ¿Quiere pagarla ahora?
            caller: quiero pagar todo
            line:   Claro, una por una, primero la más antigua. ¿Uso la tarjeta que termina en 1, 8, 8, 1, o le mando un enlace por texto?
            caller: mándeme un enlace
            line:   Ya le mandé el enlace. Ahí puede pagar $80.25 cuando guste. La siguiente es de $64.10, y vence el 10 de marzo. ¿Quiere pagar esa?
            sms:    Summit Energy: pague $80.25 aquí: https://pay.example.com/a1b2c3
            caller: no, gracias
            line:   De acuerdo. ¿Le puedo ayudar en algo más?
            -- takes 8025 by Link, operation 2
        "#]],
    );
}
