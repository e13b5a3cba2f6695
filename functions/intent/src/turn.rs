//! One turn: loaded, decided and saved.

use std::sync::Arc;
use std::time::Duration;

use aws_events::E164;
use dialogue::{
    Change, Consent, Decision, Ending, Evidence, Facts, Next, Opinion, Remembered, Reply,
    Request as Asked, Session, Setting, Step, Turn, Unclear, listen, not_kept,
};
use directory::{Caller, perform};
use line::{Line, LineId};
use store::{
    Call, CallerHash, ContactId, Failure, Outcome, Profile, SaveError, StoreError, Text, TextId,
};
use tokio::time::timeout;
use wording::Language;

use crate::log;
use crate::request::Request;
use crate::world::{Invocation, World, local};

/// Longest wait for the store, to read a call and again to save it. The caller hears silence meanwhile.
const PATIENCE: Duration = Duration::from_secs(3);

/// How often a turn is decided anew because another invocation wrote the call meanwhile. Once is
/// enough for a repeated invocation, and once more for a late `greeting`.
const MAX_TRIES: usize = 3;

/// Most requests of one turn. The dialogue has a bound of its own; this one is for the function.
const MAX_REQUESTS: usize = 8;

/// The language of whoever calls back and hears messages, and reads what they are about.
const AGENTS: Language = Language::EnUs;

/// The code of a turn that takes too long.
pub(crate) const SLOW: &str = "intent.store-slow";

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
    fn of(
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
        match saved.unwrap_or(Err(SaveError::Store(slow()))) {
            Ok(()) => {
                noted.write();
                return Ok(taken);
            }
            // Another call of the same caller came first.
            Err(SaveError::Conflict { kind: store::Kind::Profile }) => {
                meanwhile = Some(remembered_by_now(who, world).await?);
            }
            Err(SaveError::Conflict { .. }) => {}
            // The next turn needs nothing of it: the call ends as it was going to.
            Err(SaveError::Store(error)) if let Step::Close(ending) = taken.reply.step => {
                let (code, error) = ("intent.store-unavailable", wiring::chain(&error));
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
            Err(SaveError::Store(error)) => return Err(TurnError::Store(error)),
        }
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

/// What a turn begins with.
struct Loaded {
    call: Call,
    line: Arc<Line>,
}

/// Reads call and line at the same time.
async fn load(
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
async fn foreseen(
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

/// A turn that was decided, and by what.
struct Decided {
    turn: Turn,
    judgement: Option<log::Judgement>,
    requests: Vec<&'static str>,
    served: bool,
}

impl Decided {
    /// What the decision log says of it.
    fn noted(&self, contact_id: &ContactId) -> log::Noted {
        log::Noted {
            contact_id: contact_id.clone(),
            turn: self.turn.session.turn(),
            judgement: self.judgement,
            guess: self.turn.guess,
        }
    }
}

/// Has the dialogue decide, and performs what it asks for.
async fn decide(
    request: &Request,
    call: &mut Call,
    line: &Line,
    mut foreseen: Option<(Asked, Facts)>,
    invocation: &Invocation,
    world: &World,
) -> Decided {
    let now = local(line, invocation.now);
    let caller = call.caller.as_ref().map(|it| it.as_str().to_owned());
    // Texts and callbacks need the number only.
    let reachable = call.number.is_some();
    let setting = Setting { line, now: now.datetime(), caller: caller.as_deref(), reachable };
    let served_before = call.session.served();
    let mut judgement = None;
    let mut requests = Vec::new();
    let mut next = listen(std::mem::take(&mut call.session), &request.heard, &setting);
    let turn = loop {
        next = match next {
            Next::Answer(turn) => break *turn,
            Next::Several(several) => {
                let locale = locale(several.language(), request);
                let opinion = |part: &String| world.classifiers.opinions(locale, part, line);
                let opinions: Vec<_> = several.parts().iter().map(opinion).collect();
                several.settle(&opinions, &setting)
            }
            Next::Unclear(unclear) => {
                let (judged, next) = judge(*unclear, request, world, &setting);
                judgement = Some(judged);
                next
            }
            Next::Request(pending) => {
                requests.push(pending.request().name());
                let facts = match foreseen.take() {
                    Some((asked, facts)) if asked == *pending.request() => facts,
                    _ if requests.len() > MAX_REQUESTS => Facts::Unavailable,
                    _ => {
                        let caller = Caller {
                            line: line.id.clone(),
                            contact: call.contact_id.clone(),
                            number: call.number.clone(),
                            hash: call.caller.clone(),
                            now: now.clone(),
                            deadline: invocation.records_end(),
                            chance: invocation.chance,
                        };
                        match world.directory(line) {
                            Some(it) => perform(&it, pending.request(), &caller).await,
                            None => Facts::Unavailable,
                        }
                    }
                };
                pending.answer(facts, &setting)
            }
        };
    };
    let served = turn.session.served() > served_before;
    Decided { turn, judgement, requests, served }
}

/// The bot's locale for words of a language: the caller may speak another one than Lex listened in.
fn locale(language: Language, request: &Request) -> &str {
    if language == request.heard.language { &request.locale } else { language.locale() }
}

/// Settles what Lex gave up, with its own alternatives and the classifier's opinion.
fn judge(
    unclear: Unclear,
    request: &Request,
    world: &World,
    setting: &Setting<'_>,
) -> (log::Judgement, Next) {
    let locale = locale(unclear.language(), request);
    let knows = |it: &Opinion| it.wish.is_known_to(setting.line);
    let evidence = Evidence {
        recognition: request.alternatives.iter().copied().filter(knows).collect(),
        classifier: world.classifiers.opinions(locale, unclear.words(), setting.line),
    };
    let (decision, next): (Decision, Next) = unclear.settle(&evidence, setting);
    let (recognised, guessed) = (evidence.recognised(), evidence.guessed());
    (log::Judgement { decision, recognised, guessed }, next)
}

/// Stores a finished turn, the texts that it promises, and the call with what is remembered of it.
async fn save(
    request: &Request,
    mut call: Call,
    decided: Decided,
    meanwhile: Option<&(Remembered, u64)>,
    invocation: &Invocation,
    world: &World,
) -> Result<(), SaveError> {
    let Decided { mut turn, judgement: _, requests, served } = decided;
    for fault in &turn.faults {
        let (code, error) = ("intent.wording-missing", wiring::chain(fault));
        tracing::error!(contact_id = call.contact_id.as_str(), code, error, "apologised instead");
    }
    call.outcome = match turn.reply.step {
        Step::Close(Ending::Goodbye) if turn.session.served() > 0 => Outcome::Served,
        Step::Close(Ending::Message) => Outcome::Voicemail,
        Step::Close(Ending::Callback) => Outcome::Callback,
        Step::Close(Ending::Emergency) => Outcome::Emergency,
        // Where a person takes over is settled later.
        Step::Close(Ending::Goodbye | Ending::Person(_) | Ending::Language(_))
        | Step::ElicitIntent
        | Step::ElicitSlot { .. }
        | Step::ConfirmIntent { .. } => call.outcome,
    };
    call.recording_consent = request.consent.unwrap_or(call.recording_consent);
    let number = turn.session.turn();
    let kept = request.heard.kept.clone().filter(|_| turn.keeps_words);
    let record = store::Turn {
        contact_id: call.contact_id.clone(),
        number,
        at: invocation.now,
        intent: turn.intent_name().to_owned(),
        said: kept.unwrap_or_default(),
        reply: redaction::redact(&turn.reply.text()),
        messages: turn.messages.clone(),
        requests: requests.into_iter().map(str::to_owned).collect(),
        failure: turn.failure.map(failure),
        served,
    };
    let texts = texts(&call, &turn, invocation);
    let change = match meanwhile {
        Some((stored, _)) => turn.change_beside(stored),
        None => turn.change.clone(),
    };
    if let Some((_, version)) = meanwhile {
        call.profile_version = *version;
    }
    let language = changes_to(&turn.reply).unwrap_or(request.heard.language);
    let profile = change.as_ref().and_then(|it| profile(&call, language, it, invocation));
    if let Some(profile) = &profile {
        call.profile_version = profile.version.saturating_add(1);
    }
    let intent = record.intent.clone();
    let ends = turn.reply.ends();
    // What was heard before the first turn stays.
    call.arms.extend(turn.session.arms().clone());
    language.code().clone_into(&mut call.language);
    call.session = turn.session;
    world.table.finish_turn(&call, &record, &texts, profile.as_ref()).await?;
    tracing::info!(
        contact_id = call.contact_id.as_str(),
        turn = number,
        intent,
        texts = texts.len(),
        ends,
        "answered"
    );
    Ok(())
}

fn failure(failure: dialogue::Failure) -> Failure {
    match failure {
        dialogue::Failure::NotUnderstood => Failure::NotUnderstood,
        dialogue::Failure::Silence => Failure::Silence,
        dialogue::Failure::Denied => Failure::Denied,
    }
}

/// What the line remembers of the caller from now on; `None` for one whose number is withheld.
fn profile(
    call: &Call,
    language: Language,
    change: &Change,
    invocation: &Invocation,
) -> Option<Profile> {
    let (remembered, language) = match change {
        Change::Remember { name, matters } => {
            let (name, matters) = (name.clone(), matters.clone());
            let remembered = Remembered { consent: Some(Consent::Granted), name, matters };
            (remembered, Some(language))
        }
        Change::Forget => {
            (Remembered { consent: Some(Consent::Refused), ..Remembered::default() }, None)
        }
    };
    Some(Profile {
        caller: call.caller.clone()?,
        line: call.line.clone()?,
        remembered,
        language,
        updated_at: invocation.now,
        keep_days: call.keep_days,
        version: call.profile_version,
    })
}

/// The texts that a turn promises. A caller who withholds their number was promised none.
fn texts(call: &Call, turn: &Turn, invocation: &Invocation) -> Vec<Text> {
    let Some(to) = &call.number else { return Vec::new() };
    let numbered = (1..).zip(&turn.texts);
    let texts = numbered.map(|(number, text)| {
        let (contact_id, turn) = (call.contact_id.clone(), turn.session.turn());
        let id = TextId { contact_id, turn, number };
        let (message, words) = (text.message.clone(), text.words.clone());
        let text = Text::new(id, message, to.clone(), words, invocation.now);
        Text { keep_days: call.keep_days, ..text }
    });
    texts.collect()
}
