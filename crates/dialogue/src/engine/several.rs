//! A sentence that may name several things: one is done now, the others are offered when it is done.

use std::fmt;

use wording::Language;

use super::unclear::may_guess;
use super::{Next, Setting, act, understand_with};
use crate::hear::{self, Hearing, Meaning};
use crate::heard::{Heard, Mode};
use crate::said::Said;
use crate::scenario;
use crate::second_opinion::{self, Opinion};
use crate::session::{Asking, Session};
use crate::wish::Wish;

/// Least confidence of the classifier in what a part of a sentence names.
///
/// A judgement: of the sentences that the tests of `intent` hold against it, what lies between 0.3 and
/// 0.5 is told of the same thing as the rest ("I got a bill in the mail and I want to pay it"), and what
/// names another lies above 0.8.
const NAMED: f64 = 0.4;
/// Most things that are kept for later.
const MAX_LATER: usize = 3;

/// A turn that waits for an opinion on each part of what the caller said.
pub struct Several {
    pub(super) session: Session,
    pub(super) heard: Heard,
    /// What the sentence means as a whole.
    pub(super) meaning: Meaning,
    pub(super) parts: Vec<String>,
}

impl fmt::Debug for Several {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Several").field("parts", &self.parts.len()).finish_non_exhaustive()
    }
}

/// The parts of what was said, where it may name several things; `None` where it does not.
pub(super) fn parts(hearing: &Hearing<'_>, meaning: Meaning) -> Option<Vec<String>> {
    let open = matches!(hearing.session.asking, Asking::Wish | Asking::More);
    let may_name = match meaning {
        Meaning::Wish(_) => true,
        Meaning::Perhaps(_) | Meaning::Unclear => open,
        Meaning::Silence
        | Meaning::Greeting
        | Meaning::Remark(_)
        | Meaning::Emergency
        | Meaning::Person
        | Meaning::Leave
        | Meaning::Command(_)
        | Meaning::Speak(_)
        | Meaning::SpeakAnother
        | Meaning::SpeaksIn
        | Meaning::Complaint
        | Meaning::Wishes(_)
        | Meaning::Yes
        | Meaning::No
        | Meaning::NotMeant
        | Meaning::Answer => false,
    };
    let is_said = hearing.heard.mode == Mode::Words && !hearing.takes_anything();
    if !may_name || !is_said {
        return None;
    }
    let parts = hear::parts(&hearing.said);
    (!parts.is_empty()).then(|| parts.into_iter().map(str::to_owned).collect())
}

impl Several {
    /// The parts of what was said, at least two, each to have an opinion on.
    pub fn parts(&self) -> &[String] {
        &self.parts
    }

    /// The language that they were said in.
    pub fn language(&self) -> Language {
        self.heard.language
    }

    /// Goes on with the classifier's opinions on each part, in their order.
    ///
    /// What is named first comes first. A part that names nothing for sure belongs to what recognition
    /// heard in the whole.
    pub fn settle(self, opinions: &[Vec<Opinion>], setting: &Setting<'_>) -> Next {
        let of_parts = self.of_parts(opinions, setting);
        let mut named: Vec<Wish> = Vec::new();
        for Opinion { wish, .. } in of_parts.iter().flatten() {
            if !named.contains(wish) {
                named.push(*wish);
            }
        }
        let Self { mut session, heard, meaning, parts } = self;
        let may_guess = || may_guess(&Hearing::new(&session, &heard, setting));
        let first = match (meaning, &named[..]) {
            (Meaning::Wish(_), [first, _, ..]) => *first,
            (Meaning::Wish(wish), [other]) if *other != wish => wish,
            (Meaning::Perhaps(_) | Meaning::Unclear, [first, _, ..]) if may_guess() => *first,
            _ => {
                let part = of_parts.into_iter().flatten().next();
                return understand_with(session, &heard, meaning, part, setting);
            }
        };
        let at_hand = session.wish();
        let others = named.into_iter().filter(|it| *it != first && Some(*it) != at_hand);
        let mut later = std::mem::take(&mut session.later);
        later.retain(|it| *it != first);
        let new: Vec<Wish> = others.filter(|it| !later.contains(it)).collect();
        let names_more = !new.is_empty();
        later.extend(new);
        later.truncate(MAX_LATER);
        session.later = later;
        // Where recognition listened in another language, the classifier has its place.
        let is_sure = |it: &Opinion| it.wish == first && it.confidence >= second_opinion::ALONE;
        let is_named = matches!(meaning, Meaning::Wish(_))
            || (heard.goes_over && of_parts.iter().flatten().any(is_sure));
        let meaning = match (is_named, names_more) {
            (true, true) => Meaning::Wishes(first),
            (true, false) => Meaning::Wish(first),
            (false, _) => Meaning::Perhaps(first),
        };
        // What is said of the others is not about this one.
        let own =
            parts.iter().zip(&of_parts).filter(|(_, it)| it.is_none_or(|it| it.wish == first));
        let said = own.map(|(part, _)| part.as_str()).collect::<Vec<_>>().join(", ");
        let said = if said.is_empty() { heard.said.clone() } else { said };
        let mut heard = Heard { said, ..heard };
        if heard.intent != Some(first) {
            // The values came with another intent; those of this one are in its words.
            heard.slots.clear();
        }
        if matches!(meaning, Meaning::Wish(_) | Meaning::Wishes(_)) {
            heard.intent = Some(first);
        }
        act::act(session, &heard, meaning, setting)
    }

    /// What each part names for sure.
    fn of_parts(&self, opinions: &[Vec<Opinion>], setting: &Setting<'_>) -> Vec<Option<Opinion>> {
        let of_part = |(part, opinions): (&String, &Vec<Opinion>)| {
            let best = opinions.iter().max_by(|a, b| a.confidence.total_cmp(&b.confidence))?;
            let wish = best.wish;
            let is_done_here = scenario::serves(wish)
                && wish.is_known_to(setting.line)
                && !hear::may_refuse(&Said::new(part, self.heard.language));
            (best.confidence >= NAMED && is_done_here).then_some(*best)
        };
        self.parts.iter().zip(opinions).map(of_part).collect()
    }
}
