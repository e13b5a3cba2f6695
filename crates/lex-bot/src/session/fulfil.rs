//! Fulfilment: searches, the code hook, what is said meanwhile, and the paths afterwards.
//!
//! Sources: Amazon Lex V2 Developer Guide, "Fulfillment" and "Configuring fulfillment progress
//! updates for your Lex V2 bot".

use std::time::Duration;

use aws_events::lex::{Intent, IntentState};

use super::hook::is_set;
use super::state::{Next, State, Walk};
use super::turn::Turn;
use super::walk::{Move, Way};
use super::{Answer, Effect, Progress, Search, SearchKind, SessionError, search, slots};
use crate::bot;

/// Most attributes that a context keeps, and most characters of one.
///
/// Source: Amazon Lex API Reference, runtime `ActiveContext`.
const MAX_CONTEXT_ATTRIBUTES: usize = 10;
const MAX_CONTEXT_VALUE: usize = 1024;

impl<'a> Turn<'a> {
    /// Everything is there: looks up what is to be looked up, then fulfils the intent.
    pub(super) fn fulfil(
        &mut self,
        mut walk: Walk,
        definition: &'a bot::Intent,
    ) -> Result<Move, SessionError> {
        walk.intent.state = IntentState::ReadyForFulfillment;
        let Some(kind) = search::kind(definition) else {
            return self.fulfil_by_hook(walk, definition);
        };
        search::forget(&mut self.session.request_attributes);
        let effect = Effect::Search(Search {
            kind,
            intent: definition.name.clone(),
            query: self.session.heard.transcript.clone(),
        });
        self.session.state = State::AwaitingSearch(Box::new(walk));
        Ok(Move::Stop(effect))
    }

    /// The search is over.
    pub(super) fn searched(&mut self, found: Option<Answer>) -> Result<Effect, SessionError> {
        let State::AwaitingSearch(walk) = self.session.state.clone() else {
            return Err(self.out_of_turn("the answer of a search"));
        };
        let mut walk = *walk;
        let definition = self.definition(&walk.intent)?;
        let unexplained = self.session.unexplained.take();
        let kind = search::kind(definition).unwrap_or(SearchKind::QnA);
        if let Some(answer) = found {
            let session = &mut *self.session;
            search::keep(
                &answer,
                kind,
                &mut walk.intent,
                &mut session.attributes,
                &mut session.request_attributes,
            );
            self.check_attributes()?;
            walk.found = Some(answer.text);
            let moved = self.fulfil_by_hook(walk, definition)?;
            return self.go_on(moved);
        }
        match unexplained {
            // The words were no answer to a question, which is asked again.
            Some(question) if question.intent.is_some() => self.not_understood(*question),
            None if is_set(&definition.fulfilment.failure) => {
                walk.intent.state = IntentState::Failed;
                let path = &definition.fulfilment.failure;
                let moved = self.path(walk, path, Way::Nowhere, Next::Close)?;
                self.go_on(moved)
            }
            Some(_) | None => self.run(walk, Next::FallBack),
        }
    }

    fn fulfil_by_hook(
        &mut self,
        walk: Walk,
        definition: &'a bot::Intent,
    ) -> Result<Move, SessionError> {
        if definition.fulfilment.hook {
            return self.call_to_fulfil(walk).map(Move::Stop);
        }
        self.succeeded(walk, definition)
    }

    /// The hook has fulfilled the intent, or could not.
    pub(super) fn fulfilled(&mut self, mut walk: Walk) -> Result<Effect, SessionError> {
        let definition = self.definition(&walk.intent)?;
        let moved = if walk.intent.state == IntentState::Failed {
            let failure = &definition.fulfilment.failure;
            let default = if is_set(failure) { Next::Close } else { Next::End };
            self.path(walk, failure, Way::Nowhere, default)?
        } else {
            walk.intent.state = IntentState::Fulfilled;
            self.succeeded(walk, definition)?
        };
        self.go_on(moved)
    }

    fn succeeded(&mut self, walk: Walk, definition: &'a bot::Intent) -> Result<Move, SessionError> {
        self.activate_contexts(definition, &walk.intent);
        self.path(walk, &definition.fulfilment.success, Way::Nowhere, Next::Close)
    }

    /// Activates the contexts that the intent leaves behind, with its slots as attributes.
    pub(super) fn activate_contexts(&mut self, definition: &bot::Intent, intent: &Intent) {
        let mut attributes = slots::attributes(intent);
        attributes.retain(|_, it| it.chars().count() <= MAX_CONTEXT_VALUE);
        while attributes.len() > MAX_CONTEXT_ATTRIBUTES {
            attributes.pop_last();
        }
        let now = self.now.timestamp();
        for context in &definition.output_contexts {
            let attributes = attributes.clone();
            self.session.contexts.activate(&context.name, attributes, context.time_to_live, now);
        }
    }

    /// When the caller is first told that fulfilment takes a while, and how long it may take.
    pub(super) fn update_times(
        &self,
        intent: &Intent,
    ) -> Result<(Option<Duration>, Option<Duration>), SessionError> {
        let Some(updates) = &self.definition(intent)?.fulfilment.updates else {
            return Ok((None, None));
        };
        let timeout = updates.timeout_s.map(seconds);
        let first = updates.start.as_ref().or(updates.update.as_ref());
        let first = first.map(|it| seconds(it.after_s));
        Ok((first.filter(|it| timeout.is_none_or(|end| *it < end)), timeout))
    }

    /// The hook is still at work.
    pub(super) fn update(&mut self) -> Result<Effect, SessionError> {
        let State::AwaitingHook(mut call) = self.session.state.clone() else {
            return Err(self.out_of_turn("time"));
        };
        let Some(updates) = &self.definition(&call.walk.intent)?.fulfilment.updates else {
            return Err(self.out_of_turn("time"));
        };
        let at = |number: u32| match (&updates.start, &updates.update) {
            (Some(start), _) if number == 0 => Some((start, 0)),
            (Some(_), update) => update.as_ref().map(|it| (it, number.saturating_sub(1))),
            (None, update) => update.as_ref().map(|it| (it, number)),
        };
        let Some((update, repetition)) = at(call.updates).filter(|_| call.awaits_update) else {
            return Err(self.out_of_turn("time"));
        };
        call.elapsed_s = call.elapsed_s.saturating_add(update.after_s);
        call.updates = call.updates.saturating_add(1);
        self.say(&mut call.walk, &update.response, repetition);
        let messages = std::mem::take(&mut call.walk.said);
        let update_after = at(call.updates).and_then(|(next, _)| {
            let then = call.elapsed_s.saturating_add(next.after_s);
            let is_in_time = updates.timeout_s.is_none_or(|end| then < end) && next.after_s > 0;
            is_in_time.then(|| seconds(next.after_s))
        });
        call.awaits_update = update_after.is_some();
        let allow_interrupt = update.response.allow_interrupt;
        self.session.state = State::AwaitingHook(call);
        Ok(Effect::Progress(Progress { messages, allow_interrupt, update_after }))
    }
}

fn seconds(seconds: u32) -> Duration {
    Duration::from_secs(seconds.into())
}
