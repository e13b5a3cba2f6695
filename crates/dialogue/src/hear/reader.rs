//! The readers, one for each kind of thing that a caller may mean.

use super::command::Room;
use super::danger::Danger;
use super::tongue::Speaks;
use super::{Hearing, Meaning, command, done, leaving, person, remark, tongue, values, yes_no};
use crate::heard::YesNo;
use crate::question::Expects;
use crate::session::Asking;
use crate::slot::Slot;
use crate::wish::Wish;

/// Reads one kind of meaning; `None` leaves it to the next reader.
type Reader = fn(&Hearing<'_>) -> Option<Meaning>;

/// What is listened for, in this order. Danger comes before everything but silence and keys, a person
/// before anything else that can be wanted, and an answer before what its words may also be.
pub(crate) const READERS: &[(&str, Reader)] = &[
    ("silence", silence),
    ("keys", keys),
    ("danger", danger),
    ("guess", guess),
    ("remark", remark),
    ("person", want_person),
    ("command", commands),
    ("greeting", greeting),
    ("language", language),
    ("recognised answer", recognised_answer),
    ("wish", wish),
    ("goodbye", goodbye),
    ("answer", answer),
    ("claim", claim),
    ("complaint", complaint),
    ("queue", queue),
    ("end", end),
    ("yes or no", yes_or_no),
];

// Both figures are judgements and not fitted to anything: Lex's confidences are its own, and no calls of
// a deployed line have been measured. The local line's approximation of Lex said what they come to on
// words that are no samples, of the bot as it was then: of 156 ways to put the line's wishes it took all,
// 1 of them below 0.5 and 145 from 0.8 on; of 18,197 sentences of other domains (CLINC150: Larson et al.
// 2019) it took 1,489, 114 of them below 0.45 and 682 from 0.8 on, some of which do ask for what a line
// does.

/// Least confidence of recognition in a wish that is followed without asking. The bot takes intents
/// from 0.40 on, so it is the barely recognised ones that are asked about.
const SURE_ENOUGH: f64 = 0.45;
/// Least confidence of recognition in the words themselves that are not read back.
pub(crate) const CLEAR: f64 = 0.45;
/// Least confidence of recognition in a wish for which a question is left that the words also answer,
/// and in danger that no words of the line's name: what it costs to be wrong there is more than a
/// question.
pub(super) const SURE: f64 = 0.8;

fn silence(it: &Hearing<'_>) -> Option<Meaning> {
    let said = it.keys().map_or_else(|| it.said.is_empty(), str::is_empty);
    (said && it.heard.answer.is_none()).then_some(Meaning::Silence)
}

/// Keys that mean the same at any time: 0 is a person, 9 is "say that again", `*` is "go back", and to
/// a yes-or-no question 1 is yes and 2 no. Everything else is an answer.
fn keys(it: &Hearing<'_>) -> Option<Meaning> {
    let takes_one = matches!(it.expects(), Expects::Slot(Slot::Amount | Slot::Choice));
    match it.keys()? {
        "0" => Some(Meaning::Person),
        "9" if !takes_one => Some(Meaning::Command(Wish::Repeat)),
        "*" => Some(Meaning::Command(Wish::GoBack)),
        _ if it.session.asking == Asking::Task && it.is_understood() => Some(Meaning::Answer),
        "1" | "2" => yes_or_no(it),
        _ => None,
    }
    .or(Some(Meaning::Unclear))
}

fn danger(it: &Hearing<'_>) -> Option<Meaning> {
    let named = it.danger();
    if named == Some(Danger::Now) {
        return Some(Meaning::Emergency);
    }
    if it.session.asking == Asking::Meant(Wish::Emergency) || it.takes_anything() {
        return None;
    }
    // Recognition hears danger in words that no list has; one that may be none is asked about.
    let recognised = it.intent() == Some(Wish::Emergency) && it.heard.answer.is_none();
    let certain =
        it.heard.confidence.is_some_and(|it| it >= SURE) && named.is_none() && !it.may_refuse();
    match (recognised, certain) {
        (true, true) => Some(Meaning::Emergency),
        (true, false) => Some(Meaning::Perhaps(Wish::Emergency)),
        (false, _) => matches!(named, Some(Danger::AfterNo | Danger::Recent))
            .then_some(Meaning::Perhaps(Wish::Emergency)),
    }
}

/// The caller was asked whether a guess is what they want.
fn guess(it: &Hearing<'_>) -> Option<Meaning> {
    let Asking::Meant(guessed) = it.session.asking else { return None };
    let wish = it.intent();
    // Whoever says the number that is asked for next wants it.
    let is_answered = it.heard.answer.is_some() || it.keys().is_some();
    if !is_answered && it.is_just_digits() && !values::said(it, guessed).is_empty() {
        return Some(granted(guessed));
    }
    // A goodbye is left out: it is what recognition may make of a no.
    let wants_other = it.heard.answer.is_none()
        && wish.is_some_and(|it| it != Wish::Goodbye)
        && wish != Some(guessed);
    if person::is_wanted(&it.said) || leaving::is_leaving(&it.said) || wants_other {
        return None;
    }
    if it.claimed().is_some_and(|claimed| claimed != guessed || !it.slots.is_empty())
        && it.heard.answer.is_none()
        && yes_no::plain(&it.said) != Some(YesNo::Yes)
    {
        return it.claimed().map(Meaning::Wish);
    }
    match it.heard.answer.or_else(|| yes_no::plain(&it.said)) {
        Some(YesNo::Yes) => Some(granted(guessed)),
        Some(YesNo::No) if leaving::is_done(&it.said) => Some(Meaning::Leave),
        Some(YesNo::No) => Some(Meaning::NotMeant),
        None if yes_no::agrees(&it.said) || wish == Some(guessed) => Some(granted(guessed)),
        None => None,
    }
}

/// The caller does want what was guessed.
pub(super) fn granted(guessed: Wish) -> Meaning {
    match guessed {
        Wish::TalkToAgent => Meaning::Person,
        Wish::Goodbye => Meaning::Leave,
        Wish::Emergency => Meaning::Emergency,
        Wish::Repeat
        | Wish::SlowDown
        | Wish::StartAgain
        | Wish::GoBack
        | Wish::Help
        | Wish::Wait
        | Wish::SwitchLanguage
        | Wish::ForgetMe
        | Wish::RememberMe => Meaning::Command(guessed),
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
        | Wish::AskHours => Meaning::Wish(guessed),
    }
}

/// What the caller asks of the line itself. Beside it they may want what recognition names, or answer
/// what was asked; where it is all that was said, whatever recognition makes of it is wrong. To
/// recognition, "am I talking to a person?" asks for one; what is said behind the question may do so.
fn remark(it: &Hearing<'_>) -> Option<Meaning> {
    let made = remark::remark(&it.said, it.expects(), it.takes_anything());
    let made = made.filter(|_| it.keys().is_none())?;
    let wishes = it.intent().map(granted).is_some_and(|it| {
        matches!(it, Meaning::Wish(_)) || (it == Meaning::Person && !made.is_last)
    });
    let answers = || it.session.asking == Asking::Task && it.is_understood();
    (made.is_all || !(wishes || answers())).then_some(Meaning::Remark(made.remark))
}

fn want_person(it: &Hearing<'_>) -> Option<Meaning> {
    let is_wanted =
        if it.takes_anything() { person::is_all_that_is_wanted } else { person::is_wanted };
    if is_wanted(&it.said) {
        return Some(Meaning::Person);
    }
    if it.intent() != Some(Wish::TalkToAgent) {
        return None;
    }
    // The offer of a person is a yes-or-no question about this intent.
    if matches!(it.session.asking, Asking::Person | Asking::Next(Wish::TalkToAgent))
        && it.heard.answer.or_else(|| yes_no::plain(&it.said)) == Some(YesNo::No)
    {
        return Some(Meaning::No);
    }
    Some(Meaning::Person)
}

fn commands(it: &Hearing<'_>) -> Option<Meaning> {
    let named = it.intent().filter(|wish| {
        matches!(granted(*wish), Meaning::Command(_))
            && *wish != Wish::SwitchLanguage
            && !it.takes_anything()
            && command::may_name(*wish, &it.said, it.may_refuse())
    });
    // "The second" is no second to wait for.
    let named = named.filter(|wish| *wish != Wish::Wait || !it.names_a_place());
    // What a question asks for may hold the words of a command: "the one before", "next".
    let named = named.filter(|_| it.session.asking != Asking::Task || !it.is_understood());
    let names_other = it.intent().is_some_and(|wish| {
        matches!(granted(wish), Meaning::Wish(_)) && it.session.wish() != Some(wish)
    });
    let room = if it.takes_anything() {
        Room::Anything
    } else if names_other || it.expects() == Expects::Wish {
        Room::Wishes
    } else {
        Room::Answers
    };
    let said = command::command(&it.said, room);
    // What is asked for may hold the words of these: a connection that slows down, one that is back, and
    // "hold on, it's 44321".
    let said = said.filter(|given| {
        given.is_sure
            || !matches!(given.wish, Wish::SlowDown | Wish::GoBack | Wish::Wait)
            || it.session.asking != Asking::Task
            || it.takes_anything()
            || !it.is_understood()
    });
    said.map(|it| it.wish).or(named).map(Meaning::Command)
}

fn greeting(it: &Hearing<'_>) -> Option<Meaning> {
    let greets = !it.takes_anything() && it.heard.answer.is_none() && command::greets(&it.said);
    (greets && it.intent().is_none()).then_some(Meaning::Greeting)
}

fn language(it: &Hearing<'_>) -> Option<Meaning> {
    // "Does she speak Spanish" is about somebody else.
    if it.takes_anything() || it.intent() == Some(Wish::AskSkills) {
        return None;
    }
    match tongue::wanted(&it.said)? {
        Speaks::This(language) if it.setting.line.speaks(language) => {
            Some(Meaning::Speak(language))
        }
        Speaks::This(_) | Speaks::Another => Some(Meaning::SpeakAnother),
    }
}

/// Yes or no that recognition itself heard.
fn recognised_answer(it: &Hearing<'_>) -> Option<Meaning> {
    it.heard.answer?;
    if it.session.asking == Asking::Task {
        return it.is_understood().then_some(Meaning::Answer);
    }
    match it.expects() {
        Expects::YesNo => yes_or_no(it),
        Expects::Wish | Expects::Slot(_) => None,
    }
}

/// A wish of the caller's that recognition named.
fn wish(it: &Hearing<'_>) -> Option<Meaning> {
    let wish = it.intent()?;
    let Meaning::Wish(wish) = granted(wish) else { return None };
    let confidence = it.heard.confidence.unwrap_or(1.0);
    let is_open = it.session.asking != Asking::Task || it.expects() == Expects::Wish;
    let is_same = it.session.wish() == Some(wish) && it.session.asking == Asking::Task;
    if it.takes_anything() || (is_same && !is_open) {
        return None;
    }
    // A part of a number is no number of another business: who is asked for ten digits says five first.
    let is_foreign = !wish.is_known_to(it.setting.line);
    if is_foreign && it.expects_digits() && it.is_just_digits() {
        return None;
    }
    // "Yes, cancel it" says yes to a person who may.
    let offers_person =
        matches!(it.session.asking, Asking::Person | Asking::Next(Wish::TalkToAgent));
    if is_foreign && offers_person && it.yes_no() == Some(YesNo::Yes) {
        return None;
    }
    // What another line does is less than what a scenario of this one reads.
    if is_open && !wish.is_known_to(it.setting.line) && it.claimed().is_some() {
        return None;
    }
    if !is_open {
        // What another line does is not what an answer means, and a callback or a message may be the
        // very answer.
        let is_ours = match wish.scenario() {
            Some(scenario) => it.setting.line.does(scenario),
            // Nobody can be called back whose number is withheld: the task knows what to say.
            None if wish == Wish::RequestCallback && !it.setting.reachable => false,
            None => it.expects() != Expects::Slot(Slot::ContactWay),
        };
        let follows = (confidence >= SURE && is_ours) || !it.is_understood();
        return (follows && confidence >= SURE_ENOUGH).then_some(Meaning::Wish(wish));
    }
    // "You cancelled my appointment" wants nothing cancelled.
    if done::is_wish(&it.said, wish) {
        return Some(Meaning::Complaint);
    }
    // "No, that's wrong" is no wish, whatever recognition makes of it.
    if it.expects() == Expects::YesNo && it.heard.answer.is_some() {
        return None;
    }
    // What came with hardly heard words is no surer than they are.
    let is_clear = it.heard.clarity.is_none_or(|it| it >= CLEAR) || it.heard.answer.is_some();
    if confidence >= SURE_ENOUGH && is_clear {
        return Some(Meaning::Wish(wish));
    }
    // Nobody is asked whether they mean what the line does not do.
    wish.is_known_to(it.setting.line).then_some(Meaning::Perhaps(wish))
}

/// Recognition heard a goodbye, which "no" and "that's it" may look like; or the words say it.
fn goodbye(it: &Hearing<'_>) -> Option<Meaning> {
    if leaving::is_leaving(&it.said) && !it.takes_anything() {
        return Some(Meaning::Leave);
    }
    if it.intent() != Some(Wish::Goodbye) || it.takes_anything() {
        return None;
    }
    let says_no = !leaving::is_done(&it.said) && yes_no::plain(&it.said) == Some(YesNo::No);
    match it.session.asking {
        Asking::Task if it.is_understood() => Some(Meaning::Answer),
        Asking::Wish if says_no && it.session.served == 0 => Some(Meaning::Unclear),
        // "Done" in the middle of something says that a step is, and not the call.
        Asking::Task if !leaving::is_done(&it.said) || leaving::finishes_a_step(&it.said) => {
            Some(Meaning::Unclear)
        }
        Asking::Wish | Asking::More | Asking::Task | Asking::Meant(_) => Some(Meaning::Leave),
        Asking::Person
        | Asking::Heard(_)
        | Asking::Next(_)
        | Asking::Resume
        | Asking::Matter
        | Asking::Remember
        | Asking::Number
        | Asking::Confirmation(_) => {
            if it.yes_no().is_some() {
                yes_or_no(it)
            } else {
                Some(Meaning::Leave)
            }
        }
    }
}

fn answer(it: &Hearing<'_>) -> Option<Meaning> {
    (it.session.asking == Asking::Task && it.is_understood()).then_some(Meaning::Answer)
}

/// What a scenario of the line reads where anything may be wanted.
fn claim(it: &Hearing<'_>) -> Option<Meaning> {
    let is_open = match it.session.asking {
        Asking::Task => false,
        // "Yes, my account is …" takes the person who was offered.
        Asking::Person => it.heard.answer.or_else(|| yes_no::plain(&it.said)) != Some(YesNo::Yes),
        Asking::Wish
        | Asking::More
        | Asking::Next(_)
        | Asking::Resume
        | Asking::Matter
        | Asking::Meant(_)
        | Asking::Remember
        | Asking::Heard(_)
        | Asking::Number
        | Asking::Confirmation(_) => true,
    };
    is_open.then(|| it.claimed().map(Meaning::Wish)).flatten()
}

/// What others did, in words of which recognition makes nothing: only a person can look into it.
fn complaint(it: &Hearing<'_>) -> Option<Meaning> {
    let is_open = it.expects() == Expects::Wish && !it.takes_anything();
    let is_unknown = it.intent().is_none() && it.heard.answer.is_none();
    (is_open && is_unknown && done::by_others(&it.said)).then_some(Meaning::Complaint)
}

/// The words of a queue where anything may be wanted: they are no yes or no, whatever they hold ("no
/// power"). What is wanted comes before who sees to it, so a second opinion is heard first.
fn queue(it: &Hearing<'_>) -> Option<Meaning> {
    let is_named = || super::queue(&it.said, it.setting.line).is_some();
    let is_open = it.expects() == Expects::Wish && it.intent().is_none();
    (is_open && it.heard.answer.is_none() && is_named()).then_some(Meaning::Unclear)
}

/// The caller needs nothing else, where that was the question.
fn end(it: &Hearing<'_>) -> Option<Meaning> {
    (it.session.asking == Asking::More && leaving::is_done(&it.said)).then_some(Meaning::Leave)
}

/// Yes or no to a question of the engine.
fn yes_or_no(it: &Hearing<'_>) -> Option<Meaning> {
    let key = match it.keys() {
        Some("1") => Some(YesNo::Yes),
        Some("2") => Some(YesNo::No),
        _ => None,
    };
    let answer = key.or_else(|| it.yes_no())?;
    match (&it.session.asking, answer) {
        // Before anything was served there is nothing that a no could end.
        (Asking::Wish, YesNo::No) if it.session.served > 0 && key.is_none() => Some(Meaning::Leave),
        (Asking::Wish | Asking::Task | Asking::Number | Asking::Confirmation(_), _) => None,
        (Asking::Meant(guessed), YesNo::Yes) => Some(granted(*guessed)),
        (Asking::Meant(_), YesNo::No) => Some(Meaning::NotMeant),
        (
            Asking::Person
            | Asking::Heard(_)
            | Asking::More
            | Asking::Next(_)
            | Asking::Resume
            | Asking::Matter
            | Asking::Remember,
            answer,
        ) => Some(match answer {
            YesNo::Yes => Meaning::Yes,
            YesNo::No => Meaning::No,
        }),
    }
}
