//! What the searches of bots find in a script.

use lex_bot::{Answer, SearchKind};

use super::ReplyError;
use super::near::near;

/// What every name of a built-in intent begins with.
pub(super) const PREFIX: &str = "AMAZON.";

/// The built-in intents that look something up, by the names that definitions use.
const INTENTS: [(&str, SearchKind); 4] = [
    ("AMAZON.BedrockAgentIntent", SearchKind::BedrockAgent),
    ("AMAZON.KendraSearchIntent", SearchKind::Kendra),
    ("AMAZON.QInConnectIntent", SearchKind::QInConnect),
    ("AMAZON.QnAIntent", SearchKind::QnA),
];

/// The search of a built-in intent, with the name of the intent.
///
/// # Errors
///
/// [`ReplyError::Search`] when there is no such intent.
pub(super) fn named(name: &str) -> Result<(&'static str, SearchKind), ReplyError> {
    INTENTS.into_iter().find(|(it, _)| *it == name).ok_or_else(|| ReplyError::Search {
        found: name.to_owned(),
        known: INTENTS.map(|(it, _)| format!("`{it}`")).join(", "),
        near: near(name, INTENTS.iter().map(|(it, _)| *it)),
    })
}

/// What a search finds.
pub(super) fn answer(text: &str, source: Option<&str>) -> Answer {
    Answer { text: text.to_owned(), source: source.map(str::to_owned) }
}
