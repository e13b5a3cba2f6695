//! How a payment begins.

use line::Scenario;

use super::{FIELDS, Task, account_digits, card, words};
use crate::business::AccountNumber;
use crate::read;
use crate::slot::Slot;
use crate::task::{Answer, Context};
use crate::wish::Wish;

/// Begins what serves a wish.
pub(crate) fn begin(_wish: Wish, answer: &Answer<'_>, cx: &mut Context<'_>) -> Task {
    let mut task = Task::default();
    if card::is_in(answer) {
        task.note("note-no-card-numbers");
    } else {
        task.form.take(FIELDS, answer, cx);
    }
    if words::cannot_pay(answer) {
        task.bear_with();
        return task;
    }
    task.wanted = words::method(answer);
    let same = |it: &&AccountNumber| {
        task.form.get(Slot::AccountNumber).is_none_or(|said| said == it.as_str())
    };
    if let Some(account) = cx.memory.account.as_ref().filter(same) {
        task.form.know(Slot::AccountNumber, account.as_str());
    }
    // What is said before a question is no answer to a wish when it is about a card.
    if task.say.is_empty() && task.form.get(Slot::AccountNumber).is_none() {
        task.note("note-sure");
    }
    task
}

/// The number of an account by itself is about what is owed on it; where the line is a bank as well,
/// it may be about anything. Who has no money to pay speaks of a bill too.
pub(crate) fn claims(answer: &Answer<'_>, cx: &Context<'_>) -> Option<Wish> {
    // Whoever begins with the number of a card wants to pay, and hears at once not to say it.
    if card::is_in(answer) {
        return Some(Wish::PayInvoice);
    }
    let digits = account_digits(cx.line);
    let number = read::digits(answer, Slot::AccountNumber, &(digits..=digits), None);
    let is_account = number.is_some() && !cx.line.does(Scenario::Bank);
    (is_account || words::cannot_pay(answer)).then_some(Wish::PayInvoice)
}
