//! Whole conversations.

use std::cell::RefCell;

use expect_test::expect;
use wording::Language;

use super::bank::{bank, call, code_of, short_call};
use crate::wish::Wish;

const ACCOUNT: &str = "one two three four five six seven eight nine zero";

#[test]
fn number_pin_code_and_kind() {
    let bank = RefCell::new(bank());
    let code = code_of(2);
    call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "what's my balance")
        .says(ACCOUNT)
        .says("yes")
        .keys("4071")
        .keys(&code)
        .says("checking")
        .expect(&expect![[r#"
            > what's my balance
            < For your security, I'll check who you are first. What's your account number?
            > one two three four five six seven eight nine zero
            < I have account 123, 456, 7890. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            * Harbor Bank: your code is 480002. It's good for five minutes. We'll never call you to ask for it.
            < I've just texted a code to the phone we have for you. What are its six digits?
            > (keys)
            < Which account would you like, checking or savings?
            > checking
            < You have $842.10 in checking.
            = served; ListTransactions: Would you like to hear the latest transactions?
        "#]]);
}

#[test]
fn without_a_code_it_is_shorter() {
    let bank = RefCell::new(bank());
    short_call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "how much is in my savings")
        .keys("1234567890")
        .keys("1")
        .keys("4071")
        .expect(&expect![[r#"
            > how much is in my savings
            < For your security, I'll check who you are first. What's your account number?
            > [1234567890]
            < I have account 123, 456, 7890. Is that right?
            > [1]
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            < You have $12,500.00 in savings.
            = served; ListTransactions: Would you like to hear the latest transactions?
        "#]]);
}

#[test]
fn a_pin_is_not_listened_to() {
    let bank = RefCell::new(bank());
    short_call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "balance for account 1234567890")
        .says("yes")
        .says("it's four zero seven one")
        .says("four zero")
        .keys("4071")
        .expect(&expect![[r#"
            > balance for account 1234567890
            < I have account 123, 456, 7890. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > it's four zero seven one
            < Let me stop you there, so nobody hears your PIN. Please enter it on the keypad instead.
            > four zero
            < Let me stop you there, so nobody hears your PIN. Please enter it on the keypad instead.
            > (keys)
            < Which account would you like, checking or savings?
        "#]]);
    short_call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "balance for account 1234567890")
        .says("yes")
        .says("4071")
        .says("4071")
        .says("4071")
        .expect(&expect![[r#"
            > balance for account 1234567890
            < I have account 123, 456, 7890. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > 4071
            < Let me stop you there, so nobody hears your PIN. Please enter it on the keypad instead.
            > 4071
            < Let me stop you there, so nobody hears your PIN. Please enter it on the keypad instead.
            > 4071
            < I can't take a PIN that's spoken.
            = person: matter
            = told: Wants to hear a balance. The caller isn't verified for the account ending in 90.
        "#]]);
}

#[test]
fn three_wrong_pins_lock_the_account() {
    let bank = RefCell::new(bank());
    short_call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "balance for account 1234567890")
        .says("yes")
        .keys("1111")
        .keys("11111111")
        .keys("2222")
        .keys("3333")
        .expect(&expect![[r#"
            > balance for account 1234567890
            < I have account 123, 456, 7890. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            < That account number and PIN don't match. You have 2 more tries. Please enter your PIN again. If the number was wrong, say account number.
            > (keys)
            < That isn't a PIN. Please enter its four to six digits on the keypad.
            > (keys)
            < That account number and PIN don't match. You have one more try. Please enter your PIN again. If the number was wrong, say account number.
            > (keys)
            < For your security, this account is locked for the next 30 minutes.
            = offers a person
        "#]]);
    // In the next call as well, with the right PIN.
    short_call(&bank, Language::EnUs)
        .wants(Wish::ListTransactions, "my last transactions")
        .keys("1234567890")
        .says("yes")
        .keys("4071")
        .expect(&expect![[r#"
            > my last transactions
            < For your security, I'll check who you are first. What's your account number?
            > [1234567890]
            < I have account 123, 456, 7890. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            < For your security, this account is locked for the next 30 minutes.
            = offers a person
        "#]]);
}

#[test]
fn a_number_that_no_account_has_sounds_like_a_wrong_pin() {
    let bank = RefCell::new(bank());
    let of = |number: &str| {
        let call = short_call(&bank, Language::EnUs)
            .wants(Wish::CheckBalance, "my balance")
            .keys(number)
            .says("yes")
            .keys("1111");
        call.transcript().replace(number, "").lines().skip(3).map(str::to_owned).collect::<Vec<_>>()
    };
    let (known, unknown) = (of("1234567890"), of("9999999999"));
    assert_eq!(known.last(), unknown.last());
    assert_eq!(known.len(), unknown.len());
}

#[test]
fn the_account_is_given_anew_after_a_wrong_pin() {
    let bank = RefCell::new(bank());
    short_call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "my balance")
        .says("1234567891")
        .says("yes")
        .keys("4071")
        .says("I gave you the wrong account number")
        .says("1234567890")
        .says("no, 5550001111")
        .says("yes")
        .keys("902144")
        .expect(&expect![[r#"
            > my balance
            < For your security, I'll check who you are first. What's your account number?
            > 1234567891
            < I have account 123, 456, 7891. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            < That account number and PIN don't match. You have 2 more tries. Please enter your PIN again. If the number was wrong, say account number.
            > I gave you the wrong account number
            < For your security, I'll check who you are first. What's your account number?
            > 1234567890
            < I have account 123, 456, 7890. Is that right?
            > no, 5550001111
            < I have account 555, 000, 1111. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            < Your checking account is overdrawn by $45.50.
            = served; ListTransactions: Would you like to hear the latest transactions?
        "#]]);
}

#[test]
fn the_code_does_not_come() {
    let bank = RefCell::new(bank());
    let code = code_of(3);
    call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "balance for account 5550001111")
        .says("yes")
        .keys("902144")
        .says("I didn't get it")
        .says("four eight zero zero zero one")
        .says(&code)
        .expect(&expect![[r#"
            > balance for account 5550001111
            < I have account 555, 000, 1111. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            * Harbor Bank: your code is 480002. It's good for five minutes. We'll never call you to ask for it.
            < I've just texted a code to the phone we have for you. What are its six digits?
            > I didn't get it
            * Harbor Bank: your code is 480003. It's good for five minutes. We'll never call you to ask for it.
            < Okay, I'm texting you a new one. What are its six digits?
            > four eight zero zero zero one
            < That isn't the code I sent. Let's try again. What are its six digits?
            > 480003
            < Your checking account is overdrawn by $45.50.
            = served; ListTransactions: Would you like to hear the latest transactions?
        "#]]);
    call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "balance for account 5550001111")
        .says("yes")
        .keys("902144")
        .says("nothing came")
        .says("no, I didn't get a message")
        .expect(&expect![[r#"
            > balance for account 5550001111
            < I have account 555, 000, 1111. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            * Harbor Bank: your code is 480002. It's good for five minutes. We'll never call you to ask for it.
            < I've just texted a code to the phone we have for you. What are its six digits?
            > nothing came
            * Harbor Bank: your code is 480003. It's good for five minutes. We'll never call you to ask for it.
            < Okay, I'm texting you a new one. What are its six digits?
            > no, I didn't get a message
            < I'm sorry, I couldn't check who you are.
            = person: matter
            = told: Wants to hear a balance. Account ending in 11: the PIN was right, the code isn't checked yet.
        "#]]);
}

#[test]
fn wrong_and_old_codes() {
    let bank = RefCell::new(bank());
    call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "balance for account 5550001111")
        .says("yes")
        .keys("902144")
        .keys("111111")
        .keys("222222")
        .keys("333333")
        .expect(&expect![[r#"
            > balance for account 5550001111
            < I have account 555, 000, 1111. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            * Harbor Bank: your code is 480002. It's good for five minutes. We'll never call you to ask for it.
            < I've just texted a code to the phone we have for you. What are its six digits?
            > (keys)
            < That isn't the code I sent. Let's try again. What are its six digits?
            > (keys)
            < That isn't the code I sent. Let's try again. What are its six digits?
            > (keys)
            < I'm sorry, I couldn't check who you are.
            = person: matter
            = told: Wants to hear a balance. Account ending in 11: the PIN was right, the code isn't checked yet.
        "#]]);
    bank.borrow_mut().expired.push(2);
    let (old, new) = (code_of(2), code_of(4));
    call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "balance for account 5550001111")
        .says("yes")
        .keys("902144")
        .keys(&old)
        .keys(&new)
        .expect(&expect![[r#"
            > balance for account 5550001111
            < I have account 555, 000, 1111. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            * Harbor Bank: your code is 480002. It's good for five minutes. We'll never call you to ask for it.
            < I've just texted a code to the phone we have for you. What are its six digits?
            > (keys)
            * Harbor Bank: your code is 480004. It's good for five minutes. We'll never call you to ask for it.
            < That code is too old now, so I'm texting you a new one. What are its six digits?
            > (keys)
            < Your checking account is overdrawn by $45.50.
            = served; ListTransactions: Would you like to hear the latest transactions?
        "#]]);
    bank.borrow_mut().knows_phone = false;
    call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "balance for account 5550001111")
        .says("yes")
        .keys("902144")
        .expect(&expect![[r#"
            > balance for account 5550001111
            < I have account 555, 000, 1111. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            < I'm sorry, I can't text you a code. Our team can check who you are.
            = person: matter
            = told: Wants to hear a balance. Account ending in 11: the PIN was right, the code isn't checked yet.
        "#]]);
}

#[test]
fn a_caller_who_withholds_the_number_gets_no_code() {
    let bank = RefCell::new(bank());
    let mut call = call(&bank, Language::EnUs);
    call.texting = false;
    call.wants(Wish::CheckBalance, "balance for account 5550001111")
        .says("yes")
        .keys("902144")
        .expect(&expect![[r#"
            > balance for account 5550001111
            < I have account 555, 000, 1111. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            < I'm sorry, I can't text you a code. Our team can check who you are.
            = person: matter
            = told: Wants to hear a balance. Account ending in 11: the PIN was right, the code isn't checked yet.
        "#]]);
}

#[test]
fn who_is_verified_is_not_asked_again() {
    let bank = RefCell::new(bank());
    short_call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "my balance")
        .says("1234567890")
        .says("yes")
        .keys("4071")
        .says("checking")
        .wants(Wish::ListTransactions, "yes")
        .wants(Wish::CheckBalance, "and my savings")
        .wants(Wish::CheckBalance, "and both together")
        .wants(Wish::CheckBalance, "what about account 5550001111")
        .says("yes")
        .expect(&expect![[r#"
            > my balance
            < For your security, I'll check who you are first. What's your account number?
            > 1234567890
            < I have account 123, 456, 7890. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            < Which account would you like, checking or savings?
            > checking
            < You have $842.10 in checking.
            = served; ListTransactions: Would you like to hear the latest transactions?
            > yes
            < Here's the latest on checking. $42.10 to Green Market yesterday. $1,200.00 from Acme Payroll on Friday. $15.00 to City Parking on Thursday.
            = served
            > and my savings
            < You have $12,500.00 in savings.
            = served; ListTransactions: Would you like to hear the latest transactions?
            > and both together
            < You have $842.10 in checking. You have $12,500.00 in savings.
            = served; ListTransactions: Would you like to hear the latest transactions?
            > what about account 5550001111
            < I have account 555, 000, 1111. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
        "#]]);
}

#[test]
fn there_is_no_such_kind() {
    let bank = RefCell::new(bank());
    short_call(&bank, Language::EnUs)
        .wants(Wish::ListTransactions, "the latest transactions on my savings")
        .says("5550001111")
        .says("yes")
        .keys("902144")
        .expect(&expect![[r#"
            > the latest transactions on my savings
            < For your security, I'll check who you are first. What's your account number?
            > 5550001111
            < I have account 555, 000, 1111. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            < You don't have a savings account with us. Here's the latest on checking. $42.10 to Green Market yesterday. $1,200.00 from Acme Payroll on Friday. $15.00 to City Parking on Thursday.
            = served; CheckBalance: Would you like to hear the balance as well?
        "#]]);
    short_call(&bank, Language::EnUs)
        .wants(Wish::ListTransactions, "recent activity in both accounts")
        .says("1234567890")
        .says("yes")
        .keys("4071")
        .expect(&expect![[r#"
            > recent activity in both accounts
            < For your security, I'll check who you are first. What's your account number?
            > 1234567890
            < I have account 123, 456, 7890. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            < Here's the latest on checking. $42.10 to Green Market yesterday. There's nothing new on savings.
            = served; CheckBalance: Would you like to hear the balance as well?
        "#]]);
}

#[test]
fn the_records_fail() {
    for (down, expected) in [
        (
            "pin",
            expect![[r#"
                > balance for account 1234567890
                < I have account 123, 456, 7890. Is that right?
                > yes
                < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
                > (keys)
                < I'm sorry, I can't get to our records right now.
                = person: backend
                = told: Wants to hear a balance. The caller isn't verified for the account ending in 90.
            "#]],
        ),
        (
            "code",
            expect![[r#"
                > balance for account 1234567890
                < I have account 123, 456, 7890. Is that right?
                > yes
                < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
                > (keys)
                < I'm sorry, I can't get to our records right now.
                = person: backend
                = told: Wants to hear a balance. Account ending in 90: the PIN was right, the code isn't checked yet.
            "#]],
        ),
        (
            "facts",
            expect![[r#"
                > balance for account 1234567890
                < I have account 123, 456, 7890. Is that right?
                > yes
                < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
                > (keys)
                * Harbor Bank: your code is 480002. It's good for five minutes. We'll never call you to ask for it.
                < I've just texted a code to the phone we have for you. What are its six digits?
                > (keys)
                < I'm sorry, I can't get to our records right now.
                = person: backend
                = told: Wants to hear a balance. The caller is verified for the account ending in 90.
            "#]],
        ),
    ] {
        let bank = RefCell::new(bank());
        bank.borrow_mut().down = down;
        let code = code_of(2);
        let mut call = call(&bank, Language::EnUs)
            .wants(Wish::CheckBalance, "balance for account 1234567890")
            .says("yes")
            .keys("4071");
        if call.task.is_some() {
            call = call.keys(&code);
        }
        call.expect(&expected);
    }
}

#[test]
fn a_caller_goes_back_and_turns_to_something_else() {
    let bank = RefCell::new(bank());
    let mut call = short_call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "my balance")
        .says("1234567890")
        .says("yes")
        .back()
        .says("1234567890")
        .back()
        .back()
        .says("1234567890")
        .says("yes");
    call.turn(Wish::ListTransactions, "the last transactions on checking");
    call.keys("4071").expect(&expect![[r#"
        > my balance
        < For your security, I'll check who you are first. What's your account number?
        > 1234567890
        < I have account 123, 456, 7890. Is that right?
        > yes
        < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
        > (goes back: true)
        < For your security, I'll check who you are first. What's your account number?
        > 1234567890
        < I have account 123, 456, 7890. Is that right?
        > (goes back: true)
        < For your security, I'll check who you are first. What's your account number?
        > (goes back: false)
        < For your security, I'll check who you are first. What's your account number?
        > 1234567890
        < I have account 123, 456, 7890. Is that right?
        > yes
        < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
        > the last transactions on checking
        < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
        > (keys)
        < Here's the latest on checking. $42.10 to Green Market yesterday. $1,200.00 from Acme Payroll on Friday. $15.00 to City Parking on Thursday.
        = served; CheckBalance: Would you like to hear the balance as well?
    "#]]);
}

#[test]
fn spanish_callers_hear_their_balance_as_well() {
    let bank = RefCell::new(bank());
    let code = code_of(3);
    call(&bank, Language::EsUs)
        .wants(Wish::CheckBalance, "quiero saber mi saldo")
        .says("uno dos tres cuatro cinco seis siete ocho nueve cero")
        .says("sí")
        .says("cuatro cero siete uno")
        .keys("4071")
        .says("no me llegó")
        .keys(&code)
        .says("la de ahorros")
        .wants(Wish::ListTransactions, "los movimientos de la corriente")
        .expect(&expect![[r#"
            > quiero saber mi saldo
            < Por su seguridad, primero necesito confirmar quién es usted. ¿Cuál es su número de cuenta?
            > uno dos tres cuatro cinco seis siete ocho nueve cero
            < Tengo la cuenta 123, 456, 7890. ¿Es correcto?
            > sí
            < Gracias. Marque su PIN en el teclado, por favor. No lo diga en voz alta.
            > cuatro cero siete uno
            < Le interrumpo para que nadie oiga su PIN. Mejor márquelo en el teclado, por favor.
            > (keys)
            * Harbor Bank: su código es 480002. Vence en cinco minutos. Nunca le llamaremos para pedírselo.
            < Acabo de mandar un código por texto al teléfono que tenemos registrado. ¿Cuáles son los seis dígitos?
            > no me llegó
            * Harbor Bank: su código es 480003. Vence en cinco minutos. Nunca le llamaremos para pedírselo.
            < De acuerdo, le mando uno nuevo. ¿Cuáles son los seis dígitos?
            > (keys)
            < ¿De qué cuenta, la corriente o la de ahorros?
            > la de ahorros
            < Tiene $12,500.00 en la cuenta de ahorros.
            = served; ListTransactions: ¿Quiere oír los últimos movimientos?
            > los movimientos de la corriente
            < Esto es lo último en la cuenta corriente. $42.10 a Green Market ayer. $1,200.00 de Acme Payroll el viernes. $15.00 a City Parking el jueves.
            = served; CheckBalance: ¿Quiere oír también el saldo?
        "#]]);
}
