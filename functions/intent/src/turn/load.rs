//! What a turn begins with: the call, its line, and what the records are sure to be asked.

use std::sync::Arc;

use aws_events::E164;
use dialogue::{Facts, Request as Asked};
use directory::{Caller, perform};
use line::Line;
use store::{Call, ContactId};

use super::TurnError;
use crate::request::Request;
use crate::world::{Invocation, World, local};

/// What a turn begins with.
pub(super) struct Loaded {
    pub(super) call: Call,
    pub(super) line: Arc<Line>,
}

/// Reads call and line at the same time.
pub(super) async fn load(
    request: &Request,
    contact_id: &ContactId,
    invocation: &Invocation,
    world: &World,
) -> Result<Loaded, TurnError> {
    let (call, line) = tokio::join!(
        world.table.call(contact_id),
        line(request.dialled.as_ref(), invocation, world),
    );
    let call = call.map_err(TurnError::Store)?;
    let line = match (line, call.as_ref().and_then(|it| it.dialled.as_ref())) {
        (Some(line), _) => Some(line),
        // A flow that does not pass the number on: the call knows it.
        (None, Some(dialled)) if request.dialled.is_none() => {
            self::line(Some(dialled), invocation, world).await
        }
        (None, _) => None,
    };
    let call = call.unwrap_or_else(|| {
        Call::new(contact_id.clone(), invocation.now, request.heard.language.code())
            .dialling(request.dialled.clone(), line.as_deref())
    });
    Ok(Loaded { call, line: line.unwrap_or_else(|| Arc::clone(&world.fallback)) })
}

/// The line of the dialled number; `None` when it has none or it cannot be read, which is logged.
async fn line(dialled: Option<&E164>, invocation: &Invocation, world: &World) -> Option<Arc<Line>> {
    match world.lines.line(dialled?, invocation.now).await {
        Ok(line) => line,
        Err(error) => {
            let (code, error) = ("intent.line-unavailable", wiring::chain(&error));
            tracing::error!(code, error, "served as a number without a line");
            None
        }
    }
}

/// Asks the records what is sure to be needed, if the line is at hand.
pub(super) async fn foreseen(
    request: &Request,
    contact_id: &ContactId,
    invocation: &Invocation,
    world: &World,
) -> Option<(Asked, Facts)> {
    let asked = request.heard.foreseen()?;
    let store::Known::Line(line) = world.lines.known(request.dialled.as_ref()?, invocation.now)
    else {
        return None;
    };
    let directory = world.directory(&line)?;
    let caller = Caller {
        line: line.id.clone(),
        contact: contact_id.clone(),
        number: None,
        hash: None,
        now: local(&line, invocation.now),
        deadline: invocation.records_end(),
        chance: invocation.chance,
    };
    let facts = perform(&directory, &asked, &caller).await;
    Some((asked, facts))
}
