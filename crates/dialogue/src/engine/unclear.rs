//! A turn that recognition did not understand, and what comes of it with a second opinion.

use super::{Next, Setting, act, failures};
use crate::hear::{self, Hearing, Meaning, meaning};
use crate::heard::Heard;
use crate::question::Expects;
use crate::second_opinion::{Decision, Evidence, Opinion};
use crate::session::{Asking, Session};
use crate::wish::Wish;
use wording::Language;

/// A turn that waits for a second opinion.
#[derive(Debug)]
pub struct Unclear {
    pub(super) session: Session,
    pub(super) heard: Heard,
    /// What a part of the sentence names, where no other part names anything.
    pub(super) part: Option<Opinion>,
}

impl Unclear {
    /// What the caller said, to have an opinion on.
    pub fn words(&self) -> &str {
        crate::said::readable(&self.heard.said)
    }

    /// The language of what they said, which need not be the one that recognition listened in.
    pub fn language(&self) -> Language {
        self.heard.language
    }

    /// Goes on, and says what was decided.
    ///
    /// The decision is that of the evidence, unless the question that was asked has no room for it: a
    /// guess is asked about where the caller may want anything, and not in place of the last failure;
    /// a wish that would not be clear here either is not taken. Words that may refuse the wish make it
    /// one to ask about, and a goodbye is not guessed before anything was served.
    pub fn settle(self, evidence: &Evidence, setting: &Setting<'_>) -> (Decision, Next) {
        let Self { session, heard, part } = self;
        // What stands beside it may hide a wish from the classifier, and not change it.
        let mut evidence = evidence.clone();
        evidence.classifier.extend(part);
        let as_if = |wish: Wish| {
            let heard = Heard { intent: Some(wish), confidence: Some(1.0), ..heard.clone() };
            let meaning = meaning(&Hearing::new(&session, &heard, setting));
            (meaning != Meaning::Unclear).then_some((heard, meaning))
        };
        let hearing = Hearing::new(&session, &heard, setting);
        let may_guess = may_guess(&hearing);
        let decision = if heard.goes_over { alone(&evidence) } else { evidence.decide() };
        // "Don't track my order" hints at nothing, "it doesn't fit" does.
        let hinted = hear::hinted(&hearing.said, setting.line)
            .filter(|it| it.negates || !hearing.may_refuse());
        let decision =
            hinted.map_or(decision, |it| evidence.hinted(it.wish, it.is_strong, decision));
        let decision = cautious(decision, &hearing);
        // What is to be done comes before who does it, and that before what is only guessed.
        let goes_to_queue = hearing.names_queue();
        match decision {
            Decision::Take(wish) if wish.is_known_to(setting.line) => {
                if let Some((heard, meaning)) = as_if(wish) {
                    return (decision, act::act(session, &heard, meaning, setting));
                }
            }
            _ if goes_to_queue => {
                return (Decision::Reprompt, act::act(session, &heard, Meaning::Person, setting));
            }
            Decision::Ask(wish) if wish.is_known_to(setting.line) => {
                if may_guess && as_if(wish).is_some() {
                    return (decision, act::act(session, &heard, Meaning::Perhaps(wish), setting));
                }
            }
            Decision::Take(_) | Decision::Ask(_) | Decision::Reprompt => {}
        }
        let meaning = if heard.goes_over { Meaning::SpeaksIn } else { Meaning::Unclear };
        (Decision::Reprompt, act::act(session, &heard, meaning, setting))
    }
}

/// Whether a guess may be asked about: where anything may be wanted, and not in place of the last
/// failure.
pub(super) fn may_guess(hearing: &Hearing<'_>) -> bool {
    let session = hearing.session;
    let is_open = match session.asking {
        Asking::Task => hearing.expects() == Expects::Wish,
        Asking::Remember
        | Asking::Meant(_)
        | Asking::Person
        | Asking::Next(Wish::TalkToAgent)
        | Asking::Heard(_) => false,
        Asking::Wish
        | Asking::More
        | Asking::Next(_)
        | Asking::Resume
        | Asking::Matter
        | Asking::Number
        | Asking::Confirmation(_) => true,
    };
    // Who was not understood because of their language did not fail.
    let may_fail = hearing.heard.goes_over
        || session.failures().saturating_add(1) < failures::limit(session, hearing.setting.line);
    is_open && may_fail
}

/// What the classifier says of words that recognition listened to in another language. No command is
/// taken from them: nobody asks a line that they do not understand to go on or to wait.
fn alone(evidence: &Evidence) -> Decision {
    let decision = evidence.decide_alone();
    let is_wanted =
        |it: Wish| crate::scenario::serves(it) || matches!(it, Wish::TalkToAgent | Wish::Emergency);
    if decision.wish().is_none_or(is_wanted) { decision } else { Decision::Reprompt }
}

/// Less than the evidence says, where the words or the call say more.
fn cautious(decision: Decision, hearing: &Hearing<'_>) -> Decision {
    match decision {
        // Nobody calls to say goodbye: whatever it was, it was about what they called for.
        Decision::Take(Wish::Goodbye) | Decision::Ask(Wish::Goodbye)
            if hearing.session.served == 0 =>
        {
            Decision::Reprompt
        }
        Decision::Take(wish) if hearing.may_refuse() => Decision::Ask(wish),
        Decision::Take(_) | Decision::Ask(_) | Decision::Reprompt => decision,
    }
}
