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
        line:   Okay, I'm texting you a new one. What are its six digits?
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

/// "Anything else?" "No, 5550001111" is about another account, and no goodbye.
#[test]
fn another_account_is_named_after_all_is_told() {
    for (spanish, said, offered) in [
        (false, "no, 5550001111", "no"),
        (false, "no it's five five five triple zero one one one one", "no"),
        (true, "no, la 5550001111", "no"),
    ] {
        let mut call = if spanish { call().in_spanish() } else { call() };
        let yes = if spanish { "sí" } else { "yes" };
        let savings = if spanish { "ahorros" } else { "savings" };
        for said in
            ["my balance @CheckBalance", "#1234567890", yes, "#407196", "#835206", savings, offered]
        {
            call.says(said);
        }
        assert_eq!(call.last.as_ref().unwrap().messages.last().unwrap(), "ask-more");
        let turn = call.says(said);
        assert_eq!(turn.messages, ["confirm-account"], "{said}: {}", turn.reply.text());
        assert!(turn.reply.text().contains("555, 000, 1111"), "{}", turn.reply.text());
    }
}

/// What a caller says of a PIN or a card beside something else is kept no more than where it is asked for.
#[test]
fn words_that_open_an_account_are_not_kept_wherever_they_are_said() {
    const SAID: &[(bool, &str, &[&str])] = &[
        (false, "balance for 1234567890, my PIN is 4071 @CheckBalance", &[]),
        (false, "yes, PIN 4071", &["balance for 1234567890 @CheckBalance"]),
        (false, "yes, my pin's four zero seven one", &["balance for 1234567890 @CheckBalance"]),
        (true, "sí, mi NIP es cuatro cero siete uno", &["mi saldo @CheckBalance", "1234567890"]),
        (
            true,
            "mi tarjeta es cuatro uno uno uno uno uno uno uno uno uno uno uno uno uno uno uno",
            &[],
        ),
        (false, "my PIN is 407196 and I want something", &[]),
    ];
    for (spanish, said, before) in SAID {
        let mut call = if *spanish { call().in_spanish() } else { call() };
        for said in *before {
            assert!(call.says(said).keeps_words, "{said}");
        }
        assert!(!call.says(said).keeps_words, "{said}");
    }
}

/// A wish that is only guessed is asked about, and what was said of it waits for the answer: nothing of
/// a PIN or a card does, in digits or in words.
#[test]
fn nothing_that_opens_an_account_waits_for_an_answer() {
    for (spanish, said, kept, secrets) in [
        (false, "balance for 1234567890, my PIN is 407196", true, ["407196", "PIN"]),
        (false, "balance for 1234567890, my PIN is 407196", false, ["407196", "PIN"]),
        (false, "um, balance, my pin is four zero seven one nine six", true, ["four", "407196"]),
        (false, "um, balance, my pin is four zero seven one nine six", false, ["four", "407196"]),
        (
            true,
            "este, saldo, mi NIP es cuatro cero siete uno nueve seis",
            true,
            ["siete", "407196"],
        ),
        (
            true,
            "saldo, tarjeta cuatro uno uno uno uno uno uno uno uno uno uno uno uno uno uno uno",
            true,
            ["uno", "4111"],
        ),
    ] {
        let mut call = if spanish { call().in_spanish() } else { call() };
        let heard = dialogue::Heard {
            intent: Some(dialogue::Wish::CheckBalance),
            confidence: Some(0.42),
            said: said.to_owned(),
            kept: kept.then(|| said.to_owned()),
            language: call.language,
            slots: [
                (dialogue::Slot::AccountNumber, "407196".to_owned()),
                (dialogue::Slot::Words, said.to_owned()),
            ]
            .into(),
            ..dialogue::Heard::default()
        };
        let turn = call.hears(said, &heard);
        assert_eq!(turn.messages, ["confirm-wish"], "{said}");
        let stored = serde_json::to_string(&turn.session).unwrap();
        for secret in secrets {
            assert!(!stored.contains(secret), "{said}: {stored}");
        }
        // The account is no secret.
        assert_eq!(stored.contains("1234567890"), said.contains("1234567890"), "{said}: {stored}");
    }
}

/// Words that were hardly heard are read back, unless they hold what opens an account.
#[test]
fn nothing_that_opens_an_account_is_read_back() {
    let mut call = call();
    for said in ["my balance @CheckBalance", "#1234567890", "yes", "#407196", "#835206"] {
        call.says(said);
    }
    let said = "savings, my PIN is four zero seven one";
    let heard = dialogue::Heard {
        said: said.to_owned(),
        kept: Some(said.to_owned()),
        clarity: Some(0.2),
        language: call.language,
        ..dialogue::Heard::default()
    };
    let turn = call.hears(said, &heard);
    assert!(!turn.keeps_words);
    let stored = serde_json::to_string(&turn.session).unwrap();
    assert!(!turn.reply.text().contains("four") && !stored.contains("zero seven"), "{stored}");
}
