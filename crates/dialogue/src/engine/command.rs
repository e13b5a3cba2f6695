//! What a caller may say at any time.

use wording::{Language, Message, Part};

use super::act::MAX_KEPT;
use super::draft::{Draft, word};
use super::{Next, Setting};
use crate::hear::tongue;
use crate::heard::Heard;
use crate::question::{Expects, Question};
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
        _ => draft.ask_again(Part::Main, setting),
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

/// Begins anew; what opens something is closed, and only the name stays known.
fn start_again(mut draft: Draft, setting: &Setting<'_>) -> Next {
    draft.drop_task();
    let session = &mut draft.session;
    session.aside = None;
    session.later.clear();
    session.denied = 0;
    session.feeling = Feeling::default();
    session.guessed.clear();
    let name = session.memory.name.take();
    session.memory = crate::memory::Memory { name, ..crate::memory::Memory::default() };
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
        // A person was offered because a question could not be answered.
        Asking::Person if draft.session.doing.is_some() => {
            draft.say(Message::new("note-back"));
            draft.advance(setting)
        }
        Asking::Meant(_) | Asking::Remember => {
            draft.say(Message::new("note-back"));
            draft.ask(Asking::Wish, Message::new("ask-wish-again"), setting)
        }
        _ => {
            draft.say(Message::new("note-nothing-to-go-back"));
            draft.ask_again(Part::Main, setting)
        }
    }
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

/// Goes over to the language that the caller speaks. What they may want is asked about, so that they
/// need not say it again.
pub(super) fn go_over(
    mut draft: Draft,
    language: Language,
    wish: Option<Wish>,
    heard: &Heard,
    setting: &Setting<'_>,
) -> Next {
    draft.say(Message::new(tongue::GOES_OVER));
    if let Some(wish) = wish {
        let message = match wish {
            Wish::TalkToAgent => Message::new("offer-person"),
            wish => Message::new("confirm-wish").with("wish", word(wish.as_str())),
        };
        let words = heard.kept.iter();
        let words = words.map(|it| (Slot::Words, it.chars().take(MAX_KEPT).collect()));
        draft.session.guessed = words.collect();
        draft.session.asking = Asking::Meant(wish);
        draft.session.question = Some(Question::new(message, Expects::YesNo));
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
