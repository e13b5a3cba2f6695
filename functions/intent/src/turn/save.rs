//! A decided turn becomes records: the turn, its call, its texts, and what the line remembers.

use dialogue::{Change, Consent, Ending, Remembered, Step, Turn};
use store::{Call, Failure, Outcome, Profile, SaveError, Text, TextId};
use wording::Language;

use super::changes_to;
use super::decide::Decided;
use crate::request::Request;
use crate::world::{Invocation, World};

/// Stores a finished turn, the texts that it promises, and the call with what is remembered of it.
pub(super) async fn save(
    request: &Request,
    mut call: Call,
    decided: Decided,
    meanwhile: Option<&(Remembered, u64)>,
    invocation: &Invocation,
    world: &World,
) -> Result<(), SaveError> {
    let Decided { mut turn, requests, served, .. } = decided;
    for fault in &turn.faults {
        let (code, error) = ("intent.wording-missing", wiring::chain(fault));
        tracing::error!(contact_id = call.contact_id.as_str(), code, error, "apologised instead");
    }
    call.outcome = match turn.reply.step {
        Step::Close(Ending::Goodbye) if turn.session.served() > 0 => Outcome::Served,
        Step::Close(Ending::Message) => Outcome::Voicemail,
        Step::Close(Ending::Callback) => Outcome::Callback,
        Step::Close(Ending::Emergency) => Outcome::Emergency,
        // Where a person takes over is settled later.
        Step::Close(Ending::Goodbye | Ending::Person(_) | Ending::Language(_))
        | Step::ElicitIntent
        | Step::ElicitSlot { .. }
        | Step::ConfirmIntent { .. } => call.outcome,
    };
    call.recording_consent = request.consent.unwrap_or(call.recording_consent);
    let number = turn.session.turn();
    let kept = request.heard.kept.clone().filter(|_| turn.keeps_words);
    let record = store::Turn {
        contact_id: call.contact_id.clone(),
        number,
        at: invocation.now,
        intent: turn.intent_name().to_owned(),
        said: kept.unwrap_or_default(),
        reply: redaction::redact(&turn.reply.text()),
        messages: turn.messages.clone(),
        requests: requests.into_iter().map(str::to_owned).collect(),
        failure: turn.failure.map(failure),
        served,
    };
    let texts = texts(&call, &turn, invocation);
    let change = match meanwhile {
        Some((stored, _)) => turn.change_beside(stored),
        None => turn.change.clone(),
    };
    if let Some((_, version)) = meanwhile {
        call.profile_version = *version;
    }
    let language = changes_to(&turn.reply).unwrap_or(request.heard.language);
    let profile = change.as_ref().and_then(|it| profile(&call, language, it, invocation));
    if let Some(profile) = &profile {
        call.profile_version = profile.version.saturating_add(1);
    }
    let intent = record.intent.clone();
    let ends = turn.reply.ends();
    // What was heard before the first turn stays.
    call.arms.extend(turn.session.arms().clone());
    language.code().clone_into(&mut call.language);
    call.session = turn.session;
    world.table.finish_turn(&call, &record, &texts, profile.as_ref()).await?;
    tracing::info!(
        contact_id = call.contact_id.as_str(),
        turn = number,
        intent,
        texts = texts.len(),
        ends,
        "answered"
    );
    Ok(())
}

fn failure(failure: dialogue::Failure) -> Failure {
    match failure {
        dialogue::Failure::NotUnderstood => Failure::NotUnderstood,
        dialogue::Failure::Silence => Failure::Silence,
        dialogue::Failure::Denied => Failure::Denied,
    }
}

/// What the line remembers of the caller from now on; `None` for one whose number is withheld.
fn profile(
    call: &Call,
    language: Language,
    change: &Change,
    invocation: &Invocation,
) -> Option<Profile> {
    let (remembered, language) = match change {
        Change::Remember { name, matters } => {
            let (name, matters) = (name.clone(), matters.clone());
            let remembered = Remembered { consent: Some(Consent::Granted), name, matters };
            (remembered, Some(language))
        }
        Change::Forget => {
            (Remembered { consent: Some(Consent::Refused), ..Remembered::default() }, None)
        }
    };
    Some(Profile {
        caller: call.caller.clone()?,
        line: call.line.clone()?,
        remembered,
        language,
        updated_at: invocation.now,
        keep_days: call.keep_days,
        version: call.profile_version,
    })
}

/// The texts that a turn promises. A caller who withholds their number was promised none.
fn texts(call: &Call, turn: &Turn, invocation: &Invocation) -> Vec<Text> {
    let Some(to) = &call.number else { return Vec::new() };
    let numbered = (1..).zip(&turn.texts);
    let texts = numbered.map(|(number, text)| {
        let (contact_id, turn) = (call.contact_id.clone(), turn.session.turn());
        let id = TextId { contact_id, turn, number };
        let (message, words) = (text.message.clone(), text.words.clone());
        let text = Text::new(id, message, to.clone(), words, invocation.now);
        Text { keep_days: call.keep_days, ..text }
    });
    texts.collect()
}
