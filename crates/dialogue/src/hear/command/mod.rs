//! Hears the commands that a caller may give at any time.

mod words;

#[cfg(test)]
mod tests;

use self::words::{COMMANDS, GREETING, GREETS, KEEPING, MEMORY, OPTIONS, Where};
use crate::said::Said;
use crate::wish::Wish;

/// A command that was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) wish: Wish,
    /// Whether it can be nothing else: the sentence is the command and has no other sense.
    pub(super) is_sure: bool,
}

/// Whether a sentence in which recognition names a command may be one. `may_refuse` is whether the words
/// may mean the opposite of what they say.
pub(super) fn may_name(wish: Wish, said: &Said<'_>, may_refuse: bool) -> bool {
    match wish {
        // Whoever refuses to be forgotten does not ask for it.
        Wish::ForgetMe => said.has(&MEMORY) && (!may_refuse || said.has(&KEEPING)),
        Wish::RememberMe => said.has(&MEMORY) && !may_refuse,
        _ => !may_refuse,
    }
}

/// Whether the caller greets, and says nothing else.
pub(super) fn greets(said: &Said<'_>) -> bool {
    let words = GREETING.of(said.language());
    said.has(&GREETS) && said.tokens().iter().all(|it| words.contains(&it.text.as_str()))
}

/// Whether the caller asks what the line can do.
pub(super) fn asks_for_options(said: &Said<'_>) -> bool {
    said.has(&OPTIONS)
}

/// What else a sentence may be that holds the words of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// Anything: only a whole sentence is a command.
    Anything,
    /// A wish.
    Wishes,
    /// No more than an answer.
    Answers,
}

/// The command that a caller gives, if it is one.
pub(super) fn command(said: &Said<'_>, room: Room) -> Option<Given> {
    let given = COMMANDS.iter().find(|(_, place, phrases)| match (place, room) {
        (Where::Anywhere, Room::Wishes | Room::Answers) | (Where::BesideNoWish, Room::Answers) => {
            said.has(phrases)
        }
        (Where::Anywhere | Where::BesideNoWish | Where::Alone | Where::Unanswered, _) => {
            said.is_just(phrases)
        }
    });
    given.map(|(wish, place, phrases)| Given {
        wish: *wish,
        is_sure: *place != Where::Unanswered && said.is_just(phrases),
    })
}
