//! What callers answer to the openings that are offered to them.

use language::said::{Choice, Said};

use super::doctors::Meant;
use super::hear::Wanting;
use super::seek::Shift;
use super::when::{self, Clock, Days, Told, When};
use super::{Standing, Task};
use crate::business::Opening;
use crate::heard::YesNo;
use crate::read;
use crate::slot::Slot;
use crate::task::{Answer, Context, Taken};

impl Task {
    pub(super) fn hear_choice(
        &mut self,
        answer: &Answer<'_>,
        said: &Said<'_>,
        cx: &Context<'_>,
    ) -> Taken {
        if answer.keys.is_some() {
            let place = read::ordinal(answer, Slot::Choice, self.offered.len());
            return match place.and_then(|it| self.offered.get(it)) {
                Some(opening) => self.choose(opening.clone()),
                None => Taken::NotUnderstood,
            };
        }
        let wanting = self.wanting(answer, said, cx, false, true);
        let place = self.place(&wanting, answer);
        // A number alone is a time only when that time was offered: "two" may be the second.
        let is_bare = when::clock(answer, said, false).is_none();
        let mut fitting: Vec<Opening> =
            self.offered.iter().filter(|it| self.fits(&wanting, it)).cloned().collect();
        if fitting.is_empty() {
            let of_week = |it: &&Opening| self.fits_weekday(&wanting, it, cx);
            fitting.extend(self.offered.iter().filter(of_week).cloned());
        }
        let says_when = !wanting.is_nothing() && wanting.days != Some(Days::Soonest);
        match &fitting[..] {
            [only] if says_when => return self.choose(only.clone()),
            _ => {}
        }
        if let Some(opening) = place.and_then(|it| self.offered.get(it)).cloned()
            && (!says_when || (is_bare && wanting.days.is_none() && wanting.meant.is_none()))
        {
            return self.choose(opening);
        }
        if says_when {
            return if fitting.is_empty() {
                self.take_wanting(&wanting, answer).unwrap_or(Taken::NotUnderstood)
            } else if fitting.len() < self.offered.len() {
                self.offered = fitting;
                Taken::Understood
            } else {
                Taken::NotUnderstood
            };
        }
        self.shift_or_turn_down(&wanting, answer, said)
    }

    /// The place of what was chosen among what is offered.
    fn place(&self, wanting: &Wanting, answer: &Answer<'_>) -> Option<usize> {
        match wanting.choice {
            Some(Choice::Nth(place)) => {
                let place = usize::try_from(place).ok()?.checked_sub(1)?;
                Some(place).filter(|it| *it < self.offered.len())
            }
            Some(Choice::Last) => self.offered.len().checked_sub(1),
            Some(Choice::Any) => Some(0),
            Some(Choice::Earlier | Choice::Later | Choice::Neither) => None,
            None if wanting.days == Some(Days::Soonest) => Some(0),
            None => read::ordinal(answer, Slot::Choice, self.offered.len()),
        }
    }

    /// Whether an opening is as the answer says, where it says something.
    pub(super) fn fits(&self, wanting: &Wanting, opening: &Opening) -> bool {
        self.is_with(wanting, opening) && wanting.when().fits(opening.at)
    }

    /// The same, of any week.
    fn fits_weekday(&self, wanting: &Wanting, opening: &Opening, cx: &Context<'_>) -> bool {
        self.is_with(wanting, opening) && wanting.when().fits_weekday(opening.at, cx.now)
    }

    fn is_with(&self, wanting: &Wanting, opening: &Opening) -> bool {
        match &wanting.meant {
            Some(Meant::One(doctor)) => opening.doctor == *doctor,
            Some(Meant::OneOf(doctors)) => doctors.contains(&opening.doctor),
            Some(Meant::Specialty { specialty, .. }) => {
                let doctor = self.roster.as_ref().and_then(|it| it.get(&opening.doctor));
                doctor.is_some_and(|it| it.specialty == *specialty)
            }
            Some(Meant::Anyone) | None => true,
            Some(Meant::SomebodyElse | Meant::Stranger | Meant::NoSpecialty) => false,
        }
    }

    fn choose(&mut self, opening: Opening) -> Taken {
        self.chosen = Some(opening);
        self.standing = Standing::Named;
        Taken::Understood
    }

    /// Earlier, later, another day, none of it.
    fn shift_or_turn_down(
        &mut self,
        wanting: &Wanting,
        answer: &Answer<'_>,
        said: &Said<'_>,
    ) -> Taken {
        if let Some(other) = self.beside_chosen(wanting.choice, said) {
            return self.choose(other);
        }
        let span = self.span;
        match (wanting.choice, span) {
            (Some(Choice::Earlier), Some((first, _))) => {
                self.chosen = None;
                self.shift = Some(Shift::Before(first));
            }
            (Some(Choice::Later | Choice::Last), Some((_, last))) => {
                self.chosen = None;
                self.shift = Some(Shift::After(last));
            }
            (Some(Choice::Neither), _) => self.turn_down(),
            _ if says_other(said) || answer.yes_no == Some(YesNo::No) => self.turn_down(),
            _ => return Taken::NotUnderstood,
        }
        Taken::Understood
    }

    pub(super) fn hear_agreement(
        &mut self,
        answer: &Answer<'_>,
        said: &Said<'_>,
        cx: &Context<'_>,
    ) -> Taken {
        let Some(chosen) = self.chosen.clone() else { return Taken::Understood };
        let wanting = self.wanting(answer, said, cx, false, answer.yes_no.is_none());
        // "Thursday at ten, yes" says the same again.
        let says_same = !wanting.is_nothing() && self.fits(&wanting, &chosen);
        let names_time = matches!(wanting.clock, Some(Told::Clock(Clock::At(_) | Clock::Open(..))));
        // The earliest is something else than what was named.
        let hurries = wanting.days == Some(Days::Soonest)
            && self.when.days != Some(Days::Soonest)
            && answer.yes_no != Some(YesNo::Yes);
        if !wanting.is_nothing() && (!says_same || hurries) {
            self.settle_when(&chosen);
            return self.take_wanting(&wanting, answer).unwrap_or(Taken::NotUnderstood);
        }
        match answer.yes_no {
            Some(YesNo::Yes) => self.standing = Standing::Agreed,
            None if says_same && names_time => self.standing = Standing::Agreed,
            // It would do, which is no yes: what was offered is read back.
            None if says_same && self.standing == Standing::Offered => {
                self.standing = Standing::Named;
            }
            _ => {
                let was_offered = self.standing == Standing::Offered;
                let taken = self.shift_or_turn_down(&wanting, answer, said);
                // What was merely offered may be turned down as often as the caller likes.
                if taken == Taken::Understood
                    && answer.yes_no.is_some()
                    && !was_offered
                    && self.shift.is_none()
                {
                    return Taken::Denied(None);
                }
                return taken;
            }
        }
        Taken::Understood
    }

    /// Takes the day and time of an opening as those that the caller means, so that "no, on Friday"
    /// keeps the time where there is room at that time.
    pub(super) fn settle_when(&mut self, opening: &Opening) {
        let (day, time) = (opening.at.date(), opening.at.time());
        self.loose = true;
        self.when = When { days: Some(Days::On(day)), clock: Some(Clock::At(time)) };
    }
}

/// What recognition takes for a choice, by the names of the bot's slot type.
pub(super) fn recognised_choice(answer: &Answer<'_>) -> Option<Choice> {
    Some(match answer.slots.get(&Slot::Choice)?.as_str() {
        "last" => Choice::Last,
        "earlier" => Choice::Earlier,
        "later" => Choice::Later,
        "any" => Choice::Any,
        "none" => Choice::Neither,
        number => Choice::Nth(number.parse().ok()?),
    })
}

/// Whether something else is wanted, without saying what.
fn says_other(said: &Said<'_>) -> bool {
    said.has_any(&[
        "another day",
        "other day",
        "different day",
        "another time",
        "other time",
        "different time",
        "something else",
        "nothing",
        "does not work",
        "do not work",
        "no good",
        "otro dia",
        "otra hora",
        "otra cosa",
        "no me sirve",
        "no me viene bien",
        "no puedo",
    ])
}
