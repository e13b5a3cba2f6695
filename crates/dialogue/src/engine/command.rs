//! What a caller may say at any time.

use wording::{Language, Message, Part};

use super::draft::{Draft, word};
use super::{Next, Setting, remember};
use crate::hear::tongue;
use crate::heard::Heard;
use crate::session::{Asking, Feeling};
use crate::slot::Slot;
use crate::wish::Wish;

/// Does what a command says.
pub(super) fn act(mut draft: Draft, wish: Wish, heard: &Heard, setting: &Setting<'_>) -> Next {
    match wish {
        Wish::Repeat => repeat(draft, setting),
        Wish::SlowDown => {
            let note = if draft.slow_down() { "note-slower" } else { "note-slowest" };
            draft.say(Message::new(note));
            say_again(draft, setting)
        }
        Wish::StartAgain => start_again(draft, setting),
        Wish::GoBack => go_back(draft, setting),
        // Who does not know what to say to a question is helped with that one.
        Wish::Help
            if draft.session.asking == Asking::Task && !crate::hear::asks_for_options(heard) =>
        {
            draft.ask_again(Part::Unclear(2), setting)
        }
        Wish::Help => {
            // What the line can do, then how to talk to it.
            let again = draft.was_said("tell-help");
            let tell = if again { "tell-help-commands" } else { "tell-help" };
            draft.say(Message::new(tell));
            draft.ask_again(Part::Main, setting)
        }
        Wish::Wait => {
            let note = if draft.has_waited { "note-still-waiting" } else { "note-wait" };
            draft.say_aside(Message::new(note));
            draft.session.waiting = true;
            draft.wait(setting)
        }
        Wish::SwitchLanguage => switch(draft, heard, setting),
        Wish::ForgetMe => remember::forget(draft, setting),
        Wish::RememberMe => remember::remember(draft, setting),
        // No commands: what they name is done by a task, a person, or the end of the call.
        Wish::CheckOrderStatus
        | Wish::ChangeDeliveryAddress
        | Wish::ReturnOrder
        | Wish::BookAppointment
        | Wish::MoveAppointment
        | Wish::CancelAppointment
        | Wish::CheckAppointment
        | Wish::PayInvoice
        | Wish::ReportProblem
        | Wish::CheckBalance
        | Wish::ListTransactions
        | Wish::AskExperience
        | Wish::AskSkills
        | Wish::AskProjects
        | Wish::AskEducation
        | Wish::AskAvailability
        | Wish::AskContact
        | Wish::AskCollaboration
        | Wish::RequestInterview
        | Wish::NegotiateContract
        | Wish::ArrangeMeeting
        | Wish::AskTechnicalQuestion
        | Wish::LeaveMessage
        | Wish::RequestCallback
        | Wish::AskHours
        | Wish::TalkToAgent
        | Wish::Emergency
        | Wish::Goodbye => draft.ask_again(Part::Main, setting),
    }
}

fn repeat(mut draft: Draft, setting: &Setting<'_>) -> Next {
    let note = if draft.session.last.is_empty() { "note-nothing-to-repeat" } else { "note-repeat" };
    draft.say(Message::new(note));
    say_again(draft, setting)
}

/// Says again what was said last; the question, when nothing was said yet.
fn say_again(mut draft: Draft, setting: &Setting<'_>) -> Next {
    if draft.session.last.is_empty() {
        return draft.ask_again(Part::Main, setting);
    }
    draft.say_last();
    draft.wait(setting)
}

/// Begins anew; what opens something is closed, and little stays known.
fn start_again(mut draft: Draft, setting: &Setting<'_>) -> Next {
    draft.drop_task();
    let session = &mut draft.session;
    session.aside = None;
    session.later.clear();
    session.denied = 0;
    session.feeling = Feeling::default();
    session.guessed.clear();
    session.memory = std::mem::take(&mut session.memory).begun_anew();
    draft.say(Message::new("note-start-again"));
    draft.ask(Asking::Wish, Message::new("ask-wish"), setting)
}

/// Returns to the question before.
fn go_back(mut draft: Draft, setting: &Setting<'_>) -> Next {
    match draft.session.asking.clone() {
        Asking::Task if draft.back(setting) => {
            draft.say(Message::new("note-back"));
            draft.advance(setting)
        }
        Asking::Task => {
            draft.drop_task();
            draft.say(Message::new("note-back"));
            draft.ask(Asking::Wish, Message::new("ask-wish"), setting)
        }
        // What was read back stands in for the question that it answers.
        Asking::Heard(_) => {
            draft.session.asking = Asking::Task;
            draft.session.guessed.clear();
            draft.say(Message::new("note-back"));
            draft.ask_again(Part::Main, setting)
        }
        Asking::Person if draft.session.doing.is_some() => go_back_from_person(draft, setting),
        Asking::Meant(_) | Asking::Remember => {
            draft.say(Message::new("note-back"));
            draft.ask(Asking::Wish, Message::new("ask-wish-again"), setting)
        }
        Asking::Wish
        | Asking::Person
        | Asking::More
        | Asking::Next(_)
        | Asking::Resume
        | Asking::Matter
        | Asking::Number
        | Asking::Confirmation(_) => stay(draft, setting),
    }
}

/// Returns from the offer of a person: to the question that could not be answered, or where the task had
/// nothing else to offer, to the one before.
fn go_back_from_person(draft: Draft, setting: &Setting<'_>) -> Next {
    let mut before = draft.clone();
    if draft.offers_person(setting) && !before.back(setting) {
        return stay(draft, setting);
    }
    before.say(Message::new("note-back"));
    before.advance(setting)
}

/// Says that there is no question before this one.
fn stay(mut draft: Draft, setting: &Setting<'_>) -> Next {
    draft.say(Message::new("note-nothing-to-go-back"));
    draft.ask_again(Part::Main, setting)
}

/// The language that recognition found, or else the only other one.
fn switch(draft: Draft, heard: &Heard, setting: &Setting<'_>) -> Next {
    if let Some(named) = heard.slots.get(&Slot::Language) {
        return match tongue::named(named).filter(|it| setting.line.speaks(*it)) {
            Some(language) => speak(draft, language, setting),
            None => speak_another(draft, setting),
        };
    }
    let mut others = setting.line.languages.iter().map(|it| it.language);
    match others.find(|it| *it != heard.language) {
        Some(language) => speak(draft, language, setting),
        None => speak_another(draft, setting),
    }
}

/// Goes on in a language of the line.
pub(super) fn speak(mut draft: Draft, language: Language, setting: &Setting<'_>) -> Next {
    draft.say(Message::new("note-language"));
    if language == draft.language {
        return draft.ask_again(Part::Main, setting);
    }
    draft.ask_in(language, setting)
}

/// Says what the line speaks.
pub(super) fn speak_another(mut draft: Draft, setting: &Setting<'_>) -> Next {
    let speaks = match &setting.line.languages[..] {
        [only] => only.language.code(),
        _ => "both",
    };
    draft.say(Message::new("tell-language-unknown").with("speaks", word(speaks)));
    draft.ask_again(Part::Main, setting)
}
