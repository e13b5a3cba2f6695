//! Takes what the caller did.

use aws_events::lex::{ConfirmationState, InputMode, Intent, IntentState, Slots};
use jiff::Zoned;

use super::hook::Failure;
use super::input::Input;
use super::reading::{self, Reading, Situation};
use super::said::{Said, cut, transcriptions};
use super::state::{Heard, Next, Place, Question, State, Walk};
use super::walk::Way;
use super::{Effect, Expects, Session, SessionError, other_bot, search, sentiment, slots};
use crate::bot::{self, Bot, Locale};

/// How often a question is repeated that only the code hook asks.
const HOOK_RETRIES: u32 = 2;

/// One step of a session.
pub(super) struct Turn<'a> {
    pub(super) session: &'a mut Session,
    pub(super) bot: &'a Bot,
    pub(super) locale: &'a Locale,
    /// Where the caller is.
    pub(super) now: Zoned,
}

impl<'a> Turn<'a> {
    pub(super) fn new(
        session: &'a mut Session,
        bot: &'a Bot,
        locale: &'a Locale,
        now: Zoned,
    ) -> Self {
        Self { session, bot, locale, now }
    }

    /// Takes one thing that happened.
    pub(super) fn take(&mut self, input: Input) -> Result<Effect, SessionError> {
        match input {
            Input::Speech(speech) => self.hear(Said::speech(speech)),
            Input::Text(text) => self.hear(Said::text(text)),
            Input::Dtmf(keys) => self.hear(Said::keys(keys)),
            Input::Silence => self.hear(Said::silence()),
            Input::Hook(response) => self.obey(response),
            Input::HookFailed => self.unanswered(Failure::Failed),
            Input::HookTimedOut => self.unanswered(Failure::TimedOut),
            Input::Elapsed => match self.session.state.clone() {
                State::AwaitingHook(_) => self.update(),
                State::Listening(question) if question.pause.is_some() => self.remind(question),
                State::Listening(_) | State::AwaitingSearch(_) | State::Finished => {
                    Err(self.out_of_turn("time"))
                }
            },
            Input::Found(answer) => self.searched(answer),
        }
    }

    pub(super) fn definition(&self, intent: &Intent) -> Result<&'a bot::Intent, SessionError> {
        let missing = || other_bot(self.bot, format!("intent `{}`", intent.name));
        self.locale.intent(&intent.name).ok_or_else(missing)
    }

    pub(super) fn out_of_turn(&self, found: &'static str) -> SessionError {
        SessionError::OutOfTurn { found, state: self.session.state.name() }
    }

    /// The caller did something.
    fn hear(&mut self, said: Said) -> Result<Effect, SessionError> {
        let State::Listening(mut question) = self.session.state.clone() else {
            return Err(self.out_of_turn("what the caller said"));
        };
        let now = self.now.timestamp();
        self.session.turn = self.session.turn.saturating_add(1);
        self.session.steps = 0;
        self.session.unexplained = None;
        self.session.contexts.next_turn(now);
        if let Some(effect) = self.paused(&question, &said.words, said.is_silence)? {
            return Ok(effect);
        }
        let contexts = &self.session.contexts;
        let active = |name: &str| contexts.is_active(name, now);
        let situation = Situation {
            locale: self.locale,
            open: question.intent.as_ref(),
            expects: &question.expects,
            is_active: &active,
            now: self.now.datetime(),
        };
        let (reading, alternatives) = reading::read(&situation, &said.words);
        let transcriptions = transcriptions(&situation, &said.transcriptions);
        if question.pause.is_some() && matches!(reading, Reading::Nothing) {
            // Somebody talks to somebody else.
            return self.keep_waiting(question);
        }
        let mood = self
            .session
            .detect_sentiment
            .then(|| said.sentiment.unwrap_or_else(|| sentiment::estimate(cut(&said.words))));
        self.session.heard = Heard {
            transcript: cut(&said.words).to_owned(),
            mode: said.mode,
            confidence: None,
            slots: Slots::new(),
            alternatives,
            transcriptions,
            sentiment: mood,
        };
        question.pause = None;
        if let Some(intent) = &mut question.intent {
            intent.state = IntentState::InProgress;
        }
        let before = self.session.clone();
        let is_explained = !matches!(reading, Reading::Nothing);
        match self.follow(question.clone(), reading) {
            // So much was said that the hook cannot be told what it means.
            Err(SessionError::EventTooLarge { .. }) if is_explained => {
                *self.session = before;
                self.follow(question, Reading::Nothing)
            }
            followed => followed,
        }
    }

    /// Does what the caller meant.
    fn follow(&mut self, question: Question, reading: Reading<'a>) -> Result<Effect, SessionError> {
        match (reading, question.intent.clone()) {
            (Reading::Intent { intent, confidence, slots }, _) => {
                self.begin(intent, Some(confidence), slots)
            }
            (Reading::Slots { slots, confidence }, Some(intent)) => {
                self.note(Some(confidence), &slots);
                let mut intent = Intent { confirmation_state: ConfirmationState::None, ..intent };
                let definition = self.definition(&intent)?;
                slots::merge(&mut intent, slots::shaped(definition, slots));
                self.given(intent, &question)
            }
            (Reading::Answer { confirmation_state, slots, confidence }, Some(intent)) => {
                self.note(Some(confidence), &slots);
                let is_corrected = !slots.is_empty();
                let mut intent = Intent { confirmation_state, ..intent };
                let definition = self.definition(&intent)?;
                slots::merge(&mut intent, slots::shaped(definition, slots));
                if is_corrected { self.corrected(intent) } else { self.confirmed(intent) }
            }
            (Reading::Nothing, _) | (_, None) => self.unexplained(question),
        }
    }

    /// Remembers how the last thing said was read.
    pub(super) fn note(&mut self, confidence: Option<f64>, slots: &Slots) {
        self.session.heard.confidence = confidence;
        self.session.heard.slots.clone_from(slots);
    }

    /// The caller wants something.
    fn begin(
        &mut self,
        definition: &'a bot::Intent,
        confidence: Option<f64>,
        slots: Slots,
    ) -> Result<Effect, SessionError> {
        self.note(confidence, &slots);
        let mut intent = definition.start();
        slots::merge(&mut intent, slots::shaped(definition, slots));
        let intent = self.with_defaults(intent)?;
        self.run(Walk::new(intent), Next::Opening)
    }

    /// The caller gave values of slots.
    fn given(&mut self, intent: Intent, question: &Question) -> Result<Effect, SessionError> {
        let Expects::Slot { name } = &question.expects else {
            return self.run(Walk::new(intent), Next::Advance);
        };
        let definition = self.definition(&intent)?;
        let slot = definition.slot(slots::split(name).0);
        let Some(slot) = slot else {
            return self.run(Walk::new(intent), Next::Advance);
        };
        match slots::wanted(slot, slots::value(&intent, &slot.name)) {
            // What was said leaves something open.
            Some(name) if slots::value(&intent, &name).is_some() => {
                self.not_understood(Question { intent: Some(intent), ..question.clone() })
            }
            // A part is missing: the slot has not been captured yet.
            Some(part) => {
                let question = Question::slot(intent.clone(), &part, Vec::new(), 0);
                self.ask_unless_hook(intent, question)
            }
            None => {
                let way = Way::HookThenWords(Place::Slot(slot.name.clone()));
                let onward = &slot.elicitation.captured;
                let moved = self.path(Walk::new(intent), onward, way, Next::Advance)?;
                self.go_on(moved)
            }
        }
    }

    /// The caller said yes or no.
    fn confirmed(&mut self, intent: Intent) -> Result<Effect, SessionError> {
        let definition = self.definition(&intent)?;
        let walk = Walk::new(intent);
        let Some(confirmation) = &definition.confirmation else {
            // Only the hook asked.
            return if definition.dialog_hook {
                self.call_plainly(walk)
            } else {
                self.run(walk, Next::Advance)
            };
        };
        let (onward, default) = match walk.intent.confirmation_state {
            ConfirmationState::Denied => (&confirmation.declined, Next::End),
            ConfirmationState::Confirmed
            | ConfirmationState::None
            | ConfirmationState::Other(_) => (&confirmation.confirmed, Next::Advance),
        };
        let way = Way::HookThenWords(Place::Confirmation);
        let moved = self.path(walk, onward, way, default)?;
        self.go_on(moved)
    }

    /// The caller gave something better: that is confirmed, not what was asked.
    fn corrected(&mut self, intent: Intent) -> Result<Effect, SessionError> {
        let definition = self.definition(&intent)?;
        match &definition.confirmation {
            Some(confirmation) => {
                let question = Question::confirmation(intent.clone(), Vec::new(), 0);
                match &confirmation.hook {
                    Some(hook) if hook.invoked => {
                        self.call_before(Walk::new(intent), &question, hook.label.as_deref())
                    }
                    Some(_) | None => self.confirm(Walk::new(intent), 0, Vec::new()),
                }
            }
            None if definition.dialog_hook => self.call_plainly(Walk::new(intent)),
            None => self.run(Walk::new(intent), Next::Advance),
        }
    }

    /// Nothing that fits: somebody else may know, else the question is asked again.
    fn unexplained(&mut self, question: Question) -> Result<Effect, SessionError> {
        let has_words = !self.session.heard.transcript.trim().is_empty()
            && self.session.heard.mode != InputMode::Dtmf;
        if has_words && let Some(intent) = search::for_unexplained(self.locale, &question.expects) {
            self.session.unexplained = Some(Box::new(question));
            return self.begin(intent, None, Slots::new());
        }
        if question.intent.is_none() {
            return self.begin(&self.locale.fallback, None, Slots::new());
        }
        self.not_understood(question)
    }

    /// The caller did not answer the question: it is asked again, until it is given up.
    pub(super) fn not_understood(&mut self, question: Question) -> Result<Effect, SessionError> {
        let Some(intent) = question.intent.clone() else {
            return self.begin(&self.locale.fallback, None, Slots::new());
        };
        let prompt = self.prompt(&intent, &question.expects)?;
        let retries = prompt.map_or(HOOK_RETRIES, |it| it.max_retries);
        if question.attempt >= retries {
            return self.given_up(intent, &question.expects);
        }
        let attempt = question.attempt.saturating_add(1);
        self.ask_unless_hook(intent, Question { attempt, ..question })
    }

    /// Asks a question, after the hook if that is called while the question is being asked.
    fn ask_unless_hook(
        &mut self,
        intent: Intent,
        question: Question,
    ) -> Result<Effect, SessionError> {
        let definition = self.definition(&intent)?;
        let walk = Walk::new(intent);
        let (hook, own) = match &question.expects {
            Expects::Slot { name } => {
                let slot = definition.slot(slots::split(name).0).map(|it| &it.elicitation);
                (
                    slot.and_then(|it| it.elicitation_hook.as_ref()),
                    slot.and_then(|it| it.hook.as_ref()),
                )
            }
            Expects::Confirmation => match &definition.confirmation {
                Some(it) => (it.elicitation_hook.as_ref(), it.hook.as_ref()),
                None if definition.dialog_hook => {
                    return self.call_before(walk, &question, None);
                }
                None => (None, None),
            },
            Expects::Intent => (None, None),
        };
        // A hook that is called at every turn is called now, too.
        let at_every_turn = definition.dialog_hook && own.is_some_and(|it| it.invoked);
        if let Some(hook) = hook {
            return self.call_before(walk, &question, hook.label.as_deref());
        }
        if at_every_turn {
            return self.call_before(walk, &question, own.and_then(|it| it.label.as_deref()));
        }
        match &question.expects {
            Expects::Slot { name } => self.ask(walk, name, question.attempt, question.words),
            Expects::Confirmation => self.confirm(walk, question.attempt, question.words),
            Expects::Intent => self.run(walk, Next::ElicitIntent),
        }
    }

    /// The retries are used up.
    fn given_up(&mut self, intent: Intent, expects: &Expects) -> Result<Effect, SessionError> {
        let definition = self.definition(&intent)?;
        let walk = Walk::new(intent);
        let path = match expects {
            Expects::Slot { name } => {
                let slot = definition.slot(slots::split(name).0);
                slot.map(|it| (&it.elicitation.failed, Place::Slot(it.name.clone())))
            }
            Expects::Confirmation => {
                definition.confirmation.as_ref().map(|it| (&it.failed, Place::Confirmation))
            }
            Expects::Intent => None,
        };
        match path {
            Some((failed, place)) => {
                let moved = self.path(walk, failed, Way::NoHook(place), Next::FallBack)?;
                self.go_on(moved)
            }
            None => self.run(walk, Next::FallBack),
        }
    }
}
