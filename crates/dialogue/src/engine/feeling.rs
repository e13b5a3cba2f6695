//! How the caller feels, and when the line has a word about it.

use wording::Message;

use super::Setting;
use super::draft::Draft;
use crate::hear::mood::{self, Mood};
use crate::hear::{Hearing, Meaning};
use crate::heard::Heard;
use crate::question::Expects;
use crate::session::Asking;
use crate::slot::Slot;

/// Turns between two words about how the caller feels.
const MOOD_TURNS: u32 = 4;
/// Turns in a row that go well after which a mood is over.
const CALM_TURNS: u32 = 4;

/// Acknowledges how the caller feels, before anything else and not in every turn.
pub(super) fn feel(draft: &mut Draft, heard: &Heard, meaning: Meaning, setting: &Setting<'_>) {
    let session = &draft.session;
    let hearing = Hearing::new(session, heard, setting);
    if hearing.takes_anything() {
        return;
    }
    let Some(mood) = mood::of(&hearing.said, heard) else { return calm(draft, meaning) };
    // "As soon as possible" says when, to who asks for a day or offers one.
    let is_when = match hearing.expects() {
        Expects::YesNo => session.asking == Asking::Task,
        Expects::Slot(slot) => matches!(slot, Slot::Day | Slot::Time | Slot::Choice),
        Expects::Wish => false,
    };
    if mood == Mood::Urgency && is_when {
        return;
    }
    let feeling = &mut draft.session.feeling;
    let is_due = feeling.mood.is_none()
        || draft.session.turn.saturating_sub(feeling.acknowledged) >= MOOD_TURNS
        || (feeling.mood == Some(Mood::Urgency) && mood != Mood::Urgency);
    feeling.mood = Some(mood);
    feeling.felt = draft.session.turn;
    feeling.calm = 0;
    if mood == Mood::Anger {
        feeling.outbursts = feeling.outbursts.saturating_add(1);
    }
    if is_due && !matches!(meaning, Meaning::Leave | Meaning::Emergency) {
        feeling.acknowledged = draft.session.turn;
        draft.say(Message::new(mood.note()));
    }
}

/// Lets a mood pass of which nothing is heard while the call goes well.
fn calm(draft: &mut Draft, meaning: Meaning) {
    let feeling = &mut draft.session.feeling;
    let goes_well =
        matches!(meaning, Meaning::Answer | Meaning::Wish(_) | Meaning::Wishes(_) | Meaning::Yes);
    if feeling.mood.is_some() && goes_well {
        feeling.calm = feeling.calm.saturating_add(1);
        if feeling.calm >= CALM_TURNS {
            feeling.mood = None;
        }
    }
}
