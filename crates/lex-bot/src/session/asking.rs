//! Questions to the caller, and what conditions and messages know when they are asked.

use aws_events::lex::{ConfirmationState, Intent, IntentState, Message};

use super::listening::{self, Subject};
use super::state::{Question, State, Walk};
use super::turn::Turn;
use super::{Effect, Expects, Listen, SessionError, slots};
use crate::bot::Prompt;

impl<'a> Turn<'a> {
    /// Asks for a slot or a part of one. `before` are the words of an earlier attempt, which stand
    /// in where the bot has none.
    pub(super) fn ask(
        &mut self,
        mut walk: Walk,
        name: &str,
        attempt: u32,
        before: Vec<Message>,
    ) -> Result<Effect, SessionError> {
        walk.intent.state = IntentState::InProgress;
        let words = self.slot_words(&walk.intent, name, attempt, before)?;
        let words = walk.speak_or_keep(words);
        let question = Question::slot(walk.intent.clone(), name, words, attempt);
        self.listen(walk, question)
    }

    /// The words of a question for a slot.
    pub(super) fn slot_words(
        &self,
        intent: &Intent,
        name: &str,
        attempt: u32,
        before: Vec<Message>,
    ) -> Result<Vec<Message>, SessionError> {
        let prompt = self.prompt(intent, &Expects::Slot { name: name.to_owned() })?;
        let own = prompt.map(|it| self.filled(it.messages.at(attempt), intent));
        Ok(own.filter(|it| !it.is_empty()).unwrap_or(before))
    }

    /// Asks whether the intent is right.
    pub(super) fn confirm(
        &mut self,
        mut walk: Walk,
        attempt: u32,
        before: Vec<Message>,
    ) -> Result<Effect, SessionError> {
        walk.intent.state = IntentState::InProgress;
        walk.intent.confirmation_state = ConfirmationState::None;
        let prompt = self.prompt(&walk.intent, &Expects::Confirmation)?;
        let own = prompt.map(|it| self.filled(it.messages.at(attempt), &walk.intent));
        let words = own.filter(|it| !it.is_empty()).unwrap_or(before);
        let words = walk.speak_or_keep(words);
        let question = Question::confirmation(walk.intent.clone(), words, attempt);
        self.listen(walk, question)
    }

    /// The bot's own prompt for a question.
    pub(super) fn prompt(
        &self,
        intent: &Intent,
        expects: &Expects,
    ) -> Result<Option<&'a Prompt>, SessionError> {
        let definition = self.definition(intent)?;
        Ok(match expects {
            Expects::Intent => None,
            Expects::Slot { name } => {
                slots::elicitation(definition, name).and_then(|it| it.prompt.as_ref())
            }
            Expects::Confirmation => definition.confirmation.as_ref().map(|it| &it.prompt),
        })
    }

    /// The caller's turn.
    pub(super) fn listen(
        &mut self,
        mut walk: Walk,
        question: Question,
    ) -> Result<Effect, SessionError> {
        walk.finish_words();
        self.listen_for(question, walk.said, walk.allow_interrupt, None)
    }

    pub(super) fn listen_for(
        &mut self,
        question: Question,
        messages: Vec<Message>,
        allow_interrupt: Option<bool>,
        pause: Option<std::time::Duration>,
    ) -> Result<Effect, SessionError> {
        let prompt = match &question.intent {
            Some(intent) => self.prompt(intent, &question.expects)?,
            None => None,
        };
        // While the caller is waited for, what is said is no prompt.
        let held = match (pause, allow_interrupt, prompt) {
            (Some(_), Some(allow_interrupt), Some(prompt)) => {
                let mut held = Prompt { allow_interrupt, ..prompt.clone() };
                held.attempts.values_mut().for_each(|it| it.allow_interrupt = None);
                Some(held)
            }
            _ => None,
        };
        let prompt = held.as_ref().or(prompt);
        let subject = Subject {
            intent: question.intent.as_ref().map(|it| it.name.as_str()),
            slot: match &question.expects {
                Expects::Slot { name } => Some(name.as_str()),
                Expects::Intent | Expects::Confirmation => None,
            },
        };
        let listening = listening::listening(
            &self.session.attributes,
            subject,
            prompt,
            question.attempt,
            allow_interrupt,
        )?;
        let expects = question.expects.clone();
        self.session.state = State::Listening(question);
        Ok(Effect::Listen(Box::new(Listen { messages, expects, listening, pause })))
    }
}
