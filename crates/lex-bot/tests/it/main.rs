//! What can be seen of the crate from outside.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

mod any_input;
mod dialogue;
mod hook_answers;
mod loading;
mod matching;

use aws_events::lex::{Attributes, BotIdentity};
use lex_bot::{Bot, Session};
use serde_json::Value;

/// The definition that most tests talk to.
fn properties() -> Value {
    serde_json::from_str(include_str!("northwind.json")).unwrap()
}

fn northwind() -> Bot {
    Bot::from_cloudformation(&properties()).unwrap()
}

fn session(bot: &Bot) -> Session {
    let identity = BotIdentity {
        id: "BOT".to_owned(),
        name: bot.name().to_owned(),
        alias_id: "ALIAS".to_owned(),
        alias_name: "live".to_owned(),
        locale_id: "en_US".to_owned(),
        version: "1".to_owned(),
    };
    let attributes = Attributes::from([("contactId".to_owned(), "c-1".to_owned())]);
    let request =
        Attributes::from([("x-amz-lex:channels:platform".to_owned(), "Connect".to_owned())]);
    Session::new(bot, "en_US", identity, "s-1".to_owned(), attributes, request).unwrap()
}
