//! A caller who follows a script, and the agent of the script.

use super::caller::{Act, Asks, Caller, Failure, Heard, Moment, Turn, Waiting};
use crate::script::{Doing, Pattern, Placed, Script, Step};

/// How many rounds of a flow a script that has more to say hears out before it gives up.
const MOST_ROUNDS: u32 = 20;

/// A caller who follows a script.
#[derive(Debug)]
pub(crate) struct Scripted<'a> {
    script: &'a Script,
    /// Index of the next step.
    next: usize,
    /// Where the caller goes on listening.
    ear: Ear,
    /// Where the agent goes on listening.
    agents_ear: Ear,
    /// Whether the script and the call have already parted.
    parted: bool,
}

/// A place in what was heard: everything before it is ticked off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Ear {
    /// Index of the prompt.
    prompt: usize,
    /// Byte in the prompt.
    byte: usize,
}

impl Ear {
    /// Listens for a pattern from here on; the place after it, if it was heard.
    fn hears(self, pattern: &Pattern, heard: &[String]) -> Option<Self> {
        let mut byte = self.byte;
        for (prompt, text) in heard.iter().enumerate().skip(self.prompt) {
            if let Some(found) = pattern.find(text, byte) {
                return Some(Self { prompt, byte: found.end });
            }
            byte = 0;
        }
        None
    }
}

impl<'a> Scripted<'a> {
    pub(crate) fn new(script: &'a Script) -> Self {
        Self { script, next: 0, ear: Ear::default(), agents_ear: Ear::default(), parted: false }
    }

    fn step(&self) -> Option<&'a Placed<Step>> {
        self.script.steps.get(self.next)
    }

    /// Ticks off what was heard, and returns the next step: a `hears` only if it was not heard yet.
    fn listen(&mut self, heard: &Heard) -> Option<&'a Placed<Step>> {
        while let Some(step) = self.step() {
            let (ear, heard, pattern) = match &step.value {
                Step::Hears(pattern) => (&mut self.ear, &heard.caller, pattern),
                Step::AgentHears(pattern) => (&mut self.agents_ear, &heard.agent, pattern),
                Step::Says(_)
                | Step::Presses(_)
                | Step::Silence
                | Step::HangsUp
                | Step::LeavesMessage(_)
                | Step::Agent(_) => return Some(step),
            };
            let Some(after) = ear.hears(pattern, heard) else { return Some(step) };
            *ear = after;
            self.next = self.next.saturating_add(1);
        }
        None
    }

    fn done(&mut self, act: Act) -> Act {
        self.next = self.next.saturating_add(1);
        act
    }

    fn stop(&mut self, line: u64, expected: String, found: impl Into<String>) -> Act {
        self.parted = true;
        Act::Stops(Failure { line, expected, found: found.into() })
    }

    /// The line on which the script ends.
    fn last_line(&self) -> u64 {
        self.script.steps.last().map_or(1, |it| it.line)
    }
}

impl Caller for Scripted<'_> {
    fn act(&mut self, waiting: Waiting, heard: &Heard) -> Act {
        let Some(Placed { line, value }) = self.listen(heard) else {
            return match waiting {
                // A caller who has no more to do lets a menu pass.
                Waiting::Keys { .. } => Act::Silence,
                Waiting::Speech(_) => self.stop(
                    self.last_line(),
                    "the call to end after the last step".to_owned(),
                    "the line listens; add `says`, `presses`, `silence` or `hangs_up`",
                ),
            };
        };
        match (value, waiting) {
            (Step::Silence, _) => self.done(Act::Silence),
            (Step::HangsUp, _) => self.done(Act::HangsUp),
            (Step::Presses(it), _) => self.done(Act::Presses(it.keys.clone())),
            (Step::LeavesMessage(text), Waiting::Keys { recording: true, .. }) => {
                self.done(Act::LeavesMessage(text.clone()))
            }
            (Step::Says(saying), Waiting::Speech(_)) => self.done(Act::Says(saying.clone())),
            // A caller who is to speak or to hear something first lets a menu pass; who asked for
            // time takes it until they hear or do something.
            (Step::Hears(_), Waiting::Speech(Asks::Patience))
            | (
                Step::Hears(_)
                | Step::Says(_)
                | Step::LeavesMessage(_)
                | Step::Agent(_)
                | Step::AgentHears(_),
                Waiting::Keys { .. },
            ) => Act::Silence,
            (step @ (Step::Hears(_) | Step::AgentHears(_)), Waiting::Speech(_)) => {
                let found = self.unheard(step, heard);
                self.stop(*line, expected(step), found)
            }
            (step @ Step::Agent(_), Waiting::Speech(_)) => {
                self.stop(*line, expected(step), "the line listens to the caller")
            }
            (Step::LeavesMessage(_), Waiting::Speech(_)) => self.stop(
                *line,
                "to leave a message".to_owned(),
                "the line does not record, it listens for an answer",
            ),
        }
    }

    /// A caller who waits to hear something and then hangs up does so at once, even where the line
    /// does not wait for them.
    fn hangs_up(&mut self, heard: &Heard) -> bool {
        let before = self.next;
        let is_next = matches!(self.listen(heard), Some(Placed { value: Step::HangsUp, .. }));
        let is_reaction = is_next && self.next > before;
        if is_reaction {
            self.next = self.next.saturating_add(1);
        }
        is_reaction
    }

    /// A caller interrupts right after they heard what the steps before say, else at once.
    fn interrupts(&mut self, waiting: Waiting, prompt: &str, heard: &Heard) -> Option<usize> {
        let (next, ear, agents_ear) = (self.next, self.ear, self.agents_ear);
        let n_before = heard.caller.len();
        let mut with_prompt = heard.clone();
        with_prompt.caller.push(prompt.to_owned());
        let interrupts = match self.listen(&with_prompt).map(|it| &it.value) {
            Some(Step::Says(saying)) => saying.interrupts && matches!(waiting, Waiting::Speech(_)),
            Some(Step::Presses(it)) => it.interrupts,
            _ => false,
        };
        let at = if self.ear.prompt == n_before { self.ear.byte } else { 0 };
        if !interrupts {
            (self.next, self.ear, self.agents_ear) = (next, ear, agents_ear);
        }
        interrupts.then_some(at)
    }

    fn turn(&mut self, moment: Moment, is_idle: bool, heard: &Heard) -> Turn {
        while let Some(Placed { line, value }) = self.listen(heard) {
            let turn = match value {
                Step::Agent(doing) if moment.takes(doing) => {
                    Turn::Agent(Placed { line: *line, value: doing.clone() })
                }
                // Who waits hangs up whenever they like; otherwise the flow's end comes first.
                Step::HangsUp if is_idle || moment.has_rounds() => Turn::HangsUp,
                Step::Says(saying) if moment == Moment::Talk => Turn::Says(saying.text.clone()),
                Step::Silence if is_idle => {
                    self.next = self.next.saturating_add(1);
                    continue;
                }
                _ => return Turn::Nothing,
            };
            self.next = self.next.saturating_add(1);
            return turn;
        }
        Turn::Nothing
    }

    fn patience(&mut self, heard: &Heard) -> (usize, Option<u32>) {
        let rounds = if self.listen(heard).is_some() { MOST_ROUNDS } else { 1 };
        (self.next, Some(rounds))
    }

    fn expects_agent(&mut self, heard: &Heard) -> bool {
        let next = self.listen(heard);
        matches!(next, Some(Placed { value: Step::Agent(Doing::Answers { .. }), .. }))
    }

    fn finish(&mut self, heard: &Heard, stays: bool) -> Vec<Failure> {
        let mut failures = Vec::new();
        if !self.parted
            && let Some(Placed { line, value }) = self.listen(heard)
        {
            let found = match value {
                Step::Hears(_) | Step::AgentHears(_) => self.unheard(value, heard),
                _ if stays => "nothing more happened".to_owned(),
                _ => "the call was over".to_owned(),
            };
            failures.push(Failure { line: *line, expected: expected(value), found });
        }
        for Placed { line, value } in &self.script.never_hears {
            if let Some(text) = heard.caller.iter().find(|text| value.find(text, 0).is_some()) {
                failures.push(Failure {
                    line: *line,
                    expected: format!("never to hear {value}"),
                    found: format!("heard \"{text}\""),
                });
            }
        }
        failures
    }
}

impl Scripted<'_> {
    /// What was heard since the last thing that was ticked off, by whoever was to hear this.
    fn unheard(&self, step: &Step, heard: &Heard) -> String {
        let (ear, heard) = match step {
            Step::AgentHears(_) => (self.agents_ear, &heard.agent),
            _ => (self.ear, &heard.caller),
        };
        let all = heard.iter().enumerate().skip(ear.prompt).filter_map(|(prompt, text)| {
            let from = if prompt == ear.prompt { ear.byte } else { 0 };
            text.get(from..).map(str::trim).filter(|it| !it.is_empty())
        });
        // Who waits hears the same words over and over; once tells it all.
        let mut since = Vec::new();
        for text in all {
            if !since.contains(&text) {
                since.push(text);
            }
        }
        if since.is_empty() {
            "nothing more was heard".to_owned()
        } else {
            format!("heard \"{}\"", since.join(" "))
        }
    }
}

/// What a step expects of the call.
fn expected(step: &Step) -> String {
    match step {
        Step::Hears(pattern) => format!("to hear {pattern}"),
        Step::Says(_) => "to say something".to_owned(),
        Step::Presses(_) => "to press keys".to_owned(),
        Step::Silence => "to be silent".to_owned(),
        Step::HangsUp => "to hang up".to_owned(),
        Step::LeavesMessage(_) => "to leave a message".to_owned(),
        Step::Agent(doing) => format!("the agent {doing}"),
        Step::AgentHears(pattern) => format!("the agent to hear {pattern}"),
    }
}

#[cfg(test)]
mod tests;
