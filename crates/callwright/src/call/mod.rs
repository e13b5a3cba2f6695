//! One call: performs what the flow asks for, with a caller on one end and the functions on the
//! other.

mod after;
mod agent;
mod barge;
mod bot;
mod caller;
mod check;
mod clock;
mod elsewhere;
mod event;
mod failing;
mod finished;
mod lex_result;
mod listening;
mod live;
mod perform;
mod place;
mod recorder;
mod replies;
mod scripted;
mod speech;

use std::collections::VecDeque;

use aws_events::connect::Endpoint;
use connect_flow::{
    Callback, Contact, Effect, End, Execution, Outcome, Party, Stage, StepError, Trail,
};

pub use caller::{Act, Asks, Caller, Failure, Heard, Moment, Turn, Waiting};
pub use event::{Event, Invoked, Kind, Mail, Sms};
pub use failing::FailingError;
pub use finished::Finished;
pub(crate) use live::{HELP as LIVE_HELP, Live};
pub(crate) use perform::millis;
pub use place::PlaceError;
pub use replies::RepliesError;

pub(crate) use check::check;
pub(crate) use scripted::Scripted;

use crate::aws::Delivery;
use crate::coverage::{self, Taken};
use crate::ids::Ids;
use crate::line::{Line, World};
use crate::script::{Ended, Setting};
use agent::Rounds;
use clock::Clock;
use failing::Failing;
use recorder::Recorder;
use replies::Replies;

/// The time zone of every contact, in which a bot reads "tomorrow" and "at ten" unless the attribute
/// `x-amz-lex:time-zone` names another.
///
/// Source: Amazon Lex Developer Guide, "Setting request attributes", default time zones by Region:
/// that of the Region of everything on a laptop.
pub(crate) const TIME_ZONE: &str = "America/New_York";

/// Most effects of a call; more than that is a call that does not end.
const MOST_EFFECTS: u32 = 5_000;

/// Why a call cannot be made at all. What goes wrong *in* a call is part of the call.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// The interpreter was handed something it did not ask for, or a flow is missing.
    #[error("the flow cannot be executed")]
    Flow(#[from] StepError),
    /// The script lets something fail that is not there or cannot fail.
    #[error(transparent)]
    Failing(#[from] FailingError),
    /// The script answers something that is not asked.
    #[error(transparent)]
    Replies(#[from] RepliesError),
    /// The stand-ins for AWS failed.
    #[error("the local AWS stand-ins failed")]
    World(#[from] crate::line::WorldError),
}

/// A call in progress.
struct Call<'a> {
    line: &'a Line,
    world: &'a World,
    setting: &'a Setting,
    caller: &'a mut dyn Caller,
    sink: &'a mut (dyn FnMut(&Event) + Send),
    clock: Clock,
    events: Vec<Event>,
    /// Changes of items that a function has not taken yet.
    undelivered: Vec<Delivery>,
    /// Texts that were sent so far.
    texts: Vec<Sms>,
    /// The words of every prompt so far.
    heard: Heard,
    /// Who hears what is played now.
    listener: Party,
    /// Where the contact is.
    stage: Stage,
    /// Name of the agent who answered last.
    agent: String,
    /// What the script answers where something is asked.
    replies: Replies,
    /// What it answers to the effect at hand.
    reply: Option<Outcome>,
    /// Whether caller and agent talk, or have talked.
    talked: bool,
    /// How often the flow of a waiting caller went round.
    rounds: Rounds,
    /// Callbacks that were asked for, with the contacts that did.
    callbacks: VecDeque<(Callback, Contact)>,
    /// The contact that is recorded.
    recorded: Option<String>,
    recorder: Recorder,
    invoked: Vec<String>,
    taken: Taken,
    failures: Vec<Failure>,
    /// Whether the line has spoken since the caller last did anything.
    has_spoken: bool,
    /// Whether the script could not go on.
    parted: bool,
    /// How many effects were performed.
    effects: u32,
    memory: Option<u64>,
}

/// Makes a call and whatever comes after it.
///
/// `number` tells calls in one world apart: it makes their contact ids differ. Every event goes to
/// `sink` as it happens.
///
/// # Errors
///
/// [`CallError`] when the call cannot be made at all.
pub async fn make(
    line: &Line,
    world: &World,
    name: &str,
    number: u32,
    setting: &Setting,
    caller: &mut dyn Caller,
    sink: &mut (dyn FnMut(&Event) + Send),
) -> Result<Finished, CallError> {
    let failing = Failing::find(&line.library, &setting.fails)?;
    let replies = Replies::find(&line.library, &setting.replies)?;
    let before = world.records()?;
    let started = crate::stopwatch::start();
    let contact = contact(line, world, name, number, setting);
    let contact_id = contact.contact_id.clone();
    let mut execution = Execution::start(&line.library, &line.entry, contact)?;
    execution.name_contacts(agent::further_ids(name, number));
    failing.arrange(&mut execution);
    let mut call = Call {
        line,
        world,
        setting,
        caller,
        sink,
        clock: Clock::starting(setting.at),
        events: Vec::new(),
        undelivered: Vec::new(),
        texts: Vec::new(),
        heard: Heard::default(),
        listener: Party::Customer,
        stage: Stage::Flow,
        agent: String::new(),
        replies,
        reply: None,
        talked: false,
        rounds: Rounds::default(),
        callbacks: VecDeque::new(),
        recorded: None,
        recorder: Recorder::default(),
        invoked: Vec::new(),
        taken: Taken::default(),
        failures: Vec::new(),
        has_spoken: false,
        parted: false,
        effects: 0,
        memory: None,
    };
    call.notice(Kind::Started {
        name: name.to_owned(),
        contact_id: contact_id.clone(),
        caller: setting.caller.as_ref().map(|it| it.as_str().to_owned()),
        dialled: world.dialled().as_str().to_owned(),
        language: setting.language.clone(),
    });

    let mut end = call.run(&mut execution, &failing).await?;
    while let Some((callback, contact)) = call.next_callback() {
        execution = Execution::call_back(&line.library, &callback, contact)?;
        failing.arrange(&mut execution);
        end = call.run(&mut execution, &failing).await?;
    }

    let (ended, why) = call.ended(&end, execution.contact());
    let queue = match &end {
        End::Queue { queue } => Some(queue.name.clone()),
        _ if ended == Ended::Agent => {
            execution.contact().target_queue.as_ref().map(|it| it.name.clone())
        }
        End::Agent { .. }
        | End::AgentHungUp
        | End::Disconnected
        | End::FlowEnded
        | End::HungUp
        | End::NotReached
        | End::Stuck { .. }
        | End::ThirdParty { .. } => None,
    };
    let attributes = execution.contact().attributes.clone();
    call.notice(Kind::Ended { ended, queue: queue.clone(), why, attributes: attributes.clone() });
    let stays = matches!(end, End::Queue { .. } | End::Agent { .. });
    let undone = call.caller.finish(&call.heard, stays);
    call.failures.extend(undone);

    let recorded = call.recorded.take().unwrap_or(contact_id);
    call.after(&recorded).await?;
    let took = started.elapsed();
    let mails = world.take_mails();
    for mail in &mails {
        call.notice(Kind::Mailed(mail.clone()));
    }
    let mut stored = world.records()?;
    stored.retain(|item| !before.contains(item));
    for item in &stored {
        call.notice(Kind::Record { item: item.clone() });
    }
    Ok(Finished {
        events: call.events,
        ended,
        queue,
        attributes,
        invoked: call.invoked,
        taken: call.taken,
        stored,
        mails,
        texts: call.texts,
        failures: call.failures,
        parted: call.parted,
        took,
        memory: call.memory,
    })
}

/// The contact as Connect would create it when the call comes in.
fn contact(line: &Line, world: &World, name: &str, number: u32, setting: &Setting) -> Contact {
    let ids = Ids::of(&format!("{name}#{number}"));
    let contact_id = ids.uuid();
    Contact {
        initial_contact_id: contact_id.clone(),
        contact_id,
        initiation_method: "INBOUND".to_owned(),
        instance_arn: line.instance_arn().to_owned(),
        region: crate::template::REGION.to_owned(),
        customer_endpoint: setting.caller.as_ref().map(|it| Endpoint::telephone(it.as_str())),
        system_endpoint: Some(Endpoint::telephone(world.dialled().as_str())),
        language_code: Some(setting.language.clone()),
        seed: ids.bits(),
        ..Contact::default()
    }
}

impl Call<'_> {
    /// Takes a contact through its flows to its end.
    async fn run(
        &mut self,
        execution: &mut Execution,
        failing: &Failing,
    ) -> Result<End, CallError> {
        let mut outcome = Outcome::Done;
        loop {
            // Prompts alone never wait: let others run, and notice a signal.
            tokio::task::consume_budget().await;
            let step = execution.step(&self.line.library, outcome)?;
            for trail in &step.trail {
                self.branch(trail);
            }
            self.reply = self.replies.to(&step.effect, execution.position());
            outcome = match step.effect {
                Effect::End(end) => return Ok(end),
                _ if self.effects >= MOST_EFFECTS => {
                    self.never_ends();
                    return Ok(End::HungUp);
                }
                Effect::Converse { prompt, bot, session_attributes, .. }
                    if failing.gives_up(execution.position()) =>
                {
                    let contact = execution.contact();
                    self.give_up(contact, prompt.as_ref(), &bot, session_attributes)
                }
                effect => self.answer(effect, execution).await,
            };
            self.effects = self.effects.saturating_add(1);
        }
    }

    /// Tells that something happened.
    fn notice(&mut self, kind: Kind) {
        let event =
            Event { at: self.clock.now(), seconds: self.clock.elapsed().as_secs_f64(), kind };
        (self.sink)(&event);
        self.events.push(event);
    }

    /// Tells which branch the flow took.
    fn branch(&mut self, trail: &Trail) {
        use connect_flow::Branch;
        self.taken.note(trail);
        let error = match &trail.branch {
            Branch::Next | Branch::Entered | Branch::Terminal | Branch::Condition(_) => false,
            // Nothing pressed and nothing matched are answers; the rest went wrong.
            Branch::Error(error) => {
                !matches!(error.as_str(), "InputTimeLimitExceeded" | "NoMatchingCondition")
            }
        };
        let branch = coverage::name(&trail.branch).to_owned();
        let note = (!trail.notes.is_empty()).then(|| trail.notes.join("; "));
        self.notice(Kind::Branch {
            flow: trail.flow_name.to_string(),
            action: trail.action.to_string(),
            action_type: trail.type_name.to_string(),
            branch,
            error: error || trail.missing,
            note,
        });
    }

    /// Gives up on a call that goes in circles.
    fn never_ends(&mut self) {
        self.parted = true;
        self.failures.push(Failure {
            line: 1,
            expected: "the call to end".to_owned(),
            found: format!("it went on after {MOST_EFFECTS} prompts and other effects"),
        });
    }
}
