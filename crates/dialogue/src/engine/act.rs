//! Acts on what the caller means.

use wording::{Message, Part};

use super::draft::{Draft, word};
use super::failures::limit;
use super::feeling::feel;
use super::reprompt::{Unanswered, give_up, reprompt, silence};
use super::{Next, Setting, command, merged, remember, work};
use crate::guess;
use crate::hear::{CLEAR, Hearing, Meaning, secret, tongue, values};
use crate::heard::{Heard, Mode};
use crate::question::Expects;
use crate::reply::{Ending, Reason};
use crate::session::{Asking, Session};
use crate::slot::{Slot, Slots};
use crate::task::Taken;
use crate::wish::Wish;

/// Silences in a row that are no failures while the caller does something: two minutes, where each
/// takes the four seconds that Lex listens for and the eight of the words that follow.
const PATIENCE: u32 = 10;
/// Most characters that are kept of what was said while the caller is asked what they mean.
const MAX_KEPT: usize = 100;
/// Most characters that are read back of what was said.
const MAX_READ_BACK: usize = 100;

/// Acts on what the caller means. `session` is at the number of this turn.
pub(super) fn act(
    session: Session,
    heard: &Heard,
    meaning: Meaning,
    setting: &Setting<'_>,
) -> Next {
    let mut draft = Draft::new(session, heard, setting);
    draft.settle_guess(guess::settled(&draft.session.asking, meaning));
    feel(&mut draft, heard, meaning, setting);
    count(&mut draft, meaning);
    if heard.goes_over && meaning != Meaning::Emergency {
        // To have found the caller's language is a success, whatever is left to ask.
        draft.session.silent = 0;
        draft.session.misunderstood = 0;
        draft.say(Message::new(tongue::GOES_OVER));
    }
    match meaning {
        Meaning::Silence => silence(draft, setting),
        Meaning::Unclear => reprompt(draft, Unanswered::Misunderstood, setting),
        Meaning::Greeting | Meaning::SpeaksIn => draft.ask_again(Part::Main, setting),
        Meaning::Remark(remark) => {
            let expects = Hearing::new(&draft.session, heard, setting).expects();
            draft.say(remark.note(expects));
            draft.ask_again(Part::Main, setting)
        }
        Meaning::Emergency => {
            draft.close(Ending::Emergency, Message::new("tell-emergency"), setting)
        }
        Meaning::Person => {
            draft.wait_where_named(heard, setting.line);
            draft.hand_over(Reason::Asked, Message::new("hand-over-asked"), setting)
        }
        Meaning::Leave => leave(draft, heard, setting),
        Meaning::Command(wish) => command::act(draft, wish, heard, setting),
        Meaning::Speak(language) => command::speak(draft, language, setting),
        Meaning::SpeakAnother => command::speak_another(draft, setting),
        Meaning::Wish(wish) => wanted(draft, wish, heard, setting),
        Meaning::Wishes(wish) => {
            draft.say(Message::new("note-one-by-one"));
            wanted(draft, wish, heard, setting)
        }
        Meaning::Complaint => complain(draft, setting),
        Meaning::Perhaps(wish) => perhaps(draft, wish, heard, setting),
        Meaning::Yes => accept(draft, heard, setting),
        Meaning::No => decline(draft, heard, setting),
        Meaning::NotMeant => not_meant(draft, setting),
        Meaning::Answer => answer(draft, heard, setting),
    }
}

/// Counts failures in a row; anything that succeeds starts the count anew.
fn count(draft: &mut Draft, meaning: Meaning) {
    let session = &mut draft.session;
    let waited = std::mem::take(&mut session.waiting);
    let expects = session.question.as_ref().map(|it| it.expects);
    let is_patient =
        session.asking == Asking::Task && expects == Some(Expects::Slot(Slot::Progress));
    if meaning != Meaning::Silence {
        session.quiet = 0;
    }
    match meaning {
        // "Hello?" is no failure, and no success either.
        Meaning::Greeting | Meaning::Remark(_) => {}
        // Whoever asked for a moment may be silent for one, and whoever restarts a router for longer.
        Meaning::Silence if waited => {}
        Meaning::Silence if is_patient && session.quiet < PATIENCE => {
            session.quiet = session.quiet.saturating_add(1);
        }
        Meaning::Silence => session.silent = session.silent.saturating_add(1),
        Meaning::Unclear | Meaning::NotMeant | Meaning::Perhaps(_) => {
            session.misunderstood = session.misunderstood.saturating_add(1);
        }
        Meaning::Emergency
        | Meaning::Person
        | Meaning::Leave
        | Meaning::Command(_)
        | Meaning::Speak(_)
        | Meaning::SpeakAnother
        | Meaning::SpeaksIn
        | Meaning::Complaint
        | Meaning::Wish(_)
        | Meaning::Wishes(_)
        | Meaning::Yes
        | Meaning::No
        | Meaning::Answer => {
            session.silent = 0;
            session.misunderstood = 0;
        }
    }
}

/// The caller wants something.
fn wanted(mut draft: Draft, wish: Wish, heard: &Heard, setting: &Setting<'_>) -> Next {
    if !wish.is_known_to(setting.line) {
        draft.say(Message::new("tell-not-here"));
        draft.set_aside();
        return draft.ask(Asking::Person, Message::new("offer-person-instead"), setting);
    }
    let heard = with_guessed(&mut draft, wish, heard);
    draft.reach_where_named(wish, &heard, setting.line);
    work::turn_to(draft, wish, &heard, setting)
}

/// What was heard, with the words and the values that came with the guess it confirms.
fn with_guessed(draft: &mut Draft, wish: Wish, heard: &Heard) -> Heard {
    let mut guessed = std::mem::take(&mut draft.session.guessed);
    let words = guessed.remove(&Slot::Words);
    let says_it_anew = heard.is_rated() && heard.answer.is_none() && heard.intent == Some(wish);
    let confirms = draft.session.asking == Asking::Meant(wish) && !says_it_anew;
    let said = match words.filter(|_| confirms) {
        // Whoever says what it is about in place of a yes means both.
        Some(words) if heard.mode == Mode::Words && heard.answer.is_none() => {
            format!("{words}, {}", heard.said)
        }
        Some(words) => words,
        None => heard.said.clone(),
    };
    Heard { said, slots: merged(&guessed, &heard.slots), ..heard.clone() }
}

/// Something was done to the caller, which only a person can look into.
fn complain(mut draft: Draft, setting: &Setting<'_>) -> Next {
    if !draft.session.is_just_angry() {
        draft.say(Message::new("note-complaint"));
    }
    draft.ask(Asking::Person, Message::new("offer-person"), setting)
}

/// The caller may want something: they are asked. In place of the last failure comes a person.
fn perhaps(mut draft: Draft, wish: Wish, heard: &Heard, setting: &Setting<'_>) -> Next {
    if draft.session.failures() >= limit(&draft.session, setting.line) && wish != Wish::Emergency {
        return give_up(draft, Unanswered::Misunderstood, setting);
    }
    let hearing = Hearing::new(&draft.session, heard, setting);
    // Where the words may not be kept, the values in them may, as those of recognition may.
    let kept = secret::words_without(heard);
    let values = if kept.is_none() && heard.mode == Mode::Words {
        values::said(&hearing, wish)
    } else {
        Slots::new()
    };
    let slots = merged(&values, &secret::values_without(hearing.slots, heard));
    // With the wish, the caller may have said what it is about.
    let words = kept.map(|it| {
        // Where more was said, and nothing of this is masked.
        let words = if it.contains(&heard.said) { &heard.said } else { it };
        (Slot::Words, words.chars().take(MAX_KEPT).collect())
    });
    draft.session.guessed = words.into_iter().chain(slots).collect();
    let message = Message::new("confirm-wish").with("wish", word(wish.as_str()));
    draft.ask(Asking::Meant(wish), message, setting)
}

/// Yes to a question of the engine.
fn accept(mut draft: Draft, heard: &Heard, setting: &Setting<'_>) -> Next {
    match draft.session.asking.clone() {
        Asking::Person => draft.hand_over(Reason::Asked, Message::new("hand-over-asked"), setting),
        Asking::Next(wish) | Asking::Meant(wish) => wanted(draft, wish, heard, setting),
        Asking::Resume => work::resume(draft, setting),
        Asking::Matter => work::take_matter(draft, setting),
        Asking::Remember => remember::remember(draft, setting),
        Asking::Heard(words) => {
            // Said once more, and clearly this time.
            draft.session.asking = Asking::Task;
            let slots = std::mem::take(&mut draft.session.guessed);
            let heard = Heard {
                said: words,
                slots,
                mode: Mode::Words,
                clarity: None,
                answer: None,
                ..heard.clone()
            };
            answer(draft, &heard, setting)
        }
        Asking::More | Asking::Wish | Asking::Task | Asking::Number | Asking::Confirmation(_) => {
            draft.ask(Asking::Wish, Message::new("ask-wish-again"), setting)
        }
    }
}

/// No to a question of the engine.
fn decline(mut draft: Draft, heard: &Heard, setting: &Setting<'_>) -> Next {
    match draft.session.asking {
        Asking::Person | Asking::Next(_) | Asking::Resume => {
            let aside = draft.session.aside.take();
            let was_person = draft.session.asking == Asking::Person;
            draft.drop_task();
            draft.say(Message::new("note-okay"));
            // Whoever wants no person goes on with what they were about.
            if was_person && aside.is_some() {
                draft.session.aside = aside;
                return work::resume(draft, setting);
            }
            work::ask_more(draft, setting)
        }
        Asking::Matter => draft.ask(Asking::Wish, Message::new("ask-wish-again"), setting),
        Asking::Remember => remember::forget(draft, setting),
        Asking::Heard(_) => {
            draft.session.asking = Asking::Task;
            draft.session.guessed.clear();
            draft.say(Message::new("note-not-meant"));
            draft.ask_again(Part::Main, setting)
        }
        Asking::More
        | Asking::Wish
        | Asking::Meant(_)
        | Asking::Task
        | Asking::Number
        | Asking::Confirmation(_) => leave(draft, heard, setting),
    }
}

/// What was guessed is not what the caller wants.
fn not_meant(mut draft: Draft, setting: &Setting<'_>) -> Next {
    if draft.session.failures() >= limit(&draft.session, setting.line) {
        return give_up(draft, Unanswered::Misunderstood, setting);
    }
    draft.session.guessed.clear();
    draft.session.later.clear();
    if draft.session.asking == Asking::Remember {
        return draft.ask(Asking::Wish, Message::new("ask-wish-again"), setting);
    }
    draft.ask(Asking::Wish, Message::new("ask-wish-not-meant"), setting)
}

/// The caller is done. Of whom there is something to remember is asked once whether they want that,
/// unless they are on their way.
fn leave(draft: Draft, heard: &Heard, setting: &Setting<'_>) -> Next {
    let session = &draft.session;
    let may_ask = setting.line.memory.returning_callers
        && setting.caller.is_some()
        && session.served > 0
        && (!session.matters.is_empty() || session.memory.name.is_some())
        && session.remembered.consent.is_none()
        && session.asking == Asking::More
        && !crate::hear::is_leaving(heard);
    if may_ask {
        return draft.ask(Asking::Remember, Message::new("offer-remember"), setting);
    }
    close(draft, setting)
}

/// Lets the caller go.
pub(super) fn close(draft: Draft, setting: &Setting<'_>) -> Next {
    let message = if draft.session.served == 0 { "tell-done" } else { "tell-done-served" };
    draft.close(Ending::Goodbye, Message::new(message), setting)
}

/// The caller answers the question of the task.
fn answer(mut draft: Draft, heard: &Heard, setting: &Setting<'_>) -> Next {
    if is_hardly_heard(&draft, heard, setting) {
        let Some(words) = secret::words_without(heard) else {
            // To be read back, words must be kept for a turn.
            draft.misunderstand();
            return reprompt(draft, Unanswered::Misunderstood, setting);
        };
        let slots = Hearing::new(&draft.session, heard, setting).slots;
        draft.session.guessed = secret::values_without(slots, heard);
        draft.session.asking = Asking::Heard(words.chars().take(MAX_READ_BACK).collect());
        return draft.ask_again(Part::Main, setting);
    }
    let expects = draft.session.question.as_ref().map(|it| it.expects);
    match draft.hear(heard, setting) {
        Some(Taken::Understood) => {
            if expects == Some(Expects::YesNo) {
                draft.session.denied = 0;
            }
            draft.advance(setting)
        }
        Some(Taken::Noted(message)) => {
            draft.say(message);
            draft.advance(setting)
        }
        Some(Taken::Denied(message)) => {
            draft.session.denied = draft.session.denied.saturating_add(1);
            if let Some(message) = message {
                draft.say(message);
            }
            if draft.session.denied >= setting.line.escalation.after_denials.max(1) {
                return draft.give_up_on_value(setting);
            }
            draft.advance(setting)
        }
        Some(Taken::Missing) => {
            draft.say(Message::new("note-no-problem"));
            draft.ask(Asking::Person, Message::new("offer-person-instead"), setting)
        }
        Some(Taken::NotUnderstood) | None => {
            draft.misunderstand();
            reprompt(draft, Unanswered::Misunderstood, setting)
        }
    }
}

/// Whether recognition is not sure of the words, and nothing else will confirm them.
fn is_hardly_heard(draft: &Draft, heard: &Heard, setting: &Setting<'_>) -> bool {
    let hearing = Hearing::new(&draft.session, heard, setting);
    // Numbers are confirmed by themselves, and secrets are not said.
    let is_word = matches!(
        hearing.expects(),
        Expects::Slot(
            Slot::PatientName
                | Slot::Doctor
                | Slot::Service
                | Slot::Symptom
                | Slot::ReturnReason
                | Slot::ContactWay
                | Slot::AccountKind
        )
    );
    let unsure = heard.clarity.is_some_and(|it| it < CLEAR);
    unsure && is_word && hearing.keys().is_none()
}
