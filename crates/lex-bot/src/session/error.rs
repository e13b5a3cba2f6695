//! Why a conversation cannot begin or go on.

use super::HookError;

/// Why a conversation cannot begin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    /// The bot does not speak the language.
    #[error("bot `{bot}` has no locale `{locale}`, only {known}")]
    UnknownLocale {
        /// Name of the bot.
        bot: String,
        /// The locale asked for.
        locale: String,
        /// The locales it has.
        known: String,
    },
    /// Lex does not take so many session attributes.
    #[error("session attributes take {bytes} bytes, at most {limit} are allowed")]
    AttributesTooLarge {
        /// Size as JSON.
        bytes: usize,
        /// Most that is allowed.
        limit: usize,
    },
}

/// Why a conversation cannot go on. The session is as it was before the step.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SessionError {
    /// The hook's answer cannot be obeyed.
    #[error("the code hook's answer cannot be obeyed")]
    Hook(#[from] HookError),
    /// The hook failed, and the definition does not say what happens then.
    #[error("the code hook failed, and intent `{intent}` has no path for that")]
    HookFailed {
        /// The intent it was called for.
        intent: String,
    },
    /// The hook took too long, and the definition does not say what happens then.
    #[error("the code hook did not answer in time, and intent `{intent}` has no path for that")]
    HookTimedOut {
        /// The intent it was called for.
        intent: String,
    },
    /// The hook would be sent more than Lex sends.
    #[error("the event for the code hook takes {bytes} bytes, at most {limit} are allowed")]
    EventTooLarge {
        /// Size as JSON.
        bytes: usize,
        /// Most that is allowed.
        limit: usize,
    },
    /// The definition set more session attributes than Lex takes.
    #[error("session attributes take {bytes} bytes, at most {limit} are allowed")]
    AttributesTooLarge {
        /// Size as JSON.
        bytes: usize,
        /// Most that is allowed.
        limit: usize,
    },
    /// An attribute lets callers speak longer than Lex does.
    #[error("session attribute `{attribute}` is {found}, at most {limit} is allowed")]
    AudioTooLong {
        /// Name of the attribute.
        attribute: String,
        /// Its value, in milliseconds.
        found: u64,
        /// Most that is allowed.
        limit: u64,
    },
    /// The steps of the definition, or what the hook answers, lead round in a circle in which the
    /// caller never has a say.
    #[error(
        "intent `{intent}` goes round in a circle: {steps} steps without a word from the caller"
    )]
    Circle {
        /// The intent of the last step.
        intent: String,
        /// Steps taken.
        steps: u32,
    },
    /// It is someone else's turn.
    #[error("{found} came while the session {state}")]
    OutOfTurn {
        /// What came.
        found: &'static str,
        /// What the session was doing.
        state: &'static str,
    },
    /// The session was begun with another bot.
    #[error("the session does not belong to bot `{bot}`: it has no {missing}")]
    OtherBot {
        /// Name of the bot.
        bot: String,
        /// What the session knows and the bot does not.
        missing: String,
    },
}
