//! Plays scripted conversations.
//!
//! A line is something that happens: `say …`, `hear …` (words of which recognition is not sure),
//! `type …`, `press …`, `silence`, `delegate`, an answer of the hook as JSON, `fail` and `late` (the
//! hook does not answer), `wait` (as long as the last effect named), `found …` and `nothing found`.

use std::fmt::Write as _;
use std::time::Duration;

use aws_events::lex::{
    Attributes, BotIdentity, Event, InvocationSource, Message, Slot, SlotValue, Slots,
};
use jiff::{SignedDuration, Zoned};
use lex_bot::{
    Answer, Bot, Effect, Expects, Input, Invocation, SearchKind, Session, SessionError, Speech,
    Start,
};
use serde_json::{Value, json};

/// A Wednesday morning.
pub(crate) fn now() -> Zoned {
    "2026-03-18T09:30:00-04:00[America/New_York]".parse().unwrap()
}

pub(crate) fn start(bot: &Bot) -> Start {
    Start {
        locale: "en_US".to_owned(),
        identity: BotIdentity {
            id: "BOT".to_owned(),
            name: bot.name().to_owned(),
            alias_id: "ALIAS".to_owned(),
            alias_name: "live".to_owned(),
            locale_id: "en_US".to_owned(),
            version: "1".to_owned(),
        },
        session_id: "s-1".to_owned(),
        attributes: Attributes::from([("contactId".to_owned(), "c-1".to_owned())]),
        request_attributes: Attributes::from([(
            "x-amz-lex:channels:platform".to_owned(),
            "Connect".to_owned(),
        )]),
        detect_sentiment: false,
    }
}

pub(crate) fn session(bot: &Bot) -> Session {
    Session::new(bot, start(bot)).unwrap()
}

pub(crate) fn say(words: &str) -> Input {
    Input::Speech(Speech::new(words))
}

pub(crate) fn hook(answer: &Value) -> Input {
    Input::Hook(serde_json::from_value(answer.clone()).unwrap())
}

pub(crate) fn delegate() -> Input {
    hook(&json!({ "sessionState": { "dialogAction": { "type": "Delegate" } } }))
}

/// What a script has come to.
pub(crate) struct Talk<'b> {
    bot: &'b Bot,
    pub(crate) session: Session,
    /// The clock of the call.
    pub(crate) now: Zoned,
    /// How long the last effect said to wait.
    wait: Duration,
    pub(crate) out: String,
    pub(crate) last_event: Option<Event>,
}

impl<'b> Talk<'b> {
    pub(crate) fn new(bot: &'b Bot, session: Session) -> Self {
        let out = String::new();
        Self { bot, session, now: now(), wait: Duration::ZERO, out, last_event: None }
    }

    /// Lets a line of a script happen.
    pub(crate) fn play(&mut self, line: &str) -> Result<(), SessionError> {
        let input = self.input(line);
        let by_caller =
            matches!(input, Input::Speech(_) | Input::Text(_) | Input::Dtmf(_) | Input::Silence);
        let by_hook = matches!(input, Input::Hook(_) | Input::HookFailed | Input::HookTimedOut);
        let who = if by_caller {
            "caller: "
        } else if by_hook {
            "hook: "
        } else {
            "host: "
        };
        writeln!(self.out, "{who}{line}").unwrap();
        let effect = self.session.step(self.bot, &self.now, input)?;
        self.tell(&effect);
        Ok(())
    }

    fn input(&mut self, line: &str) -> Input {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "say" => say(rest),
            "hear" => Input::Speech(Speech { confidence: Some(0.5), ..Speech::new(rest) }),
            "type" => Input::Text(rest.to_owned()),
            "press" => Input::Dtmf(rest.to_owned()),
            "silence" => Input::Silence,
            "delegate" => delegate(),
            "fail" => Input::HookFailed,
            "late" => Input::HookTimedOut,
            "wait" => {
                let wait = SignedDuration::try_from(self.wait).unwrap();
                self.now = self.now.checked_add(wait).unwrap();
                Input::Elapsed
            }
            "found" => Input::Found(Some(Answer::new(rest))),
            "nothing" => Input::Found(None),
            _ => hook(&serde_json::from_str(line).unwrap()),
        }
    }

    fn tell(&mut self, effect: &Effect) {
        let out = &mut self.out;
        match effect {
            Effect::InvokeHook(invocation) => {
                let Invocation { event, update_after, timeout } = invocation.as_ref();
                write!(out, "  -> {}", described(event)).unwrap();
                if let Some(after) = update_after {
                    write!(out, ", update after {after:?}").unwrap();
                    self.wait = *after;
                }
                if let Some(timeout) = timeout {
                    write!(out, ", at most {timeout:?}").unwrap();
                }
                out.push('\n');
                self.last_event = Some(event.clone());
            }
            Effect::Progress(progress) => {
                let next = progress.update_after;
                writeln!(out, "bot: {} [meanwhile, next {next:?}]", words(&progress.messages))
                    .unwrap();
                self.wait = next.unwrap_or_default();
            }
            Effect::Listen(listen) => {
                let expects = match &listen.expects {
                    Expects::Intent => "intent",
                    Expects::Slot { name } => name,
                    Expects::Confirmation => "yes or no",
                };
                write!(out, "bot: {} [{expects}", words(&listen.messages)).unwrap();
                if let Some(pause) = listen.pause {
                    write!(out, ", waits {pause:?}").unwrap();
                    self.wait = pause;
                }
                out.push_str("]\n");
            }
            Effect::Search(search) => {
                let kind = match search.kind {
                    SearchKind::BedrockAgent => "agent",
                    SearchKind::Kendra => "Kendra",
                    SearchKind::QInConnect => "assistant",
                    SearchKind::QnA => "questions",
                };
                writeln!(out, "  -> {kind} for {}: {}", search.intent, search.query).unwrap();
            }
            Effect::Done(outcome) => {
                let intent = &outcome.intent;
                writeln!(out, "bot: {} [done]", words(&outcome.messages)).unwrap();
                let slots = filled(&intent.slots);
                let state = &intent.state;
                writeln!(out, "= {}{slots} {state:?} {:?}", intent.name, outcome.confidence)
                    .unwrap();
            }
        }
    }
}

/// Everything that comes of a script.
pub(crate) fn transcript(bot: &Bot, script: &[&str]) -> String {
    let mut talk = Talk::new(bot, session(bot));
    for line in script {
        if let Err(error) = talk.play(line) {
            writeln!(talk.out, "error: {error}").unwrap();
        }
    }
    talk.out
}

pub(crate) fn words(messages: &[Message]) -> String {
    messages.iter().map(|it| it.content.as_str()).collect::<Vec<_>>().join(" | ")
}

pub(crate) fn filled(slots: &Slots) -> String {
    let slots = slots.iter().map(|(name, slot)| match slot {
        Some(slot) => format!("{name}={}", value(slot)),
        None => format!("{name}=-"),
    });
    format!("({})", slots.collect::<Vec<_>>().join(", "))
}

fn value(slot: &Slot) -> String {
    match slot {
        Slot::Scalar { value: SlotValue { interpreted_value, .. } } => interpreted_value.clone(),
        Slot::List { values, .. } => {
            format!("[{}]", values.iter().map(value).collect::<Vec<_>>().join(", "))
        }
        Slot::Composite { sub_slots, .. } => filled(sub_slots),
        Slot::Other(_) => "?".to_owned(),
    }
}

fn described(event: &Event) -> String {
    let source = match event.invocation_source {
        InvocationSource::DialogCodeHook => "dialog",
        InvocationSource::FulfillmentCodeHook => "fulfilment",
        InvocationSource::Other(_) => "other",
    };
    let intent = event.session_state.intent.as_ref().unwrap();
    assert_eq!(event.interpretations[0].intent, *intent);
    assert!(serde_json::to_vec(event).unwrap().len() <= 12 * 1024);
    let mut out = format!(
        "{source} {}{} {:?}/{:?} {:?}",
        intent.name,
        filled(&intent.slots),
        intent.state,
        intent.confirmation_state,
        event.input_mode,
    );
    if let Some(label) = &event.invocation_label {
        write!(out, " at {label}").unwrap();
    }
    if let Some(next) = &event.proposed_next_state {
        let slot = next.dialog_action.slot_to_elicit.as_deref().unwrap_or_default();
        write!(out, ", next {slot} {:?}", next.prompt.as_ref().unwrap().attempt).unwrap();
    }
    out
}
