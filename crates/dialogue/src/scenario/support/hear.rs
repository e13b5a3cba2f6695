//! What the caller's answers lead to.

use wording::Message;

use super::guide::{Kind, Step, Target};
use super::problem::{OTHER, Problem};
use super::words::{self, Progress};
use super::{Stage, Task, with_service};
use crate::business::Service;
use crate::heard::YesNo;
use crate::read;
use crate::said::Said;
use crate::slot::Slot;
use crate::task::{Answer, Context, Taken};

/// The services in the order in which they are offered.
const MENU: [Service; 4] =
    [Service::Internet, Service::Phone, Service::Television, Service::Billing];

impl Task {
    /// Goes where an answer leads.
    fn go(&mut self, target: &Target) {
        match target {
            Target::Step(step) => {
                self.problem.enter(step);
                self.stage = Stage::Step;
            }
            Target::Ticket => self.stage = Stage::Ticket(None),
            Target::Person => self.stage = Stage::Technician,
        }
    }

    /// Begins anew with another service.
    pub(super) fn turn(&mut self, service: Service, answer: &Answer<'_>) -> Taken {
        self.problem = Problem::anew(Some(service));
        self.read_symptom(answer, false);
        self.before.clear();
        self.proceed();
        Taken::Noted(with_service("note-service", Some(service)))
    }

    pub(super) fn hear_service(&mut self, answer: &Answer<'_>) -> Taken {
        let said = Said::new(answer.said, answer.language);
        self.classify(answer);
        if self.problem.service.is_none()
            && let Some(at) = read::ordinal(answer, Slot::Service, 4)
        {
            self.problem.service = MENU.get(at).copied();
        }
        if self.problem.service.is_none() && words::is_everything(&said) {
            self.problem.service = Some(Service::Internet);
        }
        if self.problem.service.is_some() {
            self.proceed();
            return Taken::Understood;
        }
        if words::is_other(&said) || read::lacks(answer) {
            Taken::Missing
        } else {
            Taken::NotUnderstood
        }
    }

    pub(super) fn hear_symptom(&mut self, answer: &Answer<'_>) -> Taken {
        let said = Said::new(answer.said, answer.language);
        if self.read_symptom(answer, true) {
            self.proceed();
            return Taken::Understood;
        }
        if let Some(other) =
            words::services(&said).into_iter().find(|it| Some(*it) != self.problem.service)
        {
            return self.turn(other, answer);
        }
        let symptoms = self.problem.guide().map_or(&[][..], |it| &it.symptoms);
        if let Some(symptom) =
            read::ordinal(answer, Slot::Symptom, symptoms.len()).and_then(|it| symptoms.get(it))
        {
            self.problem.symptom = Some(symptom.name.clone());
            self.proceed();
            return Taken::Understood;
        }
        if words::is_other(&said) || read::lacks(answer) {
            self.problem.symptom = Some(OTHER.to_owned());
            self.stage = Stage::Ticket(None);
            return Taken::Understood;
        }
        Taken::NotUnderstood
    }

    pub(super) fn hear_step(&mut self, answer: &Answer<'_>) -> Taken {
        let Some(step) = self.problem.step() else { return Taken::NotUnderstood };
        match &step.kind {
            Kind::Check { .. } => self.hear_check(step, answer),
            Kind::Fix { otherwise } => self.hear_fix(step, otherwise, answer),
        }
    }

    fn hear_check(&mut self, step: &Step, answer: &Answer<'_>) -> Taken {
        let Kind::Check { yes, no, hears_yes, hears_no } = &step.kind else {
            return Taken::NotUnderstood;
        };
        let said = Said::new(answer.said, answer.language);
        let progress = words::progress(answer);
        // "It works fine there" answers the question; "there's a light, and it works again" ends it.
        let target = if progress == Some(Progress::Works) && !hears_no.are_meant_in(&said) {
            return self.hear_whether_it_helped(YesNo::Yes);
        } else if hears_no.are_meant_in(&said) {
            no
        } else if hears_yes.are_affirmed_in(&said) {
            yes
        } else if progress == Some(Progress::Cannot) {
            &step.cannot
        } else if progress == Some(Progress::NotYet) {
            return Taken::Noted(take_your_time());
        } else {
            match answer.yes_no {
                Some(YesNo::Yes) => yes,
                Some(YesNo::No) => no,
                None if progress == Some(Progress::Missing) => no,
                None => return Taken::NotUnderstood,
            }
        };
        self.go(target);
        Taken::Understood
    }

    fn hear_fix(&mut self, step: &Step, otherwise: &Target, answer: &Answer<'_>) -> Taken {
        let progress = match (words::progress(answer), answer.yes_no) {
            (Some(progress), _) => progress,
            (None, Some(YesNo::Yes)) => Progress::Ready,
            (None, Some(YesNo::No)) => Progress::Cannot,
            (None, None) => return Taken::NotUnderstood,
        };
        match progress {
            Progress::NotYet => Taken::Noted(take_your_time()),
            Progress::Ready => {
                self.stage = Stage::Works;
                Taken::Understood
            }
            Progress::Works => self.hear_whether_it_helped(YesNo::Yes),
            Progress::Fails => self.hear_whether_it_helped(YesNo::No),
            Progress::Before => {
                self.problem.note(Some(false));
                self.leave(otherwise, "note-tried-before")
            }
            Progress::Cannot | Progress::Missing => {
                self.problem.note(None);
                self.leave(&step.cannot, "note-next-step")
            }
        }
    }

    /// Takes whether it works after a step.
    pub(super) fn hear_whether_it_helped(&mut self, works: YesNo) -> Taken {
        let fix = match self.problem.step().map(|it| &it.kind) {
            Some(Kind::Fix { otherwise }) => Some(otherwise),
            Some(Kind::Check { .. }) | None => None,
        };
        match (works, fix) {
            (YesNo::Yes, fix) => {
                if fix.is_some() {
                    self.problem.note(Some(true));
                }
                self.stage = Stage::Solved;
                Taken::Understood
            }
            (YesNo::No, Some(otherwise)) => {
                self.problem.note(Some(false));
                self.leave(otherwise, "note-next-step")
            }
            (YesNo::No, None) => Taken::NotUnderstood,
        }
    }

    /// Goes where a step leads that did not help.
    fn leave(&mut self, target: &Target, note: &'static str) -> Taken {
        self.go(target);
        // A ticket is no other thing to try.
        if self.stage == Stage::Step { Taken::Noted(Message::new(note)) } else { Taken::Understood }
    }

    pub(super) fn hear_resume(&mut self, answer: &Answer<'_>, cx: &mut Context<'_>) -> Taken {
        let said = Said::new(answer.said, answer.language);
        let go_on = words::goes_on(&said).then_some(YesNo::Yes).or(answer.yes_no);
        match go_on {
            Some(YesNo::Yes) => {
                self.stage = Stage::Step;
                Taken::Understood
            }
            Some(YesNo::No) => {
                cx.memory.problem = None;
                self.problem = Problem::default();
                self.classify(answer);
                self.proceed();
                Taken::Understood
            }
            None => Taken::NotUnderstood,
        }
    }
}

fn take_your_time() -> Message {
    Message::new("note-wait")
}
