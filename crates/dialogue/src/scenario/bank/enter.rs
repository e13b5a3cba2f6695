//! PIN and code: asked for, heard, checked.

use std::ops::RangeInclusive;

use wording::{Message, Value};

use super::gate::{Barred, Gate};
use super::said::{ACCOUNT, NO_CODE, OTHER_ACCOUNT};
use super::{ACCOUNT_DIGITS, FIELDS, Fleeting, Task, words};
use crate::business::{AccountNumber, Secret};
use crate::read;
use crate::reply::Reason;
use crate::request::{CodeCheck, PinCheck, Request};
use crate::slot::Slot;
use crate::task::{Answer, Context, Next, Taken};

/// Fewest and most digits of a PIN.
const PIN_DIGITS: RangeInclusive<usize> = 4..=6;

/// Digits of a one-time code.
const CODE_DIGITS: usize = 6;

/// Fewest digits said in a row that are taken for a PIN said aloud.
const LEAST_ALOUD: usize = 2;

impl Task {
    /// The PIN, then the code where the line asks for one.
    pub(super) fn open(&mut self, account: AccountNumber, cx: &mut Context<'_>) -> Next {
        let rules = cx.line.bank;
        if !self.gate.awaits_code(&account, &rules) {
            // Whoever goes from account to account has no more PINs than one account has.
            if cx.memory.wrong_pins >= rules.pin_tries {
                self.now = Fleeting::default();
                return Next::Person(Reason::Matter, Message::new("hand-over-code"));
            }
            return match self.now.pin.take() {
                Some(pin) => {
                    let operation = cx.operation();
                    Next::Request(Gate::verify_pin(account, pin, &rules, operation))
                }
                None if self.gate.was_aloud() => self.ask_slot("ask-pin-keys", Slot::Pin),
                None if self.gate.wrong_pin => self.ask_slot("ask-pin-again", Slot::Pin),
                None => self.ask_slot("ask-pin", Slot::Pin),
            };
        }
        // A code that cannot be sent is not made.
        if !cx.texting {
            self.now = Fleeting::default();
            return Next::Person(Reason::Matter, Message::new("hand-over-no-phone"));
        }
        match (self.now.code.take(), self.gate.created) {
            (Some(code), Some(created)) => {
                let operation = cx.operation();
                Next::Request(Request::VerifyCode { account, code, created, operation })
            }
            (_, None) => {
                let operation = cx.operation();
                self.gate.created = Some(operation);
                Next::Request(Request::CreateCode { account, operation })
            }
            (None, Some(_)) if self.now.notes.is_empty() => {
                self.ask_slot("ask-one-time-code", Slot::OneTimeCode)
            }
            // What became of the last one was said before.
            (None, Some(_)) => self.ask_slot("ask-code-again", Slot::OneTimeCode),
        }
    }

    pub(super) fn hear_pin(&mut self, answer: &Answer<'_>, cx: &Context<'_>) -> Taken {
        if let Some(keys) = answer.keys {
            if !PIN_DIGITS.contains(&keys.len()) || !keys.bytes().all(|it| it.is_ascii_digit()) {
                return Taken::NotUnderstood;
            }
            self.now.pin = Some(Secret::new(keys));
            return Taken::Understood;
        }
        if let Some(taken) = self.hear_account(answer, &PIN_DIGITS, cx) {
            return taken;
        }
        let said = words(answer, cx);
        if said.has_any(OTHER_ACCOUNT) {
            self.forget_account();
            return Taken::Understood;
        }
        let is_aloud = answer.slots.contains_key(&Slot::Pin)
            || said.digits().iter().any(|it| it.value.len() >= LEAST_ALOUD);
        if is_aloud {
            match self.gate.pin_aloud() {
                Barred::Again => self.note(Message::new("note-pin-aloud")),
                Barred::Person => self.hand_over("hand-over-pin"),
            }
            return Taken::Understood;
        }
        if read::lacks(answer) { Taken::Missing } else { Taken::NotUnderstood }
    }

    /// Asks for the account anew.
    pub(super) fn forget_account(&mut self) {
        self.form.forget(Slot::AccountNumber);
        self.leave_account();
    }

    /// Forgets what was opened and told of the account that was given before.
    fn leave_account(&mut self) {
        self.gate = self.gate.anew();
        self.kinds.clear();
    }

    /// Takes another account than the one that was given, in the answer to a question for so many digits;
    /// `None` when no account is named. Where accounts are as long as that, the words must speak of one.
    fn hear_account(
        &mut self,
        answer: &Answer<'_>,
        asked: &RangeInclusive<usize>,
        cx: &Context<'_>,
    ) -> Option<Taken> {
        let length = ACCOUNT_DIGITS.on(cx.line);
        let is_other = length.clone().all(|it| !asked.contains(&it));
        if answer.keys.is_some() || !(is_other || speaks_of_account(answer, cx)) {
            return None;
        }
        if self.take_account(answer, cx) {
            return Some(Taken::Understood);
        }
        // Who says the same one again, and nothing beside it, has not answered the question.
        let said = words(answer, cx);
        let same = said.digits_of(|it| length.contains(&it));
        let is_all = said.digits().len() == same.len();
        (!same.is_empty() && is_all).then_some(Taken::NotUnderstood)
    }

    /// Takes another account than the one that was given; whether there is one in the words.
    pub(super) fn take_account(&mut self, answer: &Answer<'_>, cx: &Context<'_>) -> bool {
        let is_other = self.form.take(FIELDS, answer, cx);
        if is_other {
            self.leave_account();
        }
        is_other
    }

    pub(super) fn hear_code(&mut self, answer: &Answer<'_>, cx: &Context<'_>) -> Taken {
        let said = words(answer, cx);
        // Digits beside it are those of their telephone.
        if answer.keys.is_none() && said.has_any(NO_CODE) {
            match self.gate.code_lost() {
                Barred::Again => {
                    self.note(Message::new("note-code-again"));
                    // Another code: the first one would be good for less than its text says.
                    self.gate.created = None;
                }
                Barred::Person => self.hand_over("hand-over-code"),
            }
            return Taken::Understood;
        }
        if let Some(taken) = self.hear_account(answer, &(CODE_DIGITS..=CODE_DIGITS), cx) {
            return taken;
        }
        let digits = read::digits(answer, Slot::OneTimeCode, &(CODE_DIGITS..=CODE_DIGITS), None);
        match digits {
            Some(code) => {
                self.now.code = Some(Secret::new(code));
                Taken::Understood
            }
            None if answer.keys.is_none() && read::lacks(answer) => Taken::Missing,
            None => Taken::NotUnderstood,
        }
    }

    pub(super) fn learn_pin(&mut self, check: PinCheck, cx: &mut Context<'_>) {
        let Some(account) = self.account() else {
            self.fail();
            return;
        };
        if check != PinCheck::Right {
            cx.memory.wrong_pins = cx.memory.wrong_pins.saturating_add(1);
        }
        match check {
            PinCheck::Right => {
                cx.memory.account = Some(account.clone());
                self.gate.pin_right(&account, &cx.line.bank, cx.memory);
            }
            PinCheck::Wrong { left: 0 } => self.lock(cx.line.bank.lock_minutes),
            PinCheck::Wrong { left } => {
                self.gate.pin_wrong();
                self.note(Message::new("note-pin-wrong").with("left", Value::Number(left.into())));
            }
            PinCheck::Locked { minutes } => self.lock(minutes),
        }
    }

    /// The account is locked: for how long, and a person is offered.
    fn lock(&mut self, minutes: u32) {
        self.gate = Gate::locked();
        self.end(Next::OfferPerson(vec![locked(minutes)]));
    }

    pub(super) fn learn_code(&mut self, code: Option<Secret>, cx: &mut Context<'_>) {
        match code {
            Some(code) => {
                self.gate.code_sent();
                // As it is written, to be copied from the screen.
                let text = Message::new("text-one-time-code")
                    .with("business", Value::Text(cx.line.name.clone()))
                    .with("code", Value::Text(code.reveal().to_owned()));
                cx.texts.push(text);
            }
            None => self.hand_over("hand-over-no-phone"),
        }
    }

    pub(super) fn learn_check(&mut self, check: CodeCheck, cx: &mut Context<'_>) {
        let Some(account) = self.account() else {
            self.fail();
            return;
        };
        match check {
            CodeCheck::Right => self.gate.code_right(&account, cx.memory),
            CodeCheck::Wrong { left } => match self.gate.code_wrong(left) {
                Barred::Again => self.note(Message::new("note-code-wrong")),
                Barred::Person => self.hand_over("hand-over-code"),
            },
            CodeCheck::Expired => match self.gate.code_lost() {
                Barred::Again => {
                    self.note(Message::new("note-code-expired"));
                    self.gate.created = None;
                }
                Barred::Person => self.hand_over("hand-over-code"),
            },
        }
    }
}

/// Whether an account is spoken of.
pub(super) fn speaks_of_account(answer: &Answer<'_>, cx: &Context<'_>) -> bool {
    words(answer, cx).has_any(ACCOUNT)
}

/// For how long an account is locked, in words.
fn locked(minutes: u32) -> Message {
    const HOUR: u32 = 60;
    // Nobody waits for the minute of a lock of hours.
    if minutes > 2 * HOUR {
        let hours = minutes.div_ceil(HOUR);
        Message::new("tell-locked-hours").with("hours", Value::Number(hours.into()))
    } else {
        Message::new("tell-locked").with("minutes", Value::Number(minutes.max(1).into()))
    }
}
