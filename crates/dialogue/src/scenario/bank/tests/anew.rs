//! Another account, another PIN, another code: corrections, and tries without end.

use std::cell::RefCell;

use expect_test::expect;
use wording::Language;

use super::bank::{bank, call, code_of, short_call};
use crate::request::Request;
use crate::slot::Slots;
use crate::wish::Wish;

const ALL: [&str; 4] = ["1234567890", "5550001111", "9999999999", "8888888888"];

#[test]
fn who_tries_one_account_after_the_other_has_as_many_pins_as_one_account_has() {
    let bank = RefCell::new(bank());
    let mut call = short_call(&bank, Language::EnUs);
    call.begin_with(Wish::CheckBalance, "my balance", &Slots::new());
    for number in ALL {
        call = call.says(number).says("yes").keys("1111").says("a different account");
    }
    let tried = call.requests.iter().filter(|it| matches!(it, Request::VerifyPin { .. }));
    assert_eq!(tried.count(), 3);
    let told = call.transcript().lines().rev().find(|it| it.starts_with("= person"));
    assert_eq!(told, Some("= person: matter"), "{}", call.transcript());
}

#[test]
fn starting_again_gives_no_more_pins() {
    let bank = RefCell::new(bank());
    let mut call = short_call(&bank, Language::EnUs);
    for number in ALL {
        call.memory = std::mem::take(&mut call.memory).begun_anew();
        call.begin_with(Wish::CheckBalance, "my balance", &Slots::new());
        call = call.says(number).says("yes");
        if call.task.is_some() {
            call = call.keys("1111");
        }
    }
    let tried = call.requests.iter().filter(|it| matches!(it, Request::VerifyPin { .. }));
    assert_eq!(tried.count(), 3);
    let end = call.transcript().lines().rev().take(3).collect::<Vec<_>>().join("\n");
    expect![[r#"
        = told: Wants to hear a balance. The caller isn't verified for the account ending in 88.
        = person: matter
        < I'm sorry, I couldn't check who you are."#]]
    .assert_eq(&end);
}

#[test]
fn a_locked_account_counts_as_well() {
    let bank = RefCell::new(bank());
    let mut call = short_call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "balance for account 1234567890")
        .says("yes")
        .keys("1111")
        .keys("2222")
        .keys("3333");
    let before = call.requests.len();
    call.begin_with(Wish::CheckBalance, "and for account 5550001111", &Slots::new());
    let call = call.says("yes");
    assert_eq!(call.requests.len(), before, "another PIN was tried");
    assert!(call.transcript().contains("= person: matter"), "{}", call.transcript());
}

#[test]
fn who_knows_the_pin_in_the_end_is_let_in() {
    let bank = RefCell::new(bank());
    let call = short_call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "balance for account 5550001111")
        .says("yes")
        .keys("1111")
        .keys("2222")
        .keys("902144");
    assert!(call.transcript().contains("overdrawn"), "{}", call.transcript());
}

#[test]
fn the_account_is_corrected_wherever_pin_code_or_kind_is_asked_for() {
    let bank = RefCell::new(bank());
    call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "balance for account 1234567890")
        .says("yes")
        .says("no, 5550001111")
        .says("yes")
        .keys("902144")
        .says("no, sorry, one two three four five six seven eight nine zero")
        .says("yes")
        .keys("4071")
        .keys(&code_of(4))
        .says("no, the account number is 5550001111")
        .says("yes")
        .keys("902144")
        .expect(&expect![[r#"
            > balance for account 1234567890
            < I have account 123, 456, 7890. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > no, 5550001111
            < I have account 555, 000, 1111. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            * Harbor Bank: your code is 480002. It's good for five minutes. We'll never call you to ask for it.
            < I've just texted a code to the phone we have for you. What are its six digits?
            > no, sorry, one two three four five six seven eight nine zero
            < I have account 123, 456, 7890. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            * Harbor Bank: your code is 480004. It's good for five minutes. We'll never call you to ask for it.
            < I've just texted a code to the phone we have for you. What are its six digits?
            > (keys)
            < Which account would you like, checking or savings?
            > no, the account number is 5550001111
            < I have account 555, 000, 1111. Is that right?
            > yes
            < Thanks. Please enter your PIN on the keypad. Don't say it out loud.
            > (keys)
            * Harbor Bank: your code is 480007. It's good for five minutes. We'll never call you to ask for it.
            < I've just texted a code to the phone we have for you. What are its six digits?
        "#]]);
}

#[test]
fn a_corrected_account_is_asked_for_its_own_kinds() {
    let bank = RefCell::new(bank());
    let mut call = short_call(&bank, Language::EsUs)
        .wants(Wish::CheckBalance, "el saldo de la cuenta 1234567890")
        .says("sí")
        .keys("4071");
    assert_eq!(call.asks(), "choose-account-kind");
    call = call.says("no, es la 5550001111").says("sí").keys("902144");
    assert!(call.transcript().contains("$45.50"), "{}", call.transcript());
}

#[test]
fn the_same_account_once_more_is_no_pin_said_aloud() {
    let bank = RefCell::new(bank());
    let mut call = short_call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "balance for account 1234567890")
        .says("yes");
    for _ in 0..4 {
        call = call.says("1234567890");
        assert_eq!(call.asks(), "ask-pin");
    }
    assert!(!call.transcript().contains("stop you"), "{}", call.transcript());
}

#[test]
fn where_accounts_are_as_long_as_pins_a_correction_names_the_account() {
    let bank = RefCell::new(bank());
    let begin = || {
        let mut call = short_call(&bank, Language::EnUs);
        call.line.bank.account_digits = 6;
        call.wants(Wish::CheckBalance, "balance for account 482100").says("yes")
    };
    assert_eq!(begin().says("no, 482101").asks(), "ask-pin-keys");
    assert_eq!(begin().says("no, account 482101").asks(), "confirm-account");
}

#[test]
fn who_gets_no_code_is_sent_a_new_one() {
    let bank = RefCell::new(bank());
    let call = call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "balance for account 5550001111")
        .says("yes")
        .keys("902144")
        .says("I didn't get it")
        .keys(&code_of(2))
        .keys(&code_of(3));
    call.expect(&expect![[r#"
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
        > (keys)
        < That isn't the code I sent. Let's try again. What are its six digits?
        > (keys)
        < Your checking account is overdrawn by $45.50.
        = served; ListTransactions: Would you like to hear the latest transactions?
    "#]]);
}

#[test]
fn a_telephone_number_beside_a_code_that_did_not_come_is_no_account() {
    let bank = RefCell::new(bank());
    let call = call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "balance for account 5550001111")
        .says("yes")
        .keys("902144")
        .says("I didn't get it, my phone is 2025550143");
    assert_eq!(call.asks(), "ask-code-again");
    assert!(call.transcript().contains("texting you a new one"), "{}", call.transcript());
}

#[test]
fn a_pin_said_aloud_beside_the_same_account_is_stopped() {
    let bank = RefCell::new(bank());
    let call = short_call(&bank, Language::EnUs)
        .wants(Wish::CheckBalance, "balance for account 1234567890")
        .says("yes")
        .says("account 1234567890, my PIN is 4071");
    assert!(call.transcript().contains("stop you"), "{}", call.transcript());
}
