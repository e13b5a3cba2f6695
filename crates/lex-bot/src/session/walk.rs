//! From step to step, until the caller or the code hook has a turn.
//!
//! Source: Amazon Lex V2 Developer Guide, "Creating conversation paths".

use aws_events::lex::{ConfirmationState, Intent, IntentState, Message, Slots};

use super::event;
use super::known::Known;
use super::state::{Next, Place, Question, State, Walk};
use super::turn::Turn;
use super::{Effect, Outcome, SessionError, slots, wording};
use crate::bot::{self, CodeHook, NextAction, NextStep, Onward, Response};

/// Most steps between two things that the caller does. The longest way through an ordinary
/// intent takes a handful; one that takes more than this goes round in a circle.
const MAX_STEPS: u32 = 100;

/// Where a walk stands after a step.
pub(super) enum Move {
    /// The next step.
    On(Walk, Next),
    /// Somebody has a turn, or it is over.
    Stop(Effect),
}

impl<'a> Turn<'a> {
    /// Goes on until somebody has a turn.
    pub(super) fn run(&mut self, walk: Walk, next: Next) -> Result<Effect, SessionError> {
        let mut at = (walk, next);
        loop {
            match self.go(at.0, at.1)? {
                Move::On(walk, next) => at = (walk, next),
                Move::Stop(effect) => return Ok(effect),
            }
        }
    }

    /// Counts a step, or a call of the hook, since the caller did something.
    pub(super) fn count(&mut self, intent: &Intent) -> Result<(), SessionError> {
        let steps = self.session.steps.saturating_add(1);
        self.session.steps = steps;
        if steps > MAX_STEPS {
            return Err(SessionError::Circle { intent: intent.name.clone(), steps });
        }
        Ok(())
    }

    /// Takes one step.
    fn go(&mut self, mut walk: Walk, next: Next) -> Result<Move, SessionError> {
        self.count(&walk.intent)?;
        let definition = self.definition(&walk.intent)?;
        match next {
            Next::Opening => {
                let place = Way::WordsThenHook(Place::Opening);
                self.path(walk, &definition.opening.onward, place, Next::Advance)
            }
            Next::Advance => self.advance(walk, definition),
            Next::Slot(name) => {
                let slot = definition.slot(slots::split(&name).0);
                let wanted = match slot {
                    Some(_) if name.contains('.') => {
                        slots::value(&walk.intent, &name).is_none().then_some(name)
                    }
                    Some(slot) => slots::wanted(slot, slots::value(&walk.intent, &name)),
                    None => return Ok(Move::On(walk, Next::Advance)),
                };
                match (wanted, slot) {
                    (Some(wanted), _) => self.ask(walk, &wanted, 0, Vec::new()).map(Move::Stop),
                    (None, Some(slot)) => {
                        // Not asked again: as if it had just been captured.
                        let onward = &slot.elicitation.captured;
                        let place = Way::NoHook(Place::Slot(slot.name.clone()));
                        self.path(walk, onward, place, Next::Advance)
                    }
                    (None, None) => Ok(Move::On(walk, Next::Advance)),
                }
            }
            Next::Confirm => match &definition.confirmation {
                Some(_) => self.confirm(walk, 0, Vec::new()).map(Move::Stop),
                None => Ok(Move::On(walk, Next::Fulfil)),
            },
            Next::Fulfil => self.fulfil(walk, definition),
            Next::Close => match &definition.closing {
                Some(closing) => self.path(walk, closing, Way::Nowhere, Next::End),
                None => Ok(Move::On(walk, Next::End)),
            },
            Next::ElicitIntent => {
                let words = walk.speak_last();
                self.listen(walk, Question::open(words)).map(Move::Stop)
            }
            Next::FallBack => {
                self.note(None, &Slots::new());
                walk.intent = self.locale.fallback.start();
                Ok(Move::On(walk, Next::Opening))
            }
            Next::End => Ok(Move::Stop(self.finish(walk)?)),
        }
    }

    /// The next slot, the confirmation, or fulfilment.
    fn advance(&mut self, walk: Walk, definition: &'a bot::Intent) -> Result<Move, SessionError> {
        if let Some(name) = slots::missing(definition, &walk.intent) {
            return self.ask(walk, &name, 0, Vec::new()).map(Move::Stop);
        }
        match (&definition.confirmation, &walk.intent.confirmation_state) {
            (confirmation, ConfirmationState::Denied) => match confirmation {
                Some(it) => {
                    self.path(walk, &it.declined, Way::NoHook(Place::Confirmation), Next::End)
                }
                None => Ok(Move::On(walk, Next::End)),
            },
            (Some(_), ConfirmationState::None | ConfirmationState::Other(_)) => {
                Ok(Move::On(walk, Next::Confirm))
            }
            (_, ConfirmationState::Confirmed)
            | (None, ConfirmationState::None | ConfirmationState::Other(_)) => {
                Ok(Move::On(walk, Next::Fulfil))
            }
        }
    }

    /// Follows a path: its words, then its first branch that holds, else its next step, else the
    /// code hook, else what comes by default.
    pub(super) fn path(
        &mut self,
        mut walk: Walk,
        onward: &'a Onward,
        way: Way,
        default: Next,
    ) -> Result<Move, SessionError> {
        if onward.conditional.is_none() && onward.next_step.is_none() {
            let place = match &way {
                Way::WordsThenHook(place) | Way::HookThenWords(place) => Some(place.clone()),
                Way::NoHook(_) | Way::Nowhere => None,
            };
            if let Some(place) = place
                && self.hook_at(&walk.intent, &place)?.is_some()
            {
                let own = if matches!(way, Way::WordsThenHook(_)) {
                    self.say(&mut walk, &onward.response, 0);
                    Vec::new()
                } else {
                    self.own(&onward.response, 0, &walk.intent)
                };
                return self.call_at(walk, place, default, own);
            }
        }
        self.say(&mut walk, &onward.response, 0);
        let step = match &onward.conditional {
            Some(conditional) => {
                let destination = self.destination(conditional, &walk.intent)?;
                self.say(&mut walk, &destination.response, 0);
                destination.next_step.as_ref()
            }
            None => onward.next_step.as_ref(),
        };
        match step {
            Some(step) => self.take_step(walk, step, way, default),
            None => Ok(Move::On(walk, default)),
        }
    }

    /// Takes a step that the definition chose.
    fn take_step(
        &mut self,
        mut walk: Walk,
        step: &'a NextStep,
        way: Way,
        default: Next,
    ) -> Result<Move, SessionError> {
        self.set_values(&mut walk, step)?;
        walk.is_muted = step.suppress_next_message;
        let Some(action) = step.action else {
            return Ok(Move::On(walk, default));
        };
        let next = match action {
            NextAction::CloseIntent => Next::Close,
            NextAction::ConfirmIntent => Next::Confirm,
            NextAction::ElicitIntent => Next::ElicitIntent,
            NextAction::ElicitSlot => match &step.slot_to_elicit {
                Some(slot) => Next::Slot(slot.clone()),
                None => Next::Advance,
            },
            NextAction::EndConversation => Next::End,
            // Conditions have been evaluated before.
            NextAction::EvaluateConditional => default,
            NextAction::FulfillIntent => Next::Fulfil,
            NextAction::InvokeDialogCodeHook => {
                let Some(place) = way.place() else {
                    return Ok(Move::On(walk, default));
                };
                return match self.hook_at(&walk.intent, &place)? {
                    Some(_) => self.call_at(walk, place, default, Vec::new()),
                    None => Ok(Move::On(walk, default)),
                };
            }
            NextAction::StartIntent => Next::Opening,
        };
        Ok(Move::On(walk, next))
    }

    /// The hook at a place of the intent, if it is active.
    pub(super) fn hook_at(
        &self,
        intent: &Intent,
        place: &Place,
    ) -> Result<Option<&'a CodeHook>, SessionError> {
        let definition = self.definition(intent)?;
        Ok(match place {
            Place::Opening => definition.opening.hook.as_ref(),
            Place::Slot(name) => {
                definition.slot(slots::split(name).0).and_then(|it| it.elicitation.hook.as_ref())
            }
            Place::Confirmation => definition.confirmation.as_ref().and_then(|it| it.hook.as_ref()),
        })
    }

    /// The bot's own words, with the values they mention.
    pub(super) fn own(&self, response: &Response, attempt: u32, intent: &Intent) -> Vec<Message> {
        self.filled(response.messages.at(attempt), intent)
    }

    pub(super) fn filled(&self, messages: Vec<Message>, intent: &Intent) -> Vec<Message> {
        let session = &*self.session;
        let known = Known::of(intent, &session.attributes, &session.request_attributes);
        wording::filled(messages, &known)
    }

    pub(super) fn say(&self, walk: &mut Walk, response: &Response, attempt: u32) {
        let own = self.own(response, attempt, &walk.intent);
        if !own.is_empty() {
            walk.allow_interrupt = Some(response.allow_interrupt);
        }
        walk.speak(own);
    }

    /// The end.
    fn finish(&mut self, mut walk: Walk) -> Result<Effect, SessionError> {
        walk.finish_words();
        let definition = self.definition(&walk.intent)?;
        if matches!(walk.intent.state, IntentState::InProgress | IntentState::Waiting) {
            let is_complete = slots::missing(definition, &walk.intent).is_none()
                && walk.intent.confirmation_state != ConfirmationState::Denied;
            walk.intent.state =
                if is_complete { IntentState::ReadyForFulfillment } else { IntentState::Failed };
        }
        self.session.state = State::Finished;
        let session = &*self.session;
        Ok(Effect::Done(Box::new(Outcome {
            messages: walk.said,
            confidence: session.heard.confidence,
            interpretations: event::interpretations(&session.heard, self.locale, &walk.intent),
            intent: walk.intent,
            sentiment: session.heard.sentiment.clone(),
            session_attributes: session.attributes.clone(),
            request_attributes: session.request_attributes.clone(),
            active_contexts: session.contexts.told(self.now.timestamp()),
        })))
    }
}

/// Where a path begins, and what becomes of the code hook there when the path names no next step.
#[derive(Clone)]
pub(super) enum Way {
    /// The hook is called after the words of the path.
    WordsThenHook(Place),
    /// The hook is called first; the words are said when it leaves the turn to Lex.
    HookThenWords(Place),
    /// The hook is called only when the path says so.
    NoHook(Place),
    /// There is no hook.
    Nowhere,
}

impl Way {
    fn place(self) -> Option<Place> {
        match self {
            Self::WordsThenHook(place) | Self::HookThenWords(place) | Self::NoHook(place) => {
                Some(place)
            }
            Self::Nowhere => None,
        }
    }
}
