//! The next turn: what is said, what is asked, what is remembered.

use jiff::civil::Date;

use crate::meaning::{self, Meaning};
use crate::speech::{Speech, Values};
use crate::wording::{self, Failures};
use crate::words::Words;
use crate::{
    Asking, Decision, Evidence, Guess, Heard, Intent, Mode, Order, OrderNumber, Reason, Reply,
    Session, Step, Wish, guess, status,
};

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
    /// Recognition and this crate do not know what the caller meant: a second opinion is asked for.
    Unclear(Unclear),
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
    /// What became of the guess that the turn answers; `None` when it answers another question.
    pub guess: Option<Guess>,
}

/// A turn that waits for an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookUp {
    draft: Draft,
    number: OrderNumber,
}

/// A turn that waits for a second opinion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unclear {
    session: Session,
    heard: Heard,
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
    match meaning::of(&session, heard) {
        // Recognition has nothing to say of keys but the keys.
        Meaning::Unclear
            if heard.mode == Mode::Words
                && meaning::intent_said(&session, heard) == Intent::Unknown =>
        {
            let heard = Heard { intent: Intent::Unknown, ..heard.clone() };
            Next::Unclear(Unclear { session, heard })
        }
        Meaning::Confirmed(number) => {
            let meaning = Meaning::Confirmed(number.clone());
            Next::LookUp(LookUp { draft: Draft::new(session, heard, &meaning), number })
        }
        meaning => Next::Answer(answer(session, heard, meaning, setting)),
    }
}

/// Answers what needs nothing looked up. A number, confirmed or not, is read back.
fn answer(session: Session, heard: &Heard, meaning: Meaning, setting: &Setting<'_>) -> Turn {
    let mut draft = Draft::new(session, heard, &meaning);
    match meaning {
        Meaning::Silence => draft.ask_again(Failure::Silent, setting),
        Meaning::Unclear => draft.ask_again(Failure::Misunderstood, setting),
        Meaning::Person => draft.hand_over(Reason::Asked, wording::PERSON),
        Meaning::Leave => draft.leave(),
        Meaning::Order => draft.ask(Asking::Number, wording::ASK_NUMBER, setting),
        Meaning::Number(number) | Meaning::Confirmed(number) => {
            let wording = match draft.session.asking {
                Asking::Confirmation(_) => wording::CONFIRM_CORRECTED,
                Asking::Wish
                | Asking::Number
                | Asking::Person
                | Asking::Meant(_)
                | Asking::More => wording::CONFIRM,
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
        Meaning::NotMeant => {
            if draft.session.failures() >= MAX_FAILURES {
                draft.hand_over(Reason::NotUnderstood, wording::GIVE_UP.misunderstood)
            } else {
                draft.ask(Asking::Wish, wording::NOT_MEANT, setting)
            }
        }
    }
}

/// The answer when what is remembered of the call cannot be read or kept: the line owns up and
/// hands the call to a person.
///
/// There is no session to go with it, so it is stored nowhere.
pub fn unavailable() -> Reply {
    reply(Speech::new(wording::BACKEND, &Values::default()), Step::Person(Reason::Backend))
}

impl Unclear {
    /// What the caller said, to have an opinion on.
    pub fn words(&self) -> &str {
        &self.heard.said
    }

    /// Finishes the turn, and says what was decided.
    ///
    /// The decision is that of the evidence, unless the question that was asked has no room for it:
    /// a guess is asked about where the caller may want anything, and not in place of the third
    /// failure; a wish that would not be clear here either is not taken. Words that may refuse the
    /// wish make it one to ask about, and a goodbye is not guessed before anything was served.
    pub fn settle(self, evidence: &Evidence, setting: &Setting<'_>) -> (Decision, Turn) {
        let Self { session, heard } = self;
        let as_if = |wish: Wish| {
            let heard = Heard { intent: wish.into(), rated: true, ..heard.clone() };
            let meaning = meaning::of(&session, &heard);
            (meaning != Meaning::Unclear).then_some((heard, meaning))
        };
        let may_guess = matches!(session.asking, Asking::Wish | Asking::More)
            && session.failures().saturating_add(1) < MAX_FAILURES;
        match cautious(evidence.decide(), &session, &heard) {
            Decision::Take(wish) => {
                if let Some((heard, meaning)) = as_if(wish) {
                    return (Decision::Take(wish), answer(session, &heard, meaning, setting));
                }
            }
            Decision::Ask(wish) => {
                if may_guess && as_if(wish).is_some() {
                    let draft = Draft::new(session, &heard, &Meaning::Unclear);
                    let turn = draft.ask(Asking::Meant(wish), wording::meant(wish), setting);
                    return (Decision::Ask(wish), turn);
                }
            }
            Decision::Reprompt => {}
        }
        (Decision::Reprompt, answer(session, &heard, Meaning::Unclear, setting))
    }
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

/// Less than the evidence says, where the words or the call say more.
fn cautious(decision: Decision, session: &Session, heard: &Heard) -> Decision {
    match decision {
        // Nobody calls to say goodbye: whatever it was, it was about what they called for.
        Decision::Take(Wish::Goodbye) | Decision::Ask(Wish::Goodbye) if session.served == 0 => {
            Decision::Reprompt
        }
        Decision::Take(wish) if Words::of(&heard.said).may_refuse() => Decision::Ask(wish),
        Decision::Take(_) | Decision::Ask(_) | Decision::Reprompt => decision,
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
    guess: Option<Guess>,
}

impl Draft {
    fn new(session: Session, heard: &Heard, meaning: &Meaning) -> Self {
        let guess = guess::settled(&session.asking, meaning);
        let mut draft = Self { session, intent: heard.intent, kept: heard.kept.clone(), guess };
        draft.count(meaning);
        draft
    }

    /// Counts failures in a row; anything that succeeds starts the count anew.
    fn count(&mut self, meaning: &Meaning) {
        let session = &mut self.session;
        match meaning {
            Meaning::Silence => session.silent = session.silent.saturating_add(1),
            Meaning::Unclear | Meaning::NotMeant => {
                session.misunderstood = session.misunderstood.saturating_add(1);
            }
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
        if self.session.failures() >= MAX_FAILURES {
            self.hand_over(reason, give_up)
        } else {
            self.ask(asking, if times == 1 { first } else { second }, setting)
        }
    }

    /// Yes to what was asked. A confirmed number never gets here: it is looked up.
    fn accept(self, setting: &Setting<'_>) -> Turn {
        match self.session.asking {
            Asking::Person => self.hand_over(Reason::Asked, wording::PERSON),
            Asking::More
            | Asking::Wish
            | Asking::Number
            | Asking::Confirmation(_)
            | Asking::Meant(_) => self.ask(Asking::Wish, wording::WHAT_ELSE, setting),
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
            Asking::More | Asking::Wish | Asking::Meant(_) => self.leave(),
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
            Asking::Wish | Asking::Number | Asking::Person | Asking::Meant(_) | Asking::More => {
                None
            }
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
            Asking::Meant(wish) => Step::ConfirmWish(*wish),
        };
        self.session.asking = asking;
        self.finish(speech, step)
    }

    fn finish(self, speech: Speech, step: Step) -> Turn {
        let Self { mut session, intent, kept, guess } = self;
        let reply = reply(speech, step);
        session.turn = session.turn.saturating_add(1);
        session.said = kept;
        session.reply = Some(reply.clone());
        Turn { session, reply, intent, guess }
    }
}

fn reply(speech: Speech, step: Step) -> Reply {
    Reply { ssml: speech.ssml(), text: speech.into_text(), step }
}
