//! What the caller says in a payment.

use line::PaymentMethod;
use wording::Message;

use super::{FIELDS, HandOver, Offer, Stage, Task, Ways, card, words};
use crate::heard::YesNo;
use crate::question::Question;
use crate::said::Said;
use crate::scenario::agree::{agrees, agrees_outright};
use crate::slot::Slots;
use crate::task::{Answer, Context, Taken};

/// Times that a caller may give a card number before a person goes on.
const MAX_CARD_NUMBERS: u32 = 3;

impl Task {
    /// Takes what the caller said.
    pub(super) fn take(
        &mut self,
        asked: &Question,
        answer: &Answer<'_>,
        cx: &mut Context<'_>,
    ) -> Taken {
        if let Some(note) = card_number(answer) {
            self.counts.cards = self.counts.cards.saturating_add(1);
            if self.counts.cards < MAX_CARD_NUMBERS {
                return Taken::Noted(Message::new(note));
            }
            self.stage = Stage::HandOver(HandOver::CardNumber);
            return Taken::Understood;
        }
        if words::cannot_pay(answer) {
            self.bear_with();
            return Taken::Understood;
        }
        if let Some(taken) = self.form.hear(FIELDS, asked, answer, cx) {
            self.wanted = words::method(&words::only(answer, &Slots::new())).or(self.wanted);
            return taken;
        }
        // Recognition hands back what it found earlier; beside a question it is not news.
        let nothing = Slots::new();
        let said = words::only(answer, &nothing);
        if self.form.take(FIELDS, &said, cx) {
            self.restart();
            return Taken::Understood;
        }
        match self.stage {
            Stage::Offer(_) => self.take_offer(&said, cx),
            Stage::Method => self.take_method(answer, cx),
            Stage::Card => self.take_card(&said, cx),
            Stage::Link | Stage::Declined => self.take_link(&said, cx),
            Stage::Account
            | Stage::NoAccount
            | Stage::NoWay
            | Stage::Hardship
            | Stage::Paying(_)
            | Stage::Over
            | Stage::HandOver(_) => Taken::NotUnderstood,
        }
    }

    /// Whether the invoice at hand is paid now.
    fn take_offer(&mut self, answer: &Answer<'_>, cx: &mut Context<'_>) -> Taken {
        let said = Said::new(answer.said, answer.language);
        let is_one_of_several = self.owed.as_ref().is_some_and(|it| it.open.len() > 1);
        let mut all = is_one_of_several && said.has(&words::ALL);
        if let Some(amount) = words::amount(answer, cx.line.payments.currency) {
            let total = self.owed.as_ref().map(|it| it.total);
            if self.amount() == Some(amount) {
                if answer.yes_no != Some(YesNo::No) {
                    self.pay(cx);
                    return Taken::Understood;
                }
            } else if self.owed.as_mut().is_some_and(|it| it.choose(amount)) {
                self.offer(Offer::Named, cx);
                return Taken::Understood;
            } else if is_one_of_several && total == Some(amount) {
                all = true;
            } else {
                return Taken::Noted(Message::new("note-full-amount-only"));
            }
        }
        if said.has(&words::PART) {
            return Taken::Noted(Message::new("note-full-amount-only"));
        }
        if said.has(&words::OTHER_CARD) {
            self.use_other_card(cx);
            return Taken::Understood;
        }
        let named = words::method(answer);
        let yes_no = agrees(answer);
        let yes_no = yes_no.or(said.has(&words::LATER).then_some(YesNo::No));
        match (yes_no, all, named) {
            (Some(YesNo::No), _, None) => self.leave(cx),
            (Some(YesNo::Yes), _, _) | (_, true, _) | (_, _, Some(_)) => {
                if all {
                    self.note("note-one-invoice-at-a-time");
                }
                self.wanted = named.or(self.wanted);
                self.pay(cx);
            }
            (None, false, None) => return Taken::NotUnderstood,
        }
        Taken::Understood
    }

    /// The caller does not want to pay the invoice at hand now.
    fn leave(&mut self, cx: &mut Context<'_>) {
        let was_next = self.stage == Stage::Offer(Offer::Next);
        self.advance(cx);
        // Nobody is asked for money again and again.
        if was_next {
            self.stage = Stage::Over;
        }
        let note = match (self.stage, self.last) {
            (Stage::Over, None) => "tell-not-paid",
            _ => "note-okay",
        };
        self.note(note);
    }

    /// How it is paid.
    fn take_method(&mut self, answer: &Answer<'_>, cx: &Context<'_>) -> Taken {
        let said = Said::new(answer.said, answer.language);
        if said.has(&words::OTHER_CARD) {
            self.use_other_card(cx);
            return Taken::Understood;
        }
        let named = match answer.keys {
            Some("1") => Some(PaymentMethod::CardOnFile),
            Some("2") => Some(PaymentMethod::Link),
            Some(_) => return Taken::NotUnderstood,
            None => words::method(answer),
        };
        let no = answer.yes_no == Some(YesNo::No)
            || said.has(&words::NEITHER)
            || said.has(&words::LATER);
        match named {
            Some(method) => {
                self.wanted = Some(method);
                self.pay(cx);
                Taken::Understood
            }
            None if no => {
                self.refused = vec![PaymentMethod::CardOnFile];
                self.refuse(PaymentMethod::Link, cx);
                Taken::Understood
            }
            None => Taken::NotUnderstood,
        }
    }

    /// Whether the card is charged.
    fn take_card(&mut self, answer: &Answer<'_>, cx: &Context<'_>) -> Taken {
        let said = Said::new(answer.said, answer.language);
        if said.has(&words::OTHER_CARD) {
            self.use_other_card(cx);
            return Taken::Understood;
        }
        let other = words::amount(answer, cx.line.payments.currency);
        if other.is_some_and(|it| Some(it) != self.amount()) {
            return Taken::Noted(Message::new("note-full-amount-only"));
        }
        if words::method(answer) == Some(PaymentMethod::Link) {
            self.wanted = Some(PaymentMethod::Link);
            self.pay(cx);
            return Taken::Understood;
        }
        match agrees_outright(answer) {
            Some(YesNo::Yes) => self.stage = Stage::Paying(PaymentMethod::CardOnFile),
            Some(YesNo::No) => self.refuse(PaymentMethod::CardOnFile, cx),
            None => return Taken::NotUnderstood,
        }
        Taken::Understood
    }

    /// Whether a link is sent.
    fn take_link(&mut self, answer: &Answer<'_>, cx: &Context<'_>) -> Taken {
        let named = words::method(answer);
        match (agrees(answer), named) {
            (_, Some(PaymentMethod::CardOnFile)) if self.possible(cx).card => {
                self.refused.clear();
                self.wanted = named;
                self.pay(cx);
            }
            (Some(YesNo::No), _) => self.refuse(PaymentMethod::Link, cx),
            (Some(YesNo::Yes), _) | (None, Some(PaymentMethod::Link)) => {
                self.stage = Stage::Paying(PaymentMethod::Link);
            }
            (None, Some(PaymentMethod::CardOnFile) | None) => return Taken::NotUnderstood,
        }
        Taken::Understood
    }

    /// The caller wants to pay with a card that is not on file, which a link can do.
    fn use_other_card(&mut self, cx: &Context<'_>) {
        let Ways { link, .. } = self.possible(cx);
        if link {
            self.note("note-other-card");
            self.stage = Stage::Link;
        } else {
            self.wanted = Some(PaymentMethod::Link);
            self.pay(cx);
        }
    }
}

/// What is said to a caller who gives a card number, or wants to.
fn card_number(answer: &Answer<'_>) -> Option<&'static str> {
    if card::is_in(answer) {
        return Some("note-no-card-numbers");
    }
    let said = Said::new(answer.said, answer.language);
    let places = said.places(&words::CARD_NUMBER);
    let wants = places.iter().any(|it| !said.refuses(it));
    wants.then_some("note-never-card-numbers")
}
