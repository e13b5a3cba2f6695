//! One turn: what is heard is read, acted on, and answered.

mod act;
mod arms;
mod bound;
mod command;
mod draft;
mod failures;
mod feeling;
mod open;
mod queue;
mod remember;
mod render;
mod reprompt;
mod several;
mod unclear;
mod work;

use std::fmt;

use jiff::civil::DateTime;
use line::Line;
use wording::{Language, Message, SayError};

pub use self::arms::{arms, arms_heard, can_compare};
use self::draft::Draft;
pub use self::open::{Opening, open};
pub use self::several::Several;
pub use self::unclear::Unclear;
use crate::guess::Guess;
use crate::hear::{Hearing, Meaning, meaning, tongue};
use crate::heard::{Heard, Mode};
use crate::matter::Change;
use crate::reply::{Ending, Reason, Reply, Step};
use crate::request::{Facts, Request};
use crate::second_opinion::Opinion;
use crate::session::{Session, Spoken};
use crate::slot::Slots;
use crate::wish::Wish;

/// What is the same for all of a turn.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The line.
    pub line: &'a Line,
    /// Now, where the line is.
    pub now: DateTime,
    /// Who calls, in a word that is the same for all of their calls and tells nobody who they are;
    /// `None` when that is not known, be it that the number is withheld or that it could not be hashed.
    pub caller: Option<&'a str>,
    /// Whether the caller's number is known, so that they can be texted and called back.
    pub reachable: bool,
}

/// What follows what the caller did.
#[derive(Debug)]
pub enum Next {
    /// The line answers.
    Answer(Box<Turn>),
    /// The business's records must be asked first.
    Request(Box<Pending>),
    /// The caller may have named several things: an opinion on each part of the sentence is asked for.
    Several(Box<Several>),
    /// Recognition and this crate do not know what the caller meant: a second opinion is asked for.
    Unclear(Box<Unclear>),
}

/// A finished turn.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// What is remembered; its [`Session::turn`] is the number of this turn.
    pub session: Session,
    /// What is answered; the session remembers it too.
    pub reply: Reply,
    /// The intent that the turn served, as recognition has it; `None` for the fallback.
    pub intent: Option<Wish>,
    /// Whether what was heard may be kept: `false` for what opens something.
    pub keeps_words: bool,
    /// The messages that the reply is made of, by their names in the wording.
    pub messages: Vec<String>,
    /// What went wrong; `None` when nothing did.
    pub failure: Option<Failure>,
    /// What is sent to the caller by SMS, once the turn is stored.
    pub texts: Vec<Text>,
    /// What became of the guess that the turn answers; `None` when it answers another question.
    pub guess: Option<Guess>,
    /// What changes in what the line remembers of the caller.
    pub change: Option<Change>,
    /// Whether the reply tells of that change.
    pub tells_change: bool,
    /// Messages that could not be said, for the log. The caller heard an apology instead.
    pub faults: Vec<SayError>,
}

/// What is sent to the caller by SMS.
///
/// `Debug` shows its name only: the words may be a one-time code.
#[derive(Clone, PartialEq, Eq)]
pub struct Text {
    /// Its name in the wording, such as `text-payment-link`.
    pub message: String,
    /// The words.
    pub words: String,
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Text({})", self.message)
    }
}

/// What went wrong in a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The caller was not understood.
    NotUnderstood,
    /// The caller said nothing.
    Silence,
    /// The caller said that what was read back is wrong.
    Denied,
}

impl Turn {
    /// The name of the intent that the turn served, for its record.
    pub fn intent_name(&self) -> &'static str {
        self.intent.map_or("FallbackIntent", Wish::as_str)
    }

    /// Whether the reply tells of something that is only done when the turn is stored: a text, or what is
    /// remembered of the caller from now on. See [`not_kept`].
    pub fn promises(&self) -> bool {
        self.tells_change || !self.texts.is_empty()
    }
}

/// A turn that waits for the business's records.
#[derive(Debug)]
pub struct Pending {
    draft: Draft,
    request: Request,
}

/// Hears the caller out and decides what follows.
///
/// Never leaves the caller with silence: every answer has words, and asks for something or ends the
/// dialogue.
pub fn listen(mut session: Session, heard: &Heard, setting: &Setting<'_>) -> Next {
    session.reopen();
    let legacy = session.renew();
    let mut session = match legacy {
        Some(legacy) => work::take_up(session, &legacy, heard, setting),
        None => session,
    };
    session.turn = session.turn.saturating_add(1);
    let hearing = Hearing::new(&session, heard, setting);
    let meaning = meaning(&hearing);
    if let Some(language) = tongue::of_danger(&hearing, meaning) {
        let heard = Heard { intent: heard.intent, ..heard.in_other(language) };
        return act::act(session, &heard, meaning, setting);
    }
    if let Some(language) = tongue::overheard(&hearing, meaning) {
        return go_over(session, &heard.in_other(language), setting);
    }
    if let Some(parts) = several::parts(&hearing, meaning) {
        let heard = heard.clone();
        return Next::Several(Box::new(Several { session, heard, meaning, parts }));
    }
    understand(session, heard, meaning, setting)
}

/// Goes over to the language that the caller speaks, with what they say as it is read in it.
fn go_over(session: Session, heard: &Heard, setting: &Setting<'_>) -> Next {
    let hearing = Hearing::new(&session, heard, setting);
    let meaning = match meaning(&hearing) {
        meaning @ (Meaning::Emergency
        | Meaning::Person
        | Meaning::Wish(_)
        | Meaning::Wishes(_)
        | Meaning::Complaint
        | Meaning::Perhaps(_)
        | Meaning::Command(Wish::ForgetMe | Wish::RememberMe)
        | Meaning::Unclear) => meaning,
        // Said to a line that the caller did not understand, it answers nothing.
        Meaning::Silence
        | Meaning::Greeting
        | Meaning::Remark(_)
        | Meaning::Leave
        | Meaning::Command(_)
        | Meaning::Speak(_)
        | Meaning::SpeakAnother
        | Meaning::SpeaksIn
        | Meaning::Yes
        | Meaning::No
        | Meaning::NotMeant
        | Meaning::Answer => Meaning::SpeaksIn,
    };
    if let Some(parts) = several::parts(&hearing, meaning) {
        let heard = heard.clone();
        return Next::Several(Box::new(Several { session, heard, meaning, parts }));
    }
    understand(session, heard, meaning, setting)
}

/// Acts on what the caller means, or asks for a second opinion on it.
fn understand(session: Session, heard: &Heard, meaning: Meaning, setting: &Setting<'_>) -> Next {
    understand_with(session, heard, meaning, None, setting)
}

/// The same, with what is known of a part of the sentence.
fn understand_with(
    session: Session,
    heard: &Heard,
    meaning: Meaning,
    part: Option<Opinion>,
    setting: &Setting<'_>,
) -> Next {
    let hearing = Hearing::new(&session, heard, setting);
    match meaning {
        // Recognition has nothing to say of keys but the keys.
        Meaning::Unclear if heard.mode == Mode::Words && hearing.intent().is_none() => {
            let heard = Heard { intent: None, confidence: None, ..heard.clone() };
            Next::Unclear(Box::new(Unclear { session, heard, part }))
        }
        meaning => act::act(session, heard, meaning, setting),
    }
}

/// The answer when what is remembered of the call cannot be read or kept: the line owns up and hands
/// the call to a person.
///
/// There is no session to go with it, so it is stored nowhere.
pub fn unavailable(language: Language, setting: &Setting<'_>) -> Reply {
    let spoken = Spoken::main(Message::new("hand-over-backend"));
    let (speech, _) = render::speech(&[(spoken, 0)], language, &Session::default(), setting);
    Reply::new(&speech, Step::Close(Ending::Person(Reason::Backend)))
}

/// The answer in place of a last one whose promises cannot be kept: the line owns up, and the call ends as
/// it was going to.
pub fn not_kept(ending: Ending, language: Language, setting: &Setting<'_>) -> Reply {
    let spoken = Spoken::main(Message::new("tell-not-kept"));
    let (speech, _) = render::speech(&[(spoken, 0)], language, &Session::default(), setting);
    Reply::new(&speech, Step::Close(ending))
}

impl Pending {
    /// What is asked of the records.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Goes on with what they answered, which may ask for more.
    pub fn answer(self, facts: Facts, setting: &Setting<'_>) -> Next {
        let Self { mut draft, request: _ } = self;
        draft.learn(facts, setting);
        draft.advance(setting)
    }
}

/// The values of both; of one slot, those that were just said.
fn merged(earlier: &Slots, said: &Slots) -> Slots {
    let mut slots = earlier.clone();
    slots.extend(said.iter().map(|(slot, value)| (*slot, value.clone())));
    slots
}
