//! The next turn: what is said, what is asked, what is remembered.

use jiff::civil::Date;

use crate::meaning::{self, Meaning};
use crate::speech::{Speech, Values};
use crate::wording::{self, Failures};
use crate::{Asking, Heard, Intent, Order, OrderNumber, Reason, Reply, Session, Step, status};

/// Failures in a row, of understanding and of hearing together, after which a person takes over.
const MAX_FAILURES: u32 = 3;
/// Times in a row that a number may be read back wrong before a person takes over.
const MAX_DENIALS: u32 = 3;

/// What is the same for every call on this line today.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// Name of the business, as it is spoken.
    pub business: &'a str,
    /// Today, in the business's time zone.
    pub today: Date,
}

/// What follows what the caller did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// The line answers.
    Answer(Turn),
    /// An order must be looked up first.
    LookUp(LookUp),
}

/// A finished turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// What is remembered; its [`Session::turn`] is the number of this turn.
    pub session: Session,
    /// What is answered; the session remembers it too.
    pub reply: Reply,
    /// The intent that the turn served.
    pub intent: Intent,
}

/// A turn that waits for an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookUp {
    draft: Draft,
    number: OrderNumber,
}

/// How a look-up went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Facts {
    /// There is such an order.
    Found(Order),
    /// There is no such order.
    NotFound,
    /// It cannot be told, because what the line depends on failed.
    Failed,
}

/// Hears the caller out and decides what follows.
///
/// Never leaves the caller with silence: every answer has words, and asks for something or hands
/// the call on.
pub fn listen(mut session: Session, heard: &Heard, setting: &Setting<'_>) -> Next {
    session.reopen();
    let meaning = meaning::of(&session, heard);
    let mut draft = Draft { session, intent: heard.intent, kept: heard.kept.clone() };
    draft.count(&meaning);
    Next::Answer(match meaning {
        Meaning::Confirmed(number) => return Next::LookUp(LookUp { draft, number }),
        Meaning::Silence => draft.ask_again(Failure::Silent, setting),
        Meaning::Unclear => draft.ask_again(Failure::Misunderstood, setting),
        Meaning::Person => draft.hand_over(Reason::Asked, wording::PERSON),
        Meaning::Leave => draft.leave(),
        Meaning::Order => draft.ask(Asking::Number, wording::ASK_NUMBER, setting),
        Meaning::Number(number) => {
            let wording = match draft.session.asking {
                Asking::Confirmation(_) => wording::CONFIRM_CORRECTED,
                Asking::Wish | Asking::Number | Asking::Person | Asking::More => wording::CONFIRM,
            };
            draft.session.not_found = None;
            draft.ask(Asking::Confirmation(number), wording, setting)
        }
        Meaning::SameOrder => match draft.session.order.clone() {
            Some(order) => draft.tell(order, setting),
            None => draft.ask(Asking::Number, wording::ASK_NUMBER, setting),
        },
        Meaning::Yes => draft.accept(setting),
        Meaning::No => draft.decline(setting),
    })
}

/// The answer when what is remembered of the call cannot be read or kept: the line owns up and
/// hands the call to a person.
///
/// There is no session to go with it, so it is stored nowhere.
pub fn unavailable() -> Reply {
    reply(Speech::new(wording::BACKEND, &Values::default()), Step::Person(Reason::Backend))
}

impl LookUp {
    /// The order to look up.
    pub fn number(&self) -> &OrderNumber {
        &self.number
    }

    /// Finishes the turn with what the look-up brought.
    pub fn answer(self, facts: Facts, setting: &Setting<'_>) -> Turn {
        let Self { mut draft, number } = self;
        match facts {
            Facts::Found(order) => {
                draft.session.unknown_orders = 0;
                draft.tell(order, setting)
            }
            Facts::NotFound => {
                draft.session.unknown_orders = draft.session.unknown_orders.saturating_add(1);
                let values = Values { number: Some(&number), ..Values::default() };
                let (asking, wording) = if draft.session.unknown_orders == 1 {
                    (Asking::Number, wording::NOT_FOUND)
                } else {
                    (Asking::Person, wording::NOT_FOUND_AGAIN)
                };
                let speech = Speech::new(wording, &values);
                draft.session.not_found = Some(number);
                draft.ask_with(asking, speech)
            }
            Facts::Failed => draft.hand_over(Reason::Backend, wording::BACKEND),
        }
    }
}

/// What went wrong in a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Failure {
    Misunderstood,
    Silent,
}

/// A turn in the making.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Draft {
    session: Session,
    intent: Intent,
    kept: Option<String>,
}

impl Draft {
    /// Counts failures in a row; anything that succeeds starts the count anew.
    fn count(&mut self, meaning: &Meaning) {
        let session = &mut self.session;
        match meaning {
            Meaning::Silence => session.silent = session.silent.saturating_add(1),
            Meaning::Unclear => session.misunderstood = session.misunderstood.saturating_add(1),
            Meaning::Person
            | Meaning::Leave
            | Meaning::Order
            | Meaning::Number(_)
            | Meaning::Confirmed(_)
            | Meaning::SameOrder
            | Meaning::Yes
            | Meaning::No => {
                session.silent = 0;
                session.misunderstood = 0;
            }
        }
        match (meaning, &session.asking) {
            (Meaning::No | Meaning::Number(_), Asking::Confirmation(_)) => {
                session.denied = session.denied.saturating_add(1);
            }
            (Meaning::Confirmed(_) | Meaning::Order | Meaning::SameOrder, _) => session.denied = 0,
            _ => {}
        }
    }

    /// Asks the same question again, with more help each time, then gives up.
    fn ask_again(self, failure: Failure, setting: &Setting<'_>) -> Turn {
        let asking = self.session.asking.clone();
        let Failures { misunderstood, silent } = wording::reprompts(&asking);
        let (reason, times, [first, second], give_up) = match failure {
            Failure::Misunderstood => (
                Reason::NotUnderstood,
                self.session.misunderstood,
                misunderstood,
                wording::GIVE_UP.misunderstood,
            ),
            Failure::Silent => {
                (Reason::Silence, self.session.silent, silent, wording::GIVE_UP.silent)
            }
        };
        let failures = self.session.misunderstood.saturating_add(self.session.silent);
        if failures >= MAX_FAILURES {
            self.hand_over(reason, give_up)
        } else {
            self.ask(asking, if times == 1 { first } else { second }, setting)
        }
    }

    /// Yes to what was asked. A confirmed number never gets here: it is looked up.
    fn accept(self, setting: &Setting<'_>) -> Turn {
        match self.session.asking {
            Asking::Person => self.hand_over(Reason::Asked, wording::PERSON),
            Asking::More | Asking::Wish | Asking::Number | Asking::Confirmation(_) => {
                self.ask(Asking::Wish, wording::WHAT_ELSE, setting)
            }
        }
    }

    /// No to what was asked.
    fn decline(self, setting: &Setting<'_>) -> Turn {
        match self.session.asking {
            Asking::Confirmation(_) => {
                let [first, later] = wording::DENIED;
                match self.session.denied {
                    MAX_DENIALS.. => {
                        self.hand_over(Reason::NotUnderstood, wording::DENIED_TOO_OFTEN)
                    }
                    0 | 1 => self.ask(Asking::Number, first, setting),
                    _ => self.ask(Asking::Number, later, setting),
                }
            }
            Asking::Number => self.ask(Asking::Person, wording::NO_NUMBER, setting),
            Asking::Person => self.ask(Asking::More, wording::NO_PERSON, setting),
            Asking::More | Asking::Wish => self.leave(),
        }
    }

    /// Tells how an order is doing, which serves a wish.
    fn tell(mut self, order: Order, setting: &Setting<'_>) -> Turn {
        let [first, later] = wording::ANYTHING_ELSE;
        let more = if self.session.served == 0 { first } else { later };
        let speech = status::of(&order, setting.today).then(&Speech::new(more, &Values::default()));
        self.session.served = self.session.served.saturating_add(1);
        self.session.order = Some(order);
        self.ask_with(Asking::More, speech)
    }

    /// Lets the caller go.
    fn leave(self) -> Turn {
        let wording = if self.session.served == 0 { wording::DONE } else { wording::DONE_SERVED };
        self.finish(Speech::new(wording, &Values::default()), Step::Goodbye)
    }

    /// Hands the call to a person.
    fn hand_over(mut self, reason: Reason, wording: &str) -> Turn {
        self.session.escalation = Some(reason);
        self.finish(Speech::new(wording, &Values::default()), Step::Person(reason))
    }

    /// Asks a question, whose wording may hold the business and the number to confirm.
    fn ask(self, asking: Asking, wording: &str, setting: &Setting<'_>) -> Turn {
        let number = match &asking {
            Asking::Confirmation(number) => Some(number),
            Asking::Wish | Asking::Number | Asking::Person | Asking::More => None,
        };
        let values = Values { business: setting.business, number, ..Values::default() };
        let speech = Speech::new(wording, &values);
        self.ask_with(asking, speech)
    }

    fn ask_with(mut self, asking: Asking, speech: Speech) -> Turn {
        let step = match &asking {
            Asking::Wish | Asking::More => Step::AskWish,
            Asking::Number => Step::AskNumber,
            Asking::Confirmation(number) => Step::ConfirmNumber(number.clone()),
            Asking::Person => Step::OfferPerson,
        };
        self.session.asking = asking;
        self.finish(speech, step)
    }

    fn finish(self, speech: Speech, step: Step) -> Turn {
        let Self { mut session, intent, kept } = self;
        let reply = reply(speech, step);
        session.turn = session.turn.saturating_add(1);
        session.said = kept;
        session.reply = Some(reply.clone());
        Turn { session, reply, intent }
    }
}

fn reply(speech: Speech, step: Step) -> Reply {
    Reply { ssml: speech.ssml(), text: speech.into_text(), step }
}
