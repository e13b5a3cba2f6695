//! Whoever is on the line: a script, or a person at the keyboard.

use crate::script::{Pattern, Placed, Script, Step};

/// What the line waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// Words, or keys instead: a bot listens.
    Speech(Asks),
    /// Keys only.
    Keys {
        /// Most keys it takes.
        limit: u32,
        /// Whether the caller is being recorded: words are kept as a message.
        recording: bool,
    },
}

/// What a bot asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// What the caller wants.
    Wish,
    /// One value.
    Value,
    /// Yes or no.
    Confirmation,
}

/// What the caller does about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Says this.
    Says(String),
    /// Presses these keys.
    Presses(String),
    /// Leaves this message, then does something else or nothing.
    LeavesMessage(String),
    /// Nothing, until the line gives up waiting.
    Silence,
    /// Hangs up.
    HangsUp,
    /// Cannot go on: the call is not what the script says.
    Stops(Failure),
}

/// A difference between a script and the call it made.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Failure {
    /// Line of the script, counted from 1.
    pub line: u64,
    /// What was expected.
    pub expected: String,
    /// What happened instead.
    pub found: String,
}

/// Somebody on the line.
pub trait Caller: Send {
    /// What the caller does when the line waits, having heard all this since the call began.
    fn act(&mut self, waiting: Waiting, heard: &[String]) -> Act;

    /// Whether the caller hangs up now, between two prompts, having heard all this.
    fn hangs_up(&mut self, heard: &[String]) -> bool {
        let _ = heard;
        false
    }

    /// What is left undone when the call is over.
    fn finish(&mut self, heard: &[String], queued: bool) -> Vec<Failure>;
}

/// A caller who follows a script.
#[derive(Debug)]
pub(crate) struct Scripted<'a> {
    script: &'a Script,
    /// Index of the next step.
    next: usize,
    /// Where to go on listening.
    ear: Ear,
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
        Self { script, next: 0, ear: Ear::default(), parted: false }
    }

    fn step(&self) -> Option<&'a Placed<Step>> {
        self.script.steps.get(self.next)
    }

    /// Ticks off what was heard, and returns the next step: a `hears` only if it was not heard yet.
    fn listen(&mut self, heard: &[String]) -> Option<&'a Placed<Step>> {
        while let Some(step) = self.step() {
            let Step::Hears(pattern) = &step.value else { return Some(step) };
            let Some(ear) = self.ear.hears(pattern, heard) else { return Some(step) };
            self.ear = ear;
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
    fn act(&mut self, waiting: Waiting, heard: &[String]) -> Act {
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
            (Step::Presses(keys), _) => self.done(Act::Presses(keys.clone())),
            (Step::LeavesMessage(text), Waiting::Keys { recording: true, .. }) => {
                self.done(Act::LeavesMessage(text.clone()))
            }
            (Step::Says(text), Waiting::Speech(_)) => self.done(Act::Says(text.clone())),
            // A caller who is to speak or to hear something first lets a menu pass.
            (Step::Hears(_) | Step::Says(_) | Step::LeavesMessage(_), Waiting::Keys { .. }) => {
                Act::Silence
            }
            (Step::Hears(pattern), Waiting::Speech(_)) => {
                let found = self.unheard(heard);
                self.stop(*line, format!("to hear {pattern}"), found)
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
    fn hangs_up(&mut self, heard: &[String]) -> bool {
        let before = self.next;
        let is_next = matches!(self.listen(heard), Some(Placed { value: Step::HangsUp, .. }));
        let is_reaction = is_next && self.next > before;
        if is_reaction {
            self.next = self.next.saturating_add(1);
        }
        is_reaction
    }

    fn finish(&mut self, heard: &[String], queued: bool) -> Vec<Failure> {
        let mut failures = Vec::new();
        if !self.parted {
            while let Some(Placed { line, value }) = self.listen(heard) {
                let expected = match value {
                    Step::Hears(pattern) => {
                        failures.push(Failure {
                            line: *line,
                            expected: format!("to hear {pattern}"),
                            found: self.unheard(heard),
                        });
                        break;
                    }
                    // Whoever waits in a queue may hang up or stay silent.
                    Step::HangsUp | Step::Silence if queued => {
                        self.next = self.next.saturating_add(1);
                        continue;
                    }
                    Step::Says(_) => "to say something",
                    Step::Presses(_) => "to press keys",
                    Step::Silence => "to be silent",
                    Step::HangsUp => "to hang up",
                    Step::LeavesMessage(_) => "to leave a message",
                };
                failures.push(Failure {
                    line: *line,
                    expected: expected.to_owned(),
                    found: "the call was over".to_owned(),
                });
                break;
            }
        }
        for Placed { line, value } in &self.script.never_hears {
            if let Some(text) = heard.iter().find(|text| value.find(text, 0).is_some()) {
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
    /// What was heard since the last thing that was ticked off.
    fn unheard(&self, heard: &[String]) -> String {
        let since: Vec<&str> = heard
            .iter()
            .enumerate()
            .skip(self.ear.prompt)
            .filter_map(|(prompt, text)| {
                let from = if prompt == self.ear.prompt { self.ear.byte } else { 0 };
                text.get(from..).map(str::trim).filter(|it| !it.is_empty())
            })
            .collect();
        if since.is_empty() {
            "nothing more was heard".to_owned()
        } else {
            format!("heard \"{}\"", since.join(" "))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    const SPEECH: Waiting = Waiting::Speech(Asks::Wish);
    const KEYS: Waiting = Waiting::Keys { limit: 1, recording: false };
    const BEEP: Waiting = Waiting::Keys { limit: 1, recording: true };

    fn script(steps: &str) -> Script {
        Script::parse(Path::new("c.yaml"), &format!("name: n\nsteps:\n{steps}")).unwrap()
    }

    fn heard(prompts: &[&str]) -> Vec<String> {
        prompts.iter().map(|&it| it.to_owned()).collect()
    }

    #[test]
    fn speaks_when_the_line_listens_and_lets_menus_pass() {
        let script = script("  - hears: hello\n  - says: hi\n");
        let mut caller = Scripted::new(&script);
        let heard = heard(&["Hello there."]);
        assert_eq!(caller.act(KEYS, &heard), Act::Silence);
        assert_eq!(caller.act(SPEECH, &heard), Act::Says("hi".to_owned()));
        assert_eq!(caller.finish(&heard, false), []);
    }

    #[test]
    fn prompts_are_heard_in_order() {
        let script = script("  - hears: two\n  - hears: one\n  - says: hi\n");
        let mut caller = Scripted::new(&script);
        let Act::Stops(failure) = caller.act(SPEECH, &heard(&["one", "two", "three"])) else {
            panic!("the script should have stopped");
        };
        assert_eq!(failure.line, 4);
        assert_eq!(failure.found, "heard \"three\"");
    }

    #[test]
    fn two_things_in_one_prompt_are_heard_in_order() {
        let script = script("  - hears: order\n  - hears: /is .* right/\n  - silence\n");
        let mut caller = Scripted::new(&script);
        assert_eq!(caller.act(SPEECH, &heard(&["Your order 5. Is that right?"])), Act::Silence);
    }

    #[test]
    fn a_caller_who_heard_enough_hangs_up_between_prompts() {
        let script = script("  - hears: two\n  - hangs_up\n");
        let mut caller = Scripted::new(&script);
        assert!(!caller.hangs_up(&heard(&["one"])));
        assert!(caller.hangs_up(&heard(&["one", "two"])));
        assert_eq!(caller.finish(&heard(&["one", "two"]), false), []);
    }

    #[test]
    fn a_message_waits_for_the_beep() {
        let script = script("  - leaves_message: call me\n  - presses: \"#\"\n");
        let mut caller = Scripted::new(&script);
        assert_eq!(caller.act(KEYS, &[]), Act::Silence);
        assert_eq!(caller.act(BEEP, &[]), Act::LeavesMessage("call me".to_owned()));
        assert_eq!(caller.act(BEEP, &[]), Act::Presses("#".to_owned()));
        assert_eq!(caller.act(BEEP, &[]), Act::Silence);
    }

    #[test]
    fn a_script_that_is_over_too_early_says_so() {
        let script = script("  - says: hi\n");
        let mut caller = Scripted::new(&script);
        assert_eq!(caller.act(SPEECH, &[]), Act::Says("hi".to_owned()));
        assert!(matches!(caller.act(SPEECH, &[]), Act::Stops(Failure { line: 3, .. })));
    }

    #[test]
    fn what_is_left_undone_is_a_failure_but_hanging_up_in_a_queue_is_not() {
        let script = script("  - hangs_up\n");
        assert_eq!(Scripted::new(&script).finish(&[], true), []);
        assert_eq!(Scripted::new(&script).finish(&[], false).len(), 1);
    }

    #[test]
    fn what_must_never_be_heard_is_looked_for_everywhere() {
        let script = script("  - never_hears: card\n");
        let failures = Scripted::new(&script).finish(&heard(&["a", "Your card number"]), false);
        assert_eq!(failures[0].line, 3);
        assert_eq!(failures[0].found, "heard \"Your card number\"");
    }
}
