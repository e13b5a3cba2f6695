//! What is answered, as callers and the flow have it.

use aws_events::lex::Response;
use serde_json::Value;

use crate::world::invocation;

/// What a caller hears whose business's records cannot be asked.
pub(crate) const APOLOGY: &str = "I'm sorry, I can't get to our records right now.";

/// What is answered to an event.
pub(crate) async fn answer(event: &Value, world: &intent::World) -> Response {
    intent::handle(event.clone(), &invocation(), world).await.unwrap()
}

/// What the caller hears.
pub(crate) fn words(response: &Response) -> String {
    response.messages.iter().map(|it| it.content.as_str()).collect()
}

/// What the flow reads: where to go and why.
pub(crate) fn next(response: &Response) -> [Option<&str>; 2] {
    let attributes = &response.session_state.session_attributes;
    ["next", "reason"].map(|it| attributes.as_ref()?.get(it).map(String::as_str))
}
