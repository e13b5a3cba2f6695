//! A person at the keyboard.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use rustyline::config::Behavior;
use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;
use rustyline::{Config, Editor};

use super::caller::{Act, Asks, Caller, Failure, Heard, Moment, Turn, Waiting};
use crate::report::{self, Format};
use crate::script::{Doing, Placed, is_key};

/// What to type; shown before the call.
pub(crate) const HELP: &str = "\
Type to speak, #123 to press keys (## presses #, #* presses *), Enter for silence, Ctrl-D to hang up.
Where you wait for a person, !answers lets one answer; then !holds, !resumes, !transfers NAME and \
!hangs_up are what they do.";

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
        Waiting::Speech(Asks::Patience) => "you (take your time; Enter to wait)> ".to_owned(),
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
        Waiting::Speech(_) => Ok(Act::Says(typed.into())),
        Waiting::Keys { recording: true, .. } => Ok(Act::LeavesMessage(typed.to_owned())),
        Waiting::Keys { .. } => {
            Err("the line listens for keys only: type # and the keys, or Enter to wait".to_owned())
        }
    }
}

/// The prompt where nothing listens, but somebody may do something.
fn prompt_of(moment: Moment) -> &'static str {
    match moment {
        Moment::Queue | Moment::Offered => "you (waiting; Enter or !answers)> ",
        Moment::Talk => "you (talking; words, !holds, !transfers NAME or !hangs_up)> ",
        Moment::Hold => "you (on hold; Enter or !resumes)> ",
    }
}

/// What a typed line means where nothing listens.
fn read_turn(typed: &str, moment: Moment) -> Result<Turn, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(Turn::Nothing);
    }
    let Some(words) = typed.strip_prefix('!') else {
        return match moment {
            Moment::Talk => Ok(Turn::Says(typed.to_owned())),
            _ => Err("nobody listens now: type Enter to wait, or what the agent does".to_owned()),
        };
    };
    let (verb, about) = match words.split_once(' ') {
        Some((verb, about)) => (verb, Some(about.trim())),
        None => (words, None),
    };
    let doing = Doing::parse(verb, about).map_err(|error| error.to_string())?;
    if !moment.takes(&doing) {
        return Err(format!("the agent is not {doing} now"));
    }
    Ok(Turn::Agent(Placed { line: 0, value: doing }))
}

impl Live {
    /// Asks until what is typed means something; `None` when the person hangs up.
    fn ask<T>(&mut self, prompt: &str, read: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        loop {
            // The terminal blocks; the call has nothing else to do meanwhile.
            let typed = tokio::task::block_in_place(|| self.editor.readline(prompt));
            match typed {
                Ok(typed) => match read(&typed) {
                    Ok(it) => return Some(it),
                    Err(why) => report::note(why),
                },
                Err(ReadlineError::Interrupted) => {
                    self.interrupted = true;
                    return None;
                }
                // End of input is a receiver put down, and so is a terminal that is gone.
                Err(_) => return None,
            }
        }
    }
}

impl Caller for Live {
    fn act(&mut self, waiting: Waiting, _heard: &Heard) -> Act {
        self.ask(&prompt(waiting), |typed| read(typed, waiting)).unwrap_or(Act::HangsUp)
    }

    fn turn(&mut self, moment: Moment, _is_idle: bool, _heard: &Heard) -> Turn {
        self.ask(prompt_of(moment), |typed| read_turn(typed, moment)).unwrap_or(Turn::HangsUp)
    }

    fn patience(&mut self, _heard: &Heard) -> (usize, Option<u32>) {
        (0, None)
    }

    fn expects_agent(&mut self, _heard: &Heard) -> bool {
        false
    }

    fn finish(&mut self, _heard: &Heard, _stays: bool) -> Vec<Failure> {
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
            ("hello", SPEECH, Act::Says("hello".into())),
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
    fn what_agents_do_is_typed_where_they_can() {
        let does = |value| Ok(Turn::Agent(Placed { line: 0, value }));
        let answers = Doing::parse("answers", None).unwrap();
        let to_support = Doing::Transfers { to: Some("Support line".to_owned()) };
        for (typed, moment, turn) in [
            ("", Moment::Queue, Ok(Turn::Nothing)),
            ("!answers", Moment::Queue, does(answers)),
            (" !holds ", Moment::Talk, does(Doing::Holds)),
            ("!transfers Support line", Moment::Hold, does(to_support)),
            ("hello", Moment::Talk, Ok(Turn::Says("hello".to_owned()))),
        ] {
            assert_eq!(read_turn(typed, moment), turn, "{typed:?}");
        }
        let refused = |typed, moment| read_turn(typed, moment).unwrap_err();
        assert_eq!(
            refused("!resumes", Moment::Talk),
            "the agent is not to take the caller off hold now"
        );
        assert_eq!(
            refused("!sleeps", Moment::Talk),
            "`agent` is `sleeps`; it is one of `answers`, `holds`, `resumes`, `transfers`, `hangs_up`"
        );
        assert!(refused("hello", Moment::Queue).starts_with("nobody listens now"));
    }

    #[test]
    fn the_prompt_says_what_the_line_waits_for() {
        assert_eq!(prompt(Waiting::Keys { limit: 5, recording: false }), "you (up to 5 keys)> ");
        assert_eq!(prompt(SPEECH), "you (speech)> ");
    }
}
