//! PINs, codes, balances, transactions.

use dialogue::business::{AccountKind, AccountNumber, Secret};
use dialogue::{CodeCheck, Facts, Operation, PinCheck, Request};
use directory::{Caller, WorkFactor, hash_pin};
use futures_util::future::join_all;
use serde_json::{Value, json};
use store::testing;

use crate::world::{NUMBER, World, at, caller, elsewhere, item, pepper};

const ACCOUNT: &str = "1234567890";
const NOBODY: &str = "9999999999";

fn account(phone: Option<&str>) -> Value {
    let pin = Secret::new("4711");
    let pin = hash_pin(&pin, b"sixteen bytes ok", WorkFactor::default(), Some(&pepper()));
    let mut fields = json!({
        "number": ACCOUNT, "pin": pin.unwrap(), "code_seed": "a seed of some length",
        "balances": [
            { "kind": "checking", "amount": { "minor": 125_000, "currency": "USD" } },
            { "kind": "savings", "amount": { "minor": -5, "currency": "USD" } },
        ],
    });
    if let Some(phone) = phone {
        fields["phone"] = json!(phone);
    }
    item("bank-account", &format!("ACCOUNT#{ACCOUNT}"), "BANK", &fields)
}

fn transaction(kind: &str, on: &str, number: u32) -> Value {
    let fields = json!({ "account_kind": kind, "on": on, "with": "Corner Cafe",
                         "amount": { "minor": -450, "currency": "USD" } });
    let sk = format!("TRANSACTION#{kind}#{on}#{number:04}");
    item("transaction", &format!("ACCOUNT#{ACCOUNT}"), &sk, &fields)
}

fn number(text: &str) -> AccountNumber {
    text.parse().unwrap()
}

fn verify(account: &str, pin: &str, operation: u32) -> Request {
    Request::VerifyPin {
        account: number(account),
        pin: Secret::new(pin),
        tries: 3,
        lock_minutes: 30,
        operation: Operation(operation),
    }
}

async fn check(
    world: &World,
    account: &str,
    pin: &str,
    operation: u32,
    caller: &Caller,
) -> PinCheck {
    match world.ask(&verify(account, pin, operation), caller).await {
        Facts::Pin(check) => check,
        other => panic!("{other:?}"),
    }
}

fn later(call: u32, time: &str) -> Caller {
    at(call, &format!("2026-03-02T{time}-05:00[America/New_York]"))
}

#[tokio::test]
async fn wrong_pins_count_over_calls_and_lock_for_a_while() {
    let world = World::with(&[account(None)]).await;
    let ask =
        async |pin, call, time: &str| check(&world, ACCOUNT, pin, 1, &later(call, time)).await;
    assert_eq!(ask("0000", 1, "12:00:00").await, PinCheck::Wrong { left: 2 });
    assert_eq!(ask("0001", 2, "12:01:00").await, PinCheck::Wrong { left: 1 });
    assert_eq!(ask("0002", 3, "12:02:00").await, PinCheck::Locked { minutes: 30 });
    // Locked also for who knows the PIN, and who tries does not make it longer.
    assert_eq!(ask("4711", 4, "12:12:00").await, PinCheck::Locked { minutes: 20 });
    assert_eq!(ask("4711", 5, "12:31:59").await, PinCheck::Locked { minutes: 1 });
    assert_eq!(ask("0003", 6, "12:32:00").await, PinCheck::Wrong { left: 2 });
    assert_eq!(ask("4711", 7, "12:33:00").await, PinCheck::Right);
    assert_eq!(ask("0004", 8, "12:34:00").await, PinCheck::Wrong { left: 2 });
}

#[tokio::test]
async fn a_right_pin_takes_the_wrong_ones_back() {
    let world = World::with(&[account(None)]).await;
    let me = caller(1);
    for round in 0..3 {
        let operation = round * 3;
        assert_eq!(
            check(&world, ACCOUNT, "1", operation + 1, &me).await,
            PinCheck::Wrong { left: 2 }
        );
        assert_eq!(
            check(&world, ACCOUNT, "2", operation + 2, &me).await,
            PinCheck::Wrong { left: 1 }
        );
        assert_eq!(check(&world, ACCOUNT, "4711", operation + 3, &me).await, PinCheck::Right);
    }
}

#[tokio::test]
async fn a_repeated_try_counts_once() {
    let world = World::with(&[account(None)]).await;
    for _ in 0..5 {
        assert_eq!(check(&world, ACCOUNT, "1", 1, &caller(1)).await, PinCheck::Wrong { left: 2 });
    }
    let callers = [caller(1), caller(1), caller(1)];
    let second = verify(ACCOUNT, "2", 2);
    let answers = join_all(callers.iter().map(|it| world.ask(&second, it))).await;
    assert!(answers.iter().all(|it| *it == Facts::Pin(PinCheck::Wrong { left: 1 })), "{answers:?}");
    // Also one that comes late, after a right PIN.
    assert_eq!(check(&world, ACCOUNT, "4711", 3, &caller(1)).await, PinCheck::Right);
    assert_eq!(check(&world, ACCOUNT, "4711", 3, &caller(1)).await, PinCheck::Right);
    check(&world, ACCOUNT, "1", 1, &caller(1)).await;
    assert_eq!(check(&world, ACCOUNT, "1", 4, &caller(1)).await, PinCheck::Wrong { left: 2 });
}

#[tokio::test]
async fn an_operation_keeps_its_answer_whatever_pin_it_brings() {
    let world = World::with(&[account(None)]).await;
    let me = caller(1);
    assert_eq!(check(&world, ACCOUNT, "0000", 1, &me).await, PinCheck::Wrong { left: 2 });
    // Nobody learns of a second PIN by repeating what was paid for with the first.
    assert_eq!(check(&world, ACCOUNT, "4711", 1, &me).await, PinCheck::Wrong { left: 2 });
    assert_eq!(check(&world, ACCOUNT, "4711", 2, &me).await, PinCheck::Right);
    assert_eq!(check(&world, ACCOUNT, "0000", 2, &me).await, PinCheck::Right);
}

#[tokio::test]
async fn a_try_whose_judge_died_is_judged_and_counts_once_more() {
    let world = World::with(&[account(None)]).await;
    let mut tries = item(
        "pin-tries",
        &format!("ACCOUNT#{ACCOUNT}"),
        "BANK#TRIES",
        &json!({ "wrong": 1, "last_at": 1_772_470_800, "operations": [format!("{}#0001", caller(1).contact)] }),
    );
    tries["version"] = json!(1);
    testing::put(&world.table, &tries).await.unwrap();
    assert_eq!(check(&world, ACCOUNT, "0000", 1, &caller(1)).await, PinCheck::Wrong { left: 1 });
    assert_eq!(check(&world, ACCOUNT, "4711", 1, &caller(1)).await, PinCheck::Wrong { left: 1 });
}

#[tokio::test]
async fn many_at_once_have_no_more_tries_than_one_by_one() {
    let world = World::with(&[account(None)]).await;
    let callers: Vec<_> = (1..=12).map(caller).collect();
    let pins: Vec<_> = (0..12).map(|n| verify(ACCOUNT, &format!("{n:04}"), 1)).collect();
    let answers =
        join_all(pins.iter().zip(&callers).map(|(it, caller)| world.ask(it, caller))).await;
    let judged =
        answers.iter().filter(|it| matches!(it, Facts::Pin(PinCheck::Wrong { .. }))).count();
    assert!(judged <= 3, "{answers:?}");
    let tries = &world.stored("pin-tries").await[0];
    assert_eq!(tries["wrong"], 3);
    assert_eq!(tries["operations"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn an_account_that_does_not_exist_is_like_any_other() {
    let world = World::with(&[account(None)]).await;
    for (operation, minute) in [(1, "00"), (2, "01"), (3, "02"), (4, "03")] {
        let me = later(1, &format!("12:{minute}:00"));
        let known = check(&world, ACCOUNT, "0000", operation, &me).await;
        assert_eq!(check(&world, NOBODY, "0000", operation + 10, &me).await, known);
    }
    assert_eq!(
        world.ask(&Request::Balances(number(NOBODY)), &caller(1)).await,
        Facts::Balances(None)
    );
}

#[tokio::test]
async fn operations_are_not_remembered_without_end() {
    let world = World::with(&[account(None)]).await;
    for operation in 0..20 {
        check(&world, ACCOUNT, "4711", operation, &caller(1)).await;
    }
    let tries = &world.stored("pin-tries").await[0];
    assert!(tries["operations"].as_array().unwrap().len() <= 17, "{tries}");
    assert_eq!(tries["wrong"], 0);
    assert_eq!(tries["expires_at"], 1_772_470_800 + 30 * 24 * 3600);
}

#[tokio::test]
async fn no_pin_and_no_code_is_in_any_record() {
    let world = World::with(&[account(Some(NUMBER))]).await;
    check(&world, ACCOUNT, "918273", 1, &caller(1)).await;
    check(&world, ACCOUNT, "4711", 2, &caller(1)).await;
    let Facts::Code(Some(code)) = world.ask(&make(3), &caller(1)).await else { panic!("no code") };
    try_code(&world, "918274", 4, &caller(1)).await;
    try_code(&world, code.reveal(), 5, &caller(1)).await;
    let all = testing::items(&world.table).await.unwrap();
    let all = serde_json::to_string(&all).unwrap();
    for secret in ["918273", "918274", "\"4711", code.reveal()] {
        assert!(!all.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn an_account_with_a_broken_hash_opens_for_nobody() {
    for pin in ["4711", "", "$argon2id$v=19$m=8,t=1,p=1$c2l4dGVlbiBieXRlcyBvaw$AAAA"] {
        let mut broken = account(None);
        broken["pin"] = json!(pin);
        let world = World::with(&[broken]).await;
        assert_eq!(world.ask(&verify(ACCOUNT, "4711", 1), &caller(1)).await, Facts::Unavailable);
    }
}

fn make(operation: u32) -> Request {
    Request::CreateCode { account: number(ACCOUNT), operation: Operation(operation) }
}

async fn try_code(world: &World, code: &str, operation: u32, caller: &Caller) -> CodeCheck {
    let request = Request::VerifyCode {
        account: number(ACCOUNT),
        code: Secret::new(code),
        created: Operation(3),
        operation: Operation(operation),
    };
    match world.ask(&request, caller).await {
        Facts::CodeChecked(check) => check,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_code_goes_to_the_customers_telephone_only() {
    for (phone, number, expected) in [
        (Some(NUMBER), Some(NUMBER), true),
        (Some(NUMBER), Some("+12025550199"), false),
        (Some(NUMBER), None, false),
        (None, Some(NUMBER), false),
        (None, None, false),
    ] {
        let world = World::with(&[account(phone)]).await;
        let caller = Caller { number: number.map(|it| it.parse().unwrap()), ..caller(1) };
        let Facts::Code(code) = world.ask(&make(3), &caller).await else { panic!() };
        assert_eq!(code.is_some(), expected, "{phone:?} {number:?}");
    }
    let world = World::with(&[]).await;
    assert_eq!(world.ask(&make(3), &caller(1)).await, Facts::Code(None));
}

#[tokio::test]
async fn a_code_is_good_for_five_minutes_and_three_tries() {
    let world = World::with(&[account(Some(NUMBER))]).await;
    let now = later(1, "12:00:00");
    let Facts::Code(Some(code)) = world.ask(&make(3), &now).await else { panic!("no code") };
    assert_eq!(world.ask(&make(3), &now).await, Facts::Code(Some(code.clone())));
    let Facts::Code(Some(other)) = world.ask(&make(4), &now).await else { panic!("no code") };
    assert_ne!(other, code);
    let wrong = if code.reveal() == "000000" { "000001" } else { "000000" };
    for _ in 0..3 {
        assert_eq!(try_code(&world, wrong, 5, &now).await, CodeCheck::Wrong { left: 2 });
    }
    assert_eq!(try_code(&world, other.reveal(), 6, &now).await, CodeCheck::Wrong { left: 1 });
    assert_eq!(try_code(&world, code.reveal(), 7, &later(1, "12:04:59")).await, CodeCheck::Right);
    assert_eq!(try_code(&world, code.reveal(), 8, &now).await, CodeCheck::Expired);
    // Another call cannot use it, and after five minutes nobody can.
    assert_eq!(try_code(&world, code.reveal(), 9, &later(2, "12:00:00")).await, CodeCheck::Expired);
    let world = World::with(&[account(Some(NUMBER))]).await;
    world.ask(&make(3), &now).await;
    let late = later(1, "12:05:00");
    assert_eq!(try_code(&world, code.reveal(), 5, &late).await, CodeCheck::Expired);
    assert_eq!(try_code(&world, "", 6, &now).await, CodeCheck::Wrong { left: 2 });
}

#[tokio::test]
async fn a_try_of_a_code_keeps_its_answer_whatever_code_it_brings() {
    let world = World::with(&[account(Some(NUMBER))]).await;
    let me = caller(1);
    let Facts::Code(Some(code)) = world.ask(&make(3), &me).await else { panic!("no code") };
    assert_eq!(try_code(&world, "", 4, &me).await, CodeCheck::Wrong { left: 2 });
    assert_eq!(try_code(&world, code.reveal(), 4, &me).await, CodeCheck::Wrong { left: 2 });
    assert_eq!(try_code(&world, code.reveal(), 5, &me).await, CodeCheck::Right);
    assert_eq!(try_code(&world, "", 5, &me).await, CodeCheck::Right);
}

#[tokio::test]
async fn codes_that_nobody_gets_right_end_over_calls() {
    let world = World::with(&[account(Some(NUMBER))]).await;
    let made = async |call, at: &str| {
        let Facts::Code(code) = world.ask(&make(3), &self::at(call, at)).await else { panic!() };
        code
    };
    let day = |day: u32, time: &str| format!("2026-03-0{day}T{time}-05:00[America/New_York]");
    for call in 1..=5 {
        assert!(made(call, &day(2, "12:00:00")).await.is_some(), "{call}");
        // The same one again, as when the turn is repeated.
        assert!(made(call, &day(2, "12:00:00")).await.is_some(), "{call}");
    }
    assert_eq!(made(6, &day(2, "12:01:00")).await, None);
    assert_eq!(made(7, &day(3, "11:59:59")).await, None);
    let code = made(8, &day(3, "12:00:00")).await.unwrap();
    for call in 9..=12 {
        assert!(made(call, &day(3, "12:00:01")).await.is_some(), "{call}");
    }
    assert_eq!(made(13, &day(3, "12:00:02")).await, None);
    // One that is right takes the others back.
    let eighth = at(8, &day(3, "12:01:00"));
    assert_eq!(try_code(&world, code.reveal(), 4, &eighth).await, CodeCheck::Right);
    assert!(made(14, &day(3, "12:02:00")).await.is_some());
}

#[tokio::test]
async fn a_seed_that_could_be_tried_out_is_refused() {
    let mut weak = account(Some(NUMBER));
    weak["code_seed"] = json!("short");
    let world = World::with(&[weak]).await;
    assert_eq!(world.ask(&make(3), &caller(1)).await, Facts::Unavailable);
}

#[tokio::test]
async fn balances_and_transactions_are_those_of_the_account() {
    let world = World::with(&[
        account(None),
        transaction("checking", "2026-02-26", 1),
        transaction("checking", "2026-02-27", 1),
        transaction("checking", "2026-02-27", 2),
        transaction("savings", "2026-02-28", 1),
        elsewhere(transaction("checking", "2026-03-01", 1)),
    ])
    .await;
    let Facts::Balances(Some(balances)) =
        world.ask(&Request::Balances(number(ACCOUNT)), &caller(1)).await
    else {
        panic!("no balances")
    };
    let amounts: Vec<_> = balances.iter().map(|it| (it.kind, it.amount.minor)).collect();
    assert_eq!(amounts, [(AccountKind::Checking, 125_000), (AccountKind::Savings, -5)]);
    let days = async |kind, limit| {
        let request = Request::Transactions { account: number(ACCOUNT), kind, limit };
        match world.ask(&request, &caller(1)).await {
            Facts::Transactions(them) => {
                them.iter().map(|it| it.on.to_string()).collect::<Vec<_>>()
            }
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(days(AccountKind::Checking, 2).await, ["2026-02-27", "2026-02-27"]);
    assert_eq!(days(AccountKind::Checking, 9).await.len(), 3);
    assert_eq!(days(AccountKind::Savings, 9).await, ["2026-02-28"]);
    assert_eq!(days(AccountKind::Savings, 0).await, [""; 0]);
}

#[tokio::test]
async fn records_that_make_no_sense_are_no_answer() {
    let mut misfiled = transaction("checking", "2026-02-26", 1);
    misfiled["account_kind"] = json!("savings");
    let mut poor = account(None);
    poor["balances"] = json!("none");
    let world = World::with(&[poor, misfiled]).await;
    let kind = AccountKind::Checking;
    for request in [
        Request::Balances(number(ACCOUNT)),
        Request::Transactions { account: number(ACCOUNT), kind, limit: 3 },
        verify(ACCOUNT, "4711", 1),
        make(3),
    ] {
        assert_eq!(world.ask(&request, &caller(1)).await, Facts::Unavailable);
    }
}
