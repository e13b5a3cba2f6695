//! What a turn comes to: the words, and all that the flow reads when the bot is done.

use dialogue::{Ending, Reply, Session, Step};
use line::Line;
use wording::Language;

use crate::world::{Invocation, World, local};

/// The language of whoever calls back and hears messages, and reads what they are about.
const AGENTS: Language = Language::EnUs;

/// A turn that was taken.
pub(crate) struct Taken {
    /// The turn that this finishes; `None` when nothing was stored.
    pub(crate) finished: Option<u32>,
    pub(crate) outcome: &'static str,
    pub(crate) reply: Reply,
    /// The voice of the language that the call changes to.
    pub(crate) voice: Option<String>,
    /// The line's queue that sees to the caller's matter; `None` for the usual one.
    pub(crate) queue: Option<String>,
    /// ARN of the queue that the caller is called back from; `None` when nobody calls back, or when
    /// neither line nor deployment names one.
    pub(crate) queue_arn: Option<String>,
    /// The mailbox of a message.
    pub(crate) mailbox: Option<String>,
    /// What a message or a callback is about, for whoever sees to it.
    pub(crate) summary: Option<String>,
}

impl Taken {
    /// Words that finish no turn.
    pub(crate) fn apology(reply: Reply) -> Self {
        Self {
            finished: None,
            outcome: Session::default().outcome(),
            reply,
            voice: None,
            queue: None,
            queue_arn: None,
            mailbox: None,
            summary: None,
        }
    }

    /// What follows from a finished turn, whether it was taken just now or before.
    pub(super) fn of(
        session: &Session,
        reply: Reply,
        line: &Line,
        invocation: &Invocation,
        world: &World,
    ) -> Self {
        let today = local(line, invocation.now).date();
        let place = line.queue(session.queue());
        let mut queue_arn = None;
        let (queue, mailbox, summary) = match reply.step {
            Step::Close(Ending::Person(_)) => (session.queue(), None, None),
            Step::Close(Ending::Callback) => {
                queue_arn = place.and_then(|it| it.arn.as_ref()).or(world.queue.as_ref());
                (session.queue(), None, Some(session.summary(AGENTS, today)))
            }
            Step::Close(Ending::Message) => {
                let mailbox = place.map(|it| line.mailbox(it));
                (None, mailbox, Some(session.summary(AGENTS, today)))
            }
            Step::Close(Ending::Goodbye | Ending::Emergency | Ending::Language(_))
            | Step::ElicitIntent
            | Step::ElicitSlot { .. }
            | Step::ConfirmIntent { .. } => (None, None, None),
        };
        Self {
            finished: Some(session.turn()),
            outcome: session.outcome(),
            voice: voice(&reply, line),
            queue: queue.map(str::to_owned),
            queue_arn: queue_arn.cloned(),
            mailbox: mailbox.map(str::to_owned),
            summary,
            reply,
        }
    }
}

/// The language that the call changes to, to go on or to end in it; `None` when it changes to none.
pub(crate) fn changes_to(reply: &Reply) -> Option<Language> {
    match reply.step {
        Step::Close(Ending::Language(language)) => Some(language),
        Step::Close(_) => reply.over,
        Step::ElicitIntent | Step::ElicitSlot { .. } | Step::ConfirmIntent { .. } => None,
    }
}

/// The voice of the language that the call changes to; `None` when it changes to none.
fn voice(reply: &Reply, line: &Line) -> Option<String> {
    let language = changes_to(reply)?;
    let spoken = line.languages.iter().find(|it| it.language == language)?;
    Some(spoken.voice.as_str().to_owned())
}
