use expect_test::expect;

use super::{check, check_spanish};

#[test]
fn whoever_does_not_know_is_asked_again() {
    check(
        &[
            "pay 48210075",
            "yes",
            "I don't know",
            "yes",
            "#3",
            "#1",
            "I don't know",
            "not sure",
            "#1",
        ],
        &expect![[r#"
            caller: pay 48210075
            line:   I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
            caller: I don't know
            line:   Sorry, was that a yes or a no? Would you like to pay $120.50 now?
            caller: yes
            line:   Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: #3
            line:   Sorry, I didn't get that. Should I use the card ending in 4, 2, 4, 2, or text you a link?
            caller: #1
            line:   I'll charge $120.50 to the card ending in 4, 2, 4, 2. Is that right?
            caller: I don't know
            line:   Sorry, was that a yes or a no? Should I charge $120.50 to that card?
            caller: not sure
            line:   To pay $120.50 with that card, say yes or press 1. To stop, say no or press 2.
            caller: #1
            line:   Thank you, $120.50 is paid. I've texted you the receipt. Is there anything else I can help with?
            sms:    Summit Energy: we got your payment of $120.50. Receipt number: 10482913
            -- takes 12050 by CardOnFile, operation 1
        "#]],
    );
    check_spanish(
        &["quiero pagar 48210075", "sí", "sí", "#1", "no sé", "no, no lo sé", "sí"],
        &expect![[r#"
            caller: quiero pagar 48210075
            line:   Tengo 4821, 0075. ¿Es correcto?
            caller: sí
            line:   Tiene una factura de $120.50 que vence el 15 de marzo. ¿Quiere pagarla ahora?
            caller: sí
            line:   ¿Uso la tarjeta que termina en 4, 2, 4, 2, o le mando un enlace por texto?
            caller: #1
            line:   Voy a cobrar $120.50 a la tarjeta que termina en 4, 2, 4, 2. ¿Es correcto?
            caller: no sé
            line:   Perdón, ¿fue sí o no? ¿Cobro $120.50 a esa tarjeta?
            caller: no, no lo sé
            line:   Para pagar $120.50 con esa tarjeta, oprima 1. Si no, oprima 2.
            caller: sí
            line:   Gracias, ya pagó $120.50. Le mandé el recibo por mensaje de texto. ¿Le puedo ayudar en algo más?
            sms:    Summit Energy: recibimos su pago de $120.50. Número de recibo: 10482913
            -- takes 12050 by CardOnFile, operation 1
        "#]],
    );
}

#[test]
fn who_pays_one_invoice_and_not_the_next_is_told_the_truth() {
    check(
        &["pay 48210083", "yes", "yes", "#1", "#1", "yes", "neither"],
        &expect![[r#"
            caller: pay 48210083
            line:   I have 4821, 0083. Is that right?
            caller: yes
            line:   You have 3 open invoices, $210.45 in all. The oldest is $80.25, which was due on February 15th. Would you like to pay it now?
            caller: yes
            line:   Should I use the card ending in 1, 8, 8, 1, or text you a link?
            caller: #1
            line:   I'll charge $80.25 to the card ending in 1, 8, 8, 1. Is that right?
            caller: #1
            line:   Thank you, $80.25 is paid. I've texted you the receipt. The next one is $64.10, due on March 10th. Would you like to pay that one?
            sms:    Summit Energy: we got your payment of $80.25. Receipt number: 10482913
            caller: yes
            line:   Should I use the card ending in 1, 8, 8, 1, or text you a link?
            caller: neither
            line:   Okay, I haven't charged anything for that one. Would you like to talk to a person?
            -- takes 8025 by CardOnFile, operation 1
        "#]],
    );
}

#[test]
fn one_digit_is_corrected_by_itself() {
    check(
        &["pay my bill", "48210073", "no, the last digit is a five", "yes"],
        &expect![[r#"
            caller: pay my bill
            line:   Sure. What's your 8-digit account number?
            caller: 48210073
            line:   I have 4821, 0073. Is that right?
            caller: no, the last digit is a five
            line:   Okay, now I have 4821, 0075. Is that right?
            caller: yes
            line:   You owe $120.50, due on March 15th. Would you like to pay it now?
        "#]],
    );
    check_spanish(
        &["quiero pagar mi factura", "48210083", "no, termina en siete cinco", "sí"],
        &expect![[r#"
            caller: quiero pagar mi factura
            line:   Claro. ¿Cuál es su número de cuenta, de 8 dígitos?
            caller: 48210083
            line:   Tengo 4821, 0083. ¿Es correcto?
            caller: no, termina en siete cinco
            line:   Bien, ahora tengo 4821, 0075. ¿Es correcto?
            caller: sí
            line:   Tiene una factura de $120.50 que vence el 15 de marzo. ¿Quiere pagarla ahora?
        "#]],
    );
}
