//! From a message to speech.

use crate::catalog::{Catalog, FormatError, Segment, Which};
use crate::piece::Piece;
use crate::{Language, Manner, Message, Part, Speech, Value, sound};

/// The message that stands in for one that cannot be said.
const APOLOGY: &str = "tell-unavailable";

/// The attribute that holds the second wording of an experiment.
const SECOND: &str = "arm-b";

/// Most wordings that one message has.
const MAX_VARIANTS: u32 = 9;

/// Largest number that Fluent tells from its neighbours: it counts in floating point.
const MAX_NUMBER: i64 = 1 << 53;

/// Why a message cannot be said. It names messages and values, and shows nothing of what they hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SayError {
    /// No wording file of the language has the message.
    #[error("there is no message `{message}` in {language}")]
    UnknownMessage {
        /// The message.
        message: String,
        /// The language.
        language: Language,
    },
    /// The wording holds a value that the message was not given.
    #[error("message `{message}` needs a value for `${value}`")]
    MissingValue {
        /// The message.
        message: String,
        /// Name of the value.
        value: String,
    },
    /// The value is of no kind that can be said in this place.
    #[error("the value of `${value}` cannot be said in message `{message}`")]
    Unspeakable {
        /// The message.
        message: String,
        /// Name of the value.
        value: String,
    },
    /// Nothing is left to say, for example because the message is all of a value that is empty.
    #[error("nothing is said by message `{message}`")]
    Empty {
        /// The message.
        message: String,
    },
    /// The wording itself cannot be said, for example because it speaks a word that it may only choose
    /// by.
    #[error("the wording of message `{message}` in {language} cannot be said")]
    Broken {
        /// The message.
        message: String,
        /// The language.
        language: Language,
    },
}

/// Whether there is a message in every language.
pub fn knows(message: &str) -> bool {
    Language::ALL.into_iter().all(|it| Catalog::of(it).has(message))
}

/// Whether there is a second wording of a message to compare with, in every language.
pub fn knows_second(message: &str) -> bool {
    Language::ALL.into_iter().all(|it| Catalog::of(it).has_attribute(message, SECOND))
}

/// Says a message.
///
/// The message itself ([`Part::Main`]) is said in the second wording of an experiment (`.arm-b`) when
/// the caller hears that, and else in one of its wordings in turn: the message, `.variant-2`,
/// `.variant-3` and so on.
///
/// A question that was not answered is asked again in the words of `.unclear-1`, `.unclear-2`,
/// `.silent-1` or `.silent-2`; later failures sound like the second. Where an attribute is missing,
/// the one before it is said, and where there is none, the message itself.
///
/// # Errors
///
/// [`SayError`] when there is no such message or it lacks a value. The caller must hear something
/// else then; [`say_or_apologise`] sees to it.
pub fn say(
    language: Language,
    message: &Message,
    part: Part,
    manner: &Manner,
) -> Result<Speech, SayError> {
    say_of(Catalog::of(language), language, message, part, manner)
}

/// Says a message, or apologises when it cannot be said: a caller never meets silence. The error is
/// for the log.
pub fn say_or_apologise(
    language: Language,
    message: &Message,
    part: Part,
    manner: &Manner,
) -> (Speech, Option<SayError>) {
    match say(language, message, part, manner) {
        Ok(speech) => (speech, None),
        Err(error) => {
            let apology = say(language, &Message::new(APOLOGY), Part::Main, manner);
            (apology.unwrap_or_else(|_| last_resort(language)), Some(error))
        }
    }
}

/// The apology when even the wording files are of no use. The tests hold it against them.
fn last_resort(language: Language) -> Speech {
    Speech::plain(
        language,
        match language {
            Language::EnUs => "I'm sorry, I can't get to our records right now.",
            Language::EsUs => "Lo siento, en este momento no puedo consultar nuestros registros.",
        },
    )
}

/// Says a message of a catalog.
pub(crate) fn say_of(
    catalog: &Catalog,
    language: Language,
    message: &Message,
    part: Part,
    manner: &Manner,
) -> Result<Speech, SayError> {
    check_numbers(message)?;
    let attribute = attribute(catalog, &message.id, part, manner);
    let which = attribute.as_deref().map_or(Which::Value, Which::Attribute);
    say_pattern(catalog, language, message, which, manner)
}

/// Says one pattern of a message.
pub(crate) fn say_pattern(
    catalog: &Catalog,
    language: Language,
    message: &Message,
    which: Which<'_>,
    manner: &Manner,
) -> Result<Speech, SayError> {
    let id = || message.id.clone().into_owned();
    let speak = |segments: Vec<Segment<'_>>| speak(language, message, &segments, manner);
    match catalog.format(message, which, speak) {
        Some(Ok(speech)) => speech,
        Some(Err(FormatError::Missing(value))) => {
            Err(SayError::MissingValue { message: id(), value })
        }
        Some(Err(FormatError::Broken)) => Err(SayError::Broken { message: id(), language }),
        None => Err(SayError::UnknownMessage { message: id(), language }),
    }
}

/// The attribute that is said; `None` for the message itself.
fn attribute(catalog: &Catalog, id: &str, part: Part, manner: &Manner) -> Option<String> {
    let has = |name: &String| catalog.has_attribute(id, name);
    match part {
        Part::Main if manner.arms.hears_second(id) => {
            Some(SECOND.to_owned()).filter(has).or_else(|| variant(catalog, id, manner.turn))
        }
        Part::Main => variant(catalog, id, manner.turn),
        Part::Unclear(times) => again("unclear", times).into_iter().find(has),
        Part::Silent(times) => again("silent", times).into_iter().find(has),
    }
}

/// One of the wordings of a message, in turn; `None` for the first.
fn variant(catalog: &Catalog, id: &str, turn: u32) -> Option<String> {
    let name = |n: u32| format!("variant-{n}");
    let others = (2..=MAX_VARIANTS).take_while(|n| catalog.has_attribute(id, &name(*n))).count();
    let n_wordings = u32::try_from(others).unwrap_or(0).saturating_add(1);
    match turn.checked_rem(n_wordings) {
        None | Some(0) => None,
        Some(after_first) => Some(name(after_first.saturating_add(1))),
    }
}

/// Attributes that a question is asked again with, the best first.
fn again(kind: &str, times: u32) -> Vec<String> {
    (1..=times.clamp(1, 2)).rev().map(|n| format!("{kind}-{n}")).collect()
}

/// Numbers that Fluent would round are refused, rather than told wrong.
fn check_numbers(message: &Message) -> Result<(), SayError> {
    let too_large = |value: &Value| matches!(value, Value::Number(it) if it.unsigned_abs() > MAX_NUMBER.unsigned_abs());
    match message.values.iter().find(|(_, value)| too_large(value)) {
        Some((name, _)) => Err(unspeakable(message, name)),
        None => Ok(()),
    }
}

/// Makes speech of a formatted message.
fn speak(
    language: Language,
    message: &Message,
    segments: &[Segment<'_>],
    manner: &Manner,
) -> Result<Speech, SayError> {
    let mut pieces = Vec::new();
    for segment in segments {
        match segment {
            Segment::Words(words) => pieces.push(Piece::words(*words)),
            Segment::Pause => pieces.push(Piece::Pause),
            Segment::Literal(digits, form) => {
                let value = Value::Digits((*digits).to_owned());
                pieces.extend(
                    sound::value(language, &value, *form, manner.today).unwrap_or_default(),
                );
            }
            Segment::Number(number) => pieces.extend(sound::number(language, *number)),
            Segment::Value(position, form) => {
                let Some((name, value)) = message.values.iter().nth(*position) else { continue };
                let said = sound::value(language, value, *form, manner.today);
                pieces.extend(said.ok_or_else(|| unspeakable(message, name))?);
            }
        }
    }
    let speech = Speech::of(language, pieces, manner.pace);
    if speech.is_empty() {
        return Err(SayError::Empty { message: message.id.clone().into_owned() });
    }
    Ok(speech)
}

fn unspeakable(message: &Message, name: &str) -> SayError {
    SayError::Unspeakable { message: message.id.clone().into_owned(), value: name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_last_resort_says_what_the_wording_files_say() {
        let manner = Manner::new(date(2026, 3, 2));
        for language in Language::ALL {
            let apology = say(language, &Message::new(APOLOGY), Part::Main, &manner).unwrap();
            assert_eq!(last_resort(language).text(), apology.text());
        }
    }

    #[test]
    fn turns_go_round_the_wordings_that_there_are() {
        let text = "m = a\n    .variant-2 = b\n    .variant-4 = never\n";
        let catalog = Catalog::read(Language::EnUs, [text]);
        let names: Vec<_> = [0, 1, 2, u32::MAX].map(|it| variant(&catalog, "m", it)).to_vec();
        let second = Some("variant-2".to_owned());
        assert_eq!(names, [None, second.clone(), None, second]);
    }

    #[test]
    fn plural_rules_choose_and_values_are_said_once_they_are_chosen() {
        let text = "m = { $n ->\n    [0] none\n    [one] { $n } day\n   *[other] { $n } days\n }, { $n }\n";
        let manner = Manner::new(date(2026, 3, 2));
        for (language, n, said) in [
            (Language::EnUs, 0, "none, 0"),
            (Language::EnUs, 1, "1 day, 1"),
            (Language::EsUs, 1, "1 day, 1"),
            (Language::EsUs, 1_000, "1,000 days, 1,000"),
            (Language::EnUs, MAX_NUMBER, "9,007,199,254,740,992 days, 9,007,199,254,740,992"),
        ] {
            let catalog = Catalog::read(language, [text]);
            let message = Message::new("m").with("n", Value::Number(n));
            let speech = say_of(&catalog, language, &message, Part::Main, &manner).unwrap();
            assert_eq!(speech.text(), said);
        }
    }

    #[test]
    fn a_message_that_never_ends_is_an_error() {
        let catalog = Catalog::read(Language::EnUs, ["m = a { m }\nn = { n.x }\n    .x = { n }\n"]);
        let manner = Manner::new(date(2026, 3, 2));
        for id in ["m", "n"] {
            let said = say_of(&catalog, Language::EnUs, &Message::new(id), Part::Main, &manner);
            assert!(matches!(said, Err(SayError::Broken { .. })), "{said:?}");
        }
    }
}
