//! Whole calls to a bank, through the engine.

#[expect(dead_code, reason = "other tests use the rest")]
mod common;

use common::Call;
use dialogue::business::{AccountKind, Balance, Money, Secret, Transaction};
use dialogue::{CodeCheck, Facts, PinCheck, Request};
use expect_test::expect;
use jiff::civil::date;
use line::Scenario;
use wording::Currency;

const PIN: &str = "407196";
const CODE: &str = "835206";

fn money(minor: i64) -> Money {
    Money { minor, currency: Currency::Usd }
}

fn bank(request: &Request) -> Facts {
    match request {
        Request::VerifyPin { pin, .. } if pin.reveal() == PIN => Facts::Pin(PinCheck::Right),
        Request::VerifyPin { .. } => Facts::Pin(PinCheck::Wrong { left: 2 }),
        Request::CreateCode { .. } => Facts::Code(Some(Secret::new(CODE))),
        Request::VerifyCode { code, .. } if code.reveal() == CODE => {
            Facts::CodeChecked(CodeCheck::Right)
        }
        Request::VerifyCode { .. } => Facts::CodeChecked(CodeCheck::Wrong { left: 1 }),
        Request::Balances(_) => Facts::Balances(Some(vec![
            Balance { kind: AccountKind::Checking, amount: money(84_210) },
            Balance { kind: AccountKind::Savings, amount: money(1_250_000) },
        ])),
        Request::Transactions { kind, .. } => Facts::Transactions(vec![Transaction {
            kind: *kind,
            on: date(2026, 3, 1),
            amount: money(-4_210),
            with: "Green <Market>".to_owned(),
        }]),
        _ => Facts::Unavailable,
    }
}

fn call() -> Call {
    let mut call = Call::new(&[Scenario::Bank], bank);
    call.line.bank.one_time_code = true;
    call.line.bank.account_digits = 10;
    call
}

#[test]
fn a_balance_after_number_pin_and_code() {
    let said = call().transcript(&[
        "what's my balance @CheckBalance",
        "one two three four five six seven eight nine zero",
        "yes",
        "it's four zero seven one nine six @CheckBalance:0.9 Pin=407196",
        "#407196",
        "I didn't get it",
        "eight three five two zero six",
        "checking",
        "yes",
        "start over @StartAgain",
        "my balance @CheckBalance",
    ]);
    expect![[r#"
        caller: what's my balance
        line:   For your security, I'll check who you are first. What's your account number?
        caller: one two three four five six seven eight nine zero
        line:   I have account 123, 456, 7890. Is that right?
        caller: yes
        line:   Thanks. Please enter your PIN on the keypad. Don't say it out loud.
        caller: it's four zero seven one nine six
        line:   Let me stop you there, so nobody hears your PIN. Please enter it on the keypad instead.
        caller: #407196
        line:   I've just texted a code to the phone we have for you. What are its six digits?
        sms:    Northwind Outfitters: your code is 835206. It's good for five minutes. We'll never call you to ask for it.
        caller: I didn't get it
        line:   Okay, I'm sending it again. What are its six digits?
        sms:    Northwind Outfitters: your code is 835206. It's good for five minutes. We'll never call you to ask for it.
        caller: eight three five two zero six
        line:   Which account would you like, checking or savings?
        caller: checking
        line:   You have $842.10 in checking. Would you like to hear the latest transactions?
        caller: yes
        line:   Here's the latest on checking. $42.10 to Green <Market> yesterday. Is there anything else I can help with?
        caller: start over
        line:   Okay, let's start over. How can I help you today?
        caller: my balance
        line:   For your security, I'll check who you are first. What's your account number?
    "#]].assert_eq(&said);
}

#[test]
fn a_caller_who_cannot_be_verified() {
    let said = call().transcript(&[
        "my latest transactions @ListTransactions",
        "#1234567890",
        "#1",
        "I forgot my PIN",
        "no",
        "no thanks",
    ]);
    expect![[r#"
        caller: my latest transactions
        line:   For your security, I'll check who you are first. What's your account number?
        caller: #1234567890
        line:   I have account 123, 456, 7890. Is that right?
        caller: #1
        line:   Thanks. Please enter your PIN on the keypad. Don't say it out loud.
        caller: I forgot my PIN
        line:   No problem. Would you like to talk to a person instead?
        caller: no
        line:   Okay. Is there anything else I can help with?
        caller: no thanks
        line:   All right.
        -- goodbye none
        -- Wants to hear transactions. The caller isn't verified for the account ending in 90.
    "#]]
    .assert_eq(&said);
    let said = call().transcript(&[
        "my latest transactions @ListTransactions",
        "#1234567890",
        "#1",
        "",
        "#111",
        "#0",
    ]);
    expect![[r#"
        caller: my latest transactions
        line:   For your security, I'll check who you are first. What's your account number?
        caller: #1234567890
        line:   I have account 123, 456, 7890. Is that right?
        caller: #1
        line:   Thanks. Please enter your PIN on the keypad. Don't say it out loud.
        caller: (silence)
        line:   Are you still there? Please enter your PIN on the keypad.
        caller: #111
        line:   That isn't a PIN. Please enter its four to six digits on the keypad.
        caller: #0
        line:   Okay.
        -- asked none
        -- Wants to hear transactions. The caller isn't verified for the account ending in 90.
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_spanish_caller_hears_a_balance() {
    let said = call().in_spanish().transcript(&[
        "quiero saber mi saldo @CheckBalance",
        "#1234567890",
        "sí",
        "#407196",
        "#835206",
        "la de ahorros",
        "no, gracias",
    ]);
    expect![[r#"
        caller: quiero saber mi saldo
        line:   Por su seguridad, primero necesito confirmar quién es usted. ¿Cuál es su número de cuenta?
        caller: #1234567890
        line:   Tengo la cuenta 123, 456, 7890. ¿Es correcto?
        caller: sí
        line:   Gracias. Marque su PIN en el teclado, por favor. No lo diga en voz alta.
        caller: #407196
        line:   Acabo de mandar un código por texto al teléfono que tenemos registrado. ¿Cuáles son los seis dígitos?
        sms:    Northwind Outfitters: su código es 835206. Vence en cinco minutos. Nunca le llamaremos para pedírselo.
        caller: #835206
        line:   ¿De qué cuenta, la corriente o la de ahorros?
        caller: la de ahorros
        line:   Tiene $12,500.00 en la cuenta de ahorros. ¿Quiere oír los últimos movimientos?
        caller: no, gracias
        line:   De acuerdo. ¿Le puedo ayudar en algo más?
    "#]].assert_eq(&said);
}

/// Whatever is stored of a call holds neither PIN nor code.
#[test]
fn nothing_of_a_call_keeps_what_opens_an_account() {
    let mut call = call();
    for said in [
        "what's my balance @CheckBalance",
        "#1234567890",
        "yes",
        "my PIN is 4 0 7 1 9 6 @CheckBalance:0.9 Pin=407196",
        "#407196",
        "#835206 @CheckBalance:0.9 OneTimeCode=835206",
        "savings",
    ] {
        let turn = call.says(said);
        let stored = serde_json::to_string(&turn.session).unwrap();
        let shown = format!("{turn:?} {:?} {}", turn.session, turn.reply.text());
        for secret in [PIN, CODE] {
            assert!(!stored.contains(secret), "{said}: {stored}");
            assert!(!shown.contains(secret), "{said}: {shown}");
        }
    }
    assert!(call.said().contains("$12,500.00"), "{}", call.said());
}
