//! What can be wrong with a script.

use std::io;
use std::path::{Path, PathBuf};

use aws_events::ParseE164Error;
use connect_flow::NO_MATCHING_ERROR;

/// Why a script cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum ScriptError {
    /// The file cannot be read.
    #[error("failed to read the script {}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file is no script: not YAML, an unknown key or verb, a value of the wrong kind.
    #[error("{}:{line}:{column}: {message}", path.display())]
    Syntax {
        /// The file.
        path: PathBuf,
        /// Line, counted from 1.
        line: u64,
        /// Column, counted from 1.
        column: u64,
        /// What was found and what was expected.
        message: String,
    },
    /// Something in the script has no meaning.
    #[error("{}:{line}", path.display())]
    Fault {
        /// The file.
        path: PathBuf,
        /// Line, counted from 1; 0 for a command-line option.
        line: u64,
        /// What is wrong there.
        source: FaultError,
    },
}

/// Something in a script that has no meaning.
#[derive(Debug, thiserror::Error)]
pub enum FaultError {
    /// A number that is none.
    #[error("not a telephone number")]
    Number(#[source] ParseE164Error),
    /// A time that is none.
    #[error("`at` is not a time such as `2026-03-02T14:30:00Z`")]
    Time(#[source] jiff::Error),
    /// Both a number and a line are dialled.
    #[error("`line` and `dialled` both say what is dialled; write one of them")]
    DialledTwice,
    /// A way to deliver events that does not exist.
    #[error("`events` is `{found}`; it is `once` or `twice`")]
    Deliveries {
        /// What is written.
        found: String,
    },
    /// An action that is not named with its flow.
    #[error("`fails` has `{found}`; name a flow and an action of it, such as `inbound/greet`")]
    Fails {
        /// What is written.
        found: String,
    },
    /// A reply that cannot be given.
    #[error(transparent)]
    Reply(#[from] ReplyError),
    /// A way to end that does not exist.
    #[error("`ended` is `{found}`; it is one of {}", ended_names())]
    Ended {
        /// What is written.
        found: String,
    },
    /// A key that telephones do not have.
    #[error("`{found}` is no key; a telephone has 0 to 9, `*` and `#` (quote them in YAML)")]
    Key {
        /// The first character that is no key.
        found: char,
    },
    /// Something that agents do not do.
    #[error("`agent` is `{found}`; it is one of `{}`", super::Doing::VERBS.join("`, `"))]
    Agent {
        /// What is written.
        found: String,
    },
    /// A verb of an agent that is about nobody and nothing, with something after it.
    #[error("`agent: {verb}` stands by itself, without `{about}`")]
    AgentAbout {
        /// The verb.
        verb: String,
        /// What is written after it.
        about: String,
    },
    /// A verb of an agent that is about nobody or nothing, with an empty text after it.
    #[error("`agent: {verb}` has an empty name after it; leave the colon out, or name somebody")]
    AgentEmpty {
        /// The verb.
        verb: String,
    },
    /// A confidence that is none.
    #[error("`confidence` is {found}; it is 0 to 1")]
    Confidence {
        /// What is written.
        found: f64,
    },
    /// A confidence beside what is heard, which has its own.
    #[error("`confidence` is said of each text in `heard`, or of `text` without `heard`")]
    HeardTwice,
    /// `heard` without texts.
    #[error("`heard` needs at least one `text`; for silence write `- silence`")]
    NothingHeard,
    /// A mood that does not exist.
    #[error("`mood` is `{found}`; it is one of `mixed`, `negative`, `neutral`, `positive`{near}")]
    Mood {
        /// What is written.
        found: String,
        /// The moods that may be meant, as the rest of a sentence; empty when none is like it.
        near: String,
    },
    /// `presses` without keys.
    #[error("`presses` needs at least one key")]
    NoKeys,
    /// A pattern without text.
    #[error("there is nothing to hear in an empty text")]
    EmptyPattern,
    /// A regular expression that is none.
    #[error("the regular expression is wrong: {why}")]
    Regex {
        /// What the parser said.
        why: String,
    },
}

/// Why a reply cannot be given as it is written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplyError {
    /// There is no such intent that searches.
    #[error(
        "`replies` has `{found}`, which is no intent that looks things up; there are {known}{near}"
    )]
    Search {
        /// What is written.
        found: String,
        /// Those there are.
        known: String,
        /// Those that may be meant, as the rest of a sentence; empty when none is like it.
        near: String,
    },
    /// A search brings an answer, and nothing else.
    #[error(
        "`{intent}` looks something up: write the `answer` it finds, and the `source` if you like"
    )]
    SearchReply {
        /// The intent.
        intent: &'static str,
    },
    /// Something that is asked by no intent has an answer of a search.
    #[error("`answer` and `source` are what intents look up, such as `AMAZON.QnAIntent`")]
    AnswerElsewhere,
    /// It is neither a type nor an action with its flow.
    #[error(
        "`replies` has `{found}`; name a type of action, or a flow and an action of it, such as \
         `inbound/greet`"
    )]
    Place {
        /// What is written.
        found: String,
    },
    /// There is no such type of action.
    #[error("`replies` has `{found}`, which is no type of action{near}")]
    Type {
        /// What is written.
        found: String,
        /// The types that may be meant, as the rest of a sentence; empty when none is like it.
        near: String,
    },
    /// Whatever comes of the type is up to the caller, the bot, the functions or other parts of
    /// the script.
    #[error("`replies` cannot answer `{type_name}`, which asks no service and no other telephone")]
    AsksNobody {
        /// The type.
        type_name: String,
    },
    /// Nothing is written.
    #[error("a reply needs a `result`, an `error`, `data`, or `fails: true`")]
    Empty,
    /// `fails: false`.
    #[error("`fails` is `true`, or left out")]
    FailsNot,
    /// Something is written beside `fails: true`.
    #[error("`fails: true` stands by itself; with `data`, write `error: {NO_MATCHING_ERROR}`")]
    FailsAlone,
    /// The action would have to take two branches.
    #[error("a reply has a `result` or an `error`, not both")]
    TwoBranches,
    /// The type has no such result.
    #[error("`{type_name}` has no result `{found}`{known}")]
    Result {
        /// The type.
        type_name: &'static str,
        /// What is written.
        found: String,
        /// Those it has, as the rest of a sentence; empty when it has none.
        known: String,
    },
    /// The type has no such error.
    #[error("`replies` cannot cause `{found}` of `{type_name}`{known}")]
    Error {
        /// The type.
        type_name: &'static str,
        /// What is written.
        found: String,
        /// Those it can cause, as the rest of a sentence.
        known: String,
    },
    /// No flow could read what is answered.
    #[error("`{type_name}` brings no `data` that a flow could read")]
    Data {
        /// The type.
        type_name: &'static str,
    },
}

/// The names of all ways to end, for a message.
fn ended_names() -> String {
    let names: Vec<_> = super::Ended::NAMES.iter().map(|(name, _)| format!("`{name}`")).collect();
    names.join(", ")
}

/// Names the file of faults.
pub(super) struct Place<'a> {
    pub(super) path: &'a Path,
}

impl Place<'_> {
    pub(super) fn fault(&self, line: u64, source: FaultError) -> ScriptError {
        ScriptError::Fault { path: self.path.to_owned(), line, source }
    }
}

/// Turns what the YAML reader says into one line with a place.
pub(super) fn from_yaml(path: &Path, error: &serde_saphyr::Error) -> ScriptError {
    let location = error.location();
    ScriptError::Syntax {
        path: path.to_owned(),
        line: location.map_or(0, |it| it.line()),
        column: location.map_or(0, |it| it.column()),
        message: plainly(&error.without_snippet().to_string()),
    }
}

/// What the YAML reader says, in the words of scripts: its place is told before, and its words for
/// data types mean nothing to whoever writes a call.
fn plainly(message: &str) -> String {
    let message = message.split(" at line ").next().unwrap_or(message);
    let near = nearest(message);
    let message = [
        ("unknown variant", "unknown verb"),
        ("unknown field", "unknown key"),
        ("missing field", "missing key"),
        ("duplicate mapping key:", "twice the key"),
        (", set DuplicateKeyPolicy in Options if acceptable", ""),
        ("expected mapping start", "expected keys with values, such as `fails: true`"),
        ("expected string scalar", "expected a text, here or at the end of the line before"),
    ]
    .iter()
    .fold(message.to_owned(), |message, (theirs, ours)| message.replace(theirs, ours));
    message + &near
}

/// The names that may be meant by an unknown one, as the rest of a sentence, when the reader says
/// which there are.
fn nearest(message: &str) -> String {
    let found = |(before, known)| {
        let (_, written): (&str, &str) = str::rsplit_once(before, " `")?;
        let written = written.strip_suffix('`')?;
        let known: &str = known;
        let known = known.split(", ").map(|it| it.trim_matches('`'));
        Some(super::near::near(written, known))
    };
    message.split_once(", expected one of ").and_then(found).unwrap_or_default()
}
