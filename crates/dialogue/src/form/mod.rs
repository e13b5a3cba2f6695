//! Filling in what a task must know: in any order, several values at once, corrected at any time.
//!
//! A form is what was understood so far; its fields are a constant table of the task. It asks for the
//! first field that is missing or unconfirmed. Whatever the question, a value for any field is taken,
//! and a different value for one that is filled replaces it and is confirmed anew.

mod amend;
mod field;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use wording::Message;

pub(crate) use self::field::{Confirm, Field, Kind, Length, Need};
use crate::heard::YesNo;
use crate::question::{Expects, Question};
use crate::read;
use crate::reply::Reason;
use crate::slot::Slot;
use crate::task::{Answer, Context, Next, Taken};

/// What was understood so far. It is stored, so nothing secret goes through it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Form {
    entries: BTreeMap<Slot, Entry>,
}

/// What is known of a field.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Entry {
    /// The value, as its kind keeps it.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    /// Its first digits, where the caller pauses in a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<String>,
    /// Whether it needs no confirmation any more.
    #[serde(skip_serializing_if = "is_false")]
    settled: bool,
    /// Whether it was known before anybody said it.
    #[serde(skip_serializing_if = "is_false")]
    known: bool,
    /// Whether it replaces one that was read back.
    #[serde(skip_serializing_if = "is_false")]
    corrected: bool,
    /// The value that was read back last and is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    wrong: Option<String>,
    /// Times in a row that the value read back was wrong.
    #[serde(skip_serializing_if = "is_zero")]
    denied: u32,
    /// Times in a row that the caller said what is right instead.
    #[serde(skip_serializing_if = "is_zero")]
    changed: u32,
}

/// The question for the rest of a number of which a part was said.
const REST: &str = "ask-rest";

/// Read-backs of a value after which a person takes over, however they were answered.
const MOST_READ_BACKS: u32 = 3;

impl Entry {
    /// Whether it was read back wrong too often. Who says what is right is listened to for longer than
    /// who only says that it is wrong.
    fn is_given_up(&self, cx: &Context<'_>) -> bool {
        let most = cx.line.escalation.after_denials.max(1);
        self.denied >= most || self.denied.saturating_add(self.changed) >= most.max(MOST_READ_BACKS)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_false(it: &bool) -> bool {
    !it
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(it: &u32) -> bool {
    *it == 0
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.entries.keys()).finish()
    }
}

impl Form {
    /// The value of a field, confirmed or not.
    pub(crate) fn get(&self, slot: Slot) -> Option<&str> {
        self.entries.get(&slot)?.value.as_deref()
    }

    /// The value of a field that needs no confirmation any more.
    pub(crate) fn settled(&self, slot: Slot) -> Option<&str> {
        self.entries.get(&slot).filter(|it| it.settled)?.value.as_deref()
    }

    /// The value of a field as it was understood last, even if it was called wrong. For a person who
    /// takes over.
    pub(crate) fn last(&self, slot: Slot) -> Option<&str> {
        let entry = self.entries.get(&slot)?;
        entry.value.as_deref().or(entry.wrong.as_deref())
    }

    /// Fills a field with what is known already: it is neither asked for nor confirmed.
    pub(crate) fn know(&mut self, slot: Slot, value: impl Into<String>) {
        let entry =
            Entry { value: Some(value.into()), settled: true, known: true, ..Entry::default() };
        self.entries.insert(slot, entry);
    }

    /// Takes what a field holds for good.
    pub(crate) fn settle(&mut self, slot: Slot) {
        let entry = self.entries.entry(slot).or_default();
        entry.settled = true;
        entry.denied = 0;
        entry.changed = 0;
    }

    /// Reads what it holds back as if it had never been anything else, since the caller went on to
    /// something else without changing it.
    pub(crate) fn read_plainly(&mut self) {
        self.entries.values_mut().for_each(|it| it.corrected = false);
    }

    /// Forgets a field, so that it is asked for again.
    pub(crate) fn forget(&mut self, slot: Slot) {
        self.entries.remove(&slot);
    }

    /// Takes every value of a sentence that answers no question of the form, such as the one that
    /// began the task; whether there was one.
    pub(crate) fn take(&mut self, fields: &[Field], answer: &Answer<'_>, cx: &Context<'_>) -> bool {
        let take = |taken, field| self.take_beside(fields, field, answer, cx) || taken;
        fields.iter().fold(false, take)
    }

    /// The question for the first field that is missing or unconfirmed; a person when one was read
    /// back wrong too often; `None` when all is known.
    pub(crate) fn next(&self, fields: &[Field], cx: &Context<'_>) -> Option<Next> {
        fields.iter().find_map(|field| self.ask(field, cx))
    }

    fn ask(&self, field: &Field, cx: &Context<'_>) -> Option<Next> {
        let entry = self.entries.get(&field.slot);
        if entry.is_some_and(|it| it.settled) {
            return None;
        }
        if let (Some(entry), Some(confirm)) = (entry, field.confirm)
            && (entry.value.is_some() || field.need != Need::Taken)
            && entry.is_given_up(cx)
        {
            return Some(Next::Person(Reason::Denied, Message::new(confirm.hand_over)));
        }
        match (entry.and_then(|it| it.value.as_deref()), field.confirm) {
            (Some(_), None) => None,
            (Some(value), Some(confirm)) => {
                let corrected = confirm.corrected.filter(|_| entry.is_some_and(|it| it.corrected));
                let message = Message::new(corrected.unwrap_or(confirm.message))
                    .with(confirm.value, field.kind.value(value));
                let question = Question::new(message, Expects::YesNo).about(field.slot, value);
                Some(Next::Ask(question))
            }
            (None, _) if field.need == Need::Taken => None,
            (None, _) => {
                if let Some(part) = entry.and_then(|it| it.part.as_deref()) {
                    let message = Message::new(REST).with("part", field.kind.value(part));
                    return Some(Next::Ask(Question::new(message, Expects::Slot(field.slot))));
                }
                let denied = entry.map_or(0, |it| it.denied);
                Some(Next::Ask(Question::new(
                    Message::new(again(field, denied)),
                    Expects::Slot(field.slot),
                )))
            }
        }
    }

    /// Takes the answer to a question of the form; `None` when the question is not the form's.
    pub(crate) fn hear(
        &mut self,
        fields: &[Field],
        asked: &Question,
        answer: &Answer<'_>,
        cx: &Context<'_>,
    ) -> Option<Taken> {
        let id = asked.message.id.as_ref();
        let confirms = |it: &&Field| {
            it.confirm.is_some_and(|confirm| confirm.message == id || confirm.corrected == Some(id))
        };
        if let Some(field) = fields.iter().find(confirms)
            && asked.expects == Expects::YesNo
        {
            return Some(self.confirm(fields, field, answer, cx));
        }
        let asks = |it: &&Field| {
            it.ask == id
                || it.again.contains(&id)
                || it.also.contains(&id)
                || (id == REST && asked.expects == Expects::Slot(it.slot))
        };
        let field = fields.iter().find(asks)?;
        Some(self.fill(fields, field, answer, cx))
    }

    /// The caller was asked for a field.
    fn fill(
        &mut self,
        fields: &[Field],
        field: &Field,
        answer: &Answer<'_>,
        cx: &Context<'_>,
    ) -> Taken {
        let lacks = answer.keys.is_none()
            && (answer.yes_no == Some(YesNo::No) || read::lacks(answer))
            && !answer.slots.contains_key(&field.slot);
        let value = field.kind.read(field.slot, answer, cx.line, None);
        // "I have 4821 so far." "No." That part was wrong.
        if lacks && value.is_none() && self.drop_part(field.slot) {
            let apologises = !field.again.is_empty();
            return Taken::Denied((!apologises).then(|| Message::new("note-denied")));
        }
        let had = match value.map(field::Digits::Whole).or_else(|| self.joined(field, answer, cx)) {
            Some(field::Digits::Whole(value)) => {
                self.put(field.slot, value);
                true
            }
            Some(field::Digits::Part(part)) => {
                self.entries.entry(field.slot).or_default().part = Some(part);
                true
            }
            None => false,
        };
        let (filled, replaced) = self.take_others(fields, field, answer, cx);
        match (had || filled, lacks) {
            (true, _) if replaced => Taken::Noted(Message::new("note-corrected")),
            (true, _) => Taken::Understood,
            (false, true) => Taken::Missing,
            (false, false) => Taken::NotUnderstood,
        }
    }

    /// Forgets what was said of a number so far, as if it had been read back wrong; whether there was any.
    fn drop_part(&mut self, slot: Slot) -> bool {
        let part = self.entries.get_mut(&slot).filter(|it| it.part.is_some());
        part.map(|it| {
            *it = Entry {
                denied: it.denied.saturating_add(1),
                changed: it.changed,
                ..Entry::default()
            }
        })
        .is_some()
    }

    /// What was said of a number, behind what was said of it before. Only a number that is read back is
    /// put together.
    fn joined(
        &self,
        field: &Field,
        answer: &Answer<'_>,
        cx: &Context<'_>,
    ) -> Option<field::Digits> {
        let before = self.entries.get(&field.slot).and_then(|it| it.part.as_deref());
        field.confirm?;
        field.kind.joined(answer, cx.line, before)
    }

    /// The caller was asked whether a value is right.
    fn confirm(
        &mut self,
        fields: &[Field],
        field: &Field,
        answer: &Answer<'_>,
        cx: &Context<'_>,
    ) -> Taken {
        let known = self.get(field.slot).map(str::to_owned);
        let amended = known.as_deref().and_then(|it| field.kind.amended(answer, it));
        let value =
            amended.or_else(|| field.kind.read(field.slot, answer, cx.line, known.as_deref()));
        let is_same = value.is_some() && value == known;
        if let Some(value) = value.filter(|it| Some(it) != known.as_ref()) {
            self.put(field.slot, value);
            let entry = self.entries.entry(field.slot).or_default();
            entry.corrected = true;
            entry.changed = entry.changed.saturating_add(1);
            return Taken::Understood;
        }
        if is_same && answer.yes_no != Some(YesNo::No) {
            // Saying the same again says that it is right.
            self.settle(field.slot);
            return Taken::Understood;
        }
        let (filled, replaced) = self.take_others(fields, field, answer, cx);
        let entry = self.entries.entry(field.slot).or_default();
        match answer.yes_no {
            Some(YesNo::Yes) => {
                self.settle(field.slot);
                Taken::Understood
            }
            // "No, my phone" to a number: what was wrong was the other.
            Some(YesNo::No) | None if replaced => Taken::Noted(Message::new("note-corrected")),
            Some(YesNo::No) => {
                let denied = entry.denied.saturating_add(1);
                let changed = entry.changed;
                *entry = Entry { denied, changed, wrong: entry.value.take(), ..Entry::default() };
                let apologises = !field.again.is_empty();
                Taken::Denied((!apologises).then(|| Message::new("note-denied")))
            }
            // "It's broken": kept for later, and the question is asked again.
            None if filled => {
                entry.corrected = false;
                Taken::Understood
            }
            None => Taken::NotUnderstood,
        }
    }

    /// Takes what was said of other fields beside the answer to a question: whether there was
    /// anything, and whether it replaces something.
    fn take_others(
        &mut self,
        fields: &[Field],
        field: &Field,
        answer: &Answer<'_>,
        cx: &Context<'_>,
    ) -> (bool, bool) {
        let (mut filled, mut replaced) = (false, false);
        for other in fields.iter().filter(|it| it.slot != field.slot) {
            let was_filled = self.get(other.slot).is_some();
            if self.take_beside(fields, other, answer, cx) {
                filled = true;
                replaced |= was_filled;
            }
        }
        (filled, replaced)
    }

    /// Takes a value that was said beside the answer to another question; whether it is a new one.
    fn take_beside(
        &mut self,
        fields: &[Field],
        field: &Field,
        answer: &Answer<'_>,
        cx: &Context<'_>,
    ) -> bool {
        // Where two fields are numbers, only recognition can tell one from the other.
        let is_digits = |it: &&Field| matches!(it.kind, Kind::Digits(_));
        let is_telling = !is_digits(&field) || fields.iter().filter(is_digits).count() == 1;
        // Keys answer the question that was asked, and nothing else.
        if answer.keys.is_some() || !(is_telling || answer.slots.contains_key(&field.slot)) {
            return false;
        }
        let known = self.get(field.slot).map(str::to_owned);
        let value = field.kind.read(field.slot, answer, cx.line, known.as_deref());
        let value = value.filter(|it| Some(it) != known.as_ref());
        let is_new = value.is_some();
        if let Some(value) = value {
            self.put(field.slot, value);
        }
        is_new
    }

    /// Puts a value that is not confirmed yet.
    fn put(&mut self, slot: Slot, value: String) {
        let (denied, changed) =
            self.entries.get(&slot).map_or((0, 0), |it| (it.denied, it.changed));
        self.entries
            .insert(slot, Entry { value: Some(value), denied, changed, ..Entry::default() });
    }

    /// Forgets the last field that the caller filled up to the one that is asked for, or the value just
    /// read back; `false` when there is none. What was said beside of a later field stays.
    pub(crate) fn back(&mut self, fields: &[Field], cx: &Context<'_>) -> bool {
        let given = |it: &&Field| {
            self.entries.get(&it.slot).is_some_and(|it| {
                !it.known && (it.value.is_some() || it.part.is_some() || it.settled)
            })
        };
        let open = fields.iter().position(|it| self.ask(it, cx).is_some());
        let asked = fields.iter().take(open.map_or(fields.len(), |it| it.saturating_add(1)));
        match asked.rev().find(given).map(|it| it.slot) {
            Some(slot) => {
                self.forget(slot);
                true
            }
            None => false,
        }
    }
}

/// The question for a field that was denied so many times.
fn again(field: &Field, denied: u32) -> &'static str {
    let at = usize::try_from(denied).unwrap_or(usize::MAX);
    let at = at.min(field.again.len());
    at.checked_sub(1).and_then(|it| field.again.get(it)).copied().unwrap_or(field.ask)
}
