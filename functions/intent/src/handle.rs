//! From event to answer.

use aws_events::lex::Response;
use dialogue::{Reply, Setting, unavailable};
use serde_json::Value;
use store::ContactId;
use tokio::time::timeout_at;
use wording::Language;

use crate::request::Request;
use crate::response::response;
use crate::turn::{Taken, take_turn};
use crate::world::{Invocation, World, local};
use crate::{IntentError, turn};

/// Hears a caller out, remembers the turn, and answers.
///
/// A store that fails, is slow or is contested is logged with its code, and the caller is handed to
/// a person.
///
/// # Errors
///
/// [`IntentError`] when the event is not what Lex sends.
pub async fn handle(
    event: Value,
    invocation: &Invocation,
    world: &World,
) -> Result<Response, IntentError> {
    let request = Request::try_from(event)?;
    let contact_id = request.contact_id.as_ref().map_or("", ContactId::as_str);
    let turn = Box::pin(take_turn(&request, invocation, world));
    let taken = match timeout_at(invocation.turn_ends(), turn).await {
        Ok(Ok(taken)) => taken,
        Ok(Err(failure)) => {
            let (code, error) = (failure.code(), wiring::chain(&failure));
            tracing::error!(contact_id, code, error, "handed to a person");
            apology(&request, invocation, world)
        }
        Err(_) => {
            let code = turn::SLOW;
            tracing::error!(contact_id, code, "handed to a person");
            apology(&request, invocation, world)
        }
    };
    Ok(response(request.attributes, request.takes_ssml, &taken))
}

/// What is answered when nothing can be read or stored, in the language that was spoken last.
fn apology(request: &Request, invocation: &Invocation, world: &World) -> Taken {
    let line = &world.fallback;
    let now = local(line, invocation.now).datetime();
    let language: Language = request.heard.language;
    let reply: Reply =
        unavailable(language, &Setting { line, now, caller: None, reachable: false });
    Taken::apology(reply)
}
