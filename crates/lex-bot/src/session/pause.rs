//! Callers who ask for a moment, and callers who are back.
//!
//! Source: Amazon Lex V2 Developer Guide, "Enabling the bot to wait for the user to provide more
//! information". Which words Lex knows is not published; these are the usual ones.

use std::time::Duration;

use aws_events::lex::IntentState;

use super::state::{Pause, Question, Walk};
use super::turn::Turn;
use super::{Effect, Expects, SessionError, slots};
use crate::bot::WaitAndContinue;

/// Longest that a caller may keep a bot waiting that has no reminders, in seconds.
///
/// Source: Amazon Lex V2 API Reference, `StillWaitingResponseSpecification`, most that
/// `timeoutInSeconds` can be.
const MOST_S: u32 = 900;

/// What a caller says who needs a moment.
const WAIT: &[&str] = &[
    "a moment",
    "a second",
    "bear with me",
    "can you hold on",
    "can you wait",
    "give me a minute",
    "give me a moment",
    "give me a sec",
    "give me a second",
    "hang on",
    "hold on",
    "hold on a minute",
    "hold on a moment",
    "hold on a sec",
    "hold on a second",
    "hold please",
    "i need a minute",
    "i need a moment",
    "just a minute",
    "just a moment",
    "just a sec",
    "just a second",
    "let me check",
    "let me find it",
    "let me get it",
    "let me look",
    "one minute",
    "one moment",
    "one sec",
    "one second",
    "wait",
    "wait a minute",
    "wait a moment",
    "wait a sec",
    "wait a second",
    // Spanish.
    "aguarde",
    "aguarde un momento",
    "dame un minuto",
    "dame un momento",
    "dame un segundo",
    "deme un minuto",
    "deme un momento",
    "deme un segundo",
    "déjame ver",
    "déjeme ver",
    "espera",
    "espera un momento",
    "espera un segundo",
    "espere",
    "espere un momento",
    "espere un segundo",
    "un minuto",
    "un momentito",
    "un momento",
    "un segundito",
    "un segundo",
];

/// What a caller says who is back.
const BACK: &[&str] = &[
    "back",
    "carry on",
    "continue",
    "go ahead",
    "go on",
    "got it",
    "here it is",
    "i am back",
    "i am ready",
    "i found it",
    "i got it",
    "i have it",
    "i'm back",
    "i'm ready",
    "okay i have it",
    "okay i'm back",
    "okay i'm ready",
    "ready",
    "resume",
    // Spanish.
    "adelante",
    "aquí está",
    "continuar",
    "continúa",
    "continúe",
    "estoy listo",
    "estoy lista",
    "listo",
    "lista",
    "lo tengo",
    "la tengo",
    "sigue",
    "siga",
    "ya",
    "ya está",
    "ya estoy",
    "ya lo tengo",
    "ya la tengo",
];

/// Words that say nothing more.
const FILLERS: &[&str] = &[
    "can", "could", "er", "okay", "ok", "please", "por", "favor", "sorry", "um", "uh", "well",
    "you",
];

/// What a caller wants with the time of the bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// It is to wait.
    Wait,
    /// It is to go on.
    GoOn,
}

/// Whether an utterance is nothing but a wish to wait or to go on.
fn wish(utterance: &str) -> Option<Wish> {
    let lower = utterance.to_lowercase().replace('’', "'");
    let words: Vec<&str> = lower
        .split(|it: char| !it.is_alphanumeric() && it != '\'')
        .filter(|it| !it.is_empty())
        .collect();
    let said = |known: &[&str]| {
        let is = |words: &[&str]| !words.is_empty() && known.contains(&words.join(" ").as_str());
        let bare: Vec<&str> = words.iter().copied().filter(|it| !FILLERS.contains(it)).collect();
        is(&words) || is(&bare)
    };
    if said(WAIT) {
        Some(Wish::Wait)
    } else if said(BACK) {
        Some(Wish::GoOn)
    } else {
        None
    }
}

impl<'a> Turn<'a> {
    /// What is said to a caller who asks to wait while this question is being asked.
    fn waiting(&self, question: &Question) -> Result<Option<&'a WaitAndContinue>, SessionError> {
        let (Some(intent), Expects::Slot { name }) = (&question.intent, &question.expects) else {
            return Ok(None);
        };
        let definition = self.definition(intent)?;
        Ok(slots::elicitation(definition, name).and_then(|it| it.waiting.as_ref()))
    }

    /// Takes a wish to wait or to go on, and silence while the bot waits; `None` for all else.
    pub(super) fn paused(
        &mut self,
        question: &Question,
        said: &str,
        is_silence: bool,
    ) -> Result<Option<Effect>, SessionError> {
        let Some(waiting) = self.waiting(question)? else {
            return Ok(None);
        };
        match (question.pause, wish(said)) {
            (_, Some(Wish::Wait)) => {
                let mut question = question.clone();
                question.pause = Some(Pause { waited_s: 0, reminders: 0 });
                let intent = question.intent.as_mut();
                let words = intent.map(|intent| {
                    intent.state = IntentState::Waiting;
                    self.filled(waiting.waiting.messages.at(0), intent)
                });
                let pause = Some(Duration::from_secs(next_s(waiting, 0).into()));
                let allow = Some(waiting.waiting.allow_interrupt);
                self.listen_for(question, words.unwrap_or_default(), allow, pause).map(Some)
            }
            (Some(_), Some(Wish::GoOn)) => {
                let words = question
                    .intent
                    .as_ref()
                    .map(|it| self.filled(waiting.continuing.messages.at(0), it))
                    .unwrap_or_default();
                self.resume(question.clone(), words, Some(waiting.continuing.allow_interrupt))
                    .map(Some)
            }
            (Some(_), None) if is_silence => self.remind(question.clone()).map(Some),
            (Some(_) | None, _) => Ok(None),
        }
    }

    /// The caller has been away for a while.
    pub(super) fn remind(&mut self, mut question: Question) -> Result<Effect, SessionError> {
        let (Some(waiting), Some(pause)) = (self.waiting(&question)?, question.pause) else {
            return self.resume(question, Vec::new(), None);
        };
        let waited_s = pause.waited_s.saturating_add(next_s(waiting, pause.waited_s));
        let next = next_s(waiting, waited_s);
        if next == 0 {
            return self.resume(question, Vec::new(), None);
        }
        let still = waiting.still_waiting.as_ref();
        let words = match (still, &question.intent) {
            (Some(still), Some(intent)) => {
                self.filled(still.response.messages.at(pause.reminders), intent)
            }
            (None, _) | (_, None) => Vec::new(),
        };
        let allow = still.map(|it| it.response.allow_interrupt);
        let reminders = pause.reminders.saturating_add(1);
        question.pause = Some(Pause { waited_s, reminders });
        self.listen_for(question, words, allow, Some(Duration::from_secs(next.into())))
    }

    /// Somebody said something that was not for the bot.
    pub(super) fn keep_waiting(&mut self, question: Question) -> Result<Effect, SessionError> {
        let waiting = self.waiting(&question)?;
        let waited_s = question.pause.map_or(0, |it| it.waited_s);
        let pause = waiting.map(|it| Duration::from_secs(next_s(it, waited_s).into()));
        self.listen_for(question, Vec::new(), None, pause)
    }

    /// The caller is back: the question is asked again.
    fn resume(
        &mut self,
        question: Question,
        words: Vec<aws_events::lex::Message>,
        allow_interrupt: Option<bool>,
    ) -> Result<Effect, SessionError> {
        let (Some(intent), Expects::Slot { name }) = (question.intent, &question.expects) else {
            return Err(self.out_of_turn("time"));
        };
        let walk = Walk { said: words, allow_interrupt, ..Walk::new(intent) };
        self.ask(walk, name, question.attempt, question.words)
    }
}

/// Seconds until the next reminder when the caller has been away for `waited_s`; 0 when the time
/// for waiting is over.
fn next_s(waiting: &WaitAndContinue, waited_s: u32) -> u32 {
    let (every, most) = match &waiting.still_waiting {
        Some(still) => (still.frequency_s.max(1), still.timeout_s),
        None => (MOST_S, MOST_S),
    };
    every.min(most.saturating_sub(waited_s))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_wish_and_nothing_else_is_one() {
        for (said, expected) in [
            ("Hold on a second, please.", Some(Wish::Wait)),
            ("um, one moment", Some(Wish::Wait)),
            ("could you hold on", Some(Wish::Wait)),
            ("¡Un momento, por favor!", Some(Wish::Wait)),
            ("I’m ready", Some(Wish::GoOn)),
            ("ok, got it", Some(Wish::GoOn)),
            ("ya lo tengo", Some(Wish::GoOn)),
            ("hold on my order", None),
            ("one second street", None),
            ("please", None),
            ("", None),
            ("🙂", None),
        ] {
            assert_eq!(wish(said), expected, "{said}");
        }
    }

    #[test]
    fn no_wish_is_both() {
        for words in WAIT {
            assert!(!BACK.contains(words), "{words}");
        }
    }
}
