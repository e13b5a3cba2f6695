//! Calls the code hook, and obeys it.

use aws_events::lex::{
    ConfirmationState, Intent, IntentState, InvocationSource, Message, Response,
};

use super::answer::{self, Checked, Step};
use super::event::{self, Occasion};
use super::state::{After, Call, Next, Place, Question, State, Walk};
use super::turn::Turn;
use super::walk::{Move, Way};
use super::{Effect, Expects, Invocation, MAX_EVENT, SessionError, slots};
use crate::bot::{self, CodeHook, NextAction, Onward};

/// How the hook did not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failure {
    Failed,
    TimedOut,
}

impl<'a> Turn<'a> {
    /// Calls the hook at a place of the intent; when it is only there for its path, follows that.
    pub(super) fn call_at(
        &mut self,
        mut walk: Walk,
        place: Place,
        default: Next,
        own: Vec<Message>,
    ) -> Result<Move, SessionError> {
        let Some(hook) = self.hook_at(&walk.intent, &place)? else {
            return Ok(Move::On(walk, default));
        };
        if !hook.invoked {
            self.count(&walk.intent)?;
            walk.speak(own);
            return self.path(walk, &hook.success, Way::NoHook(place), default);
        }
        let next = self.likely_next(&walk.intent, &hook.success, &default)?;
        let after = After::Path { place, default };
        let effect =
            self.call(walk, after, own, &Source::Dialogue(hook.label.as_deref()), next.as_ref())?;
        Ok(Move::Stop(effect))
    }

    /// The slot that is asked for if the hook leaves the turn to Lex.
    fn likely_next(
        &self,
        intent: &Intent,
        success: &Onward,
        default: &Next,
    ) -> Result<Option<Question>, SessionError> {
        let definition = self.definition(intent)?;
        // With conditions it depends on what the hook does.
        let is_plain = success.conditional.is_none();
        let step = success.next_step.as_ref();
        let name = match (step.and_then(|it| it.action), step) {
            (None, _) if is_plain && *default == Next::Advance => {
                slots::missing(definition, intent)
            }
            (Some(NextAction::ElicitSlot), Some(step)) if is_plain => {
                let slot = step.slot_to_elicit.clone();
                slot.filter(|it| slots::value(intent, it).is_none())
            }
            _ => None,
        };
        Ok(name.map(|it| Question::slot(intent.clone(), &it, Vec::new(), 0)))
    }

    /// Calls the hook before a question; `label` is that of the step.
    pub(super) fn call_before(
        &mut self,
        walk: Walk,
        question: &Question,
        label: Option<&str>,
    ) -> Result<Effect, SessionError> {
        let after = After::Ask(question.clone());
        self.call(walk, after, Vec::new(), &Source::Dialogue(label), Some(question))
    }

    /// Calls the hook after an answer that only the hook asked for.
    pub(super) fn call_plainly(&mut self, walk: Walk) -> Result<Effect, SessionError> {
        let after = After::Path { place: Place::Confirmation, default: Next::Advance };
        let next = self.likely_next(&walk.intent, &Onward::default(), &Next::Advance)?;
        self.call(walk, after, Vec::new(), &Source::Dialogue(None), next.as_ref())
    }

    /// Calls the hook to fulfil the intent.
    pub(super) fn call_to_fulfil(&mut self, walk: Walk) -> Result<Effect, SessionError> {
        self.call(walk, After::Fulfilment, Vec::new(), &Source::Fulfilment, None)
    }

    fn call(
        &mut self,
        mut walk: Walk,
        after: After,
        own: Vec<Message>,
        source: &Source<'_>,
        next: Option<&Question>,
    ) -> Result<Effect, SessionError> {
        self.count(&walk.intent)?;
        // What an earlier hook wanted to be said comes before what this one wants.
        walk.speak_last();
        let (source, label) = match source {
            Source::Dialogue(label) => (InvocationSource::DialogCodeHook, *label),
            Source::Fulfilment => (InvocationSource::FulfillmentCodeHook, None),
        };
        let occasion = Occasion { source: source.clone(), label, next };
        let now = self.now.timestamp();
        let mut event = event::event(self.session, self.locale, now, &walk.intent, occasion);
        let bytes = event::fit(&mut event, MAX_EVENT);
        if bytes > MAX_EVENT {
            return Err(SessionError::EventTooLarge { bytes, limit: MAX_EVENT });
        }
        let (update_after, timeout) = match source {
            InvocationSource::FulfillmentCodeHook => self.update_times(&walk.intent)?,
            InvocationSource::DialogCodeHook | InvocationSource::Other(_) => (None, None),
        };
        self.session.state = State::AwaitingHook(Box::new(Call {
            walk,
            source,
            after,
            own,
            elapsed_s: 0,
            updates: 0,
            awaits_update: update_after.is_some(),
        }));
        Ok(Effect::InvokeHook(Box::new(Invocation { event, update_after, timeout })))
    }

    /// The hook answered.
    pub(super) fn obey(&mut self, response: Response) -> Result<Effect, SessionError> {
        let State::AwaitingHook(call) = self.session.state.clone() else {
            return Err(self.out_of_turn("an answer of the code hook"));
        };
        let Call { walk, source, after, own, .. } = *call;
        let Checked {
            step,
            intent: answered,
            attributes,
            request_attributes,
            contexts,
            hints,
            messages,
        } = answer::check(response, self.locale, &source)?;
        if let Some(attributes) = attributes {
            self.session.attributes = attributes;
        }
        self.session.request_attributes.extend(request_attributes);
        if let Some(contexts) = contexts {
            self.session.contexts.replace(contexts, self.now.timestamp());
        }
        if hints.is_some() {
            self.session.hints = hints;
        }
        let sent = walk.intent.clone();
        let intent = match answered {
            // What Kendra found is no part of what a hook answers.
            Some(it) if it.kendra_response.is_none() => {
                Intent { kendra_response: sent.kendra_response.clone(), ..it }
            }
            Some(it) => it,
            None => sent.clone(),
        };
        if intent.name != sent.name {
            // The hook chose this intent; nothing was recognised.
            self.note(None, &aws_events::lex::Slots::new());
        }
        let mut walk = Walk { intent, answer: messages, ..walk };
        match step {
            Step::Delegate => self.delegated(walk, &sent, after, own),
            Step::ElicitIntent => self.run(walk, Next::ElicitIntent),
            Step::ElicitSlot(name) => self.ask(walk, &name, 0, Vec::new()),
            Step::ConfirmIntent => self.confirm(walk, 0, Vec::new()),
            Step::Close => {
                let is_fulfilment = after == After::Fulfilment;
                self.close(&mut walk, is_fulfilment)?;
                self.run(walk, Next::End)
            }
        }
    }

    /// The hook leaves the turn to Lex.
    fn delegated(
        &mut self,
        mut walk: Walk,
        sent: &Intent,
        after: After,
        own: Vec<Message>,
    ) -> Result<Effect, SessionError> {
        let is_same = sent.name == walk.intent.name;
        let is_unchanged = is_same
            && sent.slots == walk.intent.slots
            && sent.confirmation_state == walk.intent.confirmation_state;
        match after {
            After::Fulfilment => self.fulfilled(walk),
            after @ After::Ask(_) if is_same && walk.intent.state == IntentState::Failed => {
                match paths_of(after) {
                    Some((place, default)) => {
                        let hook = self.hook_at(sent, &place)?;
                        self.failed(walk, hook, place, default)
                    }
                    None => self.run(walk, Next::End),
                }
            }
            After::Path { place, default } if is_same => {
                let hook = self.hook_at(sent, &place)?;
                if walk.intent.state == IntentState::Failed {
                    return self.failed(walk, hook, place, default);
                }
                if is_unchanged {
                    walk.speak(own);
                }
                let default = if is_unchanged { default } else { Next::Advance };
                match hook {
                    Some(hook) => {
                        let moved = self.path(walk, &hook.success, Way::NoHook(place), default)?;
                        self.go_on(moved)
                    }
                    None => self.run(walk, default),
                }
            }
            After::Ask(question) if is_unchanged => self.ask_again(walk, question),
            // The hook found a value, took a yes or chose another intent: the question that was to
            // be asked is answered.
            After::Ask(_) | After::Path { .. } => {
                if walk.intent.state == IntentState::Failed {
                    return self.run(walk, Next::End);
                }
                if sent.confirmation_state == walk.intent.confirmation_state {
                    walk.intent.confirmation_state = ConfirmationState::None;
                }
                self.run(walk, Next::Advance)
            }
        }
    }

    /// A hook says that the intent failed.
    fn failed(
        &mut self,
        walk: Walk,
        hook: Option<&'a CodeHook>,
        place: Place,
        default: Next,
    ) -> Result<Effect, SessionError> {
        match hook.map(|it| &it.failure).filter(|it| is_set(it)) {
            Some(failure) => {
                let moved = self.path(walk, failure, Way::NoHook(place), default)?;
                self.go_on(moved)
            }
            None => self.run(walk, Next::End),
        }
    }

    /// The question that was proposed to the hook.
    fn ask_again(&mut self, mut walk: Walk, question: Question) -> Result<Effect, SessionError> {
        match &question.expects {
            Expects::Slot { name } => {
                walk.intent.confirmation_state = ConfirmationState::None;
                self.ask(walk, name, question.attempt, question.words)
            }
            Expects::Confirmation => self.confirm(walk, question.attempt, question.words),
            Expects::Intent => self.run(walk, Next::ElicitIntent),
        }
    }

    /// The hook ends the conversation: what the bot says then, unless the hook has words.
    fn close(&mut self, walk: &mut Walk, is_fulfilment: bool) -> Result<(), SessionError> {
        let definition = self.definition(&walk.intent)?;
        let is_fulfilled = walk.intent.state == IntentState::Fulfilled;
        let has_words = !walk.answer.is_empty();
        walk.speak_last();
        if is_fulfilled {
            self.activate_contexts(definition, &walk.intent);
        }
        if has_words {
            return Ok(());
        }
        let fulfilment = &definition.fulfilment;
        let mut responses = Vec::new();
        if is_fulfilled {
            responses.extend(is_fulfilment.then_some(&fulfilment.success.response));
            responses.extend(definition.closing.as_ref().map(|it| &it.response));
        } else if walk.intent.state == IntentState::Failed && is_fulfilment {
            responses.push(&fulfilment.failure.response);
        }
        for response in responses {
            self.say(walk, response, 0);
        }
        Ok(())
    }

    /// The hook did not answer.
    pub(super) fn unanswered(&mut self, failure: Failure) -> Result<Effect, SessionError> {
        let State::AwaitingHook(call) = self.session.state.clone() else {
            return Err(self.out_of_turn("a failure of the code hook"));
        };
        let intent = call.walk.intent.name.clone();
        let lost = match failure {
            Failure::Failed => SessionError::HookFailed { intent },
            Failure::TimedOut => SessionError::HookTimedOut { intent },
        };
        let Call { mut walk, after, .. } = *call;
        let definition = self.definition(&walk.intent)?;
        match after {
            After::Path { .. } | After::Ask(_) => {
                let Some((place, default)) = paths_of(after) else {
                    return Err(lost);
                };
                let hook = self.hook_at(&walk.intent, &place)?;
                let path = hook.map(|it| match failure {
                    Failure::Failed => &it.failure,
                    Failure::TimedOut => &it.timeout,
                });
                let path = path.filter(|it| is_set(it)).ok_or(lost)?;
                walk.intent.state = IntentState::Failed;
                let moved = self.path(walk, path, Way::NoHook(place), default)?;
                self.go_on(moved)
            }
            After::Fulfilment => {
                let path = match failure {
                    Failure::Failed => &definition.fulfilment.failure,
                    Failure::TimedOut => &definition.fulfilment.timeout,
                };
                if !is_set(path) {
                    return Err(lost);
                }
                walk.intent.state = IntentState::Failed;
                let moved = self.path(walk, path, Way::Nowhere, Next::Close)?;
                self.go_on(moved)
            }
        }
    }

    /// Goes on after a step until somebody has a turn.
    pub(super) fn go_on(&mut self, moved: Move) -> Result<Effect, SessionError> {
        match moved {
            Move::On(walk, next) => self.run(walk, next),
            Move::Stop(effect) => Ok(effect),
        }
    }
}

/// Why the hook is called; with the label of the step.
enum Source<'l> {
    Dialogue(Option<&'l str>),
    Fulfilment,
}

/// Where the paths after a hook that was called during the dialogue stand, and what comes by
/// default; `None` where there are no such paths.
fn paths_of(after: After) -> Option<(Place, Next)> {
    match after {
        After::Path { place, default } => Some((place, default)),
        After::Ask(question) => match question.expects {
            Expects::Slot { name } => Some((Place::Slot(name), Next::Advance)),
            Expects::Confirmation => Some((Place::Confirmation, Next::Advance)),
            Expects::Intent => None,
        },
        After::Fulfilment => None,
    }
}

/// Whether a definition says anything about a path.
pub(super) fn is_set(onward: &Onward) -> bool {
    onward.conditional.is_some()
        || onward.next_step.is_some()
        || onward.response != bot::Response::default()
}
