//! What is said, as the words of a language.

use line::{Line, Scenario};
use wording::{Language, Manner, Message, Part, SayError, Speech, Value, say, say_or_apologise};

use super::{Setting, Text, arms};
use crate::session::{Session, Spoken};

/// Says everything in order, in one document that recognition takes.
///
/// What is too long is said without its remarks, then without markup, then without its beginning:
/// the question at the end is what the caller must hear.
pub(super) fn speech(
    says: &[(Spoken, u32)],
    language: Language,
    session: &Session,
    setting: &Setting<'_>,
) -> (Speech, Vec<SayError>) {
    let mut faults = Vec::new();
    let mut parts: Vec<(bool, Speech)> = Vec::new();
    for (spoken, times) in says {
        let manner = Manner {
            pace: session.pace,
            turn: *times,
            arms: arms(setting.line, setting.caller),
            ..Manner::new(setting.now.date())
        };
        let is_note = spoken.message.id.starts_with("note-");
        if let Some(own) = own_words(&spoken.message, language, setting.line) {
            parts.push((false, Speech::plain(language, own)));
            continue;
        }
        let message = dressed(&spoken.message, setting.line);
        match say(language, &message, spoken.part, &manner) {
            Ok(speech) => parts.push((is_note, speech)),
            Err(error) => {
                faults.push(error);
                // A remark is not missed, and one apology is enough.
                if !is_note && faults.len() == 1 {
                    parts.push((
                        false,
                        say_or_apologise(language, &message, spoken.part, &manner).0,
                    ));
                }
            }
        }
    }
    if parts.iter().all(|(_, it)| it.is_empty()) {
        let manner = Manner { pace: session.pace, ..Manner::new(setting.now.date()) };
        let fallback = dressed(&Message::new("ask-wish"), setting.line);
        parts.push((false, say_or_apologise(language, &fallback, Part::Main, &manner).0));
    }
    (fitted(&parts, language), faults)
}

fn fitted(parts: &[(bool, Speech)], language: Language) -> Speech {
    let all = |keeps_notes: bool, plain: bool, skip: usize| {
        let parts = parts.iter().skip(skip).filter(|(is_note, _)| keeps_notes || !is_note);
        parts.fold(Speech::silence(language), |all, (_, it)| {
            if plain { all.then(&Speech::plain(language, it.text())) } else { all.then(it) }
        })
    };
    let fits =
        |it: &Speech| it.document().chars().count() <= Speech::MAX_DOCUMENT && !it.is_empty();
    let shorter = [(true, false), (false, false), (false, true)]
        .into_iter()
        .map(|(notes, plain)| all(notes, plain, 0));
    let without_beginning = (1..parts.len()).map(|skip| all(true, true, skip));
    let cut = || {
        let last = parts.last().map(|(_, it)| it.text()).unwrap_or_default();
        Speech::plain(language, &last.chars().take(CUT).collect::<String>())
    };
    shorter.chain(without_beginning).find(fits).unwrap_or_else(cut)
}

/// Characters of a single text that always fit, each of them escaped.
const CUT: usize = 160;

/// What the line says in place of a standard message.
fn own_words<'l>(message: &Message, language: Language, line: &'l Line) -> Option<&'l str> {
    let own = line.emergency.say.get(&language).filter(|_| message.id == "tell-emergency")?;
    Some(own.as_str()).filter(|it| !it.trim().is_empty())
}

/// A message with what every message may name: the business, and what the line does.
pub(super) fn dressed(message: &Message, line: &Line) -> Message {
    let mut message = message.clone();
    message.values.entry("business".into()).or_insert_with(|| Value::Text(line.name.clone()));
    message.values.entry("scenario".into()).or_insert_with(|| Value::Word(does(line).to_owned()));
    message
}

/// What a line does, in a word: its scenario, or that there are several.
fn does(line: &Line) -> &'static str {
    let mut scenarios = line.scenarios.iter();
    match (scenarios.next(), scenarios.next()) {
        (Some(Scenario::Shop), None) => "shop",
        (Some(Scenario::Clinic), None) => "clinic",
        (Some(Scenario::Payments), None) => "payments",
        (Some(Scenario::Support), None) => "support",
        (Some(Scenario::Bank), None) => "bank",
        (Some(Scenario::Profile), None) => "profile",
        (Some(_), Some(_)) | (None, _) => "several",
    }
}

/// SMS texts, as plain text; one that cannot be said is not sent.
pub(super) fn texts(
    messages: &[Message],
    language: Language,
    setting: &Setting<'_>,
) -> (Vec<Text>, Vec<SayError>) {
    let manner = Manner::new(setting.now.date());
    let mut texts = Vec::new();
    let mut faults = Vec::new();
    for message in messages {
        match say(language, &dressed(message, setting.line), Part::Main, &manner) {
            Ok(speech) => {
                let (message, words) = (message.id.to_string(), speech.text().to_owned());
                texts.push(Text { message, words });
            }
            Err(error) => faults.push(error),
        }
    }
    (texts, faults)
}
