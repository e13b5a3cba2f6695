//! Prompts that a caller may cut off.

use std::time::Duration;

use connect_flow::Prompt;

use super::caller::{Act, Waiting};
use super::event::Kind;
use super::{Call, clock, speech};

/// What became of a prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Played {
    /// It was heard to its end.
    Whole,
    /// The caller cut it off: what they do comes next.
    CutOff,
    /// The caller spoke into it and was not heard: it cannot be cut off.
    SpokenInto,
    /// The caller cannot go on.
    Stopped,
}

impl Call<'_> {
    /// Says words that the caller may want to cut off, and may or may not be able to.
    pub(super) fn say_until_interrupted(
        &mut self,
        words: &str,
        ssml: Option<&str>,
        waiting: Waiting,
        allowed: bool,
    ) -> Played {
        let words = crate::script::plain(words);
        let at = if self.caller_listens() {
            self.caller.interrupts(waiting, &words, &self.heard)
        } else {
            None
        };
        let Some(at) = at else {
            self.say(&words, ssml);
            return Played::Whole;
        };
        if allowed {
            self.say(words.get(..word_end(&words, at)).unwrap_or(&words), None);
            return Played::CutOff;
        }
        self.say(&words, ssml);
        match self.ask(waiting) {
            Some(act) => {
                self.unheard(act);
                Played::SpokenInto
            }
            None => Played::Stopped,
        }
    }

    /// Plays a prompt that the caller may want to cut off. A recording is heard out: nobody here
    /// knows its words.
    pub(super) fn play_until_interrupted(
        &mut self,
        prompt: &Prompt,
        waiting: Waiting,
        allowed: bool,
    ) -> Played {
        match prompt {
            Prompt::Text(text) => self.say_until_interrupted(text, None, waiting, allowed),
            Prompt::Ssml(ssml) => {
                self.say_until_interrupted(&speech::words(ssml), Some(ssml), waiting, allowed)
            }
            Prompt::Recorded(_) | Prompt::Media { .. } => {
                self.play(prompt);
                Played::Whole
            }
        }
    }

    /// Tells what the caller did, and that nobody heard it. It happened during a prompt, so that no
    /// time passes.
    pub(super) fn unheard(&mut self, act: Act) {
        let kind = match act {
            Act::Says(saying) => Kind::Said {
                confidence: None,
                heard: Vec::new(),
                mood: saying.mood,
                text: saying.text,
                lost: true,
            },
            Act::Presses(keys) => Kind::Pressed { keys, lost: true },
            Act::LeavesMessage(_) | Act::Silence | Act::HangsUp | Act::Stops(_) => return,
        };
        self.acts(kind, Duration::ZERO);
    }

    /// Lets the time pass in which nobody says anything.
    pub(super) fn waits(&mut self, until: Duration) {
        let left = until.saturating_sub(self.clock.elapsed());
        self.recorder.quiet(left);
        self.clock.advance(left);
    }
}

/// How long a caller needs to say something.
pub(super) fn spoken(text: &str, most: Duration) -> Duration {
    clock::spoken(text).min(most)
}

/// The end of the word that a byte is in; callers do not stop hearing in the middle of one.
fn word_end(words: &str, at: usize) -> usize {
    if at == 0 {
        return 0;
    }
    let rest = words.get(at..).unwrap_or_default();
    at.saturating_add(rest.find(char::is_whitespace).unwrap_or(rest.len())).min(words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prompts_are_cut_off_after_whole_words() {
        for (at, heard) in
            [(0, ""), (2, "How"), (3, "How"), (5, "How can"), (8, "How can I?"), (99, "How can I?")]
        {
            assert_eq!("How can I?".get(..word_end("How can I?", at)), Some(heard), "{at}");
        }
    }
}
