//! Which appointment is to be moved, cancelled or told.

use language::said::{Choice, Said};
use wording::{Message, Value};

use super::doctors::Meant;
use super::seek::two;
use super::when::{self, Told, When};
use super::{Goal, Standing, Task, words};
use crate::business::{Appointment, AppointmentNumber, Opening};
use crate::heard::YesNo;
use crate::question::{Expects, Question};
use crate::read;
use crate::reply::Reason;
use crate::request::{Holder, Request, WantedDoctor};
use crate::slot::{Slot, Slots};
use crate::task::{Answer, Context, Done, Next, Taken};

/// Digits of the number of an appointment.
const DIGITS: usize = 6;

/// Most appointments that are told one after the other.
const MOST_TOLD: usize = 2;

/// Most appointments of a caller that are kept.
const MOST_HELD: usize = 8;

/// Numbers and names without an appointment, in a call, after which a person takes over. What can be tried
/// without an end can be guessed.
const MOST_UNFOUND: u32 = 2;

/// The number of an appointment in what the caller said or keyed in.
pub(super) fn number(answer: &Answer<'_>) -> Option<AppointmentNumber> {
    let digits = read::digits(answer, Slot::AppointmentNumber, &(DIGITS..=DIGITS), None);
    digits?.parse().ok()
}

impl Task {
    /// What comes next while it is not known which appointment it is about.
    pub(super) fn identify(&mut self, cx: &Context<'_>) -> Next {
        let given = self.now.number.take();
        if given.is_some() {
            self.unproven.clone_from(&given);
            // A name that was given before is not asked again, unless it may be what did not fit.
            let is_first = cx.memory.unfound_appointments == 0;
            self.now.name = cx.memory.name.clone().filter(|_| is_first);
        }
        if let Some(number) = self.unproven.clone() {
            let name = self.now.name.clone();
            if given.is_some() || name.is_some() {
                self.now.by_number = true;
                let holder = Holder::Appointment { number, name };
                return Next::Request(Request::Appointments(holder));
            }
            let question = Message::new("ask-appointment-name");
            return self.ask(Question::new(question, Expects::Slot(Slot::PatientName)));
        }
        let Some(held) = &self.held else {
            self.now.by_number = false;
            return Next::Request(Request::Appointments(Holder::Caller));
        };
        if self.goal == Goal::Check && !held.is_empty() {
            return self.tell();
        }
        let question = match &held[..] {
            [first, second] => Question::new(
                two(Message::new("choose-appointment"), &first.opening, &second.opening)
                    .with("first-doctor", self.name(&first.opening.doctor))
                    .with("second-doctor", self.name(&second.opening.doctor)),
                Expects::Slot(Slot::Choice),
            ),
            several if several.len() > MOST_TOLD => {
                let count = i64::try_from(several.len()).unwrap_or(i64::MAX);
                Question::new(
                    Message::new("ask-which-appointment").with("count", Value::Number(count)),
                    Expects::Slot(Slot::Day),
                )
            }
            [] if self.may_mean_a_new_one() => {
                Question::new(Message::new("offer-new-appointment"), Expects::YesNo)
            }
            _ => Question::new(
                Message::new("ask-appointment-number"),
                Expects::Slot(Slot::AppointmentNumber),
            ),
        };
        self.ask(question)
    }

    /// Whether a caller who has no appointment to move said whom or when they would see: "an appointment
    /// with my cardiologist, Thursday at ten" may be a new one.
    fn may_mean_a_new_one(&self) -> bool {
        let says_what =
            self.who.is_some() || !self.between.is_empty() || self.when != When::default();
        self.goal == Goal::Move && !self.wants_no_new && says_what
    }

    /// Whether a new appointment is booked, since there is none to move.
    pub(super) fn hear_new(&mut self, answer: &Answer<'_>) -> Taken {
        match (number(answer), answer.yes_no) {
            (Some(number), _) => self.now.number = Some(number),
            (None, Some(YesNo::Yes)) => self.goal = Goal::Book,
            (None, Some(YesNo::No)) => self.wants_no_new = true,
            (None, None) => return Taken::NotUnderstood,
        }
        Taken::Understood
    }

    pub(super) fn learn_appointments(&mut self, found: Vec<Appointment>, cx: &mut Context<'_>) {
        let mut found: Vec<Appointment> =
            found.into_iter().filter(|it| it.opening.at > cx.now).take(MOST_HELD).collect();
        found.sort_by_key(|it| it.opening.at);
        if std::mem::take(&mut self.now.by_number) {
            return self.learn_by_number(found.into_iter().next(), cx);
        }
        if found.is_empty() {
            self.note(Message::new("note-no-appointment"));
        }
        let hinted = self.hinted(&found);
        // "I have one on Thursday and need another day": that day is not the new one.
        if self.goal == Goal::Move && self.when.days.is_some() {
            let is_on = |it: &&Appointment| self.when.fits(it.opening.at);
            let on_day: Vec<Appointment> = hinted.iter().filter(is_on).cloned().collect();
            if let [only] = &on_day[..] {
                self.when = When::default();
                return self.settle(only.clone());
            }
        }
        match (&found[..], &hinted[..]) {
            ([only], _) | (_, [only]) => self.settle(only.clone()),
            _ => self.held = Some(if hinted.is_empty() { found } else { hinted }),
        }
    }

    /// Takes the appointment whose number was given, if it is the caller's.
    ///
    /// A number without an appointment, one that is somebody else's and one that is over are answered
    /// alike, so that nobody learns by trying which appointments there are.
    fn learn_by_number(&mut self, found: Option<Appointment>, cx: &mut Context<'_>) {
        let name = self.now.name.take();
        match (found, name) {
            (Some(appointment), name) => {
                self.unproven = None;
                cx.memory.name = cx.memory.name.take().or(name);
                self.settle(appointment);
            }
            // It is not this telephone's: the name is asked for, whether there is one or not.
            (None, None) => {}
            (None, Some(_)) => {
                self.unproven = None;
                self.held.get_or_insert_default();
                self.note(Message::new("note-appointment-unknown"));
                let tries = &mut cx.memory.unfound_appointments;
                *tries = tries.saturating_add(1);
                if *tries >= MOST_UNFOUND {
                    let message = Message::new("hand-over-no-appointment");
                    self.end(Next::Person(Reason::Matter, message));
                }
            }
        }
    }

    /// Those that the caller may mean by the doctor, day and time of the first sentence. To move an
    /// appointment, day and time are the new ones.
    fn hinted(&self, found: &[Appointment]) -> Vec<Appointment> {
        let when = match self.goal {
            Goal::Cancel | Goal::Check => self.when,
            Goal::Book | Goal::Move => When::default(),
        };
        let fits = |it: &&Appointment| {
            let is_with = match &self.who {
                Some(WantedDoctor::Doctor(doctor)) => it.opening.doctor == *doctor,
                Some(WantedDoctor::Specialty(specialty)) => {
                    let doctor = self.roster.as_ref().and_then(|all| all.get(&it.opening.doctor));
                    doctor.is_some_and(|it| it.specialty == *specialty)
                }
                Some(WantedDoctor::Anyone) => true,
                None => self.between.is_empty() || self.between.contains(&it.opening.doctor),
            };
            is_with && when.fits(it.opening.at)
        };
        found.iter().filter(fits).cloned().collect()
    }

    /// Takes an appointment as the one it is about.
    fn settle(&mut self, appointment: Appointment) {
        let doctor = appointment.opening.doctor.clone();
        if self.who.is_none() || self.held.as_ref().is_some_and(|it| it.len() > 1) {
            self.who = Some(WantedDoctor::Doctor(doctor));
            self.between.clear();
        }
        self.strikes = 0;
        self.appointment = Some(appointment);
    }

    /// Takes another number than that of the appointment at hand, said to whatever was asked: "no, 482914".
    /// What recognition hands back may be of an earlier turn and is no news.
    pub(super) fn corrects_number(&mut self, answer: &Answer<'_>) -> bool {
        let Some(at_hand) = self.appointment.as_ref().filter(|_| self.goal != Goal::Book) else {
            return false;
        };
        let (known, nothing) = (at_hand.number.as_str(), Slots::new());
        let said = Answer { slots: &nothing, ..*answer };
        let digits = read::digits(&said, Slot::AppointmentNumber, &(DIGITS..=DIGITS), Some(known));
        let other = digits.and_then(|it| it.parse::<AppointmentNumber>().ok());
        let Some(other) = other.filter(|it| *it != at_hand.number) else { return false };
        // Its doctor was taken for the one who is wanted.
        if self.who == Some(WantedDoctor::Doctor(at_hand.opening.doctor.clone())) {
            self.who = None;
        }
        self.appointment = None;
        self.told = false;
        self.change();
        self.now.number = Some(other);
        true
    }

    pub(super) fn hear_number(&mut self, answer: &Answer<'_>) -> Taken {
        match number(answer) {
            Some(number) => {
                self.now.number = Some(number);
                Taken::Understood
            }
            None if read::lacks(answer) || answer.yes_no == Some(YesNo::No) => Taken::Missing,
            None => Taken::NotUnderstood,
        }
    }

    /// Hears the name that the appointment is under.
    pub(super) fn hear_holder(&mut self, answer: &Answer<'_>, cx: &Context<'_>) -> Taken {
        if let Some(number) = number(answer) {
            self.now.number = Some(number);
            return Taken::Understood;
        }
        if read::lacks(answer) || answer.yes_no == Some(YesNo::No) {
            return Taken::Missing;
        }
        match read::name(answer, Slot::PatientName, cx.now) {
            Some(name) => {
                self.now.name = Some(name);
                Taken::Understood
            }
            None => Taken::NotUnderstood,
        }
    }

    pub(super) fn hear_appointment(
        &mut self,
        answer: &Answer<'_>,
        said: &Said<'_>,
        cx: &Context<'_>,
    ) -> Taken {
        let held = self.held.clone().unwrap_or_default();
        if let Some(number) = number(answer) {
            self.now.number = Some(number);
            return Taken::Understood;
        }
        let named = self.named(&held, answer, said, cx);
        let by_place = || {
            let place = read::ordinal(answer, Slot::Choice, held.len().min(MOST_TOLD))?;
            held.get(place).cloned()
        };
        match (&named[..], by_place()) {
            ([only], _) => self.settle(only.clone()),
            ([], Some(it)) => self.settle(it),
            // Still several, but fewer: those are told.
            (several, _) if several.len() > 1 && several.len() < held.len() => {
                self.held = Some(named);
            }
            _ if answer.yes_no == Some(YesNo::No)
                || said.choices().iter().any(|it| it.value == Choice::Neither) =>
            {
                self.held = Some(Vec::new());
            }
            _ => return Taken::NotUnderstood,
        }
        Taken::Understood
    }

    /// Those of some appointments that the caller names by doctor, day or time; none when the caller
    /// names nothing of the kind.
    fn named(
        &self,
        held: &[Appointment],
        answer: &Answer<'_>,
        said: &Said<'_>,
        cx: &Context<'_>,
    ) -> Vec<Appointment> {
        let meant = self.roster.as_ref().and_then(|it| it.meant(answer, said, false));
        let doctor = |it: &Appointment| match &meant {
            Some(Meant::One(doctor)) => it.opening.doctor == *doctor,
            Some(Meant::OneOf(doctors)) => doctors.contains(&it.opening.doctor),
            Some(Meant::Specialty { specialty, .. }) => {
                let doctor = self.roster.as_ref().and_then(|all| all.get(&it.opening.doctor));
                doctor.is_some_and(|it| it.specialty == *specialty)
            }
            Some(Meant::Anyone | Meant::SomebodyElse | Meant::Stranger | Meant::NoSpecialty)
            | None => true,
        };
        let clock = match when::clock(answer, said, true) {
            Some(Told::Clock(clock)) => Some(clock),
            Some(Told::AnyTime) | None => None,
        };
        let when = When { days: when::days(answer, said, cx.now), clock };
        let is_named = when != When::default()
            || matches!(meant, Some(Meant::One(_) | Meant::OneOf(_) | Meant::Specialty { .. }));
        if !is_named {
            return Vec::new();
        }
        let of = |fits: &dyn Fn(&Appointment) -> bool| -> Vec<Appointment> {
            held.iter().filter(|it| doctor(it) && fits(it)).cloned().collect()
        };
        let exactly = of(&|it| when.fits(it.opening.at));
        if exactly.is_empty() {
            of(&|it| when.fits_weekday(it.opening.at, cx.now))
        } else {
            exactly
        }
    }

    /// Tells when the caller's appointments are: the one that is meant, or the next two of several.
    pub(super) fn tell(&mut self) -> Next {
        let held = self.held.clone().unwrap_or_default();
        let meant: Vec<Opening> = match &self.appointment {
            Some(appointment) => vec![appointment.opening.clone()],
            None => held.iter().map(|it| it.opening.clone()).collect(),
        };
        let mut say = std::mem::take(&mut self.now).notes;
        if meant.len() > MOST_TOLD {
            let count = i64::try_from(meant.len()).unwrap_or(i64::MAX);
            say.push(Message::new("tell-appointments").with("count", Value::Number(count)));
        }
        let next = meant.iter().take(MOST_TOLD);
        say.extend(next.map(|it| self.briefly("tell-appointment", it)));
        Next::Done(Done { say, served: true, offer: None })
    }

    /// What comes next when it is known which appointment is cancelled.
    pub(super) fn cancel(&mut self, cx: &mut Context<'_>) -> Next {
        let Some(appointment) = self.appointment.clone() else { return self.identify(cx) };
        if self.standing == Standing::Agreed {
            self.now.is_changing = true;
            let operation = cx.operation();
            return Next::Request(Request::Cancel { appointment: appointment.number, operation });
        }
        let message = self.read_back("confirm-cancel", &appointment.opening);
        self.ask(Question::new(message, Expects::YesNo))
    }

    pub(super) fn hear_cancel(
        &mut self,
        answer: &Answer<'_>,
        said: &Said<'_>,
        cx: &Context<'_>,
    ) -> Taken {
        // "No, the one with Dr. Patel", where there are several.
        let held = self.held.clone().unwrap_or_default();
        let others: Vec<Appointment> =
            held.iter().filter(|it| Some(*it) != self.appointment.as_ref()).cloned().collect();
        let is_other = said.has_any(&["other one", "the other", "la otra", "el otro"]);
        match (&self.named(&others, answer, said, cx)[..], &others[..]) {
            ([only], _) if answer.yes_no != Some(YesNo::Yes) => {
                self.appointment = Some(only.clone());
                return Taken::Understood;
            }
            (_, [only]) if is_other => {
                self.appointment = Some(only.clone());
                return Taken::Understood;
            }
            _ => {}
        }
        match answer.yes_no {
            Some(YesNo::Yes) => self.standing = Standing::Agreed,
            Some(YesNo::No) if others.is_empty() => self.keep(),
            Some(YesNo::No) => self.appointment = None,
            None => return Taken::NotUnderstood,
        }
        Taken::Understood
    }

    /// The sentence that began the task, once it is known who works here.
    pub(super) fn unpark(&mut self, cx: &Context<'_>) {
        let Some(parked) = self.now.parked.take() else { return };
        let answer = Answer {
            slots: &parked.slots,
            yes_no: None,
            keys: None,
            said: &parked.said,
            language: parked.language,
        };
        let said = words(&answer, cx.now);
        if let Some(meant) =
            self.roster.as_ref().and_then(|it| it.meant(&answer, &said, parked.asked))
        {
            self.want(&meant);
        }
    }
}
