//! One turn: loaded, decided and saved.

mod decide;
mod load;
mod save;
mod taken;

use std::time::Duration;

use dialogue::{Ending, Remembered, Reply, Setting, Step, not_kept};
use line::{Line, LineId};
use store::{CallerHash, SaveError, StoreError};
use tokio::time::timeout;
use wording::Language;

use self::decide::decide;
use self::load::{Loaded, foreseen, load};
use self::save::save;
pub(crate) use self::taken::{Taken, changes_to};
use crate::request::Request;
use crate::world::{Invocation, World, local};

/// Longest wait for the store, to read a call and again to save it. The caller hears silence meanwhile.
const PATIENCE: Duration = Duration::from_secs(3);

/// How often a turn is decided anew because another invocation wrote the call meanwhile. Once is
/// enough for a repeated invocation, and once more for a late `greeting`.
const MAX_TRIES: usize = 3;

/// The code of a turn that takes too long.
pub(crate) const SLOW: &str = "intent.store-slow";

/// Why a turn could not be taken.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TurnError {
    /// The event names no contact.
    #[error("neither the session attribute `contactId` nor `sessionId` is a contact id")]
    ContactIdInvalid,
    /// The store failed.
    #[error("the turn could not be stored")]
    Store(#[source] StoreError),
    /// The store took too long.
    #[error("the store did not answer in time")]
    Slow,
    /// The call kept changing.
    #[error("the call changed {MAX_TRIES} times between reading and writing it")]
    Contested,
}

impl TurnError {
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::ContactIdInvalid => "intent.contact-id-invalid",
            Self::Store(_) => "intent.store-unavailable",
            Self::Slow => SLOW,
            Self::Contested => "intent.turn-contested",
        }
    }
}

/// Loads, decides and saves; again when another invocation saved first.
pub(crate) async fn take_turn(
    request: &Request,
    invocation: &Invocation,
    world: &World,
) -> Result<Taken, TurnError> {
    let contact_id = request.contact_id.as_ref().ok_or(TurnError::ContactIdInvalid)?;
    let mut meanwhile = None;
    for _ in 0..MAX_TRIES {
        // The records have a bound of their own, and what they do not answer can be told to the caller.
        let (Loaded { mut call, line }, foreseen) = tokio::try_join!(
            async {
                let read = timeout(PATIENCE, load(request, contact_id, invocation, world)).await;
                read.unwrap_or(Err(TurnError::Slow))
            },
            async { Ok(foreseen(request, contact_id, invocation, world).await) },
        )?;
        if call.session.repeats(request.finished, &request.heard)
            && let Some(reply) = call.session.reply()
        {
            return Ok(Taken::of(&call.session, reply.clone(), &line, invocation, world));
        }

        let decided = decide(request, &mut call, &line, foreseen, invocation, world).await;
        let turn = &decided.turn;
        let taken = Taken::of(&turn.session, turn.reply.clone(), &line, invocation, world);
        let noted = decided.noted(contact_id);
        let promises = turn.promises();
        call.summary = taken.summary.clone().or(call.summary);
        let who = call.caller.clone().zip(call.line.clone());
        let saved = save(request, call, decided, meanwhile.as_ref(), invocation, world);
        let saved = timeout(PATIENCE, saved).await;
        let error = match saved.unwrap_or(Err(SaveError::Store(slow()))) {
            Ok(()) => {
                noted.write();
                return Ok(taken);
            }
            // Another call of the same caller came first.
            Err(SaveError::Conflict { kind: store::Kind::Profile }) => {
                match remembered_by_now(who, world).await {
                    Ok(remembered) => {
                        meanwhile = Some(remembered);
                        continue;
                    }
                    Err(error) => error,
                }
            }
            Err(SaveError::Conflict { .. }) => continue,
            Err(SaveError::Store(error)) => TurnError::Store(error),
        };
        // The next turn needs nothing of a last one: the call ends as it was going to.
        let Step::Close(ending) = taken.reply.step else { return Err(error) };
        let (code, error) = (error.code(), wiring::chain(&error));
        tracing::error!(contact_id = contact_id.as_str(), code, error, "turn not stored");
        noted.write();
        let reply = if promises && ending != Ending::Emergency {
            let language = changes_to(&taken.reply).unwrap_or(request.heard.language);
            unkept(ending, language, &line, invocation)
        } else {
            taken.reply
        };
        return Ok(Taken { finished: request.finished, reply, ..taken });
    }
    Err(TurnError::Contested)
}

/// What a line remembers of a caller by now, and its version; nothing at 0 when that is gone.
async fn remembered_by_now(
    who: Option<(CallerHash, LineId)>,
    world: &World,
) -> Result<(Remembered, u64), TurnError> {
    let Some((caller, line)) = who else { return Ok(Default::default()) };
    let read = timeout(PATIENCE, world.table.profiles(&caller)).await;
    let profiles = read.or(Err(TurnError::Slow))?.map_err(TurnError::Store)?;
    let profile = profiles.into_iter().find(|it| it.line == line);
    Ok(profile.map(|it| (it.remembered, it.version)).unwrap_or_default())
}

/// What a caller hears whose last turn promised something and could not be stored.
fn unkept(ending: Ending, language: Language, line: &Line, invocation: &Invocation) -> Reply {
    let now = local(line, invocation.now).datetime();
    not_kept(ending, language, &Setting { line, now, caller: None, reachable: false })
}

/// What a write that never ended comes to.
fn slow() -> StoreError {
    StoreError::Write { kind: store::Kind::Turn, source: "no answer in time".into() }
}
