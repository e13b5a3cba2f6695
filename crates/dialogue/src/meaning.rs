//! What the caller means: what was heard, read in the light of the question that was asked.

use crate::words::Words;
use crate::{Answer, Asking, Heard, Intent, Mode, OrderNumber, Session, Wish};

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
    /// They do not want what was guessed.
    NotMeant,
}

/// What the caller said they want, as far as recognition knows wishes.
///
/// When a question about an intent is not answered, recognition hands that intent back. Nobody said
/// it, so it is [`Intent::Unknown`] here.
pub(crate) fn intent_said(session: &Session, heard: &Heard) -> Intent {
    let handed_back = !heard.rated
        && heard.answer.is_none()
        && session.asking.about().is_some_and(|it| Intent::from(it) == heard.intent);
    if handed_back { Intent::Unknown } else { heard.intent }
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
    let meaning = if let Asking::Meant(wish) = session.asking {
        meant(session, wish, heard, &words)
    } else {
        wanted(session, heard, &words)
    };
    if words.are_staying() { stay(session, meaning) } else { meaning }
}

/// Reads a meaning anew in the light of a caller who wants the call to go on: none is left that
/// ends it.
fn stay(session: &Session, meaning: Meaning) -> Meaning {
    match (&session.asking, meaning) {
        // "Anything else?" "I'm not done."
        (Asking::More, Meaning::Leave | Meaning::No | Meaning::Unclear) => Meaning::Yes,
        (Asking::Meant(Wish::Goodbye), Meaning::Leave | Meaning::Unclear) => Meaning::NotMeant,
        (Asking::Wish | Asking::Meant(_), Meaning::No) | (_, Meaning::Leave) => Meaning::Unclear,
        (_, meaning) => meaning,
    }
}

/// What the caller means who was not asked about a guess.
fn wanted(session: &Session, heard: &Heard, words: &Words) -> Meaning {
    match intent_said(session, heard) {
        Intent::TalkToAgent => {
            // The offer of a person is a yes-or-no question about this intent.
            let declines = session.asking == Asking::Person
                && !words.want_person()
                && heard.answer.or_else(|| words.plain_answer()) == Some(Answer::No);
            if declines { Meaning::No } else { Meaning::Person }
        }
        Intent::Goodbye => goodbye(session, heard, words),
        Intent::CheckOrderStatus | Intent::Unknown => match &session.asking {
            Asking::Confirmation(number) => confirmation(number, heard, words),
            Asking::Wish | Asking::Number | Asking::Person | Asking::Meant(_) | Asking::More => {
                open(session, heard, words)
            }
        },
    }
}

/// The caller was asked whether `guessed` is what they want.
fn meant(session: &Session, guessed: Wish, heard: &Heard, words: &Words) -> Meaning {
    let wish = intent_said(session, heard).wish();
    // A goodbye is left out: it is what recognition may make of a no.
    let wants_other = heard.answer.is_none()
        && matches!(wish, Some(Wish::CheckOrderStatus | Wish::TalkToAgent))
        && wish != Some(guessed);
    let has_number = heard.number.is_some() || !words.order_numbers().is_empty();
    if words.want_person() || words.are_leaving() || has_number || wants_other {
        return wanted(session, heard, words);
    }
    match heard.answer.or_else(|| words.plain_answer()) {
        Some(Answer::Yes) => granted(session, guessed),
        Some(Answer::No) if words.are_done() => Meaning::Leave,
        Some(Answer::No) => Meaning::NotMeant,
        None if words.agree() || wish == Some(guessed) => granted(session, guessed),
        None => wanted(session, heard, words),
    }
}

/// The caller does want what was guessed.
fn granted(session: &Session, guessed: Wish) -> Meaning {
    match guessed {
        Wish::CheckOrderStatus if session.order.is_some() => Meaning::SameOrder,
        Wish::CheckOrderStatus => Meaning::Order,
        Wish::TalkToAgent => Meaning::Person,
        Wish::Goodbye => Meaning::Leave,
    }
}

/// Keys that stand for an answer: 0 is a person, and to a yes-or-no question 1 is yes and 2 no.
fn key(session: &Session, keys: &str) -> Option<Meaning> {
    let asked_yes_or_no = match session.asking {
        Asking::Confirmation(_) | Asking::Person | Asking::Meant(_) | Asking::More => true,
        Asking::Wish | Asking::Number => false,
    };
    match keys.trim().trim_end_matches('#') {
        "0" => Some(Meaning::Person),
        "1" if asked_yes_or_no => Some(yes(session)),
        "2" if asked_yes_or_no => Some(no(session)),
        _ => None,
    }
}

/// Yes to the question that was asked.
fn yes(session: &Session) -> Meaning {
    match &session.asking {
        Asking::Confirmation(number) => Meaning::Confirmed(number.clone()),
        Asking::Meant(guessed) => granted(session, *guessed),
        Asking::Wish | Asking::Number | Asking::Person | Asking::More => Meaning::Yes,
    }
}

/// No to the question that was asked.
fn no(session: &Session) -> Meaning {
    match session.asking {
        Asking::Meant(_) => Meaning::NotMeant,
        Asking::Wish | Asking::Number | Asking::Confirmation(_) | Asking::Person | Asking::More => {
            Meaning::No
        }
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
        Asking::Wish | Asking::Number | Asking::Person | Asking::Meant(_) | Asking::More => {
            Meaning::Leave
        }
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
        let about_an_order = intent_said(session, heard) == Intent::CheckOrderStatus;
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
    // "Don't give me an agent" says no to that only, and ends nothing.
    let plain = || words.plain_answer().filter(|_| !words.refuse_something());
    match (asking, heard.answer.or_else(plain)) {
        (Asking::More, Some(answer)) => either(answer),
        (Asking::Number, Some(Answer::No)) => Meaning::No,
        // Before anything was served there is nothing that a no could end.
        (Asking::Wish, Some(Answer::No)) if session.served > 0 => Meaning::Leave,
        (
            Asking::Wish
            | Asking::Number
            | Asking::Confirmation(_)
            | Asking::Person
            | Asking::Meant(_)
            | Asking::More,
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
