//! What the caller means: what was heard, read in the light of the question that was asked.

use crate::words::Words;
use crate::{Answer, Asking, Heard, Intent, Mode, OrderNumber, Session};

/// What the caller means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// They said nothing.
    Silence,
    /// It cannot be told.
    Unclear,
    /// They want a person.
    Person,
    /// They are done.
    Leave,
    /// They want to hear about an order and did not say which.
    Order,
    /// They want to hear about this order, and it has not been confirmed.
    Number(OrderNumber),
    /// They want to hear about this order, and it has been confirmed.
    Confirmed(OrderNumber),
    /// They ask on about the order under discussion.
    SameOrder,
    /// They say yes to what was asked.
    Yes,
    /// They say no to what was asked.
    No,
}

/// Reads what was heard in the light of the question that was asked.
pub(crate) fn of(session: &Session, heard: &Heard) -> Meaning {
    let words = Words::of(&heard.said);
    if words.is_empty() && heard.answer.is_none() {
        return Meaning::Silence;
    }
    if heard.mode == Mode::Keys
        && let Some(meaning) = key(session, &heard.said)
    {
        return meaning;
    }
    match heard.intent {
        Intent::TalkToAgent => {
            // The offer of a person is a yes-or-no question about this intent.
            let declines = session.asking == Asking::Person
                && !words.want_person()
                && heard.answer.or_else(|| words.plain_answer()) == Some(Answer::No);
            if declines { Meaning::No } else { Meaning::Person }
        }
        Intent::Goodbye => goodbye(session, heard, &words),
        Intent::CheckOrderStatus | Intent::Unknown => match &session.asking {
            Asking::Confirmation(number) => confirmation(number, heard, &words),
            Asking::Wish | Asking::Number | Asking::Person | Asking::More => {
                open(session, heard, &words)
            }
        },
    }
}

/// Keys that stand for an answer: 0 is a person, and to a yes-or-no question 1 is yes and 2 no.
fn key(session: &Session, keys: &str) -> Option<Meaning> {
    let asked_yes_or_no = match session.asking {
        Asking::Confirmation(_) | Asking::Person | Asking::More => true,
        Asking::Wish | Asking::Number => false,
    };
    match keys.trim().trim_end_matches('#') {
        "0" => Some(Meaning::Person),
        "1" if asked_yes_or_no => Some(yes(session)),
        "2" if asked_yes_or_no => Some(Meaning::No),
        _ => None,
    }
}

/// Yes to the question that was asked.
fn yes(session: &Session) -> Meaning {
    match &session.asking {
        Asking::Confirmation(number) => Meaning::Confirmed(number.clone()),
        Asking::Wish | Asking::Number | Asking::Person | Asking::More => Meaning::Yes,
    }
}

/// Yes or no, from recognition or else from the words.
fn answer(heard: &Heard, words: &Words) -> Option<Answer> {
    heard.answer.or_else(|| words.answer())
}

/// Recognition heard a goodbye, which "no" and "that's it" may look like.
fn goodbye(session: &Session, heard: &Heard, words: &Words) -> Meaning {
    if words.are_leaving() {
        return Meaning::Leave;
    }
    let says_no = !words.are_done() && words.plain_answer() == Some(Answer::No);
    match &session.asking {
        Asking::Confirmation(number) => match confirmation(number, heard, words) {
            Meaning::Unclear => Meaning::Leave,
            meaning => meaning,
        },
        Asking::Number | Asking::Person if says_no => Meaning::No,
        Asking::Wish if says_no && session.served == 0 => Meaning::Unclear,
        Asking::Wish | Asking::Number | Asking::Person | Asking::More => Meaning::Leave,
    }
}

/// The caller was asked whether `asked` is their number.
fn confirmation(asked: &OrderNumber, heard: &Heard, words: &Words) -> Meaning {
    // Whoever asks for a person gets one, whatever else they say.
    if words.want_person() {
        return Meaning::Person;
    }
    let said = words.order_numbers();
    let mut others: Vec<_> = said.iter().filter(|it| *it != asked).collect();
    others.dedup();
    if let [other] = others[..] {
        return Meaning::Number(other.clone());
    }
    if let Some(slot) = &heard.number
        && slot != asked
    {
        return Meaning::Number(slot.clone());
    }
    match answer(heard, words) {
        Some(Answer::Yes) => Meaning::Confirmed(asked.clone()),
        Some(Answer::No) => Meaning::No,
        // Saying the same number again says that it is right.
        None if said.contains(asked) || words.agree() => Meaning::Confirmed(asked.clone()),
        None => Meaning::Unclear,
    }
}

/// The caller was asked something that they may answer in many ways.
fn open(session: &Session, heard: &Heard, words: &Words) -> Meaning {
    // Whoever asks for a person gets one, whatever else they say.
    if words.want_person() {
        return Meaning::Person;
    }
    let under_discussion = session.order.as_ref();
    let said = words.order_numbers();
    let said = if let [number] = &said[..] { Some(number) } else { None };
    if let Some(number) = said.or(heard.number.as_ref()) {
        let confirmed = heard.intent == Intent::CheckOrderStatus
            && heard.answer == Some(Answer::Yes)
            && heard.number.as_ref() == Some(number);
        return if under_discussion.is_some_and(|it| it.number == *number) {
            Meaning::SameOrder
        } else if confirmed {
            Meaning::Confirmed(number.clone())
        } else {
            Meaning::Number(number.clone())
        };
    }

    let asking = &session.asking;
    if *asking == Asking::Person
        && let Some(answer) = answer(heard, words)
    {
        return either(answer);
    }
    if *asking != Asking::Number {
        let about_an_order = heard.intent == Intent::CheckOrderStatus;
        if words.mean_another() && (about_an_order || words.ask_about_it()) {
            return Meaning::Order;
        }
        if under_discussion.is_some() && (about_an_order || words.ask_about_it()) {
            return Meaning::SameOrder;
        }
        if about_an_order {
            return Meaning::Order;
        }
    }
    if words.are_leaving() || (*asking == Asking::More && words.are_done()) {
        return Meaning::Leave;
    }
    match (asking, heard.answer.or_else(|| words.plain_answer())) {
        (Asking::More, Some(answer)) => either(answer),
        (Asking::Number, Some(Answer::No)) => Meaning::No,
        // Before anything was served there is nothing that a no could end.
        (Asking::Wish, Some(Answer::No)) if session.served > 0 => Meaning::Leave,
        (
            Asking::Wish | Asking::Number | Asking::Confirmation(_) | Asking::Person | Asking::More,
            _,
        ) => Meaning::Unclear,
    }
}

fn either(answer: Answer) -> Meaning {
    match answer {
        Answer::Yes => Meaning::Yes,
        Answer::No => Meaning::No,
    }
}
