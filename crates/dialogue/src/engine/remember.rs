//! What of a call is remembered, for callers who agreed to it: their name and what is open of them.

use super::Setting;
use super::draft::Draft;
use crate::matter::{Change, Consent, Matter};

/// Matters that are remembered of one caller.
pub(super) const MAX_MATTERS: usize = 3;

impl Draft {
    /// What is new of a caller who agreed to be remembered.
    pub(super) fn news(&self, setting: &Setting<'_>) -> Option<Change> {
        let session = &self.session;
        let remembered = &session.remembered;
        if remembered.consent != Some(Consent::Granted) || !setting.line.memory.returning_callers {
            return None;
        }
        let mut matters = session.matters.clone();
        for earlier in &remembered.matters {
            if !matters.iter().any(|it| it.is_same(earlier)) {
                matters.push(earlier.clone());
            }
        }
        matters.truncate(MAX_MATTERS);
        let name = session.memory.name.clone();
        let is_news = session.closed
            || session.memory.name != remembered.name
            || matters != remembered.matters;
        is_news.then_some(Change::Remember { name, matters })
    }

    /// Keeps what the caller may call about again, and lets go what is open no more.
    pub(super) fn keep_matter(&mut self, setting: &Setting<'_>) {
        let doing = self.session.doing.as_ref();
        if let Some(closed) = doing.and_then(|it| it.task.get().closed(setting.now.date())) {
            self.forget_matter(&closed);
        }
        self.remember_matter(setting);
    }

    /// Keeps what the caller may call about again.
    fn remember_matter(&mut self, setting: &Setting<'_>) {
        let doing = self.session.doing.as_ref();
        let Some(matter) = doing.and_then(|it| it.task.get().matter(setting.now.date())) else {
            return;
        };
        let matter = Matter {
            slots: matter.slots.into_iter().filter(|(slot, _)| !slot.is_secret()).collect(),
            ..matter
        };
        let matters = &mut self.session.matters;
        matters.retain(|it| !it.is_same(&matter));
        matters.insert(0, matter);
        matters.truncate(MAX_MATTERS);
    }

    /// Keeps what a dropped call would break off, in every turn that goes on with it.
    pub(super) fn remember_progress(&mut self, setting: &Setting<'_>) {
        let doing = self.session.doing.as_ref();
        let matter = doing.and_then(|it| it.task.get().matter(setting.now.date()));
        if self.change.is_none() && matter.is_some_and(|it| it.is_in_progress()) {
            let before = self.session.matters.clone();
            self.remember_matter(setting);
            if self.session.matters != before {
                self.change = self.news(setting);
            }
        }
    }

    /// Lets go what is open no more.
    fn forget_matter(&mut self, closed: &Matter) {
        let other = |it: &Matter| !it.is_same(closed);
        let session = &mut self.session;
        session.closed |= !session.remembered.matters.iter().all(other);
        session.remembered.matters.retain(other);
        session.matters.retain(other);
    }
}
