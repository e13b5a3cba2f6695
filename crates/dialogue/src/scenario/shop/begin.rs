//! How it begins: which order it is about, as far as the first sentence or an earlier call says it.

use wording::Message;

use super::goal::{self, Goal};
use super::{Stage, Task, words};
use crate::form::Form;
use crate::order::Order;
use crate::read;
use crate::said::Said;
use crate::slot::Slot;
use crate::task::{Answer, Context};
use crate::wish::Wish;

/// Begins what serves a wish.
pub(crate) fn begin(wish: Wish, answer: &Answer<'_>, cx: &mut Context<'_>) -> Task {
    let mut task = Task {
        goal: Goal::of(wish, answer),
        form: Form::default(),
        stage: Stage::Asking,
        order: None,
        unknown: 0,
        not_found: None,
        operation: None,
        say: Vec::new(),
    };
    task.form.take(task.fields(), answer, cx);
    let another = match task.goal {
        Goal::Status => &words::ANOTHER,
        Goal::Address | Goal::Return | Goal::Cancel => &words::ANOTHER_ORDER,
    };
    let said = task.form.get(Slot::OrderNumber);
    let is_another = Said::new(answer.said, answer.language).has(another);
    let matter = cx.memory.matter.as_ref().and_then(|it| it.slots.get(&Slot::OrderNumber));
    if let Some(number) = matter.filter(|it| said.map_or(!is_another, |said| said == it.as_str())) {
        task.form.know(Slot::OrderNumber, number.clone());
        return task;
    }
    let is_meant = |it: &&Order| match said {
        Some(number) => number == it.number.as_str(),
        None => !is_another,
    };
    if let Some(order) = cx.memory.order.clone().as_ref().filter(is_meant) {
        task.know(order.clone(), cx);
    }
    if task.order.is_none() && task.form.get(Slot::OrderNumber).is_none() {
        task.say.push(Message::new("note-sure"));
    }
    task
}

/// An order number alone is about that order, "where is it" about the one under discussion, and to
/// cancel an order is to be rid of it.
pub(crate) fn claims(answer: &Answer<'_>, cx: &Context<'_>) -> Option<Wish> {
    let number = read::digits(answer, Slot::OrderNumber, &(5..=5), None);
    let said = Said::new(answer.said, answer.language);
    if goal::is_cancelled(answer) && (number.is_some() || said.has(&words::ORDER)) {
        return Some(Wish::ReturnOrder);
    }
    let about_it =
        said.has(&words::ABOUT_IT) && (cx.memory.order.is_some() || said.has(&words::ANOTHER));
    (number.is_some() || about_it).then_some(Wish::CheckOrderStatus)
}
