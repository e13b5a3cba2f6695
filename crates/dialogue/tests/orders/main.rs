//! Whole calls about orders, with the engine.

#[path = "../common/mod.rs"]
mod common;
mod failures;
mod guesses;
mod leaving;
mod returning;
mod several;
mod tracking;
mod unsure;

use common::Call;
use dialogue::{Evidence, Facts, Opinion, Order, OrderStatus, Request, Step, Wish};
use expect_test::Expect;
use jiff::civil::date;
use line::Scenario;

/// The orders of the business: two, and one that cannot be reached.
fn look_up(request: &Request) -> Facts {
    let Request::Order(number) = request else { return Facts::Unavailable };
    Facts::Order(match number.as_str() {
        "44321" => Some(Order {
            number: number.clone(),
            status: OrderStatus::Shipped,
            placed_on: Some(date(2026, 2, 26)),
            shipped_on: Some(date(2026, 3, 1)),
            expected_on: Some(date(2026, 3, 4)),
            delivered_on: None,
        }),
        "55421" => Some(Order {
            number: number.clone(),
            status: OrderStatus::Delivered,
            placed_on: None,
            shipped_on: None,
            expected_on: None,
            delivered_on: Some(date(2026, 2, 28)),
        }),
        "50000" => return Facts::Unavailable,
        _ => None,
    })
}

fn shop() -> Call {
    Call::new(&[Scenario::Shop], look_up)
}

const TRACK: &str = "44321 @CheckOrderStatus OrderNumber=44321";

/// What recognition and classifier make of what recognition gives up.
fn evidence(said: &str) -> Evidence {
    let (wish, recognised, guessed) = match said {
        "still no sign of it" | "don't tell me about it" => (Wish::CheckOrderStatus, 0.3, 0.9),
        "the thing I bought" => (Wish::CheckOrderStatus, 0.3, 0.3),
        "put somebody on" | "don't put somebody on" | "I am an agent" => {
            (Wish::TalkToAgent, 0.3, 0.9)
        }
        "your boss" => (Wish::TalkToAgent, 0.0, 0.5),
        "that does me" | "please don't hang up" | "I'm not done" => (Wish::Goodbye, 0.3, 0.9),
        "we're finished here" => (Wish::Goodbye, 0.6, 0.0),
        _ => return Evidence::default(),
    };
    Evidence {
        recognition: vec![Opinion { wish, confidence: recognised }],
        classifier: vec![Opinion { wish, confidence: guessed }],
    }
}

/// Says which intent recognition finds in a line of a script: `#1` is a key, nothing is silence.
fn recognised(line: &str, asked: Option<&Step>) -> String {
    let digits: String = line.chars().filter(char::is_ascii_digit).collect();
    let number = (digits.len() == 5).then_some(digits);
    let asks = matches!(asked, Some(Step::ConfirmIntent { .. }));
    if asks && ["yes", "no"].contains(&line) {
        return line.to_owned();
    }
    let intent = if line.contains("agent") {
        "TalkToAgent"
    } else if line.contains("bye") || ["no", "that's it", "that's all"].contains(&line) {
        "Goodbye"
    } else if line.contains("track") || (number.is_some() && !line.starts_with('#')) {
        "CheckOrderStatus"
    } else {
        return line.to_owned();
    };
    let slot = number.map(|it| format!(" OrderNumber={it}")).unwrap_or_default();
    format!("{line} @{intent}{slot}")
}

/// Checks what is said on a call whose recognition is as simple as can be.
fn tracks(caller: &[&str], expected: &Expect) {
    let mut call = Call::new(&[Scenario::Shop], look_up);
    call.evidence = Box::new(evidence);
    for line in caller {
        let step = call.session.reply().map(|it| it.step.clone());
        call.says(&recognised(line, step.as_ref()));
    }
    expected.assert_eq(call.said());
}

/// Checks what is said on a call whose recognition finds what the script says.
fn talks(call: Call, script: &[&str], expected: &Expect) {
    expected.assert_eq(&call.transcript(script));
}
