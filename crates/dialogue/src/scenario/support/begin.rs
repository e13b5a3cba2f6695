//! How support begins: what does not work, as far as the first sentence says it.

use line::Scenario;

use super::{Opening, Problem, Stage, Task, words};
use crate::business::Service;
use crate::said::Said;
use crate::slot::Slot;
use crate::task::{Answer, Context};
use crate::wish::Wish;

/// Begins support, with the sentence that asked for it.
pub(crate) fn begin(_wish: Wish, answer: &Answer<'_>, cx: &mut Context<'_>) -> Task {
    let mut task = Task { stage: Stage::Service, problem: Problem::default(), before: Vec::new() };
    if let Some(matter) = cx.memory.matter.clone() {
        // What an earlier call left is not asked again.
        let answer = Answer { slots: &matter.slots, ..*answer };
        task.classify(&answer);
        task.start(&answer, cx);
        return task;
    }
    task.classify(answer);
    let known = cx.memory.problem.clone().filter(|it| task.is_of(it));
    match known {
        Some(known) if known.ticket.is_some() => {
            task.problem = known;
            task.tell_ticket();
        }
        Some(known) if words::goes_on(&Said::new(answer.said, answer.language)) => {
            task.problem = known;
            task.stage = Stage::Step;
        }
        Some(known) => {
            task.problem = known;
            task.stage = Stage::Resume;
        }
        None => task.start(answer, cx),
    }
    task
}

impl Task {
    /// Whether what the caller said may be about a problem that is known.
    fn is_of(&self, known: &Problem) -> bool {
        let same = |now: Option<&str>, then: Option<&str>| now.is_none() || now == then;
        (self.problem.service.is_none() || self.problem.service == known.service)
            && same(self.problem.symptom.as_deref(), known.symptom.as_deref())
    }

    /// Begins with what the caller said, or what another thing they named left open.
    pub(super) fn start(&mut self, answer: &Answer<'_>, cx: &mut Context<'_>) {
        if self.problem.service.is_none() {
            self.problem.service = cx.memory.service_to_see_to.take();
        }
        let place = answer.slots.get(&Slot::Progress).map(String::as_str);
        if self.problem.symptom.is_some() && place.is_some_and(|it| self.problem.resume(it)) {
            if self.problem.ticket.is_some() {
                self.tell_ticket();
            } else {
                self.stage = Stage::Step;
            }
            return;
        }
        let said = Said::new(answer.said, answer.language);
        self.before = vec![Opening::Trouble];
        match self.problem.service {
            Some(Service::Billing) if words::pays(&said) && cx.line.does(Scenario::Payments) => {
                self.stage = Stage::Pay;
            }
            _ => self.proceed(),
        }
    }

    /// Reads service and symptom.
    pub(super) fn classify(&mut self, answer: &Answer<'_>) {
        let said = Said::new(answer.said, answer.language);
        let mut named = words::services(&said).into_iter();
        let first = named.next();
        self.problem.also = named.next();
        self.problem.service = first.or_else(|| words::service_slot(answer));
        self.read_symptom(answer, false);
    }

    pub(super) fn read_symptom(&mut self, answer: &Answer<'_>, asked: bool) -> bool {
        let Some(guide) = self.problem.guide() else { return false };
        let said = Said::new(answer.said, answer.language);
        let in_words = guide.symptom_in(&said, asked).map(|it| it.name.as_str());
        let named = in_words.or_else(|| words::symptom_slot(guide, answer));
        self.problem.symptom = named.map(str::to_owned);
        named.is_some()
    }

    /// Goes to the first thing that is not known, or to the first step.
    pub(super) fn proceed(&mut self) {
        let symptom = self.problem.symptom();
        self.stage = match (self.problem.service, symptom) {
            (None, _) => Stage::Service,
            (Some(Service::Billing), _) => Stage::Billing,
            (Some(_), None) => Stage::Symptom,
            (Some(_), Some(symptom)) => {
                if let Some(step) = symptom.steps.first() {
                    self.problem.enter(&step.name);
                }
                Stage::Step
            }
        };
    }
}
