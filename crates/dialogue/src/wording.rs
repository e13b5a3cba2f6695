//! Every word that the line says, in one place.
//!
//! Each wording is said in less than ten seconds, about 25 words. Placeholders are those of
//! [`Values`](crate::speech::Values). Nothing here needs escaping in SSML.

use crate::{Asking, OrderStatus, Reason, Wish};

/// After a wish to hear about an order.
pub(crate) const ASK_NUMBER: &str = "Sure. What's your five-digit order number?";
/// A number to be confirmed.
pub(crate) const CONFIRM: &str = "I have {digits}. Is that right?";
/// A number that replaces the one just read back.
pub(crate) const CONFIRM_CORRECTED: &str = "Okay, now I have {digits}. Is that right?";
/// The number read back was wrong: the first time, the second.
pub(crate) const DENIED: [&str; 2] = [
    "Sorry about that. What's the right number?",
    "Sorry. Let's try it another way. Please enter the five digits on your keypad.",
];
/// The number read back was wrong too many times.
pub(crate) const DENIED_TOO_OFTEN: &str =
    "I'm sorry, I keep getting your number wrong. Let me pass you on to our team.";
/// No order has the number: the first time.
pub(crate) const NOT_FOUND: &str = "I couldn't find order {number}. Let's try again. \
     You'll find the number in your confirmation email. What is it?";
/// No order has the number: the second time and later.
pub(crate) const NOT_FOUND_AGAIN: &str =
    "I couldn't find order {number} either. Would you like to talk to a person?";
/// The caller has no number to give.
pub(crate) const NO_NUMBER: &str = "No problem. Would you like to talk to a person instead?";
/// After something was served: the first time, and later.
pub(crate) const ANYTHING_ELSE: [&str; 2] =
    ["Is there anything else I can help with?", "Anything else I can help with?"];
/// A person was offered and declined.
pub(crate) const NO_PERSON: &str = "Okay. Is there anything else I can help with?";
/// There is something else.
pub(crate) const WHAT_ELSE: &str = "Sure, what can I do for you?";
/// The caller asked for a person.
pub(crate) const PERSON: &str = "Sure. Let me pass you on to our team.";
/// The caller is done, and was served. The goodbye itself is the flow's, which every call ends with.
pub(crate) const DONE_SERVED: &str = "Glad I could help.";
/// The caller is done, and was not served.
pub(crate) const DONE: &str = "All right.";
/// Something that the line depends on failed.
pub(crate) const BACKEND: &str =
    "I'm sorry, I can't get to our records right now. Let me pass you on to our team.";
/// The caller was not understood, or said nothing, too many times.
pub(crate) const GIVE_UP: Failures<&str> = Failures {
    misunderstood: "I'm sorry, I'm having trouble understanding. Let me pass you on to our team.",
    silent: "I'm sorry, I can't hear you. Let me pass you on to our team.",
};

/// A wish that was guessed: whether it is the caller's.
pub(crate) fn meant(wish: Wish) -> &'static str {
    match wish {
        Wish::CheckOrderStatus => {
            "I'm not sure I got that. Would you like to know how an order is doing?"
        }
        Wish::TalkToAgent => "I'm not sure I got that. Would you like to talk to a person?",
        Wish::Goodbye => "I'm not sure I got that. Are you all set?",
    }
}

/// The guess was wrong.
pub(crate) const NOT_MEANT: &str =
    "Sorry about that. What can I help you with? For a person, press 0.";

/// What is said when the caller was not understood, and when they said nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Failures<T> {
    /// The caller was not understood.
    pub(crate) misunderstood: T,
    /// The caller said nothing.
    pub(crate) silent: T,
}

/// The question again, with more help the second time.
pub(crate) fn reprompts(asking: &Asking) -> Failures<[&'static str; 2]> {
    match asking {
        Asking::Wish => Failures {
            misunderstood: [
                "Sorry, I didn't get that. What can I help you with?",
                "You've reached {business}. I can tell you how your order is doing. \
                 Say track my order, or press 0 for a person.",
            ],
            silent: [
                "Are you still there? Tell me what I can help you with.",
                "I still can't hear you. Say track my order, or press 0 to talk to a person.",
            ],
        },
        Asking::Number => Failures {
            misunderstood: [
                "Sorry, I didn't get that. What's your five-digit order number?",
                "Please enter the five digits on your keypad, \
                 or say agent to talk to a person.",
            ],
            silent: [
                "Are you still there? What's your five-digit order number?",
                "I still can't hear you. Please enter the five digits on your keypad, \
                 or press 0 to talk to a person.",
            ],
        },
        Asking::Confirmation(_) => Failures {
            misunderstood: [
                "Sorry, was that a yes or a no? I have {digits}.",
                "If your number is {digits}, say yes or press 1. If it isn't, say no or press 2.",
            ],
            silent: [
                "Are you still there? I have {digits}. Is that right?",
                "I still can't hear you. If your number is {digits}, press 1. \
                 If it isn't, press 2.",
            ],
        },
        Asking::Person => Failures {
            misunderstood: [
                "Sorry, was that a yes or a no? Would you like to talk to a person?",
                "To talk to a person, say yes or press 1. If you'd rather not, \
                 say no or press 2.",
            ],
            silent: [
                "Are you still there? Would you like to talk to a person?",
                "I still can't hear you. To talk to a person, press 1. \
                 If you'd rather not, press 2.",
            ],
        },
        Asking::Meant(wish) => {
            let Failures { misunderstood, silent } = meant_reprompts(*wish);
            // A guess follows a failure, so there is time for one reprompt before the third.
            Failures { misunderstood: [misunderstood; 2], silent: [silent; 2] }
        }
        Asking::More => Failures {
            misunderstood: [
                "Sorry, I didn't get that. Is there anything else I can help with?",
                "If you need something else, say track another order, \
                 or press 0 to talk to a person. If not, say no.",
            ],
            silent: [
                "Are you still there? Is there anything else I can help with?",
                "I still can't hear you. Press 0 to talk to a person, or 2 if you're all set.",
            ],
        },
    }
}

/// The question about a guess again, with more help.
fn meant_reprompts(wish: Wish) -> Failures<&'static str> {
    match wish {
        Wish::CheckOrderStatus => Failures {
            misunderstood: "Sorry, was that a yes or a no? To hear how an order is doing, \
                            say yes or press 1. For a person, press 0.",
            silent: "Are you still there? To hear how an order is doing, say yes or press 1. \
                     For a person, press 0.",
        },
        Wish::TalkToAgent => Failures {
            misunderstood: "Sorry, was that a yes or a no? To talk to a person, say yes or press 1. \
                            If you'd rather not, press 2.",
            silent: "Are you still there? To talk to a person, say yes or press 1. \
                     If you'd rather not, press 2.",
        },
        Wish::Goodbye => Failures {
            misunderstood: "Sorry, was that a yes or a no? If you're all set, say yes or press 1. \
                            If you aren't, press 2.",
            silent: "Are you still there? If you're all set, say yes or press 1. \
                     If you aren't, press 2.",
        },
    }
}

/// What is known of the days of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    /// Neither the day it left nor the day it should arrive.
    Neither,
    /// The day of the last step: left or arrived.
    Past,
    /// The day it should arrive.
    Future,
    /// Both.
    Both,
}

/// Whether an order is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Course {
    /// It is on time, or nobody promised a day.
    OnTime,
    /// It should have arrived by now.
    Late,
}

/// How an order is doing. `{past}` is the day it left or arrived, `{future}` the day it is due.
pub(crate) fn status(status: OrderStatus, known: Known, course: Course) -> &'static str {
    match (status, known, course) {
        (OrderStatus::Processing, Known::Future | Known::Both, Course::OnTime) => {
            "Order {number} is being prepared and should arrive {future}."
        }
        (OrderStatus::Processing, Known::Future | Known::Both, Course::Late) => {
            "Order {number} is still being prepared. It was due {future}, so it's running late."
        }
        (OrderStatus::Processing, Known::Neither | Known::Past, _) => {
            "Order {number} is being prepared. It hasn't been shipped yet."
        }
        (OrderStatus::Shipped, Known::Both, Course::OnTime) => {
            "Order {number} was shipped {past} and should arrive {future}."
        }
        (OrderStatus::Shipped, Known::Both, Course::Late) => {
            "Order {number} was shipped {past}. It was due {future}, so it's running late."
        }
        (OrderStatus::Shipped, Known::Past, _) => {
            "Order {number} was shipped {past} and is on its way."
        }
        (OrderStatus::Shipped, Known::Future, Course::OnTime) => {
            "Order {number} is on its way and should arrive {future}."
        }
        (OrderStatus::Shipped, Known::Future, Course::Late) => {
            "Order {number} is on its way. It was due {future}, so it's running late."
        }
        (OrderStatus::Shipped, Known::Neither, _) => "Order {number} is on its way.",
        (OrderStatus::Delivered, Known::Past | Known::Both, _) => {
            "Order {number} was delivered {past}."
        }
        (OrderStatus::Delivered, Known::Neither | Known::Future, _) => {
            "Order {number} has been delivered."
        }
        (OrderStatus::Cancelled, _, _) => {
            "Order {number} was cancelled, so it won't be delivered. \
             If you didn't expect that, just ask for a person."
        }
    }
}

/// Why a call comes to a person, for the person.
pub(crate) fn why(reason: Option<Reason>) -> &'static str {
    match reason {
        Some(Reason::Asked) => "The caller asked for a person",
        Some(Reason::NotUnderstood) => "The assistant couldn't understand the caller",
        Some(Reason::Silence) => "The assistant couldn't hear the caller",
        Some(Reason::Backend) => "The assistant couldn't get to our records",
        None => "The caller talked to the assistant",
    }
}

/// Word for a status, for the person who takes over.
pub(crate) fn status_word(status: OrderStatus) -> &'static str {
    match status {
        OrderStatus::Processing => "being prepared",
        OrderStatus::Shipped => "on its way",
        OrderStatus::Delivered => "delivered",
        OrderStatus::Cancelled => "cancelled",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Longest a wording may be, so that it is said in less than ten seconds.
    const MAX_WORDS: usize = 25;

    fn all() -> Vec<&'static str> {
        let mut all = vec![
            ASK_NUMBER,
            CONFIRM,
            CONFIRM_CORRECTED,
            DENIED_TOO_OFTEN,
            NOT_FOUND,
            NOT_FOUND_AGAIN,
            NO_NUMBER,
            NO_PERSON,
            NOT_MEANT,
            WHAT_ELSE,
            PERSON,
            DONE_SERVED,
            DONE,
            BACKEND,
            GIVE_UP.misunderstood,
            GIVE_UP.silent,
        ];
        all.extend(DENIED);
        all.extend(ANYTHING_ELSE);
        let number = "44321".parse().unwrap();
        for asking in [
            Asking::Wish,
            Asking::Number,
            Asking::Confirmation(number),
            Asking::Person,
            Asking::Meant(Wish::CheckOrderStatus),
            Asking::Meant(Wish::TalkToAgent),
            Asking::Meant(Wish::Goodbye),
            Asking::More,
        ] {
            if let Asking::Meant(wish) = asking {
                all.push(meant(wish));
            }
            let Failures { misunderstood, silent } = reprompts(&asking);
            all.extend(misunderstood);
            all.extend(silent);
        }
        for status_ in [
            OrderStatus::Processing,
            OrderStatus::Shipped,
            OrderStatus::Delivered,
            OrderStatus::Cancelled,
        ] {
            for known in [Known::Neither, Known::Past, Known::Future, Known::Both] {
                for course in [Course::OnTime, Course::Late] {
                    all.push(status(status_, known, course));
                }
            }
        }
        all
    }

    #[test]
    fn every_wording_is_short_and_needs_no_escaping() {
        for wording in all() {
            assert!(wording.split_whitespace().count() <= MAX_WORDS, "{wording:?} is long");
            assert!(!wording.contains(['&', '<', '>']), "{wording:?} needs escaping");
            assert!(wording.ends_with(['.', '?']), "{wording:?} is no sentence");
            assert!(!wording.contains("  "), "{wording:?} has two spaces");
        }
    }

    #[test]
    fn every_placeholder_is_known() {
        for wording in all() {
            for part in wording.split('{').skip(1) {
                let (name, _) = part.split_once('}').unwrap();
                assert!(
                    ["business", "number", "digits", "past", "future"].contains(&name),
                    "{wording:?} holds `{name}`"
                );
            }
        }
    }

    #[test]
    fn no_reprompt_repeats_another() {
        for asking in [Asking::Wish, Asking::Number, Asking::Person, Asking::More] {
            let Failures { misunderstood, silent } = reprompts(&asking);
            let mut said = [misunderstood, silent].concat();
            said.extend([GIVE_UP.misunderstood, GIVE_UP.silent]);
            said.sort_unstable();
            said.dedup();
            assert_eq!(said.len(), 6, "{asking:?}");
        }
        for wish in [Wish::CheckOrderStatus, Wish::TalkToAgent, Wish::Goodbye] {
            let Failures { misunderstood, silent } = meant_reprompts(wish);
            let mut said = vec![meant(wish), misunderstood, silent];
            said.sort_unstable();
            said.dedup();
            assert_eq!(said.len(), 3, "{wish:?}");
        }
    }
}
