//! A person at the keyboard.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use rustyline::config::Behavior;
use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;
use rustyline::{Config, Editor};

use super::caller::{Act, Asks, Caller, Failure, Waiting};
use crate::report::{self, Format};
use crate::script::is_key;

/// What to type; shown before the call.
pub(crate) const HELP: &str = "\
Type to speak, #123 to press keys (## presses #, #* presses *), Enter for silence, Ctrl-D to hang up.";

/// A caller who types.
#[derive(Debug)]
pub(crate) struct Live {
    editor: Editor<(), FileHistory>,
    history: PathBuf,
    interrupted: bool,
}

impl Live {
    /// Opens the terminal; what was typed in earlier calls can be recalled from `history`.
    ///
    /// # Errors
    ///
    /// What the terminal says.
    pub(crate) fn open(history: &Path, format: Format) -> rustyline::Result<Self> {
        let config = Config::builder().auto_add_history(true).max_history_size(500)?;
        // The prompt must not get among the events of a machine that reads standard output.
        let prompts_apart = format == Format::Json && std::io::stdin().is_terminal();
        let behavior = if prompts_apart { Behavior::PreferTerm } else { Behavior::Stdio };
        let config = config.behavior(behavior).build();
        let past = FileHistory::with_config(&config);
        let mut editor = Editor::with_history(config, past)?;
        // There is no history before the first call.
        let _ = editor.load_history(history);
        Ok(Self { editor, history: history.to_owned(), interrupted: false })
    }

    /// Whether the person pressed Ctrl-C.
    pub(crate) fn was_interrupted(&self) -> bool {
        self.interrupted
    }
}

/// The prompt: what the line waits for.
fn prompt(waiting: Waiting) -> String {
    match waiting {
        Waiting::Speech(Asks::Wish) => "you (speech)> ".to_owned(),
        Waiting::Speech(Asks::Value) => "you (speech or keys)> ".to_owned(),
        Waiting::Speech(Asks::Confirmation) => "you (yes or no)> ".to_owned(),
        Waiting::Keys { recording: true, .. } => "you (message, then ##)> ".to_owned(),
        Waiting::Keys { limit: 1, .. } => "you (one key)> ".to_owned(),
        Waiting::Keys { limit, .. } => format!("you (up to {limit} keys)> "),
    }
}

/// What a typed line means.
fn read(typed: &str, waiting: Waiting) -> Result<Act, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(Act::Silence);
    }
    if let Some(keys) = typed.strip_prefix('#') {
        return match keys.chars().find(|it| !is_key(*it)) {
            Some(found) => Err(format!("`{found}` is no key; a telephone has 0 to 9, * and #")),
            None if keys.is_empty() => Ok(Act::Presses("#".to_owned())),
            None => Ok(Act::Presses(keys.to_owned())),
        };
    }
    match waiting {
        Waiting::Speech(_) => Ok(Act::Says(typed.to_owned())),
        Waiting::Keys { recording: true, .. } => Ok(Act::LeavesMessage(typed.to_owned())),
        Waiting::Keys { .. } => {
            Err("the line listens for keys only: type # and the keys, or Enter to wait".to_owned())
        }
    }
}

impl Caller for Live {
    fn act(&mut self, waiting: Waiting, _heard: &[String]) -> Act {
        let prompt = prompt(waiting);
        loop {
            // The terminal blocks; the call has nothing else to do meanwhile.
            let typed = tokio::task::block_in_place(|| self.editor.readline(&prompt));
            match typed {
                Ok(typed) => match read(&typed, waiting) {
                    Ok(act) => return act,
                    Err(why) => report::note(why),
                },
                Err(ReadlineError::Interrupted) => {
                    self.interrupted = true;
                    return Act::HangsUp;
                }
                // End of input is a receiver put down, and so is a terminal that is gone.
                Err(_) => return Act::HangsUp,
            }
        }
    }

    fn finish(&mut self, _heard: &[String], _queued: bool) -> Vec<Failure> {
        if let Some(folder) = self.history.parent() {
            // A history that cannot be kept is no reason to trouble a caller.
            let _ = std::fs::create_dir_all(folder);
            let _ = self.editor.save_history(&self.history);
        }
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPEECH: Waiting = Waiting::Speech(Asks::Wish);
    const KEYS: Waiting = Waiting::Keys { limit: 1, recording: false };
    const BEEP: Waiting = Waiting::Keys { limit: 1, recording: true };

    #[test]
    fn words_keys_and_silence_are_told_apart() {
        for (typed, waiting, act) in [
            ("", SPEECH, Act::Silence),
            ("  ", KEYS, Act::Silence),
            ("hello", SPEECH, Act::Says("hello".to_owned())),
            ("hello", BEEP, Act::LeavesMessage("hello".to_owned())),
            ("#12", SPEECH, Act::Presses("12".to_owned())),
            ("#", KEYS, Act::Presses("#".to_owned())),
            ("##", KEYS, Act::Presses("#".to_owned())),
            ("#*", KEYS, Act::Presses("*".to_owned())),
        ] {
            assert_eq!(read(typed, waiting), Ok(act), "{typed:?}");
        }
        assert!(read("hello", KEYS).is_err());
        assert!(read("#x", SPEECH).is_err());
    }

    #[test]
    fn the_prompt_says_what_the_line_waits_for() {
        assert_eq!(prompt(Waiting::Keys { limit: 5, recording: false }), "you (up to 5 keys)> ");
        assert_eq!(prompt(SPEECH), "you (speech)> ");
    }
}
