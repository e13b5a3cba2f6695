//! Appointments: to book one, to move it, to cancel it, to hear when it is.
//!
//! What is asked, in this order, each only when it is not known yet:
//!
//! | known | asked with | answers beside a value |
//! |---|---|---|
//! | which appointment (to move, to cancel, to hear when it is) | looked up by the calling number; `choose-appointment`, `ask-which-appointment`, `ask-appointment-number` and `ask-appointment-name`, or `offer-new-appointment` where none is found and a new one is as likely meant | its place, doctor, day, number |
//! | with whom | `ask-doctor`, `choose-doctor` | a specialty, anyone, "my cardiologist" |
//! | on which day | `ask-day`, `ask-new-day`, `ask-other-time` | a vague day, as soon as possible, a time as well |
//! | morning or evening | `choose-half-of-day`, only where both make sense | |
//! | which opening | looked up; `choose-time`, `choose-moment`, `choose-doctor-moment` | its place or time, earlier, later, neither, another day, another doctor |
//! | that it is right | `confirm-appointment`, `confirm-move`, `confirm-cancel`, `offer-opening` | anything that is to be different |
//! | the name | `ask-patient-name`, to book | that it is left out |
//!
//! Doctor, day and time are taken whenever they are said, in any order, several at once, and again
//! when they change. An opening is the caller's only when the records say so: somebody else may take it
//! while it is being confirmed, which is told, and the next nearest is offered.

mod arrange;
mod choose;
mod doctors;
mod hear;
mod identify;
mod learn;
mod others;
mod seek;
mod state;
mod when;

#[cfg(test)]
mod tests;

use jiff::civil::{Date, DateTime};
use language::said::Said;
use wording::{Message, Value};

pub(crate) use self::state::Task;
use self::state::{Fleeting, Goal, Outcome, Parked, Standing};
use self::when::When;
use crate::business::{AppointmentNumber, DoctorId, Opening};
use crate::matter::Matter;
use crate::question::Question;
use crate::reply::Reason;
use crate::request::{Facts, Request, WantedDoctor};
use crate::slot::{Slot, Slots};
use crate::task::{self, Answer, Context, Next, Taken};
use crate::wish::Wish;

/// Times that a caller may name something that cannot be, a past day or a doctor who is not here, before
/// a person takes over.
const MOST_STRIKES: u8 = 3;

/// Most openings that are remembered as lost to somebody else.
const MOST_GONE: usize = 6;

/// Most characters of a sentence that are kept until it is known who works here.
const MOST_PARKED: usize = 400;

/// Begins what serves a wish of the clinic, with the sentence that named it.
pub(crate) fn begin(wish: Wish, answer: &Answer<'_>, cx: &mut Context<'_>) -> Task {
    let mut task = Task::new(Goal::of(wish));
    task.take(answer, cx);
    task
}

impl Task {
    /// Takes what the sentence that begins the task says: the doctor as soon as it is known who works
    /// here, day and time at once.
    fn take(&mut self, answer: &Answer<'_>, cx: &Context<'_>) {
        let said = words(answer, cx.now);
        self.when = When {
            days: when::days(answer, &said, cx.now),
            clock: match when::clock(answer, &said, false) {
                Some(when::Told::Clock(clock)) => Some(clock),
                Some(when::Told::AnyTime) | None => None,
            },
        };
        self.now.number = identify::number(answer).or_else(|| {
            // Taken up from an earlier call, when the number was told.
            let matter = cx.memory.matter.as_ref()?;
            matter.slots.get(&Slot::AppointmentNumber)?.parse().ok()
        });
        self.park(answer, false);
    }

    fn park(&mut self, answer: &Answer<'_>, asked: bool) {
        let said = answer.said.chars().take(MOST_PARKED).collect();
        let slots = answer.slots.clone();
        self.now.parked = Some(Parked { said, slots, language: answer.language, asked });
    }

    /// Ends the task when the caller named what cannot be too often.
    fn strike(&mut self, hand_over: &'static str) {
        self.strike_with(Reason::Matter, hand_over);
    }

    fn strike_with(&mut self, reason: Reason, hand_over: &'static str) {
        self.strikes = self.strikes.saturating_add(1);
        if self.strikes >= MOST_STRIKES {
            self.end(Next::Person(reason, Message::new(hand_over)));
        }
    }

    fn end(&mut self, next: Next) {
        self.now.end = Some(next);
    }

    fn note(&mut self, message: Message) {
        self.now.notes.push(message);
    }

    /// A question after what is to be said before it.
    fn ask(&mut self, question: Question) -> Next {
        let mut before = std::mem::take(&mut self.now).notes;
        before.extend(question.before);
        Next::Ask(Question { before, ..question })
    }

    /// The records do not answer, or not what they were asked.
    fn fail(&mut self) {
        let message = if self.now.is_changing {
            self.outcome = Outcome::Unsure;
            "hand-over-appointment-unsure"
        } else {
            "hand-over-backend"
        };
        self.end(Next::Person(Reason::Backend, Message::new(message)));
    }

    /// Whom and when the task is about, as far as it is known.
    fn opening(&self) -> Option<&Opening> {
        match self.goal {
            Goal::Cancel | Goal::Check => self.appointment.as_ref().map(|it| &it.opening),
            Goal::Book | Goal::Move => self.chosen.as_ref(),
        }
    }

    fn name(&self, doctor: &DoctorId) -> Value {
        self.roster
            .as_ref()
            .map_or_else(|| Value::Text(doctor.as_str().to_owned()), |it| it.name(doctor))
    }

    /// A message about a doctor, a day and a time, as short as it can be.
    fn briefly(&self, message: &'static str, opening: &Opening) -> Message {
        Message::new(message)
            .with("doctor", self.name(&opening.doctor))
            .with("day", Value::Day(opening.at.date()))
            .with("time", Value::Time(opening.at.time()))
    }

    /// A question that reads back a doctor, a day and a time: in full, and briefly when it is asked
    /// again.
    fn read_back(&self, message: &'static str, opening: &Opening) -> Message {
        self.briefly(message, opening).with("moment", Value::Moment(opening.at))
    }

    /// A message about a doctor and a moment in full.
    fn about(&self, message: &'static str, opening: &Opening) -> Message {
        Message::new(message)
            .with("doctor", self.name(&opening.doctor))
            .with("moment", Value::Moment(opening.at))
    }
}

impl task::Task for Task {
    fn next(&mut self, cx: &mut Context<'_>) -> Next {
        if let Some(end) = self.now.end.take() {
            self.now = Fleeting::default();
            return end;
        }
        let is_waiting = self.now.parked.is_some() || self.now.waiting.is_some();
        if self.roster.is_none() || is_waiting {
            return Next::Request(Request::Doctors);
        }
        match self.goal {
            Goal::Move | Goal::Cancel | Goal::Check if self.appointment.is_none() => {
                self.identify(cx)
            }
            Goal::Book | Goal::Move => self.arrange(cx),
            Goal::Cancel => self.cancel(cx),
            Goal::Check => self.tell(),
        }
    }

    fn hear(&mut self, asked: &Question, answer: &Answer<'_>, cx: &mut Context<'_>) -> Taken {
        if self.corrects_number(answer) {
            return Taken::Understood;
        }
        let said = words(answer, cx.now);
        match asked.message.id.as_ref() {
            "ask-appointment-number" => self.hear_number(answer),
            "ask-appointment-name" => self.hear_holder(answer, cx),
            "choose-appointment" | "ask-which-appointment" => {
                self.hear_appointment(answer, &said, cx)
            }
            "offer-new-appointment" => self.hear_new(answer),
            "confirm-cancel" => self.hear_cancel(answer, &said, cx),
            "ask-doctor" | "choose-doctor" => self.hear_doctor(answer, &said, cx),
            "offer-other-doctor" => self.hear_instead(answer, &said, cx),
            "choose-half-of-day" => self.hear_half(answer, &said, cx),
            "choose-time" | "choose-moment" | "choose-doctor-moment" => {
                self.hear_choice(answer, &said, cx)
            }
            "offer-opening" | "confirm-appointment" | "confirm-move" => {
                self.hear_agreement(answer, &said, cx)
            }
            "ask-patient-name" => self.hear_name(answer, &said, cx),
            _ => self.hear_when(answer, &said, cx),
        }
    }

    fn learn(&mut self, facts: Facts, cx: &mut Context<'_>) {
        match facts {
            Facts::Doctors(doctors) => self.learn_doctors(doctors, cx),
            Facts::Appointments(_) | Facts::Openings(_) => self.learn_of_doctors(facts, cx),
            Facts::Booking(booking) => self.learn_booking(booking, cx),
            Facts::Cancelled(found) => self.learn_cancelled(found, cx),
            _ => self.fail(),
        }
        self.now.is_changing = false;
    }

    fn back(&mut self, _cx: &mut Context<'_>) -> bool {
        self.go_back()
    }

    fn summary(&self) -> Option<Message> {
        let message = match (self.opening(), &self.who) {
            (Some(opening), _) if self.outcome == Outcome::Unsure => {
                self.about("summary-appointment-unsure", opening)
            }
            (Some(opening), _) if self.outcome == Outcome::Changed => {
                self.about("summary-appointment-done", opening)
            }
            (Some(opening), _) => self.about("summary-appointment-moment", opening),
            (None, Some(WantedDoctor::Doctor(doctor))) => {
                Message::new("summary-appointment-doctor").with("doctor", self.name(doctor))
            }
            (None, _) => Message::new("summary-appointment"),
        };
        Some(message.with("goal", self.goal.word()))
    }

    fn turn_to(&mut self, wish: Wish, answer: &Answer<'_>, cx: &mut Context<'_>) -> bool {
        let goal = Goal::of(wish);
        // Which appointment it is about serves both; what is to be booked does not.
        if self.goal == Goal::Book || goal == Goal::Book {
            return false;
        }
        self.goal = goal;
        self.change();
        self.turned_down = None;
        self.take(answer, cx);
        true
    }

    fn matter(&self, today: Date) -> Option<Matter> {
        let matter = matter(self.booked.as_ref()?, today);
        Some(Matter { until: self.chosen.as_ref().map(|it| it.at.date()), ..matter })
    }

    fn closed(&self, today: Date) -> Option<Matter> {
        let number = &self.appointment.as_ref()?.number;
        let is_gone = match self.outcome {
            Outcome::Gone => true,
            Outcome::Changed => self.goal == Goal::Cancel,
            Outcome::Open | Outcome::Unsure => false,
        };
        is_gone.then(|| matter(number, today))
    }
}

/// An appointment, as something to call about again.
fn matter(number: &AppointmentNumber, on: Date) -> Matter {
    let slots = Slots::from([(Slot::AppointmentNumber, number.clone().into())]);
    Matter { wish: Wish::MoveAppointment, slots, on, until: None }
}

/// The words of an answer, as they are read on the line.
fn words<'a>(answer: &Answer<'a>, now: DateTime) -> Said<'a> {
    let setting = language::Setting::new(answer.language.locale(), now);
    Said::new(crate::said::readable(answer.said), &setting)
}
