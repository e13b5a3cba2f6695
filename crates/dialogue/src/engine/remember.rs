//! What of a call is remembered, for callers who agreed to it: their name and what is open of them.

use wording::{Message, Part};

use super::draft::Draft;
use super::{Next, Setting, Turn, act};
use crate::matter::{Change, Consent, Matter, Remembered};
use crate::session::Asking;

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
        let (name, matters) = self.kept();
        let is_news =
            !session.closed.is_empty() || name != remembered.name || matters != remembered.matters;
        is_news.then_some(Change::Remember { name, matters })
    }

    /// What is to be kept of a caller who agrees: their name, and what is open.
    fn kept(&self) -> (Option<String>, Vec<Matter>) {
        let session = &self.session;
        let mut matters = session.matters.clone();
        for earlier in &session.remembered.matters {
            if !matters.iter().any(|it| it.is_same(earlier)) {
                matters.push(earlier.clone());
            }
        }
        matters.truncate(MAX_MATTERS);
        (session.memory.name.clone(), matters)
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
        session.closed.extend(session.remembered.matters.iter().find(|it| !other(it)).cloned());
        session.remembered.matters.retain(other);
        session.matters.retain(other);
    }
}

impl Turn {
    /// What changes in what the line remembers of a caller, where another call of theirs has changed it
    /// meanwhile: `stored` is what that one left. Whatever either keeps is kept, and what this call closed is
    /// not. `None` when nothing changes any more: the caller took back what they had agreed to, or it was
    /// deleted. The session knows of it from then on, so that no later turn brings back what is gone, or
    /// loses what the other call left.
    pub fn change_beside(&mut self, stored: &Remembered) -> Option<Change> {
        let Some(Change::Remember { name, matters }) = self.change.clone() else {
            return self.change.clone();
        };
        if stored.consent != Some(Consent::Granted) && !self.tells_change {
            let consent = Some(Consent::Refused);
            self.session.remembered = Remembered { consent, ..Remembered::default() };
            self.session.matters.clear();
            self.session.closed.clear();
            return None;
        }
        let mut matters = matters;
        for other in &stored.matters {
            let is_same = |it: &Matter| it.is_same(other);
            if !matters.iter().any(is_same) && !self.session.closed.iter().any(is_same) {
                matters.push(other.clone());
            }
        }
        matters.truncate(MAX_MATTERS);
        let name = name.or_else(|| stored.name.clone());
        self.session.remembered = Remembered {
            consent: Some(Consent::Granted),
            name: name.clone(),
            matters: matters.clone(),
        };
        Some(Change::Remember { name, matters })
    }
}

/// The caller does not want to be remembered, or not any longer; the call goes on where it was.
pub(super) fn forget(mut draft: Draft, setting: &Setting<'_>) -> Next {
    let told = match (memory(setting), draft.session.remembered.consent) {
        (Memory::None, _) => return aside(draft, "note-nothing-kept", setting),
        (Memory::OutOfReach, _) => return aside(draft, "note-memory-out-of-reach", setting),
        (Memory::At, Some(Consent::Granted)) => "note-forgotten",
        (Memory::At, Some(Consent::Refused) | None) => "note-not-remembered",
    };
    let session = &mut draft.session;
    session.remembered = Remembered { consent: Some(Consent::Refused), ..Remembered::default() };
    session.matters.clear();
    session.closed.clear();
    draft.change(Change::Forget, told);
    go_on(draft, setting)
}

/// The caller wants to be remembered, whatever they said before; the call goes on where it was.
pub(super) fn remember(mut draft: Draft, setting: &Setting<'_>) -> Next {
    match memory(setting) {
        Memory::None => return aside(draft, "note-cannot-remember", setting),
        Memory::OutOfReach => return aside(draft, "note-memory-out-of-reach", setting),
        Memory::At => {}
    }
    let (name, matters) = draft.kept();
    let consent = Some(Consent::Granted);
    draft.session.remembered = Remembered { consent, name: name.clone(), matters: matters.clone() };
    draft.change(Change::Remember { name, matters }, "note-remembered");
    go_on(draft, setting)
}

/// What the line can remember of a caller.
enum Memory {
    /// Whatever they agree to.
    At,
    /// Something, but not now: it is not known who they are.
    OutOfReach,
    /// Nothing: the line remembers nobody, or their number is withheld.
    None,
}

fn memory(setting: &Setting<'_>) -> Memory {
    match setting.caller {
        _ if !setting.line.memory.returning_callers => Memory::None,
        Some(_) => Memory::At,
        None if setting.reachable => Memory::OutOfReach,
        None => Memory::None,
    }
}

/// Says how it is, and goes on.
fn aside(mut draft: Draft, note: &'static str, setting: &Setting<'_>) -> Next {
    draft.say(Message::new(note));
    go_on(draft, setting)
}

/// Goes on where the call was.
fn go_on(draft: Draft, setting: &Setting<'_>) -> Next {
    match draft.session.asking {
        // They were about to leave.
        Asking::Remember => act::close(draft, setting),
        // What was offered is forgotten.
        Asking::Matter if draft.session.remembered.matters.is_empty() => {
            draft.ask(Asking::Wish, Message::new("ask-wish-again"), setting)
        }
        _ => draft.ask_again(Part::Main, setting),
    }
}
