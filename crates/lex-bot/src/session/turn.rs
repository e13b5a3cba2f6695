//! The order of steps in a conversation.

use aws_events::lex::{
    ConfirmationState, InputMode, Intent, IntentState, InvocationSource, Message, Response, Slots,
};

use super::answer::{self, Answer, Step};
use super::reading::{self, Reading};
use super::{
    Effect, Expects, Heard, MAX_EVENT, Outcome, Proposal, Question, Session, SessionError, State,
    event, other_bot, wording,
};
use crate::bot::{self, Bot, Locale, Messages, Prompt};

/// How often a confirmation is repeated that only the code hook asks for.
const HOOK_CONFIRMATION_RETRIES: u32 = 2;

/// One step of a session.
pub(super) struct Turn<'a> {
    session: &'a mut Session,
    bot: &'a Bot,
    locale: &'a Locale,
}

impl<'a> Turn<'a> {
    pub(super) fn new(session: &'a mut Session, bot: &'a Bot, locale: &'a Locale) -> Self {
        Self { session, bot, locale }
    }

    fn definition(&self, intent: &Intent) -> Result<&'a bot::Intent, SessionError> {
        let missing = || other_bot(self.bot, format!("intent `{}`", intent.name));
        self.locale.intent(&intent.name).ok_or_else(missing)
    }

    /// The bot's own words, with the values they mention.
    fn own(&self, messages: &Messages, attempt: u32, intent: &Intent) -> Vec<Message> {
        wording::filled(messages.at(attempt), intent, &self.session.attributes)
    }

    /// The bot's own question for a slot.
    fn ask_for(&self, slot: &bot::SlotDefinition, intent: Intent, attempt: u32) -> Question {
        let prompt = slot.prompt.as_ref().map(|it| self.own(&it.messages, attempt, &intent));
        Question::slot(intent, &slot.name, prompt.unwrap_or_default(), attempt)
    }

    fn out_of_turn(&self, found: &'static str) -> SessionError {
        SessionError::OutOfTurn { found, state: self.session.state.name() }
    }

    /// The caller did something.
    pub(super) fn hear(
        &mut self,
        transcript: String,
        mode: InputMode,
    ) -> Result<Effect, SessionError> {
        let State::Listening(question) = self.session.state.clone() else {
            return Err(self.out_of_turn("what the caller said"));
        };
        let (reading, alternatives) =
            reading::read(self.locale, question.intent.as_ref(), &question.expects, &transcript);
        self.session.turn = self.session.turn.saturating_add(1);
        self.session.heard =
            Heard { transcript, mode, confidence: None, slots: Slots::new(), alternatives };
        let Some(intent) = question.intent.clone() else {
            return match reading {
                Reading::Intent { intent, confidence, slots } => {
                    self.begin(intent, Some(confidence), slots)
                }
                Reading::Slots { .. } | Reading::Answer { .. } | Reading::Nothing => {
                    self.fall_back()
                }
            };
        };
        match reading {
            Reading::Intent { intent, confidence, slots } => {
                self.begin(intent, Some(confidence), slots)
            }
            Reading::Slots { slots, confidence } => {
                self.note(Some(confidence), &slots);
                let mut intent = Intent { confirmation_state: ConfirmationState::None, ..intent };
                intent.slots.extend(slots);
                self.answered(intent, &question, Proposal::Advance)
            }
            Reading::Answer { confirmation_state, slots, confidence } => {
                self.note(Some(confidence), &slots);
                let corrected = !slots.is_empty();
                let mut intent = Intent { confirmation_state, ..intent };
                intent.slots.extend(slots);
                let proposal = if corrected {
                    // The caller gave something better: that is confirmed, not what was refused.
                    self.confirm_anew(&intent)?
                } else {
                    Proposal::Advance
                };
                self.answered(intent, &question, proposal)
            }
            Reading::Nothing => self.not_understood(intent, question),
        }
    }

    /// Remembers how the last thing said was read.
    fn note(&mut self, confidence: Option<f64>, slots: &Slots) {
        self.session.heard.confidence = confidence;
        self.session.heard.slots.clone_from(slots);
    }

    /// The caller wants something.
    fn begin(
        &mut self,
        definition: &bot::Intent,
        confidence: Option<f64>,
        slots: Slots,
    ) -> Result<Effect, SessionError> {
        self.note(confidence, &slots);
        let mut intent = definition.start();
        intent.slots.extend(slots);
        let opening = self.own(&definition.opening, 0, &intent);
        if definition.hooks.opening {
            self.invoke(intent, InvocationSource::DialogCodeHook, Proposal::Advance, opening)
        } else {
            self.advance(intent, Words { opening, ..Words::default() })
        }
    }

    /// Nothing the bot knows.
    fn fall_back(&mut self) -> Result<Effect, SessionError> {
        let fallback = &self.locale.fallback;
        self.begin(fallback, None, Slots::new())
    }

    /// The caller answered the question.
    fn answered(
        &mut self,
        intent: Intent,
        question: &Question,
        proposal: Proposal,
    ) -> Result<Effect, SessionError> {
        let definition = self.definition(&intent)?;
        if asks_hook(definition, &question.expects) {
            self.invoke(intent, InvocationSource::DialogCodeHook, proposal, Vec::new())
        } else {
            self.follow(proposal, intent, Words::default())
        }
    }

    /// The caller did not answer the question: it is asked again, until it is given up.
    fn not_understood(
        &mut self,
        intent: Intent,
        question: Question,
    ) -> Result<Effect, SessionError> {
        let definition = self.definition(&intent)?;
        let prompt = prompt_for(definition, &question.expects);
        let retries = prompt.map_or(HOOK_CONFIRMATION_RETRIES, |it| it.max_retries);
        if question.attempt >= retries {
            return self.fall_back();
        }
        let attempt = question.attempt.saturating_add(1);
        let own = prompt.map(|it| self.own(&it.messages, attempt, &intent)).unwrap_or_default();
        // The words of the hook stand in where the bot has none.
        let messages = if own.is_empty() { question.messages } else { own };
        let again = Question { intent: Some(intent.clone()), attempt, messages, ..question };
        let asks_hook = asks_hook(definition, &again.expects);
        let proposal = Proposal::AskAgain(again);
        if asks_hook {
            self.invoke(intent, InvocationSource::DialogCodeHook, proposal, Vec::new())
        } else {
            self.follow(proposal, intent, Words::default())
        }
    }

    /// The confirmation of corrected slots, if the bot has words for it.
    fn confirm_anew(&self, intent: &Intent) -> Result<Proposal, SessionError> {
        let confirmation = self.definition(intent)?.confirmation.as_ref();
        Ok(confirmation.map_or(Proposal::Advance, |it| {
            let intent = Intent { confirmation_state: ConfirmationState::None, ..intent.clone() };
            let words = self.own(&it.prompt.messages, 0, &intent);
            Proposal::AskAgain(Question::confirmation(intent, words))
        }))
    }

    /// Calls the hook.
    fn invoke(
        &mut self,
        intent: Intent,
        source: InvocationSource,
        proposal: Proposal,
        opening: Vec<Message>,
    ) -> Result<Effect, SessionError> {
        let proposed = match (&proposal, source) {
            (Proposal::AskAgain(question), _) => Some(question.clone()),
            (Proposal::Advance, InvocationSource::DialogCodeHook) => {
                let next = missing_slot(self.definition(&intent)?, &intent);
                next.map(|slot| self.ask_for(slot, intent.clone(), 0))
            }
            (Proposal::Advance | Proposal::Close, _) => None,
        };
        let event = event::event(self.session, self.locale, source, &intent, proposed.as_ref());
        let bytes = event::size(&event);
        if bytes > MAX_EVENT {
            return Err(SessionError::EventTooLarge { bytes, limit: MAX_EVENT });
        }
        self.session.state = State::AwaitingHook { intent, source, proposal, opening };
        Ok(Effect::InvokeHook(Box::new(event)))
    }

    /// The hook answered.
    pub(super) fn obey(&mut self, response: Response) -> Result<Effect, SessionError> {
        let State::AwaitingHook { intent: sent, source, proposal, opening } =
            self.session.state.clone()
        else {
            return Err(self.out_of_turn("an answer of the code hook"));
        };
        let Answer { step, intent: answered, attributes, contexts, messages } =
            answer::check(response, self.locale, source)?;
        if !attributes.is_empty() {
            self.session.attributes = attributes;
        }
        self.session.contexts = contexts;
        let intent = answered.unwrap_or_else(|| sent.clone());
        if intent.name != sent.name {
            // The hook chose this intent; nothing was recognised.
            self.note(None, &Slots::new());
        }
        let words = Words { opening, answer: messages };
        match step {
            Step::Delegate => {
                let (proposal, intent) = reconsidered(proposal, &sent, intent);
                self.follow(proposal, intent, words)
            }
            Step::ElicitIntent => Ok(self.listen(Question::open(words.then(Vec::new())))),
            Step::ElicitSlot(slot) => {
                let question = self.ask_for(slot, intent, 0);
                Ok(self.listen(question.in_words(words)))
            }
            Step::ConfirmIntent => {
                let messages = words.then(Vec::new());
                Ok(self.listen(Question::confirmation(intent, messages)))
            }
            Step::Close => {
                let closing = self.closing(&intent, intent.state == IntentState::Fulfilled)?;
                Ok(self.finish(intent, words.then(closing)))
            }
        }
    }

    /// Does what was proposed to the hook.
    fn follow(
        &mut self,
        proposal: Proposal,
        intent: Intent,
        words: Words,
    ) -> Result<Effect, SessionError> {
        match proposal {
            Proposal::Advance => self.advance(intent, words),
            Proposal::AskAgain(question) => {
                let intent = Intent { confirmation_state: ConfirmationState::None, ..intent };
                let question = Question { intent: Some(intent), ..question };
                Ok(self.listen(question.in_words(words)))
            }
            Proposal::Close => {
                let failed = intent.state == IntentState::Failed;
                let state = if failed { IntentState::Failed } else { IntentState::Fulfilled };
                let closing = self.closing(&intent, !failed)?;
                Ok(self.finish(Intent { state, ..intent }, words.then(closing)))
            }
        }
    }

    /// The next slot, the confirmation, or fulfilment.
    fn advance(&mut self, intent: Intent, words: Words) -> Result<Effect, SessionError> {
        let definition = self.definition(&intent)?;
        if let Some(slot) = missing_slot(definition, &intent) {
            let question = self.ask_for(slot, intent, 0);
            return Ok(self.listen(question.in_words(words)));
        }
        match (&definition.confirmation, intent.confirmation_state) {
            (Some(confirmation), ConfirmationState::None) => {
                let own = self.own(&confirmation.prompt.messages, 0, &intent);
                Ok(self.listen(Question::confirmation(intent, words.then(own))))
            }
            (confirmation, ConfirmationState::Denied) => {
                let own = confirmation.as_ref().map(|it| self.own(&it.declination, 0, &intent));
                let intent = Intent { state: IntentState::Failed, ..intent };
                Ok(self.finish(intent, words.then(own.unwrap_or_default())))
            }
            (_, ConfirmationState::Confirmed) | (None, ConfirmationState::None) => {
                let intent = Intent { state: IntentState::ReadyForFulfillment, ..intent };
                if definition.hooks.fulfilment {
                    let source = InvocationSource::FulfillmentCodeHook;
                    self.invoke(intent, source, Proposal::Close, words.then(Vec::new()))
                } else {
                    let closing = self.closing(&intent, true)?;
                    Ok(self.finish(intent, words.then(closing)))
                }
            }
        }
    }

    /// What the bot says at the end of an intent that went well.
    fn closing(&self, intent: &Intent, went_well: bool) -> Result<Vec<Message>, SessionError> {
        let closing = &self.definition(intent)?.closing;
        Ok(if went_well { self.own(closing, 0, intent) } else { Vec::new() })
    }

    fn listen(&mut self, question: Question) -> Effect {
        let effect = Effect::Listen {
            messages: question.messages.clone(),
            expects: question.expects.clone(),
        };
        self.session.state = State::Listening(question);
        effect
    }

    fn finish(&mut self, intent: Intent, messages: Vec<Message>) -> Effect {
        self.session.state = State::Finished;
        Effect::Done(Outcome {
            messages,
            confidence: self.session.heard.confidence,
            interpretations: event::interpretations(&self.session.heard, self.locale, &intent),
            intent,
            session_attributes: self.session.attributes.clone(),
        })
    }
}

/// What is said before a question or at the end.
#[derive(Default)]
struct Words {
    /// What comes first in any case.
    opening: Vec<Message>,
    /// What the hook answered; it wins over the bot's own words.
    answer: Vec<Message>,
}

impl Words {
    fn then(self, own: Vec<Message>) -> Vec<Message> {
        let Self { mut opening, answer } = self;
        opening.extend(if answer.is_empty() { own } else { answer });
        opening
    }
}

impl Question {
    fn in_words(self, words: Words) -> Self {
        Self { messages: words.then(self.messages), ..self }
    }
}

/// What is left of a proposal when the hook delegates with an intent of its own: a hook that found
/// a value, took a yes or chose another intent has answered the question that was to be repeated.
fn reconsidered(proposal: Proposal, sent: &Intent, answered: Intent) -> (Proposal, Intent) {
    if !matches!(proposal, Proposal::AskAgain(_)) {
        return (proposal, answered);
    }
    let decided = sent.confirmation_state != answered.confirmation_state;
    if sent.name == answered.name && sent.slots == answered.slots && !decided {
        return (proposal, answered);
    }
    let confirmation_state =
        if decided { answered.confirmation_state } else { ConfirmationState::None };
    (Proposal::Advance, Intent { confirmation_state, ..answered })
}

/// The first required slot without a value.
fn missing_slot<'a>(
    definition: &'a bot::Intent,
    intent: &Intent,
) -> Option<&'a bot::SlotDefinition> {
    let empty = |it: &&bot::SlotDefinition| !matches!(intent.slots.get(&it.name), Some(Some(_)));
    definition.slots.iter().filter(|it| it.required).find(empty)
}

/// Whether the hook is called after an answer to this question.
fn asks_hook(definition: &bot::Intent, expects: &Expects) -> bool {
    match expects {
        Expects::Intent => definition.hooks.opening,
        Expects::Slot { name } => definition.slot(name).is_some_and(|it| it.hook),
        Expects::Confirmation => definition.hooks.confirmation,
    }
}

/// The bot's own words for a question.
fn prompt_for<'a>(definition: &'a bot::Intent, expects: &Expects) -> Option<&'a Prompt> {
    match expects {
        Expects::Intent => None,
        Expects::Slot { name } => definition.slot(name)?.prompt.as_ref(),
        Expects::Confirmation => definition.confirmation.as_ref().map(|it| &it.prompt),
    }
}
