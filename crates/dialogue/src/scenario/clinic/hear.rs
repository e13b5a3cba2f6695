//! What callers answer while an appointment is arranged.

use language::said::{Choice, Said, TimeOfDay};
use wording::Message;

use super::Task;
use super::choose::recognised_choice;
use super::doctors::Meant;
use super::seek::Shift;
use super::when::{self, Clock, Days, Told, When};
use crate::heard::YesNo;
use crate::read;
use crate::request::WantedDoctor;
use crate::slot::Slot;
use crate::task::{Answer, Context, Taken};

/// Ways of not giving a name.
const SKIP: &[&str] = &[
    "skip",
    "rather not",
    "no name",
    "do not want to say",
    "prefer not",
    "omitir",
    "prefiero no",
    "sin nombre",
    "no quiero decirlo",
];

/// Days and months that people are called.
const DAYS_AND_NAMES: &[&str] = &["april", "june", "may", "abril", "domingo", "julio"];

/// Words before a day, and not before a name.
const BEFORE_DAY: &[&str] = &["on", "this", "next", "el", "este", "proximo", "otro", "para"];

/// Ways of changing what was settled.
const CHANGING: &[&str] = &[
    "wait", "actually", "better", "change", "instead", "make it", "rather", "cambie", "cambiar",
    "cambielo", "espere", "mejor", "en vez", "prefiero", "que sea",
];

/// What an answer says about whom and when, and about what was offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanting {
    pub(super) meant: Option<Meant>,
    pub(super) days: Option<Days>,
    pub(super) clock: Option<Told>,
    pub(super) choice: Option<Choice>,
}

impl Wanting {
    /// Whether it says nothing of whom and when.
    pub(super) fn is_nothing(&self) -> bool {
        self.meant.is_none() && self.days.is_none() && self.clock.is_none()
    }

    /// When, as far as it is said.
    pub(super) fn when(&self) -> When {
        let clock = match self.clock {
            Some(Told::Clock(clock)) => Some(clock),
            Some(Told::AnyTime) | None => None,
        };
        When { days: self.days, clock }
    }
}

impl Task {
    /// Reads an answer. `asked` when the question was for a doctor, `bare` when a number alone may be
    /// a time.
    pub(super) fn wanting(
        &self,
        answer: &Answer<'_>,
        said: &Said<'_>,
        cx: &Context<'_>,
        asked: bool,
        bare: bool,
    ) -> Wanting {
        let choices = said.choices();
        Wanting {
            meant: self.roster.as_ref().and_then(|it| it.meant(answer, said, asked)),
            days: when::days(answer, said, cx.now),
            clock: when::clock(answer, said, bare),
            choice: self.choice_of_two(said).or_else(|| {
                let named = choices.iter().rfind(|it| !it.refused).map(|it| it.value);
                named.or_else(|| recognised_choice(answer))
            }),
        }
    }

    /// Takes what an answer says about whom and when; `None` when it says nothing.
    pub(super) fn take_wanting(&mut self, wanting: &Wanting, answer: &Answer<'_>) -> Option<Taken> {
        if wanting.is_nothing() {
            return None;
        }
        let before = self.when;
        if let Some(meant) = &wanting.meant {
            let is_missing = matches!(meant, Meant::Stranger | Meant::NoSpecialty);
            if is_missing && self.may_be_elsewhere() {
                self.park(answer, true);
            } else {
                self.want(meant);
            }
        }
        if wanting.days.is_some() || wanting.clock.is_some() {
            let not = self.not.clone();
            let lost = self.now.lost;
            self.change();
            (self.not, self.now.lost) = (not, lost);
        }
        if let Some(days) = wanting.days {
            self.when.days = Some(days);
        } else if before.days.is_none() && wanting.clock.is_some() {
            // "At eleven then": on the day that was spoken of.
            self.when.days = self.turned_down;
        }
        match wanting.clock {
            Some(Told::Clock(clock)) => self.when.clock = Some(clock),
            Some(Told::AnyTime) => self.when.clock = None,
            // Whoever now wants the earliest wants no time of day.
            None if self.loose && wanting.days == Some(Days::Soonest) => self.when.clock = None,
            None if wanting.days.is_some() => return Some(Taken::Understood),
            None => {}
        }
        self.loose = false;
        Some(Taken::Understood)
    }

    /// Whether a doctor may be among those who were not kept.
    fn may_be_elsewhere(&self) -> bool {
        self.roster.as_ref().is_some_and(|it| !it.complete)
    }

    pub(super) fn hear_doctor(
        &mut self,
        answer: &Answer<'_>,
        said: &Said<'_>,
        cx: &Context<'_>,
    ) -> Taken {
        let mut wanting = self.wanting(answer, said, cx, true, false);
        if let Some(place) = read::ordinal(answer, Slot::Choice, self.between.len())
            && let Some(doctor) = self.between.get(place)
            && wanting.meant.is_none()
        {
            wanting.meant = Some(Meant::One(doctor.clone()));
        }
        // "I don't know" to one of two: whoever is free.
        let no_matter = wanting.choice == Some(Choice::Any) || read::lacks(answer);
        if wanting.meant.is_none() && no_matter {
            wanting.meant = Some(Meant::Anyone);
        }
        self.take_wanting(&wanting, answer).unwrap_or(Taken::NotUnderstood)
    }

    pub(super) fn hear_when(
        &mut self,
        answer: &Answer<'_>,
        said: &Said<'_>,
        cx: &Context<'_>,
    ) -> Taken {
        let mut wanting = self.wanting(answer, said, cx, false, true);
        let named = said.days();
        let is_named = named.iter().any(|it| it.clear && !it.refused);
        if wanting.choice == Some(Choice::Nth(1)) && !is_named {
            // The first there is, though recognition may hear the first of a month.
            wanting.days = Some(Days::Soonest);
        } else if wanting.days.is_none() && matches!(wanting.choice, Some(Choice::Nth(_))) {
            // "The second", to who asks for a day.
            wanting.days = named.iter().rfind(|it| !it.refused).map(|it| Days::On(it.value));
        }
        if let Some(taken) = self.take_wanting(&wanting, answer) {
            return taken;
        }
        match (wanting.choice, self.span) {
            (Some(Choice::Earlier), Some((first, _))) => self.shift = Some(Shift::Before(first)),
            (Some(Choice::Later), Some((_, last))) => self.shift = Some(Shift::After(last)),
            // The first there is.
            (Some(Choice::Any | Choice::Earlier), _) => {
                self.when.days = Some(Days::Soonest);
            }
            _ if read::lacks(answer) => self.when.days = Some(Days::Soonest),
            _ => return Taken::NotUnderstood,
        }
        Taken::Understood
    }

    pub(super) fn hear_half(
        &mut self,
        answer: &Answer<'_>,
        said: &Said<'_>,
        cx: &Context<'_>,
    ) -> Taken {
        let Some(Clock::Open(one, other)) = self.when.clock else { return Taken::Understood };
        let part = said.times().iter().rfind(|it| !it.refused).map(|it| it.value);
        let place = || read::ordinal(answer, Slot::Choice, 2);
        let slot = || answer.slots.get(&Slot::Time).map(String::as_str);
        let is_late = match part {
            Some(TimeOfDay::Morning) => false,
            Some(TimeOfDay::Afternoon | TimeOfDay::Evening | TimeOfDay::Night) => true,
            Some(TimeOfDay::At(time)) if time == one => false,
            Some(TimeOfDay::At(time)) if time == other => true,
            Some(TimeOfDay::At(time)) => {
                // Another time altogether.
                self.when.clock = Some(Clock::At(time));
                return Taken::Understood;
            }
            Some(TimeOfDay::Either(..)) | None => match (place(), slot()) {
                (Some(place), _) => place == 1,
                (None, Some("MO")) => false,
                (None, Some("AF" | "EV" | "NI")) => true,
                (None, _) => {
                    // "No, on Friday": the hour is still open.
                    let wanting =
                        Wanting { clock: None, ..self.wanting(answer, said, cx, false, false) };
                    return self.take_wanting(&wanting, answer).unwrap_or(Taken::NotUnderstood);
                }
            },
        };
        self.when.clock = Some(Clock::At(if is_late { other } else { one }));
        Taken::Understood
    }

    pub(super) fn hear_instead(
        &mut self,
        answer: &Answer<'_>,
        said: &Said<'_>,
        cx: &Context<'_>,
    ) -> Taken {
        let wanting = self.wanting(answer, said, cx, false, false);
        let Some(other) = self.instead.clone() else { return Taken::Understood };
        match answer.yes_no {
            Some(YesNo::Yes) => {
                self.change();
                self.who = Some(WantedDoctor::Doctor(other));
                Taken::Understood
            }
            _ if !wanting.is_nothing() => {
                self.instead = None;
                self.take_wanting(&wanting, answer).unwrap_or(Taken::NotUnderstood)
            }
            Some(YesNo::No) => {
                let message = Message::new("hand-over-nothing-free");
                self.end(crate::task::Next::Person(crate::reply::Reason::Matter, message));
                Taken::Understood
            }
            None => Taken::NotUnderstood,
        }
    }

    pub(super) fn hear_name(
        &mut self,
        answer: &Answer<'_>,
        said: &Said<'_>,
        cx: &mut Context<'_>,
    ) -> Taken {
        let skips = said.has_any(SKIP) || answer.yes_no == Some(YesNo::No);
        if skips {
            self.nameless = true;
            return Taken::Understood;
        }
        // "Wait, make it Friday" is no name, and "Domingo Pérez" is no Sunday.
        let wanting = self.wanting(answer, said, cx, false, false);
        let name = read::name(answer, Slot::PatientName, cx.now);
        let is_name = name.is_some() && wanting.clock.is_none() && names_somebody(said);
        if let Some(chosen) = self.chosen.clone()
            && !is_name
            && (wanting.days.is_some() || wanting.clock.is_some())
            && !self.fits(&wanting, &chosen)
        {
            self.settle_when(&chosen);
            return self.take_wanting(&wanting, answer).unwrap_or(Taken::NotUnderstood);
        }
        match name {
            Some(name) => {
                cx.memory.name = Some(name);
                Taken::Understood
            }
            None => Taken::NotUnderstood,
        }
    }
}

/// Whether the days that are said may be somebody's name: "Domingo Pérez", but not "el domingo" and not
/// "mejor domingo".
fn names_somebody(said: &Said<'_>) -> bool {
    let word = |at: usize| said.tokens().get(at).map_or("", |it| it.text.as_str());
    let days = said.days();
    let is_name = |words: &std::ops::Range<usize>| {
        let before = words.start.checked_sub(1).map_or("", word);
        words.clone().all(|it| DAYS_AND_NAMES.contains(&word(it))) && !BEFORE_DAY.contains(&before)
    };
    !days.is_empty() && days.iter().all(|it| is_name(&it.words)) && !said.has_any(CHANGING)
}
