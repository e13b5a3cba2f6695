//! Contexts: what was talked about before steers what is recognised next.
//!
//! Source: Amazon Lex V2 Developer Guide, "Setting intent context for your Lex V2 bot".

use aws_events::lex::{ActiveContext, Attributes, TimeToLive};
use jiff::{SignedDuration, Timestamp};

/// The contexts of a session.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Contexts(Vec<Context>);

#[derive(Clone, PartialEq)]
struct Context {
    name: String,
    attributes: Attributes,
    expires: Timestamp,
    /// Turns of the caller for which it stays, the one at hand not counted.
    turns: u32,
    /// Whether it was activated in the turn at hand.
    is_new: bool,
}

impl Context {
    fn seconds_left(&self, now: Timestamp) -> u32 {
        // A second that has begun counts.
        let left = self.expires.duration_since(now);
        let begun = i64::from(left.subsec_nanos() > 0);
        u32::try_from(left.as_secs().saturating_add(begun).max(0)).unwrap_or(u32::MAX)
    }

    fn told(&self, now: Timestamp) -> ActiveContext {
        ActiveContext {
            name: self.name.clone(),
            context_attributes: self.attributes.clone(),
            time_to_live: TimeToLive {
                time_to_live_in_seconds: self.seconds_left(now),
                turns_to_live: self.turns,
            },
        }
    }
}

impl Contexts {
    /// The caller did something: contexts whose time is up are gone.
    pub(super) fn next_turn(&mut self, now: Timestamp) {
        self.0.retain_mut(|it| {
            if !std::mem::take(&mut it.is_new) {
                it.turns = it.turns.saturating_sub(1);
            }
            it.turns > 0 && it.expires > now
        });
    }

    /// Makes a context active, in place of one of the same name.
    pub(super) fn activate(
        &mut self,
        name: &str,
        attributes: Attributes,
        time_to_live: TimeToLive,
        now: Timestamp,
    ) {
        self.0.retain(|it| it.name != name);
        let seconds = SignedDuration::from_secs(time_to_live.time_to_live_in_seconds.into());
        self.0.push(Context {
            name: name.to_owned(),
            attributes,
            expires: now.saturating_add(seconds).unwrap_or(Timestamp::MAX),
            turns: time_to_live.turns_to_live,
            is_new: true,
        });
    }

    /// Takes the contexts that the hook answered. One that it answers as it was told stays as it is.
    pub(super) fn replace(&mut self, answered: Vec<ActiveContext>, now: Timestamp) {
        let before = std::mem::take(&mut self.0);
        for context in answered {
            let known = before.iter().find(|it| it.told(now) == context);
            match known {
                Some(known) => self.0.push(known.clone()),
                None => self.activate(
                    &context.name,
                    context.context_attributes,
                    context.time_to_live,
                    now,
                ),
            }
        }
    }

    pub(super) fn is_active(&self, name: &str, now: Timestamp) -> bool {
        self.0.iter().any(|it| it.name == name && it.expires > now)
    }

    /// The value of an attribute of an active context.
    pub(super) fn attribute(&self, context: &str, name: &str, now: Timestamp) -> Option<&str> {
        let context = self.0.iter().find(|it| it.name == context && it.expires > now)?;
        context.attributes.get(name).map(String::as_str)
    }

    /// The contexts as the hook and the host are told of them.
    pub(super) fn told(&self, now: Timestamp) -> Vec<ActiveContext> {
        self.0.iter().filter(|it| it.expires > now).map(|it| it.told(now)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_000_000 + second).unwrap()
    }

    fn with(seconds: u32, turns: u32) -> Contexts {
        let mut contexts = Contexts::default();
        let time_to_live = TimeToLive { time_to_live_in_seconds: seconds, turns_to_live: turns };
        let attributes = Attributes::from([("City".to_owned(), "Boston".to_owned())]);
        contexts.activate("booked", attributes, time_to_live, at(0));
        contexts
    }

    #[test]
    fn a_context_lives_for_its_turns() {
        let mut contexts = with(90, 2);
        contexts.next_turn(at(1));
        assert_eq!(contexts.told(at(1))[0].time_to_live.turns_to_live, 2);
        contexts.next_turn(at(2));
        assert!(contexts.is_active("booked", at(2)));
        assert_eq!(contexts.told(at(2))[0].time_to_live.turns_to_live, 1);
        contexts.next_turn(at(3));
        assert!(!contexts.is_active("booked", at(3)));
    }

    #[test]
    fn a_context_lives_for_its_seconds() {
        let contexts = with(10, 5);
        assert_eq!(contexts.attribute("booked", "City", at(9)), Some("Boston"));
        assert_eq!(contexts.told(at(9))[0].time_to_live.time_to_live_in_seconds, 1);
        assert_eq!(contexts.attribute("booked", "City", at(10)), None);
        assert!(contexts.told(at(10)).is_empty());
        assert!(!contexts.is_active("booked", at(10)));
    }

    #[test]
    fn a_hook_that_tells_back_what_it_was_told_prolongs_nothing() {
        let mut contexts = with(90, 1);
        contexts.next_turn(at(1));
        contexts.replace(contexts.told(at(2)), at(2));
        contexts.next_turn(at(3));
        assert!(contexts.told(at(3)).is_empty());
    }

    #[test]
    fn a_hook_may_change_contexts() {
        let mut contexts = with(90, 1);
        contexts.next_turn(at(1));
        let mut told = contexts.told(at(1));
        told[0].time_to_live.turns_to_live = 3;
        contexts.replace(told, at(1));
        contexts.next_turn(at(2));
        assert_eq!(contexts.told(at(2))[0].time_to_live.turns_to_live, 3);
    }
}
